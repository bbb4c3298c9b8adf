"""Talking to a human: who listens, and who can be asked to ring."""

from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.at_risk import texts, whom
from handlers.at_risk.asking import buttons_for
from handlers.contacts import ENOUGH, each_of_theirs, reached
from handlers.said import asides

router = Router("talking to a human")

HERE_IS_WHO = "I’m a bot, and can’t pass this on. Here is who will gladly listen:"


@router.intent(
    "talk_to_human",
    "Talk to a human",
    "talk to a human",
    "speak to a human",
    "talk to a person",
    "speak to a person",
    "talk to a real person",
    "speak to a real person",
    "talk to somebody",
    "speak to somebody",
    "talk to someone",
    "speak to someone",
    "talk to the programme manager",
    "speak to the programme manager",
    "is there a human",
    "a human please",
    "human",
    "operator",
    *asides.TALK_TO_HUMAN,
    command="human",
    unkept=True,
)
async def talk_to_human(turn: Turn) -> None:
    """Nothing is passed on but, on a yes, that they would like to be rung."""
    words = f"{HERE_IS_WHO}\n\n{await each_of_theirs(turn, lambda known: reached(known.human))}"
    people = await whom.can_be_asked(turn.db, turn.kit, await whom.cohorts_of(turn.db, turn.person), turn.person)
    if people:
        words += f"\n\n{texts.ASK_SOMEBODY}"
    enough = Button(texts.KNOWS_ENOUGH, ENOUGH(), numbered=False)
    await turn.say(Message(words, buttons=(*buttons_for(people), enough)))
