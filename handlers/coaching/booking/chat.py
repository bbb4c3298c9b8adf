"""Booking a session alone with a coach: the next times as buttons, further ones, and any day in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.forms import Form, Json, Opening, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.booking.due import used_of_due
from handlers.coaching.booking.stretches import as_kept, day_of, is_moment, kept_times, stretch, times_in
from handlers.coaching.booking.times import MOST, buttons_of, next_free
from handlers.coaching.finding import cohort_meant
from handlers.coaching.presses import CHOOSE_A_COACH, TIMES, minute_of, moment_at
from handlers.coaching.rules import coaching_of
from handlers.said import coaching as said
from scheduling.availability import Free
from scheduling.coaching import AllUsed, Coaching
from scheduling.diaries import coaches_for, sessions, to_choose
from scheduling.phrases import MOST_TYPED, Meant, find_times, spoken_meant
from storage.shared.cohorts import Cohort
from storage.shared.people import Person, Role

router = Router("coaching booking")

MORE = Press("coaching.more", int, int, int)
"""Further times of this coach, or of whoever is free (0), from a minute on; so many that begin then were shown."""
ANOTHER_DAY = Press("coaching.another_day", int)

NOBODY = (
    "There is no coach to book with just now. Say “contacts” to reach your programme’s team, who can tell you more."
)
NO_SUCH = "I have no times of theirs to show you. Say “book coaching” for the times that are free."
NOT_HERE = "Your programme has no individual coaching. Say “book group coaching”, or “timetable” for what there is."
NONE_FREE = "No time is free just now. Times open as coaches offer them, so please look again in a few days."
HOW = "Press the time that suits you, or say a day, such as “Tuesday week after 4”."

ANY = frozenset(["a", "any", "one", "of", "the", "my", "our", "with", "to", "coach", "coaches", "somebody", "anybody"])
"""What may be said for a coach without naming one."""
MOST_OF_A_NAME = 3  # words


class WhenText(ShortText):
    """Days or times in words. What was typed is kept as it was understood."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return as_kept(str(super()._accept(raw, opening)), opening.now, opening.zone)


class AnotherDay(Form):
    """It is about the coach whose times are looked for; 0 for whoever is free."""

    route = "coaching.day"
    title = "Another day"
    done = "Show the times"
    private = False

    when = WhenText("When would suit you?", help="Such as: Tuesday week after 4; next week; 14 May.", most=MOST_TYPED)


@dataclass(frozen=True)
class Search:
    """Whose times somebody looks at, and in which cohort."""

    coaching: Coaching
    cohort: Cohort
    coach: Person | None
    """None for whoever is free."""
    coach_ids: Sequence[int]
    has_others: bool
    """Whether there is more than one coach to book with."""
    own: Person | None
    """Their own coach, where it is one to book with."""
    due: str
    """How many sessions they have used."""
    note: str = ""

    @property
    def whose(self) -> int:
        """As a press carries it."""
        return self.coach.id if self.coach else 0


# ---------------------------------------------------------------- looking


@router.intent(
    "book_coaching",
    "Book a coaching session",
    "book a coaching session",
    "book coaching",
    "book coaching {when}",
    "book a coaching session {when}",
    "book coaching with {coach}",
    "a session with my coach",
    "i want to see my coach",
    "more times",
    "book another time",
    *said.BOOK_COACHING,
    help="“book coaching Tuesday week after 4”; choose a coach there",
    allow=Role.PARTICIPANT,
)
async def book_coaching(turn: Turn) -> None:
    meant = times_in(turn.text, turn.now, turn.zone)
    await _show(turn, await _search(turn, named=turn.slots.get("coach", "")), meant)


@router.pressed(TIMES, allow=Role.PARTICIPANT)
async def times(turn: Turn, coach_id: int) -> None:
    await _show(turn, await _search(turn, coach_id))


@router.pressed(MORE, allow=Role.PARTICIPANT)
async def more(turn: Turn, coach_id: int, minute: int, shown: int) -> None:
    search, after, shown = await _search(turn, coach_id), moment_at(minute), max(shown, 0)
    found = await _next(turn, search, after=after, most=shown + MOST + 1)
    known = [time for time in found[:shown] if time.starts == after]
    await turn.replace(await _listed(turn, search, found, "", shown=len(known)))


@router.pressed(ANOTHER_DAY, allow=Role.PARTICIPANT, opens=True, times=True)
async def another_day(turn: Turn, coach_id: int) -> None:
    """Typed by itself, the day is known already."""
    search, meant = await _search(turn, coach_id), times_in(turn.text, turn.now, turn.zone)
    if meant:
        await _show(turn, search, meant)
    else:
        await turn.ask(AnotherDay, about=str(coach_id))


@router.submitted(AnotherDay, allow=Role.PARTICIPANT)
async def on_another_day(turn: Turn, form: AnotherDay) -> None:
    await _show(turn, await _search(turn, int(form.about)), kept_times(form.when, turn.now, turn.zone))


async def _search(turn: Turn, coach_id: int | None = None, named: str = "") -> Search:
    """With this coach, or the one who is named; 0 is whoever is free, and None one's own coach, where there is one.

    Raises Refusal where nobody can be booked, and AllUsed.
    """
    coaching, cohort = coaching_of(turn), await cohort_meant(turn)
    theirs = (await sessions(coaching, cohort.id, [turn.person.id]))[turn.person.id]
    if not theirs.due:
        raise Refusal(NOT_HERE)
    if theirs.counted.together >= theirs.due:
        raise AllUsed(theirs.due)
    found = await coaches_for(coaching, cohort.id, turn.person.id)
    people = {person_id: person for person_id in found if (person := await turn.db.people.get(person_id))}
    if not people:
        raise Refusal(NOBODY)
    own = people.get(await turn.db.coaches.of(cohort.id, turn.person.id) or 0)
    fits = _named_among(people.values(), named)
    note = "" if fits or not _names_somebody(turn, named) else f"I find no times with {literal(named)} for you."
    if coach_id is None and len(fits) < 2:
        coach_id = fits[0].id if fits else own.id if own else 0
    if coach_id and coach_id not in people:
        raise Refusal(NO_SUCH)
    coach_ids = [coach_id] if coach_id else [person.id for person in fits or people.values()]
    coach = people.get(coach_id or 0)
    due = used_of_due(theirs)
    return Search(coaching, cohort, coach, coach_ids, has_others=len(people) > 1, own=own, due=due, note=note)


def _named_among(people: Iterable[Person], words: str) -> list[Person]:
    """Those of these people who go by these words: by the whole of their name, else by a part of it."""
    said_words = set(plain_words(words))
    by_name = {person.id: (person, set(plain_words(person.name))) for person in people}
    whole = [person for person, name in by_name.values() if name <= said_words]
    return whole or [person for person, name in by_name.values() if name & said_words]


def _names_somebody(turn: Turn, words: str) -> bool:
    said_words = plain_words(words)
    is_short = 0 < len(said_words) <= MOST_OF_A_NAME
    return is_short and not ANY.issuperset(said_words) and not find_times(words, turn.now, turn.zone)


# ---------------------------------------------------------------- showing


async def _show(turn: Turn, search: Search, meant: Sequence[Meant] = ()) -> None:
    """The next times; or those that are free when they said, and if none is, those that come next."""
    if not meant:
        await turn.say(await _listed(turn, search, await _next(turn, search), ""))
        return
    words = f"You said: {'; or '.join(spoken_meant(each, turn.zone) for each in meant)}."
    if found := await _within(turn, search, meant):
        words = f"{words} Free then:"
    elif found := await _next(turn, search, after=min(day_of(each, turn.zone) for each in meant)):
        words = f"{words} Nothing is free then. The next times:"
    await turn.say(await _listed(turn, search, found, words))


async def _next(
    turn: Turn, search: Search, *, after: datetime | None = None, until: datetime | None = None, most: int = MOST + 1
) -> list[Free]:
    """One more than are shown, to know whether there are more."""
    here = search.cohort.id, turn.person.id, search.coach_ids
    return await next_free(search.coaching, *here, after=after, until=until, most=most)


async def _within(turn: Turn, search: Search, meant: Sequence[Meant]) -> list[Free]:
    """What is free in one of these stretches, the soonest first."""
    found: dict[tuple[datetime, int], Free] = {}
    for each in meant:
        first, last = stretch(each, turn.now, turn.zone)
        for time in await _next(turn, search, after=first, until=last):
            if time.ends <= last or is_moment(each):
                found[time.starts, time.offer.coach_id] = time
    return [found[key] for key in sorted(found)][: MOST + 1]


async def _listed(turn: Turn, search: Search, found: Sequence[Free], said_first: str, *, shown: int = 0) -> Message:
    """A page of times, after the first ones, which were shown before; one too many says that there are more."""
    page = found[shown : shown + MOST]
    with_whom = search.coach is None
    how = NONE_FREE if not page else "" if said_first else HOW
    lines = [search.note, said_first, how, f"{search.due}."]
    buttons = list(await buttons_of(search.coaching, page, turn.zone, with_whom=with_whom))
    if len(page) == 1:
        buttons = [replace(buttons[0], style="main")]  # a yes is to that
    if len(found) > shown + MOST:
        last = page[-1].starts
        same = sum(time.starts == last for time in found[: shown + MOST])
        buttons.append(Button("More times", MORE(search.whose, minute_of(last), same)))
    buttons.append(Button("Another day", ANOTHER_DAY(search.whose)))
    if search.coach is not None and search.has_others:
        buttons.append(Button("Whoever is free", TIMES(0)))
    elif search.coach is None and search.own is not None:
        buttons.append(Button(label_of(f"With {search.own.name}"), TIMES(search.own.id)))
    if search.own is None and await to_choose(search.coaching, search.cohort.id, turn.person.id):
        buttons.append(Button("Choose a coach", CHOOSE_A_COACH(0)))
    title = label_of(f"Coaching with {search.coach.name}") if search.coach else "Coaching: who is free"
    return Message("\n\n".join(filter(None, lines)), title=title, buttons=tuple(buttons))
