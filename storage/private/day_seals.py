"""Sealing what a turn holds under the key of the day. Two days later that key is destroyed, and nothing opens it."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.private.keys import KeyStore
from storage.private.sealing import seal, unseal

KEPT_DAYS = 2
_DATE = len("2026-01-01")


class DaySeals:
    """Seals and opens for one turn at a time; the keys of the last days are held, so that a turn waits for no file."""

    def __init__(self, keys: KeyStore, now: Callable[[], datetime]) -> None:
        self._keys = keys
        self._now = now
        self._held: dict[str, AESGCM] = {}

    async def seal(self, turn_id: str, words: bytes) -> bytes:
        day = self._now().date().isoformat()
        return day.encode() + seal(await self._key(day), words, "turn", turn_id, day)

    async def open(self, turn_id: str, sealed: bytes) -> bytes:
        """Raises Gone where the day's key has been destroyed."""
        day = sealed[:_DATE].decode()
        return unseal(await self._key(day), sealed[_DATE:], "turn", turn_id, day)

    async def destroy_old(self) -> None:
        """Destroy the keys of the days before yesterday."""
        first = self._now().date() - timedelta(days=KEPT_DAYS - 1)
        await asyncio.to_thread(self._keys.destroy_days_before, first)
        self._held = {day: key for day, key in self._held.items() if date.fromisoformat(day) >= first}

    async def _key(self, day: str) -> AESGCM:
        if day not in self._held:
            self._held[day] = AESGCM(await asyncio.to_thread(self._keys.day_key, date.fromisoformat(day)))
        return self._held[day]
