"""“Who can see this?”: answered from the one table, for everything and for one entry."""

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from handlers.privacy import deletion
from handlers.privacy.record import kinds
from handlers.reflections.entries import shortened
from handlers.said import theirs
from storage.private.entries import Entry
from storage.shared.people import Person
from storage.shared.sharing import Share
from storage.visibility import ENTRIES, MASTER_KEY, PLATFORM, SAFETY, SORTS, Sort, Thing, things

router = Router("who sees")

ABOUT = Press("privacy.about", str)
"""Who can see this one entry of the speaker's."""


@router.intent(
    "who_can_see_this",
    "Who can see what",
    "who can see this",
    "who can see what",
    "who can see what i write",
    "who can see my notes",
    "who can read this",
    "who can read my notes",
    "is this private",
    "is this confidential",
    "privacy",
    *theirs.WHO_CAN_SEE_THIS,
    command="privacy",
    help="what you write, what the team sees, and how long each is kept",
)
async def who_can_see_this(turn: Turn) -> None:
    await turn.say(Message("\n\n".join([*map(_sort, SORTS), _honestly()]), title="Who can see what"))
    if waiting := await deletion.notice(turn):
        await turn.say(waiting)


def _sort(sort: Sort) -> str:
    lines = "\n".join(_line(thing) for thing in things(sort))
    return f"**{SORTS[sort].title}**\n\n{SORTS[sort].rule}\n\n{lines}"


def _line(thing: Thing) -> str:
    return f"- *{thing.name}*: {thing.seen_by}. Kept {thing.kept}."


def _honestly() -> str:
    return f"**Three honest limits**\n\n- {PLATFORM}\n- {MASTER_KEY}\n- {SAFETY}"


@router.pressed(ABOUT)
async def about(turn: Turn, entry_id: str) -> None:
    """One entry of the speaker's own; any other id reads like one that is gone."""
    for kind in kinds():
        entry = await turn.vault.get(kind, entry_id)
        if entry is not None:
            shares = await turn.db.sharing.of_entry(turn.person.id, entry_id, turn.now)
            await turn.say(_about_one(entry, shares))
            return
    raise Refusal("That isn’t here any more. Say “my notes” to see what is.")


def _about_one(entry: Entry, shares: list[tuple[Share, Person]]) -> Message:
    # Their texts name ABOUT, so they can't be imported before it is made.
    from handlers.reflections.texts import TAKE_BACK

    if shares:
        readers = "\n".join(f"- {literal(reader.name)}, {_until(share)}" for share, reader in shares)
        who = f"You, and those you shared it with:\n\n{readers}"
    else:
        who = "Only you."
    kept = f"until {spoken_date(entry.kept_until)}" if entry.kept_until else ENTRIES[entry.kind].kept
    return Message(
        f"{who}\n\nIt is kept {kept}.\n\n{PLATFORM}\n\n{MASTER_KEY} {SAFETY}",
        title="Who can see this",
        buttons=tuple(
            Button(f"Take it back from {shortened(reader.name, 50)}", TAKE_BACK(share.id))
            for share, reader in shares[:8]
        ),
        private=True,
    )


def _until(share: Share) -> str:
    return f"until the end of {spoken_date(share.until)}" if share.until else "until you take it back"
