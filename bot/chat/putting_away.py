"""Putting private text away where it stands in the conversation: by itself after a while, or at once by a press."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.chat.effects import Standing
from bot.chat.errors import DeliveryFailed
from bot.chat.jobs import Act
from bot.chat.messages import Button, Message, for_reader
from bot.chat.platform import Address, Platform, Retracts, Sent
from bot.chat.router import Router, Routes
from bot.chat.submissions import RESUME
from bot.chat.turns import AWAY, Turn
from storage.shared.deliveries import Delivery
from storage.shared.people import Account
from storage.shared.unit import SharedDatabase, SharedUnit

router = Router("putting away")

IN_TIME = "private.put_away"
"""The act that puts away what stands on its account under `name`."""

WAS_HERE = Message("Put away. What stood here is kept: ask for it again to see it.")
GO_ON = "Go on with it"
NOTHING_STANDS = "Nothing private of mine stands here just now."
A_DAY_S = 24 * 60 * 60


# ---------------------------------------------------------------- what people do


@router.pressed(AWAY, strangers=True)
async def pressed(turn: Turn, name: str) -> None:
    turn.put_away(name)


@router.intent(
    "put_away",
    "Put private text away",
    "put away",
    "put it away",
    "put that away",
    "put everything away",
    "put private text away",
)
async def all_of_it(turn: Turn) -> None:
    """Everything private that stands here. It just goes: there is nothing to say about it."""
    names = await turn.db.conversations.standing(turn.account.id)
    for name in names:
        turn.put_away(name)
    if not names:
        await turn.say(NOTHING_STANDS)


@router.act(IN_TIME)
async def in_time(act: Act) -> None:
    """Who blocks the bot may let it in again: until its name ends its life, what stands there is tried every day."""
    try:
        await act.put_away(str(act.arguments["name"]))
    except DeliveryFailed as failed:
        if not failed.unreachable:
            raise
        raise DeliveryFailed(failed.why, retry_after=A_DAY_S, counts=False) from None


# ---------------------------------------------------------------- what is done


async def stands_now(unit: SharedUnit, account: Account, sent: Sent, standing: Standing | None, now: datetime) -> None:
    """This is on the platform now: what is private is written down, with the moment at which it goes by itself.

    A process that is killed between the sending and this sends it again, where the platform can't find what was sent:
    what stands there twice goes once by itself, and once by a press of its own button.
    """
    await unit.conversations.nothing_private_at(account.id, sent.ref)
    if standing is None:
        return
    await unit.conversations.stands(account.id, standing.name, sent.ref, standing.form, now)
    if standing.minutes is not None:
        await unit.deliveries.owe(
            Delivery(
                key=f"{IN_TIME} {standing.name}",
                person_id=account.person_id,
                account_id=account.id,
                job=IN_TIME,
                arguments={"name": standing.name},
                due_at=now + timedelta(minutes=standing.minutes),
                made_at=now,
            )
        )


async def put_away(
    database: SharedDatabase,
    platforms: Mapping[str, Platform],
    routes: Routes,
    account_id: int,
    name: str,
    pressed_on: str = "",
) -> None:
    """Take back what stands under this name, and what was pressed. Where nothing stands any more, nothing is done."""
    async with database.unit() as unit:
        account = await unit.people.account(account_id)
        private = await unit.conversations.private(account_id, name)
        opening = await unit.conversations.form(private.form, account_id) if private and private.form else None
        person = await unit.people.get(account.person_id) if account and account.person_id is not None else None
    platform = platforms.get(account.platform) if account else None
    if account is None or platform is None:
        return
    to = Address(account.platform, account.team, account.user)
    refs = {ref for ref in (private.sent if private else "", pressed_on) if ref}
    way_on = None
    if opening is not None and opening.ended_at is None and opening.route in routes.forms:
        words = f"“{routes.forms[opening.route][0].title}”: your answers are kept."
        button = Button(GO_ON, RESUME(opening.id), numbered=False)
        way_on = for_reader(Message(words, buttons=(button,)), person is not None and person.plain_mode)
    for sent in map(Sent, refs):
        if way_on is not None and await platform.replace(to, sent, way_on):
            continue
        if not (isinstance(platform, Retracts) and await platform.retract(to, sent)):
            await platform.replace(to, sent, WAS_HERE)
    if private is not None and private.sent:
        async with database.unit() as unit:
            await unit.conversations.put_away(account_id, name)
