"""SQLite's files, each copied by SQLite's own online backup: whole, and consistent in itself, whoever writes meanwhile.

The shared database comes first, then vaults, then the wrapped keys: what a later one has too much of does no harm.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from shutil import copyfile

from sqlalchemy import NullPool, column, create_engine, func, inspect, select, table

from storage.copying.copied import Copied
from storage.private import disk

SHARED, VAULTS, KEYS = "shared.db", "vaults", "wrapped.db"


def copy_out(
    shared: Path, vaults: Path, key_store: Path, data: Path, keys: Path, mark: Callable[[str], None]
) -> Copied:
    """Copy the shared database and the vaults into one folder, and the wrapped keys into another."""
    _copy(shared, data / SHARED)
    mark("after the shared database")
    for vault in sorted(vaults.rglob("*.db")):
        if _copy(vault, data / VAULTS / vault.relative_to(vaults)):
            mark("after a vault")
    _copy(key_store, keys / KEYS)
    mark("after the keys")
    revision, rows = _shared(data / SHARED)
    return Copied(revision, rows, sum(1 for _ in (data / VAULTS).rglob("*.db")), _masters(keys / KEYS))


def copy_in(data: Path, keys: Path, shared: Path, vaults: Path, key_store: Path, mark: Callable[[str], None]) -> None:
    """Put a copy's files where the stores look for them."""
    disk.make_folder(vaults)
    _place(data / SHARED, shared)
    mark("after the shared database")
    for vault in sorted((data / VAULTS).rglob("*.db")):
        _place(vault, vaults / vault.relative_to(data / VAULTS))
        mark("after a vault")
    _place(keys / KEYS, key_store)


def _place(source: Path, to: Path) -> None:
    disk.make_folder(to.parent)
    with disk.plain_faults():
        to.touch(mode=0o600, exist_ok=False)
        copyfile(source, to)


def _copy(source: Path, to: Path) -> bool:
    """Whether it was there: a vault that is destroyed meanwhile is not."""
    disk.make_folder(to.parent)
    with disk.plain_faults():
        try:
            original = disk.connect(source, synchronous="NORMAL")
        except sqlite3.OperationalError:
            if source.exists():
                raise
            return False
        to.touch(mode=0o600)
        with closing(original), closing(sqlite3.connect(to)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # in one file, with no log beside it
    return True


def _shared(copy: Path) -> tuple[str, Mapping[str, int]]:
    engine = create_engine(f"sqlite:///{copy}", poolclass=NullPool, hide_parameters=True)
    with engine.connect() as shared:
        revision = shared.scalar(select(column("version_num")).select_from(table("alembic_version")))
        tables = set(inspect(shared).get_table_names()) - {"alembic_version"}
        rows = {name: shared.scalar(select(func.count()).select_from(table(name))) or 0 for name in sorted(tables)}
    return str(revision), rows


def _masters(copy: Path) -> Mapping[str, str]:
    with closing(sqlite3.connect(copy)) as keys:
        found = keys.execute(
            "SELECT DISTINCT id, check_value FROM master_key JOIN wrapped_key ON master = id WHERE sealed IS NOT NULL"
        )
        return {str(master): bytes(check).hex() for master, check in found}
