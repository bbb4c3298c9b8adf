"""`waymark demo`: the bot in a local console, with a sample cohort that is set up through the ordinary code."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, CannotStart, Stores, until_stopped
from bot.chat.messages import Message
from bot.platforms.console.adapter import ConsolePlatform, Persona, Personas
from bot.platforms.console.server import ConsolePage
from bot.programmes import EXAMPLES, Programmes
from bot.settings import Settings
from bot.web import WebServer
from handlers.joining import issue
from scheduling.clock import SetClock, SystemClock
from scheduling.phrases import read_time
from scheduling.timetable import begin_cohort
from storage.private.keys import MasterKeys
from storage.shared.people import Role
from storage.shared.unit import SharedUnit

HERE = Path("demo-data")
PROGRAMME = "london-leadership"


@dataclass(frozen=True)
class Sample:
    """Somebody of the sample cohort."""

    user: str
    name: str
    roles: tuple[Role, ...]
    organisation: str
    joins: bool = True
    """Whether they have joined already when the demo begins."""

    @property
    def persona(self) -> Persona:
        return Persona(self.user, self.name, f"{self.roles[0].capitalize()}, {self.organisation}")


COHORT = (
    Sample("ada", "Ada Okafor", (Role.PARTICIPANT,), "Camden"),
    Sample("ben", "Ben Achterberg", (Role.PARTICIPANT,), "Lewisham"),
    Sample("priya", "Priya Raman", (Role.PARTICIPANT,), "Greater London Authority"),
    Sample("noor", "Noor Haddad", (Role.PARTICIPANT,), "Barking and Dagenham", joins=False),
    Sample("cleo", "Cleo Whitmore", (Role.COACH,), "London Councils"),
    Sample("tom", "Tom Adeyemi", (Role.MENTOR, Role.ALUMNUS), "Hackney"),
    Sample("sam", "Sam Pryce", (Role.SPONSOR,), "Camden"),
    Sample("mara", "Mara Lindqvist", (Role.DIRECTOR,), "London Councils"),
    Sample("joe", "Joe Finch", (Role.ADMINISTRATOR,), "the delivery partner"),
)
SECOND_ACCOUNT = Persona("tablet", "Ada’s tablet", "A second account", "say “link” as Ada, and type her code here")

OPENING_LINES = (
    ("ada", "reflect: Chaired the joint board. I talked too much at first; it went better once I asked."),
    ("ada", "reflect: Ben’s question about who is not in the room has stayed with me all week."),
    ("cleo", "I can coach Tuesdays 2-5pm and Thursdays 9-12, 60 minutes, with 15 between"),
    ("cleo", "Open them"),
)
"""What has been said when the demo begins, so that there is something to look at."""

COACH, COACHED = "cleo", ("ada", "ben")
"""Who coaches whom."""

PLACE = (
    "Alder House, 4 Example Row, London",
    "The green door; ring for reception",
    "A ramp and a lift by the car park",
)
"""Where the next events of the sample cohort are, how one gets in, and how without steps."""

WITH_A_PLACE = 2
"""How many of them have a place already: those after them show what is said where there is none yet."""


async def serve(settings: Settings, *, fresh: bool) -> None:
    """Serve the console on loopback until it is stopped."""
    demo = await Demo.begin(settings, fresh=fresh)
    try:
        print(
            f"Waymark is ready. Open {demo.page.address}\n(Ctrl-C stops it. Nothing leaves this machine.)", flush=True
        )
        await until_stopped()
    finally:
        await demo.stop()


class Demo:
    """A running console with its cohort."""

    def __init__(self, app: App, console: ConsolePlatform, clock: SetClock, page: ConsolePage, web: WebServer) -> None:
        self.app = app
        self.console = console
        self.clock = clock
        self.page = page
        self.web = web

    @classmethod
    async def begin(cls, settings: Settings, *, fresh: bool = False, at: datetime | None = None) -> "Demo":
        """A console that is served, as of this moment or of now."""
        settings = _settings_of_its_own(settings)
        if fresh:
            _begin_anew(settings)
        stores = await Stores.open(settings, _demo_keys(settings))
        clock = SetClock(at or SystemClock().now(), running=True)
        codes: dict[str, str] = {}
        console = ConsolePlatform(_personas(codes), read_time, clock)
        app = App(stores, [console], clock, programmes=Programmes.load(EXAMPLES))
        page = ConsolePage(
            console, DemoClock(app, clock), ZoneInfo(settings.timezone), previews(), port=settings.http_port
        )
        web = WebServer("127.0.0.1", settings.http_port, app.healthy, [page])
        await web.start()
        await app.start(awake=False)
        await _seed(app, console, clock, codes)
        app.waking.start()
        return cls(app, console, clock, page, web)

    async def stop(self) -> None:
        await self.console.close()
        await self.web.stop()
        await self.app.stop()


class DemoClock:
    """The bot's clock in the hands of whoever tries it out: moved on, everything due on the way happens."""

    def __init__(self, app: App, clock: SetClock) -> None:
        self._app = app
        self._clock = clock

    async def now(self) -> datetime:
        return self._clock.now()

    async def next_due(self) -> datetime | None:
        return await self._app.next_due()

    async def go_to(self, moment: datetime) -> None:
        await self._app.reach(moment, self._clock)


def previews() -> dict[str, Callable[[Message], object]]:
    """How each platform would be given a message; its renderer is loaded when somebody looks."""

    def slack(message: Message) -> object:
        from bot.platforms.slack import render

        return render.message(message)

    def telegram(message: Message) -> object:
        from bot.platforms.telegram import render

        return render.message(message)

    return {"Slack": slack, "Telegram": telegram}


def _settings_of_its_own(settings: Settings) -> Settings:
    """The demo keeps to a folder and a key of its own, and to SQLite."""
    if settings.database_url is not None:
        raise CannotStart("The demo keeps to a folder of its own. Take WAYMARK_DATABASE_URL away, and try again.")
    folder = settings.data_dir if "data_dir" in settings.model_fields_set else HERE
    return settings.model_copy(
        update={
            "data_dir": folder,
            "master_keys": None,
            "master_keys_file": folder.with_name(f"{folder.name}-keys") / "master.keys",
        }
    )


def _demo_keys(settings: Settings) -> MasterKeys:
    if not settings.keys_file.exists() and settings.data_dir.exists():
        raise CannotStart(f"The folder {settings.data_dir} was not made by the demo. Choose another: WAYMARK_DATA_DIR")
    masters = (
        MasterKeys.from_file(settings.keys_file)
        if settings.keys_file.exists()
        else MasterKeys.new_file(settings.keys_file, demo=True)
    )
    if not masters.is_demo:
        raise CannotStart(f"The folder {settings.data_dir} belongs to a real Waymark. Choose another: WAYMARK_DATA_DIR")
    return masters


def _begin_anew(settings: Settings) -> None:
    """Delete what earlier tries left, if it was the demo that made it."""
    if settings.keys_file.exists():
        _demo_keys(settings)
        shutil.rmtree(settings.data_dir, ignore_errors=True)
        settings.keys_file.unlink()


def _personas(codes: dict[str, str]) -> Personas:
    async def personas() -> list[Persona]:
        return [*(replace(sample.persona, hint=codes.get(sample.user, "")) for sample in COHORT), SECOND_ACCOUNT]

    return personas


# ---------------------------------------------------------------- the sample cohort


async def _seed(app: App, console: ConsolePlatform, clock: SetClock, codes: dict[str, str]) -> None:
    """Set the cohort up, or take it up where it was left; whoever has not joined gets a code to type."""
    async with app.database.unit() as unit:
        latest = await unit.turns.latest_arrival()
        cohort = await unit.cohorts.of_programme(PROGRAMME)
        fresh = not cohort
        if not cohort:
            await _make_cohort(app, unit, clock.now())
    async with app.database.unit() as unit:
        for sample in COHORT:
            person = await unit.people.with_email(_email(sample))
            if person is not None and not await unit.people.accounts(person.id):
                codes[sample.user] = await issue(unit, app.kit.secrets, person, clock.now())
    if latest is not None and latest > clock.now():
        clock.set(latest)
    if fresh:
        await _first_words(app, console, codes)


async def _make_cohort(app: App, unit: SharedUnit, now: datetime) -> None:
    template = app.kit.programmes[PROGRAMME]
    starts = (now - timedelta(days=60)).date()
    cohort = await begin_cohort(unit, template, f"{template.name} {now.year}", starts, now)
    ahead = [event for event in await unit.timetable.of_cohort(cohort.id) if event.starts_at and event.starts_at > now]
    for event in ahead[:WITH_A_PLACE]:
        event.place, event.way_in, event.step_free = PLACE
        await unit.timetable.save(event)
    ids = {}
    for sample in COHORT:
        person = await unit.people.add(sample.name, _email(sample), template.zone, now)
        ids[sample.user] = person.id
        for role in sample.roles:
            await unit.cohorts.enrol(person.id, cohort.id, role, organisation=sample.organisation)
    for user in COACHED:
        await unit.coaches.assign(cohort.id, ids[user], ids[COACH], now)


def _email(sample: Sample) -> str:
    return f"{sample.user}@example.org"


async def _first_words(app: App, console: ConsolePlatform, codes: dict[str, str]) -> None:
    """They join by typing their codes and agreeing, as everybody does."""
    said = [(sample.user, words) for sample in COHORT if sample.joins for words in (codes[sample.user], "I agree")]
    for sample in COHORT:
        if sample.joins:
            await console.arrive(sample.user, f"arrival-{sample.user}")
    for number, (user, words) in enumerate([*said, *OPENING_LINES]):
        await console.say(user, f"first-words-{number}", words)
        await app.settle()
    for sample in COHORT:
        if sample.joins:
            del codes[sample.user]
