"""What is wanted of an event is shown with who would hear of it, confirmed, and can be taken back for a minute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.drafts import FORGET
from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.reminders.planning import plan_again
from handlers.roster.listed import cohort_run_by
from handlers.timetable.checks import doubts, refuse_what_cant_be
from handlers.timetable.finding import event_run_by
from handlers.timetable.telling import listeners, said, tell_soon, would_be
from handlers.timetable.words import line
from handlers.undo import UNDO
from scheduling.timetable import Known, end_with_the_last, put, told
from storage.private.entries import Entry
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.people import Person
from storage.shared.timetable import Event, EventKind

router = Router("confirming changes")

CONFIRM = Press("timetable.confirm", str)
LEAVE = Press("timetable.leave", str)

LIFE = timedelta(days=1)
SOON = "today, or with their next morning message"
GONE = "I no longer have that change. Please ask for it once more."
NOTHING_TO_UNDO = (
    "There is nothing to take back: a change can be for a minute, and then everybody who is concerned is told. To put "
    "something right, change it again; what was cancelled can be put back on."
)


class EventChange(Entry):
    """A change to the timetable, from when it was shown until it is confirmed."""

    kind: ClassVar[str] = "event_change"

    cohort_id: int
    event_id: int | None
    """None for an event that is new."""
    sort: EventKind
    seen: Known | None
    """As it was when the change was asked for."""
    wanted: Known


@dataclass(frozen=True)
class Wish:
    """What somebody would have of an event, or of one that is not there yet."""

    cohort: Cohort
    event: Event | None
    sort: EventKind
    wanted: Known

    @property
    def seen(self) -> Known | None:
        """As it is."""
        return Known.of(self.event) if self.event else None

    @property
    def known(self) -> Known:
        """What people know, who have not been told of it yet."""
        return (told(self.event) if self.event else None) or self.seen or self.wanted.but(on=False)


async def consider(turn: Turn, wish: Wish) -> None:
    """Do it at once where nobody hears of it and nothing is doubtful; otherwise show what it means, and ask."""
    if wish.seen == wish.wanted:
        raise Refusal("That is how it is already, so there is nothing to change.")
    asked = await _doubts(turn, wish) if wish.wanted.on else []
    people = await listeners(turn.db, wish.cohort.id, turn.person.id)
    if not people and not asked and wish.wanted.on:
        await _carry_out(turn, wish)
        return
    change = await turn.vault.add(
        EventChange(
            made_at=turn.now,
            cohort_id=wish.cohort.id,
            event_id=wish.event.id if wish.event else None,
            sort=wish.sort,
            seen=wish.seen,
            wanted=wish.wanted,
        )
    )
    await turn.later(FORGET, at=turn.now + LIFE, entry=change.id)
    await turn.say(
        Message(
            "\n\n".join([*asked, *_what_it_means(turn, wish, people)]),
            title="Shall I do this?",
            buttons=(Button("Yes, do it", CONFIRM(change.id), "main"), Button("Leave it as it is", LEAVE(change.id))),
        )
    )


async def _doubts(turn: Turn, wish: Wish) -> list[str]:
    """Raises Refusal for what can't be. Only a day and times that are new, or taken up again, are asked about."""
    before = wish.seen if wish.seen and wish.seen.on else None
    if before is not None and before.times == wish.wanted.times:
        return []
    others = [
        other
        for other in await turn.db.timetable.of_cohort(wish.cohort.id)
        if wish.event is None or other.id != wish.event.id
    ]
    refuse_what_cant_be(wish.sort, wish.wanted, others, turn.now, ZoneInfo(wish.cohort.zone))
    if before is not None and before.day == wish.wanted.day:
        return []
    busy = await turn.db.timetable.busy_elsewhere(wish.cohort.id, wish.wanted.day)
    return doubts(wish.sort, wish.wanted, others, wish.cohort, busy)


def _what_it_means(turn: Turn, wish: Wish, people: Sequence[Person]) -> list[str]:
    if not people:
        return [*would_be(wish.known, wish.wanted, turn.zone), "Nobody is told, as nobody has joined yet."]
    if not wish.wanted.is_news_after(wish.known):
        return ["It would be as people know it, so nobody is told anything."]
    by_hand = [literal(person.name) for person in people if person.by_hand]
    first, *more = would_be(wish.known, wish.wanted, turn.zone)
    told_before = wish.event is not None and wish.event.sequence > 0
    words = said(wish.known, wish.wanted, turn.zone, once_more=told_before and not wish.known.on)
    quoted = "\n".join(f"> {words_line}" if words_line else ">" for words_line in words.split("\n"))
    lines = [first]
    if told_here := len(people) - len(by_hand):
        once = f"once, {SOON}, with a calendar file, in words like these"
        lines += [f"{_people(told_here)} of this {once}:", quoted]
    else:
        lines += more
    if by_hand:
        *others, last = by_hand
        names = f"{', '.join(others)} and {last}" if others else last
        lines.append(
            f"{names} {'use' if others else 'uses'} neither app: what to tell them will wait under “to tell by hand”."
        )
    return lines


def _who_hears(people: Sequence[Person]) -> str:
    """Whoever is told by hand is counted apart."""
    by_hand = sum(person.by_hand for person in people)
    told_here = len(people) - by_hand
    heard = [f"{_people(told_here)} of it {SOON}."] if told_here else []
    apart = "One person is" if by_hand == 1 else f"{by_hand} people are"
    return " ".join([*heard, *([f"{apart} to be told by hand."] if by_hand else [])])


def _people(count: int) -> str:
    return "One person hears" if count == 1 else f"{count} people hear"


# ---------------------------------------------------------------- yes, no, and taking it back


@router.pressed(CONFIRM, allow=RUN_IT, private=True, changes=True)
async def confirm(turn: Turn, change_id: str) -> None:
    change = await turn.vault.get(EventChange, change_id)
    if change is None:
        raise Refusal(GONE)
    cohort = cohort_run_by(turn, change.cohort_id)
    event = await turn.db.timetable.hold(change.event_id) if change.event_id is not None else None
    wish = Wish(cohort, event, change.sort, change.wanted)
    if wish.seen != change.seen:
        raise Refusal(
            "Somebody else has changed it since, so I left it alone. It is "
            f"{line(event, turn.zone) if event else 'gone'} now. If you would still like your change, ask for it again."
        )
    await _doubts(turn, wish)  # what could be when it was asked for may have gone by
    await turn.vault.delete(change.id)
    await _carry_out(turn, wish)


@router.pressed(LEAVE, allow=RUN_IT, private=True)
async def leave(turn: Turn, change_id: str) -> None:
    if await turn.vault.get(EventChange, change_id) is not None:
        await turn.vault.delete(change_id)
    await turn.replace("I left it as it is.")


async def _carry_out(turn: Turn, wish: Wish) -> None:
    people = await listeners(turn.db, wish.cohort.id, turn.person.id)
    event = wish.event or await turn.db.timetable.add(_new(turn, wish))
    event.told = wish.known.model_dump(mode="json")
    put(event, wish.wanted, turn.now)
    await _changed(turn, event, wish.cohort, people)
    done = f"Done: {line(event, turn.zone)}."
    await tell_soon(turn, event, known=bool(people))
    what = f"your change to {literal(event.title)}"
    undo_id = await turn.can_undo(what, as_people_know_it, event.id, event.changed_at.isoformat())
    if not wish.wanted.is_news_after(wish.known):
        await turn.replace(done)
        return
    until_then = "“undo” takes it back within the minute."
    if people:
        until_then = (
            f"{_who_hears(people)} For a minute another change takes this one’s place, and “undo” takes it back."
        )
    await turn.replace(Message(f"{done} {until_then}", buttons=(Button("Undo", UNDO(undo_id), numbered=False),)))


def _new(turn: Turn, wish: Wish) -> Event:
    return Event(
        cohort_id=wish.cohort.id,
        kind=wish.sort,
        title=wish.wanted.title,
        day=wish.wanted.day,
        made_at=turn.now,
        changed_at=turn.now,
    )


async def _changed(turn: Turn, event: Event, cohort: Cohort, people: Sequence[Person]) -> None:
    await turn.db.timetable.save(event)
    await end_with_the_last(turn.db, cohort)
    await turn.db.audit.record("changed the timetable", f"event {event.id}", turn.now, turn.person.id)
    await plan_again(turn, cohort)
    turn.concerns.update(person.id for person in people)


@router.undo("timetable.as_known")
async def as_people_know_it(turn: Turn, event_id: int, changed_at: str) -> str:
    """It becomes again what it was, as people know it; when the minute is over, there is nothing to tell them."""
    _, cohort = await event_run_by(turn, event_id)
    event = await turn.db.timetable.hold(event_id)
    known = told(event) if event else None
    if event is None or known is None or not _waits(event):
        raise Refusal(NOTHING_TO_UNDO)
    if event.changed_at.isoformat() != changed_at:
        raise Refusal(f"{line(event, turn.zone)}, has been changed once more since, so I have left it as it is.")
    put(event, known, turn.now)
    await _changed(turn, event, cohort, await listeners(turn.db, cohort.id, turn.person.id))
    as_before = f"As before: {line(event, turn.zone)}." if known.on else "It is not in the timetable."
    return f"{as_before} Nobody hears of it."


def _waits(event: Event) -> bool:
    """Whether it has changed, and those concerned have not been told."""
    known = told(event)
    return known is not None and Known.of(event).is_news_after(known)
