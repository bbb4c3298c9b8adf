"""Calendar feeds: the private addresses at which people's calendars look for their sessions."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, select

from storage.database import Area, stored


class CalendarFeed(SQLModel, table=True):
    """That somebody has an address, of which a digest is kept and no more."""

    __tablename__ = "calendar_feed"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    hash: str = Field(unique=True)
    made_at: datetime


class CalendarFeeds(Area):
    """Who has an address."""

    @stored
    def open(self, session: Session, person_id: int, hash: str, now: datetime) -> None:
        """This is somebody's address from now on; the one that they had leads nowhere."""
        session.merge(CalendarFeed(person_id=person_id, hash=hash, made_at=now))
        session.flush()

    @stored
    def close(self, session: Session, person_id: int) -> bool:
        """Somebody has no address any more; gives whether they had one."""
        feed = session.get(CalendarFeed, person_id)
        if feed is not None:
            session.delete(feed)
            session.flush()
        return feed is not None

    @stored
    def of(self, session: Session, person_id: int) -> CalendarFeed | None:
        return session.get(CalendarFeed, person_id)

    @stored
    def whose(self, session: Session, hash: str) -> int | None:
        """Whose address it is."""
        return session.exec(select(CalendarFeed.person_id).where(CalendarFeed.hash == hash)).first()
