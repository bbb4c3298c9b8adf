"""A cohort's timetable: laid out from its template and the day it starts, and what people know of each event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2s
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict

from bot.programmes.model import Programme
from scheduling.bank_holidays import is_working_day, next_working_day
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event, EventKind
from storage.shared.unit import SharedUnit

# ---------------------------------------------------------------- laying it out


Times = tuple[date, datetime | None, datetime | None]
"""The day of something, and from when until when it is; None for both where it has only a day."""


@dataclass(frozen=True)
class Laid:
    """Something planned, where it comes to be in a cohort's timetable."""

    kind: EventKind
    key: str
    title: str
    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    meant: date
    """The day that the template means, which may be a bank holiday."""

    @property
    def times(self) -> Times:
        return self.day, self.starts_at, self.ends_at


def lay_out(programme: Programme, starts: date, zone: ZoneInfo) -> list[Laid]:
    """The timetable of a cohort that starts on this day, in its zone and in the order of its days.

    What falls on a bank holiday goes to the next working day that has nothing else on it.
    """
    number = {module.key: f"Module {place}: " for place, module in enumerate(programme.modules, 1)}
    taken = {day for planned in programme.planned if is_working_day(day := planned.day(starts))}
    laid = []
    for planned in programme.planned:
        meant = day = planned.day(starts)
        if not is_working_day(day):
            while (day := next_working_day(day)) in taken:
                pass
            taken.add(day)
        title = number.get(planned.key, "") + planned.title
        starts_at, ends_at = instant(day, planned.starts, zone), instant(day, planned.ends, zone)
        laid.append(Laid(planned.kind, planned.key, title, day, starts_at, ends_at, meant))
    return sorted(laid, key=lambda one: (one.day, one.starts_at.timestamp() if one.starts_at else 0.0))


def instant(day: date, wall: time | None, zone: ZoneInfo) -> datetime | None:
    """A wall time of that day; None where it has none."""
    return None if wall is None else datetime.combine(day, wall, zone).astimezone(UTC)


async def begin_cohort(db: SharedUnit, programme: Programme, name: str, starts: date, now: datetime) -> Cohort:
    """A new cohort of this programme, with its timetable: it ends with the last that is planned."""
    cohort = await db.cohorts.add(
        name=name,
        programme=programme.key,
        zone=programme.zone,
        starts=starts,
        ends=last_day(lay_out(programme, starts, ZoneInfo(programme.zone)), starts),
        now=now,
    )
    await lay_down(db, cohort, programme, now)
    return cohort


async def lay_down(db: SharedUnit, cohort: Cohort, programme: Programme, now: datetime) -> list[Event]:
    """Lay the timetable of a cohort out, and keep it."""
    events = []
    for laid in lay_out(programme, cohort.starts, ZoneInfo(cohort.zone)):
        event = Event(
            cohort_id=cohort.id,
            kind=laid.kind,
            key=laid.key,
            title=laid.title,
            day=laid.day,
            starts_at=laid.starts_at,
            ends_at=laid.ends_at,
            made_at=now,
            changed_at=now,
        )
        events.append(await db.timetable.add(event))
    return events


def last_day(planned: Iterable[Laid | Event], starts: date) -> date:
    """When a cohort ends that starts on this day: with the last that is planned for it."""
    return max((one.day for one in planned), default=starts)


async def end_with_the_last(db: SharedUnit, cohort: Cohort) -> None:
    """The timetable is another now: the cohort ends with its last day, and without a graduation no earlier than so far.

    Who takes part in one that is over becomes an alumnus, which nobody does before a graduation is fixed again.
    """
    await db.cohorts.lock(cohort.id)
    events = await db.timetable.of_cohort(cohort.id)
    last = last_day(events, cohort.starts)
    graduates = any(event.kind == EventKind.GRADUATION for event in events)
    cohort.ends = last if graduates else max(last, cohort.ends)
    await db.cohorts.save(cohort)


# ---------------------------------------------------------------- what people know of it


class Known(BaseModel):
    """What there is to know of an event: as it is, as people were told, or as somebody would have it."""

    model_config = ConfigDict(frozen=True)

    on: bool
    """Whether it takes place."""
    title: str
    day: date
    starts_at: AwareDatetime | None
    ends_at: AwareDatetime | None
    place: str
    way_in: str
    step_free: str
    link: str

    @classmethod
    def of(cls, event: Event) -> Self:
        """As it is now."""
        return cls(
            on=event.cancelled_at is None,
            title=event.title,
            day=event.day,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            place=event.place,
            way_in=event.way_in,
            step_free=event.step_free,
            link=event.link,
        )

    def but(self, **values: object) -> Self:
        """The same, but for these."""
        return self.model_validate({**dict(self), **values})

    @property
    def fingerprint(self) -> str:
        """Something short that is another where anything is."""
        return blake2s(self.model_dump_json().encode(), digest_size=6).hexdigest()

    def begins(self, zone: ZoneInfo) -> datetime:
        """When it begins; what has only a day, with the day."""
        return self.starts_at or datetime.combine(self.day, time(), zone)

    def over(self, zone: ZoneInfo) -> datetime:
        """When it is over."""
        return self.ends_at or self.starts_at or datetime.combine(self.day + timedelta(days=1), time(), zone)

    @property
    def times(self) -> Times:
        return self.day, self.starts_at, self.ends_at

    def is_news_after(self, known: "Known") -> bool:
        """Whether somebody who knows that has something to hear. Of what takes place no more, nothing else matters."""
        return self != known and (self.on or known.on)


def put(event: Event, wanted: Known, now: datetime) -> None:
    """Make the event what is wanted."""
    event.title, event.day, event.starts_at, event.ends_at = wanted.title, *wanted.times
    event.place, event.way_in, event.step_free, event.link = wanted.place, wanted.way_in, wanted.step_free, wanted.link
    event.cancelled_at = None if wanted.on else event.cancelled_at or now
    event.changed_at = now


def told(event: Event) -> Known | None:
    """What people were told of it last; None where nobody was told anything."""
    return Known.model_validate(event.told) if event.told else None
