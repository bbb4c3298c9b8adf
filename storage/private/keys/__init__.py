"""Keys: the ring of master keys, and the store of the data keys that it wraps.

A vault's data key is kept wrapped under a master key, apart from what it opens. Destroying the wrapped key is what
makes a vault unreadable; destroying the master key it was wrapped under makes every copy of it, in a log or a backup,
unreadable too. A rotation changes the master key and touches no entry.
"""

from storage.private.keys.masters import MasterKeys
from storage.private.keys.store import DataKey, Erasure, KeyStore, rotate_file

__all__ = ["DataKey", "Erasure", "KeyStore", "MasterKeys", "rotate_file"]
