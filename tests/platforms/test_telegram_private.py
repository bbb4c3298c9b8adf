"""What is private on Telegram: what was typed is deleted once it is kept, and what is read back is put away."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.chat.drafts import Draft
from bot.chat.putting_away import IN_TIME
from bot.platforms.telegram.texts import STAYS
from storage.shared.deliveries import DeliveryState
from tests.canary import nowhere_but
from tests.cast import Cast, Way
from tests.platforms.on_any import until
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, stage_of, words
from tests.platforms.telegram.delivery import Answer
from tests.platforms.telegram.people import pieces_of
from tests.platforms.telegram.server import FakeTelegram
from tests.player import Player

CANARY = "the kestrel over the weir"


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


async def reads(player: Player) -> None:
    await player.says("my notes")
    await player.presses("Open it")


async def puts_all_away(player: Player) -> None:
    while any("Put away" in message.labels for message in said_to(person_of(player))):
        await player.presses("Put away")


# ---------------------------------------------------------------- what was typed


async def test_what_was_typed_goes_once_it_is_kept_and_nothing_of_it_is_repeated(
    cast: Cast, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "waymark")
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = telegram.group("Team", [person_of(ada), person_of(bea)])
    await team.adds_bot(person_of(ada))
    for note in (f"reflect: {CANARY}", f"/reflect {CANARY}", f"/reflect@WaymarkBot {CANARY}"):
        await ada.says(note)
        ada.sees("Kept, until", "I’m deleting what you typed here.")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading="A bird")
    ada.sees("“A bird” is kept")
    await person_of(ada).types(f"/help {CANARY}", team)
    await cast.settle()
    assert [line for line in ada.own_lines if CANARY in line] == []
    assert CANARY not in words(person_of(ada))
    assert CANARY not in caplog.text
    await nowhere_but(cast, CANARY)


async def test_who_leaves_what_they_type_keeps_it_and_nobody_else_does(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says("leave what I type")
    for player in (ada, bea):
        await player.says(f"reflect: {CANARY}")
    assert [line for line in ada.own_lines if CANARY in line] == [f"reflect: {CANARY}"]
    assert [line for line in bea.own_lines if CANARY in line] == []


async def test_in_a_group_where_the_bot_may_delete_what_was_typed_to_be_kept_goes(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("leave what I type")
    team = stage_of(cast).fake.group("Team", [person_of(ada)])
    await team.adds_bot(person_of(ada), admin=True)
    await person_of(ada).types(f"/reflect {CANARY}", team)
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    assert not any(CANARY in message.text for message in team.chat)
    assert "Everybody in that group can read" not in words(person_of(ada))
    await nowhere_but(cast, CANARY)


async def test_after_two_days_its_author_is_told_how_to_delete_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await cast.stop()
    assert not (await person_of(ada).types(f"reflect: {CANARY}")).acknowledged
    cast.clock.set(cast.clock.now() + timedelta(hours=49))
    await cast.start()
    await stage_of(cast).fake.emptied()
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    assert STAYS.split("*")[0] in said_to(person_of(ada))[-1].text
    assert [line for line in ada.own_lines if CANARY in line] == [f"reflect: {CANARY}"]


async def test_what_its_author_deleted_before_is_gone_and_nothing_is_said_of_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await cast.stop()
    sent = await person_of(ada).types(f"reflect: {CANARY}")
    await person_of(ada).deletes(sent.message_id)
    await cast.start()
    await stage_of(cast).fake.emptied()
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    assert STAYS.split("*")[0] not in words(person_of(ada))


async def test_a_changed_note_changes_nothing_and_its_words_are_nowhere(cast: Cast) -> None:
    """Who leaves what they type can still change it there; the note has been kept as it was."""
    ada = await cast.participant("Ada")
    await ada.says("leave what I type")
    sent = await person_of(ada).types("reflect: the heron")
    await cast.settle()
    await person_of(ada).edits(sent.message_id, f"reflect: {CANARY}")
    await cast.settle()
    assert "I saw that you changed your message" in words(person_of(ada))
    await nowhere_but(cast, CANARY)


async def test_a_private_answer_is_corrected_where_it_was_typed_and_neither_is_said_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("leave what I type")
    await ada.says("/reflect")
    sent = await person_of(ada).types("the heron")
    await cast.settle()
    await person_of(ada).edits(sent.message_id, CANARY)
    await cast.settle()
    assert "I have changed your answer to “What would you like to keep?”." in words(person_of(ada))
    await nowhere_but(cast, CANARY)
    await ada.says("A bird")
    ada.sees("Is this right?", CANARY)
    await ada.presses("Save")
    assert CANARY not in words(person_of(ada))
    await nowhere_but(cast, "the heron")


async def test_a_long_note_that_the_app_cuts_is_one_note_and_all_of_it_goes(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    own = len(ada.own_lines)
    long = " ".join(f"{CANARY} {number}" for number in range(350))
    assert len(long) > 10_000
    await ada.says(f"reflect: {long}")
    assert words(person_of(ada)).count("Kept, until") == 1
    assert len(ada.own_lines) == own
    cast.clock.set(cast.clock.now() + timedelta(seconds=10))
    await ada.says("help")
    ada.sees("What I can do for you")
    await reads(ada)
    shown = " ".join(" ".join(message.text.split()) for message in said_to(person_of(ada)) if message.protected)
    assert f"{CANARY} 349" in shown
    assert all(f"{CANARY} {number}" in shown for number in range(350))


async def test_what_was_said_after_a_long_note_is_no_part_of_it_though_both_arrive_at_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    async with unheard(ada) as types:
        await types(f"reflect: {f'{CANARY} ' * 100}")
        cast.clock.set(cast.clock.now() + timedelta(seconds=10))
        await types("help")
    assert "Kept, until" in words(person_of(ada))
    assert "What I can do for you" in words(person_of(ada))


async def test_what_waited_for_long_is_one_note_all_the_same_and_what_follows_its_end_is_not(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    long = " ".join(f"{CANARY} {number}" for number in range(300))
    async with unheard(ada) as types:
        for piece in (*pieces_of(f"reflect: {long}"), "help"):
            await types(piece)
        cast.clock.set(cast.clock.now() + timedelta(minutes=10))
    assert words(person_of(ada)).count("Kept, until") == 1
    assert "What I can do for you" in words(person_of(ada))
    await reads(ada)
    assert f"{CANARY} 299" in words(person_of(ada))


@asynccontextmanager
async def unheard(player: Player) -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    """The bot is away while this player types, and hears all of it when it is back."""
    person, tasks = person_of(player), list[asyncio.Task[Answer]]()

    async def types(text: str) -> None:
        there = len(person.chat)
        tasks.append(asyncio.create_task(person.types(text)))
        await until(lambda: len(person.chat) > there)

    await player.cast.stop()
    yield types
    await player.cast.start()
    await asyncio.gather(*tasks)
    await stage_of(player.cast).fake.emptied()
    await player.cast.settle()


async def test_a_changed_message_that_is_an_answer_at_last_goes_as_any_other(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    await ada.says("the heron")
    sent = await person_of(ada).types(CANARY * 20)
    await cast.settle()
    assert any(CANARY in line for line in ada.own_lines)
    await person_of(ada).edits(sent.message_id, "A bird")
    await cast.settle()
    assert "A bird" not in ada.own_lines
    ada.sees("Is this right?", "A bird")


@pytest.mark.parametrize("begins", ["reflect: ", ""])
async def test_of_a_text_too_long_to_be_kept_every_piece_is_in_one_draft(cast: Cast, begins: str) -> None:
    ada = await cast.participant("Ada")
    if not begins:
        await ada.says("/reflect")
    long = " ".join(f"{CANARY} {number}" for number in range(1_000))
    await ada.says(f"{begins}{long}")
    assert "say “drafts”" in words(person_of(ada)).replace("Say", "say")
    assert not any(CANARY in line for line in ada.own_lines)
    assert ada.on_roster is not None
    vault = await cast.app.stores.vaults.open(ada.on_roster.vault, "a look")
    kept = [draft.words.split() for draft in await vault.all(Draft) if draft.words]
    assert kept == [long.split()]


# ---------------------------------------------------------------- what is read back


async def test_what_is_read_back_is_protected_and_goes_at_a_press(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await reads(ada)
    shown = [message for message in said_to(person_of(ada)) if CANARY in message.text]
    assert shown
    assert all(message.protected for message in shown)
    await puts_all_away(ada)
    assert CANARY not in words(person_of(ada))
    assert person_of(ada).unanswered == []


async def test_what_is_read_back_goes_by_itself_after_a_quarter_of_an_hour(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await reads(ada)
    await cast.reach(timedelta(minutes=14))
    assert CANARY in words(person_of(ada))
    there = len(said_to(person_of(ada)))
    await cast.reach(timedelta(minutes=2))
    assert CANARY not in words(person_of(ada))
    assert len(said_to(person_of(ada))) <= there


async def test_what_nobody_can_delete_any_more_has_its_words_taken_out(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("never put private text away")
    await ada.says(f"reflect: {CANARY}")
    await reads(ada)
    await cast.reach(timedelta(hours=50))
    assert CANARY in words(person_of(ada))
    await puts_all_away(ada)
    assert CANARY not in words(person_of(ada))


async def test_a_long_note_goes_whole_by_a_press(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {' '.join(f'{CANARY} {number}' for number in range(350))}")
    await reads(ada)
    assert sum(CANARY in message.text for message in said_to(person_of(ada))) > 1
    await puts_all_away(ada)
    assert CANARY not in words(person_of(ada))


async def opens_a_long_note(ada: Player) -> None:
    await ada.says(f"reflect: {' '.join(f'{CANARY} {number}' for number in range(350))}")
    await reads(ada)
    assert sum(CANARY in message.text for message in said_to(person_of(ada))) > 1


async def test_what_took_the_place_of_a_long_note_does_not_go_with_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await opens_a_long_note(ada)
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")
    await cast.reach(timedelta(minutes=30))
    assert "Deleted for good." in words(person_of(ada))
    assert CANARY not in words(person_of(ada))


async def test_what_is_left_of_a_long_note_whose_place_was_taken_after_a_restart_goes_in_its_time(cast: Cast) -> None:
    """Which pieces it has is known by where it stands alone: the adapter has forgotten."""
    ada = await cast.participant("Ada")
    await opens_a_long_note(ada)
    await cast.restart()
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")
    await cast.reach(timedelta(minutes=30))
    assert "Deleted for good." in words(person_of(ada))
    assert CANARY not in words(person_of(ada))


async def test_who_blocked_the_bot_finds_nothing_private_a_day_after_letting_it_in_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await reads(ada)
    await person_of(ada).blocks()
    await cast.reach(timedelta(days=5))
    assert CANARY in words(person_of(ada))
    await person_of(ada).unblocks()
    await cast.reach(timedelta(days=1))
    assert CANARY not in words(person_of(ada))


async def test_who_blocked_the_bot_for_good_is_not_tried_for_ever(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await reads(ada)
    await person_of(ada).blocks()
    await cast.reach(timedelta(days=32))
    async with cast.app.database.unit() as unit:
        assert DeliveryState.FAILED not in await unit.deliveries.counts()
        due = await unit.deliveries.lease(100, cast.clock.now() + timedelta(days=400))
    assert IN_TIME not in {delivery.job for delivery in due}


# ---------------------------------------------------------------- voice and photos


async def test_a_voice_note_is_kept_goes_from_the_conversation_and_is_played_protected(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    spoken = b"OggS" + CANARY.encode() * 50
    await person_of(ada).sends_voice(spoken, seconds=42)
    await cast.settle()
    assert "Kept: voice note, 0:42, until" in words(person_of(ada))
    assert [message for message in person_of(ada).chat if message.file] == []
    await reads(ada)
    [played] = [message for message in said_to(person_of(ada)) if message.file]
    assert played.file is not None
    assert (played.file.data, played.protected) == (spoken, True)
    await nowhere_but(cast, CANARY, ada)


async def test_a_photo_and_its_words_are_kept_and_go_together(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    photo = b"\xff\xd8\xff" + CANARY.encode()
    await person_of(ada).sends_photo(photo, "What the whiteboard said")
    await cast.settle()
    assert "Kept: photo, until" in words(person_of(ada))
    assert [message for message in person_of(ada).chat if message.file] == []
    await reads(ada)
    assert "What the whiteboard said" in words(person_of(ada))
    assert [message.file.data for message in said_to(person_of(ada)) if message.file] == [photo]
    await nowhere_but(cast, CANARY, ada)
