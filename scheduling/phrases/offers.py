"""From words such as "Tuesdays 2-5pm until July" to the availability that they offer."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from scheduling.bank_holidays import bank_holiday
from scheduling.phrases.availability import Availability
from scheduling.phrases.bounds import Bounds
from scheduling.phrases.exceptions import Except
from scheduling.phrases.hours import Hours
from scheduling.phrases.meaning import Reader
from scheduling.phrases.meant import How
from scheduling.phrases.names import listed
from scheduling.phrases.often import bounded
from scheduling.phrases.pieces import ALL_DAY, Pieces, pieces_in
from scheduling.phrases.repeating import Repeating, begun
from scheduling.phrases.rules import Again, Often, rule_parts, together
from scheduling.phrases.words import words_of
from scheduling.phrases.zones import whose_time

MOST_OFFERED = 600
"""Characters: a longer text offers nothing."""
MOST_WORDS = 200
"""Words, numbers and marks: more in so few characters are no offer that somebody wrote."""
LOOKED_AHEAD = timedelta(days=400)
"""So far ahead bank holidays, and what else comes again, are left out of what has no end."""

_FILLS = listed(
    """
    i im i'm i’m ill i'll i’ll id i'd i’d am is are can could would will do make free available availability open up
    on for at the a an of in to and or but so my me we our you your it its it's just only also usually normally
    generally mostly typically ideally always maybe perhaps probably please pls thanks thank hi hello hey with put
    down block keep set add say offer offering have got any anytime time times day days all whole long work works
    best good fine ok okay either well often two one coaching session sessions slot slots hour hours meeting
    meetings call calls chat chats book bookable them they suit suits prefer preferably happy here that if there
    this most some weeks week each every both then around regular regularly repeat repeats repeating recurring
    """
)
"""What may stand beside days that have no hour, and they are offered: "I'm usually free on Mondays"."""
_TEN_TO_ELEVEN = re.compile(
    r"\b(?:five|ten) (?P<to>to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)
_UNREAD = re.compile(r"\b(?:until|up to|starting|beginning|except|excluding|apart from|but not)\b")
"""What is followed by a bound: left over, it was not read."""


def read_availability(text: str, now: datetime, zone: ZoneInfo) -> Availability | None:
    """What is offered again and again, the first where it is several; None where nothing is. Raises Refusal."""
    return next(iter(read_availabilities(text, now, zone)), None)


def read_availabilities(text: str, now: datetime, zone: ZoneInfo) -> tuple[Availability, ...]:
    """All that is offered again and again: "Mondays 9-12 and Thursdays 2-4" is two.

    Raises Refusal where one of them would end before it begins, or is said in the time of a place that is not known.
    """
    if len(text) > MOST_OFFERED:
        return ()
    text, zone, _ = whose_time(text, zone)
    reader = Reader(now, zone)
    offered = _offered(text, reader, zone)
    spelt = _TEN_TO_ELEVEN.search(text)
    if spelt is None:
        return offered
    from_to = _offered(f"{text[: spelt.start('to')]}until{text[spelt.end('to') :]}", reader, zone)
    why = f"“{spelt[0]}” may be from the one hour to the other, or one time."
    unsure = (replace(one, why=why, others=(other,)) for one, other in zip(from_to, offered, strict=False))
    return tuple(unsure) or offered


def _offered(text: str, reader: Reader, zone: ZoneInfo) -> tuple[Availability, ...]:
    words = words_of(text)
    if len(words.at) > MOST_WORDS:
        return ()
    try:
        pieces = pieces_in(words.text.strip(" .,;!?"), reader)
        if not _comes_again(pieces):
            return ()
        found = [_availability(offer, pieces, reader.today, zone) for offer in _offers(pieces)]
    except (ValueError, OverflowError):
        return ()
    return tuple(availability for availability in found if availability)


def _comes_again(pieces: Pieces) -> bool:
    """Whether what was said is plainly meant again and again, rather than once."""
    hours = any(hours.first for hours in pieces.hours)
    often = max((often.again for often in pieces.oftens), default=Again.NO)
    if not hours and any(word not in _FILLS for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", pieces.left)):
        return False
    timed = hours or any(hours.part for hours in pieces.hours)
    if often is Again.YES:
        return timed or any(_counts(one) for one in pieces.oftens)
    if pieces.once or not timed:
        return False
    if pieces.parts_again or not pieces.oftens:
        return pieces.parts_again
    return pieces.bounds.again or (often > Again.NO and not pieces.bounds.until)


@dataclass
class _Offer:
    """Days with the hours that were said of them."""

    oftens: list[Often] = field(default_factory=list)
    hours: Hours = field(default_factory=Hours)

    @property
    def has_days(self) -> bool:
        return any(often.days or often.dates or often.working_day or often.unit == "day" for often in self.oftens)


def _offers(pieces: Pieces) -> list[_Offer]:
    """Days and hours that belong together: the days before the hours, or those after them where hours came first."""
    offers, for_all = [_Offer()], list[Often]()
    hours_first = isinstance(next((piece for piece in pieces.said if _counts(piece)), None), Hours)
    for piece in pieces.said:
        offer = offers[-1]
        if isinstance(piece, Hours):
            if more := offer.hours.with_more(piece):
                offer.hours = more
            else:
                offers.append(_Offer([] if hours_first else list(offer.oftens), piece))
        elif not _counts(piece):
            for_all.append(piece)
        elif offer.has_days and (offer.hours.first or offer.hours.part):
            offers.append(_Offer([piece]))
        else:
            offer.oftens.append(piece)
    return _alike_together(_filled(offers, for_all))


def _counts(piece: Often | Hours) -> bool:
    """Whether it says days or hours of its own, not only a unit or a length."""
    if isinstance(piece, Hours):
        return bool(piece.first or piece.part)
    return bool(piece.days or piece.dates or piece.working_day or piece.unit == "day")


def _filled(offers: list[_Offer], for_all: list[Often]) -> list[_Offer]:
    """Each with the days, the hours or the length that only another one of them said."""
    minutes = next((offer.hours.minutes for offer in reversed(offers) if offer.hours.minutes), None)
    for before, offer in zip([offers[0], *offers], offers, strict=False):
        if not offer.has_days:
            offer.oftens = [*before.oftens, *offer.oftens]
        if not offer.hours.first and not offer.hours.part:
            offer.hours = replace(before.hours, minutes=offer.hours.minutes or before.hours.minutes)
        offer.hours = replace(offer.hours, minutes=offer.hours.minutes or minutes)
    for offer in offers:
        offer.oftens += for_all
    return offers


def _alike_together(offers: list[_Offer]) -> list[_Offer]:
    """Offers at the same hours are one of all their days."""
    kept: list[_Offer] = []
    for offer in offers:
        like = next(
            (other for other in kept if _span(other.hours) == _span(offer.hours) and _weekly(other) and _weekly(offer)),
            None,
        )
        if like:
            like.oftens += offer.oftens
        else:
            kept.append(offer)
    return kept


def _weekly(offer: _Offer) -> bool:
    return all(often.every == 1 and not any(nth for nth, _ in often.days) and not often.dates for often in offer.oftens)


def _span(hours: Hours) -> tuple[time | None, time | None, str, int | None]:
    return hours.starts, hours.ends, hours.part, hours.minutes


def _availability(offer: _Offer, pieces: Pieces, today: date, zone: ZoneInfo) -> Availability | None:
    """What is offered, from tomorrow on."""
    often = together(offer.oftens) if offer.oftens else Often("day")
    tomorrow = datetime.combine(today + timedelta(days=1), time())
    found = _timed(often, offer.hours, pieces.bounds, pieces.without, tomorrow, zone)
    if found is None:
        return None
    why, others = _doubts(often, offer.hours, pieces, tomorrow, zone)
    return replace(found, why=why, others=tuple(other for other in others if other and other != found))


def _timed(
    often: Often, hours: Hours, bounds: Bounds, without: Except, begins: datetime, zone: ZoneInfo
) -> Availability | None:
    repeating = bounded(often, bounds, without, time(), begins, zone)
    if repeating is None:
        return None
    if hours.part == ALL_DAY:
        hours = replace(hours, part="")
    starts, ends = hours.starts, hours.ends
    if hours.how is How.BY:
        starts, ends = None, hours.starts
    return Availability(
        repeating.rule,
        repeating.first.date(),
        zone,
        starts,
        ends,
        hours.how is How.FROM and ends is None,
        "" if hours.first else hours.part,
        _excepted(repeating, without),
        hours.minutes,
    )


def _excepted(repeating: Repeating, without: Except) -> frozenset[date]:
    """The days on which it would come and does not."""
    first = repeating.first.date()
    last = first + LOOKED_AHEAD if without.holidays or without.oftens else date.min
    last = max([last, *(end for _, end in without.spans)])
    again = {
        day
        for often in without.oftens
        for day in takewhile(
            lambda day: day <= last,
            begun(rule_parts(often, first.weekday(), first.day), time(), repeating.first, repeating.zone).days(),
        )
    }
    return frozenset(
        day
        for day in takewhile(lambda day: day <= last, repeating.days())
        if day in again
        or any(begin <= day <= end for begin, end in without.spans)
        or (without.holidays and bank_holiday(day))
    )


def _doubts(
    often: Often, hours: Hours, pieces: Pieces, begins: datetime, zone: ZoneInfo
) -> tuple[str, list[Availability | None]]:
    """Why it is not sure, in words for the person, and what else it may have meant."""
    first = hours.first
    if (
        first
        and first.doubtful
        and not hours.part
        and (other := first.other())
        and not (hours.last and hours.last.sure)
    ):
        late = replace(hours, first=other)
        why = f"I read that as {first.at():%H:%M}; it may be {other.at():%H:%M}."
        return why, [_timed(often, late, pieces.bounds, pieces.without, begins, zone)]
    if (until := pieces.bounds.until) and (or_until := pieces.bounds.or_until) and or_until > begins.date():
        why = f"Until {until:%B} may mean to its end, or only until it begins."
        shorter = replace(pieces.bounds, until=or_until)
        return why, [_timed(often, hours, shorter, pieces.without, begins, zone)]
    if unread := _UNREAD.search(pieces.left):
        return f"I couldn’t read what you said after “{unread[0]}”.", []
    if often.why:
        return often.why, [_timed(often.otherwise(), hours, pieces.bounds, pieces.without, begins, zone)]
    return "", []
