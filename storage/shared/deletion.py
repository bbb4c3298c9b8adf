"""Deleting everything of somebody's: the wish, its 24 hours, and the tombstone that outlives a restored backup."""

import json
from datetime import datetime

from sqlalchemy import String, cast
from sqlmodel import Field, Session, SQLModel, col, delete, func, or_, select, update

from storage.database import Area, stored
from storage.shared.agreements import Agreement
from storage.shared.audit import Act
from storage.shared.coaching.forgetting import forget_coaching
from storage.shared.conversations import Handle, OpenForm
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.homes import Home
from storage.shared.joining import JoiningCode, Link, Recovery
from storage.shared.people import Account, Person
from storage.shared.reminders import Hold, Leave, MutedEvent, ReminderChoice
from storage.shared.ringing import Ring
from storage.shared.sharing import Share
from storage.shared.undo import Undo


class Deletion(SQLModel, table=True):
    """Somebody's wish that everything of theirs be deleted for good."""

    __tablename__ = "deletion"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(index=True)
    vault: str
    asked_at: datetime
    due_at: datetime
    stopped_at: datetime | None = None
    begun_at: datetime | None = None
    """From here on it can't be stopped."""
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
        """The wish that has not been stopped or done."""
        return session.exec(
            select(Deletion).where(
                Deletion.person_id == person_id, col(Deletion.stopped_at).is_(None), col(Deletion.done_at).is_(None)
            )
        ).first()

    @stored
    def bring_forward(self, session: Session, deletion_id: int, now: datetime) -> None:
        session.exec(update(Deletion).where(col(Deletion.id) == deletion_id).values(due_at=now))

    @stored
    def stop(self, session: Session, deletion_id: int, person_id: int, now: datetime) -> bool:
        """Stop it, unless it has begun or been stopped. Somebody else's reads like one that is not there."""
        done = session.exec(
            update(Deletion)
            .where(
                col(Deletion.id) == deletion_id,
                col(Deletion.person_id) == person_id,
                col(Deletion.stopped_at).is_(None),
                col(Deletion.begun_at).is_(None),
            )
            .values(stopped_at=now)
        )
        return bool(done.rowcount)

    @stored
    def begin(self, session: Session, person_id: int, now: datetime) -> Deletion | None:
        """The wish whose time has come, which nobody can stop any more; None where there is none. Again is no harm."""
        return session.exec(
            update(Deletion)
            .where(
                col(Deletion.person_id) == person_id,
                col(Deletion.stopped_at).is_(None),
                col(Deletion.done_at).is_(None),
                col(Deletion.due_at) <= now,
            )
            .values(begun_at=func.coalesce(Deletion.begun_at, now))
            .returning(Deletion)
        ).scalar_one_or_none()

    @stored
    def end_shares(self, session: Session, person_id: int, now: datetime) -> list[tuple[Share, Person | None]]:
        """All that they share, or that is shared with them, ends; gives all that they ever posted, and to whom."""
        session.exec(
            update(Share)
            .where(
                or_(col(Share.author_id) == person_id, col(Share.reader_id) == person_id), col(Share.ended_at).is_(None)
            )
            .values(ended_at=now)
        )
        return list(
            session.exec(
                select(Share, Person)
                .join(Person, col(Person.id) == col(Share.reader_id), isouter=True)
                .where(Share.author_id == person_id)
                .order_by(col(Share.id))
            )
        )

    @stored
    def forget(self, session: Session, deletion_id: int, now: datetime) -> None:
        """The shared record: the name and the address go, and with them every way in. Hours and counts stay."""
        deletion = session.get_one(Deletion, deletion_id)
        person = session.get(Person, deletion.person_id)
        if person is not None and person.deleted_at is None:
            # Named in what others were sent: those words have done their work.
            for words in filter(None, (person.name, person.email)):
                session.exec(
                    update(Delivery)
                    .where(
                        col(Delivery.ended_at).is_not(None),
                        cast(Delivery.body, String).contains(json.dumps(words)[1:-1], autoescape=True),
                    )
                    .values(body=None)
                )
            person.name = "Somebody who has left"
            person.email = None
            person.deleted_at = now
            person.vault_in_use = False
            person.calendar_title = ""
            session.add(person)
        accounts = list(session.exec(select(Account).where(Account.person_id == deletion.person_id)))
        for account in accounts:
            account.person_id = None
            account.admitted = False
            account.display_name = ""
            account.offered = []
            account.greeted_at = None
            account.dialogue = None
            account.menu = account.goes_on = ""
            account.goes_on_until = None
            account.lately = ""
            account.lately_at = None
            account.misses = 0
            account.user = f"deleted {account.id}"
            session.add(account)
        ids = [account.id for account in accounts]
        session.exec(delete(OpenForm).where(col(OpenForm.account_id).in_(ids)))
        session.exec(delete(Handle).where(col(Handle.account_id).in_(ids)))
        session.exec(delete(Home).where(col(Home.account_id).in_(ids)))
        for table in (Recovery, JoiningCode, Link, Agreement, ReminderChoice, MutedEvent, Leave, Hold, Undo, Ring):
            session.exec(delete(table).where(col(table.person_id) == deletion.person_id))
        session.exec(delete(Ring).where(col(Ring.asked_id) == deletion.person_id))
        forget_coaching(session, deletion.person_id, now)
        session.exec(
            update(Delivery).where(col(Delivery.person_id) == deletion.person_id).values(body=None, arguments={})
        )
        session.exec(
            update(Delivery)
            .where(
                col(Delivery.person_id) == deletion.person_id,
                col(Delivery.state).in_([DeliveryState.DUE, DeliveryState.HELD]),
            )
            .values(state=DeliveryState.DROPPED, ended_at=now, why="the person has been deleted")
        )
        for column in (col(Act.actor_id), col(Act.about_id)):
            # What remains of them in the trail is a number: that something was done.
            session.exec(update(Act).where(column == deletion.person_id).values({column: None, Act.object: ""}))
        deletion.done_at = now
        session.add(deletion)
        session.flush()

    @stored
    def brought_back(self, session: Session, vaults: set[str]) -> list[Person]:
        """Who is here though their vault is destroyed, and not because they are being deleted at this very moment."""
        being_deleted = select(Deletion.person_id).where(
            col(Deletion.begun_at).is_not(None), col(Deletion.done_at).is_(None)
        )
        here = select(Person).where(col(Person.deleted_at).is_(None), col(Person.id).not_in(being_deleted))
        return [person for person in session.exec(here) if person.vault in vaults] if vaults else []

    @stored
    def done(self, session: Session) -> list[Deletion]:
        """The tombstones: what a restored backup has to lose again."""
        return list(session.exec(select(Deletion).where(col(Deletion.done_at).is_not(None))))
