"""What is open in each conversation: the form being answered, and the messages that may be replaced."""

from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, Session, SQLModel, col, delete, func, select, update

from storage.database import Area, stored
from storage.shared.homes import Home
from storage.shared.people import Account


class OpenForm(SQLModel, table=True):
    """A form that somebody has before them. What they answer to a private one is in their vault, under `draft`."""

    __tablename__ = "open_form"

    id: str = Field(default_factory=lambda: token_urlsafe(16), primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    route: str
    draft: str | None = None
    answers: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """The draft of a form that is not private; None for a private one."""
    opened_at: datetime
    zone: str
    asked: str = ""
    """In a dialogue, the question that was asked last; at the last look, "."."""
    ended_at: datetime | None = None


class Handle(SQLModel, table=True):
    """A name under which a message was sent, so that it can be replaced later."""

    __tablename__ = "handle"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    name: str = Field(primary_key=True)
    sent: str
    """Where it stands; empty where it was private and has been put away."""
    private: bool = False
    """It is what somebody may put away, and not what another is to be put in the place of."""
    form: str | None = None
    """The opening whose answers are shown in it."""
    at: datetime


PRIVATE = col(Handle.private).is_(True)


class Conversations(Area):
    """What is open where."""

    @stored
    def open(self, session: Session, form: OpenForm) -> None:
        session.add(form)
        session.flush()

    @stored
    def form(self, session: Session, opening: str, account_id: int) -> OpenForm | None:
        """A form of this account's, whether it is open or has ended."""
        return session.exec(select(OpenForm).where(OpenForm.id == opening, OpenForm.account_id == account_id)).first()

    @stored
    def save(self, session: Session, form: OpenForm) -> None:
        session.add(form)
        session.flush()

    @stored
    def begun(self, session: Session, account_id: int) -> list[OpenForm]:
        """The forms of this account that have not ended, the newest first."""
        return list(
            session.exec(
                select(OpenForm)
                .where(OpenForm.account_id == account_id, col(OpenForm.ended_at).is_(None))
                .order_by(col(OpenForm.opened_at).desc(), OpenForm.id)
            )
        )

    @stored
    def drafts_left_before(self, session: Session, moment: datetime) -> list[tuple[int, str]]:
        """Whose drafts lie in their vaults since before this, of forms that never ended."""
        return [
            (person_id, draft)
            for person_id, draft in session.exec(
                select(Account.person_id, OpenForm.draft)
                .join(Account, col(Account.id) == col(OpenForm.account_id))
                .where(
                    OpenForm.opened_at < moment,
                    col(OpenForm.ended_at).is_(None),
                    col(OpenForm.draft).is_not(None),
                    col(Account.person_id).is_not(None),
                )
            )
            if person_id is not None and draft is not None
        ]

    @stored
    def forget_account(self, session: Session, account_id: int) -> None:
        """The account is somebody else's from now on: what was open in it is gone. What is private goes in its time."""
        session.exec(delete(OpenForm).where(col(OpenForm.account_id) == account_id))
        session.exec(delete(Handle).where(col(Handle.account_id) == account_id, ~PRIVATE))
        session.exec(update(Home).where(col(Home.account_id) == account_id).values(changes=Home.changes + 1))

    @stored
    def forget_forms_before(self, session: Session, moment: datetime) -> int:
        """End the life of forms opened before this."""
        return int(session.exec(delete(OpenForm).where(col(OpenForm.opened_at) < moment)).rowcount)

    @stored
    def forget_handles_before(self, session: Session, moment: datetime) -> int:
        """End the life of the names of messages sent before this, but for what is private and can be put away yet."""
        reached = select(Account.id).where(Account.id == col(Handle.account_id), col(Account.reachable))
        stands = PRIVATE & (col(Handle.sent) != "") & reached.exists()
        return int(session.exec(delete(Handle).where(col(Handle.at) < moment, ~stands)).rowcount)

    @stored
    def handle(self, session: Session, account_id: int, name: str) -> str | None:
        return session.exec(select(Handle.sent).where(Handle.account_id == account_id, Handle.name == name)).first()

    @stored
    def set_handle(self, session: Session, account_id: int, name: str, sent: str, now: datetime) -> None:
        session.merge(Handle(account_id=account_id, name=name, sent=sent, at=now))
        session.flush()

    @stored
    def nothing_private_at(self, session: Session, account_id: int, sent: str) -> None:
        """Something else stands there now: what was private there can't be put away any more."""
        here = col(Handle.account_id) == account_id, PRIVATE
        session.exec(delete(Handle).where(*here, col(Handle.sent) == sent))
        # A message of several pieces is known by all of them, the one that was pressed first: the others may stand yet.
        session.exec(
            update(Handle)
            .where(*here, col(Handle.sent).startswith(f"{sent},", autoescape=True))
            .values(sent=func.substr(Handle.sent, len(f"{sent},") + 1))
        )

    @stored
    def stands(self, session: Session, account_id: int, name: str, sent: str, form: str, now: datetime) -> None:
        """Something private stands there under this name."""
        session.merge(
            Handle(account_id=account_id, name=name, sent=sent, private=True, form=form or None, at=now),
        )
        session.flush()

    @stored
    def standing(self, session: Session, account_id: int) -> list[str]:
        """The names of what is private and stands in this account's conversation."""
        return list(
            session.exec(
                select(Handle.name)
                .where(Handle.account_id == account_id, PRIVATE, Handle.sent != "")
                .order_by(col(Handle.at), Handle.name)
            )
        )

    @stored
    def private(self, session: Session, account_id: int, name: str) -> Handle | None:
        """What stands, or stood, under this name and is private."""
        return session.exec(select(Handle).where(Handle.account_id == account_id, Handle.name == name, PRIVATE)).first()

    @stored
    def put_away(self, session: Session, account_id: int, name: str) -> None:
        """It stands there no longer."""
        session.exec(
            update(Handle)
            .where(col(Handle.account_id) == account_id, col(Handle.name) == name, PRIVATE)
            .values(sent="")
        )
