"""What people can count on when they have everything deleted for good."""

import sqlite3
from base64 import b64encode
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.joining import issue
from handlers.privacy.deletion import erase_now
from handlers.reflections.entries import Reflection
from storage.shared.people import Role
from tests.canary import tables_with
from tests.cast import Cast, Killed
from tests.conversations.conftest import in_forms
from tests.player import Player

CANARY = "the canary sings at midnight"
NAME, EMAIL = "Adaeze Okafor-Whitlock", "adaeze@example.org"
DAY = timedelta(hours=24)


async def adaeze(cast: Cast) -> Player:
    """Somebody with a name that nothing else has in it, a note, and a colleague who reads it."""
    ada = await cast.participant(NAME)
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    return ada


async def shared_with(ada: Player, reader: Player) -> None:
    await ada.presses("Share it")
    await ada.fills(reader=reader.name, until=None)


async def second_account(cast: Cast, ada: Player, *, admitted: bool = True) -> Player:
    """Another account of theirs."""
    phone = await cast.further_account(ada, "Phone")
    if admitted:
        account = await phone.account()
        account.admitted = True
        async with cast.app.database.unit() as unit:
            await unit.people.save_account(account)
    return phone


async def asks(ada: Player, word: str = "yes") -> None:
    await ada.says("delete my data")
    await ada.fills(word=word)


def wrapped_key(cast: Cast, vault_id: str) -> bytes:
    with closing(sqlite3.connect(cast.settings.key_store)) as keys:
        (sealed,) = keys.execute("SELECT sealed FROM wrapped_key WHERE name = ?", (f"vault/{vault_id}",)).fetchone()
    return bytes(sealed)


def places_of(piece: bytes, folder: Path) -> list[str]:
    """The files in which these bytes are, as they are or in base64."""
    forms = [piece, piece.hex().encode()]
    for start in range(3):
        encoded = b64encode(piece[start:])
        forms.append(encoded[: len(piece[start:]) // 3 * 4])
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path.relative_to(folder)) for path in files if any(form in path.read_bytes() for form in forms)]


# ---------------------------------------------------------------- asking, and stopping


async def test_they_are_told_what_goes_and_what_stays_and_asked_once(cast: Cast) -> None:
    ada, bea = await adaeze(cast), await cast.participant("Bea")
    await shared_with(ada, bea)

    await ada.says("delete my data")
    ada.sees("Your private notes: 1", "1 thing you share, taken back", "Hours of sessions and totals stay", "24 hours")
    await ada.fills(word="yes")

    ada.sees("deleted for good on Wednesday 6 January 2027, 09:00 (London)", "[Stop deleting]")
    bea.does_not_see("will be deleted for good")


async def test_any_other_word_deletes_nothing(cast: Cast) -> None:
    ada = await adaeze(cast)
    await ada.says("delete my data")
    if cast.way.forms:
        assert "“yes” or “now”" in (await ada.tries_to_fill(word="perhaps"))["word"]
    else:
        await ada.says("perhaps")
        ada.sees("“yes” or “now”")
        await ada.says("cancel")

    await cast.reach(2 * DAY)
    await ada.says("my notes")
    ada.sees("canary")


async def test_until_then_everything_works_and_the_wish_is_shown(cast: Cast) -> None:
    ada = await adaeze(cast)
    await asks(ada)
    await cast.reach(DAY - timedelta(minutes=1))

    await ada.says("my notes")
    ada.sees("canary")
    await ada.says("reflect: one thing more")
    ada.sees("Kept")
    for words in ("help", "who can see this", "delete my data"):
        await ada.says(words)
        ada.sees("deleted for good on Wednesday 6 January 2027, 09:00 (London)", "[Stop deleting]")


@pytest.mark.parametrize("how", ["Stop deleting", "stop deleting"])
@pytest.mark.parametrize("admitted", [True, False], ids=["in", "locked"])
async def test_it_is_told_on_every_account_and_stopped_from_any(cast: Cast, how: str, admitted: bool) -> None:
    ada = await adaeze(cast)
    phone = await second_account(cast, ada, admitted=admitted)
    await asks(ada)
    assert "Everything of yours will be deleted for good" in phone.screen

    if how == "Stop deleting":
        await phone.presses(how)
    else:
        await phone.says(how)
    phone.sees("Stopped: nothing is deleted")
    assert "Stopped: nothing is deleted" in ada.screen

    await cast.reach(2 * DAY)
    await ada.says("my notes")
    ada.sees("canary")
    await ada.says("stop deleting")
    ada.sees("Nothing of yours is waiting to be deleted.")


async def test_nobody_stops_anothers(cast: Cast) -> None:
    ada, eve = await adaeze(cast), await cast.participant("Eve")
    dora = await cast.member("Dora", Role.DIRECTOR)
    await asks(ada)
    for other in (eve, dora):
        for deletion_id in range(1, 4):
            await other.presses_data(f"privacy.stop_deleting:{deletion_id}")
            other.sees("Nothing of yours is waiting to be deleted.")

    await cast.reach(DAY)
    assert "Everything of yours has been deleted for good" in ada.screen


async def test_asked_twice_it_waits_once(cast: Cast) -> None:
    ada = await adaeze(cast)
    phone = await second_account(cast, ada)
    await phone.says("delete my data")
    await asks(ada)
    await phone.fills(word="now")
    phone.sees("That has been asked for already.")

    await ada.says("my notes")
    ada.sees("canary")


@pytest.mark.parametrize("how", ["Delete now", "delete now"])
async def test_asked_and_then_now_it_waits_no_longer(cast: Cast, how: str) -> None:
    ada = await adaeze(cast)
    await ada.says("delete now")
    ada.sees("Nothing of yours is waiting to be deleted.")
    await asks(ada)
    ada.sees("[Delete now]")
    if how == "Delete now":
        await ada.presses(how)
    else:
        await ada.says(how)

    assert ada.screen.count("This is your receipt.") == 1
    assert await tables_with(cast, NAME) == []
    await cast.reach(2 * DAY)
    assert ada.screen.count("This is your receipt.") == 1


async def test_nobody_hastens_anothers_and_no_account_that_cant_open_the_notes_does(cast: Cast) -> None:
    ada, eve = await adaeze(cast), await cast.participant("Eve")
    dora = await cast.member("Dora", Role.DIRECTOR)
    thief = await second_account(cast, ada, admitted=False)
    await asks(ada)
    for other in (eve, dora):
        for deletion_id in range(1, 4):
            await other.presses_data(f"privacy.delete_now:{deletion_id}")
            other.sees("Nothing of yours is waiting to be deleted.")
    await thief.presses("Delete now")
    thief.sees("Your private notes are locked on this account.")
    await thief.says("delete now")
    thief.sees("Your private notes are locked on this account.")

    await cast.reach(DAY - timedelta(minutes=1))
    await ada.says("my notes")
    ada.sees("canary")


async def test_what_there_is_none_of_is_not_listed_as_going(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect:")
    if not cast.way.forms:
        await ada.says("cancel")
    await ada.says("delete my data")
    ada.sees("What goes, for good")
    ada.does_not_see("Your drafts", "you share, taken back")


# ---------------------------------------------------------------- the deed


async def test_now_is_at_once_and_the_receipt_comes_to_every_account(cast: Cast) -> None:
    ada = await adaeze(cast)
    phone = await second_account(cast, ada)
    (master,) = (key.id for key in cast.app.stores.keys._masters)

    await asks(ada, "now")

    for account in (ada, phone):
        assert account.screen.count("This is your receipt.") == 1
        account_sees = "On Tuesday 5 January 2027, 09:00 (London) the key to your private notes was destroyed"
        assert account_sees in account.screen
        assert f"reference {master}, is next changed and the old one destroyed" in account.screen


async def test_what_was_shared_is_taken_back_and_who_shared_with_them_is_no_worse_off(cast: Cast) -> None:
    ada, bea = await adaeze(cast), await cast.participant("Bea")
    await shared_with(ada, bea)
    await bea.says("reflect: mine stays")
    await bea.presses("Open it")
    await bea.presses("Share it")
    await bea.fills(reader=NAME, until=None)
    await bea.says("shared with me")
    bea.sees("canary")

    await asks(ada, "now")

    assert bea.on_roster
    letterbox = await cast.app.stores.vaults.open(bea.on_roster.vault, "a look")
    assert await letterbox.all_posted(Reflection) == []
    await bea.says("shared with me")
    bea.sees("Nobody has shared anything with you")
    await bea.says("my notes")
    bea.sees("mine stays")
    await bea.presses("mine stays")
    bea.sees("Shared with: nobody")


async def test_afterwards_they_are_a_stranger_and_invited_again_begin_anew(cast: Cast) -> None:
    ada = await adaeze(cast)
    assert ada.on_roster
    old_vault = ada.on_roster.vault
    await asks(ada, "now")

    await ada.says("my notes")
    ada.sees("Hello, I’m Waymark")

    async with cast.app.database.unit() as unit:
        person = await unit.people.add(NAME, EMAIL, "Europe/London", cast.clock.now())
        await unit.cohorts.enrol(person.id, cast.cohort.id, Role.PARTICIPANT)
        code = await issue(unit, cast.app.kit.secrets, person, cast.clock.now())
    assert person.vault != old_vault
    await ada.says(code)
    await ada.presses("I agree")
    await ada.says("my notes")
    ada.sees("There are no notes yet.")
    ada.does_not_see("so they stay locked here")


async def test_no_byte_of_them_is_left(cast: Cast) -> None:
    ada, bea = await adaeze(cast), await cast.participant("Bea")
    assert ada.on_roster
    await shared_with(ada, bea)
    await ada.says("export my data")
    await ada.fills(passphrase="heron lantern gravel", again="heron lantern gravel")
    async with cast.app.database.unit() as unit:
        for n in range(40):  # rows enough that pages are split, and copies of rows that moved stay behind
            await unit.people.add(f"Somebody {n}", f"somebody-{n}@example.org", "Europe/London", cast.clock.now())
            await unit.audit.record("told", f"{n}", cast.clock.now())
    pieces = [NAME.encode(), EMAIL.encode(), CANARY.encode()]
    if not cast.way.postgres:
        pieces.append(wrapped_key(cast, ada.on_roster.vault)[:32])
        for piece in (pieces[0], pieces[1], pieces[3]):
            assert places_of(piece, cast.settings.data_dir), "there is nothing to be deleted: the search is blind"

    await asks(ada, "now")

    for piece in pieces:
        assert places_of(piece, cast.settings.data_dir) == []
    for words in (NAME, EMAIL, CANARY, ada.user):
        assert await tables_with(cast, words) == []


async def test_the_operators_way_takes_the_same_steps_and_touches_nothing_else(cast: Cast) -> None:
    ada, bea = await adaeze(cast), await cast.participant("Bea")
    assert ada.on_roster
    async with cast.app.database.unit() as unit:
        waiting = await unit.deliveries.next_due()
    await cast.before_a_line()

    receipt = await erase_now(cast.app, ada.on_roster)

    assert "This is your receipt." in receipt
    assert "This is your receipt." in ada.screen
    assert await tables_with(cast, NAME) == []
    await bea.says("my notes")
    bea.sees("There are no notes yet.")
    async with cast.app.database.unit() as unit:
        assert await unit.deliveries.next_due() in (waiting, None)


STEPS = ["shares", "vault", "receipt 1", "record", "wipe"]


@in_forms
@pytest.mark.parametrize("point", [f"{when} the step {step}" for step in STEPS for when in ("before", "after")])
async def test_killed_between_any_two_steps_it_is_finished_and_told_once(cast: Cast, point: str) -> None:
    ada, bea = await adaeze(cast), await cast.participant("Bea")
    assert ada.on_roster
    await shared_with(ada, bea)
    await asks(ada)
    cast.kill_at = point
    with pytest.raises(Killed):
        await cast.reach(DAY)
    assert not cast.kill_at

    await cast.restart()
    if not point.endswith("wipe") and point != "after the step record":
        await ada.says("stop deleting")
        ada.sees("Nothing of yours is waiting to be deleted.")
    await cast.reach(timedelta(minutes=5))

    assert ada.screen.count("This is your receipt.") == 1
    for words in (NAME, EMAIL):
        assert await tables_with(cast, words) == []
        assert places_of(words.encode(), cast.settings.data_dir) == []
    await bea.says("shared with me")
    bea.does_not_see("canary")
    await ada.says("my notes")
    ada.sees("Hello, I’m Waymark")
