"""The manifest of the Slack app: what Slack would take, the least it asks for, and what the guide says of it."""

import json
import re
from pathlib import Path

import pytest

from bot.platforms.slack.manifest import (
    AGENT_SCOPES,
    COMMAND,
    EVENTS,
    SCOPES,
    SHORTCUT_KEEP,
    SHORTCUT_NEXT,
    SHORTCUT_REFLECT,
    Manifest,
    manifest,
)

GUIDE = (Path(__file__).parents[2] / "docs" / "slack.md").read_text()
PUBLIC = "https://waymark.example"


@pytest.fixture(params=[None, PUBLIC], ids=["socket", "http"])
def public_url(request: pytest.FixtureRequest) -> str | None:
    assert request.param is None or isinstance(request.param, str)
    return request.param


@pytest.fixture(params=[False, True], ids=["plain", "agent-view"])
def agent_view(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def app(public_url: str | None, agent_view: bool) -> Manifest:
    return manifest(public_url=public_url, agent_view=agent_view)


def test_every_text_is_as_long_as_slack_takes_it(app: Manifest) -> None:
    about, features = app["display_information"], app["features"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4_000
    assert len(features["bot_user"]["display_name"]) <= 80
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
        assert len(shortcut["callback_id"]) <= 255
    for command in features["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2_000
        assert len(command["usage_hint"]) <= 1_000
    if "agent_view" in features:
        assert len(features["agent_view"]["agent_description"]) <= 300
        assert len(features["agent_view"]["suggested_prompts"]) <= 4


def test_people_can_write_to_it_and_have_a_home(app: Manifest) -> None:
    assert app["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_the_command_and_the_shortcuts_have_the_names_that_the_adapter_knows(app: Manifest) -> None:
    (command,) = app["features"]["slash_commands"]
    assert (command["command"], command["should_escape"]) == (COMMAND, False)
    assert {(shortcut["callback_id"], shortcut["type"]) for shortcut in app["features"]["shortcuts"]} == {
        (SHORTCUT_REFLECT, "global"),
        (SHORTCUT_NEXT, "global"),
        (SHORTCUT_KEEP, "message"),
    }


def test_it_hears_of_six_things_and_no_more(app: Manifest) -> None:
    assert app["settings"]["event_subscriptions"]["bot_events"] == list(EVENTS)
    assert set(EVENTS) == {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "message.im",
        "tokens_revoked",
        "user_change",
    }


def test_its_scopes_are_those_of_the_table_and_none_reads_a_channel(app: Manifest, agent_view: bool) -> None:
    asked_for = app["oauth_config"]["scopes"]
    assert asked_for == {"bot": sorted(AGENT_SCOPES if agent_view else SCOPES)}
    assert not [scope for scope in asked_for["bot"] if re.match(r"channels|groups|mpim|search", scope)]


def test_nothing_is_on_that_waymark_does_not_do(app: Manifest) -> None:
    assert app["settings"]["org_deploy_enabled"] is False
    assert app["settings"]["token_rotation_enabled"] is False


def test_without_a_public_address_it_uses_socket_mode_and_names_no_address(agent_view: bool) -> None:
    app = manifest(public_url=None, agent_view=agent_view)
    assert app["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(app)


def test_with_a_public_address_everything_comes_to_one_place(agent_view: bool) -> None:
    app = manifest(public_url=PUBLIC, agent_view=agent_view)
    settings = app["settings"]
    assert settings["socket_mode_enabled"] is False
    assert {
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        *(command["url"] for command in app["features"]["slash_commands"]),
    } == {"https://waymark.example/slack/events"}


def test_the_agent_view_is_there_only_when_asked_for(public_url: str | None) -> None:
    plain, agent = (manifest(public_url=public_url, agent_view=view) for view in (False, True))
    assert "agent_view" not in plain["features"]
    assert "assistant:write" not in plain["oauth_config"]["scopes"]["bot"]
    assert agent["features"]["agent_view"]["suggested_prompts"]
    assert "assistant:write" in agent["oauth_config"]["scopes"]["bot"]


def test_the_guide_gives_each_scope_with_what_it_is_for() -> None:
    rows = dict(re.findall(r"^\| `([a-z_.]+:[a-z.]+|commands)` \| (.+) \|$", GUIDE, re.MULTILINE))
    assert rows.pop("assistant:write") == f"with the agent view only: {AGENT_SCOPES['assistant:write']}"
    assert rows == dict(SCOPES)


def test_the_guide_names_each_event() -> None:
    for event in EVENTS:
        assert f"`{event}`" in GUIDE
