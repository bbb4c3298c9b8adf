"""How long a note is kept: told a month before its end, kept longer by a press, deleted on the day.

One delivery for each person and day tells them; it leaves another that deletes. What either finds is what is in the
vault by then, so a note that was kept longer, or deleted, needs nothing undone.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.jobs import Act
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from handlers.reflections import texts
from handlers.reflections.entries import Reflection
from scheduling.retention import months_after
from storage.shared.deliveries import Delivery

router = Router("the life of notes")

NEAR = "reflections.near_their_end"
END = "reflections.end"

MORNING = time(9)
NIGHT = time(3)

MONTHS_IN_NO_COHORT = 12
FURTHEST_MONTHS = 60
"""How far ahead a note may be kept: further can be asked for when the day comes nearer."""


def kept_until(turn: Turn) -> date:
    """Until when a new note is kept: as long as the template says, and never less than one extension from today."""
    ends = [
        months_after(cohort.ends, turn.kit.programmes[cohort.programme].retention.private_months_after_end)
        for cohort in turn.cohorts
    ]
    return max([*ends, months_after(today(turn), extension(turn))])


def extension(turn: Turn) -> int:
    """By how many months a press keeps a note longer."""
    return max(
        (programme.retention.extension_months for programme in turn.programmes),
        default=MONTHS_IN_NO_COHORT,
    )


def longer(turn: Turn, day: date) -> date | None:
    """The day until which one press keeps what was kept until this day; None where that is too far ahead."""
    later = months_after(day, extension(turn))
    return later if later <= months_after(today(turn), FURTHEST_MONTHS) else None


async def something_is_kept(turn: Turn) -> date:
    """Something private is being kept: until when, with the end of it planned. The first ever is known as that."""
    until = kept_until(turn)
    if turn.person.notes_kept_until != until:
        await plan(turn, until)
        await turn.db.people.note_kept(turn.person.id, until)
    return until


async def plan(turn: Turn, day: date) -> None:
    """See to it that the end of what is kept until this day is told, and done. Planned twice, it happens once."""
    at = datetime.combine(months_after(day, -1), MORNING, turn.zone)
    await turn.later(NEAR, at=max(at, turn.now), key=f"{NEAR} {turn.person.id} {day}", day=day.isoformat())


@router.act(NEAR)
async def near_their_end(act: Act) -> None:
    if act.person is None:
        return
    day = date.fromisoformat(str(act.arguments["day"]))
    after = datetime.combine(day + timedelta(days=1), NIGHT, ZoneInfo(act.person.zone))
    async with act.unit() as unit:
        await unit.deliveries.owe(
            Delivery(
                key=f"{END} {act.person.id} {day}",
                person_id=act.person.id,
                job=END,
                arguments={"day": day.isoformat()},
                due_at=after,
                made_at=act.now,
            )
        )

    async def tell() -> str:
        count = sum(note.kept_until == day for note in await _notes(act))
        if count:
            await act.send(texts.near_their_end(count, day))
        return str(count)

    await act.step("told", tell)


@router.act(END)
async def end(act: Act) -> None:
    """Whatever was shared is taken back before the note goes, so that a kill in between leaves no copy behind."""
    if act.person is None:
        return
    day = date.fromisoformat(str(act.arguments["day"]))
    for note in await _notes(act):
        if note.kept_until is not None and note.kept_until <= day:
            async with act.unit() as unit:
                shares = await unit.sharing.not_ended(act.person.id, note.id)
            for share, reader in shares:
                await act.take_back(reader.vault, share.post)
            async with act.unit() as unit:
                await unit.sharing.end([share for share, _ in shares], act.now)
                await unit.homes.changed({reader.id for _, reader in shares})
            for file in note.files:
                await act.forget_entry(file.id)
            await act.forget_entry(note.id)


async def _notes(act: Act) -> Sequence[Reflection]:
    return await (await act.vault()).all(Reflection)


def today(view: View) -> date:
    """The day that it is where somebody is."""
    return view.now.astimezone(view.zone).date()
