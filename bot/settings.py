"""Settings, from the environment, checked once at the start. `docs/settings.md` describes each."""

from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What whoever runs Waymark decides."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", extra="ignore", frozen=True)

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
    timezone: str = Field(default="Europe/London", description="The time zone of people who have not chosen one.")
    http_host: str = Field(default="127.0.0.1", description="The address that the HTTP server listens on.")
    http_port: int = Field(default=8010, ge=0, le=65_535, description="Its port.")
    public_url: str | None = Field(
        default=None, description="The https address under which that server is reached from outside, if it is."
    )
    log_level: str = Field(default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR.")

    @field_validator("timezone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("there is no such time zone; one is “Europe/London”") from None
        return name

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
