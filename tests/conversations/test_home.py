"""What people can count on from their Home: what stands there, for whom, and that it is as things are."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import pytest

from bot.chat.again import AS_MEANT
from bot.chat.errors import DeliveryFailed
from bot.chat.messages import Message
from bot.chat.platform import Address, HasHome, Inbound, Looked, Pressed, Said
from bot.chat.router import Router
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.reflections.texts import LIST
from scheduling.waking import Waking
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.conversations import test_drafts as drafts
from tests.conversations.conftest import FORMS, WHERE_THERE_IS_A_HOME
from tests.conversations.test_sharing import CANARY, share, who_share


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (drafts.router,)


WAYS = WHERE_THERE_IS_A_HOME


class Publishing:
    """Counts what is published, and fails where it is told to."""

    def __init__(self) -> None:
        self.times = 0
        self.fails: list[DeliveryFailed] = []
        self.meanwhile: Callable[[], Awaitable[None]] | None = None


@pytest.fixture
def publishing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Publishing:
    kind = type(platform_of(cast))
    watched, publish = Publishing(), kind.publish_home

    async def counted(self: HasHome, to: Address, parts: Sequence[Message]) -> None:
        if watched.fails:
            raise watched.fails.pop(0)
        watched.times += 1
        if watched.meanwhile is not None:
            happens, watched.meanwhile = watched.meanwhile, None
            await happens()
        await publish(self, to, parts)

    monkeypatch.setattr(kind, "publish_home", counted)
    return watched


def platform_of(cast: Cast) -> HasHome:
    [platform] = cast.app.platforms.values()
    assert isinstance(platform, HasHome)
    return platform


# ---------------------------------------------------------------- what stands there, and for whom


async def test_a_stranger_reads_what_this_is_and_how_to_begin(cast: Cast) -> None:
    eve = await cast.stranger("Eve")
    await eve.opens_home()
    eve.sees_at_home("I’m Waymark", "To begin, press below", "[Begin]")
    eve.does_not_see_at_home("notes yet", "Who has joined")
    await eve.presses_at_home("Begin")
    eve.sees("type the joining code you were sent")


async def test_whoever_joins_finds_their_own_home_in_the_strangers_place(cast: Cast) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await ada.opens_home()
    await ada.says(ada.code)
    ada.does_not_see_at_home("To begin")
    ada.sees_at_home("Before you begin", "You keep no private notes yet.")
    await ada.presses_at_home("Read the agreement")
    await ada.presses("I agree")
    ada.does_not_see_at_home("Before you begin")


async def test_a_participants_home_has_their_notes_as_a_count_and_what_they_can_do(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    ada.sees_at_home("You keep no private notes yet.", "[Write one]", "What I can do for you", "[Everything I can do]")
    ada.does_not_see_at_home("not joined yet", "[See who has joined]", "[My notes]\n---")
    await ada.says(f"reflect: {CANARY}")
    ada.sees_at_home("You keep one private note.", "[My notes]")
    await ada.presses_at_home("My notes")
    ada.sees(CANARY)


async def test_a_home_shows_no_word_of_what_is_private(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ada, bea, carl = await who_share(cast)
    for player in (ada, bea, carl):
        await player.opens_home()
    await share(ada, "Bea")
    await drafts.leaves_half_written(ada)
    ada.sees_at_home("one private note", "half written")
    bea.sees_at_home("Colleagues let you read one thing.")
    carl.does_not_see_at_home("let you read")
    for player in (ada, bea, carl):
        player.does_not_see_at_home("heron", "canal", drafts.CANARY, "Trouble")
    assert CANARY not in caplog.text
    await nowhere_but(cast, CANARY, ada)


async def test_those_who_run_a_cohort_see_how_many_have_not_joined_and_nobody_else_does(cast: Cast) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    bea = await cast.person("Bea", Role.PARTICIPANT)
    for player in (dora, ada):
        await player.opens_home()
    dora.sees_at_home("1 of 3 has not joined yet.", "[See who has joined]")
    ada.does_not_see_at_home("not joined yet")
    await dora.presses_at_home("See who has joined")
    dora.sees("2 of 3 have joined")
    await bea.says(bea.code)
    dora.does_not_see_at_home("not joined yet")


async def test_a_locked_account_is_told_how_its_notes_open_and_shows_no_count(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    second = await cast.further_account(ada, "Ada2")
    await second.opens_home()
    second.sees_at_home("Your private notes are locked on this account.", "six recovery words")
    second.does_not_see_at_home("You keep", "half written", "let you read")


async def test_a_deletion_that_waits_stands_at_the_top_and_can_be_stopped_there(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    await ada.says("delete my data")
    await ada.fills(word="yes")
    assert "Everything of yours will be deleted for good" in ada.home[0].text
    await ada.presses_at_home("Stop deleting")
    ada.sees("Stopped")
    ada.does_not_see_at_home("will be deleted")


def opens(cast: Cast, press: str) -> bool:
    return cast.app.intake.readying.opens(Pressed(press))


@pytest.mark.parametrize("cast", [FORMS], ids=["forms"], indirect=True)
async def test_a_button_that_says_an_intent_opens_a_window_where_the_intent_does(cast: Cast) -> None:
    assert opens(cast, WANT("my_reflections"))
    assert not opens(cast, WANT("help"))
    assert not opens(cast, WANT("no such thing"))
    assert opens(cast, AS_MEANT("an entry", "remind_me", 1))
    assert opens(cast, LIST(0))
    assert not opens(cast, "no.such:thing")


# ---------------------------------------------------------------- that it is as things are


async def test_it_is_published_again_when_something_changes_and_only_then(cast: Cast, publishing: Publishing) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    assert publishing.times == 0, "nobody has opened a Home"
    await bea.opens_home()
    assert publishing.times == 1
    await bea.says("my settings")
    await bea.says("help")
    await ada.says(f"reflect: {CANARY}")
    assert publishing.times == 1, "nothing changed that stands there"
    await ada.presses("Open it")
    given = await share(ada, "Bea")
    bea.sees_at_home("Colleagues let you read one thing.")
    assert publishing.times == 2
    await ada.presses_data(f"sharing.take_back:{given.id}")
    bea.does_not_see_at_home("let you read")
    assert publishing.times == 3
    await bea.says("reflect: a day of rain")
    await bea.says("reflect: a day of sun")
    bea.sees_at_home("You keep 2 private notes.")
    assert publishing.times == 5


async def test_what_is_left_half_written_is_counted_and_gone_on_with(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    await drafts.leaves_half_written(ada)
    ada.sees_at_home("You left one thing half written.")
    ada.does_not_see_at_home("Trouble")
    await ada.presses_at_home("Go on")
    await ada.presses("Delete it")
    ada.does_not_see_at_home("half written")


async def test_whoever_looks_again_sees_it_though_the_platform_lost_it(cast: Cast, publishing: Publishing) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    await platform_of(cast).publish_home(ada.address, [Message("It was lost.")])
    ada.does_not_see_at_home("private notes")
    await ada.opens_home()
    ada.sees_at_home("You keep no private notes yet.")


async def test_a_burst_of_changes_is_published_once(cast: Cast, publishing: Publishing) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    await cast.before_a_line()
    for number in range(5):
        await cast.app.intake.receive(Inbound(ada.address, cast.key(), Said(f"reflect: day {number}")))
    await cast.app.intake.quiet()
    await cast.settle()
    ada.sees_at_home("You keep 5 private notes.")
    assert publishing.times == 2


async def test_with_a_new_day_every_home_is_drawn_anew(cast: Cast, publishing: Publishing) -> None:
    dora, ada = await cast.member("Dora", Role.DIRECTOR), await cast.participant("Ada")
    await dora.opens_home()
    await ada.opens_home()
    await cast.reach(timedelta(hours=1))
    await cast.person("Bea", Role.PARTICIPANT)
    dora.does_not_see_at_home("not joined yet")
    await cast.reach(timedelta(days=1))
    dora.sees_at_home("1 of 3 has not joined yet.")
    assert publishing.times == 3, "hers alone reads otherwise"


async def test_what_changes_while_it_is_published_is_published_too(cast: Cast, publishing: Publishing) -> None:
    ada = await cast.participant("Ada")

    async def writes() -> None:
        await cast.app.intake.receive(Inbound(ada.address, cast.key(), Said("reflect: a day of rain")))
        await cast.app.intake.quiet()

    publishing.meanwhile = writes
    await ada.opens_home()
    ada.sees_at_home("You keep one private note.")
    assert publishing.times == 2


async def test_nobody_is_woken_by_a_turn_that_concerns_no_home(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    await bea.opens_home()
    await cast.settle()
    woken: list[str] = []
    monkeypatch.setattr(Waking, "soon", lambda _: woken.append("woken"))
    await cast.restart()
    await ada.says("help")
    assert woken == []
    await bea.says("help")
    assert woken == ["woken"]


# ---------------------------------------------------------------- in trouble


async def test_a_home_that_could_not_be_published_is_tried_again_when_the_platform_says(
    cast: Cast, publishing: Publishing
) -> None:
    ada = await cast.participant("Ada")
    publishing.fails = [DeliveryFailed("busy", retry_after=30)]
    await ada.opens_home()
    assert ada.home == []
    await ada.says("help")
    await cast.reach(timedelta(seconds=29))
    assert ada.home == []
    await cast.reach(timedelta(seconds=2))
    ada.sees_at_home("You keep no private notes yet.")
    assert publishing.times == 1


async def test_a_home_that_can_never_be_published_is_left_until_they_look_again(
    cast: Cast, publishing: Publishing
) -> None:
    ada = await cast.participant("Ada")
    publishing.fails = [DeliveryFailed("the page is turned off", permanent=True)]
    await ada.opens_home()
    await ada.says("reflect: a day of rain")
    await cast.reach(timedelta(days=2))
    assert (ada.home, publishing.times) == ([], 0)
    await ada.opens_home()
    ada.sees_at_home("You keep one private note.")


async def test_a_home_is_drawn_after_what_its_person_wrote_is_kept(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    await cast.before_a_line()
    cast.kill_at = "before the vault write"
    await cast.app.intake.receive(Inbound(ada.address, cast.key(), Said("reflect: a day of rain")))
    await cast.settle()
    assert not cast.kill_at
    await cast.restart()
    await cast.reach(timedelta(minutes=2))
    ada.sees_at_home("You keep one private note.")


@pytest.mark.parametrize("point", ["before the publishing", "after the publishing"])
async def test_killed_while_it_is_published_it_is_as_things_are_all_the_same(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    await ada.opens_home()
    cast.kill_at = point
    with pytest.raises(Killed):
        await ada.says("reflect: a day of rain")
    assert not cast.kill_at
    await cast.restart()
    await cast.reach(timedelta(minutes=2))
    ada.sees_at_home("You keep one private note.")


async def test_a_part_that_says_something_private_is_a_bug_and_is_never_published(
    cast: Cast, publishing: Publishing, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    indiscreet = Router("indiscreet")

    @indiscreet.home(5)
    async def tells(view: View) -> Message:
        return Message(CANARY, private=True)

    ada = await cast.participant("Ada")
    parts = cast.app.kit.routes.home_parts
    monkeypatch.setattr(cast.app.kit.routes, "home_parts", {**parts, **indiscreet.home_parts})
    await ada.does(Looked())
    assert publishing.times == 0
    assert CANARY not in caplog.text


# ---------------------------------------------------------------- what's next


async def test_whats_next_says_what_waits_and_when_nothing_does(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says("what’s next")
    ada.sees("What’s next", "we agree on confidentiality", "[Read the agreement]")
    await ada.presses("Read the agreement")
    await ada.presses("I agree")
    await ada.says("what's next")
    ada.sees("Nothing waits for you just now.")


async def test_whats_next_tells_a_director_who_is_still_to_join(cast: Cast) -> None:
    dora = await cast.member("Dora", Role.DIRECTOR)
    await cast.person("Bea", Role.PARTICIPANT)
    await dora.says("what is next for me")
    dora.sees("1 of 2 has not joined yet.", "[See who has joined]")
    eve = await cast.stranger("Eve")
    await eve.says("what's next")
    eve.sees("To begin, type the joining code")
