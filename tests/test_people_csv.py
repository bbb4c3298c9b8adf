"""What can be counted on when a file of people is read: every fault is named, all at once, and nothing is guessed."""

import csv
from io import StringIO

import pytest

from handlers.roster.people_csv import MOST_BYTES, MOST_ROWS, Row, read, written
from storage.shared.people import Role


def faults_of(text: str | bytes) -> list[str]:
    """Each fault as a line, a column and its words."""
    found = read(text.encode() if isinstance(text, str) else text)
    return [f"{fault.line} {fault.column}: {fault.says}" for fault in found.faults]


ADA = Row(2, "Zoë Okafor", "zoe@example.org", (Role.MENTOR,), "Camden", True)
TABLE = "Name{0}E-mail{0}Role{0}Authority{0}By hand\r\n“Zoë Okafor”{0}Zoe@Example.org{0}Mentor{0}Camden{0}Yes\r\n"
COMMAS = TABLE.format(",").replace("“", '"').replace("”", '"')
SEMICOLONS = TABLE.format(";").replace("“", "").replace("”", "")
TABS = TABLE.format("\t").replace("“", "").replace("”", "")


@pytest.mark.parametrize(
    "data",
    [
        COMMAS.encode(),
        COMMAS.encode("utf-8-sig"),
        COMMAS.encode("cp1252"),
        COMMAS.replace("\r\n", "\n").strip().encode(),
        SEMICOLONS.encode("cp1252"),
        TABS.encode("utf-16"),
        TABS.encode(),
    ],
    ids=["utf-8", "with a mark", "Windows", "Unix", "semicolons", "Unicode text of Excel", "tabs"],
)
def test_a_file_is_read_however_a_spreadsheet_writes_it(data: bytes) -> None:
    assert read(data) == read(COMMAS.encode())
    assert read(data).rows == (ADA,)


def test_a_line_that_only_names_the_delimiter_is_no_person() -> None:
    found = read(b"sep=;\r\nFull name;Phone\r\nAda;1\r\n\r\n;\r\nBen;2\r\n")
    assert [(row.line, row.name) for row in found.rows] == [(3, "Ada"), (6, "Ben")]
    assert found.left_out == ("Phone",)
    assert not found.faults


def test_names_may_have_two_columns_commas_and_lines_of_their_own() -> None:
    found = read(
        b'First name,LAST_NAME,Roles\n"Ada\nJane","Okafor, PhD","coach, mentor"\nBen,Moss,Participants & alumni\n'
    )
    assert [(row.line, row.name, row.roles) for row in found.rows] == [
        (2, "Ada Jane Okafor, PhD", (Role.COACH, Role.MENTOR)),
        (4, "Ben Moss", (Role.PARTICIPANT, Role.ALUMNUS)),
    ]


def test_every_fault_is_named_by_its_line_and_column_and_all_of_them_at_once() -> None:
    assert faults_of(
        "name,e-mail,role,organisation,by hand\n"
        ",ada@example.org,,,\n"
        "Ben,ben@example,mentr,,\n"
        "Cleo,ADA@example.org,queen,,perhaps\n"
        "Dan,,,,\n"
        "dan,,,,\n"
        f"{'E' * 101},e@example.org,,,\n"
        "Flo,Flo <flo@example.org>,,,\n"
        "Gus,gus@example.org,coach,,no,and more\n"
        "\u202eHal,hal@example.org,,,\n"
    ) == [
        "2 name: The name is missing.",
        "3 e-mail: “ben@example” is no e-mail address.",
        "3 role: “mentr” is no role that I know. Did you mean “mentor”?",
        "4 role: “queen” is no role that I know. Write one of: participant, coach, mentor, director, administrator, "
        "sponsor, alumnus.",
        "4 by hand: “perhaps” is neither yes nor no.",
        "4 e-mail: “ada@example.org” is in line 2 already.",
        "6 name: “dan” is in line 5 already. To tell two people apart, give their e-mail addresses.",
        "7 name: This takes up to 100 characters.",
        "8 e-mail: “flo <flo@example.org>” is no e-mail address.",
        "9 : There is more in this line than the first one has columns. Does a comma stand in a name, without quotes?",
        "10 name: There is a character here that can’t be shown. Please type it anew.",
    ]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "0 : The file is empty."),
        (b"\r\n \r\n", "0 : The file is empty."),
        (b"name,e-mail\r\n", "0 : There is nobody in this file"),
        (b"Hello there", "1 : The first line has to name the columns"),
        (b"e-mail,role\nada@example.org,coach\n", "I found “e-mail”, “role”"),
        (b"name,e-mail,mail\nAda,a@example.org,b@example.org\n", "1 e-mail: There are two columns of this name"),
        (b'name\nAda\n"Ben\nCleo\n', "3 : I can’t read on from here: is a quotation mark missing?"),
        (b"PK\x03\x04\x14\x00", "0 : This is a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "0 : This is a workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "0 : This is not a CSV file"),
        (b"\xff\xfen\x00a", "0 : This is not a CSV file"),
        (b"name\n" + b"x" * MOST_BYTES, "0 : The file is larger than 1 MB"),
        (b"name\n" + b'"' + b"x" * 200_000 + b'"', "2 : I can’t read on from here"),
    ],
    ids=range(13),
)
def test_what_is_no_file_of_people_is_refused_in_plain_words(data: bytes, fault: str) -> None:
    found = faults_of(data)
    assert len(found) == 1
    assert fault in found[0]
    assert not read(data).rows or b"Ada" in data


def test_there_is_an_end_to_how_many_come_at_once() -> None:
    many = "name\n" + "".join(f"Person {number}\n" for number in range(MOST_ROWS))
    assert faults_of(many) == []
    assert faults_of(many + "One more\n") == [
        "0 : There are 201 people in this file. Please send at most 200 at a time."
    ]


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_that_is_written_is_a_formula_to_a_spreadsheet(cell: str) -> None:
    rows = list(
        csv.reader(StringIO(written(["Name"], [[cell], ["Zoë, “O’Hara”\nher"]]).decode("utf-8-sig"), newline=""))
    )
    assert rows == [["Name"], [f"'{cell}"], ["Zoë, “O’Hara”\nher"]]
