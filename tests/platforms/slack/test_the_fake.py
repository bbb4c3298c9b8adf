"""The fake Slack, driven by Slack's own libraries: what people do arrives, however the bot is reached."""

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.fake import Obj
from tests.platforms.slack.people import Person
from tests.platforms.slack.real_bot import Bot, over_http, over_sockets, refused, returning
from tests.platforms.slack.samples import PICK, QUIET, button, buttons
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import ALL_SCOPES, FakeSlack


async def test_what_is_typed_arrives_escaped_and_is_answered(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    answer = await ada.types("Tom & <Jerry>")
    assert answer.acknowledged
    assert bot.event["text"] == "Tom &amp; &lt;Jerry&gt;"
    assert bot.event["channel_type"] == "im"
    await bot.client.chat_postMessage(channel=bot.event["channel"], text="Hello", **QUIET)
    assert [screen_words(one) for one in ada.dm] == ["Tom & <Jerry>", "Hello"]
    assert fake.violations == []


async def test_files_edits_and_deletions_arrive(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await ada.types_file("notes.pdf")
    assert bot.event["subtype"] == "file_share"
    assert (bot.event["text"], bot.event["files"][0]["name"]) == ("", "notes.pdf")
    await ada.types("Hallo")
    await ada.edits(ada.dm[-1].ts, "Hello")
    assert bot.event["subtype"] == "message_changed"
    assert (bot.event["previous_message"]["text"], bot.event["message"]["text"]) == ("Hallo", "Hello")
    await ada.deletes(ada.dm[-1].ts)
    assert bot.event["subtype"] == "message_deleted"
    assert bot.event["deleted_ts"] == ada.dm[-1].ts
    assert ada.dm[-1].deleted


async def test_a_mention_arrives_from_a_channel_that_both_are_in(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    team = fake.channel("C0TEAM", [ada])
    await ada.mentions("C0TEAM", "what’s next?")
    assert bot.event["type"] == "app_mention"
    assert bot.event["text"] == f"<@{fake.workspace.app.user}> what’s next?"
    await bot.client.chat_postEphemeral(channel=team.id, user=ada.id, text="Only for you")
    assert [one.text for one in ada.ephemerals] == ["Only for you"]
    with pytest.raises(AssertionError, match="both must be in"):
        await ada.mentions(fake.channel("C0OTHER", [ada], bot=False), "hello?")


async def test_opening_home_and_messages_arrives_and_home_is_shown(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await ada.opens_messages()
    assert (bot.event["type"], bot.event["tab"]) == ("app_home_opened", "messages")
    await ada.opens_home()
    assert "view" not in bot.event
    await bot.client.views_publish(user_id=ada.id, view={"type": "home", "blocks": [buttons(button("My notes"))]})
    await ada.opens_home()
    assert bot.event["view"]["id"] == (ada.home or {})["id"]
    assert screen_words(ada.home) == "[My notes]"
    await ada.presses("My notes")
    assert bot.heard[-1]["container"] == {"type": "view", "view_id": bot.heard[-1]["view"]["id"]}


async def test_a_command_arrives_and_is_answered_while_it_is_acknowledged(
    fake: FakeSlack, bot: Bot, ada: Person
) -> None:
    bot.does = returning({"text": "Kept."})
    answer = await ada.commands("/waymark", "reflect A & B")
    assert answer.acknowledged
    heard = bot.heard[-1]
    assert (heard["command"], heard["text"], heard["channel_id"]) == ("/waymark", "reflect A &amp; B", ada.channel.id)
    assert [one.text for one in ada.ephemerals] == ["Kept."]
    bot.status = 500
    fake.timing.acknowledge_within = 0.1
    await ada.commands("/waymark", "help")
    assert ada.failures == ["/waymark failed because the app did not respond"]
    assert len(bot.heard) == 2, "a command is never sent again"


async def test_shortcuts_arrive_with_what_they_are_about(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await ada.shortcut("reflect")
    assert (bot.heard[-1]["type"], bot.heard[-1]["callback_id"]) == ("shortcut", "reflect")
    await ada.types("Worth keeping")
    await ada.message_shortcut("keep", ada.channel, ada.dm[-1].ts)
    assert (bot.heard[-1]["type"], bot.heard[-1]["message"]["text"]) == ("message_action", "Worth keeping")


async def test_a_press_says_where_it_was_made(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    sent = await bot.client.chat_postMessage(
        channel=ada.id, text="Ready?", blocks=[buttons(button("Yes & now", "go&:1"), button("No", "go:2"))], **QUIET
    )
    before = ada.dm[-1]
    await ada.presses("No")
    heard = bot.heard[-1]
    assert heard["actions"][0]["value"] == "go:2"
    assert (heard["message"]["ts"], heard["container"]["is_ephemeral"]) == (sent["ts"], False)
    await bot.client.chat_update(channel=sent["channel"], ts=sent["ts"], text="Done.", blocks=[])
    with pytest.raises(AssertionError, match="no “No” to press"):
        await ada.presses("No")
    await ada.presses("Yes & now", on=before)
    (action,) = bot.heard[-1]["actions"]
    assert (action["text"]["text"], action["value"]) == ("Yes &amp; now", "go&:1"), "labels are escaped, values are not"


async def test_an_option_that_is_chosen_arrives_like_a_press(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    menu = {**PICK, "action_id": "pick"}
    await bot.client.chat_postMessage(channel=ada.id, text="How?", blocks=[buttons(menu)], **QUIET)
    await ada.presses("Bad")
    assert bot.heard[-1]["actions"][0]["selected_option"]["value"] == "bad"


async def test_an_ephemeral_message_is_replaced_at_its_response_url(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    fake.channel("C0TEAM", [ada])
    await bot.client.chat_postEphemeral(channel="C0TEAM", user=ada.id, text="Shall I?", blocks=[buttons(button("Yes"))])
    await ada.presses("Yes")
    heard = bot.heard[-1]
    assert heard["container"]["is_ephemeral"]
    assert "message" not in heard
    async with aiohttp.ClientSession() as session:
        for n in range(5):
            body = {"text": f"Done {n}", "replace_original": True}
            assert (await session.post(heard["response_url"], json=body)).status == 200
        assert (await session.post(heard["response_url"], json={"text": "Once more"})).status == 404
        assert [one.text for one in ada.ephemerals] == ["Done 4"]
        await bot.client.chat_postEphemeral(
            channel="C0TEAM", user=ada.id, text="Again?", blocks=[buttons(button("Yes"))]
        )
        await ada.presses("Yes")
        url = bot.heard[-1]["response_url"]
        assert (await session.post(url, json={"delete_original": True})).status == 200
        assert [one.text for one in ada.ephemerals] == ["Done 4"]
        fake.workspace.response_urls[url.rpartition("/")[2]].born -= 30 * 60
        assert (await session.post(url, json={"text": "Too late"})).status == 404
    assert fake.violations == []


async def test_a_changed_profile_and_the_end_of_the_app_arrive(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await fake.changes(ada, email="new@example.org")
    assert bot.event["user"]["profile"]["email"] == "new@example.org"
    await fake.deactivates(ada)
    assert (bot.event["type"], bot.event["user"]["deleted"]) == ("user_change", True)
    assert (await refused(bot.client.conversations_open(users=ada.id)))["error"] == "user_disabled"
    assert (await refused(bot.client.chat_postMessage(channel=ada.channel.id, text="?", **QUIET)))["error"] == (
        "user_disabled"
    )
    with pytest.raises(AssertionError, match="deactivated"):
        await ada.types("hello?")
    await fake.uninstalls()
    assert [heard["event"]["type"] for heard in bot.heard[-2:]] == ["tokens_revoked", "app_uninstalled"]
    assert (await refused(bot.client.auth_test()))["error"] == "account_inactive"


async def test_the_bot_hears_its_own_message_and_another_bots(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await bot.client.chat_postMessage(channel=ada.id, text="Hello", **QUIET)
    await fake.echoes(ada.dm[-1])
    assert (bot.event["bot_id"], bot.event["user"]) == (fake.workspace.app.bot, fake.workspace.app.user)
    other = fake.person("U0OTHER", name="Other Bot", bot=True)
    await other.types("beep")
    assert bot.event["bot_id"] == "B0OTHER"


async def test_a_stranger_from_another_workspace_is_known_by_the_team(fake: FakeSlack, bot: Bot) -> None:
    eve = fake.person("U0EVE", name="Eve Adams", team="T0OTHER")
    await eve.types("hello")
    assert (bot.event["team"], bot.event["user_team"], bot.heard[-1]["team_id"]) == ("T0OTHER", "T0OTHER", "T0CENTRAL")
    user = (await bot.client.users_info(user=eve.id))["user"]
    assert (user["team_id"], user["is_stranger"], "email" in user["profile"]) == ("T0OTHER", True, False)
    with pytest.raises(AssertionError, match="own workspace"):
        await eve.commands("/waymark")


async def test_what_the_scopes_do_not_allow_is_not_sent() -> None:
    async with FakeSlack(scopes=ALL_SCOPES - {"im:history", "commands"}) as fake, over_http(fake) as bot:
        ada = fake.person("U0ADA", name="Ada Okafor")
        assert (await ada.types("hello")).why == "not_sent"
        assert (await ada.commands("/waymark")).why == "not_sent"
        assert bot.heard == []
        failed = await refused(bot.client.conversations_history(channel=ada.channel.id))
        assert (failed["error"], failed["needed"]) == ("missing_scope", "im:history")
        assert "chat:write" in failed["provided"].split(",")


# ---------------------------------------------------------------- the agent view


async def test_in_the_agent_view_there_are_prompts_and_a_status_and_no_guests() -> None:
    async with FakeSlack(agent_view=True) as fake, over_http(fake) as bot:
        ada = fake.person("U0ADA", name="Ada Okafor")
        await ada.looks_at(fake.channel("C0TEAM", [ada]))
        assert bot.event["context"]["entities"][0]["value"] == "C0TEAM"
        await ada.types("hello")
        client, channel, ts = bot.client, ada.channel.id, ada.dm[-1].ts
        prompts: Any = [{"title": "What’s next?", "message": "what’s next"}]
        await client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=prompts)
        assert ada.prompts == prompts
        await client.assistant_threads_setStatus(channel_id=channel, thread_ts=ts, status="is thinking…")
        assert ada.statuses == ["is thinking…"]
        failed = await refused(client.assistant_threads_setStatus(channel_id=channel, thread_ts="1.2", status="?"))
        assert failed["error"] == "invalid_thread_ts"
        assert fake.violations == []
        await client.assistant_threads_setSuggestedPrompts(channel_id=channel, thread_ts=ts, prompts=prompts * 2)
        assert "shows nothing" in fake.violations[-1]
        assert ada.prompts == prompts
        guest = fake.person("U0GUS", name="Gus Guest", guest=True)
        assert (await client.users_info(user=guest.id))["user"]["is_restricted"]
        with pytest.raises(AssertionError, match="shuts guests out"):
            await guest.types("hello")


async def test_a_thread_of_the_older_assistant_view_arrives(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await ada.starts_thread()
    thread = bot.event["assistant_thread"]
    assert (thread["user_id"], thread["channel_id"]) == (ada.id, ada.channel.id)
    await ada.types("hello", thread=thread["thread_ts"])
    assert bot.event["thread_ts"] == thread["thread_ts"]
    with pytest.raises(AssertionError, match="agent view only"):
        await ada.looks_at(None)


# ---------------------------------------------------------------- delivery


async def test_an_event_is_sent_again_until_it_is_acknowledged(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    fake.timing.retry_after = (0, 0, 0)
    fake.timing.acknowledge_within = 0.5 if fake.delivery.url is None else 3.0

    async def recover(_heard: Obj) -> Obj:
        bot.status = 200 if len(bot.heard) == 3 else 500
        return {}

    bot.does = recover
    assert (await ada.types("hello")).acknowledged
    assert len({heard["event_id"] for heard in bot.heard}) == 1
    reason = "http_error" if fake.delivery.url else "timeout"
    assert [headers.get("x-slack-retry-num") for headers in bot.headers][1:] == [["1"], ["2"]]
    assert [headers.get("x-slack-retry-reason") for headers in bot.headers][1:] == [[reason], [reason]]


async def test_an_event_that_is_never_acknowledged_is_given_up(fake: FakeSlack, ada: Person) -> None:
    fake.timing.retry_after = (0, 0, 0)
    async with over_http(fake) as bot:
        bot.status = 500
        assert (await ada.types("hello")).status == 500
        assert len(bot.heard) == 4
    assert [event["event"]["text"] for event in fake.delivery.undelivered] == ["hello"]


async def test_a_late_acknowledgement_is_thrown_away(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    fake.timing.acknowledge_within = 0.01
    too_late = asyncio.Event()

    async def dawdle(_heard: Obj) -> Obj:
        await too_late.wait()
        return {}

    bot.does = dawdle
    answer = await ada.shortcut("open")
    too_late.set()
    assert (answer.status, len(ada.failures)) == (None, 1)


async def test_events_can_come_twice_and_in_another_order(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    fake.delivery.copies = 2
    await ada.types("hello")
    assert [heard["event_id"] for heard in bot.heard] == [bot.heard[0]["event_id"]] * 2
    fake.delivery.copies = 1
    bot.heard.clear()
    fake.shuffled(7, within=0.05)
    await asyncio.gather(*(ada.types(str(n)) for n in range(10)))
    texts = [heard["event"]["text"] for heard in bot.heard]
    assert sorted(texts) == [str(n) for n in range(10)] != texts


@pytest.mark.parametrize("said", [True, False])
async def test_a_socket_that_closes_is_opened_again_and_nothing_is_lost(
    fake: FakeSlack, ada: Person, said: bool
) -> None:
    async with over_sockets(fake) as bot:
        await fake.close_sockets(said=said)
        assert (await ada.types("hello")).acknowledged
        assert bot.event["text"] == "hello"


async def test_each_event_goes_to_one_of_the_connections(fake: FakeSlack, ada: Person) -> None:
    async with over_sockets(fake) as one, over_sockets(fake) as other:
        await fake.connected(2)
        for n in range(4):
            await ada.types(str(n))
        assert (len(one.heard), len(other.heard)) == (2, 2)


async def test_forged_and_stale_requests_are_what_they_say(fake: FakeSlack, ada: Person) -> None:
    async with over_http(fake) as bot:
        event: Obj = {"type": "event_callback", "event_id": "Ev1", "event": {"type": "message"}}
        assert (await fake.raw(event)).status == 200
        assert (await fake.raw(event, signature="v0=forged")).status == 401
        assert (await fake.raw(event, timestamp="1700000000")).status == 401
        assert (await fake.raw("command=%2Fwaymark&text=hi")).status == 200
        assert len(bot.heard) == 2
    body = b"anything"
    signed = fake.delivery.signed(body, "text/plain")
    assert SignatureVerifier(fake.signing_secret).is_valid_request(body, signed)


async def test_what_goes_over_a_socket_is_in_an_envelope(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    url = (await client.apps_connections_open(app_token=fake.app_token))["url"]
    assert client.session is not None
    async with client.session.ws_connect(url) as socket:
        assert (await socket.receive_json())["num_connections"] == 1
        for act, kind in [(ada.types("hello"), "events_api"), (ada.shortcut("open"), "interactive")]:
            acting = asyncio.create_task(act)
            envelope = await socket.receive_json()
            assert (envelope["type"], envelope["accepts_response_payload"]) == (kind, kind == "interactive")
            assert ("retry_attempt" in envelope) == (kind == "events_api")
            await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "done"}})
            assert (await acting).body == {"text": "done"}
