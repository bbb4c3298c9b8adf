"""Who may call what in the fake Slack, how often, and what can go wrong on the way."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack.people import Person
from tests.platforms.slack.real_bot import refused
from tests.platforms.slack.samples import QUIET
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import ALL_SCOPES, FakeSlack


async def test_tokens_methods_and_scopes_are_checked(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    answer = await client.auth_test()
    assert set(answer.headers["x-oauth-scopes"].split(",")) == ALL_SCOPES
    assert answer["team_id"] == fake.team
    no_token = AsyncWebClient(base_url=fake.url, session=client.session)
    assert (await refused(no_token.auth_test()))["error"] == "not_authed"
    assert (await refused(client.auth_test(token="xoxb-wrong")))["error"] == "invalid_auth"
    assert (await refused(client.apps_connections_open(app_token=fake.bot_token)))["error"] == "not_allowed_token_type"
    assert (await client.apps_connections_open(app_token=fake.app_token))["url"].startswith("ws://127.0.0.1:")
    assert fake.violations == []
    assert (await refused(client.api_call("chat.shout")))["error"] == "unknown_method"
    for args in ({"text": "x"}, {"text": "x", "channel": [ada.id]}):
        assert (await refused(client.api_call("chat.postMessage", json=args)))["error"] == "invalid_arguments"
    assert len(fake.violations) == 3


async def test_a_method_that_reads_no_json_does_not_see_it(
    fake: FakeSlack, client: AsyncWebClient, ada: Person
) -> None:
    await client.api_call("users.info", params={"user": ada.id})
    failed = await refused(client.api_call("users.info", json={"user": ada.id}))
    assert failed["response_metadata"]["messages"] == ["[ERROR] missing required field: user"]


async def test_an_address_for_socket_mode_serves_once(fake: FakeSlack, client: AsyncWebClient) -> None:
    url = (await client.apps_connections_open(app_token=fake.app_token))["url"]
    assert client.session is not None
    async with client.session.ws_connect(url) as socket:
        assert (await socket.receive_json())["type"] == "hello"
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await client.session.ws_connect(url)


@pytest.mark.parametrize(
    "scope", sorted(ALL_SCOPES - {"app_mentions:read", "commands", "files:read", "users:read.email"})
)
async def test_each_scope_is_needed_for_something(scope: str) -> None:
    async with FakeSlack(scopes=ALL_SCOPES - {scope}) as fake, aiohttp.ClientSession() as session:
        ada = fake.person("U0ADA", name="Ada Okafor")
        team = fake.channel("C0TEAM", [ada])
        client = AsyncWebClient(token=fake.bot_token, base_url=fake.url, session=session)
        calls: dict[str, Callable[[], Awaitable[object]]] = {
            "assistant:write": lambda: client.assistant_threads_setStatus(channel_id="D", thread_ts="1", status="x"),
            "channels:history": lambda: client.conversations_history(channel=team.id),
            "channels:read": lambda: client.conversations_info(channel=team.id),
            "chat:write": lambda: client.chat_postMessage(channel=ada.id, text="x"),
            "files:write": lambda: client.files_getUploadURLExternal(filename="x", length=1),
            "im:history": lambda: client.conversations_replies(channel=ada.channel.id, ts="1"),
            "im:read": lambda: client.conversations_info(channel=ada.channel.id),
            "im:write": lambda: client.conversations_open(users=ada.id),
            "users:read": lambda: client.users_info(user=ada.id),
        }
        assert (await refused(calls[scope]()))["needed"] == scope


async def test_addresses_are_given_only_with_their_scope(ada: Person, fake: FakeSlack, client: AsyncWebClient) -> None:
    assert (await client.users_info(user=ada.id))["user"]["profile"]["email"] == "ada@example.org"
    async with FakeSlack(scopes=ALL_SCOPES - {"users:read.email"}) as other, aiohttp.ClientSession() as session:
        other.person(ada.id, name="Ada Okafor")
        reader = AsyncWebClient(token=other.bot_token, base_url=other.url, session=session)
        assert "email" not in (await reader.users_info(user=ada.id))["user"]["profile"]


async def test_messages_go_where_the_bot_is_and_to_people_there_are(
    fake: FakeSlack, client: AsyncWebClient, ada: Person
) -> None:
    fake.channel("C0OTHER", [ada], bot=False)
    cleo = fake.person("U0CLEO", name="Cleo Marsh")
    fake.channel("C0TEAM", [ada])
    opened = (await client.conversations_open(users=ada.id))["channel"]["id"]
    assert opened == (await client.chat_postMessage(channel=ada.id, text="x", **QUIET))["channel"]
    for call, error in [
        (client.chat_postMessage(channel="C0OTHER", text="x", **QUIET), "not_in_channel"),
        (client.chat_postMessage(channel="C0NONE", text="x", **QUIET), "channel_not_found"),
        (client.chat_postMessage(channel=ada.id, text="x", thread_ts="1.2", **QUIET), "thread_not_found"),
        (client.chat_postEphemeral(channel="C0TEAM", user=cleo.id, text="x"), "user_not_in_channel"),
        (client.conversations_open(users="U0NONE"), "user_not_found"),
        (client.users_info(user="U0NONE"), "user_not_found"),
        (client.chat_update(channel=opened, ts="1.2", text="x"), "message_not_found"),
    ]:
        assert (await refused(call))["error"] == error
    await ada.types("mine")
    assert (await refused(client.chat_update(channel=opened, ts=ada.dm[-1].ts, text="x")))["error"] == (
        "cant_update_message"
    )
    sent = ada.dm[0]
    await client.chat_delete(channel=opened, ts=sent.ts)
    assert (await refused(client.chat_delete(channel=opened, ts=sent.ts)))["error"] == "message_not_found"
    assert fake.violations == []


async def test_history_gives_what_is_there_page_by_page_with_metadata_if_asked(
    fake: FakeSlack, client: AsyncWebClient, ada: Person
) -> None:
    fake.rates.channel_burst = 10
    for n in range(5):
        metadata: Any = {"event_type": "waymark", "event_payload": {"id": n}}
        await client.chat_postMessage(channel=ada.id, text=f"{n}", metadata=metadata, **QUIET)
    at = ada.channel.id
    root = ada.dm[0].ts
    await client.chat_postMessage(channel=ada.id, text="in the thread", thread_ts=root, **QUIET)
    page = await client.conversations_history(channel=at, limit=3, include_all_metadata=True)
    assert [one["metadata"]["event_payload"]["id"] for one in page["messages"]] == [4, 3, 2]
    rest = await client.conversations_history(channel=at, limit=3, cursor=page["response_metadata"]["next_cursor"])
    assert [(one["text"], "metadata" in one) for one in rest["messages"]] == [("1", False), ("0", False)]
    assert not rest["has_more"]
    since = await client.conversations_history(channel=at, oldest=ada.dm[3].ts)
    assert [one["text"] for one in since["messages"]] == ["4"]
    thread = await client.conversations_replies(channel=at, ts=root)
    assert [one["text"] for one in thread["messages"]] == ["0", "in the thread"]


async def test_a_picture_is_uploaded_with_its_words(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    await client.files_upload_v2(
        channel=ada.channel.id, filename="chart.png", content=b"123", alt_txt="Two of three met", title="Chart"
    )
    (file,) = ada.dm[-1].files
    assert (file.name, file.title, file.alt, file.data) == ("chart.png", "Chart", "Two of three met", b"123")
    assert screen_words(ada.dm[-1]) == "Two of three met"
    assert fake.violations == []
    await client.files_upload_v2(channel=ada.channel.id, filename="chart.png", content=b"123")
    assert "without alt_txt" in fake.violations[-1]
    again: Any = [{"id": ada.dm[0].files[0].id}]
    assert (await refused(client.files_completeUploadExternal(files=again)))["error"] == "file_not_found"
    place = await client.files_getUploadURLExternal(filename="x.txt", length=4)
    assert client.session is not None
    assert (await client.session.post(place["upload_url"], data=b"123")).status == 400
    unfinished: Any = [{"id": place["file_id"]}]
    assert (await refused(client.files_completeUploadExternal(files=unfinished)))["error"] == "file_not_found"


# ---------------------------------------------------------------- rates and troubles


async def test_too_many_messages_in_a_channel_are_held_up(client: AsyncWebClient) -> None:
    async with FakeSlack() as slow:
        ada, cleo = slow.person("U0ADA", name="Ada Okafor"), slow.person("U0CLEO", name="Cleo Marsh")
        sender = AsyncWebClient(token=slow.bot_token, base_url=slow.url, session=client.session)
        for _ in range(5):
            await sender.chat_postMessage(channel=ada.id, text="x", **QUIET)
        with pytest.raises(SlackApiError) as caught:
            await sender.chat_postMessage(channel=ada.channel.id, text="x", **QUIET)
        response = caught.value.response
        assert (response.status_code, response["error"], response.headers["Retry-After"]) == (429, "ratelimited", "1")
        await sender.chat_postMessage(channel=cleo.id, text="x", **QUIET)
        assert slow.limited == 1
        assert [call.status for call in slow.calls] == [200] * 5 + [429, 200]


async def test_the_workspace_and_each_method_have_their_own_limits(client: AsyncWebClient) -> None:
    async with FakeSlack() as slow:
        slow.rates.workspace_burst = 2
        people = [slow.person(f"U0{n}", name=f"Person {n}") for n in range(3)]
        sender = AsyncWebClient(token=slow.bot_token, base_url=slow.url, session=client.session)
        for person in people[:2]:
            await sender.chat_postMessage(channel=person.id, text="x", **QUIET)
        limited = await refused(sender.chat_postMessage(channel=people[2].id, text="x", **QUIET))
        assert limited["error"] == "ratelimited"
        for _ in range(50):
            await sender.conversations_open(users=people[0].id)
        assert (await refused(sender.conversations_open(users=people[0].id)))["error"] == "ratelimited"
        await sender.auth_test()


async def test_troubles_come_as_they_were_ordered(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    async def post(text: str) -> object:
        return await client.chat_postMessage(channel=ada.id, text=text, **QUIET)

    fake.trouble("chat.postMessage", "429", retry_after=7)
    with pytest.raises(SlackApiError) as limited:
        await post("limited")
    assert limited.value.response.headers["Retry-After"] == "7"
    fake.trouble("chat.postMessage", "500")
    with pytest.raises(SlackApiError) as failed:
        await post("failed")
    assert failed.value.response.status_code == 500
    fake.trouble("chat.postMessage", "error", error="fatal_error")
    assert (await refused(post("error")))["error"] == "fatal_error"
    for kind in ("drop", "refuse"):
        fake.trouble("chat.postMessage", kind)
        with pytest.raises(aiohttp.ClientError):
            await post(kind)
    fake.trouble("chat.postMessage", "late", seconds=0.01)
    await post("late")
    fake.trouble("chat.postMessage", "hang")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(post("hung"), 0.05)
    await post("well")
    assert [one.text for one in ada.dm] == ["drop", "late", "well"]
    assert [call.status for call in fake.calls] == [429, 500, 200, 0, 0, 200, 0, 200]
