"""Answering presses."""

from tests.platforms.fake import Obj
from tests.platforms.telegram.methods.method import Caller, method
from tests.platforms.telegram.shapes import Refused, Wrong, units
from tests.platforms.telegram.world import Toast

MOST_TOAST = 200
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery", needs="callback_query_id", takes="text show_alert url cache_time")
def answer_callback_query(caller: Caller, args: Obj) -> bool:
    text = args.get("text", "")
    if units(text) > MOST_TOAST:
        raise Wrong("Bad Request: MESSAGE_TOO_LONG")
    query = caller.world.queries.get(args["callback_query_id"])
    if query is None:
        raise Refused(TOO_OLD)
    if query.answered:
        raise Wrong(TOO_OLD)
    if caller.loop_time - query.born > caller.query_life:
        raise Refused(TOO_OLD)
    url = args.get("url", "")
    if url and not url.startswith(f"https://t.me/{caller.world.bot.username}?start="):
        raise Wrong("Bad Request: URL_INVALID")
    query.answered = True
    if text or url:
        toast = Toast(text, args.get("show_alert", False), url)
        caller.world.toasts.setdefault(query.person, []).append(toast)
    return True
