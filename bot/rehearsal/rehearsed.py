"""What comes out of a rehearsal: a page and a table, as files, and what they come to in a few words."""

from bot.chat.markdown import literal
from bot.chat.messages import File, Message
from bot.chat.times import spoken_date
from bot.programmes import Programmes
from bot.rehearsal.living import live
from bot.rehearsal.page import page
from bot.rehearsal.report import Report
from bot.rehearsal.table import table
from scheduling.unasked import A_WEEK
from storage.copying.cohort import CohortCopy

PAGE, TABLE = "rehearsal.html", "rehearsal.csv"


def rehearse(copy: CohortCopy, programmes: Programmes) -> Message:
    """Live the year, and say what became of it. It takes its time, and is for a process of its own."""
    return outcome(Report(live(copy, programmes)))


def outcome(report: Report) -> Message:
    """The whole of it: in a few lines, and as two files."""
    return Message(
        _summary(report),
        title="The year, lived ahead",
        attachments=(
            File(page(report), PAGE, "The year as a page: open it in a browser.", "text/html"),
            File(table(report), TABLE, "Who would be told what and when, as a table.", "text/csv"),
        ),
    )


def _summary(report: Report) -> str:
    lines = [
        f"**{literal(report.copy.cohort.name)}**: {len(report.sent):,} messages to {len(report.copy.people)} people. "
        "Nobody was sent anything."
    ]
    if report.busiest is not None:
        day, count = report.busiest
        lines.append(f"- The busiest day is {spoken_date(day)}, with {count} messages.")
        lines.append(f"- The most that anybody gets in a week is {max(report.weeks.values())}.")
    lines.append(f"- {_budget(report)}")
    lines.append(f"- {_in_the_way(len(report.clashes))}")
    return lines[0] + "\n\n" + "\n".join(lines[1:])


def _budget(report: Report) -> str:
    if not report.too_much:
        return f"The template keeps to the budget of {A_WEEK} messages a person and week."
    worst = report.too_much[0]
    return (
        f"The template is over the budget of {A_WEEK} messages a person and week: it asks for {worst.asked} to "
        f"{literal(worst.person.name)} in the week of {spoken_date(worst.monday)}."
    )


def _in_the_way(clashes: int) -> str:
    if not clashes:
        return "Nothing stands in its way."
    return f"{'One thing stands' if clashes == 1 else f'{clashes} things stand'} in its way: the page says what."
