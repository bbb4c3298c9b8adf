"""Router: which handler a press, a form, a command or an intent goes to, and who may ask for it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Concatenate, Literal, ParamSpec, Protocol, TypedDict, TypeVar, Unpack

from bot.chat.fetching import Takes
from bot.chat.forms import Form
from bot.chat.jobs import Do, Word
from bot.chat.messages import Message, Press
from bot.chat.understanding import IntentWords
from storage.shared.people import Role

if TYPE_CHECKING:
    from bot.chat.turns import Turn
    from bot.chat.view import View

P = ParamSpec("P")
F = TypeVar("F", bound=Form)
E = TypeVar("E")

Plain = Callable[["Turn"], Awaitable[None]]
OnPress = Callable[Concatenate["Turn", P], Awaitable[None]]
Part = Callable[["View"], Awaitable[Message | None]]
"""What stands in one place of somebody's Home; None where there is nothing to say there."""
TakeBack = Callable[Concatenate["Turn", P], Awaitable[str]]
"""What makes something what it was before somebody did it; gives a sentence that says how it stands now, or none.

It raises Refusal before it changes anything, where somebody else has acted on it since.
"""
Gate = Callable[["Turn"], Awaitable[bool]]
"""Asked before a private route: whether the speaker has agreed. Where not, it has offered the agreement."""


class Secrets(Protocol):
    """Digests under the installation's own secret: what is compared, never what was typed."""

    def digest(self, purpose: str, words: str) -> str:
        """Quick: for codes of many random bits, and for labels."""

    def slow_digest(self, words: str) -> bytes:
        """Slow on purpose: for words that a person remembers. Only in `prepare`."""


Acts = bool | Literal["when told"]
"""Whether saying it changes or sends something at once: never, always, or when told more than that it is wanted."""

Prepare = Callable[[Secrets, Mapping[str, str]], object]

About = Callable[["Turn"], Awaitable[str]]
"""What it would do, in words, as it understands what was said for it: with weekday, date, time and zone."""

Plainly = Callable[["Turn"], bool]
"""Whether what stands in the slot of a pattern is plainly what belongs there, rather than the end of other words."""


class Conditions(TypedDict, total=False):
    """On what a route is open; `Route` says what each means."""

    allow: Role | tuple[Role, ...] | None
    strangers: bool
    private: bool
    changes: bool
    acts: Acts
    about: About
    ends: bool
    opens: bool
    meanwhile: bool
    plainly: Plainly
    aside: bool
    unkept: bool
    takes: Takes
    times: bool
    prepare: Prepare


@dataclass(frozen=True)
class Route:
    """A handler, and the conditions on which it is called. They are asked again each time."""

    name: str
    handler: Callable[..., Awaitable[None]]
    allow: frozenset[Role] | None = None
    """The roles that may; None for everybody who has joined."""
    strangers: bool = False
    """Whether somebody who has not joined may."""
    private: bool = False
    """It reads or keeps something in the speaker's vault: it needs the agreement, and an admitted account."""
    changes: bool = False
    """It changes something for others or for good: an hour late, it is asked again rather than done."""
    acts: Acts = False
    """Said, it is done at once, and not shown first: where that was only guessed, it is asked. Only an intent does."""
    about: About | None = None
    """Asked of what acts, where it is shown first; where it refuses, that is said in the place of the question."""
    ends: bool = False
    """It ends something, such as by deleting it for good: it is never offered as a guess. Only an intent does."""
    plainly: Plainly | None = None
    """Asked of what acts, where only a pattern fits what was said: where it is not plain, it is shown first as well."""
    opens: bool = False
    """A form, or something private, is its answer: where that needs a window, the window is opened at once."""
    meanwhile: bool = False
    """It only tells something: said while a form is asked, it is answered, and the form is asked on."""
    aside: bool = False
    """Said in passing, or of somebody at risk: nowhere is it kept that it was said. A form takes it as an answer, if it
    is not answered meanwhile."""
    unkept: bool = False
    """It says how somebody is, or what troubles them: nowhere is it kept that it was what they were just doing."""
    takes: Takes | None = None
    """Files of this sort go here, with what is said beside them: `turn.files`. Only an intent does; it is private."""
    times: bool = False
    """A day or a time that is typed by itself, while a button of it is among those shown last, is for it: the words are
    `turn.text`. Only a press does."""
    prepare: Prepare | None = None
    """Slow work, done while no transaction is open; its result, never None, is `turn.prepared`. Not for strangers."""


@dataclass(frozen=True)
class Intent:
    """Something a person may want, the words that say so, and a line of help; without one, help leaves it out."""

    words: IntentWords
    help: str
    route: Route


@dataclass(frozen=True)
class HomePart:
    """A part of people's Homes, and who sees it."""

    words: Part
    allow: frozenset[Role] | None = None
    """The roles that do; None for everybody who has joined."""
    strangers: bool = False
    """Whether it is for those who have not joined, and for them alone."""
    waiting: bool = False
    """It says what waits for the person: “what's next” says it too."""
    weekly: bool = False
    """A morning message says it once a week at most."""


@dataclass
class Router:
    """The routes of one capability."""

    name: str
    intents: dict[str, Intent] = field(default_factory=dict)
    presses: dict[str, tuple[Press, Route]] = field(default_factory=dict)
    forms: dict[str, tuple[type[Form], Route]] = field(default_factory=dict)
    wordings: dict[str, Word] = field(default_factory=dict)
    acts: dict[str, Do] = field(default_factory=dict)
    home_parts: dict[str, HomePart] = field(default_factory=dict)
    """By their places, from the top."""
    takes_back: dict[str, Callable[..., Awaitable[str]]] = field(default_factory=dict)
    """What takes things back, by its name."""

    def intent(
        self,
        name: str,
        title: str,
        *phrases: str,
        command: str = "",
        help: str = "",
        **conditions: Unpack[Conditions],
    ) -> Callable[[Plain], Plain]:
        """The handler of what people want when they say one of these phrases, or type the command."""

        def register(handler: Plain) -> Plain:
            words = IntentWords(name=name, title=title, phrases=phrases, command=command)
            _once(self.intents, name, Intent(words, help, _route(name, handler, conditions)))
            return handler

        return register

    def pressed(self, press: Press, **conditions: Unpack[Conditions]) -> Callable[[OnPress[P]], OnPress[P]]:
        """The handler of this button, called with the values that it carries."""

        def register(handler: OnPress[P]) -> OnPress[P]:
            _once(self.presses, press.route, (press, _route(press.route, handler, conditions)))
            return handler

        return register

    def submitted(
        self, form: type[F], **conditions: Unpack[Conditions]
    ) -> Callable[[Callable[["Turn", F], Awaitable[None]]], Callable[["Turn", F], Awaitable[None]]]:
        """The handler of this form, called with its answers."""

        def register(handler: Callable[["Turn", F], Awaitable[None]]) -> Callable[["Turn", F], Awaitable[None]]:
            conditions.setdefault("private", form.private)
            entry: tuple[type[Form], Route] = (form, _route(form.route, handler, conditions))
            _once(self.forms, form.route, entry)
            return handler

        return register

    def worded(self, name: str) -> Callable[[Word], Word]:
        """What words a delivery of this name when it falls due; it says None where it is no longer true."""

        def register(word: Word) -> Word:
            return _once(self.wordings, name, word)

        return register

    def act(self, name: str) -> Callable[[Do], Do]:
        """What does a delivery of this name, in steps."""

        def register(do: Do) -> Do:
            return _once(self.acts, name, do)

        return register

    def undo(self, name: str) -> Callable[[TakeBack[P]], TakeBack[P]]:
        """What takes something back that somebody did: named in `turn.can_undo`, with the values that it is given."""

        def register(take_back: TakeBack[P]) -> TakeBack[P]:
            return _once(self.takes_back, name, take_back)

        return register

    def home(
        self,
        order: int,
        *,
        allow: Role | tuple[Role, ...] | None = None,
        strangers: bool = False,
        waiting: bool = False,
        weekly: bool = False,
    ) -> Callable[[Part], Part]:
        """What stands in this place of people's Homes. It is seen by whoever holds the phone: never private words."""

        def register(words: Part) -> Part:
            _once(self.home_parts, f"place {order:04}", HomePart(words, _roles(allow), strangers, waiting, weekly))
            return words

        return register


class Routes(Router):
    """Every capability's routes in one place; two of one name are a bug, found at the start."""

    def __init__(self, routers: Iterable[Router], gate: Gate | None = None) -> None:
        super().__init__("all")
        self.gate = gate
        for router in routers:
            _merge(self.intents, router.intents)
            _merge(self.presses, router.presses)
            _merge(self.forms, router.forms)
            _merge(self.wordings, router.wordings)
            _merge(self.acts, router.acts)
            _merge(self.home_parts, router.home_parts)
            _merge(self.takes_back, router.takes_back)
        self.names_of_undos = {take_back: name for name, take_back in self.takes_back.items()}
        self.for_files = sorted(
            (intent for intent in self.intents.values() if intent.route.takes),
            key=lambda intent: intent.route.allow is None,
        )
        """What files that somebody sends are for; first what only some roles may send, last what everybody may."""


def _route(name: str, handler: Callable[..., Awaitable[None]], conditions: Conditions) -> Route:
    return Route(
        name=name,
        handler=handler,
        allow=_roles(conditions.get("allow")),
        strangers=conditions.get("strangers", False),
        private=conditions.get("private", False),
        changes=conditions.get("changes", False),
        acts=conditions.get("acts", False),
        about=conditions.get("about"),
        ends=conditions.get("ends", False),
        opens=conditions.get("opens", False),
        meanwhile=conditions.get("meanwhile", False),
        plainly=conditions.get("plainly"),
        aside=conditions.get("aside", False),
        unkept=conditions.get("unkept", False),
        takes=conditions.get("takes"),
        times=conditions.get("times", False),
        prepare=conditions.get("prepare"),
    )


def _roles(allow: Role | tuple[Role, ...] | None) -> frozenset[Role] | None:
    return None if allow is None else frozenset(allow if isinstance(allow, tuple) else (allow,))


def _once(registry: dict[str, E], name: str, entry: E) -> E:
    if name in registry:
        raise ValueError(f"two handlers for {name}")
    registry[name] = entry
    return entry


def _merge(registry: dict[str, E], other: dict[str, E]) -> None:
    for name, entry in other.items():
        _once(registry, name, entry)
