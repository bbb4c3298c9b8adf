"""What is taught by phrases: which words, and which words after which, speak for an intent, and how surely."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp, log, sqrt

from bot.chat.understanding.concepts import NAME, UNKNOWN, Token

NONE = ""
"""The class of what is none of our business."""

_PAIRED = 0.7
"""What two words together count, where one counts one."""
_DOUBT = 80
"""So many more phrases, without any of its words, an intent is thought to have."""
_FLOOR = 0.02
_NO_WEIGHTS: Mapping[str, float] = {}

_SIGNS = (-3.03, 0.25, 0.26, 0.43, -0.72, 0.22, -2.03, 0.10, 3.00, 1.25, 0.07)
"""What each sign counts for being sure, in their order below: fitted to phrases whose meaning was known."""


class Learnt:
    """A linear model, made by counting: the same phrases in the same order make the same one."""

    def __init__(self, lessons: Iterable[tuple[str, Sequence[Token]]]) -> None:
        taught = list(lessons)
        self._known = frozenset(
            name for intent, tokens in taught if intent for token in tokens for name in (token.stem, token.concept)
        ) - {UNKNOWN}
        said: dict[str, list[str]] = defaultdict(list)
        sizes = Counter(intent for intent, _ in taught)
        for intent, tokens in taught:
            said[intent] += self._features(tokens)
        self._intents = len(sizes)
        self._shares: dict[str, dict[str, float]] = defaultdict(dict)
        for intent, features in said.items():
            size = sizes[intent] + _DOUBT
            for feature, count in Counter(features).items():
                self._shares[feature][intent] = count / size
        self._weights: dict[str, Mapping[str, float]] = {}
        """Of what was said since the start: most that is taught is never said."""

    def confidences(self, tokens: Sequence[Token], most: int) -> dict[str, float]:
        """How surely each of the nearest intents is what these words mean, best first."""
        features = self._features(tokens)
        sums: dict[str, float] = defaultdict(float)
        for feature in features:
            for intent, weight in self._weights_of(feature).items():
                sums[intent] += weight
        other = sums.pop(NONE, 0.0)
        best = sorted(sums, key=lambda intent: (-sums[intent], intent))[: most + 1]
        found = {}
        for intent in best[:most]:
            rival = max((sums[name] for name in best if name != intent), default=0.0)
            found[intent] = self._confidence(tokens, len(features), intent, sums[intent], rival, other)
        return dict(sorted(found.items(), key=lambda each: -each[1]))

    def _confidence(
        self, tokens: Sequence[Token], size: int, intent: str, score: float, rival: float, other: float
    ) -> float:
        """From 0 to 1: by how much speaks for it, more than for the next, and how much of what was said it explains."""
        explained = said = unknown = 0.0
        for token in tokens:
            if not self._knows(token):
                unknown += token.concept != NAME
                continue
            weights = self._weights_of(token.concept)
            said += max(weights.values(), default=0.0) + 0.5
            explained += weights.get(intent, 0.0)
        per = sqrt(size)
        signs = (
            1.0,
            score / per,
            (score - rival) / per,
            (score - other) / per,
            unknown / max(1, len(tokens)),
            min(unknown, 4.0),
            explained / max(said, 0.1),
            min(len(tokens), 8) / 8,
            (score - rival) / max(score, rival, 0.1),
            (score - other) / max(score, other, 0.1),
            score / max(1, len(tokens)),
        )
        return 1 / (1 + exp(-sum(counts * sign for counts, sign in zip(_SIGNS, signs, strict=True))))

    def _weights_of(self, feature: str) -> Mapping[str, float]:
        if feature not in self._shares:
            return _NO_WEIGHTS
        if feature not in self._weights:
            self._weights[feature] = _weights(feature, self._shares[feature], self._intents)
        return self._weights[feature]

    def _knows(self, token: Token) -> bool:
        return token.stem in self._known or token.concept in self._known

    def _features(self, tokens: Sequence[Token]) -> list[str]:
        """What is counted, once each: words, what they stand for, and what comes after what."""
        row = ["^", *(token.concept if self._knows(token) else UNKNOWN for token in tokens), "$"]
        stems = [f"={token.stem}" for token in tokens if token.stem != token.concept and token.stem in self._known]
        next_to = [f"{one} {next_one}" for one, next_one in pairwise(row)]
        near = [f"{one} … {later}" for one, later in zip(row, row[2:], strict=False)]
        return list(dict.fromkeys((*row[1:-1], *stems, *next_to, *near)))


def _weights(feature: str, shares: Mapping[str, float], intents: int) -> dict[str, float]:
    """For which intents it speaks, and how strongly: more, the rarer it is elsewhere."""
    usual = (sum(shares.values()) + _FLOOR) / intents
    counts = _PAIRED if " " in feature else 1.0
    return {intent: counts * log(1 + share / usual) for intent, share in shares.items()}
