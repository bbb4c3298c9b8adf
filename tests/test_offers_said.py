"""What coaches offer in a sentence: days and hours, how long, for how many, where, and how many at most."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.chat.errors import Refusal
from handlers.coaching.offering.changing import is_changed, otherwise
from handlers.coaching.offering.chat import taken_away
from handlers.coaching.offering.reading import Said, read_offers
from handlers.coaching.offering.wanted import Wanted, typed, when

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)  # a Tuesday


def read(text: str, zone: ZoneInfo = LONDON) -> Said:
    return read_offers(text, NOW, zone, minutes=60, fewest=3)


def hours(wanted: Wanted) -> tuple[str, date, str]:
    return wanted.rule.partition(";UNTIL")[0], wanted.first, f"{wanted.starts:%H:%M}-{wanted.ends:%H:%M}"


WEEKLY = "FREQ=WEEKLY;BYDAY="


@pytest.mark.parametrize(
    ("text", "said", "details"),
    [
        (
            "Tuesdays 2-5pm until July, 60 minutes, with 15 between",
            [(f"{WEEKLY}TU", date(2027, 1, 12), "14:00-17:00")],
            {"minutes": 60, "gap": 15},
        ),
        (
            "Mondays 9-12 and Thursdays 2-4, 45 mins each, a quarter of an hour between them",
            [(f"{WEEKLY}MO", date(2027, 1, 11), "09:00-12:00"), (f"{WEEKLY}TH", date(2027, 1, 7), "14:00-16:00")],
            {"minutes": 45, "gap": 15},
        ),
        (
            "Thursday 14 January 10-12 and Friday 15 January 2-4 with two days’ notice",
            [("", date(2027, 1, 14), "10:00-12:00"), ("", date(2027, 1, 15), "14:00-16:00")],
            {"notice": 2 * 24 * 60, "gap": 0},
        ),
        (
            "offer every other Friday at 10 for 45 mins",
            [("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", date(2027, 1, 8), "10:00-10:45")],
            {"minutes": 45},
        ),
        ("60 minutes between 2 and 5 on Tuesdays", [(f"{WEEKLY}TU", date(2027, 1, 12), "14:00-17:00")], {"gap": 0}),
        ("Thursday afternoons back to back", [(f"{WEEKLY}TH", date(2027, 1, 7), "12:00-18:00")], {"gap": 0}),
        ("I can take two people on Thursday 2-4", [("", date(2027, 1, 7), "14:00-16:00")], {"places": 1}),
        (
            "a group of six on Thursdays 10-12, two hours, at least 4",
            [(f"{WEEKLY}TH", date(2027, 1, 7), "10:00-12:00")],
            {"minutes": 120, "places": 6, "fewest": 4, "fixed": False},
        ),
        (
            "an action learning set of 5, every fourth Wednesday 9-12",
            [("FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", date(2027, 1, 6), "09:00-12:00")],
            {"minutes": 180, "places": 5, "fewest": 3, "fixed": True},
        ),
        (
            "Fridays 10-11 in person at City Hall, Room 4, https://meet.example.org/a?b=2",
            [(f"{WEEKLY}FR", date(2027, 1, 8), "10:00-11:00")],
            {"place": "City Hall, Room 4", "link": "https://meet.example.org/a?b=2"},
        ),
        ("Wednesday 13 January 22:00-24:00", [("", date(2027, 1, 13), "22:00-00:00")], {"minutes": 60}),
        (
            "a group of 6 on 3 March 10-12 at Alder House",
            [("", date(2027, 3, 3), "10:00-12:00")],
            {"place": "Alder House", "places": 6},
        ),
        (
            "Tuesdays at the town hall 2-5pm until July",
            [(f"{WEEKLY}TU", date(2027, 1, 12), "14:00-17:00")],
            {"place": "the town hall"},
        ),
        ("Fridays in the afternoon in March", [(f"{WEEKLY}FR", date(2027, 3, 5), "12:00-18:00")], {"place": ""}),
        (
            "5pm-7pm Paris time on Mondays",
            [(f"{WEEKLY}MO", date(2027, 1, 11), "17:00-19:00")],
            {"zone": "Europe/Paris"},
        ),
        ("Friday 5-6pm EST", [("", date(2027, 1, 8), "22:00-23:00")], {"zone": "Europe/London"}),
        (
            "weekdays 8-9am except wednesdays for 2 weeks from 1 feb",
            [(f"{WEEKLY}MO,TU,TH,FR", date(2027, 2, 1), "08:00-09:00")],
            {"except_on": ()},
        ),
    ],
)
def test_a_sentence_says_when_and_how(text: str, said: list[tuple[str, date, str]], details: dict[str, object]) -> None:
    offers = read(text).offers
    assert [hours(wanted) for wanted in offers] == said
    for wanted in offers:
        assert {name: getattr(wanted, name) for name in details} == details


def test_what_else_is_said_and_what_is_not_sure_or_not_said_is_known_as_well() -> None:
    most = read("Tuesdays 2-5pm, at most 3 a day and 8 a week")
    assert (most.a_day, most.a_week, len(most.offers)) == (3, 8, 1)
    ((at, other),) = read("Tuesdays 2-5pm until July").instead
    assert (at, "UNTIL=20270630" in other.rule) == (0, True)
    assert read("offer group coaching on Thursdays 10-12").group
    for text in ("I'm free on Thursdays", "Tuesdays after 4pm", "all day on the 17th"):
        assert read(text).lacks_hours
    assert read("my availability for coaching") == Said()
    for text in (
        "Tuesdays 2-2:30",
        "Tuesdays 2-5, 5 minutes each",
        "Tuesdays 2-5, group of 4, at least 9",
        "Tuesdays 2-5pm Xanadu time",
    ):
        with pytest.raises(Refusal):
            read(text)


def test_hours_are_said_so_that_they_are_read_as_the_same_and_with_their_zone() -> None:
    for text in (
        "Tuesdays 2-5pm until 30 June, not the 12th",
        "the first Monday of the month 9-12",
        "14 January 10-12",
    ):
        (wanted,) = read(text, ZoneInfo("Europe/Lisbon")).offers
        assert read(typed(wanted, NOW.date()), ZoneInfo("Europe/Lisbon")).offers == (wanted,)
        assert when(wanted, NOW.date()).endswith("(Lisbon)")
    (wanted,) = read("Tuesdays 2-5pm").offers
    assert "from" not in typed(wanted, date(2027, 3, 1))
    assert wanted.but(starts=time(22), ends=time()).fits == 2


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("I can’t coach on 14 July", " coach on 14 July"),
        ("Sorry, no coaching from 2 to 4 June", " from 2 to 4 June"),
        ("but not on the 14th", " on the 14th"),
        ("please take out my Tuesday slots", " my Tuesday slots"),
        ("I can't do Mondays but Tuesdays 2-4 are fine", None),
        ("Tuesdays 2-5, not the 12th", None),
        ("nothing beats Tuesdays 2-5", None),
    ],
)
def test_what_takes_times_away_is_no_offer(text: str, rest: str | None) -> None:
    assert taken_away(text) == rest


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("change my tuesday offer to 3-5pm", ("every Tuesday 15:00–17:00", "31 July", "except Tuesday 9 February")),
        ("make my Tuesdays 45 minutes", ("every Tuesday 14:00–17:00", "31 July", "except Tuesday 9 February")),
        ("move my tuesdays to Wednesdays", ("every Wednesday 14:00–17:00", "31 July")),
        ("please move my Tuesday times from 2-5pm to 9am", ("every Tuesday 09:00–12:00", "31 July")),
        (
            "extend my Tuesdays until 1 December",
            ("every Tuesday 14:00–17:00", "1 December", "except Tuesday 9 February"),
        ),
    ],
)
def test_what_is_changed_of_an_offer_is_what_was_said_and_all_else_is_as_it_was(
    text: str, becomes: tuple[str, ...]
) -> None:
    (was,) = read("Tuesdays 2-5pm until 31 July, not 9 February, with 10 between, in person at Alder House").offers
    asked = is_changed(text)
    assert asked is not None
    (wanted,) = otherwise(was, asked["into"], NOW).offers
    assert all(part in when(wanted, NOW.date()) for part in becomes)
    assert (wanted.place, wanted.gap, wanted.minutes) == ("Alder House", 10, 45 if "45" in text else 60)
    assert is_changed("move my Tuesday session to 3pm") is None
