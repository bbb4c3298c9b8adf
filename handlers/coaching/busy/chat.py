"""When somebody has something else on: said, or pasted as a list. Nobody can book them then, and nobody sees why."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Form, LongText
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken, spoken_date
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.coaching.booking.stretches import is_moment, stretch, times_in
from handlers.said import busy as said
from scheduling.booking import A_MOMENT
from scheduling.calendars import joined
from scheduling.phrases import Meant, read_repeating, spoken_meant
from scheduling.phrases.zones import whose_time
from storage.shared.coaching.busy import CALENDAR, FILE, SAID, BusyTime, Span
from storage.shared.people import Role

router = Router("coaching: busy times")

WHO = (Role.COACH, Role.PARTICIPANT)
NOT_BUSY = Press("busy.not_busy", int)
SEE = "my_busy_times"

AN_HOUR = timedelta(hours=1)
MOST_SHOWN = 12
MOST_AT_ONCE = 100

HOW = "Say when, such as “I’m busy Thursday 2-4 and Friday morning”, or send a list with one time a line."
AGAIN = (
    "That comes again and again, and I take single times here. Send me your calendar as a file (.ics), or say “read my "
    "calendar” to have me read it at its address."
)
_LINES = re.compile(r"[\n;]+")


class Busy(Form):
    route = "busy.said"
    title = "When you are busy"
    done = "Keep these times free"

    times = LongText(
        "When can nobody book you?", help="One time a line, such as “Thursday 2-4” or “14 to 18 February”.", most=5_000
    )


@router.intent(
    "busy",
    "Say when I’m busy",
    "i'm busy",
    "i am busy",
    "i'm busy {when}",
    "i am busy {when}",
    "i'm not free {when}",
    "i have something on {when}",
    "busy {when}",
    *said.BUSY,
    command="busy",
    help="“I’m busy Thursday 2-4”: nobody can book you then",
    allow=WHO,
    private=True,
    opens=True,
    acts="when told",
)
async def busy(turn: Turn) -> None:
    whose_time(turn.text, turn.zone)  # a place that is not known is said at once
    if not times_in(turn.text, turn.now, turn.zone) and not _comes_again(turn.text, turn.now, turn.zone):
        await turn.ask(Busy)
        return
    await _keep(turn, turn.text)


@router.submitted(Busy)
async def filled(turn: Turn, form: Busy) -> None:
    await _keep(turn, form.times)


async def _keep(turn: Turn, text: str) -> None:
    spans, left_out = spans_in(text, turn.now, turn.zone)
    ids = await turn.db.busy.add(turn.person.id, spans)
    words = [f"{_what_follows(turn)}:", _listed(spans, turn.zone)]
    if left_out:
        lines = "One line" if left_out == 1 else f"{left_out} lines"
        words.append(f"{lines} I left out: I found no time there.")
    if await _has_sessions(turn, spans):
        words.append("You have a session in that time, and it stays as it is. Say “my sessions” to see it.")
    words.append("Nobody sees why, and I don’t keep it. “undo” takes it back.")
    await turn.can_undo("when you are busy", not_busy_after_all, " ".join(map(str, ids)))
    await turn.say(Message("\n\n".join(words), buttons=(Button("See all of them", WANT(SEE)),)))


def _what_follows(turn: Turn) -> str:
    """Nobody books a participant."""
    return "Nobody can book you then" if Role.COACH in turn.roles else "I offer you no sessions then"


async def _has_sessions(turn: Turn, spans: Sequence[Span]) -> bool:
    return any([await turn.db.bookings.sessions_of(turn.person.id, *span) for span in spans])


def spans_in(text: str, now: datetime, zone: ZoneInfo) -> tuple[list[Span], int]:
    """The times that are said, line by line, and in how many lines there is none. Raises Refusal, Unsure."""
    whose_time(text, zone)
    spans: list[Span] = []
    left_out = 0
    for line in filter(str.strip, _LINES.split(text)):
        if _comes_again(line, now, zone):
            raise Refusal(AGAIN)
        meant = times_in(line, now, zone)
        left_out += not meant
        spans += [_span(each, now, zone) for each in meant]
    if not spans or len(spans) > MOST_AT_ONCE:
        raise Refusal(HOW)
    return joined(spans), left_out


def _comes_again(words: str, now: datetime, zone: ZoneInfo) -> bool:
    try:
        return read_repeating(words, now, zone) is not None
    except Refusal:  # it does, and how is not clear
        return True


def _span(meant: Meant, now: datetime, zone: ZoneInfo) -> Span:
    """Where no end is said, it is an hour."""
    starts, ends = stretch(meant, now, zone)
    return (starts, starts + AN_HOUR) if is_moment(meant) else (starts, ends)


@router.undo("busy.not_busy_after_all")
async def not_busy_after_all(turn: Turn, ids: str) -> str:
    for busy_id in ids.split():
        await turn.db.busy.take_back(turn.person.id, int(busy_id))
    return "You can be booked then, as before."


# ---------------------------------------------------------------- seeing them, and taking one back


@router.intent(
    SEE,
    "See when I’m busy",
    "my busy times",
    "when am i busy",
    "when can nobody book me",
    *said.MY_BUSY_TIMES,
    allow=WHO,
)
async def my_busy_times(turn: Turn) -> None:
    await turn.say(await _page(turn))


@router.pressed(NOT_BUSY, allow=WHO)
async def not_busy(turn: Turn, busy_id: int) -> None:
    if not await turn.db.busy.take_back(turn.person.id, busy_id):
        raise Refusal("That isn’t there any more. Say “my busy times” to see what is.")
    await turn.replace(await _page(turn))


async def _page(turn: Turn) -> Message:
    by_source = {
        source: await turn.db.busy.ahead(turn.person.id, turn.now, source) for source in (SAID, FILE, CALENDAR)
    }
    if not any(by_source.values()):
        return Message(f"You have said of no time that you are busy. {HOW}")
    titles = {SAID: "As you said", FILE: "From the calendar file that you sent", CALENDAR: "From your calendar"}
    parts = [
        f"**{titles[source]}**\n\n{_listed([(each.starts_at, each.ends_at) for each in found], turn.zone)}"
        for source, found in by_source.items()
        if found
    ]
    return Message(
        "\n\n".join(parts),
        title=_what_follows(turn),
        buttons=(
            *(_free_again(each, turn.zone) for each in by_source[SAID][:MOST_SHOWN]),
            *(
                (Button("Calendars that I read", WANT("read_my_calendar")),)
                if by_source[FILE] or by_source[CALENDAR]
                else ()
            ),
        ),
    )


def _free_again(busy_time: BusyTime, zone: ZoneInfo) -> Button:
    """By when it begins: more would be cut on a phone."""
    starts = busy_time.starts_at.astimezone(zone)
    when = spoken_date(starts) if starts.time() == time() else spoken(starts, zone)
    return Button(label_of(f"Free again: {when}"), NOT_BUSY(busy_time.id))


def _listed(spans: Sequence[Span], zone: ZoneInfo) -> str:
    lines = [f"- {in_words(span, zone)}" for span in spans[:MOST_SHOWN]]
    return "\n".join([*lines, *([f"- and {len(spans) - MOST_SHOWN} more"] if len(spans) > MOST_SHOWN else [])])


def in_words(span: Span, zone: ZoneInfo) -> str:
    """Whole days as days."""
    starts, ends = (moment.astimezone(zone) for moment in span)
    if starts.time() == ends.time() == time():
        return spoken_meant(Meant(starts.date(), (ends - A_MOMENT).date()), zone)
    return spoken_meant(Meant(starts, ends), zone)
