"""What is scored, as the scoring of `language/` calls it: the whole app's routes, every role's intents open."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.chat.at_risk import risk_of
from bot.chat.router import Routes
from bot.chat.understanding import Understanding
from bot.routers import ROUTERS
from scheduling.phrases import Meant, find_times, read_availability, told_apart

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 6, 14, 20, tzinfo=LONDON)

COUNTS_AS: Mapping[str, str] = {
    **dict.fromkeys(
        ("snooze", "mute", "stop", "fewer_reminders", "my_reminders", "unmute"), "snooze_or_mute_reminders"
    ),
    **dict.fromkeys(("show_event", "where_is_it", "whats_next"), "next_module"),
    **dict.fromkeys(("search_reflections", "shared_with_me", "drafts"), "my_reflections"),
    **dict.fromkeys(("contacts", "complain", "complain_about_data"), "talk_to_human"),
    **dict.fromkeys(("privacy_notice", "agreement", "recorded_about_me"), "who_can_see_this"),
    **dict.fromkeys(("time_zone", "quiet_hours", "morning_hour", "plain_mode", "private_text", "my_needs"), "settings"),
    **dict.fromkeys(("leave_my_messages", "delete_my_messages", "private_text_stays"), "settings"),
    **dict.fromkeys(("accounts", "join", "recover", "recovery_words"), "link_account"),
    **dict.fromkeys(("how_to_start",), "help"),
    **dict.fromkeys(("delete_now",), "delete_my_data"),
    **dict.fromkeys(("my_own_reminders", "delete_my_own_reminders"), "remind_me"),
    **dict.fromkeys(("apologies", "apologies_for_a_day", "cancel_event", "clear_time"), "cancel_session"),
    **dict.fromkeys(("move_event",), "reschedule_session"),
    **dict.fromkeys(("away", "back", "late", "hello", "thanks", "agree", "coming", "ill_today"), "none"),
    **dict.fromkeys(("reaction", "are_you_a_bot", "wrong_person", "undo", "why_this"), "none"),
    **dict.fromkeys(("step_back",), "snooze_or_mute_reminders"),
    **dict.fromkeys(("safeguarding",), "crisis"),
}
"""Intents that the samples do not name, and which of those that they name each comes nearest to."""

_SLOTS = {"words": "text", "time": "when", "days": "when", "day": "when", "event": "module", "number": "module"}


@cache
def _understanding() -> Understanding:
    return Understanding((intent.words for intent in Routes(ROUTERS).intents.values()), _when_said)


def _when_said(text: str) -> tuple[int, int] | None:
    times = find_times(text, NOW, LONDON)
    return times.said if times else None


class Routed(TypedDict):
    """What one text comes to."""

    intent: str
    slots: dict[str, str]


def route(text: str) -> Routed:
    """The intent that it goes ahead with, by the samples' name, and what was said for its slots."""
    reading = _understanding().read(text)
    if risk_of(text, reading):
        return {"intent": "crisis", "slots": {}}
    slots = {_SLOTS.get(name, name): said for name, said in reading.slots.items()}
    if reading.intent == "remind_me" and (line := slots.get("what")):  # which its handler tells apart
        slots["what"] = told_apart(line, NOW, LONDON).words
        if span := _when_said(line):
            slots["when"] = line[span[0] : span[1]]
    intent = reading.intent or "none"
    return {"intent": COUNTS_AS.get(intent, intent), "slots": slots}


def when(text: str, *, now: datetime, tz: ZoneInfo) -> list[date | tuple[date, date]] | None:
    """The times that are meant, the best first; nothing where there is none."""
    times = find_times(text, now, tz)
    return [_span(meant) for meant in times.meant] if times else None


def _span(meant: Meant) -> date | tuple[date, date]:
    return meant.start if meant.end is None else (meant.start, meant.end)


def repeating(text: str, *, now: datetime, tz: ZoneInfo) -> dict[str, object] | None:
    """The rule and the hours of what is offered again and again."""
    found = read_availability(text, now, tz)
    if found is None:
        return None
    return {
        "rrule": found.rule,
        "dtstart": found.first.isoformat(),
        "exdates": [day.isoformat() for day in found.except_on],
        "start": found.starts and f"{found.starts:%H:%M}",
        "end": found.ends and f"{found.ends:%H:%M}",
        "part": found.part,
    }
