"""What stands in the way of a year: bank holidays, quiet hours, and two things at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from zoneinfo import ZoneInfo

from bot.chat.times import spoken, spoken_date, spoken_span
from bot.rehearsal.living import Lived
from handlers.timetable.checks import FEWEST
from scheduling.bank_holidays import bank_holiday
from scheduling.holding import habits_of
from scheduling.unasked import is_quiet
from storage.copying.cohort import CohortCopy
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.timetable import Event


class Sort(StrEnum):
    """The sorts of clash that there are."""

    BANK_HOLIDAY = "Bank holidays"
    DAY_OFF = "Weekends"
    QUIET = "Quiet hours"
    AT_ONCE = "Two at once"
    TWO_COHORTS = "In two cohorts"


@dataclass(frozen=True)
class Clash:
    """Something that those who run the cohort may want to move, in one sentence."""

    sort: Sort
    words: str


def clashes(lived: Lived, zone: ZoneInfo) -> Sequence[Clash]:
    """All there are, sort by sort."""
    found = [*_days(lived.copy), *_reminders(lived, zone), *_at_once(lived.copy, zone), *_elsewhere(lived.copy)]
    return sorted(found, key=lambda clash: list(Sort).index(clash.sort))


def _days(copy: CohortCopy) -> Iterator[Clash]:
    for event in copy.events:
        if holiday := bank_holiday(event.day):
            words = f"“{event.title}” is on {spoken_date(event.day)}, a bank holiday ({holiday})."
            yield Clash(Sort.BANK_HOLIDAY, words)
        elif event.day.weekday() > 4:
            yield Clash(Sort.DAY_OFF, f"“{event.title}” is on {spoken_date(event.day)}.")


def _reminders(lived: Lived, zone: ZoneInfo) -> Iterator[Clash]:
    """Reminders that fall due when people are not to be disturbed: one sentence for all whom one of them is for."""
    became = {owed.key: owed for owed in lived.owed}
    events = {event.id: event for event in lived.copy.events}
    together = defaultdict[tuple[Sort, int, datetime], list[Delivery]](list)
    for owed in lived.planned:
        person, *_ = lived.alike[owed.person_id or 0]
        if owed.event_id is None or person.by_hand:
            continue
        if is_quiet(habits_of(person), owed.due_at):
            together[Sort.QUIET, owed.event_id, owed.due_at].append(owed)
        elif bank_holiday(owed.due_at.astimezone(zone).date()):
            together[Sort.BANK_HOLIDAY, owed.event_id, owed.due_at].append(owed)
    for (sort, event_id, due_at), group in together.items():
        people = sum(len(lived.alike[owed.person_id or 0]) for owed in group)
        dropped = [owed for owed in group if became[owed.key].state == DeliveryState.DROPPED]
        never = sum(len(lived.alike[owed.person_id or 0]) for owed in dropped)
        yield Clash(sort, _reminder(events[event_id], sort, spoken(due_at, zone), people, never))


def _reminder(event: Event, sort: Sort, when: str, people: int, never: int) -> str:
    where = "in quiet hours" if sort is Sort.QUIET else "on a bank holiday"
    whom = "one person" if people == 1 else f"{people} people"
    comes = "and comes later" if not never else f"and never reaches {'them' if never == people else f'{never} of them'}"
    return f"A reminder of “{event.title}” to {whom} falls due {where}, {when}, {comes}."


def _at_once(copy: CohortCopy, zone: ZoneInfo) -> Iterator[Clash]:
    timed = [event for event in copy.events if event.starts_at is not None]
    for one, other in combinations(sorted(timed, key=lambda event: (event.starts_at, event.id)), 2):
        if not _overlap(one, other):
            continue
        both = f"“{one.title}” ({_when(one, zone)}) and “{other.title}” ({_when(other, zone)})"
        if one.cohort_id == other.cohort_id:
            yield Clash(Sort.AT_ONCE, f"{both} overlap.")
        elif names := _in_both(copy, one.cohort_id, other.cohort_id):
            yield Clash(Sort.TWO_COHORTS, f"{both} overlap for {', '.join(names)}.")


def _overlap(one: Event, other: Event) -> bool:
    if one.starts_at is None or other.starts_at is None:
        return False
    return one.starts_at < (other.ends_at or other.starts_at) and other.starts_at < (one.ends_at or one.starts_at)


def _when(event: Event, zone: ZoneInfo) -> str:
    return spoken_span(event.starts_at, event.ends_at, zone) if event.starts_at else spoken_date(event.day)


def _in_both(copy: CohortCopy, *cohorts: int) -> list[str]:
    there = [{part.person_id for part in copy.parts if part.cohort_id == cohort} for cohort in cohorts]
    return sorted(person.name for person in copy.people if all(person.id in ids for ids in there))


def _elsewhere(copy: CohortCopy) -> Iterator[Clash]:
    """What others run is known as a number of people, where they are not too few to be told apart."""
    for event in copy.events:
        busy = copy.busy_elsewhere.get(event.id, 0)
        if busy >= FEWEST:
            day = spoken_date(event.day)
            words = f"{busy} people have something in another cohort of theirs on the day of “{event.title}”, {day}."
            yield Clash(Sort.TWO_COHORTS, words)
