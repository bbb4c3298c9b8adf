"""Taking in what Telegram tells: kept first, and only then confirmed."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from operator import index

from telegram import Update
from telegram.ext import Application, ContextTypes, TypeHandler

from bot.chat.errors import DeliveryFailed
from bot.chat.faults import describe
from bot.chat.platform import Receive, Received
from bot.platforms.telegram.calling import Telegram
from bot.platforms.telegram.inbound import Heard, Ignored, Me, read
from storage.errors import StorageBusy, StorageFull

log = logging.getLogger("waymark.telegram")

Take = Callable[[Mapping[str, object]], Awaitable[None]]
"""When it returns, the update may be confirmed: it is kept, or nothing for the bot. Else it raises NotTaken."""

Context = ContextTypes.DEFAULT_TYPE


class NotTaken(Exception):
    """It could not be kept just now: Telegram is to tell it once more."""


class Hearing:
    """The bot's ear on Telegram. Whatever the way in, each update comes to `take`."""

    def __init__(self, telegram: Telegram) -> None:
        self.ignored: Counter[str] = Counter()
        """What Telegram told that is nothing for the bot, by its kind."""
        self._telegram = telegram
        self._me = Me(0, "")
        self._receive: Receive | None = None
        self._application = Application.builder().bot(telegram.bot).updater(None).job_queue(None).build()
        self._application.add_handler(TypeHandler(Update, self._handle))
        self._not_taken: dict[int, Exception] = {}
        """By their updates, what came between an update and its being kept: the library would only log it."""
        self._answering: set[asyncio.Task[None]] = set()

    @property
    def me(self) -> Me:
        """The bot itself; known once it listens."""
        return self._me

    async def begin(self, receive: Receive) -> None:
        """Find out who we are, and hear from now on."""
        await self._telegram.call(self._application.initialize())
        self._me = Me(self._telegram.bot.id, self._telegram.bot.username)
        self._receive = receive

    def end(self) -> None:
        self._receive = None

    async def quiet(self) -> None:
        """Until nothing is being done beside the turns."""
        while self._answering:
            await asyncio.gather(*self._answering)

    async def take(self, raw: Mapping[str, object]) -> None:
        """Take one update in, as it came."""
        try:
            update = Update.de_json(dict(raw), self._telegram.bot)
            index(update.update_id)  # the library takes anything for a number
        except Exception as error:  # whatever it is, the others must not wait for it
            self._set_aside(Ignored("unreadable update"))
            log.warning("an update of Telegram’s can’t be read, and was set aside: %s", type(error).__name__)
            return
        await self._application.process_update(update)
        if trouble := self._not_taken.pop(update.update_id, None):
            raise NotTaken from trouble

    async def _handle(self, update: Update, _: Context) -> None:
        """All that is needed of the library's Application. Nothing may be raised here: it would be logged, in full."""
        try:
            heard = read(update, self._me)
            if isinstance(heard, Ignored):
                self._set_aside(heard)
            else:
                await self._hear(heard)
        except NotTaken as not_taken:
            self._not_taken[update.update_id] = not_taken
        except (StorageBusy, StorageFull) as error:
            log.error("something could not be kept: %s", type(error).__name__)
            self._not_taken[update.update_id] = error
        except Exception as error:
            log.error("an update of Telegram’s failed, and was set aside: %s", describe(error))

    async def _hear(self, heard: Heard) -> None:
        if self._receive is None:
            raise NotTaken
        received = await self._receive(heard.inbound)
        if heard.pressed and received is Received.KEPT:
            task = asyncio.create_task(self._answer(heard.pressed))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _answer(self, press: str) -> None:
        """The button stops turning. It is a courtesy: what it asked for is answered in the conversation."""
        with suppress(DeliveryFailed):
            await self._telegram.call(self._telegram.bot.answer_callback_query(press))

    def _set_aside(self, ignored: Ignored) -> None:
        self.ignored[ignored.kind] += 1
        if self.ignored[ignored.kind] == 1:
            log.info("Telegram told of something that is nothing for the bot: %s", ignored.kind)
