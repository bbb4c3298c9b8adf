"""Who has shared a thing of theirs with whom, until when. Rows without content: they are how sharing ends."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, and_, col, delete, func, or_, select, update

from storage.database import Area, stored
from storage.shared.cohorts import STATES_PRESENT, Cohort, Membership
from storage.shared.people import Person


class Share(SQLModel, table=True):
    """One entry of its author's, posted to one reader, or to a desk of the bot's."""

    __tablename__ = "share"

    id: int = Field(default=None, primary_key=True)
    author_id: int = Field(foreign_key="person.id", index=True)
    reader_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    desk: str | None = None
    entry: str
    """The entry's id in its author's vault."""
    post: str
    """The post's id in the reader's vault."""
    until: date | None = None
    """The last day on which it can be read, in the reader's zone."""
    made_at: datetime
    opened_at: datetime | None = None
    """When its reader opened it first."""
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Given:
    """A share that has not ended, and what its author and its reader were in together."""

    share: Share
    together: Sequence[Cohort]


class Sharing(Area):
    """What is shared just now."""

    @stored
    def begin(self, session: Session, share: Share) -> Share:
        session.add(share)
        session.flush()
        return share

    @stored
    def save(self, session: Session, share: Share) -> None:
        session.add(share)
        session.flush()

    @stored
    def readable(self, session: Session, share_id: int, reader_id: int, today: date) -> tuple[Share, Person] | None:
        """What this reader may open now, with its author. Somebody else's reads like one that is not there."""
        return session.exec(
            select(Share, Person)
            .join(Person, col(Person.id) == col(Share.author_id))
            .where(
                Share.id == share_id,
                Share.reader_id == reader_id,
                _alive(today),
            )
        ).first()

    @stored
    def with_reader(self, session: Session, reader_id: int, today: date) -> list[tuple[Share, Person]]:
        """Everything this reader may open now, the newest first."""
        return list(
            session.exec(
                select(Share, Person)
                .join(Person, col(Person.id) == col(Share.author_id))
                .where(
                    Share.reader_id == reader_id,
                    _alive(today),
                )
                .order_by(col(Share.id).desc())
            )
        )

    @stored
    def by_author(self, session: Session, author_id: int, today: date) -> list[Share]:
        """What this author is sharing, with anybody."""
        return list(
            session.exec(
                select(Share)
                .where(
                    Share.author_id == author_id,
                    _alive(today),
                )
                .order_by(col(Share.id))
            )
        )

    @stored
    def of_entry(self, session: Session, author_id: int, entry: str, now: datetime) -> list[tuple[Share, Person]]:
        """Who can read this entry of the author's now, each by the day that it is where they are."""
        found = session.exec(
            select(Share, Person)
            .join(Person, col(Person.id) == col(Share.reader_id))
            .where(Share.author_id == author_id, Share.entry == entry, _alive(now.date() - timedelta(days=1)))
            .order_by(col(Share.id))
        )
        return [
            (share, reader)
            for share, reader in found
            if share.until is None or share.until >= now.astimezone(ZoneInfo(reader.zone)).date()
        ]

    @stored
    def end(self, session: Session, shares: list[Share], now: datetime) -> None:
        for share in shares:
            share.ended_at = now
            session.add(share)
        session.flush()

    @stored
    def open(self, session: Session, share_id: int, now: datetime) -> bool:
        """Its reader is about to see what is in it; False where it has just ended."""
        opened = session.exec(
            update(Share)
            .where(col(Share.id) == share_id, col(Share.ended_at).is_(None))
            .values(opened_at=func.coalesce(Share.opened_at, now))
        )
        return bool(opened.rowcount)

    @stored
    def hold_unopened(self, session: Session, share_ids: Collection[int]) -> bool:
        """Whether no reader has seen what is in these; whoever would just now waits until this is committed."""
        wanted = select(Share.opened_at).where(col(Share.id).in_(share_ids)).with_for_update()
        return all(opened_at is None for opened_at in session.exec(wanted))

    @stored
    def get(self, session: Session, share_id: int) -> Share | None:
        return session.get(Share, share_id)

    @stored
    def by_its_author(self, session: Session, share_id: int, author_id: int) -> tuple[Share, Person] | None:
        """What this author shared and has not ended, with its reader."""
        return session.exec(
            select(Share, Person)
            .join(Person, col(Person.id) == col(Share.reader_id))
            .where(Share.id == share_id, Share.author_id == author_id, col(Share.ended_at).is_(None))
        ).first()

    @stored
    def not_ended(self, session: Session, author_id: int, entry: str) -> list[tuple[Share, Person]]:
        """Everybody who was given this entry and from whom it was not taken back, whether they can read it or not."""
        return list(
            session.exec(
                select(Share, Person)
                .join(Person, col(Person.id) == col(Share.reader_id))
                .where(Share.author_id == author_id, Share.entry == entry, col(Share.ended_at).is_(None))
                .order_by(col(Share.id))
            )
        )

    @stored
    def between(self, session: Session, author_id: int, reader_id: int) -> list[Share]:
        """All that this author gave to this reader and has not taken back."""
        theirs = Share.author_id == author_id, Share.reader_id == reader_id
        return list(session.exec(select(Share).where(*theirs, col(Share.ended_at).is_(None)).order_by(col(Share.id))))

    @stored
    def on_desk(self, session: Session, author_id: int, desk: str) -> list[Share]:
        """What this author has on a desk of the bot's."""
        theirs = Share.author_id == author_id, Share.desk == desk, col(Share.ended_at).is_(None)
        return list(session.exec(select(Share).where(*theirs).order_by(col(Share.id))))

    @stored
    def given(self, session: Session) -> list[Given]:
        """Everything that was given to somebody and not taken back, by the cohorts that both have ever been in."""
        authors, readers = aliased(Membership), aliased(Membership)
        found = session.exec(
            select(Share, Cohort)
            .join(authors, col(authors.person_id) == col(Share.author_id))
            .join(
                readers,
                and_(col(readers.person_id) == col(Share.reader_id), col(readers.cohort_id) == col(authors.cohort_id)),
            )
            .join(Cohort, col(Cohort.id) == col(authors.cohort_id))
            .where(col(Share.ended_at).is_(None))
            .order_by(col(Share.id))
        )
        return [Given(share, [cohort for _, cohort in rows]) for share, rows in groupby(found, key=itemgetter(0))]

    @stored
    def forget_ended_before(self, session: Session, moment: datetime) -> int:
        """End the life of what was taken back, or ended, before this."""
        return int(session.exec(delete(Share).where(col(Share.ended_at) < moment)).rowcount)

    @stored
    def any_of(self, session: Session, person_id: int) -> bool:
        """Whether this person shares anything, or was given anything to read, that has not been ended."""
        live = select(Share.id).where(
            or_(Share.author_id == person_id, Share.reader_id == person_id), col(Share.ended_at).is_(None)
        )
        return session.exec(live.limit(1)).first() is not None


def _alive(today: date) -> ColumnElement[bool]:
    """It has not ended, its last day has not gone by, and both are still in a cohort together."""
    authors, readers = aliased(Membership), aliased(Membership)
    together = (
        select(authors.id)
        .join(readers, col(readers.cohort_id) == col(authors.cohort_id))
        .where(
            col(authors.person_id) == col(Share.author_id),
            col(readers.person_id) == col(Share.reader_id),
            col(authors.state).in_(STATES_PRESENT),
            col(readers.state).in_(STATES_PRESENT),
        )
    )
    return and_(
        col(Share.ended_at).is_(None),
        or_(col(Share.until).is_(None), col(Share.until) >= today),
        or_(col(Share.reader_id).is_(None), together.exists()),
    )
