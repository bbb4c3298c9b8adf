"""Form: questions that belong together, described once and asked by each platform in its own way.

An answer travels as JSON. `Field.accept` takes what was typed, picked or pressed, and gives the JSON to keep, or a
Refusal that stands beside the field; `Field.value` makes the Python value of what was kept. Both are quick and pure:
the moment and zone of opening are all they know of the world.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Generic, Literal, Self, TypeVar, cast, overload
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.messages import MOST_LABEL, within
from bot.chat.times import lies_ahead, spoken

Json = str | int | float | bool | list[str] | None
Answers = dict[str, Json]

ReadTime = Callable[[str, datetime, ZoneInfo], datetime]
"""Typed words, the moment they were typed (UTC) and the reader's zone, to an aware moment. Raises Refusal."""

MOST_FORM_TITLE = 24  # characters: a Slack modal's title and its buttons
MOST_OPTIONS = 100  # a Slack select
MOST_SHORT = 300
MOST_LONG = 20_000

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Opening:
    """When and where a form was opened, and how typed times are read."""

    now: datetime
    zone: ZoneInfo
    read_time: ReadTime


class Field(ABC, Generic[T_co]):
    """One question. On the class it is the question; on a filled form it is the answer."""

    name: str

    def __init__(self, question: str, *, help: str = "", required: bool = True) -> None:
        within("a question", len(question), 150)
        within("a question's help", len(help), 150)
        self.question = question
        self.help = help
        self.required = required

    def __set_name__(self, owner: type["Form"], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, form: None, owner: type["Form"]) -> Self: ...
    @overload
    def __get__(self, form: "Form", owner: type["Form"]) -> T_co: ...
    def __get__(self, form: "Form | None", owner: type["Form"]) -> "Self | T_co":
        return self if form is None else self.value(form.answers.get(self.name))

    def accept(self, raw: Json, opening: Opening) -> Json:
        """The JSON to keep for this answer; None for none. Raises Refusal."""
        if raw is None or raw in ("", []):
            if self.required:
                raise Refusal(self.missing)
            return None
        return self._accept(raw, opening)

    missing = "This one needs an answer."

    @abstractmethod
    def _accept(self, raw: Json, opening: Opening) -> Json:
        """The JSON to keep for an answer that is there."""

    @abstractmethod
    def value(self, kept: Json) -> T_co:
        """The answer that was kept, as Python has it."""

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        """The answer as the person reads it at the last look."""
        return "–" if kept is None else str(kept)


CONTROLS = dict.fromkeys(code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t")
"""Characters that nobody means to write."""


class _Text(Field[str]):
    most: int

    def _accept(self, raw: Json, opening: Opening) -> Json:
        text = str(raw).replace("\r\n", "\n").translate(CONTROLS).strip()
        if not text:
            return self.accept(None, opening)
        if len(text) > self.most:
            raise Refusal(
                f"That is {len(text):,} characters; this takes up to {self.most:,}. Please shorten it a little."
            )
        return text

    def value(self, kept: Json) -> str:
        return "" if kept is None else str(kept)


class ShortText(_Text):
    """A line."""

    def __init__(
        self,
        question: str,
        *,
        help: str = "",
        required: bool = True,
        most: int = MOST_SHORT,
        secret: bool = False,
        check: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(question, help=help, required=required)
        self.most = most
        self.secret = secret
        """Typed unseen, such as a passphrase, and never shown back."""
        self.check = check
        """Quick and pure; raises Refusal for a line that can't be taken."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        line = super()._accept(raw, opening)
        if self.check is not None and line is not None:
            self.check(str(line))
        return line

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        return "••••••" if self.secret and kept is not None else super().shown(kept, zone)


class LongText(_Text):
    """As many words as somebody needs."""

    def __init__(self, question: str, *, help: str = "", required: bool = True, most: int = MOST_LONG) -> None:
        super().__init__(question, help=help, required=required)
        self.most = most


Options = Mapping[str, str]
"""What is kept, to what is shown."""


def as_options(options: Options | list[str]) -> dict[str, str]:
    """Options as they can be shown and picked. A kept value that is a number would be taken for a place in the list."""
    shown = dict(options) if isinstance(options, Mapping) else {label: label for label in options}
    within("the number of options", len(shown), MOST_OPTIONS)
    for value, label in shown.items():
        within(f"the option “{label}”", len(label), MOST_LABEL)
        if value.isdecimal():
            raise ValueError(f"the option “{label}” is kept as a number")
    return shown


class _Picked(Field[T_co]):
    """Answered with what is listed. Options that depend on the moment are given at the asking."""

    def __init__(
        self,
        question: str,
        options: Options | list[str] | None = None,
        *,
        help: str = "",
        required: bool = True,
    ) -> None:
        super().__init__(question, help=help, required=required)
        self.options = as_options(options or {})


class Choice(_Picked[str]):
    """One of several, by its label or its number."""

    missing = "Please choose one."

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return pick(str(raw), self.options)

    def value(self, kept: Json) -> str:
        return "" if kept is None else str(kept)

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        return self.options.get(str(kept), "–")


class Choices(_Picked[list[str]]):
    """Any of several; typed, they are separated by commas."""

    missing = "Please choose at least one."

    def _accept(self, raw: Json, opening: Opening) -> Json:
        parts = raw if isinstance(raw, list) else [part for part in str(raw).split(",") if part.strip()]
        picked = {pick(part, self.options) for part in parts}
        return [value for value in self.options if value in picked]

    def value(self, kept: Json) -> list[str]:
        return list(kept) if isinstance(kept, list) else []

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        return ", ".join(self.options[value] for value in self.value(kept)) or "–"


def pick(typed: str, options: Options) -> str:
    """The option that was meant: by what is kept, by its label or a start of it, or by its number as it is listed."""
    wanted = typed.strip().casefold()
    if typed in options:
        return typed
    exact = [value for value, label in options.items() if label.casefold() == wanted]
    starts = [value for value, label in options.items() if wanted and label.casefold().startswith(wanted)]
    if len(exact) == 1 or (not exact and len(starts) == 1):
        return (exact or starts)[0]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(options):
        return list(options)[int(wanted) - 1]
    raise Refusal(f"Please choose one of these, by name or by number: {', '.join(options.values())}.")


MaybeInt = TypeVar("MaybeInt", int, int | None)
MaybeMoment = TypeVar("MaybeMoment", datetime, datetime | None)


class Number(Field[MaybeInt]):
    """A whole number within bounds."""

    @overload
    def __init__(
        self: "Number[int]",
        question: str,
        *,
        least: int,
        most: int,
        help: str = "",
        required: Literal[True] = True,
    ) -> None: ...
    @overload
    def __init__(
        self: "Number[int | None]",
        question: str,
        *,
        least: int,
        most: int,
        help: str = "",
        required: Literal[False],
    ) -> None: ...
    def __init__(self, question: str, *, least: int, most: int, help: str = "", required: bool = True) -> None:
        super().__init__(question, help=help, required=required)
        self.least = least
        self.most = most

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(raw).strip()
        if not typed.lstrip("-").isdecimal() or not self.least <= int(typed) <= self.most:
            raise Refusal(f"Please give a whole number from {self.least} to {self.most}.")
        return int(typed)

    def value(self, kept: Json) -> MaybeInt:
        return cast(MaybeInt, kept)  # `accept` kept an int, or None where it is not required


class Scale(Number[MaybeInt]):
    """A few steps between two words, each of them a button."""

    @overload
    def __init__(
        self: "Scale[int]",
        question: str,
        *,
        low: str,
        high: str,
        steps: int = 5,
        help: str = "",
        required: Literal[True] = True,
    ) -> None: ...
    @overload
    def __init__(
        self: "Scale[int | None]",
        question: str,
        *,
        low: str,
        high: str,
        steps: int = 5,
        help: str = "",
        required: Literal[False],
    ) -> None: ...
    def __init__(
        self, question: str, *, low: str, high: str, steps: int = 5, help: str = "", required: bool = True
    ) -> None:
        Field.__init__(self, question, help=help, required=required)
        within("the steps of a scale", steps, 10)
        self.least, self.most, self.low, self.high = 1, steps, low, high

    @property
    def options(self) -> dict[str, str]:
        ends = {self.least: f"{self.least} {self.low}", self.most: f"{self.most} {self.high}"}
        return {str(step): ends.get(step, str(step)) for step in range(self.least, self.most + 1)}

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return int(pick(str(raw), self.options))

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        return self.options.get(str(kept), "–")


class Consent(Field[bool]):
    """Yes or no, said by the person and never filled in for them."""

    missing = "Please answer yes or no."
    options: ClassVar[dict[str, str]] = {"yes": "Yes", "no": "No"}

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return raw if isinstance(raw, bool) else pick(str(raw), self.options) == "yes"

    def value(self, kept: Json) -> bool:
        return kept is True

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        return {True: "Yes", False: "No"}.get(kept is True, "–") if kept is not None else "–"


class When(Field[MaybeMoment]):
    """A moment, typed as people say it or picked; kept as an ISO instant in UTC."""

    @overload
    def __init__(
        self: "When[datetime]",
        question: str,
        *,
        help: str = "",
        future: bool = False,
        required: Literal[True] = True,
    ) -> None: ...
    @overload
    def __init__(
        self: "When[datetime | None]",
        question: str,
        *,
        help: str = "",
        future: bool = False,
        required: Literal[False],
    ) -> None: ...
    def __init__(self, question: str, *, help: str = "", future: bool = False, required: bool = True) -> None:
        super().__init__(question, help=help, required=required)
        self.future = future

    def _accept(self, raw: Json, opening: Opening) -> Json:
        typed = str(raw)
        moment = _instant(typed) or opening.read_time(typed, opening.now, opening.zone)
        if self.future:
            lies_ahead(moment, opening.now, opening.zone, typed=typed)
        return moment.astimezone(ZoneInfo("UTC")).isoformat()

    def value(self, kept: Json) -> MaybeMoment:
        if kept is None:
            return cast(MaybeMoment, None)  # it was not required
        return datetime.fromisoformat(str(kept))

    def shown(self, kept: Json, zone: ZoneInfo) -> str:
        if kept is None:
            return "–"
        return spoken(datetime.fromisoformat(str(kept)), zone)


def _instant(picked: str) -> datetime | None:
    """What was picked rather than typed, or is kept already: an instant with its zone."""
    try:
        moment = datetime.fromisoformat(picked)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


AnyField = (
    ShortText
    | LongText
    | Choice
    | Choices
    | Number[int]
    | Number[int | None]
    | Scale[int]
    | Scale[int | None]
    | Consent
    | When[datetime]
    | When[datetime | None]
)
"""Every kind of question. A renderer matches over these and ends in `assert_never`."""


class Form:
    """Questions that belong together. Subclass it, and list the fields in the order they are asked."""

    route: ClassVar[str]
    title: ClassVar[str]
    intro: ClassVar[str] = ""
    done: ClassVar[str] = "Save"
    private: ClassVar[bool] = True
    shared: ClassVar[bool] = False
    """Its answer goes to somebody else: it is shown once more before, even where it is the only one."""
    fields: ClassVar[dict[str, AnyField]]

    def __init_subclass__(cls) -> None:
        cls.fields = {name: cast(AnyField, field) for name, field in vars(cls).items() if isinstance(field, Field)}
        within(f"the title “{cls.title}”", len(cls.title), MOST_FORM_TITLE)
        within(f"the button “{cls.done}”", len(cls.done), MOST_FORM_TITLE)

    def __init__(self, answers: Answers, about: str = "", options: Mapping[str, Options] | None = None) -> None:
        self.answers = answers
        self.about = about
        """What the form is about: an id given when it was asked, such as the note that is being changed."""
        self.options = options or {}
        """The choices of the moment it was asked in, by field."""

    @classmethod
    def clashes(cls, answers: Answers) -> dict[str, str]:
        """Which of these answers can't go with another of them, and why. Quick and pure; some may not be there yet."""
        return {}
