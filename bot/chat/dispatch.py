"""From what somebody did to the handler of it."""

from collections.abc import Sequence

from bot.chat import dialogue
from bot.chat.again import AS_MEANT, way_named
from bot.chat.drafts import Drafts
from bot.chat.errors import Refusal
from bot.chat.fetching import Takes, Unfetched
from bot.chat.messages import Button, Message, Press
from bot.chat.offered import press_for_time, stays_typed, typed_press
from bot.chat.permission import go, open_to, permit
from bot.chat.platform import (
    Address,
    Arrived,
    Closed,
    Corrected,
    Incoming,
    Left,
    Looked,
    Met,
    Pressed,
    Returned,
    Said,
    Stepped,
    Submitted,
    What,
)
from bot.chat.replies import NO, can_be_declined, is_reply, replied
from bot.chat.router import Intent, Route, Routes
from bot.chat.submissions import RESUME, opening_of, stepped, submitted
from bot.chat.turns import Turn
from bot.chat.understanding import Reading
from bot.chat.wanting import GONE, HELLO, MEANT, WANT, in_passing, want, wanted

MOST_SUGGESTED = 4

LEFT_ALONE = "I left the file alone: I keep what comes by itself, or with “reflect:” and your words."

NOTHING_TO_AGREE_TO = (
    "There is nothing to say yes to just now. If you mean a button above, press it, or type what is on it. Say “what’s "
    "next” to see what waits for you, or “help” to see what I can do."
)
NOTHING_TO_DECLINE = (
    "There is nothing to say no to just now. Everything is as it was. If you mean a button above, press it, or type "
    "what is on it."
)
LEFT_AS_IT_IS = "All right, I’ve left it as it is."

MET = Press("groups.met")
"""Somebody has brought the bot into a group."""

SEEN_IN_GROUPS = "seen_in_groups"
"""The intent that says what others see of somebody in a group: said once before they are asked."""


async def dispatch(turn: Turn, what: What, reading: Reading) -> None:
    """Give this turn to its handler."""
    match what:
        case Said(public=True, files=()):
            await _said(turn, reading)
        case Said(files=()):
            if rest_of := await turn.take_up():
                await press(turn, rest_of)
            else:
                await _said(turn, reading)
        case Said(files=files):
            await _with_files(turn, reading, files)
        case Corrected(text=text, sent=sent):
            await dialogue.corrected(turn, sent.ref, text)
        case Pressed():
            await press(turn, what.press)
        case Submitted():
            await submitted(turn, what.opening, what.answers)
        case Stepped():
            await stepped(turn, what.opening, what.answers, what.to)
        case Closed():
            await _closed(turn, what.opening)
        case Arrived():
            turn.slots = {"code": what.code} if what.code else {}
            await want(turn, turn.kit.routes.intents[HELLO])
        case Looked():
            await _looked(turn, what)
        case Met():
            await press(turn, MET())
        case Left():
            turn.account.reachable = False
            await turn.db.people.save_account(turn.account)
        case Returned():
            pass  # whoever does anything can be reached again


async def _looked(turn: Turn, what: Looked) -> None:
    if what.home:
        await turn.db.homes.look(turn.account.id, turn.now)
    if turn.account.greeted_at is None and turn.speaker is None:
        await want(turn, turn.kit.routes.intents[HELLO])
    elif what.place and turn.speaker is not None:
        turn.suggest({intent.words.title: intent.words.said for intent in open_to(turn)[:MOST_SUGGESTED]})


async def _said(turn: Turn, reading: Reading) -> None:
    if turn.said_in_public:
        await _said_in_public(turn, reading)
    elif (
        turn.account.dialogue
        and (data := typed_press(turn) or replied(turn, turn.text))
        and stays_typed(turn.kit.routes, data)
    ):
        await press(turn, data)
    elif turn.account.dialogue:
        await dialogue.typed(turn, reading)
    elif data := typed_press(turn) or replied(turn, turn.text) or await way_named(turn) or press_for_time(turn):
        await press(turn, data)
    elif is_reply(turn.text) == NO and can_be_declined(turn):
        await turn.say(LEFT_AS_IT_IS)
    elif turn.speaker is not None and not in_passing(turn, reading) and (word := is_reply(turn.text)):
        await turn.say(NOTHING_TO_DECLINE if word == NO else NOTHING_TO_AGREE_TO)
    else:
        await wanted(turn, reading)


async def _said_in_public(turn: Turn, reading: Reading) -> None:
    """Questions and buttons wait in the person's own conversation: words said elsewhere are no answer to them."""
    await wanted(turn, reading)
    if turn.speaker is not None and turn.manner.in_groups and not turn.account.in_groups:
        await want(turn, turn.kit.routes.intents[SEEN_IN_GROUPS])


async def _with_files(turn: Turn, reading: Reading, files: Sequence[Incoming]) -> None:
    """Files are taken with the words that came with them; where those want something else, that is done instead.

    A question that is being asked has no file for an answer, and is asked once more below.
    """
    found = _taking(turn, files)
    if found is None or reading.intent not in (None, found[0].words.name) or (turn.speaker is None and turn.text):
        await _said(turn, reading)
        await turn.say(LEFT_ALONE)
        return
    intent, takes = found
    taken = takes.of(files)
    if not taken and turn.text:
        await _said(turn, reading)
    elif (taken or turn.speaker is None) and await permit(turn, intent.route):
        if turn.files is None:
            of = Address(turn.account.platform, turn.account.team, turn.account.user)
            raise Unfetched(taken, of, turn.person.id, whole=len(taken) == len(files))
        turn.slots = reading.slots if reading.intent else {"words": turn.text}
        await intent.route.handler(turn)
    if len(taken) < len(files):
        await turn.say(takes.left_out(len(files) - len(taken), len(files)))
    if turn.account.dialogue and (taken or not turn.text):
        await dialogue.ask_once_more(turn)


def _taking(turn: Turn, files: Sequence[Incoming]) -> tuple[Intent, Takes] | None:
    """What takes files of this sort from this speaker; where nothing does, what takes files from everybody."""
    last = None
    for intent in turn.kit.routes.for_files:
        takes, allow = intent.route.takes, intent.route.allow
        if takes is not None and (allow is None or allow & turn.roles):
            last = intent, takes
            if any(takes.fits(file) for file in files):
                break
    return last


async def press(turn: Turn, data: str) -> None:
    """A pressed button, or its words typed. Its data is input like any other."""
    found = turn.kit.routes.presses.get(data.partition(":")[0])
    values = found[0].values(data) if found else None
    if found is None or values is None:
        raise Refusal(GONE)
    turn.pressing = data
    await go(turn, found[1], *values)


def route_of(routes: Routes, data: str) -> Route | None:
    """What a press with this data comes down to: the route of its button, or of the intent that it says."""
    match WANT.values(data) or MEANT.values(data) or AS_MEANT.values(data):
        case (str(name),) | (_, str(name), *_):
            return routes.intents[name].route if name in routes.intents else None
    found = routes.presses.get(data.partition(":")[0])
    return found[1] if found else None


async def _closed(turn: Turn, opening_id: str) -> None:
    """A form put away: an untouched draft goes with it, and what was written stays, to be gone on with."""
    try:
        opening, draft = await opening_of(turn, opening_id)
    except Refusal:
        return
    if draft.untouched:
        await Drafts(turn, opening).end()
    elif draft.step:
        title = turn.kit.routes.forms[opening.route][0].title
        await turn.say(
            Message(
                f"You put “{title}” away half-way. What you answered so far is kept.",
                buttons=(Button("Go on with it", RESUME(opening.id), "main"),),
            )
        )
