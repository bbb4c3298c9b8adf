"""What is asked when somebody writes, changes or shares a note."""

from bot.chat.forms import Choice, Form, LongText, ShortText, When
from handlers.reflections.entries import MOST_HEADING


class Write(Form):
    """A note from scratch."""

    route = "reflections.write"
    title = "A note for yourself"

    text = LongText("What would you like to keep?")
    heading = ShortText("A title, if you like", required=False, most=MOST_HEADING)


class WriteTo(Form):
    """A note that answers one of the programme's questions, given as options at the asking."""

    route = "reflections.answer"
    title = "A note for yourself"

    prompt = Choice("Which question is it about?")
    text = LongText("What would you like to keep?")
    heading = ShortText("A title, if you like", required=False, most=MOST_HEADING)


class Change(Form):
    """A note as it is, to be written anew. It is about the note's id."""

    route = "reflections.change"
    title = "Change your note"

    text = LongText("Your note")
    heading = ShortText("A title, if you like", required=False, most=MOST_HEADING)


class Share(Form):
    """With whom to share a note, and until when. It is about the note's id; the readers are given at the asking."""

    route = "sharing.share"
    title = "Share a note"
    intro = (
        "They get a copy of the words of your note as they are now; recordings and photos stay with you. You can take "
        "it back whenever you like."
    )
    done = "Share it"

    reader = Choice("Who may read it?")
    until = When(
        "Until when, if there should be an end?",
        help="For example: Friday, or 31 March. It can be read to the end of that day.",
        future=True,
        required=False,
    )
