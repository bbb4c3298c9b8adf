"""A year that is lived ahead of time: what it says of who would be told what, and what stands in its way."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.programmes import EXAMPLES, Planned, Programme, Programmes, Rule
from bot.rehearsal.clashes import Sort
from bot.rehearsal.living import live
from bot.rehearsal.page import page
from bot.rehearsal.report import Fate, Report
from bot.rehearsal.sample import sample
from bot.rehearsal.table import table
from storage.copying.cohort import CohortCopy
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.people import Person, Role
from storage.shared.timetable import Event, EventKind
from tests.shell import Shell

LONDON = ZoneInfo("Europe/London")
NASTY = '=cmd()<script>alert("x")</script>'
SUMMER, WINTER = 1, 9
"""Weeks of a cohort that starts in September, before and after the clocks go back."""


def brief() -> Programme:
    """A programme of one module, and of a session after the clocks have gone back."""
    whole = Programmes.load(EXAMPLES)["london-leadership"]
    session = Planned(
        key="winter",
        kind=EventKind.DEVELOPMENT,
        title="Looking back",
        week=WINTER,
        weekday="Tuesday",
        starts=time(12, 30),
        ends=time(14),
    )
    first = whole.modules[0].model_copy(update={"week": SUMMER})
    return whole.model_copy(update={"modules": (first,), "events": (session,)})


@cache
def a_year() -> tuple[CohortCopy, Report]:
    """A brief year of four participants, of whom one can use neither app, and of those who run it."""
    made = sample(brief(), date(2027, 9, 6), 6)
    copy = replace(made, people=[*made.people, Person(id=7, name=NASTY, zone=LONDON.key, made_at=START)])
    copy.people[0].by_hand = True
    copy = replace(copy, parts=[*copy.parts, part(7, Role.PARTICIPANT)])
    return copy, Report(live(copy, Programmes([brief()])))


START = datetime(2027, 9, 6, tzinfo=UTC)


def part(person: int, role: Role, cohort: int = 1) -> Membership:
    return Membership(id=100 * cohort + person, person_id=person, cohort_id=cohort, role=role, state=State.ACTIVE)


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table(report).decode("utf-8-sig"))))


def test_every_message_of_the_year_is_in_the_table_at_the_hour_at_which_it_comes() -> None:
    _, report = a_year()

    found = {(row["Day"], row["Time"], row["Zone"]): row for row in rows(report) if row["Name"] == f"'{NASTY}"}

    assert "09:30 to 16:30 (London)" in found["2027-09-08", "08:30", "Europe/London (BST)"]["Wording"]
    assert "Soon: Looking back" in found["2027-11-02", "11:30", "Europe/London (GMT)"]["Wording"]
    assert "[Reflect on this]" in found["2027-09-09", "12:30", "Europe/London (BST)"]["Wording"]
    assert {row["Role"] for row in rows(report)} >= {"participant", "director"}
    assert {row["Platform"] for row in rows(report)} == {"Slack", "Telegram", ""}
    assert {told.fate for told in report.told if told.person.by_hand} == {Fate.BY_HAND}
    assert not report.too_much


def test_the_page_needs_nothing_else_and_shows_every_wording_as_each_platform_is_given_it() -> None:
    _, report = a_year()

    shown = page(report).decode()

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    for outside in ("<link", "<img", "src=", "@import", "url("):
        assert outside not in shown, outside
    assert '<meta name="viewport"' in shown
    assert "Within the budget" in shown
    assert shown.count("What Slack is given") == shown.count("What Telegram is given") == len(report.wordings)
    assert "&quot;type&quot;: &quot;rich_text&quot;" in shown
    assert "After &lt;b&gt;Module 1: Leading in the System&lt;/b&gt;" in shown
    for number in range(1, len(report.wordings) + 1):
        assert f'id="w{number}"' in shown


def test_whoever_is_given_another_persons_year_would_have_lived_the_same_one() -> None:
    copy, report = a_year()
    given = copy.people[-1]
    lived = {person.id for person in copy.people if person.id in report.lived.alike}
    assert given.id not in lived
    assert "Reflection" in {told.kind for told in report.told if told.person.id == given.id}
    assert "Reflection" not in {told.kind for told in report.told if told.person.name == "Director"}

    alone = Report(live(replace(copy, people=[given], parts=copy.parts[-1:]), report.lived.programmes))

    assert said_to(given, alone) == said_to(given, report) != []


def said_to(person: Person, report: Report) -> list[tuple[datetime, str, str, str]]:
    return [
        (told.at, told.kind, told.platform, told.message.text if told.message else told.why)
        for told in report.told
        if told.person.id == person.id
    ]


def crowded() -> tuple[CohortCopy, Programmes]:
    """A template that asks for six messages in a week, and two cohorts in which everything clashes."""
    rules = [
        Rule(
            key=f"days_before_{-days}",
            kind="modules",
            of=("module",),
            to=(Role.PARTICIPANT,),
            days=days,
            at="09:00",
            late_hours=4,
        )
        for days in range(-7, -1)
    ]
    hour = Rule(key="hour", kind="modules", of=("module",), to=(Role.PARTICIPANT,), minutes=-60, late_hours=1)
    programme = brief().model_copy(update={"reminders": (*rules, hour)})
    day = date(2028, 5, 29)  # a bank holiday, and a Monday
    cohorts = [
        Cohort(
            id=number,
            name=f"Cohort {number}",
            programme=programme.key,
            zone=LONDON.key,
            starts=day,
            ends=day,
            made_at=START,
        )
        for number in (1, 2)
    ]
    return CohortCopy(
        cohort=cohorts[0],
        beside=cohorts[1:],
        people=[
            Person(id=number, name=name, zone=LONDON.key, made_at=START)
            for number, name in enumerate(["Ada", "Ben"], 1)
        ],
        parts=[part(1, Role.PARTICIPANT), part(2, Role.PARTICIPANT), part(1, Role.PARTICIPANT, cohort=2)],
        events=[
            event(1, 1, "At dawn", datetime(2028, 5, 29, 7, 30, tzinfo=LONDON)),
            event(2, 1, "Beside it", datetime(2028, 5, 29, 9, tzinfo=LONDON), EventKind.OTHER),
            event(3, 2, "Elsewhere", datetime(2028, 5, 29, 10, 30, tzinfo=LONDON), EventKind.OTHER),
            event(4, 1, "A Saturday", datetime(2028, 6, 3, 10, tzinfo=LONDON), EventKind.OTHER),
        ],
        busy_elsewhere={2: 5, 4: 4},
        not_joined=1,
    ), Programmes([programme])


def event(number: int, cohort: int, title: str, starts: datetime, kind: EventKind = EventKind.MODULE) -> Event:
    return Event(
        id=number,
        cohort_id=cohort,
        kind=kind,
        title=title,
        day=starts.date(),
        starts_at=starts.astimezone(UTC),
        ends_at=starts.astimezone(UTC) + timedelta(hours=2),
        made_at=START,
        changed_at=START,
    )


def test_what_is_too_much_and_what_clashes_is_said_in_words() -> None:
    report = Report(live(*crowded()))

    worst = report.too_much[0]
    assert (worst.monday, worst.asked) == (date(2028, 5, 22), 6)
    assert {one.person.name for one in report.too_much} == {"Ada", "Ben"}
    clashes = {sort: " ".join(clash.words for clash in report.clashes if clash.sort is sort) for sort in Sort}
    assert "“At dawn” is on Monday 29 May 2028, a bank holiday (Spring Bank Holiday)" in clashes[Sort.BANK_HOLIDAY]
    assert "“A Saturday” is on Saturday 3 June 2028" in clashes[Sort.DAY_OFF]
    assert "“At dawn” to 2 people falls due in quiet hours, Monday 29 May 2028, 06:30" in clashes[Sort.QUIET]
    assert "“At dawn” (Monday 29 May 2028, 07:30 to 09:30 (London)) and “Beside it”" in clashes[Sort.AT_ONCE]
    assert "“Elsewhere” (Monday 29 May 2028, 10:30 to 12:30 (London)) overlap for Ada." in clashes[Sort.TWO_COHORTS]
    assert "5 people have something in another cohort of theirs on the day of “Beside it”" in clashes[Sort.TWO_COHORTS]
    assert "4 people" not in clashes[Sort.TWO_COHORTS]
    shown = page(report).decode()
    assert "Over the budget" in shown
    assert '<i class="n6"></i>' in shown.partition("Ada")[2]
    assert "6 messages to 2 people in the week of Monday 22 May 2028" in shown


# ---------------------------------------------------------------- from the command line

SIX_IN_A_WEEK = 'extends = "london-leadership"\n' + "".join(
    f"""
[[reminders]]
key = "days_before_{days}"
kind = "modules"
of = ["module"]
to = ["participant"]
days = -{days}
at = "09:00"
late_hours = 4
"""
    for days in range(4, 10)
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, {"WAYMARK_DATA_DIR": "data"})


async def test_a_cohort_is_rehearsed_without_a_byte_of_its_own_changing(shell: Shell) -> None:
    assert (await shell.runs("keys", "new")).code == 0
    made = ("--programme", "london-leadership", "--starts", "2031-09-01", "--director", "Mara", "--name", "Autumn")
    assert (await shell.runs("cohort", "create", *made)).code == 0
    before = shell.everything()

    ended = await shell.runs("rehearse", "--cohort", "autumn", "--to", "out")

    assert (ended.code, ended.err) == (0, "")
    assert "Autumn: " in ended.out
    assert "Nobody was sent anything" in ended.out
    after = shell.everything()
    assert {path.name for path in after.keys() - before.keys()} == {"rehearsal.html", "rehearsal.csv"}
    assert {path: after[path] for path in before} == before


async def test_a_template_over_the_budget_ends_in_an_error_and_bad_input_in_a_sentence(shell: Shell) -> None:
    (shell.folder / "own").mkdir()
    (shell.folder / "own" / "busy.toml").write_text(SIX_IN_A_WEEK)
    busy = ("--programme", "busy", "--starts", "2027-09-06", "--people", "4")

    ended = await shell.runs("rehearse", *busy, WAYMARK_PROGRAMMES_DIR="own")

    assert ended.code == 1
    assert "over the budget of 5 messages a person and week: it asks for 6 to Participant 01" in ended.out
    assert "Over the budget" in (shell.folder / "rehearsal" / "rehearsal.html").read_text()

    for words, says in (
        (("--cohort", "Winter"), "There is no database in data yet"),
        (("--programme", "london-leadership"), "Say from when it is to be lived"),
        (("--programme", "no-such", "--starts", "2027-09-06"), "There is no programme “no-such”"),
        (("--programme", "london-leadership", "--starts", "2027-09-06", "--people", "0"), "is no number of people"),
        (("--programme", "london-leadership", "--starts", "soon"), "“soon” is no day"),
        ((), "one of the arguments --cohort --programme is required"),
    ):
        refused = await shell.runs("rehearse", *words)
        assert (refused.code, says in refused.err) == (2, True), refused.err
