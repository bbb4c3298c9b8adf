"""The whole bot on Slack, and the people there: what tests of Slack alone have in common."""

from tests.cast import Cast
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.player import Player
from tests.stages.slack import SlackStage


def stage_of(cast: Cast) -> SlackStage:
    assert isinstance(cast.stage, SlackStage)
    return cast.stage


def person_of(player: Player) -> Person:
    return stage_of(player.cast).person(player.user)


def words(person: Person) -> str:
    """All that the bot says in this person's conversation."""
    return "\n".join(screen_words(message) for message in person.dm if message.from_bot)


async def asks_for_help_and_gets_it_once(player: Player) -> None:
    """Whatever goes wrong on the way, the answer stands there once when half an hour has gone by."""
    cast = player.cast
    await person_of(player).types("help")
    await cast.settle()
    await cast.reach(cast.clock.now().replace(minute=30))
    assert words(person_of(player)).count("What I can do for you") == 1
