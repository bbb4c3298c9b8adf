"""When a reminder of somebody's own comes: the time after it is planned, then it is told. Neither row has its words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.drafts import FORGET
from bot.chat.jobs import Act
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.reminders.own import texts
from handlers.reminders.own.entries import OwnReminder
from storage.shared.deliveries import Delivery
from storage.shared.people import Account, Person

router = Router("ringing")

RING = "own.ring"
KEPT_AFTER = timedelta(days=30)
"""How long one is kept that has come for the last time, where nobody said that it is done."""
A_WHILE = timedelta(minutes=10)


# ---------------------------------------------------------------- planning


async def plan(turn: Turn, reminder: OwnReminder) -> None:
    """It comes when it says, and at no time that it said before."""
    await unplan(turn, reminder.id)
    await _plan(turn, reminder, reminder.at)


async def go_on(turn: Turn, reminder: OwnReminder, again: Sequence[str]) -> None:
    """It comes when it comes next, as it did before it was changed or deleted, and when it was put off to."""
    await unplan(turn, reminder.id)
    if (following := reminder.after(turn.now)) is not None:
        await _plan(turn, reminder, following)
    else:
        await turn.later(FORGET, at=turn.now + KEPT_AFTER, entry=reminder.id)
    for at in again:
        await plan_again(turn, reminder.id, max(datetime.fromisoformat(at), turn.now))


async def _plan(turn: Turn, reminder: OwnReminder, at: datetime) -> None:
    when = at.isoformat()
    await turn.later(
        RING,
        at=at,
        key=_key(reminder.id, reminder.planned, when),
        entry=reminder.id,
        planned=reminder.planned,
        when=when,
    )


async def plan_again(turn: Turn, entry_id: str, at: datetime) -> tuple[str, list[str]]:
    """It comes once more then, whenever it comes anyway; gives the key of that, and of what it takes the place of."""
    before, key = await not_again(turn, entry_id), f"{RING} {entry_id} again {turn.id}"
    await turn.later(RING, at=at, key=key, entry=entry_id, when=at.isoformat())
    return key, before


async def not_again(turn: Turn, entry_id: str) -> list[str]:
    """It comes only when it comes anyway; gives the keys of what was cancelled."""
    owed = await turn.db.deliveries.awaited(turn.person.id, RING, entry_id)
    keys = [each.key or "" for each in owed if "planned" not in each.arguments]
    return [key for key in keys if await turn.db.deliveries.cancel(key, turn.now)]


async def unplan(turn: Turn, entry_id: str) -> list[str]:
    """It comes no more, and is not forgotten either; gives when it would have come because it was put off."""
    again = []
    for job in (RING, FORGET):
        for owed in await turn.db.deliveries.awaited(turn.person.id, job, entry_id):
            await turn.db.deliveries.cancel(owed.key or "", turn.now)
            if job == RING and "planned" not in owed.arguments:
                again.append(owed.due_at.isoformat())
    return again


async def following(turn: Turn) -> Mapping[str, datetime]:
    """When each of the speaker's reminders comes next, by its id; without those that have come."""
    owed = await turn.db.deliveries.awaited(turn.person.id, RING)
    return {str(each.arguments["entry"]): each.due_at for each in reversed(owed)}


def _key(entry_id: str, planned: int, when: str) -> str:
    return f"{RING} {entry_id} {planned} {when}"


# ---------------------------------------------------------------- its time has come


@router.act(RING)
async def ring(act: Act) -> None:
    """What was deleted, or has another time now, is not told; nor, after an outage, what has come again since."""
    person = act.person
    if person is None:
        return
    reminder = await (await act.vault()).get(OwnReminder, str(act.arguments["entry"]))
    if reminder is None or act.arguments.get("planned", reminder.planned) != reminder.planned:
        return
    when = datetime.fromisoformat(str(act.arguments["when"]))
    if "planned" in act.arguments:
        after = reminder.repeating.after(when) if reminder.repeating else None
        owed = _next(reminder, after, act.now) if after is not None else _end(reminder, when, act.now)
        owed.person_id = person.id
        async with act.unit() as unit:
            await unit.deliveries.owe(owed)
        if after is not None and after <= act.now:
            return

    async def tell() -> str:
        account = await _account(act, person)
        with_words = reminder.in_notice and account is not None and account.admitted
        words = texts.notice(
            reminder,
            ZoneInfo(person.zone),
            late_from=when if act.now - when > A_WHILE else None,
            with_words=with_words,
        )
        await act.send(words, account_id=account.id if account is not None and with_words else None)
        return "told"

    await act.step("told", tell)


def _next(reminder: OwnReminder, at: datetime, now: datetime) -> Delivery:
    when = at.isoformat()
    return Delivery(
        key=_key(reminder.id, reminder.planned, when),
        job=RING,
        arguments={"entry": reminder.id, "planned": reminder.planned, "when": when},
        due_at=at,
        made_at=now,
    )


def _end(reminder: OwnReminder, when: datetime, now: datetime) -> Delivery:
    return Delivery(
        key=f"{FORGET} {reminder.id} {reminder.planned}",
        job=FORGET,
        arguments={"entry": reminder.id},
        due_at=when + KEPT_AFTER,
        made_at=now,
    )


async def _account(act: Act, person: Person) -> Account | None:
    """Where it goes: to the account that messages go to first."""
    async with act.unit() as unit:
        accounts = [account for account in await unit.people.accounts(person.id) if account.reachable]
    return min(accounts, key=lambda account: account.platform != person.platform, default=None)
