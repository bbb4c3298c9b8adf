"""Which version of the confidentiality agreement each person has agreed to."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.database import Area, stored


class Agreement(SQLModel, table=True):
    """One person's yes to one version, in one programme."""

    __tablename__ = "agreement"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    programme: str
    version: str
    at: datetime


class Agreements(Area):
    """Who agreed to what."""

    @stored
    def agreed(self, session: Session, person_id: int, programme: str, version: str) -> bool:
        """Whether this person has agreed to this very version."""
        row = session.exec(
            select(Agreement.id)
            .where(Agreement.person_id == person_id, Agreement.programme == programme, Agreement.version == version)
            .limit(1)
        ).first()
        return row is not None

    @stored
    def of_person(self, session: Session, person_id: int) -> list[Agreement]:
        return list(session.exec(select(Agreement).where(Agreement.person_id == person_id).order_by(col(Agreement.id))))

    @stored
    def agree(self, session: Session, person_id: int, programme: str, version: str, now: datetime) -> None:
        session.add(Agreement(person_id=person_id, programme=programme, version=version, at=now))
        session.flush()
