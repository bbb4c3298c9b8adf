"""Undo: what somebody did last becomes what it was before, for ten minutes, where nobody else has acted on it since."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import groupby
from typing import ClassVar, TypeVar

from bot.chat.drafts import FORGET
from bot.chat.errors import Refusal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import UNDO_WITHIN, Turn
from bot.chat.view import Locked
from scheduling.retention import UNDOS
from storage.private.entries import Entry
from storage.shared.undo import Undo

router = Router("undo")

UNDO = Press("undo.this", int)
"""Takes back what the turn did that kept this id."""

E = TypeVar("E", bound=Entry)

NOTHING = (
    "There is nothing to take back. For ten minutes I can do that with what you have changed or sent here. To change "
    "something older, say how it should be, such as “I’m coming to module 3” or “unmute module 3”; “settings” shows "
    "yours, and “help” what else you can do."
)
TAKEN_BACK_ALREADY = "That is taken back already, or too long ago. Say “undo” for the last thing that can be."
CHANGED_SINCE = "It has changed again since, so I have left it as it is."
GONE = "It is not kept any more as it was, so I can’t take that back."


# ---------------------------------------------------------------- taking it back


async def _what_is_taken_back(turn: Turn) -> str:
    return _named(undo.what for undo in await _last(turn) if undo.by)


@router.intent(
    "undo",
    "Undo the last thing",
    "undo",
    "undo that",
    "undo it",
    "undo the last thing",
    "undo the change",
    "(please|) (undo|reverse|revert|retract) (that|it|this|the last thing|my last change|what i just did)",
    "take it back",
    "take that back",
    "(can you|please|could you|i want to|) take (that|it|this) back",
    "put it back",
    "put that back",
    "put it back (as|how|the way) it was",
    "(change|turn|set) (it|that) back (again|to what it was|to how it was|)",
    "i didn't mean that",
    "i didn't mean to",
    "i didn't mean to (do|press|say|send|change) (that|it|this)",
    "that was a mistake",
    "that was a slip",
    "(sorry|oops|oh no|whoops|) (that|this|it) was (a mistake|an accident|a slip|wrong|not what i meant|by accident)",
    "(oops|sorry|) i (pressed|tapped|hit|clicked|said|typed) (that|it|the wrong button) by (mistake|accident)",
    "(oops|whoops|) (wrong button|wrong one|my mistake) (go back|undo|take it back|)",
    "forget (what i just said|the last thing|that last change)",
    "(delete|scrap|bin|erase|remove|drop|unsend) that",
    "(delete|scrap|bin|erase|remove|drop) (that|the) (note|reminder|message|one|last one|answer|last note) "
    "(i just wrote|i just made|i just sent|i've just said|just now|)",
    "(no|oh no|wait|no wait|actually|hang on|oh|sorry|) (delete|scrap|remove|bin|lose|forget|drop|erase|unsend) "
    "(that|that one|what i just said|what i just wrote|what i just sent|the last one|the last thing|that last one)",
    "(wait|actually|no|hang on|oh no|hold on) (don't (send|keep|save|do) (that|it)|unsend (that|it)|that's not right)",
    help="for ten minutes: what you have just changed or sent is as it was before",
    changes=True,
    acts=True,
    about=_what_is_taken_back,
)
async def undo(turn: Turn) -> None:
    """Said again, it takes back what was done before that."""
    await _take_back(turn, await _last(turn))


@router.pressed(UNDO, changes=True)
async def undo_this(turn: Turn, undo_id: int) -> None:
    """Its label typed is no press of it: whoever types “undo” means the last thing, whatever stands on the screen."""
    if turn.text and not turn.text.strip().isdecimal():
        await undo(turn)
        return
    found = [done for done in await _done(turn) if any(undo.id == undo_id for undo in done)]
    if not found:
        raise Refusal(TAKEN_BACK_ALREADY)
    await _take_back(turn, found[0])


async def undo_last(turn: Turn, take_back: Callable[..., Awaitable[str]]) -> bool:
    """Take back the last that this takes back, whatever was done since; False where there is nothing of it in time."""
    by = turn.kit.routes.names_of_undos[take_back]
    found = [done for done in await _done(turn) if done[0].by == by and done[0].until >= turn.now]
    if found:
        await _take_back(turn, found[0])
    return bool(found)


async def _done(turn: Turn) -> list[Sequence[Undo]]:
    """What each of the speaker's turns did, the latest first."""
    known = await turn.db.undos.open(turn.person.id, turn.now - UNDOS)
    return [list(done) for _, done in groupby(known, lambda undo: undo.turn)]


async def _last(turn: Turn) -> Sequence[Undo]:
    done = await _done(turn)
    if not done:
        raise Refusal(NOTHING)
    return done[0]


async def _take_back(turn: Turn, done: Sequence[Undo]) -> None:
    """All that one turn did, the latest first. What can't be taken back any more is said, and what can be before it."""
    what = _named(undo.what for undo in done if undo.by)
    if done[0].until < turn.now:
        raise Refusal(_too_late(what))
    taken: list[str] = []
    said: list[str] = []
    ways_on: list[Button] = []
    for undo in done:
        try:
            said.append(await _carry_out(turn, undo))
            taken.append(undo.what)
        except Locked:
            raise
        except Refusal as refusal:
            said.append(refusal.words)
            ways_on += refusal.buttons
    await turn.db.undos.end([undo.id for undo in done], turn.now)
    words = " ".join(dict.fromkeys(filter(None, reversed(said))))
    if taken:
        await turn.replace(Message(f"Taken back: {_named(taken)}. {words}".rstrip(), buttons=tuple(ways_on)))
    else:
        await turn.replace(await _and_before_it(turn, Message(words, buttons=tuple(ways_on))))


async def _carry_out(turn: Turn, undo: Undo) -> str:
    take_back = turn.kit.routes.takes_back.get(undo.by)
    if take_back is None:
        raise Refusal(GONE if undo.by else undo.what)
    return await take_back(turn, *undo.given)


async def _and_before_it(turn: Turn, refused: Message) -> Message:
    """Something else is taken back only by a press: it may not be what was meant."""
    done = await _done(turn)
    if not done or not done[0][0].by or done[0][0].until < turn.now:
        return refused
    what = _named(undo.what for undo in done[0])
    way_on = Button("Undo that", UNDO(done[0][0].id))
    return Message(
        f"{refused.text}\n\nI can take back what came before it: {what}.", buttons=(*refused.buttons, way_on)
    )


@router.undo("messages.as_before")
async def owed_as_before(turn: Turn, owed: list[str], before: list[str]) -> str:
    """The messages by these keys don't come; those that they took the place of do."""
    if owed and not any([await turn.db.deliveries.cancel(key, turn.now) for key in owed]):
        raise Refusal("I have said it by now.")
    await turn.db.deliveries.owe_after_all(before)
    turn.owes = True
    return "It comes when it did before." if before else "It doesn’t come."


def _too_late(what: str) -> str:
    if not what:
        return NOTHING
    return (
        f"Your last change was longer ago than ten minutes: {what}. I can’t take it back any more. To change it, "
        "say how it should be; or ask your programme’s team: “contacts” says how to reach them."
    )


def _named(whats: Iterable[str]) -> str:
    """Each thing once, in the order in which they were done."""
    *others, last = list(dict.fromkeys(whats))[::-1] or [""]
    return f"{', '.join(others)} and {last}" if others else last


# ---------------------------------------------------------------- what was written, as it was before


class Before(Entry):
    """An entry as it was before its author changed or deleted it, for as long as it can come back."""

    kind: ClassVar[str] = "before"

    of: str
    """Its id."""
    was: int
    """Its version."""
    plain: str


async def keep_before(turn: Turn, entry: Entry) -> str:
    """Keep this as it is, about to be changed or deleted; gives the id by which it comes back."""
    before = await turn.vault.add(
        Before(made_at=turn.now, of=entry.id, was=entry.version, plain=entry.to_plain().decode())
    )
    await turn.later(FORGET, at=turn.now + UNDO_WITHIN, entry=before.id)
    return before.id


async def take_before(turn: Turn, kind: type[E], before_id: str) -> E:
    """The entry as it was: it is kept for this no longer."""
    before = await turn.vault.get(Before, before_id)
    entry = kind.from_plain(before.plain.encode(), id=before.of, version=before.was) if before is not None else None
    if entry is None:
        raise Refusal(GONE)
    await turn.vault.delete(before_id)
    return entry
