"""From a sentence such as "Tuesdays 2-5pm until July, 60 minutes, with 15 between" to what would be offered."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from handlers.coaching.offering.wanted import Wanted
from scheduling.phrases import Availability, How, Meant, find_times, read_availabilities
from scheduling.phrases.hours import PARTS
from scheduling.phrases.words import words_of

MOST_SAID = 600
"""Characters: what is longer offers nothing."""
SHORTEST, LONGEST = 15, 480
"""Minutes of a session."""
MOST_GAP = 240
MOST_PLACES = 200
MOST_NOTICE = 60 * 24 * 60
"""Minutes."""

_A_LENGTH = (
    r"(?:(?P<count>\d{1,3}) ?-?(?P<unit>min(?:ute)?s?|h(?:ou)?rs?|h)\b|(?P<quarter>a? ?quarter of an hour)"
    r"|(?P<half>half an hour|half ?hour)|(?P<hour>(?:an |1 )?hour))"
)
_ENDS = r"(?= ?(?:$|[,.;:)]|and |with |until |from |at |on |in |for |starting ))"
_GAP = re.compile(
    rf"(?:,? ?\b(?:with|and|plus|leaving) )?(?:(?:gap|break|pause)s? of )?(?:a )?(?:{_A_LENGTH}|(?P<bare>\d{{1,3}}))"
    rf"(?:(?: gap| break| pause)s?)? (?:in )?between(?: (?:them|each|each one|sessions|two|meetings|people))?{_ENDS}"
)
_PAUSE = re.compile(rf"(?:,? ?\b(?:with|and|plus|leaving) )?(?:a )?{_A_LENGTH} (?:gap|break|pause)s?\b")
_NO_GAP = re.compile(r"(?:,? ?\b(?:with|and) )?\b(?:back to back|(?:no|without(?: a| any)?) (?:gap|break|pause)s?)\b")
_SPAN = r"(?P<count>\d{1,3}) ?(?P<unit>hours?|hrs?|days?|weeks?)"
_NOTICE = re.compile(
    rf"(?:,? ?\b(?:with|and|at least|a) )*(?:{_SPAN}(?:'s?)? (?:notice|before|beforehand|ahead|in advance)\b"
    rf"|notice (?:of |period of |period |is )?{_SPAN.replace('count', 'count_').replace('unit', 'unit_')})"
)
_CAP = re.compile(
    r"(?:,? ?\b(?:with|and|but) )?\b(?:(?:at )?(?:the )?most|no more than|not more than|max(?:imum)?(?: of)?|up to) "
    r"(?P<count>\d{1,2})(?: (?:sessions?|people|of them|participants?|times))? (?:a|per|each|every|in a|in any|on a) "
    r"(?P<per>day|week)\b(?:,? (?:and|or|but)? ?(?P<count_>\d{1,2}) (?:a|per|each|every|in a) (?P<per_>day|week)\b)?"
)
_FIXED = re.compile(r"\b(?:fixed|closed|same people|action learning|every time the same|joined as a whole)\b")
_GROUP = re.compile(
    r"(?:\b(?:for|with|in) )?(?:\ba )?(?:(?:fixed|closed|open|small) )?\b"
    r"(?:(?:group|set)(?: coaching| session| sessions)?|action learning(?: set| sets| group)?)s?\b"
    r"(?: (?:of|for|with) (?:up to )?(?P<count>\d{1,3})(?: (?:people|places|participants))?)?"
)
_PLACES = re.compile(
    r"(?:,? ?\b(?:with|for|and|of) )?(?:up to )?\b(?P<count>\d{1,3}) places?(?: (?:each|a session|in each))?\b"
)
_FEWEST = re.compile(
    r"(?:,? ?\b(?:with|and|if|but|for) )?\b(?:at least|minimum(?: of)?|(?:no|not) (?:fewer|less) than) "
    r"(?P<count>\d{1,3})(?: people| participants)?(?! ?(?:min|h(?:ou)?r|day|week))\b"
)
_LENGTH = re.compile(
    rf"(?:,? ?\b(?:for|of|in|lasting) )?{_A_LENGTH}(?: (?:each|long|at a time))?(?: (?:sessions?|slots?))?"
)
_LINK = re.compile(
    r"(?:\b(?:link|online|by video|video|teams|zoom)\b\s*(?:at|on|:)?\s*)?(?P<link>https?://[^\s,;<>]+)", re.IGNORECASE
)
_PLACE = re.compile(
    r"[,;.]?\s*\b(?:(?:place|where|venue|room)\s*:|(?:we\s+|to\s+|people\s+)?meet(?:ing)?\s+(?:up\s+)?(?:at|in)\b"
    r"|in\s+person\s+(?:at|in)\b)\s*"
    r"(?P<place>[^,;\n]+(?:,\s*(?:the\s+)?(?:room|floor|level|suite|wing|building|reception)\b[^,;\n]*)*)",
    re.IGNORECASE,
)

_NOWHERE = (
    r"(?:all|least|most|once|present|short|person|total|advance|general|theory|principle|turn|case|chunks|blocks|slots"
    r"|sessions|an?|any|each|between|addition|due|mind|future|my (?:diary|calendar|offers?)"
    r"|(?:the )?(?:\w+ )?(?:earliest|latest|moment|meantime|term|half-term|holidays?|weeks?|months?|year|run-up))\b"
)
_ENDS_THERE = r"(?:for|with|without|from|until|till|on|every|if|so|then|please|because|as|up)\b"
_SOMEWHERE = re.compile(
    rf"\b(?:at|in)\s+(?P<place>(?!{_NOWHERE}|{_ENDS_THERE})(?:the\s+)?(?!\d)\w[\w'’&-]*"
    rf"(?:\s+(?!{_ENDS_THERE})[\w'’&-]+){{0,6}})",
    re.IGNORECASE,
)
"""Where it may be; or words that say when."""


@dataclass(frozen=True)
class Said:
    """What a sentence offers, and what it says besides."""

    offers: tuple[Wanted, ...] = ()
    why: str = ""
    """What is not sure about it."""
    instead: tuple[tuple[int, Wanted], ...] = ()
    """What else it may have meant, each with the number of the offer that it stands for."""
    a_day: int | None = None
    a_week: int | None = None
    group: bool = False
    """It is for a group; where it has one place, nothing was said of how many."""
    lacks_hours: bool = False
    """Days were said, and not from when to when."""


@dataclass
class _Rest:
    """What has not been read yet of a sentence."""

    text: str
    found: list[str] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first that is so, in plain words; it is taken out."""
        words = words_of(self.text)
        found = pattern.search(words.text)
        if found is not None and found[0].strip():
            start, end = words.span(*_stripped(found))
            self.text = f"{self.text[:start]} {self.text[end:]}"
        return found

    def take_typed(self, pattern: re.Pattern[str]) -> str:
        """The same, in the very words that were typed."""
        found = pattern.search(self.text)
        if found is None:
            return ""
        self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found[found.lastgroup or 0].strip(" .")


def read_offers(
    text: str, now: datetime, zone: ZoneInfo, minutes: int, fewest: int = 0, like: Wanted | None = None
) -> Said:
    """What is offered. Raises Refusal for what can't be.

    Each session takes so long, and each group needs so many, where nothing was said of that; a group meets for as long
    as it is offered. What was not said is as in `like`, where that is given.
    """
    if len(text) > MOST_SAID:
        return Said()
    rest = _Rest(text)
    how = like or Wanted(zone=zone.key, first=now.date(), starts=time(), ends=time(), minutes=minutes)
    link, place = rest.take_typed(_LINK), rest.take_typed(_PLACE)
    how = how.but(link=link or how.link, place=place or how.place)
    gap = rest.take(_GAP) or rest.take(_PAUSE)
    no_gap = gap is None and rest.take(_NO_GAP)
    caps = _caps(rest)
    notice = _notice(rest.take(_NOTICE))
    how = how.but(gap=_long(gap) if gap else 0 if no_gap else how.gap, notice=how.notice if notice is None else notice)
    how, group = _group(rest, how, fewest)
    length = rest.take(_LENGTH)
    how = how.but(minutes=_long(length) if length else how.minutes)
    if like is None:
        how = how.but(ends=_later(how.starts, how.minutes))
    _can_be(how)
    said = replace(_offered(rest.text, how, now, zone), group=group)
    if said.offers and not place and (place := _somewhere(rest.text, how, said.offers, now, zone)):
        said = replace(said, offers=tuple(wanted.but(place=place) for wanted in said.offers))
        said = replace(said, instead=tuple((at, wanted.but(place=place)) for at, wanted in said.instead))
    if group and length is None:
        said = replace(said, offers=tuple(map(_at_a_stretch, said.offers)))
    for wanted in said.offers:
        if wanted.fits < 1:
            raise Refusal(
                f"A session of {wanted.minutes} minutes doesn’t fit between {wanted.starts:%H:%M} and "
                f"{wanted.ends:%H:%M}. Please give longer hours, or say how many minutes a session takes."
            )
    return replace(said, a_day=caps.get("day"), a_week=caps.get("week"))


def _offered(text: str, how: Wanted, now: datetime, zone: ZoneInfo) -> Said:
    again = read_availabilities(text, now, zone)
    if again:
        offers = [_again(each, how) for each in again]
        if any(offer is None for offer in offers):
            return Said(lacks_hours=True)
        instead = [(at, _again(other, how)) for at, each in enumerate(again) for other in each.others]
        why = " ".join(dict.fromkeys(each.why for each in again if each.why))
        return Said(_there(offers), why, tuple((at, other) for at, other in instead if other))
    times = find_times(text, now, zone)
    if times is None:
        return Said()
    once = [_once(meant, how, zone) for meant in times.meant]
    if any(offer is None for offer in once):
        return Said(lacks_hours=True)
    others = [_once(meant, how, zone) for meant in times.others]
    return Said(_there(once), times.why, tuple((0, other) for other in others if other))


def _somewhere(text: str, how: Wanted, offers: tuple[Wanted, ...], now: datetime, zone: ZoneInfo) -> str:
    """Where it is: the most words after "at" or "in" that say nothing of when, for without them it is as it was."""
    for found in _SOMEWHERE.finditer(text):
        words = [*re.finditer(r"(?:the\s+)?\S+", found["place"], re.IGNORECASE)]
        for end in [found.start("place") + word.end() for word in reversed(words)]:
            with suppress(Refusal):
                if _offered(f"{text[: found.start()]} {text[end:]}", how, now, zone).offers == offers:
                    return text[found.start("place") : end].strip(" .")
    return ""


T = TypeVar("T")


def _there(found: list[T | None]) -> tuple[T, ...]:
    return tuple(each for each in found if each is not None)


def _again(said: Availability, how: Wanted) -> Wanted | None:
    """None where it was not said from when to when."""
    starts, ends = PARTS[said.part] if said.part else (said.starts, said.ends)
    if starts is None or said.onwards:
        return None
    return how.but(
        zone=said.zone.key,
        rule=said.rule,
        first=said.first,
        starts=starts,
        ends=ends or _later(starts, said.minutes or how.lasts),
        except_on=tuple(sorted(said.except_on)),
        minutes=said.minutes or how.minutes,
    )


def _once(meant: Meant, how: Wanted, zone: ZoneInfo) -> Wanted | None:
    start, end = meant.start, meant.end
    if not isinstance(start, datetime) or meant.how not in (How.EXACT, How.WINDOW):
        return None
    begins = start.astimezone(zone)
    if not isinstance(end, datetime):
        return how.but(first=begins.date(), starts=begins.time(), ends=_later(begins.time(), how.lasts))
    ends = end.astimezone(zone)
    if ends.date() != begins.date() and (ends.time() != time() or ends.date() - begins.date() != timedelta(days=1)):
        return None
    return how.but(first=begins.date(), starts=begins.time(), ends=ends.time())


def _later(wall: time, minutes: int) -> time:
    """So much later on the clock, and not beyond the end of the day."""
    return time(*divmod(min(wall.hour * 60 + wall.minute + minutes, 24 * 60) % (24 * 60), 60))


def _caps(rest: _Rest) -> dict[str, int]:
    """How many sessions at most, a day and a week."""
    found = [cap for cap in (rest.take(_CAP), rest.take(_CAP)) if cap]
    said = [(cap[per], cap[count]) for cap in found for per, count in (("per", "count"), ("per_", "count_"))]
    return {per: int(count) for per, count in said if per}


def _group(rest: _Rest, how: Wanted, usual: int) -> tuple[Wanted, bool]:
    """For how many it is, and whether it is a group at all."""
    fixed = _FIXED.search(words_of(rest.text).text) is not None
    group, places = rest.take(_GROUP), rest.take(_PLACES)
    count = next((int(each["count"]) for each in (places, group) if each and each["count"]), 1)
    if group is None and count == 1:
        return how, False
    fewest = rest.take(_FEWEST)
    return how.but(places=count, fixed=fixed, fewest=int(fewest["count"]) if fewest else min(usual, count)), True


def _at_a_stretch(wanted: Wanted) -> Wanted:
    """The same as one session, where there can be one so long."""
    return wanted.but(minutes=min(wanted.lasts, LONGEST))


def _can_be(how: Wanted) -> None:
    """Raises Refusal where a number is none that a session can have."""
    if not SHORTEST <= how.minutes <= LONGEST:
        raise Refusal(f"A session takes from {SHORTEST} minutes to {LONGEST // 60} hours. Please say it once more.")
    if how.gap > MOST_GAP:
        raise Refusal(f"Between two sessions there are up to {MOST_GAP // 60} hours. Please say it once more.")
    if not 1 <= how.places <= MOST_PLACES:
        raise Refusal(f"A group has from 2 to {MOST_PLACES} places. Please say it once more.")
    if how.fewest > how.places:
        raise Refusal(f"With {how.places} places, {how.fewest} can never be there. Please say it once more.")
    if how.notice is not None and how.notice > MOST_NOTICE:
        raise Refusal(f"The notice is up to {MOST_NOTICE // 60 // 24} days. Please say it once more.")


def _long(found: re.Match[str]) -> int:
    """In minutes."""
    said = found.groupdict()
    if said["count"]:
        return int(said["count"]) * (60 if str(said["unit"]).startswith("h") else 1)
    if said.get("bare"):
        return int(said["bare"])
    return 15 if said["quarter"] else 30 if said["half"] else 60


def _notice(found: re.Match[str] | None) -> int | None:
    """In minutes; None where nothing was said."""
    if found is None:
        return None
    count, unit = (found["count"], found["unit"]) if found["count"] else (found["count_"], found["unit_"])
    return int(count) * 60 * {"h": 1, "d": 24, "w": 7 * 24}[unit[0]]


def _stripped(found: re.Match[str]) -> tuple[int, int]:
    """Where its words are, without the spaces around them."""
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return start, found.end() - len(found[0]) + len(found[0].rstrip())
