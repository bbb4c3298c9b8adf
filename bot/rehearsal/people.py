"""Each person's year as a strip of weeks, which opens to everything that they are told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from html import escape
from itertools import groupby

from bot.chat.messages import Message
from bot.rehearsal.report import Fate, Report, Told, Words, words_of
from bot.rehearsal.wordings import in_a_line
from scheduling.unasked import A_WEEK
from storage.shared.people import Person


def people(report: Report) -> Iterator[str]:
    """Everybody, by what they are and then by name."""
    yield "<p>One square a week, darker for more messages. Open somebody to see each message, and follow it.</p>"
    yield '<ul class="legend">'
    yield '<li><i class="n0"></i>nothing</li>'
    yield "".join(f'<li><i class="n{number}"></i>{number}</li>' for number in range(1, A_WEEK + 1))
    yield f'<li><i class="n{A_WEEK + 1}"></i>more than {A_WEEK}</li></ul>'
    yield '<div class="card people">'
    yield f'<div class="months" aria-hidden="true"><span></span><div>{months(report)}</div></div>'
    told = defaultdict[int, list[Told]](list)
    for one in report.told:
        told[one.person.id].append(one)
    numbers = {words: number for number, words in enumerate(report.wordings, 1)}
    everybody = sorted(report.copy.people, key=lambda person: (_order(report, person), person.name))
    for roles, group in groupby(everybody, key=partial(_roles, report)):
        them = list(group)
        yield f"<h3>{roles.capitalize()}{f' ({len(them)})' if len(them) > 1 else ''}</h3>"
        for person in them:
            yield from _person(report, person, told[person.id], numbers)
    yield "</div>"


def months(report: Report) -> str:
    """The names of the months above the weeks that begin in them, where there is room for one."""
    named = []
    for (year, month), weeks in groupby(report.mondays, key=lambda monday: (monday.year, monday.month)):
        many = len(list(weeks))
        named.append(f'<span style="flex-grow:{many}">{f"{date(year, month, 1):%b}" if many > 1 else ""}</span>')
    return "".join(named)


def _order(report: Report, person: Person) -> tuple[int, str]:
    """What is first in the programme comes first, and whoever is the same stands together."""
    roles = report.lived.programmes[report.copy.cohort.programme].roles
    first = min((roles.index(part.role) for part, _ in report.parts_of(person) if part.role in roles), default=99)
    return first, _roles(report, person)


def _roles(report: Report, person: Person) -> str:
    return " and ".join(dict.fromkeys(part.role for part, _ in report.parts_of(person)))


def _person(report: Report, person: Person, told: Sequence[Told], numbers: Mapping[Words, int]) -> Iterator[str]:
    counts = [report.weeks.get((person.id, monday), 0) for monday in report.mondays]
    total, most = sum(counts), max(counts, default=0)
    messages = "one message" if total == 1 else f"{total} messages"
    about = "told by hand" if person.by_hand else f"{messages}, at most {most} a week" if total else "no messages"
    yield f'<details><summary><div class="row"><div class="who"><b>{escape(person.name)}</b>'
    yield f'<small>{about}</small></div><div class="strip" aria-hidden="true">{"".join(map(_week, counts))}</div>'
    yield '</div></summary><table><thead><tr><th scope="col">When</th><th scope="col">Kind</th>'
    yield '<th scope="col">What</th></tr></thead><tbody>'
    for one in told:
        at = one.at.astimezone(report.zone)
        what = _what(one, numbers)
        yield f"<tr><td>{at:%a} {at.day} {at:%b %Y, %H:%M}</td><td>{escape(one.kind)}</td><td>{what}</td></tr>"
    yield "</tbody></table></details>"


def _week(count: int) -> str:
    return f'<i class="n{min(count, A_WEEK + 1)}"></i>' if count else "<i></i>"


def _what(told: Told, numbers: Mapping[Words, int]) -> str:
    about = f"{escape(told.about)}: " if told.about else ""
    if told.message is not None:
        return _linked(told.message, numbers)
    if told.fate is Fate.NEVER:
        return f'{about}<span class="never">{told.fate}</span>, {escape(told.why)}'
    why = f", {escape(told.why)}" if told.why else ""
    return f"{about}{told.fate}{why}"


def _linked(message: Message, numbers: Mapping[Words, int]) -> str:
    return f'<a href="#w{numbers[words_of(message)]}">{escape(in_a_line(message))}</a>'
