"""What people can take back: what they did within the last ten minutes, and by what it becomes again what it was."""

from collections.abc import Collection
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import JSON, Column
from sqlmodel import Field, Session, SQLModel, col, delete, select, update

from storage.database import Area, stored


class Undo(SQLModel, table=True):
    """One thing that somebody did, as it is taken back. Nothing private is in it."""

    __tablename__ = "undo"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    turn: str
    """The turn that did it: all that one turn did is taken back together."""
    what: str
    """What it is called, in the bot's own words; of what can't be taken back, the sentence that says so."""
    by: str = ""
    """What takes it back; empty where nothing does."""
    given: list[JsonValue] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """What that has to know: what it was about, and how it stood."""
    until: datetime
    ended_at: datetime | None = None
    """It was taken back, or it was said that it can't be."""


class Undos(Area):
    """What can be taken back."""

    @stored
    def keep(self, session: Session, undo: Undo) -> Undo:
        session.add(undo)
        session.flush()
        return undo

    @stored
    def open(self, session: Session, person_id: int, since: datetime) -> list[Undo]:
        """All that somebody could take back until then or later, and has not, the latest first."""
        wanted = select(Undo).where(Undo.person_id == person_id, Undo.until >= since, col(Undo.ended_at).is_(None))
        return list(session.exec(wanted.order_by(col(Undo.id).desc())))

    @stored
    def end(self, session: Session, ids: Collection[int], now: datetime) -> None:
        session.exec(update(Undo).where(col(Undo.id).in_(ids)).values(ended_at=now))

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what could be taken back until before this."""
        return int(session.exec(delete(Undo).where(col(Undo.until) < moment)).rowcount)
