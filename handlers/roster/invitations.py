"""Invitations: who has not joined, and links and codes for all of them as a file for mail merge."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, File, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.joining import issue_all, payload_of
from handlers.roster.codes import NEW_CODE, codes_as_before
from handlers.roster.listed import (
    Listed,
    above,
    by_id,
    cohort_run_by,
    everybody_of,
    joined_elsewhere,
    refuse_above,
    refuse_others,
    waits_to_join,
    with_name,
)
from handlers.roster.people_csv import written
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.joining import CODE_LIVES, JoiningCode

router = Router("invitations")

MAKE = Press("invitations.make", int)
CANCEL = Press("invitations.cancel", int, int)

NOBODY_WAITS = "Everybody has joined, or is told by hand: there is nobody to invite."


@router.intent(
    "invitations",
    "Invitations",
    "invitations",
    "invite everybody",
    "invite everyone",
    "invite people",
    "send the invitations",
    "invitation links",
    command="invitations",
    help="links and codes for those who have not joined, to send them",
    allow=RUN_IT,
)
async def invitations(turn: Turn) -> None:
    refuse_others(turn)
    cohort = turn.cohort
    waiting = await _waiting(turn, cohort)
    if not waiting:
        await turn.say(NOBODY_WAITS)
        return
    codes = await turn.db.joining.latest([listed.person.id for listed in waiting])
    before = " Codes that they were sent before stop working then." if codes else ""
    lines = [
        f"- **{literal(listed.person.name)}**: {_stands(turn, cohort, codes.get(listed.person.id))}"
        for listed in waiting
    ]
    await turn.say(
        Message(
            "\n".join(lines)
            + f"\n\nI can make a code and link for each of them, in one file for a mail merge.{before}\n\n"
            "For one alone, say “new code for” or “cancel the invitation of”, and a name.",
            title=f"{_count(len(waiting))} not joined",
            buttons=(Button(_make(len(waiting), anew=bool(codes)), MAKE(cohort.id), "main"),),
        )
    )


def _make(count: int, *, anew: bool) -> str:
    if not anew:
        return "Make the invitations" if count > 1 else "Make the invitation"
    return f"Make all {count} anew" if count > 1 else "Make it anew"


@router.pressed(MAKE, allow=RUN_IT, changes=True)
async def make(turn: Turn, cohort_id: int) -> None:
    cohort = cohort_run_by(turn, cohort_id)
    waiting = await _waiting(turn, cohort)
    if not waiting:
        raise Refusal(NOBODY_WAITS)
    people = [listed.person for listed in waiting]
    before = await turn.db.joining.latest([person.id for person in people])
    codes = await issue_all(turn.db, turn.kit.secrets, people, turn.now)
    act = f"cohort {cohort.id}: {len(people)} codes"
    await turn.db.audit.record("made invitations", act, turn.now, turn.person.id)
    ids = [person.id for person in people]
    await turn.can_undo("the invitations that you made", codes_as_before, cohort.id, ids, turn.now.isoformat())
    until = spoken_date((turn.now + CODE_LIVES).astimezone(ZoneInfo(cohort.zone)))
    unreached = [literal(person.name) for person in people if not person.email]
    words = (
        f"{_count(len(people))} not joined, each with a link and a code of their own that work once, until {until}."
        f"{' Codes that were made before have stopped working.' if before else ''} Whoever has this file can join as "
        "any of them, so delete it once it is sent."
    )
    if unreached:
        words += f"\n\nWithout an e-mail address: {', '.join(unreached)}."
    file = File(_for_mail_merge(turn, cohort, waiting, codes, until), "invitations.csv", "For a mail merge", "text/csv")
    await turn.say(Message(words, title="The invitations", attachments=(file,)))


async def _waiting(turn: Turn, cohort: Cohort) -> list[Listed]:
    """Who has not joined, and for whom the speaker may make a code."""
    everybody = await everybody_of(turn.db, cohort)
    waiting = [listed for listed in everybody if waits_to_join(listed, turn.now)]
    others = await above(turn, waiting) | await joined_elsewhere(turn, waiting)
    return [listed for listed in waiting if listed.person.id not in others]


def _count(number: int) -> str:
    return "One has" if number == 1 else f"{number} have"


def _stands(turn: Turn, cohort: Cohort, code: JoiningCode | None) -> str:
    """Whether what they were sent works."""
    if code is None:
        return "no code yet"
    zone = ZoneInfo(cohort.zone)
    if code.used_at is not None:
        return "joined once, and that was undone"
    if code.cancelled_at is not None:
        return "cancelled"
    until = spoken_date(code.expires_at.astimezone(zone))
    return f"their code works until {until}" if code.expires_at > turn.now else f"their code worked until {until}"


def _for_mail_merge(
    turn: Turn, cohort: Cohort, waiting: Sequence[Listed], codes: Mapping[int, str], until: str
) -> bytes:
    links = {person: turn.kit.links(payload_of(turn.kit.secrets, code)) for person, code in codes.items()}
    addresses = turn.kit.addresses()
    platforms = sorted({*addresses, *(platform for of_one in links.values() for platform in of_one)})
    of_platforms = [f"{platform.capitalize()} link" for platform in platforms]
    rows = []
    for listed in waiting:
        person, code = listed.person, codes[listed.person.id]
        with_code = links[person.id]
        rows.append(
            [
                person.name,
                person.email or "",
                " and ".join(listed.roles),
                next((part.organisation for part in listed.parts if part.organisation), ""),
                code,
                *({**addresses, **with_code}[platform] for platform in platforms),
                _wording(turn, cohort, person.name, code, with_code, addresses, until),
            ]
        )
    return written(["Name", "E-mail", "Role", "Organisation", "Code", *of_platforms, "Wording"], rows)


def _wording(
    turn: Turn, cohort: Cohort, name: str, code: str, links: Mapping[str, str], addresses: Mapping[str, str], until: str
) -> str:
    """What somebody is sent, ready to be used as it is."""
    programme = turn.kit.programmes[cohort.programme]
    ways = [f"On {platform.capitalize()}, open this link: {url}" for platform, url in links.items()]
    ways += [f"On {platform.capitalize()}, open this, and type your code: {url}" for platform, url in addresses.items()]
    how = "\n".join([*(ways or ["Say hello to Waymark, and type your code."]), f"Your code: {code}"])
    return (
        f"Dear {name},\n\nWelcome to the {programme.name}, {cohort.name}. Waymark, a chat assistant, "
        "keeps you up to date with what comes when, and keeps your own notes for you alone. It is a bot, and joining "
        f"takes a minute:\n\n{how}\n\nThe invitation is yours alone and works once, until {until}. If you can’t "
        "use it, just tell us: you take part all the same.\n\nWe look forward to working with you."
    )


# ---------------------------------------------------------------- cancelling one


@router.intent(
    "cancel_invitation",
    "Cancel an invitation",
    "cancel the invitation of {name}",
    "cancel the invitation for {name}",
    "cancel invitation of {name}",
    allow=RUN_IT,
    acts=True,
    ends=True,
)
async def cancel_invitation(turn: Turn) -> None:
    how = "Say whose, such as “cancel the invitation of Ada Okafor”."
    await with_name(turn, how, "Cancel the invitation of", CANCEL, _cancel)


@router.pressed(CANCEL, allow=RUN_IT, changes=True)
async def cancel(turn: Turn, cohort_id: int, person_id: int) -> None:
    await _cancel(turn, await by_id(turn, cohort_id, person_id))


async def _cancel(turn: Turn, listed: Listed) -> None:
    person = listed.person
    await refuse_above(turn, listed)
    if not await turn.db.joining.is_open(person.id, turn.now):
        raise Refusal(f"{literal(person.name)} has no code that works just now, so there is nothing to cancel.")
    await turn.db.joining.cancel(person.id, turn.now)
    await turn.db.audit.record("cancelled a code", f"person {person.id}", turn.now, turn.person.id, about_id=person.id)
    what = f"that the code of {literal(person.name)} is cancelled"
    await turn.can_undo(what, codes_as_before, listed.cohort.id, [person.id], turn.now.isoformat())
    await turn.say(
        Message(
            f"The code of {literal(person.name)} has stopped working. They stay on the roster.",
            buttons=(Button("Make a new one", NEW_CODE(listed.cohort.id, person.id)),),
        )
    )
