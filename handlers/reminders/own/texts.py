"""What is said about somebody's own reminders, and the buttons beneath it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.times import spoken, spoken_date
from bot.chat.turns import Turn
from handlers.reflections.texts import TYPING
from handlers.reminders.own.entries import OwnReminder
from handlers.reminders.own.forms import MOST_WORDS
from scheduling.holding import habits_of
from scheduling.unasked import is_quiet

NEW = Press("own.new")
SHOW = Press("own.show", str)
CHANGE = Press("own.change", str)
DELETE = Press("own.delete", str)
DELETE_ALL = Press("own.delete_all")
DELETE_THEM_ALL = Press("own.all_deleted")
DONE = Press("own.done", str)
LATER = Press("own.later", str, str)
LIST = Press("own.list", int)

A_PAGE = 8  # reminders on one page of a list

IT_IS_TIME = "It’s time for something you asked me to remind you of."
NONE = "You have no reminders of your own. Say, for example, “remind me on Monday at 9 to ring the chair”."
DELETED = "Deleted: it comes no more. For ten minutes “undo” brings it back; after that it is gone for good."
DELETED_ALL = "All your own reminders are deleted for good."


def sure_to_delete_all(count: int) -> Message:
    if not count:
        return Message(NONE)
    them = "your one reminder" if count == 1 else f"all {count} reminders of yours"
    return Message(
        f"Delete {them} for good? That can’t be undone.",
        buttons=(Button("Delete them for good", DELETE_THEM_ALL(), "danger"), Button("Don’t delete", LIST(0))),
    )


class TooLong(Refusal):
    def __init__(self) -> None:
        super().__init__(f"That is longer than a reminder can be: up to {MOST_WORDS:,} characters.")


class ReminderGone(Refusal):
    """It is not there, or not theirs: it reads the same."""

    def __init__(self) -> None:
        super().__init__("That reminder isn’t here any more. Say “my own reminders” to see those that are.")


def is_set(turn: Turn, reminder: OwnReminder) -> Message:
    """When it comes is said wherever it was asked for; what it says, only where nobody else can read it."""
    when = f"I’ll remind you **{_on(reminder, turn.zone)}**."
    following = reminder.after(turn.now) or reminder.at
    if reminder.repeating is not None:
        when += f" It comes next on {spoken(following, turn.zone)}."
    if is_quiet(habits_of(turn.person), following):
        when += f" {_quiet(turn)}"
    notice = "The notice says only that it is time"
    if reminder.in_notice:
        notice = "Its words will be in the notice"
        notice += ", and so will those of your next ones" if turn.person.words_in_notices else ""
    return Message(
        f"{when}\n\n{literal(reminder.text)}\n\n{notice}.{TYPING[turn.typing_goes]}",
        buttons=(Button("Change", CHANGE(reminder.id)), Button("Delete", DELETE(reminder.id))),
        private=True,
        openly=f"{when} Only you can read what of. {notice}.",
    )


def _on(reminder: OwnReminder, zone: ZoneInfo) -> str:
    return reminder.when(zone) if reminder.repeating else f"on {reminder.when(zone)}"


def _quiet(turn: Turn) -> str:
    person = turn.person
    return (
        f"That is in your quiet hours ({person.quiet_from:%H:%M} to {person.quiet_until:%H:%M}): as you asked for it, "
        "it comes all the same."
    )


def notice(reminder: OwnReminder, zone: ZoneInfo, *, late_from: datetime | None, with_words: bool) -> Message:
    """It is time. `late_from` is when it was, where that is a while ago. Without its words, its times tell which."""
    late = f" That was for {spoken(late_from, zone)}; I was away then." if late_from else ""
    buttons = (
        *(() if with_words else (Button("Show me", SHOW(reminder.id), "main"),)),
        Button("Done", DONE(reminder.id)),
        Button("In an hour", LATER(reminder.id, "hour"), describe="Remind me again in an hour"),
        Button("Tomorrow morning", LATER(reminder.id, "morning"), describe="Remind me again tomorrow morning"),
    )
    if with_words:
        return Message(f"{literal(reminder.text)}{late}", title="You asked me to remind you", buttons=buttons)
    set_on = spoken_date(reminder.made_at.astimezone(zone))
    which = f" It’s the reminder you set on {set_on}, for {reminder.when(zone)}."
    return Message(f"{IT_IS_TIME}{which}{late}", buttons=buttons)


def put_off(at: datetime, turn: Turn) -> str:
    quiet = f" {_quiet(turn)}" if is_quiet(habits_of(turn.person), at) else ""
    return f"I’ll remind you again on {spoken(at, turn.zone)}.{quiet}"


def as_it_was(reminder: OwnReminder, now: datetime, zone: ZoneInfo) -> str:
    """It is again what it was: when, and never of what."""
    if reminder.after(now) is None:
        return "It is among your own reminders, as before."
    return f"It comes as before: {reminder.when(zone)}."


def done(following: datetime | None, zone: ZoneInfo) -> str:
    return f"Done. It comes again on {spoken(following, zone)}." if following else "Done."


def shown(reminder: OwnReminder, following: datetime | None, zone: ZoneInfo) -> Message:
    """One reminder, for its author."""
    fields = {"When": reminder.when(zone), "Next": spoken(following, zone) if following else "it has come"}
    return Message(
        literal(reminder.text),
        title="Your reminder",
        fields=fields,
        buttons=(
            Button("Done", DONE(reminder.id), "main"),
            Button("Change", CHANGE(reminder.id)),
            Button("Delete", DELETE(reminder.id)),
            Button("My own reminders", LIST(0)),
        ),
        private=True,
    )


def listed(reminders: Sequence[OwnReminder], following: Mapping[str, datetime], page: int, zone: ZoneInfo) -> Message:
    """A page of somebody's own reminders, the next to come first."""
    if not reminders:
        return Message(NONE, buttons=(Button("Set one", NEW(), "main"),))
    page = min(max(page, 0), (len(reminders) - 1) // A_PAGE)
    on_page = reminders[page * A_PAGE : (page + 1) * A_PAGE]
    lines = [
        f"{number}. {literal(reminder.heading)}: {_next(reminder, following.get(reminder.id), zone)}"
        for number, reminder in enumerate(on_page, 1)
    ]
    buttons = [Button(label_of(reminder.heading), SHOW(reminder.id)) for reminder in on_page]
    if page:
        buttons.append(Button("Back", LIST(page - 1)))
    if (page + 1) * A_PAGE < len(reminders):
        buttons.append(Button("More", LIST(page + 1)))
    return Message(
        "\n".join(lines),
        title="My own reminders",
        buttons=(*buttons, Button("Set another", NEW()), Button("Delete them all", DELETE_ALL(), "danger")),
        private=True,
    )


def _next(reminder: OwnReminder, following: datetime | None, zone: ZoneInfo) -> str:
    if following is None:
        return f"it came on {spoken(reminder.at, zone)}" if reminder.repeating is None else "it has come"
    if reminder.repeating is None:
        return spoken(following, zone)
    return f"{reminder.when(zone)}, next on {spoken(following, zone)}"
