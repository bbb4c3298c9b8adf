"""A file of people, dropped into the chat: tried row by row, shown, confirmed, and all of it done or nothing.

Between showing and confirming it waits in the vault of whoever sent it, and is forgotten by itself if nobody confirms.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.chat.errors import Refusal
from bot.chat.fetching import Takes, used
from bot.chat.markdown import literal
from bot.chat.messages import Button, File, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.programmes import Programme
from handlers.coaching.following.parting import owe_parting
from handlers.reminders.planning import owe_planning
from handlers.roster.enrolling import Change, Plan, Rules, plan
from handlers.roster.listed import cohort_run_by, concern_those_who_run, refuse_others
from handlers.roster.people_csv import HEADINGS, MOST_BYTES, Fault, read, written
from handlers.roster.what_you_are import owe_what_they_are
from storage.errors import Taken
from storage.shared.cohorts import RUN_IT, Cohort, Membership
from storage.shared.unit import SharedUnit

router = Router("people")

BRING_IN = Press("people.bring_in", str, str, int)
LEAVE_IT = Press("people.leave_it", str)

MOST_LINES = 40
"""So many lines of each part are shown; of more it is said how many there are."""

FILES_OF_PEOPLE = Takes(
    "For the people of a cohort, I can take one CSV file at a time, of up to 1 MB; otherwise voice notes, recordings "
    "and photos",
    fits=lambda file: (
        file.name.lower().endswith((".csv", ".tsv", ".xlsx", ".xls")) or file.media_type.startswith("text/csv")
    ),
    each=MOST_BYTES,
    together=MOST_BYTES,
    most=1,
)
EXAMPLE = written(
    [heading.capitalize() for heading in HEADINGS],
    [
        ["Ada Okafor", "ada.okafor@example.org", "participant", "Camden", ""],
        ["Tom Bell", "tom.bell@example.org", "mentor, alumnus", "Hackney", ""],
        ["Noor Haddad", "", "participant", "Brent", "yes"],
    ],
)
HOW = (
    "Send me a CSV file here, one line for each person. Its first line names the columns: name, e-mail, role, "
    "organisation, by hand. Only the name is needed; without a role, somebody is a participant; “by hand” is for who "
    "can use neither app. I show you what would change before anything does, and you can send it again later: who is "
    "here already is recognised, and nobody is removed for not being in it."
)


@router.intent(
    "import_people",
    "Bring in a file of people",
    "import people",
    "import the people",
    "import the roster",
    "import a csv",
    "add people",
    "bring in people",
    "csv of people",
    command="import",
    help="bring in the people of a cohort from a CSV file",
    allow=RUN_IT,
    private=True,
    takes=FILES_OF_PEOPLE,
)
async def import_people(turn: Turn) -> None:
    refuse_others(turn)
    if turn.files is None:
        await turn.say(Message(HOW, attachments=(File(EXAMPLE, "people.csv", "An example, to fill in", "text/csv"),)))
    elif not turn.files.files:
        raise Refusal("I could not get that file just now. Please send it once more.")
    else:
        await _show(turn, turn.cohort, turn.files.files[0].id)


async def _show(turn: Turn, cohort: Cohort, file_id: str, *, before: str = "") -> None:
    """What the file would do as things stand; where it can't be used, it is done with."""
    found = await _planned(turn, cohort, file_id)
    if found.faults or not found.changes:
        await _forget(turn, file_id)
    message = Message("\n\n".join(filter(None, [before, in_words(found)])), title=_title(found, cohort))
    if found.changes and not found.faults:
        buttons = (
            Button("Do it", BRING_IN(file_id, _mark(turn, cohort, found), cohort.id), "main"),
            Button("Leave it", LEAVE_IT(file_id)),
        )
        message = Message(message.text, title=message.title, buttons=buttons)
    await turn.say(message)


@router.pressed(BRING_IN, allow=RUN_IT, private=True, changes=True)
async def bring_in(turn: Turn, file_id: str, mark: str, cohort_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id)
    await turn.db.cohorts.lock(cohort.id)
    found = await _planned(turn, cohort, file_id)
    if _mark(turn, cohort, found) != mark:
        await _show(
            turn, cohort, file_id, before="Something has changed since I showed you this. This is how it stands now."
        )
        return
    try:
        await carry_out(turn.db, cohort, found, turn.now, turn.person.id)
    except Taken:
        raise Refusal("Somebody else has just brought one of these people in. Please press it once more.") from None
    turn.owes = True
    await _forget(turn, file_id)
    await concern_those_who_run(turn, cohort)
    words = f"Done: {_counts(found)}. The file is deleted here."
    if found.new:
        words += " Say “invitations” for the links and codes to send them."
    await turn.replace(words)


@router.pressed(LEAVE_IT, allow=RUN_IT, private=True)
async def leave_it(turn: Turn, file_id: str) -> None:
    await _forget(turn, file_id)
    await turn.replace("Nothing was changed, and the file is deleted here.")


async def _planned(turn: Turn, cohort: Cohort, file_id: str) -> Plan:
    data = await turn.vault.file(file_id)
    if data is None:
        raise Refusal("That file is not here any more. To bring people in, send it once more.")
    return await planned(turn.db, cohort, turn.kit.programmes[cohort.programme], data, turn.memberships)


async def _forget(turn: Turn, file_id: str) -> None:
    await turn.vault.delete(file_id)
    await used(turn.db, [file_id], turn.now)


def _mark(turn: Turn, cohort: Cohort, found: Plan) -> str:
    """What tells this plan for this cohort from any other."""
    return turn.kit.secrets.digest("people", repr((cohort.id, found.changes, found.faults)))[:12]


# ---------------------------------------------------------------- the same from the command line


async def planned(
    db: SharedUnit, cohort: Cohort, programme: Programme, data: bytes, own: Sequence[Membership] | None = None
) -> Plan:
    """What this file would do to this cohort, as things stand. `own` is what they are who bring it, if not all."""
    return await plan(db, cohort, read(data), Rules(programme.authorities, programme.roles, own))


async def carry_out(db: SharedUnit, cohort: Cohort, found: Plan, now: datetime, actor_id: int | None = None) -> None:
    """All of it, in this transaction. Whoever is there already hears what they are now. May raise Taken."""
    people = await db.cohorts.enrol_all(cohort, [change.enrolment for change in found.changes], now)
    await db.audit.record("brought people in", f"cohort {cohort.id}: {_counts(found)}", now, actor_id)
    others = {
        person.id
        for person, change in zip(people, found.changes, strict=True)
        if change.enrolment.person_id is not None and (change.enrolment.roles or change.enrolment.ends)
    }
    await owe_what_they_are(db, cohort, others, now)
    await owe_parting(db, cohort.id, others, now)
    await owe_planning(db, cohort, f"after an import at {now.isoformat()}", now)


def in_words(found: Plan) -> str:
    """What would change, or what has to be put right first."""
    parts = []
    if found.faults:
        parts.append("Nothing was changed. Please put these right, and send it again:\n\n" + _lines(found.faults))
    else:
        parts.append(f"{_counts(found).capitalize()}. Nobody is removed.")
        if found.new:
            parts.append("**New**\n\n" + _shortened(map(_new, found.new)))
        if found.changed:
            parts.append("**Changed**\n\n" + _shortened(map(_changed, found.changed)))
    if found.notes:
        parts.append("**To look at**\n\n" + _lines(found.notes))
    if found.left_out and not found.faults:
        columns = ", ".join(f"“{literal(title)}”" for title in found.left_out)
        parts.append(f"I leave out what I have no use for: {columns}.")
    return "\n\n".join(parts)


def _title(found: Plan, cohort: Cohort) -> str:
    if found.faults:
        return "This can’t be used as it is"
    return f"For {cohort.name[:100]}" if found.changes else "Everybody is here as the file says"


def _counts(found: Plan) -> str:
    return f"{len(found.new)} new, {len(found.changed)} changed, {found.same} the same"


def _new(change: Change) -> str:
    who = change.enrolment
    parts = [" and ".join(who.roles), who.organisation or "", "told by hand" if who.by_hand else ""]
    return f"- {literal(who.name)}: {literal(', '.join(filter(None, parts)))}"


def _changed(change: Change) -> str:
    return f"- Line {change.line}, {literal(change.enrolment.name)}: {literal('; '.join(change.says))}"


def _lines(faults: Iterable[Fault]) -> str:
    return _shortened(
        f"- {f'Line {fault.line}' if fault.line else 'The file'}{f', {fault.column}' if fault.column else ''}: "
        f"{literal(fault.says)}"
        for fault in faults
    )


def _shortened(lines: Iterable[str]) -> str:
    every = list(lines)
    more = [f"- and {len(every) - MOST_LINES} more"] if len(every) > MOST_LINES else []
    return "\n".join([*every[:MOST_LINES], *more])
