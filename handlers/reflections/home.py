"""Private notes on the Home: how many there are, and nothing more, because whoever holds the phone sees it."""

from bot.chat.messages import Button, Message
from bot.chat.router import Router
from bot.chat.view import View
from handlers.reflections import life, sharing_texts, texts
from handlers.reflections.entries import Reflection

router = Router("notes on the Home")


@router.home(600)
async def shared_with_me(view: View) -> Message | None:
    if view.opened is None:
        return None
    shares = await view.db.sharing.with_reader(view.person.id, life.today(view))
    notes = {copy.id for copy in await view.opened.all_posted(Reflection)} if shares else set()
    count = sum(share.post in notes for share, _ in shares)
    if not count:
        return None
    things = "one thing" if count == 1 else f"{count} things"
    return Message(f"Colleagues let you read {things}.", buttons=(Button("Read it", sharing_texts.SHARED_LIST(0)),))


@router.home(700)
async def my_notes(view: View) -> Message | None:
    if view.opened is None:
        return None
    count = len(await view.vault.all(Reflection))
    notes = {0: "no private notes yet", 1: "one private note"}.get(count, f"{count} private notes")
    mine = (Button("My notes", texts.LIST(0)),) if count else ()
    return Message(f"You keep {notes}.", buttons=(Button("Write one", texts.WRITE()), *mine))
