"""Calendars that people give: a file, or an address that is read every few hours. Busy times are kept, and no details.

The address is a private thing of its owner's, with a copy on the desk of the calendar reader: a part of the bot that
reads while nobody speaks, and can read nothing else.
"""

import re
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.errors import DeliveryFailed, Refusal
from bot.chat.fetching import Takes
from bot.chat.forms import Form, ShortText
from bot.chat.jobs import Act
from bot.chat.messages import Button, Message, Press, message_json
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers.coaching.busy.chat import SEE, WHO
from handlers.said import busy as said
from scheduling.calendars import MOST_BYTES, CannotRead, Owner, busy_in
from scheduling.holding import habits_of
from scheduling.unasked import is_quiet, quiet_end
from storage.private.desks import desk_vault
from storage.private.entries import Entry
from storage.shared.coaching.busy import CALENDAR, FILE, Span
from storage.shared.deliveries import Delivery
from storage.shared.people import Person
from storage.shared.sharing import Share
from storage.shared.unit import SharedUnit

router = Router("coaching: calendars read")

DESK = "calendars"
READ = "calendars.read"
READ_FILE = "calendars.read_file"
STOP = Press("calendars.stop", int)
WITHOUT_FILE = Press("calendars.without_file")
GIVE = Press("calendars.give")

EVERY = timedelta(hours=6)
SOON = timedelta(hours=1)
"""After one reading that failed, another is tried before its owner hears of it."""
ARRIVES_WITHIN = timedelta(hours=1)
"""So soon what was posted lies on the desk."""

NEW, WELL, FAILED, TOLD = "new", "well", "failed", "told"
"""How the last reading went: there was none, it went well, it failed, and its owner heard of that."""

NO_DETAILS = "I keep from when to when you are busy, and nothing of what it is."
ADDRESS = (
    "Please give the whole address, beginning with “https://” or “webcal://”. Your calendar calls it a link to "
    "subscribe to it, or its secret address in iCal format."
)

_ADDRESS = re.compile(r"\b(?:https|webcals?)://\S+", re.IGNORECASE)

CALENDAR_FILES = Takes(
    "Of calendars I can take one file (.ics) at a time, of up to 2 MB; otherwise voice notes, recordings and photos",
    fits=lambda file: file.name.lower().endswith((".ics", ".ical")) or file.media_type.startswith("text/calendar"),
    each=MOST_BYTES,
    together=MOST_BYTES,
    most=1,
)


class CalendarAddress(Entry):
    """Where somebody's calendar can be read."""

    kind: ClassVar[str] = "calendar_address"

    address: str


def https(address: str) -> str:
    """The address as it is fetched. Raises Refusal."""
    typed = address.strip(" <>.,;)")
    scheme, separator, rest = typed.partition("://")
    if scheme.casefold() not in ("https", "webcal", "webcals") or not separator or not rest or " " in rest:
        raise Refusal(ADDRESS)
    return f"https://{rest}"


def _is_address(address: str) -> None:
    https(address)


class GiveCalendar(Form):
    route = "calendars.given"
    title = "Have a calendar read"
    done = "Read it"

    address = ShortText(
        "At which address can I read your calendar?",
        help="Your calendar calls it a link to subscribe, or its secret address in iCal format.",
        most=1_000,
        check=_is_address,
    )


# ---------------------------------------------------------------- giving an address, and taking it back


@router.intent(
    "read_my_calendar",
    "Have my calendar read",
    "read my calendar",
    "calendar address",
    "stop reading my calendar",
    "read my calendar at {address}",
    "my calendar is at {address}",
    *said.READ_MY_CALENDAR,
    allow=WHO,
    private=True,
    opens=True,
    acts="when told",
    takes=CALENDAR_FILES,
)
async def read_my_calendar(turn: Turn) -> None:
    if turn.files is not None:
        await _take_file(turn)
        return
    if (address := _ADDRESS.search(turn.text)) is not None:
        await turn.unsay(secret=True)
        await _give(turn, address[0])
        return
    share = await _reading(turn)
    has_file = bool(await turn.db.busy.ahead(turn.person.id, turn.now, FILE))
    if share is None and not has_file:
        await turn.ask(GiveCalendar)
        return
    buttons = [Button("Give an address" if share is None else "Give another address", GIVE())]
    words = []
    if share is not None:
        words.append("I read your calendar at its address every six hours.")
        buttons.append(Button("Stop reading it", STOP(share.id)))
    if has_file:
        words.append("What the calendar file said that you sent is taken into account.")
        buttons.append(Button("Forget what the file said", WITHOUT_FILE()))
    await turn.say(Message(" ".join([*words, NO_DETAILS]), buttons=(*buttons, Button("See when I’m busy", WANT(SEE)))))


@router.pressed(GIVE, allow=WHO, private=True, opens=True)
async def give(turn: Turn) -> None:
    await turn.ask(GiveCalendar)


@router.submitted(GiveCalendar, allow=WHO)
async def given(turn: Turn, form: GiveCalendar) -> None:
    await _give(turn, form.address)


async def _give(turn: Turn, typed: str) -> None:
    """One at a time: another takes its place."""
    if (before := await _reading(turn)) is not None:
        await _stop(turn, before)
    address = https(typed)
    kept = await turn.vault.add(CalendarAddress(made_at=turn.now, address=address))
    post = await turn.post_to_desk(DESK, CalendarAddress(made_at=turn.now, address=address))
    share = await turn.db.sharing.begin(
        Share(author_id=turn.person.id, desk=DESK, entry=kept.id, post=post, made_at=turn.now)
    )
    await turn.later(READ, key=_key(share), share=share.id, went=NEW)
    await turn.say(
        f"Thank you. I read it now, and then every six hours, and tell you if I can’t. {NO_DETAILS} Say “read my "
        "calendar” again to end it."
    )


@router.pressed(STOP, allow=WHO, private=True, changes=True)
async def stop(turn: Turn, share_id: int) -> None:
    share = await _reading(turn)
    if share is None or share.id != share_id:
        raise Refusal("I don’t read a calendar of yours just now. Say “read my calendar” to have me do so.")
    await _stop(turn, share)
    await turn.cannot_undo("I have forgotten the address. To have me read it again, say “read my calendar”.")
    await turn.replace("I don’t read your calendar any more, and have forgotten its address and what it said.")


async def _reading(turn: Turn) -> Share | None:
    """What somebody has read of theirs."""
    return next(iter(await turn.db.sharing.on_desk(turn.person.id, DESK)), None)


async def _stop(turn: Turn, share: Share) -> None:
    await turn.db.sharing.end([share], turn.now)
    turn.take_back(desk_vault(DESK), share.post)
    await turn.vault.delete(share.entry)
    await turn.db.busy.replace(turn.person.id, [], CALENDAR)
    await turn.db.deliveries.cancel(_key(share), turn.now)


def _key(share: Share) -> str:
    return f"{READ} {share.id}"


# ---------------------------------------------------------------- reading it


@router.act(READ)
async def read(act: Act) -> None:
    """The same row again and again, for as long as its owner wants it and takes part in something."""
    async with act.unit() as unit:
        share = await unit.sharing.get(int(act.arguments["share"]))
        goes_on = act.person is not None and await _takes_part(unit, act.person, act.now)
    if act.person is None or share is None or share.ended_at is not None:
        return
    if not goes_on:
        await _give_back(act, act.person, share)
        return
    posted = await (await act.desk(DESK)).posted(CalendarAddress, share.post)
    if posted is None and act.now < share.made_at + ARRIVES_WITHIN:
        raise DeliveryFailed("what was posted is not there yet")
    try:
        if posted is None:
            raise CannotRead("I don’t find its address any more")
        data = await act.kit.fetch(posted.address)
        spans = await act.in_worker(busy_in, data, _owner(act.person), act.now)
    except CannotRead as why:
        await _not_read(act, act.person, str(why))
        return
    await _read(act, act.person, share, spans)


async def _takes_part(db: SharedUnit, person: Person, now: datetime) -> bool:
    return any(cohort.ends >= now.date() for _, cohort in await db.cohorts.joined(person.id))


async def _give_back(act: Act, person: Person, share: Share) -> None:
    await act.take_back(desk_vault(DESK), share.post)
    await act.forget_entry(share.entry)
    async with act.unit() as unit:
        await unit.sharing.end([share], act.now)
        await unit.busy.replace(person.id, [], CALENDAR)


def _owner(person: Person) -> Owner:
    return Owner(ZoneInfo(person.zone), person.email or "")


async def _read(act: Act, person: Person, share: Share, spans: list[Span]) -> None:
    async with act.unit() as unit:
        now = await unit.sharing.get(share.id)
        if now is None or now.ended_at is not None:
            return
        await unit.busy.replace(person.id, spans, CALENDAR)
    if act.arguments["went"] in (NEW, TOLD):
        words = f"I have read your calendar. {_counted(spans)} {NO_DETAILS}"
        if act.arguments["went"] == NEW:
            await act.step("told", partial(_send, act, words))
        else:
            await _owe(act, person, words)
    act.again(act.now + EVERY, {**act.arguments, "went": WELL})


async def _not_read(act: Act, person: Person, why: str) -> None:
    """It may be a moment's trouble: whoever has just given the address hears of it at once, others after an hour."""
    words = (
        f"I couldn’t read your calendar: {why}. What I know of it so far stays, and I go on trying. You can give me "
        "another address, or stop it."
    )
    went = act.arguments["went"]
    if went == NEW:
        await act.step("told", partial(_send, act, words))
    elif went == FAILED:
        await _owe(act, person, words)
    first = went == WELL
    act.again(act.now + (SOON if first else EVERY), {**act.arguments, "went": FAILED if first else TOLD})


async def _owe(act: Act, person: Person, words: str) -> None:
    """What has changed while they waited for nothing: it comes when they are awake."""
    habits = habits_of(person)
    async with act.unit() as unit:
        await unit.deliveries.owe(
            Delivery(
                key=f"{READ} {act.arguments['share']} {act.arguments['went']} {act.now.date()}",
                person_id=person.id,
                body=message_json.dump_python(_with_ways_on(words), mode="json"),
                due_at=quiet_end(habits, act.now) if is_quiet(habits, act.now) else act.now,
                made_at=act.now,
            )
        )


async def _send(act: Act, words: str) -> str:
    await act.send(_with_ways_on(words))
    return "sent"


def _with_ways_on(words: str) -> Message:
    return Message(
        words,
        buttons=(Button("Calendars that I read", WANT("read_my_calendar")), Button("See when I’m busy", WANT(SEE))),
    )


def _counted(spans: list[Span]) -> str:
    if not spans:
        return "It says of no time in the year ahead that you are busy."
    times = "one time" if len(spans) == 1 else f"{len(spans)} times"
    return f"Nobody can book you at {times} in the year ahead."


# ---------------------------------------------------------------- a file


async def _take_file(turn: Turn) -> None:
    """It is read by the worker, and forgotten then."""
    if turn.files is None or not turn.files.files:
        raise Refusal("I could not get that file just now. Please send it once more.")
    file_id = turn.files.files[0].id
    await turn.later(READ_FILE, key=f"{READ_FILE} {file_id}", entry=file_id)
    await turn.say(f"I read it now. It takes the place of a file that you sent before. {NO_DETAILS}")


@router.act(READ_FILE)
async def read_file(act: Act) -> None:
    if act.person is None:
        return
    file_id = str(act.arguments["entry"])
    data = await (await act.vault()).file(file_id)
    if data is not None:
        try:
            spans = await act.in_worker(busy_in, data, _owner(act.person), act.now)
        except CannotRead as why:
            words = f"I couldn’t use that file: {why}. Nothing has changed. You can also say when you are busy."
        else:
            async with act.unit() as unit:
                await unit.busy.replace(act.person.id, spans, FILE)
            words = f"I have read your calendar file, and deleted it here. {_counted(spans)}"
        await act.step("told", partial(_send, act, words))
        await act.forget_entry(file_id)


@router.pressed(WITHOUT_FILE, allow=WHO, changes=True)
async def without_file(turn: Turn) -> None:
    await turn.db.busy.replace(turn.person.id, [], FILE)
    await turn.replace("What the calendar file said counts no more.")
