"""Opening and creating: what is refused, what is set, what is left behind."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vault.builders import KEY, NOW, SALT, key, make_vault, new_credential
from wallet.errors import Reason, VaultError
from wallet.vault import connection
from wallet.vault.connection import (
    Connection,
    Vault,
    create_vault_file,
    damaged_pages,
    open_vault_file,
)
from wallet.vault.page_seal import PAGE_BYTES


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def closed(path: Path) -> Path:
    """A vault file with three credentials, closed."""
    with make_vault(path) as vault:
        for number in range(3):
            vault.credentials.add(new_credential(number))
    return path


# -- creating


def test_a_new_vault_says_who_it_is_and_is_whole(vault: Vault) -> None:
    assert (vault.name, vault.created_at, vault.format_version) == ("Test file", NOW, 4)
    assert not vault.read_only
    assert vault.credentials.count() == 0
    assert vault.check() == ()


def test_the_file_begins_with_its_salt_and_holds_no_readable_text(closed: Path) -> None:
    content = closed.read_bytes()
    assert content[:16] == SALT
    for word in (b"CREATE TABLE", b"Badge", b"Makers", b"Test file", b"did:example"):
        assert word not in content


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with permission bits")
def test_only_the_owner_may_read_the_file(closed: Path) -> None:
    assert stat.S_IMODE(closed.stat().st_mode) == 0o600


def test_nothing_but_the_file_is_left_in_the_folder(closed: Path) -> None:
    assert names(closed.parent) == [closed.name]


def test_no_side_file_stays_between_two_additions(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    assert names(vault.path.parent) == [vault.path.name]


@pytest.mark.parametrize("content", [b"", b"somebody's letter"])
def test_creating_never_overwrites(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(lambda: make_vault(path)) is Reason.VAULT_EXISTS
    assert path.read_bytes() == content
    assert names(path.parent) == [path.name]


def test_creating_does_not_follow_a_dangling_link(path: Path) -> None:
    path.symlink_to(path.parent / "elsewhere")
    assert refusal(lambda: make_vault(path)) is Reason.VAULT_EXISTS
    assert names(path.parent) == [path.name]


def test_a_file_that_appears_meanwhile_is_not_replaced(path: Path) -> None:
    def prepare(_: Vault) -> None:
        path.write_bytes(b"somebody was faster")

    create = lambda: create_vault_file(path, key(), SALT, now=NOW, name="x", prepare=prepare)  # noqa: E731
    assert refusal(create) is Reason.VAULT_EXISTS
    assert path.read_bytes() == b"somebody was faster"
    assert names(path.parent) == [path.name]


def test_where_there_are_no_hard_links_the_file_appears_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    with make_vault(path) as vault:
        assert vault.check() == ()
    assert names(path.parent) == [path.name]
    assert refusal(lambda: make_vault(path)) is Reason.VAULT_EXISTS


def test_what_fails_while_filling_leaves_nothing_behind(path: Path) -> None:
    def prepare(_: Vault) -> None:
        raise VaultError(Reason.STORAGE_FAILED, "for the test")

    create = lambda: create_vault_file(path, key(), SALT, now=NOW, name="x", prepare=prepare)  # noqa: E731
    assert refusal(create) is Reason.STORAGE_FAILED
    assert names(path.parent) == []


def test_what_is_prepared_is_there_when_the_file_appears(path: Path) -> None:
    def prepare(vault: Vault) -> None:
        assert not path.exists()
        vault.settings.set("prepared", "yes")

    with create_vault_file(path, key(), SALT, now=NOW, name="x", prepare=prepare) as vault:
        assert vault.settings.get("prepared") == "yes"


def test_creating_in_a_missing_folder(tmp_path: Path) -> None:
    assert refusal(lambda: make_vault(tmp_path / "none" / "x.lerwallet")) is Reason.OUTPUT_NOT_WRITABLE


def test_a_library_that_does_not_encrypt_is_refused_and_nothing_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3  # noqa: PLC0415 - stands in for a wrong library, here only

    def plain(file: Path, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(f"{file.as_uri()}?mode={mode}", uri=True, isolation_level=None)

    monkeypatch.setattr(connection, "_connect", plain)
    assert refusal(lambda: make_vault(path)) is Reason.STORAGE_FAILED
    assert names(path.parent) == []


@pytest.mark.parametrize("wrong", [bytearray(), bytearray(31), bytearray(33)])
def test_a_key_of_another_length_never_reaches_the_library(path: Path, wrong: bytearray) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        create_vault_file(path, wrong, SALT, now=NOW, name="x")
    assert names(path.parent) == []


# -- opening


def test_what_was_kept_is_there_after_opening_again(closed: Path) -> None:
    with open_vault_file(closed, key()) as vault:
        assert vault.name == "Test file"
        assert vault.credentials.count() == 3


def test_the_callers_key_is_left_to_the_caller(closed: Path) -> None:
    mine = key()
    open_vault_file(closed, mine).close()
    assert mine == KEY


def test_the_settings_are_those_that_were_decided(closed: Path) -> None:
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "cache_size": -64000,
        "secure_delete": 1,
        "application_id": int.from_bytes(b"LERW", "big"),
        "user_version": 4,
        "page_size": "4096",
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_memory_security": "0",
        "cipher_plaintext_header_size": "0",
        "locking_mode": "normal",
    }
    database = Connection(closed, key(), SALT)
    found = {name: (database.row(f"PRAGMA {name}") or [None])[0] for name in expected}
    database.close()
    assert found == expected


def test_extensions_cannot_be_loaded(closed: Path) -> None:
    database = Connection(closed, key(), SALT)
    assert refusal(lambda: database.rows("SELECT load_extension('anything')")) is Reason.STORAGE_FAILED
    database.close()


def test_a_wrong_passphrase_is_no_damage_and_changes_nothing(closed: Path) -> None:
    before = closed.read_bytes()
    assert refusal(lambda: open_vault_file(closed, bytearray(32))) is Reason.WRONG_PASSPHRASE
    assert closed.read_bytes() == before
    assert names(closed.parent) == [closed.name]


@pytest.mark.parametrize("first_page", ["flipped", "zeros", "noise", "another page"])
@pytest.mark.parametrize("kept", [0, 3])
def test_a_damaged_first_page_is_no_wrong_passphrase(path: Path, first_page: str, kept: int) -> None:
    with make_vault(path) as vault:
        for number in range(kept):
            vault.credentials.add(new_credential(number))
    content = bytearray(path.read_bytes())
    content[16:PAGE_BYTES] = {
        "flipped": bytes([content[16] ^ 1]) + content[17:PAGE_BYTES],
        "zeros": bytes(PAGE_BYTES - 16),
        "noise": b"\xa5" * (PAGE_BYTES - 16),
        "another page": content[PAGE_BYTES + 16 : 2 * PAGE_BYTES],
    }[first_page]
    path.write_bytes(content)
    assert refusal(lambda: open_vault_file(path, key())) is Reason.VAULT_DAMAGED
    assert refusal(lambda: open_vault_file(path, bytearray(32))) is Reason.WRONG_PASSPHRASE
    assert [finding.where for finding in damaged_pages(path, key())] == ["1"]
    assert refusal(lambda: damaged_pages(path, bytearray(32))) is Reason.WRONG_PASSPHRASE
    assert path.read_bytes() == content


@pytest.mark.parametrize("length", [16, 17, 4095, 4096, 3 * 4096, 20 * 4096 + 5])
def test_a_cut_file_is_damaged(closed: Path, length: int) -> None:
    cut = closed.read_bytes()[:length]
    closed.write_bytes(cut)
    assert refusal(lambda: open_vault_file(closed, key())) is Reason.VAULT_DAMAGED
    assert closed.read_bytes() == cut


def test_a_file_that_a_sync_program_left_hollow_is_damaged_whatever_the_key(closed: Path) -> None:
    closed.write_bytes(SALT + bytes(30 * PAGE_BYTES - 16))
    assert refusal(lambda: open_vault_file(closed, key())) is Reason.VAULT_DAMAGED
    assert refusal(lambda: open_vault_file(closed, bytearray(32))) is Reason.VAULT_DAMAGED


@pytest.mark.parametrize("content", [b"", b"not a vault", b"SQLite format 3\0" + bytes(8176)])
def test_something_else_is_not_a_vault(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(lambda: open_vault_file(path, key())) is Reason.NOT_A_VAULT
    assert path.read_bytes() == content


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal(lambda: open_vault_file(tmp_path / "none", key())) is Reason.VAULT_MISSING
    assert refusal(lambda: open_vault_file(tmp_path, key())) is Reason.VAULT_IS_FOLDER
    assert names(tmp_path) == []


def test_somebody_elses_database_under_the_same_key_is_not_a_vault(closed: Path) -> None:
    database = Connection(closed, key(), SALT)
    database.run("PRAGMA application_id = 7")
    database.close()
    assert refusal(lambda: open_vault_file(closed, key())) is Reason.NOT_A_VAULT


def test_after_closing_everything_is_locked(vault: Vault) -> None:
    vault.close()
    vault.close()
    assert refusal(vault.credentials.count) is Reason.VAULT_LOCKED
    assert refusal(lambda: vault.credentials.add(new_credential(1))) is Reason.VAULT_LOCKED
    assert refusal(lambda: vault.name) is Reason.VAULT_LOCKED


def test_the_kept_key_is_wiped_at_closing(closed: Path) -> None:
    database = Connection(closed, key(), SALT)
    kept = database._key
    assert kept == KEY
    database.close()
    assert kept == bytes(32)


def test_a_file_deleted_under_an_open_vault_takes_no_more_additions(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    vault.path.unlink()
    assert refusal(lambda: vault.credentials.add(new_credential(2))) is Reason.VAULT_MISSING


def test_a_failed_block_leaves_no_trace(closed: Path) -> None:
    database = Connection(closed, key(), SALT)

    def interrupted() -> None:
        with database.transaction():
            database.run("DELETE FROM original")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert database.row("SELECT count(*) FROM original") == (3,)
    database.close()


def test_messages_never_quote_sql_or_values(closed: Path) -> None:
    database = Connection(closed, key(), SALT)
    with pytest.raises(VaultError) as caught:
        database.rows("SELECT * FROM credential_text WHERE credential_text MATCH ?", ('secret"words',))
    assert "secret" not in f"{caught.value} {caught.value.detail}"
    database.close()


def test_a_text_without_utf8_form_is_refused_by_name(vault: Vault) -> None:
    assert refusal(lambda: vault.settings.set("key", "half \ud800")) is Reason.TEXT_INVALID
