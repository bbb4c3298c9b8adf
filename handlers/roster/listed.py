"""Everybody of a cohort, and finding one of them by name: for those who run it."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.permission import NotYours
from bot.chat.turns import Turn
from bot.chat.view import View
from storage.shared.cohorts import RUN_IT, STATES_PRESENT, Cohort, Membership, State
from storage.shared.people import Person, Role
from storage.shared.unit import SharedUnit

STATES = {
    State.INVITED: "invited",
    State.ACTIVE: "has joined",
    State.PAUSED: "paused",
    State.LEFT: "has left",
    State.ALUMNUS: "alumnus",
}
NOT_HERE = "I don’t find them in this cohort. Say “who has joined” to see everybody."

Do = Callable[[Turn, "Listed"], Awaitable[None]]


@dataclass(frozen=True)
class Listed:
    """Somebody of the cohort, and what they are in it."""

    cohort: Cohort
    person: Person
    parts: Sequence[Membership]

    def is_in(self, *states: State) -> bool:
        return any(part.state in states for part in self.parts)

    def has(self, role: Role) -> bool:
        """Whether they are this, whether they have joined yet or not."""
        return any(part.role == role and part.state != State.LEFT for part in self.parts)

    @property
    def roles(self) -> list[Role]:
        """What they are, in the order of the roles."""
        return [role for role in Role if self.has(role)]

    @property
    def here(self) -> bool:
        return self.is_in(*STATES_PRESENT)


def has_ended(cohort: Cohort, now: datetime) -> bool:
    """Whether it is over, where it is."""
    return cohort.ends < now.astimezone(ZoneInfo(cohort.zone)).date()


def waits_to_join(listed: Listed, now: datetime) -> bool:
    """Whether they are invited, and there is something to join: not to take part in what is over."""
    ended = has_ended(listed.cohort, now)
    return not listed.here and any(
        part.state == State.INVITED and not (ended and part.role == Role.PARTICIPANT) for part in listed.parts
    )


def parts_of(listed: Listed, now: datetime) -> str:
    """What somebody is, and where that stands."""
    words = ", ".join(f"{part.role}, {_state(listed, part, now)}" for part in listed.parts)
    return f"{words}; told by hand" if listed.person.by_hand and listed.here else words


def _state(listed: Listed, part: Membership, now: datetime) -> str:
    if part.state == State.INVITED and not listed.here and not waits_to_join(listed, now):
        return "did not take part"
    return "takes part" if listed.person.by_hand and part.state == State.ACTIVE else STATES[part.state]


async def everybody_of(db: SharedUnit, cohort: Cohort) -> list[Listed]:
    """All of a cohort, by name."""
    found: dict[int, Listed] = {}
    for person, membership in await db.cohorts.roster(cohort.id):
        known = found.get(person.id, Listed(cohort, person, ()))
        found[person.id] = Listed(cohort, person, (*known.parts, membership))
    return list(found.values())


def runs(view: View, cohort: Cohort, roles: Collection[Role] = RUN_IT) -> bool:
    """Whether somebody runs this very cohort: what they are in another counts for nothing here."""
    return any(part.cohort_id == cohort.id and part.role in roles for part in view.memberships)


def must_run(view: View, cohort: Cohort, roles: Collection[Role] = RUN_IT) -> None:
    """Raises NotYours where the person has none of these roles in this cohort."""
    if not runs(view, cohort, roles):
        raise NotYours(frozenset(roles))


def refuse_others(view: View, roles: Collection[Role] = RUN_IT) -> None:
    """Go on only for those who run the cohort that this is about."""
    must_run(view, view.cohort, roles)


def cohort_of(view: View, cohort_id: int) -> Cohort:
    """The cohort with this id, where the person has joined it."""
    for cohort in view.cohorts:
        if cohort.id == cohort_id:
            return cohort
    raise Refusal("You aren’t in that cohort any more. Say “settings” to see yours.")


def cohort_run_by(view: View, cohort_id: int, roles: Collection[Role] = RUN_IT) -> Cohort:
    """The same, where the person runs it."""
    cohort = cohort_of(view, cohort_id)
    must_run(view, cohort, roles)
    return cohort


async def roster_of(turn: Turn) -> list[Listed]:
    """Everybody of the cohort that the speaker runs."""
    refuse_others(turn)
    return await everybody_of(turn.db, turn.cohort)


async def concern_those_who_run(turn: Turn, cohort: Cohort) -> None:
    """Something of the roster is another now, for those who see it."""
    for role in RUN_IT:
        turn.concerns.update(person.id for person in await turn.db.cohorts.with_role(cohort.id, role))


# ---------------------------------------------------------------- who is beyond somebody’s reach


def is_above(parts: Iterable[Membership], own: Sequence[Membership]) -> bool:
    """Whether somebody runs, or ran, what another doesn't, who is this: a director, where they are none themselves."""
    run = {part.cohort_id for part in own if part.role in RUN_IT}
    directed = {part.cohort_id for part in own if part.role == Role.DIRECTOR}
    return any(
        part.cohort_id not in (directed if part.role == Role.DIRECTOR else run) for part in parts if part.role in RUN_IT
    )


async def above(turn: Turn, everybody: Sequence[Listed]) -> frozenset[int]:
    """Those whom the speaker does nothing to: a code, say, makes whoever uses it what its person is, or was."""
    parts = await turn.db.cohorts.parts_of([listed.person.id for listed in everybody])
    return frozenset(person_id for person_id, theirs in parts.items() if is_above(theirs, turn.memberships))


async def refuse_above(turn: Turn, listed: Listed) -> None:
    if listed.person.id not in await above(turn, [listed]):
        return
    if any(part.role == Role.DIRECTOR for part in listed.parts):
        must_run(turn, listed.cohort, [Role.DIRECTOR])
    raise Refusal(
        f"{literal(listed.person.name)} has a part in another cohort that this would touch. Please ask a director who "
        "runs both."
    )


async def joined_elsewhere(turn: Turn, everybody: Sequence[Listed]) -> frozenset[int]:
    """Those who have joined, and are there in a cohort that the speaker doesn't run."""
    joined = await turn.db.people.joined([listed.person.id for listed in everybody])
    run = {part.cohort_id for part in turn.memberships if part.role in RUN_IT}
    return frozenset(
        person_id
        for person_id, parts in (await turn.db.cohorts.parts_of(joined)).items()
        if any(part.state in STATES_PRESENT and part.cohort_id not in run for part in parts)
    )


# ---------------------------------------------------------------- finding one


async def by_id(turn: Turn, cohort_id: int, person_id: int) -> Listed:
    """The one that a button carried, of a cohort that the speaker runs."""
    for listed in await everybody_of(turn.db, cohort_run_by(turn, cohort_id)):
        if listed.person.id == person_id:
            return listed
    raise Refusal(NOT_HERE)


async def with_name(turn: Turn, how: str, verb: str, press: Callable[[int, int], str], do: Do) -> None:
    """Do it for the one who goes by this name; where several do, ask which."""
    name = turn.slots.get("name", "").strip(" .!?“”\"'").casefold()
    if not name:
        raise Refusal(how)
    everybody = await roster_of(turn)
    found = [listed for listed in everybody if listed.person.name.casefold() == name]
    found = found or [listed for listed in everybody if name in listed.person.name.casefold().split()]
    if not found:
        raise Refusal(NOT_HERE)
    if len(found) == 1:
        await do(turn, found[0])
        return
    await turn.say(
        Message(
            "There are several of that name. Which one?",
            buttons=tuple(
                Button(
                    label_of(f"{verb} {listed.person.email or listed.person.name}"),
                    press(listed.cohort.id, listed.person.id),
                )
                for listed in found[:MOST_BUTTONS]
            ),
        )
    )
