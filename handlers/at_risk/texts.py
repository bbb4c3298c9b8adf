"""The words for somebody at risk: calm and short, with no promise, no advice and no blame in them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.markdown import literal
from bot.chat.times import place_of, spoken
from bot.programmes import Helplines
from storage.shared.people import Person

STAYS_HERE = "What you wrote I pass on to nobody."
MISREAD = "I may have read this wrongly."
ASK_SOMEBODY = "I can also ask somebody to ring you. They would be told that you would like it, and no more."
NOBODY_TO_ASK = "I can’t reach them from here, so please ring or write to them yourself."

ALL_RIGHT = "I’m all right"
KNOWS_ENOUGH = "I have what I need"
GOES_ON_THEN = (
    "Thank you for saying so. The numbers above are there for you as well, today or another day. We go on whenever you "
    "like."
)
WAITS = "What you asked for I have not done so far. If you would like it, press below."

NO_MORE = "That was a while ago, and is done with. Say “contacts” to see who you can talk to."
NOT_SENT = "All right, nothing was sent. You can ask for it at any other time."


def for_oneself(lines: Sequence[Helplines], contacts: str, can_ask: bool) -> str:
    return _paragraphs(
        f"{MISREAD} If you are all right, press below, and we go on.",
        "If things are hard: I’m a bot, not a person, and you deserve a person. Please talk to somebody now.",
        *(f"**If you are in danger right now, call {literal(each.emergency)}.**" for each in lines),
        f"At any hour, day or night:\n\n{_listed(lines)}",
        f"In your programme:\n\n{contacts}\n\nOutside those hours, please use one of the numbers above."
        if contacts
        else "",
        _asking(contacts, can_ask),
        STAYS_HERE,
    )


def for_another(lines: Sequence[Helplines], contacts: str, can_ask: bool) -> str:
    """Where it may be so."""
    return f"{MISREAD} If you fear that somebody may come to harm: {for_who_asks(lines, contacts, can_ask)}"


def for_who_asks(lines: Sequence[Helplines], contacts: str, can_ask: bool) -> str:
    """Where somebody asks whom to tell of another."""
    return _paragraphs(
        "I’m a bot, not a person, and nobody reads this: please tell somebody who can act.",
        *(f"**If they are in danger right now, call {literal(each.emergency)}.**" for each in lines),
        f"In your programme, tell:\n\n{contacts}\n\nOutside those hours, if it can’t wait, call the number above."
        if contacts
        else "",
        "You needn’t be sure, or have proof. Please don’t promise anybody to keep it secret: nobody’s safety is.",
        f"Who needs to talk, they or you, can reach these day and night:\n\n{_listed(lines)}",
        _asking(contacts, can_ask),
        STAYS_HERE,
    )


def would_like_you_to_ring(asking: Person, asked: Person, at: datetime, *, with_number: bool) -> str:
    """All that is sent. The time is the reader’s; whose it is is said where the two differ."""
    zone = ZoneInfo(asked.zone)
    where = f" ({place_of(zone, at)})" if asked.zone != asking.zone else ""
    words = f"{asking.name} would like you to ring, asked at {at.astimezone(zone):%H:%M}{where}"
    return f"{words}; their number shows once you press below" if with_number else words


def shall_i(asked: Person, words: str, number: str, *, may_add: bool) -> str:
    name = literal(asked.name)
    adding = " If they may have none, add yours." if may_add else ""
    return _paragraphs(
        f"This is all that {name} would be sent:",
        f"> {literal(words)}",
        f"Once they press that they have seen it, they are shown your number: {literal(number)}."
        if number
        else f"They ring the number that they have for you.{adding}",
        "I tell you when they have seen it, or if it was not opened within an hour. Shall I send it?",
    )


def sent(asked: Person, words: str, lines: Sequence[Helplines]) -> str:
    return _paragraphs(
        f"Sent to {literal(asked.name)}: “{literal(words)}”",
        "I tell you when they have seen it, or if it was not opened within an hour. If you can’t wait:",
        _numbers(lines),
    )


def asked_already(asked: Person, asked_at: datetime, opened_at: datetime | None, zone: ZoneInfo) -> str:
    name, since = literal(asked.name), spoken(asked_at, zone)
    if opened_at is not None:
        return f"You asked {name} on {since}, and they saw it on {spoken(opened_at, zone)}."
    return f"You asked {name} on {since}. I tell you when they have seen it, or if it was not opened within an hour."


def thank_you(asking: Person, number: str, *, with_number: bool) -> str:
    name = literal(asking.name)
    thanks = f"Thank you. {name} knows that you have seen it."
    if number:
        return f"{thanks} Their number: {literal(number)}"
    if with_number:
        return f"{thanks} They added a number, but I can’t show it here: please use the one that you have."
    return thanks


def seen_by(asked: Person, at: datetime, zone: ZoneInfo) -> str:
    return f"{literal(asked.name)} has seen that you would like them to ring: on {spoken(at, zone)}."


def not_opened(asked: Person, asked_at: datetime, zone: ZoneInfo, lines: Sequence[Helplines], contacts: str) -> str:
    return _paragraphs(
        f"{literal(asked.name)} has not opened what I sent on {spoken(asked_at, zone)}. Please don’t wait for them:",
        _numbers(lines),
        f"In your programme:\n\n{contacts}" if contacts else "",
    )


def out_of_reach(lines: Sequence[Helplines], contacts: str) -> str:
    return _paragraphs(
        "I can’t reach them from here just now, and have sent nothing. Please ring or write to them yourself:",
        contacts,
        "Or, at any hour:",
        _numbers(lines),
    )


def _asking(contacts: str, can_ask: bool) -> str:
    if can_ask:
        return ASK_SOMEBODY
    return NOBODY_TO_ASK if contacts else ""


def _numbers(lines: Sequence[Helplines]) -> str:
    return "\n".join(
        [*(f"- **In danger right now**: call {literal(each.emergency)}" for each in lines), _listed(lines)]
    )


def _listed(lines: Sequence[Helplines]) -> str:
    each_once = dict.fromkeys(line for each in lines for line in each.lines)
    return "\n".join(f"- **{literal(line.name)}**: {literal(line.how)}" for line in each_once)


def _paragraphs(*paragraphs: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, paragraphs)))
