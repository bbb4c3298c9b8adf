"""`waymark restore`: a backup put back into an empty place. Nothing is sent from it until `waymark resume`."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.app import App, CannotStart, Stores
from bot.keeping.backup import Mark, no_mark, whole
from bot.keeping.manifest import Manifest, day_and_time, read_whole
from bot.settings import Settings
from scheduling.clock import Clock
from storage.copying import files, tables
from storage.database import refuse_privileged_role
from storage.migrating import knows
from storage.private.keys import MasterKeys
from storage.shared.keeping import put_back_from
from storage.shared.unit import SharedDatabase


@dataclass(frozen=True)
class Backup:
    """A backup that was looked at, and is whole."""

    data: Path
    keys: Path
    said: Manifest


def look_at(data: Path, keys: Path, settings: Settings, masters: MasterKeys) -> Backup:
    """Both its parts, where they are whole and fit each other, this version and these master keys, or CannotStart."""
    said, of_keys = read_whole(data, "data"), read_whole(keys, "keys")
    kind = "sqlite" if settings.database_url is None else "postgresql"
    if said.database != of_keys.database or said.database != kind:
        raise CannotStart(
            f"This backup is of {_names[said.database]}, with keys of {_names[of_keys.database]}, and the settings are "
            f"for {_names[kind]}. Set or unset WAYMARK_DATABASE_URL, and try again."
        )
    if of_keys.made_at < said.made_at:
        raise CannotStart(
            f"The keys are of {day_and_time(of_keys.made_at)}, and the data of {day_and_time(said.made_at)}. Older "
            "keys don’t open what was written since: take keys that are as new as the data, or newer."
        )
    if not knows(said.revision):
        raise CannotStart(f"This backup was made by Waymark {said.version}, a later version. Install that one first.")
    _fit(masters, of_keys)
    return Backup(data, keys, said)


_names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def _fit(masters: MasterKeys, of_keys: Manifest) -> None:
    for needed, check in of_keys.masters.items():
        master = masters.get(needed)
        if master is None or master.check.hex() != check:
            how = "missing" if master is None else "another than it was"
            raise CannotStart(
                f"The master key “{needed}” is {how}, and the notes in this backup don’t open without it. Master keys "
                "are never in a backup: put its line back from where you keep them. Nothing was changed."
            )


async def put_back(backup: Backup, settings: Settings, masters: MasterKeys, clock: Clock, mark: Mark = no_mark) -> None:
    """Put it where the settings say. Whoever was deleted since is deleted again before anybody is heard."""
    if settings.database_url is None:
        await _into_folder(backup, settings, masters, clock, mark)
    else:
        await _into_database(backup, settings, clock, mark)
        await _begin(await Stores.open(settings, masters), clock)


async def _into_folder(backup: Backup, settings: Settings, masters: MasterKeys, clock: Clock, mark: Mark) -> None:
    folder = settings.data_dir.absolute()
    if folder.exists() and any(folder.iterdir()):
        raise CannotStart(f"{folder} is not empty. A backup is put back into an empty place: move what is there away.")
    with whole(folder) as part:
        there = settings.model_copy(update={"data_dir": part})
        await asyncio.to_thread(
            files.copy_in, backup.data, backup.keys, there.shared_file, there.vaults, there.key_store, mark
        )
        stores = await Stores.open(there, masters)
        await stores.database.do_plainly(put_back_from(backup.said.made_at, clock.now()), durable=True)
        await _begin(stores, clock)
        mark("before the renaming")


async def _into_database(backup: Backup, settings: Settings, clock: Clock, mark: Mark) -> None:
    async with SharedDatabase(settings.shared_url) as database:
        await database.in_thread(lambda: _must_be_new(database))
        last = put_back_from(backup.said.made_at, clock.now())
        await database.in_thread(
            lambda: tables.copy_in(database.engine, backup.data, backup.keys, backup.said.revision, last, mark)
        )


def _must_be_new(database: SharedDatabase) -> None:
    with database.engine.connect() as connection:
        if trouble := refuse_privileged_role(connection):
            raise CannotStart(trouble)
        if not tables.is_empty(connection):
            raise CannotStart("The database is not empty. A backup is put back into an empty one: make a new one.")


async def _begin(stores: Stores, clock: Clock) -> None:
    """One start, on no platform: it deletes again whoever was deleted since."""
    app = App(stores, [], clock)
    try:
        await app.start(awake=False)
    finally:
        await app.stop()
