"""What `waymark check` finds out from Telegram, against a stand-in that answers the three methods it asks."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from bot import checks
from bot.found import Found
from bot.platforms.telegram import checking
from bot.platforms.telegram.calling import telegram_bot
from bot.platforms.telegram.checking import check_telegram
from bot.platforms.telegram.inbound import TOLD
from bot.platforms.telegram.texts import MENU_OF_STRANGERS
from bot.settings import Settings
from storage.errors import MasterKeyProblem
from storage.private.keys import MasterKeys

TOKEN = "4711:the-heron-stands-by-the-weir"
SECRET = "a-secret-of-our-own"
OURS = "https://waymark.example/telegram/webhook"
ELSEWHERE = f"https://elsewhere.example/{TOKEN}"
ASKED = ["getMe", "getWebhookInfo", "getMyCommands"]


@dataclass
class StandIn:
    """Three methods of the Bot API, answering as they are told to."""

    url: str
    reads_everything: bool = False
    webhook: dict[str, object] = field(default_factory=lambda: {"url": ""})
    menu: dict[str, str] = field(default_factory=lambda: MENU_OF_STRANGERS)
    instead: dict[str, web.Response] = field(default_factory=dict)
    hangs: bool = False
    asked: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.asked.append(method)
        if self.hangs:
            await asyncio.Event().wait()
        if method in self.instead:
            return self.instead[method]
        if request.match_info["token"] != TOKEN:
            return refusal(401, "Unauthorized")
        return web.json_response({"ok": True, "result": self._result(method)})

    def _result(self, method: str) -> object:
        match method:
            case "getMe":
                me = {"id": 4711, "is_bot": True, "first_name": "Waymark", "username": "waymark_bot"}
                return me | {"can_read_all_group_messages": self.reads_everything}
            case "getWebhookInfo":
                return {"has_custom_certificate": False, "pending_update_count": 0} | self.webhook
            case _:
                return [{"command": command, "description": what} for command, what in self.menu.items()]

    async def check(self, *, token: str = TOKEN, address: str | None = "") -> list[Found]:
        async with ClientSession() as session:
            found = await check_telegram(telegram_bot(token, self.url, session), address=address)
        return discreet(found)


def discreet(found: list[Found]) -> list[Found]:
    """Whatever is found, no secret is printed."""
    for row in found:
        for secret in (TOKEN, TOKEN.partition(":")[2], SECRET):
            assert secret not in row.says
    return found


def refusal(status: int, description: str, **parameters: object) -> web.Response:
    more = {"parameters": parameters} if parameters else {}
    return web.json_response({"ok": False, "error_code": status, "description": description} | more, status=status)


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    stand_in = StandIn("")
    served = web.Application()
    served.router.add_route("*", "/bot{token}/{method}", stand_in.answer)
    async with TestServer(served) as server:
        stand_in.url = str(server.make_url("/"))
        yield stand_in


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PATIENCE_S", 0.05)


def faults(found: Sequence[Found]) -> list[tuple[str, str]]:
    return [(row.what, row.says) for row in found if not row.well]


def said(found: Sequence[Found], what: str) -> str:
    (row,) = [row for row in found if row.what == what]
    return row.says


async def test_the_bot_is_named_when_all_is_well(telegram: StandIn) -> None:
    found = await telegram.check()
    assert faults(found) == []
    assert [(row.what, row.says) for row in found] == [
        ("Telegram token", "@waymark_bot, called “Waymark”"),
        ("Telegram webhook", "none, as it should be: the bot asks Telegram; nothing waits"),
        ("Telegram privacy", "privacy mode is on: in groups the bot hears only what is said to it"),
        ("Telegram menu", "/start, /join, /help for newcomers"),
    ]


async def test_it_asks_and_changes_nothing(telegram: StandIn) -> None:
    telegram.webhook, telegram.menu, telegram.reads_everything = {"url": ELSEWHERE}, {}, True
    await telegram.check()
    assert telegram.asked == ASKED


# ---------------------------------------------------------------- the token, and whether anybody is there


@pytest.mark.parametrize(
    "refused", [refusal(401, "Unauthorized"), refusal(404, "Not Found")], ids=["not valid", "not well formed"]
)
async def test_a_token_that_telegram_does_not_know_is_asked_for_again(telegram: StandIn, refused: web.Response) -> None:
    telegram.instead["getMe"] = refused
    ((what, says),) = faults(await telegram.check())
    assert what == "Telegram token"
    assert says.startswith("Telegram does not know the token. Copy it again")
    assert telegram.asked == ["getMe"]


@pytest.mark.parametrize(
    "other",
    [
        web.Response(text="<html>Sign in</html>", content_type="text/html"),
        web.Response(status=404, text="<html>Nothing here</html>", content_type="text/html"),
        web.Response(status=405, text="not JSON", content_type="application/json"),
        web.json_response(["a list"]),
        web.json_response(["a list"], status=404),
        web.json_response({"status": "up"}),
        web.json_response({"ok": True, "result": "up"}),
        web.json_response({"ok": True, "result": {}}),
    ],
    ids=["a page", "no page", "not JSON", "a list", "no list", "another API", "a word", "nobody"],
)
async def test_an_address_that_is_not_the_bot_api_is_told_so(telegram: StandIn, other: web.Response) -> None:
    telegram.instead["getMe"] = other
    ((what, says),) = faults(await telegram.check())
    assert what == "Telegram token"
    assert "not Telegram’s Bot API" in says
    assert "WAYMARK_TELEGRAM_API_URL" in says


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_telegram_in_trouble_is_not_the_installers_fault(telegram: StandIn, status: int) -> None:
    telegram.instead["getMe"] = web.Response(status=status, text="<html>Oh</html>")
    assert "It may have trouble of its own: try again" in faults(await telegram.check())[0][1]


@pytest.mark.usefixtures("impatient")
async def test_an_api_that_does_not_answer_in_time_is_told_so(telegram: StandIn) -> None:
    telegram.hangs = True
    assert faults(await telegram.check())[0][1].startswith("Telegram did not answer. It may have trouble of its own")


async def test_being_asked_too_often_is_told_apart(telegram: StandIn) -> None:
    telegram.instead["getMe"] = refusal(429, "Too Many Requests: retry after 7", retry_after=7)
    assert faults(await telegram.check()) == [
        ("Telegram token", "Telegram asks for a rest. Try again in 7 seconds"),
    ]


async def test_an_api_that_cannot_be_reached_is_told_so() -> None:
    nowhere = StandIn(f"http://127.0.0.1:{unused_port()}")
    ((_, says),) = faults(await nowhere.check())
    assert says.startswith("Telegram can’t be reached from here.")
    assert "HTTPS_PROXY" in says


@pytest.mark.parametrize("method", ASKED)
async def test_an_answer_that_echoes_the_token_is_not_printed(telegram: StandIn, method: str) -> None:
    telegram.instead[method] = refusal(400, f"Bad Request: what is {TOKEN}?")
    ((_, says),) = faults(await telegram.check())
    assert says.startswith("Telegram says: what is")


@pytest.mark.parametrize(
    ("method", "what"), [("getWebhookInfo", "Telegram webhook"), ("getMyCommands", "Telegram menu")]
)
async def test_one_answer_that_fails_hides_none_of_the_others(telegram: StandIn, method: str, what: str) -> None:
    telegram.instead[method] = web.Response(status=500)
    found = await telegram.check()
    assert [row.what for row in found if not row.well] == [what]
    assert len(found) == 4


# ---------------------------------------------------------------- the webhook


async def test_an_address_as_the_settings_say_is_well(telegram: StandIn) -> None:
    telegram.webhook = {"url": OURS, "allowed_updates": list(TOLD), "pending_update_count": 1}
    found = await telegram.check(address=OURS)
    assert faults(found) == []
    assert said(found, "Telegram webhook") == f"Telegram calls {OURS}; 1 message waits for the bot"


async def test_before_the_first_start_that_no_address_is_set_is_no_fault(telegram: StandIn) -> None:
    found = await telegram.check(address=OURS)
    assert faults(found) == []
    assert said(found, "Telegram webhook") == "none yet: “waymark run” tells Telegram where to call"


@pytest.mark.parametrize(
    ("address", "does"),
    [("", "“waymark run”, which takes that away"), (OURS, "“waymark run”, which puts the right address in its place")],
    ids=["polling", "webhook"],
)
async def test_another_address_is_told_by_its_host_alone(telegram: StandIn, address: str, does: str) -> None:
    telegram.webhook = {"url": ELSEWHERE, "allowed_updates": list(TOLD)}
    ((what, says),) = faults(await telegram.check(address=address))
    assert what == "Telegram webhook"
    assert "at elsewhere.example, and the bot hears nothing" in says
    assert does in says


@pytest.mark.parametrize("kind", TOLD)
async def test_what_telegram_was_not_asked_to_tell_is_named(telegram: StandIn, kind: str) -> None:
    telegram.webhook = {"url": OURS, "allowed_updates": [told for told in TOLD if told != kind]}
    ((what, says),) = faults(await telegram.check(address=OURS))
    assert what == "Telegram webhook"
    assert says.startswith(f"Telegram does not tell of {kind}.")


async def test_an_error_while_messages_wait_is_shown_with_their_number(telegram: StandIn) -> None:
    error = {"last_error_date": 1_795_341_600, "last_error_message": "Wrong response\x1b[31m: 502 Bad Gateway"}
    telegram.webhook = {"url": OURS, "pending_update_count": 1_200, **error}
    assert faults(await telegram.check(address=OURS)) == [
        (
            "Telegram webhook",
            "Telegram calls, and fails: “Wrong response [31m: 502 Bad Gateway”, on 22 November 2026 at 10:00 UTC; "
            "1,200 messages wait for the bot. See docs/telegram.md",
        )
    ]


async def test_a_long_error_is_shortened(telegram: StandIn) -> None:
    telegram.webhook = {"url": OURS, "pending_update_count": 2, "last_error_message": "SSL error " * 40}
    ((_, says),) = faults(await telegram.check(address=OURS))
    assert says.count("SSL error") == 12
    assert "…”; 2 messages wait" in says


async def test_an_error_that_is_over_is_told_and_is_no_fault(telegram: StandIn) -> None:
    telegram.webhook = {"url": OURS, "last_error_message": "Connection refused"}
    found = await telegram.check(address=OURS)
    assert faults(found) == []
    assert said(found, "Telegram webhook").endswith("nothing waits. It once failed: “Connection refused”")


# ---------------------------------------------------------------- privacy mode and the menu


async def test_a_bot_that_reads_whole_groups_is_a_fault_and_the_way_out_is_told(telegram: StandIn) -> None:
    telegram.reads_everything = True
    ((what, says),) = faults(await telegram.check())
    assert what == "Telegram privacy"
    assert "/setprivacy" in says
    assert "take the bot out of its groups and put it back" in says


@pytest.mark.parametrize("menu", [{}, {"start": "Begin"}], ids=["none", "another"])
async def test_a_menu_that_run_has_not_set_yet_is_no_fault(telegram: StandIn, menu: dict[str, str]) -> None:
    telegram.menu = menu
    found = await telegram.check()
    assert faults(found) == []
    assert said(found, "Telegram menu") == "not this version’s yet: “waymark run” sets it"


# ---------------------------------------------------------------- with the settings


def no_keys() -> MasterKeys:
    raise MasterKeyProblem("There is no file of master keys.")


async def found_with(tmp_path: Path, telegram: StandIn, **settings: str) -> list[Found]:
    found = await checks.check(
        Settings.model_validate({"data_dir": tmp_path / "data", "telegram_api_url": telegram.url, **settings}), no_keys
    )
    return discreet([row for row in found if row.what.startswith(("Telegram", "Platforms"))])


async def test_a_bot_that_asks_telegram_needs_nothing_but_its_token(telegram: StandIn, tmp_path: Path) -> None:
    found = await found_with(tmp_path, telegram, telegram_token=TOKEN)
    assert faults(found) == []
    assert found[0] == Found("Telegram settings", True, "the bot asks Telegram (polling)")
    assert len(found) == 5


async def test_the_webhook_is_held_to_the_address_that_the_settings_give(telegram: StandIn, tmp_path: Path) -> None:
    telegram.webhook = {"url": OURS, "allowed_updates": list(TOLD)}
    found = await found_with(
        tmp_path,
        telegram,
        telegram_token=TOKEN,
        telegram_webhook_secret=SECRET,
        public_url="https://waymark.example/",
    )
    assert faults(found) == []
    assert found[0] == Found("Telegram settings", True, f"webhook, at {OURS}")


async def test_settings_that_do_not_go_together_hide_nothing_of_the_token(telegram: StandIn, tmp_path: Path) -> None:
    telegram.webhook = {"url": OURS}
    found = await found_with(tmp_path, telegram, telegram_token=TOKEN, telegram_webhook_secret=SECRET)
    ((what, says),) = faults(found)
    assert what == "Telegram settings"
    assert says.startswith("For the webhook, Telegram has to be told where to")
    assert [row.what for row in found[1:]] == ["Telegram token", "Telegram privacy", "Telegram menu"]


async def test_without_a_token_that_is_said_and_nobody_is_asked(telegram: StandIn, tmp_path: Path) -> None:
    ((_, says),) = faults(
        await found_with(tmp_path, telegram, telegram_webhook_secret=SECRET, public_url="https://waymark.example")
    )
    assert says.startswith("WAYMARK_TELEGRAM_TOKEN is missing.")
    assert telegram.asked == []


async def test_telegram_is_not_asked_where_it_is_not_wanted(telegram: StandIn, tmp_path: Path) -> None:
    assert [row.what for row in await found_with(tmp_path, telegram)] == ["Platforms"]
    assert telegram.asked == []


@pytest.mark.parametrize(
    "says",
    [
        "does not know the token",
        "can’t be reached from here",
        "not Telegram’s Bot API",
        "It may have trouble of its own",
        "asks for a rest",
        "calls another address",
        "does not tell of",
        "Telegram calls, and fails",
        "privacy mode is off",
        "not this version’s yet",
        "WAYMARK_TELEGRAM_TOKEN is missing",
        "Telegram has to be told where to",
    ],
)
def test_the_guide_says_of_each_finding_what_to_do(says: str) -> None:
    assert says in (Path(__file__).parents[2] / "docs" / "telegram.md").read_text()
