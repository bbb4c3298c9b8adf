"""The platforms that have credentials, ready to listen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from bot.chat.platform import Platform
from bot.settings import Settings
from bot.web import Served
from scheduling.clock import SystemClock
from scheduling.pacing import Pacer
from storage.shared.unit import SharedDatabase


@dataclass
class Configured:
    """What the settings ask for."""

    platforms: list[Platform] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    """What of them is reached by HTTP."""


@asynccontextmanager
async def configured(settings: Settings, database: SharedDatabase) -> AsyncIterator[Configured]:
    """All of them. They share one HTTP session, which ends with this."""
    found = Configured()
    pacer = Pacer(database, SystemClock())
    async with aiohttp.ClientSession(trust_env=True) as session:
        if settings.slack_bot_token is not None:
            _add_slack(found, settings, settings.slack_bot_token.get_secret_value(), session, pacer)
        yield found


def _add_slack(found: Configured, settings: Settings, token: str, session: aiohttp.ClientSession, pacer: Pacer) -> None:
    from bot.platforms.slack.adapter import SlackPlatform  # which takes a while to load
    from bot.platforms.slack.calling import Slack, web_client
    from bot.platforms.slack.transport import Http, Socket

    client = web_client(token, settings.slack_api_url, session)
    transport: Http | Socket
    if settings.slack_app_token is not None:
        transport = Socket(client, settings.slack_app_token.get_secret_value())
    else:
        transport = Http(client, settings.slack_signing_secrets)
        found.served.append(transport)
    slack = Slack(client, session, pacer, settings.slack_messages_a_second)
    found.platforms.append(SlackPlatform(slack, transport, agent_view=settings.slack_agent_view))
