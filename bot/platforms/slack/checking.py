"""Does Slack take the tokens, and do they open what Waymark needs? It asks, and changes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import ClientError, ClientSession, ClientTimeout, ContentTypeError

from bot.found import Found
from bot.platforms.slack.manifest import AGENT_SCOPES, SCOPES

PATIENCE = ClientTimeout(total=10)

REINSTALL = "Install the app again, and take the token that Slack then shows"
REACH = "Is WAYMARK_SLACK_API_URL right, and is there a way out from here (a proxy, if any, is named in HTTPS_PROXY)?"
NOT_SLACK = "what answers there is not Slack’s API. WAYMARK_SLACK_API_URL ends in /api/"
UNKNOWN = "Slack refused"
UNDECLARED = "the app was made with it: set WAYMARK_SLACK_AGENT_VIEW=true, or make the app again without --agent-view"
AGENT_ONLY = AGENT_SCOPES.keys() - SCOPES.keys()
FAULTS: Mapping[str, str] = {
    "access_denied": "the token may not do this. " + REINSTALL,
    "account_inactive": "the app was taken out of the workspace, or the workspace was closed. " + REINSTALL,
    "ekm_access_denied": "the workspace’s administrators have suspended access. Ask them",
    "invalid_auth": "Slack does not know this token. Copy it again, whole, and from the right app and workspace",
    "missing_scope": "the token lacks what it needs. Make one as the guide says",
    "not_allowed_token_type": "this is another kind of token. Take the one that the guide names",
    "org_login_required": "the workspace is being moved into an organisation. Try again when that is done",
    "ratelimited": "Slack was asked too often. Wait a minute and try again",
    "team_access_not_granted": "the app is not allowed in this workspace. Ask its administrators to approve it",
    "token_expired": "the token has run out: the app has token rotation on. Make the app again, from the manifest",
    "token_revoked": "the token was revoked. " + REINSTALL,
}
"""What Slack’s refusals mean for whoever installs, each with what to do; `docs/slack.md` lists them too."""


@dataclass(frozen=True)
class Answered:
    """Slack said yes: what it calls the workspace and the bot, and which scopes the token has, if it said."""

    team: str
    user: str
    scopes: frozenset[str] | None


async def check_slack(
    slack: ClientSession, api_url: str, *, bot_token: str | None, app_token: str | None, agent_view: bool
) -> list[Found]:
    """Both tokens, as far as they are there, each on its own."""
    found: list[Found] = []
    if bot_token is not None:
        found += _bot_token(await _asked(slack, api_url, "auth.test", bot_token), agent_view=agent_view)
    if app_token is not None:
        found.append(_app_token(await _asked(slack, api_url, "apps.connections.open", app_token)))
    return found


def _bot_token(answer: Answered | str, *, agent_view: bool) -> list[Found]:
    if isinstance(answer, str):
        return [Found("Slack bot token", False, answer)]
    return [
        Found("Slack bot token", True, f"{answer.user}, in the workspace “{answer.team}”"),
        *_scopes(answer.scopes, agent_view=agent_view),
    ]


def _app_token(answer: Answered | str) -> Found:
    if isinstance(answer, str):
        return Found("Slack app token", False, answer)
    return Found("Slack app token", True, "opens Socket Mode")


def _scopes(granted: frozenset[str] | None, *, agent_view: bool) -> list[Found]:
    """A row for each scope that is missing, and for what is more than needed."""
    if granted is None:
        return [Found("Slack scopes", False, f"the answer does not say which the token has. {REACH}")]
    wanted = AGENT_SCOPES if agent_view else SCOPES
    missing = [
        Found("Slack scopes", False, f"{scope} is missing. With it Waymark {wanted[scope]}. {REINSTALL}")
        for scope in sorted(wanted.keys() - granted)
    ]
    more = sorted(granted - AGENT_SCOPES.keys())
    return [
        *(missing or [Found("Slack scopes", True, f"all {len(wanted)} that are needed")]),
        *([Found("Slack agent view", False, UNDECLARED)] if granted & AGENT_ONLY and not agent_view else []),
        *([Found("Slack scopes", True, f"more than is needed: {', '.join(more)}")] if more else []),
    ]


async def _asked(slack: ClientSession, api_url: str, method: str, token: str) -> Answered | str:
    """What Slack answers, or in words why it doesn’t; of a refusal nothing is passed on but its name."""
    try:
        async with slack.post(
            f"{api_url}{method}", headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE, allow_redirects=False
        ) as response:
            if response.status >= 500:
                return f"Slack has trouble of its own (HTTP {response.status}). Try again in a while"
            answer = await response.json() if response.status != 429 else {"ok": False, "error": "ratelimited"}
            scopes = response.headers.get("x-oauth-scopes")
    except (ContentTypeError, ValueError):
        return NOT_SLACK
    except (ClientError, TimeoutError) as error:
        return f"{api_url} can’t be reached from here ({type(error).__name__}). {REACH}"
    if not isinstance(answer, dict) or "ok" not in answer:
        return NOT_SLACK
    if answer["ok"] is not True:
        return _in_words(str(answer.get("error")))
    return Answered(
        team=str(answer.get("team")),
        user=str(answer.get("user")),
        scopes=None if scopes is None else frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
    )


def _in_words(code: str) -> str:
    name = code if re.fullmatch(r"[a-z_]{1,60}", code) else "no reason given"
    return f"{FAULTS.get(code, UNKNOWN)} ({name})"
