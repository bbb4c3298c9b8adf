"""`waymark check`: is everything there that `run` needs? It looks, and changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.settings import Settings
from storage.database import refuse_privileged_role
from storage.errors import MasterKeyProblem
from storage.migrating import pending
from storage.private.keys import KeyStore, MasterKeys
from storage.shared.unit import SharedDatabase


@dataclass(frozen=True)
class Found:
    """One thing that was looked at."""

    what: str
    well: bool
    says: str


def check(settings: Settings, master_keys: Callable[[], MasterKeys], platforms: Sequence[str]) -> list[Found]:
    """Everything, each on its own, so that one trouble hides no other."""
    masters = _masters(master_keys)
    keys = masters if isinstance(masters, MasterKeys) else None
    return [
        Found("Settings", True, "read from the environment"),
        Found("Master keys", keys is not None, _said_of(masters)),
        *_database(settings, keys),
        Found(
            "Platforms",
            bool(platforms),
            ", ".join(platforms) if platforms else "none has credentials; see docs/settings.md",
        ),
    ]


def _masters(master_keys: Callable[[], MasterKeys]) -> MasterKeys | str:
    try:
        masters = master_keys()
    except MasterKeyProblem as problem:
        return str(problem)
    return (
        "these are the demo’s, which protect nothing. Make real ones: waymark keys new" if masters.is_demo else masters
    )


def _said_of(masters: MasterKeys | str) -> str:
    return masters if isinstance(masters, str) else f"{len(masters)} found; in use is {masters.in_use.id}"


def _database(settings: Settings, masters: MasterKeys | None) -> list[Found]:
    if settings.database_url is None and not settings.shared_file.exists():
        return [Found("Database", True, f"SQLite; the folder {settings.data_dir} will be made at the first start")]
    database = SharedDatabase(settings.shared_url)
    try:
        with database.engine.connect() as connection:
            missing = pending(connection)
            privileged = None if database.is_sqlite else refuse_privileged_role(connection)
        kind = "SQLite" if database.is_sqlite else "PostgreSQL"
        return [
            Found("Database", privileged is None, privileged or f"{kind} answers"),
            Found("Migrations", not missing, f"{len(missing)} missing: waymark migrate" if missing else "all applied"),
            *([_key_store(settings, database, masters)] if masters is not None and not missing else []),
        ]
    except Exception as error:
        return [
            Found("Database", False, f"does not answer ({type(error).__name__}). Is the address right, is it running?")
        ]
    finally:
        database.engine.dispose()
        database.threads.shutdown()


def _key_store(settings: Settings, database: SharedDatabase, masters: MasterKeys) -> Found:
    if database.is_sqlite and not settings.key_store.exists():
        return Found("Wrapped keys", False, f"{settings.key_store} is missing: restore it from its own backup")
    try:
        store = (
            KeyStore.in_file(settings.key_store, masters)
            if database.is_sqlite
            else KeyStore.in_postgres(database.engine, masters)
        )
    except MasterKeyProblem as problem:
        return Found("Wrapped keys", False, str(problem))
    store.close()
    return Found("Wrapped keys", True, "open with the master keys")
