"""What somebody has to tell those who can use neither app."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, or_, select, update

from storage.database import Area, stored
from storage.shared.cohorts import STATES_PRESENT, Membership
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Person
from storage.shared.timetable import Event

TOLD = "told by hand"


class ToTellByHand(Area):
    """The messages of those who can use neither app."""

    @stored
    def leave(self, session: Session, delivery_id: str, body: dict[str, Any]) -> None:
        """In these words, somebody has to tell it."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id)
            .values(state=DeliveryState.BY_HAND, leased_until=None, body=body)
        )

    @stored
    def of_cohort(self, session: Session, cohort_id: int, now: datetime) -> list[tuple[Person, Delivery]]:
        """What is of use to those of this cohort and belongs to it, by their names; the oldest first.

        What belongs to no cohort is in the list of one alone: the first of theirs.
        """
        present = select(Membership.person_id).where(col(Membership.state).in_(STATES_PRESENT))
        found = session.exec(
            select(Person, Delivery, Event)
            .join(Delivery, col(Delivery.person_id) == col(Person.id))
            .outerjoin(Event, col(Event.id) == col(Delivery.event_id))
            .where(
                col(Person.id).in_(present.where(Membership.cohort_id == cohort_id)),
                col(Person.deleted_at).is_(None),
                col(Delivery.state) == DeliveryState.BY_HAND,
                or_(col(Delivery.useful_until).is_(None), col(Delivery.useful_until) >= now),
            )
            .order_by(Person.name, col(Person.id), col(Delivery.due_at), col(Delivery.id))
        ).all()
        firsts = dict(
            session.exec(
                select(Membership.person_id, func.min(Membership.cohort_id))
                .where(
                    col(Membership.person_id).in_({person.id for person, _, _ in found}),
                    col(Membership.state).in_(STATES_PRESENT),
                )
                .group_by(col(Membership.person_id))
            ).all()
        )
        return [
            (person, delivery)
            for person, delivery, event in found
            if cohort_id == (event.cohort_id if event else delivery.arguments.get("cohort", firsts[person.id]))
        ]

    @stored
    def told(self, session: Session, delivery_ids: Collection[str], now: datetime) -> None:
        """Somebody has told these."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id).in_(list(delivery_ids)), col(Delivery.state) == DeliveryState.BY_HAND)
            .values(state=DeliveryState.SENT, ended_at=now, why=TOLD)
        )

    @stored
    def not_told(self, session: Session, delivery_ids: Collection[str]) -> None:
        """Nobody has told these after all."""
        session.exec(
            update(Delivery)
            .where(col(Delivery.id).in_(list(delivery_ids)), col(Delivery.why) == TOLD)
            .values(state=DeliveryState.BY_HAND, ended_at=None, why=None)
        )
