"""Vaults on PostgreSQL: rows under forced row-level security, written by the turn's own connection."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, text
from sqlmodel import Session

from storage.private.rows import APART, Row, VaultWrite

# The policy reads this setting; it ends with the transaction, so a pooled connection carries nobody's vault on.
ENTER = "SELECT set_config('app.vault', :vault, true)"
# Those who write share the lock and whoever destroys the vault waits for them all, so no row comes after its end.
ENTER_TO_KEEP = text(f"{ENTER}, pg_advisory_xact_lock_shared(hashtextextended(:vault, 0))")
ENTER_TO_REMOVE = text(f"{ENTER}, pg_advisory_xact_lock(hashtextextended(:vault, 0))")
ENTER_TO_READ = text(ENTER)

KEEP = text("""
    INSERT INTO waymark_private.entry (vault, id, version, sealed) VALUES (:vault, :id, :version, :sealed)
    ON CONFLICT (vault, id) DO UPDATE SET version = excluded.version, sealed = excluded.sealed
    WHERE excluded.version > entry.version
""")
EVERY = text("""
    SELECT id, version, sealed FROM waymark_private.entry
    WHERE vault = :vault AND id < :apart AND sealed IS NOT NULL
""").bindparams(apart=APART)
ONE = text(
    "SELECT id, version, sealed FROM waymark_private.entry WHERE vault = :vault AND id = :id AND sealed IS NOT NULL",
)
REMOVE = text("DELETE FROM waymark_private.entry WHERE vault = :vault")


class VaultTables:
    """The rows of vaults, as one transaction sees them."""

    def __init__(self, session: Session, is_destroyed: Callable[[str], bool]) -> None:
        self._connection: Connection = session.connection()
        self._is_destroyed = is_destroyed

    def one(self, vault_id: str, entry_id: str) -> Row | None:
        self._connection.execute(ENTER_TO_READ, {"vault": vault_id})
        found = self._connection.execute(ONE, {"vault": vault_id, "id": entry_id}).one_or_none()
        return None if found is None else Row(*found)

    def every(self, vault_id: str) -> list[Row]:
        self._connection.execute(ENTER_TO_READ, {"vault": vault_id})
        return [Row(*found) for found in self._connection.execute(EVERY, {"vault": vault_id})]

    def keep(self, vault_id: str, writes: Sequence[VaultWrite]) -> None:
        self._connection.execute(ENTER_TO_KEEP, {"vault": vault_id})
        if self._is_destroyed(vault_id):
            return
        rows = [
            {"vault": vault_id, "id": write.entry_id, "version": write.version, "sealed": write.sealed}
            for write in writes
        ]
        self._connection.execute(KEEP, rows)

    def remove(self, vault_id: str) -> None:
        self._connection.execute(ENTER_TO_REMOVE, {"vault": vault_id})
        self._connection.execute(REMOVE, {"vault": vault_id})
