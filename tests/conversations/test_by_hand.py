"""What those who can use neither app, and those who tell them, can count on."""

from datetime import timedelta

from bot.chat.messages import Message, message_json
from storage.shared.deliveries import Delivery
from storage.shared.people import Role
from tests.canary import tables_with
from tests.cast import Cast
from tests.conversations.test_joining import code_on
from tests.player import Player


async def owed(cast: Cast, to: Player, words: str, useful: timedelta | None = None) -> None:
    """Somebody is owed a message just now."""
    assert to.on_roster is not None
    now = cast.clock.now()
    async with cast.app.database.unit() as unit:
        await unit.deliveries.owe(
            Delivery(
                person_id=to.on_roster.id,
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
        for data in (told, f"by_hand.uses_neither:{noor.on_roster.id}", f"by_hand.uses_one:{noor.on_roster.id}"):
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
