"""Copies that somebody asked for, copies made by themselves, and putting one back."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.vault.builders import KEY, NOW, key, make_vault, new_credential, original_bytes, record_id_of
from wallet.app import restore as restore_module
from wallet.app.backup import automatic_backup, back_up, backup_state
from wallet.app.container import Services, make_services
from wallet.app.restore import open_backup, restore, what_would_be_missing
from wallet.app.unlock import Vault
from wallet.errors import Reason, VaultError
from wallet.vault.connection import open_vault_file
from wallet.vault.file_lock import FileLock
from wallet.vault.page_seal import PAGE_BYTES
from wallet.vault.revision import Relation, relation


@pytest.fixture(autouse=True)
def known_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase "right" stands for the fixed key, everything else for another; deriving is tested elsewhere."""

    def derive(_: Path, passphrase: bytearray) -> bytearray:
        return bytearray(KEY if passphrase == b"right" else bytes(32))

    monkeypatch.setattr(restore_module, "derive_vault_key", derive)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with make_vault(tmp_path / "my.lerwallet") as opened:
        yield opened


def at(moment: datetime) -> Services:
    return make_services(at=moment)


def right() -> bytearray:
    return bytearray(b"right")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


# -- backing up


def test_a_backup_is_dated_in_the_vault_and_is_the_same_version(vault: Vault, tmp_path: Path) -> None:
    vault.credentials.add(new_credential(1))
    made = back_up(vault, tmp_path / "copy.lerwallet", at(NOW))
    assert (made.size, made.made_at) == ((tmp_path / "copy.lerwallet").stat().st_size, NOW)
    assert vault.backups.last_at() == NOW
    with open_vault_file(made.path, key()) as copy:
        assert relation(copy.state, vault.state) is Relation.SAME
        assert copy.credentials.get(record_id_of(1)).original == original_bytes(1)


def test_in_a_folder_a_backup_gets_a_dated_name_of_its_own(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for _ in range(2):
        back_up(vault, tmp_path / "stick", at(NOW))
    assert names(tmp_path / "stick") == ["my 2026-11-23 2.lerwallet", "my 2026-11-23.lerwallet"]


def test_a_refused_backup_is_not_recorded(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"x")
    assert refusal(lambda: back_up(vault, tmp_path / "taken", at(NOW))) is Reason.VAULT_EXISTS
    assert vault.backups.last_at() is None


def test_the_owner_is_reminded_after_five_new_items_or_thirty_days(vault: Vault, tmp_path: Path) -> None:
    assert not backup_state(vault, at(NOW + timedelta(days=90))).is_due, "nothing in it, nothing to lose"
    vault.credentials.add(new_credential(1))
    assert not backup_state(vault, at(NOW + timedelta(days=29))).is_due
    assert backup_state(vault, at(NOW + timedelta(days=30))).is_due
    for number in range(2, 5):
        vault.credentials.add(new_credential(number))
    assert not backup_state(vault, at(NOW)).is_due
    vault.credentials.add(new_credential(5))
    state = backup_state(vault, at(NOW))
    assert (state.new_items, state.is_due, state.last_at) == (5, True, None)
    back_up(vault, tmp_path / "copy", at(NOW))
    assert not backup_state(vault, at(NOW + timedelta(days=60))).is_due
    vault.credentials.add(new_credential(6))
    vault.bin.put([record_id_of(1)], NOW)
    assert backup_state(vault, at(NOW)).new_items == 1
    assert backup_state(vault, at(NOW + timedelta(days=30))).is_due


def test_automatic_copies_come_daily_when_something_is_new_and_five_stay(
    vault: Vault, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    vault.credentials.add(new_credential(0))
    assert automatic_backup(vault, at(NOW)) is None, "no place was chosen"
    vault.backups.choose_folder(folder)
    foreign = ["my automatic copy 2026-01-01 000000.lerwallet", "my 2026-01-01.lerwallet", "letter.txt"]
    for name in foreign:
        (folder / name).write_bytes(b"x" * PAGE_BYTES)
    for day in range(8):
        vault.credentials.add(new_credential(day + 1))
        made = automatic_backup(vault, at(NOW + timedelta(days=day)))
        assert made is not None
        assert automatic_backup(vault, at(NOW + timedelta(days=day, hours=23))) is None, "one a day"
    assert automatic_backup(vault, at(NOW + timedelta(days=20))) is None, "nothing new"
    kept = [f"my automatic copy 2026-11-{day} 120000.lerwallet" for day in range(26, 31)]
    assert names(folder) == sorted([*foreign, *kept])
    with open_vault_file(folder / kept[-1], key()) as copy:
        assert copy.credentials.count() == 9
        assert copy.check() == ()


def test_an_automatic_copy_needs_its_place_and_removes_nothing_when_it_fails(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    vault.backups.choose_folder(folder)
    vault.credentials.add(new_credential(0))
    assert automatic_backup(vault, at(NOW)) is None, "the stick is not there"
    folder.mkdir()
    for day in range(5):
        vault.credentials.add(new_credential(day + 1))
        automatic_backup(vault, at(NOW + timedelta(days=day)))
    before = names(folder)
    vault.credentials.add(new_credential(9))

    def full(*_: object) -> int:
        raise VaultError(Reason.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr("wallet.app.backup.copy_vault", full)
        assert refusal(lambda: automatic_backup(vault, at(NOW + timedelta(days=9)))) is Reason.DISK_FULL
    assert names(folder) == before
    assert backup_state(vault, at(NOW)).new_items == 1


# -- putting a backup back


@pytest.fixture
def backup(vault: Vault, tmp_path: Path) -> Path:
    """A backup with credentials 0 to 2; the vault went on with 3 and 4, and is closed."""
    for number in range(3):
        vault.credentials.add(new_credential(number))
    place = back_up(vault, tmp_path / "backup.lerwallet", at(NOW)).path
    for number in (3, 4):
        vault.credentials.add(new_credential(number))
    vault.bin.put([record_id_of(4)], NOW)
    vault.close()
    return place


def held(path: Path) -> dict[str, str]:
    """Record ids and the hashes of what is kept."""
    with open_vault_file(path, key(), read_only=True) as vault:
        heads = vault.credentials.heads()
        return {head.id: vault.credentials.get(head.id).sha256 for head in heads}


def test_on_a_new_machine_every_hash_is_the_same(backup: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere" / "mine.lerwallet"
    place.parent.mkdir()
    before = backup.read_bytes()
    with open_backup(backup, right()) as held_by:
        done = restore(held_by, place, at(NOW), replace=False)
    assert (done.kept_as, done.credentials) == (None, 3)
    assert held(place) == held(backup)
    assert len(held(place)) == 3
    assert backup.read_bytes() == before, "the backup is not touched"


def test_what_would_be_missing_is_told_the_bin_included(backup: Path, vault: Vault) -> None:
    with open_backup(backup, right()) as held_by:
        lacking = what_would_be_missing(held_by, vault.path, right())
    assert [head.id for head in lacking.credentials] == [record_id_of(3), record_id_of(4)]
    assert lacking.shares == 0


def test_a_file_that_is_there_is_refused_and_with_replace_kept(
    backup: Path, vault: Vault, tmp_path: Path
) -> None:
    before = vault.path.read_bytes()
    with open_backup(backup, right()) as held_by:
        assert refusal(lambda: restore(held_by, vault.path, at(NOW), replace=False)) is Reason.VAULT_EXISTS
        assert vault.path.read_bytes() == before
        done = restore(held_by, vault.path, at(NOW), replace=True)
    assert done.kept_as == tmp_path / "my before restore 2026-11-23.lerwallet"
    assert done.kept_as.read_bytes() == before
    assert held(vault.path) == held(backup)
    assert names(tmp_path) == sorted([backup.name, vault.path.name, done.kept_as.name])


@pytest.mark.parametrize("cut", [1, PAGE_BYTES, 5 * PAGE_BYTES + 100])
def test_a_cut_or_foreign_backup_never_reaches_the_present_file(
    backup: Path, vault: Vault, tmp_path: Path, cut: int
) -> None:
    present = vault.path.read_bytes()
    whole = backup.read_bytes()
    assert refusal(lambda: open_backup(backup, bytearray(b"wrong"))) is Reason.WRONG_PASSPHRASE
    backup.write_bytes(whole[:-cut])
    assert refusal(lambda: open_backup(backup, right())) is Reason.VAULT_DAMAGED
    spoiled = bytearray(whole)
    spoiled[9 * PAGE_BYTES + 77] ^= 1
    backup.write_bytes(spoiled)
    assert refusal(lambda: open_backup(backup, right())) is Reason.VAULT_DAMAGED
    backup.write_bytes(b"a letter")
    assert refusal(lambda: open_backup(backup, right())) is Reason.NOT_A_VAULT
    assert vault.path.read_bytes() == present
    assert names(tmp_path) == sorted([backup.name, vault.path.name])


def test_a_present_file_that_is_open_or_has_another_passphrase_stays(
    backup: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_backup(backup, right()) as held_by:
        wrong = lambda: what_would_be_missing(held_by, vault.path, bytearray(b"wrong"))  # noqa: E731
        assert refusal(wrong) is Reason.WRONG_PASSPHRASE
        before = vault.path.read_bytes()
        monkeypatch.setattr(FileLock.acquire.__func__, "__defaults__", (0.0,))  # type: ignore[attr-defined]
        with open_vault_file(vault.path, key()):
            assert refusal(lambda: restore(held_by, vault.path, at(NOW), replace=True)) is Reason.VAULT_IN_USE
        assert vault.path.read_bytes() == before


def test_an_interrupted_change_of_the_present_file_stays_with_it(
    backup: Path, vault: Vault, tmp_path: Path
) -> None:
    """Beside the restored file, sealed with the same key, it would be played into that."""
    journal = vault.path.with_name(vault.path.name + "-journal")
    journal.write_bytes(b"unfinished")
    with open_backup(backup, right()) as held_by:
        done = restore(held_by, vault.path, at(NOW), replace=True)
    assert done.kept_as is not None
    assert (tmp_path / (done.kept_as.name + "-journal")).read_bytes() == b"unfinished"
    assert not journal.exists()
    assert held(vault.path) == held(backup)


def test_where_files_cannot_have_two_names_the_present_one_is_kept_too(
    backup: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    before = vault.path.read_bytes()
    monkeypatch.setattr("os.link", no_links)
    with open_backup(backup, right()) as held_by:
        done = restore(held_by, vault.path, at(NOW), replace=True)
    assert done.kept_as is not None
    assert done.kept_as.read_bytes() == before
    assert held(vault.path) == held(backup)


def test_a_backup_is_only_read(backup: Path) -> None:
    with open_backup(backup, right()) as held_by:
        assert held_by.read_only
        assert refusal(lambda: held_by.credentials.add(new_credential(9))) is Reason.VAULT_READ_ONLY
