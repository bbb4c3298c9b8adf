"""What people can count on when they speak a note, or take a photo of one."""

import logging
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.drafts import Draft
from bot.chat.fetching import MOST_BYTES, MOST_FETCHES, UNUSED_FOR
from bot.chat.messages import File, Picture
from handlers.reflections.entries import Reflection
from storage.private.vault import Vault
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.conversations.conftest import SLACK, TELEGRAM
from tests.conversations.test_export import PASSPHRASE, unpacked
from tests.conversations.test_reflections import last_day, noon, notes_of, vault_of
from tests.player import Player
from tests.stages import Sending

CANARY = "a canary that was only spoken"
VOICE = Sending("voice.ogg", "audio/ogg", b"OggS" + CANARY.encode() * 100, seconds=42)
PHOTO = Sending("photo.jpg", "image/jpeg", b"\xff\xd8\xff" + CANARY.encode() * 100)
FILM = Sending("film.mp4", "video/mp4", b"a film")


async def kept_by(player: Player) -> list[bytes]:
    """The bytes of all files that somebody keeps, by their notes from the oldest."""
    vault = await vault_of(player)
    found = [await vault.file(file.id) for note in await notes_of(player) for file in note.files]
    return [data for data in found if data is not None]


async def lying_apart(player: Player, note: Reflection) -> list[bytes | None]:
    """What is left of the files of a note that may be gone."""
    vault = await vault_of(player)
    return [await vault.file(file.id) for file in note.files]


def shown_to(player: Player) -> list[bytes]:
    """The bytes of what stands on a screen to be played or looked at."""
    attached = [part for seen in player.screen_of.seen for part in seen.message.attachments]
    return [part.data for part in attached if isinstance(part, File | Picture)]


async def plays(player: Player, what: str = "voice note") -> None:
    """Open the note that stands last; where it is shown in a window, which plays nothing, have it sent."""
    await player.presses("Open it")
    if player.cast.way.slack:
        await player.presses(f"Send me the {what}")
        player.sees("Below it is a button that deletes the copy again")
        await player.presses("Send it to our conversation")


# ---------------------------------------------------------------- keeping


async def test_a_voice_note_is_kept_and_nowhere_else(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ada = await cast.participant("Ada")
    await cast.participant("Bea")
    await cast.member("Dora", Role.DIRECTOR)
    own = len(ada.own_lines)

    await ada.sends(VOICE)

    ada.sees("Kept: voice note, 0:42, until", "Only you can open it")
    if cast.way.slack:
        ada.sees("your own message is still above", "Delete file")
    else:
        assert len(ada.own_lines) == own
    assert await kept_by(ada) == [VOICE.data]
    await nowhere_but(cast, CANARY)
    assert CANARY not in caplog.text


async def test_it_is_played_when_its_note_is_opened(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)

    await plays(ada)

    assert shown_to(ada) == [VOICE.data]
    await nowhere_but(cast, CANARY, ada)
    await ada.says("my notes")
    ada.sees("1. Voice note, 0:42 (Tuesday 5 January 2027)")
    await ada.presses("Voice note, 0:42")
    ada.sees("With it: voice note, 0:42")


async def test_what_was_sent_from_a_note_is_deleted_from_the_conversation_by_its_button(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await plays(ada)
    assert shown_to(ada)

    await ada.presses("Delete it from here" if cast.way.slack else "Put away")

    assert not shown_to(ada)
    await nowhere_but(cast, CANARY)
    assert await kept_by(ada) == [VOICE.data]
    if cast.way.slack:
        ada.sees("Deleted from our conversation. It is kept with your note as before.")


async def test_a_photo_and_its_words_are_one_note(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.sends(PHOTO, text="The river at six, and nobody about")

    ada.sees("Kept: photo, until")
    ada.does_not_see("The river")
    await plays(ada, "photo")
    ada.sees("The river at six, and nobody about")
    assert shown_to(ada) == [PHOTO.data]
    await ada.says("my notes")
    ada.sees("1. The river at six, and nobody about (Tuesday 5 January 2027; photo)")
    await ada.says("search my notes for river")
    ada.sees("The river at six")


async def test_words_that_ask_for_a_note_ask_for_one_with_what_came_along(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    for words in ("reflect: today I listened", "reflect"):
        await ada.sends(PHOTO, text=words)
        ada.sees("Kept: photo, until")

    assert {note.text for note in await notes_of(ada)} == {"today I listened", ""}
    assert await kept_by(ada) == [PHOTO.data] * 2


async def test_words_that_want_something_else_are_done_and_the_file_is_left_alone(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.sends(PHOTO, text="my notes")

    ada.sees("There are no notes yet", "I left the file alone")
    assert not await notes_of(ada)


async def test_what_comes_in_one_message_is_one_note(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.sends(PHOTO, replace(PHOTO, name="second.jpg"), VOICE)

    if cast.way.telegram:  # where each is a message of its own
        assert sorted(note.with_it for note in await notes_of(ada)) == ["photo", "photo", "voice note, 0:42"]
    else:
        assert [note.with_it for note in await notes_of(ada)] == ["voice note, 0:42; 2 photos"]
    assert sorted(await kept_by(ada)) == sorted([PHOTO.data, PHOTO.data, VOICE.data])


async def test_what_can_not_be_kept_is_said_and_stays_where_it_is(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    own = len(ada.own_lines)

    await ada.sends(FILM)
    ada.sees("I can keep voice notes, recordings and photos, of up to 20 MB each", "so I have not kept it")
    assert len(ada.own_lines) == own + 1
    assert not await notes_of(ada)

    await ada.sends(FILM, PHOTO)
    ada.sees("Kept: photo")
    assert await kept_by(ada) == [PHOTO.data]
    assert len(ada.own_lines) == own + 2


async def test_words_beside_what_can_not_be_kept_are_not_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    await ada.sends(FILM, text="reflect: I spoke too long")

    ada.sees("Kept, until", "I have not kept it")
    assert [note.text for note in await notes_of(ada)] == ["I spoke too long"]


async def test_a_question_that_is_open_is_asked_once_more_below(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect:")

    await ada.sends(VOICE)

    ada.sees("Kept: voice note")
    if cast.way.slack:  # where its window is closed before anything is sent
        await ada.says("reflect:")
    elif not cast.way.forms:
        ada.sees("What would you like to keep?")
    await ada.fills(text="typed all the same", heading=None)
    assert sorted(note.text for note in await notes_of(ada)) == ["", "typed all the same"]


# ---------------------------------------------------------------- who may


async def test_nothing_is_fetched_for_a_stranger_or_before_the_agreement(cast: Cast) -> None:
    eve = await cast.stranger("Eve")
    await eve.sends(VOICE)
    eve.sees("first join with the code")
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.sends(VOICE)
    ada.sees("Nothing has been kept yet; please send it again after you agree.")

    assert not await notes_of(ada)
    async with cast.app.database.unit() as unit:
        assert await unit.deliveries.next_due() is None, "something was fetched"


async def test_a_new_account_of_somebody_keeps_nothing_in_their_notes(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    thief = await cast.further_account(ada, "Thief")

    await thief.sends(VOICE)

    thief.sees("Your private notes are locked on this account.")
    assert not await notes_of(ada)


# ---------------------------------------------------------------- changing, deleting, sharing


async def test_a_change_of_the_words_keeps_what_came_with_them(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await ada.presses("Open it")
    await ada.presses("Change it")
    await ada.fills(text="what I said, in short", heading="Short")

    assert [(note.text, note.with_it) for note in await notes_of(ada)] == [
        ("what I said, in short", "voice note, 0:42")
    ]
    assert await kept_by(ada) == [VOICE.data]


async def test_what_belongs_to_a_deleted_note_is_deleted_with_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    (note,) = await notes_of(ada)
    await ada.presses("Open it")
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")

    assert await lying_apart(ada, note) == [None]
    assert not await notes_of(ada)


async def test_at_the_end_of_a_notes_life_what_belongs_to_it_ends_too(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    (note,) = await notes_of(ada)

    await cast.reach(noon(last_day(cast)))
    assert await lying_apart(ada, note) == [VOICE.data]
    await cast.reach(noon(last_day(cast)) + timedelta(days=1))
    assert await lying_apart(ada, note) == [None]


async def test_everything_deleted_for_good_leaves_no_recording(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await ada.says("delete my data")
    await ada.fills(word="now")

    folder = cast.settings.vaults
    assert not (folder.exists() and list(folder.rglob("*~*")))


async def test_a_reader_gets_the_words_and_is_told_that_there_is_more(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.sends(VOICE)
    await ada.presses("Open it")
    await ada.presses("Share it")
    ada.sees("Only the words of a note are passed on, and this one has none yet")

    await ada.sends(PHOTO, text="The river at six")
    await ada.presses("Open it")
    await ada.presses("Share it")
    await ada.fills(reader="Bea", until=None)
    await bea.presses("Read it")

    bea.sees("The river at six", "There is more with it, which stays with its author: photo.")
    assert not shown_to(bea)
    await nowhere_but(cast, CANARY, ada)


# ---------------------------------------------------------------- taking it away


async def test_the_export_has_them_as_files_that_are_named_where_they_belong(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await ada.sends(PHOTO, text="The river at six")
    ids = {file.is_recording: file.id[1:7] for note in await notes_of(ada) for file in note.files}
    voice, photo = ids[True], ids[False]

    await ada.says("export my data")
    await ada.fills(passphrase=PASSPHRASE, again=PASSPHRASE)

    packed = unpacked(ada.files[-1])
    assert packed[f"2027-01-05-voice-note-{voice}.ogg"] == VOICE.data
    assert packed[f"2027-01-05-photo-{photo}.jpg"] == PHOTO.data
    page = packed["waymark-2027-01-05.md"].decode()
    assert f"[Voice note, 0:42](2027-01-05-voice-note-{voice}.ogg)" in page
    assert f"The river at six\n\n[Photo](2027-01-05-photo-{photo}.jpg)" in page
    assert b'"media_type": "audio/ogg"' in packed["waymark-2027-01-05.json"]


async def test_an_export_too_large_for_one_file_comes_in_several(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.privacy.export.MOST_PACKED", len(VOICE.data) + 1)
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    cast.clock.set(cast.clock.now() + timedelta(minutes=1))
    await ada.sends(PHOTO)

    await ada.says("export my data")
    await ada.fills(passphrase=PASSPHRASE, again=PASSPHRASE)

    zips = [file for file in ada.files if file.name.endswith(".zip")]
    assert [file.name for file in zips] == ["waymark-2027-01-05-1-of-2.zip", "waymark-2027-01-05-2-of-2.zip"]
    first, second = map(unpacked, zips)
    assert VOICE.data in first.values()
    assert {*second.values()} == {PHOTO.data}


# ---------------------------------------------------------------- trouble


async def test_a_file_larger_than_can_be_kept_is_not_even_fetched(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    cast.stage.fails_to_give_files(MOST_FETCHES + 1)  # whoever asked would wait

    await ada.sends(replace(PHOTO, size=MOST_BYTES + 1))

    ada.sees("of up to 20 MB each", "so I have not kept it")
    assert not await notes_of(ada)


@pytest.mark.parametrize("cast", [SLACK, TELEGRAM], ids=lambda way: way.name, indirect=True)
async def test_a_file_that_turns_out_larger_than_was_said_is_not_kept(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    monkeypatch.setattr("bot.chat.fetching.MOST_BYTES", len(PHOTO.data) - 1)

    await ada.sends(replace(PHOTO, size=1))

    assert "could not be fetched" in ada.screen
    assert not await notes_of(ada)
    assert await kept_by(ada) == []


async def test_what_can_not_be_fetched_just_now_is_fetched_later_and_what_follows_waits(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    cast.stage.fails_to_give_files(2)

    await ada.sends(VOICE)
    ada.sees_nothing()
    for words in ("help", "settings", "my notes"):  # nothing that is said brings the next attempt nearer
        await ada.says(words)
        ada.sees_nothing()
    await cast.reach(timedelta(minutes=2))

    if cast.way.slack:
        await ada.presses("Show me")
    ada.sees("1. Voice note, 0:42")
    assert await kept_by(ada) == [VOICE.data]


async def test_what_can_not_be_fetched_at_all_is_said_and_stays_where_it_is(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    own = len(ada.own_lines)
    cast.stage.fails_to_give_files(MOST_FETCHES + 1)

    await ada.sends(PHOTO, text="The river at six")
    await cast.reach(timedelta(minutes=5))

    assert "could not be fetched" in ada.screen
    assert len(ada.own_lines) == own + 1
    assert [(note.text, note.files) for note in await notes_of(ada)] == [("The river at six", [])]


@pytest.mark.parametrize(
    "point", ["before the fetching", "after the fetching", "before the commit", "after the commit", "after the answer"]
)
async def test_killed_at_any_point_it_is_kept_once(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    cast.kill_at = point
    with suppress(Killed):
        await ada.sends(VOICE)
    assert not cast.kill_at

    await cast.restart()
    await cast.reach(timedelta(minutes=3))

    assert await kept_by(ada) == [VOICE.data]
    await cast.reach(UNUSED_FOR + timedelta(hours=1))
    assert await kept_by(ada) == [VOICE.data], "it was forgotten as if nobody had made use of it"


async def test_what_was_fetched_for_a_turn_that_came_to_nothing_is_forgotten(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")

    async def fails(*_: object) -> None:
        raise RuntimeError("a bug")

    found: list[str] = []
    keep = Vault.keep_file

    async def noted(vault: Vault, number: int, data: bytes) -> str:
        found.append(await keep(vault, number, data))
        return found[-1]

    monkeypatch.setattr(Vault, "keep_file", noted)
    monkeypatch.setattr("handlers.reflections.chat.keep", fails)
    await ada.sends(VOICE)
    ada.sees("Something went wrong on my side")

    assert await (await vault_of(ada)).file(found[0]) == VOICE.data
    await cast.reach(UNUSED_FOR + timedelta(hours=1))
    assert await (await vault_of(ada)).file(found[0]) is None


async def test_after_a_bug_it_is_asked_for_once_more_and_words_that_came_with_it_are_a_draft(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")

    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("handlers.reflections.chat.keep", fails)
    await ada.sends(VOICE)
    ada.sees("nothing was changed", "Please send it once more.")
    ada.does_not_see("What you wrote is kept")
    assert await (await vault_of(ada)).all(Draft) == []

    await ada.sends(PHOTO, text="The river at six")
    ada.sees("What you wrote is kept: say “drafts” to find it. What came with it is not: please send that once more.")
    assert [draft.words for draft in await (await vault_of(ada)).all(Draft)] == ["The river at six"]
