"""Modals and Home."""

from typing import Any

from tests.platforms.fake import Obj
from tests.platforms.slack import objects
from tests.platforms.slack.checks import MOST_VIEW_JSON, json_length, view_faults
from tests.platforms.slack.methods.method import Caller, method, person_named
from tests.platforms.slack.workspace import OpenView, Refused, Wrong


@method("views.open", needs="trigger_id view")
def views_open(caller: Caller, args: Obj) -> Obj:
    view = checked_view(args["view"], "modal")
    user, _ = _exchanged(caller, args["trigger_id"])
    return _shown(caller, caller.workspace.show(user, view))


@method("views.push", needs="trigger_id view")
def views_push(caller: Caller, args: Obj) -> Obj:
    view = checked_view(args["view"], "modal")
    user, pressed_in = _exchanged(caller, args["trigger_id"])
    stack = caller.workspace.stack(user)
    if not any(one.id == pressed_in for one in stack):
        raise Refused("not_found")
    return _shown(caller, caller.workspace.show(user, view, on=stack[-1]))


@method("views.update", needs="view", takes="view_id external_id hash")
def views_update(caller: Caller, args: Obj) -> Obj:
    view = checked_view(args["view"], "modal")
    if ("view_id" in args) == ("external_id" in args):
        raise Wrong("invalid_arguments", ["[ERROR] one of view_id and external_id is needed"])
    before = caller.workspace.open_view(args.get("view_id"), args.get("external_id"))
    if args.get("hash", before.hash) != before.hash:
        raise Refused("hash_conflict")
    return _shown(caller, caller.workspace.renew(before, view))


@method("views.publish", needs="user_id view", takes="hash")
def views_publish(caller: Caller, args: Obj) -> Obj:
    view = checked_view(args["view"], "home")
    user = person_named(caller, args["user_id"])
    before = caller.workspace.homes.get(user)
    if "hash" in args and (before is None or args["hash"] != before.hash):
        raise Refused("hash_conflict")
    return _shown(caller, caller.workspace.show_home(user, view))


def checked_view(view: Any, kind: str) -> Obj:
    if faults := view_faults(view, kind):
        raise Wrong("invalid_arguments", faults)
    if json_length(view) > MOST_VIEW_JSON:
        raise Wrong("view_too_large", [])
    return dict(view)


def _exchanged(caller: Caller, trigger_id: object) -> tuple[str, str | None]:
    trigger = caller.workspace.triggers.get(trigger_id) if isinstance(trigger_id, str) else None
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.exchanged:
        raise Refused("exchanged_trigger_id")
    if caller.now - trigger.born > caller.trigger_life:
        raise Refused("expired_trigger_id")
    trigger.exchanged = True
    return trigger.user, trigger.view


def _shown(caller: Caller, view: OpenView) -> Obj:
    return {"view": objects.view_object(caller.workspace.app, view)}
