"""What people can count on when they take everything with them."""

import io
import json
import logging
from datetime import timedelta

import pytest
import pyzipper

from bot.chat.drafts import Draft
from bot.chat.forms import Answers
from bot.chat.messages import File
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.player import Player

PASSPHRASE = "heron lantern gravel"
CANARY = "the canary sings at midnight"


def opened(file: File, passphrase: str = PASSPHRASE) -> dict[str, str]:
    return {name.rpartition(".")[2]: content.decode() for name, content in unpacked(file, passphrase).items()}


def unpacked(file: File, passphrase: str = PASSPHRASE) -> dict[str, bytes]:
    """What is in it, by its names."""
    with pyzipper.AESZipFile(io.BytesIO(file.data)) as archive:
        archive.setpassword(passphrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}


async def export_of(player: Player) -> File:
    await player.says("export my data")
    await player.fills(passphrase=PASSPHRASE, again=PASSPHRASE)
    (file,) = player.files[-1:]
    return file


async def test_everything_of_theirs_is_in_it_to_read_and_for_a_machine(cast: Cast) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await bea.says("reflect: only Bea wrote this")
    await bea.presses("Open it")
    await bea.presses("Share it")
    await bea.fills(reader="Ada", until=None)
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Share it")
    await ada.fills(reader="Bea", until="12 January")

    file = await export_of(ada)

    assert file.name == "waymark-2027-01-05.zip"
    found = opened(file)
    for line in (
        "# Everything of yours, Tuesday 5 January 2027, 09:00 (London)",
        "# Your private notes",
        CANARY,
        "- with Bea, since Tuesday 5 January 2027, until Tuesday 12 January 2027",
        "- from Bea, since Tuesday 5 January 2027, until it is taken back",
        "- Name: Ada",
        "- E-mail address: ada@example.org",
        "- Participant in Autumn 2026, active",
        "- Agreed on confidentiality: london-leadership",
        f"- Account: Ada on {cast.stage.name}",
        "- Time zone: Europe/London",
    ):
        assert line in found["md"]
    whole = json.loads(found["json"])
    assert whole["format"] == 1
    assert [(entry["kind"], entry["text"]) for entry in whole["entries"]] == [("reflection", CANARY)]
    assert whole["person"]["name"] == "Ada"
    assert [share["with"] for share in whole["shared_by_you"]] == ["Bea"]
    assert [share["from"] for share in whole["shared_with_you"]] == ["Bea"]
    assert [role["role"] for role in whole["roles"]] == ["participant"]
    assert len(whole["accounts"]) == len(whole["agreements"]) == 1
    assert "only Bea wrote this" not in found["md"] + found["json"]


async def test_it_opens_with_the_passphrase_alone(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ada, eve = await cast.participant("Ada"), await cast.participant("Eve")
    await ada.says(f"reflect: {CANARY}")

    file = await export_of(ada)

    assert CANARY in opened(file)["md"]
    with pytest.raises(RuntimeError, match="password"):
        opened(file, "heron lantern gravel ")
    for private in (CANARY, PASSPHRASE, "ada@example.org"):
        assert private.encode() not in file.data
    assert PASSPHRASE not in ada.screen
    assert PASSPHRASE not in caplog.text
    assert not eve.files
    await nowhere_but(cast, PASSPHRASE)
    await nowhere_but(cast, CANARY, ada)


async def test_the_passphrase_is_gone_when_the_file_has_been_sent(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await export_of(ada)
    second = await export_of(ada)

    assert json.loads(opened(second)["json"])["entries"] == []
    await ada.says("delete my data")
    ada.does_not_see("passphrase of an export")


async def test_a_short_passphrase_and_two_that_differ_are_refused_and_not_kept(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("export my data")
    if cast.way.forms:
        faults = await ada.tries_to_fill(passphrase="too short", again="too short")
        assert "at least 12 characters" in faults["passphrase"]
    else:
        await ada.says("too short")
        ada.sees("at least 12 characters")

    await ada.fills(passphrase=PASSPHRASE, again="heron lantern gravle")
    ada.sees("Those two passphrases differ. Please type both again.")
    assert not ada.files

    await ada.opens_it_again()
    await ada.fills(passphrase=PASSPHRASE, again=PASSPHRASE)
    assert opened(ada.files[-1])


@pytest.mark.parametrize("point", ["before the step send", "after the step send"])
async def test_killed_in_the_middle_it_is_sent_once(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    await ada.says("export my data")
    cast.kill_at = point
    with pytest.raises(Killed):
        await ada.fills(passphrase=PASSPHRASE, again=PASSPHRASE)

    await cast.restart()
    await cast.reach(timedelta(minutes=2))

    # What was sent just before can't be looked for on Telegram, and twice is better than never.
    assert len(ada.files) == (2 if cast.stage.name == "telegram" and point.startswith("after") else 1)
    assert all(map(opened, ada.files))
    await cast.reach(timedelta(hours=1))  # what is private of the form is put away
    async with cast.app.database.unit() as unit:
        assert await unit.deliveries.next_due() is None, "something of it is left to be done"


async def test_somebody_in_a_new_account_can_not_take_anothers_notes_with_them(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    thief = await cast.further_account(ada, "Thief")

    await thief.says("export my data")
    thief.sees("Your private notes are locked on this account.")
    assert not thief.files
    await thief.says("delete my data")
    thief.sees("Your private notes are locked on this account.")


async def test_what_was_typed_unseen_in_a_form_left_half_filled_is_in_no_draft_and_no_file(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    assert ada.on_roster
    vault = await cast.app.stores.vaults.open(ada.on_roster.vault, "a test")
    answers: Answers = {"passphrase": "an older passphrase", "again": None}
    await vault.add(Draft(made_at=cast.clock.now(), form="privacy.export", answers=answers))
    await cast.app.stores.vaults.apply(vault.writes)

    await ada.says("drafts")
    ada.sees("There are no drafts.")
    found = opened(await export_of(ada))
    assert "an older passphrase" not in found["md"] + found["json"]
