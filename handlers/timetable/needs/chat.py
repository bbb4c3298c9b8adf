"""What somebody needs: told once, kept for them alone, and passed on for one event by a press."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Answers
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.permission import NotYours
from bot.chat.router import Router
from bot.chat.times import spoken_date
from bot.chat.turns import Turn
from bot.chat.wanting import WANT
from handlers import recovery
from handlers.reflections import life
from handlers.reflections.texts import names
from handlers.timetable import presses
from handlers.timetable.finding import event_of
from handlers.timetable.meant import is_met_at, is_participant, over
from handlers.timetable.needs.entries import Needs, WriteNeeds, kept
from handlers.timetable.needs.passing_on import given, last_day, post, readers_of, take_back_for
from handlers.undo import CHANGED_SINCE, keep_before, take_before
from storage.shared.cohorts import Cohort
from storage.shared.people import Role
from storage.shared.timetable import Event

router = Router("needs")

WRITE = Press("needs.write")
FORGET = Press("needs.forget")
FORGET_NOW = Press("needs.forget_now")

NOTHING_KEPT = "Nothing of what you need is kept now, here or with anybody. “my needs” begins anew."
NONE_KEPT = "I know of nothing that you need. Tell me once, and pass it on for an event by a press."


# ---------------------------------------------------------------- keeping it


@router.intent(
    "my_needs",
    "Say what I need",
    "my needs",
    "what i need to eat",
    "what i need at the modules",
    "tell you what i need",
    "my dietary needs",
    "my access needs",
    "dietary requirements",
    "access requirements",
    "change my needs",
    "show my needs",
    command="needs",
    unkept=True,
    help="food and access: kept for you alone, and passed on for an event by a press",
    private=True,
    opens=True,
)
async def my_needs(turn: Turn) -> None:
    needs = await kept(turn)
    if needs is None:
        await turn.ask(WriteNeeds)
    else:
        await _show(turn, needs)


async def _show(turn: Turn, needs: Needs) -> None:
    read_now = await given(turn, needs)
    events = {event.id: event for event, _ in read_now}
    lines = [
        f"- for {literal(event.title)}: {names([reader for of, reader in read_now if of.id == event.id])}, until "
        f"{spoken_date(last_day(event))}"
        for event in events.values()
    ]
    shared = "\n".join(["**Passed on**\n", *lines]) if lines else "You have passed it on to nobody."
    upcoming = await _upcoming(turn)
    buttons = [Button("Change it", WRITE())]
    if upcoming is not None:
        again = "again " if upcoming.id in events else ""
        buttons.append(Button(label_of(f"Pass it on {again}for {upcoming.title}"), presses.PASS_ON(upcoming.id)))
    buttons += [
        Button(label_of(f"Take it back for {event.title}"), presses.TAKE_BACK(event.id)) for event in events.values()
    ]
    await turn.replace(
        Message(
            f"{needs.words}\n\n{shared}",
            title="What you need",
            buttons=(*buttons, Button("Delete it for good", FORGET(), "danger")),
            private=True,
        )
    )


@router.pressed(WRITE, private=True, opens=True)
async def write(turn: Turn) -> None:
    await _ask(turn, await kept(turn))


async def _ask(turn: Turn, needs: Needs | None, about: str = "") -> None:
    answers: Answers = {"food": needs.food or None, "access": needs.access or None} if needs else {}
    await turn.ask(WriteNeeds, about=about, answers=answers)


@router.submitted(WriteNeeds)
async def written(turn: Turn, form: WriteNeeds) -> None:
    needs = await kept(turn)
    if not form.food and not form.access:
        await _sure_to_forget(turn)
        return
    first = not turn.person.keeps_notes
    if needs is None:
        needs = await turn.vault.add(Needs(made_at=turn.now, food=form.food, access=form.access))
        await life.something_is_kept(turn)
        await turn.can_undo("what you told me you need", not_told, needs.id)
    else:
        before_id = await keep_before(turn, needs)
        needs.food, needs.access = form.food, form.access
        await turn.vault.change(needs)
        await turn.can_undo("your change to what you need", not_changed, needs.id, needs.version, before_id)
    reads_as_it_did = " What you passed on before reads as it did: pass it on again to replace it."
    event = (await event_of(turn, int(form.about)))[0] if form.about else await _upcoming(turn)
    buttons = (Button(label_of(f"Pass it on for {event.title}"), presses.PASS_ON(event.id), "main"),) if event else ()
    await turn.say(
        Message(
            "It is kept, for you alone. Say “my needs” to see or change it."
            + (reads_as_it_did if await given(turn, needs) else ""),
            buttons=buttons,
        )
    )
    if first:
        await recovery.offer(turn)


@router.pressed(FORGET, private=True)
async def forget(turn: Turn) -> None:
    await _sure_to_forget(turn)


async def _sure_to_forget(turn: Turn) -> None:
    if await kept(turn) is None:
        await turn.replace(NOTHING_KEPT)
        return
    await turn.replace(
        Message(
            "Delete what you need for good? It can’t be brought back, and what you passed on is taken back with it.",
            buttons=(Button("Delete it", FORGET_NOW(), "danger"), Button("Don’t delete it", WANT("my_needs"))),
        )
    )


@router.pressed(FORGET_NOW, private=True, changes=True)
async def forget_now(turn: Turn) -> None:
    needs = await kept(turn)
    if needs is not None:
        await _forget(turn, needs)
        await turn.cannot_undo("What you need was deleted for good, and can’t be brought back. “my needs” begins anew.")
    await turn.replace(NOTHING_KEPT)


async def _forget(turn: Turn, needs: Needs) -> None:
    """What was passed on is taken back with it."""
    for event_id in list(needs.passed_on):
        await take_back_for(turn, needs, event_id)
    await turn.vault.delete(needs.id)


@router.undo("needs.not_told")
async def not_told(turn: Turn, needs_id: str) -> str:
    needs = await kept(turn)
    if needs is None or needs.id != needs_id:
        raise Refusal(CHANGED_SINCE)
    await _forget(turn, needs)
    return NOTHING_KEPT


@router.undo("needs.not_changed")
async def not_changed(turn: Turn, needs_id: str, version: int, before_id: str) -> str:
    needs = await kept(turn)
    if needs is None or (needs.id, needs.version) != (needs_id, version):
        raise Refusal(CHANGED_SINCE)
    before = await take_before(turn, Needs, before_id)
    needs.food, needs.access = before.food, before.access
    await turn.vault.change(needs)
    return "It reads as it did before."


async def _upcoming(turn: Turn) -> Event | None:
    """The next event that somebody goes to, in whichever cohort they take part."""
    today = turn.now.astimezone(turn.zone).date()
    for event in await turn.db.timetable.of_person(turn.person.id, today, today + timedelta(days=366)):
        if is_met_at(event) and is_participant(turn, event.cohort_id) and not over(event, turn.now, turn.zone):
            return event
    return None


# ---------------------------------------------------------------- passing it on


async def offer(turn: Turn, event: Event, *, first: bool) -> tuple[str, Button] | None:
    """What whoever has just said that they come is offered: to tell me once, or to pass on what I know."""
    if turn.opened is not None and await kept(turn) is not None:
        return "Shall I pass on what you need?", Button("Pass on what I need", presses.PASS_ON(event.id))
    if first:
        words = "If there is anything you need, of food or of access, tell me once and I keep it for you alone."
        return words, Button("Say what I need", presses.PASS_ON(event.id))
    return None


@router.pressed(presses.PASS_ON, private=True, opens=True)
async def pass_on(turn: Turn, event_id: int) -> None:
    event, cohort = await _to_pass_on_for(turn, event_id)
    needs = await kept(turn)
    if needs is None:
        await _ask(turn, None, about=str(event.id))
        return
    readers = await readers_of(turn, cohort)
    await turn.replace(
        Message(
            f"{needs.words}\n\n{names(readers)} would read this for {literal(event.title)}, until "
            f"{spoken_date(last_day(event))}. After that day it is gone from there.",
            title="Pass this on?",
            buttons=(Button("Pass it on", presses.PASS_ON_NOW(event.id), "main"), Button("Change it", WRITE())),
            private=True,
        )
    )


@router.pressed(presses.PASS_ON_NOW, private=True, changes=True)
async def pass_on_now(turn: Turn, event_id: int) -> None:
    event, cohort = await _to_pass_on_for(turn, event_id)
    needs = await kept(turn)
    if needs is None:
        raise Refusal(NONE_KEPT, (Button("Say what I need", WRITE()),))
    readers = await readers_of(turn, cohort)
    again = await take_back_for(turn, needs, event.id)
    needs.passed_on[event.id] = [(await post(turn, needs, event, reader)).id for reader in readers]
    await turn.vault.change(needs)
    if again:
        await turn.cannot_undo(
            f"It is passed on for {literal(event.title)} in its new words. “Take it back” ends that."
        )
    else:
        await turn.can_undo(f"that you passed on what you need for {literal(event.title)}", not_passed_on, event.id)
    until = last_day(event)
    await turn.replace(
        Message(
            f"Passed on for {literal(event.title)}. {names(readers)} can read it until {spoken_date(until)}.",
            buttons=(Button("Take it back", presses.TAKE_BACK(event.id)),),
        )
    )


@router.pressed(presses.TAKE_BACK, private=True, changes=True)
async def take_back(turn: Turn, event_id: int) -> None:
    needs = await kept(turn)
    if needs is None or not await take_back_for(turn, needs, event_id):
        raise Refusal("That isn’t passed on any more. Say “my needs” to see what is.")
    await turn.vault.change(needs)
    await turn.cannot_undo("You took back what you need. To pass it on once more, say “my needs”.")
    await turn.replace("Taken back: nobody can read it any more.")


@router.undo("needs.not_passed_on")
async def not_passed_on(turn: Turn, event_id: int) -> str:
    """It is as if nobody had ever been given it; not where somebody has read it."""
    event, needs = (await event_of(turn, event_id))[0], await kept(turn)
    shares = needs.passed_on.get(event_id, []) if needs is not None else []
    if needs is None or not shares:
        raise Refusal("It isn’t passed on any more.")
    if not await turn.db.sharing.hold_unopened(shares):
        way_on = Button("Take it back", presses.TAKE_BACK(event_id))
        raise Refusal(f"It has been read for {literal(event.title)}. You can end that from now on.", (way_on,))
    await take_back_for(turn, needs, event_id)
    await turn.vault.change(needs)
    return "Nobody has read it, and nobody can any more."


async def _to_pass_on_for(turn: Turn, event_id: int) -> tuple[Event, Cohort]:
    event, cohort = await event_of(turn, event_id)
    if not is_participant(turn, cohort.id):
        raise NotYours(frozenset({Role.PARTICIPANT}))
    if event.cancelled_at or not is_met_at(event) or over(event, turn.now, ZoneInfo(cohort.zone)):
        raise Refusal(f"Nothing can be passed on for {literal(event.title)}. Say “timetable” to see what lies ahead.")
    return event, cohort
