"""Which version of the confidentiality agreement each person has agreed to."""

from datetime import datetime

from sqlalchemy import Table, bindparam
from sqlmodel import Field, Session, SQLModel, col, select

from storage.database import Area, stored
from storage.prepared import Prepared


class Agreement(SQLModel, table=True):
    """One person's yes to one version, in one programme."""

    __tablename__ = "agreement"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    programme: str
    version: str
    at: datetime


AGREED: Table = SQLModel.metadata.tables["agreement"]
VERSIONS = Prepared(select(AGREED.c.programme, AGREED.c.version).where(AGREED.c.person_id == bindparam("person")))


def versions(session: Session, person_id: int) -> frozenset[tuple[str, str]]:
    return frozenset((key, version) for key, version in VERSIONS.rows(session.connection(), person=person_id))


class Agreements(Area):
    """Who agreed to what."""

    @stored
    def versions(self, session: Session, person_id: int) -> frozenset[tuple[str, str]]:
        """Each programme and version that this person has agreed to."""
        return versions(session, person_id)

    @stored
    def agree(self, session: Session, person_id: int, programme: str, version: str, now: datetime) -> None:
        session.add(Agreement(person_id=person_id, programme=programme, version=version, at=now))
        session.flush()

    @stored
    def of_person(self, session: Session, person_id: int) -> list[Agreement]:
        return list(session.exec(select(Agreement).where(Agreement.person_id == person_id).order_by(col(Agreement.id))))
