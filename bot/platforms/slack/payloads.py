"""What Slack sends, as far as it is read here. Anything may be missing: it comes from outside."""

from typing import TypedDict


class FileShared(TypedDict, total=False):
    id: str
    name: str
    mimetype: str
    subtype: str
    size: int
    duration_ms: int
    url_private_download: str


class Message(TypedDict, total=False):
    ts: str
    thread_ts: str
    text: str
    files: list[FileShared]


class Member(TypedDict, total=False):
    """Somebody, as an event or the Web API tells of them."""

    id: str
    team_id: str
    deleted: bool
    is_bot: bool
    is_restricted: bool
    is_ultra_restricted: bool
    is_stranger: bool
    is_email_confirmed: bool
    real_name: str
    name: str
    tz: str
    profile: "MemberProfile"


class MemberProfile(TypedDict, total=False):
    email: str
    real_name: str
    display_name: str


class Event(TypedDict, total=False):
    type: str
    subtype: str
    channel: str
    channel_type: str
    user: str | Member
    bot_id: str
    team: str
    user_team: str
    text: str
    ts: str
    thread_ts: str
    tab: str
    files: list[FileShared]
    tokens: dict[str, list[str]]


class Known(TypedDict, total=False):
    """A workspace or a conversation, by its id alone."""

    id: str


class Whose(TypedDict, total=False):
    """Who did something in a message, a window or a shortcut."""

    id: str
    team_id: str
    name: str
    username: str


class Picked(TypedDict, total=False):
    value: str


class Given(TypedDict, total=False):
    """What is in one input."""

    type: str
    value: str | None
    selected_option: Picked | None
    selected_options: list[Picked]
    selected_date_time: int | None


class State(TypedDict, total=False):
    values: dict[str, dict[str, Given]]


class OptionText(TypedDict, total=False):
    text: str


class OptionShown(TypedDict, total=False):
    text: OptionText
    value: str


class ElementShown(TypedDict, total=False):
    options: list[OptionShown]


class BlockShown(TypedDict, total=False):
    type: str
    block_id: str
    element: ElementShown


class View(TypedDict, total=False):
    id: str
    type: str
    hash: str
    callback_id: str
    private_metadata: str
    title: OptionText
    submit: OptionText
    close: OptionText
    notify_on_close: bool
    blocks: list[BlockShown]
    state: State


class Action(TypedDict, total=False):
    action_id: str
    value: str


class Container(TypedDict, total=False):
    type: str
    message_ts: str
    channel_id: str
    thread_ts: str
    is_ephemeral: bool


class Payload(TypedDict, total=False):
    """Any request of Slack's: an event in its envelope, an interaction, or a command."""

    type: str
    event_id: str
    team_id: str
    event: Event
    trigger_id: str
    callback_id: str
    response_url: str
    user: Whose
    team: Known
    channel: Known
    container: Container
    message: Message
    view: View
    actions: list[Action]
    # of a command, which is a form and no JSON
    command: str
    text: str
    user_id: str
    user_name: str
    channel_id: str


class Metadata(TypedDict, total=False):
    event_type: str
    event_payload: dict[str, str]


class Posted(Message, total=False):
    """A message of a conversation's history."""

    bot_id: str
    metadata: Metadata


class Paging(TypedDict, total=False):
    next_cursor: str


class Bot(TypedDict, total=False):
    app_id: str


class Answer(TypedDict, total=False):
    """What the Web API answers, whichever method was called."""

    ok: bool
    error: str
    bot_id: str
    bot: Bot
    user_id: str
    team_id: str
    channel: str | Known
    ts: str
    view: View
    user: Member
    messages: list[Posted]
    response_metadata: Paging
    upload_url: str
    file_id: str
