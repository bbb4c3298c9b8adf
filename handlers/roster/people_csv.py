"""A CSV file of people, as spreadsheets write them: read whole, and every fault named by its line and column."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from bot.programmes.faults import near
from storage.shared.people import Role

MOST_BYTES = 1_000_000
MOST_ROWS = 200
MOST_WORDS = 100
"""Characters of a name, or of an organisation's."""
MOST_ADDRESS = 254

NAME, FIRST, LAST, EMAIL, ROLE, ORGANISATION, BY_HAND = (
    "name",
    "first name",
    "last name",
    "e-mail",
    "role",
    "organisation",
    "by hand",
)
HEADINGS = (NAME, EMAIL, ROLE, ORGANISATION, BY_HAND)
"""The columns, as the first line of a file names them best."""

_ALSO = {
    NAME: ("name", "fullname", "person", "participant", "nominee"),
    FIRST: ("firstname", "forename", "givenname", "first"),
    LAST: ("lastname", "surname", "familyname", "last"),
    EMAIL: ("email", "emailaddress", "mail", "workemail"),
    ROLE: ("role", "roles"),
    ORGANISATION: ("organisation", "organization", "authority", "borough", "council", "employer", "nominatedby"),
    BY_HAND: ("byhand", "tellbyhand", "toldbyhand", "usesneitherapp", "neitherapp"),
}
_HEADING = {also: heading for heading, others in _ALSO.items() for also in others}
_ROLES = {
    **{role.value: role for role in Role},
    **{f"{role.value}s": role for role in Role},
    "coaches": Role.COACH,
    "admin": Role.ADMINISTRATOR,
    "alumni": Role.ALUMNUS,
    "alumna": Role.ALUMNUS,
}
_YES = {"yes", "y", "true", "1", "x", "by hand"}
_NO = {"no", "n", "false", "0"}
_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\.]+(?:\.[^\s@,;:<>()\[\]\"\\.]+)+")
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")


def is_address(email: str) -> bool:
    return len(email) <= MOST_ADDRESS and email.isprintable() and _ADDRESS.fullmatch(email) is not None


@dataclass(frozen=True)
class Fault:
    """Something that has to be put right in the file, or looked at."""

    line: int
    """As a text editor counts it; 0 for the file as a whole."""
    column: str
    says: str


@dataclass(frozen=True)
class Row:
    """One person of the file, as far as it says anything of them."""

    line: int
    name: str
    email: str = ""
    roles: tuple[Role, ...] = ()
    organisation: str = ""
    by_hand: bool | None = None


@dataclass(frozen=True)
class Read:
    """What is in a file, and what is wrong with it."""

    rows: tuple[Row, ...] = ()
    """Those that nothing is wrong with."""
    faults: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()
    """The columns that say nothing here, as the file calls them."""


def read(data: bytes) -> Read:
    """All the people of a file, and all its faults at once. Where there is a fault, nothing of it is to be used."""
    text = _text(data)
    if isinstance(text, Fault):
        return Read(faults=(text,))
    lines, broken = _lines(text)
    if not lines:
        return Read(faults=(broken or Fault(0, "", "The file is empty."),))
    (first, titles), *filled = lines
    headings = [_HEADING.get(re.sub(r"[\W_]", "", title.casefold())) for title in titles]
    faults = [*_faults_of_headings(first, titles, headings), *([broken] if broken else [])]
    rows: list[Row] = []
    if not any(fault.line == first for fault in faults):
        for line, cells in filled:
            row, wrong = _row(line, headings, cells)
            rows.append(row)
            faults += wrong
        faults += _faults_of_all(rows, whole=broken is None)
    unknown = [title for title, heading in zip(titles, headings, strict=True) if title and heading is None]
    wrong_lines = {fault.line for fault in faults}
    return Read(
        tuple(row for row in rows if row.line not in wrong_lines),
        tuple(sorted(faults, key=lambda fault: fault.line)),
        tuple(unknown),
    )


def role_called(typed: str) -> Role | None:
    """The role of this name, in the singular or the plural."""
    return _ROLES.get(" ".join(typed.casefold().split()))


def _text(data: bytes) -> str | Fault:
    if len(data) > MOST_BYTES:
        return Fault(0, "", "The file is larger than 1 MB, which is more than a list of people needs.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Fault(
            0, "", "This is a workbook. In your spreadsheet, choose “Save as” and “CSV”, and send me that file."
        )
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(character < " " and character not in "\t\r\n" for character in text):
            return text
    return Fault(
        0, "", "This is not a CSV file. In your spreadsheet, choose “Save as” and “CSV”, and send me that file."
    )


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], Fault | None]:
    """The filled lines of the file with their numbers, and where it could be read no further."""
    lines: list[tuple[int, list[str]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for cells in reader:
            cells = [" ".join(cell.split()) for cell in cells]
            if any(cells) and not (line == 1 and cells[0].casefold().startswith("sep=")):
                lines.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return lines, Fault(line, "", "I can’t read on from here: is a quotation mark missing?")
    return lines, None


def _delimiter(text: str) -> str:
    """What stands between the cells: Excel writes what is usual where it runs, and may say so in a line before."""
    first = next(iter(text.lstrip("\r\n").splitlines()), "")
    if first.casefold().startswith("sep=") and len(first) == len("sep=") + 1:
        return first[-1]
    return max(",;\t", key=first.count)


def _faults_of_headings(line: int, titles: Sequence[str], headings: Sequence[str | None]) -> Iterator[Fault]:
    known = [heading for heading in headings if heading is not None]
    for heading in dict.fromkeys(known):
        if known.count(heading) > 1:
            yield Fault(line, heading, "There are two columns of this name. Please take one out.")
    if NAME not in known and not {FIRST, LAST} <= set(known):
        found = ", ".join(f"“{title}”" for title in titles if title)
        yield Fault(
            line,
            "",
            f"The first line has to name the columns: {', '.join(HEADINGS)}. The name is needed, as one column or as "
            f"first name and last name; I found {found}.",
        )


def _row(line: int, headings: Sequence[str | None], cells: Sequence[str]) -> tuple[Row, list[Fault]]:
    if any(cells[len(headings) :]):
        says = (
            "There is more in this line than the first one has columns. Does a comma stand in a name, without quotes?"
        )
        return Row(line, ""), [Fault(line, "", says)]
    said = {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading is not None}
    faults: list[Fault] = []
    name = said.get(NAME) or f"{said.get(FIRST, '')} {said.get(LAST, '')}".strip()
    email = said.get(EMAIL, "").removeprefix("mailto:").lower()
    organisation = said.get(ORGANISATION, "")
    by_hand = said.get(BY_HAND, "").casefold()
    if not name:
        faults.append(Fault(line, NAME, "The name is missing."))
    for column, words in ((NAME, name), (ORGANISATION, organisation)):
        if len(words) > MOST_WORDS:
            faults.append(Fault(line, column, f"This takes up to {MOST_WORDS} characters."))
        elif not words.isprintable():
            faults.append(Fault(line, column, "There is a character here that can’t be shown. Please type it anew."))
    if email and not is_address(email):
        faults.append(Fault(line, EMAIL, f"“{_short(email)}” is no e-mail address."))
    roles, unknown = _roles(said.get(ROLE, ""))
    faults += [Fault(line, ROLE, says) for says in unknown]
    if by_hand and by_hand not in _YES | _NO:
        faults.append(Fault(line, BY_HAND, f"“{_short(by_hand)}” is neither yes nor no."))
    return Row(line, name, email, roles, organisation, by_hand in _YES if by_hand else None), faults


def _roles(cell: str) -> tuple[tuple[Role, ...], list[str]]:
    """The roles that a cell names, and what is said of words in it that are none."""
    roles: dict[Role, None] = {}
    unknown = []
    for word in filter(None, _BETWEEN.split(cell)):
        role = role_called(word)
        if role is not None:
            roles[role] = None
            continue
        unknown.append(f"“{_short(word)}” is no role that I know. {near(word.casefold(), list(Role))}")
    return tuple(roles), unknown


def _faults_of_all(rows: Sequence[Row], *, whole: bool) -> Iterator[Fault]:
    if whole and not rows:
        yield Fault(0, "", "There is nobody in this file: below the names of the columns, each line is one person.")
    if len(rows) > MOST_ROWS:
        yield Fault(0, "", f"There are {len(rows)} people in this file. Please send at most {MOST_ROWS} at a time.")
    seen: dict[str, int] = {}
    for row in rows:
        key = row.email or row.name.casefold()
        if not key or key not in seen:
            seen[key] = row.line
        elif row.email:
            yield Fault(row.line, EMAIL, f"“{row.email}” is in line {seen[key]} already.")
        else:
            says = (
                f"“{row.name}” is in line {seen[key]} already. To tell two people apart, give their e-mail addresses."
            )
            yield Fault(row.line, NAME, says)


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


# ---------------------------------------------------------------- writing


def written(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A CSV file that spreadsheets open as text: what they would take for a formula is marked as none."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([[_as_text(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
