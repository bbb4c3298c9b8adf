"""Coming, or apologies: each says their own, until it begins; those who run it see who comes, by name."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, label_of
from bot.chat.permission import NotYours
from bot.chat.router import About, Router
from bot.chat.turns import Turn
from bot.chat.understanding.words import plain_words
from handlers.coaching.around.late import OF_EVENTS, late_for, offer_to_tell
from handlers.coaching.changing.cancelling import ask_to_cancel, to_be_cancelled
from handlers.coaching.words import line as session_line
from handlers.roster.listed import must_run
from handlers.said import running, timetable
from handlers.timetable import presses
from handlers.timetable.finding import event_of, event_run_by, matching
from handlers.timetable.meant import (
    begins_at,
    begun,
    besides_days,
    dealing_with,
    event_meant,
    is_met_at,
    is_participant,
    is_reason,
    names_nothing,
    only_days,
    over,
    without_reason,
)
from handlers.timetable.needs.chat import offer
from handlers.timetable.words import line, when
from handlers.undo import CHANGED_SINCE
from scheduling.diaries import A_YEAR
from scheduling.phrases.days import Span, find_days, read_days
from storage.shared.coaching.bookings import Booked
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.people import Person, Role
from storage.shared.timetable import Answer, Event

router = Router("coming")

SEE = "Say “timetable” to see everything."
ELSEWHERE = "If somebody waits for you elsewhere, such as a mentor, please tell them directly."
NOTHING_AHEAD = f"Nothing lies ahead that you could come to. {SEE}"


# ---------------------------------------------------------------- saying it


def _that_is(meant: Callable[[Turn], Awaitable[Sequence[Event] | Booked]]) -> About:
    """What is meant, each with its time, to be shown before anything is done."""

    async def about(turn: Turn) -> str:
        found = await meant(turn)
        if isinstance(found, Booked):
            return session_line(found.slot, turn.zone)
        return "; ".join([line(event, turn.zone) for event in found])

    return about


async def _coming_to(turn: Turn) -> Sequence[Event]:
    event, _ = await event_meant(turn, NOTHING_AHEAD, partial(_can_be_answered, turn))
    return [event]


@router.intent(
    "coming",
    "Say that I’m coming",
    "i'm coming to {event}",
    "i am coming to {event}",
    "i'm coming",
    "i'll be at {event}",
    "i will be at {event}",
    "i'll be there",
    "i will be there",
    "i can come after all",
    *timetable.COMING,
    help="“I’m coming to module 3”",
    allow=Role.PARTICIPANT,
    changes=True,
    acts=True,
    about=_that_is(_coming_to),
)
async def coming_said(turn: Turn) -> None:
    (event,) = await _coming_to(turn)
    await _answer(turn, *await event_of(turn, event.id), Answer.COMING)


async def _not_coming_to(turn: Turn) -> Sequence[Event] | Booked:
    """What was named; a day that was said is no name, and what is on then is what was meant. Else what comes first."""
    said = without_reason(turn.text)
    named = without_reason(turn.slots.get("event", "")) or ("module" if "module" in plain_words(said) else "")
    of_cohort = await turn.db.timetable.of_cohort(turn.cohort.id)
    when = turn.slots.get("when", said)
    if (not named or not matching(of_cohort, named)) and find_days(when, turn.now, turn.zone) is not None:
        return await _answerable(turn, read_days(when, turn.now, turn.zone))
    if names_nothing(named) and OF_EVENTS.isdisjoint(plain_words(said)) and await dealing_with(turn) is None:
        ahead = (begins_at(event, turn.zone) for event in of_cohort if _can_be_answered(turn, event))
        if session := await to_be_cancelled(turn, turn.now, min(ahead, default=turn.now + A_YEAR)):
            return session
    event, _ = await event_meant(turn, NOTHING_AHEAD, partial(_can_be_answered, turn), named=named)
    return [event]


def _are_plain_apologies(turn: Turn) -> bool:
    """Whether what follows "I can't make it" is when, or why, and a day said for an event is all that is said."""
    why = turn.slots.get("reason", "")
    return only_days(turn, turn.slots.get("event", "")) and (is_reason(turn, why) or besides_days(turn, why) == "")


@router.intent(
    "apologies",
    "Send my apologies",
    "i can't come to {event}",
    "i cannot come to {event}",
    "i can't make {event}",
    "i can't make it to {event}",
    "i can't attend {event}",
    "can't come to {event}",
    "can't make it to {event}",
    "can't make {event}",
    "i won't be at {event}",
    "i'm not coming to {event}",
    "i can't come",
    "i can't come {reason}",
    "i can't make it",
    "i can't make it {reason}",
    "i can't be there",
    "can't come",
    "can't make it",
    "can't make it {reason}",
    "i'm not coming",
    "i won't be there",
    "sorry i can't come to {event}",
    "apologies for {event}",
    "my apologies for {event}",
    "send my apologies for {event}",
    "send my apologies",
    *timetable.APOLOGIES,
    help="“I can’t come to module 3”, and no reason is kept",
    allow=Role.PARTICIPANT,
    changes=True,
    acts=True,
    plainly=_are_plain_apologies,
    about=_that_is(_not_coming_to),
)
async def apologies_said(turn: Turn) -> None:
    await _excuse(turn, await _not_coming_to(turn))


def _can_be_answered(turn: Turn, event: Event) -> bool:
    return is_met_at(event) and not event.cancelled_at and not begun(event, turn.now, turn.zone)


async def _on_the_day(turn: Turn) -> Sequence[Event] | Booked:
    named = without_reason(turn.slots.get("day", ""))
    if not named:
        raise Refusal("Say on which day, such as “I can’t come on 12 March”.")
    return await _answerable(turn, read_days(named, turn.now, turn.zone))


@router.intent(
    "apologies_for_a_day",
    "Send my apologies for a day",
    "i can't come on {day}",
    "i can't make it on {day}",
    "i can't be there on {day}",
    "i'm not coming on {day}",
    "i won't be there on {day}",
    "can't come on {day}",
    "can't make it on {day}",
    "apologies for a day",
    allow=Role.PARTICIPANT,
    changes=True,
    acts=True,
    plainly=lambda turn: only_days(turn, turn.slots.get("day", "")),
    about=_that_is(_on_the_day),
)
async def apologies_for_a_day(turn: Turn) -> None:
    await _excuse(turn, await _on_the_day(turn))


async def _excuse(turn: Turn, found: Sequence[Event] | Booked) -> None:
    if isinstance(found, Booked):
        await ask_to_cancel(turn, found)
    else:
        await apologise(turn, found)


async def apologise(turn: Turn, events: Sequence[Event]) -> None:
    """For the one thing that is on then; of several, each has a button."""
    if len(events) == 1:
        await _answer(turn, *await event_of(turn, events[0].id), Answer.APOLOGIES)
    else:
        buttons = tuple(Button(label_of(event.title), presses.APOLOGIES(event.id)) for event in events)
        await turn.say(Message("There are several then. For which shall I note your apologies?", buttons=buttons))


async def _answerable(turn: Turn, days: Span) -> Sequence[Event] | Booked:
    """What is on then that they can say of whether they come; else their session then. Raises Refusal where there is
    neither."""
    if events := await answerable_on(turn, days):
        return events
    session = await to_be_cancelled(turn, *days.moments(turn.zone))
    if session is None:
        raise Refusal(f"Nothing is {days} that you could come to. {SEE}")
    return session


async def answerable_on(turn: Turn, days: Span) -> list[Event]:
    """The same, of which there may be none."""
    return [event for event in await _on(turn, days) if _can_be_answered(turn, event)]


async def _on(turn: Turn, days: Span) -> list[Event]:
    """What is on then where they take part."""
    on = await turn.db.timetable.of_person(turn.person.id, days.first, days.last)
    return [event for event in on if is_participant(turn, event.cohort_id)]


@router.intent(
    "late",
    "Say that I’ll be late",
    "i'll be late",
    "i'll be late {reason}",
    "i will be late",
    "i will be late {reason}",
    "i'm running late",
    "i'm running late {reason}",
    "i'm late",
    "running late",
    "another number",
    "another number of minutes",
    *timetable.LATE,
)
async def late(turn: Turn) -> None:
    today = turn.now.astimezone(turn.zone).date()
    ahead = [
        event
        for event in await _on(turn, Span(today, today))
        if is_met_at(event) and not over(event, turn.now, turn.zone)
    ]
    session = await late_for(turn, ahead[0].starts_at if ahead else None)
    if session is not None:
        await offer_to_tell(turn, session)
        return
    if not ahead:
        await turn.say(f"Nothing lies ahead of you today that you could be late for. {ELSEWHERE} {SEE}")
        return
    await turn.say(
        Message(
            f"Come when you can: you’re welcome late as well. It is {line(ahead[0], turn.zone)}. I pass this on to "
            "nobody; if somebody is to know, “contacts” says how to reach your programme’s team.",
            buttons=(
                Button("Where is it?", presses.WHERE(ahead[0].id)),
                Button("I can’t come after all", presses.APOLOGIES(ahead[0].id)),
            ),
        )
    )


@router.pressed(presses.COMING, allow=Role.PARTICIPANT, changes=True)
async def coming(turn: Turn, event_id: int) -> None:
    await _answer(turn, *await event_of(turn, event_id), Answer.COMING)


@router.pressed(presses.APOLOGIES, allow=Role.PARTICIPANT, changes=True)
async def apologies(turn: Turn, event_id: int) -> None:
    await _answer(turn, *await event_of(turn, event_id), Answer.APOLOGIES)


async def _answer(turn: Turn, event: Event, cohort: Cohort, answer: Answer) -> None:
    if not is_participant(turn, cohort.id):
        raise NotYours(frozenset({Role.PARTICIPANT}))
    title = literal(event.title)
    if not is_met_at(event):
        raise Refusal(f"{title} is a day to have something done by: there is nothing to come to.")
    if event.cancelled_at:
        raise Refusal(f"{title} was cancelled, so there is nothing more to say. Say “timetable” to see what is on.")
    if begun(event, turn.now, ZoneInfo(cohort.zone)):
        raise Refusal(
            f"{title} has begun, so I can’t note that any more. If something came between, your programme’s team is "
            "glad to hear it: say “contacts” to reach them."
        )
    everything = await turn.db.timetable.of_cohort(cohort.id)
    known = await turn.db.timetable.attendances_of(turn.person.id, [each.id for each in everything])
    await turn.db.timetable.answer(event.id, turn.person.id, answer, turn.now)
    await can_undo_answer(turn, event, answer, known[event.id].answer if event.id in known else None)
    if answer == Answer.APOLOGIES:
        await turn.replace(_not_coming(event, turn.zone))
        return
    first = event.id not in known and all(each.answer != Answer.COMING for each in known.values())
    await turn.replace(_coming(event, turn.zone, await offer(turn, event, first=first)))


async def can_undo_answer(turn: Turn, event: Event, answer: Answer, before: Answer | None) -> None:
    """Their answer can become again what it was."""
    what = "your apologies for" if answer == Answer.APOLOGIES else "that you’re coming to"
    if answer != before:
        await turn.can_undo(f"{what} {literal(event.title)}", as_answered_before, event.id, answer, before)


@router.undo("coming.as_before")
async def as_answered_before(turn: Turn, event_id: int, answer: str, before: str | None) -> str:
    event, cohort = await event_of(turn, event_id)
    known = (await turn.db.timetable.attendances_of(turn.person.id, [event_id])).get(event_id)
    if known is None or known.answer != answer:
        raise Refusal(CHANGED_SINCE)
    if event.cancelled_at or begun(event, turn.now, ZoneInfo(cohort.zone)):
        raise Refusal(
            f"{line(event, turn.zone)}, takes no more answers. Say “contacts” to reach your programme’s team."
        )
    await turn.db.timetable.answer(event_id, turn.person.id, Answer(before) if before else None, turn.now)
    match before:
        case Answer.COMING:
            return f"You’re coming to {line(event, turn.zone)}."
        case Answer.APOLOGIES:
            return f"Your apologies for {line(event, turn.zone)}, stand as before."
        case _:
            return f"There is no word from you about {line(event, turn.zone)}, as before."


def _coming(event: Event, zone: ZoneInfo, offered: tuple[str, Button] | None) -> Message:
    words, buttons = f"You’re coming to {line(event, zone)}.", []
    if offered is not None:
        words += f"\n\n{offered[0]}"
        buttons.append(offered[1])
    return Message(
        words,
        buttons=(
            *buttons,
            Button("Add to my calendar", presses.CALENDAR(event.id)),
            Button("Where is it?", presses.WHERE(event.id)),
            Button("I can’t come after all", presses.APOLOGIES(event.id)),
        ),
    )


def _not_coming(event: Event, zone: ZoneInfo) -> Message:
    return Message(
        f"Thank you for saying so: your apologies for {line(event, zone)}, are noted. There is no need to give a "
        "reason, and I keep none.",
        buttons=(Button("I can come after all", presses.COMING(event.id)),),
    )


# ---------------------------------------------------------------- who comes


@router.intent(
    "who_is_coming",
    "See who is coming",
    "who is coming to {event}",
    "who's coming to {event}",
    "who is coming",
    "who's coming",
    "how many are coming to {event}",
    "how many are coming",
    "numbers for {event}",
    *running.WHO_IS_COMING,
    help="“who is coming to module 3”: by name, with numbers",
    allow=RUN_IT,
)
async def who_is_coming(turn: Turn) -> None:
    def lies_ahead(event: Event) -> bool:
        return is_met_at(event) and not begun(event, turn.now, turn.zone)

    event, cohort = await event_meant(turn, NOTHING_AHEAD, lies_ahead)
    must_run(turn, cohort)
    await _who_comes(turn, event, cohort)


@router.pressed(presses.WHO_COMES, allow=RUN_IT)
async def who_comes(turn: Turn, event_id: int) -> None:
    await _who_comes(turn, *await event_run_by(turn, event_id))


async def _who_comes(turn: Turn, event: Event, cohort: Cohort) -> None:
    people = await turn.db.cohorts.with_role(cohort.id, Role.PARTICIPANT)
    known = await turn.db.timetable.attendances(event.id)
    said = {person.id: known[person.id].answer if person.id in known else None for person in people}
    groups = [
        ("Coming", [person for person in people if said[person.id] == Answer.COMING]),
        ("Not coming", [person for person in people if said[person.id] == Answer.APOLOGIES]),
        ("No word yet", [person for person in people if said[person.id] is None]),
    ]
    came = [person for person in people if person.id in known and known[person.id].came]
    if any(each.came is not None for each in known.values()):
        groups.append(("Were there", came))
    await turn.say(
        Message(
            "\n\n".join(f"**{name} ({len(group)})**\n\n{by_name(group)}" for name, group in groups if group)
            or "Nobody has joined as a participant yet.",
            title=f"{len(groups[0][1])} of {len(people)} are coming",
            fields={"What": event.title, "When": when(event, turn.zone)},
            buttons=(
                Button("What people need", presses.NEEDS_FOR(event.id)),
                Button("More about it", presses.OPEN(event.id)),
            ),
        )
    )


def by_name(people: Iterable[Person]) -> str:
    return ", ".join(literal(person.name) for person in sorted(people, key=lambda person: person.name.casefold()))
