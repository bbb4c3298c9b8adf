"""What a programme template says. A third programme is a file of these words, and no code."""

import re
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from storage.shared.people import Role
from storage.shared.timetable import EventKind

LINE_END = re.compile(r"(?<!\n)\n(?!\n|- |\d+\. )")
"""Where a line of the file ends and its paragraph does not: a list keeps its lines."""

WORKING_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def _weekday(said: object) -> object:
    """A working day by its name, as its number: Monday is 0."""
    names = [day.casefold() for day in WORKING_DAYS]
    if isinstance(said, str) and said.casefold() in names:
        return names.index(said.casefold())
    if isinstance(said, int) and not isinstance(said, bool) and 0 <= said < len(names):
        return said
    raise ValueError(f"write a working day, one of {', '.join(WORKING_DAYS)}")


def _wall_time(said: object) -> object:
    if isinstance(said, time) and said.tzinfo is None:
        return said
    if isinstance(said, str) and re.fullmatch(r"([01]?\d|2[0-3])[:.][0-5]\d", said):
        hour, minute = re.split("[:.]", said)
        return time(int(hour), int(minute))
    raise ValueError("write a time of day, such as “09:30”")


Words = Annotated[str, Field(min_length=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=32, examples=["first_module"])]
Weekday = Annotated[int, BeforeValidator(_weekday), Field(examples=["Tuesday"])]
WallTime = Annotated[time, BeforeValidator(_wall_time), Field(examples=["09:30"])]
Number = Annotated[int, Field(strict=True)]
Months = Annotated[int, Field(strict=True, ge=1, le=120)]


class Part(BaseModel):
    """A table of the file. What stands beneath a word here is said of it where it is missing."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


# ---------------------------------------------------------------- what is agreed, kept and due


class AgreementText(Part):
    """The confidentiality agreement: five lines to agree to, and the whole as a page. A new version is asked anew."""

    version: str = Field(pattern=r"^[0-9A-Za-z.-]+$", max_length=15, examples=["2027-02"])
    """Another whenever what is agreed changes, such as the month: everybody is asked anew."""
    lines: tuple[Words, ...] = Field(min_length=5, max_length=5)
    """The five lines that people agree to."""
    page: Words
    """The whole of it."""

    @field_validator("page")
    @classmethod
    def _reflow(cls, page: str) -> str:
        """Each paragraph in one line: where the file's lines end, a sentence goes on."""
        return LINE_END.sub(" ", page.strip())


class Retention(Part):
    """How long each kind of thing is kept."""

    private_months_after_end: Months
    """How many months after the programme's end private notes are kept."""
    extension_months: Months
    """By how many months a press keeps a note longer."""
    letterbox_months: Months
    """How many months after the programme's end what was passed on to somebody is kept."""
    draft_days: Number = Field(ge=1, le=366)
    """How many days what was left half written is kept."""
    deliveries_months: Months
    """How many months it is known what was sent to whom, without its words."""
    audit_months: Months
    """How many months it is known who did what."""


class Entitlements(Part):
    """How many sessions of each sort a participant has."""

    coaching: Number = Field(ge=0, le=100)
    """How many coaching sessions each participant has."""
    group_coaching: Number = Field(ge=0, le=100)
    """How many sessions of group coaching each participant has."""
    mentoring: Number = Field(ge=0, le=100)
    """How many meetings with a mentor each participant has."""


class CoachingRules(Part):
    """How coaching is booked, unless its coach says otherwise."""

    minutes: Number = Field(default=60, ge=15, le=480)
    """How many minutes a session takes."""
    at_once: bool = Field(default=False, strict=True)
    """Bookings are confirmed at once, without the coach."""
    hold_hours: Number = Field(default=20, ge=1, le=200)
    """How many working hours a request keeps its place for the coach to confirm; a day has ten, from 8 to 18."""
    offered_hours: Number = Field(default=10, ge=1, le=200)
    """How many working hours a place that became free in a group is kept for the next in line."""
    notice_hours: Number = Field(default=24, ge=0, le=24 * 60)
    """How many hours before it begins a session can be booked at the latest."""
    change_hours: Number = Field(default=24, ge=0, le=24 * 60)
    """How many hours before it begins a participant can move or cancel it at the latest."""
    fewest: Number = Field(default=3, ge=0, le=100)
    """With how many a group takes place: with fewer, its coach is asked the day before."""
    prepare: str = Field(default="", max_length=200, examples=["What would you like to leave with?"])
    """What a participant is asked before a session, to answer for themselves; left out, nothing is asked."""


# ---------------------------------------------------------------- what is planned


class Planned(Part):
    """What is in the timetable of every cohort, so many weeks after its start."""

    key: Key
    """A short name that nothing else in the file has."""
    kind: EventKind = Field(examples=["deadline"])
    """What it is: a development session, a deadline, a graduation, or something other."""
    title: str = Field(min_length=1, max_length=80)
    """What people call it."""
    week: Number = Field(ge=-52, le=156)
    """In which week it is: 1 is the week of the start, 0 the week before it."""
    weekday: Weekday
    """On which working day it is."""
    starts: WallTime | None = None
    """When it starts; left out for what has only a day."""
    ends: WallTime | None = Field(default=None, validate_default=True)
    """When it ends."""

    @field_validator("ends")
    @classmethod
    def _after_its_start(cls, ends: time | None, info: ValidationInfo) -> time | None:
        if "starts" not in info.data:
            return ends
        starts = info.data["starts"]
        if (starts is None) != (ends is None):
            raise ValueError("give both “starts” and “ends”, or neither for what has only a day")
        if starts is not None and ends is not None and ends <= starts:
            raise ValueError(f"write a time after “starts”, which is {starts:%H:%M}")
        return ends

    def day(self, start: date) -> date:
        """The day it is planned for in a cohort that starts on this day."""
        monday = start - timedelta(days=start.weekday())
        return monday + timedelta(weeks=self.week - 1, days=self.weekday)


class Module(Planned):
    """A module: a day or more on one key issue."""

    kind: Literal[EventKind.MODULE] = EventKind.MODULE
    focus: Words
    """What it is about, in one line."""
    themes: tuple[Words, ...] = Field(min_length=1)
    """What it deals with."""
    speakers: tuple[Words, ...] = ()
    """Who speaks there: backgrounds, not people."""
    pre_work: tuple[Words, ...] = ()
    """What is to be done before it."""
    prompts: tuple[Words, ...] = Field(min_length=1)
    """Questions to reflect on after it."""


# ---------------------------------------------------------------- what people are reminded of


class ReminderKind(Part):
    """A kind of unasked message, which people choose to get or not."""

    key: Key
    """A short name, by which rules name it."""
    title: str = Field(min_length=1, max_length=40)
    """What people call it."""
    about: str = Field(min_length=1, max_length=150)
    """What it brings, in one line."""


class Of(StrEnum):
    """Of what a rule reminds: of one kind of event, or of coaching sessions."""

    MODULE = EventKind.MODULE.value
    DEVELOPMENT = EventKind.DEVELOPMENT.value
    DEADLINE = EventKind.DEADLINE.value
    GRADUATION = EventKind.GRADUATION.value
    OTHER = EventKind.OTHER.value
    COACHING = "coaching"


class Rule(Part):
    """When people are reminded of what is planned, and of what they have booked."""

    key: Key
    """A short name that no other rule has."""
    kind: str = Field(examples=["modules"])
    """The kind of reminder that it is: the key of one of [[kinds]]."""
    of: tuple[Of, ...] = Field(min_length=1)
    """Of what it reminds."""
    to: tuple[Role, ...] = Field(min_length=1)
    """Whom it reminds."""
    days: Number | None = Field(default=None, ge=-90, le=90)
    """How many days from the day: -7 is a week before, 0 the day itself, 1 the day after."""
    at: WallTime | None = None
    """At what time of that day, where the person is."""
    minutes: Number | None = Field(default=None, ge=-1440, le=1440)
    """How many minutes from the start, in place of days: -60 is an hour before."""
    late_hours: Number = Field(ge=1, le=24 * 14)
    """How many hours late it is of use: what would come later is dropped."""
    matters: bool = Field(default=False, strict=True)
    """Twice is better than never, and it may go beyond what somebody is told in a week."""

    @model_validator(mode="after")
    def _one_way_to_say_when(self) -> Self:
        by_day = self.days is not None and self.at is not None and self.minutes is None
        by_minutes = self.minutes is not None and self.days is None and self.at is None
        if not by_day and not by_minutes:
            raise ValueError("say when by “days” and “at”, or by “minutes” alone")
        return self


# ---------------------------------------------------------------- whom to turn to


class Contact(Part):
    """Somebody to turn to, or an office."""

    name: Words
    """The name of the person or the office."""
    position: str = ""
    """What they are."""
    email: str = Field(default="", pattern=r"^$|^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$", examples=["name@example.org"])
    """Their address."""
    phone: str = Field(default="", pattern=r"^$|^\+?[\d ()]{5,}$", examples=["01632 960123"])
    """Their number."""
    hours: Words
    """When they answer, such as “Monday to Friday, 9:00 to 17:00”."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not self.email and not self.phone:
            raise ValueError("give an “email”, a “phone”, or both")
        return self


class Helpline(Part):
    """Somebody who answers at any hour, whoever needs them."""

    name: str = Field(min_length=1, max_length=60, examples=["Samaritans"])
    """What it is called."""
    how: str = Field(min_length=1, max_length=80, examples=["call 116 123"])
    """How it is reached, as a sentence goes on: “call 116 123”."""


class Helplines(Part):
    """Who helps at any hour where somebody is in danger, or can't go on."""

    emergency: str = Field(min_length=1, max_length=20, examples=["999"])
    """The number to call where somebody is in danger right now."""
    lines: tuple[Helpline, ...] = Field(min_length=1, max_length=6)
    """Who listens, day and night."""


class Contacts(Part):
    """Whom people can turn to, and what is said of their data."""

    controller: Contact
    """Who is responsible for people's data."""
    data_protection: Contact
    """Who answers questions about data protection."""
    complaints: Contact
    """Who deals with complaints about data."""
    safeguarding: Contact
    """Whom to tell where somebody may come to harm."""
    human: Contact
    """Who talks to people that would rather not talk to a bot."""
    privacy_notice: Words
    """Where the privacy notice is, or what it says."""


# ---------------------------------------------------------------- the whole


class Programme(Part):
    """A template: everything about a programme that is not about one cohort of it."""

    key: str
    """The name of its file."""
    name: str = Field(min_length=1, max_length=60)
    """What the programme is called."""
    zone: str = Field(default="Europe/London", examples=["Europe/London"])
    """The time zone that its timetable is in."""
    roles: tuple[Role, ...] = Field(min_length=1)
    """Who takes part, and as what."""
    authorities: tuple[Words, ...] = Field(min_length=1)
    """The organisations that nominate."""
    entitlements: Entitlements
    """How many sessions a participant has."""
    coaching: CoachingRules = CoachingRules()
    """How coaching is booked."""
    prompts: tuple[Words, ...] = Field(min_length=1)
    """Questions to reflect on at any time."""
    agreement: AgreementText
    """What people agree on about confidentiality."""
    retention: Retention
    """How long things are kept."""
    helplines: Helplines
    """Who helps at any hour, whoever somebody is."""
    modules: tuple[Module, ...] = ()
    """The modules, in their order."""
    events: tuple[Planned, ...] = ()
    """Whatever else is in the timetable."""
    kinds: tuple[ReminderKind, ...] = Field(min_length=1)
    """The kinds of reminders."""
    reminders: tuple[Rule, ...] = ()
    """When people are reminded of what."""
    contacts: Contacts | None = None
    """Whom people can turn to: of each installation, so no template is shipped with it."""

    @field_validator("zone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("there is no such time zone; one is “Europe/London”") from None
        return name

    @property
    def planned(self) -> tuple[Planned, ...]:
        """Everything in the timetable, in its order."""
        return tuple(sorted((*self.modules, *self.events), key=lambda planned: (planned.week, planned.weekday)))

    def module(self, key: str) -> Module | None:
        """The module with this key."""
        return next((module for module in self.modules if module.key == key), None)

    def kind(self, key: str) -> ReminderKind | None:
        """The kind of reminder with this key."""
        return next((kind for kind in self.kinds if kind.key == key), None)

    def rule(self, key: str) -> Rule | None:
        """The rule with this key."""
        return next((rule for rule in self.reminders if rule.key == key), None)
