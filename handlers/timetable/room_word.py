"""A word that is shown in the room: whoever types it is recorded as there. It is kept nowhere, and made anew."""

from datetime import datetime, timedelta
from hmac import compare_digest
from secrets import token_hex
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.permission import NotYours
from bot.chat.router import Router, Secrets
from bot.chat.times import spoken_span
from bot.chat.turns import Turn
from handlers.joining import may_try
from handlers.roster.listed import must_run
from handlers.said import running, timetable
from handlers.timetable import presses
from handlers.timetable.finding import event_of, event_run_by
from handlers.timetable.meant import event_meant, is_met_at, is_participant
from handlers.timetable.words import line
from handlers.undo import CHANGED_SINCE
from storage.shared.cohorts import RUN_IT, Cohort
from storage.shared.people import Role
from storage.shared.timetable import Event

router = Router("the word in the room")

ANOTHER = Press("attendance.another_word", int)

BEFORE = timedelta(hours=1)
AFTER = timedelta(hours=2)

NOTHING_TO_SHOW_ONE_FOR = "Nothing lies ahead that a word could be shown at. Say “timetable” to see everything."
HOW = "Type “here” and the word that is shown in the room, such as “here: harbour”."
NOT_THE_WORD = "That isn’t the word on the screen. Look once more how it is spelt, and type “here” before it."
NO_WORD_NOW = (
    "No word works just now: one does from an hour before an event until two hours after it, where it is shown in the "
    "room. Your programme’s team can record you as well."
)
TOO_MANY = "That was too many tries for now. Please try again in an hour, or tell your programme’s team you are there."

WORDS = (
    *("acorn", "almond", "amber", "anchor", "apple", "apricot", "aspen", "atlas", "autumn", "avenue", "badger"),
    *("bakery", "balcony", "balloon", "bamboo", "banner", "barley", "basket", "beacon", "beech", "birch", "bluebell"),
    *("bonfire", "border", "bramble", "breeze", "bridge", "brook", "bubble", "button", "cabin", "camel", "canal"),
    *("candle", "canvas", "carnival", "castle", "cedar", "cello", "cherry", "chestnut", "cinnamon", "clover", "cobble"),
    *("comet", "compass", "copper", "coral", "cottage", "cricket", "crystal", "cushion", "daisy", "dolphin", "domino"),
    *("dragon", "eagle", "easel", "echo", "ember", "emerald", "fable", "falcon", "feather", "fennel", "fern", "ferry"),
    *("fiddle", "finch", "forest", "fossil", "fountain", "galaxy", "garden", "garnet", "ginger", "glacier", "goblet"),
    *("granite", "guitar", "hamlet", "harbour", "harvest", "hazel", "heather", "hedge", "heron", "honey", "horizon"),
    *("iris", "island", "ivory", "jasmine", "jigsaw", "jungle", "juniper", "kettle", "kingfisher", "kite", "ladder"),
    *("lagoon", "lantern", "lavender", "lemon", "library", "lily", "linen", "lizard", "magnet", "magpie", "mango"),
    *("maple", "marble", "market", "meadow", "melody", "meteor", "mirror", "mosaic", "mountain", "museum", "nectar"),
    *("nutmeg", "oasis", "ocean", "olive", "orchard", "orchid", "otter", "paddle", "palace", "paper", "parade"),
    *("pebble", "pepper", "piano", "picnic", "planet", "plaza", "plum", "pocket", "poppy", "prism", "puzzle", "quartz"),
    *("quiver", "rabbit", "rainbow", "raven", "ribbon", "river", "robin", "rocket", "rowan", "saddle", "saffron"),
    *("sailor", "sapphire", "saturn", "scarf", "shadow", "silver", "sparrow", "spiral", "spruce", "station", "stream"),
    *("summit", "sunrise", "swallow", "tangerine", "temple", "thicket", "thistle", "thunder", "timber", "tower"),
    *("trumpet", "tulip", "tunnel", "valley", "velvet", "village", "violet", "violin", "walnut", "waterfall", "willow"),
    *("window", "winter", "wonder", "zephyr"),
)


@router.intent(
    "show_a_word",
    "Show a word in the room",
    "show a word for {event}",
    "a word for {event}",
    "show a word",
    *running.SHOW_A_WORD,
    help="people type it, and are recorded as there",
    allow=RUN_IT,
    changes=True,
    acts=True,
)
async def show_named(turn: Turn) -> None:
    def works_now_or_later(event: Event) -> bool:
        return is_met_at(event) and _works(event, turn.zone)[1] > turn.now

    event, cohort = await event_meant(turn, NOTHING_TO_SHOW_ONE_FOR, works_now_or_later)
    must_run(turn, cohort)
    await _show(turn, event, cohort)


@router.pressed(presses.WORD, allow=RUN_IT, changes=True)
async def show(turn: Turn, event_id: int) -> None:
    await _show(turn, *await event_run_by(turn, event_id))


@router.pressed(ANOTHER, allow=RUN_IT, changes=True)
async def show_another(turn: Turn, event_id: int) -> None:
    await _show(turn, *await event_run_by(turn, event_id), another=True)


async def _show(turn: Turn, event: Event, cohort: Cohort, *, another: bool = False) -> None:
    """The same word each time it is asked for, until another is wanted."""
    begins, ends = _works(event, ZoneInfo(cohort.zone))
    if not is_met_at(event) or event.cancelled_at or ends <= turn.now:
        raise Refusal(f"A word for {literal(event.title)} would be of no use now. Say “attendance” to record who came.")
    if another or not event.word:
        shown_before = event.word and _word(turn.kit.secrets, event)
        event.word = token_hex(8)
        while _word(turn.kit.secrets, event) == shown_before:
            event.word = token_hex(8)
        await turn.db.timetable.save(event)
    word = _word(turn.kit.secrets, event)
    await turn.say(
        Message(
            f"**{word}**\n\nShow it in the room, at {line(event, turn.zone)}. Whoever types “here {word}” is recorded "
            f"as there. It works on {spoken_span(begins, ends, turn.zone)}; any earlier word has stopped working.",
            title="The word for the room",
            buttons=(
                Button("Another word", ANOTHER(event.id)),
                Button("Record attendance", presses.ATTENDANCE(event.id)),
            ),
        )
    )


def _works(event: Event, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when its word works: what has only a day is taken to last from morning to evening."""
    if event.starts_at is None:
        day = datetime(event.day.year, event.day.month, event.day.day, tzinfo=zone)
        return day.replace(hour=8), day.replace(hour=20)
    return event.starts_at - BEFORE, (event.ends_at or event.starts_at) + AFTER


def _word(secrets: Secrets, event: Event) -> str:
    """What the seed makes, under the installation's secret."""
    return WORDS[int(secrets.digest("the word in the room", f"{event.id} {event.word}"), 16) % len(WORDS)]


@router.intent(
    "i_am_here",
    "Say that I’m here",
    "i'm here {word}",
    "i am here {word}",
    "here {word}",
    "i'm here",
    "i am here",
    f"here ({'|'.join(WORDS)})",
    *timetable.I_AM_HERE,
    command="here",
    acts=True,
)
async def i_am_here(turn: Turn) -> None:
    # Asked here, as a word from the list could otherwise be taken for another wish of whoever is no participant.
    if Role.PARTICIPANT not in turn.roles:
        raise NotYours(frozenset([Role.PARTICIPANT]))
    said = turn.slots.get("word", "").strip(" .!?“”\"'").casefold()
    if not said or len(said.split()) > 1:
        raise Refusal(HOW)
    if not await may_try(turn.db, "word", turn.person.id, turn.now):
        raise Refusal(TOO_MANY)
    shown = await _shown_now(turn)
    if not shown:
        raise Refusal(NO_WORD_NOW)
    for event in shown:
        if compare_digest(_word(turn.kit.secrets, event).encode(), said.encode()):
            known = (await turn.db.timetable.attendances_of(turn.person.id, [event.id])).get(event.id)
            before = known.came if known is not None else None
            await turn.db.timetable.record(event.id, {turn.person.id: True}, turn.now)
            what, moment = f"that you are at {literal(event.title)}", turn.now.isoformat()
            await turn.can_undo(what, not_here, event.id, moment, before)
            await turn.say(f"Welcome. You are recorded as there: {line(event, turn.zone)}.")
            return
    await turn.db.joining.count_try("word", turn.person.id, turn.now)
    await turn.say(NOT_THE_WORD)


@router.undo("attendance.not_here")
async def not_here(turn: Turn, event_id: int, moment: str, before: bool | None) -> str:
    event, _ = await event_of(turn, event_id)
    known = (await turn.db.timetable.attendances_of(turn.person.id, [event_id])).get(event_id)
    if known is None or known.recorded_at != datetime.fromisoformat(moment):
        raise Refusal(CHANGED_SINCE)
    await turn.db.timetable.record(event_id, {turn.person.id: before}, turn.now)
    return f"You are not recorded as there: {line(event, turn.zone)}." if not before else ""


async def _shown_now(turn: Turn) -> list[Event]:
    """The events that a word works for at this moment, in whichever cohort they take part."""
    today = turn.now.astimezone(turn.zone).date()
    near = await turn.db.timetable.of_person(turn.person.id, today - timedelta(days=1), today + timedelta(days=1))
    return [event for event in near if event.word and is_participant(turn, event.cohort_id) and _works_now(turn, event)]


def _works_now(turn: Turn, event: Event) -> bool:
    begins, ends = _works(event, turn.zone)
    return begins <= turn.now < ends
