"""Does Telegram take the token, and is the bot there as Waymark needs it? It asks, and changes nothing."""

from collections.abc import Awaitable, Iterable
from textwrap import shorten
from typing import TypeVar
from urllib.parse import urlsplit

from telegram import Bot, BotCommand, User, WebhookInfo
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.found import Found
from bot.platforms.telegram.calling import in_our_words
from bot.platforms.telegram.inbound import TOLD
from bot.platforms.telegram.request import NotReached, TooMany
from bot.platforms.telegram.texts import MENU_OF_STRANGERS

R = TypeVar("R")

PATIENCE_S = 10
MOST_OF_AN_ERROR = 120

REACH = (
    "Is WAYMARK_TELEGRAM_API_URL right, and is there a way out from here (a proxy, if any, is named in HTTPS_PROXY)?"
)
NOT_TELEGRAM = (
    "what answers there is not Telegram’s Bot API. Correct WAYMARK_TELEGRAM_API_URL, or leave it out. Does a proxy "
    "stand between?"
)
COPY_AGAIN = "Copy it again, whole, from BotFather: /mybots, the bot, “API Token”. After /revoke only the newest works"
TROUBLE = "It may have trouble of its own: try again in a while. If that goes on: " + REACH
PRIVACY_IS_OFF = (
    "privacy mode is off, so Telegram tells the bot all that is said in its groups. Say /setprivacy to BotFather, "
    "choose the bot, then “Enable”. Then take the bot out of its groups and put it back: only then it holds there"
)


async def check_telegram(bot: Bot, *, address: str | None) -> list[Found]:
    """The token first, since without it there is nothing more to ask.

    `address` is where Telegram is to call, empty where the bot asks it. Where the settings leave that open, it is None.
    """
    me = await _asked(bot.get_me(read_timeout=PATIENCE_S))
    if isinstance(me, str):
        return [Found("Telegram token", False, me)]
    webhook = await _asked(bot.get_webhook_info(read_timeout=PATIENCE_S))
    menu = await _asked(bot.get_my_commands(read_timeout=PATIENCE_S))
    return [
        Found("Telegram token", True, f"@{me.username}, called “{me.first_name}”"),
        *([_webhook(webhook, address)] if address is not None else []),
        _privacy(me),
        _menu(menu),
    ]


def _webhook(answer: WebhookInfo | str, address: str) -> Found:
    if isinstance(answer, str):
        return Found("Telegram webhook", False, answer)
    if answer.url != address:
        return _another_address(answer, address)
    if missing := sorted(set(TOLD) - set(answer.allowed_updates or TOLD)):
        says = f"Telegram does not tell of {', '.join(missing)}. Start “waymark run” again: it asks for all"
        return Found("Telegram webhook", False, says)
    waits = _waiting(answer.pending_update_count)
    if not address:
        return Found("Telegram webhook", True, f"none, as it should be: the bot asks Telegram; {waits}")
    if answer.last_error_message is None:
        return Found("Telegram webhook", True, f"Telegram calls {address}; {waits}")
    error = f"{_shown(answer.last_error_message)}{_at(answer)}"
    if answer.pending_update_count:
        return Found("Telegram webhook", False, f"Telegram calls, and fails: {error}; {waits}. See docs/telegram.md")
    return Found("Telegram webhook", True, f"Telegram calls {address}; {waits}. It once failed: {error}")


def _another_address(answer: WebhookInfo, address: str) -> Found:
    """Of an address that is not ours only the host is shown: the rest may be a secret, even the token."""
    if not answer.url:
        return Found("Telegram webhook", True, "none yet: “waymark run” tells Telegram where to call")
    does = "puts the right address in its place" if address else "takes that away, and asks Telegram instead"
    return Found(
        "Telegram webhook",
        False,
        f"Telegram calls another address, at {urlsplit(answer.url).hostname}, and the bot hears nothing. If another "
        f"program is to use this bot, make Waymark one of its own. If not, start “waymark run”, which {does}",
    )


def _waiting(count: int) -> str:
    match count:
        case 0:
            return "nothing waits"
        case 1:
            return "1 message waits for the bot"
        case _:
            return f"{count:,} messages wait for the bot"


def _at(answer: WebhookInfo) -> str:
    return f", on {answer.last_error_date:%d %B %Y at %H:%M} UTC" if answer.last_error_date else ""


def _shown(error: str) -> str:
    """Telegram's own words, as far as they are fit to be printed."""
    plain = "".join(letter if letter.isprintable() else " " for letter in error)
    return f"“{shorten(plain, MOST_OF_AN_ERROR, placeholder='…')}”"


def _privacy(me: User) -> Found:
    if me.can_read_all_group_messages:
        return Found("Telegram privacy", False, PRIVACY_IS_OFF)
    return Found("Telegram privacy", True, "privacy mode is on: in groups the bot hears only what is said to it")


def _menu(answer: Iterable[BotCommand] | str) -> Found:
    if isinstance(answer, str):
        return Found("Telegram menu", False, answer)
    if {command.command: command.description for command in answer} == MENU_OF_STRANGERS:
        return Found("Telegram menu", True, f"{', '.join(f'/{name}' for name in MENU_OF_STRANGERS)} for newcomers")
    return Found("Telegram menu", True, "not this version’s yet: “waymark run” sets it")


async def _asked(asking: Awaitable[R]) -> R | str:
    """What Telegram answers, or in words why it doesn't. What was raised is not shown: the token is in the address."""
    try:
        return await asking
    except TelegramError as error:
        return _in_words(error)
    except (AttributeError, LookupError, TypeError, ValueError):
        return NOT_TELEGRAM  # the library takes for granted that an answer has the shape it ought to have


def _in_words(error: TelegramError) -> str:
    why = in_our_words(error).why
    match error:
        case TooMany():
            return f"{why}. Try again in {error.seconds:.0f} seconds"
        case NotReached():
            return f"{why} from here. {REACH}"
        case TelegramError(__cause__=TelegramError() | ValueError()):
            return NOT_TELEGRAM  # what the library could not read, it names as the cause
        case InvalidToken():
            return f"{why}. {COPY_AGAIN}"
        case NetworkError():
            return f"{why}. {TROUBLE}"
        case _:
            return why
