"""What a test can order to go wrong between Telegram and the bot's calls."""

from typing import Literal

from tests.platforms.fake import LineTrouble, Obj, Outcome

TroubleKind = LineTrouble | Literal["429", "500", "502", "error"]

BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def what_goes_wrong(kind: TroubleKind, retry_after: int, code: int, description: str) -> LineTrouble | Outcome:
    match kind:
        case "429":
            return too_many(retry_after)
        case "500":
            return failed(500, "Internal Server Error")
        case "502":
            return Outcome(502, BAD_GATEWAY, content_type="text/html")
        case "error":
            return failed(code, description)
        case _:
            return kind


def failed(code: int, description: str, parameters: Obj | None = None) -> Outcome:
    body: Obj = {"ok": False, "error_code": code, "description": description}
    return Outcome(code, {**body, "parameters": parameters} if parameters else body)


def too_many(retry_after: int) -> Outcome:
    return failed(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
