"""Of several processes, the one whose task something is: for as long as it says so now and again."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored
from storage.errors import RunAgain


class Watch(SQLModel, table=True):
    """Who does a thing that only one may do."""

    __tablename__ = "watch"

    task: str = Field(primary_key=True)
    holder: str
    until: datetime


class Watches(Area):
    """Who has which."""

    @stored
    def take(self, session: Session, task: str, holder: str, now: datetime, lasts: timedelta) -> bool:
        """Take it, or go on with it; False where somebody else has it."""
        mine = or_(col(Watch.holder) == holder, col(Watch.until) < now)
        done = session.exec(update(Watch).where(col(Watch.task) == task, mine).values(holder=holder, until=now + lasts))
        if done.rowcount:
            return True
        if session.exec(select(Watch).where(Watch.task == task)).first() is not None:
            return False
        session.add(Watch(task=task, holder=holder, until=now + lasts))
        try:
            session.flush()
        except IntegrityError:
            raise RunAgain from None
        return True

    @stored
    def leave(self, session: Session, task: str, holder: str) -> None:
        session.exec(delete(Watch).where(col(Watch.task) == task, col(Watch.holder) == holder))
