"""Whom people can turn to: a human, whoever answers for their data, and for somebody's safety."""

from collections.abc import Callable, Iterable
from hashlib import blake2s

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from bot.programmes import Contact, Contacts, Programme
from handlers.said import asides
from scheduling.retention import months_after

router = Router("contacts")

ANSWERED_WITHIN_MONTHS = 1
RECEIPT_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""None that is taken for another, and no vowels to make words of."""

ENOUGH = Press("contacts.enough")
"""They know whom to turn to. Which button somebody was offered last stands in a row: this one is offered whoever asks
for a human, so that it says nothing of how they are."""

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
    words = await each_of_theirs(
        turn,
        lambda known: "\n\n".join(
            [
                f"**To talk to a human**\n{reached(known.human)}",
                f"**If somebody may come to harm**\n{reached(known.safeguarding)}",
                f"**Questions about your data**\n{reached(known.data_protection)}",
                f"**Complaints about your data**\n{reached(known.complaints)}",
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
    words = await each_of_theirs(
        turn,
        lambda known: "\n\n".join(
            [
                _notice(known.privacy_notice),
                f"**Responsible for your data**\n{reached(known.controller)}",
                f"**Questions about it**\n{reached(known.data_protection)}",
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
    "complain",
    "Complain about something",
    "i want to complain",
    "i want to make a complaint",
    "i'd like to complain",
    "make a complaint",
    "complaint",
    "complain: {words}",
    "complaint: {words}",
    "complain about {words}",
    "complaint about {words}",
    "complain that {words}",
    "(i want|i'd like|i need|how do i|i wish) to (complain|make a complaint|raise a complaint) (about this|)",
    "(complaint|complaining|moan) about (the|our) (food|venue|trainer|session|programme|team|room)",
    "(who|where) (do i|can i) (complain to|send a complaint|make a complaint)",
    command="complain",
    unkept=True,
)
async def complain(turn: Turn) -> None:
    """Whoever can put it right hears it from them: what it is about is kept nowhere here."""
    if turn.slots.get("words"):
        await turn.unsay()
    words = await each_of_theirs(turn, lambda known: reached(known.human))
    await turn.say(
        Message(
            "I’m sorry that something isn’t as it should be. I’m a bot, so I can’t pass it on, and I keep no word of "
            f"it. Please tell whoever can put it right:\n\n{words}\n\nIf it is about what is done with your data, "
            "press below: you get a receipt, and a day by which you are owed an answer.",
            buttons=(Button("Complain about my data", WANT("complain_about_data")),),
        )
    )


@router.intent(
    "complain_about_data",
    "Complain about my data",
    "i want to complain about my data",
    "i would like to complain about my data",
    "i'd like to complain about my data",
    "complain about my data",
    "complain about my data {words}",
    "complaint about my data",
    "complaint about my data {words}",
    *asides.COMPLAIN_ABOUT_DATA,
    acts=True,
    unkept=True,
)
async def complain_about_data(turn: Turn) -> None:
    """That somebody complains is on record, and when: what about goes to the contact, and is kept nowhere here."""
    if turn.slots.get("words"):
        await turn.unsay()
    words = await each_of_theirs(turn, lambda known: reached(known.complaints))
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


async def who_listens(turn: Turn) -> str:
    """Whom to turn to where the bot is at a loss, with hours; empty where no template says."""
    try:
        words = await each_of_theirs(turn, lambda known: reached(known.human))
    except Refusal:
        return ""
    return f"**A human to ask**\n{words}"


# ---------------------------------------------------------------- whose contacts, and how they are shown


async def each_of_theirs(turn: Turn, says: Says) -> str:
    """This of each programme that somebody is or was in; under its name, where they differ."""
    words = of_each(await _theirs(turn), says)
    if not words:
        raise Refusal("Whoever runs your programme has not told me yet whom to turn to. Please ask them directly.")
    return words


def of_each(programmes: Iterable[Programme], says: Says) -> str:
    """This of each of these programmes, under its name where they differ; empty where none says whom to turn to."""
    found: dict[str, list[str]] = {}
    for programme in programmes:
        if programme.contacts is not None:
            found.setdefault(says(programme.contacts), []).append(literal(programme.name))
    if len(found) < 2:
        return next(iter(found), "")
    return "\n\n".join(f"**{' and '.join(names)}**\n\n{words}" for words, names in found.items())


async def _theirs(turn: Turn) -> tuple[Programme, ...]:
    """The programmes that somebody is in, and those that they have left: they may turn to them as well."""
    present = {cohort.id for cohort in turn.cohorts}
    parts = await turn.db.cohorts.memberships(turn.person.id)
    left = [await turn.db.cohorts.get(part.cohort_id) for part in parts if part.cohort_id not in present]
    cohorts = [*turn.cohorts, *left]
    return turn.kit.programmes.of(cohort.programme for cohort in cohorts)


def reached(contact: Contact) -> str:
    """Somebody, by what and when they can be reached."""
    who = ", ".join(literal(part) for part in (contact.name, contact.position) if part)
    email = f"[{literal(contact.email)}](<mailto:{contact.email}>)" if contact.email else ""
    ways = ", ".join(filter(None, [email, literal(contact.phone)]))
    return f"{who}\n{ways}\n{literal(contact.hours)}"


def _notice(notice: str) -> str:
    return f"[{literal(notice)}](<{notice}>)" if notice.startswith("https://") else notice
