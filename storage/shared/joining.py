"""The ways in: joining codes, link codes, recovery words, and how often each may be tried."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Field, Session, SQLModel, and_, col, delete, func, not_, select, update

from storage.database import Area, stored
from storage.shared.people import Account

CODE_LIVES = timedelta(days=7)
LINK_LIVES = timedelta(minutes=10)
TRIES_SPAN = timedelta(hours=1)


class JoiningCode(SQLModel, table=True):
    """A single-use code for one person of the roster; only its hash is kept."""

    __tablename__ = "joining_code"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    hash: str = Field(unique=True)
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = Field(default=None, foreign_key="account.id")
    cancelled_at: datetime | None = None


class Link(SQLModel, table=True):
    """An offer to join another account to a person's, made on one account and taken up on the other."""

    __tablename__ = "link"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    from_account: int = Field(foreign_key="account.id")
    hash: str = Field(unique=True)
    made_at: datetime
    expires_at: datetime
    to_account: int | None = Field(default=None, foreign_key="account.id")
    agreed_by_new: bool = False
    agreed_by_old: bool = False
    ended_at: datetime | None = None


class Recovery(SQLModel, table=True):
    """The slow hash of somebody's recovery words."""

    __tablename__ = "recovery"

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    hash: bytes
    made_at: datetime


class Try(SQLModel, table=True):
    """One attempt at something that may only be tried so often."""

    __tablename__ = "try"

    id: int = Field(default=None, primary_key=True)
    what: str = Field(index=True)
    who: int = Field(index=True)
    at: datetime


class Joining(Area):
    """The doors, and who knocked."""

    @stored
    def issue(self, session: Session, hashes: Mapping[int, str], now: datetime) -> None:
        """A new code for each of these people; the earlier ones are cancelled."""
        _cancel(session, hashes, now)
        for person_id, of_code in hashes.items():
            session.add(JoiningCode(person_id=person_id, hash=of_code, made_at=now, expires_at=now + CODE_LIVES))
        session.flush()

    @stored
    def cancel(self, session: Session, person_id: int, now: datetime) -> None:
        """No code of theirs works any longer."""
        _cancel(session, [person_id], now)

    @stored
    def as_before(self, session: Session, person_ids: Collection[int], moment: datetime, now: datetime) -> bool:
        """What was made for these people at that moment is cancelled, and what was cancelled then is not.

        False, and nothing changes, where somebody has joined with one of those since.
        """
        theirs = col(JoiningCode.person_id).in_(list(person_ids))
        made = session.exec(select(JoiningCode).where(theirs, JoiningCode.made_at == moment).with_for_update()).all()
        if any(code.used_at is not None for code in made):
            return False
        session.exec(update(JoiningCode).where(theirs, col(JoiningCode.made_at) == moment).values(cancelled_at=now))
        session.exec(
            update(JoiningCode)
            .where(theirs, col(JoiningCode.cancelled_at) == moment, col(JoiningCode.made_at) != moment)
            .values(cancelled_at=None)
        )
        return True

    @stored
    def latest(self, session: Session, person_ids: Collection[int]) -> dict[int, JoiningCode]:
        """The code that was made last for each of these people, by person."""
        found = session.exec(
            select(JoiningCode).where(col(JoiningCode.person_id).in_(list(person_ids))).order_by(col(JoiningCode.id))
        )
        return {code.person_id: code for code in found}

    @stored
    def use(self, session: Session, hash: str, account_id: int, now: datetime) -> int | None:
        """Use the code up, and give whose it is; None where it is wrong, used, cancelled or expired."""
        return session.exec(
            update(JoiningCode)
            .where(
                col(JoiningCode.hash) == hash,
                col(JoiningCode.used_at).is_(None),
                col(JoiningCode.cancelled_at).is_(None),
                col(JoiningCode.expires_at) > now,
            )
            .values(used_at=now, used_by=account_id)
            .returning(col(JoiningCode.person_id))
        ).scalar_one_or_none()

    @stored
    def is_open(self, session: Session, person_id: int, now: datetime) -> bool:
        """Whether this person has an invitation that can be taken up."""
        return session.exec(select(func.count()).where(*_open_to(person_id, now))).one() > 0

    @stored
    def use_invitation(self, session: Session, person_id: int, account_id: int, now: datetime) -> bool:
        """Use the open invitation up, without its code; False where there is none."""
        done = session.exec(
            update(JoiningCode).where(*_open_to(person_id, now)).values(used_at=now, used_by=account_id)
        )
        return bool(done.rowcount)

    @stored
    def offer_link(self, session: Session, person_id: int, account_id: int, hash: str, now: datetime) -> Link:
        session.exec(
            update(Link).where(col(Link.person_id) == person_id, col(Link.ended_at).is_(None)).values(ended_at=now)
        )
        link = Link(person_id=person_id, from_account=account_id, hash=hash, made_at=now, expires_at=now + LINK_LIVES)
        session.add(link)
        session.flush()
        return link

    @stored
    def link_with(self, session: Session, hash: str, now: datetime) -> Link | None:
        """The open offer with this code."""
        return session.exec(
            select(Link).where(Link.hash == hash, col(Link.ended_at).is_(None), Link.expires_at > now).with_for_update()
        ).first()

    @stored
    def open_link(self, session: Session, link_id: int, now: datetime) -> Link | None:
        return session.exec(
            select(Link)
            .where(Link.id == link_id, col(Link.ended_at).is_(None), Link.expires_at > now)
            .with_for_update()
        ).first()

    @stored
    def save_link(self, session: Session, link: Link) -> None:
        session.add(link)
        session.flush()

    @stored
    def linked_from(self, session: Session, account_id: int) -> list[int]:
        """The accounts that were let in by this one."""
        return list(
            session.exec(
                select(Account.id)
                .join(Link, col(Link.to_account) == col(Account.id))
                .where(Link.from_account == account_id, col(Link.agreed_by_new), col(Link.agreed_by_old))
            )
        )

    @stored
    def latest_in(self, session: Session, person_id: int) -> Account | None:
        """The account of this person's that joined with a code last."""
        return session.exec(
            select(Account)
            .join(JoiningCode, col(JoiningCode.used_by) == col(Account.id))
            .where(Account.person_id == person_id, JoiningCode.person_id == person_id)
            .order_by(col(JoiningCode.used_at).desc(), col(JoiningCode.id).desc())
        ).first()

    @stored
    def tries(self, session: Session, what: str, who: int | None, now: datetime) -> int:
        """How often this was tried within the last hour, by one account or by all."""
        count = select(func.count()).select_from(Try).where(Try.what == what, Try.at > now - TRIES_SPAN)
        return session.exec(count if who is None else count.where(Try.who == who)).one()

    @stored
    def count_try(self, session: Session, what: str, who: int, now: datetime) -> None:
        session.add(Try(what=what, who=who, at=now))
        session.flush()

    @stored
    def forget_tries(self, session: Session, now: datetime) -> int:
        """End the life of tries that count no longer."""
        return int(session.exec(delete(Try).where(col(Try.at) < now - TRIES_SPAN)).rowcount)

    @stored
    def forget_unused_before(self, session: Session, moment: datetime) -> int:
        """End the life of codes that nobody used and that stopped working before this."""
        over = delete(JoiningCode).where(col(JoiningCode.used_at).is_(None), col(JoiningCode.expires_at) < moment)
        return int(session.exec(over).rowcount)

    @stored
    def forget_offers_before(self, session: Session, moment: datetime) -> int:
        """End the life of offers that came to nothing before this: those taken up say which account let which in."""
        taken_up = and_(col(Link.agreed_by_new), col(Link.agreed_by_old))
        return int(session.exec(delete(Link).where(not_(taken_up), col(Link.expires_at) < moment)).rowcount)

    @stored
    def recovery(self, session: Session, person_id: int) -> Recovery | None:
        return session.get(Recovery, person_id)

    @stored
    def set_recovery(self, session: Session, person_id: int, hash: bytes, now: datetime) -> None:
        session.merge(Recovery(person_id=person_id, hash=hash, made_at=now))
        session.flush()


def _cancel(session: Session, person_ids: Collection[int], now: datetime) -> None:
    session.exec(
        update(JoiningCode)
        .where(
            col(JoiningCode.person_id).in_(list(person_ids)),
            col(JoiningCode.used_at).is_(None),
            col(JoiningCode.cancelled_at).is_(None),
        )
        .values(cancelled_at=now)
    )


def _open_to(person_id: int, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(JoiningCode.person_id) == person_id,
        col(JoiningCode.used_at).is_(None),
        col(JoiningCode.cancelled_at).is_(None),
        col(JoiningCode.expires_at) > now,
    )
