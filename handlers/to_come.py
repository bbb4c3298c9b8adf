"""What people ask for that can’t be done here yet: said plainly, with what they can do instead.

When a capability is built, its line goes from here, and its intent is declared there.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.permission import is_open
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import GONE, WANT
from handlers.contacts import who_listens
from handlers.reminders.own import chat as own_reminders
from handlers.said import cohort, learning, mentoring, programme, resources
from scheduling.phrases import find_times, spoken_meant
from storage.shared.cohorts import RUN_IT
from storage.shared.people import Role

router = Router("to come")

REMIND_ME = "remind_me"
REMIND_THEN = Press("to_come.remind_then", int)
"""At the minute, after 1970 began, that was said when something else was asked for."""


@dataclass(frozen=True)
class ToCome:
    """One thing that people ask for, what is said to it, and the intents that help meanwhile."""

    name: str
    title: str
    phrases: tuple[str, ...]
    words: str
    instead: tuple[str, ...] = ()
    allow: tuple[Role, ...] | None = None


ALL = (
    ToCome(
        "join_team_channel",
        "Join my team’s channel",
        ("join my team's channel", "join the team channel", "add me to the team chat", *cohort.JOIN_TEAM_CHANNEL),
        "I don’t know the teams and their channels yet, so I can’t let you in. The programme’s team can.",
    ),
    ToCome(
        "who_is_in_my_team",
        "See who is in my team",
        ("who is in my team", "who is in my cohort", "my team members", *cohort.WHO_IS_IN_MY_TEAM),
        "I can’t show you who is in your team yet. The programme’s team can tell you.",
    ),
    ToCome(
        "announce",
        "Send an announcement",
        ("send an announcement", "announce something", "message everybody in the cohort", *cohort.ANNOUNCE),
        "I can’t send announcements yet, and I have sent nothing. What you change in the timetable I do tell "
        "everybody whom it concerns.",
        ("change_timetable", "who_has_joined"),
        allow=RUN_IT,
    ),
    ToCome(
        "delivery_report",
        "See who got a message",
        ("delivery report", "who got the message", "who has read the announcement", *cohort.DELIVERY_REPORT),
        "I have no report on messages yet. I can show you who has joined, and what is to be told by hand.",
        ("who_has_joined", "to_tell_by_hand"),
        allow=RUN_IT,
    ),
    ToCome(
        "volunteer_as_mentor",
        "Become a mentor",
        ("i want to be a mentor", "become a mentor", "volunteer as a mentor", *mentoring.VOLUNTEER_AS_MENTOR),
        "That is kind of you. I can’t take it down here yet; the programme’s team will be glad to hear it from you.",
    ),
    ToCome(
        "find_mentor",
        "Find a mentor",
        (
            "find a mentor",
            "i want a mentor",
            "(who could|could somebody|could anybody) (be a mentor to me|be my mentor|mentor me)",
            *mentoring.FIND_MENTOR,
        ),
        "I can’t find you a mentor yet. Tell the programme’s team what you are looking for: they know who there is.",
        ("reflect",),
    ),
    ToCome(
        "questionnaire",
        "Fill in a questionnaire",
        ("questionnaire", "fill in the questionnaire", "the survey", "my 360", *learning.QUESTIONNAIRE),
        "I have no questionnaires here yet. If you were sent one, please answer it there; I can remind you to.",
        (REMIND_ME,),
    ),
    ToCome(
        "learning_plan",
        "My learning plan",
        ("my learning plan", "my learning goals", "update my learning plan", *learning.LEARNING_PLAN),
        "I don’t keep learning plans yet. You can write down what you aim for as a private note, and have me remind "
        "you of it.",
        ("reflect", "my_reflections", REMIND_ME),
    ),
    ToCome(
        "learning_contract",
        "My learning contract",
        ("my learning contract", "learning contract", "sign my learning contract", *learning.LEARNING_CONTRACT),
        "I don’t keep learning contracts yet. The programme’s team can tell you where yours stands.",
        (REMIND_ME,),
    ),
    ToCome(
        "nominate",
        "Nominate somebody",
        ("nominate somebody", "nominate a colleague", "put somebody forward for the programme", *programme.NOMINATE),
        "I can’t take nominations here yet. The programme’s team can tell you how, and until when.",
        (REMIND_ME,),
    ),
    ToCome(
        "apply",
        "Apply for a place",
        (
            "apply for the programme",
            "my application",
            "(how|where) (do i|can i|does one) (apply|put in an application)",
            *programme.APPLY,
        ),
        "I can’t take applications here yet, nor see where one stands. The programme’s team can.",
        (REMIND_ME,),
    ),
    ToCome(
        "opportunities",
        "See opportunities",
        ("opportunities", "job opportunities", "are there any secondments", *programme.OPPORTUNITIES),
        "I have no list of roles and other opportunities yet. The programme’s team may know of some.",
        (REMIND_ME,),
    ),
    ToCome(
        "share_resource",
        "Share something useful",
        ("share a resource", "share an article", "i have something to share with the group", *resources.SHARE_RESOURCE),
        "I can’t pass things on to the whole group yet. You can keep it as a private note, and share that with one "
        "colleague.",
        ("reflect", "my_reflections"),
    ),
    ToCome(
        "find_resource",
        "Find something to read",
        ("find a resource", "something to read", "recommend something to read", *resources.FIND_RESOURCE),
        "I have no library yet. What there is to read for a module is on its page.",
        ("next_module", "programme_timeline"),
    ),
    ToCome(
        "give_feedback",
        "Give feedback",
        ("give feedback", "i have some feedback", "feedback on the module", *resources.GIVE_FEEDBACK),
        "I can’t pass feedback on yet, so nobody has seen it. The programme’s team will be glad of it. What you "
        "thought yourself you can keep as a private note.",
        ("reflect",),
    ),
    ToCome(
        "graduation_story",
        "My graduation story",
        ("my graduation story", "write my graduation story", "graduation story", *learning.GRADUATION_STORY),
        "I can’t keep graduation stories yet. You can begin yours as a private note: it is there whenever you want to "
        "go on with it.",
        ("reflect", "my_reflections", REMIND_ME),
    ),
)


def _answered(thing: ToCome) -> Callable[[Turn], Awaitable[None]]:
    async def answer(turn: Turn) -> None:
        said, reminding = _time_said(turn)
        intents = turn.kit.routes.intents
        buttons: list[Button] = []
        for name in thing.instead:
            if name == REMIND_ME and reminding:
                buttons += reminding
            elif is_open(turn, intents[name].route):
                buttons.append(Button(intents[name].words.title, WANT(name)))
        words = [thing.words, said, await who_listens(turn)]
        await turn.say(Message("\n\n".join(filter(None, words)), buttons=tuple(buttons)))

    return answer


def _time_said(turn: Turn) -> tuple[str, list[Button]]:
    """The time that was said, in full, so that it can be passed on; and a button to be reminded at each reading."""
    times = find_times(turn.text, turn.now, turn.zone)
    if times is None:
        return "", []
    spoken = {spoken_meant(meant, turn.zone): meant.start for meant in times.readings}
    moments = {said: start for said, start in spoken.items() if isinstance(start, datetime)}
    buttons = [
        Button(
            label_of(f"Remind me: {said}") if len(spoken) > 1 else "Remind me then",
            REMIND_THEN(int(start.timestamp()) // 60),
        )
        for said, start in moments.items()
    ]
    said = "; or ".join(spoken)
    return f"The {'times' if len(times.meant) > 1 else 'time'} you said: {said}.", buttons


@router.pressed(REMIND_THEN, private=True, opens=True)
async def remind_then(turn: Turn, minutes: int) -> None:
    try:
        moment = datetime.fromtimestamp(minutes * 60, UTC)
    except (OverflowError, ValueError):
        raise Refusal(GONE) from None
    await own_reminders.ask_for(turn, moment)


for thing in ALL:
    router.intent(thing.name, thing.title, *thing.phrases, allow=thing.allow)(_answered(thing))
