"""The whole bot on Slack, and the people there: what tests of Slack alone have in common."""

import asyncio
from collections.abc import Callable

from sqlmodel import select

from storage.shared.deliveries import Delivery
from storage.shared.turns import TurnRow
from tests.cast import Cast
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.player import Player
from tests.stages.slack import SlackStage

SOON_S = 30


def stage_of(cast: Cast) -> SlackStage:
    assert isinstance(cast.stage, SlackStage)
    return cast.stage


def person_of(player: Player) -> Person:
    return stage_of(player.cast).person(player.user)


def words(person: Person) -> str:
    """All that the bot says in this person's conversation."""
    return "\n".join(screen_words(message) for message in person.dm if message.from_bot)


async def until(it_is_so: Callable[[], bool], *, within_s: float | None = SOON_S, every_s: float = 0.002) -> None:
    """Wait for something that happens elsewhere: in Slack, or in another process."""
    async with asyncio.timeout(within_s):
        while not it_is_so():  # noqa: ASYNC110 - what happens there sets no event that we could wait for
            await asyncio.sleep(every_s)


async def asks_for_help_and_gets_it_once(player: Player) -> None:
    """Whatever goes wrong on the way, the answer stands there once when half an hour has gone by."""
    cast = player.cast
    await person_of(player).types("help")
    await cast.settle()
    await cast.reach(cast.clock.now().replace(minute=30))
    assert words(person_of(player)).count("What I can do for you") == 1


async def owe(player: Player, text: str, *, again: bool = False) -> None:
    """Have the bot tell somebody this, unasked."""
    account, now = await player.account(), player.cast.clock.now()
    async with player.cast.app.database.unit() as unit:
        await unit.deliveries.owe(
            Delivery(person_id=account.person_id, body={"text": text}, again=again, due_at=now, made_at=now)
        )
    await player.cast.settle()


async def turns(cast: Cast) -> list[TurnRow]:
    """What the bot ever took in."""
    async with cast.app.database.unit() as unit:
        return await unit.run(lambda session: list(session.exec(select(TurnRow))))
