"""Carrying out what a turn decided: what is to be remembered first, then what is said, then the row is wiped."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Protocol

from bot.chat.effects import Effects, Menu, PutAway, Replace, Say, Show, Standing, Suggest, Unsay
from bot.chat.errors import CannotTell, DeliveryFailed
from bot.chat.faults import describe
from bot.chat.messages import Button, Message, for_reader, in_the_open
from bot.chat.platform import Address, FindsSent, FormView, HasMenu, HasWindows, Platform, Retracts, Sent, Suggests
from bot.chat.putting_away import put_away, stands_now
from bot.chat.submissions import RESUME, with_options
from bot.chat.view import Kit
from storage.database import Together
from storage.errors import Gone
from storage.private.vault import Vault, VaultWrite
from storage.shared.inbox import finish
from storage.shared.people import Account
from storage.shared.turns import Outcome
from storage.shared.unit import SharedDatabase, SharedUnit

log = logging.getLogger("waymark.turns")

MOST_SENDS = 12
LONGEST_PAUSE = timedelta(minutes=5)


class Doors(Protocol):
    """What opens the speaker's vault, and carries out what was written to vaults."""

    @property
    def in_transaction(self) -> bool:
        """Whether vault rows go by the turn's own connection, with its commit."""

    async def open(self, vault_id: str, turn_id: str) -> Vault: ...

    def within(self, vault: Vault, unit: SharedUnit) -> Vault:
        """The same vault, whose rows are read by the unit's own connection where they lie in its database."""

    async def apply(self, writes: Sequence[VaultWrite]) -> None: ...

    async def apply_within(self, unit: SharedUnit, writes: Sequence[VaultWrite]) -> None: ...


Mark = Callable[[str], Awaitable[None]]
"""Told each named point that a turn passes; a test kills the process there."""


async def no_mark(_: str) -> None:
    """Nobody is watching."""


def pause_after(failed: DeliveryFailed, attempts: int) -> timedelta:
    """How long to wait before the next attempt: as long as the platform says, or twice as long each time."""
    if failed.retry_after is not None:
        return timedelta(seconds=failed.retry_after)
    return min(timedelta(seconds=2 ** min(attempts, 9)), LONGEST_PAUSE)


@dataclass(frozen=True)
class Decided:
    """A turn whose commit is done, and what is owed for it now."""

    seq: int
    id: str
    account: Account
    plain_mode: bool
    outcome: Outcome
    effects: Effects
    attempts: int = 0
    given: int = 0
    """How many of its answers have been given already."""
    taken_over: bool = False
    """Somebody else may have given some of the answers already."""
    makes_stale: bool = False
    """Somebody's Home has become stale by it, and can be drawn anew once it is carried out."""


class Carrier:
    """Carries out what turns decided."""

    def __init__(
        self,
        database: SharedDatabase,
        doors: Doors,
        kit: Kit,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
        mark: Mark,
    ) -> None:
        self._database = database
        self._doors = doors
        self._kit = kit
        self._platforms = platforms
        self._now = now
        self._mark = mark
        self._finishing = Together(database, durable=False)

    async def carry_out(self, decided: Decided) -> bool:
        """First what is to be remembered, then what is said; then the row is wiped."""
        await self._mark("before the vault write")
        await self._doors.apply(decided.effects.writes)
        await self._mark("after the vault write")
        outcome = decided.outcome
        opened = False
        answers = list(decided.effects.answers)
        for number, answer in enumerate(answers):
            # A message is taken back at every attempt, which does no harm: what is said where it can't be comes last.
            if number < decided.given and not isinstance(answer, Unsay):
                continue
            try:
                await self._mark("before the answer")
                if isinstance(answer, Unsay):
                    if not await self._unsay(decided, answer):
                        answers += _still_there(answer)
                else:
                    opened |= await self._give(decided, f"{decided.id}.{number}", answer)
                await self._mark("after the answer")
            except Exception as error:
                failed = error if isinstance(error, DeliveryFailed) else _bug(error)
                if not failed.permanent and (decided.attempts < MOST_SENDS or not failed.counts):
                    await self._wait(decided, max(number, decided.given), failed)
                    return False
                if isinstance(answer, Unsay) and not failed.unreachable:
                    answers += _still_there(answer)
                    continue
                outcome = Outcome.UNDELIVERED
                await self._given_up(decided, f"{decided.id}.{number}", failed)
        await self.close(decided.seq, outcome)
        await self._mark("after the wiping")
        if decided.effects.trigger and not opened:
            await self._conclude(decided)
        return True

    async def close(self, seq: int, outcome: Outcome) -> None:
        """Nothing is owed for this turn any more: its row is wiped."""
        await self._finishing.do(lambda connection: finish(connection, seq, outcome))

    async def _wait(self, decided: Decided, given: int, failed: DeliveryFailed) -> None:
        at = self._now() + pause_after(failed, decided.attempts)
        async with self._database.unit() as unit:
            await unit.turns.try_later(decided.seq, at, given=given, counts=failed.counts)

    async def _given_up(self, decided: Decided, answer_id: str, failed: DeliveryFailed) -> None:
        """An answer can't be given: whoever waits for it is told so, if they can be reached at all."""
        reference = token_hex(4)
        log.warning("an answer could not be given, reference %s: %s", reference, failed.why)
        if failed.unreachable:
            async with self._database.unit() as unit:
                await unit.people.mark_unreachable(decided.account.id)
            return
        platform = self._platforms.get(decided.account.platform)
        if platform is not None:
            words = f"I have an answer to that, and could not show it to you. The reference is {reference}."
            with suppress(DeliveryFailed):
                await platform.send(_address(decided), Message(words), id=f"{answer_id}.sorry")

    async def _conclude(self, decided: Decided) -> None:
        """A window that was opened ahead is not left waiting. It is a courtesy: where it fails, nothing is lost."""
        platform = self._platforms.get(decided.account.platform)
        if platform is None or not isinstance(platform, HasWindows):
            return
        said = [answer.message for answer in decided.effects.answers if isinstance(answer, Say | Replace)]
        try:
            await platform.conclude(_address(decided), said, trigger=decided.effects.trigger)
        except DeliveryFailed as failed:
            log.info("a window was left as it was: %s", failed.why)

    def _platform(self, decided: Decided) -> Platform:
        platform = self._platforms.get(decided.account.platform)
        if platform is None:
            raise DeliveryFailed("the platform is not running any more", permanent=True)
        return platform

    async def _unsay(self, decided: Decided, unsay: Unsay) -> bool:
        """Take the person's own message back; whether it is gone."""
        platform = self._platform(decided)
        return isinstance(platform, Retracts) and await platform.retract(_address(decided), Sent(unsay.sent))

    async def _give(
        self, decided: Decided, answer_id: str, answer: Say | Replace | Show | PutAway | Suggest | Menu
    ) -> bool:
        """Give one answer; whether it opened a form, or was shown in a window."""
        account = decided.account
        platform = self._platform(decided)
        to = _address(decided)
        match answer:
            case Say() | Replace() if answer.message.private and isinstance(platform, HasWindows):
                message = for_reader(answer.message, decided.plain_mode)
                trigger = decided.effects.trigger
                if trigger and await platform.show_privately(to, message, trigger=trigger, again=answer.again):
                    return True
                openly = in_the_open(answer.message, answer.again)
                await self._send(platform, decided, answer_id, openly, answer.handle)
            case Say():
                await self._send(platform, decided, answer_id, answer.message, answer.handle, answer.standing)
            case Replace():
                sent = answer.sent or await self._sent_under(account.id, answer.handle)
                message = for_reader(answer.message, decided.plain_mode)
                in_window = sent == decided.effects.trigger  # it was pressed in a window, and is answered there
                message = message if in_window else await self._with_files(decided, message)
                if sent and (in_window or not decided.plain_mode) and await platform.replace(to, Sent(sent), message):
                    if isinstance(platform, Retracts):
                        async with self._database.unit() as unit:
                            await stands_now(unit, account, Sent(sent), answer.standing, self._now())
                    return in_window
                await self._send(platform, decided, answer_id, answer.message, answer.handle, answer.standing)
            case Show():
                view = self._view(answer)
                if await platform.open_form(to, view, trigger=decided.effects.trigger):
                    return True
                await self._send(
                    platform, decided, answer_id, _offered_form(view.title, answer.again or RESUME(answer.opening)), ""
                )
            case PutAway():
                await put_away(self._database, self._platforms, self._kit.routes, account.id, answer.name, answer.sent)
            case Menu():
                if isinstance(platform, HasMenu):
                    await self._set_menu(platform, decided, answer.commands)
            case Suggest():
                if isinstance(platform, Suggests):
                    with suppress(DeliveryFailed):  # a courtesy, for which nothing else is to wait
                        await platform.suggest(to, answer.prompts, place=decided.effects.place)
        return False

    async def _set_menu(self, platform: HasMenu, decided: Decided, commands: Mapping[str, str]) -> None:
        """Everything in it can be typed without it: where it can't be shown, nobody waits for it, or is told."""
        try:
            await platform.set_menu(_address(decided), commands)
        except DeliveryFailed as failed:
            log.info("a menu could not be shown: %s", failed.why)
            async with self._database.unit() as unit:
                await unit.people.forget_menu(decided.account.id)

    async def _send(
        self,
        platform: Platform,
        decided: Decided,
        answer_id: str,
        message: Message,
        handle: str,
        standing: Standing | None = None,
    ) -> None:
        to, place = _address(decided), decided.effects.place
        sent = None
        if decided.taken_over and isinstance(platform, FindsSent):
            with suppress(CannotTell):  # twice is better than never, for an answer
                sent = await platform.find_sent(to, answer_id, place=place)
        if sent is None:
            message = await self._with_files(decided, for_reader(message, decided.plain_mode))
            sent = await platform.send(to, message, id=answer_id, place=place)
        if handle or standing:
            async with self._database.unit() as unit:
                if handle:
                    await unit.conversations.set_handle(decided.account.id, handle, sent.ref, self._now())
                if standing:
                    await stands_now(unit, decided.account, sent, standing, self._now())

    async def _with_files(self, decided: Decided, message: Message) -> Message:
        """The message with the bytes that lie apart in its reader's own vault; a file that is gone is left out."""
        if not any(attached.apart for attached in message.attachments):
            return message
        async with self._database.unit() as unit:
            person = await unit.people.get(decided.account.person_id or 0)
        found = []
        with suppress(Gone):
            vault = await self._doors.open(person.vault if person else "", decided.id)
            for attached in message.attachments:
                data = await vault.file(attached.apart) if attached.apart else attached.data
                found += [replace(attached, data=data)] if data is not None else []
        return replace(message, attachments=tuple(found))

    def _view(self, show: Show) -> FormView:
        form = self._kit.routes.forms[show.route][0]
        return FormView(
            opening=show.opening,
            title=form.title,
            intro=show.intro or form.intro,
            done=form.done,
            fields={name: with_options(field, show.options.get(name)) for name, field in form.fields.items()},
            answers=show.answers,
            faults=show.faults,
            opened_at=show.opened_at,
            zone=show.zone,
            route=show.route,
            step=show.step,
        )

    async def _sent_under(self, account_id: int, handle: str) -> str | None:
        async with self._database.unit() as unit:
            return await unit.conversations.handle(account_id, handle)


def _address(decided: Decided) -> Address:
    return Address(decided.account.platform, decided.account.team, decided.account.user)


def _still_there(unsay: Unsay) -> list[Say]:
    """What is said last, where the person's own message could not be taken back."""
    return [Say(Message(unsay.stays))] if unsay.stays else []


def _bug(error: Exception) -> DeliveryFailed:
    reference = token_hex(4)
    log.error("giving an answer failed, reference %s: %s", reference, describe(error))
    return DeliveryFailed(f"a fault of ours, reference {reference}")


def _offered_form(title: str, press: str) -> Message:
    return Message(f"“{title}” is ready for you.", buttons=(Button("Open it", press, "main"),))
