"""Everybody of a cohort, and finding one of them by name: for those who run it."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.chat.errors import Refusal
from bot.chat.messages import MOST_BUTTONS, Button, Message, label_of
from bot.chat.permission import NotYours
from bot.chat.turns import Turn, View
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


def parts_of(listed: Listed) -> str:
    """What somebody is, and where that stands."""
    words = ", ".join(f"{part.role}, {_state(listed, part)}" for part in listed.parts)
    return f"{words}; told by hand" if listed.person.by_hand and listed.here else words


def _state(listed: Listed, part: Membership) -> str:
    return "takes part" if listed.person.by_hand and part.state == State.ACTIVE else STATES[part.state]


async def everybody_of(db: SharedUnit, cohort: Cohort) -> list[Listed]:
    """All of a cohort, by name."""
    found: dict[int, Listed] = {}
    for person, membership in await db.cohorts.roster(cohort.id):
        known = found.get(person.id, Listed(person, ()))
        found[person.id] = Listed(person, (*known.parts, membership))
    return list(found.values())


def runs(view: View, cohort: Cohort, roles: Iterable[Role] = RUN_IT) -> bool:
    """Whether somebody runs this very cohort: what they are in another counts for nothing here."""
    return any(part.cohort_id == cohort.id and part.role in roles for part in view.memberships)


def refuse_others(view: View, roles: Iterable[Role] = RUN_IT) -> None:
    """Go on only for those who run the cohort that this is about."""
    if not runs(view, view.cohort, roles):
        raise NotYours(frozenset(roles))


async def roster_of(turn: Turn) -> list[Listed]:
    """Everybody of the cohort that the speaker runs."""
    refuse_others(turn)
    return await everybody_of(turn.db, turn.cohort)


async def concern_those_who_run(turn: Turn, cohort: Cohort) -> None:
    """Something of the roster is another now, for those who see it."""
    for role in RUN_IT:
        turn.concerns.update(person.id for person in await turn.db.cohorts.with_role(cohort.id, role))


def refuse_above(turn: Turn, listed: Listed) -> None:
    """Who isn't a director does nothing to one: a code, say, makes whoever uses it what its person is, or was."""
    if any(part.role == Role.DIRECTOR for part in listed.parts):
        refuse_others(turn, [Role.DIRECTOR])


async def by_id(turn: Turn, person_id: int) -> Listed:
    for listed in await roster_of(turn):
        if listed.person.id == person_id:
            return listed
    raise Refusal(NOT_HERE)


async def with_name(turn: Turn, how: str, verb: str, press: Callable[[int], str], do: Do) -> None:
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
                Button(label_of(f"{verb} {listed.person.email or listed.person.name}"), press(listed.person.id))
                for listed in found[:MOST_BUTTONS]
            ),
        )
    )
