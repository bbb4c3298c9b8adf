"""The menu of commands that a platform shows to each person: what is open to them in their roles, and nothing else."""

import json
from hashlib import blake2s

from bot.chat.effects import Menu
from bot.chat.permission import open_to
from bot.chat.turns import Turn


async def keep_up(turn: Turn) -> None:
    """See to it that whoever speaks is shown the menu that is theirs by now."""
    if not turn.has_menu:
        return
    commands = _commands(turn)
    digest = blake2s(json.dumps(commands).encode(), digest_size=8).hexdigest()
    if digest != turn.account.menu:
        turn.account.menu = digest
        await turn.db.people.save_account(turn.account)
        turn.answers.append(Menu(commands))


def _commands(turn: Turn) -> dict[str, str]:
    """By what is typed, what it does; for whoever has not joined, the platform has a menu of its own."""
    if turn.speaker is None:
        return {}
    return {intent.words.command: intent.words.title for intent in open_to(turn) if intent.words.command}
