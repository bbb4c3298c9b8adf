"""What people can count on when they step back, leave, or when messages are held."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.chat.messages import Message, message_json
from bot.chat.platform import Said
from storage.shared.cohorts import Membership, State
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from storage.shared.timetable import Answer, Event, EventKind
from tests.canary import nowhere_but
from tests.cast import LONDON, Cast
from tests.cohort import other_cohort
from tests.player import Player

CANARY = "the heron by the canal is ill"


def london(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON)


async def event(cast: Cast, day: int, title: str) -> Event:
    async with cast.app.database.unit() as unit:
        return await unit.timetable.add(
            Event(
                cohort_id=cast.cohort.id,
                kind=EventKind.MODULE,
                title=title,
                day=date(2027, 1, day),
                starts_at=london(day, 9, 30).astimezone(UTC),
                ends_at=london(day, 16, 30).astimezone(UTC),
                made_at=cast.clock.now(),
                changed_at=cast.clock.now(),
            )
        )


async def parts(player: Player) -> list[Membership]:
    assert player.on_roster is not None
    async with player.cast.app.database.unit() as unit:
        return await unit.cohorts.memberships(player.on_roster.id)


async def answer(player: Player, to: Event) -> Answer | None:
    assert player.on_roster is not None
    async with player.cast.app.database.unit() as unit:
        known = await unit.timetable.attendances_of(player.on_roster.id, [to.id])
        return known[to.id].answer if to.id in known else None


async def something_happens(cast: Cast, *players: Player, words: str, about: Event | None = None) -> None:
    """These people are owed something that they didn't ask for."""
    for player in players:
        assert player.on_roster is not None
        async with cast.app.database.unit() as unit:
            await unit.deliveries.owe(
                Delivery(
                    person_id=player.on_roster.id,
                    kind="changes",
                    event_id=about.id if about else None,
                    body=message_json.dump_python(Message(words), mode="json"),
                    due_at=cast.clock.now(),
                    made_at=cast.clock.now(),
                )
            )
    await cast.settle()


async def test_whoever_steps_back_is_left_in_peace_until_one_press(cast: Cast) -> None:
    ada, bea, dora = [await cast.participant(name) for name in ("Ada", "Bea")] + [
        await cast.member("Dora", Role.DIRECTOR)
    ]
    first, second = await event(cast, 14, "Module 2"), await event(cast, 26, "Module 3")

    await ada.says(f"I need a break because {CANARY}")
    ada.finds_taken_back(CANARY)
    ada.sees("I ask for no reason, and keep none")
    ada.does_not_see("/waymark reflect")
    await ada.fills(told="Nothing", back="Wednesday 20 January", events="Send my apologies")
    ada.sees("You have stepped back", "You are back on Wednesday 20 January 2027", "[I’m back]")
    assert [part.state for part in await parts(ada)] == [State.PAUSED]
    assert await answer(ada, first) == Answer.APOLOGIES
    assert await answer(ada, second) is None

    await something_happens(cast, ada, bea, words="The room has changed.")
    bea.sees("The room has changed.")
    ada.does_not_see("The room has changed.", "Module 2")
    await dora.says("who has joined")
    dora.sees("Ada: participant, paused")
    assert "step" not in dora.screen.casefold()
    assert "Ada" not in bea.screen
    await nowhere_but(cast, CANARY, ada)

    await ada.says("my notes")
    await ada.says("I need a break")
    await ada.presses("I’m back")
    ada.sees("Welcome back", "The room has changed.")
    assert [part.state for part in await parts(ada)] == [State.ACTIVE]
    await cast.reach(london(20, 9))
    assert ada.screen.count("The room has changed.") == 1
    ada.sees("Module 3")


async def test_the_days_of_stepping_back_can_be_said_ahead_and_colleagues_see_what_was_chosen(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await bea.says("reflect: shared before")
    await ada.says("I need to step back")
    await ada.fills(told="Nothing", since="Monday 11 January", back="Friday 8 January")
    ada.sees("You would be back before you have stepped back")
    await ada.opens_it_again()
    await ada.fills(back="Monday 18 January", told="That I’m away for a while")
    ada.sees("on Monday 11 January 2027", "You are back on Monday 18 January 2027")
    assert [part.state for part in await parts(ada)] == [State.ACTIVE]

    await cast.reach(london(12, 10))
    assert [part.state for part in await parts(ada)] == [State.PAUSED]
    await something_happens(cast, ada, words="The room has changed.")
    await bea.says("my notes")
    await bea.presses("shared before")
    await bea.presses("Share it")
    await bea.fills(reader="Ada (away for a while)", until=None)

    await cast.reach(london(18, 7, 59))
    ada.does_not_see("The room has changed.")
    await cast.reach(london(18, 8, 1))
    ada.sees("The room has changed.")
    assert [(part.state, part.says_away) for part in await parts(ada)] == [(State.ACTIVE, False)]


async def test_the_days_of_a_break_are_taken_from_the_sentence_and_only_the_rest_is_asked(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("I need a break until yesterday")
    ada.sees("That day lies behind, or is today.")
    for said, answers, sees in (
        ("I need a break until 1 February", {}, "You are back on Monday 1 February 2027"),
        ("I need a break for two weeks", {}, "You are back on Tuesday 19 January 2027"),
        ("step back from Monday", {"back": None}, "on Monday 11 January 2027. You are back when you say so."),
        ("I need a break", {"back": "For two weeks"}, "You are back on Tuesday 19 January 2027"),
    ):
        await ada.says(said)
        await ada.fills(told="Nothing", **answers)
        ada.sees(sees)
        await ada.says("I'm back")

    await ada.says("I need a break")
    if ada.form is not None:
        for unread in ("whenever", "until yesterday"):
            assert set(await ada.tries_to_fill(told="nothing", back=unread)) == {"back"}
        return
    await ada.says("Nothing")
    for unread, fault in (("whenever", "I couldn’t read that as a day"), ("until yesterday", "That day lies behind")):
        await ada.says(unread)
        assert fault in ada.latest[-1].text
        assert "send you nothing" not in ada.latest[-1].text
    await ada.says("skip")
    assert "Is this right" in ada.latest[-1].text


async def test_whoever_leaves_keeps_what_is_theirs_and_has_ten_minutes_to_think_again(cast: Cast) -> None:
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    await event(cast, 21, "Module 2")
    await ada.says("undo leaving")
    ada.sees("There is nothing to undo: you are in Autumn 2026, as before.")
    await dora.says("I'm leaving")
    dora.sees("You are the only director")
    await ada.says("reflect: kept for good")

    for undone in ("Undo", ""):
        await ada.says("I'm leaving")
        ada.sees("What stays:", "What ends:", "[Step back for a while instead]", "[Export everything of mine]")
        await ada.presses("Yes, leave")
        ada.sees("You have left Autumn 2026")
        assert [part.state for part in await parts(ada)] == [State.LEFT]
        await cast.reach(timedelta(minutes=9))
        dora.does_not_see("has left")
        if undone:
            await ada.presses(undone)
            ada.sees("as if you had never left")
            assert [part.state for part in await parts(ada)] == [State.ACTIVE]
            await cast.reach(timedelta(minutes=9))
            dora.does_not_see("has left")
    await cast.reach(timedelta(minutes=2))
    dora.sees("Ada has left Autumn 2026")
    await ada.says("undo leaving")
    ada.sees("can’t be undone any more", "ask the director")

    await ada.says("my notes")
    await ada.presses("kept for good")
    ada.sees("kept for good")
    await cast.reach(london(22, 12))
    ada.does_not_see("Module 2")
    await dora.says("invite Ada again")
    ada.sees("Dora invites you back to Autumn 2026")
    assert [part.state for part in await parts(ada)] == [State.INVITED]
    await ada.presses("Come back")
    ada.sees("Welcome back to Autumn 2026")
    assert [part.state for part in await parts(ada)] == [State.ACTIVE]


async def test_whoever_is_in_two_cohorts_steps_back_from_one_or_from_both(chat: Cast) -> None:
    async with chat.app.database.unit() as unit:
        other = await unit.cohorts.add(
            name="Spring 2027",
            programme=chat.cohort.programme,
            zone="Europe/London",
            starts=date(2027, 1, 4),
            ends=date(2027, 7, 1),
            now=chat.clock.now(),
        )
    ada = await chat.person("Ada", Role.PARTICIPANT)
    assert ada.on_roster is not None
    async with chat.app.database.unit() as unit:
        await unit.cohorts.enrol(ada.on_roster.id, other.id, Role.PARTICIPANT)
    await ada.says(ada.code)
    for chosen, states in (("Spring 2027", [State.ACTIVE, State.PAUSED]), ("All of them", [State.PAUSED] * 2)):
        await ada.says("step back")
        await ada.fills(told="Nothing", back=None, cohort=chosen)
        ada.sees("You have stepped back from Spring 2027", "You are back when you say so")
        assert [part.state for part in await parts(ada)] == states
        await ada.says("I'm back")
        assert [part.state for part in await parts(ada)] == [State.ACTIVE] * 2
    await ada.says("I'm leaving")
    ada.sees("Which of them", "[Autumn 2026]", "[Spring 2027]")
    await ada.presses("Spring 2027")
    await ada.presses("Yes, leave")
    ada.sees("You have left Spring 2027")
    assert [part.state for part in await parts(ada)] == [State.ACTIVE, State.LEFT]

    await ada.says("step back")
    await ada.fills(told="Nothing", since="Monday 11 January", back=None)
    ada.sees("You step back from Autumn 2026 on Monday 11 January 2027")
    await ada.presses("I’m back")
    await chat.reach(london(12, 9))
    assert [part.state for part in await parts(ada)] == [State.ACTIVE, State.LEFT]


async def test_a_director_holds_what_nobody_asked_for_and_lets_it_through_again(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    for outsider in (adam, bea):
        await outsider.says("hold everything to Ada")
        outsider.sees("That is for the director")

    await dora.says("hold everything to Ada")
    dora.sees("Messages to Ada are held until you let them through: none waits so far")
    await something_happens(cast, ada, bea, words="The room has changed.")
    bea.sees("The room has changed.")
    ada.does_not_see("The room has changed.", "held")
    await ada.says("help")
    ada.sees("What I can do")

    await dora.says("let messages through again")
    dora.sees("one waits")
    for outsider in (adam, bea):
        await outsider.presses_data(button(dora, "Let messages to Ada through"))
        outsider.sees("That is for the director")
    await dora.presses("Let messages to Ada through")
    dora.sees("go again")
    await cast.reach(london(6, 8, 1))
    ada.sees("The room has changed.")

    await dora.says("hold everything to the cohort until Monday 9:00")
    dora.sees("everybody in Autumn 2026", "until Monday 11 January 2027, 09:00 (London)")
    await something_happens(cast, ada, bea, words="The train is late.")
    await cast.reach(london(11, 8, 59))
    for player in (ada, bea):
        player.does_not_see("The train is late.")
    await cast.reach(london(12, 8, 1))
    for player in (ada, bea):
        player.sees("The train is late.")
    async with cast.app.database.unit() as unit:
        assert await unit.audit.count("held messages") == 2


async def test_a_hold_that_comes_between_the_lease_and_the_sending_counts(
    chat: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, dora = await chat.participant("Ada"), await chat.member("Dora", Role.DIRECTOR)
    holding = asyncio.Event()

    async def mark(point: str) -> None:
        if point == "after the lease" and not holding.is_set():
            holding.set()
            await dora.does(Said("hold everything to Ada"))

    monkeypatch.setattr(chat.app.deliveries, "_mark", mark)
    await something_happens(chat, ada, words="The room has changed.")
    assert holding.is_set()
    ada.does_not_see("The room has changed.")


async def test_a_hold_is_of_this_very_person_and_cohort_and_another_takes_its_place(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    dora = await cast.member("Dora", Role.DIRECTOR)
    other = await other_cohort(cast.app, date(2027, 2, 18), bea.on_roster)
    ours = await event(cast, 26, "Module 3")
    async with cast.app.database.unit() as unit:
        (theirs,) = await unit.timetable.of_cohort(other.id)
        assert bea.on_roster is not None
        person = await unit.people.get(bea.on_roster.id)
        assert person is not None
        person.name = "Ada"

    await dora.says("hold everything to Ada until Friday 9:00")
    dora.sees("There are several of that name")
    await dora.presses("Hold messages to bea@example.org")
    dora.sees("Messages to Ada are held until Friday 8 January 2027, 09:00 (London)")
    await something_happens(cast, ada, bea, words="The room has changed.", about=ours)
    ada.sees("The room has changed.")
    await something_happens(cast, bea, words="In the other cohort.", about=theirs)
    bea.sees("In the other cohort.")
    bea.does_not_see("The room has changed.")
    await dora.says("hold everything to Ada until Wednesday 9:00")
    await dora.presses("Hold messages to bea@example.org")
    dora.sees("until Wednesday 6 January 2027, 09:00 (London): one waits.")
    await cast.reach(london(7, 8, 1))
    bea.sees("The room has changed.")

    await dora.says("hold everything to Ada")
    await dora.presses("Hold messages to ada@example.org")
    await something_happens(cast, ada, words="The train is late.")
    assert dora.on_roster is not None
    async with cast.app.database.unit() as unit:
        await unit.cohorts.enrol(dora.on_roster.id, other.id, Role.DIRECTOR)
        await unit.cohorts.activate(dora.on_roster.id)
    await dora.says("held messages")
    dora.sees("Messages to Ada in Autumn 2026 are held until you let them through: one waits.")
    await dora.presses("Let messages to Ada in Autumn 2026 through")
    await cast.reach(london(8, 8, 1))
    ada.sees("The train is late.")


async def test_who_undoes_leaving_steps_back_and_comes_back_on_the_days_they_said(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("I need to step back")
    await ada.fills(
        told="Nothing", back="Monday 18 January", since="Monday 11 January", events="Leave my answers as they are"
    )
    await ada.says("I'm leaving")
    await ada.presses("Yes, leave")
    await ada.says("undo leaving")
    ada.sees("as if you had never left")
    for day, state in ((12, State.PAUSED), (18, State.ACTIVE)):
        await chat.reach(london(day, 9))
        assert [part.state for part in await parts(ada)] == [state]


async def test_what_waited_for_somebody_who_graduates_comes_to_them(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("I need to step back")
    await ada.fills(told="Nothing", back=None, since=None, events="Leave my answers as they are")
    ada.sees("You have stepped back")
    await something_happens(chat, ada, words="The room has changed.")
    async with chat.app.database.unit() as unit:
        (await unit.cohorts.get(chat.cohort.id)).ends = date(2027, 1, 6)
    await chat.reach(london(7, 9))
    assert [part.state for part in await parts(ada)] == [State.ALUMNUS]
    await chat.reach(london(8, 8, 1))
    ada.sees("The room has changed.")


def button(player: Player, label: str) -> str:
    return next(each.press for seen in player.screen_of.seen for each in seen.message.buttons if each.label == label)
