"""What somebody means when they speak of coaching: in which cohort, and which of their sessions."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Press, label_of
from bot.chat.times import as_typed
from bot.chat.turns import Turn
from bot.chat.view import ChooseCohort, View
from handlers.coaching import presses
from handlers.coaching.words import line
from scheduling.phrases import How, Meant, Times, find_times
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.cohorts import Cohort, State
from storage.shared.people import Person, Role
from storage.shared.unit import SharedUnit

NOT_A_PARTICIPANT = (
    "Coaching is booked by those who take part in the programme. Say “my sessions” to see what others booked with you."
)
NONE_AHEAD = "No session of yours lies ahead. Say “book coaching” to see the next times."
NONE_BEFORE = "No session of yours has taken place lately. Say “my sessions” to see all of them."

WHICH = "Which session do you mean?"

_THE_NEXT = re.compile(r"\bnext\b(?! (?:week|month))", re.IGNORECASE)

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

LATELY = timedelta(days=60)
A_YEAR = timedelta(days=366)
TAKES_PART = (State.ACTIVE, State.PAUSED)


async def cohort_meant(turn: View) -> Cohort:
    """Where they take part: the only such cohort, or the one that they chose to deal with. Raises ChooseCohort."""
    here = {part.cohort_id for part in turn.memberships if part.role == Role.PARTICIPANT and part.state in TAKES_PART}
    cohorts = [cohort for cohort in turn.cohorts if cohort.id in here]
    if not cohorts:
        raise Refusal(NOT_A_PARTICIPANT)
    chosen = [cohort for cohort in cohorts if len(cohorts) == 1 or cohort.id == turn.person.cohort_id]
    if not chosen:
        raise ChooseCohort(cohorts)
    return chosen[0]


async def session_meant(
    turn: Turn,
    *,
    ahead: bool = True,
    mine: bool | None = None,
    at: str | None = None,
    press: Press = presses.SESSION,
) -> Booked:
    """Which of the speaker's sessions is meant: `mine`, as a participant, or not, as a coach; None is either.

    `at` are the words in which its time and its people are looked for: all that was said, where it is None. Where it
    may be several, it is asked which, and the same words are taken up with that; or where there are none, `press`.
    Of those that have begun it is the last.
    """
    words = turn.text if at is None else at
    found = await sessions_of(turn, ahead=ahead, mine=mine)
    if not found:
        raise Refusal(NONE_AHEAD if ahead else NONE_BEFORE)
    names = await names_of(turn.db, found)
    times = find_times(words, turn.now, turn.zone)
    by_name = [each for each in found if is_named(_other(turn, each), names, words)]
    named = by_name or found
    if not ahead:
        return named[0]
    fits = [each for each in named if times is None or is_at(each, times, turn.zone)]
    somebody_else = not by_name and (turn.slots.get("person") or turn.slots.get("coach"))
    if not somebody_else and (len(fits) == 1 or (fits and times is None and _THE_NEXT.search(words))):
        return fits[0]
    shown = [(each, _shown(turn, each, names)) for each in (fits or named)[:MOST_BUTTONS]]
    if fits and words and not somebody_else and len({each.slot.starts_at for each in fits}) == len(fits):
        said, before = (times.said, "") if times is not None else ((len(words), len(words)), " on ")
        ways = {f"{before}{as_typed(each.slot.starts_at, turn.zone)}": label for each, label in shown}
        raise Ambiguous(WHICH, ways, typed=words, said=said)
    why = WHICH if fits else f"I find no session of yours then. {WHICH}"
    if somebody_else:
        why = f"I find no session of yours with {literal(somebody_else)}. {WHICH}"
    raise Refusal(why, tuple(Button(label_of(label), press(each.booking.id)) for each, label in shown))


async def sessions_of(view: View, *, ahead: bool = True, mine: bool | None = None) -> list[Booked]:
    """The sessions of somebody's that lie ahead, the soonest first; or that have begun, the last first."""
    me, now = view.person.id, view.now
    first, last = (now, now + A_YEAR) if ahead else (now - LATELY, now)
    booked = []
    if mine is not False:
        booked += await view.db.bookings.of_person(me, first, last)
    if mine is not True:
        booked += await view.db.bookings.of_coach(me, first, last)
    if ahead:
        states = (*LIVE, BookingState.WAITING)
        return sorted((each for each in booked if each.slot.starts_at > now and each.booking.state in states), key=_at)
    held = (BookingState.CONFIRMED, BookingState.ATTENDED, BookingState.MISSED)
    return sorted((each for each in booked if each.slot.starts_at <= now and each.booking.state in held), key=_at)[::-1]


async def people_of(db: SharedUnit, booked: Sequence[Booked]) -> dict[int, Person]:
    """Everybody of these sessions, by id, but for who has deleted everything."""
    ids = {person_id for each in booked for person_id in (each.booking.person_id, each.slot.coach_id)}
    found = [person for person_id in sorted(ids) if (person := await db.people.get(person_id)) is not None]
    return {person.id: person for person in found}


async def names_of(db: SharedUnit, booked: Sequence[Booked]) -> dict[int, str]:
    """What everybody of these sessions is called, by id."""
    return {person_id: person.name for person_id, person in (await people_of(db, booked)).items()}


def is_at(booked: Booked, times: Times, zone: ZoneInfo) -> bool:
    """Whether a session is at one of the times that were said."""
    return any(_is_at(booked, meant, zone) for meant in times.readings)


def _is_at(booked: Booked, meant: Meant, zone: ZoneInfo) -> bool:
    local = booked.slot.starts_at.astimezone(zone)
    starts = local if isinstance(meant.start, datetime) else local.date()
    if meant.how == How.FROM:
        return starts >= meant.start
    if meant.how in (How.BY, How.UNTIL):
        return starts <= meant.start
    if meant.end is None:
        return starts == meant.start
    return meant.start <= starts and (starts < meant.end if isinstance(meant.end, datetime) else starts <= meant.end)


def _shown(turn: Turn, booked: Booked, names: Mapping[int, str]) -> str:
    return f"{names.get(_other(turn, booked), '')}: {line(booked.slot, turn.zone)}"


def _other(turn: View, booked: Booked) -> int:
    """The other of a session's two people."""
    return booked.booking.person_id if booked.slot.coach_id == turn.person.id else booked.slot.coach_id


def is_named(person_id: int, names: Mapping[int, str], words: str) -> bool:
    """Whether somebody goes by a word of these: one of the words of their name."""
    said = {word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(words.casefold())}
    return not said.isdisjoint(word for word in names.get(person_id, "").casefold().split() if len(word) > 1)


def _at(booked: Booked) -> tuple[datetime, int]:
    return booked.slot.starts_at, booked.booking.id
