"""What `waymark check` finds out from Slack, against a stand-in that answers the two methods it asks."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from bot import checks
from bot.found import Found
from bot.platforms.slack.checking import FAULTS, check_slack
from bot.platforms.slack.manifest import AGENT_SCOPES, SCOPES
from bot.settings import Settings
from storage.errors import MasterKeyProblem
from storage.private.keys import MasterKeys

BOT = "xoxb-the-heron-stands"
APP = "xapp-by-the-weir"


@dataclass
class StandIn:
    """Two methods of Slack's, answering as they are told to."""

    api_url: str
    scopes: str | None = ",".join(SCOPES)
    refusals: dict[str, str] = field(default_factory=dict)
    instead: web.Response | None = None
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.asked.append((method, request.headers.get("Authorization")))
        if self.instead is not None:
            return self.instead
        if method in self.refusals:
            return web.json_response({"ok": False, "error": self.refusals[method]})
        headers = {"x-oauth-scopes": self.scopes} if self.scopes is not None else {}
        return web.json_response({"ok": True, "team": "London Leaders", "user": "waymark"}, headers=headers)

    async def check(
        self, *, bot_token: str | None = BOT, app_token: str | None = None, agent_view: bool = False
    ) -> list[Found]:
        async with ClientSession() as session:
            found = await check_slack(
                session, self.api_url, bot_token=bot_token, app_token=app_token, agent_view=agent_view
            )
        for row in found:
            assert BOT not in row.says
            assert APP not in row.says
        return found


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    stand_in = StandIn("")
    served = web.Application()
    served.router.add_post("/api/{method}", stand_in.answer)
    async with TestServer(served) as server:
        stand_in.api_url = str(server.make_url("/api/"))
        yield stand_in


def faults(found: Sequence[Found]) -> list[tuple[str, str]]:
    return [(row.what, row.says) for row in found if not row.well]


async def test_the_workspace_and_the_bot_are_named_when_all_is_well(slack: StandIn) -> None:
    found = await slack.check(app_token=APP)
    assert faults(found) == []
    assert [row.says for row in found] == [
        "waymark, in the workspace “London Leaders”",
        "all 9 that are needed",
        "opens Socket Mode",
    ]


async def test_each_token_is_shown_only_to_the_method_it_is_for(slack: StandIn) -> None:
    await slack.check(app_token=APP)
    assert slack.asked == [("auth.test", f"Bearer {BOT}"), ("apps.connections.open", f"Bearer {APP}")]


@pytest.mark.parametrize("scope", SCOPES)
async def test_a_missing_scope_is_named_with_what_it_is_for(slack: StandIn, scope: str) -> None:
    slack.scopes = ", ".join(SCOPES.keys() - {scope})
    ((what, says),) = faults(await slack.check())
    assert what == "Slack scopes"
    assert says.startswith(f"{scope} is missing. With it Waymark {SCOPES[scope]}.")


async def test_a_scope_that_is_not_needed_is_named_and_stops_nothing(slack: StandIn) -> None:
    slack.scopes = ",".join([*SCOPES, "channels:history"])
    found = await slack.check()
    assert faults(found) == []
    assert found[-1].says == "more than is needed: channels:history"


async def test_an_app_with_the_agent_view_says_so_in_the_settings(slack: StandIn) -> None:
    slack.scopes = ",".join(AGENT_SCOPES)
    ((what, says),) = faults(await slack.check())
    assert what == "Slack agent view"
    assert "WAYMARK_SLACK_AGENT_VIEW=true" in says
    assert faults(await slack.check(agent_view=True)) == []


async def test_a_setting_for_the_agent_view_without_its_scope_is_found(slack: StandIn) -> None:
    ((_, says),) = faults(await slack.check(agent_view=True))
    assert says.startswith("assistant:write is missing")


async def test_an_answer_without_scopes_is_not_taken_for_well(slack: StandIn) -> None:
    slack.scopes = None
    ((what, _),) = faults(await slack.check())
    assert what == "Slack scopes"


@pytest.mark.parametrize(
    "code",
    ["invalid_auth", "account_inactive", "token_revoked", "token_expired", "org_login_required", "ekm_access_denied"],
)
async def test_a_bot_token_that_slack_refuses_is_told_in_plain_words(slack: StandIn, code: str) -> None:
    slack.refusals["auth.test"] = code
    assert faults(await slack.check(app_token=APP)) == [("Slack bot token", f"{FAULTS[code]} ({code})")]


@pytest.mark.parametrize("code", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
async def test_an_app_token_that_slack_refuses_hides_nothing_of_the_bot_token(slack: StandIn, code: str) -> None:
    slack.refusals["apps.connections.open"] = code
    found = await slack.check(app_token=APP)
    assert faults(found) == [("Slack app token", f"{FAULTS[code]} ({code})")]
    assert found[0].well


async def test_a_refusal_nobody_has_heard_of_is_named(slack: StandIn) -> None:
    slack.refusals["auth.test"] = "moon_is_full"
    assert faults(await slack.check()) == [("Slack bot token", "Slack refused (moon_is_full)")]


async def test_an_answer_that_echoes_the_token_is_not_printed(slack: StandIn) -> None:
    slack.refusals["auth.test"] = f"what is {BOT}?"
    assert faults(await slack.check()) == [("Slack bot token", "Slack refused (no reason given)")]


@pytest.mark.parametrize(
    "other",
    [
        web.Response(text="<html>Sign in</html>", content_type="text/html"),
        web.Response(text="not JSON", content_type="application/json"),
        web.Response(text='["a list"]', content_type="application/json"),
        web.Response(status=302, headers={"Location": "https://elsewhere.example/"}),
    ],
    ids=["a page", "not JSON", "a list", "a redirect"],
)
async def test_an_address_that_is_not_slacks_api_is_told_so(slack: StandIn, other: web.Response) -> None:
    slack.instead = other
    ((_, says),) = faults(await slack.check())
    assert "not Slack’s API" in says
    assert "WAYMARK_SLACK_API_URL" in says


async def test_slack_in_trouble_is_not_the_installers_fault(slack: StandIn) -> None:
    slack.instead = web.Response(status=503)
    assert "Slack has trouble of its own (HTTP 503)" in faults(await slack.check())[0][1]


async def test_being_asked_too_often_is_told_apart(slack: StandIn) -> None:
    slack.instead = web.Response(status=429, headers={"Retry-After": "30"})
    assert faults(await slack.check()) == [("Slack bot token", f"{FAULTS['ratelimited']} (ratelimited)")]


async def test_an_api_that_cannot_be_reached_is_told_so() -> None:
    nowhere = StandIn(f"http://127.0.0.1:{unused_port()}/api/")
    for _, says in faults(await nowhere.check(app_token=APP)):
        assert "can’t be reached" in says
        assert "HTTPS_PROXY" in says


def no_keys() -> MasterKeys:
    raise MasterKeyProblem("There is no file of master keys.")


async def found_with(tmp_path: Path, slack: StandIn, **settings: str) -> list[tuple[str, bool, str]]:
    found = await checks.check(
        Settings.model_validate({"data_dir": tmp_path / "data", "slack_api_url": slack.api_url, **settings}), no_keys
    )
    return [(row.what, row.well, row.says) for row in found if row.what.startswith("Slack")]


async def test_settings_that_do_not_go_together_hide_nothing_of_the_tokens(slack: StandIn, tmp_path: Path) -> None:
    (way_in, *rest) = await found_with(tmp_path, slack, slack_bot_token=BOT)
    assert way_in[:2] == ("Slack settings", False)
    assert way_in[2].startswith("Nothing lets Slack reach the bot.")
    assert [(what, well) for what, well, _ in rest] == [("Slack bot token", True), ("Slack scopes", True)]


async def test_the_way_in_is_shown(slack: StandIn, tmp_path: Path) -> None:
    (socket, *_) = await found_with(tmp_path, slack, slack_bot_token=BOT, slack_app_token=APP)
    assert socket == ("Slack settings", True, "Socket Mode")
    (http, *_) = await found_with(
        tmp_path, slack, slack_bot_token=BOT, slack_signing_secret="old,new", public_url="https://waymark.example/"
    )
    assert http[2].startswith("HTTP, at https://waymark.example/slack/events; two signing secrets are accepted")
    assert "old" not in http[2].partition(";")[0]


async def test_slack_is_not_asked_where_it_is_not_wanted(slack: StandIn, tmp_path: Path) -> None:
    assert await found_with(tmp_path, slack) == []
    assert slack.asked == []


def test_the_guide_says_of_each_refusal_what_to_do() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "slack.md").read_text()
    for code in FAULTS:
        assert f"`{code}`" in guide, f"docs/slack.md does not explain {code}"
