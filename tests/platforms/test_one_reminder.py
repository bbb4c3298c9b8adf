"""Whoever is on two platforms is reminded on one of them."""

from pathlib import Path

import pytest

from tests.cast import Way
from tests.conversations.test_reminders import london, module, plan
from tests.platforms.beside_console import beside_console, linked


@pytest.mark.parametrize("preferred", ["slack", "console"])
async def test_one_reminder_and_not_two_on_the_platform_that_they_prefer(tmp_path: Path, preferred: str) -> None:
    async with beside_console(tmp_path, Way("slack", slack=True)) as cast:
        ada, desk = await linked(cast)
        await desk.says("settings")
        await desk.presses("Change settings")
        await desk.fills(platform=preferred)
        await module(cast, 21)
        await plan(cast)
        await cast.reach(london(23, 9))
        here, there = (desk, ada) if preferred == "console" else (ada, desk)
        for words in ("In a week: Module 2", "Before Module 2", "Tomorrow: Module 2", "Soon: Module 2"):
            assert here.screen.count(words) == 1
            assert words not in there.screen
