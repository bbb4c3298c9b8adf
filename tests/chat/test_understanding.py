"""What the bot makes of what people type: sure of what is plain, and careful with the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.understanding import IntentWords, Reading, Understanding

REFLECT = IntentWords(
    name="reflect",
    title="Write a reflection",
    phrases=("write a reflection", "reflect: {text}", "new reflection"),
    command="reflect",
)
SEARCH = IntentWords(
    name="search",
    title="Search my notes",
    phrases=("search my notes for {words}", "find {words} in my notes"),
    command="search",
)
DELETE = IntentWords(name="delete", title="Delete everything", phrases=("delete everything", "delete my data"))
WHO = IntentWords(name="who", title="Who can see this?", phrases=("who can see this",), command="who")
HELP = IntentWords(name="help", title="Help", phrases=("what can you do",), command="help")
INTENTS = (REFLECT, SEARCH, DELETE, WHO, HELP)

understanding = Understanding(INTENTS)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "reflect",
            "/reflect",
            "/waymark reflect",
            "/reflect@waymark_bot",
            "Write a reflection!",
            "  WRITE a  reflection",
        ),
        *(
            "Hi, write a reflection please",
            "“write a reflection”",
            "write reflection",
            "I'd like to write a reflection",
        ),
    ],
)
def test_a_command_or_a_declared_phrase_goes_ahead(text: str) -> None:
    assert understanding.read(text) == Reading("reflect", {}, ())


@pytest.mark.parametrize("text", ["relfect", "wirte a reflection", "write a refelction", "/relfect"])
def test_a_slip_of_the_finger_goes_ahead(text: str) -> None:
    assert understanding.read(text).intent == "reflect"


def test_another_word_is_no_slip() -> None:
    notes = Understanding([IntentWords("notes", "My notes", ("notes",)), IntentWords("who", "Who", ("who",))])
    assert notes.read("votes").intent is None
    assert notes.read("why").intent is None


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("Reflect: Today I “listened”.\n\n- Twice", "reflect", {"text": "Today I “listened”.\n\n- Twice"}),
        ("/reflect today I listened", "reflect", {"text": "today I listened"}),
        ("reflect\n- once\n- twice", "reflect", {"text": "- once\n- twice"}),
        ("please search my notes for Bus Lanes", "search", {"words": "Bus Lanes"}),
        ("Find the Bus in my notes", "search", {"words": "the Bus"}),
        ("/search Bus Lanes", "search", {"words": "Bus Lanes"}),
        ("search my notes for", "search", {}),
        ("search my notes for?", "search", {}),
        ("search my notes for 😀", "search", {"words": "😀"}),
        ("reflect: 😀", "reflect", {"text": "😀"}),
        ("relfect: today I listened", "reflect", {"text": "today I listened"}),
    ],
)
def test_a_slot_is_kept_as_it_was_typed(text: str, intent: str, slots: dict[str, str]) -> None:
    assert understanding.read(text) == Reading(intent, slots, ())


@pytest.mark.parametrize("text", ["serach my notes for buses", "saerch my notes for buses", "find buses in my notse"])
def test_a_slot_is_not_taken_where_the_pattern_was_not_typed(text: str) -> None:
    assert not understanding.read(text).slots


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (IntentWords("ours", "", ("Delete, everything",)), DELETE),
        (IntentWords("ours", "", ("search my notes for {something}",)), SEARCH),
        (IntentWords("ours", "", ("help",)), HELP),
        (IntentWords("ours", "", (), "help"), HELP),
    ],
)
def test_two_intents_with_the_same_words_are_found_at_the_start(one: IntentWords, other: IntentWords) -> None:
    with pytest.raises(ValueError, match=rf"{other.name} and ours both declare"):
        Understanding([other, one])


@pytest.mark.parametrize("phrase", ["{words} please", "", "?!"])
def test_a_phrase_that_could_not_be_recognised_is_refused_at_the_start(phrase: str) -> None:
    with pytest.raises(ValueError, match="needs words first"):
        Understanding([IntentWords("ours", "Ours", (phrase,))])


def test_a_phrase_may_begin_with_its_slot_where_enough_words_come_after_it() -> None:
    roles = Understanding([IntentWords("take", "Take", ("{name} is no longer a mentor",))])
    assert roles.read("Zoë O’Hara is no longer a mentor.") == Reading("take", {"name": "Zoë O’Hara"})
    assert not roles.read("is no longer a mentor").slots
    assert not roles.read("Zoë is no longer").slots


def test_the_slot_of_a_very_long_text_is_whole() -> None:
    long = "one two\n" * 6_250
    assert understanding.read(f"reflect: {long}").slots == {"text": long.strip()}
    assert understanding.read(f"find {long} in my notes").slots == {"words": long.strip()}


def test_a_phrase_with_alternatives_teaches_and_one_of_nothing_else_is_several() -> None:
    notes = Understanding([IntentWords("notes", "My notes", ("(show|list) my (old|) notes", "(notes|my jottings)"))])
    assert notes.read("my jottings") == Reading("notes")
    assert not notes.read("my jottings").loosely
    assert notes.read("please list my old notes").guesses == ("notes",)
    assert IntentWords("notes", "My notes", ("(show|list) my notes", "notes")).said == "notes"


@given(st.text())
def test_nothing_typed_can_break_it(text: str) -> None:
    reading = understanding.read(text)
    assert reading == understanding.read(text)
    assert reading.intent is None or not reading.guesses
    assert all(slot in text for slot in reading.slots.values())


@given(st.text(min_size=1).filter(lambda text: text.strip() == text))
def test_whatever_is_reflected_on_is_kept_to_the_letter(text: str) -> None:
    assert understanding.read(f"reflect: {text}") == Reading("reflect", {"text": text}, ())


@given(st.lists(st.sampled_from([*"/:-\n {}", "find", "in my notes", "please", "reflect", "/waymark"]), max_size=2_000))
def test_no_mixture_of_the_grammars_own_words_breaks_it(parts: list[str]) -> None:
    understanding.read("".join(parts))
