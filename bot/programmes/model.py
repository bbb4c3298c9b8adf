"""What a programme template says, and how it is read."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

LINE_END = re.compile(r"(?<!\n)\n(?!\n|- |\d+\. )")
"""Where a line of the file ends and its paragraph does not: a list keeps its lines."""

HERE = Path(__file__).parent


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AgreementText(_Part):
    """The confidentiality agreement: five lines to agree to, and the whole as a page. A new version is asked anew."""

    version: str
    lines: tuple[str, ...] = Field(min_length=5, max_length=5)
    page: str

    @field_validator("page")
    @classmethod
    def _reflow(cls, page: str) -> str:
        """Each paragraph in one line: where the file's lines end, a sentence goes on."""
        return LINE_END.sub(" ", page.strip())


class Retention(_Part):
    """How long each kind of thing is kept."""

    private_months_after_end: int
    extension_months: int
    draft_days: int


class Programme(_Part):
    """A template: everything about a programme that is not about one cohort of it."""

    key: str
    name: str
    zone: str
    agreement: AgreementText
    prompts: tuple[str, ...] = Field(min_length=1)
    retention: Retention


@cache
def programme(key: str) -> Programme:
    """The template with this key."""
    path = HERE / f"{key}.toml"
    return Programme(key=key, **tomllib.loads(path.read_text()))
