"""What is said of a template that is wrong."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.programmes import Programmes, TemplateFaults
from tests.programmes.small import SMALL

FAULTS = [
    # what stands there, what is written instead, the line that is named (by what is in it), and what is said
    ('name = "A small', "name = A small", "name = A", "Put text in quotes"),
    ('name = "A small programme"', 'name = "A small programme', "name = ", "Close it with"),
    ('["Camden"]', '["Camden"', "prompts = [", "“]” at its end"),
    ('of = ["module"]', 'of = ["module" "deadline"]', "of = ", "Put commas between its parts"),
    ('in one paragraph.\n"""', "in one paragraph.", None, "Close it with the quotes that it began with"),
    ('name = "A small programme"', 'name "A small programme"', "name ", "Write a name, “=” and a value"),
    ("[retention]", "[retention", "[retention", "Write it as [retention]"),
    ("[retention]", "[agreement]", "[agreement]\nprivate", "Keep one of the two"),
    ("audit_months = 24", "draft_days = 24", "draft_days = 24", "Keep one of the two"),
    ("week = 0", "week = 0 days", "week = 0 days", "Put text and times in quotes"),
    ('title = "Second things"', 'titel = "Second things"', "titel", "Did you mean “title”?"),
    (
        'title = "Second things"',
        "",
        '[[modules]]\nkey = "second"',
        "“title” is missing. What people call it. For",
    ),
    ("[[kinds]]", "[[kind]]", "[[kind]]", "Did you mean “kinds”?"),
    ("[entitlements]", "[titles]", "name = ", "Write it as a table of its own: [entitlements]"),
    ("week = 6", 'week = "6"', 'week = "6"', "For example: week = 3"),
    ("week = 6", "week = true", "week = true", "For example: week = 3"),
    ("week = 6", "week = 600", "week = 600", "Write 156 or less."),
    ("coaching = 1", "coaching = -1", "coaching = -1", "Write 0 or more."),
    ('themes = ["Going on"]', 'themes = "Going on"', 'themes = "Going', 'For example: themes = ["…"]'),
    ('themes = ["Going on"]', "themes = []", "themes = []", "has 0 of at least 1"),
    ('["one", "two", "three", "four", "five"]', '["one"]', 'lines = ["one"]', "has 1 of at least 5"),
    ('"five"]', '"five",\n"six"]', "lines = ", "has 6 of at most 5"),
    ('"five"]', '\n""]', '\n""]', "“lines” is empty."),
    ("First things", "F" * 81, "FFF", "Shorten it to 80."),
    ('weekday = "Tuesday"', 'weekday = "Sunday"', "Sunday", "one of Monday, Tuesday, Wednesday, Thursday, Friday"),
    ('starts = "09:30"', "starts = 930", "starts = 930", "a time of day, such as “09:30”"),
    ('at = "09:00"', 'at = "25:00"', "25:00", "a time of day, such as “09:30”"),
    ('ends = "16:30"', 'ends = "08:30"', "08:30", "write a time after “starts”, which is 09:30"),
    ('ends = "16:30"\n', "", '[[modules]]\nkey = "first"', "give both “starts” and “ends”"),
    ('key = "second"', 'key = "Second one"', "Second one", 'For example: key = "first_module"'),
    ('key = "second"', 'key = "first"', 'key = "first"\ntitle = "Second', "Give this one a key of its own."),
    ('key = "questionnaire"', 'key = "second"', 'key = "second"\nkind', "Give this one a key of its own."),
    ("week = 6", "week = 1", 'week = 1\nweekday = "Tuesday"', "“first”, before it, is in week 1. Write a"),
    (
        'week = 0\nweekday = "Monday"',
        'week = 6\nweekday = "Tuesday"',
        'weekday = "Tuesday"\n\n[[kinds',
        "“second” is on",
    ),
    ('kind = "deadline"', 'kind = "deadlin"', "deadlin", "Did you mean “deadline”?"),
    ('kind = "deadline"', 'kind = "module"', 'kind = "module"', "Write it under [[modules]]."),
    ('kind = "modules"', 'kind = "module"', 'kind = "module"', "Did you mean “modules”?"),
    ('to = ["participant"]', 'to = ["particpant"]', "to = ", "Did you mean “participant”?"),
    (
        'to = ["participant"]',
        'to = [\n"participant",\n"coach"]',
        '\n"coach"',
        "“coach” is none of this programme’s roles.",
    ),
    ('of = ["module"]', 'of = ["graduation"]', "of = ", "nothing in the timetable is a graduation."),
    ("days = -7\n", "minutes = -60\n", "[[reminders]]", "“minutes” alone"),
    ("days = -7\n", "", "[[reminders]]", "say when by “days” and “at”"),
    ('version = "2027-01"', 'version = "1: new"', "1: new", 'For example: version = "2027-02"'),
    ('name = "A', 'zone = "Europe/Lundon"\nname = "A', "Lundon", "there is no such time zone"),
    ('name = "A', 'key = "tiny"\nname = "A', "tiny", "Take this line away."),
    ('name = "A', 'extends = "london"\nname = "A', "extends", "Write one of: leaders-for-london, london-leadership."),
    ('name = "A', 'extends = 3\nname = "A', "extends", "“extends” is the name of another template."),
]


def refused(folder: Path, text: str, name: str = "small") -> list[str]:
    """What is said of this file, fault by fault, without its name."""
    (folder / f"{name}.toml").write_text(text)
    with pytest.raises(TemplateFaults) as caught:
        Programmes.load(folder)
    return [line.removeprefix(f"{folder / name}.toml") for line in str(caught.value).splitlines()]


@pytest.mark.parametrize(("there", "instead", "at", "says"), FAULTS, ids=lambda part: str(part)[:30])
def test_what_is_wrong_is_named_by_its_line_with_what_to_write_instead(
    tmp_path: Path, there: str, instead: str, at: str | None, says: str
) -> None:
    assert SMALL.count(there) >= 1
    text = SMALL.replace(there, instead, 1)
    faults = refused(tmp_path, text)
    line = text[: text.index(at) + len(at) - len(at.lstrip("\n"))].count("\n") + 1 if at else text.count("\n")
    assert any(fault.startswith(f", line {line}: ") and says in fault for fault in faults), (line, faults)


def test_all_faults_of_all_files_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = SMALL.replace('"five"]', '"five", "six"]').replace("week = 6", "weak = 6")
    text = text.replace('kind = "modules"', 'kind = "nothing"').replace("draft_days = 30", "draft_days = 0")
    (tmp_path / "other.toml").write_text("name = \n")
    faults = refused(tmp_path, text)
    assert faults[0].endswith(
        'other.toml, line 1: what comes after “=” can’t be read. Put text in quotes, such as name = "…".'
    )
    lines = [int(re.findall(r"line (\d+)", fault)[0]) for fault in faults[1:]]
    assert lines == sorted(lines)
    told = "\n".join(faults)
    for says in (
        "has 6 of at most 5",
        "Write 1 or more.",
        "“week” is missing",
        "Did you mean “week”?",
        "none of the [[kinds]]",
    ):
        assert says in told


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("Small", SMALL, "name it in small letters, digits and hyphens"),
        ("loop", 'extends = "loop"', "line 1: “extends” is the name of another template."),
        ("empty", "", "line 1: “name” is missing."),
        ("one", '# about\nextends = "two"', "“one” extends this one in its turn"),
    ],
)
def test_a_file_that_can_be_no_template_is_refused(tmp_path: Path, name: str, text: str, says: str) -> None:
    if name == "one":
        (tmp_path / "two.toml").write_text('extends = "one"')
    assert any(says in fault for fault in refused(tmp_path, text, name))


def test_what_an_extension_breaks_is_named_where_it_is_said_or_where_it_begins_to_extend(tmp_path: Path) -> None:
    text = '# Mine\nextends = "london-leadership"\nroles = ["participant"]\n[retention]\ndraft_days = "long"\n'
    faults = refused(tmp_path, text)
    assert faults[-1].startswith(", line 5: “draft_days”")
    assert all(fault.startswith(", line 2: ") and "roles" in fault for fault in faults[:-1])


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(TemplateFaults, match=r"odd\.toml: this is not UTF-8 text"):
        Programmes.load(tmp_path)


ODD = ["", "[", "]", "{", "3", "-1.5", "true", '"…"', "[]", "[[1]]", "{a = 1}", "07:32:00", "1979-05-27", '"""', "# "]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, SMALL.count("\n") - 1), st.sampled_from(ODD), st.sampled_from(["value", "line", "table"]))
def test_whatever_stands_in_a_line_the_file_is_read_or_refused_with_a_line(number: int, odd: str, what: str) -> None:
    lines = SMALL.splitlines()
    word = lines[number].partition(" = ")[0].strip("[]")
    lines[number] = {"value": f"{word} = {odd}", "line": odd, "table": f"[[{word}]]"}[what]
    with TemporaryDirectory() as folder:
        (Path(folder) / "small.toml").write_text("\n".join(lines))
        try:
            Programmes.load(Path(folder))
        except TemplateFaults as faults:
            for told in str(faults).splitlines():
                assert re.search(r"small\.toml, line [1-9]\d*: .+[.]?$", told), told
