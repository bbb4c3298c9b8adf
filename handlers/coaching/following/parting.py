"""Who coaches, or takes part, in a cohort no longer: what was booked is cancelled, and what was shared for it ends."""

from collections.abc import Collection
from datetime import datetime

from bot.chat.jobs import Act, Wording
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.following.telling import follow, follow_up
from handlers.coaching.presses import CHOOSE_A_COACH
from handlers.coaching.rules import coaching_of
from scheduling.coaching import Change, Coaching
from scheduling.parting import AS_FAR_AS_BOOKED, end_booking, end_coaching
from scheduling.unasked import BELONGING
from storage.shared.coaching.places import LIVE, BookingState
from storage.shared.cohorts import State
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.people import Person, Role
from storage.shared.sharing import Share
from storage.shared.unit import SharedUnit

router = Router("coaching parting")

PART = "coaching.part"
NO_COACH = "coaching.no_coach"
COACHES_NO_MORE = "coaching.coaches_no_more"


async def owe_parting(db: SharedUnit, cohort_id: int, person_ids: Collection[int], now: datetime) -> None:
    """What these people are in this cohort has changed: what they don't coach, or take part in, any more ends."""
    for person_id in sorted(person_ids):
        await db.deliveries.owe(
            Delivery(
                person_id=person_id,
                job=PART,
                arguments={"cohort": cohort_id},
                urgency=Urgency.ANSWER,
                due_at=now,
                made_at=now,
            )
        )


async def what_ends(db: SharedUnit, cohort_id: int, person_id: int, role: Role, now: datetime) -> str:
    """What it means for others that somebody is this no longer, in words; empty where nothing ends."""
    if role not in (Role.COACH, Role.PARTICIPANT):
        return ""
    booked = await (db.bookings.of_coach if role == Role.COACH else db.bookings.of_person)(
        person_id, now, now + AS_FAR_AS_BOOKED
    )
    assigned = await db.coaches.assignments(cohort_id)
    theirs = assigned.values() if role == Role.COACH else assigned
    if person_id not in theirs and not any(
        each.booking.cohort_id == cohort_id and each.booking.state in (*LIVE, BookingState.WAITING) for each in booked
    ):
        return ""
    return "Coaching that is booked would be cancelled, and everybody concerned is told. That can’t be undone."


@router.act(PART)
async def part(act: Act) -> None:
    """Done again after a kill, it finds that nothing is left to end."""
    if act.person is None:
        return
    cohort_id = int(act.arguments["cohort"])
    async with act.unit() as unit:
        parts = await unit.cohorts.memberships(act.person.id)
    here = {Role(each.role) for each in parts if each.cohort_id == cohort_id and each.state != State.LEFT}
    await _part(act, act.person, cohort_id, here)


async def part_everywhere(act: Act, person: Person) -> None:
    """They are nowhere any more."""
    async with act.unit() as unit:
        cohort_ids = {part.cohort_id for part in await unit.cohorts.memberships(person.id)}
    for cohort_id in sorted(cohort_ids):
        await _part(act, person, cohort_id, (), by=person.id)


async def _part(act: Act, person: Person, cohort_id: int, here: Collection[Role], by: int | None = None) -> None:
    """What was shared is taken back first: until that is done, nothing says that it has ended."""
    async with act.unit() as unit:
        shared = await _shared(unit, person, cohort_id, here)
    for share, reader in shared:
        await act.take_back(reader.vault, share.post)
    async with act.unit() as unit:
        coach_id = await unit.coaches.of(cohort_id, person.id) if Role.PARTICIPANT not in here else None
        changes = await _end(Coaching(unit, act.kit.programmes, act.now), person.id, cohort_id, here)
        if coach_id is not None:
            await _owe(unit, COACHES_NO_MORE, coach_id, cohort_id, person.id, act.now)
        await unit.sharing.end([share for share, _ in shared], act.now)
        await unit.homes.changed({reader.id for _, reader in shared})
        await follow_up(act, unit, changes, by)


async def end_all(turn: Turn, person: Person) -> None:
    """Of a record that becomes another's: whoever would have met it can book anew."""
    cohort_ids = {part.cohort_id for part in await turn.db.cohorts.memberships(person.id)}
    for cohort_id in sorted(cohort_ids):
        await follow(turn, await _end(coaching_of(turn), person.id, cohort_id, ()))


async def _end(coaching: Coaching, person_id: int, cohort_id: int, here: Collection[Role]) -> list[Change]:
    changes = list[Change]()
    if Role.PARTICIPANT not in here:
        changes += await end_booking(coaching, cohort_id, person_id)
    if Role.COACH not in here:
        ended, coached = await end_coaching(coaching, cohort_id, person_id)
        changes += ended
        for participant_id in coached:
            await _owe(coaching.db, NO_COACH, participant_id, cohort_id, person_id, coaching.now)
    return changes


async def _shared(db: SharedUnit, person: Person, cohort_id: int, here: Collection[Role]) -> list[tuple[Share, Person]]:
    """What participants of a cohort share with who coaches them: with this coach, or by this participant."""
    pairs: set[tuple[int, int]] = set()
    if Role.COACH not in here:
        booked = await db.bookings.all_of_coach(person.id)
        assigned = await db.coaches.assignments(cohort_id)
        pairs |= {(each.booking.person_id, person.id) for each in booked if each.booking.cohort_id == cohort_id}
        pairs |= {(author_id, person.id) for author_id, coach_id in assigned.items() if coach_id == person.id}
    if Role.PARTICIPANT not in here:
        booked = await db.bookings.all_of_person(person.id)
        own = await db.coaches.of(cohort_id, person.id)
        pairs |= {(person.id, each.slot.coach_id) for each in booked if each.booking.cohort_id == cohort_id}
        pairs |= {(person.id, own)} if own is not None else set()
    shares = [
        share for author_id, reader_id in sorted(pairs) for share in await db.sharing.between(author_id, reader_id)
    ]
    readers = {reader_id: await db.people.get(reader_id) for _, reader_id in pairs}
    return [(share, reader) for share in shares if (reader := readers.get(share.reader_id or 0)) is not None]


# ---------------------------------------------------------------- who has no coach now, or coaches one fewer


async def _owe(db: SharedUnit, job: str, person_id: int, cohort_id: int, other_id: int, now: datetime) -> None:
    await db.homes.changed([person_id])
    await db.deliveries.owe(
        Delivery(
            person_id=person_id,
            kind=BELONGING,
            job=job,
            arguments={"cohort": cohort_id, "other": other_id},
            again=True,
            due_at=now,
            made_at=now,
        )
    )


@router.worded(NO_COACH)
async def no_coach(wording: Wording) -> Message | None:
    """None where they have another by now."""
    if await wording.db.coaches.of(int(wording.arguments["cohort"]), wording.person.id) is not None:
        return None
    coach = await wording.db.people.get(int(wording.arguments["other"]))
    name = literal(coach.name) if coach is not None else "Your coach"
    return Message(
        f"{name} doesn’t coach in your programme any more. All that you shared with them is taken back. You can choose "
        "another coach, or your programme’s team does.",
        buttons=(Button("Choose a coach", CHOOSE_A_COACH(0), "main"),),
    )


@router.worded(COACHES_NO_MORE)
async def coaches_no_more(wording: Wording) -> Message:
    participant = await wording.db.people.get(int(wording.arguments["other"]))
    name = literal(participant.name) if participant is not None else "Somebody whom you coached"
    return Message(f"{name} doesn’t take part in your programme any more. Thank you for your time with them.")
