"""Telegram as a stage: the real adapter and its library, by webhook, at the fake Telegram of the tests."""

from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from itertools import count

import aiohttp
from aiohttp import web

from bot.app import App
from bot.chat.forms import Answers
from bot.chat.markdown import literal
from bot.chat.messages import Button, File, Message
from bot.chat.platform import Address, FormView
from bot.platforms.telegram.adapter import TelegramPlatform
from bot.platforms.telegram.calling import Telegram, telegram_bot
from bot.platforms.telegram.webhook import WEBHOOK_PATH, Webhook
from scheduling.clock import Clock
from storage.shared.unit import SharedDatabase
from tests.loopback import on_loopback
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.server import FakeTelegram
from tests.platforms.telegram.world import TelegramMessage
from tests.stages import QUICK, Seen, Sending, Unpaced

SECRET = "known-to-telegram-alone"


class TelegramStage:
    """Telegram, and in front of the bot the address that it calls, which is there before the bot and after it."""

    name = "telegram"

    def __init__(self, clock: Clock) -> None:
        self.fake = FakeTelegram(pace=QUICK, now=clock.now)
        self.app: App | None = None
        self._serving = AsyncExitStack()
        self._webhook: Webhook | None = None
        self._people: dict[str, Person] = {}

    async def begin(self) -> None:
        await self.fake.start()
        front = web.Application()
        front.add_routes([web.post(WEBHOOK_PATH, self._pass_on)])
        self._url = await self._serving.enter_async_context(on_loopback(front))

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        if self._webhook is None:
            return web.Response(status=502)
        [route] = self._webhook.routes()
        response: web.StreamResponse = await route.handler(request)
        return response

    async def platform(self, database: SharedDatabase) -> TelegramPlatform:
        self._session = aiohttp.ClientSession()
        telegram = Telegram(telegram_bot(self.fake.token, self.fake.url, self._session), Unpaced())
        self._webhook = Webhook(telegram, self._url, SECRET)
        self.adapter = TelegramPlatform(telegram, self._webhook)
        return self.adapter

    async def open(self, app: App) -> None:
        self.app = app

    async def close(self) -> None:
        self._webhook = None
        await self._session.close()

    async def end(self) -> None:
        await self._serving.aclose()
        await self.fake.stop()
        assert self.fake.violations == []

    def person(self, user: str) -> Person:
        """Whoever has Telegram before them."""
        return self._people[user]

    def screen(self, user: str, name: str) -> "TelegramScreen":
        self._people[user] = self.fake.person(name)
        return TelegramScreen(self._people[user])

    def fails_to_give_files(self, times: int) -> None:
        self.fake.trouble("getFile", "500", times)

    def everywhere(self) -> Iterator[tuple[str, str]]:
        for user, person in self._people.items():
            yield user, repr(([message for message in person.chat if message.from_bot], person.toasts, person.menu))
        for chat in self.fake.world.chats.values():
            if not chat.private:
                yield "everybody", repr([message for message in chat.messages.values() if message.from_bot])


class TelegramScreen:
    """What one person sees of the bot on Telegram."""

    def __init__(self, person: Person) -> None:
        self.address = Address("telegram", "", str(person.id))
        self._person = person
        self._changes = count()
        self._as_seen: dict[int, tuple[TelegramMessage, int]] = {}
        """Each message as it was last, and which change made it so: Telegram tells no more than the second."""

    # ------------------------------------------------------------ seeing

    @property
    def seen(self) -> list[Seen]:
        self._as_seen = {
            message.message_id: self._known(message) or (message, next(self._changes))
            for message in self._person.chat
            if message.from_bot
        }
        in_order = sorted(self._as_seen.values(), key=lambda known: known[1])
        return [Seen(str(message.message_id), change, _message(message)) for message, change in in_order]

    def _known(self, message: TelegramMessage) -> tuple[TelegramMessage, int] | None:
        known = self._as_seen.get(message.message_id)
        return known if known is not None and known[0] == message else None

    @property
    def form(self) -> FormView | None:
        return None

    @property
    def own_lines(self) -> list[str]:
        return [message.text or message.caption for message in self._person.chat if not message.from_bot]

    @property
    def home(self) -> list[Message]:
        return []

    # ------------------------------------------------------------ doing

    async def has_begun(self) -> None:
        self._person.has_begun()

    async def arrives(self, code: str = "") -> None:
        assert (await self._person.starts(code)).acknowledged

    async def opens_home(self) -> None:
        raise AssertionError("Telegram keeps no page for anybody")

    async def presses_at_home(self, button: Button) -> None:
        raise AssertionError("Telegram keeps no page for anybody")

    async def says(self, text: str) -> None:
        assert (await self._person.types(text)).acknowledged

    async def sends(self, files: Sequence[Sending], text: str) -> None:
        """One message after another, as Telegram has it: the words are the caption of the first."""
        for file in files:
            match file.media_type.partition("/")[0]:
                case "audio" if not text:
                    await self._person.sends_voice(file.data, file.seconds)
                case "image" if not file.size:
                    await self._person.sends_photo(file.data, text)
                case _:
                    await self._person.sends_document(file.name, file.data, text, size=file.size or None)
            text = ""

    async def presses(self, seen: Seen, button: Button) -> None:
        message = next(message for message in self._person.chat if str(message.message_id) == seen.ref)
        assert (await self._person.presses(button.press, on=message)).acknowledged

    async def presses_data(self, data: str) -> None:
        if not self._person.chat:
            await self._person.starts()  # there is no chat to press anything in
        await self._person.presses_data(data)

    async def submits(self, answers: Answers) -> dict[str, str]:
        raise AssertionError("Telegram shows no form whole")

    async def follows(self) -> bool:
        return False


def _message(message: TelegramMessage) -> Message:
    files = (File(message.file.data, message.file.name, message.caption),) if message.file else ()
    buttons = tuple(Button(button["text"], button["callback_data"]) for button in message.buttons)
    return Message(literal(message.text), buttons=buttons, attachments=files, private=message.protected)
