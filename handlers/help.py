"""What this person can do here, and what is said to whoever arrives."""

from bot.chat.dispatch import WANT
from bot.chat.messages import Button, Message
from bot.chat.router import Intent, Router
from bot.chat.turns import Turn
from handlers.privacy import deletion

router = Router("help")


@router.intent(
    "help",
    "See what I can do",
    "help",
    "what can you do",
    "what can i do",
    "what can i say",
    "menu",
    command="help",
    strangers=True,
)
async def help_(turn: Turn) -> None:
    if turn.speaker is None:
        await turn.say("First join with the code you were sent: just type it here. Then I’ll show you what I can do.")
    else:
        await turn.say(what_you_can_do(turn))
        if waiting := await deletion.notice(turn):
            await turn.say(waiting)


def what_you_can_do(turn: Turn) -> Message:
    """What is open to this person in their role, each thing with the words that ask for it."""
    open_to_them = [intent for intent in turn.kit.routes.intents.values() if intent.help and _is_open(turn, intent)]
    open_to_them.sort(key=lambda intent: intent.route.allow is None)  # what only their role can do comes first
    lines = [f"- **{intent.words.title}**: {intent.help}" for intent in open_to_them]
    main = [Button(intent.words.title, WANT(intent.words.name)) for intent in open_to_them[:6]]
    return Message(
        "Press one, or say it in your own words.\n\n" + "\n".join(lines),
        title="What I can do for you",
        buttons=tuple(main),
    )


def _is_open(turn: Turn, intent: Intent) -> bool:
    return intent.route.allow is None or bool(intent.route.allow & turn.roles)
