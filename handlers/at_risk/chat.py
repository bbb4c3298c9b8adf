"""What somebody is told who may be at risk, or fears for another: at once, and wherever they said it."""

from collections.abc import Callable, Sequence

from bot.chat import dialogue
from bot.chat.at_risk import HELP
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.risk import Risk
from bot.programmes import Helplines
from handlers.at_risk import texts, whom
from handlers.at_risk.asking import buttons_for
from handlers.said import asides

router = Router("at risk")

# Of which button somebody was offered last a row is kept: what these are called says nothing of how they are.
FINE = Press("contacts.fine")
ENOUGH = Press("contacts.enough")


@router.pressed(HELP, strangers=True, aside=True)
async def help_with(turn: Turn, who: str) -> None:
    is_self = who == Risk.SELF.name
    await _say(turn, texts.for_oneself if is_self else texts.for_another, FINE if is_self else ENOUGH)


@router.intent(
    "safeguarding",
    "Tell somebody about a danger",
    "safeguarding",
    "the safeguarding contact",
    "somebody is at risk",
    "someone is at risk",
    "i'm worried about somebody's safety",
    "i'm worried about someone's safety",
    "a child is at risk",
    *asides.SAFEGUARDING,
    help="whom to tell where somebody may come to harm",
    meanwhile=True,
    aside=True,
)
async def safeguarding(turn: Turn) -> None:
    await _say(turn, texts.for_who_asks, ENOUGH)


async def _say(turn: Turn, words: Callable[[Sequence[Helplines], str, bool], str], ends: Press) -> None:
    cohorts = await whom.cohorts_of(turn.db, turn.speaker) if turn.speaker is not None else []
    programmes = whom.programmes_of(turn.kit, cohorts)
    people = await whom.can_be_asked(turn.db, turn.kit, cohorts, turn.speaker)
    lines, contacts = whom.helplines(turn.kit, programmes), whom.contacts(programmes)
    label = texts.ALL_RIGHT if ends is FINE else texts.KNOWS_ENOUGH
    await turn.say(
        Message(
            words(lines, contacts, bool(people)), buttons=(*buttons_for(people), Button(label, ends(), numbered=False))
        )
    )


@router.pressed(FINE, strangers=True, meanwhile=True)
async def fine(turn: Turn) -> None:
    await _end(turn, texts.ALL_RIGHT_THEN)


@router.pressed(ENOUGH, strangers=True, meanwhile=True)
async def enough(turn: Turn) -> None:
    await _end(turn, texts.KNOWS_ENOUGH_THEN)


async def _end(turn: Turn, words: str) -> None:
    """A form that was being asked is asked on."""
    await turn.say(words)
    if turn.account.dialogue:
        await dialogue.ask_once_more(turn)
