"""A coach's own week: what is on offer in it, what is booked, and when they have something else on."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act
from bot.chat.messages import Message, Picture, Press
from bot.chat.router import Router
from bot.chat.times import A_DAY, A_WEEK, place_of
from bot.chat.turns import Turn
from handlers.coaching.offering.wanted import Changed, OfferDraft
from handlers.coaching.offering.week_picture import Block, Sort, alt_text, week
from scheduling.availability import Diary, Seeker, free_times, hours
from scheduling.diaries import A_YEAR
from scheduling.unasked import at_wall
from storage.shared.coaching.busy import Span
from storage.shared.coaching.offers import Offer
from storage.shared.people import Role
from storage.shared.unit import SharedUnit

router = Router("coaching week")

DRAW = "offers.draw"
WEEK = Press("offers.week")
WEEK_OF = Press("offers.week_of", str)
"""With the times of a draft in it."""


@router.pressed(WEEK, allow=Role.COACH)
async def picture(turn: Turn) -> None:
    await turn.later(DRAW, account=turn.account.id, draft="")


@router.pressed(WEEK_OF, allow=Role.COACH, private=True)
async def picture_of(turn: Turn, draft_id: str) -> None:
    await draw_soon(turn, draft_id)


async def draw_soon(turn: Turn, draft_id: str) -> None:
    """A picture of the week in which a draft begins comes as a message of its own."""
    await turn.later(DRAW, account=turn.account.id, draft=draft_id)


@router.act(DRAW)
async def draw(act: Act) -> None:
    """Drawn in the worker process, from what is so by then."""
    await act.step("send", partial(_send, act))


async def _send(act: Act) -> str:
    assert act.person is not None
    changed = list[Changed]()
    if draft_id := str(act.arguments["draft"]):
        draft = await (await act.vault()).get(OfferDraft, draft_id)
        if draft is None:
            return ""
        changed = draft.changed
    zone = ZoneInfo(act.person.zone)
    async with act.unit() as unit:
        monday, blocks = await week_of(unit, act.person.id, changed, act.now, zone)
    place = place_of(zone, act.now)
    data = await act.in_worker(week, blocks, monday, place)
    await act.send(
        Message(attachments=(Picture(data, alt_text(blocks, monday, place), "week.png"),)),
        account_id=int(act.arguments["account"]),
    )
    return ""


async def week_of(
    db: SharedUnit, coach_id: int, changed: Sequence[Changed], now: datetime, zone: ZoneInfo
) -> tuple[date, list[Block]]:
    """The first week in which something is on offer, with what would be in the place of what is."""
    gone = {each.offer_id for each in changed}
    offers = (await db.offers.of([coach_id]))[coach_id]
    new = [each.wanted.new(coach_id, now) for each in changed if each.wanted]
    monday = _first_week(new or offers, now, zone)
    first, last = max(now, at_wall(monday, time(), zone)), at_wall(monday + 7 * A_DAY, time(), zone)
    coach = await db.coaches.get(coach_id)
    seats = await db.bookings.seats([coach_id], first - A_WEEK, last + A_WEEK, now)
    busy = (await db.busy.of([coach_id], first, last))[coach_id]

    def free(offers: Sequence[Offer]) -> set[Span]:
        diary = Diary(offers, seats, busy, coach.a_day, coach.a_week)
        return {(time.starts, time.ends) for time in free_times(diary, Seeker(0), now=first, until=last)}

    booked = {each.slot.span for each in seats if each.people and first <= each.slot.starts_at < last}
    before, after = free(offers), free([*new, *(offer for offer in offers if offer.id not in gone)])
    shown = {
        Sort.NEW: after - before - booked,
        Sort.FREE: (after & before) - booked,
        Sort.BOOKED: booked,
        Sort.BUSY: set(busy),
    }
    days = {monday + number * A_DAY for number in range(7)}
    blocks = [block for sort, spans in shown.items() for span in spans for block in _blocks(span, sort, zone)]
    return monday, sorted((block for block in blocks if block.day in days), key=_in_order)


def _first_week(offers: Sequence[Offer], now: datetime, zone: ZoneInfo) -> date:
    """Its Monday: that of this week, where nothing comes."""
    opens = [next(hours(offer, now, now + A_YEAR), None) for offer in offers if not offer.paused]
    first = min((found[1] for found in opens if found), default=now).astimezone(zone).date()
    return first - first.weekday() * A_DAY


def _blocks(span: Span, sort: Sort, zone: ZoneInfo) -> Iterator[Block]:
    """A stretch of time, day by day on the clock of the zone."""
    starts, ends = (moment.astimezone(zone) for moment in span)
    day = starts.date()
    while day <= ends.date():
        opens = _minutes(starts) if day == starts.date() else 0
        closes = _minutes(ends) if day == ends.date() else A_DAY // timedelta(minutes=1)
        if opens < closes:
            yield Block(day, opens, closes, sort)
        day += A_DAY


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _in_order(block: Block) -> tuple[date, int, int]:
    return block.day, block.starts, block.ends
