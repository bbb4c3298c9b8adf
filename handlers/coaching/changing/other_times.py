"""Other times that a coach could make, typed in a sentence or a field: read, and looked up in the coach's own diary."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.times import lies_ahead, spoken
from bot.chat.turns import Turn
from scheduling.booking import MOST_PROPOSED
from scheduling.phrases import How, Meant, Unsure, find_times, spoken_meant
from storage.shared.coaching.bookings import Booked

SUCH_AS = "Say up to three, each with its day and hour, such as “Thursday at 3, Friday 10:00 or Monday 14:00”."


async def other_times(turn: Turn, booked: Booked, words: str) -> list[datetime]:
    """The other times for a session that these words say, the speaker being free then as well. Raises Refusal."""
    times = [at for at in moments_in(words, turn.now, turn.zone) if at != booked.slot.starts_at]
    if not times:
        raise Refusal(f"Which other times would suit you? {SUCH_AS}")
    if len(times) > MOST_PROPOSED:
        raise Refusal(f"Those are {len(times)} times. {SUCH_AS}")
    for starts in times:
        await refuse_another_session(turn, booked, starts)
    return times


async def refuse_another_session(turn: Turn, booked: Booked, starts: datetime) -> None:
    """Raises Refusal where the speaker has another session than this one then."""
    ends = starts + (booked.slot.ends_at - booked.slot.starts_at)
    spans = await turn.db.bookings.sessions_of(turn.person.id, starts, ends)
    if any(span != booked.slot.span for span in spans):
        raise Refusal(f"You have another session on {spoken(starts, turn.zone)}. Please choose another time.")


def moments_in(words: str, now: datetime, zone: ZoneInfo) -> list[datetime]:
    """All moments that are said in a text, in its order, each once. Raises Refusal."""
    found: list[datetime] = []
    rest = words
    while (times := find_times(rest, now, zone)) is not None:
        if times.others:
            raise Unsure(times, words, zone)
        found += [_moment(meant, now, zone) for meant in times.meant]
        first, last = times.said
        rest = f"{rest[:first]}{' ' * (last - first)}{rest[last:]}"  # what follows stands where it stood
    return list(dict.fromkeys(found))


def _moment(meant: Meant, now: datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(meant.start, datetime) or meant.how != How.EXACT:
        raise Refusal(f"At which hour, {spoken_meant(meant, zone)}? {SUCH_AS}")
    return lies_ahead(meant.start, now, zone)
