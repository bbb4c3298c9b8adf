"""How the bot hears of things: by polling or by webhook."""

import re

from tests.platforms.fake import Obj
from tests.platforms.telegram.delivery import ALL_KINDS, BY_ITSELF, Webhook
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.shapes import Wrong

LONGEST_POLL_S = 50
MOST_UPDATES = 100
MOST_CONNECTIONS = 100
LONGEST_SECRET = 256
HERE = re.compile(r"http://127\.0\.0\.1:\d+(?:/|$)")
"""An address on this machine, which real Telegram would not take."""
THERE = re.compile(r"(?i)https://[^/\s:]+(?::(?:443|80|88|8443))?(?:/\S*)?")


@method("getUpdates", takes="offset limit timeout allowed_updates")
async def get_updates(caller: Caller, args: Obj) -> list[Obj]:
    caller.delivery.must_be_polled()
    _allow(caller, "getUpdates", args)
    limit = min(max(args.get("limit", MOST_UPDATES), 1), MOST_UPDATES)
    timeout = min(max(args.get("timeout", 0), 0), LONGEST_POLL_S)
    return await caller.delivery.poll(args.get("offset", 0), limit, timeout)


@method(
    "setWebhook",
    needs="url",
    takes="certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
def set_webhook(caller: Caller, args: Obj) -> bool:
    url, secret = args["url"], args.get("secret_token", "")
    if not (THERE.fullmatch(url) or HERE.match(url)):
        raise Wrong("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > LONGEST_SECRET:
        raise Wrong("Bad Request: secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise Wrong("Bad Request: secret token contains unallowed characters")
    _allow(caller, "setWebhook", args)
    if args.get("drop_pending_updates"):
        caller.delivery.drop_pending()
    connections = min(max(args.get("max_connections", 40), 1), MOST_CONNECTIONS)
    caller.delivery.set_webhook(Webhook(url, secret, connections))
    return True


@method("deleteWebhook", takes="drop_pending_updates")
def delete_webhook(caller: Caller, args: Obj) -> bool:
    if args.get("drop_pending_updates"):
        caller.delivery.drop_pending()
    caller.delivery.set_webhook(None)
    return True


@method("getWebhookInfo")
def get_webhook_info(caller: Caller, _args: Obj) -> Obj:
    delivery = caller.delivery
    info: Obj = {
        "url": delivery.webhook.url if delivery.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": delivery.pending,
    }
    if delivery.webhook:
        info |= {"max_connections": delivery.webhook.max_connections, "ip_address": "127.0.0.1"}
    if delivery.failed:
        info |= {"last_error_date": delivery.failed.date, "last_error_message": delivery.failed.message}
    if delivery.allowed != BY_ITSELF:
        info["allowed_updates"] = [kind for kind in ALL_KINDS if kind in delivery.allowed]
    return info


def _allow(caller: Caller, method: str, args: Obj) -> None:
    kinds = args.get("allowed_updates")
    for unknown in sorted({*(kinds or ())} - {*ALL_KINDS}):
        caller.world.held_against(f"{method}: there are no updates called {unknown}")
    caller.delivery.allow(None if kinds is None else [kind for kind in kinds if kind in ALL_KINDS])
