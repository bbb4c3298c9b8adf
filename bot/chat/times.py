"""How every time is shown to people: with its day and its zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


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


def place_of(zone: ZoneInfo, moment: datetime) -> str:
    """Whose time it is: the zone's city, or its short name where it has none."""
    region, _, city = zone.key.partition("/")
    return city.rpartition("/")[2].replace("_", " ") if city and region != "Etc" else _short(moment.astimezone(zone))


def _short(local: datetime) -> str:
    """The zone's own short name ("BST"), or its distance from UTC where it has none."""
    name = local.strftime("%Z")
    return f"UTC{name}" if name[0] in "+-" else name
