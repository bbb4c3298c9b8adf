"""What every adapter keeps to, each with its real libraries: what the bot may count on, whatever the platform."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.forms import ShortText
from bot.chat.messages import Button, Message
from bot.chat.platform import (
    Arrived,
    Fetches,
    FindsSent,
    FormView,
    HasAddress,
    HasHome,
    HasLinks,
    HasMenu,
    HasWindows,
    Looked,
    Pressed,
    Profiles,
    Retracts,
    Said,
)
from tests.platforms.tried import NOW, NotTaken, Ready, Tried
from tests.platforms.tried.console import console
from tests.platforms.tried.slack import slack_over_a_socket, slack_over_http
from tests.platforms.tried.telegram import telegram_by_polling, telegram_by_webhook

ON_SLACK: tuple[Ready, ...] = (slack_over_http, slack_over_a_socket)
ON_TELEGRAM: tuple[Ready, ...] = (telegram_by_webhook, telegram_by_polling)
EVERY: tuple[Ready, ...] = (console, *ON_SLACK, *ON_TELEGRAM)

PHOTO = b"\xff\xd8\xff" + b"and so on" * 1_000


@pytest.fixture(params=EVERY, ids=lambda ready: ready.__name__)
async def tried(request: pytest.FixtureRequest) -> AsyncIterator[Tried]:
    ready: Ready = request.param
    async with ready() as tried:
        await tried.platform.listen(tried.hear)
        yield tried


def only(*ready: Ready) -> pytest.MarkDecorator:
    """Only the adapters that have this optional part."""
    return pytest.mark.parametrize("tried", ready, indirect=True, ids=lambda ready: ready.__name__)


async def test_what_is_said_arrives_once_verified_and_with_a_key(tried: Tried) -> None:
    await tried.says("hello there")
    await tried.says("hello & <again>")
    first, second = tried.heard
    assert first.address == second.address == tried.ada
    assert first.key
    assert first.key != second.key
    assert isinstance(first.what, Said)
    assert isinstance(second.what, Said)
    assert (first.what.text, second.what.text) == ("hello there", "hello & <again>")


async def test_what_could_not_be_kept_is_not_acknowledged(tried: Tried) -> None:
    tried.full = True
    with pytest.raises(NotTaken):
        await tried.says("hello there")
    tried.full = False
    await tried.says("hello there")
    assert len(tried.heard) == 1


async def test_a_message_is_shown_and_its_button_comes_back_with_its_data(tried: Tried) -> None:
    message = Message("Choose", buttons=(Button("This", "try.this:1"),))
    sent = await tried.platform.send(tried.ada, message, id="one")
    assert tried.screen() == ["Choose"]
    await tried.presses("This")
    [inbound] = tried.heard
    assert isinstance(inbound.what, Pressed)
    assert (inbound.what.press, inbound.what.on) == ("try.this:1", sent)


async def test_a_message_is_replaced_in_its_place(tried: Tried) -> None:
    sent = await tried.platform.send(tried.ada, Message("Before"), id="one")
    assert await tried.platform.replace(tried.ada, sent, Message("After"))
    assert await tried.platform.replace(tried.ada, sent, Message("After"))
    assert tried.screen() == ["After"]


async def test_sending_to_nobody_fails_for_good(tried: Tried) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await tried.platform.send(tried.nobody, Message("Hello?"), id="one")
    assert failed.value.permanent


@only(console, *ON_SLACK)
async def test_a_form_is_opened_where_forms_are_shown_whole(tried: Tried) -> None:
    assert tried.platform.asks_in_forms
    form = FormView("opening", "A form", "", "Save", {"line": ShortText("A line?")}, {}, {}, NOW, "Europe/London")
    assert await tried.platform.open_form(tried.ada, form, trigger=await tried.trigger())
    assert tried.form() == "A form"


@only(console, *ON_SLACK)
async def test_what_was_sent_is_found_by_its_id(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, FindsSent)
    assert await platform.find_sent(tried.ada, "one") is None
    await platform.send(tried.ada, Message("Before"), id="another")
    sent = await platform.send(tried.ada, Message("Once"), id="one")
    await platform.send(tried.ada, Message("After"), id="a third")
    assert await platform.find_sent(tried.ada, "one") == sent
    assert await platform.find_sent(tried.ada, "on") is None


@only(console, *ON_SLACK)
async def test_a_long_message_is_found_only_when_all_of_it_is_there(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, FindsSent)
    sent = await platform.send(tried.ada, Message("and on and on " * 900), id="one")
    assert await platform.find_sent(tried.ada, "one") == sent


async def test_what_somebody_sends_is_fetched_as_it_was_and_again(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, Fetches)
    await tried.sends_photo(PHOTO)
    [inbound] = tried.heard
    assert isinstance(inbound.what, Said)
    [file] = inbound.what.files
    assert (file.media_type, file.size) == ("image/jpeg", len(PHOTO))
    for _ in range(2):
        assert await platform.fetch(tried.ada, file) == PHOTO


async def test_what_is_not_there_to_be_fetched_fails_for_good(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, Fetches)
    await tried.sends_photo(PHOTO)
    [inbound] = tried.heard
    assert isinstance(inbound.what, Said)
    [file] = inbound.what.files
    for ref in ("", "nothing", f"x{file.ref}"):
        with pytest.raises(DeliveryFailed) as failed:
            await platform.fetch(tried.ada, replace(file, ref=ref))
        assert failed.value.permanent


@only(console, *ON_TELEGRAM)
async def test_a_message_is_taken_back_and_again_does_no_harm(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, Retracts)
    sent = await platform.send(tried.ada, Message("Not for long"), id="one")
    assert await platform.retract(tried.ada, sent)
    assert await platform.retract(tried.ada, sent)
    assert not await platform.replace(tried.ada, sent, Message("And not again"))
    assert tried.screen() == []


@only(*ON_SLACK)
async def test_private_words_are_shown_in_a_window_and_leave_no_message(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasWindows)
    private = Message("For you alone", private=True)
    assert await platform.show_privately(tried.ada, private, trigger=await tried.trigger(), again="try.again")
    assert not await platform.show_privately(tried.ada, private, trigger="long ago", again="try.again")
    assert tried.screen() == []
    with pytest.raises(ValueError, match="never leave as a message"):
        await platform.send(tried.ada, private, id="one")
    assert tried.screen() == []


@only(*ON_SLACK)
async def test_what_it_says_of_its_people_is_only_a_hint(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, Profiles)
    known, unknown = await platform.profile(tried.ada), await platform.profile(tried.nobody)
    assert known is not None
    assert (known.name, known.email, known.zone) == ("Ada", "ada@example.org", "Europe/London")
    assert unknown is None


@only(console, *ON_SLACK)
async def test_a_home_is_put_in_the_place_of_what_was_there(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    await platform.publish_home(tried.ada, [Message("You keep 2 private notes."), Message("And more")])
    await platform.publish_home(tried.ada, [Message("You keep 3 private notes.", buttons=(Button("Go", "try.go"),))])
    assert tried.home() == ["You keep 3 private notes."]
    assert tried.screen() == []


@only(console, *ON_SLACK)
async def test_a_button_of_a_home_comes_back_with_its_data_and_on_no_message(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    await platform.publish_home(tried.ada, [Message("Notes", buttons=(Button("Go", "try.go:1"),))])
    await tried.presses_at_home("Go")
    [inbound] = tried.heard
    assert isinstance(inbound.what, Pressed)
    assert (inbound.what.press, inbound.what.on) == ("try.go:1", None)


@only(console, *ON_SLACK)
async def test_whoever_opens_their_home_is_heard_of(tried: Tried) -> None:
    await tried.opens_home()
    await tried.opens_home()
    assert [(inbound.address, inbound.what) for inbound in tried.heard] == [(tried.ada, Looked())] * 2


@only(console, *ON_SLACK)
async def test_the_home_of_nobody_fails_for_good(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    with pytest.raises(DeliveryFailed) as failed:
        await platform.publish_home(tried.nobody, [Message("Hello?")])
    assert failed.value.permanent


@only(*ON_TELEGRAM)
async def test_a_menu_is_shown_until_it_is_taken_away(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasMenu)
    strangers = tried.menu()
    await platform.set_menu(tried.ada, {"reflect": "Write about your week", "notes": "Read your notes"})
    await platform.set_menu(tried.ada, {"reflect": "Write about today"})
    assert tried.menu() == {"reflect": "Write about today"}
    await platform.set_menu(tried.ada, {})
    assert tried.menu() == strangers


@only(*ON_TELEGRAM)
async def test_a_link_opens_the_conversation_and_brings_along_what_it_carries(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasLinks)
    longest = "Aa0_-" * 12 + "last"
    for payload in ("try-1", longest):
        await tried.follows(platform.link(payload))
    assert [inbound.what for inbound in tried.heard] == [Arrived("try-1"), Arrived(longest)]


@only(*ON_SLACK)
async def test_an_address_leads_to_the_conversation_where_a_link_brings_nothing_along(tried: Tried) -> None:
    assert isinstance(tried.platform, HasAddress)
    assert re.fullmatch(r"https://slack\.com/app_redirect\?app=A\w+&team=T\w+", tried.platform.address())


async def test_after_it_is_closed_it_takes_nothing_in_and_what_is_owed_still_goes_out(tried: Tried) -> None:
    await tried.platform.close()
    with pytest.raises(NotTaken):
        await tried.says("anybody there?")
    assert tried.heard == []
    await tried.platform.send(tried.ada, Message("The last word"), id="one")
    assert tried.screen() == ["The last word"]
    await tried.platform.close()
