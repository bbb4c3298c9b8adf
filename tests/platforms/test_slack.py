"""What Slack alone can do, and what is to be borne there: the whole bot, slack-bolt and all, at a Slack of our own."""

import logging
import re
from datetime import timedelta
from typing import Literal

import pytest
from sqlmodel import select

from bot.chat.messages import Button, File, Message, Picture, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.joining import issue
from storage.errors import StorageFull
from storage.shared.deliveries import DeliveryState
from storage.shared.people import Role
from storage.shared.turns import Outcome, TurnRow
from tests.canary import nowhere_but, tables_with
from tests.cast import Cast, Killed, Player
from tests.platforms.on_slack import owe, person_of, stage_of, words
from tests.platforms.scripted import png
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack

CANARY = "the otter under the bridge"


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


router = Router("try")
LONG = Press("try.long")
SEND = Press("try.send", str)


@router.pressed(LONG, opens=True)
async def long(turn: Turn) -> None:
    """Something private that no one window holds."""
    await turn.say(Message("\n\n".join(f"{CANARY} {n} " + "and on " * 400 for n in range(120)), private=True))


@router.intent("try_files", "Try files", "send me files")
async def send_files(turn: Turn) -> None:
    picture = Picture(png(20, 10), "Four modules of six are behind you.", "modules.png")
    await turn.say(Message("Here they are.", attachments=(picture, File(b"some words", "words.txt", "A few words."))))


@router.intent("try_button", "Try a button", "show me a button")
async def show_button(turn: Turn) -> None:
    await turn.say(Message("A long one", buttons=(Button("Read it", LONG()),)))


async def newcomer(cast: Cast, fake: FakeSlack, **about: object) -> Person:
    """Somebody whose address is on the roster, with an open invitation, and who has never said anything."""
    await cast.person("Ada", Role.PARTICIPANT)
    return fake.person("U0NEW", **{"name": "Ada Okafor", "email": "ada@example.org", **about})  # type: ignore[arg-type]


async def turns(cast: Cast) -> list[TurnRow]:
    async with cast.app.database.unit() as unit:
        return await unit.run(lambda session: list(session.exec(select(TurnRow))))


# ---------------------------------------------------------------- who is who


async def test_a_colleague_whose_address_is_on_the_roster_joins_by_one_press(cast: Cast, fake: FakeSlack) -> None:
    ada = await newcomer(cast, fake, tz="Europe/Paris")
    await ada.types("hello")
    await cast.settle()
    assert "You are invited as Ada." in words(ada)
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "Welcome, Ada. You have joined Autumn 2026, as a participant." in words(ada)
    await ada.types("settings")
    await cast.settle()
    assert "Paris" in words(ada)


@pytest.mark.parametrize(
    "about",
    [
        {"guest": True},
        {"single_channel": True},
        {"confirmed": False},
        {"team": "T0OTHER"},
        {"email": "somebody@else.example"},
    ],
)
async def test_whoever_is_no_colleague_needs_the_code(cast: Cast, fake: FakeSlack, about: dict[str, object]) -> None:
    ada = await newcomer(cast, fake, **about)
    await ada.types("hello")
    await cast.settle()
    assert "type the joining code you were sent" in words(ada)
    assert "Join as" not in words(ada)
    await ada.types(cast.players["ada"].code)
    await cast.settle()
    assert "Welcome, Ada" in words(ada)


async def test_an_address_opens_no_second_account_and_names_the_way(cast: Cast, fake: FakeSlack) -> None:
    await cast.participant("Ada")
    other = fake.person("U0SECOND", name="Ada Again", email="ada@example.org")
    await other.types("hello")
    await cast.settle()
    assert "say “link” there" in words(other)
    assert "Join as" not in words(other)


async def test_an_invitation_that_was_cancelled_or_has_expired_is_no_invitation(cast: Cast, fake: FakeSlack) -> None:
    ada = await newcomer(cast, fake)
    await ada.types("hello")
    await cast.settle()
    await cast.reach(cast.clock.now().replace(day=20))
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "That invitation isn’t open any more" in words(ada)
    async with cast.app.database.unit() as unit:
        person = await unit.people.with_email("ada@example.org")
        assert person is not None
        assert await unit.people.accounts(person.id) == []
        await issue(unit, cast.app.kit.secrets, person, cast.clock.now())
    await ada.presses("Join as Ada")
    await cast.settle()
    assert "Welcome, Ada" in words(ada)


async def test_a_change_of_address_changes_nothing(cast: Cast, fake: FakeSlack) -> None:
    ada, bea = await cast.participant("Ada"), await cast.person("Bea", Role.PARTICIPANT)
    assert bea.on_roster is not None
    await fake.changes(person_of(ada), email="bea@example.org")
    await cast.settle()
    await ada.says("accounts")
    assert (await ada.account()).person_id == (ada.on_roster.id if ada.on_roster else None)
    async with cast.app.database.unit() as unit:
        assert await unit.people.accounts(bea.on_roster.id) == []


async def test_people_of_other_workspaces_are_told_apart_by_team_and_user(cast: Cast, fake: FakeSlack) -> None:
    await cast.participant("Ada")
    stranger = fake.person("U0ELSEWHERE", name="Ada Elsewhere", team="T0OTHER")
    await stranger.types("my notes")
    await cast.settle()
    async with cast.app.database.unit() as unit:
        account = await unit.people.at("slack", "T0OTHER", "U0ELSEWHERE")
    assert account is not None
    assert account.person_id is None


async def test_who_is_deactivated_can_not_be_reached_until_they_are_back(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    assert ada.on_roster is not None
    await fake.deactivates(person_of(ada))
    await cast.settle()
    assert not (await ada.account()).reachable
    await fake.changes(person_of(ada), deleted=False)
    await cast.settle()
    assert (await ada.account()).reachable


async def test_of_somebody_the_bot_never_met_no_change_is_kept(cast: Cast, fake: FakeSlack) -> None:
    stranger = fake.person("U0NOBODY", name="Nobody Known")
    await fake.deactivates(stranger)
    await cast.settle()
    assert await tables_with(cast, "U0NOBODY") == []


async def test_whoever_turns_out_to_be_deactivated_is_told_on_their_other_account(cast: Cast, fake: FakeSlack) -> None:
    """And where they have none, the message waits for nobody: it has failed, and says why."""
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", error="user_disabled")
    await owe(ada, "Something for Ada")
    assert not (await ada.account()).reachable
    async with cast.app.database.unit() as unit:
        assert [delivery.why for delivery in await unit.deliveries.with_trouble(5)] == [
            "no account that can be reached"
        ]


# ---------------------------------------------------------------- ways to say something


async def test_a_mention_is_answered_to_whoever_asked_alone_and_in_their_conversation(
    cast: Cast, fake: FakeSlack
) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ada).mentions(team, "help")
    await cast.settle()
    assert "What I can do for you" in screen_words(person_of(ada).ephemerals[-1])
    assert "What I can do for you" in words(person_of(ada))
    assert person_of(ben).ephemerals == []
    assert [message for message in team.shown() if message.from_bot] == []


async def test_nothing_private_is_said_in_a_channel_and_the_question_is_not_quoted(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await ada.says(f"/reflect {CANARY}")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    for asked in ("my notes", "search my notes for otter", "what was that thing about the heron"):
        await person_of(ada).mentions(team, asked)
        await cast.settle()
    for message in person_of(ada).ephemerals:
        assert "otter" not in screen_words(message)
        assert "heron" not in screen_words(message)
    assert [message for message in team.shown() if message.from_bot] == []
    await nowhere_but(cast, CANARY)


async def test_a_command_does_what_can_be_typed_elsewhere_and_leaves_no_message(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    before = len(ada.own_lines)
    await ada.says(f"/reflect {CANARY}")
    ada.sees("Kept, until")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading=None)
    ada.sees("Kept, until")
    await ada.says("/notes")
    assert person_of(ada).modal is not None
    assert CANARY in screen_words(person_of(ada).modal)
    assert len(ada.own_lines) == before
    await nowhere_but(cast, CANARY, ada)


async def test_words_after_the_command_are_read_as_anywhere(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).commands("/waymark", "what can you do")
    await person_of(ada).commands("/waymark", "")
    await person_of(ada).commands("/waymark", "Who can see what?")
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 2
    assert "Three honest limits" in words(person_of(ada))


async def test_a_command_in_a_channel_is_answered_there_too_to_them_alone(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.channel("C0OTHER", members=[person_of(ada)], bot=False)
    await person_of(ada).commands("/waymark", "help", channel="C0OTHER")
    await cast.settle()
    assert "What I can do for you" in screen_words(person_of(ada).ephemerals[-1])
    assert "What I can do for you" in words(person_of(ada))


async def test_a_code_is_taken_after_the_command(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await person_of(ada).commands("/waymark", ada.code)
    await cast.settle()
    assert "Welcome, Ada" in words(person_of(ada))


async def test_shortcuts_write_a_note_and_say_what_is_next(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).shortcut("reflect")
    await cast.settle()
    await ada.fills(text=CANARY, heading=None)
    ada.sees("Kept, until")
    await person_of(ada).shortcut("whats_next")
    await cast.settle()
    assert "Nothing waits for you just now" in words(person_of(ada))


async def test_a_message_is_kept_as_a_note_from_its_own_menu(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    team = fake.channel("C0TEAM", members=[person_of(ada), person_of(ben)])
    await person_of(ben).mentions(team, f"{CANARY} & more <b>")
    ts = next(iter(team.messages))
    await person_of(ada).message_shortcut("keep", team, ts)
    await cast.settle()
    assert "Kept, until" in words(person_of(ada))
    await ada.says("my notes")
    ada.sees(CANARY)


async def test_a_thread_is_answered_in_the_thread(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    root = [message for message in person_of(ada).dm if message.from_bot][-1]
    await person_of(ada).types("help", thread=root.ts)
    await cast.settle()
    assert [message.thread_ts for message in person_of(ada).dm if "What I can do" in message.text] == [root.ts]


# ---------------------------------------------------------------- what is private


async def test_private_words_never_leave_as_a_message(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading="The otter")
    for asked in ("my notes", "search my notes for otter", "drafts"):
        await ada.says(asked)
    await ada.says("my notes")
    await ada.presses("The otter")
    ada.sees(CANARY)
    await ada.presses("Change it")
    await ada.fills(text=f"{CANARY} again")
    sent = [call.args for call in fake.calls if call.method.startswith("chat.")]
    assert sent
    assert "otter" not in repr(sent)
    assert "otter" in repr([call.args for call in fake.calls if call.method.startswith("views.")])


async def test_something_long_and_private_is_shown_in_pages(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("show me a button")
    await ada.presses("Read it")
    ada.sees(f"{CANARY} 0 ")
    pages = 1
    while more := re.search(r"\[(More \(page \d+ of \d+\))\]", screen_words(person_of(ada).modal)):
        await ada.presses(more[1])
        pages += 1
    assert pages > 1
    ada.sees(f"{CANARY} 119 ")
    await ada.presses(next(label for label in _labels(ada) if label.startswith("Earlier")))
    ada.does_not_see(f"{CANARY} 119 ")


def _labels(player: Player) -> list[str]:
    return re.findall(r"\[(.*?)\]", screen_words(person_of(player).modal))


async def test_only_a_random_id_is_in_the_metadata(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    for sent in fake.called("chat.postMessage"):
        assert set(sent["metadata"]["event_payload"]) == {"id"}
        assert re.fullmatch(r"[\w.-]+", sent["metadata"]["event_payload"]["id"])


async def test_who_types_a_note_is_told_what_stays_and_how_to_delete_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    ada.sees("Kept, until", "your own message is still above", "Delete message", "/waymark reflect")
    await ada.says(f"/reflect {CANARY}")
    ada.sees("Kept, until")
    assert "still above" not in "".join(message.text for message in ada.latest)


# ---------------------------------------------------------------- pictures and files


async def test_pictures_come_with_their_alt_text_and_files_with_their_names(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("send me files")
    files = [file for message in person_of(ada).dm for file in message.files]
    assert [(file.name, file.alt) for file in files] == [
        ("modules.png", "Four modules of six are behind you."),
        ("words.txt", ""),
    ]
    assert files[1].data == b"some words"


# ---------------------------------------------------------------- bad input


async def test_what_is_forged_or_stale_is_refused_and_nothing_is_done(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    before = len(await turns(cast))
    payload = event_of(fake, person_of(ada), "reflect: forged")
    assert (await fake.raw(payload, signature="v0=" + "0" * 64)).status == 401
    assert (await fake.raw(payload, signature="")).status == 401
    assert (await fake.raw(payload, timestamp="1000000000")).status == 401
    await cast.settle()
    assert len(await turns(cast)) == before


async def test_an_exact_replay_is_accepted_and_dropped(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    payload = event_of(fake, person_of(ada), "help")
    for _ in range(3):
        assert (await fake.raw(payload)).status == 200
    await cast.settle()
    assert words(person_of(ada)).count("What I can do for you") == 1


def event_of(fake: FakeSlack, person: Person, text: str) -> dict[str, object]:
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": person.channel.id,
        "user": person.id,
        "text": text,
        "ts": "1799999999.000100",
    }
    return {"type": "event_callback", "team_id": fake.team, "event_id": "Ev0REPLAY", "event": event}


async def test_what_nobody_asked_for_is_accepted_ignored_and_counted(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "waymark.slack")
    before = len(await turns(cast))
    odd: list[dict[str, object]] = [
        {"type": "event_callback", "event_id": "Ev1", "team_id": fake.team, "event": {"type": "reaction_added"}},
        {"type": "event_callback", "event_id": "Ev2", "team_id": fake.team, "event": {"type": "reaction_added"}},
        {"type": "something_new"},
        {"type": "block_actions", "actions": []},
        {"type": "view_submission", "view": {"callback_id": "form", "private_metadata": "nonsense"}},
        {"type": "view_closed", "view": {}},
        {"type": "shortcut", "callback_id": "of another time"},
    ]
    for payload in odd:
        assert (await fake.raw(payload)).status == 200
    await cast.settle()
    assert len(await turns(cast)) == before
    assert stage_of(cast).adapter.hearing.ignored["reaction_added"] == 2
    assert caplog.text.count("reaction_added") == 1


async def test_what_is_edited_deleted_or_a_bots_own_is_not_heard(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("help")
    own = next(message for message in person_of(ada).dm if not message.from_bot)
    before = len(await turns(cast))
    await person_of(ada).edits(own.ts, "reflect: edited")
    await person_of(ada).deletes(own.ts)
    await fake.echoes([message for message in person_of(ada).dm if message.from_bot][-1])
    robot = fake.person("U0ROBOT", name="A robot", bot=True)
    await robot.types("hello, fellow bot")
    await cast.settle()
    assert len(await turns(cast)) == before


async def test_a_file_on_its_own_gets_a_plain_sentence(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await person_of(ada).types_file("plan.pdf")
    await cast.settle()
    assert "I can’t do anything with a file on its own" in words(person_of(ada))


async def test_a_button_of_an_old_version_says_so(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.presses_data("gone.with_an_upgrade:7")
    ada.sees("That button doesn’t work any more")


async def test_somebody_elses_button_in_a_channel_does_nothing_for_them(cast: Cast, fake: FakeSlack) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await ada.says(f"/reflect {CANARY}")
    [opened] = [button.press for message in ada.latest for button in message.buttons if button.label == "Open it"]
    await ben.presses_data(opened)
    ben.sees("That note isn’t here any more")
    await nowhere_but(cast, CANARY, ada)


async def test_where_nothing_can_be_kept_nobody_is_told_that_it_was(
    cast: Cast, fake: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")

    async def full(_: object) -> None:
        raise StorageFull

    fake.delivery.timing.retry_after = ()
    with monkeypatch.context() as patch:
        patch.setattr(cast.app.intake._keeping, "do", full)
        faults = await ada.tries_to_fill(text=CANARY)
        assert faults == {"text": faults["text"]}
        assert "Your words are still here" in faults["text"]
        answer = await person_of(ada).types("reflect: not kept")
        assert answer.status == 503
        await person_of(ada).commands("/waymark", "help")
        assert "Please try once more in a minute" in screen_words(person_of(ada).ephemerals[-1])
    await ada.fills(text=CANARY)
    ada.sees("Kept, until")
    await nowhere_but(cast, CANARY, ada)


# ---------------------------------------------------------------- what goes wrong on the way


async def test_an_answer_that_may_have_arrived_is_looked_for_and_comes_once(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "drop")
    await person_of(ada).types("help")
    await cast.settle()
    await cast.reach(cast.clock.now().replace(minute=30))
    assert words(person_of(ada)).count("What I can do for you") == 1
    assert {row.outcome for row in await turns(cast)} == {Outcome.ANSWERED}


@pytest.mark.parametrize("kind", ["429", "500", "refuse"])
async def test_an_answer_that_was_not_taken_comes_later_and_once(cast: Cast, fake: FakeSlack, kind: str) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", kind)  # type: ignore[arg-type]  # it is one of the fake's kinds
    await person_of(ada).types("help")
    await cast.settle()
    await cast.reach(cast.clock.now().replace(minute=30))
    assert words(person_of(ada)).count("What I can do for you") == 1


@pytest.mark.parametrize("kind", ["drop", "500"])
async def test_what_is_owed_and_may_have_arrived_is_looked_for_and_comes_once(
    cast: Cast, fake: FakeSlack, kind: Literal["drop", "500"]
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", kind)
    await owe(ada, "Module 2 begins tomorrow.")
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == 1
    assert await states(cast) == {DeliveryState.SENT: 1}


@pytest.mark.parametrize(("again", "times", "state"), [(False, 1, "uncertain"), (True, 2, "sent")])
async def test_where_the_app_may_not_look_it_may_not_have_arrived_or_comes_twice_by_its_rule(
    cast: Cast, fake: FakeSlack, again: bool, times: int, state: str
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "drop")
    fake.trouble("conversations.history", "error", times=9, error="missing_scope")
    await owe(ada, "Module 2 begins tomorrow.", again=again)
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == times
    assert await states(cast) == {state: 1}


@pytest.mark.parametrize("point", ["before the sending", "after the sending"])
async def test_killed_while_it_sends_it_finds_out_and_comes_once(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    cast.kill_at = point
    with pytest.raises(Killed):
        await owe(ada, "Module 2 begins tomorrow.")
    await cast.restart()
    await cast.reach(timedelta(minutes=30))
    assert words(person_of(ada)).count("Module 2 begins tomorrow.") == 1


async def states(cast: Cast) -> dict[str, int]:
    async with cast.app.database.unit() as unit:
        return await unit.deliveries.counts()


async def test_what_slack_will_never_take_is_not_tried_again_and_no_word_of_it_is_logged(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    fake.trouble("chat.postMessage", "error", times=5, error="invalid_blocks")
    await person_of(ada).types("help")
    await cast.settle()
    before = len(fake.called("chat.postMessage"))
    await cast.reach(cast.clock.now().replace(minute=30))
    assert len(fake.called("chat.postMessage")) == before
    assert "invalid_blocks" in caplog.text
    assert "What I can do" not in caplog.text


async def test_a_window_that_can_not_be_opened_in_time_is_offered_as_a_button(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.says("/reflect")
    await ada.fills(text=CANARY, heading=None)
    fake.trigger_life = 0
    button = next(button for message in ada.latest for button in message.buttons if button.label == "Open it")
    await person_of(ada).presses(button.press)
    await cast.settle()
    assert person_of(ada).modal is None
    assert "That is for you alone" in words(person_of(ada))
    fake.trigger_life = 3
    await person_of(ada).presses("Show me")
    await cast.settle()
    assert CANARY in screen_words(person_of(ada).modal)


async def test_a_window_that_was_opened_ahead_does_not_wait_for_ever(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says("/reflect")
    assert "we agree on confidentiality" in screen_words(person_of(ada).modal)
    assert "we agree on confidentiality" in words(person_of(ada))


async def test_a_message_is_changed_where_its_button_was_pressed(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    await ada.presses("Turn plain mode on")
    assert fake.called("chat.update")


async def test_when_the_app_is_taken_out_of_the_workspace_it_says_so(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    await cast.participant("Ada")
    await fake.uninstalls()
    assert "taken out of the workspace" in caplog.text
