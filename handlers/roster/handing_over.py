"""Handing over the director's right: the giver asks, the receiver takes it on, the giver makes it so, or one stops."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.reminders.planning import plan_again
from handlers.roster.listed import (
    Listed,
    by_id,
    cohort_run_by,
    concern_those_who_run,
    everybody_of,
    must_run,
    with_name,
)
from handlers.roster.what_you_are import A_ROLE
from storage.shared.cohorts import Cohort, Enrolment
from storage.shared.handing_over import OPEN_FOR, Handover
from storage.shared.people import Person, Role

router = Router("handing_over")

ASK = Press("handing_over.ask", int, int)
ASK_NOW = Press("handing_over.ask_now", int, int)
TAKE_ON = Press("handing_over.take_on", int)
MAKE_SO = Press("handing_over.make_so", int)
STOP = Press("handing_over.stop", int)

NOT_OPEN = "This was made so already, or stopped, or its time ran out. Say “who has joined” to see who is what now."


@router.intent(
    "hand_over",
    "Hand the director’s right over",
    "hand over to {name}",
    "hand over the director's right to {name}",
    "hand the cohort over to {name}",
    "hand over",
    command="handover",
    help="make somebody else the director in your place",
    allow=Role.DIRECTOR,
    ends=True,
)
async def hand_over(turn: Turn) -> None:
    how = "Say to whom, such as “hand over to Ada Okafor”. They and you confirm it, one after the other."
    await with_name(turn, how, "Hand over to", ASK, _ask_first)


@router.pressed(ASK, allow=Role.DIRECTOR)
async def ask(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _ask_first(turn, await by_id(turn, cohort_id, person_id))


async def _ask_first(turn: Turn, listed: Listed) -> None:
    await _refuse(turn, listed)
    name = literal(listed.person.name)
    words = f"{name} would be the director of {literal(listed.cohort.name)}, and you no longer."
    own = await by_id(turn, listed.cohort.id, turn.person.id)
    words += (
        f" You stay {_what_remains(own)}."
        if own.roles != [Role.DIRECTOR]
        else " You have no other role there, so you would leave the cohort then. Your private notes stay yours."
    )
    words += f" First {name} takes it on, then you confirm it. Either of you can stop it until then."
    await turn.say(
        Message(
            words,
            title=label_of(f"Hand over to {listed.person.name}?"),
            buttons=(Button("Ask them", ASK_NOW(listed.cohort.id, listed.person.id), "main"),),
        )
    )


@router.pressed(ASK_NOW, allow=Role.DIRECTOR, changes=True)
async def ask_now(turn: Turn, cohort_id: int, person_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    await turn.db.cohorts.lock(cohort.id)
    listed = await by_id(turn, cohort.id, person_id)
    await _refuse(turn, listed)
    receiver = listed.person
    handover = await turn.db.handovers.ask(cohort.id, turn.person.id, receiver.id, turn.now)
    await _record(turn, "asked to hand over", handover)
    until = spoken_date((turn.now + OPEN_FOR).astimezone(turn.zone))
    await turn.replace(
        Message(
            f"{literal(receiver.name)} is asked. I tell you when they have taken it on; without an answer it ends on "
            f"{until}.",
            buttons=(Button("Stop it", STOP(handover.id)),),
        )
    )
    await turn.tell(
        receiver,
        Message(
            f"{literal(turn.person.name)} would like you to be the director of {literal(cohort.name)}: to see who is "
            "in, and change the timetable and the roles. Nobody’s private notes are open to you for it. Until "
            f"{until} you can take it on; {literal(turn.person.name)} confirms it after that.",
            title="Would you take over as director?",
            buttons=(Button("I take it on", TAKE_ON(handover.id), "main"), Button("No, thank you", STOP(handover.id))),
        ),
    )
    words = f"{literal(turn.person.name)} has begun to hand the director’s right over to {literal(receiver.name)}."
    await _tell_others(turn, cohort, words, receiver)


@router.pressed(TAKE_ON, changes=True)
async def take_on(turn: Turn, handover_id: int) -> None:
    handover, cohort = await _open(turn, handover_id)
    if turn.person.id != handover.receiver_id:
        raise Refusal(NOT_OPEN)
    giver = await turn.db.people.get(handover.giver_id)
    if giver is None:
        raise Refusal(NOT_OPEN)
    if handover.accepted_at is not None:
        raise Refusal(f"You have taken it on already, and {literal(giver.name)} knows. I tell you when it is so.")
    handover.accepted_at = turn.now
    await turn.db.handovers.save(handover)
    await _record(turn, "took on to be director", handover)
    await turn.replace(f"Thank you. {literal(giver.name)} confirms it now, and I tell you when it is so.")
    await turn.tell(
        giver,
        Message(
            f"{literal(turn.person.name)} takes it on to be the director of {literal(cohort.name)}. With your press "
            "it is so, and you are director no longer.",
            title="Hand over now?",
            buttons=(Button("Hand over now", MAKE_SO(handover.id), "main"), Button("Stop it", STOP(handover.id))),
        ),
    )


@router.pressed(MAKE_SO, allow=Role.DIRECTOR, changes=True)
async def make_so(turn: Turn, handover_id: int) -> None:
    handover, cohort = await _open(turn, handover_id)
    if turn.person.id != handover.giver_id or handover.accepted_at is None:
        raise Refusal(NOT_OPEN)
    await turn.db.cohorts.lock(cohort.id)
    everybody = {listed.person.id: listed for listed in await everybody_of(turn.db, cohort)}
    giver, receiver = everybody.get(handover.giver_id), everybody.get(handover.receiver_id)
    if giver is None or not giver.has(Role.DIRECTOR) or receiver is None or not receiver.here:
        raise Refusal("One of you is no longer what you were when this was begun. Say “hand over to” to begin anew.")
    handover.ended_at = turn.now
    await turn.db.handovers.save(handover)
    await turn.db.cohorts.enrol_all(
        cohort,
        [
            Enrolment(receiver.person.name, receiver.person.id, roles=(Role.DIRECTOR,)),
            Enrolment(giver.person.name, giver.person.id, ends=(Role.DIRECTOR,)),
        ],
        turn.now,
    )
    await _record(turn, "handed over", handover)
    await plan_again(turn, cohort)
    turn.concerns |= {giver.person.id, receiver.person.id}
    await concern_those_who_run(turn, cohort)
    new, old = literal(receiver.person.name), literal(giver.person.name)
    await turn.replace(f"Done: {new} is the director of {literal(cohort.name)} now. Thank you for all you did for it.")
    words = f"You are the director of {literal(cohort.name)} now. Say “help” to see what you can do."
    await turn.tell(receiver.person, words)
    await _tell_others(turn, cohort, f"{old} has handed the director’s right over to {new}.", receiver.person)


@router.pressed(STOP, changes=True)
async def stop(turn: Turn, handover_id: int) -> None:
    handover, cohort = await _open(turn, handover_id)
    other_id = handover.giver_id if turn.person.id == handover.receiver_id else handover.receiver_id
    handover.ended_at = turn.now
    await turn.db.handovers.save(handover)
    await _record(turn, "stopped handing over", handover)
    await turn.replace("Stopped: everything stays as it was.")
    other = await turn.db.people.get(other_id)
    words = f"{literal(turn.person.name)} has stopped handing over the director’s right: everything stays as it was."
    if other is not None:
        await turn.tell(other, words)
        await _tell_others(turn, cohort, words, other)


async def _refuse(turn: Turn, listed: Listed) -> None:
    must_run(turn, listed.cohort, [Role.DIRECTOR])
    name = literal(listed.person.name)
    if listed.person.id == turn.person.id:
        raise Refusal("That is you. Say “hand over to” and somebody else’s name.")
    if listed.has(Role.DIRECTOR):
        own = literal(turn.person.name)
        raise Refusal(f"{name} is a director already. To be one no longer, say “{own} is no longer a director”.")
    if not listed.here or listed.person.by_hand:
        raise Refusal(f"{name} has not joined, so they can’t take it on here. Say “who has joined” to see who has.")


async def _open(turn: Turn, handover_id: int) -> tuple[Handover, Cohort]:
    """One that is on its way, and that concerns the speaker. Anybody else's is not there."""
    handover = await turn.db.handovers.get(handover_id)
    if handover is None or turn.person.id not in (handover.giver_id, handover.receiver_id):
        raise Refusal(NOT_OPEN)
    if not handover.is_open(turn.now):
        raise Refusal(NOT_OPEN)
    return handover, await turn.db.cohorts.get(handover.cohort_id)


def _what_remains(own: Listed) -> str:
    return " and ".join(A_ROLE[role] for role in own.roles if role != Role.DIRECTOR)


async def _record(turn: Turn, act: str, handover: Handover) -> None:
    other_id = handover.giver_id if turn.person.id == handover.receiver_id else handover.receiver_id
    what = f"cohort {handover.cohort_id}: person {handover.giver_id} to person {handover.receiver_id}"
    await turn.db.audit.record(act, what, turn.now, turn.person.id, about_id=other_id)


async def _tell_others(turn: Turn, cohort: Cohort, words: str, but: Person) -> None:
    """Everybody else with the director's right hears of it."""
    for person in await turn.db.cohorts.with_role(cohort.id, Role.DIRECTOR):
        if person.id not in (turn.person.id, but.id):
            await turn.tell(person, words, kind="changes", again=True)
