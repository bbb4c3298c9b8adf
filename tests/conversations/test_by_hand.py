"""What those who can use neither app, and those who tell them, can count on."""

from datetime import UTC, date, datetime, timedelta

from bot.chat.messages import Message, message_json
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from storage.shared.timetable import Event, EventKind
from tests.canary import tables_with
from tests.cast import LONDON, Cast
from tests.cohort import enrolled, other_cohort
from tests.conversations.test_joining import code_on
from tests.player import Player


async def owed(
    cast: Cast,
    to: Player,
    words: str,
    useful: timedelta | None = None,
    kind: str | None = None,
    event_id: int | None = None,
) -> None:
    """Somebody is owed a message just now."""
    assert to.on_roster is not None
    now = cast.clock.now()
    async with cast.app.database.unit() as unit:
        await unit.deliveries.owe(
            Delivery(
                person_id=to.on_roster.id,
                event_id=event_id,
                kind=kind,
                body=message_json.dump_python(Message(words), mode="json"),
                due_at=now,
                useful_until=now + useful if useful else None,
                made_at=now,
            )
        )
    await cast.app.tick()
    await cast.settle()


async def counts(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


async def test_who_uses_neither_app_is_a_full_member_and_what_is_for_them_is_told_by_hand(cast: Cast) -> None:
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    noor = await cast.person("Noor *H*", Role.PARTICIPANT)
    sam = await cast.person("Sam", Role.PARTICIPANT)

    await adam.says("Noor *H* uses neither app")
    adam.sees("Noor *H* takes part like everybody else", "Their joining code has stopped working")
    await noor.says(noor.code)
    noor.sees("That code doesn’t work")
    await dora.says("who has joined")
    dora.sees("Noor *H*: participant, takes part; told by hand", "Sam: participant, invited")
    await dora.says("invitations")
    dora.sees("One has not joined", "Sam")
    await dora.says("to tell by hand")
    dora.sees("There is nothing to tell by hand just now.")

    await owed(cast, noor, "Module 2 is *on Friday*.\n\n- Bring a pen")
    await owed(cast, noor, "And lunch is at one.")
    await owed(cast, sam, "Nobody reaches Sam.")
    await owed(cast, noor, "It is over soon.", useful=timedelta(minutes=5))
    await cast.reach(timedelta(minutes=6))
    for runner in (adam, dora):
        await runner.says("what's next")
        runner.sees("Autumn 2026, to tell by hand: Noor *H* (2).")
    await dora.presses("See what to tell by hand")
    dora.sees("To tell Noor *H*", "noor@example.org", "From Tuesday 5 January 2027, 09:00 (London):")
    dora.sees("Module 2 is on Friday.", "Bring a pen", "And lunch is at one.")
    dora.does_not_see("It is over soon.", "Nobody reaches Sam.")
    assert (await counts(cast))["failed"] == 1

    await owed(cast, noor, "This came while Dora was on the phone.")
    await dora.presses("Noor *H* has been told")
    dora.sees("Thank you: Noor *H* has been told. There is something newer")
    await adam.says("to tell by hand")
    adam.sees("This came while Dora was on the phone.")
    assert "lunch" not in adam.latest[-1].text
    told = adam.latest[-1].buttons[0].press
    await adam.presses("Noor *H* has been told")
    await dora.presses_data(told)
    dora.sees("That has been told already.")
    async with cast.app.database.unit() as unit:
        assert await unit.audit.count("told by hand") == 2


async def test_only_those_who_run_the_cohort_see_it_or_say_who_it_is(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    noor, ada = await cast.person("Noor", Role.PARTICIPANT), await cast.participant("Ada")
    await dora.says("Noor uses neither app")
    await owed(cast, noor, "the heron stands by the weir")
    await dora.says("to tell by hand")
    told = dora.latest[-1].buttons[0].press
    for outsider in (ada, await cast.member("Cleo", Role.COACH)):
        for words in ("to tell by hand", "Noor uses neither app", "Noor uses an app after all", "what's next"):
            await outsider.says(words)
            outsider.does_not_see("Noor:", "heron")
        assert noor.on_roster is not None
        for data in (told, f"by_hand.uses_neither:1:{noor.on_roster.id}", f"by_hand.uses_one:1:{noor.on_roster.id}"):
            await outsider.presses_data(data)
            outsider.sees("That is for the director and the administrator")
    assert await tables_with(cast, "heron") == ["delivery"]

    for words, says in [
        ("Ada uses neither app", "Ada has joined with an app"),
        ("Noor uses neither app", "Noor is told by hand already"),
        ("Ada uses an app after all", "Ada isn’t told by hand"),
    ]:
        await dora.says(words)
        dora.sees(says)


async def test_who_uses_an_app_after_all_is_invited_and_reached_there_from_then_on(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    noor = await cast.person("Noor", Role.PARTICIPANT)
    await dora.says("Noor uses neither app")
    await dora.presses("They use an app after all")
    dora.sees("Noor is invited now")
    await dora.says("who has joined")
    dora.sees("Noor: participant, invited")

    await dora.says("Noor uses neither app")
    await dora.says("new code for Noor")
    await noor.says(code_on(dora))
    noor.sees("Welcome, Noor")
    await owed(cast, noor, "Here you are.")
    noor.sees("Here you are.")
    await dora.says("who has joined")
    dora.sees("Noor: participant, has joined")


async def test_what_is_held_is_not_to_be_told_by_hand_either_and_quiet_hours_need_not_be_waited_for(chat: Cast) -> None:
    dora = await chat.member("Dora", Role.DIRECTOR)
    noor = await chat.person("Noor", Role.PARTICIPANT)
    await dora.says("Noor uses neither app")
    await chat.reach(timedelta(hours=14))
    await owed(chat, noor, "Lunch is at one.", kind="changes")
    await dora.says("hold everything to Noor")
    await owed(chat, noor, "The room has changed.", useful=timedelta(days=2), kind="changes")
    await dora.says("to tell by hand")
    dora.sees("Lunch is at one.")
    dora.does_not_see("The room has changed.")
    await dora.says("held messages")
    dora.sees("one waits")
    await dora.presses("Let messages to Noor through")
    await chat.reach(timedelta(hours=10))
    await dora.says("to tell by hand")
    dora.sees("The room has changed.")


async def test_what_belongs_to_a_cohort_is_told_by_those_who_run_it_whichever_they_deal_with(cast: Cast) -> None:
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    eve, noor = await cast.member("Eve", Role.COACH), await cast.person("Noor", Role.PARTICIPANT)
    await dora.says("Noor uses neither app")
    other = await other_cohort(cast.app, cast.clock.now().date())
    await enrolled(cast.app, other, Role.DIRECTOR, dora.on_roster)
    await enrolled(cast.app, other, Role.ADMINISTRATOR, eve.on_roster)
    await enrolled(cast.app, other, Role.PARTICIPANT, noor.on_roster)
    async with cast.app.database.unit() as unit:
        (theirs,) = await unit.timetable.of_cohort(other.id)
    await owed(cast, noor, "Theirs is in room 5.", event_id=theirs.id)
    await owed(cast, noor, "Of no cohort.")

    await dora.says("settings")
    await dora.presses("Autumn 2026")
    await dora.says("what's next")
    dora.sees("Autumn 2026, to tell by hand: Noor (1).", "Another, to tell by hand: Noor (1).")
    await dora.says("to tell by hand")
    dora.sees("Theirs is in room 5.", "Of no cohort.")
    told = next(each.buttons[0].press for each in dora.latest if "room 5" in each.text)
    await adam.says("to tell by hand")
    adam.sees("Of no cohort.")
    adam.does_not_see("room 5")
    await adam.presses_data(told)
    adam.sees("That has been told already.")
    await eve.says("to tell by hand")
    eve.sees("Theirs is in room 5.")
    eve.does_not_see("Of no cohort.")
    await dora.presses_data(told)
    dora.sees("Thank you: Noor has been told.")
    await eve.says("to tell by hand")
    eve.sees("There is nothing to tell by hand just now.")


async def test_what_they_say_of_coming_is_recorded_for_them_and_for_nobody_who_can_say_it_themselves(
    cast: Cast,
) -> None:
    dora, adam = await cast.member("Dora", Role.DIRECTOR), await cast.member("Adam", Role.ADMINISTRATOR)
    await cast.person("Noor", Role.PARTICIPANT)
    ada = await cast.participant("Ada")
    await module(cast)
    await dora.says("Noor uses neither app")
    await dora.presses("Record for Noor")
    dora.sees("Module 2", "[Coming to Module 2]", "[Can’t come to Module 2]")
    await dora.presses("Coming to Module 2")
    dora.sees("Recorded: Noor is coming to Module 2, Thursday 21 January 2027")
    recorded = dora.latest[-1].buttons[0].press
    await adam.says("who is coming to module 2")
    adam.sees("Coming (1)", "Noor")
    await adam.says("record for Noor: can't come to module 2")
    adam.sees("Recorded: Noor can’t come to Module 2")
    await adam.says("who is coming to module 2")
    adam.sees("Not coming (1)")
    async with cast.app.database.unit() as unit:
        assert await unit.audit.count("recorded an answer") == 2

    await dora.says("record for Ada: coming to module 2")
    dora.sees("Ada is to say that themselves, in their app.")
    await dora.says("record for Noor: coming to module 7")
    dora.sees("I don’t find that in your timetable.")
    await ada.says("record for Noor: coming to module 2")
    ada.sees("That is for the director and the administrator")
    await ada.presses_data(recorded)
    ada.sees("That is for the director and the administrator")
    await cast.reach(datetime(2027, 1, 21, 10, tzinfo=LONDON))
    await dora.presses_data(recorded)
    dora.sees("takes no more answers")


async def module(cast: Cast) -> None:
    async with cast.app.database.unit() as unit:
        await unit.timetable.add(
            Event(
                cohort_id=cast.cohort.id,
                kind=EventKind.MODULE,
                title="Module 2",
                day=date(2027, 1, 21),
                starts_at=datetime(2027, 1, 21, 9, 30, tzinfo=LONDON).astimezone(UTC),
                ends_at=datetime(2027, 1, 21, 16, 30, tzinfo=LONDON).astimezone(UTC),
                made_at=cast.clock.now(),
                changed_at=cast.clock.now(),
            )
        )
