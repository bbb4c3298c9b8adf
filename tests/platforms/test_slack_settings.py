"""Slack's settings: what each takes, and what does not go together."""

import pytest
from pydantic import ValidationError

from bot.settings import Settings

BOT = "xoxb-the-heron-stands"
APP = "xapp-by-the-weir"
SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WAYMARK_{name.upper()}", raising=False)


def given(**settings: str) -> Settings:
    return Settings.model_validate(settings)


def test_nothing_of_slacks_is_wanted_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_SLACK_BOT_TOKEN", "")
    assert not Settings().slack_is_wanted
    assert Settings().slack_faults == ()
    assert Settings().slack_api_url == "https://slack.com/api/"


@pytest.mark.parametrize(
    "settings",
    [
        {"slack_bot_token": BOT, "slack_app_token": APP},
        {"slack_bot_token": BOT, "slack_signing_secret": SECRET, "public_url": "https://waymark.example"},
        {"slack_bot_token": BOT, "slack_app_token": APP, "public_url": "https://waymark.example"},
    ],
    ids=["Socket Mode", "HTTP", "Socket Mode beside a public address"],
)
def test_there_are_two_ways_in(settings: dict[str, str]) -> None:
    assert given(**settings).slack_faults == ()
    assert given(**settings).slack_is_wanted


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"slack_bot_token": BOT}, ["Nothing lets Slack reach the bot"]),
        ({"slack_app_token": APP}, ["WAYMARK_SLACK_BOT_TOKEN is missing"]),
        ({"slack_signing_secret": SECRET, "public_url": "https://x.example"}, ["WAYMARK_SLACK_BOT_TOKEN is missing"]),
        ({"slack_bot_token": BOT, "slack_signing_secret": SECRET}, ["set WAYMARK_PUBLIC_URL"]),
        ({"slack_bot_token": BOT, "slack_app_token": APP, "slack_signing_secret": SECRET}, ["two ways in"]),
        ({"slack_signing_secret": SECRET}, ["WAYMARK_SLACK_BOT_TOKEN is missing", "set WAYMARK_PUBLIC_URL"]),
    ],
)
def test_what_does_not_go_together_is_told_one_by_one(settings: dict[str, str], told: list[str]) -> None:
    faults = given(**settings).slack_faults
    assert len(faults) == len(told)
    for fault, words in zip(faults, told, strict=True):
        assert words in fault
        assert not any(secret in fault for secret in (BOT, APP, SECRET))


def test_a_token_is_taken_without_the_spaces_copied_with_it() -> None:
    token = given(slack_bot_token=f" {BOT}\n").slack_bot_token
    assert token is not None
    assert token.get_secret_value() == BOT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("slack_bot_token", APP),
        ("slack_bot_token", "xoxp-a-persons-own"),
        ("slack_app_token", BOT),
        ("slack_signing_secret", f"{SECRET},"),
        ("slack_signing_secret", "one,two,three"),
        ("slack_api_url", "http://slack.example/api/"),
        ("slack_api_url", "slack.com/api"),
        ("slack_messages_a_second", "0"),
        ("slack_messages_a_second", "nan"),
    ],
)
def test_what_cannot_be_right_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        given(**{name: value})
    assert refused.value.errors()[0]["loc"] == (name,)


def test_an_old_and_a_new_signing_secret_are_both_accepted() -> None:
    assert given(slack_signing_secret=f"{SECRET}, new").slack_signing_secrets == (SECRET, "new")
    assert given(slack_signing_secret=SECRET).slack_signing_secrets == (SECRET,)
    assert given().slack_signing_secrets == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://slack-gov.com/api", "https://slack-gov.com/api/"),
        ("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api/"),
        ("http://[::1]:8080/api", "http://[::1]:8080/api/"),
    ],
)
def test_the_api_is_an_https_address_or_on_this_machine(typed: str, kept: str) -> None:
    assert given(slack_api_url=typed).slack_api_url == kept
