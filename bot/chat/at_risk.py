"""Somebody at risk: wherever they say it, help comes first, and nothing is kept of it but what they chose to keep."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.asked import Asked, keep
from bot.chat.drafts import is_secret, without_secrets
from bot.chat.forms import AnyField
from bot.chat.messages import Press
from bot.chat.offered import typed_press
from bot.chat.permission import go
from bot.chat.platform import Corrected, Said, Stepped, Submitted, What
from bot.chat.router import Route
from bot.chat.turns import Turn
from bot.chat.understanding import Reading
from bot.chat.understanding.risk import Risk, at_risk, sounds_at_risk
from bot.chat.wanting import LATELY, declared

HELP = Press("at_risk.help", str)
"""What is said to somebody at risk, or to one who fears for another."""

_PLAINLY = 0.9
"""So surely understood, a wish in much the same words as somebody at risk would use is that wish."""

_MANY_WORDS = 4
"""In so many words, beside a wish, anything may be said; fewer are what the wish is about."""


def risk_in(what: What, reading: Reading) -> Risk | None:
    """Who may be at risk by anything that was written: said, corrected, or answered in a form."""
    match what:
        case Said(text=text):
            return risk_of(text, reading)
        case Corrected(text=text):
            return at_risk(text) or sounds_at_risk(text)
        case Submitted(answers=answers) | Stepped(answers=answers):
            text = "\n\n".join(answer for answer in answers.values() if isinstance(answer, str))
            return at_risk(text) or sounds_at_risk(text)
        case _:
            return None


def risk_of(text: str, reading: Reading) -> Risk | None:
    """Who may be at risk by what was said: by its words, or by how it sounds where it is no plain wish."""
    return at_risk(text) or (None if _plainly(reading) else sounds_at_risk(text))


def _plainly(reading: Reading) -> bool:
    """Whether this is plainly a wish; words to be kept, beside one, may say anything."""
    if reading.candidates:
        return reading.candidates[0].confidence >= _PLAINLY
    few = all(len(words.split()) < _MANY_WORDS for words in reading.slots.values())
    return reading.intent is not None and few


async def in_their_own_words(turn: Turn, what: What | None, reading: Reading, risk: Risk) -> Risk | None:
    """Who is at risk by it, where it is theirs: no label of a button, and nothing that opens something."""
    match what:
        case Said():
            opens = reading.intent is not None and turn.kit.routes.intents[reading.intent].route.prepare is not None
            return None if opens or typed_press(turn) is not None or await _is_secret(turn) else risk
        case Submitted(opening=opening, answers=answers) | Stepped(opening=opening, answers=answers):
            fields = await _fields(turn, opening)
            return risk_in(replace(what, answers=without_secrets(answers, fields)), reading) if fields else risk
        case _:
            return risk


async def _is_secret(turn: Turn) -> bool:
    """Whether they answer a question to which the answer is typed unseen."""
    opening = await turn.db.conversations.form(turn.account.dialogue or "", turn.account.id)
    field = (await _fields(turn, opening.id)).get(opening.asked) if opening is not None else None
    return field is not None and is_secret(field)


async def _fields(turn: Turn, opening_id: str) -> Mapping[str, AnyField]:
    """The questions of a form that they have, or had, open."""
    opening = await turn.db.conversations.form(opening_id, turn.account.id)
    forms = turn.kit.routes.forms
    return forms[opening.route][0].fields if opening is not None and opening.route in forms else {}


def goes_on(turn: Turn, what: What, reading: Reading) -> bool:
    """Whether what they did is done beside the help: it is kept, or read, and changes nothing for anybody."""
    match what:
        case Said(public=True):
            return _keeps(turn, reading)
        case Corrected():
            return bool(turn.account.dialogue)
        case Said(files=()):
            return bool(turn.account.dialogue) or turn.goes_on or _keeps(turn, reading) or _only_tells(turn, reading)
        case _:
            return True


def _keeps(turn: Turn, reading: Reading) -> bool:
    """Whether they said to keep it."""
    route = _surely(turn, reading)
    return route is not None and route.takes is not None and bool(reading.slots)


def _only_tells(turn: Turn, reading: Reading) -> bool:
    route = _surely(turn, reading)
    return route is not None and not (route.acts or route.changes or route.aside)


async def hold(turn: Turn, reading: Reading) -> None:
    """A sure wish that is not done beside the help waits in its person’s own vault, in case they are all right."""
    route = _surely(turn, reading)
    if route is None or route.aside or turn.said_in_public or turn.opened is None or turn.to_agree is not None:
        return
    held = Asked(made_at=turn.now, words=turn.text, said_in=turn.said_in, held=reading.intent or "")
    await keep(turn, held)


async def what_waits(turn: Turn) -> tuple[str, str]:
    """The intent that was held back last for help to come first, and where its words are kept; it waits no longer."""
    asked = await turn.opened.all(Asked) if turn.opened is not None else []
    intent, entry_id = "", ""
    for each in asked:
        if each.held:
            intent, entry_id = (each.held, each.id) if turn.now - each.made_at <= LATELY else ("", "")
            each.held = ""
            await turn.vault.change(each)
    return intent, entry_id


def _surely(turn: Turn, reading: Reading) -> Route | None:
    """What they asked for in so many words: what was only guessed can wait."""
    if reading.intent is None or not declared(reading) or turn.speaker is None:
        return None
    return turn.kit.routes.intents[reading.intent].route


async def help_first(turn: Turn, risk: Risk) -> None:
    """Say what helps, before whatever else this turn says; where others can read, only in their own conversation."""
    others, turn.answers = turn.answers, []
    turn.hushed = turn.said_in_public and (turn.speaker is not None or turn.account.greeted_at is not None)
    _, route = turn.kit.routes.presses[HELP.route]
    await go(turn, route, risk.name)
    turn.answers += others
