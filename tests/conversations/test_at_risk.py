"""What people can count on who are at risk, or fear for somebody: help at once, and not a word of it passed on."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import Session, col, select, update

from bot.chat.forms import Choice, Form, LongText, ShortText
from bot.chat.messages import Message
from bot.chat.platform import Pressed, Received
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.at_risk.asking import ASK, SEEN, SEND
from storage.shared.audit import Act
from storage.shared.cohorts import Membership, State
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from storage.shared.ringing import Ring
from storage.shared.turns import TurnRow
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

CANARY = "the canary hums at dusk"
SELF = f"I don't want to live any more, {CANARY}"
OTHER = f"I think a boy in our care is being beaten at home, {CANARY}"
NUMBERS = ("999", "NHS 111: call 111 and choose option 2", "Samaritans: call 116 123", "text SHOUT to 85258")
SAFEGUARDING = ("Alex Instance, Safeguarding Lead", "01632 960103", "every day, 8:00 to 22:00")
UNSURE = "I’m not sure"
FIRST = "I may have read this wrongly"
NUMBER = "07700900123"


class Thoughts(Form):
    route = "tests.thoughts"
    title = "Thoughts"
    done = "Keep them"

    first = LongText("What is on your mind?")
    second = ShortText("And what helps?")
    third = Choice("And when?", {"now": "Just now", "later": "Later on"})


stumbles: list[str] = []


@pytest.fixture
def routers() -> tuple[Router, ...]:
    stumbles.clear()
    router = Router("tests")

    @router.intent("thoughts", "Write down thoughts", "my thoughts please")
    async def thoughts(turn: Turn) -> None:
        await turn.ask(Thoughts)

    @router.submitted(Thoughts)
    async def kept(turn: Turn, form: Thoughts) -> None:
        await turn.say(Message("Kept your thoughts."))

    @router.intent("stumble", "Stumble over a bug", "stumble: {words}")
    async def stumble(turn: Turn) -> None:
        stumbles.append(turn.id)
        raise ZeroDivisionError

    return (router,)


NEUTRAL = {"", "contacts.ask", "contacts.enough", "contacts.send", "contacts.leave", "contacts.number", "intent.want"}
"""What is offered whoever asks for a human, or arrives."""


def _are_all(state: State, session: Session) -> None:
    session.exec(update(Membership).values(state=state))


async def no_trace(cast: Cast, *players: Player) -> None:
    """Nothing in the shared record says that it happened, and nowhere else are the words."""
    await nowhere_but(cast, CANARY, *players)
    async with cast.app.database.unit() as unit:
        for player in players:
            account = await unit.people.at(*player.address)
            assert account is not None
            assert (account.lately in ("", "hello", "join"), account.misses) == (True, 0)
            assert {data.partition(":")[0] for _, _, data in account.offered} <= NEUTRAL
        acts = await unit.run(lambda session: [act.act for act in session.exec(select(Act))])
        assert not [act for act in acts if "risk" in act or "ring" in act]
        rows = await unit.run(lambda session: list(session.exec(select(TurnRow))))
        assert not any(row.inbound or row.effects for row in rows)


async def test_whoever_cannot_go_on_is_answered_at_once_and_nothing_of_it_is_kept(cast: Cast) -> None:
    ada, mara = await cast.participant("Ada"), await cast.member("Mara", Role.DIRECTOR)
    await ada.says(SELF)
    ada.sees(FIRST, "I’m a bot, not a person", *NUMBERS, *SAFEGUARDING, "Outside those hours", "I pass on to nobody")
    assert ada.latest[0].text.startswith(FIRST)
    ada.does_not_see(UNSURE)
    await no_trace(cast, ada)
    offered = [data for *_, data in (await ada.account()).offered]
    await ada.presses("I’m all right")
    ada.sees("Thank you for saying so", "today or another day")
    mara.does_not_see("999")
    await ada.says("talk to a human")
    assert [data for *_, data in (await ada.account()).offered] == offered
    await ada.presses("I have what I need")

    await ada.says(OTHER)
    ada.sees(FIRST, "somebody may come to harm", *NUMBERS, *SAFEGUARDING, "don’t promise anybody to keep it secret")
    await ada.presses("I have what I need")
    ada.sees("for you as well")


async def test_help_is_there_for_strangers_and_for_those_who_left_paused_or_are_locked_out(cast: Cast) -> None:
    stranger, ada = await cast.stranger("Zoe"), await cast.participant("Ada")
    await stranger.says(SELF)
    stranger.sees(*NUMBERS, "not a person")
    stranger.does_not_see("Instance", "joining code", "to ring me")
    await stranger.presses("I’m all right")
    stranger.sees("Hello, I’m Waymark")

    locked = await cast.further_account(ada, "Ada’s other phone")
    await locked.says(SELF)
    locked.sees(*NUMBERS, *SAFEGUARDING)
    for state in (State.PAUSED, State.LEFT):
        async with cast.app.database.unit() as unit:
            await unit.run(partial(_are_all, state))
        await ada.says(SELF)
        ada.sees(*NUMBERS, *SAFEGUARDING)
    await no_trace(cast, ada, stranger, locked)


async def test_what_was_to_be_kept_is_kept_with_help_beside_it_and_the_form_goes_on(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: Module one went well. But {SELF}")
    ada.sees(*NUMBERS, "Kept, until")
    await ada.says("my reflections")
    ada.sees("Module one went well")

    await ada.says("my thoughts please")
    if cast.way.forms:
        await ada.fills(first=SELF, second="Walking", third="now")
        ada.sees(*NUMBERS, "Kept your thoughts.")
    else:
        await ada.says(SELF)
        ada.sees(*NUMBERS, "And what helps?")
        await ada.says("I’m all right")
        ada.sees("Thank you for saying so", "And what helps?")
        await ada.says("Walking")
        await ada.says(SELF)
        ada.sees(*NUMBERS, "And when?")
        await ada.says("just now")
        await ada.says("Keep them")
        ada.sees("Kept your thoughts.")
    await nowhere_but(cast, CANARY, ada)


async def test_a_wish_that_would_change_something_waits_and_one_that_only_asks_is_answered_below(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("remind me tomorrow at 9 that I want to die")
    ada.sees(*NUMBERS)
    await ada.says("my own reminders")
    ada.does_not_see("tomorrow at 9 that", "Wednesday 6 January")
    await ada.says("remind me tomorrow at 9 that I want to die")
    await nowhere_but(cast, "want to die", ada)
    await ada.presses("I’m all right")
    ada.sees("What you asked for I have not done so far")
    await ada.presses("Set a reminder of my own")
    ada.sees("Wednesday 6 January 2027, 09:00")
    await ada.says(f"stumble: {SELF}")
    ada.sees(*NUMBERS, "Something went wrong on my side", "What you wrote is kept")
    assert len(stumbles) == 1
    await ada.says("search for I want to die")
    ada.sees(*NUMBERS)
    assert "999" in ada.latest[0].text


async def test_somebody_is_asked_to_ring_in_one_sentence_after_a_yes_and_at_any_hour(cast: Cast) -> None:
    ada, lead = await cast.participant("Ada Okafor"), await cast.member("Safeguarding Lead", Role.ADMINISTRATOR)
    mara, ben = await cast.member("Mara", Role.DIRECTOR), await cast.participant("Ben")
    await cast.reach(datetime(2027, 1, 5, 22, 40, tzinfo=UTC))
    await ada.says(SELF)
    ada.does_not_see("Ask Mara to ring me")
    await ada.presses("Ask Safeguarding Lead to ring me")
    ada.sees("Ada Okafor would like you to ring, asked at 22:40", "Shall I send it?")
    lead.does_not_see("Ada")
    await ada.presses("No, don’t send it")
    ada.sees("nothing was sent")
    lead.does_not_see("Ada")

    await ada.presses("Ask Safeguarding Lead to ring me")
    await ada.presses("Add my number")
    await ada.fills(number="07700 900123")
    ada.sees("Ada Okafor would like you to ring, asked at 22:40; their number shows once you press below", NUMBER)
    await nowhere_but(cast, NUMBER, ada)
    await ada.presses("Yes, send it")
    ada.sees("Sent to Safeguarding Lead", *NUMBERS)
    lead.sees("Ada Okafor would like you to ring, asked at 22:40; their number shows once you press below")
    await nowhere_but(cast, NUMBER, ada)
    assert lead.screen.count("would like you to ring") == 1
    minute = int(datetime(2027, 1, 5, 22, 40, tzinfo=UTC).timestamp()) // 60
    assert lead.on_roster
    assert ada.on_roster
    for press in (SEND(lead.on_roster.id, minute, ""), ASK(lead.on_roster.id)):
        await ada.presses_data(press)
        ada.sees("You asked Safeguarding Lead on Tuesday 5 January 2027, 22:40 (London)")
    assert lead.screen.count("would like you to ring") == 1

    async with cast.app.database.unit() as unit:
        ring = await unit.run(lambda session: session.exec(select(Ring)).one())
    await ben.presses_data(SEEN(ring.id, ""))
    ben.sees("done with")
    await ben.presses_data(ASK(ada.on_roster.id))
    ben.sees("can’t reach them from here")
    await cast.reach(datetime(2027, 1, 5, 22, 52, tzinfo=UTC))
    await lead.presses("I have seen this")
    lead.sees("Ada Okafor knows that you have seen it", f"Their number: {NUMBER}")
    await nowhere_but(cast, NUMBER, ada, lead)
    ada.sees("Safeguarding Lead has seen", "Tuesday 5 January 2027, 22:52 (London)")
    await lead.presses("I have seen this")
    assert ada.screen.count("has seen that you would like them to ring") == 1
    await cast.reach(datetime(2027, 1, 6, 2, 0, tzinfo=UTC))
    ada.does_not_see("has not opened")
    mara.does_not_see("would like you to ring", "999")
    ben.does_not_see("would like you to ring")
    await no_trace(cast, ada)
    await ada.says("my record")
    ada.sees("you asked Safeguarding Lead to ring, which was seen on Tuesday 5 January 2027, 22:52 (London)")
    await lead.says("my record")
    lead.sees("Ada Okafor asked you to ring")


async def test_who_was_not_heard_within_the_hour_is_told_so_with_the_numbers_again(cast: Cast) -> None:
    ada, mara = await cast.participant("Ada"), await cast.member("Mara", Role.DIRECTOR)
    await ada.says(SELF)
    await ada.presses("Ask Mara to ring me")
    ada.sees("Ada would like you to ring, asked at 09:00")
    await ada.presses("Yes, send it")
    await cast.reach(datetime(2027, 1, 5, 9, 59, tzinfo=UTC))
    ada.does_not_see("has not opened")
    await cast.reach(datetime(2027, 1, 5, 10, 1, tzinfo=UTC))
    ada.sees("Mara has not opened what I sent on Tuesday 5 January 2027, 09:00 (London)", *NUMBERS, *SAFEGUARDING)
    async with cast.app.database.unit() as unit:
        bodies = await unit.run(
            lambda session: [
                repr(row.body) for row in session.exec(select(Delivery).where(col(Delivery.body).is_not(None)))
            ]
        )
    assert not any(CANARY in body or "live" in body for body in bodies)
    await mara.presses("I have seen this")
    ada.sees("Mara has seen")


async def test_a_number_added_in_the_middle_of_a_form_leaves_that_form_where_it_was(chat: Cast) -> None:
    ada, mara = await chat.participant("Ada"), await chat.member("Mara", Role.DIRECTOR)
    await ada.says("my thoughts please")
    await ada.says(SELF)
    await ada.presses("Ask Mara to ring me")
    await ada.presses("Add my number")
    await ada.says("cancel")
    ada.sees("Cancelled", "And what helps?")
    await ada.presses("Add my number")
    await ada.says("07700 900123")
    ada.sees("they are shown your number: 07700900123", "Thank you.")
    ada.does_not_see("all I needed to ask")
    await ada.says("yes")
    ada.sees("Sent to Mara", "And what helps?")
    mara.sees("Ada would like you to ring")
    await ada.says("Walking")
    await ada.says("later on")
    await ada.says("Keep them")
    ada.sees("Kept your thoughts.")
    await nowhere_but(chat, NUMBER, ada)


@pytest.mark.parametrize("point", ["before the commit", "after the commit"])
async def test_who_is_to_ring_is_told_once_whatever_comes_twice_and_whoever_is_killed(chat: Cast, point: str) -> None:
    ada, mara = await chat.participant("Ada"), await chat.member("Mara", Role.DIRECTOR)
    await ada.says(SELF)
    await ada.presses("Ask Mara to ring me")
    assert mara.on_roster
    yes = Pressed(SEND(mara.on_roster.id, int(chat.clock.now().timestamp()) // 60, ""))
    chat.kill_at = point
    assert await ada.does(yes, "the same") is Received.KEPT
    assert not chat.kill_at
    await chat.restart()
    await chat.reach(timedelta(minutes=2))
    assert await ada.does(yes, "the same") is Received.REPEATED
    assert mara.screen.count("would like you to ring") == 1
    assert ada.screen.count("Sent to Mara") == 1


async def test_what_opens_something_is_no_word_of_theirs_however_it_sounds(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("export my data")
    await ada.fills(passphrase="i want to die now", again="i want to die now")
    ada.does_not_see(FIRST)
    await ada.says("recover die pain suicide hopeless goodbye alone")
    ada.does_not_see(FIRST)
    await ada.says("my thoughts please")
    await ada.fills(first=SELF, second="Nothing", third="Just now")
    ada.sees(FIRST, "Kept your thoughts")
