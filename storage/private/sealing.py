"""Sealing and opening: every use that Waymark makes of AES-GCM, HPKE, HKDF and HMAC is here.

What a sealed thing is about (its vault, its id, its version) is bound to it and not kept in it: it opens only there.
"""

import base64
import hashlib
import hmac
import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import OpenedWithWrongKey

KEY_BYTES = 32
NONCE_BYTES = 12

LETTERBOX = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose, from which neither the key it came from nor one for another purpose can be had."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"waymark {purpose}".encode()).derive(key)


def seal(key: AESGCM, plain: bytes, *about: str | int) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plain, _bound(about))


def unseal(key: AESGCM, sealed: bytes, *about: str | int) -> bytes:
    try:
        return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound(about))
    except (InvalidTag, ValueError):
        raise _wrong_key() from None


def seal_to(letterbox: bytes, plain: bytes, *about: str | int) -> bytes:
    """Seal for whoever holds the private half of this letterbox; not even the sealer can open it again."""
    return LETTERBOX.encrypt(plain, X25519PublicKey.from_public_bytes(letterbox), _bound(about))


def unseal_from(letterbox: X25519PrivateKey, sealed: bytes, *about: str | int) -> bytes:
    try:
        return LETTERBOX.decrypt(sealed, letterbox, _bound(about))
    except (InvalidTag, ValueError):
        raise _wrong_key() from None


def keyed_id(key: bytes, *about: str | int) -> str:
    """22 characters that are always the same for the same things under the same key, and tell nothing about them."""
    digest = hmac.digest(key, _bound(about), hashlib.sha256)
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


def _bound(about: tuple[str | int, ...]) -> bytes:
    return json.dumps(about).encode()


def _wrong_key() -> OpenedWithWrongKey:
    return OpenedWithWrongKey("Something sealed did not open under its owner's key: it is another's, moved or changed.")
