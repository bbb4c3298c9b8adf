"""What a year that was lived comes to: who was told what and when, how much of it, and what stands in its way."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.chat.messages import Message, message_json
from bot.rehearsal.clashes import Clash, clashes
from bot.rehearsal.living import Lived
from scheduling.holding import begins
from scheduling.unasked import A_WEEK, SOON
from storage.shared.cohorts import Cohort, Membership
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Person
from storage.shared.reminders import MORNING
from storage.shared.timetable import Event
from storage.shared.unasked import WAITED_TOO_LONG

NOTHING_TO_SAY = "no longer so"
"""Why something was dropped of which nobody is to hear, such as a morning message of an empty week."""


class Fate(StrEnum):
    """What became of something that was owed."""

    SENT = "sent"
    ALONG = "in a morning message"
    BY_HAND = "told by hand"
    NEVER = "never told"
    WAITS = "waits"


@dataclass(frozen=True)
class Told:
    """One thing that somebody was told, or was to be."""

    person: Person
    kind: str
    about: str
    at: datetime
    platform: str
    fate: Fate
    message: Message | None = None
    """Its words, where it went by itself."""
    why: str = ""


@dataclass(frozen=True)
class TooMuch:
    """A week in which the template asks for more of somebody than the budget allows."""

    person: Person
    monday: date
    asked: int


class Report:
    """Everything that there is to say of a year."""

    def __init__(self, lived: Lived) -> None:
        self.lived = lived
        self.copy = lived.copy
        self.zone = ZoneInfo(self.copy.cohort.zone)
        self._people = {person.id: person for person in self.copy.people}
        self._events = {event.id: event for event in self.copy.events}
        self._cohorts = {cohort.id: cohort for cohort in self.copy.cohorts}

    @cached_property
    def told(self) -> Sequence[Told]:
        """In the order in which it happened."""
        theirs = (replace(told, person=each) for told in self._told() for each in self.lived.alike[told.person.id])
        return sorted(theirs, key=lambda told: (told.at, told.person.name, told.fate is not Fate.SENT))

    @cached_property
    def sent(self) -> Sequence[Told]:
        """What reached somebody as a message of its own."""
        return [told for told in self.told if told.fate is Fate.SENT]

    @cached_property
    def busiest(self) -> tuple[date, int] | None:
        """The day on which the most goes out."""
        days = Counter(self.day_of(told) for told in self.sent)
        return min(days.items(), key=lambda day: (-day[1], day[0]), default=None)

    @cached_property
    def weeks(self) -> Mapping[tuple[int, date], int]:
        """How many messages each person gets in each week, by its Monday."""
        return Counter((told.person.id, monday_of(self.day_of(told))) for told in self.sent)

    @cached_property
    def too_much(self) -> Sequence[TooMuch]:
        """Where the template goes over the budget, the worst first. What begins within two hours is not counted."""
        asked = Counter(
            (owed.person_id or 0, monday_of(owed.due_at.astimezone(self.zone).date()))
            for owed in self.lived.planned
            if owed.kind != MORNING and not self._begins_soon(owed)
        )
        found = [
            TooMuch(person, monday, count)
            for (lived, monday), count in asked.items()
            for person in self.lived.alike[lived]
            if count > A_WEEK and not person.by_hand
        ]
        return sorted(found, key=lambda one: (-one.asked, one.monday, one.person.name))

    @cached_property
    def wordings(self) -> Mapping["Words", Sequence[Told]]:
        """Everything that is said, each wording once with all to whom it is, in the order in which they first come."""
        said = defaultdict[Words, list[Told]](list)
        for told in self.told:
            if told.message is not None:
                said[words_of(told.message)].append(told)
        return said

    @cached_property
    def clashes(self) -> Sequence[Clash]:
        return clashes(self.lived, self.zone)

    @property
    def mondays(self) -> Sequence[date]:
        """Every week of the year, from the first in which anything happens to the last."""
        days = [self.day_of(told) for told in self.told] + [event.day for event in self.copy.events]
        days = days or [self.copy.cohort.starts]
        first, last = monday_of(min(days)), monday_of(max(days))
        return [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]

    def day_of(self, told: Told) -> date:
        return told.at.astimezone(self.zone).date()

    def parts_of(self, person: Person) -> Sequence[tuple[Membership, Cohort]]:
        """What somebody is, and where."""
        return [(part, self._cohorts[part.cohort_id]) for part in self.copy.parts if part.person_id == person.id]

    # ------------------------------------------------------------

    def _told(self) -> Iterator[Told]:
        """What those were told who lived."""
        for owed in self.lived.owed:
            if owed.person_id is None or owed.person_id not in self.lived.alike:
                continue
            person = self._people[owed.person_id]
            event = self._events.get(owed.event_id or 0)
            kind, about = self._kind(owed, person, event), event.title if event else ""
            platform, why = "", owed.why or ""
            shown = self.lived.shown.get(owed.id)
            along = self.lived.shown.get(owed.rides_with or "")
            if shown is not None:
                platform = shown.platform.capitalize()
                yield Told(person, kind, about, shown.at, platform, Fate.SENT, shown.message, why)
            elif owed.state == DeliveryState.SENT and along is not None:
                yield Told(person, kind, about, along.at, along.platform.capitalize(), Fate.ALONG, why=why)
            elif owed.state == DeliveryState.BY_HAND or (person.by_hand and why == WAITED_TOO_LONG):
                # Nobody presses here that it was told: in the end it leaves the list, and later its words go.
                message = message_json.validate_python(owed.body) if owed.body is not None else None
                yield Told(person, kind, about, owed.due_at, platform, Fate.BY_HAND, message)
            elif owed.state in (DeliveryState.DUE, DeliveryState.HELD):
                yield Told(person, kind, about, owed.due_at, platform, Fate.WAITS, why=why)
            elif why != NOTHING_TO_SAY:
                yield Told(person, kind, about, owed.due_at, platform, Fate.NEVER, why=why)

    def _kind(self, owed: Delivery, person: Person, event: Event | None) -> str:
        if owed.kind == MORNING:
            return "Morning message"
        theirs = [self._cohorts[event.cohort_id]] if event else [cohort for _, cohort in self.parts_of(person)]
        kinds = [self.lived.programmes[cohort.programme].kind(owed.kind or "") for cohort in theirs]
        return next((kind.title for kind in kinds if kind is not None), (owed.kind or "").capitalize())

    def _begins_soon(self, owed: Delivery) -> bool:
        event = self._events.get(owed.event_id or 0)
        return event is not None and timedelta() <= begins(event, self.zone) - owed.due_at <= SOON


Words = tuple[object, ...]
"""What a message says, whatever its buttons carry."""


def words_of(message: Message) -> Words:
    labels = tuple(button.label for button in message.buttons)
    return message.title, message.text, tuple(message.fields.items()), labels, message.attachments


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
