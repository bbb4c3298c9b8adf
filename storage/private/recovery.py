"""Recovery words: six words, shown once, that let a person into their own vault from a new account."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from functools import cache

from mnemonic import Mnemonic

WORDS = 6


def new_words() -> str:
    return " ".join(secrets.choice(_word_list()) for _ in range(WORDS))


def normalise(typed: str) -> str:
    """The words alone, however they were typed: case, commas, hyphens, numbering and line breaks say nothing."""
    return " ".join(re.findall(r"[a-z]+", unicodedata.normalize("NFKC", typed).casefold()))


def slow_hash(words: str, salt: bytes) -> bytes:
    """What is kept of the words. Slow on purpose (some 80 ms, 32 MB), so call it in a thread."""
    return hashlib.scrypt(normalise(words).encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26, dklen=32)


def are_the_words(typed: str, salt: bytes, kept: bytes) -> bool:
    """Whether these are the words that were hashed, told in constant time. As slow as the hash."""
    return hmac.compare_digest(slow_hash(typed, salt), kept)


@cache
def _word_list() -> list[str]:
    return list(Mnemonic("english").wordlist)
