"""Understanding: how fast a text is read, and how well

The intents are those below, with phrases of everyday use, so that its cost is that of a whole bot; the floor of a short
text is one comparison of it with each phrase.
"""

import runpy
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.chat.understanding import IntentWords, Understanding
from tests.bench.report import Measure, milliseconds, percentile

PHRASES = {
    "reflect": ("write a reflection", "add a reflection", "reflect: {text}", "reflection: {text}"),
    "my_reflections": ("my reflections", "show my reflections", "read my notes", "search my notes for {words}"),
    "book_coaching": ("book a coaching session", "book coaching", "see my coach"),
    "book_group_coaching": ("book group coaching", "join the next group session"),
    "cancel_session": ("cancel my session", "cancel my coaching"),
    "reschedule_session": ("move my session", "move my coaching to {when}", "rearrange my session"),
    "my_sessions": ("my sessions", "when is my next session", "what am I booked on"),
    "offer_slots": ("offer times", "offer coaching times", "update my availability"),
    "confirm_session": ("confirm the session", "accept the booking"),
    "next_module": ("next module", "when is the next module", "where is the next module"),
    "programme_timeline": ("programme dates", "key dates", "show the timetable"),
    "remind_me": ("set a reminder", "remind me to {what}"),
    "snooze_or_mute_reminders": ("mute reminders", "stop the reminders", "snooze reminders"),
    "join_team_channel": ("join my team channel", "join the team chat"),
    "who_is_in_my_team": ("who is in my team", "my team"),
    "announce": ("send an announcement", "announce something", "message the cohort"),
    "delivery_report": ("delivery report", "who got the announcement"),
    "volunteer_as_mentor": ("volunteer as a mentor", "become a mentor"),
    "find_mentor": ("find a mentor", "get a mentor"),
    "questionnaire": ("questionnaire", "start the questionnaire"),
    "learning_plan": ("my learning plan", "update my learning plan"),
    "learning_contract": ("learning contract", "sign my learning contract"),
    "nominate": ("nominate someone", "make a nomination"),
    "apply": ("apply for the programme", "check my application"),
    "opportunities": ("opportunities", "show jobs and secondments"),
    "share_resource": ("share a resource", "share an article"),
    "find_resource": ("find a resource", "find something about {topic}"),
    "give_feedback": ("give feedback", "leave feedback"),
    "graduation_story": ("graduation story", "write my graduation story"),
    "export_my_data": ("export my data", "download my notes"),
    "delete_my_data": ("delete my data", "delete everything"),
    "link_account": ("link my account", "my code is {code}"),
    "settings": ("settings", "change my settings", "change my time zone"),
    "help": ("help", "what can you do"),
    "who_can_see_this": ("who can see this", "is this private"),
    "talk_to_human": ("talk to a person", "speak to the programme team"),
}
INTENTS = [IntentWords(name, name, phrases) for name, phrases in PHRASES.items()]


def bench() -> Iterable[Measure]:
    yield Measure("made at the start", milliseconds(lambda: Understanding(INTENTS), 5)[0], "ms", at_most=50)
    understanding = Understanding(INTENTS)
    score = runpy.run_path(str(Path(__file__).parent / "language" / "score.py"))
    cases = score["rows"]("intents.jsonl")

    def took(texts: list[str]) -> float:
        each = sorted(ms for text in texts for ms in milliseconds(partial(understanding.read, text), 20))
        return percentile(each, 99)

    short = [case["text"] for case in cases]
    long = [(text + "\n") * (50_000 // (len(text) + 1)) for text in short]
    phrases = [phrase for phrases in PHRASES.values() for phrase in phrases]
    floor = sorted(
        ms for text in short for ms in milliseconds(partial(process.extract, text, phrases, scorer=fuzz.ratio), 20)
    )
    yield Measure("a short text, p99", took(short), "ms", at_most=5)
    yield Measure("  against comparing it with each phrase once", took(short), "ms", floor=percentile(floor, 99))
    yield Measure("50,000 characters, p99", took(long), "ms", at_most=5)

    sure = [(case, understanding.read(case["text"])) for case in cases]
    within = [(case, reading) for case, reading in sure if case["intent"] in PHRASES]
    outside = [reading for case, reading in sure if case["intent"] == "none"]
    right = sum(reading.intent in (case["intent"], *case.get("accept", [])) for case, reading in within)
    offered = sum(case["intent"] in (reading.intent, *reading.guesses) for case, reading in within)
    wrong = sum(
        reading.intent not in (None, case["intent"], *case.get("accept", []))
        for case, reading in sure
        if case["intent"] != "none"
    )
    yield Measure("in scope, gone ahead rightly", 100 * right / len(within), "%", at_least=88)
    yield Measure("in scope, gone ahead or offered", 100 * offered / len(within), "%")
    yield Measure("gone ahead wrongly", 100 * wrong / len(within), "%")
    acted = sum(reading.intent is not None for reading in outside)
    yield Measure("out of scope, acted on", 100 * acted / len(outside), "%", at_most=5)
