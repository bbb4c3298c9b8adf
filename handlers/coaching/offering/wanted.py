"""What a coach would offer, before and after it is open, and how it is said."""

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from bot.chat.markdown import literal
from bot.chat.times import place_of, spoken_date
from handlers.coaching.words import TO_BE_AGREED
from scheduling.phrases import Availability
from scheduling.unasked import at_wall
from storage.private.entries import Entry
from storage.shared.coaching.offers import Offer


class Wanted(BaseModel):
    """Hours in which somebody would coach, and how."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    zone: str
    rule: str = ""
    """On which days; empty for the first day alone."""
    first: date
    starts: time
    ends: time
    except_on: tuple[date, ...] = ()
    minutes: int
    gap: int = 0
    notice: int | None = None
    """In minutes, as in an offer; None as the programme says."""
    places: int = 1
    fewest: int = 0
    fixed: bool = False
    place: str = ""
    link: str = ""
    paused: bool = False

    def but(self, **changes: object) -> "Wanted":
        return self.model_copy(update=changes)

    def new(self, coach_id: int, now: datetime) -> Offer:
        return Offer(coach_id=coach_id, made_at=now, **self._values())

    def put(self, offer: Offer) -> Offer:
        """The offer is as this says."""
        return offer.sqlmodel_update(self._values())

    def _values(self) -> dict[str, Any]:
        """What it says, as the columns of an offer have it."""
        return self.model_dump() | {"except_on": [day.isoformat() for day in self.except_on]}

    @property
    def fits(self) -> int:
        """How many sessions there is time for on one day."""
        return (self.lasts + self.gap) // (self.minutes + self.gap)

    @property
    def lasts(self) -> int:
        """How many minutes there are from its start to its end."""
        return _minutes(self.ends, end=True) - _minutes(self.starts)


class Changed(BaseModel):
    """What becomes of one offer."""

    offer_id: int | None = None
    """None for one that is new."""
    seen: Wanted | None = None
    """As it was when the change was asked for."""
    wanted: Wanted | None = None
    """None where it is to be closed."""


class OfferDraft(Entry):
    """What a coach would offer or change, from when it was shown until it is confirmed."""

    kind: ClassVar[str] = "offer_draft"

    changed: list[Changed]
    why: str = ""
    """What is not sure about it, in words for the coach."""
    instead: list[tuple[int, Wanted]] = Field(default_factory=list)
    """What else may have been meant, each with the number of the change that it stands for."""
    a_day: int | None = None
    """So many sessions on one day at most, where that was said."""
    a_week: int | None = None
    affected: list[int] = Field(default_factory=list)
    """The bookings that were shown with it, as what it leaves outside the new hours."""


# ---------------------------------------------------------------- in words


def when(wanted: Wanted, today: date) -> str:
    """On which days, and at what hours: "every Tuesday 14:00–17:00, from … until … (London)"."""
    return f"{typed(wanted, today)} ({_place(wanted)})"


def typed(wanted: Wanted, today: date) -> str:
    """The same as it can be typed, and is read as the same."""
    if not wanted.rule:
        return f"{spoken_date(wanted.first)} {hours_of(wanted)}"
    ahead = frozenset(day for day in wanted.except_on if day >= today)
    zone = ZoneInfo(wanted.zone)
    said = str(Availability(wanted.rule, wanted.first, zone, wanted.starts, wanted.ends, except_on=ahead))
    return said if wanted.first > today else said.replace(f", from {spoken_date(wanted.first)}", "")


def listed(wanted: Wanted, today: date, notice_hours: int) -> str:
    """All of it, as a short list."""
    return "\n".join([f"**{when(wanted, today)}**", "", *(f"- {line}" for line in how(wanted, notice_hours))])


def short(wanted: Wanted, today: date) -> str:
    """The same for a button: without the days that are left out, or on which it begins."""
    if not wanted.rule:
        return f"{wanted.first:%a} {wanted.first.day} {wanted.first:%B} {hours_of(wanted)}"
    return typed(wanted.but(except_on=(), first=min(wanted.first, today)), today)


def how(wanted: Wanted, notice_hours: int) -> list[str]:
    """How long sessions are, for how many, until when they can be booked, and where they are."""
    count, between = wanted.fits, f", with {wanted.gap} between" if wanted.gap else ""
    sessions = f"{'one session' if count == 1 else f'{count} sessions'}{' each time' if wanted.rule else ''}"
    hours = notice_hours if wanted.notice is None else wanted.notice // 60
    before = "it begins" if not hours else "an hour before" if hours == 1 else f"{hours} hours before"
    return [
        f"{sessions}, {wanted.minutes} minutes long{between}",
        _for_whom(wanted),
        f"can be booked until {before}",
        ", ".join(filter(None, [literal(wanted.place), wanted.link])) or f"where you meet is {TO_BE_AGREED}",
    ]


def _for_whom(wanted: Wanted) -> str:
    if wanted.places == 1:
        return "one person at a time"
    each = ", the same people every time" if wanted.fixed else ""
    fewest = f", with {wanted.fewest} or more" if wanted.fewest else ""
    return f"a group of up to {wanted.places}{fewest}{each}"


def hours_of(wanted: Wanted) -> str:
    """From when to when, on the clock of its zone."""
    return f"{wanted.starts:%H:%M}–{wanted.ends:%H:%M}"


def _place(wanted: Wanted) -> str:
    zone = ZoneInfo(wanted.zone)
    return place_of(zone, at_wall(wanted.first, wanted.starts, zone))


def _minutes(wall: time, *, end: bool = False) -> int:
    """Since the day began; midnight, as an end, is when it is over."""
    minutes = wall.hour * 60 + wall.minute
    return minutes if minutes or not end else timedelta(days=1) // timedelta(minutes=1)
