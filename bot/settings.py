"""Settings, from the environment, checked once at the start. `docs/settings.md` describes each."""

import re
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What whoever runs Waymark decides."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", env_ignore_empty=True, extra="ignore", frozen=True)

    data_dir: Path = Field(
        default=Path("waymark-data"),
        description="The folder for everything that is kept, where the database is SQLite. Made on first use, "
        "readable by its owner alone.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="The shared database: a PostgreSQL address such as postgresql://waymark:…@host/waymark. "
        "Left out, it is SQLite in the data folder.",
    )
    master_keys_file: Path | None = Field(
        default=None,
        description="The file of master keys that `waymark keys new` makes, readable by its owner alone. Left out, it "
        "is master.keys in a folder beside the data folder, named like it with -keys at its end.",
    )
    master_keys: SecretStr | None = Field(
        default=None,
        description="The master keys themselves, comma separated, where they can’t be a file. The file is preferred.",
    )
    programmes_dir: Path | None = Field(
        default=None,
        description="The folder of your own programme templates, and of what you say otherwise than those that are "
        "shipped, such as whom people can turn to. docs/programmes.md says how to write them.",
    )
    timezone: str = Field(default="Europe/London", description="The time zone of people who have not chosen one.")
    http_host: str = Field(default="127.0.0.1", description="The address that the HTTP server listens on.")
    http_port: int = Field(default=8010, ge=0, le=65_535, description="Its port.")
    public_url: str | None = Field(
        default=None,
        description="The https address under which that server is reached from outside, if it is. With it, people can "
        "have an address for their calendar.",
    )
    log_level: str = Field(default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR.")

    slack_bot_token: SecretStr | None = Field(
        default=None, description="Slack’s bot token, which begins with xoxb-. With it, the bot is on Slack."
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        description="Slack’s app-level token, which begins with xapp-: for Socket Mode, which needs no public address.",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        description="Slack’s signing secret: for HTTP, at /slack/events under WAYMARK_PUBLIC_URL. While one replaces "
        "another, both, comma separated.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        description="Where Slack’s Web API is. On GovSlack it is https://slack-gov.com/api/.",
    )
    slack_messages_a_second: float = Field(
        default=5,
        ge=1,
        le=100,
        description="How many messages a second go to a Slack workspace at most. Slack publishes no number; whenever "
        "it asks for less, the bot slows down.",
    )
    slack_agent_view: bool = Field(
        default=False, description="Whether the Slack app was made with `waymark slack manifest --agent-view`."
    )

    @field_validator("timezone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("there is no such time zone; one is “Europe/London”") from None
        return name

    telegram_token: SecretStr | None = Field(
        default=None, description="The token that BotFather gave for the bot. With it, the bot is on Telegram."
    )
    telegram_webhook_secret: SecretStr | None = Field(
        default=None,
        description="A secret of your own, 1 to 256 of A–Z a–z 0–9 _ and -: with it, Telegram calls the bot at "
        "/telegram/webhook under WAYMARK_PUBLIC_URL. Without it, the bot asks Telegram.",
    )
    telegram_api_url: str = Field(
        default="https://api.telegram.org",
        description="Where the Bot API is, such as a Bot API server of your own.",
    )

    @field_validator("log_level")
    @classmethod
    def _a_level(cls, level: str) -> str:
        if level.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("this is DEBUG, INFO, WARNING or ERROR")
        return level.upper()

    @field_validator("public_url")
    @classmethod
    def _https(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith("https://"):
            raise ValueError("this begins with https://")
        return url.rstrip("/") if url else None

    @field_validator("slack_bot_token")
    @classmethod
    def _a_bot_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _beginning(token, "xoxb-", "it is the “Bot User OAuth Token” on the app’s page “OAuth & Permissions”")

    @field_validator("slack_app_token")
    @classmethod
    def _an_app_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _beginning(token, "xapp-", "it is made under “App-Level Tokens” on the app’s page “Basic Information”")

    @field_validator("slack_signing_secret")
    @classmethod
    def _one_signing_secret_or_two(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not 1 <= len([part for part in _parts(secret) if part]) == len(_parts(secret)) <= 2:
            raise ValueError("this is one signing secret or, while one replaces another, two with a comma between them")
        return secret

    @field_validator("telegram_token")
    @classmethod
    def _a_token_of_botfathers(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None:
            return None
        bare = token.get_secret_value().strip()
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", bare):
            raise ValueError("this is a number, a colon and some thirty letters: BotFather shows it under “API Token”")
        return SecretStr(bare)

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _a_webhook_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("this is 1 to 256 of A–Z a–z 0–9 _ and -, as Telegram takes nothing else")
        return secret

    @field_validator("slack_api_url", "telegram_api_url")
    @classmethod
    def _an_api(cls, url: str) -> str:
        address = urlsplit(url)
        here = address.scheme == "http" and address.hostname in ("localhost", "127.0.0.1", "::1")
        if not address.hostname or (address.scheme != "https" and not here):
            raise ValueError("this begins with https://")
        return f"{url.rstrip('/')}/"

    @model_validator(mode="after")
    def _one_place_for_keys(self) -> Self:
        if self.master_keys is not None and self.master_keys_file is not None:
            raise ValueError("give the master keys either as a file or in the environment, not both")
        return self

    @property
    def shared_url(self) -> str:
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.shared_file}"

    @property
    def shared_file(self) -> Path:
        return self.data_dir / "shared.db"

    @property
    def keys_file(self) -> Path:
        return self.master_keys_file or self.data_dir.with_name(f"{self.data_dir.name}-keys") / "master.keys"

    @property
    def key_store(self) -> Path:
        """Where the wrapped keys are, on SQLite: apart from what they open, so that they are backed up apart."""
        return self.data_dir / "keys" / "wrapped.db"

    @property
    def vaults(self) -> Path:
        return self.data_dir / "vaults"

    @property
    def slack_signing_secrets(self) -> tuple[str, ...]:
        """The one in use, and the one that it replaces or is replaced by: Slack may sign with either."""
        return () if self.slack_signing_secret is None else _parts(self.slack_signing_secret)

    @property
    def slack_is_wanted(self) -> bool:
        return any((self.slack_bot_token, self.slack_app_token, self.slack_signing_secret))

    @property
    def slack_faults(self) -> tuple[str, ...]:
        """What does not go together in Slack’s settings, and what to do: `run` refuses it, `check` lists it."""
        bot, socket, http = self.slack_bot_token, self.slack_app_token, self.slack_signing_secret
        faults = []
        if self.slack_is_wanted and not bot:
            faults.append("WAYMARK_SLACK_BOT_TOKEN is missing. docs/slack.md says where to find it.")
        if bot and not socket and not http:
            faults.append(
                "Nothing lets Slack reach the bot. Set WAYMARK_SLACK_APP_TOKEN (Socket Mode), or "
                "WAYMARK_SLACK_SIGNING_SECRET and WAYMARK_PUBLIC_URL (HTTP)."
            )
        if socket and http:
            faults.append(
                "Slack has two ways in. Keep WAYMARK_SLACK_APP_TOKEN (Socket Mode) or WAYMARK_SLACK_SIGNING_SECRET "
                "(HTTP), and leave the other out."
            )
        if http and not socket and not self.public_url:
            faults.append("For HTTP, Slack has to be told where to: set WAYMARK_PUBLIC_URL, or use Socket Mode.")
        return tuple(faults)

    @property
    def telegram_is_wanted(self) -> bool:
        return any((self.telegram_token, self.telegram_webhook_secret))

    @property
    def telegram_faults(self) -> tuple[str, ...]:
        """What does not go together in Telegram’s settings, and what to do: `run` refuses it, `check` lists it."""
        faults = []
        if self.telegram_webhook_secret and not self.telegram_token:
            faults.append("WAYMARK_TELEGRAM_TOKEN is missing. docs/telegram.md says where to find it.")
        if self.telegram_webhook_secret and not self.public_url:
            faults.append(
                "For the webhook, Telegram has to be told where to: set WAYMARK_PUBLIC_URL, or leave "
                "WAYMARK_TELEGRAM_WEBHOOK_SECRET out, and the bot asks Telegram instead."
            )
        return tuple(faults)


def _parts(secret: SecretStr) -> tuple[str, ...]:
    return tuple(part.strip() for part in secret.get_secret_value().split(","))


def _beginning(token: SecretStr | None, beginning: str, where: str) -> SecretStr | None:
    """The token, without spaces that were copied with it."""
    if token is None:
        return None
    bare = token.get_secret_value().strip()
    if not bare.startswith(beginning):
        raise ValueError(f"this begins with {beginning}; {where}")
    return SecretStr(bare)
