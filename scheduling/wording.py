"""What a delivery says, and to which account it goes, as things stand when it falls due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.chat.errors import DeliveryFailed
from bot.chat.jobs import Wording
from bot.chat.messages import Message, for_reader, message_json
from bot.chat.platform import Manner, Platform
from bot.chat.unasked import beneath
from bot.chat.view import Kit
from scheduling.holding import goes_now
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit


class NobodyReachable(DeliveryFailed):
    """The person has no account that takes messages."""

    def __init__(self) -> None:
        super().__init__("no account that can be reached", permanent=True)


@dataclass(frozen=True)
class Owed:
    """A delivery ready to go: to whom, and in which words."""

    delivery: Delivery
    account: Account
    message: Message


class Words:
    """Words what is owed."""

    def __init__(self, kit: Kit, platforms: Mapping[str, Platform], now: Callable[[], datetime]) -> None:
        self._kit = kit
        self._platforms = platforms
        self._now = now

    async def word(self, unit: SharedUnit, delivery: Delivery) -> Owed | None:
        """Who gets it and what it says; None where it is no longer so, or has to wait, which is marked then.

        All of it is one transaction, which ends by saying that it is on its way.
        """
        person = await unit.people.get(delivery.person_id) if delivery.person_id is not None else None
        if person is None:
            await unit.deliveries.end(delivery.id, DeliveryState.DROPPED, self._now(), why="nobody is there")
            return None
        first = person.platform if delivery.kind is None else await goes_now(unit, delivery, person, self._now())
        if first is None and delivery.kind is not None:
            return None
        account = await self.account(unit, person, delivery.account_id, first)
        if account is None and not person.by_hand:
            raise NobodyReachable
        manner = self._platforms[account.platform].manner if account is not None else Manner()
        wording = Wording(
            now=self._now(),
            person=person,
            arguments=delivery.arguments,
            db=unit,
            delivery=delivery.id,
            kit=self._kit,
            account=account,
            manner=manner,
        )
        message = await wording.words(delivery)
        if message is None:
            await unit.deliveries.end(delivery.id, DeliveryState.DROPPED, self._now(), why="no longer so")
            return None
        if account is None:
            await unit.to_tell_by_hand.leave(delivery.id, message_json.dump_python(message, mode="json"))
            await unit.homes.changed(await unit.cohorts.who_run_those_of(person.id))
            return None
        if delivery.kind is not None:
            message = beneath(message, delivery)
        await unit.deliveries.sending(delivery.id, account.id)
        delivery.sent_by = account.id
        return Owed(delivery, account, for_reader(message, person.plain_mode))

    async def account(
        self, unit: SharedUnit, person: Person, account_id: int | None, first: str | None
    ) -> Account | None:
        """This very account, or the person's first that can be reached, one on the first platform before others."""
        accounts = [
            account
            for account in await unit.people.accounts(person.id)
            if account.platform in self._platforms and account.reachable and account_id in (None, account.id)
        ]
        return min(accounts, key=lambda account: account.platform != first, default=None)
