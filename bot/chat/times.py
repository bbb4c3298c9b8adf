"""How every time is shown to people: with its day and its zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def spoken(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as people say it: "Tuesday 5 January 2027, 14:00 (London)"."""
    local = moment.astimezone(zone)
    region, _, city = zone.key.partition("/")
    place = city.rpartition("/")[2].replace("_", " ") if city and region != "Etc" else _short(local)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        place = f"{place}, {_short(local)}"  # the hour that comes twice when the clocks go back
    return f"{spoken_date(local)}, {local:%H:%M} ({place})"


def spoken_date(day: date) -> str:
    """A day as people say it: "Tuesday 5 January 2027"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _short(local: datetime) -> str:
    """The zone's own short name ("BST"), or its distance from UTC where it has none."""
    name = local.strftime("%Z")
    return f"UTC{name}" if name[0] in "+-" else name
