"""A form on Telegram: one message, edited in its place, question by question, whatever happens in between."""

from datetime import timedelta

import pytest

from bot.chat.forms import Choice, Choices, Form, LongText, Number, ShortText
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.shared.people import Role
from tests.cast import Cast, Way
from tests.platforms.on_telegram import ON_TELEGRAM, person_of, said_to, words
from tests.platforms.telegram.screen import screen_words
from tests.player import Player

router = Router("trip")
LONG = " ".join(f"word{number:04}" for number in range(1_111))
"""Of 10,000 characters, which the app sends in three messages."""
taken: list["Trip"] = []


class Trip(Form):
    """A form that everybody may see, so that what is typed stays to be changed."""

    route = "trip.plan"
    title = "Your trip"
    done = "Plan it"
    private = False

    where = Choice("Where to?", ["North", "South"])
    days = Number("For how many days?", least=1, most=9)
    why = LongText("Why?")
    word = ShortText("A last word?", required=False)


class Ticks(Form):
    route = "trip.ticks"
    title = "What to take"
    private = False

    things = Choices("What do you take?", ["Hat", "Coat"], required=False)
    more = ShortText("What else?", required=False)


@router.intent("try_trip", "Try a trip", "plan a trip")
async def plan(turn: Turn) -> None:
    await turn.ask(Trip)


@router.submitted(Trip)
async def planned(turn: Turn, form: Trip) -> None:
    taken.append(form)
    await turn.say(f"Planned: {form.where} for {form.days}")


class Story(Form):
    route = "trip.story"
    title = "How it was"
    private = False

    words = LongText("How was it?")


@router.intent("try_story", "Try a story", "tell how it was")
async def ask_story(turn: Turn) -> None:
    await turn.ask(Story)


@router.submitted(Story)
async def told(turn: Turn, form: Story) -> None:
    await turn.say(f"So it was: {len(form.words.split())} words")


@router.intent("try_ticks", "Try ticks", "what do i take")
async def ask_ticks(turn: Turn) -> None:
    await turn.ask(Ticks)


@router.submitted(Ticks)
async def ticked(turn: Turn, form: Ticks) -> None:
    await turn.say(f"Taken: {', '.join(form.things)}")


@pytest.fixture
def way() -> Way:
    return ON_TELEGRAM


@pytest.fixture
def routers() -> tuple[Router, ...]:
    taken.clear()
    return (router,)


async def types(player: Player, text: str) -> int:
    """Type this; gives the message's number, by which it can be changed."""
    sent = await person_of(player).types(text)
    await player.cast.settle()
    return sent.message_id


async def changes(player: Player, message_id: int, text: str) -> None:
    await person_of(player).edits(message_id, text)
    await player.cast.settle()


def soon_after(cast: Cast) -> None:
    """Ten seconds later: no part of a long message comes so late, and nobody types the next answer sooner."""
    cast.clock.set(cast.clock.now() + timedelta(seconds=10))


def question(player: Player) -> str:
    """What stands in the message that the form is asked in."""
    [asked] = [message for message in said_to(person_of(player)) if message.text.startswith("Your trip")]
    return screen_words(asked)


# ---------------------------------------------------------------- one message


async def test_a_form_is_asked_in_one_message_that_says_how_far_it_is(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    there = len(said_to(person_of(ada)))
    assert question(ada) == "Your trip\n\nQuestion 1 of 4\n\nWhere to?\n[North]\n[South]\n[Cancel]"
    await ada.presses("South")
    assert question(ada) == "Your trip\n\nQuestion 2 of 4\n\nFor how many days?\n[Back]\n[Cancel]"
    await ada.says("3")
    await ada.says("To see the sea")
    assert "Question 4 of 4" in question(ada)
    assert "[Skip]" in question(ada)
    await ada.presses("Back")
    assert "Question 3 of 4" in question(ada)
    await ada.says("To see the sea & swim")
    await ada.presses("Skip")
    assert "Is this right?" in question(ada)
    assert "3. Why? To see the sea & swim" in question(ada)
    assert len(said_to(person_of(ada))) == there
    await ada.presses("Plan it")
    ada.sees("Planned: South for 3")
    assert [form.why for form in taken] == ["To see the sea & swim"]


async def test_cancel_leaves_one_line_and_nothing_open(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    there = len(said_to(person_of(ada)))
    await ada.presses("South")
    await ada.presses("Cancel")
    ada.sees("Cancelled. Everything is as it was.")
    assert len(said_to(person_of(ada))) == there
    assert "Your trip" not in words(person_of(ada))
    await ada.says("4")
    assert taken == []


async def test_numbers_and_labels_are_answers_too(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.says("2")
    assert "Question 2 of 4" in question(ada)
    await ada.says("back")
    await ada.says("NORTH")
    await ada.says("2")
    await ada.says("Because")
    await ada.says("skip")
    await ada.says("plan it")
    ada.sees("Planned: North for 2")


async def test_what_is_wrong_is_said_above_the_question_which_stays_where_it_is(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.presses("South")
    there = len(said_to(person_of(ada)))
    await ada.says("11")
    [_, _, fault, asked, *_] = question(ada).split("\n\n")
    assert "9" in fault
    assert asked.startswith("For how many days?")
    assert len(said_to(person_of(ada))) == there
    await ada.says("11")
    assert f"That doesn’t work either. {fault}" in question(ada)
    await ada.says("eleven")
    assert "either" not in question(ada)
    await ada.says("9")
    assert fault not in question(ada)
    assert "Question 3 of 4" in question(ada)


async def test_things_are_ticked_in_their_place(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("what do i take")
    there = len(said_to(person_of(ada)))
    await ada.presses("Hat")
    ada.sees("[✓ Hat]")
    await ada.presses("Coat")
    await ada.presses("✓ Hat")
    await ada.presses("Done")
    await ada.presses("Skip")
    ada.sees("Coat")
    assert len(said_to(person_of(ada))) == there
    await ada.presses("Save")
    ada.sees("Taken: Coat")


async def test_in_plain_mode_each_question_is_a_message_of_its_own_with_its_choices_numbered(cast: Cast) -> None:
    ada = await cast.newcomer("Ada", Role.PARTICIPANT)
    await ada.presses("Turn plain mode on")
    await ada.says("plan a trip")
    ada.sees("1. North", "2. South")
    await ada.says("2")
    ada.sees("Question 2 of 4")
    await ada.says("11")
    ada.sees("Question 2 of 4")
    assert words(person_of(ada)).count("Question 2 of 4") == 2
    assert words(person_of(ada)).count("Question 1 of 4") == 1


# ---------------------------------------------------------------- in between


@pytest.mark.parametrize("restarts", [True, False])
async def test_it_goes_on_tomorrow_and_after_a_restart_where_it_was(cast: Cast, restarts: bool) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.presses("South")
    there = len(said_to(person_of(ada)))
    await cast.reach(timedelta(days=1))
    if restarts:
        await cast.restart()
    await ada.says("3")
    assert "Question 3 of 4" in question(ada)
    await ada.says("To see the sea")
    await ada.presses("Skip")
    await ada.presses("Plan it")
    ada.sees("Planned: South for 3")
    assert len(said_to(person_of(ada))) == there + 1


async def test_where_its_message_was_deleted_it_is_asked_below(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await person_of(ada).deletes(said_to(person_of(ada))[-1].message_id)
    await ada.says("South")
    assert "Question 2 of 4" in question(ada)
    await ada.says("3")
    assert "Question 3 of 4" in question(ada)


@pytest.mark.parametrize(("asked", "label"), [("plan a trip", "South"), ("what do i take", "Done")])
async def test_an_old_button_answers_no_other_question(cast: Cast, asked: str, label: str) -> None:
    ada = await cast.participant("Ada")
    await ada.says(asked)
    old = said_to(person_of(ada))[-1]
    for _ in range(2):
        await person_of(ada).presses(label, on=old)
        await cast.settle()
    assert "Question 2 of" in words(person_of(ada))
    assert "That question has been answered." in words(person_of(ada))


async def test_words_that_want_something_else_are_asked_about_and_nothing_is_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.says("timetable")
    if "Do that now" in words(person_of(ada)):
        await ada.presses("Do that now")
    ada.sees("There is no timetable yet")
    await ada.presses("Go on with it")
    assert "Question 1 of 4" in words(person_of(ada))


# ---------------------------------------------------------------- corrections


async def half_way(cast: Cast) -> tuple[Player, dict[str, int]]:
    """Ada, asked for a last word, and the messages in which she answered before."""
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    return ada, {name: await types(ada, text) for name, text in [("where", "north"), ("days", "3"), ("why", "Sea")]}


async def test_a_message_that_is_changed_changes_the_answer_it_gave(cast: Cast) -> None:
    ada, sent = await half_way(cast)
    await changes(ada, sent["days"], "5")
    assert "I have changed your answer to “For how many days?”." in words(person_of(ada))
    assert "Question 4 of 4" in question(ada)
    await ada.says("skip")
    assert "2. For how many days? 5" in question(ada)


async def test_an_answer_is_not_changed_to_one_that_can_not_be(cast: Cast) -> None:
    ada, sent = await half_way(cast)
    await changes(ada, sent["days"], "50")
    assert "Your first answer to “For how many days?” stands as it was." in words(person_of(ada))
    await ada.says("skip")
    assert "2. For how many days? 3" in question(ada)


async def test_at_the_last_look_a_changed_message_is_seen_there(cast: Cast) -> None:
    ada, sent = await half_way(cast)
    await ada.says("skip")
    there = len(said_to(person_of(ada)))
    await changes(ada, sent["why"], "Hills")
    assert "3. Why? Hills" in question(ada)
    assert len(said_to(person_of(ada))) == there


async def test_a_faulty_answer_is_mended_by_changing_its_message(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.says("1")
    sent = await types(ada, "11")
    await changes(ada, sent, "10")
    assert "Question 2 of 4" in question(ada)
    await changes(ada, sent, "9")
    assert "Question 3 of 4" in question(ada)


async def test_once_the_form_is_sent_a_changed_message_is_too_late(cast: Cast) -> None:
    ada, sent = await half_way(cast)
    await ada.says("skip")
    await ada.presses("Plan it")
    await changes(ada, sent["days"], "5")
    ada.sees("I had acted on it already")
    assert [form.days for form in taken] == [3]


async def test_a_changed_message_answers_no_other_form(cast: Cast) -> None:
    ada, sent = await half_way(cast)
    await ada.says("cancel")
    await ada.says("plan a trip")
    await changes(ada, sent["days"], "1")
    ada.sees("I had acted on it already")
    assert "Question 1 of 4" in question(ada)


# ---------------------------------------------------------------- long answers


async def test_a_long_answer_that_the_app_cuts_is_one_answer_and_what_follows_is_the_next(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.says("1")
    await ada.says("3")
    await types(ada, LONG)
    assert "Question 4 of 4" in question(ada)
    soon_after(cast)
    await ada.says("The end")
    await ada.says("plan it")
    [form] = taken
    assert form.why.split() == LONG.split()
    assert form.word == "The end"


async def test_a_part_of_a_long_answer_that_is_changed_does_not_take_the_place_of_the_whole(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("plan a trip")
    await ada.says("1")
    await ada.says("3")
    await types(ada, LONG)
    pieces = [message for message in person_of(ada).chat if not message.from_bot][-3:]
    for piece in pieces:
        await changes(ada, piece.message_id, "Only this")
        ada.sees("That answer came in several messages, so I left it as it was.")
    soon_after(cast)
    await ada.says("skip")
    await ada.says("plan it")
    assert taken[0].why.split() == LONG.split()


async def test_a_long_answer_to_the_only_question_is_taken_whole(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("tell how it was")
    await types(ada, LONG)
    ada.sees("Is this right?")
    await ada.presses("Save")
    ada.sees("So it was: 1111 words")
    soon_after(cast)
    await ada.says("tell how it was")
    await ada.says("Good")
    ada.sees("So it was: 1 words")
