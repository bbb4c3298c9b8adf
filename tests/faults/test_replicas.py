"""Several processes over one database: one person's turns stay in the order of their arrival, and are handled once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.app import App, Stores
from bot.chat.messages import Message
from bot.chat.platform import Address, FormView, Inbound, Looked, Manner, Receive, Received, Said, Sent
from bot.routers import ROUTERS
from bot.settings import Settings
from scheduling.clock import SetClock
from storage.private.keys import MasterKeys
from storage.shared.audit import Act
from tests.cohort import participants
from tests.faults.child import Mark, router

START = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
PEOPLE = ["Ada", "Ben", "Cleo"]
TURNS_EACH = 60


class Screen:
    """A platform that both processes talk to, and what it shows."""

    name = "outside"
    asks_in_forms = True
    manner = Manner()

    def __init__(self) -> None:
        self.shown: list[str] = []

    async def listen(self, receive: Receive) -> None: ...

    async def send(self, to: Address, message: Message, *, id: str, place: str = "", owed: bool = False) -> Sent:
        self.shown.append(message.text)
        return Sent(id)

    async def replace(self, to: Address, sent: Sent, message: Message) -> bool:
        return True

    async def open_form(self, to: Address, form: FormView, *, trigger: str) -> bool:
        return True

    async def publish_home(self, to: Address, parts: Sequence[Message]) -> None:
        self.shown.append(f"home of {to.user}")
        await asyncio.sleep(0)

    async def close(self) -> None: ...


@dataclass(frozen=True)
class Replicas:
    """Two of the same bot, and the screen that both show things on."""

    apps: list[App]
    screen: Screen


@pytest.fixture(params=["sqlite", "postgres"])
async def replicas(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Replicas]:
    url = request.getfixturevalue("migrated_postgres_url") if request.param == "postgres" else None
    settings = Settings(data_dir=tmp_path / "data", database_url=url, master_keys_file=tmp_path / "master.keys")
    masters = MasterKeys.new_file(settings.keys_file)
    screen = Screen()
    apps: list[App] = []
    async with AsyncExitStack() as running:
        for _ in range(2):
            stores = await Stores.open(settings, masters, migrating=True)
            app = App(stores, [screen], SetClock(START), routers=(*ROUTERS, router))
            await app.start(awake=False)
            running.push_async_callback(app.stop)
            apps.append(app)
        await participants(apps[0], "outside", PEOPLE)
        yield Replicas(apps, screen)


def _acts(session: Session) -> list[Act]:
    return list(session.exec(select(Act).where(Act.act == "marked").order_by(col(Act.id))))


async def test_a_persons_turns_are_handled_in_the_order_of_arrival_over_two_replicas(
    replicas: Replicas,
) -> None:
    for number in range(TURNS_EACH):
        for name in PEOPLE:
            said = Inbound(Address("outside", "", name), f"{name} {number}", Said(f"mark {number}"), name)
            await replicas.apps[number % 2].intake.receive(said)
    for _ in range(200):
        await asyncio.gather(*(app.intake.catch_up() for app in replicas.apps))
        await asyncio.gather(*(app.intake.quiet() for app in replicas.apps))
        async with replicas.apps[0].database.unit() as unit:
            acts = await unit.run(_acts)
        if len(acts) == TURNS_EACH * len(PEOPLE):
            break
    of_each = {
        actor: [int(act.object) for act in acts if act.actor_id == actor] for actor in {a.actor_id for a in acts}
    }
    assert len(of_each) == len(PEOPLE)
    assert all(numbers == list(range(TURNS_EACH)) for numbers in of_each.values()), of_each

    for app in replicas.apps:
        await app.deliveries.run_due()
    shown = replicas.screen.shown
    for name in PEOPLE:
        marked = [text for text in shown if text.startswith(f"marked {name} ")]
        assert marked == [f"marked {name} {number}" for number in range(TURNS_EACH)], "an answer out of its order"
        told = [text for text in shown if text.startswith(f"told {name} ")]
        assert len(told) == len(set(told)) == TURNS_EACH, "a message was lost or sent twice"


async def test_the_same_update_told_to_both_replicas_is_handled_once(replicas: Replicas) -> None:
    said = Inbound(Address("outside", "", "Ada"), "the same", Said("mark 1"), "Ada")
    received = await asyncio.gather(*(app.intake.receive(said) for app in replicas.apps for _ in range(5)))
    await asyncio.gather(*(app.intake.quiet() for app in replicas.apps))

    assert sorted(received).count(Received.KEPT) == 1
    async with replicas.apps[0].database.unit() as unit:
        assert len(await unit.run(_acts)) == 1
        account = await unit.people.at("outside", "", "Ada")
        assert account is not None
        person = await unit.people.get(account.person_id or 0)
        assert person is not None
        vault = await replicas.apps[0].stores.vaults.open(person.vault, "afterwards")
        assert len(await vault.all(Mark)) == 1


async def test_a_home_that_both_replicas_would_publish_is_published_once(replicas: Replicas) -> None:
    for name in PEOPLE:
        await replicas.apps[0].intake.receive(Inbound(Address("outside", "", name), f"{name} looks", Looked(), name))
    await replicas.apps[0].intake.quiet()

    done = await asyncio.gather(*(app.homes.run_due() for app in replicas.apps))

    assert sum(done) == len(PEOPLE)
    assert sorted(replicas.screen.shown) == [f"home of {name}" for name in PEOPLE]
