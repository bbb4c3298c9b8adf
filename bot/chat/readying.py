"""Getting ready for a turn: all that can be done before its transaction is open, while nobody waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from pydantic import TypeAdapter

from bot.chat.at_risk import risk_in
from bot.chat.carrying import Doors
from bot.chat.dispatch import route_of
from bot.chat.fetching import Fetched
from bot.chat.platform import OF_THE_KNOWN, Address, Inbound, Platform, Pressed, Profile, Profiles, Said, What
from bot.chat.understanding import Reading
from bot.chat.understanding.risk import Risk
from bot.chat.view import Kit
from storage.errors import Gone
from storage.private.vault import Vault
from storage.shared.inbox import Kept, Taken
from storage.shared.turns import TurnState

what_json: TypeAdapter[What] = TypeAdapter(What)
NOTHING_READ = Reading(intent=None, slots={}, guesses=())


class Seals(Protocol):
    """Sealing under the key of the day."""

    async def seal(self, turn_id: str, words: bytes) -> bytes: ...

    async def open(self, turn_id: str, sealed: bytes) -> bytes: ...


@dataclass(frozen=True)
class Ready:
    """A turn with everything that could be done before its transaction."""

    seq: int
    id: str
    vault: Vault | None
    what: What | None
    reading: Reading
    risk: Risk | None = None
    """Who may be at risk, by what was written."""
    profile: Profile | None = None
    """What the platform says of somebody who has not joined."""
    prepared: object = None
    files: Fetched | None = None
    """What came with the words, where it has been fetched."""
    attempts: int = 0
    """How often it has been tried to handle it."""
    lapsed: bool = False
    """The key of its day has been destroyed: nobody can tell any more what was said."""


class Readying:
    """What was said is opened, understood, and its speaker's vault unlocked."""

    def __init__(self, kit: Kit, platforms: Mapping[str, Platform], doors: Doors, seals: Seals) -> None:
        self._kit = kit
        self._platforms = platforms
        self._doors = doors
        self._seals = seals

    def opens(self, what: What) -> bool:
        """Whether a form, or something private, will be the answer, so that a window had better be opened at once."""
        match what:
            case Pressed(press=press):
                route = route_of(self._kit.routes, press)
                return route is not None and route.opens
            case Said():
                reading = self._kit.understanding.read(self._in_words(what).text)
                return (
                    reading.intent is not None
                    and not reading.slots
                    and self._kit.routes.intents[reading.intent].route.opens
                )
            case _:
                return False

    async def fresh(self, kept: Kept, inbound: Inbound) -> Ready:
        """A turn that has just been kept."""
        stranger = None if kept.joined else inbound.address
        return await self._get_ready(kept.seq, kept.id, kept.vault, inbound.what, stranger)

    async def found(self, found: Taken) -> Ready:
        """A turn that is read from its row."""
        row = found.row
        if row.state == TurnState.DECIDED or row.inbound is None:
            return Ready(row.seq, row.id, None, None, NOTHING_READ)
        try:
            what = what_json.validate_json(await self._seals.open(row.id, row.inbound))
        except Gone:
            return Ready(row.seq, row.id, None, Said(""), NOTHING_READ, lapsed=True)
        account = found.account
        stranger = None if found.person else Address(account.platform, account.team, account.user)
        ready = await self._get_ready(row.seq, row.id, found.vault, what, stranger)
        return replace(ready, attempts=row.attempts)

    async def _get_ready(
        self, seq: int, turn_id: str, vault_id: str | None, what: What, stranger: Address | None
    ) -> Ready:
        """What every turn needs is understood, unwrapped and looked up here, while nobody waits for it."""
        if isinstance(what, Said):
            what = self._in_words(what)
        reading = self._kit.understanding.read(what.text) if isinstance(what, Said) else NOTHING_READ
        profile = await self._profile(stranger) if stranger and not isinstance(what, OF_THE_KNOWN) else None
        vault = await self._unlock(vault_id, turn_id) if vault_id else None
        return Ready(seq, turn_id, vault, what, reading, risk_in(what, reading), profile)

    def _in_words(self, said: Said) -> Said:
        """What was typed after the platform's own command, as it would be typed elsewhere."""
        if said.command and self._kit.understanding.is_command(f"/{said.text}"):
            return replace(said, text=f"/{said.text}")
        return said

    async def _profile(self, stranger: Address) -> Profile | None:
        platform = self._platforms.get(stranger.platform)
        return await platform.profile(stranger) if isinstance(platform, Profiles) else None

    async def _unlock(self, vault_id: str, turn_id: str) -> Vault | None:
        """The speaker's vault; none where it has just been destroyed, and the rest of the deletion is under way."""
        try:
            return await self._doors.open(vault_id, turn_id)
        except Gone:
            return None
