"""Who coaches whom: the director says it in a sentence or in a form, and reassigns in one go when a coach leaves."""

import re
from collections.abc import Collection, Sequence

from bot.chat.errors import Refusal
from bot.chat.forms import MOST_OPTIONS, Answers, Choice, Choices, Form
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching.rules import coaching_of
from handlers.coaching.running.new_coach import STAYS, coaches_already, give_coach
from handlers.roster.listed import Listed, by_id, cohort_run_by, everybody_of, runs
from handlers.said import coached
from scheduling.diaries import may_have
from storage.shared.cohorts import Cohort
from storage.shared.people import Person, Role

router = Router("coaching: who coaches whom")

ASSIGN = Press("coaching.assign", int, int, int)
"""In this cohort, this coach coaches this participant from now on."""
FORM = Press("coaching.assign_form", int, int)
"""Choose in a form, for those whom this coach has; 0 for those who have none."""

HOW = "Say who coaches whom, such as “Carol coaches Ada”, or “coaches” to choose in a form."
WITHOUT = "no coach"
PERSON = "person "
"""Begins what is kept of a choice of somebody."""

_WORD = re.compile(r"[^\W_]+")


class WhoCoachesWhom(Form):
    route = "coaching.assign_filled"
    title = "Who coaches whom"
    done = "Do it"
    private = False

    whom = Choices("Whose coach?")
    coach = Choice("Who coaches them from now on?")


@router.intent(
    "assign_coach",
    "Say who coaches whom",
    "who coaches whom",
    "coaches",
    "assign coaches",
    "assign a coach",
    "change the coach of {names}",
    "assign a coach to {names}",
    "assign coach {names}",
    "new coach for {names}",
    "reassign {names}",
    *coached.ASSIGN_COACH,
    command="coaches",
    help="“Carol coaches Ada”, or a form for several",
    allow=Role.DIRECTOR,
    opens=True,
)
async def assign_coach(turn: Turn) -> None:
    """One of whom all is said is shown first; of everybody else the form is opened, as far as it is known."""
    cohort = cohort_run_by(turn, turn.cohort.id, [Role.DIRECTOR])
    everybody = await everybody_of(turn.db, cohort)
    said = named_in(turn.text, everybody)
    coaches = [listed for listed in said if listed.has(Role.COACH)]
    participants = [listed for listed in said if listed.has(Role.PARTICIPANT) and listed not in coaches]
    if len(coaches) == 1 and len(participants) == 1:
        await _show(turn, cohort, participants[0].person, coaches[0].person)
        return
    if len(coaches) == 1 and not participants:
        await choose(turn, cohort.id, coaches[0].person.id)
        return
    chosen: Answers = {"whom": [_kept(listed.person) for listed in participants]} if participants else {}
    await _ask(turn, cohort, chosen | ({"coach": _kept(coaches[0].person)} if len(coaches) == 1 else {}))


async def _show(turn: Turn, cohort: Cohort, participant: Person, coach: Person) -> None:
    """They hear of it: it is asked first."""
    await _refuse_what_cant_be(turn, cohort, participant, coach)
    former_id = await turn.db.coaches.of(cohort.id, participant.id)
    if former_id == coach.id:
        raise coaches_already(coach, participant)
    former = await turn.db.people.get(former_id) if former_id is not None else None
    words = f"{literal(coach.name)} would coach {literal(participant.name)} from now on"
    if former is not None:
        words += (
            f", in place of {literal(former.name)}. All three hear of it, without a reason. {STAYS} All that "
            f"{literal(participant.name)} shared with {literal(former.name)} is taken back."
        )
    else:
        words += ". Both hear of it."
    press = ASSIGN(cohort.id, coach.id, participant.id)
    await turn.say(Message(words, title="Shall I do this?", buttons=(Button("Yes, do it", press, "main"),)))


@router.pressed(ASSIGN, allow=Role.DIRECTOR, changes=True)
async def assign(turn: Turn, cohort_id: int, coach_id: int, participant_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    coach, participant = await by_id(turn, cohort_id, coach_id), await by_id(turn, cohort_id, participant_id)
    await turn.replace(await _done(turn, cohort, [participant.person], coach.person))


@router.pressed(FORM, allow=Role.DIRECTOR, opens=True)
async def choose(turn: Turn, cohort_id: int, coach_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    assigned = await turn.db.coaches.assignments(cohort.id)
    theirs = [
        _kept(participant)
        for participant in await _participants(turn, cohort)
        if assigned.get(participant.id, 0) == coach_id
    ]
    await _ask(turn, cohort, {"whom": theirs} if theirs else {})


async def _ask(turn: Turn, cohort: Cohort, answers: Answers) -> None:
    participants, coaches = await _participants(turn, cohort), await _coaches(turn, cohort)
    if not participants or not coaches:
        raise Refusal(
            "There is nobody to choose from yet: it takes a participant and a coach. Say “roles” to give somebody a "
            "role, or “import people” to bring people in."
        )
    if len(participants) > MOST_OPTIONS or len(coaches) > MOST_OPTIONS:
        raise Refusal(f"There are too many people here to choose from. {HOW}")
    assigned = await turn.db.coaches.assignments(cohort.id)
    names = {person.id: person.name for person in (*participants, *coaches)}
    options = {
        "whom": {
            _kept(person): label_of(f"{person.name} ({names.get(assigned.get(person.id, 0), WITHOUT)})")
            for person in participants
        },
        "coach": {_kept(person): label_of(person.name) for person in coaches},
    }
    await turn.ask(WhoCoachesWhom, about=str(cohort.id), answers=answers, options=options)


@router.submitted(WhoCoachesWhom, allow=Role.DIRECTOR, changes=True)
async def chosen(turn: Turn, form: WhoCoachesWhom) -> None:
    cohort = cohort_run_by(turn, int(form.about), [Role.DIRECTOR])
    coach = await by_id(turn, cohort.id, _id(form.coach))
    participants = [(await by_id(turn, cohort.id, _id(kept))).person for kept in form.whom]
    assigned = await turn.db.coaches.assignments(cohort.id)
    others = [person for person in participants if assigned.get(person.id) != coach.person.id]
    await turn.say(await _done(turn, cohort, others or participants, coach.person))


async def _done(turn: Turn, cohort: Cohort, participants: Sequence[Person], coach: Person) -> str:
    """All of them, or none."""
    await turn.db.cohorts.lock(cohort.id)
    await turn.db.bookings.lock([coach.id])  # who is chosen by participants meanwhile counts as well
    for participant in participants:
        await _refuse_what_cant_be(turn, cohort, participant, coach)
        await give_coach(turn, cohort, participant, coach)
    await turn.cannot_undo(f"Everybody concerned has heard of it. To change it, {HOW[0].lower()}{HOW[1:]}")
    return f"{literal(coach.name)} coaches {in_words(participants)} from now on. They hear of it."


async def _refuse_what_cant_be(turn: Turn, cohort: Cohort, participant: Person, coach: Person) -> None:
    """Whatever the reason is, it reads the same: a bar shows in nothing."""
    if (
        participant not in await _participants(turn, cohort)
        or coach not in await _coaches(turn, cohort)
        or not await may_have(coaching_of(turn), cohort.id, participant.id, coach.id)
    ):
        raise Refusal(
            f"{literal(coach.name)} can’t take {literal(participant.name)} on. Please choose somebody else: say "
            "“coaches” to see whom there is."
        )


async def _participants(turn: View, cohort: Cohort) -> list[Person]:
    return [listed.person for listed in await everybody_of(turn.db, cohort) if listed.has(Role.PARTICIPANT)]


async def _coaches(turn: View, cohort: Cohort) -> list[Person]:
    return [listed.person for listed in await everybody_of(turn.db, cohort) if listed.has(Role.COACH)]


def _kept(person: Person) -> str:
    return f"{PERSON}{person.id}"


def _id(kept: str) -> int:
    return int(kept.removeprefix(PERSON))


def in_words(people: Sequence[Person]) -> str:
    """ "Ada, Ben and Cem"."""
    *others, last = [literal(person.name) for person in people]
    return f"{', '.join(others)} and {last}" if others else last


# ---------------------------------------------------------------- whom somebody names


def named_in(text: str, everybody: Sequence[Listed]) -> list[Listed]:
    """Those who are named in a sentence, by their whole name or one word of it, in its order. Raises Refusal.

    One word is a name where it has a capital letter, or nothing has: "may" is none of May's.
    """
    typed = _WORD.findall(text)
    words = [word.casefold() for word in typed]
    found: dict[int, Listed] = {}
    at = 0
    while at < len(words):
        meant = [listed for listed in everybody if words[at : at + len(own := _words(listed.person.name))] == own]
        length = len(_words(meant[0].person.name)) if meant else 1
        if not meant and (typed[at][0].isupper() or text.islower()):
            meant = [listed for listed in everybody if words[at] in _words(listed.person.name)]
        if len(meant) > 1:
            raise Refusal(f"There are several called {literal(typed[at].capitalize())}. Please give the whole name.")
        found |= {listed.person.id: listed for listed in meant}
        at += length
    return list(found.values())


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


# ---------------------------------------------------------------- who has none


@router.home(515, allow=Role.DIRECTOR, waiting=True)
async def without_a_coach(view: View) -> Message | None:
    """Where there are coaches, who has none: their coach has left, it may be."""
    for cohort in view.cohorts:
        if runs(view, cohort, [Role.DIRECTOR]) and (alone := await _without(view, cohort)):
            have = "1 participant has" if alone == 1 else f"{alone} participants have"
            return Message(
                f"**{literal(cohort.name)}**: {have} no coach.",
                buttons=(Button("Choose a coach for them", FORM(cohort.id, 0)),),
            )
    return None


async def _without(view: View, cohort: Cohort) -> int:
    assigned: Collection[int] = await view.db.coaches.assignments(cohort.id)
    if not await _coaches(view, cohort):
        return 0
    return sum(person.id not in assigned for person in await _participants(view, cohort))
