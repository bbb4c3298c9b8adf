"""Reading templates: those that are shipped, and those that an installation says otherwise."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from bot.programmes.faults import Fault, TemplateFaults, near, not_a_programme, not_toml, said_of
from bot.programmes.model import Programme
from bot.programmes.places import Where, places
from bot.programmes.together import Tables, not_together

SHIPPED = Path(__file__).parent
EXAMPLES = SHIPPED / "examples"
"""The shipped templates with contacts that are nobody's: for the demo, and for tests."""

NAME = re.compile(r"(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*")


class Programmes(Mapping[str, Programme]):
    """Every programme that is known here, by its key."""

    def __init__(self, programmes: Iterable[Programme]) -> None:
        self._by_key = {programme.key: programme for programme in programmes}

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """The shipped ones and those of this folder, which go before. Raises TemplateFaults with all that is wrong."""
        read = templates(folder)
        if faults := {template.path: template.faults for template in read if template.faults}:
            raise TemplateFaults(faults)
        return cls(template.programme for template in read if template.programme is not None)

    def of(self, keys: Iterable[str]) -> tuple[Programme, ...]:
        """Those with these keys, in their order, each once."""
        return tuple(self[key] for key in dict.fromkeys(keys))

    def __getitem__(self, key: str) -> Programme:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)


@dataclass(frozen=True)
class Template:
    """One file: the programme that it describes, or what is wrong with it."""

    path: Path
    programme: Programme | None = None
    faults: tuple[Fault, ...] = ()


def templates(folder: Path | None = None) -> list[Template]:
    """Each file that counts, by its name: a shipped one does not where the folder has one of that name."""
    if folder is not None and not folder.is_dir():
        return [
            Template(folder, faults=(Fault(0, "there is no such folder. Make it, or unset WAYMARK_PROGRAMMES_DIR."),))
        ]
    shipped, own = _files(SHIPPED), _files(folder) if folder else {}
    return [_template(path, shipped, own) for _, path in sorted({**shipped, **own}.items())]


Files = Mapping[str, Path]
"""Templates by their names."""


def _files(folder: Path) -> Files:
    return {path.stem: path for path in folder.glob("*.toml")}


class _Wrong(Exception):
    """A file can't be read, so nothing more can be said of what is in it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.says)
        self.fault = fault


def _template(path: Path, shipped: Files, own: Files) -> Template:
    try:
        text = _text(path)
        tables = _tables(path, text, shipped, own)
    except _Wrong as wrong:
        return Template(path, faults=(wrong.fault,))
    found: list[tuple[Where, str]] = []
    programme = None
    if "key" in tables:
        found.append((("key",), "a template’s key is the name of its file. Take this line away."))
    try:
        programme = Programme.model_validate({**tables, "key": path.stem})
    except ValidationError as error:
        found += not_a_programme(error)
    found += not_together(tables)
    if not found:
        return Template(path, programme)
    lines = places(text)
    return Template(path, faults=tuple(sorted(Fault(_line(lines, where), says) for where, says in found)))


def _line(lines: Mapping[Where, int], where: Where) -> int:
    """The line of what is wrong, or of the table that it is in; what is not in the file comes with what it extends."""
    for depth in range(len(where), 0, -1):
        if where[:depth] in lines:
            return lines[where[:depth]]
    return lines.get(("extends",), 1)


def _text(path: Path) -> str:
    if not NAME.fullmatch(path.stem):
        raise _Wrong(Fault(0, "name it in small letters, digits and hyphens, at most 32, such as my-programme.toml."))
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _Wrong(Fault(0, "this is not UTF-8 text. Save it as UTF-8.")) from None
    except OSError as error:
        raise _Wrong(Fault(0, f"this can’t be read ({error.strerror}). Let the bot’s account read it.")) from None


def _tables(path: Path, text: str, shipped: Files, own: Files, above: tuple[Path, ...] = ()) -> Tables:
    """What a file says, on top of what it extends."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _Wrong(not_toml(error, text)) from None
    if "extends" not in said:
        return said
    line = places(text)["extends",]
    name = said["extends"]
    others = shipped if name == path.stem else {**shipped, **own}
    base = others.get(name) if isinstance(name, str) else None
    if base is None or base == path:
        known = sorted(other for other in others if others[other] != path)
        raise _Wrong(Fault(line, f"“extends” is the name of another template. {near(str(name), known)}"))
    if base in above:
        raise _Wrong(Fault(line, f"“{name}” extends this one in its turn. Let one of the two say everything."))
    try:
        beneath = _tables(base, _text(base), shipped, own, (*above, path))
    except _Wrong as wrong:
        raise _Wrong(Fault(line, f"“{name}” can’t be read. Mend it first: {said_of(base, wrong.fault)}")) from None
    return _over(beneath, {word: value for word, value in said.items() if word != "extends"})


def _over(beneath: Tables, said: Tables) -> Tables:
    """Everything of the one, and what the other says in its place: table by table, but a list as a whole."""
    together = dict(beneath)
    for name, value in said.items():
        other = together.get(name)
        together[name] = _over(other, value) if isinstance(other, dict) and isinstance(value, dict) else value
    return together
