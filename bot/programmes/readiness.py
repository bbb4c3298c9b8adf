"""Whether a programme may be run: nobody is asked to confide in a bot without people behind it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.programmes.loading import Programmes
from bot.programmes.model import Contact, Contacts


def lacking(programmes: Programmes, used: Collection[str]) -> list[str]:
    """Which of the programmes that cohorts follow can't be run, by their keys.

    While there is no cohort it is all of them, unless one at least is ready for a first.
    """
    if used:
        return [key for key in used if key not in programmes or programmes[key].contacts is None]
    return [] if any(programme.contacts for programme in programmes.values()) else list(programmes)


def how_to_mend(programmes: Programmes, key: str, folder: Path | None) -> str:
    """Which file to write, with which lines, so that this programme can be run."""
    file = f"{key}.toml" if folder is None else str(folder / f"{key}.toml")
    if key not in programmes:
        return f"A cohort follows the programme “{key}”, and its template is missing. Put {file} back."
    lines, how = [*_lines()], f"Add this to {file}"
    if folder is None or not Path(file).exists():
        lines, how = [f'extends = "{key}"', "", *lines], f"Write this as {file}"
    if folder is None:
        how += ", in a folder that you name in WAYMARK_PROGRAMMES_DIR"
    written = "\n".join(lines)
    return f"“{programmes[key].name}” does not say whom people can turn to. {how}, with your own contacts:\n\n{written}"


def _lines() -> Iterator[str]:
    """Contacts as they are written in a file, with nothing filled in."""
    tables = [name for name, field in Contacts.model_fields.items() if field.annotation is Contact]
    yield "[contacts]"
    yield from (f'{name} = "…"' for name in Contacts.model_fields if name not in tables)
    for name in tables:
        yield from ("", f"[contacts.{name}]  # {Contacts.model_fields[name].description}")
        yield from (f'{line} = "…"' for line in Contact.model_fields)
