"""Who may be at risk, by what somebody types: missing one is the worse fault."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.at_risk import risk_in
from bot.chat.platform import Corrected, Pressed, Said, Sent, Stepped, Submitted
from bot.chat.readying import NOTHING_READ
from bot.chat.understanding.risk import Risk, at_risk
from bot.chat.understanding.risk.grammar import Grammar
from bot.chat.understanding.risk.groups import VOCABULARY
from bot.chat.understanding.risk.words import SPELT_OUT, Vocabulary

OF_ONESELF = """
I want to die
I don’t want to be here any more
i dont wanna live anymore
I'm thinking about ending my life
kms
I feel siucidal
I can't go on like this
there is no way out for me
I've started cutting again
I took a whole packet of paracetamol
everyone would be better off without me
nobody would notice if I was gone
I have nothing left to live for
I feel so hopeless
I haven't slept in days and I can't stop crying
ha, at least when I'm dead somebody else can do the budget
my husband hits me
he'll kill me when I get in
I don't feel safe at home
I'm scared to go home
I was assaulted
happier, all of them, the day I'm dead
they'd manage better, all of them, with me vanished
a bottle of whisky and forty of her tablets, that's what I have
night after night I go to the railing and picture letting go
he reads my messages and I'm never allowed to see friends
my arms are burned again, nobody knows that it's me who holds the lighter
there's blood on the sheets, I keep punching the mirror and sobbing
""".strip().splitlines()

OF_ANOTHER = """
my deputy said she wants to end it all
my son is self harming
I'm worried he'll do something stupid
I think a child in our care is being hurt
a pupil told me that her dad beats her
my colleague said she doesn't want to be here any more
I fear for my neighbour's safety
one of the residents is being hit by her carer
my friend has taken an overdose
she is not safe at home
my deputy texted that she's a burden and said goodbye
upstairs there's a toddler, filthy and hungry, by himself every evening
the son takes his mother's pension and she's locked in
""".strip().splitlines()

OF_NOBODY = """
the deadline nearly killed me, but what a day
these shoes are killing me
I'm dying to see the venue
my phone died
dead on my feet but happy
we killed it in the interview
I could murder a curry
end it by five please
I can't go on Tuesday
I can't do this Thursday
I can't take any more bookings
I won't be here next week
the suicide prevention strategy is due on Tuesday
minutes of the safeguarding board
the child protection conference is at three
domestic abuse training on Monday
I cut myself some slack
drowning in emails
my boss will kill me if this is late
I'm hopeless at spreadsheets
what's the point of the learning contract
not a great week
I'm a bit low on energy
I'm worried about my presentation
see you on the other side, bye
the novel is about a woman who kills herself
my grandad died in May, I was away for a week
we pushed back hard on the merger
two paracetamol and I'll be fine
over my dead body will there be another icebreaker
remind me to take my tablets at nine
""".strip().splitlines()


@pytest.mark.parametrize("text", OF_ONESELF)
def test_whoever_is_at_risk_is_heard_however_they_say_it(text: str) -> None:
    assert at_risk(text) is Risk.SELF


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_whoever_fears_for_another_is_heard(text: str) -> None:
    assert at_risk(text) is Risk.OTHER


@pytest.mark.parametrize("text", OF_NOBODY)
def test_figures_of_speech_and_talk_about_work_are_none(text: str) -> None:
    assert at_risk(text) is None


@pytest.mark.parametrize("text", [*OF_ONESELF, *OF_ANOTHER])
def test_it_is_heard_in_the_middle_of_a_long_note(text: str) -> None:
    around = "The module went well, and the team agreed on three actions. " * 400
    assert at_risk(f"{around}{text}. {around}") is not None


def test_two_things_that_many_say_on_a_bad_day_count_together_and_only_near_one_another() -> None:
    first, second = "I cry all evening.", "I am so lonely."
    assert at_risk(first) is None
    assert at_risk(second) is None
    assert at_risk(f"{first} {second}") is Risk.SELF
    assert at_risk(f"{first} {'The venue was full. ' * 9}{second}") is None


def test_words_that_stand_together_in_any_order_are_an_idea_unless_something_makes_them_ordinary() -> None:
    signs = Vocabulary()
    found = Grammar({"GONE": "dead vanished"}, signs.sign).ideas("GONE + happier - phone")
    assert found.search(signs.signs("vanished they would be happier"))
    assert found.search(signs.signs("happier if it were dead"))
    assert not found.search(signs.signs("the phone is dead and I am happier"))
    assert not found.search(signs.signs("dead"))


def test_all_that_is_written_is_looked_at_and_presses_are_not() -> None:
    words = "I want to die"
    assert risk_in(Said(words), NOTHING_READ) is Risk.SELF
    assert risk_in(Corrected(words, Sent("here")), NOTHING_READ) is Risk.SELF
    assert risk_in(Submitted("opening", {"mood": "Light", "more": words, "again": None}), NOTHING_READ) is Risk.SELF
    assert risk_in(Stepped("opening", {"more": words}, 1), NOTHING_READ) is Risk.SELF
    assert risk_in(Pressed("home.show"), NOTHING_READ) is None


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert at_risk(text) in (None, Risk.SELF, Risk.OTHER)


def test_no_text_makes_a_pattern_run_away() -> None:
    """Each is as long as a text can be, and made of what patterns are made of: it is over in a moment, or never."""
    chance = random.Random(7)
    known = [*VOCABULARY.words, *SPELT_OUT]
    for piece in [*known[::40], *string.punctuation, "😀", "\n", "'", "not i my ", "can not go on with "]:
        at_risk((f"{piece} " * 50_000)[:50_000])
    for _ in range(4):
        at_risk(" ".join(chance.choices(known, k=9_000))[:50_000])


@pytest.mark.parametrize("written", ["(a|b", "a)", "(a)?", "a & b", "UNKNOWN a"])
def test_a_pattern_that_says_nothing_is_found_at_the_start(written: str) -> None:
    with pytest.raises((ValueError, KeyError, IndexError)):
        Grammar({}, Vocabulary().sign).ideas(written)
