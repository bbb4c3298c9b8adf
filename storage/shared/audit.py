"""The audit trail: who did what to which thing, when; no wording, no reasons."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, func, select

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


class Audit(Area):
    """What was done."""

    @stored
    def record(self, session: Session, act: str, object: str, now: datetime, actor_id: int | None = None) -> None:
        session.add(Act(at=now, actor_id=actor_id, act=act, object=object))
        session.flush()

    @stored
    def count(self, session: Session, act: str) -> int:
        """How often this was done."""
        return session.exec(select(func.count()).select_from(Act).where(Act.act == act)).one()
