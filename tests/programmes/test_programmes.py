"""What a programme’s template may say, and what the shipped ones do."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.programmes import EXAMPLES, Programme, Programmes
from bot.programmes.loading import SHIPPED
from bot.programmes.readiness import how_to_mend, lacking
from storage.shared.people import Role
from storage.shared.timetable import EventKind
from tests.programmes.small import SMALL

KEYS = ("leaders-for-london", "london-leadership")

# ---------------------------------------------------------------- those that are shipped


@pytest.mark.parametrize("key", KEYS)
def test_a_shipped_programme_keeps_to_five_unasked_messages_a_week(key: str) -> None:
    for start in (date(2026, 9, 21), date(2027, 1, 6)):
        found = Counter(weeks_of_reminders(Programmes.load()[key], start))
        assert max(found.values()) <= 5, found.most_common(3)


def weeks_of_reminders(programme: Programme, start: date) -> Iterator[tuple[Role, tuple[int, int]]]:
    """The week of each reminder, for each role that it is for."""
    for planned in programme.planned:
        for rule in programme.reminders:
            if planned.kind.value in rule.of:
                day = planned.day(start) + timedelta(days=rule.days or 0)
                yield from ((role, day.isocalendar()[:2]) for role in rule.to)


def test_the_leadership_programme_is_complete() -> None:
    programme = Programmes.load()["london-leadership"]
    assert [module.title for module in programme.modules] == [
        "Leading in the System",
        "Working in a Political Environment",
        "Addressing Inequality",
        "Leading in Communities",
        "Future of London",
        "Self in the System",
    ]
    gaps = [after.week - before.week for before, after in zip(programme.modules, programme.modules[1:], strict=False)]
    assert set(gaps) <= {5, 6}
    for before, after in zip(programme.modules, programme.modules[1:], strict=False):
        between = [event for event in programme.events if before.week < event.week < after.week]
        assert [event.kind for event in between] == [EventKind.DEVELOPMENT]
    for module in programme.modules:
        assert module.focus
        assert module.speakers
        assert module.pre_work
        assert 2 <= len(module.prompts) <= 3
    assert programme.planned[0].key == "questionnaire"
    assert programme.planned[0].week < 1
    assert [planned.kind for planned in programme.planned[-2:]] == [EventKind.DEADLINE, EventKind.GRADUATION]


def test_leaders_for_london_runs_from_autumn_to_july() -> None:
    programme = Programmes.load()["leaders-for-london"]
    days = [planned.day(date(2026, 9, 21)) for planned in programme.planned if planned.week >= 1]
    assert days[0].month == 9
    assert (days[-1].year, days[-1].month) == (2027, 7)
    assert programme.entitlements.group_coaching == sum("Group coaching" in event.title for event in programme.events)
    assert not programme.modules


@pytest.mark.parametrize("key", KEYS)
def test_a_shipped_programme_says_what_is_kept_and_names_no_real_person(key: str) -> None:
    programme = Programmes.load()[key]
    kept = programme.retention
    assert (kept.private_months_after_end, kept.letterbox_months, kept.draft_days) == (24, 6, 30)
    assert (kept.deliveries_months, kept.audit_months) == (24, 24)
    boroughs = [name for name in programme.authorities if name in programme.authorities[:32]]
    assert len(boroughs) == 32 == len(set(boroughs))
    assert programme.authorities[32:35] == ("City of London Corporation", "Greater London Authority", "London Councils")
    assert programme.contacts is None
    reached = [f"{line.name}: {line.how}" for line in programme.helplines.lines]
    assert programme.helplines.emergency == "999"
    assert reached == [
        "NHS 111: call 111 and choose option 2",
        "Samaritans: call 116 123",
        "Shout: text SHOUT to 85258",
    ]
    assert not re.search(r"@|\d{5}", (SHIPPED / f"{key}.toml").read_text().replace("85258", ""))
    contacts = Programmes.load(EXAMPLES)[key].contacts
    assert contacts is not None
    assert contacts.human.email.endswith("@example.org")
    assert contacts.human.phone.startswith("01632 960")


# ---------------------------------------------------------------- those that somebody writes


def test_a_template_of_ones_own_is_a_programme_and_no_code(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL)
    programmes = Programmes.load(tmp_path)
    assert list(programmes) == [*KEYS, "small"]
    small = programmes["small"]
    assert (small.zone, small.agreement.page) == ("Europe/London", "All of it, in one paragraph.")
    first = small.module("first")
    assert first is not None
    assert (first.kind, first.starts, first.day(date(2027, 1, 8))) == ("module", time(9, 30), date(2027, 1, 6))
    assert [planned.key for planned in small.planned] == ["questionnaire", "first", "second"]
    assert small.module("questionnaire") is None


def test_an_extension_says_only_what_is_different(tmp_path: Path) -> None:
    beneath = Programmes.load()["london-leadership"]
    (tmp_path / "london-leadership.toml").write_text('extends = "london-leadership"\n[retention]\ndraft_days = 60\n')
    (tmp_path / "spring.toml").write_text('extends = "london-leadership"\nname = "In spring"\nprompts = ["Why?"]\n')
    programmes = Programmes.load(tmp_path)
    assert list(programmes) == [*KEYS, "spring"]
    assert programmes["london-leadership"].retention == beneath.retention.model_copy(update={"draft_days": 60})
    assert programmes["london-leadership"].modules == beneath.modules
    assert (programmes["spring"].name, programmes["spring"].prompts) == ("In spring", ("Why?",))
    assert programmes["spring"].retention.draft_days == 60, "it extends the one that counts here"


# ---------------------------------------------------------------- who stands behind it


def test_no_programme_is_run_without_people_to_turn_to(tmp_path: Path) -> None:
    shipped, examples = Programmes.load(), Programmes.load(EXAMPLES)
    assert lacking(shipped, []) == [*KEYS]
    assert lacking(examples, []) == lacking(examples, KEYS) == []
    assert lacking(examples, ["gone"]) == ["gone"]
    assert "Put gone.toml back." in how_to_mend(examples, "gone", None)

    one = Programmes([*shipped.values(), examples["london-leadership"]])
    assert lacking(one, []) == [], "a first cohort can be made of it"
    assert lacking(one, KEYS) == ["leaders-for-london"]
    assert "in a folder that you name in WAYMARK_PROGRAMMES_DIR" in how_to_mend(one, "leaders-for-london", None)

    assert f"Write this as {tmp_path}/small.toml" in how_to_mend(Programmes([small(tmp_path)]), "small", tmp_path)


def small(folder: Path) -> Programme:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "small.toml").write_text(SMALL)
    return Programmes.load(elsewhere)["small"]


def test_lines_for_contacts_are_added_to_a_file_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL)
    told = how_to_mend(Programmes.load(tmp_path), "small", tmp_path)
    assert f"Add this to {file}" in told
    lines = told.partition("contacts:\n\n")[2]
    filled = lines.replace('email = "…"', 'email = "a@example.org"').replace('phone = "…"\n', "")
    file.write_text(f"{SMALL}\n{filled}")
    assert lacking(Programmes.load(tmp_path), ["small"]) == []
