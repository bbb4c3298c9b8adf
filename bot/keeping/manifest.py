"""What is said of a backup beside its files, so that whoever puts it back knows whether it is whole, and fits."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from bot.app import CannotStart
from storage.private import disk

NAME = "manifest.json"
VERSION = version("waymark")

Part = Literal["data", "keys"]
PARTS: Mapping[Part, str] = {
    "data": "the data (the shared database and the vaults)",
    "keys": "the wrapped keys",
}


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileSaid(_Said):
    """One file of it."""

    size: int
    sha256: str


class Manifest(_Said):
    """One of a backup's two parts. Of what was copied both say the same."""

    format: Literal[1] = 1
    part: Part
    made_at: AwareDatetime
    version: str
    database: Literal["sqlite", "postgresql"]
    revision: str
    rows: dict[str, int]
    vaults: int
    masters: dict[str, str]
    files: dict[str, FileSaid]


def files_of(folder: Path) -> dict[str, FileSaid]:
    return {str(path.relative_to(folder)): _said_of(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def write(manifest: Manifest, folder: Path) -> None:
    disk.place(folder / NAME, manifest.model_dump_json(indent=1).encode(), replace=False)


def read_whole(folder: Path, part: Part) -> Manifest:
    """The manifest of a part that is as it was made. Raises CannotStart with all that is wrong with it."""
    try:
        manifest = Manifest.model_validate_json((folder / NAME).read_bytes())
    except FileNotFoundError:
        raise CannotStart(f"There is no backup in {folder}: it has no {NAME}.") from None
    except ValidationError:
        raise CannotStart(f"{folder / NAME} is not one that this version reads. Was it made by a later one?") from None
    if manifest.part != part:
        raise CannotStart(f"In {folder} are {PARTS[manifest.part]}; {PARTS[part]} are in the other folder.")
    found = {name: said for name, said in files_of(folder).items() if name != NAME}
    wrong = [
        *(f"{name} is missing" for name in sorted(manifest.files.keys() - found.keys())),
        *(f"{name} is not what it was" for name in sorted(found) if _changed(manifest.files.get(name), found[name])),
        *(f"{name} does not belong to it" for name in sorted(found.keys() - manifest.files.keys())),
    ]
    if wrong:
        raise CannotStart(
            f"The backup in {folder} is not whole. Take another; nothing was changed.\n"
            + "\n".join(f"- {fault}" for fault in wrong[:20])
        )
    return manifest


def _changed(said: FileSaid | None, found: FileSaid) -> bool:
    return said is not None and said != found


def _said_of(path: Path) -> FileSaid:
    with path.open("rb") as file:
        return FileSaid(size=path.stat().st_size, sha256=file_digest(file, "sha256").hexdigest())


def day_and_time(moment: datetime) -> str:
    """As an operator reads it: in UTC, like the log."""
    return f"{moment:%d %B %Y, %H:%M} UTC".lstrip("0")
