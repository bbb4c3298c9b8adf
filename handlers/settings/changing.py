"""A setting of somebody's becomes another, and can be taken back."""

import calendar
from collections.abc import Callable, Mapping
from datetime import time
from typing import NotRequired, TypedDict, Unpack

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.presses import NAMED
from handlers.reminders.planning import plan_again
from handlers.settings.hours import shown
from handlers.undo import CHANGED_SINCE
from scheduling.phrases.zones import place
from storage.shared.people import Person

router = Router("changing settings")

DAYS = tuple(calendar.day_name)


class Settings(TypedDict):
    """What somebody has chosen for themselves, by the names that it has in `Person`."""

    zone: NotRequired[str]
    quiet_from: NotRequired[time]
    quiet_until: NotRequired[time]
    morning: NotRequired[time]
    days_off: NotRequired[list[int]]
    plain_mode: NotRequired[bool]
    platform: NotRequired[str | None]
    private_minutes: NotRequired[int | None]
    tidies: NotRequired[bool]
    words_in_notices: NotRequired[bool]
    calendar_title: NotRequired[str]
    named_in_logs: NotRequired[bool]
    cohort_id: NotRequired[int | None]


CALLED: Mapping[str, str] = {
    "zone": "your time zone",
    "quiet_from": "your quiet hours",
    "quiet_until": "your quiet hours",
    "morning": "the hour of your morning message",
    "days_off": "your days off",
    "plain_mode": "plain mode",
    "platform": "where your messages go",
    "private_minutes": "how long private text stands",
    "tidies": "what becomes of what you type",
    "words_in_notices": "what notices of your own reminders say",
    "calendar_title": "what sessions are called in your calendar",
    "named_in_logs": "how coaches’ logs have you",
    "cohort_id": "which cohort you deal with",
}
DECIDE_WHEN = {"zone", "quiet_from", "quiet_until", "morning", "days_off"}
"""When somebody wants to hear from us decides when their reminders come."""


async def change(turn: Turn, **settings: Unpack[Settings]) -> None:
    """They are so from now on."""
    for name, value in settings.items():
        before = getattr(turn.person, name)
        if value != before:
            await turn.can_undo(CALLED[name], as_before, name, _plain(value), _plain(before))
            setattr(turn.person, name, value)
    await _keep(turn, *settings)


@router.undo("settings.as_before")
async def as_before(turn: Turn, name: str, value: object, before: object) -> str:
    is_now = getattr(turn.person, name)
    if _plain(is_now) != value:
        raise Refusal(CHANGED_SINCE)
    setattr(turn.person, name, time.fromisoformat(str(before)) if isinstance(is_now, time) else before)
    await _keep(turn, name)
    return said(turn.person, name)


async def _keep(turn: Turn, *names: str) -> None:
    await turn.db.people.save(turn.person)
    if DECIDE_WHEN.intersection(names):
        await plan_again(turn, *turn.cohorts)


def _plain(value: object) -> object:
    """A setting as it is kept beside what takes it back."""
    return value.isoformat() if isinstance(value, time) else value


# ---------------------------------------------------------------- how things stand


def said(person: Person, name: str) -> str:
    """How a setting stands, in a sentence; empty where its name says enough."""
    return SAID[name](person) if name in SAID else ""


def zone_shown(zone: str) -> str:
    return f"{place(zone)} ({zone})"


def days_off(person: Person) -> str:
    return ", ".join(DAYS[day] for day in sorted(person.days_off)) or "none"


def stands(person: Person) -> str:
    """How long private text stands in the conversation."""
    match person.private_minutes:
        case None:
            return "stays until you put it away"
        case 60:
            return "put away after an hour"
        case minutes:
            return f"put away after {minutes} minutes"


def typed(person: Person) -> str:
    """What becomes of what they type."""
    return "deleted here once it is kept" if person.tidies else "stays here"


def in_logs(person: Person) -> str:
    """How a coach's log of hours has them."""
    return "your name" if person.named_in_logs else "your initials, not your name"


def in_logs_otherwise(person: Person) -> Button:
    """To have it the other way."""
    if person.named_in_logs:
        return Button("Initials in coaches’ logs", NAMED(0))
    return Button("My name in coaches’ logs", NAMED(1))


def _quiet(person: Person) -> str:
    return f"Quiet from {shown(person.quiet_from)} until {shown(person.quiet_until)}, in your time."


SAID: Mapping[str, Callable[[Person], str]] = {
    "zone": lambda person: f"Your time zone is {zone_shown(person.zone)} now.",
    "quiet_from": _quiet,
    "quiet_until": _quiet,
    "morning": lambda person: f"Your morning message comes at {shown(person.morning)} now, in your time.",
    "days_off": lambda person: f"Your days off: {days_off(person)}.",
    "plain_mode": lambda person: f"Plain mode is {'on' if person.plain_mode else 'off'}.",
    "private_minutes": lambda person: f"What I show you: {stands(person)}.",
    "tidies": lambda person: f"What you type: {typed(person)}.",
    "calendar_title": lambda person: f"In your calendar sessions are called “{literal(person.calendar_title)}” now.",
    "named_in_logs": lambda person: f"A coach’s log of hours has {in_logs(person)}.",
}
