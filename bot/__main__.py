"""The command line, `waymark demo | run | check | slack | keys …`. No command prints private text."""

import argparse
import asyncio
import os
import resource
import sys
from collections.abc import Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.app import CannotStart
from bot.keeping import commands as keeping
from bot.logs import set_up, watch
from bot.programmes import TemplateFaults
from bot.settings import Settings
from bot.web import PortTaken
from storage.errors import MasterKeyProblem, StorageBusy, StorageFull

MOST_REHEARSED = 1_000
"""People of a rehearsal: each of them takes a second or less."""

Command = Callable[[Settings, argparse.Namespace], Coroutine[Any, Any, int]]


def main() -> None:
    """Do what was asked, and end with 0 where it went well."""
    arguments = _parser().parse_args()
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        settings = Settings()
        set_up(settings.log_level)
        sys.exit(asyncio.run(_watched(arguments.command, settings, arguments)))
    except ValidationError as error:
        for fault in error.errors(include_input=False, include_url=False):
            name = "_".join(str(part) for part in fault["loc"]).upper()
            says = fault["msg"].removeprefix("Value error, ")
            print(f"The setting {f'WAYMARK_{name}' if name else 'of the keys'}: {says}", file=sys.stderr)
        sys.exit(2)
    except (CannotStart, MasterKeyProblem, PortTaken, TemplateFaults) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except StorageBusy:
        print("Another process holds the database. Try again in a moment.", file=sys.stderr)
        sys.exit(1)
    except StorageFull:
        print("The disk is full. Nothing was changed; make room and try again.", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


async def _watched(command: Command, settings: Settings, arguments: argparse.Namespace) -> int:
    watch(asyncio.get_running_loop())
    return await command(settings, arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="waymark",
        description="An assistant for leadership development programmes. Settings are read from the environment, "
        "each with the prefix WAYMARK_; docs/settings.md lists them.",
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = _verb(verbs, "demo", commands.demo, "try the bot in a browser on this machine, with a sample cohort")
    demo.add_argument("--fresh", action="store_true", help="begin anew: what was kept in earlier tries is deleted")

    _verb(verbs, "run", commands.run, "run the bot on every platform that has credentials")
    _verb(verbs, "check", commands.check, "check settings, keys, database and platforms, and change nothing")
    slack = verbs.add_parser("slack", help="make the Slack app", description="Make the Slack app.")
    slack_verbs = slack.add_subparsers(required=True, metavar="COMMAND")
    app = _verb(slack_verbs, "manifest", commands.slack_manifest, "print the manifest to make the Slack app from")
    app.add_argument("--agent-view", action="store_true", help="with the agent view: for workspaces without guests")

    _verb(verbs, "migrate", commands.migrate, "bring the database to the form that this version knows")

    cohort = verbs.add_parser("cohort", help="make a cohort", description="Make a cohort.")
    cohort_verbs = cohort.add_subparsers(required=True, metavar="COMMAND")
    create = _verb(cohort_verbs, "create", commands.cohort_create, "lay a cohort out, and give its director a code")
    create.add_argument("--programme", metavar="KEY", required=True, help="the programme that it is a run of")
    create.add_argument("--starts", metavar="YYYY-MM-DD", type=_day, required=True, help="the day on which it starts")
    create.add_argument("--name", default="", help="what it is called; otherwise the programme and the year")
    create.add_argument("--director", metavar="NAME", required=True, help="who directs it, and is the first to join")
    create.add_argument("--email", default="", help="the director’s e-mail address")

    keys = verbs.add_parser("keys", help="make and change master keys", description="Make and change master keys.")
    key_verbs = keys.add_subparsers(required=True, metavar="COMMAND")
    _verb(key_verbs, "new", commands.keys_new, "make a file with a first master key")
    _verb(key_verbs, "rotate", commands.keys_rotate, "wrap every key under a new master key, and destroy the old one")

    deliveries = _verb(verbs, "deliveries", commands.deliveries, "how many messages stand where, and which had trouble")
    deliveries.add_argument("--retry", metavar="ID", help="send one again that failed or may not have arrived")

    roster = verbs.add_parser("roster", help="bring people in", description="Bring people in.")
    roster_verbs = roster.add_subparsers(required=True, metavar="COMMAND")
    bring_in = _verb(roster_verbs, "import", commands.roster_import, "bring in the people of a CSV file, all or none")
    bring_in.add_argument("file", metavar="FILE", type=Path, help="the file, such as people.csv")
    bring_in.add_argument("--cohort", metavar="NAME", required=True, help="the cohort that they are of")
    bring_in.add_argument("--dry-run", action="store_true", help="only say what would change")

    rehearse = _verb(
        verbs, "rehearse", commands.rehearse, "live a cohort’s year ahead on a copy: who would be told what and when"
    )
    whose = rehearse.add_mutually_exclusive_group(required=True)
    whose.add_argument("--cohort", metavar="NAME", help="the cohort, by its name or number")
    whose.add_argument("--programme", metavar="KEY", help="a programme, as if a cohort of it started on a day")
    rehearse.add_argument("--starts", metavar="YYYY-MM-DD", type=_day, help="that day, where a programme is rehearsed")
    rehearse.add_argument(
        "--people", metavar="N", type=_people, default=40, help="how many people it then has; 40, unless given"
    )
    rehearse.add_argument(
        "--to", metavar="DIR", type=Path, default=Path("rehearsal"), help="where the page and the table go; rehearsal"
    )

    backup = _verb(verbs, "backup", keeping.backup, "copy everything while the bot runs, data and keys apart")
    backup.add_argument("folder", metavar="DIR", help="where the data go: a new folder, such as one with today’s date")
    backup.add_argument("--keys-to", metavar="DIR", required=True, help="where the wrapped keys go: elsewhere")
    restore = _verb(verbs, "restore", keeping.restore, "put a backup back into an empty place, and send nothing yet")
    restore.add_argument("folder", metavar="DIR", help="where the data are")
    restore.add_argument("--keys-from", metavar="DIR", required=True, help="where the wrapped keys are")
    resume = _verb(verbs, "resume", keeping.go_on, "after a restore: show what would be sent, and let it go on")
    resume.add_argument("--ran-until", metavar="WHEN", help="when the bot that was lost stopped, as 2027-01-05 12:00")
    resume.add_argument("--yes", action="store_true", help="really go on")
    service = _verb(verbs, "service", keeping.service, "print a systemd unit that runs the bot")
    service.add_argument(
        "--user", metavar="NAME", default="waymark", help="the account to run as; waymark, unless given"
    )

    erase = _verb(verbs, "erase", commands.erase, "delete everything of one person's for good")
    erase.add_argument("person", metavar="E-MAIL", help="the address by which the person is on the roster")
    erase.add_argument("--yes", action="store_true", help="really do it: there is no way back")
    return parser


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{typed}” is no day. Write it as 2027-09-06.") from None


def _people(typed: str) -> int:
    if typed.isdecimal() and 1 <= int(typed) <= MOST_REHEARSED:
        return int(typed)
    raise argparse.ArgumentTypeError(f"“{typed}” is no number of people. Give one from 1 to {MOST_REHEARSED}.")


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, command: Command, what: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    main()
