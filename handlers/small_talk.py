"""What people say in passing, and to the wrong address: a short human answer, and nothing else comes of it."""

from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.contacts import who_listens
from handlers.said import asides

router = Router("small talk")


@router.intent(
    "thanks",
    "Say thank you",
    "thanks",
    "thank you",
    "many thanks",
    "thanks a lot",
    "thank you so much",
    "thanks so much",
    "thanks very much",
    "thank you very much",
    "cheers",
    "ta",
    "thx",
    "thanks bot",
    "thank you bot",
    "thanks waymark",
    "thanks mate",
    "thnx",
    "tnx",
    "ty",
    "tysm",
    "much appreciated",
    "that's helpful",
    "that helps",
    "brilliant thanks",
    "great thanks",
    "perfect thanks",
    "lovely thank you",
    *asides.THANKS,
    aside=True,
)
async def thanks(turn: Turn) -> None:
    await turn.say("You’re welcome.")


@router.intent(
    "reaction",
    "Say ok",
    "ok",
    "okay",
    "ok thanks",
    "ok great",
    "fine",
    "i'm fine",
    "i'm ok",
    "i'm okay",
    "i'm safe",
    "i'm all right",
    "i'm alright",
    "i have what i need",
    "i'm good",
    "false alarm",
    "great",
    "good",
    "cool",
    "perfect",
    "lovely",
    "brilliant",
    "got it",
    "understood",
    "i see",
    "right",
    "sure",
    "no worries",
    "no problem",
    "never mind",
    "nevermind",
    "forget it",
    "oh forget it",
    "just forget it",
    "oh never mind",
    "(oh|ah|no|actually|well|ok|nah|just|) (forget it|never mind|leave it|drop it|ignore me|ignore that)",
    "haha",
    "hahaha",
    "lol",
    "hmm",
    "hm",
    "wow",
    "oh",
    "oops",
    "sorry",
    "bye",
    "goodbye",
    "good night",
    "see you",
    *asides.REACTION,
    aside=True,
)
async def reaction(turn: Turn) -> None:
    await turn.say("All right. I’m here when you need something.")


@router.intent(
    "are_you_a_bot",
    "Who I am talking to",
    "are you a bot",
    "are you a robot",
    "are you human",
    "are you a person",
    "are you a real person",
    "who are you",
    "who is this",
    "i don't know who you are",
    "what are you",
    "am i talking to a bot",
    "am i talking to a human",
    "is this a bot",
    *asides.ARE_YOU_A_BOT,
    strangers=True,
    aside=True,
)
async def are_you_a_bot(turn: Turn) -> None:
    words = "I’m Waymark, the assistant of your leadership programme: a bot, not a person."
    if turn.speaker is None:
        await turn.say(f"{words} To begin, type the joining code you were sent.")
        return
    await turn.say(
        Message(
            f"{words} Say “help” to see what I can do.",
            buttons=(Button("Talk to a human", WANT("talk_to_human")),),
        )
    )


@router.intent(
    "wrong_person",
    "Say that you have the wrong person",
    "wrong person",
    "wrong number",
    "you have the wrong person",
    "you have the wrong number",
    "you've got the wrong person",
    "you've got the wrong number",
    "how did you get my number",
    strangers=True,
    aside=True,
)
async def wrong_person(turn: Turn) -> None:
    """Whoever has somebody else's place learns how to give it back, and nothing of what is there."""
    if turn.speaker is None:
        await turn.say(
            "Then please leave it at that, and I’m sorry for the trouble. I’m Waymark, the assistant of a leadership "
            "programme, and a bot. I write to nobody first who has not joined with a code, and I know nothing of you."
        )
        return
    words = (
        f"I’m sorry if so. This account was joined with a code that was made for {literal(turn.person.name)}. If that "
        "isn’t you, please disconnect it, so that I write here no more; and tell the programme’s team, so that it "
        "reaches whom it was meant for."
    )
    await turn.say(
        Message(
            "\n\n".join(filter(None, [words, await who_listens(turn)])),
            buttons=(Button("See my accounts", WANT("accounts")), Button("Stop messages", WANT("stop"))),
        )
    )
