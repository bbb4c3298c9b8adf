"""What a coach says of themselves, for participants to choose by, and how they want to be booked."""

from pydantic import JsonValue

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form, LongText, Number
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.coaching.offering.opening import capped
from handlers.said import offering as said
from handlers.said import sessions as sessions_said
from handlers.undo import CHANGED_SINCE
from storage.shared.coaching.coaches import Coach
from storage.shared.people import Role

router = Router("coaching profile")

EDIT = Press("coach_profile.edit")

MOST_ABOUT = 800
"""Characters: it is read between two meetings."""
MOST_TAKEN_ON = 100
MOST_A_DAY, MOST_A_WEEK = 12, 40

YES_NO = {"yes": "Yes", "no": "No"}
EACH, DIGEST = "each", "digest"


class ProfileForm(Form):
    route = "coach_profile.form"
    title = "My coaching profile"
    private = False

    of_myself = LongText(
        "What shall participants know of you as a coach?",
        help="A few sentences: your way of working, and what you bring.",
        required=False,
        most=MOST_ABOUT,
    )
    takes_on = Choice(
        "May participants choose you as their coach?",
        YES_NO,
        help="Without it, only those you coach already can book you.",
    )
    most = Number(
        "How many participants do you coach at most?",
        help="Leave it empty for as many as come.",
        least=1,
        most=MOST_TAKEN_ON,
        required=False,
    )
    a_day = Number(
        "How many sessions do you have on one day at most?",
        help="Leave it empty for as many as fit.",
        least=1,
        most=MOST_A_DAY,
        required=False,
    )
    a_week = Number("How many in one week?", help="Leave it empty as well.", least=1, most=MOST_A_WEEK, required=False)
    at_once = Choice("Is what your own participants book confirmed at once?", YES_NO)
    requests = Choice(
        "How shall requests come to you?", {EACH: "Each as it comes", DIGEST: "One digest in the evening"}
    )


@router.intent(
    "coaching_profile",
    "See my coaching profile",
    "my coaching profile",
    "coach profile",
    "my profile",
    *said.COACHING_PROFILE,
    help="what participants read of you, and how requests come",
    allow=Role.COACH,
)
async def coaching_profile(turn: Turn) -> None:
    await turn.say(await _page(turn))


async def _page(view: View) -> Message:
    coach = await view.db.coaches.get(view.person.id)
    about = literal(coach.about) or "You have said nothing of yourself yet."
    fields = {
        "New participants": _takes_on(coach),
        "Sessions": f"at most {cap}" if (cap := capped(coach.a_day, coach.a_week)) else "as many as fit",
        "Your own participants": "confirmed at once" if coach.at_once else "you confirm what they book",
        "Requests": "in one digest in the evening" if coach.in_digest else "each as it comes",
    }
    return Message(
        f"What participants read of you:\n\n{about}",
        title="Your coaching profile",
        fields=fields,
        buttons=(Button("Change my profile", EDIT(), "main"), Button("Times I offer", WANT("my_offers"))),
    )


def _takes_on(coach: Coach) -> str:
    if not coach.takes_on:
        return "nobody new"
    return "as many as come" if coach.most is None else f"until you have {coach.most}"


@router.pressed(EDIT, allow=Role.COACH, opens=True)
@router.intent(
    "change_profile",
    "Change my coaching profile",
    "change my profile",
    "change my coaching profile",
    "edit my profile",
    *sessions_said.CHANGE_PROFILE,
    allow=Role.COACH,
    opens=True,
)
async def edit(turn: Turn) -> None:
    coach = await turn.db.coaches.get(turn.person.id)
    await turn.ask(
        ProfileForm,
        answers={
            "of_myself": coach.about or None,
            "takes_on": "yes" if coach.takes_on else "no",
            "most": coach.most,
            "a_day": coach.a_day,
            "a_week": coach.a_week,
            "at_once": "yes" if coach.at_once else "no",
            "requests": DIGEST if coach.in_digest else EACH,
        },
    )


@router.submitted(ProfileForm, allow=Role.COACH)
async def filled(turn: Turn, form: ProfileForm) -> None:
    coach = await turn.db.coaches.get(turn.person.id)
    was = coach.model_dump(mode="json")
    coach.sqlmodel_update(
        {
            "about": form.of_myself,
            "takes_on": form.takes_on == "yes",
            "most": form.most,
            "at_once": form.at_once == "yes",
            "in_digest": form.requests == DIGEST,
            "a_day": form.a_day,
            "a_week": form.a_week,
        }
    )
    await turn.db.coaches.save(coach)
    await turn.can_undo("your coaching profile", as_before, was, coach.model_dump(mode="json"))
    await turn.say(await _page(turn))


@router.undo("coach_profile.as_before")
async def as_before(turn: Turn, was: dict[str, JsonValue], then: dict[str, JsonValue]) -> str:
    coach = await turn.db.coaches.get(turn.person.id)
    if coach.model_dump(mode="json") != then:
        raise Refusal(CHANGED_SINCE)
    await turn.db.coaches.save(coach.sqlmodel_update(was))
    return "Your coaching profile is as it was."
