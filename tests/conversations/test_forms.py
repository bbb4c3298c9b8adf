"""A form says the same to its handler however it was asked, and nothing that was typed is lost."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Choices, Consent, Form, LongText, Number, Scale, ShortText, When
from bot.chat.messages import Button, Message, Press
from bot.chat.platform import Closed, Submitted
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.shared.people import Role
from tests.cast import Cast
from tests.conversations.conftest import in_forms

router = Router("trying")
filled: list["Everything"] = []

SHOW_COUNT = Press("trying.count", int)


class Everything(Form):
    """One question of each kind."""

    route = "trying.everything"
    title = "One of each"
    done = "Send it"

    line = ShortText("A line?")
    words = LongText("As many words as you like?")
    one = Choice("Which one?", ["Red", "Green", "Dark green"])
    some = Choices("Which ones?", ["North", "South", "East"], required=False)
    steps = Scale("How much?", low="little", high="much")
    whole = Number("How many?", least=1, most=30)
    sure = Consent("Are you sure?")
    again = When("When again?", future=True, required=False)


class Strict(Form):
    """A form whose handler refuses it the first time."""

    route = "trying.strict"
    title = "A strict one"

    words = LongText("What?")


refusing = {"now": True}


@router.intent("try_everything", "Try everything", "try everything")
async def try_everything(turn: Turn) -> None:
    await turn.ask(Everything)


@router.submitted(Everything)
async def everything(turn: Turn, form: Everything) -> None:
    filled.append(form)
    await turn.say(f"Thank you for the line “{form.line}”.")


@router.intent("try_strict", "Try the strict one", "try the strict one")
async def try_strict(turn: Turn) -> None:
    await turn.ask(Strict)


@router.submitted(Strict)
async def strict(turn: Turn, form: Strict) -> None:
    if refusing["now"]:
        raise Refusal("Not today, I’m afraid. Try tomorrow.")
    await turn.say(f"Taken: {form.words}")


@router.intent("for_coaches", "Only for coaches", "only for coaches", allow=Role.COACH)
async def for_coaches(turn: Turn) -> None:
    await turn.say(Message("The coaches’ room", buttons=(Button("Count", SHOW_COUNT(7)),)))


@router.pressed(SHOW_COUNT, allow=Role.COACH)
async def count(turn: Turn, number: int) -> None:
    await turn.replace(f"It is {number}.")


@pytest.fixture
def routers() -> tuple[Router, ...]:
    filled.clear()
    refusing["now"] = True
    return (router,)


async def test_every_kind_of_answer_reaches_the_handler_as_it_was_meant(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try everything")
    await ada.fills(
        line="  a line ",
        words="One.\n\nTwo: مرحبا 👩🏽‍🚒",
        one="green",
        some=["North", "East"],
        steps="4",
        whole="12",
        sure=True,
        again="next Tuesday 14:00",
    )

    ada.sees("Thank you for the line “a line”")
    [form] = filled
    assert (form.line, form.words, form.one) == ("a line", "One.\n\nTwo: مرحبا 👩🏽‍🚒", "Green")
    assert (form.some, form.steps, form.whole, form.sure) == (["North", "East"], 4, 12, True)
    assert form.again == datetime(2027, 1, 12, 14, tzinfo=UTC)


async def test_what_need_not_be_answered_can_be_left(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try everything")
    await ada.fills(line="a", words="b", one="1", steps="1 little", whole="30", sure=False)

    [form] = filled
    assert (form.one, form.some, form.sure, form.again) == ("Red", [], False, None)


async def test_an_answer_that_cannot_be_is_said_beside_its_question(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try everything")
    if cast.way.slack:  # there is no other option to choose, and Slack itself says what is missing or out of bounds
        faults = await ada.tries_to_fill(line="a", words="b", one="Red", steps="1", whole="31", again="yesterday")
        assert "30" in faults["whole"]
        assert "required" in faults["sure"]
        faults = await ada.tries_to_fill(whole="30", sure=True)
        assert faults.keys() == {"again"}
        assert ada.form is not None, "the form stays open"
    elif cast.way.forms:
        faults = await ada.tries_to_fill(line="a", words="b", one="Blue", steps="9", whole="31", again="yesterday")
        assert faults["one"].startswith("Please choose one of these")
        assert "from 1 to 30" in faults["whole"]
        assert faults["sure"] == "Please answer yes or no."
        assert "again" in faults
        assert ada.form is not None, "the form stays open"
    else:
        await ada.says("a")
        await ada.says("b")
        await ada.says("Blue")
        ada.sees("Please choose one of these, by name or by number: Red, Green, Dark green.", "Which one?")
    assert not filled


async def test_a_refused_form_keeps_every_word_and_opens_again(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try the strict one")
    await ada.fills(words="all that I wrote")
    ada.sees("Not today, I’m afraid", "What you wrote is kept" if cast.way.forms else "What? all that I wrote")

    refusing["now"] = False
    await ada.opens_it_again()
    await ada.fills()
    ada.sees("Taken: all that I wrote")


@in_forms
async def test_a_form_that_is_sent_twice_is_dealt_with_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    refusing["now"] = False
    await ada.says("try the strict one")
    form = ada.form
    assert form is not None
    await ada.does(Submitted(form.opening, {"words": "once"}), key="first")
    await ada.does(Submitted(form.opening, {"words": "once"}), key="first")
    await ada.does(Submitted(form.opening, {"words": "twice"}), key="second")
    ada.sees("You have already sent that one")
    assert ada.screen.count("Taken:") == 1
    ada.does_not_see("Taken: twice")


@in_forms
async def test_somebody_elses_form_reads_like_one_that_is_not_there(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.participant("Eve")
    refusing["now"] = False
    await ada.says("try the strict one")
    form = ada.form
    assert form is not None
    await eve.does(Submitted(form.opening, {"words": "Eve was here"}))
    eve.sees("That form isn’t here any more")
    await eve.does(Submitted("no such form", {"words": "Eve was here"}))
    eve.sees("That form isn’t here any more")
    await eve.presses_data(f"form.resume:{form.opening}")
    eve.sees("That form isn’t here any more")
    ada.does_not_see("Eve was here")


@in_forms
async def test_answers_that_no_page_would_send_are_checked_all_the_same(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try everything")
    form = ada.form
    assert form is not None
    await ada.does(Submitted(form.opening, {"one": "Purple", "whole": "-1", "nobody": "asked"}))
    ada.sees("one thing needs another look", "[Open it again]")
    assert not filled


async def test_a_role_is_asked_for_again_at_every_press(cast: Cast) -> None:
    cleo, ada = await cast.member("Cleo", Role.COACH), await cast.participant("Ada")
    await cleo.says("only for coaches")
    await cleo.presses("Count")
    cleo.sees("It is 7.")

    await ada.says("only for coaches")
    ada.sees("That is for coaches")
    await ada.presses_data(SHOW_COUNT(7))
    ada.sees("That is for coaches")
    ada.does_not_see("It is 7.")


@pytest.mark.parametrize(
    "data", ["", "nobody.knows:1", "trying.count", "trying.count:x", "trying.count:1:2", ":::", "é" * 64]
)
async def test_button_data_is_input_like_any_other(cast: Cast, data: str) -> None:
    cleo = await cast.newcomer("Cleo", Role.COACH)
    await cleo.presses_data(data)
    if (cast.way.slack or cast.way.telegram) and not data:
        cleo.sees_nothing()  # every button of ours has data, so that one without is not taken for ours
    else:
        cleo.sees("That button doesn’t work any more")


# ---------------------------------------------------------------- question by question


@pytest.fixture
def chat(chat: Cast) -> Cast:
    refusing["now"] = False
    return chat


async def test_back_skip_and_cancel_can_be_pressed_or_typed(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    ada.sees("Question 1 of 8", "A line?")
    await ada.says("first")
    ada.sees("Question 2 of 8")
    await ada.presses("Back")
    ada.sees("Question 1 of 8")
    await ada.says("first, again")
    await ada.says("back")
    ada.sees("Question 1 of 8")
    await ada.says("skip")
    ada.sees("This one needs an answer.", "A line?")
    await ada.presses("Cancel")
    ada.sees("Cancelled. Everything is as it was.")
    await ada.says("try everything")
    await ada.says("actually cancel that")
    ada.sees("Cancelled. Everything is as it was.")
    await ada.says("Green")
    ada.does_not_see("Question 3")


async def test_several_choices_are_ticked_one_by_one(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    for words in ("a", "b", "Red"):
        await ada.says(words)
    await ada.presses("North")
    await ada.presses("East")
    await ada.presses("✓ North")
    ada.sees("[North]", "[✓ East]")
    await ada.presses("Done")
    ada.sees("How much?")
    await ada.fills(steps="5", whole="1", sure=True)
    assert filled[0].some == ["East"]


async def test_a_second_press_does_not_answer_the_next_question(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    for words in ("a", "b", "Red"):
        await ada.says(words)
    account = await ada.account()
    await ada.presses("Done")
    ada.sees("How much?")
    for stale in (
        f"form.done:{account.dialogue}:3",
        f"form.skip:{account.dialogue}:3",
        f"form.stay:{account.dialogue}",
    ):
        await ada.presses_data(stale)
        ada.sees("That question has been answered.")
    await ada.fills(steps="5", whole="1", sure=True)
    assert filled[0].steps == 5


async def test_skip_at_the_last_look_says_what_can_be_said(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    for words in ("a", "b", "Red", "skip", "3", "2", "yes", "skip", "skip"):
        await ada.says(words)
    ada.sees("Say “Send it” to finish")


async def test_a_form_sent_after_the_agreement_has_changed_keeps_every_word(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    refusing["now"] = False
    await ada.says("try the strict one")
    template = cast.programmes["london-leadership"]
    newer = template.agreement.model_copy(update={"version": "2027-01"})
    await cast.restart_with(template.model_copy(update={"agreement": newer}))
    await ada.fills(words="all that I wrote")
    ada.sees("has changed", "What you wrote is kept.")
    await ada.presses("I agree")
    await ada.presses("Open it again")
    await ada.fills()
    ada.sees("Taken: all that I wrote")


async def test_at_the_last_look_an_answer_is_changed(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    for words in ("a", "b", "Red", "skip", "3", "2", "yes", "skip"):
        await ada.says(words)
    ada.sees("Is this right?", "Which one? Red", "How many? 2", "[Send it]")
    await ada.presses("Change 6")
    await ada.says("7")
    ada.sees("Is this right?", "How many? 7")
    await ada.says("send it")
    assert filled[0].whole == 7


async def test_something_else_in_the_middle_is_offered_once_without_losing_the_answers(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    await ada.says("the first answer")
    for asked in ("help", "what now"):
        await ada.says(asked)
        ada.sees("Question 2 of 8")  # answered, and the form is asked on
        ada.does_not_see("Is that your answer")
    await ada.says("contacts")
    ada.sees("Is that your answer, or would you like to do that now?")
    await ada.says("timetable")
    ada.sees("There is no timetable yet", "put aside")
    assert ada.screen.count("Is that your answer") == 1
    await ada.presses("Go on with it")
    ada.sees("Question 2 of 8")
    await ada.fills(words="b", one="Red", steps="1", whole="1", sure=True)
    assert filled[0].line == "the first answer"


async def test_words_that_look_like_a_wish_can_be_the_answer(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try the strict one")
    await ada.says("contacts")
    await ada.says("no")
    ada.sees("Is that your answer, or would you like to do that now?")
    await ada.presses("It’s my answer")
    ada.sees("Taken: contacts")

    await ada.says("try the strict one")
    await ada.says("I need a break from meetings, and so do all those who sat in them with me")
    ada.sees("Taken: I need a break from meetings")


async def test_words_that_answer_nothing_at_the_last_look_are_a_draft(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    for words in ("a", "b", "Red", "skip", "3", "2", "yes", "skip"):
        await ada.says(words)
    await ada.says("contacts")
    await ada.presses("It’s my answer")
    ada.sees("No question is open. What you wrote is kept")
    ada.sees("Is this right?", "Which one? Red")
    await ada.says("send")
    assert filled[0].line == "a"
    await ada.says("drafts")
    ada.sees("contacts")


async def test_a_question_of_another_form_is_closed(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    await ada.says("half of it")
    await ada.says("try the strict one")
    await ada.presses("Do that now")
    ada.sees("What?")
    await ada.says("all of it")
    ada.sees("Taken: all of it")
    await ada.presses("Go on with it")
    ada.sees("Question 2 of 8")


async def test_it_goes_on_where_it_was_a_week_later_and_after_a_restart(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try everything")
    await ada.says("before the holiday")
    await chat.restart()
    await chat.reach(timedelta(days=7))
    await ada.says("after it")
    ada.sees("Which one?")
    await ada.fills(one="Red", steps="1", whole="1", sure=True)
    assert (filled[0].line, filled[0].words) == ("before the holiday", "after it")


async def test_in_plain_mode_each_step_is_a_message_of_its_own_with_numbers(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("plain mode on")
    await ada.says("try everything")
    await ada.says("a")
    await ada.says("b")
    ada.sees("Say a number to choose:", "1. Red", "2. Green", "3. Dark green", "Or say “Back”, “Cancel”.")
    assert ada.screen.count("Question 1 of 8") == ada.screen.count("Question 2 of 8") == 1
    await ada.says("3")
    await ada.says("1, 3")
    await ada.fills(steps="1", whole="1", sure=True)
    assert (filled[0].one, filled[0].some) == ("Dark green", ["North", "East"])


async def test_what_is_typed_into_a_private_form_does_not_stay_in_the_conversation(chat: Cast) -> None:
    ada = await chat.participant("Ada")
    await ada.says("try the strict one")
    await ada.says("for nobody else")
    ada.sees("Taken")
    assert "for nobody else" not in ada.own_lines


@in_forms
async def test_a_form_put_away_untouched_leaves_no_draft(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("try the strict one")
    form = ada.form
    assert form is not None
    await ada.does(Closed(form.opening))
    await ada.says("drafts")
    ada.sees("There are no drafts.")
