"""My sessions, for both sides: what lies ahead, a day or a week, and what has been."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.permission import is_open
from bot.chat.router import Router
from bot.chat.times import on_the_clock, spoken, spoken_date
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.coaching import presses
from handlers.coaching.booking.due import used_of_due
from handlers.coaching.finding import TAKES_PART, names_of, other_of, session_meant
from handlers.coaching.rules import coaching_of
from handlers.coaching.sessions.calendar_entry import is_in_calendar, known_by, sessions_between
from handlers.coaching.sessions.session import is_coached_by, page, stands
from handlers.coaching.words import SOMEBODY, line, named
from handlers.reflections.texts import page_of
from handlers.said import booked as said
from scheduling.coaching import NotThere
from scheduling.diaries import A_YEAR, sessions
from scheduling.phrases import find_times
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import ENDED, BookingState
from storage.shared.people import Role

router = Router("coaching: my sessions")

DAYS = Press("coaching.days", int, int)
"""So many days from this one on, counted from the first of all days."""
EARLIER = Press("coaching.earlier", int)
"""This page of what has been."""

LONG_AGO = 3 * A_YEAR
MOST_SHOWN = 8
A_WEEK = 7
STEPS = {1: "day", A_WEEK: "week"}
DAYS_OF = {unit: days for days, unit in STEPS.items()}
A_FORTNIGHT = timedelta(days=14)

_BEEN = re.compile(r"\b(past|previous|old|earlier|finished|completed|history|had|taken place)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(where|link|room|join|zoom|teams|details)\b", re.IGNORECASE)
_UNIT = re.compile(r"\bmy (?:coaching )?(day|week)\b", re.IGNORECASE)

Session = Sequence[Booked]
"""One session of somebody's: of a group that they coach, everybody who is in it."""


@router.intent(
    "my_sessions",
    "See my coaching sessions",
    "my sessions",
    "my coaching sessions",
    "when is my next session",
    "when am i seeing my coach",
    "my sessions on {when}",
    "my sessions {when}",
    "my past sessions",
    "past sessions",
    "my earlier sessions",
    "sessions that i have had",
    "joining link for my coaching",
    "joining link for my session",
    "where is my coaching",
    "where is my session",
    "(who|whom) am i (coaching|seeing) (on|) {when}",
    "my day",
    "my week",
    "show my day",
    "show my week",
    "show me my week",
    "my coaching day",
    "my coaching week",
    *said.MY_SESSIONS,
    command="sessions",
    help="what lies ahead, a day or a week of it, and what has been",
)
async def my_sessions(turn: Turn) -> None:
    days = _days_said(turn)
    if _PLACE.search(turn.text):
        await turn.say(await page(turn, await session_meant(turn)))
    elif days is not None:
        await _on(turn, *days)
    elif _BEEN.search(turn.text):
        await earlier(turn, 0)
    else:
        await _ahead(turn)


def _days_said(turn: Turn) -> tuple[date, int] | None:
    """From which day on, and how many, where that was said and is no longer than can be shown."""
    times = find_times(turn.text, turn.now, turn.zone)
    if times is None:
        unit = _UNIT.search(turn.text)
        return (_day(turn.now, turn), DAYS_OF[unit[1].casefold()]) if unit else None
    meant = times.readings[0]
    first, last = (_day(each, turn) for each in (meant.start, meant.end or meant.start))
    return (first, (last - first).days + 1) if first <= last < first + A_FORTNIGHT else None


def _day(when: date, turn: Turn) -> date:
    return when.astimezone(turn.zone).date() if isinstance(when, datetime) else when


# ---------------------------------------------------------------- what lies ahead


async def _ahead(turn: Turn) -> None:
    found = await _of_concern(turn, turn.now, turn.now + A_YEAR)
    coached, own = _each(turn, found, coached=True), _each(turn, found, coached=False)
    names = await names_of(turn.db, found)
    coaches = Role.COACH in turn.roles or bool(coached)
    parts = await _used(turn)
    if own or parts:
        parts.append(_lines(turn, own[:MOST_SHOWN], names) or "No session of yours lies ahead.")
        parts += _more(own)
    if coaches:
        parts.append("**You coach**")
        parts.append(_lines(turn, coached[:MOST_SHOWN], names) or "Nobody has booked a time with you that lies ahead.")
        parts += _more(coached)
    today = turn.now.astimezone(turn.zone).date().toordinal()
    of_coach = [Button("My day", DAYS(today, 1)), Button("My week", DAYS(today, A_WEEK))] if coaches else []
    book = [Button("Book coaching", WANT("book_coaching"))] if _books(turn) else []
    await turn.say(
        Message(
            "\n\n".join(parts) or "No session of yours lies ahead.",
            title="Your sessions",
            buttons=(
                *_buttons(turn, [*own[:MOST_SHOWN], *coached[:MOST_SHOWN]], names),
                *book,
                *of_coach,
                Button("Earlier sessions", EARLIER(0)),
                Button("In my calendar", WANT("my_calendar")),
            ),
        )
    )


def _more(found: Sequence[Session]) -> list[str]:
    return [f"There are {len(found) - MOST_SHOWN} more after these."] if len(found) > MOST_SHOWN else []


async def _used(turn: Turn) -> list[str]:
    """Sessions used of those that the programme has for them, in each cohort in which they take part."""
    lines = []
    for cohort in turn.cohorts:
        parts = [part for part in turn.memberships if part.cohort_id == cohort.id and part.role == Role.PARTICIPANT]
        if any(part.state in TAKES_PART for part in parts):
            for groups, sort in ((False, ""), (True, "In groups: ")):
                theirs = (await sessions(coaching_of(turn), cohort.id, [turn.person.id], groups=groups))[turn.person.id]
                lines += [f"- {sort}{used_of_due(theirs)}"] if theirs.due else []
    return ["\n".join(lines)] if lines else []


def _books(turn: Turn) -> bool:
    return Role.PARTICIPANT in turn.roles and is_open(turn, turn.kit.routes.intents["book_coaching"].route)


async def _of_concern(turn: Turn, first: datetime, last: datetime) -> list[Booked]:
    """All of theirs between the two. What has ended is not in a list, unless it was answered with other times."""
    found = await sessions_between(turn.db, turn.person.id, first, last)
    return [each for each in found if each.booking.state not in ENDED or each.booking.proposed]


# ---------------------------------------------------------------- a day, or a week


@router.pressed(DAYS)
async def on_days(turn: Turn, first: int, days: int) -> None:
    if abs(first - _day(turn.now, turn).toordinal()) > LONG_AGO.days or not 1 <= days <= A_FORTNIGHT.days:
        raise NotThere
    await _on(turn, date.fromordinal(first), days)


async def _on(turn: Turn, first: date, days: int) -> None:
    begins, ends = (_midnight(first + timedelta(days=number), turn) for number in (0, days))
    found = [each for each in await _of_concern(turn, begins, ends) if each.slot.starts_at >= begins]
    names = await names_of(turn.db, found)
    each_once = sorted(_each(turn, found, coached=True) + _each(turn, found, coached=False), key=_begins)
    until = f" to {spoken_date(first + timedelta(days=days - 1))}" if days > 1 else ""
    step = STEPS.get(days, "days")
    await turn.replace(
        Message(
            _lines(turn, each_once, names) or "No session of yours is then.",
            title=f"{spoken_date(first)}{until}",
            buttons=(
                *_buttons(turn, each_once[: 2 * MOST_SHOWN], names),
                Button(f"The {step} before", DAYS((first - timedelta(days=days)).toordinal(), days)),
                Button(f"The {step} after", DAYS((first + timedelta(days=days)).toordinal(), days)),
                Button("My sessions", WANT("my_sessions")),
            ),
        )
    )


def _midnight(day: date, turn: Turn) -> datetime:
    return on_the_clock(datetime.combine(day, datetime.min.time()), turn.zone)


# ---------------------------------------------------------------- what has been


@router.pressed(EARLIER)
async def earlier(turn: Turn, number: int) -> None:
    theirs = await sessions_between(turn.db, turn.person.id, turn.now - LONG_AGO, turn.now)
    found = [each for each in theirs if each.slot.ends_at <= turn.now and is_in_calendar(each.booking)]
    each_once = sorted(_each(turn, found, coached=True) + _each(turn, found, coached=False), key=_begins, reverse=True)
    if not each_once:
        await turn.say(Message("No session of yours has taken place yet.", buttons=(_all(),)))
        return
    names = await names_of(turn.db, found)
    shown, turning = page_of(each_once, number, EARLIER)
    log = [Button("My log of hours", WANT("coaching_log"))] if Role.COACH in turn.roles else []
    await turn.replace(
        Message(
            "\n\n".join([*await _used(turn), _lines(turn, shown, names)]),
            title="Earlier sessions",
            buttons=(*_buttons(turn, shown, names), *turning, *log, _all()),
        )
    )


def _all() -> Button:
    return Button("My sessions", WANT("my_sessions"))


# ---------------------------------------------------------------- in lines, and as buttons


def _each(turn: Turn, booked: Iterable[Booked], *, coached: bool) -> list[Session]:
    """Each session once, the earliest first, of those that they coach or of the others."""
    of_them = [each for each in booked if is_coached_by(turn, each) == coached]
    return [list(together) for _, together in groupby(of_them, key=lambda each: known_by(each, turn.person.id).uid)]


def _lines(turn: Turn, shown: Iterable[Session], names: Mapping[int, str]) -> str:
    return "\n".join(f"- {_line(turn, session, names)}" for session in shown)


def _line(turn: Turn, session: Session, names: Mapping[int, str]) -> str:
    first = session[0]
    at, slot = line(first.slot, turn.zone), first.slot
    if not is_coached_by(turn, first):
        sort = "in a group with" if slot.is_group else "with"
        return f"{at}: {sort} **{named(slot.coach_id, names)}**, {stands(first, turn.now, turn.zone)}"
    if not slot.is_group:
        return f"{at}: **{named(first.booking.person_id, names)}**, {stands(first, turn.now, turn.zone)}"
    there = [each for each in session if is_in_calendar(each.booking)]
    asked = sum(each.booking.state == BookingState.REQUESTED for each in there)
    waits = len(session) - len(there)
    more = [f"{asked} to confirm" if asked else "", f"{waits} waiting" if waits else ""]
    return ", ".join([f"{at}: your group, {len(there)} of {slot.places}", *filter(None, more)])


def _buttons(turn: Turn, shown: Iterable[Session], names: Mapping[int, str]) -> list[Button]:
    return [Button(_label(turn, session, names), presses.SESSION(session[0].booking.id)) for session in shown]


def _label(turn: Turn, session: Session, names: Mapping[int, str]) -> str:
    first = session[0]
    at = spoken(first.slot.starts_at, turn.zone)
    if first.slot.is_group and is_coached_by(turn, first):
        return label_of(f"{at}: your group")
    return label_of(f"{at}: {names.get(other_of(turn, first), SOMEBODY)}")


def _begins(session: Session) -> datetime:
    return session[0].slot.starts_at
