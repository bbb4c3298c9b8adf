"""Groups: what others see of somebody in one, and what the bot says where everybody can read it."""

from bot.chat.dispatch import MET, SEEN_IN_GROUPS
from bot.chat.errors import Refusal
from bot.chat.messages import Message
from bot.chat.router import Router
from bot.chat.turns import Turn

router = Router("groups")

GREETING = (
    "Hello, I’m Waymark, the assistant of a leadership programme, and a bot. Here I answer only a command, such as "
    "/help, or a reply to what I wrote, and say only what is fit for everybody. What is for you alone, write to me in "
    "our own chat."
)
NOTHING_TO_HIDE = (
    "That is for groups on Telegram, where your number and your photo may be seen. Say it to me there, once you use me "
    "there."
)


@router.pressed(MET, strangers=True)
async def met(turn: Turn) -> None:
    """Somebody has brought the bot into a group."""
    await turn.say(Message(GREETING, public=True))
    if turn.speaker is not None and not turn.account.in_groups:
        await _tell(turn)


@router.intent(
    SEEN_IN_GROUPS,
    "See what others see of me in groups",
    "what do others see of me in groups",
    "what others see of me",
    "hide my number",
    "hide my phone number",
    "hide my photo",
    "hide my last seen",
)
async def seen_in_groups(turn: Turn) -> None:
    """Asked for, or told once: when somebody joins, and again with the first group if they never looked."""
    if not turn.manner.in_groups:
        raise Refusal(NOTHING_TO_HIDE)
    await _tell(turn)


async def _tell(turn: Turn) -> None:
    turn.account.in_groups = True
    await turn.db.people.save_account(turn.account)
    await turn.say(Message(turn.manner.in_groups, title="What others see of you in groups"))
