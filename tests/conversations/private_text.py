"""What the conversations about private text have in common: what is looked for, and how it comes to stand there."""

from datetime import timedelta

import pytest

from bot.chat.forms import Choices, Form, ShortText
from bot.chat.platform import Address, Sent
from bot.chat.router import Router
from bot.chat.turns import Turn
from tests.cast import Cast
from tests.player import Player

CANARY = "the heron by the canal knows"

QUARTER = timedelta(minutes=15)
A_LITTLE = timedelta(minutes=2)

locker = Router("locker")


class Locker(Form):
    """A private form with a secret in it."""

    route = "standing.locker"
    title = "Your locker"

    inside = Choices("What is inside?", ["Letters", "Coins"])
    passphrase = ShortText("By which word does it open?", secret=True)


@locker.intent("locker", "Open the locker", "open the locker", opens=True)
async def open_it(turn: Turn) -> None:
    await turn.ask(Locker)


@locker.submitted(Locker)
async def opened(turn: Turn, form: Locker) -> None:
    await turn.say("It is open.")


async def reads_a_note(ada: Player) -> None:
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    ada.sees(CANARY)


def windows_hide_it(ada: Player) -> bool:
    """On Slack it was in a window, where it leaves nothing behind: nothing is to be put away."""
    if ada.cast.way.slack:
        assert "Put away" not in ada.screen
    return ada.cast.way.slack


def put_away_button(player: Player) -> tuple[str, str]:
    """Where the button stands, and its data."""
    [found] = [
        (seen.ref, button.press)
        for seen in player.screen_of.seen
        for button in seen.message.buttons
        if button.label == "Put away"
    ]
    return found


def takes_nothing_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_old(to: Address, sent: Sent) -> bool:
        return False

    monkeypatch.setattr(cast.console, "retract", too_old)
