"""What people can count on who are at risk, or fear for somebody: help at once, and not a word of it passed on."""

from datetime import UTC, datetime
from functools import partial

import pytest
from sqlmodel import Session, col, select, update

from bot.chat.forms import Form, LongText, ShortText
from bot.chat.messages import Message
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


class Thoughts(Form):
    route = "tests.thoughts"
    title = "Thoughts"
    done = "Keep them"

    first = LongText("What is on your mind?")
    second = ShortText("And what helps?")


@pytest.fixture
def routers() -> tuple[Router, ...]:
    router = Router("tests")

    @router.intent("thoughts", "Write down thoughts", "my thoughts please")
    async def thoughts(turn: Turn) -> None:
        await turn.ask(Thoughts)

    @router.submitted(Thoughts)
    async def kept(turn: Turn, form: Thoughts) -> None:
        await turn.say(Message("Kept your thoughts."))

    return (router,)


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
        acts = await unit.run(lambda session: [act.act for act in session.exec(select(Act))])
        assert not [act for act in acts if "risk" in act or "ring" in act]
        rows = await unit.run(lambda session: list(session.exec(select(TurnRow))))
        assert not any(row.inbound or row.effects for row in rows)


async def test_whoever_cannot_go_on_is_answered_at_once_and_nothing_of_it_is_kept(cast: Cast) -> None:
    ada, mara = await cast.participant("Ada"), await cast.member("Mara", Role.DIRECTOR)
    await ada.says(SELF)
    ada.sees("I’m a bot, not a person", *NUMBERS, *SAFEGUARDING, "Outside those hours", "I pass on to nobody")
    ada.does_not_see(UNSURE)
    await no_trace(cast, ada)
    await ada.presses("I’m all right")
    ada.sees("Thank you for saying so", "at any hour")
    mara.does_not_see("999")

    await ada.says(OTHER)
    ada.sees("somebody may come to harm", *NUMBERS, *SAFEGUARDING, "don’t promise anybody to keep it secret")
    await no_trace(cast, ada)
    await ada.presses("I have what I need")
    ada.sees("for you as well")


async def test_help_is_there_for_strangers_and_for_those_who_left_paused_or_are_locked_out(cast: Cast) -> None:
    stranger, ada = await cast.stranger("Zoe"), await cast.participant("Ada")
    await stranger.says(SELF)
    stranger.sees(*NUMBERS, "not a person")
    stranger.does_not_see("Instance", "joining code", "to ring me")
    await stranger.presses("I’m all right")
    stranger.sees("Thank you for saying so")

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
        await ada.fills(first=SELF, second="Walking")
        ada.sees(*NUMBERS, "Kept your thoughts.")
    else:
        await ada.says(SELF)
        ada.sees(*NUMBERS, "And what helps?")
        await ada.says("I’m all right")
        ada.sees("Thank you for saying so", "And what helps?")
        await ada.says("Walking")
        await ada.says("Keep them")
        ada.sees("Kept your thoughts.")
    await nowhere_but(cast, CANARY, ada)


async def test_a_wish_that_would_change_something_waits_and_one_that_only_asks_is_answered_below(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("remind me tomorrow at 9 that I want to die")
    ada.sees(*NUMBERS)
    await ada.says("my own reminders")
    ada.does_not_see("tomorrow at 9 that", "Wednesday 6 January")
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
    ada.sees("Ada Okafor would like you to ring, asked at 22:40, on 07700900123")
    await ada.presses("Yes, send it")
    ada.sees("Sent to Safeguarding Lead", *NUMBERS)
    lead.sees("Ada Okafor would like you to ring, asked at 22:40, on 07700900123")
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
    await ben.presses_data(SEEN(ring.id))
    ben.sees("done with")
    await ben.presses_data(ASK(ada.on_roster.id))
    ben.sees("can’t reach them from here")
    await cast.reach(datetime(2027, 1, 5, 22, 52, tzinfo=UTC))
    await lead.presses("I have seen this")
    lead.sees("Ada Okafor knows that you have seen it")
    ada.sees("Safeguarding Lead has seen", "Tuesday 5 January 2027, 22:52 (London)")
    await lead.presses("I have seen this")
    assert ada.screen.count("has seen that you would like them to ring") == 1
    await cast.reach(datetime(2027, 1, 6, 2, 0, tzinfo=UTC))
    ada.does_not_see("has not opened")
    mara.does_not_see("would like you to ring", "999")
    ben.does_not_see("would like you to ring")
    await no_trace(cast, ada)


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
        ring = await unit.run(lambda session: session.exec(select(Ring)).one())
        bodies = await unit.run(
            lambda session: [
                repr(row.body) for row in session.exec(select(Delivery).where(col(Delivery.body).is_not(None)))
            ]
        )
    assert ring.told_at is not None
    assert not any(CANARY in body or "live" in body for body in bodies)
    await mara.presses("I have seen this")
    ada.sees("Mara has seen")
