"""A storm on a Telegram that says everything twice, to a bot that asks it in one life and is called in the next."""

from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path

from bot.chat.platform import Address
from tests.faults.storm import A_MOMENT_S, AHEAD, PEOPLE, Storm
from tests.faults.telegram_child import live
from tests.platforms.on_any import until
from tests.platforms.telegram.people import Person
from tests.platforms.telegram.process import AtTelegram
from tests.platforms.telegram.server import FakeTelegram


class TelegramStorm(Storm[Person]):
    finds_sent = False

    def __init__(self, folder: Path, fake: FakeTelegram, events: int) -> None:
        super().__init__(folder, [fake.person(f"Person {number}") for number in range(PEOPLE)], events)
        self.fake = fake
        self.fake.twice = True
        self._secrets = cycle(["", "known-to-telegram-alone"])
        self._shown_to: dict[int, set[str]] = {person.id: set() for person in self._people}
        self._looked_at: dict[int, int] = dict.fromkeys(self._shown_to, 0)

    def _address(self, person: Person) -> Address:
        return Address("telegram", "", str(person.id))

    def _said_to(self, person: Person) -> list[str]:
        return [message.text for message in person.chat if message.from_bot]

    def _life(self) -> tuple[Callable[..., None], tuple[object, ...]]:
        return live, (self._folder, AtTelegram(self.fake.url, self.fake.token, next(self._secrets)))

    def _hears_at(self, port: int) -> None:
        """Telegram has been told where to call by the bot itself."""

    @property
    def _finished(self) -> bool:
        return not self.fake.pending and all(self._shows(person, 2 * self._each) for person in self._people)

    @property
    def _done(self) -> int:
        return len(self.fake.calls)

    def _violations(self) -> list[str]:
        return [*self.fake.violations]

    async def _talk(self, person: Person) -> None:
        for number in range(self._each):
            keeps_up = partial(self._shows, person, 2 * (number - AHEAD))
            await until(keeps_up, within_s=None, every_s=A_MOMENT_S)
            await person.types(f"mark {number}")

    def _shows(self, person: Person, many: int) -> bool:
        """Whether so many different things stand there."""
        shown = self._shown_to[person.id]
        chat = person.chat
        shown |= {message.text for message in chat[self._looked_at[person.id] :] if message.from_bot}
        self._looked_at[person.id] = len(chat)
        return len(shown) >= many
