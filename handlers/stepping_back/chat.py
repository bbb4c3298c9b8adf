"""Stepping back: asked for calmly, without a reason; and coming back, by one press."""

from dataclasses import replace

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Form, Json, Opening, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, label_of
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.view import NoCohort, View
from bot.chat.wanting import WANT
from handlers.coaching.finding import sessions_of
from handlers.reflections.life import today
from handlers.said import reminders
from handlers.stepping_back.days import LIES_BEHIND, back_on, begins_on, days_in
from handlers.stepping_back.pausing import BEGIN, END, Wish, day_said, has_stepped_back, step_back
from handlers.timetable.forms import day_of
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


class BackText(ShortText):
    """The day on which somebody is back, however they say it; kept as it is shown, which reads the same."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return spoken_date(back_on(str(super()._accept(raw, opening)), opening.now, opening.zone))


class BeginText(ShortText):
    """The first day of a break, in the same way."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return spoken_date(begins_on(str(super()._accept(raw, opening)), opening.now, opening.zone))


class StepBack(Form):
    """What can’t be known is asked first; the rest is filled in, and can be changed."""

    route = "stepping_back.step_back"
    title = "Step back"
    intro = WHAT_HAPPENS
    done = "Step back"
    private = False

    told = Choice(
        "What may your colleagues and your mentor see?",
        {"nothing": "Nothing", "away": "That I’m away for a while"},
    )
    back = BackText(
        "When are you back?",
        help="Such as “1 February”, or “for two weeks”. Leave it out if you don’t know.",
        required=False,
        most=100,
    )
    since = BeginText("From when on?", help="Such as “Monday”. Leave it out for now.", required=False, most=100)
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
    "i want to step back {why}",
    "step back",
    "step back {why}",
    "i need a break",
    "i need a break {why}",
    "take a break",
    "take a break {why}",
    "i need a pause",
    "i need a pause {why}",
    "i need a breather",
    "i need a breather {why}",
    "i need some time out",
    "i need some time out {why}",
    "pause for a while",
    "pause everything",
    "pause everything {why}",
    *reminders.STEP_BACK,
    command="stepback",
    help="“I need a break until 1 February”: messages wait, nothing is lost, no reason is asked",
    opens=True,
    unkept=True,
)
async def ask(turn: Turn) -> None:
    """The days that were said are taken; a reason that was given all the same is not kept, nor left standing."""
    days = days_in(turn.slots.get("why", ""), turn.now, turn.zone)
    if days.more:
        await turn.unsay(note=False)
    if not turn.cohorts:
        raise NoCohort
    here = [cohort for cohort in turn.cohorts if _takes_part(turn, cohort)]
    if not here:
        await turn.say(await _as_it_is(turn) or Message(NOTHING_TO_STEP_BACK_FROM))
        return
    if days.back and days.back <= max(days.since or today(turn), today(turn)):
        await turn.say(f"{LIES_BEHIND} Say “I need a break until”, and the day.")
        return
    options = {_choice(cohort): label_of(cohort.name) for cohort in here}
    if len(here) > 1:
        options[ALL] = "All of them"
    await turn.ask(
        StepBack,
        answers={
            **({"back": spoken_date(days.back)} if days.back else {}),
            "since": spoken_date(days.since) if days.since else None,
            "events": "keep",
            "cohort": _choice(here[0]) if len(here) == 1 else ALL,
        },
        options={"cohort": options},
    )


@router.submitted(StepBack, changes=True)
async def stepped_back(turn: Turn, form: StepBack) -> None:
    since = max(day_of(form.since, turn.kit.read_time, turn.now), today(turn)) if form.since else today(turn)
    back = day_of(form.back, turn.kit.read_time, turn.now) if form.back else None
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
        await turn.say(await _with_sessions(turn, said, wish))


async def _with_sessions(turn: Turn, said: Message, wish: Wish) -> Message:
    """Coaching stays booked: whoever meets them hears of it from them."""
    days = [each.slot.starts_at.astimezone(turn.zone).date() for each in await sessions_of(turn)]
    in_that_time = sum(wish.since <= day and (wish.back is None or day < wish.back) for day in days)
    if not in_that_time:
        return said
    one = "A session is booked in that time, and stays so unless you move or cancel it."
    more = f"{in_that_time} sessions are booked in that time, and stay so unless you move or cancel them."
    return replace(
        said,
        text=f"{said.text}\n\n{one if in_that_time == 1 else more}",
        buttons=(*said.buttons, Button("My sessions", WANT("my_sessions"))),
    )


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
