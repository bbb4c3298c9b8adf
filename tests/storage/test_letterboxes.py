"""Letterboxes and desks: anybody can post, only the owner can look, and the author can take back."""

import inspect

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storage.errors import Gone, OpenedWithWrongKey
from storage.private import letterboxes
from storage.private.desks import desk_vault
from storage.private.letterboxes import seal_post, take_back
from storage.private.rows import POST
from storage.private.sealing import unseal_from
from storage.private.vault import Vault, new_vault_id
from tests.storage.conftest import NOW, Note, Stores, note

CANARY = "the canary sings at midnight"


async def posted(stores: Stores, to: str, post_id: str, text: str) -> None:
    await stores.vaults.apply([seal_post(await stores.vaults.letterbox(to), to, post_id, note(text))])


async def test_what_is_posted_is_read_by_its_recipient(stores: Stores) -> None:
    await posted(stores, "cleo", "post-1", CANARY)

    vault = await stores.vaults.open("cleo", "turn 1")
    found = await vault.posted(Note, "post-1")
    assert found
    assert (found.text, found.id, found.made_at) == (CANARY, "post-1", NOW)
    assert await vault.all_posted(Note) == [found]


async def test_a_post_never_passes_for_something_that_the_recipient_wrote(stores: Stores) -> None:
    await posted(stores, "cleo", "post-1", "not hers")
    vault = await stores.vaults.open("cleo", "turn 1")
    own = await vault.add(note("hers"))

    assert await vault.all(Note) == [own]
    assert await vault.get(Note, "post-1") is None
    assert await vault.posted(Note, own.id) is None


async def test_nobody_else_can_open_a_post_not_even_who_posted_it(stores: Stores) -> None:
    write = seal_post(await stores.vaults.letterbox("cleo"), "cleo", "post-1", note(CANARY))
    assert write.sealed
    assert CANARY.encode() not in write.sealed
    sealed = write.sealed.removeprefix(POST)
    for private in (stores.keys.data_key("ada").letterbox, X25519PrivateKey.generate()):
        with pytest.raises(OpenedWithWrongKey):
            unseal_from(private, sealed, "cleo", "post-1")


@pytest.mark.parametrize("moved", [{"vault_id": "dora"}, {"entry_id": "post-2"}])
async def test_a_post_that_was_moved_does_not_open(stores: Stores, moved: dict[str, str]) -> None:
    write = seal_post(await stores.vaults.letterbox("cleo"), "cleo", "post-1", note(CANARY)).model_copy(update=moved)
    await stores.vaults.apply([write])
    there = await stores.vaults.open(write.vault_id, "turn 1")
    cleos = await stores.vaults.open("cleo", "turn 1")

    with pytest.raises(OpenedWithWrongKey):
        await there.posted(Note, write.entry_id)
    with pytest.raises(OpenedWithWrongKey):
        await Vault(write.vault_id, "turn 1", cleos._key, there._run).all_posted(Note)


async def test_what_is_taken_back_is_gone_and_stays_gone(stores: Stores) -> None:
    letterbox = await stores.vaults.letterbox("cleo")
    post = seal_post(letterbox, "cleo", "post-1", note(CANARY))
    await stores.vaults.apply([post])
    await stores.vaults.apply([take_back("cleo", "post-1")])

    for _ in range(2):
        vault = await stores.vaults.open("cleo", "turn 1")
        assert await vault.posted(Note, "post-1") is None
        assert await vault.all_posted(Note) == []
        await stores.vaults.apply([post])  # a crash may have it carried out again


async def test_a_recipient_can_delete_a_post(stores: Stores) -> None:
    await posted(stores, "cleo", "post-1", CANARY)
    vault = await stores.vaults.open("cleo", "turn 1")
    await vault.delete("post-1")
    assert await vault.posted(Note, "post-1") is None
    await stores.vaults.apply(vault.writes)
    assert await (await stores.vaults.open("cleo", "turn 2")).all_posted(Note) == []


async def test_taking_back_what_never_came_is_no_harm(stores: Stores) -> None:
    await stores.vaults.apply([take_back("cleo", "never")])
    assert await (await stores.vaults.open("cleo", "turn 1")).all_posted(Note) == []


async def test_nothing_is_posted_to_a_vault_that_is_gone(stores: Stores) -> None:
    letterbox = await stores.vaults.letterbox("cleo")
    await stores.vaults.destroy("cleo", NOW)
    with pytest.raises(Gone):
        await stores.vaults.letterbox("cleo")
    await stores.vaults.apply([seal_post(letterbox, "cleo", "post-1", note(CANARY))])
    if stores.folder:
        assert not list(stores.folder.rglob("cleo*"))


async def test_a_desk_is_a_letterbox_that_only_the_opener_of_desks_opens(stores: Stores) -> None:
    await posted(stores, desk_vault("matcher"), "post-1", CANARY)

    desk = await stores.vaults.open_desk("matcher", "a run of the matcher")
    assert [found.text for found in await desk.all_posted(Note)] == [CANARY]
    with pytest.raises(ValueError, match="desk"):
        await stores.vaults.open(desk_vault("matcher"), "turn 1")


def test_no_persons_vault_can_be_a_desk() -> None:
    assert not any(new_vault_id().startswith(desk_vault("")) for _ in range(100))
    assert "." not in "".join(new_vault_id() for _ in range(100))


def test_posting_can_only_write() -> None:
    """Whoever holds this module holds nothing that opens anything."""
    names = {name for name, _ in inspect.getmembers(letterboxes, inspect.isfunction)}
    assert names == {"seal_post", "take_back", "seal_to"}
