"""Telegram's settings: what each takes, and what does not go together."""

import pytest
from pydantic import ValidationError

from bot.settings import Settings

TOKEN = "7314159265:the_heron-stands_by_the_weir_in_rain"
SECRET = "0f1e2d3c4b5a_69788796-a5b4c3d2e1f0"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WAYMARK_{name.upper()}", raising=False)


def given(**settings: str) -> Settings:
    return Settings.model_validate(settings)


def test_nothing_of_telegrams_is_wanted_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_TELEGRAM_TOKEN", "")
    assert not Settings().telegram_is_wanted
    assert Settings().telegram_faults == ()
    assert Settings().telegram_api_url == "https://api.telegram.org/"


@pytest.mark.parametrize(
    "settings",
    [
        {"telegram_token": TOKEN},
        {"telegram_token": TOKEN, "public_url": "https://waymark.example"},
        {"telegram_token": TOKEN, "telegram_webhook_secret": SECRET, "public_url": "https://waymark.example"},
    ],
    ids=["polling", "polling beside a public address", "webhook"],
)
def test_there_are_two_ways_in(settings: dict[str, str]) -> None:
    assert given(**settings).telegram_faults == ()
    assert given(**settings).telegram_is_wanted


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"telegram_token": TOKEN, "telegram_webhook_secret": SECRET}, ["set WAYMARK_PUBLIC_URL"]),
        (
            {"telegram_webhook_secret": SECRET, "public_url": "https://waymark.example"},
            ["WAYMARK_TELEGRAM_TOKEN is missing"],
        ),
        ({"telegram_webhook_secret": SECRET}, ["WAYMARK_TELEGRAM_TOKEN is missing", "set WAYMARK_PUBLIC_URL"]),
    ],
)
def test_what_does_not_go_together_is_told_one_by_one(settings: dict[str, str], told: list[str]) -> None:
    faults = given(**settings).telegram_faults
    assert given(**settings).telegram_is_wanted
    assert len(faults) == len(told)
    for fault, words in zip(faults, told, strict=True):
        assert words in fault
        assert TOKEN not in fault
        assert SECRET not in fault


def test_a_token_is_taken_without_the_spaces_copied_with_it() -> None:
    token = given(telegram_token=f" {TOKEN}\n").telegram_token
    assert token is not None
    assert token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("name", "value"),
    [
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://bots.example.org/api", "https://bots.example.org/api/"),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/"),
        ("http://[::1]:8081/", "http://[::1]:8081/"),
    ],
)
def test_the_api_is_an_https_address_or_on_this_machine(typed: str, kept: str) -> None:
    assert given(telegram_api_url=typed).telegram_api_url == kept
