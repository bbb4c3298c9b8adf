"""The whole bot on Telegram, and the people there: what tests of Telegram alone have in common."""

from tests.cast import Cast, Way
from tests.platforms.telegram.groups import Group
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.screen import screen_words
from tests.platforms.telegram.world import TelegramMessage
from tests.player import Player
from tests.stages.telegram import TelegramStage

ON_TELEGRAM = Way("telegram", forms=False, telegram=True)


def stage_of(cast: Cast) -> TelegramStage:
    """Telegram, whether or not people are elsewhere too."""
    [stage] = [stage for stage in cast.stages if isinstance(stage, TelegramStage)]
    return stage


def person_of(player: Player) -> Person:
    return stage_of(player.cast).person(player.user)


def said_to(person: Person) -> list[TelegramMessage]:
    """What the bot has said in this person's conversation, and still stands there."""
    return [message for message in person.chat if message.from_bot]


def words(person: Person) -> str:
    """All that the bot says in this person's conversation."""
    return "\n---\n".join(screen_words(message) for message in said_to(person))


def words_in(group: Group) -> str:
    """All that the bot says in a group."""
    return "\n---\n".join(screen_words(message) for message in group.chat if message.from_bot)
