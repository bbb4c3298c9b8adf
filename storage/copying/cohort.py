"""A cohort's people and timetable, copied so that its year can be lived ahead of time.

Of people it takes their names, their parts, and whether they are told by hand: what those who run the cohort know.
Their accounts, settings and choices are theirs, and stay where they are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, delete, select

from storage.shared.agreements import Agreement
from storage.shared.cohorts import STATES_PRESENT, Cohort, Membership, State
from storage.shared.deliveries import Delivery
from storage.shared.people import Account, Person
from storage.shared.timetable import Event
from storage.shared.unit import SharedUnit

Row = TypeVar("Row", bound=SQLModel)

LIVED = (State.INVITED, *STATES_PRESENT)
"""Whoever has not joined yet is lived as if they had."""

NOT_TAKEN = {"told", "word"}
"""What is between an event and those who come to it."""


@dataclass(frozen=True)
class CohortCopy:
    """One cohort, whoever is in it, and those other cohorts of theirs that were asked for."""

    cohort: Cohort
    beside: Sequence[Cohort]
    people: Sequence[Person]
    parts: Sequence[Membership]
    events: Sequence[Event]
    busy_elsewhere: Mapping[int, int]
    """By event, how many have something that day in cohorts which are not copied."""
    not_joined: int

    @property
    def cohorts(self) -> tuple[Cohort, ...]:
        return (self.cohort, *self.beside)


async def copied(db: SharedUnit, cohort: Cohort, beside: Sequence[Cohort] = ()) -> CohortCopy:
    """The cohort as it is now, with those beside it that lie in the same year."""
    near = [other for other in beside if other.starts <= cohort.ends and other.ends >= cohort.starts]
    roster = [part for part in await db.cohorts.roster(cohort.id) if part[1].state in LIVED]
    people = {person.id: _lived(person, cohort) for person, _ in roster}
    parts = [part for _, part in roster]
    events = await db.timetable.of_cohort(cohort.id)
    ids = [other.id for other in near]
    busy = {event.id: await db.timetable.busy_elsewhere(cohort.id, event.day, but_for=ids) for event in events}
    for other in near:
        theirs = [part for _, part in await db.cohorts.roster(other.id) if part.state in LIVED]
        parts += [part for part in theirs if part.person_id in people]
        events += await db.timetable.of_cohort(other.id)
    return CohortCopy(
        cohort=_again(cohort),
        beside=[_again(other) for other in near],
        people=list(people.values()),
        parts=[_joined(part) for part in parts],
        events=[_again(event, but_for=NOT_TAKEN) for event in events],
        busy_elsewhere=busy,
        not_joined=len({part.person_id for _, part in roster if part.state == State.INVITED}),
    )


def _lived(person: Person, cohort: Cohort) -> Person:
    """Somebody with the hours and the zone that everybody of the cohort begins with."""
    return Person(id=person.id, name=person.name, by_hand=person.by_hand, zone=cohort.zone, made_at=cohort.made_at)


def _joined(part: Membership) -> Membership:
    state = State.ACTIVE if part.state == State.INVITED else part.state
    return Membership(id=part.id, person_id=part.person_id, cohort_id=part.cohort_id, role=part.role, state=state)


def _again(row: Row, but_for: Collection[str] = ()) -> Row:
    """The same row, for another database."""
    return type(row)(**{name: getattr(row, name) for name in type(row).model_fields if name not in but_for})


async def put(
    db: SharedUnit, copy: CohortCopy, stands: Mapping[int, str], agreed: Collection[tuple[str, str]], now: datetime
) -> None:
    """Put the copy into an empty database, where everybody has joined and agreed, and stands on a platform."""

    def add(session: Session) -> None:
        session.add_all([*map(_again, copy.cohorts), *map(_again, copy.people)])
        session.flush()
        session.add_all([*map(_again, copy.parts), *map(_again, copy.events)])
        for person in copy.people:
            if not person.by_hand:
                platform = stands[person.id]
                session.add(Account(platform=platform, team="", user=str(person.id), person_id=person.id, made_at=now))
            session.add_all(
                [Agreement(person_id=person.id, programme=key, version=version, at=now) for key, version in agreed]
            )

    await db.run(add)


async def spare_all_but(db: SharedUnit, person_ids: Collection[int]) -> None:
    """Nobody else is owed anything there."""
    gone = delete(Delivery).where(col(Delivery.person_id).not_in(person_ids))
    await db.run(lambda session: session.exec(gone))


async def owed(db: SharedUnit) -> list[Delivery]:
    """Everything unasked that is or was owed there, as it stands."""
    wanted = select(Delivery).where(col(Delivery.kind).is_not(None)).order_by(col(Delivery.due_at), col(Delivery.id))
    return await db.run(lambda session: list(session.exec(wanted)))
