"""What every Web API method has: its name, scope and arguments, and how often it may be called."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.platforms.fake import Obj
from tests.platforms.slack.workspace import Refused, Workspace, Wrong


@dataclass(frozen=True)
class Caller:
    """The slack.com that a method runs in, and who calls."""

    workspace: Workspace
    scopes: frozenset[str]
    agent_view: bool
    trigger_life: float
    url: str
    now: float

    def needs(self, scope: str) -> None:
        if scope not in self.scopes:
            raise Refused("missing_scope", {"needed": scope, "provided": ",".join(sorted(self.scopes))})


@dataclass(frozen=True)
class Method:
    run: Callable[[Caller, Obj], Obj]
    scope: str | None
    tier: int
    needs: frozenset[str]
    takes: frozenset[str]
    json: bool
    """Whether arguments may come as JSON: where Slack reads only forms, JSON is as good as nothing."""
    posts: bool
    """Whether it counts as a message to its channel."""
    app_token: bool


METHODS: dict[str, Method] = {}


def method(
    name: str,
    scope: str | None = None,
    *,
    tier: int = 4,
    needs: str = "",
    takes: str = "",
    json: bool = True,
    posts: bool = False,
    app_token: bool = False,
) -> Callable[[Callable[[Caller, Obj], Obj]], Callable[[Caller, Obj], Obj]]:
    def registered(run: Callable[[Caller, Obj], Obj]) -> Callable[[Caller, Obj], Obj]:
        required = frozenset(needs.split())
        METHODS[name] = Method(run, scope, tier, required, required | {*takes.split()}, json, posts, app_token)
        return run

    return registered


def flag(args: Obj, name: str, default: bool = False) -> bool:
    return args.get(name, default) in (True, 1, "1", "true", "True")


def number(args: Obj, name: str, default: int, most: int) -> int:
    value = str(args.get(name, default))
    if not value.isdigit() or not 1 <= int(value) <= most:
        raise Wrong("invalid_arguments", [f"[ERROR] must be a number from 1 to {most} [json-pointer:/{name}]"])
    return int(value)


def person_named(caller: Caller, user: object) -> str:
    """A person to whom something can be sent."""
    profile = caller.workspace.profile(user)
    if profile.deleted:
        raise Refused("user_disabled")
    return profile.id
