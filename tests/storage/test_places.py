"""Whose turn it is to write, where one writes at a time."""

import asyncio
import threading
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from storage.shared.unit import SharedDatabase


async def test_what_must_be_durable_goes_before_everything_else_that_waits(tmp_path: Path) -> None:
    async with SharedDatabase(f"sqlite:///{tmp_path / 'shared.db'}") as database:
        go_on, order = threading.Event(), list[str]()
        writes = [("under way", False), ("owed", False), ("also owed", False), ("kept", True)]

        def write(what: str, _: Connection) -> None:
            go_on.wait()
            order.append(what)

        writing = []
        for what, durable in writes:
            writing.append(asyncio.ensure_future(database.do_plainly(partial(write, what), durable=durable)))
            await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(*writing)

    assert order == ["under way", "kept", "owed", "also owed"]


async def test_whoever_gives_up_waiting_takes_nobodys_place(tmp_path: Path) -> None:
    async with SharedDatabase(f"sqlite:///{tmp_path / 'shared.db'}") as database:
        go_on = threading.Event()
        writing = asyncio.ensure_future(database.do_plainly(lambda _: go_on.wait(), durable=False))
        waiting = [asyncio.ensure_future(database.do_plainly(lambda _: 1, durable=False)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        go_on.set()
        await writing
        waiting[1].cancel()

        assert await waiting[2] == 1
        assert await database.do_plainly(lambda _: 2, durable=True) == 2
