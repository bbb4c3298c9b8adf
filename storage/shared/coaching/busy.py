"""When people have something else on: from a calendar, or as they said. Never what it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, delete, select

from storage.database import Area, stored

Span = tuple[datetime, datetime]
"""From one moment to another."""

SAID = "said"
"""What somebody said or pasted, as against what was read from a calendar."""
FILE = "file"
"""What was read from a calendar file that somebody sent."""
CALENDAR = "calendar"
"""What is read again and again from the address of somebody's calendar."""


class BusyTime(SQLModel, table=True):
    """A time at which somebody has something else on."""

    __tablename__ = "busy_time"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime
    ends_at: datetime
    source: str = SAID


class BusyTimes(Area):
    """When people have something else on."""

    @stored
    def add(self, session: Session, person_id: int, spans: Iterable[Span], source: str = SAID) -> list[int]:
        """Gives the ids by which they can be taken back."""
        rows = _rows(person_id, spans, source)
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]

    @stored
    def replace(self, session: Session, person_id: int, spans: Iterable[Span], source: str) -> None:
        """What this source says now, in place of all that it said before."""
        session.exec(delete(BusyTime).where(col(BusyTime.person_id) == person_id, col(BusyTime.source) == source))
        session.add_all(_rows(person_id, spans, source))
        session.flush()

    @stored
    def of(
        self, session: Session, person_ids: Collection[int], first: datetime, last: datetime
    ) -> dict[int, list[Span]]:
        """When each of these people has something on between the two, the earliest first."""
        wanted = select(BusyTime.person_id, BusyTime.starts_at, BusyTime.ends_at).where(
            col(BusyTime.person_id).in_(person_ids), BusyTime.starts_at < last, BusyTime.ends_at > first
        )
        found = defaultdict[int, list[Span]](list)
        for person_id, starts_at, ends_at in session.exec(wanted.order_by(col(BusyTime.starts_at))):
            found[person_id].append((starts_at, ends_at))
        return found

    @stored
    def ahead(self, session: Session, person_id: int, now: datetime, source: str) -> list[BusyTime]:
        """What this source says of somebody, from now on, to be seen and taken back."""
        wanted = select(BusyTime).where(
            BusyTime.person_id == person_id, BusyTime.source == source, BusyTime.ends_at > now
        )
        return list(session.exec(wanted.order_by(col(BusyTime.starts_at))))

    @stored
    def take_back(self, session: Session, person_id: int, busy_id: int) -> bool:
        """They are free then after all; False where that is none of theirs."""
        gone = delete(BusyTime).where(col(BusyTime.person_id) == person_id, col(BusyTime.id) == busy_id)
        return bool(session.exec(gone).rowcount)

    @stored
    def forget_before(self, session: Session, moment: datetime) -> int:
        """End the life of what was over before this."""
        return int(session.exec(delete(BusyTime).where(col(BusyTime.ends_at) < moment)).rowcount)


def _rows(person_id: int, spans: Iterable[Span], source: str) -> list[BusyTime]:
    return [BusyTime(person_id=person_id, starts_at=starts, ends_at=ends, source=source) for starts, ends in spans]
