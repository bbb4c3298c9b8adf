"""The forms by which those who run a cohort set its timetable."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, Choice, Form, Json, Opening, ReadTime, ShortText
from bot.chat.times import spoken_date
from handlers.settings.chat import HourText
from handlers.settings.hours import hour_of
from handlers.timetable.checks import refuse_times
from handlers.timetable.typed import typed
from storage.shared.timetable import Event, EventKind

SORTS = {
    EventKind.MODULE: "A module",
    EventKind.DEVELOPMENT: "A development session",
    EventKind.DEADLINE: "A deadline",
    EventKind.GRADUATION: "A graduation",
    EventKind.OTHER: "Something else",
}


class DayText(ShortText):
    """A day, typed as people do; kept as it is shown, which reads the same whenever it is read."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(super()._accept(raw, opening))
        return spoken_date(opening.read_time(typed, opening.now, opening.zone).date())


def day_of(words: str, read_time: ReadTime, now: datetime) -> date:
    """The day that a DayText kept."""
    return read_time(words, now, ZoneInfo("UTC")).date()


class OfTheDay(HourText):
    """An hour at which people meet: "2" is in the afternoon."""

    of_a_day = True


class TimesText(ShortText):
    """A day, times of a day, or both."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        words = str(super()._accept(raw, opening))
        typed(words, opening.now, opening.zone)
        return words


def an_address(words: str) -> None:
    if not words.startswith(("https://", "http://")) or len(words.split()) > 1:
        raise Refusal("Please give the whole link, such as “https://meet.example.org/abc”.")


class EventForm(Form):
    route = "timetable.event"
    title = "An event"
    private = False

    name = ShortText("What is it called?", most=100)
    day = DayText("On which day?", help="Such as “Tue 9 March”.", most=60)
    starts = OfTheDay(
        "From what time?", help="By the clock where the cohort is. Leave it empty for a whole day.",
        required=False, most=20,
    )  # fmt: skip
    ends = OfTheDay("Until what time?", help="Leave it empty for a whole day.", required=False, most=20)
    place = ShortText("Where is it?", help="The place and its address.", required=False)
    way_in = ShortText("How do people get in?", help="Such as “Side door, ask for Jo at reception”.", required=False)
    step_free = ShortText("How is it step-free?", help="Such as “Lift from the side door”.", required=False)
    link = ShortText("A link to join online?", required=False, check=an_address)

    @classmethod
    def clashes(cls, answers: Answers) -> dict[str, str]:
        if not answers.get("ends") or "starts" not in answers:
            return {}
        try:
            refuse_times(hour_of(str(answers["starts"])) if answers["starts"] else None, hour_of(str(answers["ends"])))
        except Refusal as refusal:
            return {"ends": refusal.words}
        return {}


class NewEventForm(EventForm):
    """The same of one that is not there yet."""

    route = "timetable.new_event"
    title = "A new event"

    sort = Choice("What sort of event is it?", {sort.value: label for sort, label in SORTS.items()})
    name = EventForm.name
    day = EventForm.day
    starts = EventForm.starts
    ends = EventForm.ends
    place = EventForm.place
    way_in = EventForm.way_in
    step_free = EventForm.step_free
    link = EventForm.link


class MoveForm(Form):
    """It is about the event's id."""

    route = "timetable.move"
    title = "Moving an event"
    done = "Show what it means"
    private = False

    to = TimesText("To when?", help="Such as “12 March 9:30” or “12 March from 10 to half three”.", most=100)


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
