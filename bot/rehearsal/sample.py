"""A cohort that nobody is in yet: a programme from a day on, with as many people as there may be."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.programmes import Programme
from scheduling.timetable import last_day, lay_out
from storage.copying.cohort import CohortCopy
from storage.shared.cohorts import Cohort, Membership, State
from storage.shared.people import Person, Role
from storage.shared.timetable import Event

A_FEW = 12
"""One in so many people is a coach, one a mentor; whoever runs the cohort or looks on is there once."""

ONCE = (Role.DIRECTOR, Role.ADMINISTRATOR, Role.SPONSOR)


def sample(programme: Programme, starts: date, people: int) -> CohortCopy:
    """So many people of every role that the programme has, most of them participants."""
    zone = ZoneInfo(programme.zone)
    laid = lay_out(programme, starts, zone)
    made_at = datetime.combine(starts, time(), UTC)
    cohort = Cohort(
        id=1,
        name=f"{programme.name} {starts.year}",
        programme=programme.key,
        zone=programme.zone,
        starts=starts,
        ends=last_day(laid, starts),
        made_at=made_at,
    )
    roles = _roles(programme, people)
    return CohortCopy(
        cohort=cohort,
        beside=[],
        people=[
            Person(id=number, name=_name(role, roles[:number]), zone=programme.zone, made_at=made_at)
            for number, role in enumerate(roles, 1)
        ],
        parts=[
            Membership(id=number, person_id=number, cohort_id=1, role=role, state=State.ACTIVE)
            for number, role in enumerate(roles, 1)
        ],
        events=[
            Event(
                id=number,
                cohort_id=1,
                kind=one.kind,
                key=one.key,
                title=one.title,
                day=one.day,
                starts_at=one.starts_at,
                ends_at=one.ends_at,
                made_at=made_at,
                changed_at=made_at,
            )
            for number, one in enumerate(laid, 1)
        ],
        busy_elsewhere={},
        not_joined=0,
    )


def _roles(programme: Programme, people: int) -> list[Role]:
    some = {Role.COACH: people // A_FEW, Role.MENTOR: people // A_FEW, **dict.fromkeys(ONCE, 1)}
    others = [role for role, many in some.items() if role in programme.roles for _ in range(many)]
    return ([Role.PARTICIPANT] * max(people - len(others), 1) + others)[:people]


def _name(role: Role, so_far: list[Role]) -> str:
    return role.capitalize() if role in ONCE else f"{role.capitalize()} {so_far.count(role):02}"
