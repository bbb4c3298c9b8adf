"""Recovery words: easy to type, hard to guess."""

import os

import pytest

from storage.private.recovery import are_the_words, new_words, normalise, slow_hash


def test_words_are_six_english_words_and_never_the_same() -> None:
    drawn = {new_words() for _ in range(100)}
    assert len(drawn) == 100
    for words in drawn:
        assert len(words.split()) == 6
        assert words == normalise(words)


@pytest.mark.parametrize(
    "typed",
    [
        "abandon ability able about above absent",
        "  Abandon, ABILITY,able ,about, above, absent. ",
        "abandon-ability-able-about-above-absent",
        "abandon\nability\nable\nabout\nabove\nabsent\n",
        "1. abandon 2. ability 3. able 4. about 5. above 6. absent",
        "ａｂａｎｄｏｎ ability\u00a0able about above absent",
    ],
)
def test_words_are_known_however_they_are_typed(typed: str) -> None:
    salt = os.urandom(16)
    kept = slow_hash("abandon ability able about above absent", salt)
    assert are_the_words(typed, salt, kept)


@pytest.mark.parametrize("typed", ["", "abandon", "absent above about able ability abandon", "🔑"])
def test_other_words_are_refused(typed: str) -> None:
    salt = os.urandom(16)
    kept = slow_hash("abandon ability able about above absent", salt)
    assert not are_the_words(typed, salt, kept)


def test_the_same_words_hash_differently_for_everybody() -> None:
    words = new_words()
    assert slow_hash(words, os.urandom(16)) != slow_hash(words, os.urandom(16))
    assert words.split()[0].encode() not in slow_hash(words, os.urandom(16))
