"""A group with fewer than it needs: its coach is asked the day before whether it takes place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.jobs import Wording
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.changing.cancelling import CANCEL_GROUP
from handlers.coaching.following.telling import TOO_FEW
from handlers.coaching.words import line
from scheduling.booking import A_MOMENT
from scheduling.coaching import NotThere
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import LIVE
from storage.shared.people import Role
from storage.shared.unit import SharedUnit

router = Router("coaching too few")

GO_AHEAD = Press("groups.go_ahead", int)
"""The group that this booking is in takes place as it is."""


@router.worded(TOO_FEW)
async def too_few(wording: Wording) -> Message | None:
    """None where it is enough by now, or nobody comes, or it was moved."""
    starts = datetime.fromisoformat(str(wording.arguments["starts"]))
    there = await _there(wording.db, wording.person.id, starts)
    if not there or len(there) >= there[0].slot.fewest or wording.person.by_hand:
        return None
    booking, slot = there[0].booking, there[0].slot
    have = "One person has" if len(there) == 1 else f"{len(there)} people have"
    return Message(
        f"{have} a place in your group on **{line(slot, ZoneInfo(wording.person.zone))}**, and it needs {slot.fewest}. "
        "Shall it take place?",
        buttons=(
            Button("Yes, it takes place", GO_AHEAD(booking.id), "main"),
            Button("No, cancel it for everybody", CANCEL_GROUP(booking.id), "danger"),
        ),
    )


@router.pressed(GO_AHEAD, allow=Role.COACH)
async def go_ahead(turn: Turn, booking_id: int) -> None:
    booked = await turn.db.bookings.get(booking_id)
    if booked is None or booked.slot.starts_at <= turn.now:
        raise NotThere
    there = await _there(turn.db, turn.person.id, booked.slot.starts_at)
    if booked.slot.id not in {each.slot.id for each in there}:
        raise NotThere
    await turn.replace(f"It takes place: {line(booked.slot, turn.zone)}. Nobody hears anything, as nothing changes.")


async def _there(db: SharedUnit, coach_id: int, starts: datetime) -> list[Booked]:
    """Who has a place with this coach in what begins then."""
    found = await db.bookings.of_coach(coach_id, starts, starts + A_MOMENT)
    return [each for each in found if each.slot.starts_at == starts and each.booking.state in LIVE]
