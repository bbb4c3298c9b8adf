"""Stepping back: asked for calmly, without a reason; and coming back, by one press."""

from datetime import date, datetime

from bot.chat.dispatch import WANT
from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form, When
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, label_of
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import NoCohort, Turn, View
from handlers.reflections.life import today
from handlers.stepping_back.pausing import BEGIN, END, Wish, day_said, has_stepped_back, step_back
from storage.shared.cohorts import Cohort, State

router = Router("stepping back")

ALL = "all"
WHAT_HAPPENS = (
    "Of course. While you step back I send you nothing that you didn’t ask for: it waits. No date runs out meanwhile. "
    "Your private notes stay yours, and open. You are back by one press, or by saying “I’m back”.\n\n"
    "I ask for no reason, and keep none. Those who run the programme see “paused”, and no more than that."
)
NOTHING_TO_STEP_BACK_FROM = (
    "There is nothing to step back from just now. Say “my reminders” to choose what you hear of."
)
I_AM_BACK = Button("I’m back", WANT("back"))


class StepBack(Form):
    route = "stepping_back.step_back"
    title = "Step back"
    intro = WHAT_HAPPENS
    done = "Step back"
    private = False

    since = When("From when on?", help="Such as Monday. Leave it out for now.", required=False)
    back = When("On which day will you be back?", help="Leave it out if you don’t know.", required=False)
    told = Choice(
        "What may your colleagues and your mentor see?",
        {"nothing": "Nothing", "away": "That I’m away for a while"},
    )
    events = Choice(
        "What about events in that time?",
        {"keep": "Leave my answers as they are", "apologies": "Send my apologies"},
    )
    cohort = Choice("From what?")


@router.intent(
    "step_back",
    "Step back for a while",
    "i need to step back",
    "i need to step back {why}",
    "i want to step back",
    "step back",
    "i need a break",
    "i need a break {why}",
    "take a break",
    "i need a pause",
    "pause for a while",
    "pause everything",
    command="stepback",
    help="“I need a break”: messages wait, nothing is lost, no reason is asked",
    opens=True,
)
async def ask(turn: Turn) -> None:
    """A reason that was given all the same is not kept, nor left standing."""
    if turn.slots:
        await turn.unsay()
    if not turn.cohorts:
        raise NoCohort
    here = [cohort for cohort in turn.cohorts if _takes_part(turn, cohort)]
    if not here:
        await turn.say(await _as_it_is(turn) or Message(NOTHING_TO_STEP_BACK_FROM))
        return
    options = {_choice(cohort): label_of(cohort.name) for cohort in here}
    if len(here) > 1:
        options[ALL] = "All of them"
    await turn.ask(
        StepBack,
        answers={"cohort": _choice(here[0]) if len(here) == 1 else None, "told": "nothing"},
        options={"cohort": options},
    )


@router.submitted(StepBack, changes=True)
async def stepped_back(turn: Turn, form: StepBack) -> None:
    since = max(_day(turn, form.since) or today(turn), today(turn))
    back = _day(turn, form.back)
    if back is not None and back <= since:
        raise Refusal("You would be back before you have stepped back. Please give a later day, or leave it out.")
    wish = Wish(since, back, says_away=form.told == "away", apologies=form.events == "apologies")
    chosen = [cohort for cohort in turn.cohorts if _takes_part(turn, cohort) and form.cohort in (ALL, _choice(cohort))]
    if not chosen:
        raise Refusal(NOTHING_TO_STEP_BACK_FROM)
    for cohort in chosen:
        await step_back(turn, cohort, wish)
    said = await _as_it_is(turn)
    if said is not None:
        await turn.say(said)


@router.home(120, waiting=True)
async def stepped_back_now(view: View) -> Message | None:
    """One press from being back."""
    return await _as_it_is(view)


async def _as_it_is(view: View) -> Message | None:
    """From what they have stepped back, or will."""
    lines = [line for cohort in view.cohorts if (line := await _line(view, cohort))]
    return Message("\n\n".join(lines), buttons=(I_AM_BACK,)) if lines else None


async def _line(view: View, cohort: Cohort) -> str:
    name, back = literal(cohort.name), await day_said(view, END, cohort)
    until = f" You are back on {spoken_date(back)}, or when you say so." if back else " You are back when you say so."
    if has_stepped_back(view, cohort):
        return f"You have stepped back from {name}: what isn’t asked for waits.{until}"
    since = await day_said(view, BEGIN, cohort)
    return f"You step back from {name} on {spoken_date(since)}.{until}" if since else ""


def _takes_part(view: View, cohort: Cohort) -> bool:
    return any(part.cohort_id == cohort.id and part.state == State.ACTIVE for part in view.memberships)


def _choice(cohort: Cohort) -> str:
    return f"cohort {cohort.id}"


def _day(turn: Turn, moment: datetime | None) -> date | None:
    return moment.astimezone(turn.zone).date() if moment else None
