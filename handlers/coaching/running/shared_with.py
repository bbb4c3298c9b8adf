"""What a participant let a coach read ends with the coaching, at that moment."""

from bot.chat.turns import Turn
from storage.shared.people import Person


async def end_what_was_shared(turn: Turn, author: Person, reader: Person) -> int:
    """The one can read nothing of the other's any more; gives how much it was."""
    shares = await turn.db.sharing.between(author.id, reader.id)
    await turn.db.sharing.end(shares, turn.now)
    for share in shares:
        turn.take_back(reader.vault, share.post)
    turn.concerns.add(reader.id)
    return len(shares)
