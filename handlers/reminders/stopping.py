"""Stop: whoever has had enough is asked kindly what of, and told everything that can be done about it."""

from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.unasked import MUTE
from bot.chat.wanting import WANT
from handlers.said import reminders
from storage.shared.reminders import MORNING

router = Router("stopping")


@router.intent(
    "stop",
    "Stop messages",
    "stop",
    "stop these",
    "stop this",
    "stop it",
    "stop messages",
    "stop the messages",
    "stop sending me these",
    "stop messaging me",
    "unsubscribe",
    "too many messages",
    "too many reminders",
    *reminders.STOP,
)
async def stop(turn: Turn) -> None:
    latest = await turn.db.unasked.latest(turn.person.id)
    buttons = [Button("Fewer reminders", WANT("fewer_reminders"))]
    if latest is not None and latest.kind != MORNING:
        buttons.append(Button("Mute what came last", MUTE(latest.id)))
    await turn.say(
        Message(
            "Of course. What would you like? Nothing changes until you choose.",
            buttons=(*buttons, Button("Take a break", WANT("step_back")), Button("Leave the programme", WANT("leave"))),
        )
    )
