"""The command line, `waymark demo | run | check | slack | keys …`. No command prints private text."""

import argparse
import asyncio
import os
import resource
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.app import CannotStart
from bot.logs import set_up, watch
from bot.settings import Settings
from bot.web import PortTaken
from storage.errors import MasterKeyProblem, StorageBusy, StorageFull

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
    except (CannotStart, MasterKeyProblem, PortTaken) as error:
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

    keys = verbs.add_parser("keys", help="make and change master keys", description="Make and change master keys.")
    key_verbs = keys.add_subparsers(required=True, metavar="COMMAND")
    _verb(key_verbs, "new", commands.keys_new, "make a file with a first master key")
    _verb(key_verbs, "rotate", commands.keys_rotate, "wrap every key under a new master key, and destroy the old one")

    deliveries = _verb(verbs, "deliveries", commands.deliveries, "how many messages stand where, and which had trouble")
    deliveries.add_argument("--retry", metavar="ID", help="send one again that failed or may not have arrived")

    erase = _verb(verbs, "erase", commands.erase, "delete everything of one person's for good")
    erase.add_argument("person", metavar="E-MAIL", help="the address by which the person is on the roster")
    erase.add_argument("--yes", action="store_true", help="really do it: there is no way back")
    return parser


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, command: Command, what: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    parser.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    main()
