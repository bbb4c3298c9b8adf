"""Asking once more: by a button where private words can't stand, or by one that says how what was typed was meant."""

import re
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
AS_MEANT = Press("again.as_meant", str, str, int)
"""What was kept, the intent that it was wanted for, and the number of the way in which it was meant."""


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
        place=ambiguous.place,
        ways=ambiguous.ways,
        offered=tuple(turn.account.offered),
        said_in="" if ambiguous.private else turn.said_in,
    )
    asked = await keep(turn, asked)
    shown = enumerate(ambiguous.ways.values())
    buttons = tuple(Button(label_of(way), AS_MEANT(asked.id, ambiguous.intent, number)) for number, way in shown)
    await turn.say(Message(literal(ambiguous.question), buttons=buttons))
    return True


@router.pressed(AS_MEANT)
async def as_meant(turn: Turn, entry_id: str, intent: str, way: int) -> None:
    """It is done once, as if it had been said so."""
    asked = await _kept(turn, entry_id)
    if not 0 <= way < len(asked.ways):
        raise Refusal(GONE)
    await turn.vault.delete(asked.id)
    turn.account.offered, turn.said_in = list(asked.offered), asked.said_in
    await want_with(turn, intent, asked.meant(way))


async def way_named(turn: Turn) -> str:
    """The press for the way that these words name, where which was meant has just been asked: "7pm"; else empty."""
    asking = {
        (str(values[0]), str(values[1])) for _, _, data in turn.account.offered if (values := AS_MEANT.values(data))
    }
    if len(asking) != 1 or turn.opened is None:
        return ""
    entry_id, intent = asking.pop()
    asked = await turn.opened.get(Asked, entry_id)
    if asked is None:
        return ""
    try:
        return AS_MEANT(entry_id, intent, list(asked.ways).index(pick(turn.text, asked.ways)))
    except Refusal:
        words = _COURTESY.sub("", turn.text.strip())
    ways = _of_those(turn, words, [_moment(turn, way, turn.now) for way in asked.ways])
    if len(ways) == 1:
        return AS_MEANT(entry_id, intent, ways[0])
    if not ways and not _is_time(turn, words):
        return ""
    if ways or not _is_whole(turn, words, asked):
        shown = list(enumerate(asked.ways.values()))
        raise Refusal(
            WHICH,
            tuple(
                Button(label_of(way), AS_MEANT(entry_id, intent, each))
                for each, way in shown
                if each in ways or not ways
            ),
        )
    asked.ways = {**asked.ways, words: words}
    await turn.opened.change(asked)
    return AS_MEANT(entry_id, intent, len(asked.ways) - 1)


WHICH = "Which of these did you mean? You can also say another day, with its time."
_PARTS = {"morning": "AM", "am": "AM", "afternoon": "PM", "evening": "PM", "night": "PM", "pm": "PM"}
"""To the half of the day that each is in."""
_COURTESY = re.compile(
    r"^(?:(?:ok(?:ay)?|no|yes|yep|actually|sorry|oh|make it|i mean|i meant)\b[\s,.]*)+"
    r"|[\s,]*\b(?:please|thanks|thank you)[\s.!]*$",
    re.IGNORECASE,
)
"""What is said around a time, and is no part of it."""
_AN_HOUR, _A_DAY = "at 10:10", "on 5 March"
"""What can be said besides only where none was."""


def _of_those(turn: Turn, words: str, moments: Sequence[datetime | None]) -> list[int]:
    """Which of these the words name: as a moment, as an hour of its day, as a part of that, or as its day."""
    named = _moment(turn, words, turn.now)
    if ways := [number for number, each in enumerate(moments) if each and each == named]:
        return ways
    part = next((_PARTS[word] for word in re.findall(r"[a-z]+", words.casefold()) if word in _PARTS), "")
    only_part = words.strip(" .!").casefold().removeprefix("in ").removeprefix("the ") in _PARTS
    local = {number: each.astimezone(turn.zone) for number, each in enumerate(moments) if each}
    if only_part:
        return [number for number, each in local.items() if f"{each:%p}" == part]
    if ways := [
        number
        for number, each in local.items()
        if _moment(turn, words, datetime.combine(each, time(), each.tzinfo)) == each
    ]:
        return ways
    day = _moment(turn, f"{words} {_AN_HOUR}", turn.now)
    if day is None or _is_time(turn, f"{words} {_A_DAY}"):
        return []
    on_it = {number: each for number, each in local.items() if each.date() == day.astimezone(turn.zone).date()}
    return [number for number, each in on_it.items() if not part or f"{each:%p}" == part]


def _is_whole(turn: Turn, words: str, asked: Asked) -> bool:
    """Whether these words say as much of when as what was offered does: a day, and an hour where there was one."""
    if _is_time(turn, f"{words} {_A_DAY}"):
        return False
    return not _is_time(turn, f"{words} {_AN_HOUR}") or all(
        _is_time(turn, f"{way} {_AN_HOUR}") for way in list(asked.ways)
    )


def _is_time(turn: Turn, words: str) -> bool:
    try:
        turn.kit.read_time(words, turn.now, turn.zone)
    except Ambiguous:
        return True
    except Refusal:
        return False
    return True


def _moment(turn: Turn, words: str, now: datetime) -> datetime | None:
    try:
        return turn.kit.read_time(words, now, turn.zone)
    except Refusal:
        return None
