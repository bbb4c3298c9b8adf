"""Master keys and what they wrap: the wrong ones touch nothing, and a rotation can be killed anywhere."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from storage.errors import Gone, MasterKeyProblem, OpenedWithWrongKey
from storage.private import disk
from storage.private.keys import KeyStore, MasterKeys, rotate_file
from storage.private.keys import store as storing
from storage.private.keys.masters import MasterKey
from storage.private.sealing import new_key, seal, unseal
from tests.storage.conftest import NOW, OpenStore, all_bytes


def contents(folder: Path) -> dict[str, tuple[bytes, float]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()
    }


# ---------------------------------------------------------------- the ring


def test_a_new_file_holds_one_key_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "master.keys"
    before = os.umask(0)
    try:
        made = MasterKeys.new_file(path)
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o600
    assert [key.id for key in MasterKeys.from_file(path)] == [made.in_use.id]
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_never_replaces_one(keys_file: Path) -> None:
    before = contents(keys_file.parent)
    with pytest.raises(MasterKeyProblem, match="already"):
        MasterKeys.new_file(keys_file)
    assert contents(keys_file.parent) == before


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620])
def test_a_file_that_others_may_read_or_write_is_refused(keys_file: Path, mode: int) -> None:
    keys_file.chmod(mode)
    with pytest.raises(MasterKeyProblem, match="chmod 600"):
        MasterKeys.from_file(keys_file)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(MasterKeyProblem, match="keys new"):
        MasterKeys.from_file(tmp_path / "none")


GOOD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


@pytest.mark.parametrize(
    "wrong",
    ["", " , ", "k1", "k1 MDEy", f"k1 {GOOD}x", f"k1  {GOOD} more", f"Kéy {GOOD}", f"k1 {GOOD},k1 {GOOD}", GOOD],
)
def test_anything_else_than_keys_is_refused_without_showing_it(wrong: str) -> None:
    with pytest.raises(MasterKeyProblem) as refused:
        MasterKeys.from_text(wrong)
    assert "MDEy" not in str(refused.value)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    disk.place(path, b"\x89PNG\xff", replace=False)
    with pytest.raises(MasterKeyProblem, match="something else"):
        MasterKeys.from_file(path)


def test_the_last_key_is_in_use_in_a_file_and_in_a_setting() -> None:
    assert MasterKeys.from_text(f"k1 {GOOD}, k2 {GOOD}").in_use.id == "k2"


def test_the_demos_key_is_known_for_what_it_is(tmp_path: Path, masters: MasterKeys) -> None:
    assert MasterKeys.new_file(tmp_path / "demo.keys", demo=True).is_demo
    assert MasterKeys.from_text(f"demo-1 {GOOD},k2 {GOOD}").is_demo
    assert not masters.is_demo


# ---------------------------------------------------------------- the store


def test_keys_are_the_same_for_whoever_asks_again(open_store: OpenStore, masters: MasterKeys) -> None:
    first, second = open_store(masters), open_store(masters)
    sealed = seal(first.data_key("ada").entries, b"hers", "x")

    assert unseal(second.data_key("ada").entries, sealed, "x") == b"hers"
    assert second.letterbox("ada") == first.data_key("ada").letterbox.public_key().public_bytes_raw()
    assert second.secret("codes") == first.secret("codes") != first.secret("labels")
    assert second.day_key(date(2027, 1, 5)) == first.day_key(date(2027, 1, 5)) != first.day_key(date(2027, 1, 6))


def test_each_vault_has_a_key_of_its_own(open_store: OpenStore, masters: MasterKeys) -> None:
    store = open_store(masters)
    sealed = seal(store.data_key("ada").entries, b"hers", "x")
    with pytest.raises(OpenedWithWrongKey):
        unseal(store.data_key("bea").entries, sealed, "x")


def test_many_threads_that_ask_first_are_given_one_key(open_store: OpenStore, masters: MasterKeys) -> None:
    stores = [open_store(masters), open_store(masters)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: stores[n % 2].secret(f"secret {n // 16}"), range(64)))
    assert len(set(found)) == 4


def test_a_destroyed_key_is_gone_and_never_made_again(open_store: OpenStore, masters: MasterKeys) -> None:
    store = open_store(masters)
    store.data_key("ada")
    erasure = store.destroy("ada", NOW)

    assert (erasure.vault_id, erasure.at, erasure.master) == ("ada", NOW, masters.in_use.id)
    again = open_store(masters)
    for _ in range(2):
        assert again.destroy("ada", NOW.replace(year=2030)) == erasure
        assert again.is_destroyed("ada")
        assert again.destroyed() == [erasure]
        with pytest.raises(Gone):
            again.data_key("ada")
        with pytest.raises(Gone):
            again.letterbox("ada")
    assert not again.is_destroyed("bea")


def test_a_vault_that_never_had_a_key_can_be_destroyed_too(open_store: OpenStore, masters: MasterKeys) -> None:
    store = open_store(masters)
    store.destroy("ada", NOW)
    with pytest.raises(Gone):
        store.data_key("ada")


def test_days_before_a_day_are_gone_and_that_day_is_not(open_store: OpenStore, masters: MasterKeys) -> None:
    store = open_store(masters)
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]
    before = [store.day_key(day) for day in days]
    secret = store.secret("codes")
    for _ in range(2):
        store.destroy_days_before(days[1])
        with pytest.raises(Gone):
            store.day_key(days[0])
    assert [store.day_key(day) for day in days[1:]] == before[1:]
    assert store.secret("codes") == secret
    assert store.destroyed() == []


def test_a_letterbox_that_was_put_in_the_place_of_another_is_noticed(tmp_path: Path, masters: MasterKeys) -> None:
    with KeyStore.in_file(tmp_path / "keys.db", masters) as store:
        store.data_key("ada")
        connection = disk.connect(tmp_path / "keys.db", synchronous="EXTRA")
        connection.execute("UPDATE wrapped_key SET letterbox = ?", (new_key(),))
        connection.close()
        with pytest.raises(OpenedWithWrongKey):
            store.data_key("ada")


@pytest.mark.parametrize("wrong", ["another key", "another key under the same id", "both"])
def test_a_missing_or_wrong_master_key_touches_nothing(tmp_path: Path, masters: MasterKeys, wrong: str) -> None:
    path = tmp_path / "data" / "keys.db"
    with KeyStore.in_file(path, masters) as store:
        store.data_key("ada")
    used = masters.in_use.id
    given = {
        "another key": f"another {GOOD}",
        "another key under the same id": f"{used} {GOOD}",
        "both": f"{used} {GOOD},another {GOOD}",
    }[wrong]
    before = contents(path.parent)

    with pytest.raises(MasterKeyProblem, match=used):
        KeyStore.in_file(path, MasterKeys.from_text(given))

    assert contents(path.parent) == before


def test_a_wrong_master_key_is_refused_everywhere(open_store: OpenStore, masters: MasterKeys) -> None:
    open_store(masters).data_key("ada")
    for given in (f"another {GOOD}", f"{masters.in_use.id} {GOOD}"):
        with pytest.raises(MasterKeyProblem, match=masters.in_use.id):
            open_store(MasterKeys.from_text(given))
    open_store(masters).data_key("ada")


# ---------------------------------------------------------------- rotation


def test_a_rotation_changes_the_master_key_and_nothing_else(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    store = open_store(masters)
    sealed = seal(store.data_key("ada").entries, b"hers", "x")
    letterbox, secret = store.letterbox("ada"), store.secret("codes")

    report = rotate_file(keys_file, open_store)

    after = MasterKeys.from_file(keys_file)
    assert [key.id for key in after] == [report.in_use]
    assert report.in_use != masters.in_use.id
    assert (report.rewrapped, report.retired, report.completes) == (2, [masters.in_use.id], [])
    fresh = open_store(after)
    assert unseal(fresh.data_key("ada").entries, sealed, "x") == b"hers"
    assert (fresh.letterbox("ada"), fresh.secret("codes")) == (letterbox, secret)
    with pytest.raises(MasterKeyProblem):
        open_store(MasterKeys([masters.in_use]))


def test_a_process_that_was_running_goes_on_through_a_rotation(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    running = open_store(masters)
    secret = running.secret("codes")
    rotate_file(keys_file, open_store)

    running.secret("a new one under the new master key")
    assert running.secret("codes") == secret
    assert open_store(MasterKeys.from_file(keys_file)).secret("codes") == secret


def test_no_new_key_is_wrapped_under_a_master_key_that_was_retired(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    from_a_setting = open_store(MasterKeys([masters.in_use]))
    from_a_setting.secret("codes")
    rotate_file(keys_file, open_store)

    with pytest.raises(MasterKeyProblem, match="rotated"):
        from_a_setting.secret("another")
    with pytest.raises(MasterKeyProblem, match="rotated"):
        from_a_setting.secret("codes")


def test_no_new_key_is_wrapped_under_the_old_master_key_while_a_rotation_is_under_way(
    open_store: OpenStore, masters: MasterKeys
) -> None:
    running = open_store(MasterKeys([masters.in_use]))
    open_store(masters).rotate(masters.with_new_key())
    with pytest.raises(MasterKeyProblem, match="rotated"):
        running.secret("codes")


def test_a_rotation_names_the_erasures_it_completes_and_names_them_once(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    store = open_store(masters)
    store.data_key("ada")
    store.data_key("bea")
    erasure = store.destroy("ada", NOW)

    assert rotate_file(keys_file, open_store).completes == [erasure]
    assert rotate_file(keys_file, open_store).completes == []
    last = MasterKeys.from_file(keys_file)
    second = open_store(last).destroy("bea", NOW)
    assert second.master == last.in_use.id
    assert rotate_file(keys_file, open_store).completes == [second]


def test_a_file_with_a_new_line_added_by_hand_is_rotated_to_it(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    secret = open_store(masters).secret("codes")
    prepared = masters.with_new_key()
    prepared.save()

    assert rotate_file(keys_file, open_store).in_use == prepared.in_use.id
    assert open_store(MasterKeys.from_file(keys_file)).secret("codes") == secret


def test_a_rotation_with_a_wrong_key_file_begins_nothing(
    open_store: OpenStore, keys_file: Path, masters: MasterKeys
) -> None:
    open_store(masters).secret("codes")
    disk.place(keys_file, f"another {GOOD}\n".encode(), replace=True)
    before = contents(keys_file.parent)
    with pytest.raises(MasterKeyProblem, match=masters.in_use.id):
        rotate_file(keys_file, open_store)
    assert contents(keys_file.parent) == before


class Killed(BaseException):
    """Stands for kill -9: nothing catches it, and nothing is tidied after it."""


def dies_before(function: Callable[..., object]) -> Callable[..., object]:
    def dead(*args: object, **options: object) -> object:
        raise Killed

    return dead


def dies_after(function: Callable[..., object]) -> Callable[..., object]:
    def dead(*args: object, **options: object) -> object:
        function(*args, **options)
        raise Killed

    return dead


@pytest.mark.parametrize("dies", [dies_before, dies_after])
@pytest.mark.parametrize(
    "point",
    [
        (MasterKeys, "with_new_key"),
        (MasterKeys, "save"),
        (Path, "replace"),
        (disk, "flush_folder"),
        (KeyStore, "rotate"),
        (MasterKeys, "without_old_keys"),
        (KeyStore, "forget_retired"),
        (KeyStore, "close"),
    ],
    ids=lambda point: point[1],
)
@pytest.mark.parametrize("time", [1, 2])
def test_a_rotation_killed_anywhere_loses_nothing_and_is_finished_by_the_next(
    open_store: OpenStore,
    keys_file: Path,
    masters: MasterKeys,
    monkeypatch: pytest.MonkeyPatch,
    point: tuple[object, str],
    dies: Callable[[Callable[..., object]], Callable[..., object]],
    time: int,
) -> None:
    store = open_store(masters)
    secret = store.secret("codes")
    sealed = seal(store.data_key("ada").entries, b"hers", "x")
    store.data_key("bea")
    erasure = store.destroy("bea", NOW)
    where, name = point
    whole = getattr(where, name)
    calls = 0

    def at_the_nth_time(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        return (dies(whole) if calls == time else whole)(*args, **options)

    monkeypatch.setattr(where, name, at_the_nth_time)
    reports = []
    with suppress(Killed):
        reports.append(rotate_file(keys_file, open_store))
    monkeypatch.undo()

    def is_all_there() -> None:
        fresh = open_store(MasterKeys.from_file(keys_file))
        assert fresh.secret("codes") == secret
        assert unseal(fresh.data_key("ada").entries, sealed, "x") == b"hers"
        assert fresh.is_destroyed("bea")

    is_all_there()
    reports.append(rotate_file(keys_file, open_store))
    is_all_there()
    after = MasterKeys.from_file(keys_file)
    assert len(after) == 1
    assert after.get(masters.in_use.id) is None
    assert [path.name for path in keys_file.parent.glob("master.keys*")] == ["master.keys"]
    told = [erasure for report in reports for erasure in report.completes]
    assert set(told) <= {erasure}
    # Only a kill after the very last step keeps the list from being shown; it is never shown for what is not done.
    assert told == [erasure] or (name, dies) in {
        ("forget_retired", dies_after),
        ("close", dies_before),
        ("close", dies_after),
    }


def test_a_rotation_that_fails_midway_changes_nothing(
    open_store: OpenStore, masters: MasterKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(masters)
    secrets = [store.secret(str(n)) for n in range(5)]
    whole, calls = storing._wrap, 0

    def fails_at_the_third(master: MasterKey, row: storing._Wrapped, key: bytes) -> bytes:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Killed
        return whole(master, row, key)

    monkeypatch.setattr(storing, "_wrap", fails_at_the_third)
    with pytest.raises(Killed):
        store.rotate(masters.with_new_key())
    monkeypatch.undo()

    assert [open_store(masters).secret(str(n)) for n in range(5)] == secrets


def test_old_master_keys_leave_no_trace_in_the_folder_of_the_key_file(
    keys_file: Path, masters: MasterKeys, tmp_path: Path
) -> None:
    old = keys_file.read_bytes().split()[1]
    rotate_file(keys_file, lambda ring: KeyStore.in_file(tmp_path / "keys.db", ring))
    assert old not in all_bytes(tmp_path)
