"""Sharing a note with a colleague: a copy in their letterbox, and a row that says until when they may open it."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.jobs import Act
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import NoCohort
from handlers.reflections import forms, life, sharing_texts, texts
from handlers.reflections.entries import Reflection
from handlers.reflections.showing import find, readers_of
from scheduling.retention import SHARE_ENDS
from scheduling.unasked import SHARED
from storage.private.entries import Entry
from storage.shared.cohorts import Membership
from storage.shared.people import Person
from storage.shared.sharing import Share

router = Router("sharing")

reads_otherwise: dict[type[Entry], Callable[[Turn, int], Awaitable[None]]] = {}
"""What is shared and is no note, and what shows it: its reader is told of it in the same words as of any note."""


@router.pressed(texts.SHARE, private=True, opens=True)
async def choose_reader(turn: Turn, entry_id: str) -> None:
    note = await find(turn, entry_id)
    if not note.text:
        raise texts.NoWords
    readers = {reader.id for reader in await readers_of(turn, note.id)}
    others = [(person, part) for person, part in await _colleagues(turn) if person.id not in readers]
    if not others:
        raise Refusal("There is nobody in your cohort just now who could read it and can’t already.")
    await turn.ask(forms.Share, about=note.id, options={"reader": sharing_texts.readers_to_choose(others)})


@router.submitted(forms.Share)
async def share(turn: Turn, form: forms.Share) -> None:
    note = await find(turn, form.about)
    reader = next(
        (person for person, _ in await _colleagues(turn) if sharing_texts.choice_of(person) == form.reader), None
    )
    if reader is None:
        raise Refusal("That person isn’t in your cohort just now. Please choose somebody else.")
    if reader.id in {person.id for person in await readers_of(turn, note.id)}:
        await turn.say(f"{texts.names([reader])} can read this note already. To change the day, take it back first.")
        return
    zone = ZoneInfo(reader.zone)
    until = form.until.astimezone(zone).date() if form.until else None
    if until is not None and until < turn.now.astimezone(zone).date():
        raise Refusal("That day has gone by where they are. Please choose one that lies ahead.")
    share = await share_with(turn, note, reader, until)
    await turn.say(sharing_texts.shared(share, reader))


async def share_with(turn: Turn, note: Entry, reader: Person, until: date | None = None) -> Share:
    """Put a copy into somebody's letterbox, to the end of that day where they are; they are told that it is there."""
    share = await turn.db.sharing.begin(
        Share(
            author_id=turn.person.id,
            reader_id=reader.id,
            entry=note.id,
            post=await turn.post(reader, _copy(note)),
            until=until,
            made_at=turn.now,
        )
    )
    await turn.tell(reader, sharing_texts.something_to_read(turn.person, share), key=_told(share), kind=SHARED)
    if until is not None:
        after = datetime.combine(until + timedelta(days=1), time(), ZoneInfo(reader.zone))
        await turn.later(SHARE_ENDS, person=reader, at=after, key=f"{SHARE_ENDS} {share.id}", share=share.id)
    await turn.can_undo("that you shared a note", not_shared, share.id)
    return share


@router.undo("sharing.not_shared")
async def not_shared(turn: Turn, share_id: int) -> str:
    """It is as if it had never been shared; not where its reader has opened it."""
    found = await turn.db.sharing.by_its_author(share_id, turn.person.id)
    if found is None:
        raise Refusal("It isn’t shared any more.")
    share, reader = found
    if not await turn.db.sharing.hold_unopened([share.id]):
        raise sharing_texts.opened_already(share, reader)
    await _take_back(turn, [found])
    return f"{texts.names([reader])} has not opened it, and can’t any more."


@router.pressed(texts.TAKE_BACK, private=True)
async def take_back(turn: Turn, share_id: int) -> None:
    found = await turn.db.sharing.by_its_author(share_id, turn.person.id)
    if found is None:
        raise Refusal("That isn’t shared any more. Say “my notes” to see your notes.")
    await _take_back(turn, [found])
    await turn.cannot_undo(sharing_texts.SHARE_IT_AGAIN)
    await turn.replace(sharing_texts.taken_back([found[1]], found[0].entry))


@router.pressed(texts.TAKE_ALL_BACK, private=True)
async def take_all_back(turn: Turn, entry_id: str) -> None:
    readers = await end_sharing_of(turn, entry_id)
    if not readers:
        raise Refusal("That isn’t shared any more. Say “my notes” to see your notes.")
    await turn.cannot_undo(sharing_texts.SHARE_IT_AGAIN)
    await turn.replace(sharing_texts.taken_back(readers, entry_id))


async def end_sharing_of(turn: Turn, entry_id: str) -> list[Person]:
    """Take a note of the speaker's back from everybody; gives from whom."""
    shares = await turn.db.sharing.not_ended(turn.person.id, entry_id)
    await _take_back(turn, shares)
    return [reader for _, reader in shares]


@router.pressed(texts.PASS_ON, private=True, changes=True)
async def pass_on(turn: Turn, entry_id: str) -> None:
    """Those who can read the note get it as it is now, in place of what they had."""
    note = await find(turn, entry_id)
    shares = await turn.db.sharing.of_entry(turn.person.id, note.id, turn.now)
    if not shares:
        raise Refusal("Nobody can read this note just now. Open it and press “Share it” to choose somebody.")
    for share, reader in shares:
        turn.take_back(reader.vault, share.post)
        share.post = await turn.post(reader, _copy(note))
        await turn.db.sharing.save(share)
    await turn.cannot_undo(sharing_texts.PASSED_ON_IS)
    await turn.replace(sharing_texts.passed_on([reader for _, reader in shares], note.id))


@router.intent(
    "shared_with_me",
    "Read what others shared with me",
    "shared with me",
    "what is shared with me",
    "what's shared with me",
    "what has been shared with me",
    "what did others share with me",
    command="shared",
    help="read what colleagues let you see",
    opens=True,
)
async def shared_with_me(turn: Turn) -> None:
    await turn_to_page(turn, 0)


@router.pressed(sharing_texts.SHARED_LIST, opens=True)
async def turn_to_page(turn: Turn, page: int) -> None:
    """It keeps nothing, so no agreement stands before it; an account that opens the letterbox it does need."""
    vault = turn.vault
    shares = await turn.db.sharing.with_reader(turn.person.id, life.today(turn))
    copies = {copy.id: copy for copy in await vault.all_posted(Reflection)} if shares else {}
    shown = [
        (copies[share.post], share, author)
        for share, author in shares
        if share.post in copies and await turn.db.sharing.open(share.id, turn.now)
    ]
    await turn.replace(sharing_texts.shared_with_me(shown, page, turn.zone))


@router.pressed(sharing_texts.READ_SHARED, opens=True)
async def read_shared(turn: Turn, share_id: int) -> None:
    vault = turn.vault
    found = await turn.db.sharing.readable(share_id, turn.person.id, life.today(turn))
    for kind, show in reads_otherwise.items():
        if found is not None and await vault.posted(kind, found[0].post) is not None:
            await show(turn, share_id)
            return
    copy = await vault.posted(Reflection, found[0].post) if found else None
    if found is None or copy is None or not await turn.db.sharing.open(share_id, turn.now):
        raise sharing_texts.NothingShared
    await turn.say(sharing_texts.shared_note(copy, *found, turn.zone))


@router.act(SHARE_ENDS)
async def end(act: Act) -> None:
    """The last day has gone by where the reader is: the copy goes first, then the row that led to it."""
    if act.person is None:
        return
    async with act.unit() as unit:
        share = await unit.sharing.get(int(act.arguments["share"]))
    if share is None or share.ended_at is not None:
        return
    await act.take_back(act.person.vault, share.post)
    async with act.unit() as unit:
        await unit.sharing.end([share], act.now)


async def _take_back(turn: Turn, shares: list[tuple[Share, Person]]) -> None:
    await turn.db.sharing.end([share for share, _ in shares], turn.now)
    for share, reader in shares:
        turn.take_back(reader.vault, share.post)
        turn.concerns.add(reader.id)
        await turn.db.deliveries.withdraw(_told(share), turn.now)


async def _colleagues(turn: Turn) -> list[tuple[Person, Membership]]:
    """Everybody else in the speaker's cohorts who can read it: what is told by hand is in a list that others read."""
    if not turn.cohorts:
        raise NoCohort
    return [
        (person, part)
        for cohort in turn.cohorts
        for person, part in await turn.db.cohorts.members(cohort.id)
        if person.id != turn.person.id and not person.by_hand
    ]


def _copy(note: Entry) -> Entry:
    """The note as it is at this moment. Of its files it says that there are some, and holds none."""
    if not isinstance(note, Reflection):
        return note.model_copy()
    return Reflection(made_at=note.made_at, title=note.title, text=note.text, prompt=note.prompt, files=note.files)


def _told(share: Share) -> str:
    """The key of what its reader is told, so that it can be taken back before it has gone."""
    return f"sharing.told {share.id}"
