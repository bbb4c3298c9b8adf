"""How every time is shown to people: with its day and its zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Ambiguous

A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)


def spoken(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as people say it: "Tuesday 5 January 2027, 14:00 (London)"."""
    local = moment.astimezone(zone)
    place = place_of(zone, moment)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        place = f"{place}, {_short(local)}"  # the hour that comes twice when the clocks go back
    return f"{spoken_date(local)}, {local:%H:%M} ({place})"


def spoken_span(starts: datetime, ends: datetime | None, zone: ZoneInfo) -> str:
    """From one moment to another: "Tuesday 5 January 2027, 09:30 to 16:30 (London)"."""
    if ends is None:
        return spoken(starts, zone)
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    if first.date() != last.date() or first.utcoffset() != last.utcoffset():
        return f"{spoken(starts, zone)} to {spoken(ends, zone)}"
    return spoken(starts, zone).replace(f", {first:%H:%M} (", f", {first:%H:%M} to {last:%H:%M} (")


def spoken_date(day: date) -> str:
    """A day as people say it: "Tuesday 5 January 2027"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def as_typed(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as it can be typed, and is read as the same: "Tuesday 5 January 2027 14:00"."""
    local = moment.astimezone(zone)
    return f"{spoken_date(local)} {local:%H:%M}"


class GoneBy(Ambiguous):
    """What is to lie ahead lies behind: the next such time is offered."""

    asks = "Shall it be the next one?"

    def __init__(
        self, moment: datetime, now: datetime, zone: ZoneInfo, *, typed: str = "", said: tuple[int, int] | None = None
    ) -> None:
        coming = _next_such(moment, now, zone)
        super().__init__(
            "That time has gone by.", {as_typed(coming, zone): spoken(coming, zone)}, typed=typed, said=said
        )

    def _in_words(self, ways: list[str]) -> str:
        return f"Please give one that lies ahead, such as “{ways[0]}”."


def lies_ahead(
    moment: datetime, now: datetime, zone: ZoneInfo, *, typed: str = "", said: tuple[int, int] | None = None
) -> datetime:
    """This moment, if it does. Raises GoneBy, with where it was typed."""
    if moment <= now:
        raise GoneBy(moment, now, zone, typed=typed, said=said)
    return moment


def _next_such(moment: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """The next at the same time of day; on the same day of the week, where it lies days back."""
    wall, today = moment.astimezone(zone).replace(tzinfo=None), now.astimezone(zone).date()
    days = (today - wall.date()).days
    wall += timedelta(days=days if days < 2 else 7 * -(-days // 7))
    at = on_the_clock(wall, zone)
    return at if at > now else on_the_clock(wall + (timedelta(days=1) if days < 2 else A_WEEK), zone)


def on_the_clock(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time that the clocks skip moves on by an hour; one that comes twice is the first."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def place_of(zone: ZoneInfo, moment: datetime) -> str:
    """Whose time it is: the zone's city, or its short name where it has none."""
    region, _, city = zone.key.partition("/")
    return city.rpartition("/")[2].replace("_", " ") if city and region != "Etc" else _short(moment.astimezone(zone))


def _short(local: datetime) -> str:
    """The zone's own short name ("BST"), or its distance from UTC where it has none."""
    name = local.strftime("%Z")
    return f"UTC{name}" if name[0] in "+-" else name
