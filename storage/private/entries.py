"""Entry: a private thing. It is a plain model and can be no table, so only a vault can keep it."""

from datetime import date
from typing import Any, ClassVar, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json, to_json
from sqlmodel import SQLModel

# What every entry is known by from outside; all else, its kind and format included, is inside what is sealed.
OUTSIDE = {"id", "version"}


class EntryUnreadable(Exception):
    """What was sealed is no entry that this version of Waymark reads: a bug, or an older Waymark put back."""


class Entry(BaseModel):
    """The base of every private thing. Give each subclass a `kind`, and a new `format` when its fields change."""

    # A fault in an entry must never show what somebody wrote.
    model_config = ConfigDict(
        extra="forbid",
        validate_assignment=True,
        hide_input_in_errors=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
        ser_json_inf_nan="constants",
    )

    kind: ClassVar[str]
    format: ClassVar[int] = 1

    id: str = ""
    version: int = 0
    made_at: AwareDatetime
    kept_until: date | None = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if SQLModel in cls.__mro__:
            raise TypeError(f"{cls.__name__} can't be both an entry and a shared table: private things have no table.")
        if not getattr(cls, "kind", ""):
            raise TypeError(f"{cls.__name__} has no kind: what is kept could not be told from other entries.")

    @classmethod
    def upgraded(cls, fields: dict[str, Any], format: int) -> dict[str, Any]:
        """The fields of an entry that was kept in an older format, as this one has them."""
        return fields

    def to_plain(self) -> bytes:
        """All that is sealed: kind, format and fields, as JSON."""
        fields = self.model_dump(mode="json", exclude=OUTSIDE)
        return to_json({"kind": self.kind, "format": self.format, "fields": fields})

    @classmethod
    def from_plain(cls, plain: bytes, *, id: str, version: int) -> Self | None:
        """The entry that was sealed; None where it is of another kind."""
        sealed = from_json(plain)
        kept_as, fields = sealed["format"], sealed["fields"]
        if sealed["kind"] != cls.kind:
            return None
        if kept_as > cls.format:
            raise EntryUnreadable(f"A {cls.kind} was kept by a newer Waymark (format {kept_as}).")
        if kept_as < cls.format:
            fields = cls.upgraded(fields, kept_as)
        try:
            entry = cls.model_validate_json(to_json(fields))
        except ValidationError:
            raise EntryUnreadable(f"A {cls.kind} of format {kept_as} no longer reads.") from None
        return entry.model_copy(update={"id": id, "version": version})
