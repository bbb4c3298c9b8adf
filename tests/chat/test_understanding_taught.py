"""What people type in their own words, in the whole app: what it takes them to mean, and what it leaves alone."""

import pytest

from bot.chat.router import Routes
from bot.chat.understanding import Candidate, Reading, Understanding
from bot.chat.understanding.meant import LIKELY, SURE
from bot.routers import ROUTERS
from scheduling import phrases
from tests.cast import LONDON, START

INTENTS = tuple(intent.words for intent in Routes(ROUTERS).intents.values())


def when_said(text: str) -> tuple[int, int] | None:
    times = phrases.find_times(text, START, LONDON)
    return times.said if times else None


understanding = Understanding(INTENTS, when_said)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("could I get an hour in with my coach before the summer?", "book_coaching"),
        ("stick me down for group coaching with the rest of them", "book_group_coaching"),
        ("afraid I have to pull out of my coaching session", "cancel_session"),
        ("any way we could shift my one to one to another afternoon", "reschedule_session"),
        ("what coaching have I got in the diary", "my_sessions"),
        ("where will the next workshop be held, and when", "next_module"),
        ("all the dates of the programme for my PA, please", "programme_timeline"),
        ("give me a prod on Thursday about the budget paper", "remind_me"),
        ("who are the other people in my group", "who_is_in_my_team"),
        ("somebody let me into our team chat please", "join_team_channel"),
        ("let all the participants know that lunch has moved", "announce"),
        ("did everybody get my announcement", "delivery_report"),
        ("I would be glad to mentor somebody from the new cohort", "volunteer_as_mentor"),
        ("looking for a mentor who knows housing", "find_mentor"),
        ("let me carry on with the questionnaire", "questionnaire"),
        ("I'd like to add another goal to my learning plan", "learning_plan"),
        ("has my line manager signed the learning contract", "learning_contract"),
        ("I know just the person to nominate for the next cohort", "nominate"),
        ("how do I find out whether my application got through", "apply"),
        ("any director roles or secondments coming up", "opportunities"),
        ("here's an article the others might find useful", "share_resource"),
        ("is there a good book about delegation", "find_resource"),
        ("yesterday's workshop was brilliant", "give_feedback"),
        ("I want to get on with my graduation story", "graduation_story"),
        ("can I have a copy of everything I have written here", "export_my_data"),
        ("please wipe all my data", "delete_my_data"),
        ("would my boss get to read my notes", "who_can_see_this"),
        ("I'd much rather speak to a real person", "talk_to_human"),
    ],
)
def test_what_is_said_in_other_words_is_understood(text: str, intent: str) -> None:
    assert understanding.read(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("cud u bk me a coachin sesh pls", "book_coaching"),
        ("resched my 1:1 plz", "reschedule_session"),
        ("wots the nxt modul", "next_module"),
        ("fill in the questionaire", "questionnaire"),
        ("bonjour, show me my reflections s’il vous plaît", "my_reflections"),
        ("dzień dobry, when is the next module?", "next_module"),
        ("assalamu alaikum, I would like to book a coaching session ji", "book_coaching"),
    ],
)
def test_phone_spelling_slips_and_courtesies_are_no_hindrance(text: str, intent: str) -> None:
    assert understanding.read(text).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        *("get me two tickets for the opera", "the coach to Brighton was late", "our supplier’s contract is a mess"),
        *("how do I cook rice", "what’s the weather doing", "write my budget speech for me", "a table for six please"),
        *("my daughter’s school is closed", "🎉", "????", "завтра", "", " \n ", "{text}", "\x00\x1b", "the and of"),
    ],
)
def test_what_is_none_of_its_business_is_not_acted_on(text: str) -> None:
    assert understanding.read(text).intent is None


def test_in_a_long_text_the_clearest_wish_wins_and_its_middle_costs_nothing() -> None:
    wish = "Could you book me a coaching session, please?"
    story = "The inspectors were in the building and the lift was broken. "
    for text in (f"{wish} {story}", f"{story}{wish}", story * 800 + wish, f"{wish} {story * 800}"):
        assert understanding.read(text).intent == "book_coaching"
    assert understanding.read(story * 400 + wish + story * 400).intent is None


def test_a_wish_carries_the_very_words_of_its_slots() -> None:
    reading = understanding.read("Could you find me an hour with Zoë O’Hara next Tuesday at 3?")
    assert reading.intent == "book_coaching"
    assert reading.slots == {"when": "next Tuesday at 3", "coach": "Zoë O’Hara", "duration": "an hour"}
    assert understanding.read("Journal: less talking, more asking").slots == {"words": "less talking, more asking"}


def test_a_short_pattern_gives_way_to_what_was_plainly_meant_and_to_nothing_else() -> None:
    assert understanding.read("can I join the group coaching on Wednesday").intent == "book_group_coaching"
    assert understanding.read("module 1 was really useful").intent == "give_feedback"
    assert understanding.read("move module 2 to 12 March 9:30").slots == {"event": "2 to 12 March 9:30"}
    assert understanding.read("mute module 3").slots == {"what": "module 3"}


def test_what_is_only_learnt_is_said_to_be_so() -> None:
    assert not understanding.read("next module").candidates
    learnt = understanding.read("where will the next workshop be held, and when")
    assert learnt.loosely
    assert [each.confidence for each in learnt.candidates] == sorted(
        (each.confidence for each in learnt.candidates), reverse=True
    )


def test_a_role_and_what_somebody_was_just_doing_count() -> None:
    doubtful = Reading(
        guesses=("announce", "find_resource"),
        candidates=(Candidate("announce", SURE - 0.05), Candidate("find_resource", SURE - 0.1)),
    )
    assert doubtful.settled({"announce", "find_resource"}).guesses == ("announce", "find_resource")
    assert doubtful.settled({"find_resource"}).guesses == ("find_resource",)
    assert doubtful.settled({"announce", "find_resource"}, lately="find_resource").intent == "find_resource"
    sure = Reading("announce", candidates=(Candidate("announce", 0.9), Candidate("find_resource", LIKELY - 0.1)))
    assert sure.settled({"find_resource"}).intent == "announce"  # and is told whose it is
    assert Reading("announce").settled({"find_resource"}) == Reading("announce")


def test_the_same_phrases_always_teach_the_same() -> None:
    again = Understanding(tuple(INTENTS[:20]))
    assert again.read("show me my notes") == Understanding(tuple(INTENTS[:20])).read("show me my notes")
