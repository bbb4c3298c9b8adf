"""What somebody means when they speak of coaching: in which cohort, and which of their sessions."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous, Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Press, label_of
from bot.chat.times import as_typed
from bot.chat.turns import Turn
from bot.chat.understanding.words import is_called, plain_words, words_of
from bot.chat.view import ChooseCohort, View
from handlers.coaching import presses
from handlers.coaching.words import line
from scheduling.diaries import A_YEAR
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
NONE_BOOKED = "Nothing is booked with you just now. Say “my offers” to see the times that you offer."
NONE_BEFORE = "No session of yours has taken place lately. Say “my sessions” to see all of them."

WHICH = "Which session do you mean?"

_THE_NEXT = re.compile(r"\bnext\b(?! (?:week|month))", re.IGNORECASE)

_SIDES = {Role.PARTICIPANT: Role.COACH, Role.COACH: Role.PARTICIPANT}

LATELY = timedelta(days=60)
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

    `at` are the words in which its time is looked for: all that was said, where it is None. Where it may be several, it
    is asked which, and the same words are taken up with that; or where there are none, `press`. Of those that have
    begun it is the last.
    """
    words = turn.text if at is None else at
    found = await sessions_of(turn, ahead=ahead, mine=mine)
    if not found:
        none_ahead = NONE_AHEAD if Role.PARTICIPANT in turn.roles else NONE_BOOKED
        raise Refusal(none_ahead if ahead else NONE_BEFORE)
    names = await names_of(turn.db, found)
    times = find_times(words, turn.now, turn.zone)
    meant, somebody_else = await who_is_meant(turn, others_in(turn, found, names))
    named = [each for each in found if not meant or other_of(turn, each) in meant]
    if not ahead and not somebody_else:
        return named[0]
    fits = [each for each in named if times is None or is_at(each, times, turn.zone)]
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
    return f"{names.get(other_of(turn, booked), '')}: {line(booked.slot, turn.zone)}"


def others_in(view: View, booked: Sequence[Booked], names: Mapping[int, str]) -> dict[int, str]:
    """The other one of each of these sessions: what they are called, by id."""
    ids = {other_of(view, each) for each in booked}
    return {person_id: names.get(person_id, "") for person_id in ids}


def other_of(view: View, booked: Booked) -> int:
    """The other of a session's two people."""
    return booked.booking.person_id if booked.slot.coach_id == view.person.id else booked.slot.coach_id


async def who_is_meant(turn: Turn, people: Mapping[int, str]) -> tuple[Collection[int], str]:
    """Whom of these people the words name, by id, if any; and whom they name in their place, where it is none of them.

    Both may be of the same name: it is who is among these, then.
    """
    named = named_in(turn, {**await _could_be_met(turn), **people})
    if not named:
        return (), turn.slots.get("person") or turn.slots.get("coach") or ""
    meant = people.keys() & named.keys()
    return meant, "" if meant else next(iter(named.values()))


def named_in(turn: Turn, people: Mapping[int, str]) -> dict[int, str]:
    """Those of these people of whose name the most is said: "Ada Okafor" is not just any Ada, nor is "Ada O".

    A word of every day, such as "will", is a name where it has a capital letter.
    """
    words = [
        word.plain if (word.capital and at) or not turn.kit.understanding.knows(word.plain) else ""
        for at, word in enumerate(words_of(turn.text))
    ]
    said = {person_id: _said_of(plain_words(name), words) for person_id, name in people.items()}
    most = max(said.values(), default=0)
    return {person_id: people[person_id] for person_id, count in said.items() if count == most > 0}


def _said_of(name: Sequence[str], words: Sequence[str]) -> int:
    """How many of these words are somebody's, or, after one that is, how another of theirs begins."""
    theirs = [word != "" and any(is_called(word, part) for part in name) for word in words]
    begun = (
        after_one and len(word) == 1 and any(part.startswith(word) for part in name)
        for after_one, word in zip(theirs, words[1:], strict=False)
    )
    return sum(theirs) + sum(begun)


async def _could_be_met(turn: Turn) -> dict[int, str]:
    """With whom somebody in their role could have a session, by id."""
    roles = {role for role, other in _SIDES.items() if other in turn.roles}
    members = [each for cohort in turn.cohorts for each in await turn.db.cohorts.members(cohort.id)]
    return {person.id: person.name for person, part in members if part.role in roles and person.id != turn.person.id}


def _at(booked: Booked) -> tuple[datetime, int]:
    return booked.slot.starts_at, booked.booking.id
