"""What somebody wants: done where it was surely understood, asked where it may be, and otherwise said to be unclear."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from itertools import takewhile

from bot.chat.asked import Asked, keep_asked
from bot.chat.errors import Ambiguous, Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.permission import go, is_open
from bot.chat.router import Intent, Route, Router
from bot.chat.turns import Turn
from bot.chat.understanding import Reading
from bot.chat.understanding.meant import decided
from bot.chat.understanding.unread import WORDLESS, unread
from bot.chat.understanding.words import Word, is_called, plain_words, words_of

router = Router("intent")

WANT = Press("intent.want", str)
"""Says an intent by its name."""
MEANT = Press("intent.meant", str, str)
"""The same, with the words that were kept for it."""
NONE_OF_THESE = Press("intent.none")

AT_A_LOSS = Press("intent.loss", str)
"""Nothing was understood: once, once more, or for a reason that `unread` gives."""
ONCE = "once"
ONCE_MORE = "more"
DECLINED = "declined"
"""It was none of what was offered."""

HELLO = "hello"
"""The intent of whoever arrives, and of a stranger whose words say nothing else."""

WRONG_PERSON = "wrong_person"
"""The intent of whoever is taken for somebody else."""
DENIALS = [
    tuple(words.split())
    for words in ("i'm not", "im not", "i am not", "this is not", "this isn't", "name is not", "name isn't", "it's not")
]
"""What stands before one's name where one is somebody else."""

LATELY = timedelta(minutes=10)
"""For so long it counts what somebody was just doing, and that they were not understood."""
MOST_MISSES = 2
"""After so many in a row nothing more is guessed."""
MOST_OF_A_DENIAL = 60  # characters
MOST_WITH_NAMES = 240  # characters in which people are looked for
SURE_TO_END = 0.9
"""So surely it has to be meant, where it ends something."""
CLAUSE_END = frozenset(".,;:!?()–—-\n")
GO_ON = frozenset(["and", "but", "so", "sorry", "i'm", "im", "you", "any", "anymore"])
"""The words with which another clause begins, where no mark stands before it."""
MOST_ECHOED = 60
"""Characters: what is longer is no name or time, and is not said back."""
OWN_WORDS = frozenset(["text", "words", "what", "why", "reason"])
"""The slots in which people’s own words stand, which are not said back either."""

GONE = "That button doesn’t work any more. Say “help” to see what you can do."


async def say_again(turn: Turn, words: str) -> None:
    """Take these words as if they had been typed just now, outside any form."""
    turn.text = words
    await wanted(turn, turn.kit.understanding.read(words))


async def want(turn: Turn, intent: Intent) -> None:
    """Do what this intent asks for, if they may."""
    turn.wanting = "" if turn.slots else intent.words.name
    turn.passing = intent.route.aside
    if not intent.route.aside:
        turn.account.misses = 0
        if not intent.route.unkept:
            turn.account.lately, turn.account.lately_at = intent.words.name, turn.now
        await turn.db.people.save_account(turn.account)
    with _to_be_gone_on_with(turn, intent):
        await go(turn, intent.route)


@contextmanager
def _to_be_gone_on_with(turn: Turn, intent: Intent) -> Iterator[None]:
    """Where it has to be asked which was meant, this is done once that is said."""
    try:
        yield
    except Ambiguous as ambiguous:
        ambiguous.wanted(intent.words.name, turn.text, private=intent.route.private)
        raise


async def wanted(turn: Turn, reading: Reading) -> None:
    """Do what their words ask for; ask, where they only may; say so, where nothing was understood."""
    intents = turn.kit.routes.intents
    reading = settled(turn, await _with_names(turn, reading))
    turn.slots = reading.slots
    why = "" if declared(reading) else unread(turn.text)
    if turn.speaker is None:
        if why and why not in WORDLESS:  # which may be a code
            await _at_a_loss(turn, why)
        known = reading.intent is not None and intents[reading.intent].route.strangers
        await want(turn, intents[reading.intent if known and reading.intent else HELLO])
    elif why in WORDLESS:
        await _at_a_loss(turn, why)
    elif reading.intent is not None and _is_asked_first(turn, intents[reading.intent].route, reading):
        await _ask_first(turn, intents[reading.intent], by_chance=declared(reading))
    elif reading.intent is not None:
        await want(turn, intents[reading.intent])
    elif why:
        await _at_a_loss(turn, why)
    else:
        await _guess(turn, reading)


async def _with_names(turn: Turn, reading: Reading) -> Reading:
    """The same words once more where others of their cohorts are named in them: nobody types a capital for that."""
    if turn.speaker is None or (declared(reading) and not reading.loosely):
        return reading
    members = [person for cohort in turn.cohorts for person, _ in await turn.db.cohorts.members(cohort.id)]
    names = {word for person in members if person.id != turn.speaker.id for word in plain_words(person.name)}
    said = {word.plain for word in words_of(turn.text, end=MOST_WITH_NAMES)}
    turn.names = frozenset(word for word in said if any(is_called(word, name) for name in names))
    return turn.kit.understanding.read(turn.text, turn.names) if turn.names else reading


def settled(turn: Turn, reading: Reading) -> Reading:
    """What these words mean from this person, in their role, and after what they were just doing."""
    if turn.speaker is not None and not declared(reading) and _is_somebody_else(turn.text, turn.speaker.name):
        return Reading(WRONG_PERSON)
    reading = _without_ends(turn, reading)
    mine = {name for name, intent in turn.kit.routes.intents.items() if is_open(turn, intent.route)}
    lately = turn.account.lately if _is_lately(turn) else ""
    if reading.loosely and reading.intent is not None and reading.intent not in mine and declared(reading):
        otherwise = turn.kit.understanding.as_taught(turn.text, turn.names).settled(mine, lately)
        return otherwise if otherwise.intent in mine else reading
    return reading.settled(mine, lately)


def _without_ends(turn: Turn, reading: Reading) -> Reading:
    """Nothing is ended unless it was declared, or is beyond doubt."""
    intents = turn.kit.routes.intents
    kept = [
        each for each in reading.candidates if not intents[each.intent].route.ends or each.confidence >= SURE_TO_END
    ]
    return reading if len(kept) == len(reading.candidates) else decided(kept)


def _is_somebody_else(text: str, name: str) -> bool:
    """Whether whoever wrote this says that they are not the one of this name."""
    words, names = words_of(text, end=MOST_OF_A_DENIAL), plain_words(name)
    plain = tuple(word.plain for word in words)
    denied = (words[at + len(denial) :] for denial in DENIALS for at in _places(denial, plain))
    return any(_is_all_of(text, after, names) for after in denied)


def _is_all_of(text: str, words: Sequence[Word], names: Collection[str]) -> bool:
    """Whether the clause that goes on with these words is one of the names, or several, and nothing else."""
    named = list(takewhile(lambda word: word.plain in names, words))
    after = words[len(named) :][:1]
    return bool(named) and (
        not after or after[0].plain in GO_ON or not CLAUSE_END.isdisjoint(text[named[-1].end : after[0].start])
    )


def _places(denial: tuple[str, ...], words: tuple[str, ...]) -> list[int]:
    return [at for at in range(len(words)) if words[at : at + len(denial)] == denial]


def in_passing(turn: Turn, reading: Reading) -> bool:
    """Whether it is said in passing: a form takes it as an answer, and it is no yes and no no."""
    return reading.intent is not None and _is_in_passing(turn.kit.routes.intents[reading.intent].route)


def _is_in_passing(route: Route) -> bool:
    return route.aside and not route.meanwhile


def _can_be_guessed(route: Route) -> bool:
    """Nothing is ended on a guess, and what is only said in passing is no wish."""
    return not route.ends and not _is_in_passing(route)


def declared(reading: Reading) -> bool:
    """Whether these very words, or their pattern, were declared; otherwise it was only learnt what they may mean."""
    return reading.intent is not None and not reading.candidates


def _is_lately(turn: Turn) -> bool:
    return turn.account.lately_at is not None and turn.now - turn.account.lately_at <= LATELY


def _is_asked_first(turn: Turn, route: Route, reading: Reading) -> bool:
    """Nothing that was only learnt, or that a pattern fits by chance, changes or sends anything by itself; whom it is
    not open to is told so at once."""
    acts = route.acts is True or bool(route.acts and reading.slots)
    by_chance = reading.loosely and route.plainly is not None and not route.plainly(turn)
    return acts and (bool(reading.candidates) or by_chance) and is_open(turn, route)


async def _ask_first(turn: Turn, intent: Intent, *, by_chance: bool) -> None:
    """What would be done, as it was understood, and one button to have it done.

    Where the route does not say what that is, or a pattern fits by chance, and it can't, it is what was said for it.
    """
    title = intent.words.title
    said = ""
    if intent.route.about is not None:
        with suppress(Refusal) if by_chance else _to_be_gone_on_with(turn, intent):
            said = await intent.route.about(turn)
    what = f"**{title}**: {said or _as_said(turn)}".removesuffix(": ")
    data = (await _presses(turn, [intent.words.name]))[intent.words.name]
    await turn.say(
        Message(
            f"{what}. Shall I? Nothing has changed so far.",
            buttons=(Button(title, data, "main"), Button("No, something else", NONE_OF_THESE())),
        )
    )


def _as_said(turn: Turn) -> str:
    shown = [slot for name, slot in turn.slots.items() if name not in OWN_WORDS and len(slot) <= MOST_ECHOED]
    return ", ".join(map(literal, dict.fromkeys(shown))) or ("as you have just typed it" if turn.slots else "")


# ---------------------------------------------------------------- where it is not sure


async def _guess(turn: Turn, reading: Reading) -> None:
    """Offer what may be meant; after too many misses in a row, guess no more."""
    if not _is_lately(turn):
        turn.account.lately, turn.account.misses = "", 0
    turn.passing, misses = True, turn.account.misses + 1
    turn.account.misses, turn.account.lately_at = misses, turn.now
    await turn.db.people.save_account(turn.account)
    intents = turn.kit.routes.intents
    routes = {name: intents[name].route for name in reading.guesses}
    guesses = [name for name, route in routes.items() if is_open(turn, route) and _can_be_guessed(route)]
    if guesses and misses <= MOST_MISSES:
        await turn.say(await _did_you_mean(turn, guesses))
    else:
        await _at_a_loss(turn, ONCE_MORE if misses >= MOST_MISSES else ONCE)


async def _did_you_mean(turn: Turn, guesses: Sequence[str]) -> Message:
    alone = len(guesses) == 1
    presses = await _presses(turn, guesses)
    titles = {name: turn.kit.routes.intents[name].words.title for name in guesses}
    return Message(
        f"I’m not sure I understood. Did you mean {'this' if alone else 'one of these'}?",
        buttons=(
            *(Button(titles[name], presses[name], "main" if alone else "plain") for name in guesses),
            Button("No, something else", NONE_OF_THESE()),
        ),
    )


async def _presses(turn: Turn, names: Sequence[str]) -> Mapping[str, str]:
    """What stands behind the buttons for these intents: where there is more in the words, they are kept for it.

    They are kept where private words are: whoever has no such place, or has not agreed to it, says them once more.
    """
    told = any(
        each.slots for each in turn.kit.understanding.read(turn.text, turn.names).candidates if each.intent in names
    )
    told = told or any(turn.kit.routes.intents[name].route.acts for name in names)
    if not told or turn.opened is None or turn.to_agree is not None:
        return {name: WANT(name) for name in names}
    asked = await keep_asked(turn, turn.text)
    return {name: MEANT(asked.id, name) for name in names}


@router.pressed(WANT, strangers=True)
async def meant(turn: Turn, name: str) -> None:
    await want(turn, _intent(turn, name))


@router.pressed(MEANT)
async def meant_so(turn: Turn, entry_id: str, name: str) -> None:
    """With the words as they were typed; should they have gone, it asks for what it needs."""
    asked = await turn.opened.get(Asked, entry_id) if turn.opened is not None else None
    if asked is not None:
        turn.said_in = asked.said_in
    await want_with(turn, name, asked.words if asked is not None else "")


async def want_with(turn: Turn, name: str, words: str) -> None:
    """Do what this intent asks for, as these words ask for it."""
    intent = _intent(turn, name)
    turn.text = words
    reading = await _with_names(turn, turn.kit.understanding.read(words))
    of_others = (each.slots for each in reading.candidates if each.intent == name)
    turn.slots = reading.slots if reading.intent == name else next(of_others, {})
    await want(turn, intent)


@router.pressed(NONE_OF_THESE)
async def none_of_these(turn: Turn) -> None:
    await _at_a_loss(turn, DECLINED)


def _intent(turn: Turn, name: str) -> Intent:
    if name not in turn.kit.routes.intents:
        raise Refusal(GONE)
    return turn.kit.routes.intents[name]


async def _at_a_loss(turn: Turn, why: str) -> None:
    turn.passing = True
    _, route = turn.kit.routes.presses[AT_A_LOSS.route]
    await go(turn, route, why)
