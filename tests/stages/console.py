"""The console as a stage."""

from collections.abc import Callable, Iterator, Sequence

from bot.app import App
from bot.chat.errors import DeliveryFailed
from bot.chat.forms import Answers
from bot.chat.messages import Button, Message
from bot.chat.platform import Address, FormView, Incoming
from bot.platforms.console.adapter import ConsolePlatform, Deed, Line, News, Page, Persona
from scheduling.clock import Clock
from scheduling.phrases import read_time
from storage.shared.unit import SharedDatabase
from tests.stages import Seen, Sending


class ShakyConsole(ConsolePlatform):
    """The console, which can be told that what somebody sent can't be fetched just then."""

    failures_left = 0

    async def fetch(self, of: Address, file: Incoming) -> bytes:
        if self.failures_left:
            self.failures_left -= 1
            raise DeliveryFailed("not just now")
        return await super().fetch(of, file)


class ConsoleStage:
    """Its screens are in memory, so they outlive the bot."""

    name = "console"

    def __init__(self, clock: Clock, key: Callable[[], str], *, forms: bool) -> None:
        self.console = ShakyConsole(self._personas, read_time, clock)
        self.console.asks_in_forms = forms
        self.key = key
        self._people: dict[str, str] = {}

    async def _personas(self) -> list[Persona]:
        return [Persona(user, name, "") for user, name in self._people.items()]

    async def begin(self) -> None: ...

    async def platform(self, database: SharedDatabase) -> ConsolePlatform:
        return self.console

    async def open(self, app: App) -> None: ...

    async def close(self) -> None: ...

    async def end(self) -> None: ...

    def screen(self, user: str, name: str) -> "ConsoleScreen":
        self._people[user] = name
        return ConsoleScreen(self, user)

    def fails_to_give_files(self, times: int) -> None:
        self.console.failures_left = times

    def everywhere(self) -> Iterator[tuple[str, str]]:
        for news in self.console.news(0):
            yield news.user, repr(news.what)


class ConsoleScreen:
    """One person's conversation in the console."""

    def __init__(self, stage: ConsoleStage, user: str) -> None:
        self.address = Address("console", "", user)
        self._stage = stage
        self._console = stage.console
        self._user = user

    @property
    def _news(self) -> list[News]:
        return [news for news in self._console.news(0) if news.user == self._user]

    @property
    def seen(self) -> list[Seen]:
        lines = [news.what for news in self._news if isinstance(news.what, Line)]
        return [Seen(line.ref, line.version, line.shown) for line in lines if isinstance(line.shown, Message)]

    @property
    def form(self) -> FormView | None:
        forms = [news.what for news in self._news if isinstance(news.what, FormView)]
        return forms[-1] if forms else None

    @property
    def own_lines(self) -> list[str]:
        lines = [news.what for news in self._news if isinstance(news.what, Line)]
        return [line.shown.words for line in lines if isinstance(line.shown, Deed)]

    @property
    def home(self) -> list[Message]:
        pages = [news.what for news in self._news if isinstance(news.what, Page)]
        return list(pages[-1].parts) if pages else []

    async def has_begun(self) -> None: ...

    async def arrives(self) -> None:
        await self._console.arrive(self._user, self._stage.key())

    async def opens_home(self) -> None:
        await self._console.open_home(self._user, self._stage.key())

    async def presses_at_home(self, button: Button) -> None:
        await self._console.press(self._user, self._stage.key(), button.press, "")

    async def says(self, text: str) -> None:
        await self._console.say(self._user, self._stage.key(), text)

    async def sends(self, files: Sequence[Sending], text: str) -> None:
        refs = [
            self._console.hold(self._user, file.name, file.media_type, file.data.ljust(file.size)) for file in files
        ]
        seconds = {ref: file.seconds for ref, file in zip(refs, files, strict=True)}
        await self._console.say(self._user, self._stage.key(), text, seconds)

    async def presses(self, seen: Seen, button: Button) -> None:
        await self._console.press(self._user, self._stage.key(), button.press, seen.ref)

    async def presses_data(self, data: str) -> None:
        await self._console.press(self._user, self._stage.key(), data, "nowhere")

    async def submits(self, answers: Answers) -> dict[str, str]:
        form = self.form
        assert form is not None
        return await self._console.submit(self._user, self._stage.key(), form.opening, {**form.answers, **answers})

    async def follows(self) -> bool:
        return False
