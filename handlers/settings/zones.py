"""Time zones, typed as people do: a city, or the zone's own name."""

from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from bot.chat.errors import Refusal

ALIKE = 80  # of 100: a city that may be meant
MOST_GUESSES = 3


def zone_named(typed: str) -> str:
    """The zone that was meant, such as "Europe/Paris" by "paris". Raises Refusal, with what is spelt like it."""
    wanted = _plain(typed)
    if found := _zones().get(wanted):
        return found
    alike = process.extract(wanted, list(_zones()), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_GUESSES)
    guesses = list(dict.fromkeys(place(_zones()[name]) for name, _, _ in alike))
    perhaps = f"Did you mean {' or '.join(guesses)}? " if guesses else ""
    raise Refusal(
        f"I don’t know that place. {perhaps}Try the nearest large city, such as “Paris” or “New York”, or a name such "
        "as “Europe/Paris”."
    )


def is_zone(name: str) -> bool:
    """Whether this is a zone's own name."""
    return name in _zones().values()


def place(zone: str) -> str:
    """A zone as people call it."""
    return zone.rpartition("/")[2].replace("_", " ")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").strip(" .!?").split())


@cache
def _zones() -> dict[str, str]:
    """Each name that a zone goes by, and the zone. What goes by a city's name alone is the plainest of that name."""
    zones = sorted(available_timezones() - {"Factory", "localtime"}, key=lambda zone: (zone.count("/"), zone))
    zones = [zone for zone in zones if not zone.startswith(("Etc/", "SystemV/"))]
    cities = {_plain(place(zone)): zone for zone in reversed(zones)}
    return cities | {_plain(zone): zone for zone in zones}
