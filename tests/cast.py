"""A small cast that speaks: tests are conversations of theirs with the whole bot, through a real adapter."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from weakref import finalize
from zoneinfo import ZoneInfo

from bot.app import App, Stores
from bot.chat.router import Router
from bot.platforms.console.adapter import ConsolePlatform
from bot.programmes import EXAMPLES, Programme, Programmes
from bot.routers import ROUTERS
from bot.settings import Settings
from handlers.joining import issue
from scheduling.calendars import CannotRead
from scheduling.clock import SetClock
from storage.migrating import migrate
from storage.private.keys import MasterKeys
from storage.shared.cohorts import Cohort
from storage.shared.people import Role
from storage.shared.unit import SharedDatabase
from tests.cohort import has_joined, new_cohort
from tests.player import Player
from tests.stages import Stage
from tests.stages.console import ConsoleStage
from tests.stages.slack import SlackStage
from tests.stages.telegram import TelegramStage

START = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


@cache
def migrated_file() -> Path:
    """A SQLite database with every table, made once, for each conversation to begin with a copy of."""
    folder = TemporaryDirectory(prefix="waymark-tests-")
    finalize(migrated_file, folder.cleanup)
    file = Path(folder.name) / "shared.db"
    database = SharedDatabase(f"sqlite:///{file}")
    migrate(database.engine)
    database.engine.dispose()
    database.threads.shutdown()
    return file


@dataclass(frozen=True)
class Way:
    """One way in which the same conversation is held."""

    name: str
    forms: bool = True
    """Forms are shown whole, as on Slack; otherwise asked question by question, as on Telegram."""
    types: bool = False
    """What can be pressed is typed, by its label."""
    restarts: bool = False
    """The bot is started again before every line."""
    postgres: bool = False
    telegram: bool = False
    """On Telegram, with its real library, at a Telegram of the tests' own."""
    slack: bool = False
    """On Slack, with its real libraries, at a Slack of the tests' own; otherwise in the console."""
    agent_view: bool = False


class Killed(BaseException):
    """The process ends here: no error of the bot's, and nothing that it could catch."""


class Cast:
    """The people of a test, the bot they talk to, and its clock."""

    def __init__(
        self, folder: Path, way: Way, database_url: str | None = None, routers: tuple[Router, ...] = ()
    ) -> None:
        self.way = way
        self.clock = SetClock(START)
        self.folder = folder
        self.settings = Settings(
            data_dir=folder / "data",
            database_url=database_url,
            master_keys_file=folder / "keys" / "master.keys",
            public_url="https://waymark.example.org",
        )
        self.programmes = Programmes.load(EXAMPLES)
        """The templates, as they are whenever the bot starts."""
        self.further_stages: list[Stage] = []
        """Platforms that the bot is on as well; to be set before it begins."""
        self.players: dict[str, Player] = {}
        self.stage = self._stage()
        self._routers = (*ROUTERS, *routers)
        self._keys = count(1)
        self.calendars: dict[str, bytes] = {}
        """What lies at the addresses that people give."""
        self.kill_at = ""
        """A named point that a delivery passes; the first to come there is killed."""

    def _stage(self) -> Stage:
        if self.way.slack:
            return SlackStage(self.clock, agent_view=self.way.agent_view)
        if self.way.telegram:
            return TelegramStage(self.clock)
        return ConsoleStage(self.clock, self.key, forms=self.way.forms)

    # ------------------------------------------------------------ the bot

    async def begin(self) -> None:
        if self.settings.database_url is None:
            self.settings.data_dir.mkdir(parents=True)
            copyfile(migrated_file(), self.settings.shared_file)
        MasterKeys.new_file(self.settings.keys_file)
        for stage in self.stages:
            await stage.begin()
        await self.start()
        self.cohort = await new_cohort(self.app)

    async def start(self) -> None:
        masters = MasterKeys.from_file(self.settings.keys_file)
        stores = await Stores.open(self.settings, masters, migrating=True)
        platforms = [await stage.platform(stores.database) for stage in self.stages]
        self.app = App(
            stores,
            platforms,
            self.clock,
            programmes=self.programmes,
            routers=self._routers,
            mark=self._mark,
            public_url=self.settings.public_url,
            fetch=self._fetch,
        )
        await self.app.start(awake=False)
        for stage in self.stages:
            await stage.open(self.app)

    async def stop(self) -> None:
        await self.app.stop()
        for stage in self.stages:
            await stage.close()

    async def end(self) -> None:
        await self.stop()
        for stage in self.stages:
            await stage.end()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """All that the bot is on."""
        return (self.stage, *self.further_stages)

    @property
    def console(self) -> ConsolePlatform:
        """The console itself, for tests of what it alone can do."""
        assert isinstance(self.stage, ConsoleStage)
        return self.stage.console

    async def _fetch(self, address: str) -> bytes:
        if address not in self.calendars:
            raise CannotRead("I can’t reach it")
        return self.calendars[address]

    async def _mark(self, point: str) -> None:
        if point == self.kill_at:
            self.kill_at = ""
            raise Killed

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def restart_with(self, template: Programme) -> None:
        """Restart, now that this template says something else."""
        self.programmes = Programmes([*self.programmes.values(), template])
        await self.restart()

    async def settle(self) -> None:
        await self.app.settle()

    @property
    def where(self) -> str:
        """What people call the platform that they are on."""
        return self.stage.name.capitalize()

    async def before_a_line(self) -> None:
        if self.way.restarts:
            await self.restart()

    async def reach(self, moment: datetime | timedelta) -> None:
        """Let time pass, one due moment after another."""
        until = self.clock.now() + moment if isinstance(moment, timedelta) else moment
        await self.before_a_line()
        await self.app.reach(until, self.clock)

    # ------------------------------------------------------------ the people

    async def person(self, name: str, *roles: Role, cohort: Cohort | None = None) -> "Player":
        """Somebody on the roster, with a code, who has not joined."""
        async with self.app.database.unit() as unit:
            email = f"{name.split()[0].casefold()}@example.org"
            person = await unit.people.add(name, email, "Europe/London", self.clock.now())
            for role in roles:
                await unit.cohorts.enrol(person.id, (cohort or self.cohort).id, role)
            code = await issue(unit, self.app.kit.secrets, person, self.clock.now())
        player = Player(self, name.split()[0].casefold(), name, person, code)
        self.players[player.user] = player
        return player

    async def stranger(self, name: str, of: "Player | None" = None, on: Stage | None = None) -> "Player":
        """Somebody, or a further account of somebody, that the bot has never met."""
        player = Player(self, name.casefold(), name, of.on_roster if of else None, "", on)
        self.players[player.user] = player
        return player

    async def further_account(self, of: "Player", name: str) -> "Player":
        """One that came in by a code that was issued again."""
        player = await self.stranger(name, of)
        assert of.on_roster is not None
        async with self.app.database.unit() as unit:
            player.code = await issue(unit, self.app.kit.secrets, of.on_roster, self.clock.now())
        await player.says(player.code)
        return player

    async def member(self, name: str, *roles: Role, agreed: bool = True) -> "Player":
        """Somebody who joined and agreed some time ago; or who has just joined, and was asked to agree."""
        player = await self.person(name, *roles)
        if agreed:
            await player.screen_of.has_begun()
            await has_joined(self.app, player.address, player.code, name)
        else:
            await player.says(player.code)
        return player

    async def newcomer(self, name: str, *roles: Role) -> "Player":
        """Somebody who has joined and agreed just now, in the conversation."""
        player = await self.member(name, *roles, agreed=False)
        await player.presses("I agree")
        return player

    async def participant(self, name: str) -> "Player":
        return await self.member(name, Role.PARTICIPANT)

    def key(self) -> str:
        return f"{next(self._keys):08d}"
