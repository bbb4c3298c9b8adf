"""The documents say what is true now."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.__main__ import _parser
from bot.chat.router import Intent, Routes
from bot.programmes import Programme
from bot.programmes.faults import part_in
from bot.programmes.model import Part
from bot.routers import ROUTERS
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def test_every_setting_is_described_with_its_default() -> None:
    text = (DOCS / "settings.md").read_text()
    described = set(re.findall(r"^\| `WAYMARK_([A-Z_]+)` \|", text, re.MULTILINE))
    assert described == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        assert field.description, f"{name} has no description"
        assert " ".join(field.description.split()) in text, f"{name} is described otherwise in docs/settings.md"


@pytest.mark.parametrize("intent", Routes(ROUTERS).intents.values(), ids=lambda intent: intent.words.name)
def test_everything_one_can_say_is_in_the_guide(intent: Intent) -> None:
    assert f"**{intent.words.title}**" in (DOCS / "what-to-say.md").read_text()


def test_every_command_is_in_the_guide_for_who_runs_it() -> None:
    text = (DOCS / "operator.md").read_text()
    verbs = next(action for action in _parser()._actions if action.dest == "==SUPPRESS==" or action.choices)
    for verb in verbs.choices or ():
        assert f"`waymark {verb}" in text


def test_the_readme_names_two_commands_that_the_makefile_has() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for command in ("demo", "test"):
        assert f"\n    make {command}\n" in (ROOT / "README.md").read_text()
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)


def test_every_page_that_is_linked_is_there() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text()
    for page in DOCS.glob("*.md"):
        assert f"(docs/{page.name})" in readme


def test_every_dependency_is_pinned() -> None:
    pinned = {
        line.partition("==")[0].casefold().replace("_", "-") for line in (ROOT / "constraints.txt").read_text().split()
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", wish)[0].casefold().replace("_", "-") for wish in wanted}
    assert names <= pinned


def test_every_word_of_a_template_is_in_the_page_about_them() -> None:
    text = (DOCS / "programmes.md").read_text()
    parts: list[type[Part]] = [Programme]
    for part in parts:
        for name, field in part.model_fields.items():
            if inner := part_in(field.annotation):
                parts.append(inner)
            assert re.search(rf"(`|\[|\.){name}(`|\])", text), f"{name} of {part.__name__}"
