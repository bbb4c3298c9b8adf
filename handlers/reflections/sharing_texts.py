"""What is said about sharing private notes, to whoever shares and whoever reads, and the buttons beneath it."""

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.times import spoken_date
from handlers.privacy.who_sees import ABOUT
from handlers.reflections.entries import Reflection, shortened
from handlers.reflections.texts import READ, TAKE_BACK, names, on_a_label, page_of, words_of
from storage.shared.cohorts import Membership
from storage.shared.people import Person
from storage.shared.sharing import Share

SHARED_LIST = Press("sharing.list", int)
READ_SHARED = Press("sharing.read", int)


class NothingShared(Refusal):
    """What was shared is not to be read: taken back, past its day, deleted, or never theirs. It reads the same."""

    def __init__(self) -> None:
        super().__init__("That isn’t here any more. Say “shared with me” to see what you can read.")


def readers_to_choose(members: Sequence[tuple[Person, Membership]]) -> dict[str, str]:
    """Whom a note can be shared with. Two of one name are told apart by where they are from."""
    people = {person.id: (person, membership) for person, membership in members}
    called = Counter(person.name for person, _ in people.values())

    def label(person: Person, membership: Membership) -> str:
        name = (
            person.name if called[person.name] == 1 else f"{person.name}, {membership.organisation or membership.role}"
        )
        return f"{name} (away for a while)" if membership.says_away else name

    return {choice_of(person): on_a_label(label(person, membership)) for person, membership in people.values()}


def choice_of(person: Person) -> str:
    """What stands for a person among the answers: never a mere number, which would be taken for a place in the list."""
    return f"person {person.id}"


def shared(share: Share, reader: Person) -> Message:
    until = f" until the end of {spoken_date(share.until)}" if share.until else ""
    name = literal(reader.name)
    return Message(
        f"Shared. {name} is told that there is something to read, not what, and can read it{until}.",
        buttons=(
            Button("Take it back", TAKE_BACK(share.id)),
            Button("Who can see this?", ABOUT(share.entry)),
        ),
    )


SHARE_IT_AGAIN = "You took that note back. To share it once more, open it and press “Share it”."
PASSED_ON_IS = "The new words have been passed on. To end that, open the note and take it back."


def opened_already(share: Share, reader: Person) -> Refusal:
    """It can be taken back all the same, and not as if nothing had been."""
    words = (
        f"{names([reader])} has opened it, so it can’t be as if it had never been shared. You can end it from now on."
    )
    return Refusal(words, (Button("Take it back", TAKE_BACK(share.id)),))


def something_to_read(author: Person, share: Share) -> Message:
    """What a reader is told: never what it is."""
    return Message(
        f"{literal(author.name)} has shared something with you to read.",
        buttons=(Button("Read it", READ_SHARED(share.id)),),
    )


def taken_back(readers: Sequence[Person], entry: str) -> Message:
    return Message(
        f"Taken back: {names(readers)} can’t open it any more.", buttons=(Button("Open the note", READ(entry)),)
    )


def passed_on(readers: Sequence[Person], entry: str) -> Message:
    return Message(
        f"Passed on: {names(readers)} can read the new words now. I haven’t told them again.",
        buttons=(Button("Open the note", READ(entry)),),
    )


def shared_note(copy: Reflection, share: Share, author: Person, zone: ZoneInfo) -> Message:
    """What somebody else shared, for its reader."""
    fields = {"From": shortened(author.name), "Written": copy.written_on(zone)}
    if share.until:
        fields["To be read until"] = spoken_date(share.until)
    stays = f"\n\n*There is more with it, which stays with its author: {copy.with_it}.*" if copy.files else ""
    return Message(
        words_of(copy) + stays,
        title=shortened(copy.title) or "Shared with you",
        fields=fields,
        buttons=(Button("Shared with me", SHARED_LIST(0)),),
        private=True,
    )


def shared_with_me(copies: Sequence[tuple[Reflection, Share, Person]], page: int, zone: ZoneInfo) -> Message:
    """A page of what others let this person read, the newest first."""
    if not copies:
        return Message("Nobody has shared anything with you that you can read now.")
    shown, turning = page_of(copies, page, SHARED_LIST)
    lines = "\n".join(
        f"{number}. **{literal(copy.heading(zone))}**, from {literal(author.name)}"
        for number, (copy, _, author) in enumerate(shown, 1)
    )
    return Message(
        lines,
        title="Shared with me",
        buttons=(*(Button(copy.heading(zone), READ_SHARED(share.id)) for copy, share, _ in shown), *turning),
        private=True,
    )
