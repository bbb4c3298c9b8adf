"""What people are in a cohort: its director gives roles and takes them back. Nobody removes the last director."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from bot.chat.errors import Refusal
from bot.chat.forms import MOST_OPTIONS, Choice, Form
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.coaching.following.parting import owe_parting, what_ends
from handlers.reminders.planning import plan_again
from handlers.roster.listed import (
    Listed,
    by_id,
    cohort_run_by,
    concern_those_who_run,
    everybody_of,
    has_ended,
    must_run,
    runs,
    with_name,
)
from handlers.roster.people_csv import role_called
from handlers.roster.what_you_are import A_ROLE, owe_what_they_are, told_under
from handlers.undo import CHANGED_SINCE
from scheduling.unasked import BELONGING
from storage.shared.cohorts import RUN_IT, Cohort, Enrolment
from storage.shared.people import Role

router = Router("roles")

GIVE = Press("roles.give", int, int, str)
TAKE = Press("roles.take", int, int, str)
FORM = Press("roles.form", int)

HOW = "Say whom and what, such as “make Ada Okafor a mentor” or “Ada Okafor is no longer a mentor”."
WHAT_IT_BRINGS = {
    Role.DIRECTOR: "A director sees who is in, changes the timetable and the roles, and can make others director.",
    Role.ADMINISTRATOR: "An administrator sees who is in, invites people, and changes the timetable.",
}
HEARS = "They hear of it."
_NAMED = [word for role in Role for word in (A_ROLE[role], f"the {role}", role.value)]


PERSON = "person "
"""Begins what is kept of a choice of somebody."""


class ChangeRole(Form):
    route = "roles.change"
    title = "Change a role"
    done = "Do it"
    private = False

    whom = Choice("Whose role?")
    what = Choice("What shall I do?", {"give": "Give a role", "take": "Take a role back"})
    role = Choice("Which role?", {role.value: role.capitalize() for role in Role})


@router.intent(
    "change_roles",
    "Change somebody’s role",
    "roles",
    "change a role",
    "change roles",
    "change somebody's role",
    command="roles",
    help="give somebody a role, or take it back",
    allow=Role.DIRECTOR,
    opens=True,
)
async def change_roles(turn: Turn) -> None:
    await form(turn, turn.cohort.id)


@router.pressed(FORM, allow=Role.DIRECTOR, opens=True)
async def form(turn: Turn, cohort_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id, [Role.DIRECTOR])
    everybody = [listed for listed in await everybody_of(turn.db, cohort) if listed.roles]
    if len(everybody) > MOST_OPTIONS:
        raise Refusal(f"There are too many people here to choose from. {HOW}")
    names = [listed.person.name for listed in everybody]
    options = {f"{PERSON}{listed.person.id}": label_of(_told_apart(listed, names)) for listed in everybody}
    await turn.ask(ChangeRole, about=str(cohort.id), options={"whom": options})


@router.submitted(ChangeRole, allow=Role.DIRECTOR, changes=True)
async def filled(turn: Turn, form: ChangeRole) -> None:
    listed = await by_id(turn, int(form.about), int(form.whom.removeprefix(PERSON)))
    await (_give if form.what == "give" else _take)(turn, listed, Role(form.role), looked_over=True)


@router.intent(
    "give_role",
    "Give somebody a role",
    *(f"make {{name}} {named}" for named in _NAMED),
    allow=Role.DIRECTOR,
    changes=True,
    acts=True,
)
async def give_role(turn: Turn) -> None:
    role = _role_at_the_end(turn)
    await with_name(
        turn, HOW, f"Make {A_ROLE[role]}:", lambda *whom: GIVE(*whom, role.value), partial(_give, role=role)
    )


@router.intent(
    "take_role",
    "Take a role back",
    *(f"{{name}} is no longer {named}" for named in _NAMED),
    *(f"{{name}} is not {named} any more" for named in _NAMED),
    allow=Role.DIRECTOR,
    changes=True,
    acts=True,
    ends=True,
)
async def take_role(turn: Turn) -> None:
    role = _role_at_the_end(turn)
    await with_name(
        turn,
        HOW,
        f"No longer {A_ROLE[role]}:",
        lambda *whom: TAKE(*whom, role.value),
        partial(_take, role=role),
    )


def _role_at_the_end(turn: Turn) -> Role:
    words = turn.text.casefold().removesuffix("any more").rstrip(" .!").split()
    role = role_called(words[-1]) if words else None
    if role is None or not turn.slots:
        raise Refusal(HOW)
    return role


def _told_apart(listed: Listed, names: list[str]) -> str:
    person = listed.person
    return f"{person.name}, {person.email}" if names.count(person.name) > 1 and person.email else person.name


# ---------------------------------------------------------------- giving


async def _give(turn: Turn, listed: Listed, role: Role, *, looked_over: bool = False) -> None:
    """What they hear of is shown first, where it was not in a form; who runs a cohort, in any case."""
    _refuse_giving(turn, listed, role)
    if role not in RUN_IT and (looked_over or not listed.here):
        await _do_give(turn, listed, role)
        return
    name = listed.person.name
    brings = f"{WHAT_IT_BRINGS[role]} Nobody’s private notes are open to either." if role in RUN_IT else HEARS
    await turn.say(
        Message(
            f"{literal(name)} would be {A_ROLE[role]} of {literal(listed.cohort.name)} as well. {brings}",
            title=label_of(f"Make {name} {A_ROLE[role]}?"),
            buttons=(
                Button(f"Yes, make them {A_ROLE[role]}", GIVE(listed.cohort.id, listed.person.id, role.value), "main"),
            ),
        )
    )


@router.pressed(GIVE, allow=Role.DIRECTOR, changes=True)
async def give(turn: Turn, cohort_id: int, person_id: int, named: str) -> None:
    await turn.db.cohorts.lock(cohort_run_by(turn, cohort_id, [Role.DIRECTOR]).id)
    listed, role = await by_id(turn, cohort_id, person_id), _role(named)
    _refuse_giving(turn, listed, role)
    await _do_give(turn, listed, role)


def _refuse_giving(turn: Turn, listed: Listed, role: Role) -> None:
    must_run(turn, listed.cohort, [Role.DIRECTOR])
    name = literal(listed.person.name)
    roles = turn.kit.programmes[listed.cohort.programme].roles
    if role not in roles:
        raise Refusal(f"There is no {role} in this programme. Its roles are {', '.join(roles)}.")
    if not listed.roles:
        raise Refusal(f"{name} has left this cohort. To bring them back, say “invite {name} again”.")
    if listed.has(role):
        raise Refusal(f"{name} is {A_ROLE[role]} already.")


async def _do_give(turn: Turn, listed: Listed, role: Role) -> None:
    await _settle(turn, listed, Enrolment(listed.person.name, listed.person.id, roles=(role,)))
    await _record(turn, "gave a role", f"{role} to person {listed.person.id}", listed)
    await _can_undo(turn, f"that {literal(listed.person.name)} is {A_ROLE[role]}", not_given, listed, role)
    hears = HEARS if listed.here else "They learn it when they join."
    await turn.say(f"{literal(listed.person.name)} is {A_ROLE[role]} now. {hears}")


# ---------------------------------------------------------------- taking


async def _take(turn: Turn, listed: Listed, role: Role, *, looked_over: bool = False) -> None:
    """The same; and what can’t be given back as easily is asked once more: all that somebody is."""
    await _refuse_taking(turn, listed, role)
    is_all = listed.roles == [role]
    ends = await what_ends(turn.db, listed.cohort.id, listed.person.id, role, turn.now)
    if role not in RUN_IT and not is_all and not ends and (looked_over or not listed.here):
        await _do_take(turn, listed, role)
        return
    name = listed.person.name
    words = f"{literal(name)} would be {A_ROLE[role]} of {literal(listed.cohort.name)} no longer."
    if is_all:
        words += (
            " They have no other role there, so they would leave the cohort. That can’t be undone; they can be invited "
            "again."
        )
    elif role not in RUN_IT:
        words += f" {HEARS}"
    if ends:
        words += f" {ends}"
    await turn.say(
        Message(
            words,
            title=label_of(f"{name}: no longer {A_ROLE[role]}?"),
            buttons=(Button("Yes, take it back", TAKE(listed.cohort.id, listed.person.id, role.value), "danger"),),
        )
    )


@router.pressed(TAKE, allow=Role.DIRECTOR, changes=True)
async def take(turn: Turn, cohort_id: int, person_id: int, named: str) -> None:
    await turn.db.cohorts.lock(cohort_run_by(turn, cohort_id, [Role.DIRECTOR]).id)
    listed, role = await by_id(turn, cohort_id, person_id), _role(named)
    await _refuse_taking(turn, listed, role)
    await _do_take(turn, listed, role)


async def _refuse_taking(turn: Turn, listed: Listed, role: Role) -> None:
    must_run(turn, listed.cohort, [Role.DIRECTOR])
    if not listed.has(role):
        raise Refusal(f"{literal(listed.person.name)} is not {A_ROLE[role]} in this cohort. {HOW}")
    directors = await turn.db.cohorts.with_role(listed.cohort.id, Role.DIRECTOR)
    if role == Role.DIRECTOR and [person.id for person in directors] == [listed.person.id]:
        raise Refusal(
            f"{literal(listed.person.name)} is the only director, and there is always one. First make somebody else a "
            "director, or say “hand over to” and their name."
        )


async def _do_take(turn: Turn, listed: Listed, role: Role) -> None:
    person = listed.person
    leaves, was_here = listed.roles == [role], listed.here
    ends = await what_ends(turn.db, listed.cohort.id, person.id, role, turn.now)
    await _settle(turn, listed, Enrolment(person.name, person.id, ends=(role,)))
    if leaves:
        await turn.db.joining.cancel(person.id, turn.now)
    await _record(turn, "took a role", f"{role} from person {person.id}", listed)
    by_hand = " They use neither app, so please tell them yourself." if leaves and person.by_hand else ""
    what = "has left the cohort" if leaves else f"is no longer {A_ROLE[role]}"
    name = literal(person.name)
    if leaves:
        await turn.cannot_undo(f"{name} has left the cohort. To bring them back, say “invite {name} again”.")
    elif ends:
        await turn.cannot_undo(f"{name} {what}, and what was booked with them is cancelled.")
    else:
        await _can_undo(turn, f"that {name} {what}", not_taken, listed, role)
    await turn.say(f"{literal(person.name)} {what}.{by_hand}")
    if leaves and was_here and not person.by_hand:
        await turn.tell(
            person,
            f"You are no longer in {literal(listed.cohort.name)}: its director took you off the list. Your private "
            "notes stay yours, and open. If that was a mistake, please tell the programme’s team.",
            kind=BELONGING,
            again=True,
        )


async def _can_undo(
    turn: Turn, what: str, take_back: Callable[[Turn, int, int, str, str], Awaitable[str]], listed: Listed, role: Role
) -> None:
    await turn.can_undo(what, take_back, listed.cohort.id, listed.person.id, role.value, turn.now.isoformat())


@router.undo("roles.not_given")
async def not_given(turn: Turn, cohort_id: int, person_id: int, named: str, moment: str) -> str:
    await turn.db.cohorts.lock(cohort_run_by(turn, cohort_id, [Role.DIRECTOR]).id)
    listed, role = await by_id(turn, cohort_id, person_id), _role(named)
    await _refuse_taking(turn, listed, role)
    if listed.roles == [role]:
        raise Refusal(CHANGED_SINCE)
    enrolment = Enrolment(listed.person.name, listed.person.id, ends=(role,))
    await _settle(turn, listed, enrolment, instead_of=datetime.fromisoformat(moment))
    await _record(turn, "took a role", f"{role} from person {person_id}", listed)
    return f"{literal(listed.person.name)} is not {A_ROLE[role]}."


@router.undo("roles.not_taken")
async def not_taken(turn: Turn, cohort_id: int, person_id: int, named: str, moment: str) -> str:
    await turn.db.cohorts.lock(cohort_run_by(turn, cohort_id, [Role.DIRECTOR]).id)
    listed, role = await by_id(turn, cohort_id, person_id), _role(named)
    _refuse_giving(turn, listed, role)
    enrolment = Enrolment(listed.person.name, listed.person.id, roles=(role,))
    await _settle(turn, listed, enrolment, instead_of=datetime.fromisoformat(moment))
    await _record(turn, "gave a role", f"{role} to person {person_id}", listed)
    return f"{literal(listed.person.name)} is {A_ROLE[role]}, as before."


async def _settle(turn: Turn, listed: Listed, enrolment: Enrolment, *, instead_of: datetime | None = None) -> None:
    """They hear what they are now; not where it takes back what they have not heard of yet."""
    cohort, person_id = listed.cohort, listed.person.id
    await turn.db.cohorts.enrol_all(cohort, [enrolment], turn.now)
    before = told_under(cohort.id, person_id, instead_of) if instead_of is not None else ""
    if not before or await turn.db.deliveries.withdraw(before, turn.now) is None:
        await owe_what_they_are(turn.db, cohort, [person_id], turn.now)
    await owe_parting(turn.db, cohort.id, [person_id], turn.now)
    turn.owes = True
    await plan_again(turn, listed.cohort)
    turn.concerns.add(listed.person.id)
    await concern_those_who_run(turn, listed.cohort)


async def _record(turn: Turn, act: str, what: str, listed: Listed) -> None:
    await turn.db.audit.record(act, what, turn.now, turn.person.id, about_id=listed.person.id)


def _role(named: str) -> Role:
    """A role, from what a button carried."""
    role = role_called(named)
    if role is None:
        raise Refusal(HOW)
    return role


# ---------------------------------------------------------------- two with the director’s right


@router.home(510, allow=Role.DIRECTOR)
async def only_one_director(view: View) -> Message | None:
    """Should the only one fall ill, nobody could go on."""
    alone = [cohort for cohort in view.cohorts if runs(view, cohort, [Role.DIRECTOR]) and await is_alone(view, cohort)]
    if not alone:
        return None
    names = " and ".join(literal(cohort.name) for cohort in alone)
    words = f"You are the only director of {names}. Should you be away, nobody could stand in: please make another."
    buttons = tuple(
        Button(label_of(f"Change a role: {cohort.name}" if alone[1:] else "Change a role"), FORM(cohort.id))
        for cohort in alone[:MOST_BUTTONS]
    )
    return Message(words, buttons=buttons)


async def is_alone(view: View, cohort: Cohort) -> bool:
    """Whether this cohort, which goes on, has one director and no other."""
    if has_ended(cohort, view.now):
        return False
    return len(await view.db.cohorts.with_role(cohort.id, Role.DIRECTOR)) == 1
