"""Modals and Home in the fake Slack: opened, filled in, submitted and closed as in Slack's own client."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.fake import Obj
from tests.platforms.slack.inputs import Given
from tests.platforms.slack.people import Person
from tests.platforms.slack.real_bot import Bot, opened, opening, over_http, refused, returning
from tests.platforms.slack.samples import PICK, TEXT, asking, button, buttons, modal, words
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack


async def test_a_modal_is_opened_filled_in_and_submitted(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    ticks = {"type": "checkboxes", "options": PICK["options"]}
    number = {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "5"}
    view = modal(
        asking("learned", {**TEXT, "initial_value": "Before"}),
        asking("mood", PICK),
        asking("some", ticks),
        asking("scale", number),
        asking("when", {"type": "datetimepicker", "initial_date_time": 1_800_000_000}),
        asking("more", TEXT, optional=True),
        callback_id="form",
        private_metadata="0pening",
    )
    await opened(bot, ada, view)
    assert "Before" in screen_words(ada.modal)
    await ada.submits()
    assert set(ada.faults) == {"mood", "some", "scale"}
    await ada.fills(learned="A & <B>", mood="Bad", some=["good", "Bad"], scale=7)
    assert (await ada.submits()).why == "not_yet"
    assert set(ada.faults) == {"scale"}
    await ada.fills(scale=5)
    assert (await ada.submits()).acknowledged
    sent = bot.heard[-1]["view"]
    assert (sent["callback_id"], sent["private_metadata"]) == ("form", "0pening")
    values = {block_id: state["answer"] for block_id, state in sent["state"]["values"].items()}
    assert values["learned"] == {"type": "plain_text_input", "value": "A & <B>"}
    assert values["mood"]["selected_option"]["value"] == "bad"
    assert [one["value"] for one in values["some"]["selected_options"]] == ["good", "bad"]
    assert values["scale"]["value"] == "5"
    assert values["when"]["selected_date_time"] == 1_800_000_000
    assert values["more"]["value"] is None
    assert ada.modal is None
    assert fake.violations == []


async def test_the_answer_to_a_submission_says_what_becomes_of_the_modal(
    fake: FakeSlack, bot: Bot, ada: Person
) -> None:
    await opened(bot, ada, modal(asking("learned", TEXT)))
    await ada.fills(learned="This")
    bot.does = returning({"response_action": "errors", "errors": {"learned": "A little more, please."}})
    await ada.submits()
    assert ada.faults == {"learned": "A little more, please."}
    bot.does = returning({"response_action": "push", "view": modal(asking("why", TEXT), title=words("Why?"))})
    await ada.submits()
    assert [view["title"]["text"] for view in ada.modals] == ["Your week", "Why?"]
    assert ada.modals[1]["root_view_id"] == ada.modals[1]["previous_view_id"] == ada.modals[0]["id"]
    bot.does = returning({"response_action": "update", "view": modal(asking("why", TEXT), title=words("Why so?"))})
    await ada.fills(why="Because")
    await ada.submits()
    assert "Why so?\nwhy?\nBecause" in screen_words(ada.modal), "what was typed stays"
    bot.does = returning({"response_action": "clear"})
    await ada.submits()
    assert ada.modals == []
    assert fake.violations == []


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nobody": "?"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "dance"},
    ],
)
async def test_a_wrong_answer_to_a_submission_is_a_violation(
    fake: FakeSlack, bot: Bot, ada: Person, answer: Obj
) -> None:
    await opened(bot, ada, modal(asking("learned", TEXT, optional=True)))
    bot.does = returning(answer)
    await ada.submits()
    assert ada.failures == ["We had some trouble connecting. Try again?"]
    assert len(fake.violations) == 1
    assert ada.modal is not None


async def test_a_submission_that_fails_is_seen_and_not_sent_again(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await opened(bot, ada, modal(asking("learned", TEXT, optional=True)))
    bot.status, before = 500, len(bot.heard)
    fake.timing.acknowledge_within = 0.1
    await ada.submits()
    assert ada.failures == ["We had some trouble connecting. Try again?"]
    assert len(bot.heard) == before + 1
    assert ada.modal is not None


async def test_closing_is_told_where_it_was_asked_for(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    await opened(bot, ada, modal(asking("learned", TEXT)))
    before = len(bot.heard)
    await ada.closes()
    assert len(bot.heard) == before
    first = await opened(bot, ada, modal(asking("learned", TEXT), notify_on_close=True))
    await ada.closes(clear=True)
    heard = bot.heard[-1]
    assert (heard["type"], heard["view"]["id"], heard["is_cleared"]) == ("view_closed", first["id"], True)
    assert ada.modal is None


@pytest.mark.parametrize(("clearing", "clear"), [(False, False), (False, True), (True, False)])
async def test_closing_the_top_leaves_the_one_below_unless_all_are_cleared(
    fake: FakeSlack, bot: Bot, ada: Person, clearing: bool, clear: bool
) -> None:
    await opened(bot, ada, modal(asking("learned", TEXT, optional=True), notify_on_close=True))
    top = modal(asking("why", TEXT), notify_on_close=True, clear_on_close=clearing)
    bot.does = returning({"response_action": "push", "view": top})
    await ada.submits()
    before = len(bot.heard)
    await ada.closes(clear=clear)
    all_closed = clear or clearing
    assert len(ada.modals) == (0 if all_closed else 1)
    assert [heard["type"] for heard in bot.heard[before:]] == ["view_closed"] * (2 if all_closed else 1)
    assert fake.violations == []


@pytest.mark.parametrize(
    ("element", "given"),
    [
        (TEXT, ""),
        ({**TEXT, "max_length": 3}, "long"),
        ({**TEXT, "min_length": 3}, "no"),
        ({"type": "number_input", "is_decimal_allowed": False}, "many"),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5"),
        ({"type": "number_input", "is_decimal_allowed": True, "min_value": "1", "max_value": "2"}, "2.5"),
        ({"type": "email_text_input"}, "ada"),
        ({"type": "url_text_input"}, "example.org"),
        ({"type": "multi_static_select", "options": PICK["options"]}, []),
    ],
)
async def test_slacks_own_client_does_not_submit_what_an_input_does_not_take(
    fake: FakeSlack, bot: Bot, ada: Person, element: Obj, given: Given
) -> None:
    await opened(bot, ada, modal(asking("it", element)))
    await ada.fills(it=given)
    before = len(bot.heard)
    assert (await ada.submits()).why == "not_yet"
    assert [*ada.faults] == ["it"]
    assert len(bot.heard) == before
    assert ada.modal is not None


async def test_what_is_chosen_outside_an_input_is_told_at_once_and_kept(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    menu = {**PICK, "action_id": "pick"}
    await opened(bot, ada, modal({**buttons(menu), "block_id": "top"}, asking("mood", PICK, optional=True)))
    await ada.presses("Bad")
    heard = bot.heard[-1]
    assert heard["actions"][0]["selected_option"]["value"] == "bad"
    assert heard["view"]["state"]["values"]["top"]["pick"]["selected_option"]["value"] == "bad"
    await ada.closes()
    await opened(bot, ada, modal(asking("mood", PICK)))
    with pytest.raises(AssertionError, match="no “Bad” to press"):
        await ada.presses("Bad")


def test_a_reader_sees_the_words_of_every_block_in_order() -> None:
    line = {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}
    view = modal(
        {"type": "header", "text": words("Header")},
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_list", "style": "ordered", "offset": 1, "elements": [line, line]},
                {"type": "rich_text_list", "style": "bullet", "elements": [line]},
                {"type": "rich_text_quote", "elements": line["elements"]},
            ],
        },
        {"type": "section", "text": {"type": "mrkdwn", "text": "A &amp; B"}, "accessory": button("Beside")},
        {"type": "context", "elements": [words("Context")]},
        {"type": "image", "image_url": "https://example.org", "alt_text": "A picture"},
        buttons(button("Go")),
        asking("text", {**TEXT, "initial_value": "Before"}, hint=words("Hint")),
        asking("mood", {**PICK, "initial_option": PICK["options"][0]}),
        asking("ticks", {"type": "checkboxes", "options": PICK["options"]}),
    )
    assert screen_words(view).splitlines() == [
        *("Your week", "Header", "2. one", "3. one", "• one", "“one”", "A & B", "[Beside]", "Context", "A picture"),
        *("[Go]", "text?", "Before", "Hint", "mood?", "Good", "ticks?", "[Good]", "[Bad]", "[Save]"),
    ]
    assert screen_words(None) == ""


async def test_three_modals_are_stacked_and_no_more(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    view = modal(buttons(button("Deeper")))
    del view["submit"]
    errors: list[str] = []

    async def push(heard: Obj) -> Obj:
        try:
            await bot.client.views_push(trigger_id=heard["trigger_id"], view=view)
        except SlackApiError as error:
            errors.append(error.response["error"])
        return {}

    await opened(bot, ada, view)
    bot.does = push
    for _ in range(3):
        await ada.presses("Deeper")
    assert len(ada.modals) == 3
    await ada.shortcut("elsewhere")
    assert errors == ["push_limit_reached", "not_found"]


async def test_a_trigger_serves_once_and_not_for_long(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    async with over_http(fake) as bot:
        await ada.shortcut("open")
        await ada.shortcut("open")
        await ada.shortcut("open")
    first, second, third = (heard["trigger_id"] for heard in bot.heard)
    view = modal(asking("learned", TEXT))
    assert (await refused(client.views_open(trigger_id="1.2.x", view=view)))["error"] == "invalid_trigger_id"
    await client.views_open(trigger_id=first, view=view)
    assert (await refused(client.views_open(trigger_id=first, view=view)))["error"] == "exchanged_trigger_id"
    await refused(client.views_open(trigger_id=second, view={**view, "title": words("")}))
    await client.views_open(trigger_id=second, view=view)
    fake.trigger_life = -1
    assert (await refused(client.views_open(trigger_id=third, view=view)))["error"] == "expired_trigger_id"


async def test_a_view_is_updated_while_it_is_open_and_as_it_was_known(fake: FakeSlack, bot: Bot, ada: Person) -> None:
    view = modal(asking("learned", TEXT), external_id="one")
    shown = await opened(bot, ada, view)
    await ada.fills(learned="Typed already")
    again = modal(asking("learned", TEXT), asking("more", TEXT, optional=True), external_id="one")
    fresh = (await bot.client.views_update(external_id="one", view=again, hash=shown["hash"]))["view"]
    assert fresh["state"]["values"]["learned"]["answer"]["value"] == "Typed already"
    stale = bot.client.views_update(view_id=shown["id"], view=again, hash=shown["hash"])
    assert (await refused(stale))["error"] == "hash_conflict"
    cleo = fake.person("U0CLEO", name="Cleo Marsh")
    bot.does = opening(bot, view)
    fake.timing.acknowledge_within = 0.1
    await cleo.shortcut("open")
    assert fake.calls[-1].error == "duplicate_external_id"
    bot.does = None
    await ada.closes()
    assert (await refused(bot.client.views_update(view_id=shown["id"], view=again)))["error"] == "not_found"
    assert fake.violations == []


async def test_home_is_published_for_people_who_are_there(fake: FakeSlack, client: AsyncWebClient, ada: Person) -> None:
    home: Obj = {"type": "home", "blocks": [{"type": "header", "text": words("Next")}]}
    first = (await client.views_publish(user_id=ada.id, view=home))["view"]
    await client.views_publish(user_id=ada.id, view=home, hash=first["hash"])
    conflict = await refused(client.views_publish(user_id=ada.id, view=home, hash=first["hash"]))
    assert conflict["error"] == "hash_conflict"
    assert (await refused(client.views_publish(user_id="U0NOBODY", view=home)))["error"] == "user_not_found"
    assert fake.violations == []
    await refused(client.views_publish(user_id=ada.id, view={**home, "title": words("Home")}))
    assert "invalid additional property: title" in fake.violations[-1]
