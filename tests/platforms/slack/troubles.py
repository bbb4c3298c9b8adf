"""What a test can order to go wrong between Slack and the bot's calls."""

from typing import Literal

from tests.platforms.fake import LineTrouble, Outcome

TroubleKind = LineTrouble | Literal["429", "500", "error"]


def what_goes_wrong(kind: TroubleKind, retry_after: int, error: str) -> LineTrouble | Outcome:
    match kind:
        case "429":
            return too_many(retry_after)
        case "500":
            return Outcome(500, {})
        case "error":
            return Outcome(200, {"ok": False, "error": error})
        case _:
            return kind


def too_many(retry_after: int) -> Outcome:
    return Outcome(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(retry_after)})
