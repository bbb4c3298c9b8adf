"""What this person can do here, and what is said to whoever arrives."""

from bot.chat.messages import Button, Message
from bot.chat.permission import open_to
from bot.chat.router import Intent, Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.privacy import deletion
from handlers.said import asides
from storage.shared.people import Role

router = Router("help")

IN_A_GROUP = (
    "I’m Waymark, the assistant of a leadership programme, and a bot. I keep private notes, and answer what people ask "
    "me about their programme. That is for each of you alone: write to me in our own chat, and say “help” there."
)
SET_UP = ("Say “set up the cohort”: the start, the timetable and the people are all there.", "set_up_cohort")
LOOK_ROUND = ("Say “timetable” to see the year.", "programme_timeline")
FIRST_STEPS = {
    Role.DIRECTOR: SET_UP,
    Role.ADMINISTRATOR: SET_UP,
    Role.PARTICIPANT: ("Say “reflect” to write your first private note: a sentence will do.", "reflect"),
}
"""What somebody of a role does first, and the intent of it."""

MOST_QUICK = 6
"""As many things have a button of their own."""


@router.intent(
    "help",
    "See what I can do",
    "help",
    "what can you do",
    "what can i do",
    "what can i say",
    "menu",
    *asides.HELP,
    command="help",
    strangers=True,
    meanwhile=True,
)
async def help_(turn: Turn) -> None:
    if turn.said_in_public and turn.manner.in_groups:
        await turn.say(Message(IN_A_GROUP, public=True))
    elif turn.speaker is None:
        await turn.say("First join with the code you were sent: just type it here. Then I’ll show you what I can do.")
    else:
        await turn.say(what_you_can_do(turn))
        if waiting := await deletion.notice(turn):
            await turn.say(waiting)


@router.intent(
    "how_to_start",
    "How to start",
    "how do i start",
    "how do i begin",
    "how do i get started",
    "how does this work",
    "where do i start",
    "where do i begin",
    "what do i do first",
    "getting started",
    strangers=True,
    meanwhile=True,
)
async def how_to_start(turn: Turn) -> None:
    if turn.speaker is None:
        await turn.say("To begin, type the joining code you were sent. Then I’ll show you what I can do.")
        return
    first = [step for role, step in FIRST_STEPS.items() if role in turn.roles] or [LOOK_ROUND]
    steps = dict.fromkeys([*first, ("“What’s next” always tells you what waits for you.", "whats_next")])
    await turn.say(
        Message(
            "\n".join(f"- {words}" for words, _ in steps),
            title="How to start",
            buttons=tuple(Button(turn.kit.routes.intents[name].words.title, WANT(name)) for _, name in steps),
        )
    )


def what_you_can_do(turn: Turn) -> Message:
    """What is open to this person in their role, each thing with the words that ask for it."""
    lines = [f"- **{intent.words.title}**: {_line(turn, intent)}" for intent in open_to(turn)]
    return Message(
        "Press one, or say it in your own words.\n\n" + "\n".join(lines),
        title="What I can do for you",
        buttons=_first(turn),
    )


@router.home(9000)
async def quick_actions(view: View) -> Message:
    return Message(
        "Press one, or say it in your own words.",
        title="What I can do for you",
        buttons=(*_first(view), Button("Everything I can do", WANT("help"))),
    )


def _first(view: View) -> tuple[Button, ...]:
    return tuple(Button(intent.words.title, WANT(intent.words.name)) for intent in open_to(view)[:MOST_QUICK])


def _line(turn: Turn, intent: Intent) -> str:
    return intent.help.replace("{one_line}", turn.one_line(intent.words.command))
