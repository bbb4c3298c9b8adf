"""Whom somebody at risk can turn to, and who of them can be asked from here to ring."""

from collections.abc import Iterable, Sequence
from itertools import chain

from bot.chat.view import Kit
from bot.programmes import Helplines, Programme
from handlers.contacts import of_each, reached
from storage.shared.cohorts import Cohort
from storage.shared.people import Person, Role
from storage.shared.unit import SharedUnit

MOST_ASKED = 4


async def cohorts_of(db: SharedUnit, person: Person) -> list[Cohort]:
    """All that somebody is in, was in, or is invited to: they may turn to the people behind each."""
    parts = await db.cohorts.memberships(person.id)
    return [await db.cohorts.get(cohort_id) for cohort_id in dict.fromkeys(part.cohort_id for part in parts)]


def programmes_of(kit: Kit, cohorts: Iterable[Cohort]) -> tuple[Programme, ...]:
    return kit.programmes.of(cohort.programme for cohort in cohorts)


def helplines(kit: Kit, programmes: Sequence[Programme]) -> list[Helplines]:
    """Those of their programmes; for somebody who is in none, of all that there are. Each once."""
    found: list[Helplines] = []
    for programme in programmes or kit.programmes.values():
        if programme.helplines not in found:
            found.append(programme.helplines)
    return found


def contacts(programmes: Iterable[Programme]) -> str:
    """Who looks after people's safety, with hours; under the programme's name where several differ."""
    return of_each(programmes, lambda known: reached(known.safeguarding))


async def can_be_asked(db: SharedUnit, kit: Kit, cohorts: Sequence[Cohort], person: Person | None) -> list[Person]:
    """The named people of the programmes who use the bot themselves; where none does, who runs the cohorts."""
    known = [each.contacts for each in programmes_of(kit, cohorts) if each.contacts is not None]
    emails = chain.from_iterable((each.safeguarding.email, each.human.email) for each in known)
    named = [await db.people.with_email(email) for email in dict.fromkeys(filter(None, emails))]
    found = await _reachable(db, named, person)
    if not found:
        directors = [await db.cohorts.with_role(cohort.id, Role.DIRECTOR) for cohort in cohorts]
        found = await _reachable(db, chain.from_iterable(directors), person)
    return found[:MOST_ASKED]


async def _reachable(db: SharedUnit, people: Iterable[Person | None], but: Person | None) -> list[Person]:
    """Those who have an account that takes messages, each once; nobody is asked to ring themselves."""
    found: dict[int, Person] = {}
    for person in people:
        if person is None or person.deleted_at is not None or (but is not None and person.id == but.id):
            continue
        if any(account.reachable for account in await db.people.accounts(person.id)):
            found[person.id] = person
    return list(found.values())
