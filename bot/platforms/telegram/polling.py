"""Hearing from Telegram by asking it, where there is no public address."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from typing import cast

from bot.chat.errors import DeliveryFailed
from bot.chat.faults import describe
from bot.platforms.telegram.calling import Replaced, Telegram
from bot.platforms.telegram.hearing import NotTaken, Take
from bot.platforms.telegram.inbound import TOLD
from scheduling.standing_by import StandingBy

log = logging.getLogger("waymark.telegram")

ASKED_FOR_S = 25
"""So long Telegram keeps a question open, when it has nothing to tell."""
MOST_AT_ONCE = 100
LONGEST_PAUSE_S = 30
PARTING_S = 2

ANOTHER = (
    "Another copy of the bot is asking Telegram with the same token, or has given it an address to call, so messages "
    "go now here, now there. Stop the other one, or let them share one PostgreSQL database: then one asks and the "
    "others stand by."
)

Raw = Mapping[str, object]


class Polling:
    """We ask Telegram what there is. Of several copies of the bot one does, and the others stand by."""

    def __init__(self, telegram: Telegram, standing_by: StandingBy, pause_s: float = 1) -> None:
        self._telegram = telegram
        self._standing_by = standing_by
        self._pause_s = pause_s
        self._offset: int | None = None
        self._task: asyncio.Task[None] | None = None
        self._taking = asyncio.Lock()

    async def start(self, take: Take) -> None:
        """Begin to ask."""
        self._task = asyncio.create_task(self._ask_for_ever(take), name="asking Telegram")

    async def stop(self) -> None:
        """Ask no more, and confirm what was taken in."""
        if self._task is None:
            return
        task, self._task = self._task, None
        with suppress(TimeoutError):
            async with asyncio.timeout(PARTING_S), self._taking:
                pass  # what is being taken in is taken in to its end
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        if self._offset is not None and await self._standing_by.is_me():
            with suppress(DeliveryFailed, TimeoutError):
                async with asyncio.timeout(PARTING_S):
                    await self._ask(0)
        await self._standing_by.step_down()

    async def _ask_for_ever(self, take: Take) -> None:
        pause = self._pause_s
        called_elsewhere = True
        while True:
            try:
                await self._standing_by.until_it_is_me()
                if called_elsewhere:
                    # To an address that it was given for a webhook, Telegram would tell everything, and nothing here.
                    await self._telegram.call(self._telegram.bot.delete_webhook())
                    called_elsewhere = False
                told = await self._ask(ASKED_FOR_S)
                async with self._taking:
                    await self._take_all(told, take)
                pause = self._pause_s
                continue
            except Replaced:
                log.error(ANOTHER)
                called_elsewhere = True
            except NotTaken:
                pass
            except DeliveryFailed as failed:
                log.warning("Telegram could not be asked: %s", failed.why)
                pause = max(pause, failed.retry_after or 0)
            except Exception as error:
                log.error("asking Telegram failed: %s", describe(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)

    async def _ask(self, patience_s: int) -> Sequence[Raw]:
        """What there is to tell. To ask from an update on confirms all before it."""
        wanted: dict[str, object] = {"timeout": patience_s, "limit": MOST_AT_ONCE, "allowed_updates": list(TOLD)}
        if self._offset is not None:
            wanted["offset"] = self._offset
        # The library's own call would fail as a whole for one odd update, and for this one it only has a name if it is
        # spelt otherwise than its own: else it warns that its own should be used.
        told = await self._telegram.call(
            self._telegram.bot.do_api_request("get_Updates", api_kwargs=wanted, read_timeout=patience_s + 10)
        )
        return cast(Sequence[Raw], told)

    async def _take_all(self, told: Sequence[Raw], take: Take) -> None:
        """Different people's side by side, one person's in their order. What counts is all before the first failure."""
        taken = await asyncio.gather(*(_take_in_order(updates, take) for updates in _by_sender(told)))
        failed = {number for number in taken if number is not None}
        # The first as they came: after a week without any, Telegram goes on with other numbers, which may be lower.
        if first := next((number for number in map(_number, told) if number in failed), None):
            self._offset = first
            raise NotTaken
        if numbers := [number for number in map(_number, told) if number]:
            self._offset = numbers[-1] + 1


def _by_sender(told: Sequence[Raw]) -> list[list[Raw]]:
    return [list(updates) for _, updates in groupby(sorted(told, key=_sender), key=_sender)]


async def _take_in_order(updates: Sequence[Raw], take: Take) -> int | None:
    """The number of the first that could not be taken in; None where all were."""
    for update in updates:
        try:
            await take(update)
        except NotTaken:
            return _number(update)
    return None


def _number(update: Raw) -> int:
    number = update.get("update_id")
    return number if isinstance(number, int) else 0


def _sender(update: Raw) -> int:
    """Whose update it is, wherever in it that stands."""
    for told in update.values():
        sender = told.get("from") if isinstance(told, Mapping) else None
        if isinstance(sender, Mapping) and isinstance(sender.get("id"), int):
            return cast(int, sender["id"])
    return 0
