"""Reminders that people set themselves: in one line or in a form, listed, changed, put off and deleted."""

from datetime import UTC, datetime, timedelta

from bot.chat.drafts import forget_about, keep_words
from bot.chat.errors import Refusal
from bot.chat.forms import Answers
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from handlers import recovery
from handlers.reflections import life
from handlers.reflections.texts import kept_as_draft
from handlers.reminders.own import ringing, texts
from handlers.reminders.own.entries import OwnReminder
from handlers.reminders.own.forms import MOST_WORDS, Remind, first_of, in_words
from handlers.reminders.own.one_line import read_line
from handlers.said import reminders
from handlers.settings.changing import change as change_settings
from handlers.undo import CHANGED_SINCE, keep_before, owed_as_before, take_before
from scheduling.phrases import Repeating, read_when
from scheduling.unasked import at_wall

router = Router("own reminders")

AN_HOUR = timedelta(hours=1)


# ---------------------------------------------------------------- setting one


async def _comes(turn: Turn) -> str:
    """When it comes; what of is not said back."""
    typed = turn.slots.get("what", "").strip()
    when = read_line(typed, turn.now, turn.zone).when if typed else None
    if when is None:
        return ""
    first = spoken(first_of(when, turn.now, turn.zone, typed), turn.zone)
    return f"{when}, first on {first}" if isinstance(when, Repeating) else first


@router.intent(
    "remind_me",
    "Set a reminder of my own",
    "remind me {what}",
    "remind me",
    "reminder: {what}",
    "set a reminder {what}",
    "set a reminder",
    "new reminder",
    "add a reminder",
    *reminders.REMIND_ME,
    command="remind",
    help="“remind me on Monday at 9 to ring the chair”, or “every Friday at 16:00”: only you can read what of",
    private=True,
    opens=True,
    acts="when told",
    about=_comes,
)
async def remind_me(turn: Turn) -> None:
    """In one line it is set at once, where it says what and when; otherwise the form asks for the rest."""
    typed = turn.slots.get("what", "").strip()
    if not typed:
        await ask(turn)
        return
    await turn.unsay(note=False)
    said = read_line(typed, turn.now, turn.zone)
    words = said.words
    if len(words) > MOST_WORDS:
        await keep_words(turn, typed)
        await turn.say(kept_as_draft(texts.TooLong()))
        return
    if said.when is None:
        await _ask(turn, {"words": words} if words else {}, fault=said.fault)
    elif words:
        await _set(turn, words, said.when, in_notice=turn.person.words_in_notices)
    else:
        await _ask(turn, {"when": in_words(said.when, turn.zone)})


@router.pressed(texts.NEW, private=True, opens=True)
async def ask(turn: Turn) -> None:
    await _ask(turn, {})


async def ask_for(turn: Turn, when: datetime) -> None:
    """Ask of what, where the time has been said."""
    await _ask(turn, {"when": in_words(when, turn.zone)})


async def _ask(turn: Turn, answers: Answers, fault: Refusal | None = None) -> None:
    await turn.ask(
        Remind,
        answers={**answers, "notice": _notice(turn, in_notice=turn.person.words_in_notices)},
        faults={"when": fault} if fault else None,
        only_here=bool(answers),
    )


@router.submitted(Remind)
async def filled(turn: Turn, form: Remind) -> None:
    """What the notice says is for the next ones too only where that was chosen here."""
    reminder = await _find(turn, form.about) if form.about else None
    before = reminder.in_notice if reminder is not None else turn.person.words_in_notices
    if form.notice != _notice(turn, in_notice=before):
        await change_settings(turn, words_in_notices=form.notice == "always")
    in_notice = form.notice != "time"
    if reminder is None:
        await _set(turn, form.words, read_when(form.when, turn.now, turn.zone), in_notice=in_notice)
    else:
        await _change(turn, reminder, form, in_notice=in_notice)


async def _set(turn: Turn, words: str, when: datetime | Repeating, *, in_notice: bool) -> None:
    first = not turn.person.keeps_notes
    reminder = OwnReminder(made_at=turn.now, text=words, at=first_of(when, turn.now, turn.zone), in_notice=in_notice)
    reminder.comes(when, turn.zone)
    await turn.vault.add(reminder)
    await life.something_is_kept(turn)
    await ringing.plan(turn, reminder)
    await turn.can_undo("your new reminder", not_set, reminder.id)
    await turn.say(texts.is_set(turn, reminder))
    if first:
        await recovery.offer(turn)


def _notice(turn: Turn, *, in_notice: bool) -> str:
    """What the form says of the notice, before anything is chosen."""
    return "time" if not in_notice else "always" if turn.person.words_in_notices else "words"


# ---------------------------------------------------------------- changing it


@router.pressed(texts.CHANGE, private=True, opens=True)
async def change(turn: Turn, entry_id: str) -> None:
    reminder = await _find(turn, entry_id)
    await turn.ask(
        Remind,
        about=reminder.id,
        answers={
            "words": reminder.text,
            "when": _when(turn, reminder),
            "notice": _notice(turn, in_notice=reminder.in_notice),
        },
    )


async def _change(turn: Turn, reminder: OwnReminder, form: Remind, *, in_notice: bool) -> None:
    """A time that reads as it did stays what it was: what comes every other week keeps its weeks."""
    before_id = await keep_before(turn, reminder)
    reminder.text, reminder.in_notice = form.words, in_notice
    if form.when != _when(turn, reminder):
        when = read_when(form.when, turn.now, turn.zone)
        reminder.at = first_of(when, turn.now, turn.zone)
        reminder.comes(when, turn.zone)
        reminder.planned += 1
        await ringing.plan(turn, reminder)
    await turn.vault.change(reminder)
    await turn.can_undo("your change to a reminder of your own", not_changed, reminder.id, reminder.version, before_id)
    await turn.say(texts.is_set(turn, reminder))


def _when(turn: Turn, reminder: OwnReminder) -> str | None:
    """When it comes, as it can be typed; None where it has come for the last time."""
    following = reminder.after(turn.now)
    return in_words(reminder.repeating or following, turn.zone) if following else None


# ---------------------------------------------------------------- reading, and deleting


@router.intent(
    "my_own_reminders",
    "My own reminders",
    "my own reminders",
    "reminders of my own",
    "my reminders of my own",
    "show my own reminders",
    "list my own reminders",
    "change a reminder of my own",
    "delete a reminder of my own",
    "what did i ask you to remind me of",
    *reminders.MY_OWN,
    private=True,
    opens=True,
)
async def my_own(turn: Turn) -> None:
    await turn_to_page(turn, 0)


@router.pressed(texts.LIST, private=True, opens=True)
async def turn_to_page(turn: Turn, page: int) -> None:
    following = await ringing.following(turn)
    never = datetime.max.replace(tzinfo=UTC)
    reminders = await turn.vault.all(OwnReminder)
    reminders.sort(key=lambda reminder: following.get(reminder.id, never))
    await turn.replace(texts.listed(reminders, following, page, turn.zone))


@router.pressed(texts.SHOW, private=True, opens=True)
async def show(turn: Turn, entry_id: str) -> None:
    reminder = await _find(turn, entry_id)
    following = (await ringing.following(turn)).get(reminder.id)
    await turn.replace(texts.shown(reminder, following, turn.zone))


@router.pressed(texts.DELETE, private=True)
async def delete(turn: Turn, entry_id: str) -> None:
    await _delete_for_now(turn, await _find(turn, entry_id))
    await turn.replace(texts.DELETED)


@router.intent(
    "delete_my_own_reminders",
    "Delete all my own reminders",
    "delete all my own reminders",
    "delete my own reminders",
    "delete all reminders of my own",
    private=True,
)
async def delete_all(turn: Turn) -> None:
    await turn.say(texts.sure_to_delete_all(len(await turn.vault.all(OwnReminder))))


@router.pressed(texts.DELETE_ALL, private=True)
async def ask_to_delete_all(turn: Turn) -> None:
    await delete_all(turn)


@router.pressed(texts.DELETE_THEM_ALL, private=True, changes=True)
async def all_deleted(turn: Turn) -> None:
    for reminder in await turn.vault.all(OwnReminder):
        await _delete(turn, reminder)
    await turn.cannot_undo(texts.DELETED_ALL)
    await turn.replace(texts.DELETED_ALL)


async def _delete(turn: Turn, reminder: OwnReminder) -> list[str]:
    """Its words go, and whatever of them stands in an unfinished form; gives when it was put off to."""
    again = await ringing.unplan(turn, reminder.id)
    await forget_about(turn, reminder.id)
    await turn.vault.delete(reminder.id)
    return again


async def _delete_for_now(turn: Turn, reminder: OwnReminder) -> None:
    """For a while it can be brought back."""
    before_id = await keep_before(turn, reminder)
    await turn.can_undo("that a reminder of your own is gone", not_deleted, before_id, await _delete(turn, reminder))


async def _find(turn: Turn, entry_id: str) -> OwnReminder:
    """The speaker's own. Any other id, somebody else's too, reads like one that is gone."""
    reminder = await turn.vault.get(OwnReminder, entry_id)
    if reminder is None:
        raise texts.ReminderGone
    return reminder


# ---------------------------------------------------------------- taking it back


@router.undo("own.not_set")
async def not_set(turn: Turn, entry_id: str) -> str:
    await _delete(turn, await _find(turn, entry_id))
    return "It is deleted, and doesn’t come."


@router.undo("own.not_changed")
async def not_changed(turn: Turn, entry_id: str, version: int, before_id: str) -> str:
    reminder = await _find(turn, entry_id)
    if reminder.version != version:
        raise Refusal(CHANGED_SINCE)
    before = await take_before(turn, OwnReminder, before_id)
    before.version, before.planned = reminder.version, reminder.planned + 1
    await turn.vault.change(before)
    await ringing.go_on(turn, before, ())
    return texts.as_it_was(before, turn.now, turn.zone)


@router.undo("own.not_deleted")
async def not_deleted(turn: Turn, before_id: str, again: list[str]) -> str:
    before = await take_before(turn, OwnReminder, before_id)
    before.planned += 1
    reminder = await turn.vault.bring_back(before)
    await ringing.go_on(turn, reminder, again)
    return texts.as_it_was(reminder, turn.now, turn.zone)


# ---------------------------------------------------------------- when it has come


@router.pressed(texts.DONE)
async def done(turn: Turn, entry_id: str) -> None:
    """Where the notes are locked it can be said as well: then it goes by itself, a while later."""
    if turn.opened is None:
        await turn.replace(texts.done(None, turn.zone))
        return
    reminder = await _find(turn, entry_id)
    following = reminder.after(turn.now)
    if following is None:
        await _delete_for_now(turn, reminder)
    elif before := await ringing.not_again(turn, reminder.id):
        await turn.can_undo("that a reminder of your own is done", owed_as_before, [], before)
    await turn.replace(texts.done(following, turn.zone))


@router.pressed(texts.LATER)
async def later(turn: Turn, entry_id: str, when: str) -> None:
    if turn.opened is not None:
        await _find(turn, entry_id)
    at = turn.now + AN_HOUR if when == "hour" else _tomorrow_morning(turn)
    key, before = await ringing.plan_again(turn, entry_id, at)
    await turn.can_undo("that you put a reminder of your own off", owed_as_before, [key], before)
    await turn.replace(texts.put_off(at, turn))


def _tomorrow_morning(turn: Turn) -> datetime:
    tomorrow = turn.now.astimezone(turn.zone).date() + timedelta(days=1)
    return at_wall(tomorrow, turn.person.morning, turn.zone)
