"""A backup is whole or not there, data and keys apart; put back, it is silent until it is told to go on."""

import asyncio
import multiprocessing
import os
import signal
import stat
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app import CannotStart, Stores
from bot.chat.messages import Message, message_json
from bot.chat.platform import Received, Said
from bot.chat.standstill import WORDS
from bot.keeping.backup import back_up
from bot.keeping.manifest import NAME, Manifest
from bot.keeping.restore import look_at, put_back
from bot.keeping.resume import restoration, resume, would_be_sent
from bot.settings import Settings
from scheduling.clock import SetClock
from storage.migrating import upgrade
from storage.private.keys import KeyStore, MasterKeys
from storage.shared.deliveries import Delivery
from storage.shared.unit import SharedDatabase
from tests.canary import tables_with
from tests.cast import START, Cast, Way
from tests.conversations.conftest import FORMS, POSTGRES, SLACK, TELEGRAM, held
from tests.player import Player
from tests.postgres import Postgres

CANARY = "the kingfisher waits below the lock"
DAY = timedelta(days=1)

spawner = multiprocessing.get_context("forkserver")
spawner.set_forkserver_preload(["tests.test_keeping"])


@dataclass
class Drill:
    """A bot that is copied, lost, and put back somewhere else."""

    cast: Cast
    elsewhere: str | None
    """On PostgreSQL, an empty database."""
    folder: Path

    def place(self, name: str) -> tuple[Path, Path]:
        """Where one backup goes: its data, and its keys."""
        parts = self.folder / "data-disk" / name, self.folder / "keys-disk" / name
        for part in parts:
            part.parent.mkdir(exist_ok=True)
        return parts

    def backs_up(self, name: str) -> Manifest:
        return back_up(self.cast.settings, self.cast.app.database, *self.place(name), self.cast.clock.now())

    async def is_lost(self, after: timedelta = 2 * DAY) -> None:
        await self.cast.stop()
        self.cast.clock.set(self.cast.clock.now() + after)
        self.cast.settings = self.cast.settings.model_copy(
            update={
                "data_dir": self.folder / "elsewhere" / "data",
                "master_keys_file": self.cast.settings.keys_file,
                "database_url": self.cast.settings.database_url and Settings(database_url=self.elsewhere).database_url,
            }
        )
        (self.folder / "elsewhere").mkdir()

    async def is_put_back(self, data: str, keys: str = "") -> None:
        masters = MasterKeys.from_file(self.cast.settings.keys_file)
        found = look_at(self.place(data)[0], self.place(keys or data)[1], self.cast.settings, masters)
        await put_back(found, self.cast.settings, masters, self.cast.clock)
        await self.cast.start()

    async def is_resumed(self, ran_until: datetime) -> int:
        looked_for = await resume(self.cast.app.database, ran_until, self.cast.clock.now())
        await self.cast.app.tick()
        await self.cast.settle()
        return looked_for

    async def is_owed(self, to: Player, words: str, *, at: datetime, until: datetime | None = None) -> None:
        assert to.on_roster is not None
        delivery = Delivery(
            person_id=to.on_roster.id,
            kind="modules",
            body=message_json.dump_python(Message(words), mode="json"),
            due_at=at,
            useful_until=until,
            made_at=self.cast.clock.now(),
        )
        async with self.cast.app.database.unit() as unit:
            await unit.deliveries.owe(delivery)

    def everything_shown(self) -> list[tuple[str, str]]:
        return sorted(self.cast.stage.everywhere())


@pytest.fixture(params=[SLACK, TELEGRAM, POSTGRES], ids=lambda way: way.name)
async def drill(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Drill]:
    way: Way = request.param
    elsewhere = request.getfixturevalue("postgres_url") if way.postgres else None
    async with held(request, way, tmp_path / "here", ()) as cast:
        yield Drill(cast, elsewhere, tmp_path)


on_either_database = pytest.mark.parametrize("drill", [FORMS, POSTGRES], ids=lambda way: way.name, indirect=True)


# ---------------------------------------------------------------- the drill


async def test_what_was_copied_under_load_is_put_back_elsewhere_silent_and_then_goes_on_once(drill: Drill) -> None:
    cast = drill.cast
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await ada.says(f"reflect: {CANARY}")
    await bea.does(Said("my notes"), key="told before")
    now = cast.clock.now()
    await drill.is_owed(bea, "Tomorrow is module 2", at=now + DAY)
    await drill.is_owed(bea, "The hour is near", at=now + DAY, until=now + DAY)
    busy = asyncio.gather(*(who.does(Said(f"reflect: line {n}")) for n in range(8) for who in (ada, bea)))
    said = await asyncio.to_thread(drill.backs_up, "first")
    await busy
    await ada.says("reflect: written after the copy")

    await drill.is_lost()
    await drill.is_put_back("first")
    before = drill.everything_shown()
    await cast.reach(timedelta(minutes=10))
    assert drill.everything_shown() == before, "something was sent, or published, before anybody had looked"

    for _ in range(2):
        await ada.says("my notes")
    assert ada.screen.count(WORDS) == 1
    ada.does_not_see(CANARY)

    waiting = await restoration(cast.app.database)
    assert waiting is not None
    assert waiting.backup_made_at == said.made_at
    shown = "\n".join(await would_be_sent(cast.app.database, waiting, cast.clock.now()))
    assert "2  modules: due from 6 January 2027, 09:00 UTC to 6 January 2027, 09:00 UTC; 1 too late" in shown
    assert "wrote and will be answered" in shown
    assert CANARY not in shown
    assert "module 2" not in shown

    assert await drill.is_resumed(said.made_at) == 0
    assert ada.latest, "who wrote meanwhile is answered"
    await ada.says("my notes")
    ada.sees(CANARY)
    assert bea.screen.count("Tomorrow is module 2") == 1
    assert "The hour is near" not in bea.screen
    await cast.restart()
    await cast.reach(DAY)
    assert bea.screen.count("Tomorrow is module 2") == 1

    assert await bea.does(Said("my notes"), key="told before") is Received.REPEATED, "an old update told again"
    await ada.presses("Open it")  # on a message about a note that only the lost bot knew
    assert ada.latest
    ada.does_not_see("went wrong")


async def test_what_the_lost_bot_may_have_sent_after_the_copy_is_not_sent_twice(drill: Drill) -> None:
    cast = drill.cast
    bea = await cast.participant("Bea")
    await drill.is_owed(bea, "Tomorrow is module 2", at=cast.clock.now() + DAY)
    drill.backs_up("first")
    await cast.reach(DAY)
    assert bea.screen.count("Tomorrow is module 2") == 1

    await drill.is_lost(after=DAY)
    await drill.is_put_back("first")
    assert await drill.is_resumed(ran_until=cast.clock.now()) == 1
    await cast.reach(DAY)
    assert bea.screen.count("Tomorrow is module 2") == 1


@on_either_database
async def test_who_was_deleted_since_stays_deleted(drill: Drill) -> None:
    cast = drill.cast
    ada, bea = await cast.participant("Adaeze"), await cast.participant("Bea")
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Share it")
    await ada.fills(reader=bea.name, until=None)
    drill.backs_up("before")
    await ada.says("delete my data")
    await ada.fills(word="now")
    ada.sees("receipt")
    cast.clock.set(cast.clock.now() + DAY)
    drill.backs_up("after")

    await drill.is_lost()
    with pytest.raises(CannotStart, match="Older keys"):
        await drill.is_put_back("after", keys="before")
    shown = drill.everything_shown()
    await drill.is_put_back("before", keys="after")

    assert await tables_with(cast, "Adaeze") == []
    await drill.is_resumed(cast.clock.now())
    assert [line for line in drill.everything_shown() if line not in shown and line[0] == ada.user] == []
    await bea.says("shared with me")
    bea.does_not_see(CANARY)
    await ada.says("my notes")
    ada.sees("To begin, type the joining code")


@pytest.mark.parametrize("on_postgres", [False, True], ids=["sqlite", "postgres"])
async def test_a_copy_made_by_an_earlier_version_is_brought_to_this_ones_form(
    request: pytest.FixtureRequest, tmp_path: Path, on_postgres: bool
) -> None:
    def settings(name: str) -> Settings:
        url = None
        if on_postgres:
            postgres: Postgres = request.getfixturevalue("postgres")
            url = postgres.new_database().render_as_string(hide_password=False)
        return Settings.model_validate(
            {"data_dir": tmp_path / name, "database_url": url, "master_keys_file": tmp_path / "master.keys"}
        )

    was, then = settings("was"), settings("then")
    masters, parts = MasterKeys.new_file(was.keys_file), (tmp_path / "data" / "one", tmp_path / "keys" / "one")
    for folder in (was.data_dir, *(part.parent for part in parts)):
        folder.mkdir()
    async with SharedDatabase(was.shared_url) as database:
        with database.engine.begin() as connection:
            upgrade(connection, "0005")
            connection.exec_driver_sql(
                'INSERT INTO account (id, platform, team, "user", display_name, admitted, reachable, offered, made_at)'
                " VALUES (1, 'slack', 'T', 'ada', 'Ada', false, true, '[]', '2027-01-05 09:00:00')"
            )
        keys = (
            KeyStore.in_postgres(database.engine, masters) if on_postgres else KeyStore.in_file(was.key_store, masters)
        )
        keys.close()
        back_up(was, database, *parts, START)

    clock = SetClock(START + DAY)
    await put_back(look_at(*parts, then, masters), then, masters, clock)
    stores = await Stores.open(then, masters)
    async with stores.database.unit() as unit:
        account = await unit.people.at("slack", "T", "ada")
        assert account is not None
        assert account.display_name == "Ada"
        met = await unit.people.meet("slack", "T", "bea", clock.now())
        assert met.id > account.id
        assert await unit.keeping.restoration() is not None
    await stores.close()


# ---------------------------------------------------------------- killed in the middle


def killed_at(point: str) -> Callable[[str], None]:
    def mark(passed: str) -> None:
        if passed == point:
            os.kill(os.getpid(), signal.SIGKILL)

    return mark


def copy(settings: Settings, parts: tuple[Path, Path], now: datetime, point: str) -> None:
    database = SharedDatabase(settings.shared_url)
    back_up(settings, database, *parts, now, killed_at(point))


def restore(settings: Settings, parts: tuple[Path, Path], now: datetime, point: str) -> None:
    masters = MasterKeys.from_file(settings.keys_file)
    found = look_at(*parts, settings, masters)
    asyncio.run(put_back(found, settings, masters, SetClock(now), killed_at(point)))


async def is_killed(work: Callable[[], None]) -> None:
    child = spawner.Process(target=work)
    child.start()
    await asyncio.to_thread(child.join, 120)
    assert child.exitcode == -signal.SIGKILL


@on_either_database
async def test_killed_in_the_middle_nothing_is_half_there_and_the_next_try_is_whole(drill: Drill) -> None:
    cast = drill.cast
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    parts, now = drill.place("first"), cast.clock.now()
    points = ["after the shared database", "after a vault", "after the keys", "before the renaming"]
    for point in points:
        await is_killed(partial(copy, cast.settings, parts, now, point))
        assert [part.exists() for part in parts] == [False, False]
    drill.backs_up("first")

    await drill.is_lost()
    postgres = cast.settings.database_url is not None
    for point in points[:2] if postgres else ["after the shared database", "after a vault", "before the renaming"]:
        await is_killed(partial(restore, cast.settings, parts, cast.clock.now(), point))
        assert not cast.settings.data_dir.exists()
    await drill.is_put_back("first")
    await drill.is_resumed(now)
    await ada.says("my notes")
    ada.sees(CANARY)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("drill", [FORMS], ids=lambda way: way.name, indirect=True)
async def test_a_backup_that_is_not_whole_or_does_not_fit_is_refused_with_what_to_do(drill: Drill) -> None:
    cast = drill.cast
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    settings = cast.settings
    data, keys = drill.place("first")
    for other, why in (
        (data, "lie apart"),
        (data / "inside", "lie apart"),
        (data.parent / "beside", "lie apart"),
        (settings.data_dir / "keys" / "copy", "inside the bot"),
        (drill.folder / "nowhere" / "copy", "no folder"),
        (drill.folder / "keys-disk", "already"),
    ):
        with pytest.raises(CannotStart, match=why):
            back_up(settings, cast.app.database, data, other, cast.clock.now())
    drill.backs_up("first")
    for part in (data, keys):
        files = (part, *part.rglob("*"))
        assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in files), "others may read it"
    masters = MasterKeys.from_file(settings.keys_file)
    secret = masters.in_use.key
    assert all(secret not in path.read_bytes() for part in (data, keys) for path in part.rglob("*") if path.is_file())

    def refused(why: str, *, ring: MasterKeys = masters, keys: Path = keys, data: Path = data) -> None:
        with pytest.raises(CannotStart, match=why):
            look_at(data, keys, settings, ring)

    vault = next((data / "vaults").rglob("*.db"))
    whole = vault.read_bytes()
    vault.write_bytes(whole[:-1])
    (data / "more").touch()
    refused(r"not whole.*\n- vaults/.* is not what it was\n- more does not belong")
    vault.unlink()
    (data / "more").unlink()
    refused("vaults/.* is missing")
    vault.write_bytes(whole)
    refused("are in the other folder", data=keys)
    refused("no manifest", data=drill.folder)
    refused("is missing, and the notes", ring=MasterKeys.new_file(drill.folder / "other.keys"))
    said = (data / NAME).read_text()
    (data / NAME).write_text(said.replace('"revision": "', '"revision": "9'))
    refused("a later version")
    (data / NAME).write_text(said[:-2])
    refused("not one that this version reads")
    (data / NAME).write_text(said)

    with pytest.raises(CannotStart, match="not empty"):
        await put_back(look_at(data, keys, settings, masters), settings, masters, cast.clock)
    elsewhere = settings.model_copy(update={"database_url": Settings(database_url="postgresql://there").database_url})
    with pytest.raises(CannotStart, match="of SQLite"):
        look_at(data, keys, elsewhere, masters)
