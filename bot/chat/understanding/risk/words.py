"""A text as a row of signs: one for each word that matters for somebody’s safety, and one for all others."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

END_OF_SENTENCE, END_OF_CLAUSE, ANY_WORD = "\n", ",", "x"
FIRST_SIGN = 0xE000  # where Unicode has signs that mean nothing

_WORD = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*|[.!?;…]|\n\n|[,:()–—\"”\n]|[\U0001F600-\U0001F64F❤]")
_APOSTROPHES = str.maketrans("", "", "'’`´")

SHORTEST, LONGEST = 4, 14
"""Letters of a word that may be a slip of another."""

SPELT_OUT: Mapping[str, str] = {
    **{f"{word}nt": f"{word} not" for word in ("do", "does", "did", "is", "was", "are", "were", "have", "has", "had")},
    **{f"{word}nt": f"{word} not" for word in ("could", "would", "should", "need", "must")},
    **{f"{word}ve": f"{word} have" for word in ("i", "we", "they", "you", "could", "would", "should")},
    **{f"{word}ll": f"{word} will" for word in ("they", "you", "it", "that", "there")},
    **{f"{word}s": f"{word} is" for word in ("he", "she", "that", "what", "there", "who", "nobody", "everything")},
    "im": "i am",
    "id": "i would",
    "theyre": "they are",
    "youre": "you are",
    "hed": "he would",
    "theyd": "they would",
    "i'll": "i will",
    "he'll": "he will",
    "she'll": "she will",
    "we'll": "we will",
    "i'd": "i would",
    "she'd": "she would",
    "we'd": "we would",
    "it's": "it is",
    "we're": "we are",
    "everyones": "everyone is",
    "someones": "someone is",
    "life's": "life is",
    "iam": "i am",
    "ill": "i will",
    "cant": "can not",
    "cannot": "can not",
    "wont": "will not",
    "cnt": "can not",
    "dnt": "do not",
    "aint": "is not",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "wnt": "want",
    "smth": "something",
    "some1": "someone",
    "any1": "anyone",
    "every1": "everyone",
    "no1": "nobody",
    "b4": "before",
    "2nite": "tonight",
    "tonite": "tonight",
    "2day": "today",
    "cos": "because",
    "coz": "because",
    "r": "are",
    "b": "be",
    "n": "and",
    "pls": "please",
    "plz": "please",
    "luv": "love",
    "hav": "have",
    "h8": "hate",
    "evry": "every",
    "wud": "would",
    "cud": "could",
    "wuldnt": "would not",
    "couldve": "could have",
    "shouldve": "should have",
    "u": "you",
    "ur": "your",
    "anymore": "any more",
    "nomore": "no more",
    "noone": "nobody",
    "everybody": "everyone",
    "somebody": "someone",
    "kms": "kill myself",
    "killmyself": "kill myself",
    "selfharm": "self harm",
    "selfharming": "self harming",
    "selfharmed": "self harmed",
    "selfharms": "self harms",
    "alot": "a lot",
    "endit": "end it",
    "bf": "boyfriend",
    "meself": "myself",
    "mself": "myself",
    "gf": "girlfriend",
    "hubby": "husband",
    "mums": "mum",
    "dads": "dad",
    "kil": "kill",
    "killl": "kill",
    "killin": "killing",
    "wnat": "want",
    "wan": "want",
    "waht": "what",
    "dont": "do not",
    **{f"{word}d": f"{word} would" for word in ("nobody", "who", "everyone", "it", "that", "she", "he", "there")},
    "til": "until",
    "till": "until",
    "infront": "in front",
    "livin": "living",
    "dyin": "dying",
    "hopless": "hopeless",
    "darent": "dare not",
    "idk": "i do not know",
    "enuf": "enough",
    "round": "around",
    "nobodys": "nobody is",
    "somethings": "something is",
    "thats": "that is",
    "lifes": "life is",
    "shant": "shall not",
    "sucidal": "suicidal",
    "suicidle": "suicidal",
    "multistorey": "multi storey",
    "carpark": "car park",
}
"""How short forms are read; those with an apostrophe are looked for before it goes."""

REAL_WORDS = frozenset(
    [
        *("alike", "alice", "amused", "amusing", "braises", "breath", "breather", "bruiser", "burdens", "exit"),
        *("exiting", "harping", "hunting", "hurling", "hurtling", "kiln", "kilns", "kilo", "kilt", "kilts"),
        *("liking", "lining", "linger", "longed", "lounger", "loving", "paint", "paints", "pint", "pints", "print"),
        *("prints", "reasons", "scaled", "scare", "scares", "scarred", "scored", "shared", "spared", "stared"),
        *("threaten", "waiting", "wasting"),
    ]
)
"""Words that are right as they stand, however near to others."""


class Vocabulary:
    """The words that matter, each with its sign; every other word is one and the same."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._meant_by: dict[str, set[str]] = {}

    @property
    def words(self) -> tuple[str, ...]:
        """All that are known."""
        return tuple(self._signs)

    def sign(self, word: str) -> str:
        """The sign of a word that a pattern names."""
        return self._signs.setdefault(word, chr(FIRST_SIGN + len(self._signs)))

    def ready(self, often_misspelt: Iterable[str]) -> None:
        """After the last pattern: what is written short is known, and which words may be meant by a slip."""
        if named := [short for short in SPELT_OUT if short in self._signs]:
            raise ValueError(f"a pattern names what is read as other words: {named}")
        for short, full in SPELT_OUT.items():
            self._signs[short] = "".join(self._signs.get(word, ANY_WORD) for word in full.split())
        for word in often_misspelt:
            for shorter in _shorter(word):
                self._meant_by.setdefault(shorter, set()).add(word)

    def signs(self, text: str) -> str:
        """The text as a row of signs."""
        words = _WORD.findall(text.casefold())
        known = {word: self._of(word) for word in set(words)}
        return "".join([known[word] for word in words])

    def _of(self, word: str) -> str:
        if word in ".!?;…\n\n":
            return END_OF_SENTENCE
        if word in ',:()–—"”\n':
            return END_OF_CLAUSE
        said = word.replace("’", "'")
        if said in self._signs:
            return self._signs[said]
        word, owner = word.translate(_APOSTROPHES), said.removesuffix("'s")
        if word not in SPELT_OUT and owner != said and owner in self._signs:
            return self._signs[owner]
        return self._signs.get(word) or self._signs.get(self._slip(word), ANY_WORD)

    def _slip(self, word: str) -> str:
        """The word that is meant by this one, but for a slip of the finger; empty if none is."""
        if not SHORTEST <= len(word) <= LONGEST or word in REAL_WORDS:
            return ""
        near = {meant for shorter in _shorter(word) for meant in self._meant_by.get(shorter, ())}
        return min((meant for meant in near if meant[0] == word[0] and OSA.distance(word, meant) == 1), default="")


def _shorter(word: str) -> frozenset[str]:
    """The word, and the word without each of its letters: two words that share one are a slip apart, or two."""
    return frozenset([word, *(word[:index] + word[index + 1 :] for index in range(len(word)))])
