"""A bot on Slack in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from bot.chat.carrying import Mark, no_mark
from bot.chat.router import Router
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.transport import Http, Socket
from tests.platforms import process
from tests.platforms.process import Around, Connected


@dataclass(frozen=True)
class AtSlack:
    """Where the bot finds Slack, and how it hears from it: over Socket Mode where it has a token for that."""

    api_url: str
    bot_token: str
    signing_secret: str
    app_token: str = ""


def live(
    folder: Path,
    at_slack: AtSlack,
    ready: Connection,
    *,
    ahead: timedelta = timedelta(),
    routers: Sequence[Router] = (),
    mark: Mark = no_mark,
) -> None:
    """A life of the bot, until it is killed."""
    process.live(folder, partial(_connect, at_slack), ready, ahead, routers, mark)


def _connect(at_slack: AtSlack, around: Around) -> Connected:
    client = web_client(at_slack.bot_token, at_slack.api_url, around.session)
    slack = Slack(client, around.session, around.pace, a_second=100)
    if at_slack.app_token:
        return Connected(SlackPlatform(slack, Socket(client, at_slack.app_token), agent_view=False))
    http = Http(client, [at_slack.signing_secret])
    return Connected(SlackPlatform(slack, http, agent_view=False), [http])
