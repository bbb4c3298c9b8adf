"""What can’t be read as English words, and what it is instead: another language, a few signs, a number."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from bot.chat.understanding.words import plain_words

MOST_LOOKED_AT = 400  # characters: so a long text costs what a short one costs
FEWEST_FOREIGN = 0.3
"""The share of the words that has to be a language’s own; so a greeting before an English wish is none."""

SHORTEST_FOREIGN = 4
"""The letters of those words together: "si" and "da" are anybody’s."""

SHARED_OUT = 60
"""What one word counts, shared out among the languages that have it."""


class Unread(StrEnum):
    """Why there are no words to understand."""

    SIGNS = "signs"
    """Emoji, or other pictures."""
    MARKS = "marks"
    """Nothing but punctuation."""
    NUMBER = "number"
    LANGUAGE = "language"
    """A language that is none of those that are told apart here."""


WORDLESS = frozenset([Unread.SIGNS, Unread.MARKS, Unread.NUMBER])

_SCRIPTS = {
    "ARABIC": "ar",
    "BENGALI": "bn",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "ETHIOPIC": "am",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "TAMIL": "ta",
}
_OWN_LETTERS = {
    "ur": frozenset("ٹڈڑںےہھ"),
    "fa": frozenset("پچژگک"),
    "uk": frozenset("іїєґ"),
    "ja": frozenset("のはをがにです"),
}
_TOLD_APART = {"ar": ("ur", "fa"), "ru": ("uk",), "zh": ("ja",)}
"""Languages of one script, by letters that only one of them has."""

_BULGARIAN = frozenset(
    [
        *("съм", "моля", "искам", "мога", "може", "ще", "защото", "няма", "здравейте", "ми", "какво", "кога", "къде"),
    ]
)
"""Bulgarian has no letter that Russian hasn’t."""

_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "fr": "bonjour bonsoir salut merci je j'ai j'aimerais tu vous nous est sont pas ne une les des du avec "
        "pour dans mon ma mes votre mais où quand comment pourquoi quel quelle suis voudrais veux peux "
        "puis c'est s'il plaît plait aide très demain aujourd'hui oui réserver prochaine comprends "
        "écrivez parlez en moi anglais",
        "es": "hola buenos buenas gracias yo usted es son está estoy el los las una con para por mi mis su pero "
        "dónde donde cuándo cuando cómo qué quiero puedo necesito ayuda muy mañana hoy favor reservar "
        "quisiera sí tengo sesión próxima solo entiendo en escríbame inglés habla",
        "pt": "olá obrigado obrigada eu você não é são estou os uma com para meu minha mas onde quando como "
        "quero posso preciso ajuda muito amanhã hoje por sim tenho sessão próxima gostaria bom dia só "
        "entendo inglês em fala",
        "it": "ciao buongiorno grazie io lei sono è non il gli una con per mio mia dove quando come perché "
        "voglio vorrei posso ho bisogno aiuto molto domani oggi favore prenotare sì che della prossima "
        "capisco solo inglese parla scriva in",
        "pl": "cześć witam dzień dobry dziękuję proszę jestem nie jest się na do jak gdzie kiedy dlaczego chcę "
        "chciałbym chciałabym mogę mam potrzebuję pomoc pomocy bardzo jutro dzisiaj dziś tak moje mój "
        "moja co czy rozumiem tylko napisać angielsku po",
        "ro": "bună salut mulțumesc multumesc eu sunt este nu și si cu pentru unde când cand vreau aș dori "
        "nevoie ajutor foarte mâine maine azi rog da meu mea ce înțeleg doar engleza în să",
        "de": "hallo guten tag morgen danke ich bin du sie ist sind nicht kein keine eine einen der das mit für "
        "fuer mein meine aber wo wann wie warum möchte moechte will kann brauche hilfe sehr heute bitte "
        "ja und zu termin habe verstehe nur schreiben sprechen englisch auf mir",
        "tr": "merhaba selam teşekkürler sen siz bir ve değil ile için nerede zaman nasıl neden istiyorum "
        "yardım çok yarın bugün lütfen evet hayır benim bana var yok ne mi mı yalnızca anlıyorum yazın "
        "ingilizce",
        "cy": "helo bore da prynhawn diolch dw i'n rydw rwy'n mae dydw ddim yn gyda fy eich ond ble pryd sut "
        "eisiau hoffwn gallaf angen iawn yfory heddiw plîs gwelwch ydy beth oes dim deall saesneg os",
        "nl": "hallo goedemorgen bedankt ik jij zijn niet geen een het met voor mijn maar waar wanneer hoe "
        "waarom wil kan nodig hulp zeer morgen vandaag alstublieft ja afspraak graag begrijp alleen "
        "schrijf in engels",
        "so": "salaan subax wanaagsan mahadsanid waxaan anigu aha waa iyo oo halkee goorma sidee maxaa rabaa "
        "karaa baahan caawimaad caawin aad berri maanta fadlan haa fahmaa keliya ingiriis",
        "sq": "përshëndetje mirëdita faleminderit unë jam është nuk dhe me për ku kur si pse dua mund kam "
        "nevojë ndihmë shumë nesër sot lutem po kuptoj vetëm shkruani anglisht",
        "lt": "labas sveiki ačiū aš esu yra nėra ir su kur kada kaip kodėl noriu galiu reikia pagalbos labai "
        "rytoj šiandien prašau taip suprantu tik rašyti angliškai",
        "ur-latn": "salaam assalamualaikum namaste shukriya dhanyavaad main mujhe mujhko mera meri aap hai hain hoon "
        "nahi nahin kya kahan kab kaise kyun chahiye chahta chahti madad bahut kal aaj meherbani haan "
        "karna karo ji sirf samajhta samajhti karke likhiye mein",
    }.items()
}
_ENGLISH = frozenset(
    [
        *("the", "an", "is", "are", "my", "i'm", "you", "your", "and", "of", "for", "in", "it", "to", "this"),
        *("that", "what", "when", "where", "who", "how", "why", "can", "could", "would", "want", "need", "please"),
        *("with", "have", "has", "do", "does", "not", "at", "on", "we", "me", "get", "see", "session", "book"),
    ]
)
_ACCENTED = {
    "de": frozenset("ß"),
    "es": frozenset("ñ"),
    "lt": frozenset("ėųįū"),
    "pl": frozenset("łęąśżźćń"),
    "pt": frozenset("ãõ"),
    "ro": frozenset("ățșţ"),
    "tr": frozenset("ğşı"),
    "cy": frozenset("ŵŷ"),
}
"""Letters that only one of these languages has."""
_ACCENT_OF = {letter: language for language, letters in _ACCENTED.items() for letter in letters}
_LANGUAGES_OF = {
    word: frozenset(language for language, own in _WORDS.items() if word in own)
    for words in _WORDS.values()
    for word in words
}


def unread(text: str) -> str:
    """A code of the language that this is in, or one of `Unread`; empty where it may well be English."""
    text = text[:MOST_LOOKED_AT].strip()
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    if not letters:
        return _without_letters(text)
    scripts = Counter(unicodedata.name(letter, "?").partition(" ")[0] for letter in letters)
    script, most = scripts.most_common(1)[0]
    if script == "LATIN":
        return _in_latin(text)
    if most * 2 < len(letters):
        return ""
    language = _of_script(_SCRIPTS.get(script, Unread.LANGUAGE), frozenset(letters), scripts)
    return "bg" if language == "ru" and not _BULGARIAN.isdisjoint(plain_words(text)) else language


def _without_letters(text: str) -> str:
    if any(sign.isdigit() for sign in text):
        return Unread.NUMBER if re.fullmatch(r"[\d\s.,:/+()#-]+", text) else ""
    if any(unicodedata.category(sign) in ("So", "Sk") for sign in text):
        return Unread.SIGNS
    return Unread.MARKS


def _of_script(language: str, letters: frozenset[str], scripts: Mapping[str, int]) -> str:
    if language == "zh" and (scripts.get("HIRAGANA") or scripts.get("KATAKANA")):
        return "ja"
    for other in _TOLD_APART.get(language, ()):
        if letters & _OWN_LETTERS[other]:
            return other
    return language


def _in_latin(text: str) -> str:
    """The language of which most words are, where they are many enough and English ones are fewer.

    A word of several languages counts for less than one that only a single language has.
    """
    words = plain_words(text)
    languages = [_languages_of(word) for word in words]
    found = Counter[str]()
    for each in languages:
        for language in each:
            found[language] += SHARED_OUT // len(each)
    if not found:
        return ""
    language = max(sorted(found), key=lambda each: found[each])
    hits = [word for word, each in zip(words, languages, strict=True) if language in each]
    english = sum(word in _ENGLISH for word in words)
    enough = len(hits) >= FEWEST_FOREIGN * len(words) and len("".join(hits)) >= SHORTEST_FOREIGN
    return language if enough and len(hits) > english else ""


def _languages_of(word: str) -> frozenset[str]:
    """Those that have this word, or the one that alone has a letter of it."""
    return _LANGUAGES_OF.get(word) or frozenset(_ACCENT_OF[letter] for letter in word if letter in _ACCENT_OF)
