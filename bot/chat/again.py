"""Asking once more: by a button where private words can't stand, or by one that says how what was typed was meant."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.chat.asked import Asked, keep, keep_asked
from bot.chat.errors import Ambiguous, Refusal
from bot.chat.forms import pick
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import GONE, WANT, say_again, want_with

router = Router("again")

AGAIN = Press("again.ask", str)
AS_MEANT = Press("again.as_meant", str, int)


async def ask_again(turn: Turn) -> str:
    """The data of a button that does what this turn does once more, when a window can be opened."""
    if turn.pressing:
        return turn.pressing
    if turn.wanting:
        return WANT(turn.wanting)
    return AGAIN((await keep_asked(turn, turn.text)).id)


@router.pressed(AGAIN, opens=True)
async def again(turn: Turn, entry_id: str) -> None:
    await say_again(turn, (await _kept(turn, entry_id)).words)


async def _kept(turn: Turn, entry_id: str) -> Asked:
    asked = await turn.vault.get(Asked, entry_id)
    if asked is None:
        raise Refusal("That was a while ago, so I have forgotten what it was. Please ask once more.")
    return asked


async def ask_which(turn: Turn, ambiguous: Ambiguous) -> bool:
    """Ask how what was said was meant, and keep it until then; False where there is nowhere to keep it."""
    if turn.opened is None or ambiguous.place is None:
        return False
    if ambiguous.private:
        await turn.unsay(note=False)
    asked = Asked(
        made_at=turn.now,
        words=ambiguous.text,
        intent=ambiguous.intent,
        place=ambiguous.place,
        ways=ambiguous.ways,
        offered=tuple(turn.account.offered),
        said_in="" if ambiguous.private else turn.said_in,
    )
    asked = await keep(turn, asked)
    shown = enumerate(ambiguous.ways.values())
    buttons = tuple(Button(label_of(way), AS_MEANT(asked.id, number)) for number, way in shown)
    await turn.say(Message(literal(ambiguous.question), buttons=buttons))
    return True


@router.pressed(AS_MEANT)
async def as_meant(turn: Turn, entry_id: str, way: int) -> None:
    """It is done once, as if it had been said so."""
    asked = await _kept(turn, entry_id)
    if not 0 <= way < len(asked.ways):
        raise Refusal(GONE)
    await turn.vault.delete(asked.id)
    turn.account.offered, turn.said_in = list(asked.offered), asked.said_in
    await want_with(turn, asked.intent, asked.meant(way))


async def way_named(turn: Turn) -> str:
    """The press for the way that these words name, where which was meant has just been asked: "7pm"; else empty."""
    ids = {str(values[0]) for _, _, data in turn.account.offered if (values := AS_MEANT.values(data))}
    if len(ids) != 1 or turn.opened is None:
        return ""
    asked = await turn.opened.get(Asked, ids.pop())
    if asked is None:
        return ""
    try:
        return AS_MEANT(asked.id, list(asked.ways).index(pick(turn.text, asked.ways)))
    except Refusal:
        moments = [_moment(turn, way, turn.now) for way in asked.ways]
        ways = _of_those(turn, moments)
        return AS_MEANT(asked.id, ways[0]) if len(ways) == 1 else ""


_PARTS = {"morning": "AM", "am": "AM", "afternoon": "PM", "evening": "PM", "night": "PM", "pm": "PM"}
"""To the half of the day that each is in."""


def _of_those(turn: Turn, moments: Sequence[datetime | None]) -> list[int]:
    """Which of these the words name: as a moment, as an hour of its day, or as a part of that."""
    named = _moment(turn, turn.text, turn.now)
    if ways := [number for number, each in enumerate(moments) if each and each == named]:
        return ways
    part = _PARTS.get(turn.text.strip(" .!").casefold().removeprefix("in ").removeprefix("the "))
    local = [each.astimezone(turn.zone) if each else None for each in moments]
    return [
        number
        for number, each in enumerate(local)
        if each
        and (
            f"{each:%p}" == part
            if part
            else _moment(turn, turn.text, datetime.combine(each, time(), each.tzinfo)) == each
        )
    ]


def _moment(turn: Turn, words: str, now: datetime) -> datetime | None:
    try:
        return turn.kit.read_time(words, now, turn.zone)
    except Refusal:
        return None
