"""Killed anywhere, nothing is lost, nothing happens twice, and every answer is given."""

import asyncio
import contextlib
import json
import multiprocessing
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App, Stores
from bot.chat.platform import Address
from scheduling.clock import SetClock
from storage.private.keys import MasterKeys
from tests.cohort import participants
from tests.faults.child import POINTS, Kill, live, settings_in
from tests.faults.kept import what_was_kept

START = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
PEOPLE = [f"Person{number}" for number in range(20)]
TURNS_EACH = 50
A_LIFE_LATER = timedelta(minutes=2)
"""Longer than any hold or lease, so that what a killed process held can be taken up by the next."""

spawner = multiprocessing.get_context("forkserver")
spawner.set_forkserver_preload(["tests.faults.child"])


class World:
    """The platform, which outlives every process of the bot: what people do, and what they are shown."""

    def __init__(self, folder: Path, *, finds: bool) -> None:
        self.folder = folder
        self.finds = finds
        self.socket = str(folder / "socket")
        self.shown: dict[str, Counter[str]] = defaultdict(Counter)
        self.ids: set[str] = set()
        self.waiting = [(person, f"mark {number}") for number in range(TURNS_EACH) for person in PEOPLE]
        self.kept: set[str] = set()
        self._clock = START
        self._random = random.Random(7)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        self._server = await asyncio.start_unix_server(self._converse, self.socket)
        yield
        self._server.close()

    async def life(self, kill: Kill, *, for_at_most: float | None = None) -> None:
        """Let one process live until it is killed, or has nothing left to do."""
        self._clock += A_LIFE_LATER
        self._over = asyncio.Event()
        child = spawner.Process(target=live, args=(str(self.folder), self.socket, self._clock, kill, self.finds))
        child.start()
        try:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), for_at_most)
        finally:
            child.kill()
            await asyncio.to_thread(child.join)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        feeding = None
        with contextlib.suppress(ConnectionError):
            while line := await reader.readline():
                heard = json.loads(line)
                if "ready" in heard:
                    feeding = asyncio.create_task(self._feed(writer))
                elif "kept" in heard:
                    self.kept.add(heard["kept"])
                else:
                    answer = self._take(heard)
                    writer.write(json.dumps({"to": heard["number"], "answer": answer}).encode() + b"\n")
                if self.finished:
                    break
        if feeding is not None:
            feeding.cancel()
        writer.close()
        self._over.set()

    async def _feed(self, writer: asyncio.StreamWriter) -> None:
        """Everything that was not acknowledged is sent again, in its order; one in ten is sent twice anyway."""
        for number, (user, text) in enumerate(self.waiting):
            again = 2 if self._random.random() < 0.1 else 1
            if str(number) not in self.kept:
                line = json.dumps({"user": user, "key": str(number), "text": text}).encode() + b"\n"
                writer.write(line * again)
                await writer.drain()

    def _take(self, heard: dict[str, str]) -> str | None:
        if "find" in heard:
            return "found" if heard["find"] in self.ids else None
        self.ids.add(heard["send"])
        self.shown[heard["user"]][heard["text"]] += 1
        return "taken"

    @property
    def finished(self) -> bool:
        return len(self.kept) == len(self.waiting) and all(
            self.shown[person][f"{verb} {person} {number}"]
            for person in PEOPLE
            for number in range(TURNS_EACH)
            for verb in ("marked", "told")
        )


async def _set_up(folder: Path) -> None:
    settings = settings_in(folder)
    stores = await Stores.open(settings, MasterKeys.new_file(settings.keys_file))
    app = App(stores, [], SetClock(START))
    await participants(app, "outside", PEOPLE)
    await app.stop()


@pytest.mark.parametrize("finds", [True, False], ids=["a platform that can tell", "one that can’t"])
async def test_killed_anywhere_nothing_is_lost_and_nothing_happens_twice(tmp_path: Path, finds: bool) -> None:
    await _set_up(tmp_path)
    world = World(tmp_path, finds=finds)
    chance = random.Random(11)
    kills = [Kill(point, chance.randint(1, 30)) for point in POINTS for _ in range(3)]
    chance.shuffle(kills)
    async with world.open():
        for kill in kills:
            await world.life(kill)
        for _ in range(6):
            await world.life(Kill(), for_at_most=chance.uniform(0.05, 0.6))
        await asyncio.wait_for(world.life(Kill()), 120)

    assert world.finished
    marks, rows = await what_was_kept(settings_in(tmp_path), (Address("outside", "", name) for name in PEOPLE))
    for person in PEOPLE:
        assert sorted(marks[person]) == list(range(TURNS_EACH)), "an entry is lost or there twice"
        assert rows[person] == list(range(TURNS_EACH)), "a turn is lost, was handled twice, or out of its order"
    twice = {text for shown in world.shown.values() for text, times in shown.items() if times > 1}
    if finds:
        assert not twice
    else:
        # It can't tell what arrived, so what was being said when it was killed may be said twice, and nothing else.
        assert len(twice) <= 40 * len(PEOPLE)
