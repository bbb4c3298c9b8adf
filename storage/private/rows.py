"""What a vault keeps, as the place that keeps it sees it: sealed rows, and nothing legible."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

R = TypeVar("R")

# A sealed row's first byte says how it opens: as an entry or the bytes of a file under the vault's key, or as a post
# through its letterbox.
ENTRY = b"\x01"
POST = b"\x02"
FILE = b"\x03"

APART = "~"
"""Begins the id of a file's bytes, which are large: no other id does, and all of them are sorted before it."""


def is_apart(id: str) -> bool:
    """Whether this is the id of something that lies apart from the entries, and is read only by itself."""
    return _APART_ID.fullmatch(id) is not None


_APART_ID = re.compile(rf"{APART}[A-Za-z0-9_-]{{22}}")


class Row(NamedTuple):
    """One sealed row of a vault."""

    id: str
    version: int
    sealed: bytes


class VaultWrite(BaseModel):
    """A row to be written once the turn is committed, sealed already; without `sealed` it deletes.

    The highest version wins and a deletion is a version too, so writes may be carried out again, in any company.
    """

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")

    vault_id: str
    entry_id: str
    version: int
    sealed: bytes | None


class Rows(Protocol):
    """A place where the rows of vaults lie: files, or tables."""

    def one(self, vault_id: str, entry_id: str) -> Row | None: ...

    def every(self, vault_id: str) -> list[Row]:
        """All but what lies apart."""

    def keep(self, vault_id: str, writes: Sequence[VaultWrite]) -> None:
        """Carry out writes, all of one vault; for a vault that was destroyed, none of them."""

    def remove(self, vault_id: str) -> None:
        """Take away all that lies in a vault. Again is no harm."""


class Run(Protocol):
    """Does a piece of work on the rows, in a thread that may wait for a disk."""

    async def __call__(self, work: Callable[[Rows], R]) -> R: ...
