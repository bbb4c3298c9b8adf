"""The year as a table: who would be told what, and when."""

from bot.chat.markdown import plain
from bot.chat.messages import Message
from bot.rehearsal.report import Report, Told
from handlers.roster.people_csv import written

COLUMNS = ("Name", "Role", "Kind", "About", "Day", "Time", "Zone", "Platform", "What becomes of it", "Why", "Wording")


def table(report: Report) -> bytes:
    """A CSV file, a line for each thing that somebody would be told, in the order in which that would be."""
    return written(COLUMNS, [_row(report, told) for told in report.told])


def _row(report: Report, told: Told) -> list[str]:
    at = told.at.astimezone(report.zone)
    return [
        told.person.name,
        " and ".join(dict.fromkeys(part.role for part, _ in report.parts_of(told.person))),
        told.kind,
        told.about,
        f"{at:%Y-%m-%d}",
        f"{at:%H:%M}",
        f"{report.zone.key} ({at:%Z})",
        told.platform,
        told.fate,
        told.why,
        _words(told.message) if told.message is not None else "",
    ]


def _words(message: Message) -> str:
    buttons = f"[{'] ['.join(button.label for button in message.buttons)}]" if message.buttons else ""
    fields = "\n".join(f"{name}: {value}" for name, value in message.fields.items())
    return "\n\n".join(part for part in (message.title, plain(message.text), fields, buttons) if part)
