"""One of the times on offer is changed in a sentence: "change my Tuesday offer to 3-5pm"."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.chat.turns import Turn
from handlers.coaching.offering.hours_changed import own_offers
from handlers.coaching.offering.offers import my_offers
from handlers.coaching.offering.opening import consider
from handlers.coaching.offering.reading import Said, read_offers
from handlers.coaching.offering.wanted import Changed, Wanted, hours_of, typed
from scheduling.availability import hours
from scheduling.diaries import A_YEAR
from scheduling.phrases.repeating import until_in_words
from scheduling.phrases.rules import WEEKDAY, weekdays_in
from storage.shared.coaching.offers import Offer

SOME_DAYS = 40

_DAY = rf"(?:{WEEKDAY}|week ?days?\b|(?:morning|afternoon|evening)s?\b)"
_CHANGES = re.compile(
    r"^\W*(?:(?:please|sorry|hi|hello|could you|can you|would you|i want to|i need to|i'd like to|i have to|can i)\W+)*"
    r"(?:change|move|shift|switch|alter|amend|extend|shorten|(?P<anew>make|set|update|put|keep))\s+my\s+"
    rf"(?P<which>(?:(?:{_DAY}|offers?|times|slots?|hours|availability|coaching|on|and|the|those)\s+)+)"
    r"(?:from\s+\d\S*\s?[-–]\s?\d\S*\s+(?:to|into)\s+|(?:to|into|be)\s+)?(?!sessions?\b)(?P<into>.*\S)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:until|till|from|starting|beginning|for|except|but|not)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:from|starting|beginning)\b", re.IGNORECASE)
_IN_STEPS = re.compile(r"\b(?:later|earlier|longer|shorter|sooner)\b", re.IGNORECASE)
"""What is said of the hours as they are, and not read."""


def is_changed(text: str) -> re.Match[str] | None:
    """Which times on offer are to change, and into what; None where nothing says so."""
    return _CHANGES.match(text.replace("’", "'"))


async def change(turn: Turn, asked: re.Match[str]) -> bool:
    """Show the one that is meant as it would be, and ask, or show all; False where it may as well be a new one."""
    days = set(weekdays_in(asked["which"].casefold()))
    offers = [offer for offer in await own_offers(turn) if not days or days == _weekdays(offer, turn.now)]
    if not offers and asked["anew"]:
        return False
    seen = Wanted.model_validate(offers[0]) if len(offers) == 1 and not _IN_STEPS.search(asked["into"]) else None
    said = otherwise(seen, asked["into"], turn.now) if seen else Said()
    if len(said.offers) == 1:
        await consider(turn, [Changed(offer_id=offers[0].id, seen=seen, wanted=said.offers[0])], said)
    else:
        await my_offers(turn)
    return True


def _weekdays(offer: Offer, now: datetime) -> set[int]:
    return {day.weekday() for day, _, _ in islice(hours(offer, now, now + A_YEAR), SOME_DAYS)}


def otherwise(seen: Wanted, into: str, now: datetime) -> Said:
    """The same offer but for what was said: at other hours, on other days, until another day, or sessions as long."""
    zone = ZoneInfo(seen.zone)
    hours_said, whole = f" {hours_of(seen)}", typed(seen.but(except_on=()), now.astimezone(zone).date())
    if weekdays_in(_BOUND.split(into.casefold())[0]):
        until = "" if _BOUND.search(into) or not seen.rule else until_in_words(seen.rule)
        ways, same_days = [f"{into}{until}", f"{into}{hours_said}{until}"], False
    else:
        ways, same_days = [f"{whole.replace(hours_said, '', 1)}, {into}", f"{whole}, {into}"], True
    found = (read_offers(way, now, zone, seen.minutes, like=seen.but(except_on=())) for way in ways)
    said = next((said for said in found if said.offers), Said())
    if not same_days:
        return said
    first = {} if _BEGINS.search(into) else {"first": seen.first}
    return replace(
        said,
        offers=tuple(_as_before(wanted, seen, **first) for wanted in said.offers),
        instead=tuple((at, _as_before(wanted, seen, **first)) for at, wanted in said.instead),
    )


def _as_before(wanted: Wanted, seen: Wanted, **first: object) -> Wanted:
    """Without the days that were left out before, and counted from the same day."""
    return wanted.but(except_on=tuple(sorted({*seen.except_on, *wanted.except_on})), **first)
