"""How each person wants their reminders: by kind, when, where or not at all; and the events they have muted."""

from datetime import time

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.unasked import MUTE, SNOOZE, WHY
from bot.programmes import ReminderKind
from handlers.reminders.kinds import kind_named, kinds_of, meant, told
from handlers.reminders.planning import plan_again
from handlers.said import reminders
from handlers.settings.chat import HourText
from handlers.settings.hours import hour_of, shown
from handlers.timetable.finding import event_named, event_of
from handlers.timetable.words import line
from handlers.undo import CHANGED_SINCE
from scheduling.holding import habits_of
from scheduling.unasked import quiet_at
from storage.shared.deliveries import Delivery
from storage.shared.reminders import How, ReminderChoice
from storage.shared.timetable import Event

router = Router("choices of reminders")

MY_REMINDERS = "my_reminders"
CHOOSE = Press("reminders.choose", str)
MUTE_KIND = Press("reminders.mute_kind", str)
UNMUTE_KIND = Press("reminders.unmute_kind", str)
MUTE_EVENT = Press("reminders.mute_event", int)
UNMUTE_EVENT = Press("reminders.unmute_event", int)
FEWER = Press("reminders.fewer", str)

HOWS = {
    How.AS_PLANNED: "As the programme plans them",
    How.IN_THE_MORNING: "Only in my morning message",
    How.NEVER: "Never",
}
IN_SHORT = {
    How.AS_PLANNED: "as the programme plans them",
    How.IN_THE_MORNING: "only in your morning message",
    How.NEVER: "never",
}


class KindForm(Form):
    route = "reminders.kind"
    title = "Reminders of this kind"
    private = False

    how = Choice("How would you like these?", {how.value: words for how, words in HOWS.items()})
    hour = HourText(
        "At what hour?", help="Such as 8:30. Without one, they come when the programme says.", required=False, most=20
    )
    platform = Choice("Where shall they go?")


# ---------------------------------------------------------------- the whole of them


@router.intent(
    MY_REMINDERS,
    "Choose my reminders",
    "my reminders",
    "reminder settings",
    "which reminders do i get",
    "choose my reminders",
    command="reminders",
    help="which you get, when and where; and what you have muted",
)
async def my_reminders(turn: Turn) -> None:
    chosen = await turn.db.reminders.choices(turn.person.id)
    kinds = kinds_of(turn)
    lines = [
        f"- **{literal(kind.title)}**: {_chosen(chosen.get(key))}. {literal(kind.about)}" for key, kind in kinds.items()
    ]
    muted = [f"- {line(event, turn.zone)}" for event in await turn.db.reminders.muted_events(turn.person.id)]
    parts = ["\n".join(lines), *(["**Muted**\n\n" + "\n".join(muted)] if muted else [])]
    parts.append(
        f"What can wait comes in one morning message, at {shown(turn.person.morning)}. Press a kind to choose for it, "
        "or say “fewer reminders”, “mute” or “unmute” and what."
    )
    await turn.say(
        Message(
            "\n\n".join(parts),
            title="Your reminders",
            buttons=tuple(Button(label_of(kind.title), CHOOSE(key)) for key, kind in kinds.items()),
        )
    )


def _chosen(choice: ReminderChoice | None) -> str:
    if choice is None:
        return IN_SHORT[How.AS_PLANNED]
    hour = f", at {shown(choice.hour)}" if choice.hour is not None and choice.how == How.AS_PLANNED else ""
    where = f", on {choice.platform.capitalize()}" if choice.platform and choice.how == How.AS_PLANNED else ""
    return f"{IN_SHORT[choice.how]}{hour}{where}"


@router.pressed(CHOOSE, opens=True)
async def choose(turn: Turn, key: str) -> None:
    kind = _kind(turn, key)
    choice = (await turn.db.reminders.choices(turn.person.id)).get(key) or ReminderChoice(person_id=0, kind=key)
    accounts = await turn.db.people.accounts(turn.person.id)
    platforms = {account.platform: account.platform.capitalize() for account in accounts}
    usual = turn.person.platform if turn.person.platform in platforms else next(iter(platforms))
    await turn.ask(
        KindForm,
        about=key,
        answers={
            "how": str(choice.how),
            "hour": shown(choice.hour) if choice.hour is not None else None,
            "platform": choice.platform if choice.platform in platforms else usual,
        },
        options={"platform": platforms},
        intro=f"{literal(kind.title)}: {literal(kind.about)}",
    )


@router.submitted(KindForm)
async def chosen(turn: Turn, form: KindForm) -> None:
    kind = _kind(turn, form.about)
    hour = hour_of(form.hour) if form.hour else None
    if hour is not None and quiet_at(habits_of(turn.person), hour):
        raise Refusal(f"{shown(hour)} is in your quiet hours. Choose another hour, or say “settings” to change those.")
    wanted = ReminderChoice(
        person_id=turn.person.id, kind=kind.key, how=How(form.how), hour=hour, platform=form.platform or None
    )
    if _values(wanted)[:2] != (await _choose(turn, kind, wanted))[:2]:
        await plan_again(turn, *turn.cohorts)
    await my_reminders(turn)


def _kind(turn: Turn, key: str) -> ReminderKind:
    kind = kinds_of(turn).get(key)
    if kind is None:
        raise Refusal("Your programme has no reminders of that kind any more. Say “my reminders” to see which it has.")
    return kind


async def _set(turn: Turn, kind: ReminderKind, how: How) -> None:
    before = await _chosen_before(turn, kind.key)
    wanted = ReminderChoice(
        person_id=turn.person.id, kind=kind.key, how=how, hour=before.hour, platform=before.platform
    )
    await _choose(turn, kind, wanted)


async def _choose(turn: Turn, kind: ReminderKind, wanted: ReminderChoice) -> list[str | None]:
    """It can be taken back; gives how it was before."""
    before = _values(await _chosen_before(turn, kind.key))
    if _values(wanted) != before:
        what = f"your choice for “{literal(kind.title)}”"
        await turn.can_undo(what, as_chosen_before, kind.key, _values(wanted), before)
    await turn.db.reminders.choose(wanted)
    return before


async def _chosen_before(turn: Turn, key: str) -> ReminderChoice:
    chosen = await turn.db.reminders.choices(turn.person.id)
    return chosen[key] if key in chosen else ReminderChoice(person_id=turn.person.id, kind=key)


def _values(choice: ReminderChoice) -> list[str | None]:
    """How, at what hour and where."""
    return [choice.how, choice.hour.isoformat() if choice.hour is not None else None, choice.platform]


@router.undo("reminders.as_chosen_before")
async def as_chosen_before(turn: Turn, key: str, values: list[str | None], before: list[str | None]) -> str:
    if _values(await _chosen_before(turn, key)) != values:
        raise Refusal(CHANGED_SINCE)
    kind, (how, hour, platform) = _kind(turn, key), before
    choice = ReminderChoice(
        person_id=turn.person.id,
        kind=key,
        how=How(how or How.AS_PLANNED),
        hour=time.fromisoformat(hour) if hour else None,
        platform=platform,
    )
    await turn.db.reminders.choose(choice)
    await plan_again(turn, *turn.cohorts)
    return f"“{literal(kind.title)}” comes {_chosen(choice)}."


# ---------------------------------------------------------------- fewer


@router.intent(
    "fewer_reminders", "Get fewer reminders", "fewer reminders", "fewer messages", "less reminders please", acts=True
)
async def fewer_reminders(turn: Turn) -> None:
    for kind in kinds_of(turn).values():
        await _set(turn, kind, How.IN_THE_MORNING)
    await plan_again(turn, *turn.cohorts)
    await turn.say(
        f"From now on what can wait comes in one message in the morning, at {shown(turn.person.morning)}; what begins "
        "within two hours comes at once. Say “my reminders” to choose otherwise for some."
    )


@router.pressed(FEWER)
async def fewer(turn: Turn, key: str) -> None:
    kind = _kind(turn, key)
    await _set(turn, kind, How.IN_THE_MORNING)
    await plan_again(turn, *turn.cohorts)
    await turn.replace(_done(f"“{literal(kind.title)}” comes only in your morning message now.", kind))


# ---------------------------------------------------------------- muting


@router.pressed(MUTE)
async def mute(turn: Turn, delivery_id: str) -> None:
    await _ask_what(turn, await told(turn, delivery_id))


@router.intent("mute", "Mute something", "mute {what}", "mute", "mute this", *reminders.MUTE, acts="when told")
async def mute_said(turn: Turn) -> None:
    what = turn.slots.get("what", "").strip(" .!?")
    if not what:
        await _ask_what(turn, await meant(turn, MUTE.route, SNOOZE.route, WHY.route))
    elif (kind := kind_named(turn, what)) is not None:
        await mute_kind(turn, kind.key)
    else:
        await _mute_event(turn, await _event(turn, what))


@router.intent("unmute", "Unmute something", "unmute {what}", "unmute", *reminders.UNMUTE, acts="when told")
async def unmute_said(turn: Turn) -> None:
    what = turn.slots.get("what", "").strip(" .!?")
    if not what:
        await my_reminders(turn)
    elif (kind := kind_named(turn, what)) is not None:
        await unmute_kind(turn, kind.key)
    else:
        await unmute_event(turn, (await _event(turn, what)).id)


async def _ask_what(turn: Turn, about: Delivery) -> None:
    buttons = []
    kind = kinds_of(turn).get(about.kind or "")
    if kind is not None:
        buttons.append(Button(label_of(f"All of these: {kind.title}"), MUTE_KIND(kind.key)))
    event = await turn.db.timetable.get(about.event_id) if about.event_id is not None else None
    if event is not None:
        buttons.append(Button(label_of(f"Only {event.title}"), MUTE_EVENT(event.id)))
    if not buttons:
        raise Refusal("That one can’t be muted. Say “my reminders” to choose what you get.")
    await turn.say(Message("What would you like to hear nothing more about?", buttons=tuple(buttons)))


async def _event(turn: Turn, what: str) -> Event:
    try:
        return await event_named(turn, what)
    except Refusal:
        kinds = ", ".join(f"“{kind.title}”" for kind in kinds_of(turn).values())
        raise Refusal(f"Say a kind of reminder ({kinds}), or an event such as “module 3”.") from None


@router.pressed(MUTE_KIND)
async def mute_kind(turn: Turn, key: str) -> None:
    kind = _kind(turn, key)
    await _set(turn, kind, How.NEVER)
    await turn.replace(_done(f"You won’t hear about “{literal(kind.title)}” any more.", kind))


def _done(words: str, kind: ReminderKind) -> Message:
    words = f"{words} To have it back as it was, say “unmute {literal(kind.title.lower())}”."
    return Message(words, buttons=(Button(label_of(f"Unmute {kind.title}"), UNMUTE_KIND(kind.key)),))


@router.pressed(UNMUTE_KIND)
async def unmute_kind(turn: Turn, key: str) -> None:
    kind = _kind(turn, key)
    await _set(turn, kind, How.AS_PLANNED)
    await turn.replace(f"“{literal(kind.title)}” comes as the programme plans it again.")


@router.pressed(MUTE_EVENT)
async def mute_event(turn: Turn, event_id: int) -> None:
    await _mute_event(turn, (await event_of(turn, event_id))[0])


async def _mute_event(turn: Turn, event: Event) -> None:
    if event.id not in await _muted(turn):
        gone = await turn.db.reminders.mute_event(turn.person.id, event.id, turn.now)
        await turn.can_undo(f"that you muted {literal(event.title)}", not_muted, event.id, gone)
    await turn.replace(
        Message(
            f"You won’t hear about {literal(event.title)} any more, not even if it moves. To have it back, say “unmute "
            f"{literal(event.title)}”.",
            buttons=(Button(label_of(f"Unmute {event.title}"), UNMUTE_EVENT(event.id)),),
        )
    )


@router.pressed(UNMUTE_EVENT)
async def unmute_event(turn: Turn, event_id: int) -> None:
    event, _ = await event_of(turn, event_id)
    if event.id in await _muted(turn):
        await turn.db.reminders.unmute_event(turn.person.id, event.id)
        await turn.can_undo(f"that you unmuted {literal(event.title)}", muted_again, event.id)
    await turn.replace(_unmuted(event))


def _unmuted(event: Event) -> str:
    return f"You hear about {literal(event.title)} again."


async def _muted(turn: Turn) -> list[int]:
    return [event.id for event in await turn.db.reminders.muted_events(turn.person.id)]


@router.undo("reminders.not_muted")
async def not_muted(turn: Turn, event_id: int, gone: list[str]) -> str:
    """What they had asked to hear of it later comes after all."""
    event, _ = await event_of(turn, event_id)
    if event.id not in await _muted(turn):
        raise Refusal(CHANGED_SINCE)
    await turn.db.reminders.unmute_event(turn.person.id, event.id)
    await turn.db.deliveries.owe_after_all(gone)
    turn.owes = True
    return _unmuted(event)


@router.undo("reminders.muted_again")
async def muted_again(turn: Turn, event_id: int) -> str:
    event, _ = await event_of(turn, event_id)
    await turn.db.reminders.mute_event(turn.person.id, event.id, turn.now)
    return f"You hear nothing about {literal(event.title)}, as before."
