"""Taking turns: keep what came in, handle each person's in the order of arrival, carry out what was decided.

A turn's row goes from kept to decided to done. Nothing here is remembered between rows but what could be read again, so
whoever is killed at any point is replaced by whoever starts next.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import partial
from secrets import token_hex, token_urlsafe

from bot.chat import dialogue
from bot.chat.again import ask_which
from bot.chat.at_risk import goes_on, help_first, hold, in_their_own_words
from bot.chat.carrying import Carrier, Decided, Doors, Mark, no_mark, pause_after
from bot.chat.dispatch import dispatch
from bot.chat.drafts import keep_words
from bot.chat.effects import Effects, effects_json
from bot.chat.errors import Ambiguous, DeliveryFailed, Refusal
from bot.chat.faults import describe
from bot.chat.fetching import Fetching, Unfetched
from bot.chat.menus import keep_up
from bot.chat.messages import Message
from bot.chat.offered import offered_after
from bot.chat.permission import Unprepared
from bot.chat.platform import (
    OF_THE_KNOWN,
    HasMenu,
    HasWindows,
    Inbound,
    Left,
    Looked,
    Manner,
    Met,
    Platform,
    Pressed,
    Received,
    Retracts,
    Said,
    Stepped,
    Submitted,
    What,
)
from bot.chat.readying import NOTHING_READ, Ready, Readying, Seals, what_json
from bot.chat.standstill import Standstill, say_that_it_lasts
from bot.chat.submissions import FormRefused, keep_answers, keep_refused
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import Kit, Locked
from storage.database import Together
from storage.errors import RunAgain, StorageBusy, StorageFull
from storage.shared.inbox import Kept, Taken, decide, keep
from storage.shared.turns import Caller, Outcome, TurnState
from storage.shared.unit import SharedDatabase, SharedUnit

log = logging.getLogger("waymark.turns")

MOST_ATTEMPTS = 3
"""After so many bugs in one turn its words move to the drafts."""
LATE = timedelta(hours=1)

NOT_KEPT = "I have kept nothing of what you wrote: it stands where you wrote it. You may want to delete it there."
"""What is said of private words that came from where nothing private can be kept."""


class Step(Enum):
    """How a look at an owner's queue ended."""

    DONE = auto()
    """A turn was handled, and what it owed was carried out."""
    AGAIN = auto()
    """Another came first, or this one is to be tried again: look again."""
    WAIT = auto()
    """Nothing can be done in this queue just now."""


class Intake:
    """The one way in. An adapter calls `receive`; whoever wakes the process calls `catch_up`."""

    def __init__(
        self,
        *,
        database: SharedDatabase,
        doors: Doors,
        seals: Seals,
        kit: Kit,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
        wake: Callable[[], None],
        mark: Mark = no_mark,
    ) -> None:
        self._database = database
        self._doors = doors
        self._seals = seals
        self._kit = kit
        self._platforms = platforms
        self._now = now
        self._wake = wake
        self._mark = mark
        self._standstill = Standstill(database)
        self.readying = Readying(kit, platforms, doors, seals)
        self._fetching = Fetching(database, platforms)
        self._keeping = Together(database, durable=True)
        self._carrier = Carrier(database, doors, kit, platforms, now, mark)
        self._working: dict[str, asyncio.Task[None]] = {}
        self._called_again: set[str] = set()

    # ------------------------------------------------------------ in

    async def receive(self, inbound: Inbound) -> Received:
        """Keep it; handle it as soon as it is its turn."""
        turn_id = token_urlsafe(16)
        sealed = await self._seals.seal(turn_id, what_json.dump_json(inbound.what))
        address = inbound.address
        caller = Caller(address.platform, address.team, address.user, inbound.display_name)
        now = self._now()
        await self._mark("before the keeping")
        of = isinstance(inbound.what, Left) if isinstance(inbound.what, OF_THE_KNOWN) else None
        kept = await self._keeping.do(
            lambda connection: keep(connection, caller, inbound.key, turn_id, sealed, now, of=of)
        )
        await self._mark("after the keeping")
        if kept is None:
            return Received.REPEATED
        self._work_on(kept.owner, (kept, inbound))
        return Received.KEPT

    async def catch_up(self) -> None:
        """Take up what somebody left: after a crash, and where an answer is to be tried again."""
        async with self._database.unit() as unit:
            owners = await unit.turns.owners_waiting(self._now())
        for owner in owners:
            self._work_on(owner, None)

    async def next_due(self) -> datetime | None:
        async with self._database.unit() as unit:
            return await unit.turns.next_retry()

    async def quiet(self) -> None:
        """Wait until every queue in this process is empty, or waits for a later time."""
        while self._working:
            await asyncio.gather(*self._working.values(), return_exceptions=True)

    # ------------------------------------------------------------ one owner's queue

    def _work_on(self, owner: str, fresh: tuple[Kept, Inbound] | None) -> None:
        if owner in self._working:
            self._called_again.add(owner)
            return
        self._working[owner] = asyncio.create_task(self._queue(owner, fresh), name=f"turns of {owner}")

    async def _queue(self, owner: str, fresh: tuple[Kept, Inbound] | None) -> None:
        try:
            step = Step.AGAIN
            while step is Step.AGAIN or owner in self._called_again:
                self._called_again.discard(owner)
                step = await self._one(owner, fresh)
                if step is Step.DONE and (fresh is None or not self._database.is_sqlite):
                    step = Step.AGAIN  # more may stand behind it; whoever came to this process has called again
                fresh = None
        except (StorageBusy, StorageFull) as error:
            log.warning("the turns of one queue wait: %s", type(error).__name__)
        except Exception as error:
            log.error("the turns of one queue stopped: %s", describe(error))
        finally:
            del self._working[owner]

    async def _one(self, owner: str, fresh: tuple[Kept, Inbound] | None) -> "Step":
        """Handle the owner's oldest open turn, if it can be handled now."""
        if await self._standstill.lasts():
            if fresh is not None:
                await say_that_it_lasts(self._database, self._platforms, fresh[1], self._now())
            return Step.WAIT
        if fresh is not None:
            kept, inbound = fresh
            seq, getting = kept.seq, self.readying.fresh(kept, inbound)
        else:
            async with self._database.unit() as unit:
                found = await unit.inbox.first_in_line(owner)
            if found is None or (found.row.due_at is not None and found.row.due_at > self._now()):
                return Step.WAIT
            seq, getting = found.row.seq, self.readying.found(found)
        ready = None
        try:
            ready = await getting
            decided = await self._decide(owner, ready)
        except RunAgain:
            return Step.AGAIN
        except (StorageBusy, StorageFull):
            raise
        except Exception as error:
            decided = await self._failed(owner, seq, ready, error)
        if isinstance(decided, Step):
            return decided
        done = await self._carrier.carry_out(decided)
        if decided.makes_stale:
            self._wake()
        return Step.DONE if done else Step.WAIT

    # ------------------------------------------------------------ the one commit

    async def _decide(self, owner: str, ready: Ready) -> Decided | Step:
        """Handle it in one transaction, unless another came first or it has been dealt with."""
        try:
            return await self._in_one_unit(owner, ready, self._say_it_lapsed if ready.lapsed else self._handle)
        except Unprepared as wants:
            prepared = await asyncio.to_thread(wants.prepare, self._kit.secrets, wants.slots)
            return await self._decide(owner, replace(ready, prepared=prepared))
        except Unfetched as wants:
            return await self._fetch(owner, ready, wants)
        except Refusal as refusal:
            return await self._in_one_unit(owner, ready, partial(self._refuse, refusal))

    async def _fetch(self, owner: str, ready: Ready, wants: Unfetched) -> Decided | Step:
        """Bring what was sent into its sender's vault, and handle the turn then; or all of it later."""
        assert ready.vault is not None
        await self._mark("before the fetching")
        try:
            fetched = await self._fetching.fetch(wants, ready.vault, self._now(), ready.attempts)
        except DeliveryFailed as failed:
            log.info("a file can't be fetched just now: %s", failed.why)
            async with self._database.unit() as unit:
                await unit.turns.try_later(ready.seq, self._now() + pause_after(failed, ready.attempts), given=0)
            self._wake()
            return Step.WAIT
        await self._mark("after the fetching")
        return await self._decide(owner, replace(ready, files=fetched))

    async def _in_one_unit(
        self, owner: str, ready: Ready, handle: Callable[[Turn, Ready], Awaitable[Outcome]]
    ) -> Decided | Step:
        async with self._database.unit() as unit:
            taken = await unit.inbox.take(owner)
            if taken is None:
                return Step.WAIT
            if taken.row.seq != ready.seq:
                return Step.AGAIN
            if taken.row.state == TurnState.DECIDED:
                return await self._take_over(unit, taken)
            if not taken.account.reachable and not isinstance(ready.what, Left):
                taken.account.reachable = True  # whoever speaks can be reached
                await unit.people.save_account(taken.account)
            turn = self._turn(unit, taken, ready)
            if ready.risk is not None:
                ready = replace(ready, risk=await in_their_own_words(turn, ready.what, ready.reading, ready.risk))
            outcome = await handle(turn, ready)
            if ready.risk is not None:
                await help_first(turn, ready.risk)
            return await self._commit(unit, taken, turn, ready.what, outcome)

    def _turn(self, unit: SharedUnit, taken: Taken, ready: Ready) -> Turn:
        what = ready.what
        assert what is not None
        platform = self._platforms.get(taken.account.platform)  # which may have been taken away since
        if ready.profile and ready.profile.name:
            taken.account.display_name = ready.profile.name
        return Turn(
            id=ready.id,
            now=taken.row.arrived_at,
            account=taken.account,
            speaker=taken.person,
            memberships=taken.memberships,
            cohorts=taken.cohorts,
            agreed=taken.agreed,
            db=unit,
            kit=self._kit,
            text=what.text if isinstance(what, Said) else "",
            prepared=ready.prepared,
            files=ready.files,
            late=self._now() - taken.row.arrived_at > LATE,
            pressed_on=what.on.ref if isinstance(what, Pressed) and what.on else "",
            said_in_public=isinstance(what, Said) and what.public,
            said_in=what.sent.ref if isinstance(what, Said) and what.sent else "",
            said_at=what.at if isinstance(what, Said) else None,
            asks_in_forms=platform is None or platform.asks_in_forms,
            has_windows=isinstance(platform, HasWindows),
            retracts=isinstance(platform, Retracts),
            has_menu=isinstance(platform, HasMenu),
            manner=platform.manner if platform else Manner(),
            profile=ready.profile,
            opened=self._doors.within(ready.vault, unit) if ready.vault and ready.vault.id == taken.vault else None,
        )

    async def _handle(self, turn: Turn, ready: Ready) -> Outcome:
        assert ready.what is not None
        if ready.risk is None:
            await dispatch(turn, ready.what, ready.reading)
        elif goes_on(turn, ready.what, ready.reading):
            # In a form such words are its answer, whatever else they may ask for.
            await dispatch(turn, ready.what, NOTHING_READ if turn.account.dialogue else ready.reading)
        else:
            await hold(turn, ready.reading)
        await keep_up(turn)
        return Outcome.ANSWERED

    async def _say_it_lapsed(self, turn: Turn, ready: Ready) -> Outcome:
        when = spoken(turn.now, turn.zone)
        await turn.say(f"I was away for too long to read what you sent on {when}. Please say it once more.")
        return Outcome.FAILED

    async def _refuse(self, refusal: Refusal, turn: Turn, ready: Ready) -> Outcome:
        if ready.files is not None and turn.opened is not None:
            for file in ready.files.files:
                await turn.opened.delete(file.id)
        if isinstance(refusal, FormRefused) and turn.account.dialogue == refusal.opening_id:
            await dialogue.refused(turn, refusal)
        elif isinstance(refusal, FormRefused):
            await keep_refused(turn, refusal)
        elif not (isinstance(refusal, Ambiguous) and await ask_which(turn, refusal)):
            if isinstance(refusal, Locked) and turn.said_in and _has_content(ready):
                turn.stays = NOT_KEPT  # and so it is not taken back: nothing that was written is lost
            await turn.say(Message(refusal.words, buttons=refusal.buttons))
        return Outcome.REFUSED

    async def _commit(self, unit: SharedUnit, taken: Taken, turn: Turn, what: What | None, outcome: Outcome) -> Decided:
        writes = turn.posts if turn.opened is None else [*turn.opened.writes, *turn.posts]
        plain_mode = turn.speaker is not None and turn.speaker.plain_mode
        if self._doors.in_transaction:
            await self._doors.apply_within(unit, writes)
            writes = []
        if turn.stays:
            await turn.say(turn.stays)
        trigger, place = _whence(what)
        effects = Effects(writes, turn.answers, trigger, "" if turn.hushed else place)
        sealed = await self._seals.seal(turn.id, effects_json.dump_json(effects))
        offered = offered_after(turn, in_window=trigger != "")
        now = self._now()
        await self._mark("before the commit")
        concerned = turn.concerns if turn.speaker is None else {turn.speaker.id, *turn.concerns}
        stale = await unit.commit(lambda session: decide(session, taken.row, sealed, outcome, offered, concerned, now))
        await self._mark("after the commit")
        if turn.owes:
            self._wake()
        return Decided(taken.row.seq, turn.id, turn.account, plain_mode, outcome, effects, makes_stale=stale)

    async def _take_over(self, unit: SharedUnit, taken: Taken) -> Decided | Step:
        """It was decided by somebody who may be gone: carry it out, unless they are at it, or its time has not come."""
        row = taken.row
        if row.due_at is not None and row.due_at > self._now():
            return Step.WAIT
        if not await unit.turns.hold(row.seq, self._now()):
            return Step.WAIT
        effects = effects_json.validate_json(await self._seals.open(row.id, row.effects or b""))
        plain_mode = taken.person is not None and taken.person.plain_mode
        outcome = Outcome(row.outcome or Outcome.ANSWERED)
        return Decided(
            row.seq,
            row.id,
            taken.account,
            plain_mode,
            outcome,
            effects,
            attempts=row.attempts,
            given=row.given,
            taken_over=True,
        )

    # ------------------------------------------------------------ bugs

    async def _failed(self, owner: str, seq: int, ready: Ready | None, error: Exception) -> Decided | Step:
        """A bug: nothing is half done. It is tried again; in the end the words are kept, and the row is closed."""
        reference = token_hex(4)
        log.error("a turn failed, reference %s: %s", reference, describe(error))
        async with self._database.unit() as unit:
            attempts = await unit.turns.failed_once_more(seq, reference)
        if attempts < MOST_ATTEMPTS and (ready is None or ready.risk is None):  # help waits for no further attempt
            return Step.AGAIN
        if ready is not None and ready.what is not None:
            try:
                return await self._in_one_unit(owner, ready, partial(self._give_up, reference))
            except Exception as worse:
                log.error("the turn of reference %s could not even be given up: %s", reference, describe(worse))
        await self._carrier.close(seq, Outcome.FAILED)
        return Step.AGAIN

    async def _give_up(self, reference: str, turn: Turn, ready: Ready) -> Outcome:
        words = f"Something went wrong on my side, and nothing was changed. The reference is {reference}."
        kept = await _keep_what_was_written(turn, ready.what)
        if kept:
            words += " What you wrote is kept: say “drafts” to find it."
        if isinstance(ready.what, Said) and ready.what.files:
            words += " What came with it is not: please send that once more." if kept else " Please send it once more."
        await turn.say(words)
        return Outcome.FAILED


def _has_content(ready: Ready) -> bool:
    """Whether there was more in it than what is wanted: words to be kept, or files."""
    return bool(ready.reading.slots) or (isinstance(ready.what, Said) and bool(ready.what.files))


def _whence(what: What | None) -> tuple[str, str]:
    """By what something was done, and where, as far as the platform said so."""
    match what:
        case Said(trigger=trigger, place=place) | Pressed(trigger=trigger, place=place):
            return trigger, place
        case Stepped(trigger=trigger):
            return trigger, ""
        case Looked(place=place) | Met(place=place):
            return "", place
        case _:
            return "", ""


async def _keep_what_was_written(turn: Turn, what: What | None) -> bool:
    """Nothing that was typed is lost: a form's answers stay in its draft, other words become one."""
    try:
        match what:
            case Submitted():
                return await keep_answers(turn, what.opening, what.answers)
            case Said(text=text) if text:
                await keep_words(turn, text)
                return True
            case _:
                return False
    except Refusal:  # there is no such form, or this account opens no vault
        return False
