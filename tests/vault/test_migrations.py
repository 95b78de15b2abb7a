"""A file grows step by step, each whole or not at all; a newer file is not touched."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.vault.builders import KEY, NOW, SALT, key, make_vault, new_credential, original_bytes, record_id_of
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Connection, open_vault_file
from wallet.vault.file_info import info
from wallet.vault.key_derivation import CURRENT_PROFILE, derive_key, read_salt
from wallet.vault.migrations.runner import STEPS, Step, format_version, migrate, require_readable

FIRST_FORMAT = Path(__file__).with_name("files") / "format-1.lerwallet"
FIRST_FORMAT_PASSPHRASE = b"kept for every later build"
NEXT = Step(3, "a note per credential", ("ALTER TABLE credential ADD COLUMN note TEXT",))


@pytest.fixture
def current_version(path: Path) -> Path:
    """A vault of the current format version with one credential, closed."""
    with make_vault(path) as vault:
        vault.credentials.add(new_credential(1))
    return path


def records(database: Connection) -> Sequence[tuple[int, str]]:
    return [(row[0], row[1]) for row in database.rows("SELECT version, name FROM migration ORDER BY version")]


def test_steps_are_numbered_from_one_without_gaps() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_a_file_takes_the_next_step_and_keeps_everything(current_version: Path) -> None:
    database = Connection(current_version, key(), SALT)
    assert migrate(database, (*STEPS, NEXT)) == (3,)
    assert format_version(database) == 3
    assert records(database) == [
        (1, "first tables"),
        (2, "dated evidence"),
        (3, "a note per credential"),
    ]
    assert database.rows("SELECT id, note FROM credential") == [(record_id_of(1), None)]
    assert migrate(database, (*STEPS, NEXT)) == ()
    database.close()


def test_a_step_that_fails_leaves_the_file_at_the_last_whole_one(current_version: Path) -> None:
    broken = Step(4, "broken", ("CREATE TABLE half_done (a)", "INSERT INTO no_such_table VALUES (1)"))
    database = Connection(current_version, key(), SALT)
    with pytest.raises(VaultError):
        migrate(database, (*STEPS, NEXT, broken))
    assert format_version(database) == 3
    assert [version for version, _ in records(database)] == [1, 2, 3]
    assert database.row("SELECT 1 FROM sqlite_master WHERE name = 'half_done'") is None
    whole = Step(4, "whole", ("CREATE TABLE half_done (a)",))
    assert migrate(database, (*STEPS, NEXT, whole)) == (4,)
    database.close()


def test_a_newer_file_is_refused_and_left_as_it_is(current_version: Path) -> None:
    database = Connection(current_version, key(), SALT)
    migrate(database, (*STEPS, NEXT))
    database.close()
    os.utime(current_version, ns=(1, 1))
    before = current_version.read_bytes()
    with pytest.raises(VaultError) as caught:
        open_vault_file(current_version, key())
    assert caught.value.reason is Reason.VAULT_NEWER
    assert current_version.read_bytes() == before
    assert current_version.stat().st_mtime_ns == 1
    assert [entry.name for entry in current_version.parent.iterdir()] == [current_version.name]


def test_a_file_that_was_never_finished_is_damaged(path: Path) -> None:
    path.write_bytes(b"")
    database = Connection(path, key(), SALT)
    database.run("CREATE TABLE something (a)")
    with pytest.raises(VaultError) as caught:
        require_readable(database)
    assert caught.value.reason is Reason.VAULT_DAMAGED
    database.close()


@pytest.mark.parametrize("profile", [0, 2, 76, 255])
def test_a_file_with_another_profile_byte_is_refused_and_left_as_it_is(
    current_version: Path, profile: int
) -> None:
    content = bytearray(current_version.read_bytes())
    content[4] = profile
    current_version.write_bytes(content)
    for action in (read_salt, info, lambda path: open_vault_file(path, bytearray(KEY))):
        with pytest.raises(VaultError) as caught:
            action(current_version)
        assert caught.value.reason is Reason.VAULT_NEWER
    assert current_version.read_bytes() == content


def test_info_needs_no_passphrase(current_version: Path) -> None:
    facts = info(current_version)
    assert (facts.size, facts.profile, facts.page_bytes) == (
        current_version.stat().st_size,
        CURRENT_PROFILE,
        4096,
    )
    assert facts.has_whole_pages
    current_version.write_bytes(current_version.read_bytes()[:-1])
    assert not info(current_version).has_whole_pages


def test_the_first_format_opens_with_its_passphrase(tmp_path: Path) -> None:
    """The file in `files/` was made by the first build and is never made again."""
    path = tmp_path / "old.lerwallet"
    path.write_bytes(FIRST_FORMAT.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert (vault.name, vault.created_at) == ("Kept from format 1", NOW)
        assert [head.name for head in vault.credentials.heads("badge")] == ["Badge 2", "Badge 1"]
        assert vault.credentials.get(record_id_of(1)).original == original_bytes(1)
        assert vault.holder_keys.default().did == "did:key:z6MkFirst"
        assert [share.to for share in vault.shares.list()] == ["Harbor Makers"]
        assert vault.check() == ()
