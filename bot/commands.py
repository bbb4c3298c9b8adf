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
from bot.chat.errors import DeliveryFailed
from bot.configured import configured
from bot.platforms.slack.manifest import manifest
from bot.settings import Settings
from bot.web import WebServer
from handlers.privacy.deletion import erase_now
from scheduling.clock import SystemClock
from scheduling.phrases import warm
from storage.migrating import migrate as migrate_database
from storage.private.keys import KeyStore, MasterKeys, rotate_file
from storage.shared.unit import SharedDatabase


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
    stores = await Stores.open(settings, masters)
    async with configured(settings, stores.database) as found:
        app = App(stores, found.platforms, SystemClock())
        web = WebServer(settings.http_host, settings.http_port, app.healthy, found.served)
        await asyncio.to_thread(warm)
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


async def check(settings: Settings, _: argparse.Namespace) -> int:
    found = await checks.check(settings, lambda: master_keys(settings))
    wide = max(len(row.what) for row in found)
    for row in found:
        print(f"{'ok    ' if row.well else 'NOT OK'}  {row.what.ljust(wide)}  {row.says}")
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
    async with _there_already(settings) as database, database.unit() as unit:
        if arguments.retry is not None:
            found = await unit.deliveries.retry(arguments.retry, SystemClock().now())
            print("It will be sent again." if found else "There is no message with that id that had trouble.")
            return 0 if found else 1
        for state, count in sorted((await unit.deliveries.counts()).items()):
            print(f"{count:8,}  {state}")
        for delivery in await unit.deliveries.with_trouble(20):
            print(f"{delivery.id}  {delivery.state:9}  {delivery.ended_at:%Y-%m-%d %H:%M}  {delivery.why}")
    return 0


@asynccontextmanager
async def _there_already(settings: Settings) -> AsyncIterator[SharedDatabase]:
    """The database, where there is one as this version knows it: looking never makes one."""
    if settings.database_url is None and not settings.shared_file.exists():
        raise CannotStart(f"There is no database in {settings.data_dir} yet. The bot makes it at its first start.")
    async with SharedDatabase(settings.shared_url) as database:
        await database.in_thread(lambda: must_be_ready(database))
        yield database


async def erase(settings: Settings, arguments: argparse.Namespace) -> int:
    async with _there_already(settings):
        stores = await Stores.open(settings, master_keys(settings))
    async with configured(settings, stores.database) as found:
        app = App(stores, found.platforms, SystemClock())
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
