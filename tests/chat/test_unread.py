"""What can’t be read as English words is told apart, and English never is taken for it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.understanding.unread import Unread, unread
from handlers.at_a_loss import IN_THEIR_WORDS, WITHOUT_WORDS
from tests import bench


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("am", "ነገ መምጣት አልችልም"),
        ("ar", "أريد التحدث مع شخص ما"),
        ("bg", "Не мога да дойда утре, защото съм болен"),
        ("bn", "আমি আগামীকাল আসতে পারব না"),
        ("cy", "Bore da, dw i ddim yn gallu dod yfory"),
        ("de", "Ich bin krank"),
        ("el", "Δεν μπορώ να έρθω αύριο"),
        ("es", "hola, no puedo ir mañana"),
        ("fa", "می‌خواهم با کسی گپ بزنم"),
        ("fr", "Je ne peux pas venir demain."),
        ("gu", "મારે મદદ જોઈએ છે"),
        ("he", "אני לא יכול לבוא מחר"),
        ("hi", "मुझे मदद चाहिए"),
        ("it", "vorrei parlare con qualcuno, grazie"),
        ("ja", "明日は行けません"),
        ("ko", "내일 못 가요"),
        ("lt", "Labas, rytoj negaliu ateiti"),
        ("nl", "Ik ben ziek en kan niet komen"),
        ("pa", "ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ"),
        ("pl", "Dzień dobry, nie mogę przyjść jutro"),
        ("pt", "Olá, não posso ir amanhã"),
        ("ro", "Bună ziua, nu pot veni mâine"),
        ("ru", "Я не могу прийти завтра, мы заняты"),
        ("so", "waxaan u baahan ahay caawimaad"),
        ("sq", "Përshëndetje, nuk mund të vij nesër"),
        ("ta", "எனக்கு உதவி வேண்டும்"),
        ("tr", "merhaba, yarın gelemem"),
        ("uk", "Я не можу прийти, її немає"),
        ("ur", "مجھے مدد چاہیے"),
        ("ur-latn", "mujhe kal madad chahiye"),
        ("zh", "我明天不能来"),
        (Unread.LANGUAGE, "ฉันมาไม่ได้พรุ่งนี้"),
    ],
)
def test_a_language_is_told_and_has_its_sentence(language: str, text: str) -> None:
    assert unread(text) == language
    assert language in IN_THEIR_WORDS or language == Unread.LANGUAGE


def test_every_sentence_is_in_the_language_that_it_is_for() -> None:
    for language, sentence in IN_THEIR_WORDS.items():
        assert unread(sentence) == language, sentence


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("👍", Unread.SIGNS),
        ("❤️ 😀", Unread.SIGNS),
        ("?!", Unread.MARKS),
        ("…", Unread.MARKS),
        ("", Unread.MARKS),
        ("42", Unread.NUMBER),
        ("07700 900123", Unread.NUMBER),
    ],
)
def test_what_has_no_words_is_told_apart(text: str, kind: Unread) -> None:
    assert unread(text) == kind
    assert kind in WITHOUT_WORDS


@pytest.mark.parametrize(
    "text",
    [
        *("bonjour, je voudrais book a coaching session please", "Żaneta is my coach", "I met Łukasz and Müge today"),
        *("à la carte", "die hard", "me", "si", "da", "a naïve question about résumés", "c u l8r", "asdf", "ok 👍"),
        *("kal-el", "my fiancé can come", "Siân and Sioned are in my team", "no"),
    ],
)
def test_english_is_not_taken_for_another_language(text: str) -> None:
    assert unread(text) == ""


def test_nor_is_any_sentence_that_people_type() -> None:
    sample = Path(bench.__file__).parent / "language" / "intents.jsonl"
    taken = [text for line in sample.read_text().splitlines() if unread(text := json.loads(line)["text"])]
    assert taken == []


@given(st.text(max_size=600))
def test_it_is_quiet_about_anything(text: str) -> None:
    assert unread(text) in {*IN_THEIR_WORDS, *Unread, ""}
