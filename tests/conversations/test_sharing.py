"""What people can count on when they share a note, and what others can count on not to see."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.platform import Submitted
from handlers.reflections import sharing_texts, texts
from handlers.reflections.entries import Reflection
from scheduling.retention import months_after
from storage.shared.cohorts import Enrolment, State
from storage.shared.people import Role
from storage.shared.sharing import Share
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.test_reflections import last_day, noon, notes_of, vault_of
from tests.player import Player

CANARY = "the heron by the canal knows"
GONE = "That isn’t here any more. Say “shared with me” to see what you can read."


async def who_share(cast: Cast) -> tuple[Player, Player, Player]:
    """Ada, who wrote something; Bea, to whom she may show it; and Carl, whom it does not concern."""
    ada, bea, carl = [await cast.participant(name) for name in ("Ada", "Bea", "Carl")]
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    return ada, bea, carl


async def share(author: Player, reader: str, until: str | None = None) -> Share:
    """Share the note that is open."""
    await author.presses("Share it")
    await author.fills(reader=reader, until=until)
    author.sees(f"Shared. {reader} is told that there is something to read, not what")
    return (await shares_of(author))[-1]


async def shares_of(author: Player) -> list[Share]:
    assert author.on_roster is not None
    async with author.cast.app.database.unit() as unit:
        return [
            each
            for note in await notes_of(author)
            for each, _ in await unit.sharing.not_ended(author.on_roster.id, note.id)
        ]


async def copies_at(reader: Player) -> list[str]:
    return [copy.text for copy in await (await vault_of(reader)).all_posted(Reflection)]


async def leaves(player: Player) -> None:
    assert player.on_roster is not None
    async with player.cast.app.database.unit() as unit:
        for membership in await unit.cohorts.memberships(player.on_roster.id):
            membership.state = State.LEFT  # the unit commits what it has loaded


# ---------------------------------------------------------------- sharing


async def test_what_is_shared_at_night_is_told_in_the_morning_and_people_choose_how(chat: Cast) -> None:
    await chat.reach(datetime(2027, 1, 5, 23, 30, tzinfo=UTC))
    ada, bea, _ = await who_share(chat)
    await share(ada, "Bea")
    await chat.reach(timedelta(hours=6))
    bea.does_not_see("has shared something")
    await chat.reach(timedelta(hours=3))
    bea.sees("Ada has shared something with you to read.")
    await bea.says("mute shared with you")
    bea.sees("You won’t hear about “Shared with you” any more.")
    await bea.says("unmute shared with you")

    await ada.says("reflect: and soon taken back")
    await ada.presses("Open it")
    given = await share(ada, "Bea")
    await ada.presses_data(texts.TAKE_BACK(given.id))
    await chat.reach(timedelta(days=2))
    assert bea.screen.count("has shared something") == 1


async def test_the_reader_is_told_that_there_is_something_never_what(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada, bea, carl = await who_share(cast)
    dora = await cast.member("Dora", Role.DIRECTOR)

    given = await share(ada, "Bea")
    assert "Ada has shared something with you to read." in bea.screen
    await nowhere_but(cast, CANARY, ada)

    await bea.presses("Read it")
    bea.sees(CANARY, "From: Ada")
    for outsider in (carl, dora):
        await outsider.presses_data(sharing_texts.READ_SHARED(given.id))
        outsider.sees(GONE)
        await outsider.says("shared with me")
        outsider.sees("Nobody has shared anything with you")
    eve = await cast.stranger("Eve")
    await eve.presses_data(sharing_texts.READ_SHARED(given.id))
    eve.sees("first join")
    await nowhere_but(cast, CANARY, ada, bea)
    assert CANARY not in caplog.text


async def test_what_is_shared_with_me_is_a_list(cast: Cast) -> None:
    ada, bea, carl = await who_share(cast)
    await share(ada, "Bea")
    await carl.says("reflect: from the other side")
    await carl.presses("Open it")
    await share(carl, "Bea")

    await bea.says("shared with me")
    bea.sees("1. from the other side, from Carl", f"2. {CANARY}, from Ada")
    await bea.presses(CANARY)
    bea.sees(CANARY, "From: Ada")
    await ada.says("shared with me")
    ada.sees("Nobody has shared anything with you")


async def test_the_author_sees_with_whom_a_note_is_shared(cast: Cast) -> None:
    ada, _, _ = await who_share(cast)
    await share(ada, "Bea", "Friday")
    await ada.says("my notes")
    await ada.presses(CANARY)
    ada.sees("Shared with: Bea (until Friday 8 January 2027)", "[Take it back from Bea]")


async def test_who_is_told_by_hand_is_nobody_to_share_with(chat: Cast) -> None:
    ada, noor = await chat.participant("Ada"), await chat.person("Noor", Role.PARTICIPANT)
    assert noor.on_roster is not None
    by_hand = Enrolment("Noor", noor.on_roster.id, by_hand=True)
    async with chat.app.database.unit() as unit:
        await unit.cohorts.enrol_all(chat.cohort, [by_hand], chat.clock.now())
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Share it")
    ada.sees("There is nobody in your cohort just now who could read it")
    await chat.participant("Bea")
    await share(ada, "Bea")


async def test_two_colleagues_of_one_name_are_told_apart(cast: Cast) -> None:
    ada, _, _ = await who_share(cast)
    await cast.member("Carla Diaz", Role.COACH)
    async with cast.app.database.unit() as unit:
        other = await unit.people.add("Carla Diaz", None, "Europe/London", cast.clock.now())
        await unit.cohorts.enrol(other.id, cast.cohort.id, Role.MENTOR)
        await unit.cohorts.activate(other.id)
    await ada.presses("Share it")
    await ada.fills(reader="Carla Diaz, mentor", until=None)
    assert [each.reader_id for each in await shares_of(ada)] == [other.id]


async def test_what_is_shared_is_read_without_agreeing_and_not_where_the_notes_are_locked(cast: Cast) -> None:
    ada, _, _ = await who_share(cast)
    dan = await cast.member("Dan", Role.PARTICIPANT, agreed=False)
    await dan.presses("Not now")
    given = await share(ada, "Dan")
    await dan.says("shared with me")
    await dan.presses(CANARY)
    dan.sees(CANARY, "From: Ada")

    thief = await cast.further_account(dan, "Thief")
    for ask in ("shared with me", "/shared"):
        await thief.says(ask)
        thief.sees("Your private notes are locked on this account.")
    for data in (sharing_texts.SHARED_LIST(0), sharing_texts.READ_SHARED(given.id)):
        await thief.presses_data(data)
        thief.sees("Your private notes are locked on this account.")
    await nowhere_but(cast, CANARY, ada, dan)


# ---------------------------------------------------------------- its end


async def test_what_was_taken_back_can_not_be_opened(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    given = await share(ada, "Bea")
    await ada.presses("Take it back")
    ada.sees("Taken back: Bea can’t open it any more")

    await bea.presses("Read it")
    bea.sees(GONE)
    await bea.says("shared with me")
    bea.sees("Nobody has shared anything with you")
    assert await copies_at(bea) == []
    await ada.presses_data(texts.TAKE_BACK(given.id))
    ada.sees("That isn’t shared any more")
    bea.does_not_see(CANARY)


async def test_a_note_is_taken_back_from_everybody_by_one_press(cast: Cast) -> None:
    ada, bea, carl = await who_share(cast)
    await share(ada, "Bea")
    await ada.says("my notes")
    await ada.presses(CANARY)
    await share(ada, "Carl")
    await ada.says("my notes")
    await ada.presses(CANARY)
    await ada.presses("Take it back from everybody")
    ada.sees("Taken back: Bea and Carl can’t open it any more")
    for reader in (bea, carl):
        assert await copies_at(reader) == []


async def test_a_share_ends_after_its_last_day_where_the_reader_is(cast: Cast) -> None:
    ada, bea, carl = await who_share(cast)
    assert bea.on_roster is not None
    async with cast.app.database.unit() as unit:
        person = await unit.people.get(bea.on_roster.id)
        assert person is not None
        person.zone = "America/New_York"
        await unit.people.save(person)
    given = await share(ada, "Bea", "Friday")

    await cast.reach(datetime(2027, 1, 9, 4, 59, tzinfo=UTC))
    await bea.presses("Read it")
    bea.sees(CANARY, "To be read until: Friday 8 January 2027")
    await ada.says("my notes")
    await ada.presses(CANARY)
    ada.sees("Shared with: Bea (until Friday 8 January 2027)")

    await cast.reach(datetime(2027, 1, 9, 5, 0, tzinfo=UTC))
    await bea.presses_data(sharing_texts.READ_SHARED(given.id))
    bea.sees(GONE)
    assert await copies_at(bea) == []
    assert await shares_of(ada) == []
    await carl.presses_data(sharing_texts.READ_SHARED(given.id))
    carl.sees(GONE)


async def test_what_is_past_its_day_can_not_be_opened_even_before_it_is_cleared_away(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    given = await share(ada, "Bea", "Friday")
    cast.clock.set(datetime(2027, 1, 9, 0, 0, tzinfo=UTC))
    async with cast.app.database.unit() as unit:
        await unit.deliveries.cancel(f"sharing.end {given.id}", cast.clock.now())
    await bea.presses("Read it")
    bea.sees(GONE)


async def test_deleting_a_note_takes_it_back_from_its_readers(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    await share(ada, "Bea")
    await ada.presses_data(texts.READ((await notes_of(ada))[0].id))
    await ada.presses("Delete it")
    ada.sees("Bea will not be able to read it any more")
    await ada.presses("Delete it for good")
    ada.sees("Deleted for good. Bea can’t read it any more")

    await bea.presses("Read it")
    bea.sees(GONE)
    assert await copies_at(bea) == []


@pytest.mark.parametrize("who", ["Ada", "Bea"])
async def test_who_has_left_shares_and_reads_nothing(cast: Cast, who: str) -> None:
    ada, bea, _ = await who_share(cast)
    await share(ada, "Bea")
    await leaves(ada if who == "Ada" else bea)
    await bea.presses("Read it")
    bea.sees(GONE)
    bea.does_not_see(CANARY)


async def test_a_note_that_reaches_its_end_is_taken_back(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    await share(ada, "Bea")
    await cast.reach(noon(last_day(cast) + timedelta(days=1)))
    assert await notes_of(ada) == []
    assert await copies_at(bea) == []
    await bea.presses("Read it")
    bea.sees(GONE)


# ---------------------------------------------------------------- a changed note


async def test_what_is_shared_without_an_end_is_taken_back_some_months_after_the_programme(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    await share(ada, "Bea")
    over = months_after(cast.cohort.ends, 6)

    await cast.reach(noon(over))
    assert await copies_at(bea) == [CANARY]
    await cast.reach(noon(over + timedelta(days=1)))
    assert await copies_at(bea) == []
    assert [note.text for note in await notes_of(ada)] == [CANARY]


async def test_a_reader_has_the_old_words_until_the_new_ones_are_passed_on(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    await share(ada, "Bea")
    await ada.presses_data(texts.CHANGE((await notes_of(ada))[0].id))
    await ada.fills(text="the heron has flown")
    ada.sees("What Bea can read is the note as it was")
    await bea.presses("Read it")
    bea.sees(CANARY)

    told = bea.screen.count("has shared something")
    await ada.presses("Pass on the new words")
    ada.sees("Bea can read the new words now")
    assert bea.screen.count("has shared something") == told
    await bea.presses("Read it")
    bea.sees("the heron has flown")
    assert await copies_at(bea) == ["the heron has flown"]


async def test_nothing_is_passed_on_to_who_can_read_it_no_longer(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    given = await share(ada, "Bea")
    await ada.presses_data(texts.TAKE_BACK(given.id))
    await ada.presses_data(texts.PASS_ON(given.entry))
    ada.sees("Nobody can read this note just now")
    assert await copies_at(bea) == []


# ---------------------------------------------------------------- what does not work


async def test_a_note_is_not_shared_twice_with_the_same_person(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    if cast.way.forms and not cast.way.slack:  # on two devices at once
        await ada.presses("Share it")
        waiting = ada.form
        await share_again(ada)
        assert waiting is not None
        await ada.does(Submitted(waiting.opening, {"reader": _choice(bea), "until": None}))
        ada.sees("You have already sent that one")
    elif cast.way.slack:
        await share(ada, "Bea")
        await ada.presses_data(texts.SHARE((await notes_of(ada))[0].id))
        ada.sees("[Carl]")
        ada.does_not_see("[Bea]")
    else:
        await share(ada, "Bea")
        await share_again(ada)
    assert len(await copies_at(bea)) == 1


async def test_only_colleagues_can_be_chosen(cast: Cast) -> None:
    ada, _, _ = await who_share(cast)
    away = await cast.person("Wanda", Role.PARTICIPANT)
    await ada.presses("Share it")
    nobody = (_choice(ada), _choice(away), "999", "Ada")
    if cast.way.slack:  # others are not there to be chosen; whoever sends them all the same gets no further
        ada.sees("[Bea]\n[Carl]\n")
        for reader in nobody:
            await ada.does(Submitted(ada.form.opening if ada.form else "", {"reader": reader, "until": None}))
            ada.sees("one thing needs another look")
    elif cast.way.forms:
        for reader in nobody:
            assert "reader" in await ada.tries_to_fill(reader=reader, until=None)
    else:
        for reader in ("Ada", "Wanda", "999"):
            await ada.says(reader)
            ada.sees("Please choose one of these, by name or by number: Bea, Carl")
    assert await shares_of(ada) == []


async def test_a_typed_number_is_a_place_in_the_list(cast: Cast) -> None:
    ada, bea, carl = await who_share(cast)
    await ada.presses("Share it")
    await ada.fills(reader="2", until=None)
    assert (await copies_at(bea), await copies_at(carl)) == ([], [CANARY])


async def test_who_has_left_meanwhile_can_not_be_chosen(cast: Cast) -> None:
    ada, bea, _ = await who_share(cast)
    await ada.presses("Share it")
    await leaves(bea)
    if cast.way.forms:
        await ada.fills(reader="Bea", until=None)
    else:
        for typed in ("Bea", "skip", "Share it"):
            await ada.says(typed)
    ada.sees("That person isn’t in your cohort just now")
    assert await copies_at(bea) == []


async def test_alone_in_a_cohort_there_is_nobody_to_share_with(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    await ada.presses("Open it")
    await ada.presses("Share it")
    ada.sees("There is nobody in your cohort just now")


async def test_nobody_takes_back_or_passes_on_what_somebody_else_shared(cast: Cast) -> None:
    ada, bea, carl = await who_share(cast)
    given = await share(ada, "Bea")
    for other in (bea, carl):
        for data, answer in (
            (texts.TAKE_BACK(given.id), "That isn’t shared any more"),
            (texts.TAKE_BACK(2**31 - 1), "That isn’t shared any more"),
            (texts.TAKE_ALL_BACK(given.entry), "That isn’t shared any more"),
            (texts.PASS_ON(given.entry), "That note isn’t here any more"),
            (texts.SHARE(given.entry), "That note isn’t here any more"),
            (texts.READ(given.post), "That note isn’t here any more"),
            (texts.DELETE_FOR_GOOD(given.post), "That note isn’t here any more"),
        ):
            await other.presses_data(data)
            other.sees(answer)
    assert await copies_at(bea) == [CANARY]
    await nowhere_but(cast, CANARY, ada)


async def share_again(author: Player) -> None:
    """Try to share the same note with Bea once more, past what the buttons offer."""
    await author.presses_data(texts.SHARE((await notes_of(author))[0].id))
    if author.cast.way.forms:
        await author.fills(reader="Bea", until=None)
    else:
        await author.says("Bea")
        author.sees("Please choose one of these")
        await author.says("cancel")


def _choice(player: Player) -> str:
    assert player.on_roster is not None
    return sharing_texts.choice_of(player.on_roster)
