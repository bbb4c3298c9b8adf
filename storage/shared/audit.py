"""The audit trail: who did what to which thing, when; no wording, no reasons."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, delete, func, or_, select

from storage.database import Area, stored


class Act(SQLModel, table=True):
    """One act that somebody may have to account for."""

    __tablename__ = "act"

    id: int = Field(default=None, primary_key=True)
    at: datetime
    actor_id: int | None = Field(default=None, index=True)
    """None where it was the bot, or whoever runs it."""
    act: str
    object: str
    about_id: int | None = Field(default=None, index=True)
    """The person whom it concerns, where that is another than the one who did it."""


class Audit(Area):
    """What was done."""

    @stored
    def record(
        self,
        session: Session,
        act: str,
        object: str,
        now: datetime,
        actor_id: int | None = None,
        *,
        about_id: int | None = None,
    ) -> None:
        session.add(Act(at=now, actor_id=actor_id, act=act, object=object, about_id=about_id))
        session.flush()

    @stored
    def count(self, session: Session, act: str) -> int:
        """How often this was done."""
        return session.exec(select(func.count()).select_from(Act).where(Act.act == act)).one()

    @stored
    def concerning(
        self, session: Session, person_id: int, most: int | None = None, before: int | None = None
    ) -> list[Act]:
        """What this person did, and what was done that concerns them, the newest first; of those before this one."""
        found = select(Act).where(or_(Act.actor_id == person_id, Act.about_id == person_id))
        if before is not None:
            found = found.where(Act.id < before)
        return list(session.exec(found.order_by(col(Act.id).desc()).limit(most)))

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what was done before this; gives how many acts there were."""
        return int(session.exec(delete(Act).where(col(Act.at) < moment)).rowcount)
