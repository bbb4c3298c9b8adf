"""What every adapter keeps to, each with its real libraries: what the bot may count on, whatever the platform."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.forms import ShortText
from bot.chat.messages import Button, Message
from bot.chat.platform import (
    Address,
    FindsSent,
    FormView,
    HasHome,
    Inbound,
    Looked,
    Platform,
    Pressed,
    Received,
    Retracts,
    Said,
    Sent,
)
from bot.platforms.console.adapter import ConsolePlatform, Line, NotListening, Page, Persona
from scheduling.clock import SetClock
from storage.errors import StorageFull

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)


@dataclass
class Tried:
    """An adapter with the world at its other end: somebody who can act, and a screen to look at."""

    platform: Platform
    ada: Address
    nobody: Address
    says: Callable[[str, str], Awaitable[None]]
    """Words, under the platform's own key."""
    presses: Callable[[str, str, str], Awaitable[None]]
    """A button's data, on a message, under a key."""
    opens_home: Callable[[str], Awaitable[None]]
    """Under a key."""
    presses_at_home: Callable[[str, str], Awaitable[None]]
    """A button's data, under a key."""
    screen: Callable[[], list[str]]
    home: Callable[[], list[str]]
    form: Callable[[], str | None]
    refused: type[Exception]
    """How somebody learns that nothing is taken in."""
    heard: list[Inbound] = field(default_factory=list)

    async def hear(self, inbound: Inbound) -> Received:
        self.heard.append(inbound)
        return Received.KEPT


def console() -> Tried:
    async def personas() -> list[Persona]:
        return [Persona("ada", "Ada", "Participant")]

    def read_time(_: str, now: datetime, zone: ZoneInfo) -> datetime:
        return now.astimezone(zone) + timedelta(days=1)

    platform = ConsolePlatform(personas, read_time, SetClock(NOW))

    def screen() -> list[str]:
        lines = [news.what for news in platform.news(0) if isinstance(news.what, Line)]
        return [line.shown.text for line in lines if isinstance(line.shown, Message)]

    def form() -> str | None:
        forms = [news.what for news in platform.news(0) if isinstance(news.what, FormView)]
        return forms[-1].title if forms else None

    async def says(words: str, key: str) -> None:
        await platform.say("ada", key, words)

    async def presses(data: str, on: str, key: str) -> None:
        await platform.press("ada", key, data, on)

    async def opens_home(key: str) -> None:
        await platform.open_home("ada", key)

    async def presses_at_home(data: str, key: str) -> None:
        await platform.press("ada", key, data, "")

    def home() -> list[str]:
        pages = [news.what for news in platform.news(0) if isinstance(news.what, Page)]
        return [part.text for part in pages[-1].parts] if pages else []

    ada = Address("console", "", "ada")
    return Tried(
        platform=platform,
        ada=ada,
        nobody=ada._replace(user="nobody"),
        says=says,
        presses=presses,
        opens_home=opens_home,
        presses_at_home=presses_at_home,
        screen=screen,
        home=home,
        form=form,
        refused=NotListening,
    )


@pytest.fixture(params=[console], ids=["console"])
async def tried(request: pytest.FixtureRequest) -> Tried:
    tried: Tried = request.param()
    await tried.platform.listen(tried.hear)
    return tried


async def test_what_is_said_arrives_once_verified_and_with_its_key(tried: Tried) -> None:
    await tried.says("hello there", "key-one-1")
    [inbound] = tried.heard
    assert inbound.address == tried.ada
    assert inbound.key == "key-one-1"
    assert isinstance(inbound.what, Said)
    assert inbound.what.text == "hello there"


async def test_what_could_not_be_kept_is_not_acknowledged(tried: Tried) -> None:
    async def full(_: Inbound) -> Received:
        raise StorageFull

    await tried.platform.listen(full)
    with pytest.raises(StorageFull):
        await tried.says("hello there", "key-one-1")
    await tried.platform.listen(tried.hear)
    await tried.says("hello there", "key-one-1")
    assert len(tried.heard) == 1


async def test_a_message_is_shown_and_its_button_comes_back_with_its_data(tried: Tried) -> None:
    message = Message("Choose", buttons=(Button("This", "try.this:1"),))
    sent = await tried.platform.send(tried.ada, message, id="one")
    assert tried.screen() == ["Choose"]
    await tried.presses("try.this:1", sent.ref, "key-two-2")
    [inbound] = tried.heard
    assert isinstance(inbound.what, Pressed)
    assert (inbound.what.press, inbound.what.on) == ("try.this:1", sent)


async def test_a_message_is_replaced_in_its_place(tried: Tried) -> None:
    sent = await tried.platform.send(tried.ada, Message("Before"), id="one")
    await tried.platform.replace(tried.ada, sent, Message("After"))
    await tried.platform.replace(tried.ada, sent, Message("After"))
    assert tried.screen() == ["After"]


async def test_sending_to_nobody_fails_for_good(tried: Tried) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await tried.platform.send(tried.nobody, Message("Hello?"), id="one")
    assert failed.value.permanent


async def test_a_form_is_opened_where_forms_are_shown_whole(tried: Tried) -> None:
    assert tried.platform.asks_in_forms
    form = FormView("opening", "A form", "", "Save", {"line": ShortText("A line?")}, {}, {}, NOW, "Europe/London")
    assert await tried.platform.open_form(tried.ada, form, trigger="")
    assert tried.form() == "A form"


async def test_what_was_sent_is_found_by_its_id_and_shown_once(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, FindsSent)
    assert await platform.find_sent(tried.ada, "one") is None
    sent = await platform.send(tried.ada, Message("Once"), id="one")
    assert await platform.find_sent(tried.ada, "one") == sent
    await platform.send(tried.ada, Message("Once"), id="one")
    assert tried.screen() == ["Once"]


async def test_a_message_is_taken_back_and_again_does_no_harm(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, Retracts)
    sent = await platform.send(tried.ada, Message("Not for long"), id="one")
    await platform.retract(tried.ada, sent)
    await platform.retract(tried.ada, sent)
    await platform.retract(tried.ada, Sent("never sent"))
    assert tried.screen() == []


async def test_a_home_is_put_in_the_place_of_what_was_there(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    await platform.publish_home(tried.ada, [Message("You keep 2 private notes."), Message("And more")])
    await platform.publish_home(tried.ada, [Message("You keep 3 private notes.", buttons=(Button("Go", "try.go"),))])
    assert tried.home() == ["You keep 3 private notes."]
    assert tried.screen() == []


async def test_a_button_of_a_home_comes_back_with_its_data_and_on_no_message(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    await platform.publish_home(tried.ada, [Message("Notes", buttons=(Button("Go", "try.go:1"),))])
    await tried.presses_at_home("try.go:1", "key-two-2")
    [inbound] = tried.heard
    assert isinstance(inbound.what, Pressed)
    assert (inbound.what.press, inbound.what.on) == ("try.go:1", None)


async def test_whoever_opens_their_home_is_heard_of(tried: Tried) -> None:
    await tried.opens_home("key-one-1")
    await tried.opens_home("key-two-2")
    assert [(inbound.address, inbound.what) for inbound in tried.heard] == [(tried.ada, Looked())] * 2


async def test_the_home_of_nobody_fails_for_good(tried: Tried) -> None:
    platform = tried.platform
    assert isinstance(platform, HasHome)
    with pytest.raises(DeliveryFailed) as failed:
        await platform.publish_home(tried.nobody, [Message("Hello?")])
    assert failed.value.permanent


async def test_after_it_is_closed_it_takes_nothing_in(tried: Tried) -> None:
    await tried.platform.close()
    with pytest.raises(tried.refused):
        await tried.says("anybody there?", "key-one-1")
    assert tried.heard == []
