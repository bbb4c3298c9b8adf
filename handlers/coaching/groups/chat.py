"""Group coaching: which groups there are, and a page of each, from which it is joined or waited for."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.booking.due import used_of_due
from handlers.coaching.booking.stretches import AHEAD, stretch, times_in
from handlers.coaching.booking.times import MOST, buttons_of
from handlers.coaching.groups.in_line import already, as_it_stands
from handlers.coaching.groups.open_groups import JOIN, WAIT, Groups, groups_of, or_another, page_of
from handlers.coaching.presses import GROUP, NOT_WITH, minute_of, moment_at
from handlers.coaching.words import line, named, where
from handlers.said import coaching as said
from scheduling.availability import Free, hours
from scheduling.booking import Wish, free
from scheduling.coaching import Overlaps, SlotTaken
from scheduling.diaries import every_time
from scheduling.placing import slot_of
from scheduling.unasked import at_wall
from storage.shared.coaching.offers import Offer
from storage.shared.people import Role

router = Router("coaching groups")

MORE = Press("groups.more", int)
"""The groups after so many."""

NOBODY = "No group is open to you just now. Say “book coaching” for a session with a coach alone."
MAY_THEY_KNOW = (
    "May the others know that you come? Those who say yes are named to one another. Nobody else is named to anybody "
    "but the coach."
)
THEY_KNOW = "The same people come each time, and know one another. You join for all of it."
WAIT_FOR_IT = "You can wait in line: once it is your turn and there is a place, I ask you whether you take it."


# ---------------------------------------------------------------- which there are


@router.intent(
    "book_group_coaching",
    "Book a place in group coaching",
    "book group coaching",
    "a place in group coaching",
    "sign me up for the group session",
    "join the group",
    "join the group with {coach}",
    "join the group {when}",
    *said.BOOK_GROUP_COACHING,
    help="the open groups, the places left, and a line to wait in",
    allow=Role.PARTICIPANT,
)
async def book_group_coaching(turn: Turn) -> None:
    """What was said of when, or of a coach, narrows it down; where that leaves one group, its page is shown."""
    spans = [stretch(meant, turn.now, turn.zone) for meant in times_in(turn.text, turn.now, turn.zone)]
    groups, said_of = await groups_of(turn), set(plain_words(turn.slots.get("coach", "")))
    whose = [coach_id for coach_id, name in groups.coaches.items() if said_of & set(plain_words(name))]

    def fits(times: Sequence[Free]) -> bool:
        then = not spans or any(first <= time.starts < last for time in times for first, last in spans)
        return then and (not whose or times[0].offer.coach_id in whose)

    times = await groups.for_one_time(max([turn.now + AHEAD, *(last for _, last in spans)]))
    everything = [*await groups.fixed(), *([time] for time in times)]
    found = [each for each in everything if fits(each)]
    if (spans or whose) and len(found) == 1:
        await _show(turn, groups, found[0])
    else:
        await _list(turn, groups, found or everything, note="" if found else "I find no such group. These are open:")


@router.pressed(MORE, allow=Role.PARTICIPANT)
async def more(turn: Turn, shown: int) -> None:
    groups = await groups_of(turn)
    everything = [*await groups.fixed(), *([time] for time in await groups.for_one_time())]
    await _list(turn, groups, everything, first=max(shown, 0))


async def _list(turn: Turn, groups: Groups, found: Sequence[Sequence[Free]], *, first: int = 0, note: str = "") -> None:
    shown = found[first : first + MOST]
    if not shown:
        raise Refusal(NOBODY)
    lines = "\n".join(f"- {_in_a_line(groups, times)}: {_left(times)}" for times in shown)
    buttons = await buttons_of(groups.coaching, [times[0] for times in shown], groups.zone, page_of)
    if len(found) > first + MOST:
        buttons = (*buttons, Button("More groups", MORE(first + MOST)))
    words = "\n\n".join(filter(None, [note, lines, f"{used_of_due(groups.sessions)}."]))
    await turn.replace(Message(words, title="Group coaching", buttons=buttons))


def _in_a_line(groups: Groups, times: Sequence[Free]) -> str:
    time, coach = times[0], named(times[0].offer.coach_id, groups.coaches)
    if time.offer.fixed:
        return f"A fixed group with {coach}, {_how_often(times)} from {spoken(time.starts, groups.zone)}"
    return f"{line(slot_of(time.offer, time.starts, time.ends), groups.zone)} with {coach}"


def _how_often(times: Sequence[Free]) -> str:
    return "once" if len(times) == 1 else f"{len(times)} times"


def _left(times: Sequence[Free]) -> str:
    """How many places there are: a number, and nothing of who has the others."""
    left = min(time.left for time in times)
    return f"{left} {'place' if left == 1 else 'places'} left" if left else "full"


# ---------------------------------------------------------------- the page of one


@router.pressed(GROUP, allow=Role.PARTICIPANT)
async def group(turn: Turn, offer_id: int, minute: int) -> None:
    """Where they are in it already, or wait for it, how that stands."""
    groups = await groups_of(turn)
    wish = groups.wish(offer_id, moment_at(minute))
    if (booked := await already(groups.coaching, wish)) is not None:
        await turn.replace(await as_it_stands(turn, booked))
        return
    try:
        await _show(turn, groups, await _open(groups, wish))
    except (SlotTaken, Overlaps) as refusal:
        raise await or_another(groups, refusal) from None


async def _open(groups: Groups, wish: Wish) -> Sequence[Free]:
    """All times at which somebody would come. Raises SlotTaken, Overlaps."""
    offer, times = await groups.coaching.db.offers.get(wish.offer_id), list[Free]()
    if offer is not None and offer.is_group and not offer.fixed:
        return [await free(groups.coaching, wish, offer)]
    if offer is not None and offer.fixed:
        times = await every_time(groups.coaching, wish.cohort_id, wish.person_id, offer)
    if not times:
        raise SlotTaken(wish.starts, wish.zone)
    return times


async def _show(turn: Turn, groups: Groups, times: Sequence[Free]) -> None:
    """What it is, and what can be done: with that it is asked, once, whether the others may know."""
    offer, slots = times[0].offer, [slot_of(time.offer, time.starts, time.ends) for time in times]
    when = [f"**{line(slot, groups.zone)}**" for slot in slots]
    words = ["\n".join(f"- {each}" for each in when) if offer.fixed else when[0]]
    if offer.fixed and (gone := _gone(offer, turn.now)):
        began, lies = spoken(gone[0], groups.zone), "lies" if len(times) == 1 else "lie"
        words.insert(0, f"It began on {began}: {len(times)} of its {len(gone) + len(times)} times {lies} ahead.")
    words.append(
        f"With {named(offer.coach_id, groups.coaches)}. Where: {where(slots[0])}. {_left(times).capitalize()}."
    )
    further, ways = _what_can_be_done(groups, times)
    buttons = (*ways, Button("Somebody I’d rather not be with", NOT_WITH(offer.coach_id))) if ways else ()
    title = "A fixed group" if offer.fixed else "Group coaching"
    await turn.replace(Message("\n\n".join([*words, *further]), title=title, buttons=buttons))


def _gone(offer: Offer, now: datetime) -> list[datetime]:
    """The times of a fixed group that have begun by now."""
    first = at_wall(offer.first, time(), ZoneInfo(offer.zone))
    return [opens for _, opens, _ in hours(offer, first, now) if opens <= now]


def _what_can_be_done(groups: Groups, times: Sequence[Free]) -> tuple[list[str], tuple[Button, ...]]:
    offer, minute = times[0].offer, minute_of(times[0].starts)
    counted, due = groups.sessions.counted, groups.sessions.due
    has_place = all(time.left for time in times)
    if counted.together + len(times) > due:
        return [f"{used_of_due(groups.sessions)}: that leaves too few for it."], ()
    if offer.fixed:
        join = Button(f"Join, {_how_often(times)}", JOIN(offer.id, minute, 1), "main")
        return ([THEY_KNOW], (join,)) if has_place else ([], ())
    press, verb = (JOIN, "Book") if has_place else (WAIT, "Wait")
    return [*([] if has_place else [WAIT_FOR_IT]), MAY_THEY_KNOW], (
        Button(f"{verb}, and they may know", press(offer.id, minute, 1), "main"),
        Button(f"{verb}, and don’t name me", press(offer.id, minute, 0)),
    )
