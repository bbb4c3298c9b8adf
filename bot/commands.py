"""What each command of the command line does."""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot import checks
from bot import demo as console_demo
from bot.app import App, CannotStart, Stores, must_be_ready, until_stopped
from bot.calendar_feeds import CalendarFeeds
from bot.chat.errors import DeliveryFailed, Refusal
from bot.chat.markdown import plain
from bot.configured import configured
from bot.platforms.slack.manifest import manifest
from bot.programmes import Programme, Programmes
from bot.programmes.readiness import how_to_mend, lacking
from bot.rehearsal.living import live
from bot.rehearsal.rehearsed import outcome
from bot.rehearsal.report import Report
from bot.rehearsal.sample import sample
from bot.settings import Settings
from bot.web import WebServer
from handlers.privacy.deletion import erase_now
from handlers.roster.importing import carry_out, in_words, planned
from handlers.timetable.creating import Founding, found
from scheduling import bank_holidays
from scheduling.clock import SystemClock
from storage.copying.cohort import copied
from storage.migrating import migrate as migrate_database
from storage.private.installation import InstallationSecrets
from storage.private.keys import KeyStore, MasterKeys, rotate_file
from storage.shared.cohorts import Cohort
from storage.shared.unit import SharedDatabase, SharedUnit


def master_keys(settings: Settings) -> MasterKeys:
    """The ring: from the file, or from the environment where it can't be a file."""
    if settings.master_keys is not None:
        return MasterKeys.from_text(settings.master_keys.get_secret_value())
    return MasterKeys.from_file(settings.keys_file)


async def demo(settings: Settings, arguments: argparse.Namespace) -> int:
    await console_demo.serve(settings, fresh=arguments.fresh)
    return 0


async def run(settings: Settings, _: argparse.Namespace) -> int:
    masters = master_keys(settings)
    if masters.is_demo:
        raise CannotStart("These are the demo’s keys, which protect nothing. Make real ones: waymark keys new")
    if faults := (*settings.slack_faults, *settings.telegram_faults):
        raise CannotStart("\n".join(faults))
    if not settings.slack_is_wanted and not settings.telegram_is_wanted:
        raise CannotStart(
            "No platform has credentials, so there is nobody to talk to. To try the bot on this machine: waymark demo"
        )
    programmes = Programmes.load(settings.programmes_dir)
    stores = await Stores.open(settings, masters)
    await _must_be_ready(settings, programmes, stores)
    async with configured(settings, stores.database) as found:
        app = App(stores, found.platforms, SystemClock(), programmes=programmes, public_url=settings.public_url)
        feeds = CalendarFeeds(app.database, app.kit.secrets, app.clock)
        web = WebServer(settings.http_host, settings.http_port, app.healthy, [*found.served, feeds])
        try:
            await web.start()
            await app.start()
            await until_stopped()
        except DeliveryFailed as failed:
            raise CannotStart(f"{failed.why}. To find out what is wrong: waymark check") from None
        finally:
            await web.stop()
            await app.stop()
    return 0


async def _must_be_ready(settings: Settings, programmes: Programmes, stores: Stores) -> None:
    """Raises CannotStart where a programme that is run here says nobody whom people can turn to."""
    async with stores.database.unit() as unit:
        missing = lacking(programmes, await unit.cohorts.programmes())
    if missing:
        await stores.close()
        raise CannotStart("\n\n".join(how_to_mend(programmes, key, settings.programmes_dir) for key in missing))


async def check(settings: Settings, _: argparse.Namespace) -> int:
    found = await checks.check(settings, lambda: master_keys(settings))
    wide = max(len(row.what) for row in found)
    for row in found:
        stands = "NOT OK" if not row.well else "LOOK" if row.warns else "ok"
        print(f"{stands:6}  {row.what.ljust(wide)}  {row.says}")
    return 0 if all(row.well for row in found) else 1


async def slack_manifest(settings: Settings, arguments: argparse.Namespace) -> int:
    """For HTTP where there is a public address and no token for Socket Mode, and otherwise for Socket Mode."""
    public_url = None if settings.slack_app_token is not None else settings.public_url
    app = manifest(public_url=public_url, agent_view=arguments.agent_view or settings.slack_agent_view)
    print(json.dumps(app, indent=2, ensure_ascii=False))
    way_in = "Socket Mode" if public_url is None else f"HTTP, at {public_url}; for Socket Mode unset WAYMARK_PUBLIC_URL"
    print(f"This app uses {way_in}. docs/slack.md says what to do with it.", file=sys.stderr)
    return 0


async def migrate(settings: Settings, _: argparse.Namespace) -> int:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    async with SharedDatabase(settings.shared_url) as database:
        applied = await database.in_thread(lambda: migrate_database(database.engine))
    print(f"Applied: {', '.join(applied)}." if applied else "Nothing to do: the database is as this version knows it.")
    return 0


async def cohort_create(settings: Settings, arguments: argparse.Namespace) -> int:
    programmes, now = Programmes.load(settings.programmes_dir), SystemClock().now()
    programme = _programme_called(programmes, arguments.programme)
    founding = Founding(programme, arguments.starts, arguments.director, arguments.name, arguments.email)
    bank_holidays.warm()
    stores = await Stores.open(settings, master_keys(settings))
    try:
        async with stores.database.unit() as unit:
            print(await found(unit, InstallationSecrets(stores.keys), founding, now))
        for key in lacking(programmes, [arguments.programme]):
            print(f"\nBefore it is run: {how_to_mend(programmes, key, settings.programmes_dir)}", file=sys.stderr)
    except Refusal as refusal:
        raise CannotStart(refusal.words) from None
    finally:
        await stores.close()
    return 0


async def keys_new(settings: Settings, _: argparse.Namespace) -> int:
    masters = MasterKeys.new_file(settings.keys_file)
    print(
        f"A master key was made: {settings.keys_file} (its id is {masters.in_use.id}).\n"
        "Without it, nobody’s private notes can ever be opened again. Back it up now, somewhere else than the data."
    )
    return 0


async def keys_rotate(settings: Settings, _: argparse.Namespace) -> int:
    if settings.master_keys is not None:
        raise CannotStart("Master keys in the environment can’t be changed from here. Put them in a file first.")
    database = SharedDatabase(settings.shared_url)

    def open_store(masters: MasterKeys) -> KeyStore:
        if database.is_sqlite:
            return KeyStore.in_file(settings.key_store, masters)
        return KeyStore.in_postgres(database.engine, masters)

    async with database:
        report = await asyncio.to_thread(rotate_file, settings.keys_file, open_store)
    retired = ", ".join(report.retired) or "none"
    print(f"{report.rewrapped} keys are wrapped under {report.in_use} now; destroyed: {retired}.")
    for erasure in report.completes:
        print(f"The deletion of {erasure.at:%d %B %Y} is complete: no copy anywhere opens any more.")
    print("Destroy the backups of the old key file too, and restart the bot.")
    return 0


async def deliveries(settings: Settings, arguments: argparse.Namespace) -> int:
    async with there_already(settings) as database, database.unit() as unit:
        if arguments.retry is not None:
            found = await unit.deliveries.retry(arguments.retry, SystemClock().now())
            print("It will be sent again." if found else "There is no message with that id that had trouble.")
            return 0 if found else 1
        for state, count in sorted((await unit.deliveries.counts()).items()):
            print(f"{count:8,}  {state}")
        for delivery in await unit.deliveries.with_trouble(20):
            print(f"{delivery.id}  {delivery.state:9}  {delivery.ended_at:%Y-%m-%d %H:%M}  {delivery.why}")
    return 0


async def roster_import(settings: Settings, arguments: argparse.Namespace) -> int:
    """Tried first, and done as a whole or not at all; what it prints is what the director is shown in chat."""
    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        raise CannotStart(f"{arguments.file} can’t be read: {error.strerror}.") from None
    programmes = Programmes.load(settings.programmes_dir)
    async with there_already(settings) as database, database.unit() as unit:
        cohort = await _cohort_called(unit, arguments.cohort)
        await unit.cohorts.lock(cohort.id)
        plan = await planned(unit, cohort, programmes[cohort.programme], data)
        print(plain(in_words(plan)))
        if plan.faults:
            return 1
        if arguments.dry_run or not plan.changes:
            print("\nNothing was changed.")
            return 0
        await carry_out(unit, cohort, plan, SystemClock().now())
    print("\nDone.")
    return 0


async def rehearse(settings: Settings, arguments: argparse.Namespace) -> int:
    """Live a year on a copy, and write what became of it; 1 where the template is over the budget."""
    programmes = Programmes.load(settings.programmes_dir)
    if arguments.cohort is not None:
        async with there_already(settings) as database, database.unit() as unit:
            cohort = await _cohort_called(unit, arguments.cohort)
            copy = await copied(unit, cohort, [other for other in await unit.cohorts.every() if other.id != cohort.id])
    elif arguments.starts is None:
        raise CannotStart("Say from when it is to be lived, as in --starts 2027-09-06.")
    else:
        copy = sample(_programme_called(programmes, arguments.programme), arguments.starts, arguments.people)
    for lived in copy.cohorts:
        _programme_called(programmes, lived.programme)
    report = await asyncio.to_thread(lambda: Report(live(copy, programmes)))
    message = outcome(report)
    arguments.to.mkdir(parents=True, exist_ok=True)
    for file in message.attachments:
        (arguments.to / file.name).write_bytes(file.data)
    print(plain(message.text))
    print(f"\nThe page and the table are in {arguments.to}: {', '.join(file.name for file in message.attachments)}.")
    return 1 if report.too_much else 0


def _programme_called(programmes: Programmes, key: str) -> Programme:
    if key not in programmes:
        raise CannotStart(f"There is no programme “{key}”. There are: {', '.join(sorted(programmes))}.")
    return programmes[key]


async def _cohort_called(unit: SharedUnit, name: str) -> Cohort:
    """The one of this name, or with this number."""
    cohorts = await unit.cohorts.every()
    wanted = name.strip().casefold()
    found = [cohort for cohort in cohorts if cohort.name.casefold() == wanted]
    found = found or [cohort for cohort in cohorts if str(cohort.id) == wanted]
    if len(found) != 1:
        names = ", ".join(f"“{cohort.name}”" for cohort in cohorts) or "none yet"
        there = "There are several cohorts" if found else "There is no cohort"
        raise CannotStart(f"{there} of that name. There are: {names}.")
    return found[0]


@asynccontextmanager
async def there_already(settings: Settings) -> AsyncIterator[SharedDatabase]:
    """The database, where there is one as this version knows it: looking never makes one."""
    if settings.database_url is None and not settings.shared_file.exists():
        raise CannotStart(f"There is no database in {settings.data_dir} yet. The bot makes it at its first start.")
    async with SharedDatabase(settings.shared_url) as database:
        await database.in_thread(lambda: must_be_ready(database))
        yield database


async def erase(settings: Settings, arguments: argparse.Namespace) -> int:
    async with there_already(settings):
        programmes = Programmes.load(settings.programmes_dir)
        stores = await Stores.open(settings, master_keys(settings))
    async with configured(settings, stores.database) as found:
        app = App(stores, found.platforms, SystemClock(), programmes=programmes)
        try:
            async with app.database.unit() as unit:
                person = await unit.people.with_email(arguments.person)
            if person is None or person.deleted_at is not None:
                print("Nobody on the roster has that address.")
                return 1
            if not arguments.yes:
                print("Everything of theirs would be deleted for good; nobody can undo it. To do it: add --yes")
                return 1
            print(await erase_now(app, person))
            return 0
        finally:
            await app.stop()
