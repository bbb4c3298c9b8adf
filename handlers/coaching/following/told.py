"""What is owed to somebody about their bookings, until they have heard it."""

from datetime import datetime

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from bot.chat.jobs import Arguments
from scheduling.coaching import What
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
    waited: bool = False


told_json = TypeAdapter(list[Told])


def as_argument(news: list[Told]) -> dict[str, str | int]:
    """As it rides with a delivery."""
    return {"changes": told_json.dump_json(news).decode()}


def in_arguments(arguments: Arguments) -> list[Told]:
    """What a delivery tells of."""
    return told_json.validate_json(str(arguments["changes"]))


async def unheard(db: SharedUnit, reader_id: int, booking_id: int) -> list[Told]:
    """What somebody was to hear of a booking, and has not yet, the earliest first."""
    owed = [each for job in (TELL, DIGEST) for each in await db.deliveries.awaited(reader_id, job)]
    owed.sort(key=lambda each: each.made_at)
    return [told for each in owed for told in in_arguments(each.arguments) if told.booking == booking_id]
