"""The platforms' settings: what each takes, and what does not go together."""

import pytest
from pydantic import ValidationError

from bot.settings import Settings

BOT = "xoxb-the-heron-stands"
APP = "xapp-by-the-weir"
SIGNING = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
TOKEN = "7314159265:the_heron-stands_by_the_weir_in_rain"
WEBHOOK = "0f1e2d3c4b5a_69788796-a5b4c3d2e1f0"
ADDRESS = "https://waymark.example"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WAYMARK_{name.upper()}", raising=False)


def given(**settings: str) -> Settings:
    return Settings.model_validate(settings)


def wanted(settings: Settings) -> dict[str, tuple[str, ...]]:
    """The platforms that are set up, with what is wrong with that."""
    faults = {}
    if settings.slack_is_wanted:
        faults["Slack"] = settings.slack_faults
    if settings.telegram_is_wanted:
        faults["Telegram"] = settings.telegram_faults
    return faults


def test_nothing_of_a_platforms_is_wanted_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_SLACK_BOT_TOKEN", "")
    monkeypatch.setenv("WAYMARK_TELEGRAM_TOKEN", "")
    settings = Settings()
    assert wanted(settings) == {}
    assert settings.slack_faults == settings.telegram_faults == ()
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.telegram_api_url == "https://api.telegram.org/"


@pytest.mark.parametrize(
    ("platform", "settings"),
    [
        pytest.param("Slack", {"slack_bot_token": BOT, "slack_app_token": APP}, id="Socket Mode"),
        pytest.param(
            "Slack", {"slack_bot_token": BOT, "slack_signing_secret": SIGNING, "public_url": ADDRESS}, id="HTTP"
        ),
        pytest.param(
            "Slack",
            {"slack_bot_token": BOT, "slack_app_token": APP, "public_url": ADDRESS},
            id="Socket Mode beside a public address",
        ),
        pytest.param("Telegram", {"telegram_token": TOKEN}, id="polling"),
        pytest.param(
            "Telegram", {"telegram_token": TOKEN, "public_url": ADDRESS}, id="polling beside a public address"
        ),
        pytest.param(
            "Telegram",
            {"telegram_token": TOKEN, "telegram_webhook_secret": WEBHOOK, "public_url": ADDRESS},
            id="webhook",
        ),
    ],
)
def test_each_has_two_ways_in(platform: str, settings: dict[str, str]) -> None:
    assert wanted(given(**settings)) == {platform: ()}


@pytest.mark.parametrize(
    ("platform", "settings", "told"),
    [
        ("Slack", {"slack_bot_token": BOT}, ["Nothing lets Slack reach the bot"]),
        ("Slack", {"slack_app_token": APP}, ["WAYMARK_SLACK_BOT_TOKEN is missing"]),
        (
            "Slack",
            {"slack_signing_secret": SIGNING, "public_url": ADDRESS},
            ["WAYMARK_SLACK_BOT_TOKEN is missing"],
        ),
        ("Slack", {"slack_bot_token": BOT, "slack_signing_secret": SIGNING}, ["set WAYMARK_PUBLIC_URL"]),
        (
            "Slack",
            {"slack_bot_token": BOT, "slack_app_token": APP, "slack_signing_secret": SIGNING},
            ["two ways in"],
        ),
        (
            "Slack",
            {"slack_signing_secret": SIGNING},
            ["WAYMARK_SLACK_BOT_TOKEN is missing", "set WAYMARK_PUBLIC_URL"],
        ),
        ("Telegram", {"telegram_token": TOKEN, "telegram_webhook_secret": WEBHOOK}, ["set WAYMARK_PUBLIC_URL"]),
        (
            "Telegram",
            {"telegram_webhook_secret": WEBHOOK, "public_url": ADDRESS},
            ["WAYMARK_TELEGRAM_TOKEN is missing"],
        ),
        (
            "Telegram",
            {"telegram_webhook_secret": WEBHOOK},
            ["WAYMARK_TELEGRAM_TOKEN is missing", "set WAYMARK_PUBLIC_URL"],
        ),
    ],
)
def test_what_does_not_go_together_is_told_one_by_one(platform: str, settings: dict[str, str], told: list[str]) -> None:
    [(of, faults)] = wanted(given(**settings)).items()
    assert of == platform
    assert len(faults) == len(told)
    for fault, words in zip(faults, told, strict=True):
        assert words in fault
        assert not any(secret in fault for secret in (BOT, APP, SIGNING, TOKEN, WEBHOOK))


def test_a_token_is_taken_without_the_spaces_copied_with_it() -> None:
    settings = given(slack_bot_token=f" {BOT}\n", telegram_token=f" {TOKEN}\n")
    assert settings.slack_bot_token is not None
    assert settings.slack_bot_token.get_secret_value() == BOT
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("slack_bot_token", APP),
        ("slack_bot_token", "xoxp-a-persons-own"),
        ("slack_app_token", BOT),
        ("slack_signing_secret", f"{SIGNING},"),
        ("slack_signing_secret", "one,two,three"),
        ("slack_api_url", "http://slack.example/api/"),
        ("slack_api_url", "slack.com/api"),
        ("slack_messages_a_second", "0"),
        ("slack_messages_a_second", "nan"),
        ("telegram_token", "the_heron-stands"),
        ("telegram_token", f"bot{TOKEN}"),
        ("telegram_token", f"{TOKEN}/getMe"),
        ("telegram_token", f"{TOKEN} {TOKEN}"),
        ("telegram_webhook_secret", "by the weir"),
        ("telegram_webhook_secret", "wéir"),
        ("telegram_webhook_secret", "x" * 257),
        ("telegram_api_url", "http://telegram.example"),
        ("telegram_api_url", "api.telegram.org"),
    ],
)
def test_what_cannot_be_right_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        given(**{name: value})
    assert refused.value.errors()[0]["loc"] == (name,)


def test_an_old_and_a_new_signing_secret_are_both_accepted() -> None:
    assert given(slack_signing_secret=f"{SIGNING}, new").slack_signing_secrets == (SIGNING, "new")
    assert given(slack_signing_secret=SIGNING).slack_signing_secrets == (SIGNING,)
    assert given().slack_signing_secrets == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://bots.example.org/api", "https://bots.example.org/api/"),
        ("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api/"),
        ("http://[::1]:8080", "http://[::1]:8080/"),
    ],
)
def test_an_api_is_an_https_address_or_on_this_machine(typed: str, kept: str) -> None:
    settings = given(slack_api_url=typed, telegram_api_url=typed)
    assert settings.slack_api_url == settings.telegram_api_url == kept
