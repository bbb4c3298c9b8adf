"""What's next: what waits for somebody, in one message. Their Home says the same, each thing in its own part."""

from bot.chat import home
from bot.chat.messages import Message
from bot.chat.router import Router
from bot.chat.turns import Turn

router = Router("home")

NOTHING_WAITS = "Nothing waits for you just now. Say “help” to see what I can do."


@router.intent(
    "whats_next",
    "What’s next",
    "what's next",
    "whats next",
    "what is next",
    "what next",
    "what now",
    "now what",
    "what do i do now",
    "what should i do now",
    "what is next for me",
    "what's next for me",
    "what do i have to do",
    command="next",
    help="what waits for you",
    meanwhile=True,
)
async def whats_next(turn: Turn) -> None:
    waiting = await home.parts(turn, waiting=True)
    if not waiting:
        await turn.say(NOTHING_WAITS)
        return
    await turn.say(
        Message(
            "\n\n".join(part.text for part in waiting),
            title="What’s next",
            buttons=tuple(button for part in waiting for button in part.buttons),
        )
    )
