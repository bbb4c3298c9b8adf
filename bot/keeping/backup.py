"""`waymark backup`: a copy of everything while the bot runs, data and keys apart, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.app import CannotStart
from bot.keeping.manifest import VERSION, Manifest, files_of, write
from bot.settings import Settings
from storage.copying import Copied, files, tables
from storage.private import disk
from storage.shared.unit import SharedDatabase

Mark = Callable[[str], None]
"""Called at named points, for a test to end the process there."""


def no_mark(point: str) -> None:
    """What a real copy does at its named points: nothing."""


def back_up(
    settings: Settings, database: SharedDatabase, to: Path, keys_to: Path, now: datetime, mark: Mark = no_mark
) -> Manifest:
    """Make one; gives what is said of its data. Master keys are never in it."""
    to, keys_to = to.absolute(), keys_to.absolute()
    _refuse(to, keys_to, settings)
    with whole(to) as data_part, whole(keys_to) as keys_part:
        copied = _copied(settings, database, data_part, keys_part, mark)
        of_data = Manifest(
            part="data",
            made_at=now,
            version=VERSION,
            database="sqlite" if database.is_sqlite else "postgresql",
            revision=copied.revision,
            rows=dict(copied.rows),
            vaults=copied.vaults,
            masters=dict(copied.masters),
            files=files_of(data_part),
        )
        of_keys = of_data.model_copy(update={"part": "keys", "files": files_of(keys_part)})
        write(of_data, data_part)
        write(of_keys, keys_part)
        mark("before the renaming")
    return of_data


def _copied(settings: Settings, database: SharedDatabase, data: Path, keys: Path, mark: Mark) -> Copied:
    if database.is_sqlite:
        return files.copy_out(settings.shared_file, settings.vaults, settings.key_store, data, keys, mark)
    return tables.copy_out(database.engine, data, keys, mark)


def _refuse(to: Path, keys_to: Path, settings: Settings) -> None:
    data, keys = to.resolve(), keys_to.resolve()
    if data == keys or data.parent == keys.parent or data in keys.parents or keys in data.parents:
        raise CannotStart(
            "Data and keys are to lie apart, so that nobody who takes one has the other: give two folders that are "
            "neither the same, nor in the same folder, nor one inside the other."
        )
    if settings.database_url is None and not settings.key_store.exists():
        raise CannotStart(
            f"The wrapped keys are missing: {settings.key_store}. The bot makes them at its first start; without them "
            "a backup would open nothing."
        )
    for place in (data, keys):
        if place.exists():
            raise CannotStart(f"{place} is there already. Name a folder that is not, such as one with today’s date.")
        if not place.parent.is_dir():
            raise CannotStart(f"There is no folder {place.parent}. Is the disk mounted? Make the folder first.")
        if settings.data_dir.resolve() in place.parents:
            raise CannotStart(f"{place} is inside the bot’s own data, and would be lost with it. Choose another disk.")


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """A folder to write in, which gets its name when all is written. What a kill left of an earlier one goes first."""
    part = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(part, ignore_errors=True)
    disk.make_folder(part)
    try:
        yield part
        _put_in_place(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _put_in_place(part: Path, folder: Path) -> None:
    """Once everything in it is on the disk, it gets its name."""
    for path in part.rglob("*"):
        _flush(path)
    _flush(part)
    part.rename(folder)
    disk.flush_folder(folder.parent)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
