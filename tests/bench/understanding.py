"""Understanding: how fast a text is read

The intents are the whole app's; how well they are understood is in `scores`. The floor of a short text is one
comparison of it with each phrase that is declared in so many words.
"""

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.chat.router import Routes
from bot.chat.understanding import Understanding
from bot.chat.understanding.taught import Taught
from bot.routers import ROUTERS
from tests.bench.report import Measure, milliseconds, percentile

SAMPLE = Path(__file__).parent / "language" / "intents.jsonl"
LONG = 50_000


def bench() -> Iterable[Measure]:
    intents = tuple(intent.words for intent in Routes(ROUTERS).intents.values())
    yield Measure("taught at the start", milliseconds(lambda: Taught(intents), 3)[0], "ms", at_most=400)
    understanding = Understanding(intents)

    def took(texts: list[str]) -> float:
        each = sorted(ms for text in texts for ms in milliseconds(partial(understanding.read, text), 20))
        return percentile(each, 99)

    short = [json.loads(line)["text"] for line in SAMPLE.read_text().splitlines()]
    long = [(text + "\n") * (LONG // (len(text) + 1)) for text in short]
    phrases = [phrase for words in intents for phrase in words.phrases if "|" not in phrase]
    floor = sorted(
        ms for text in short for ms in milliseconds(partial(process.extract, text, phrases, scorer=fuzz.ratio), 20)
    )
    yield Measure(
        "the first text after the start", milliseconds(partial(understanding.read, short[0]), 1)[0], "ms", at_most=5
    )
    yield Measure("a short text, p99", took(short), "ms", at_most=5)
    yield Measure("  against comparing it with each phrase once", took(short), "ms", floor=percentile(floor, 99))
    yield Measure("50,000 characters, p99", took(long), "ms", at_most=5)
