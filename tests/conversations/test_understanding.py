"""What people can count on when they say it in their own words: it goes ahead, asks, or says that it is at a loss."""

from datetime import timedelta

import pytest

from bot.chat.router import Routes
from bot.chat.understanding import meant
from bot.routers import ROUTERS
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.cohort import laid_out
from tests.conversations.test_reflections import notes_of
from tests.player import Player

CANARY = "the owl in the tower listens"
NONSENSE = "flibber gibbet"


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was only learnt is no more than a guess."""
    monkeypatch.setattr(meant, "SURE", 2.0)
    monkeypatch.setattr(meant, "LIKELY", 0.05)


async def test_what_is_understood_is_done_in_ones_own_words(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("who's in my team again")
    ada.sees("can’t show you who is in your team", "Jo Specimen", "Monday to Thursday, 9:30 to 16:30")
    await ada.says("bonjour, je voudrais book a coaching session please")
    ada.sees("There is no coach to book with just now")


@pytest.mark.usefixtures("unsure")
async def test_where_it_is_not_sure_it_asks_and_the_words_are_brought_along(cast: Cast) -> None:
    events = await laid_out(cast.app, cast.cohort)
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    fifth = next(event for event in events if event.title.startswith("Module 5"))
    await ada.says("who's in my team again")
    ada.sees("Did you mean", "[See who is in my team]", "[No, something else]")
    await ada.presses("See who is in my team")
    ada.sees("can’t show you who is in your team")
    for _ in range(2):
        await ada.says("who's in my team again")
        ada.sees("Did you mean")
    await ada.says("who's in my team again")
    ada.sees("won’t guess any further")
    await ada.says("my notes")

    await ada.says("afraid I will not be able to attend module 5")
    ada.sees("Did you mean", "[Send my apologies]")
    assert await answers(cast, fifth.id) == {}
    await ada.presses("Send my apologies")
    ada.sees("your apologies for Module 5")
    assert list((await answers(cast, fifth.id)).values()) == ["apologies"]

    await ada.says(f"could you jot down a reflection that {CANARY}")
    ada.sees("Did you mean", "[Write a note for yourself]")
    for data in [data for _, _, data in (await ada.account()).offered]:
        assert CANARY not in data
        await bea.presses_data(data)
    await nowhere_but(cast, CANARY, ada)
    assert await notes_of(bea) == []


@pytest.mark.usefixtures("unsure")
async def test_only_what_is_open_to_their_role_is_offered(cast: Cast) -> None:
    ada, dora = await cast.participant("Ada"), await cast.member("Dora", Role.DIRECTOR)
    for player in (ada, dora):
        await player.says("could you circulate a note to all the participants")
    dora.sees("[Send an announcement]")
    ada.does_not_see("Send an announcement")
    await ada.says("send an announcement")
    ada.sees("That is for the director and the administrator.")


async def test_after_two_misses_it_stops_guessing_and_says_whom_to_ask(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(NONSENSE)
    ada.sees("didn’t understand", "nothing has changed", "[See the next module]", "[Everything I can do]")
    await ada.says("haha")
    await ada.says("🙂")
    await ada.says(NONSENSE)
    ada.sees("won’t guess any further", "[See the next module]", "Jo Specimen", "Monday to Thursday, 9:30 to 16:30")
    await ada.presses("See the next module")
    assert (await ada.account()).misses == 0
    await ada.says(NONSENSE)
    ada.sees("didn’t understand")
    await cast.reach(timedelta(minutes=11))
    await ada.says(NONSENSE)
    ada.sees("didn’t understand")
    assert ((await ada.account()).lately, (await ada.account()).misses) == ("", 1)


async def test_what_they_were_just_doing_is_kept_as_a_name_for_a_night_and_never_one_of_how_they_are(
    cast: Cast,
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("my notes")
    assert (await ada.account()).lately == "my_reflections"
    await ada.says("thanks")
    await ada.says(NONSENSE)
    for said in ("somebody is at risk", "I'm ill", "talk to a human", "I want to complain", "my access needs"):
        await ada.says(said)
        assert (await ada.account()).lately == "my_reflections", said
    assert (await ada.account()).misses == 0
    await cast.reach(timedelta(days=1))
    assert (await ada.account()).lately == ""


@pytest.mark.parametrize(
    "said",
    [
        "I will not be able to attend the next module, sorry",
        "feeling rotten today, off sick",
        "pls could you knock the module reminders on the head",
        "note down for me that it went well today",
        "could you put my time zone to Lisbon",
        "am on annual leave all of next week",
        "I can't make it work",
        "I can't come up with a title",
        "i'm sick of meetings",
        "i'm ill at ease with module 2",
    ],
)
async def test_nothing_changes_on_a_guess(chat: Cast, said: str) -> None:
    """However sure it is of words that were never declared: what would be done is shown, and done by a press."""
    await laid_out(chat.app, chat.cohort)
    ada = await chat.participant("Ada")
    before = await everything(chat, ada)
    await ada.says(said)
    assert await everything(chat, ada) == before
    if "Shall I?" in ada.screen:
        await ada.says("no")
        ada.sees("[Everything I can do]")
        assert await everything(chat, ada) == before


async def test_a_pattern_that_fits_by_chance_is_asked_first_and_what_is_plainly_meant_is_done(chat: Cast) -> None:
    await laid_out(chat.app, chat.cohort)
    ada = await chat.participant("Ada")
    before, by_chance = await everything(chat, ada), "I can't come up with a title"
    for said in (
        by_chance,
        "i'm sick of meetings",
        "i'm ill at ease with module 2",
        "can't make it on the team on 10 february",
        "apologies for my tone on 10 february",
        "i'm away with the fairies today",
        "on leave next week who covers for me",
    ):
        await ada.says(said)
        ada.sees("Shall I? Nothing has changed so far.")
        assert await everything(chat, ada) == before, said
    for said, heard in (
        (by_chance, "your apologies for Development session"),
        ("i can't make it as I have a board meeting", "your apologies for Development session"),
        ("i can't make it - train trouble", "your apologies for Development session"),
        ("i can't make it on 10 february because of a clash", "your apologies for Module 5"),
        ("on leave next week, with the family", "You are away from"),
        ("I'm ill today", "I hope today goes gently"),
    ):
        await ada.says(said)
        if said == by_chance:
            await ada.says("yes")
        ada.sees(heard)
        await ada.says("undo")


async def test_what_was_only_learnt_is_shown_and_done_by_a_press(cast: Cast) -> None:
    events = await laid_out(cast.app, cast.cohort)
    fifth = next(event for event in events if event.title.startswith("Module 5"))
    ada = await cast.participant("Ada")
    await ada.says("I won't be able to attend module 5")
    ada.sees("Send my apologies: Module 5", "Wednesday 10 February 2027, 09:30 to 16:30 (London). Shall I?")
    ada.sees("Nothing has changed so far.", "[No, something else]")
    assert await answers(cast, fifth.id) == {}
    await ada.says("yes please")
    ada.sees("your apologies for Module 5")
    assert list((await answers(cast, fifth.id)).values()) == ["apologies"]
    await ada.says("undo")
    for said in ("cant make 10 feb", "cant make it to the next module"):
        await ada.says(said)
        await ada.says("yes")
        ada.sees("your apologies for Module 5")
        await ada.says("undo")
    await ada.says("can't make 12 feb")
    ada.sees("Nothing is on Friday 12 February 2027")


async def test_what_is_not_open_to_somebody_is_not_offered_and_whoever_is_late_hears_a_kind_word(cast: Cast) -> None:
    await laid_out(cast.app, cast.cohort)
    cora = await cast.member("Cora", Role.COACH)
    await cora.says("ada wants to move to tuesday week at 3ish")
    cora.does_not_see("Shall I?")
    await cora.says("I'm running late")
    cora.sees("tell them directly")
    await cora.says("I'm ill")
    cora.sees("I hope today goes gently")


def test_whatever_changes_something_says_so_where_it_is_only_guessed() -> None:
    changing = [intent for intent in Routes(ROUTERS).intents.values() if intent.route.changes]
    assert changing
    assert all(intent.route.acts for intent in changing)


async def test_to_a_form_what_sounds_like_a_wish_is_an_answer(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("reflect:")
    await ada.says("I wonder who else is in my team again and what they make of it")
    ada.does_not_see("Is that your answer")
    await ada.says("timetable")
    ada.sees("Is that your answer")


async def test_who_asks_in_a_form_whom_to_tell_of_a_danger_hears_it_and_the_form_goes_on(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("remind me")
    await ada.says("safeguarding")
    ada.sees("call 999", "What shall I remind you of?")
    assert (await ada.account()).lately == "remind_me"


async def answers(cast: Cast, event_id: int) -> dict[int, str | None]:
    async with cast.app.database.unit() as unit:
        return {person: each.answer for person, each in (await unit.timetable.attendances(event_id)).items()}


async def everything(cast: Cast, player: Player) -> list[object]:
    """What of theirs a word of theirs could change."""
    assert player.on_roster
    async with cast.app.database.unit() as unit:
        person = await unit.people.get(player.on_roster.id)
        assert person is not None
        events = await unit.timetable.of_cohort(cast.cohort.id)
        return [
            person.model_dump(),
            await unit.reminders.leaves(person.id, cast.clock.now().date()),
            await unit.reminders.choices(person.id),
            await unit.timetable.attendances_of(person.id, [event.id for event in events]),
            await notes_of(player),
        ]
