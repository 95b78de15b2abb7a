"""Before a file takes a new format version, a compared copy of it as it was stays beside it."""

import contextlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.vault.test_migrations import FIRST_FORMAT, FIRST_FORMAT_PASSPHRASE
from wallet.errors import Reason, VaultError
from wallet.vault import before_format, connection
from wallet.vault.connection import open_vault_file
from wallet.vault.key_derivation import derive_key, read_salt
from wallet.vault.migrations.runner import STEPS


@pytest.fixture(scope="module")
def secret() -> bytes:
    return bytes(derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(FIRST_FORMAT)))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A vault of the first format."""
    return Path(shutil.copy(FIRST_FORMAT, tmp_path / "my.lerwallet"))


NAME = f"my before format {STEPS[-1].number}"


def copies(path: Path) -> Sequence[str]:
    return sorted(entry.name for entry in path.parent.iterdir() if entry != path)


def test_the_copy_is_the_file_as_it_was(old: Path, secret: bytes) -> None:
    with open_vault_file(old, bytearray(secret)) as vault:
        assert vault.format_version == STEPS[-1].number
    assert copies(old) == [f"{NAME}.lerwallet"]
    kept = old.with_name(f"{NAME}.lerwallet")
    with open_vault_file(kept, bytearray(secret), read_only=True) as vault:
        assert vault.format_version == 1
        assert [head.name for head in vault.credentials.heads()] == ["Badge 2", "Badge 1"]
        assert vault.check() == ()
    with open_vault_file(old, bytearray(secret)):
        pass
    assert copies(old) == [f"{NAME}.lerwallet"], "once"


def test_an_upgrade_that_was_interrupted_goes_on_with_its_copy(
    old: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(connection, "migrate", interrupted)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                open_vault_file(old, bytearray(secret))
    assert old.read_bytes() == FIRST_FORMAT.read_bytes()
    with open_vault_file(old, bytearray(secret)) as vault:
        assert vault.check() == ()
    assert copies(old) == [f"{NAME}.lerwallet"]


@pytest.mark.parametrize("reason", [Reason.DISK_FULL, Reason.OUTPUT_NOT_WRITABLE])
def test_without_room_for_a_copy_the_file_goes_on(
    old: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    def refused(*_: object) -> int:
        raise VaultError(reason)

    monkeypatch.setattr(before_format, "copy_database", refused)
    with open_vault_file(old, bytearray(secret)) as vault:
        assert vault.format_version == STEPS[-1].number
    assert copies(old) == []


def test_a_file_that_cannot_be_copied_as_a_whole_is_not_changed(
    old: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differs(*_: object) -> int:
        raise VaultError(Reason.STORAGE_FAILED)

    monkeypatch.setattr(before_format, "copy_database", differs)
    with pytest.raises(VaultError) as caught:
        open_vault_file(old, bytearray(secret))
    assert caught.value.reason is Reason.STORAGE_FAILED
    assert old.read_bytes() == FIRST_FORMAT.read_bytes()


def test_the_latest_three_copies_stay(old: Path, secret: bytes) -> None:
    for number in range(5):
        shutil.copy(FIRST_FORMAT, old)
        with contextlib.closing(connection.Connection(old, bytearray(secret), read_salt(old))) as database:
            database.run("UPDATE setting SET value = ? WHERE key = 'name'", (f"state {number}",))
        with open_vault_file(old, bytearray(secret)) as vault:
            assert vault.name == f"state {number}"
        for copy in old.parent.glob("* before format *"):
            state = _name_in(copy, secret)
            os.utime(copy, (int(state[-1]) + 1, int(state[-1]) + 1))
    kept = [_name_in(copy, secret) for copy in old.parent.glob("* before format *")]
    assert sorted(kept) == ["state 2", "state 3", "state 4"]


def _name_in(path: Path, secret: bytes) -> str:
    with open_vault_file(path, bytearray(secret), read_only=True) as vault:
        return vault.name


def test_a_medium_that_cannot_be_written_is_left_alone(old: Path, secret: bytes) -> None:
    with open_vault_file(old, bytearray(secret), read_only=True) as vault:
        assert vault.format_version == 1
        assert vault.credentials.count() == 2
    assert copies(old) == []
    assert old.read_bytes() == FIRST_FORMAT.read_bytes()
