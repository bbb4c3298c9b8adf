"""Digests under the installation's own secret: what is compared later, and never what was typed."""

import hmac

from storage.private.keys import KeyStore
from storage.private.recovery import normalise, slow_hash


class InstallationSecrets:
    """The secret is a wrapped key like any other, so a copied database alone tells nothing about a code."""

    def __init__(self, keys: KeyStore) -> None:
        self._secret = keys.secret("digests")

    def digest(self, purpose: str, words: str) -> str:
        """Quick: for codes of many random bits, and for labels."""
        return hmac.digest(self._secret, f"{purpose}\0{words}".encode(), "sha256").hex()

    def slow_digest(self, words: str) -> bytes:
        """Slow on purpose: for words that a person remembers."""
        return slow_hash(normalise(words), self._secret)
