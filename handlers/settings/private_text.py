"""Where private text stands in the conversation, for want of windows: how long, and whether what was typed stays."""

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.settings.changing import change, stands, typed
from storage.shared.people import Person

router = Router("private text")

STANDS = Press("private.stands", int)
"""For so many minutes, or for ever where there are none."""
TIDIES = Press("private.tidies", str)

MINUTES: dict[str, int | None] = {
    **dict.fromkeys(["15 minutes", "15 min", "fifteen minutes", "a quarter of an hour"], 15),
    **dict.fromkeys(["an hour", "one hour", "1 hour", "60 minutes"], 60),
    "never": None,
}


class NoSuchTime(Refusal):
    def __init__(self) -> None:
        super().__init__("I can put it away after 15 minutes, after an hour, or never. Say “private text” to choose.")


@router.intent(
    "private_text",
    "Choose how long private text stands",
    "private text",
    "private text settings",
    "how long does private text stand",
    "put private text away after {time}",
    "keep private text for {time}",
    acts="when told",
)
async def private_text(turn: Turn) -> None:
    if "time" not in turn.slots:
        await turn.say(_page(turn))
        return
    typed = " ".join(turn.slots["time"].casefold().strip(" .!?").split())
    if typed not in MINUTES:
        raise NoSuchTime
    await _stand_for(turn, MINUTES[typed])


@router.intent(
    "private_text_stays",
    "Never put private text away",
    "never put private text away",
    "don't put private text away",
    "leave private text",
    acts=True,
)
async def private_text_stays(turn: Turn) -> None:
    await _stand_for(turn, None)


@router.intent(
    "leave_my_messages",
    "Leave what I type",
    "leave my messages",
    "leave what i type",
    "don't delete my messages",
    "don't delete what i type",
    acts=True,
)
async def leave_my_messages(turn: Turn) -> None:
    await _tidy(turn, False)


@router.intent(
    "delete_my_messages",
    "Delete what I type once it is kept",
    "delete my messages once they are kept",
    "delete my messages when they are kept",
    "delete what i type",
    "delete what i type once it is kept",
    acts=True,
)
async def delete_my_messages(turn: Turn) -> None:
    await _tidy(turn, True)


@router.pressed(STANDS)
async def chosen(turn: Turn, minutes: int) -> None:
    if minutes and minutes not in MINUTES.values():
        raise NoSuchTime
    await _stand_for(turn, minutes or None)


@router.pressed(TIDIES)
async def switched(turn: Turn, switch: str) -> None:
    await _tidy(turn, switch == "on")


def summary(person: Person) -> str:
    """Both settings in a line."""
    return f"{stands(person)}; what you type {typed(person)}"


async def _stand_for(turn: Turn, minutes: int | None) -> None:
    await change(turn, private_minutes=minutes)
    await turn.replace(_page(turn))


async def _tidy(turn: Turn, tidies: bool) -> None:
    await change(turn, tidies=tidies)
    await turn.replace(_page(turn))


def _page(turn: Turn) -> Message:
    words = (
        "Here private text is shown in windows, which leave nothing behind. Elsewhere it stands in the conversation."
        if turn.has_windows
        else "What I show you of your private notes stands here for a while, and then I put it away. “Put away” does "
        "it at once."
    )
    person = turn.person
    other = Button("Leave what I type", TIDIES("off")) if person.tidies else Button("Delete what I type", TIDIES("on"))
    return Message(
        words,
        title="Private text",
        fields={"What I show you": stands(person), "What you type": typed(person)},
        buttons=(
            Button("15 minutes", STANDS(15)),
            Button("An hour", STANDS(60)),
            Button("Never", STANDS(0), describe="Never put it away"),
            other,
        ),
    )
