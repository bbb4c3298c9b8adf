"""Ada on a platform and in the console: where one can't reach her, the other does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.cast import Cast, Way
from tests.player import Player
from tests.stages.console import ConsoleStage


@asynccontextmanager
async def beside_console(folder: Path, way: Way) -> AsyncIterator[Cast]:
    cast = Cast(folder, way)
    cast.further_stages = [ConsoleStage(cast.clock, cast.key, forms=True)]
    await cast.begin()
    try:
        yield cast
    finally:
        await cast.end()  # what a failing test left open would keep its process from ending


async def linked(cast: Cast) -> tuple[Player, Player]:
    """Ada where the test is, and Ada in the console, linked by a code and a press on each."""
    ada = await cast.participant("Ada")
    desk = await cast.stranger("Desk", ada, cast.further_stages[0])
    await ada.says("link")
    code = next(line for line in ada.screen.split("\n") if line.startswith("link "))
    await desk.says(code)
    await desk.presses("This is me")
    await ada.presses("This is me")
    desk.sees("Done: “Desk” on Console is an account of Ada’s too.")
    return ada, desk
