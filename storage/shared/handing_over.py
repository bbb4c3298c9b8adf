"""Handing over the director's right: asked by one, taken on by the other, and made so by the first."""

from datetime import datetime, timedelta

from sqlalchemy import Index, text
from sqlmodel import Field, Session, SQLModel, col, select, update

from storage.database import Area, stored

OPEN_FOR = timedelta(days=14)


class Handover(SQLModel, table=True):
    """The director's right of one cohort, on its way from one person to another."""

    __tablename__ = "handover"
    __table_args__ = (
        Index(
            "handover_open",
            "cohort_id",
            "giver_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id")
    giver_id: int = Field(foreign_key="person.id", index=True)
    receiver_id: int = Field(foreign_key="person.id", index=True)
    asked_at: datetime
    accepted_at: datetime | None = None
    ended_at: datetime | None = None
    """It was made so, or stopped."""

    def is_open(self, now: datetime) -> bool:
        return self.ended_at is None and now < self.asked_at + OPEN_FOR


class Handovers(Area):
    """What is on its way."""

    @stored
    def ask(self, session: Session, cohort_id: int, giver_id: int, receiver_id: int, now: datetime) -> Handover:
        """Begin one; what its giver began before is stopped."""
        session.exec(
            update(Handover)
            .where(
                col(Handover.cohort_id) == cohort_id,
                col(Handover.giver_id) == giver_id,
                col(Handover.ended_at).is_(None),
            )
            .values(ended_at=now)
        )
        handover = Handover(cohort_id=cohort_id, giver_id=giver_id, receiver_id=receiver_id, asked_at=now)
        session.add(handover)
        session.flush()
        return handover

    @stored
    def get(self, session: Session, handover_id: int) -> Handover | None:
        return session.exec(select(Handover).where(Handover.id == handover_id).with_for_update()).first()

    @stored
    def save(self, session: Session, handover: Handover) -> None:
        session.add(handover)
        session.flush()
