"""Whom people can turn to: a human, whoever answers for their data, and for somebody's safety."""

from collections.abc import Callable
from hashlib import blake2s

from bot.chat.dispatch import WANT
from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.programmes import Contact, Contacts, Programme
from scheduling.retention import months_after

router = Router("contacts")

ANSWERED_WITHIN_MONTHS = 1
RECEIPT_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""None that is taken for another, and no vowels to make words of."""

Says = Callable[[Contacts], str]


@router.intent(
    "contacts",
    "See who I can talk to",
    "who can i talk to",
    "who can i ask",
    "who can i contact",
    "who can help me",
    "who runs the programme",
    "contacts",
    command="contacts",
    help="the people behind the programme: their numbers, addresses and hours",
)
async def contacts(turn: Turn) -> None:
    words = await _each(
        turn,
        lambda known: "\n\n".join(
            [
                f"**To talk to a human**\n{_reached(known.human)}",
                f"**If somebody may come to harm**\n{_reached(known.safeguarding)}",
                f"**Questions about your data**\n{_reached(known.data_protection)}",
                f"**Complaints about your data**\n{_reached(known.complaints)}",
            ]
        ),
    )
    await turn.say(
        Message(
            words,
            title="Who you can talk to",
            buttons=(
                Button("Privacy notice", WANT("privacy_notice")),
                Button("Complain about my data", WANT("complain_about_data")),
            ),
        )
    )


@router.intent(
    "talk_to_human",
    "Talk to a human",
    "talk to a human",
    "speak to a human",
    "talk to a person",
    "speak to a person",
    "talk to a real person",
    "speak to a real person",
    "talk to somebody",
    "speak to somebody",
    "talk to someone",
    "speak to someone",
    "talk to the programme manager",
    "speak to the programme manager",
    "is there a human",
    "a human please",
    "human",
    "operator",
    command="human",
)
async def talk_to_human(turn: Turn) -> None:
    words = await _each(turn, lambda known: _reached(known.human))
    await turn.say(Message(f"I’m a bot, and can’t pass this on. Here is who will gladly listen:\n\n{words}"))


@router.intent(
    "safeguarding",
    "Tell somebody about a danger",
    "safeguarding",
    "the safeguarding contact",
    "somebody is at risk",
    "someone is at risk",
    "i'm worried about somebody's safety",
    "i'm worried about someone's safety",
    "a child is at risk",
    help="whom to tell where somebody may come to harm",
)
async def safeguarding(turn: Turn) -> None:
    words = await _each(turn, lambda known: _reached(known.safeguarding))
    await turn.say(
        Message(
            "If somebody is in danger right now, call 999. Otherwise tell them yourself: nobody reads what you write "
            f"to me.\n\n{words}",
            title="If somebody may come to harm",
        )
    )


@router.intent(
    "privacy_notice",
    "Read the privacy notice",
    "privacy notice",
    "the privacy notice",
    "show me the privacy notice",
    "privacy policy",
    "data protection",
    "data protection officer",
    "who is responsible for my data",
    "who is the data controller",
)
async def privacy_notice(turn: Turn) -> None:
    words = await _each(
        turn,
        lambda known: "\n\n".join(
            [
                _notice(known.privacy_notice),
                f"**Responsible for your data**\n{_reached(known.controller)}",
                f"**Questions about it**\n{_reached(known.data_protection)}",
            ]
        ),
    )
    await turn.say(
        Message(
            words,
            title="Privacy notice",
            buttons=(
                Button("Who can see what", WANT("who_can_see_this")),
                Button("Complain about my data", WANT("complain_about_data")),
            ),
        )
    )


@router.intent(
    "complain_about_data",
    "Complain about my data",
    "i want to complain about my data",
    "i would like to complain about my data",
    "i'd like to complain about my data",
    "complain about my data",
    "make a complaint",
    "i want to complain",
    "complaint",
    "complaint: {words}",
    "complaint about {words}",
    "complain: {words}",
    "complain about {words}",
    "complain that {words}",
    command="complain",
)
async def complain_about_data(turn: Turn) -> None:
    """That somebody complains is on record, and when: what about goes to the contact, and is kept nowhere here."""
    if turn.slots.get("words"):
        await turn.unsay()
    words = await _each(turn, lambda known: _reached(known.complaints))
    receipt = _receipt(turn)
    today = turn.now.astimezone(turn.zone).date()
    await turn.db.audit.record("complained about data", f"receipt {receipt}", turn.now, turn.person.id)
    await turn.say(
        Message(
            f"Your receipt is **{receipt}**, of {spoken_date(today)}. You are owed an answer by "
            f"**{spoken_date(months_after(today, ANSWERED_WITHIN_MONTHS))}**.\n\n"
            f"Please write or call, and give that number:\n\n{words}\n\n"
            "I keep that you complained, and when, but not a word of what it is about. If the answer doesn’t settle "
            "it, you can turn to the Information Commissioner’s Office (ico.org.uk).",
            title="Your complaint about your data",
        )
    )


def _receipt(turn: Turn) -> str:
    """A number to quote, the same if the turn has to be done again."""
    digest = blake2s(turn.id.encode(), digest_size=8).digest()
    letters = [RECEIPT_LETTERS[byte % len(RECEIPT_LETTERS)] for byte in digest]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


# ---------------------------------------------------------------- whose contacts, and how they are shown


async def _each(turn: Turn, says: Says) -> str:
    """This of each programme that somebody is or was in; under its name, where they differ."""
    found: dict[str, list[str]] = {}
    for programme in await _theirs(turn):
        if programme.contacts is not None:
            found.setdefault(says(programme.contacts), []).append(literal(programme.name))
    if not found:
        raise Refusal("Whoever runs your programme has not told me yet whom to turn to. Please ask them directly.")
    if len(found) == 1:
        return next(iter(found))
    return "\n\n".join(f"**{' and '.join(names)}**\n\n{words}" for words, names in found.items())


async def _theirs(turn: Turn) -> tuple[Programme, ...]:
    """The programmes that somebody is in, and those that they have left: they may turn to them as well."""
    present = {cohort.id for cohort in turn.cohorts}
    parts = await turn.db.cohorts.memberships(turn.person.id)
    left = [await turn.db.cohorts.get(part.cohort_id) for part in parts if part.cohort_id not in present]
    cohorts = [*turn.cohorts, *left]
    return turn.kit.programmes.of(cohort.programme for cohort in cohorts)


def _reached(contact: Contact) -> str:
    """Somebody, by what and when they can be reached."""
    who = ", ".join(literal(part) for part in (contact.name, contact.position) if part)
    email = f"[{literal(contact.email)}](<mailto:{contact.email}>)" if contact.email else ""
    ways = ", ".join(filter(None, [email, literal(contact.phone)]))
    return f"{who}\n{ways}\n{literal(contact.hours)}"


def _notice(notice: str) -> str:
    return f"[{literal(notice)}](<{notice}>)" if notice.startswith("https://") else notice
