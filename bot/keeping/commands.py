"""What `waymark backup`, `restore`, `resume` and `service` do."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import CannotStart
from bot.commands import master_keys, there_already
from bot.keeping.backup import back_up
from bot.keeping.manifest import day_and_time
from bot.keeping.restore import look_at, put_back
from bot.keeping.resume import restoration, resume, would_be_sent
from bot.keeping.service import unit_file
from bot.settings import Settings
from scheduling.clock import SystemClock


async def backup(settings: Settings, arguments: argparse.Namespace) -> int:
    to, keys_to = Path(arguments.folder), Path(arguments.keys_to)
    async with there_already(settings) as database:
        said = await asyncio.to_thread(back_up, settings, database, to, keys_to, SystemClock().now())
    print(
        f"{sum(said.rows.values()):,} rows, and private notes in {said.vaults:,} places, are in {to}; the wrapped keys "
        f"are in {keys_to}.\nThey open with the master key {', '.join(said.masters)}, which is in neither: keep it "
        "apart from both."
    )
    return 0


async def restore(settings: Settings, arguments: argparse.Namespace) -> int:
    masters = master_keys(settings)
    found = await asyncio.to_thread(look_at, Path(arguments.folder), Path(arguments.keys_from), settings, masters)
    await put_back(found, settings, masters, SystemClock())
    print(
        f"Put back as it was on {day_and_time(found.said.made_at)}. Nothing is sent yet, and who writes is told so "
        "once. Start the bot, look at what would be sent, and let it go on: waymark resume"
    )
    return 0


async def go_on(settings: Settings, arguments: argparse.Namespace) -> int:
    now = SystemClock().now()
    async with there_already(settings) as database:
        waiting = await restoration(database)
        if waiting is None:
            print("Nothing stands still: the bot sends what is due.")
            return 0
        for line in await would_be_sent(database, waiting, now):
            print(line)
        if not arguments.yes:
            print(
                "What fell due since the backup may have gone already, if the bot ran on after it. Say until when it "
                "ran, such as --ran-until “2027-01-05 12:00”; left out, it is taken to have run until now. That is "
                "looked for on Slack before it is sent; Telegram can’t tell, so there it is set aside (waymark "
                "deliveries shows it, and sends it with --retry). To go on: add --yes"
            )
            return 1
        looked_for = await resume(database, _moment(arguments.ran_until, settings, now), now)
    print(f"Going on. {looked_for} messages may have gone already, and are looked for first.")
    return 0


def _moment(said: str | None, settings: Settings, now: datetime) -> datetime:
    """Wall time where the installation is."""
    if said is None:
        return now
    try:
        moment = datetime.fromisoformat(said.strip("“”\"' "))
    except ValueError:
        raise CannotStart("Say the moment as a date and a time, such as --ran-until “2027-01-05 12:00”.") from None
    return moment.replace(tzinfo=moment.tzinfo or ZoneInfo(settings.timezone)).astimezone(UTC)


async def service(settings: Settings, arguments: argparse.Namespace) -> int:
    print(unit_file(settings, user=arguments.user, interpreter=Path(sys.executable)), end="")
    return 0
