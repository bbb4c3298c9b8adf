"""How anything private lies on a disk: readable by its owner alone, put there whole, and wiped when it is deleted."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from storage.errors import StorageBusy, StorageFull

BUSY_TIMEOUT_S = 5.0


def make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def place(path: Path, content: bytes, *, replace: bool) -> None:
    """Put a whole file there, or nothing; FileExistsError where it must not replace one.

    A kill leaves at most `<name>.new` behind, which the next attempt writes over: no copy of a key stays about.
    """
    new = path.with_name(f"{path.name}.new")
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.fchmod(file, 0o600)
        if replace and path.exists():
            # Whoever runs the command, the file goes on belonging to the one who reads it.
            os.fchown(file, path.stat().st_uid, -1)
        _write_all(file, content)
        os.fsync(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    finally:
        os.close(file)
    if replace:
        new.replace(path)
    else:
        try:
            path.hardlink_to(new)
        finally:
            new.unlink()
    flush_folder(path.parent)


def _write_all(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def flush_folder(folder: Path) -> None:
    """Make what was put into a folder, or taken out of it, outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def template(schema: str) -> bytes:
    """A new SQLite file's content, to be placed as often as needed: 20 times quicker than creating the tables."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(schema)
        return memory.serialize()


def connect(path: Path, *, synchronous: Literal["NORMAL", "EXTRA"]) -> sqlite3.Connection:
    """Open an existing SQLite file, with a rollback journal and nothing else written beside it."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def wipe(connection: sqlite3.Connection) -> None:
    """Leave no byte of what was deleted: to be called after the transaction that deleted it.

    `secure_delete` wipes a row where it lies, but a page that was split may hold an older copy of a row that moved.
    """
    connection.execute("VACUUM")


@contextmanager
def plain_faults() -> Iterator[None]:
    """Tell a full disk and a locked file from everything else that may go wrong."""
    try:
        yield
    except sqlite3.OperationalError as error:
        match error.sqlite_errorcode & 0xFF:
            case sqlite3.SQLITE_FULL:
                raise StorageFull from None
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise StorageBusy from None
            case _:
                raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFull from None
        raise
