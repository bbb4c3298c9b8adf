"""What somebody is told who may be at risk, or fears for another: at once, and wherever they said it."""

from collections.abc import Callable, Sequence

from bot.chat import dialogue
from bot.chat.at_risk import HELP, what_waits
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.understanding.risk import Risk
from bot.chat.wanting import HELLO, MEANT, WANT
from bot.programmes import Helplines
from handlers.at_risk import texts, whom
from handlers.at_risk.asking import buttons_for
from handlers.contacts import ENOUGH
from handlers.said import asides

router = Router("at risk")


@router.pressed(HELP, strangers=True, aside=True)
async def help_with(turn: Turn, who: str) -> None:
    if who == Risk.SELF.name:
        await _say(turn, texts.for_oneself, texts.ALL_RIGHT)
    else:
        await _say(turn, texts.for_another, texts.KNOWS_ENOUGH)


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
    await _say(turn, texts.for_who_asks, texts.KNOWS_ENOUGH)


async def _say(turn: Turn, words: Callable[[Sequence[Helplines], str, bool], str], label: str) -> None:
    cohorts = await whom.cohorts_of(turn.db, turn.speaker) if turn.speaker is not None else []
    programmes = whom.programmes_of(turn.kit, cohorts)
    people = await whom.can_be_asked(turn.db, turn.kit, cohorts, turn.speaker)
    lines, contacts = whom.helplines(turn.kit, programmes), whom.contacts(programmes)
    ends = ENOUGH() if turn.speaker is not None else WANT(HELLO)  # which a stranger is offered at other times too
    await turn.say(
        Message(
            words(lines, contacts, bool(people)), buttons=(*buttons_for(people), Button(label, ends, numbered=False))
        )
    )


@router.pressed(ENOUGH, meanwhile=True)
async def enough(turn: Turn) -> None:
    """We go on: with the form that was being asked, or, on one more press, with what they had asked for."""
    intent, entry_id = await what_waits(turn)
    if intent in turn.kit.routes.intents:
        button = Button(turn.kit.routes.intents[intent].words.title, MEANT(entry_id, intent), "main")
        await turn.say(Message(f"{texts.GOES_ON_THEN}\n\n{texts.WAITS}", buttons=(button,)))
    else:
        await turn.say(texts.GOES_ON_THEN)
    if turn.account.dialogue:
        await dialogue.ask_once_more(turn)
