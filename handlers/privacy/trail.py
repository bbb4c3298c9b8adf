"""“What is recorded about me?”: what each person did that has to be accounted for, and what others did to them."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from storage.shared.audit import Act
from storage.shared.ringing import Ring
from storage.shared.unit import SharedUnit

router = Router("trail")

EARLIER = Press("privacy.earlier_acts", int)
PAGE = 10

ONESELF = {
    "agreed": "agreed on confidentiality",
    "joined": "joined, from an account of yours",
    "linked": "connected another account of yours",
    "became one": "took up a second invitation of yours, and the two became one",
    "disconnected": "disconnected an account of yours",
    "made recovery words": "got recovery words",
    "recovered": "opened your private notes with recovery words, on a new account",
    "asked for an export": "asked for everything of yours as a file",
    "asked to be deleted": "asked for everything to be deleted for good",
    "stopped a deletion": "stopped the deletion",
    "complained about data": "complained about your data",
    "stepped back": "stepped back",
    "came back": "came back",
    "left": "left a cohort",
    "undid leaving": "undid your leaving",
}
"""What people only ever do for themselves, as it is told to them."""

OTHERS = {
    "issued a code": "made a joining code for {whom}",
    "cancelled a code": "cancelled the joining code of {whom}",
    "put a code back": "made the joining code as it was before for {whom}",
    "undid a joining": "undid the joining of {whom}",
    "gave a role": "gave a role in a cohort to {whom}",
    "took a role": "took a role in a cohort back from {whom}",
    "gave a coach": "said who coaches {whom}",
    "asked to hand over": "asked to hand the director’s right over to {whom}",
    "took on to be director": "took on the director’s right from {whom}",
    "handed over": "handed the director’s right over to {whom}",
    "stopped handing over": "stopped the handing over of the director’s right with {whom}",
    "is told by hand": "noted that messages are told by hand to {whom}",
    "is no longer told by hand": "noted that messages are no longer told by hand to {whom}",
    "invited back": "invited {whom} to come back",
    "held messages": "held messages to {whom}",
    "let messages through": "let messages through again to {whom}",
    "recorded an answer": "recorded an answer about coming for {whom}",
    "told by hand": "noted as told by hand what there was for {whom}",
}
"""What people do for one another, with a place for whom it concerns."""

THE_PROGRAMME = {
    "made a cohort": "set a cohort up",
    "brought people in": "brought people in from a list",
    "made invitations": "made invitations",
    "changed the start": "changed the start of a cohort",
    "changed the timetable": "changed the timetable",
    "recorded attendance": "recorded who came",
}
"""What those who run a programme do for all of it."""

WORDS: Mapping[str, str] = {**ONESELF, **OTHERS, **THE_PROGRAMME}
"""Every act of the audit trail, as a sentence without its subject."""

NOBODY_NAMED = "somebody who has left, or looks after the service,"


@router.intent(
    "recorded_about_me",
    "See what is recorded about me",
    "what is recorded about me",
    "what has been recorded about me",
    "what do you have on record about me",
    "my record",
    "who did what about me",
    command="record",
)
async def recorded_about_me(turn: Turn) -> None:
    await turn.say(await _page(turn, None))


@router.pressed(EARLIER)
async def earlier(turn: Turn, before: int) -> None:
    await turn.replace(await _page(turn, before))


async def _page(turn: Turn, before: int | None) -> Message:
    found = await turn.db.audit.concerning(turn.person.id, PAGE + 1, before)
    shown = found[:PAGE]
    lines = [f"- {spoken(act.at, turn.zone)}: {await sentence(turn.db, turn.person.id, act)}" for act in shown]
    if before is None:
        rings = await turn.db.rings.concerning(turn.person.id)
        lines += [
            f"- {spoken(ring.asked_at, turn.zone)}: {await asked_to_ring(turn.db, turn.person.id, ring, turn.zone)}"
            for ring in rings
        ]
    return Message(
        "\n".join(lines) or "Nothing further.",
        title="What is recorded about you",
        fields={"Kept": "who did what, when; never what anybody wrote, and no reasons"},
        buttons=(Button("Earlier", EARLIER(shown[-1].id)),) if len(found) > PAGE else (),
    )


async def sentence(db: SharedUnit, person_id: int, act: Act) -> str:
    """An act as it is told to a person whom it concerns."""
    own = act.actor_id == person_id
    who = "you" if own else await _name(db, act.actor_id, NOBODY_NAMED)
    whom = await _name(db, act.about_id, "others") if own else "you"
    did = WORDS.get(act.act, act.act).format(whom=whom)
    return f"{who} {did}."


async def asked_to_ring(db: SharedUnit, person_id: int, ring: Ring, zone: ZoneInfo) -> str:
    """That somebody was asked to ring, as it is told to either of the two."""
    own = ring.person_id == person_id
    who = "you" if own else await _name(db, ring.person_id, NOBODY_NAMED)
    whom = await _name(db, ring.asked_id, NOBODY_NAMED) if own else "you"
    seen = f", which was seen on {spoken(ring.opened_at, zone)}" if ring.opened_at is not None else ""
    return f"{who} asked {whom} to ring{seen}."


async def _name(db: SharedUnit, person_id: int | None, unknown: str) -> str:
    """By name, as long as they have one here."""
    person = await db.people.get(person_id) if person_id is not None else None
    return unknown if person is None else literal(person.name)
