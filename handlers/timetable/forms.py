"""The forms by which those who run a cohort set its timetable."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, Form, Json, Opening, ReadTime, ShortText
from bot.chat.times import spoken_date
from handlers.settings.chat import HourText
from storage.shared.timetable import Event


class DayText(ShortText):
    """A day, typed as people do; kept as it is shown, which reads the same whenever it is read."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(super()._accept(raw, opening))
        return spoken_date(opening.read_time(typed, opening.now, opening.zone).date())


def day_of(words: str, read_time: ReadTime, now: datetime) -> date:
    """The day that a DayText kept."""
    return read_time(words, now, ZoneInfo("UTC")).date()


def an_address(words: str) -> None:
    if not words.startswith(("https://", "http://")) or len(words.split()) > 1:
        raise Refusal("Please give the whole link, such as “https://meet.example.org/abc”.")


class EventForm(Form):
    route = "timetable.event"
    title = "An event"
    private = False

    name = ShortText("What is it called?", most=100)
    day = DayText("On which day?", help="Such as “Tue 9 March”.", most=60)
    starts = HourText(
        "From what time?", help="Where the cohort is. None for what has only a day.", required=False, most=20
    )
    ends = HourText("Until what time?", required=False, most=20)
    place = ShortText("Where is it?", help="The place and its address.", required=False)
    way_in = ShortText("How do people get in?", help="Such as “Side door, ask for Jo at reception”.", required=False)
    step_free = ShortText("How is it step-free?", help="Such as “Lift from the side door”.", required=False)
    link = ShortText("A link to join online?", required=False, check=an_address)


def answers_of(event: Event, zone: ZoneInfo) -> Answers:
    """An event as its form has it. What has only a day needs no place, and is not asked for one."""
    has_times = event.starts_at is not None
    details = {"place": event.place, "way_in": event.way_in, "step_free": event.step_free, "link": event.link}
    return {
        "name": event.title,
        "day": spoken_date(event.day),
        "starts": _shown(event.starts_at, zone),
        "ends": _shown(event.ends_at, zone),
        **{name: words or None for name, words in details.items() if words or not has_times},
    }


def _shown(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else f"{moment.astimezone(zone):%H:%M}"


class StartForm(Form):
    route = "timetable.start"
    title = "The start"
    done = "Show what moves"
    private = False

    starts = DayText("On which day does the cohort start?", help="Such as “Mon 1 March”.", most=60)
