"""Who would like whom to ring: when it was asked, and when it was seen. Nothing says why."""

from datetime import datetime, timedelta

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored

OPENED_WITHIN = timedelta(hours=1)
"""After so long, whoever asked is told that it was not opened."""


class Ring(SQLModel, table=True):
    """Somebody would like somebody to ring them."""

    __tablename__ = "ring"
    __table_args__ = (UniqueConstraint("person_id", "asked_id", "asked_at"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    asked_id: int = Field(foreign_key="person.id", index=True)
    """Who is to ring."""
    asked_at: datetime
    opened_at: datetime | None = None
    """When they said that they have seen it."""


class Rings(Area):
    """What has been asked lately."""

    @stored
    def ask(self, session: Session, person_id: int, asked_id: int, asked_at: datetime) -> Ring:
        ring = Ring(person_id=person_id, asked_id=asked_id, asked_at=asked_at)
        session.add(ring)
        session.flush()
        return ring

    @stored
    def last(self, session: Session, person_id: int, asked_id: int, now: datetime) -> Ring | None:
        """What one asked of the other within the hour, if they did."""
        return session.exec(
            select(Ring)
            .where(Ring.person_id == person_id, Ring.asked_id == asked_id, col(Ring.asked_at) > now - OPENED_WITHIN)
            .order_by(col(Ring.asked_at).desc())
        ).first()

    @stored
    def get(self, session: Session, ring_id: int) -> Ring | None:
        return session.exec(select(Ring).where(Ring.id == ring_id).with_for_update()).first()

    @stored
    def concerning(self, session: Session, person_id: int) -> list[Ring]:
        """What somebody asked, and what was asked of them, in its order."""
        of_theirs = or_(col(Ring.person_id) == person_id, col(Ring.asked_id) == person_id)
        return list(session.exec(select(Ring).where(of_theirs).order_by(col(Ring.asked_at), col(Ring.id))))

    @stored
    def save(self, session: Session, ring: Ring) -> None:
        session.add(ring)
        session.flush()

    @stored
    def move(self, session: Session, person_id: int, to_person_id: int) -> None:
        """What concerns one person concerns another, who turned out to be the same."""
        for column in (col(Ring.person_id), col(Ring.asked_id)):
            session.exec(update(Ring).where(column == person_id).values({column: to_person_id}))

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what was asked before this; gives how many there were."""
        return int(session.exec(delete(Ring).where(col(Ring.asked_at) < moment)).rowcount)
