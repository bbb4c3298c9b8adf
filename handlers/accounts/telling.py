"""Telling somebody on all their accounts: whoever gets at one of them can't do anything behind the others' backs."""

from bot.chat.messages import Message
from bot.chat.turns import Turn
from storage.shared.people import Person


async def tell_other_accounts(
    turn: Turn, person: Person, words: Message | str, *, but: frozenset[int] = frozenset()
) -> None:
    """Tell this person on every account of theirs, except this turn's own and those named by id."""
    for account in await turn.db.people.accounts(person.id):
        if account.id != turn.account.id and account.id not in but:
            await turn.tell(person, words, account=account)
