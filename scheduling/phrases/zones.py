"""Time zones, typed as people do: a city, or the zone's own name; and whose time it is that a sentence says."""

import re
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.chat.errors import Refusal
from scheduling.phrases.names import listed

ALIKE = 80  # of 100: a city that may be meant
MOST_GUESSES = 3

_BY_OTHER_NAMES = {
    "America/Chicago": "central cst cdt chicago texas",
    "America/Denver": "mountain mst mdt",
    "America/Los_Angeles": "pacific pst pdt california seattle san_francisco",
    "America/New_York": "eastern est edt boston washington miami",
    "America/Sao_Paulo": "brazil brazilian rio",
    "Asia/Dubai": "gulf abu_dhabi emirates",
    "Asia/Kolkata": "ist india indian mumbai delhi new_delhi bombay bangalore chennai",
    "Asia/Karachi": "pakistan pakistani lahore islamabad",
    "Asia/Shanghai": "china chinese beijing",
    "Asia/Tokyo": "jst japanese",
    "Australia/Sydney": "aest aedt",
    "CET": "cet cest central_european european european_summer",
    "EET": "eet eest eastern_european",
    "Europe/Amsterdam": "dutch netherlands",
    "Europe/Athens": "greek greece",
    "Europe/Berlin": "german germany munich frankfurt hamburg",
    "Europe/Dublin": "irish ireland",
    "Europe/London": "uk gb british england english scotland edinburgh wales cardiff manchester bst gmt greenwich",
    "Europe/Madrid": "spanish spain barcelona",
    "Europe/Paris": "french france",
    "Europe/Rome": "italian italy milan",
    "Europe/Warsaw": "polish",
    "Europe/Zurich": "swiss switzerland geneva",
    "UTC": "utc zulu",
}
"""What else people say for a zone, where they tell a time."""
_NO_PLACES = listed(
    """act casey center christmas continental davis east easter general knox met midway nome north oral resolute south
    stanley troll universal victoria virgin wake west"""
)
"""Names of zones that mean something else before "time"."""
_NOBODYS = _NO_PLACES | listed("any coaching half local lunch meeting my our same session some the this your")
"""What is no place either, with a capital letter before "time"."""
_CLOCK = r"(?:\d|(?:\d|\b)[ap]\.?m\b\.?|\b(?:noon|midnight))"
_SHORT = "cest|cet|eest|eet|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|jst|aest|aedt|bst|gmt|utc"
_AHEAD = r"(?:utc|gmt) ?[+-] ?\d{1,2}(?![\d.:]| ?[ap]m)"
_SHORTLY = re.compile(rf"{_CLOCK}\s*(?P<said>\(?(?P<place>{_AHEAD}|(?:{_SHORT})\b(?!\s?\+))\)?)", re.IGNORECASE)
_AS_SHOWN = re.compile(r"\d\s*(?P<said>\((?P<place>[^()]{2,40})\))")
_TIME = re.compile(r"(?P<words>(?:[^\W\d_]+\s+){1,4}?)(?:(?:local|standard|daylight|summer)\s+)?time\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|by|on)\s+\Z", re.IGNORECASE)
_AFTER_A_CLOCK = re.compile(rf"{_CLOCK}[\s,(]*\Z", re.IGNORECASE)


class Whose(NamedTuple):
    """A text with blanks for the words that say whose time it is."""

    text: str
    zone: ZoneInfo
    said: tuple[int, int] | None
    """Where those words stood; None where nothing said it."""


def whose_time(text: str, zone: ZoneInfo) -> Whose:
    """Whose time it tells: that of this zone, where it says nothing. Raises Refusal for a place that is not known."""
    for pattern in (_SHORTLY, _AS_SHOWN):
        for found in pattern.finditer(text):
            if key := _told(found["place"]):
                return _blanked(text, *found.span("said"), key)
    for found in _TIME.finditer(text):
        for word in re.finditer(r"\S+", found["words"]):
            start = found.start() + word.start()
            named = text[start : found.end("words")].strip()
            joint = _IN.search(text[:start])
            begins = joint.start() if joint else start
            if key := _told(named):
                return _blanked(text, begins, found.end(), key)
            if named.istitle() and _plain(word[0]) not in _NOBODYS and _AFTER_A_CLOCK.search(text[:begins]):
                zone_named(named)
    return Whose(text, zone, None)


def _told(name: str) -> str | None:
    """The zone whose time it is, called so."""
    plain = _plain(name)
    if re.fullmatch(_AHEAD, plain):
        hours = int(plain[3:].replace(" ", ""))
        return f"Etc/GMT{-hours:+d}" if -12 <= hours <= 14 else None
    return None if plain in _NO_PLACES else _other_names().get(plain) or _zones().get(plain)


def _blanked(text: str, start: int, end: int, key: str) -> Whose:
    return Whose(f"{text[:start]}{' ' * (end - start)}{text[end:]}", ZoneInfo(key), (start, end))


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
def _other_names() -> dict[str, str]:
    return {_plain(name): zone for zone, names in _BY_OTHER_NAMES.items() for name in names.split()}


@cache
def _zones() -> dict[str, str]:
    """Each name that a zone goes by, and the zone. What goes by a city's name alone is the plainest of that name."""
    zones = sorted(available_timezones() - {"Factory", "localtime"}, key=lambda zone: (zone.count("/"), zone))
    zones = [zone for zone in zones if not zone.startswith(("Etc/", "SystemV/"))]
    cities = {_plain(place(zone)): zone for zone in reversed(zones)}
    return cities | {_plain(zone): zone for zone in zones}
