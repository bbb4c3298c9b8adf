"""The year as one page: it needs nothing else, reads on a phone, and says in words what it shows in colour."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from html import escape
from itertools import groupby
from pathlib import Path

from bot.chat.times import place_of, spoken, spoken_date
from bot.rehearsal.people import months, people
from bot.rehearsal.report import Report, monday_of
from bot.rehearsal.wordings import wordings
from scheduling.unasked import A_WEEK
from storage.shared.timetable import Event

STYLE = Path(__file__).with_name("page.css")

TITLES = {"clashes": "What stands in the way", "people": "Each person’s year", "wordings": "Every wording"}

HOW_IT_WAS_LIVED = (
    "This year was lived by the bot itself, on a copy, and nobody was sent anything. Everybody has joined in it, and "
    "keeps the hours that everybody begins with: what people have chosen for themselves is theirs, and so is which app "
    "they use, so they stand on Slack and Telegram in turn. People of whom the copy knows the same, but for their "
    "names, were given the same year. Nothing that anybody wrote is in it."
)


def page(report: Report) -> bytes:
    """All of it, in UTF-8."""
    name = escape(report.copy.cohort.name)
    return "\n".join(
        [
            '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{name}, lived ahead</title><style>{STYLE.read_text(encoding='utf-8')}</style></head><body>",
            *_header(report),
            "<main>",
            _figures(report),
            *_year(report),
            _heading("clashes"),
            *_clashes(report),
            _heading("people"),
            *people(report),
            _heading("wordings"),
            *wordings(report),
            "</main>",
            _footer(report),
            "</body></html>",
        ]
    ).encode()


def _heading(section: str) -> str:
    return f'<h2 id="{section}">{TITLES[section]}</h2>'


def _header(report: Report) -> Iterator[str]:
    cohort = report.copy.cohort
    programme = report.lived.programmes[cohort.programme].name
    yield f'<header><p class="over-title">{escape(programme)}, lived ahead</p><h1>{escape(cohort.name)}</h1>'
    yield f'<p class="when">{spoken_date(cohort.starts)} to {spoken_date(cohort.ends)}</p>'
    yield _verdict(report)
    links = "".join(f'<a href="#{section}">{title}</a>' for section, title in TITLES.items())
    yield f"<nav>{links}</nav></header>"


def _verdict(report: Report) -> str:
    """Whether the template keeps to the budget, in words before colour."""
    if not report.too_much:
        rule = f"Nobody is to hear more than {A_WEEK} times in a week, but for what begins within two hours."
        return f'<div class="verdict"><strong>Within the budget</strong>{rule}</div>'
    weeks = Counter((one.monday, one.asked) for one in report.too_much)
    lines = "".join(
        f"<li>{asked} messages to {_persons(count)} in the week of {spoken_date(monday)}</li>"
        for (monday, asked), count in sorted(weeks.items())
    )
    return (
        f'<div class="verdict bad"><strong>Over the budget</strong>The template asks for more than {A_WEEK} messages '
        f"a person and week. Where that can wait, it comes bundled, and later than the template says."
        f"<ul>{lines}</ul></div>"
    )


def _persons(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"


def _figures(report: Report) -> str:
    most = max(report.weeks.values(), default=0)
    so_many = len({person for (person, _), count in report.weeks.items() if count == most})
    figures = [("People", str(len(report.copy.people)), _who(report))]
    figures.append(("Messages in the year", f"{len(report.sent):,}", _each(report)))
    if report.busiest is not None:
        day, count = report.busiest
        figures.append(("The busiest day", f"{day:%a} {day.day} {day:%b %Y}", f"with {count} messages"))
        figures.append(("The most in a week", str(most), f"to {_persons(so_many)}, mornings and all"))
    cells = "".join(f"<div><dt>{what}</dt><dd>{value}<small>{more}</small></dd></div>" for what, value, more in figures)
    return f'<dl class="figures">{cells}</dl>'


def _who(report: Report) -> str:
    if missing := report.copy.not_joined:
        have = "has" if missing == 1 else "have"
        return f"{missing} {have} not joined, and {'is' if missing == 1 else 'are'} lived as if they had"
    return "all of them as if they had joined"


def _each(report: Report) -> str:
    each = Counter(told.person.id for told in report.sent)
    if not each:
        return "nobody hears anything"
    least, most = min(each.values()), max(each.values())
    return f"{most} for each" if least == most else f"{least} to {most} for each"


# ---------------------------------------------------------------- the year of all


def _year(report: Report) -> Iterator[str]:
    totals = Counter(monday for (_, monday), count in report.weeks.items() for _ in range(count))
    top = max(totals.values(), default=1)
    on = defaultdict[date, list[Event]](list)
    for event in report.copy.events:
        on[monday_of(event.day)].append(event)
    yield '<h2 id="year">The year</h2><p>Messages to everybody together, week by week, and what they are about.</p>'
    yield f'<div class="card"><div aria-hidden="true"><div class="months">{months(report)}</div><div class="bars">'
    for monday in report.mondays:
        height = round(100 * totals[monday] / top)
        yield f'<i{" class=top" if totals[monday] == top else ""} style="height:{height}%"></i>'
    yield '</div><div class="marks">'
    for monday in report.mondays:
        yield f"<i>{''.join(f'<b class={event.kind}></b>' for event in on[monday])}</i>"
    yield '</div></div><ul class="events">'
    for event in sorted(report.copy.events, key=lambda event: (event.day, event.id)):
        when = spoken(event.starts_at, report.zone) if event.starts_at else spoken_date(event.day)
        mark = f'<b class="{escape(event.kind)}" aria-hidden="true"></b>'
        yield f"<li>{mark}<span>{escape(event.title)}<small>{when}{_whose(report, event)}</small></span></li>"
    yield "</ul></div>"


def _whose(report: Report, event: Event) -> str:
    """The cohort that it is of, where that is another."""
    names = {cohort.id: cohort.name for cohort in report.copy.beside}
    return f"; {escape(names[event.cohort_id])}" if event.cohort_id in names else ""


# ---------------------------------------------------------------- what stands in the way


def _clashes(report: Report) -> Iterator[str]:
    if not report.clashes:
        yield (
            "<p>Nothing: no event or reminder falls on a bank holiday or into quiet hours, and nobody has two events "
            "at once.</p>"
        )
        return
    yield "<p>What those who run the cohort may want to move.</p>"
    for sort, group in groupby(report.clashes, key=lambda clash: clash.sort):
        items = "".join(f"<li>{escape(clash.words)}</li>" for clash in group)
        yield f'<h3>{sort}</h3><ul class="clash">{items}</ul>'


def _footer(report: Report) -> str:
    moment = datetime.combine(report.copy.cohort.starts, time(), report.zone)
    return f"<footer><p>{HOW_IT_WAS_LIVED} All times are those of {escape(place_of(report.zone, moment))}.</p></footer>"
