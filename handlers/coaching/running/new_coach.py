"""Somebody has a coach from now on: all three hear of it, without a reason, and what the former one could read ends."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.turns import Turn
from handlers.coaching.presses import TIMES
from handlers.coaching.running.shared_with import end_what_was_shared
from scheduling.unasked import BELONGING
from storage.errors import Taken
from storage.shared.cohorts import STATES_PRESENT, Cohort
from storage.shared.people import Person

STAYS = "What is booked stays booked until one of the two cancels it."


async def give_coach(turn: Turn, cohort: Cohort, participant: Person, coach: Person) -> None:
    """This is their coach; whoever the speaker is hears of it from the caller."""
    former_id = await turn.db.coaches.of(cohort.id, participant.id)
    if former_id == coach.id:
        raise coaches_already(coach, participant)
    try:
        await turn.db.coaches.assign(cohort.id, participant.id, coach.id, turn.now)
    except Taken:
        raise Refusal("Somebody has just said so at the same moment. Please look once more.") from None
    former = await turn.db.people.get(former_id) if former_id is not None else None
    taken_back = await end_what_was_shared(turn, participant, former) if former is not None else 0
    await turn.db.audit.record(
        "gave a coach",
        f"coach {coach.id} to person {participant.id}",
        turn.now,
        turn.person.id,
        about_id=participant.id,
    )
    await _tell(turn, participant, _to_participant(coach, former, taken_back))
    hears = "" if participant.id == turn.person.id else " They hear of it from me."
    await _tell(turn, coach, f"You coach {literal(participant.name)} from now on.{hears}")
    if former is not None:
        words = f"{literal(participant.name)} has another coach from now on. Thank you for your time with them. {STAYS}"
        await _tell(turn, former, words)


def coaches_already(coach: Person, participant: Person) -> Refusal:
    return Refusal(f"{literal(coach.name)} coaches {literal(participant.name)} already.")


def _to_participant(coach: Person, former: Person | None, taken_back: int) -> Message:
    words = [f"{literal(coach.name)} is your coach from now on."]
    if former is not None:
        words = [f"{literal(coach.name)} is your coach from now on, in place of {literal(former.name)}.", STAYS]
        if taken_back:
            words.append(f"All that you had shared with {literal(former.name)} is taken back.")
    return Message(" ".join(words), buttons=(Button("See the next times", TIMES(coach.id), "main"),))


async def _tell(turn: Turn, person: Person, message: Message | str) -> None:
    """Whoever has not joined learns it when they do."""
    parts = await turn.db.cohorts.memberships(person.id)
    if person.id != turn.person.id and any(part.state in STATES_PRESENT for part in parts):
        await turn.tell(person, message, kind=BELONGING, again=True)
