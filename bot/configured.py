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
from scheduling.standing_by import StandingBy
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
        if settings.telegram_token is not None:
            token = settings.telegram_token.get_secret_value()
            standing_by = StandingBy(database, SystemClock(), "asking Telegram")
            _add_telegram(found, settings, token, session, pacer, standing_by)
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


def _add_telegram(
    found: Configured,
    settings: Settings,
    token: str,
    session: aiohttp.ClientSession,
    pacer: Pacer,
    standing_by: StandingBy,
) -> None:
    from bot.platforms.telegram.adapter import TelegramPlatform  # which takes a while to load
    from bot.platforms.telegram.calling import Telegram, telegram_bot
    from bot.platforms.telegram.polling import Polling
    from bot.platforms.telegram.webhook import Webhook

    telegram = Telegram(telegram_bot(token, settings.telegram_api_url, session), pacer)
    way_in: Polling | Webhook
    if settings.telegram_webhook_secret is not None and settings.public_url is not None:
        way_in = Webhook(telegram, settings.public_url, settings.telegram_webhook_secret.get_secret_value())
        found.served.append(way_in)
    else:
        way_in = Polling(telegram, standing_by)
    found.platforms.append(TelegramPlatform(telegram, way_in))
