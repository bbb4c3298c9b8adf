"""A coach offers times in a sentence, or in a form: what was said is shown back before anybody can book it."""

import re

from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.offering import form as offer_form
from handlers.coaching.offering import offers
from handlers.coaching.offering.changing import change, is_changed
from handlers.coaching.offering.opening import consider, rules_of
from handlers.coaching.offering.reading import read_offers
from handlers.coaching.offering.wanted import Changed
from handlers.said import coaches
from handlers.said import offering as said
from storage.shared.people import Role

router = Router("offering times")

_TAKES_AWAY = re.compile(
    r"^\W*(?:(?:please|sorry|hi|hello|could you|can you|would you|i want to|i need to|i'd like to|i have to)\W+)*"
    r"(?:(?:i|i'm|i am|we)\W+)?(?:can(?:'t|not| not)|unable|no more|no coaching|(?:but |only |just )?not|except|skip"
    r"|(?:leave|miss) out|don't (?:book|offer)|block|close|take (?:out|down|off|those|my|the)|remove|withdraw|pull|hide"
    r"|suspend|pause|stop)\b"
)
_BUT_OFFERS = re.compile(r"\bbut\b.*\b(?:can|could|free|fine|ok|okay|available|do|suits?|works?)\b")


@router.intent(
    "offer_slots",
    "Offer times for coaching",
    "offer coaching times",
    "offer times",
    "offer slots",
    "my availability for coaching",
    *said.OFFER,
    *coaches.OFFER_SLOTS,
    command="offer",
    help="“Tuesdays 2–5pm until July, 60 minutes, with 15 between”: shown back, and open once you say so",
    allow=Role.COACH,
    private=True,
    opens=True,
)
async def offer_slots(turn: Turn) -> None:
    rest = taken_away(turn.text)
    if rest is not None:
        await offers.take_away(turn, rest)
        return
    asked = is_changed(turn.text)
    if asked is not None and await change(turn, asked):
        return
    rules = rules_of(turn)
    found = read_offers(turn.text, turn.now, turn.zone, rules.minutes, rules.fewest)
    if found.group and not any(wanted.places > 1 for wanted in found.offers):
        await offer_form.ask_of_group(turn, found.offers)
    elif not found.offers:
        await offer_form.ask(turn, faults={"when": offer_form.NO_HOURS} if found.lacks_hours else None)
    else:
        await consider(turn, [Changed(wanted=wanted) for wanted in found.offers], found)


def taken_away(text: str) -> str | None:
    """Which times are to go, as it was said; None where some are offered."""
    words = text.casefold().replace("’", "'")
    found = _TAKES_AWAY.search(words)
    return None if found is None or _BUT_OFFERS.search(words) else text[found.end() :]
