"""Who has shared a thing of theirs with whom, until when. Rows without content: they are how sharing ends."""

from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, or_, select

from storage.database import Area, stored
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
    ended_at: datetime | None = None


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
                col(Share.ended_at).is_(None),
                or_(col(Share.until).is_(None), col(Share.until) >= today),
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
                    col(Share.ended_at).is_(None),
                    or_(col(Share.until).is_(None), col(Share.until) >= today),
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
                    col(Share.ended_at).is_(None),
                    or_(col(Share.until).is_(None), col(Share.until) >= today),
                )
                .order_by(col(Share.id))
            )
        )

    @stored
    def of_entry(self, session: Session, author_id: int, entry: str, today: date) -> list[tuple[Share, Person]]:
        """Who can read this entry of the author's now."""
        return list(
            session.exec(
                select(Share, Person)
                .join(Person, col(Person.id) == col(Share.reader_id))
                .where(
                    Share.author_id == author_id,
                    Share.entry == entry,
                    col(Share.ended_at).is_(None),
                    or_(col(Share.until).is_(None), col(Share.until) >= today),
                )
                .order_by(col(Share.id))
            )
        )

    @stored
    def past_their_day(self, session: Session, today: date) -> list[Share]:
        """Shares whose last day has gone by and which have not been ended."""
        return list(session.exec(select(Share).where(col(Share.ended_at).is_(None), col(Share.until) < today)))
