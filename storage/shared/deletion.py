"""Deleting everything of somebody's: the wish, its 24 hours, and the tombstone that outlives a restored backup."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, delete, or_, select, update

from storage.database import Area, stored
from storage.shared.agreements import Agreement
from storage.shared.conversations import Handle, OpenForm
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.joining import JoiningCode, Link, Recovery
from storage.shared.people import Account, Person
from storage.shared.sharing import Share


class Deletion(SQLModel, table=True):
    """Somebody's wish that everything of theirs be deleted for good."""

    __tablename__ = "deletion"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(index=True)
    vault: str
    asked_at: datetime
    due_at: datetime
    stopped_at: datetime | None = None
    done_at: datetime | None = None


class Deletions(Area):
    """What is to be deleted, and what has been."""

    @stored
    def ask(self, session: Session, person: Person, now: datetime, due_at: datetime) -> Deletion:
        deletion = Deletion(person_id=person.id, vault=person.vault, asked_at=now, due_at=due_at)
        session.add(deletion)
        session.flush()
        return deletion

    @stored
    def open(self, session: Session, person_id: int) -> Deletion | None:
        return session.exec(
            select(Deletion).where(
                Deletion.person_id == person_id, col(Deletion.stopped_at).is_(None), col(Deletion.done_at).is_(None)
            )
        ).first()

    @stored
    def get(self, session: Session, deletion_id: int) -> Deletion | None:
        return session.get(Deletion, deletion_id)

    @stored
    def stop(self, session: Session, deletion_id: int, now: datetime) -> bool:
        """Stop it, unless it has been done or stopped."""
        done = session.exec(
            update(Deletion)
            .where(col(Deletion.id) == deletion_id, col(Deletion.stopped_at).is_(None), col(Deletion.done_at).is_(None))
            .values(stopped_at=now)
        )
        return bool(done.rowcount)

    @stored
    def end_shares(self, session: Session, person_id: int, now: datetime) -> list[Share]:
        """All that they shared, or that was shared with them, ends; gives what is to be taken back."""
        shares = list(
            session.exec(
                select(Share).where(
                    or_(Share.author_id == person_id, Share.reader_id == person_id), col(Share.ended_at).is_(None)
                )
            )
        )
        for share in shares:
            share.ended_at = now
            session.add(share)
        session.flush()
        return shares

    @stored
    def forget(self, session: Session, deletion_id: int, now: datetime) -> None:
        """The shared record: the name and the address go, and with them every way in. Hours and counts stay."""
        deletion = session.get_one(Deletion, deletion_id)
        person = session.get(Person, deletion.person_id)
        if person is not None and person.deleted_at is None:
            person.name = "Somebody who has left"
            person.email = None
            person.deleted_at = now
            person.vault_in_use = False
            session.add(person)
        accounts = list(session.exec(select(Account).where(Account.person_id == deletion.person_id)))
        for account in accounts:
            account.person_id = None
            account.admitted = False
            account.display_name = ""
            account.offered = []
            account.greeted_at = None
            account.dialogue = None
            account.user = f"deleted {account.id}"
            session.add(account)
        ids = [account.id for account in accounts]
        session.exec(delete(OpenForm).where(col(OpenForm.account_id).in_(ids)))
        session.exec(delete(Handle).where(col(Handle.account_id).in_(ids)))
        for table in (Recovery, JoiningCode, Link, Agreement):
            session.exec(delete(table).where(col(table.person_id) == deletion.person_id))
        session.exec(
            update(Delivery).where(col(Delivery.person_id) == deletion.person_id).values(body=None, arguments={})
        )
        session.exec(
            update(Delivery)
            .where(col(Delivery.person_id) == deletion.person_id, col(Delivery.state) == DeliveryState.DUE)
            .values(state=DeliveryState.DROPPED, ended_at=now, why="the person has been deleted")
        )
        deletion.done_at = now
        session.add(deletion)
        session.flush()

    @stored
    def done(self, session: Session) -> list[Deletion]:
        """The tombstones: what a restored backup has to lose again."""
        return list(session.exec(select(Deletion).where(col(Deletion.done_at).is_not(None))))
