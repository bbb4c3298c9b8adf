"""Coming, or apologies: each says their own, until it begins; those who run it see who comes, by name."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.permission import NotYours
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.timetable import presses
from handlers.timetable.finding import event_of, event_run_by, must_run
from handlers.timetable.meant import begun, event_meant, is_met_at, is_participant
from handlers.timetable.needs.chat import offer
from handlers.timetable.words import line, when
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.people import Person, Role
from storage.shared.timetable import Answer, Event

router = Router("coming")

NOTHING_AHEAD = "Nothing lies ahead that you could come to. Say “timetable” to see everything."


# ---------------------------------------------------------------- saying it


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
    help="“I’m coming to module 3”",
    allow=Role.PARTICIPANT,
    changes=True,
)
async def coming_said(turn: Turn) -> None:
    await _answer(turn, *await _meant(turn), Answer.COMING)


@router.intent(
    "apologies",
    "Send my apologies",
    "i can't come to {event}",
    "i cannot come to {event}",
    "i can't make {event}",
    "i can't attend {event}",
    "i won't be at {event}",
    "i'm not coming to {event}",
    "i can't come",
    "i can't make it",
    "i can't be there",
    "i'm not coming",
    "i won't be there",
    "sorry i can't come to {event}",
    "apologies for {event}",
    "my apologies for {event}",
    "send my apologies for {event}",
    "send my apologies",
    help="“I can’t come to module 3”, and no reason is kept",
    allow=Role.PARTICIPANT,
    changes=True,
)
async def apologies_said(turn: Turn) -> None:
    await _answer(turn, *await _meant(turn), Answer.APOLOGIES)


async def _meant(turn: Turn) -> tuple[Event, Cohort]:
    def can_be_answered(event: Event) -> bool:
        return is_met_at(event) and not event.cancelled_at and not begun(event, turn.now, turn.zone)

    return await event_meant(turn, NOTHING_AHEAD, can_be_answered)


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
    if answer == Answer.APOLOGIES:
        await turn.replace(_not_coming(event, turn.zone))
        return
    first = event.id not in known and all(each.answer != Answer.COMING for each in known.values())
    await turn.replace(_coming(event, turn.zone, await offer(turn, event, first=first)))


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
