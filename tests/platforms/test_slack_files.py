"""Voice clips and photos on Slack: fetched with the token from Slack alone, and deleted again where they were sent."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.errors import DeliveryFailed
from bot.chat.fetching import MOST_BYTES
from bot.platforms.slack.manifest import SHORTCUT_KEEP
from tests.canary import nowhere_but
from tests.cast import Cast, Killed
from tests.conversations.test_recordings import CANARY, VOICE, kept_by, plays, shown_to
from tests.conversations.test_reflections import notes_of
from tests.platforms.on_slack import person_of, stage_of, words
from tests.platforms.slack.people import Person
from tests.platforms.slack.server import ALL_SCOPES, FakeSlack
from tests.platforms.slack.workspace import SlackFile

JPEG = b"\xff\xd8\xff" + CANARY.encode()


def photo(person: Person) -> SlackFile:
    return person.file("river.jpg", JPEG, "image/jpeg")


async def test_a_voice_clip_is_a_recording_whatever_it_is_wrapped_in(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    person = person_of(ada)

    await person.shares(person.file("audio_message.webm", VOICE.data, "video/webm", seconds=41.6))
    await cast.settle()

    assert [note.with_it for note in await notes_of(ada)] == ["voice note, 0:42"]
    assert await kept_by(ada) == [VOICE.data]


async def test_without_its_scope_nothing_is_kept_and_the_person_hears_of_it(
    cast: Cast, fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    fake._wire.scopes = ALL_SCOPES - {"files:read"}

    await person_of(ada).shares(photo(person_of(ada)))
    await cast.settle()

    assert "What you sent could not be fetched, so I have not kept it" in words(person_of(ada))
    assert "scope files:read" in caplog.text or "could not be fetched" in caplog.text
    assert not await notes_of(ada)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://files.slack.com/",
        "https://slack.com.example.org/",
        "https://evil-slack.com/",
        "file:///etc/",
        "",
    ],
)
async def test_the_token_goes_to_slack_alone(cast: Cast, address: str) -> None:
    slack = stage_of(cast).adapter._slack
    with pytest.raises(DeliveryFailed, match="that Slack does not keep itself") as failed:
        await slack.download(f"{address}files-pri/T0-F0/river.jpg" if address else "", MOST_BYTES)
    assert failed.value.permanent


async def test_a_file_larger_than_was_said_is_left(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    person = person_of(ada)

    await person.shares(person.file("river.jpg", bytes(MOST_BYTES + 1), "image/jpeg", size=1_000))
    await cast.settle()

    assert "could not be fetched" in words(person)
    assert not await notes_of(ada)


async def test_a_file_that_was_deleted_in_the_meantime_is_said_at_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    person = person_of(ada)
    gone = photo(person)

    await person.shares(replace(gone, at=f"{gone.at}files-pri/T0-F0/elsewhere/"))
    await cast.settle()

    assert "could not be fetched" in words(person)


async def test_told_twice_it_is_kept_once(cast: Cast, fake: FakeSlack) -> None:
    ada = await cast.participant("Ada")
    person = person_of(ada)
    shared = photo(person)
    await person.shares(shared)
    url = f"{shared.at}files-pri/T0-{shared.id}/{shared.name}"
    file = {"id": shared.id, "mimetype": "image/jpeg", "size": len(JPEG), "name": shared.name}
    event = {
        "type": "message",
        "subtype": "file_share",
        "channel_type": "im",
        "channel": person.channel.id,
        "user": person.id,
        "text": "",
        "ts": "1799999999.000100",
        "files": [{**file, "url_private_download": url}],
    }
    for _ in range(2):
        payload = {"type": "event_callback", "team_id": fake.team, "event_id": "Ev0TWICE", "event": event}
        assert (await fake.raw(payload)).status == 200
    await cast.settle()

    assert await kept_by(ada) == [JPEG, JPEG]


async def test_a_photo_handed_over_from_another_message_is_kept_with_its_words(cast: Cast, fake: FakeSlack) -> None:
    ada, bea = await cast.participant("Ada"), await cast.participant("Bea")
    team = fake.channel("C0TEAM", [person_of(ada), person_of(bea)])
    await person_of(bea).mentions(team, "what next?", files=(photo(person_of(bea)),))
    message = next(iter(team.messages.values()))

    await person_of(ada).message_shortcut(SHORTCUT_KEEP, team, message.ts)
    await cast.settle()

    assert await kept_by(ada) == [JPEG]


async def test_in_a_channel_it_is_kept_and_its_sender_is_told_that_others_have_seen_it(
    cast: Cast, fake: FakeSlack
) -> None:
    ada = await cast.participant("Ada")
    team = fake.channel("C0TEAM", [person_of(ada)])

    await person_of(ada).mentions(team, "reflect: by the river", files=(photo(person_of(ada)),))
    await cast.settle()

    assert await kept_by(ada) == [JPEG]
    assert "Everybody in that channel can read what you wrote there" in words(person_of(ada))


@pytest.mark.parametrize("point", ["after the answer", "before the answer"])
async def test_killed_while_it_sends_a_recording_its_button_still_deletes_it(cast: Cast, point: str) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await ada.presses("Open it")
    await ada.presses("Send me the voice note")
    cast.kill_at = point
    with suppress(Killed):
        await ada.presses("Send it to our conversation")
    assert not cast.kill_at
    await cast.restart()
    await cast.reach(timedelta(minutes=2))
    assert shown_to(ada) == [VOICE.data]

    await ada.presses("Delete it from here")

    assert not shown_to(ada)
    await nowhere_but(cast, CANARY)


async def test_pressed_twice_the_button_that_deletes_it_does_no_harm(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.sends(VOICE)
    await plays(ada)
    buttons = {button.label: button for seen in ada.screen_of.seen for button in seen.message.buttons}
    for _ in range(2):
        await ada.presses_data(buttons["Delete it from here"].press)

    assert not shown_to(ada)
    assert not stage_of(cast).fake.violations
