"""What an app with the agent view shows beside a conversation."""

from tests.platforms.fake import Obj
from tests.platforms.slack.methods.method import Caller, method
from tests.platforms.slack.workspace import Refused, Status, Wrong

MOST_PROMPTS = 4


@method(
    "assistant.threads.setStatus",
    "assistant:write",
    tier=5,
    needs="channel_id thread_ts status",
    takes="loading_messages",
)
def assistant_threads_set_status(caller: Caller, args: Obj) -> Obj:
    channel = caller.workspace.channel(args["channel_id"])
    if args["thread_ts"] not in channel.messages:
        raise Refused("invalid_thread_ts")
    caller.workspace.statuses.append(Status(channel.id, args["thread_ts"], str(args["status"])))
    return {}


@method("assistant.threads.setSuggestedPrompts", "assistant:write", needs="channel_id prompts", takes="thread_ts title")
def assistant_threads_set_suggested_prompts(caller: Caller, args: Obj) -> Obj:
    channel = caller.workspace.channel(args["channel_id"])
    prompts = args["prompts"]
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS:
        raise Wrong("invalid_arguments", [f"[ERROR] 1 to {MOST_PROMPTS} items allowed [json-pointer:/prompts]"])
    if not all(isinstance(one, dict) and one.get("title") and one.get("message") for one in prompts):
        raise Wrong("invalid_arguments", ["[ERROR] each has a title and a message [json-pointer:/prompts]"])
    if caller.agent_view and "thread_ts" in args:
        caller.workspace.held_against(
            "assistant.threads.setSuggestedPrompts: in the agent view a thread_ts shows nothing"
        )
        return {}
    caller.workspace.prompts[channel.id] = prompts
    return {}
