"""Creating a cohort: its timetable laid out from the template, and its first director with a code to join by."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.router import Secrets
from bot.chat.times import spoken_date
from bot.programmes.model import Programme
from handlers.joining import issue
from handlers.roster.people_csv import is_address
from handlers.timetable.words import remark, when
from scheduling.timetable import begin_cohort, lay_out
from storage.shared.cohorts import Enrolment
from storage.shared.people import Person, Role
from storage.shared.unit import SharedUnit


@dataclass(frozen=True)
class Founding:
    """What a cohort is to be: of which programme, from when, and who directs it first."""

    programme: Programme
    starts: date
    director: str
    name: str = ""
    email: str = ""

    @property
    def called(self) -> str:
        return self.name or f"{self.programme.name} {self.starts.year}"


async def found(db: SharedUnit, secrets: Secrets, founding: Founding, now: datetime) -> str:
    """Make it, and say what was made. Raises Refusal where it can't be, and then nothing is made."""
    programme, zone = founding.programme, ZoneInfo(founding.programme.zone)
    if founding.starts < now.astimezone(zone).date():
        raise Refusal(
            f"{spoken_date(founding.starts)} has gone by. Give a day that lies ahead, as in --starts 2027-09-06."
        )
    if any(cohort.name == founding.called for cohort in await db.cohorts.every()):
        raise Refusal(f"There is a cohort called “{founding.called}” already. Give this one another name with --name.")
    known = await _known(db, founding)
    cohort = await begin_cohort(db, programme, founding.called, founding.starts, now)
    director = Enrolment(
        founding.director.strip(),
        person_id=known.id if known else None,
        email=founding.email.strip().lower() or None,
        roles=(Role.DIRECTOR,),
    )
    (person,) = await db.cohorts.enrol_all(cohort, [director], now)
    await db.audit.record("made a cohort", f"cohort {cohort.id}", now)
    timetable = "\n".join(
        f"  {one.title}: {when(one, zone)}{remark(one, now, zone)}" for one in lay_out(programme, founding.starts, zone)
    )
    return "\n\n".join(
        [
            f"Made “{cohort.name}”, from {spoken_date(cohort.starts)} to {spoken_date(cohort.ends)}:",
            timetable,
            await _how_to_join(db, secrets, person, now),
        ]
    )


async def _known(db: SharedUnit, founding: Founding) -> Person | None:
    """Who has the director's address already. Raises Refusal where that is somebody else."""
    if not founding.director.strip():
        raise Refusal('Say who directs it, as in --director "Mara Lindqvist".')
    if not founding.email:
        return None
    if not is_address(founding.email):
        raise Refusal(f"“{founding.email}” is no e-mail address. Give it as in --email mara@example.org.")
    known = await db.people.with_email(founding.email)
    if known is not None and known.name.casefold() != founding.director.strip().casefold():
        raise Refusal(f"{founding.email} is the address of {known.name}. Give another, or their name with --director.")
    return known


async def _how_to_join(db: SharedUnit, secrets: Secrets, person: Person, now: datetime) -> str:
    if await db.people.accounts(person.id):
        return f"{person.name} has joined before, and needs no code: to go on, they say “set up the cohort”."
    code = await issue(db, secrets, person, now)
    return (
        f"A joining code for {person.name}, to pass on to nobody else:\n\n  {code}\n\n"
        "It works once, within seven days. They type it to the bot, and go on with “set up the cohort”."
    )
