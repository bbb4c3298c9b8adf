"""What is owed to somebody about their bookings, until they have heard it."""

from collections.abc import Collection
from datetime import datetime
from hashlib import blake2s
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from bot.chat.jobs import Arguments
from scheduling.coaching import What
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.unit import SharedUnit

TELL = "coaching.tell"
"""What words what became of somebody's bookings."""
DIGEST = "coaching.digest"
"""What words the requests that came since the evening before."""


@dataclass(frozen=True)
class Told:
    """What became of one booking: where it has become something else since, that is told."""

    booking: int
    what: What
    changed: datetime
    was: tuple[datetime, datetime] | None = None
    """Where they know it to be, of one that is elsewhere now, or is no more."""
    waited: bool = False


told_json = TypeAdapter(list[Told])


def as_argument(news: list[Told]) -> dict[str, str | int]:
    """As it rides with a delivery."""
    return {"changes": told_json.dump_json(news).decode()}


def in_arguments(arguments: Arguments) -> list[Told]:
    """What a delivery tells of."""
    return told_json.validate_json(str(arguments["changes"]))


async def owe_news(db: SharedUnit, reader_id: int, job: str, news: list[Told], at: datetime, now: datetime) -> None:
    """One message of all of it. That something is held longer is told once, however often it is prolonged."""
    arguments = as_argument(news)
    is_prolonged = all(told.what == What.PROLONGED for told in news)
    this = blake2s(repr(arguments).encode(), digest_size=16).hexdigest() if is_prolonged else uuid4().hex
    await db.deliveries.owe(
        Delivery(
            key=f"{job} {reader_id} {this}",
            person_id=reader_id,
            job=job,
            arguments=arguments,
            again=True,
            urgency=Urgency.ANSWER if job == TELL else Urgency.DUE,
            due_at=at,
            made_at=now,
        )
    )


async def take_back(db: SharedUnit, reader_id: int, booking_ids: Collection[int], now: datetime) -> dict[int, Told]:
    """What somebody was to hear and has not yet, the earliest of each booking; of these it is owed no more."""
    unheard = list[Told]()
    for job in (TELL, DIGEST):
        for owed in await db.deliveries.awaited(reader_id, job):
            news = in_arguments(owed.arguments)
            others = [told for told in news if told.booking not in booking_ids]
            if len(others) < len(news):
                if await db.deliveries.withdraw(owed.key or "", now) is None:
                    continue  # it goes at this moment
                if others:
                    await owe_news(db, reader_id, job, others, owed.due_at, now)
            unheard += news
    return {told.booking: told for told in sorted(unheard, key=lambda told: told.changed, reverse=True)}
