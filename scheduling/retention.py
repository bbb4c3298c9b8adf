"""How long the rows of each shared table live, in one place, and the sweep that ends it.

What is in people's vaults ends by deliveries of its own, planned when it is kept (handlers/reflections/life.py).
"""

from calendar import monthrange
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.chat import drafts
from bot.chat.wanting import LATELY
from bot.programmes import Programme
from scheduling.clock import SystemClock
from scheduling.unasked import BELONGING
from storage.shared.deliveries import Delivery
from storage.shared.sharing import Given
from storage.shared.unit import SharedUnit

SHARE_ENDS = "sharing.end"
"""The act that takes the copy of one share, `share`, back from its recipient."""

TURN_IDS = timedelta(days=7)
SENT_WORDS = timedelta(days=30)
UNUSED_CODES = timedelta(days=30)
ENDED_SHARES = timedelta(days=30)
OFFERS = timedelta(days=1)
PACES = timedelta(days=1)
BUSY = timedelta(days=1)
UNDOS = timedelta(days=1)
RINGS = timedelta(days=7)

MONTHS = 24
"""How long it is known what was sent and done, where no programme is run."""


@dataclass(frozen=True)
class Night:
    """What a sweep has to go by: one transaction, the moment, and the programmes that are run here, by their keys."""

    unit: SharedUnit
    now: datetime
    programmes: Mapping[str, Programme]

    def months_ago(self, each: Iterable[int]) -> datetime:
        """So many months ago, as the programme says that keeps it longest."""
        day = months_after(self.now.date(), -max(each, default=MONTHS))
        return datetime.combine(day, time(), UTC)

    @property
    def drafts_of(self) -> datetime:
        """What was begun before this has been kept for as long as drafts are."""
        return self.now - drafts.life(self.programmes.values())


@dataclass(frozen=True)
class Sweep:
    """The end of some of a table's rows, or of what is in them; gives how many there were."""

    ended: str
    do: Callable[[Night], Awaitable[int]]


class Stays(StrEnum):
    """Why no night ends a table's rows."""

    WITH_PERSON = "it goes when its person deletes everything"
    WITH_COHORT = "it is part of the cohort’s record"
    UNTIL_TAKEN = "whoever made it, or took it, ends it"
    FOR_GOOD = "it is kept for good"


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# ---------------------------------------------------------------- the sweeps


async def _turns(night: Night) -> int:
    return await night.unit.turns.forget_before(night.now - TURN_IDS)


async def _in_vain(night: Night) -> int:
    return await night.unit.unasked.end_in_vain(night.now, but_for=BELONGING)


async def _words(night: Night) -> int:
    return await night.unit.deliveries.forget_bodies_before(night.now - SENT_WORDS)


async def _deliveries(night: Night) -> int:
    months = (programme.retention.deliveries_months for programme in night.programmes.values())
    return await night.unit.deliveries.forget_before(night.months_ago(months))


async def _acts(night: Night) -> int:
    months = (programme.retention.audit_months for programme in night.programmes.values())
    return await night.unit.audit.forget_before(night.months_ago(months))


async def _tries(night: Night) -> int:
    return await night.unit.joining.forget_tries(night.now)


async def _codes(night: Night) -> int:
    return await night.unit.joining.forget_unused_before(night.now - UNUSED_CODES)


async def _offers(night: Night) -> int:
    return await night.unit.joining.forget_offers_before(night.now - OFFERS)


async def _forms(night: Night) -> int:
    """A form that was left goes with its draft, which is in its person's vault: an act of theirs deletes that."""
    for person_id, draft in await night.unit.conversations.drafts_left_before(night.drafts_of):
        await _owe(night, f"forget {draft}", person_id, drafts.FORGET, entry=draft)
    return await night.unit.conversations.forget_forms_before(night.drafts_of)


async def _handles(night: Night) -> int:
    return await night.unit.conversations.forget_handles_before(night.drafts_of)


async def _letterboxes(night: Night) -> int:
    """What was passed on ends so long after the last programme that both were in: an act takes the copy back."""
    over = [given for given in await night.unit.sharing.given() if _is_over(given, night)]
    for given in over:
        key = f"{SHARE_ENDS} {given.share.id} with the programme"
        await _owe(night, key, given.share.reader_id, SHARE_ENDS, share=given.share.id)
    return len(over)


async def _shares(night: Night) -> int:
    return await night.unit.sharing.forget_ended_before(night.now - ENDED_SHARES)


async def _lately(night: Night) -> int:
    return await night.unit.people.forget_lately_before(night.now - LATELY)


async def _undos(night: Night) -> int:
    return await night.unit.undos.forget_before(night.now - UNDOS)


async def _rings(night: Night) -> int:
    return await night.unit.rings.forget_before(night.now - RINGS)


async def _busy(night: Night) -> int:
    return await night.unit.bookings.forget_time_before(night.now - BUSY)


async def _busy_times(night: Night) -> int:
    return await night.unit.busy.forget_before(night.now - BUSY)


async def _paces(night: Night) -> int:
    # The pace is kept by the system's clock, whatever the bot's says.
    return await night.unit.paces.forget_before(SystemClock().now() - PACES)


def _is_over(given: Given, night: Night) -> bool:
    """Both were in programmes together, and the last of them ended so long ago."""
    ends = [
        months_after(cohort.ends, night.programmes[cohort.programme].retention.letterbox_months)
        for cohort in given.together
    ]
    return bool(ends) and max(ends) < night.now.date()


async def _owe(night: Night, key: str, person_id: int | None, job: str, **arguments: str | int) -> None:
    await night.unit.deliveries.owe(
        Delivery(key=key, person_id=person_id, job=job, arguments=arguments, due_at=night.now, made_at=night.now)
    )


LIVES: Mapping[str, tuple[Sweep, ...] | Stays] = {
    "turn": (Sweep("turns", _turns),),
    "delivery": (
        Sweep("messages that waited in vain", _in_vain),
        Sweep("words of messages", _words),
        Sweep("messages", _deliveries),
    ),
    "act": (Sweep("acts", _acts),),
    "try": (Sweep("tries", _tries),),
    "joining_code": (Sweep("unused codes", _codes),),
    "link": (Sweep("offers to connect", _offers),),
    "open_form": (Sweep("forms", _forms),),
    "handle": (Sweep("handles", _handles),),
    "undo": (Sweep("what could be taken back", _undos),),
    "ring": (Sweep("who was asked to ring", _rings),),
    "share": (Sweep("letterboxes", _letterboxes), Sweep("ended shares", _shares)),
    "pace": (Sweep("paces", _paces),),
    "busy": (Sweep("times of sessions", _busy),),
    "busy_time": (Sweep("busy times", _busy_times),),
    "watch": Stays.UNTIL_TAKEN,
    "person": Stays.WITH_PERSON,
    "agreement": Stays.WITH_PERSON,
    "account": Stays.WITH_PERSON,
    "recovery": Stays.WITH_PERSON,
    "home": Stays.WITH_PERSON,
    "reminder_choice": Stays.WITH_PERSON,
    "muted_event": Stays.WITH_PERSON,
    "leave": Stays.WITH_PERSON,
    "membership": Stays.WITH_COHORT,
    "cohort": Stays.WITH_COHORT,
    "event": Stays.WITH_COHORT,
    "attendance": Stays.WITH_COHORT,
    "plan": Stays.WITH_COHORT,
    "handover": Stays.WITH_COHORT,
    "coach": Stays.WITH_COHORT,
    "assignment": Stays.WITH_COHORT,
    "bar": Stays.WITH_COHORT,
    "offer": Stays.WITH_COHORT,
    "slot": Stays.WITH_COHORT,
    "place": Stays.WITH_COHORT,
    "booking": Stays.WITH_COHORT,
    "calendar_feed": Stays.UNTIL_TAKEN,
    "hold": Stays.UNTIL_TAKEN,
    "deletion": Stays.FOR_GOOD,
    "restoration": Stays.FOR_GOOD,
    "round": Stays.FOR_GOOD,
}
"""Every shared table, by its name in the database."""

SWEEPS = (
    *(sweep for life in LIVES.values() if isinstance(life, tuple) for sweep in life),
    Sweep("what people were just doing", _lately),  # of accounts, which stay
)
