"""Why did I get this? By which rule, chosen by whom; and what can be done: fewer, another hour or app, never."""

from datetime import timedelta

from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.unasked import MUTE, SNOOZE, WHY
from bot.chat.wanting import WANT
from bot.programmes import Rule
from handlers.coaching.around.checking_in import NOTED
from handlers.coaching.around.planning import KIND as COACHING
from handlers.reminders.choices import CHOOSE, FEWER, MUTE_KIND, MY_REMINDERS
from handlers.reminders.kinds import kinds_of, meant, told
from handlers.settings.hours import shown
from scheduling.reminders import REMIND
from scheduling.unasked import HELD, STEPPED_BACK
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.reminders import MORNING, How

router = Router("why it came")


@router.pressed(WHY)
async def why(turn: Turn, delivery_id: str) -> None:
    await _explain(turn, await told(turn, delivery_id))


@router.intent(
    "why_this",
    "Why did I get this?",
    "why",
    "why did i get this",
    "why this",
    "why do i get this",
    "why are you telling me this",
)
async def why_said(turn: Turn) -> None:
    await _explain(turn, await meant(turn, WHY.route, SNOOZE.route, MUTE.route))


async def _explain(turn: Turn, came: Delivery) -> None:
    if came.kind == MORNING:
        await turn.say(await _of_a_morning(turn, came))
        return
    kind = kinds_of(turn).get(came.kind or "")
    if kind is None:
        words = ["It is part of what your programme’s team tells everybody concerned."]
    else:
        words = [
            f"It is one of your **{literal(kind.title)}** messages. {literal(kind.about)}",
            await _rule(turn, came),
        ]
    words += [await _choice(turn, came), _waited(came)]
    several = len({account.platform for account in await turn.db.people.accounts(turn.person.id)}) > 1
    buttons: tuple[Button, ...] = (Button("My reminders", WANT(MY_REMINDERS)),)
    if kind is not None:
        buttons = (
            Button("Fewer: in the morning only", FEWER(kind.key)),
            Button("At another hour", CHOOSE(kind.key)),
            *((Button("In another app", CHOOSE(kind.key)),) if several else ()),
            Button("Never", MUTE_KIND(kind.key), describe=f"Never again: {kind.title}"),
        )
    await turn.say(Message("\n\n".join(part for part in words if part), title="Why this came", buttons=buttons))


async def _rule(turn: Turn, came: Delivery) -> str:
    """Which rule of the template's it came by, and who chose that."""
    if came.urgency == Urgency.ANSWER:
        return "It came just then because you asked to be reminded later."
    if came.kind == COACHING:
        return _of_a_session(turn, came)
    event = await turn.db.timetable.get(came.event_id) if came.event_id is not None else None
    if event is None or came.job != REMIND:
        return "Somebody of your programme’s team caused it."
    programme = turn.kit.programmes[(await turn.db.cohorts.get(event.cohort_id)).programme]
    rule = programme.rule(str(came.arguments.get("rule", "")))
    when = f" {_when(rule)}" if rule is not None else ""
    return (
        f"It comes{when}: {literal(event.title)}. That rule is {literal(programme.name)}’s, for everybody in your role."
    )


def _of_a_session(turn: Turn, came: Delivery) -> str:
    if came.job == NOTED:
        return "Whoever had that session with you caused it."
    rules = (programme.rule(str(came.arguments.get("rule", ""))) for programme in turn.programmes)
    when = next((_when(rule) for rule in rules if rule is not None), "once it is over")
    return f"It comes {when}, for each session that you have booked or give."


def _when(rule: Rule) -> str:
    if rule.days is None or rule.at is None:
        minutes = timedelta(minutes=abs(rule.minutes or 0))
        span = "an hour" if minutes == timedelta(hours=1) else f"{minutes // timedelta(minutes=1)} minutes"
        return f"{span} {'after' if (rule.minutes or 0) > 0 else 'before'} it begins"
    days = {0: "on the day", -1: "the day before", 1: "the day after", -7: "a week before", -14: "two weeks before"}
    side = "after" if rule.days > 0 else "before"
    return f"{days.get(rule.days, f'{abs(rule.days)} days {side}')} at {shown(rule.at)}"


async def _choice(turn: Turn, came: Delivery) -> str:
    choice = (await turn.db.reminders.choices(turn.person.id)).get(came.kind or "")
    if choice is None:
        return ""
    if choice.how == How.IN_THE_MORNING:
        return "You chose to have these only in your morning message, but for what begins within two hours."
    said = [f"at {shown(choice.hour)}"] if choice.hour is not None else []
    said += [f"on {choice.platform.capitalize()}"] if choice.platform else []
    return f"You chose to have these {' and '.join(said)}." if said else ""


def _waited(came: Delivery) -> str:
    return f"It came later than planned: {came.why}." if came.why and came.why not in (HELD, STEPPED_BACK) else ""


async def _of_a_morning(turn: Turn, came: Delivery) -> Message:
    with_it = await turn.db.unasked.went_with(came.id)
    words = [
        f"It is your morning message. It comes at {shown(turn.person.morning)} on the first working day of a week with "
        "something in your programme, and on a day before which something had to wait.",
        *dict.fromkeys(f"Something was in it that had waited: {one.why}." for one in with_it if _waited(one)),
    ]
    buttons = (Button("My reminders", WANT(MY_REMINDERS)), Button("Settings", WANT("settings")))
    return Message("\n\n".join(words), title="Why this came", buttons=buttons)
