"""Whom somebody would rather not be in a group with: told to one coach in private, who alone may act on it.

The other never hears of it, and it shows in no refusal: where it is acted on, it reads like any group that is full.
"""

from collections.abc import Sequence
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Answers, Choice, Form, LongText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers import recovery
from handlers.coaching.finding import cohort_meant
from handlers.coaching.groups.open_groups import groups_of
from handlers.coaching.presses import NOT_WITH
from handlers.coaching.running.apart import put_apart
from handlers.coaching.running.assigning import named_in
from handlers.privacy.who_sees import ABOUT
from handlers.reflections import life
from handlers.reflections.entries import shortened
from handlers.reflections.sharing import end_sharing_of, reads_otherwise, share_with
from handlers.reflections.texts import names, on_a_label
from handlers.roster.listed import everybody_of
from handlers.said import coaching as said_of_coaching
from storage.private.entries import Entry
from storage.shared.people import Person, Role

router = Router("coaching not with")

KEEP_APART = Press("groups.keep_apart", int)
"""See to it that those two come into no group together."""
TAKE_BACK = Press("groups.take_back_not_with", str)

MOST_SHOWN = 10
NOBODY = "That coach has no groups for you just now. Say “book group coaching” to see who has."
GONE = "That isn’t here any more: it was taken back, or has ended."


class NotWith(Entry):
    """Whom somebody would rather not be in a group with. A copy of it is what their coach reads."""

    kind: ClassVar[str] = "not_with"

    words: str
    who: int | None = None
    """Who that is, where it is surely one person."""

    def markdown(self, zone: ZoneInfo) -> str:
        """As its author has it in a file of their own."""
        return f"## {spoken_date(self.made_at.astimezone(zone))}\n\n{self.words}"


class RatherNotWith(Form):
    """Whom, and which coach is told."""

    route = "groups.rather_not_with"
    title = "Rather not with …"
    intro = "One coach alone reads it, and sees what can be done. Nobody else hears of it, and nothing shows it."
    done = "Tell the coach"

    words = LongText("Whom would you rather not be in a group with?", help="Their name is enough.", most=1_000)
    coach = Choice("Which coach shall read it?")


# ---------------------------------------------------------------- telling it


@router.intent(
    "not_with",
    "Say whom I’d rather not be with",
    "whom i'd rather not be with",
    "i'd rather not be in a group with {person}",
    *said_of_coaching.NOT_WITH,
    allow=Role.PARTICIPANT,
    private=True,
    opens=True,
    unkept=True,
)
async def not_with(turn: Turn) -> None:
    """Without a name it is shown what was told, to be taken back."""
    named = turn.slots.get("person", "")
    if named:
        await turn.unsay(note=False)
    told = await turn.vault.all(NotWith)
    if told and not named:
        await _show(turn, told)
    else:
        await _ask(turn, named)


async def _show(turn: Turn, told: Sequence[NotWith]) -> None:
    lines = [f"- {literal(each.words)} ({await _read_by(turn, each)})" for each in told]
    buttons = [Button(f"Take back “{shortened(each.words, 40)}”", TAKE_BACK(each.id)) for each in told[:MOST_SHOWN]]
    buttons.append(Button("Tell a coach", NOT_WITH(0)))
    title = "Whom you’d rather not be with"
    await turn.say(Message("\n".join(lines), title=title, buttons=tuple(buttons), private=True))


async def _read_by(turn: Turn, told: NotWith) -> str:
    shares = await turn.db.sharing.of_entry(turn.person.id, told.id, turn.now)
    return f"{names([reader for _, reader in shares])} can read it" if shares else "nobody can read it now"


@router.pressed(NOT_WITH, allow=Role.PARTICIPANT, private=True, opens=True)
async def ask(turn: Turn, coach_id: int) -> None:
    await _ask(turn, coach_id=coach_id)


async def _ask(turn: Turn, words: str = "", *, coach_id: int = 0) -> None:
    coaches = (await groups_of(turn)).coaches
    options = {_choice(each): on_a_label(name) for each, name in coaches.items()}
    if not options:
        raise Refusal(NOBODY)
    answers: Answers = {"words": words} if words else {}
    if coach_id or len(options) == 1:
        answers["coach"] = _choice(coach_id or next(iter(coaches)))
    await turn.ask(RatherNotWith, answers=answers, options={"coach": options}, only_here=bool(words))


def _choice(coach_id: int) -> str:
    """What stands for a coach among the answers: never a mere number, which would be taken for a place in the list."""
    return f"person {coach_id}"


@router.submitted(RatherNotWith, allow=Role.PARTICIPANT, changes=True)
async def said(turn: Turn, form: RatherNotWith) -> None:
    coach, is_first = await _coach(turn, form.coach), not turn.person.keeps_notes
    written = NotWith(made_at=turn.now, words=form.words, who=await _who(turn, form.words))
    kept = await turn.vault.add(written)
    await life.something_is_kept(turn)
    await share_with(turn, kept, coach)
    await turn.say(
        Message(
            f"{literal(coach.name)} is told that there is something to read, and nobody else is told anything.",
            buttons=(Button("Take it back", TAKE_BACK(kept.id)), Button("Who can see this?", ABOUT(kept.id))),
        )
    )
    if is_first:
        await recovery.offer(turn)


async def _coach(turn: Turn, chosen: str) -> Person:
    """Raises Refusal where that is nobody with whom they may book."""
    coach_id = next((each for each in (await groups_of(turn)).coaches if _choice(each) == chosen), 0)
    coach = await turn.db.people.get(coach_id)
    if coach is None:
        raise Refusal(NOBODY)
    if coach.by_hand:
        raise Refusal(f"{literal(coach.name)} uses neither app, and can’t read it here. Please tell them directly.")
    return coach


async def _who(turn: Turn, words: str) -> int | None:
    """The one participant of their cohort who is named; None where that is not sure."""
    everybody = await everybody_of(turn.db, await cohort_meant(turn))
    others = [each for each in everybody if Role.PARTICIPANT in each.roles and each.person.id != turn.person.id]
    try:
        named = named_in(words, others)
    except Refusal:  # there are several of that name: their coach reads it, and asks
        return None
    return named[0].person.id if len(named) == 1 else None


# ---------------------------------------------------------------- taking it back


@router.pressed(TAKE_BACK, allow=Role.PARTICIPANT, private=True)
async def take_back(turn: Turn, entry_id: str) -> None:
    await _take_back(turn, entry_id)
    await turn.cannot_undo("You took that back. To tell your coach after all, open a group once more.")
    await turn.replace("Taken back. Nobody can read it any more.")


async def _take_back(turn: Turn, entry_id: str) -> None:
    if await turn.vault.get(NotWith, entry_id) is None:
        raise Refusal(GONE)
    await end_sharing_of(turn, entry_id)
    await turn.vault.delete(entry_id)


# ---------------------------------------------------------------- reading it, and acting on it


async def read(turn: Turn, share_id: int) -> None:
    author, copy = await _posted(turn, share_id)
    words = f"**{literal(author.name)}** would rather not be in a group with:\n\n{literal(copy.words)}"
    who = await turn.db.people.get(copy.who) if copy.who is not None else None
    buttons: tuple[Button, ...] = ()
    if who is not None:
        words += (
            f"\n\nI can see to it that {literal(author.name)} and {literal(who.name)} come into no group together from "
            "now on. Neither of them is told, and what is booked stays booked."
        )
        buttons = (Button("See to it", KEEP_APART(share_id), "main"),)
    await turn.say(Message(words, title="For you alone", buttons=buttons, private=True))


reads_otherwise[NotWith] = read


@router.pressed(KEEP_APART, allow=Role.COACH, private=True, changes=True)
async def keep_apart(turn: Turn, share_id: int) -> None:
    author, copy = await _posted(turn, share_id)
    if copy.who is None:
        raise Refusal(GONE)
    await put_apart(turn, author.id, copy.who)
    await turn.replace("They come into no group together from now on. Neither of them is told, and nothing shows it.")


async def _posted(turn: Turn, share_id: int) -> tuple[Person, NotWith]:
    """What was told to the speaker alone, with its author. Somebody else’s reads like what is not there."""
    found = await turn.db.sharing.readable(share_id, turn.person.id, life.today(turn))
    copy = await turn.vault.posted(NotWith, found[0].post) if found else None
    if found is None or copy is None or not await turn.db.sharing.open(share_id, turn.now):
        raise Refusal(GONE)
    return found[1], copy
