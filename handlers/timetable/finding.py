"""The event that somebody means, by its name or by what a button carried: always one of a cohort of theirs."""

import re
from collections.abc import Sequence

from bot.chat.errors import Refusal
from bot.chat.view import View
from handlers.roster.listed import must_run
from storage.shared.cohorts import Cohort
from storage.shared.timetable import Event

NOT_THERE = "I don’t find that in your timetable. Say “timetable” to see everything that is in it."

_NUMBERS = dict(
    zip(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        map(str, range(1, 11)),
        strict=True,
    )
)


def matching(events: Sequence[Event], words: str) -> list[Event]:
    """The events that go by these words: by their whole title, else its beginning, else words of it.

    A number alone is a module's.
    """
    wanted = _plain(words)
    if wanted and wanted[0].isdecimal():
        wanted = ["module", *wanted]
    titles = [(event, _plain(event.title)) for event in events]
    whole = [event for event, title in titles if title == wanted]
    begins = [event for event, title in titles if wanted and title[: len(wanted)] == wanted]
    return whole or begins or [event for event, title in titles if wanted and set(wanted) <= set(title)]


def short_name(event: Event, events: Sequence[Event]) -> str:
    """As short a name as means this one alone: "module 2", else its title."""
    short, colon, _ = event.title.partition(":")
    return short.lower() if colon and matching(events, short) == [event] else event.title


def _plain(words: str) -> list[str]:
    found = re.findall(r"[^\W_]+", words.casefold())
    return [_NUMBERS.get(word, word) for word in found if word != "the"]


async def event_named(view: View, words: str) -> Event:
    """The one event of the cohort they are dealing with that goes by these words, where it was not cancelled."""
    found = matching(await view.db.timetable.of_cohort(view.cohort.id), words)
    if not found:
        raise Refusal(NOT_THERE)
    if len(found) > 1:
        raise Refusal("There are several of that name. Say it with its number or its whole title.")
    return found[0]


async def event_of(view: View, event_id: int) -> tuple[Event, Cohort]:
    """The event with this id, and its cohort, where the person has joined that."""
    event = await view.db.timetable.get(event_id)
    for cohort in view.cohorts:
        if event is not None and event.cohort_id == cohort.id:
            return event, cohort
    raise Refusal(NOT_THERE)


async def event_run_by(view: View, event_id: int) -> tuple[Event, Cohort]:
    """The same, where the person runs that cohort."""
    event, cohort = await event_of(view, event_id)
    must_run(view, cohort)
    return event, cohort
