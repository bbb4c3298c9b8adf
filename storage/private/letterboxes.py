"""Letterboxes: the only way into someone else's vault. You can post, you can take back, you can't look."""

from storage.private.entries import Entry
from storage.private.rows import POST, VaultWrite
from storage.private.sealing import seal_to


def seal_post(letterbox: bytes, to_vault: str, post_id: str, entry: Entry) -> VaultWrite:
    """Seal an entry into a colleague's vault, given the public half of their letterbox."""
    sealed = POST + seal_to(letterbox, entry.to_plain(), to_vault, post_id)
    return VaultWrite(vault_id=to_vault, entry_id=post_id, version=1, sealed=sealed)


def take_back(to_vault: str, post_id: str) -> VaultWrite:
    """Take back what was posted. It needs no look: what is there is replaced by nothing."""
    return VaultWrite(vault_id=to_vault, entry_id=post_id, version=2, sealed=None)
