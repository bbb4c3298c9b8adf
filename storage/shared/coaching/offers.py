"""What coaches offer: hours on a wall clock, once or again and again, and the sessions that fit into them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import JSON, Column
from sqlmodel import Field, Session, SQLModel, col, select

from storage.database import Area, stored
from storage.shared.coaching.coaches import known_coach


class Offer(SQLModel, table=True):
    """Hours in which somebody coaches, kept as wall time and zone."""

    __tablename__ = "offer"

    id: int = Field(default=None, primary_key=True)
    coach_id: int = Field(foreign_key="coach.person_id", index=True)
    cohort_id: int | None = Field(default=None, foreign_key="cohort.id")
    """None for every cohort in which they coach."""
    zone: str
    rule: str = ""
    """On which days, and until when: an RRULE without parts of the time. Empty for the first day alone."""
    first: date
    """The first of its days, from which weeks and months are counted."""
    starts: time
    ends: time
    """Midnight is the end of the day."""
    except_on: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    """Days on which it is not so after all, such as "2027-07-14"."""
    minutes: int
    """How long a session takes."""
    gap: int = 0
    """Minutes between one session and the next."""
    notice: int | None = None
    """How many minutes before it begins a session can be booked at the latest; None as the programme says."""
    places: int = 1
    """More than one are a group."""
    fewest: int = 0
    """In a group with fewer the coach is asked a day before whether it takes place."""
    fixed: bool = False
    """A group that meets each time, and is joined as a whole."""
    place: str = ""
    link: str = ""
    """With neither, where they meet is to be agreed."""
    paused: bool = False
    made_at: datetime
    closed_at: datetime | None = None

    @property
    def is_group(self) -> bool:
        return self.places > 1

    @property
    def not_on(self) -> frozenset[date]:
        return frozenset(map(date.fromisoformat, self.except_on))


class Offers(Area):
    """What is on offer."""

    @stored
    def add(self, session: Session, offer: Offer) -> Offer:
        known_coach(session, offer.coach_id)
        session.add(offer)
        session.flush()
        return offer

    @stored
    def save(self, session: Session, offer: Offer) -> None:
        session.add(offer)
        session.flush()

    @stored
    def get(self, session: Session, offer_id: int) -> Offer | None:
        """Whatever has become of it."""
        return session.get(Offer, offer_id, populate_existing=True)

    @stored
    def of(self, session: Session, coach_ids: Collection[int]) -> dict[int, list[Offer]]:
        """What each of these coaches offers, paused or not, by coach."""
        wanted = select(Offer).where(col(Offer.coach_id).in_(coach_ids), col(Offer.closed_at).is_(None))
        found = defaultdict[int, list[Offer]](list)
        for offer in session.exec(wanted.order_by(col(Offer.id)).execution_options(populate_existing=True)):
            found[offer.coach_id].append(offer)
        return found
