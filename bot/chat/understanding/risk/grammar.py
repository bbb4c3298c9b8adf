"""A grammar of signs: what people say, written in words, looked for in a text that has become a row of signs.

“(want|wish) to ..2 die” is one word after another, then up to two of any sort, then the last. A word in capitals stands
for each of its group; “(a|the)?” may be left out; “/” is where a clause ends; “!(…)” is what does not follow. Nothing
is repeated without a bound, and a pattern is made, and looked for, only where the rarest of its words is there.

“dead + happier + me - phone” is a sentence in which the first three are, in whatever order, and the last is not.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from bot.chat.understanding.risk.words import ANY_WORD, END_OF_CLAUSE, END_OF_SENTENCE

_TOKEN = re.compile(r"\.\.\d+|[A-Z_]+|[a-z0-9]+|!\(|[()|?/]|\S")

_TOGETHER = re.compile(r" [+-] ")

COMMON = frozenset(
    [
        *("i", "me", "my", "we", "us", "our", "you", "your", "he", "she", "they", "him", "her", "them", "his"),
        *("their", "it", "this", "that", "these", "those", "the", "a", "an", "and", "or", "but", "so", "to", "of"),
        *("in", "on", "at", "for", "from", "with", "by", "as", "is", "am", "are", "was", "were", "be", "been"),
        *("being", "do", "does", "did", "done", "have", "has", "had", "having", "will", "would", "can", "could"),
        *("should", "might", "may", "must", "not", "no", "all", "any", "some", "more", "much", "very", "really"),
        *("just", "only", "even", "ever", "never", "how", "what", "when", "where", "why", "who", "which", "if"),
        *("then", "than", "there", "here", "now", "today", "up", "out", "over", "off", "about", "into", "after"),
        *("before", "again", "go", "going", "get", "got", "know", "think", "feel", "like", "want", "need", "see"),
        *("say", "says", "said", "make", "take", "time", "day", "week", "work", "one"),
    ]
)
"""Words of which most texts are full."""

Sign = Callable[[str], str]


@dataclass(frozen=True)
class Piece:
    """A part of a pattern: as an expression over signs, and what has to be there for it, one of each set."""

    expression: str
    needs: tuple[frozenset[str], ...] = ()


class Grammar:
    """Reads patterns, with these groups of words, and these signs for them."""

    def __init__(self, groups: Mapping[str, str], sign: Sign) -> None:
        self._groups = groups
        self._sign = sign
        self._common = frozenset(map(sign, COMMON))
        self._made: dict[str, Piece] = {}
        self._numbers = count()

    def ideas(self, *written: str) -> "Ideas":
        """These patterns, of which any may be found."""
        by_sign: dict[str, list[Idea]] = {}
        for each in written:
            idea = Idea(self._together(each) if _TOGETHER.search(each) else self._piece(each), next(self._numbers))
            signs = self._rarest(idea.needs)
            if not signs:
                raise ValueError(f"“{each}” is nothing but what may be left out")
            for sign in signs:
                by_sign.setdefault(sign, []).append(idea)
        return Ideas(by_sign)

    def _together(self, written: str) -> Piece:
        """Several in one sentence, and none of what makes them ordinary."""
        wanted, _, ordinary = written.partition(" - ")
        pieces = [self._piece(each) for each in wanted.split(" + ")]
        unwanted = self._inside(self._piece(ordinary), "!") if ordinary else ""
        return Piece(
            rf"\A{unwanted}{''.join(self._inside(each, '=') for each in pieces)}",
            tuple(need for each in pieces for need in each.needs),
        )

    def _inside(self, piece: Piece, whether: str) -> str:
        return f"(?{whether}(?:{END_OF_SENTENCE})?[^{END_OF_SENTENCE}]*?(?:{piece.expression}))"

    def _piece(self, written: str) -> Piece:
        tokens = _TOKEN.findall(written)
        tokens.reverse()
        piece = self._either(tokens)
        if tokens:
            raise ValueError(f"a bracket too many in “{written}”")
        return piece

    def _either(self, tokens: list[str]) -> Piece:
        """One of several, up to the bracket that ends them."""
        several = [self._sequence(tokens)]
        while tokens and tokens[-1] == "|":
            tokens.pop()
            several.append(self._sequence(tokens))
        if len(several) == 1:
            return several[0]
        if all(len(each.expression) == 1 for each in several):
            expression = f"[{''.join(each.expression for each in several)}]"
        else:
            expression = f"(?:{'|'.join(each.expression for each in several)})"
        rarest = [self._rarest(each.needs) for each in several]
        return Piece(expression, (frozenset().union(*rarest),) if all(rarest) else ())

    def _sequence(self, tokens: list[str]) -> Piece:
        pieces = []
        while tokens and tokens[-1] not in ("|", ")"):
            piece = self._one(tokens)
            if tokens and tokens[-1] == "?":
                tokens.pop()
                piece = Piece(f"(?:{piece.expression})?")
            pieces.append(piece)
        return Piece(
            "".join(piece.expression for piece in pieces), tuple(each for piece in pieces for each in piece.needs)
        )

    def _one(self, tokens: list[str]) -> Piece:
        said = tokens.pop()
        if said in ("(", "!("):
            piece = self._either(tokens)
            tokens.pop()
            return Piece(f"(?!{piece.expression})") if said == "!(" else piece
        if said.startswith(".."):
            return Piece(f"[^{END_OF_SENTENCE}]{{0,{said[2:]}}}?")
        if said == "/":
            return Piece(f"(?=[{END_OF_SENTENCE}{END_OF_CLAUSE}])")
        if said == "ANY":
            return Piece(f"[^{END_OF_SENTENCE}{END_OF_CLAUSE}]")
        if said.isupper():
            return self._group(said)
        if not said.isalnum():
            raise ValueError(f"“{said}” means nothing in a pattern")
        sign = self._sign(said)
        return Piece(sign, (frozenset([sign]),))

    def _group(self, name: str) -> Piece:
        if name not in self._made:
            words = self._groups[name]
            signs = "" if "(" in words else "".join(map(self._sign, words.split()))
            self._made[name] = Piece(f"[{signs}]", (frozenset(signs),)) if signs else self._piece(words)
        return self._made[name]

    def _rarest(self, needs: Iterable[frozenset[str]]) -> frozenset[str]:
        """Of what has to be there, what is there most seldom; empty where nothing has to be."""
        return min(needs, key=lambda need: (len(need & self._common), len(need)), default=frozenset())


class Idea:
    """One pattern, and where it stands among all."""

    def __init__(self, piece: Piece, number: int) -> None:
        self._expression = piece.expression
        self.needs = piece.needs
        self._number = number

    def __lt__(self, other: "Idea") -> bool:
        return self._number < other._number

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is wanted first: most never are."""
        return re.compile(self._expression)


class Ideas:
    """Many patterns, found by the rarest of their words."""

    def __init__(self, by_sign: Mapping[str, Sequence[Idea]]) -> None:
        self._by_sign = by_sign

    def __or__(self, other: "Ideas") -> "Ideas":
        """All of both."""
        signs = self._by_sign.keys() | other._by_sign.keys()
        return Ideas({sign: [*self._by_sign.get(sign, ()), *other._by_sign.get(sign, ())] for sign in signs})

    def likely(self, sentence: str) -> list[Idea]:
        """Those of which every word is there, in whatever order; always in the order in which they were written."""
        return sorted(set(self._likely(sentence)))

    def may_be_in(self, sentence: str) -> bool:
        """Whether one of them may be found there."""
        return next(self._likely(sentence), None) is not None

    def _likely(self, sentence: str) -> Iterator[Idea]:
        signs = frozenset(sentence)
        for sign in signs & self._by_sign.keys():
            for idea in self._by_sign[sign]:
                if not any(map(signs.isdisjoint, idea.needs)):
                    yield idea

    def search(self, sentence: str) -> re.Match[str] | None:
        """Where one of them is; None where none is."""
        return next(filter(None, (idea.pattern.search(sentence) for idea in self.likely(sentence))), None)

    def found_in(self, sentence: str) -> frozenset["Idea"]:
        """All of them that are there."""
        return frozenset(idea for idea in self.likely(sentence) if idea.pattern.search(sentence))

    def without(self, sentence: str) -> str:
        """The sentence with what is found taken out."""
        for idea in self.likely(sentence):
            sentence = idea.pattern.sub(ANY_WORD, sentence)
        return sentence

    def last(self, sentence: str) -> int:
        """Where the last of them ends; -1 where none is."""
        return max(
            (found.end() for idea in self.likely(sentence) for found in idea.pattern.finditer(sentence)), default=-1
        )
