"""A full disk, a locked database, keys that are not the right ones: nothing is lost, nothing half done."""

import logging
import sqlite3
import typing
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.app import CannotStart, Stores
from bot.chat.platform import Address, Inbound, Said
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.logs import Discreet
from storage import database
from storage.errors import MasterKeyProblem, StorageBusy, StorageFull
from storage.private.keys import MasterKeys
from tests.cast import Cast, Way

CANARY = "the heron stands by the weir"

router = Router("trouble")


@router.intent("break", "Break something", "break {words}")
async def break_something(turn: Turn) -> None:
    raise RuntimeError(f"no handler may say {turn.text}")


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    cast = Cast(tmp_path, Way("forms"), None, (router,))
    await cast.begin()
    yield cast
    await cast.stop()


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


async def test_when_the_disk_is_full_nothing_is_acknowledged_and_it_can_be_said_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")

    def full(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    def free(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count=1073741823")

    await _on_the_connection(cast, full)
    with pytest.raises(StorageFull):
        await ada.does(Said(f"reflect: {CANARY} {'on and on ' * 2_000}"), key="said once")
    await _on_the_connection(cast, free)
    await ada.does(Said(f"reflect: {CANARY}"), key="said once")
    ada.sees("Kept")
    await ada.says("my notes")
    assert ada.screen.count(CANARY) >= 1


async def _on_the_connection(cast: Cast, work: Callable[[sqlite3.Connection], object]) -> None:
    def on(session: Session) -> None:
        work(typing.cast(sqlite3.Connection, session.connection().connection.dbapi_connection))

    await cast.app.database.do(on)


async def test_a_locked_database_is_waited_for_and_then_said_to_be_busy(
    cast: Cast,
) -> None:
    ada = await cast.participant("Ada")
    await _on_the_connection(cast, lambda connection: connection.execute("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(cast.settings.shared_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageBusy):
            await ada.does(Said("reflect: said while it was locked"), key="said once")
        other.execute("COMMIT")
    await ada.does(Said("reflect: said while it was locked"), key="said once")
    ada.sees("Kept")
    assert ada.screen.count("Kept") == 1


async def test_a_database_locked_after_the_keeping_is_handled_when_it_is_free(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await _on_the_connection(cast, lambda connection: connection.execute("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(cast.settings.shared_file, isolation_level=None)) as other:

        async def lock(point: str) -> None:
            if point == "after the keeping":
                other.execute("BEGIN IMMEDIATE")

        cast.app.intake._mark = lock
        said = Said("reflect: kept, and then locked")
        await cast.app.intake.receive(Inbound(Address("console", "", ada.user), "said once", said))
        await cast.app.intake.quiet()
        ada.does_not_see("Kept")
        other.execute("COMMIT")
    await cast.app.tick()
    await cast.settle()
    assert ada.screen.count("Kept") == 1


@pytest.mark.parametrize("ring", ["another installation's", "one line too short", "none"])
async def test_with_the_wrong_master_key_it_does_not_start_and_touches_nothing(cast: Cast, ring: str) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await cast.stop()
    before = everything(cast.folder / "data")

    wrong = cast.folder / "wrong.keys"
    if ring == "another installation's":
        MasterKeys.new_file(wrong)
    else:
        wrong.write_text("abc" if ring == "one line too short" else "")
        wrong.chmod(0o600)
    with pytest.raises(MasterKeyProblem) as problem:
        await Stores.open(cast.settings, MasterKeys.from_file(wrong))
    assert len(str(problem.value)) > 40, "it says what to do"
    assert everything(cast.folder / "data") == before
    await cast.start()
    await ada.says("my notes")
    ada.sees(CANARY)


async def test_with_the_wrapped_keys_lost_it_does_not_start(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await cast.stop()
    lost = cast.settings.key_store.read_bytes()
    cast.settings.key_store.unlink()
    before = everything(cast.folder / "data")
    with pytest.raises(CannotStart, match="Restore that file"):
        await Stores.open(cast.settings, MasterKeys.from_file(cast.settings.keys_file))
    assert everything(cast.folder / "data") == before
    cast.settings.key_store.write_bytes(lost)
    await cast.start()


async def test_a_bug_is_shown_by_its_reference_and_the_words_are_kept_and_not_logged(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ada = await cast.participant("Ada")
    await ada.says(f"break {CANARY}")
    ada.sees("Something went wrong on my side", "The reference is", "drafts")
    assert "RuntimeError at tests" not in caplog.text
    assert "RuntimeError" in caplog.text
    assert CANARY not in caplog.text
    await ada.says("drafts")
    ada.sees(CANARY)


async def test_every_layer_may_fail_with_private_words_and_none_is_logged(
    cast: Cast, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(Discreet("%(message)s"))
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")

    async def fails(*_: object, **__: object) -> None:
        raise ValueError(CANARY)

    for owner, name in (
        (cast.console, "send"),
        (cast.app.intake._carrier._doors, "apply"),
        (cast.app.intake, "_handle"),
        (cast.app.intake._seals, "open"),
        (database.UnitOfWork, "commit"),
    ):
        with monkeypatch.context() as broken:
            broken.setattr(owner, name, fails)
            try:
                await ada.does(Said(f"reflect: {CANARY} {name}"))
                await cast.app.deliveries.run_due()
            except ValueError as error:
                logging.getLogger("waymark.test").exception("a failure reached the adapter", exc_info=error)
    await cast.reach(cast.clock.now().replace(hour=23))
    await ben.says("help")
    assert "ValueError" in caplog.text, "nothing failed, so nothing was tried"
    assert CANARY not in caplog.text
    ben.does_not_see(CANARY)
