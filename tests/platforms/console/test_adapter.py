"""The console is an adapter like the others, and draws what it is given as what it is."""

import json
from typing import Any

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.forms import Answers
from bot.chat.messages import Button, Message
from bot.chat.platform import Address, Arrived, Closed, FindsSent, Pressed, Retracts, Said, Sent, Submitted
from bot.platforms.console import render
from bot.platforms.console.adapter import Deed, Line, NoSuchForm, NotListening, UnknownPerson
from storage.errors import StorageBusy, StorageFull
from tests.platforms.console.conftest import ADA, CANARY, FILLED, HOSTILE
from tests.platforms.scripted import LONDON, ScriptedBot, week


def shown(bot: ScriptedBot, user: str = "ada") -> list[Message | Deed]:
    """What stands in a conversation, top to bottom."""
    lines = [news.what for news in bot.platform.news(0) if news.user == user and isinstance(news.what, Line)]
    return [line.shown for line in sorted(lines, key=lambda line: line.place) if line.shown is not None]


# ---------------------------------------------------------------- the adapter


async def test_it_can_take_messages_back_and_find_what_it_sent(bot: ScriptedBot) -> None:
    assert isinstance(bot.platform, Retracts)
    assert isinstance(bot.platform, FindsSent)

    sent = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    assert await bot.platform.find_sent(ADA, "m1") == sent
    assert await bot.platform.find_sent(ADA, "m2") is None

    await bot.platform.retract(ADA, sent)
    assert shown(bot) == []


async def test_a_message_sent_twice_under_one_id_is_shown_once(bot: ScriptedBot) -> None:
    first = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    again = await bot.platform.send(ADA, Message("Good morning, a second time"), id="m1")

    assert first == again
    assert shown(bot) == [Message("Good morning")]


async def test_a_message_that_was_taken_back_does_not_come_again(bot: ScriptedBot) -> None:
    sent = await bot.platform.send(ADA, Message("Good morning"), id="m1")
    await bot.platform.retract(ADA, sent)

    await bot.platform.send(ADA, Message("Good morning"), id="m1")
    await bot.platform.replace(ADA, sent, Message("Good evening"))

    assert shown(bot) == []


async def test_a_replaced_message_stays_in_its_place(bot: ScriptedBot) -> None:
    sent = await bot.platform.send(ADA, Message("Shall I book it?"), id="m1")
    await bot.platform.send(ADA, Message("Something else"), id="m2")

    await bot.platform.replace(ADA, sent, Message("Booked"))

    assert shown(bot) == [Message("Booked"), Message("Something else")]


async def test_a_message_from_before_a_restart_is_replaced_by_showing_it_anew(bot: ScriptedBot) -> None:
    await bot.platform.replace(ADA, Sent("from-another-process"), Message("Booked"))

    assert shown(bot) == [Message("Booked")]


async def test_sending_to_somebody_unknown_fails_for_good(bot: ScriptedBot) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await bot.platform.send(Address("console", "", "nobody"), Message(CANARY), id="m1")

    assert failed.value.permanent
    assert CANARY not in failed.value.why


async def test_what_is_typed_reaches_the_bot_and_can_be_taken_back(bot: ScriptedBot) -> None:
    await bot.platform.say("ada", "key-0001", CANARY)

    [inbound] = bot.inbounds
    assert inbound.address == ADA
    assert inbound.display_name == "Ada Okafor"
    assert isinstance(inbound.what, Said)
    assert inbound.what.sent is not None

    await bot.quiet()
    await bot.platform.retract(ADA, inbound.what.sent)
    assert Deed("said", CANARY) not in shown(bot)
    assert CANARY not in json.dumps([render.news(news, LONDON) for news in bot.platform.news(0) if news.version > 2])


async def test_the_answer_stands_below_what_was_said_even_when_it_comes_first(bot: ScriptedBot) -> None:
    async def answers_at_once(inbound: Any) -> Any:
        await bot.platform.send(inbound.address, Message("Answer"), id="answer")

    await bot.platform.listen(answers_at_once)
    await bot.platform.say("ada", "key-0001", "Question")

    assert shown(bot) == [Deed("said", "Question"), Message("Answer")]


async def test_the_same_post_again_counts_once(bot: ScriptedBot) -> None:
    for _ in range(2):
        await bot.platform.say("ada", "key-0001", "Hello")

    assert len(bot.inbounds) == 1
    await bot.quiet()
    assert shown(bot).count(Deed("said", "Hello")) == 1


@pytest.mark.parametrize("refusal", [StorageFull(), StorageBusy()])
async def test_what_was_not_kept_is_not_shown_and_can_be_sent_again(bot: ScriptedBot, refusal: Exception) -> None:
    bot.refuse = refusal
    with pytest.raises(type(refusal)):
        await bot.platform.say("ada", "key-0001", "Hello")
    assert shown(bot) == []

    bot.refuse = None
    await bot.platform.say("ada", "key-0001", "Hello")
    assert shown(bot) == [Deed("said", "Hello")]


async def test_nothing_is_taken_in_before_the_bot_listens_or_after_it_stops(bot: ScriptedBot) -> None:
    await bot.platform.close()
    with pytest.raises(NotListening):
        await bot.platform.say("ada", "key-0001", "Hello")

    await bot.platform.listen(bot.receive)
    await bot.platform.say("ada", "key-0001", "Hello")
    assert len(bot.inbounds) == 1


async def test_the_bot_hears_of_an_arrival_once_and_again_when_it_was_not_kept(bot: ScriptedBot) -> None:
    bot.refuse = StorageFull()
    with pytest.raises(StorageFull):
        await bot.platform.arrive("ada", "key-0001")

    bot.refuse = None
    await bot.platform.arrive("ada", "key-0002")
    await bot.platform.arrive("ada", "key-0003")

    assert [inbound.what for inbound in bot.inbounds] == [Arrived()]


async def test_a_press_says_which_message_it_was_on(bot: ScriptedBot) -> None:
    await bot.platform.send(ADA, Message("A time is free", buttons=(Button("Book it", "demo.book"),)), id="m1")
    await bot.platform.press("ada", "key-0001", "demo.book", "m1")

    assert [inbound.what for inbound in bot.inbounds] == [Pressed("demo.book", on=Sent("m1"))]
    assert shown(bot)[1] == Deed("pressed", "Book it")


async def test_a_press_on_what_is_gone_is_for_the_bot_to_judge(bot: ScriptedBot) -> None:
    await bot.platform.press("ada", "key-0001", "somebody.elses:17", "gone")

    assert [inbound.what for inbound in bot.inbounds] == [Pressed("somebody.elses:17", on=Sent("gone"))]


async def test_a_form_is_sent_as_it_was_given_and_leaves_no_answers_behind(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    faults = await bot.platform.submit("ada", "key-0001", "o1", {**FILLED, "unknown": "dropped"})

    assert faults == {}
    [inbound] = bot.inbounds
    assert isinstance(inbound.what, Submitted)
    assert inbound.what.opening == "o1"
    assert {name: answer for name, answer in inbound.what.answers.items() if answer is not None} == FILLED
    assert CANARY not in json.dumps([render.news(news, LONDON) for news in bot.platform.news(0)])


async def test_answers_that_a_question_refuses_come_back_beside_it_and_nothing_is_sent(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")

    faults = await bot.platform.submit("ada", "key-0001", "o1", {**FILLED, "again": "whenever", "hours": "many"})

    assert set(faults) == {"again", "hours"}
    assert faults["hours"] == "Please give a whole number from 0 to 40."
    assert bot.inbounds == []
    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}


async def test_a_form_sent_twice_is_sent_once(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}
    with pytest.raises(NoSuchForm):
        await bot.platform.submit("ada", "key-0002", "o1", FILLED)
    assert len(bot.inbounds) == 1


async def test_a_form_that_was_not_kept_stays_open(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    bot.refuse = StorageFull()
    with pytest.raises(StorageFull):
        await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    bot.refuse = None
    assert await bot.platform.submit("ada", "key-0001", "o1", FILLED) == {}


async def test_the_form_that_the_answer_opens_stays_open(bot: ScriptedBot) -> None:
    async def opens_the_next(inbound: Any) -> Any:
        await bot.platform.open_form(inbound.address, week("o2"), trigger="")

    await bot.platform.listen(opens_the_next)
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.submit("ada", "key-0001", "o1", FILLED)

    assert week("o2") in [news.what for news in bot.platform.news(0)]


async def test_a_form_that_is_put_away_is_told_to_the_bot(bot: ScriptedBot) -> None:
    await bot.platform.open_form(ADA, week("o1"), trigger="")
    await bot.platform.put_away("ada", "key-0001", "o1")

    assert [inbound.what for inbound in bot.inbounds] == [Closed("o1")]
    assert week("o1") not in [news.what for news in bot.platform.news(0)]


async def test_nobody_can_act_as_somebody_unknown(bot: ScriptedBot) -> None:
    with pytest.raises(UnknownPerson):
        await bot.platform.say("nobody", "key-0001", "Hello")


# ---------------------------------------------------------------- what the page draws


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_drawn_as_text(text: str) -> None:
    drawn = json.loads(json.dumps(render.text(text)))

    tags = {"p", "strong", "em", "a", "ul", "ol", "li", "blockquote"}

    def look(node: Any) -> None:
        if isinstance(node, str):
            return
        assert node["tag"] in tags
        assert not node.get("href", "").lower().startswith(("javascript", "data"))
        for inside in node["inside"]:
            look(inside)

    for node in drawn:
        look(node)


def test_a_consent_is_never_filled_in_and_a_secret_never_shown_back() -> None:
    answers: Answers = {"share": True, "words": CANARY, "mood": "Light", "again": "2027-07-06T13:00:00+00:00"}
    drawn = json.loads(json.dumps(render.form(week("o1", answers))))
    answered = {field["name"]: field["answer"] for field in drawn["fields"]}

    assert answered["share"] == ""
    assert CANARY not in json.dumps(drawn)
    assert answered["mood"] == "Light"
    assert answered["again"] == "2027-07-06 14:00"  # as the person's clock has it
