"""Files that people send: which of them a route takes, and bringing them into their vault before the turn is handled.

What is fetched is kept apart in the speaker's vault at once, under an id that is the turn's own. A delivery that
forgets it again is owed before that, and taken back by the transaction that makes use of the file: whatever becomes of
the turn, nothing is left behind.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat.drafts import FORGET
from bot.chat.errors import DeliveryFailed
from bot.chat.platform import Address, Fetches, Incoming, Platform
from storage.private.vault import Vault
from storage.shared.deliveries import Delivery
from storage.shared.unit import SharedDatabase, SharedUnit

log = logging.getLogger("waymark.turns")

MOST_BYTES = 20_000_000  # of one file: what Telegram lets a bot fetch
MOST_FILES = 10  # of one message
MOST_FETCHES = 6
"""After so many attempts, about a minute, a file is taken for one that can't be had: others of the person's wait."""

UNUSED_FOR = timedelta(days=3)
"""Longer than the key of a turn's day lives, and so than any turn that could make use of the file."""


@dataclass(frozen=True)
class Takes:
    """The files that a route takes."""

    what: str
    """Which they are, in a sentence without its full stop, for whoever sent others."""
    fits: Callable[[Incoming], bool]
    each: int
    """The most bytes of one."""
    together: int
    """The most bytes of one message's."""
    most: int

    def of(self, files: Iterable[Incoming]) -> list[Incoming]:
        """Those that it takes, as far as they are not too large together."""
        taken: list[Incoming] = []
        room = self.together
        for file in files:
            if self.fits(file) and file.size <= min(self.each, room) and len(taken) < self.most:
                taken.append(file)
                room -= file.size
        return taken

    def left_out(self, count: int, of: int) -> str:
        """What is said of those that it doesn't take: so many of all that came."""
        if of == 1:
            return f"{self.what}. What you sent is something else, or larger, so I have not kept it."
        return f"{self.what}. {count} of those {of} I have not kept."


@dataclass(frozen=True)
class FetchedFile:
    """A file that lies apart in its sender's vault, and what was said of it."""

    id: str
    sent: Incoming
    size: int


@dataclass(frozen=True)
class Fetched:
    """What came of fetching the files of one message."""

    files: tuple[FetchedFile, ...] = ()
    lost: int = 0
    """How many could not be had."""
    whole: bool = True
    """Nothing that was sent is left out."""


class Unfetched(Exception):
    """Files are to be kept: fetch them with no transaction open, and come again."""

    def __init__(self, files: Sequence[Incoming], of: Address, person_id: int, *, whole: bool) -> None:
        super().__init__()
        self.files = files
        self.of = of
        self.person_id = person_id
        self.whole = whole


class Fetching:
    """Brings the files of a message into its sender's vault."""

    def __init__(self, database: SharedDatabase, platforms: Mapping[str, Platform]) -> None:
        self._database = database
        self._platforms = platforms

    async def fetch(self, wanted: Unfetched, vault: Vault, now: datetime, attempts: int) -> Fetched:
        """One file after another, so that no more than one is held at a time.

        Raises DeliveryFailed where one can't be had just now. Done again, it keeps nothing twice.
        """
        platform = self._platforms.get(wanted.of.platform)
        fetched = []
        for number, file in enumerate(wanted.files, 1):
            try:
                data = await _bytes(platform, wanted.of, file)
            except DeliveryFailed as failed:
                if not failed.permanent and attempts < MOST_FETCHES:
                    raise
                log.warning("a file could not be fetched: %s", failed.why)
                continue
            await self._forget_unless_used(vault.file_id(number), wanted.person_id, now)
            fetched.append(FetchedFile(await vault.keep_file(number, data), file, len(data)))
        lost = len(wanted.files) - len(fetched)
        return Fetched(tuple(fetched), lost, whole=wanted.whole and not lost)

    async def _forget_unless_used(self, file_id: str, person_id: int, now: datetime) -> None:
        async with self._database.unit() as unit:
            await unit.deliveries.owe(
                Delivery(
                    key=_forgetting(file_id),
                    person_id=person_id,
                    job=FORGET,
                    arguments={"entry": file_id},
                    due_at=now + UNUSED_FOR,
                    made_at=now,
                )
            )


async def used(db: SharedUnit, file_ids: Iterable[str], now: datetime) -> None:
    """The handler has kept what refers to these files, or is done with them: they need no forgetting."""
    for file_id in file_ids:
        await db.deliveries.cancel(_forgetting(file_id), now)


def _forgetting(file_id: str) -> str:
    return f"{FORGET} {file_id}"


async def _bytes(platform: Platform | None, of: Address, file: Incoming) -> bytes:
    if platform is None or not isinstance(platform, Fetches):
        raise DeliveryFailed("the platform has no files", permanent=True)
    data = await platform.fetch(of, file)
    if not 0 < len(data) <= MOST_BYTES:
        raise DeliveryFailed("a file is empty, or larger than was said", permanent=True)
    return data
