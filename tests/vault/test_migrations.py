"""A file grows step by step, each whole or not at all; a newer file is not touched."""

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.vault.builders import KEY, NOW, SALT, key, make_vault, new_credential, original_bytes, record_id_of
from wallet.credentials.kinds import Kind
from wallet.errors import Reason, VaultError
from wallet.vault import file_lock
from wallet.vault.connection import Connection, open_vault_file
from wallet.vault.file_info import info
from wallet.vault.key_derivation import LEAST_PROFILE, PROFILES, derive_key, read_salt
from wallet.vault.migrations.runner import STEPS, Step, format_version, migrate, require_readable
from wallet.verification.report import Verdict
from wallet.verification.sources import FetchedDocument

FIRST_FORMAT = Path(__file__).with_name("files") / "format-1.lerwallet"
FIRST_FORMAT_PASSPHRASE = b"kept for every later build"
THIRD_FORMAT = Path(__file__).with_name("files") / "format-3.lerwallet"
SECOND_FORMAT = FIRST_FORMAT.with_name("format-2.lerwallet")
FOURTH_FORMAT = FIRST_FORMAT.with_name("format-4.lerwallet")
NEXT = Step(5, "a note per credential", ("ALTER TABLE credential ADD COLUMN note TEXT",))


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
    assert migrate(database, (*STEPS, NEXT)) == (5,)
    assert format_version(database) == 5
    assert records(database) == [
        (1, "first tables"),
        (2, "dated evidence"),
        (3, "organised content and profiles"),
        (4, "kinds, years and skills"),
        (5, "a note per credential"),
    ]
    assert database.rows("SELECT id, note FROM credential") == [(record_id_of(1), None)]
    assert migrate(database, (*STEPS, NEXT)) == ()
    database.close()


def test_a_step_that_fails_leaves_the_file_at_the_last_whole_one(current_version: Path) -> None:
    broken = Step(6, "broken", ("CREATE TABLE half_done (a)", "INSERT INTO no_such_table VALUES (1)"))
    database = Connection(current_version, key(), SALT)
    with pytest.raises(VaultError):
        migrate(database, (*STEPS, NEXT, broken))
    assert format_version(database) == 5
    assert [version for version, _ in records(database)] == [1, 2, 3, 4, 5]
    assert database.row("SELECT 1 FROM sqlite_master WHERE name = 'half_done'") is None
    whole = Step(6, "whole", ("CREATE TABLE half_done (a)",))
    assert migrate(database, (*STEPS, NEXT, whole)) == (6,)
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


@pytest.mark.parametrize("profile", sorted({0, 76, 255, max(PROFILES) + 1}))
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
        LEAST_PROFILE,
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
        assert [(profile.name, profile.did) for profile in vault.profiles.list()] == [
            ("Kept from format 1", "did:key:z6MkFirst")
        ]


def test_the_second_format_opens_and_keeps_everything(tmp_path: Path) -> None:
    """The file in `files/` was made by the last build of format 2 and is never made again."""
    path = tmp_path / "old.lerwallet"
    path.write_bytes(SECOND_FORMAT.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert (vault.name, vault.created_at) == ("Kept from format 2", NOW)
        assert (vault.format_version, vault.check()) == (len(STEPS), ())
        newer, first = vault.credentials.heads()
        assert (newer.id, first.id) == (record_id_of(3, 9000), record_id_of(1))
        assert vault.credentials.get(newer.id).original == original_bytes(3, 9000)
        assert vault.credentials.get(record_id_of(2)).superseded_at == NOW + timedelta(seconds=3)
        assert [head.id for head in vault.credentials.versions(newer.id)] == [newer.id, record_id_of(2)]
        assert vault.credentials.heads("welding") == (first,)
        assert (first.verdict, first.reason) == (Verdict.INVALID, Reason.EXPIRED)
        assert [past.verdict for past in vault.credentials.history(first.id)] == [
            Verdict.INVALID,
            Verdict.CHECK,
        ]
        assert vault.evidence.of(first.id) == (
            FetchedDocument("https://issuer.example/did.json", b"{}" * 3000, NOW),
        )
        assert vault.shares.get("5d20-share").content == b"exact bytes " * 500
        assert vault.settings.get("known_issuers") == '[{"id": "did:example:kitchen", "name": "Kitchen"}]'
        (profile,) = vault.profiles.list()
        assert (profile.name, profile.did, profile.identifiers) == (
            "Kept from format 2",
            "did:key:z6MkSecond",
            (),
        )
        assert profile.is_in_use
        assert vault.holder_keys.default().private_seed == bytes(range(32))


def test_the_third_format_opens_and_keeps_everything(tmp_path: Path) -> None:
    """The file in `files/` was made by a build of format 3 and is never made again."""
    path = tmp_path / "old.lerwallet"
    path.write_bytes(THIRD_FORMAT.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert (vault.name, vault.format_version, vault.check()) == ("Kept from format 3", len(STEPS), ())
        first = record_id_of(1)
        assert [head.id for head in vault.credentials.heads()] == [first, record_id_of(2)], "pinned first"
        assert set(vault.bin.deleted_at()) == {record_id_of(4)}
        assert vault.credentials.heads("lee")[0].id == first
        assert [note.text for note in vault.notes.of(first)] == ["ask Ms. Lee for a letter"]
        assert (vault.tags.of(first), vault.collections.of(first)) == (("welding",), ("Applications",))
        (file,) = vault.files.of(first)
        assert vault.files.content(file.number) == b"\xff\xd8" + bytes(5000)
        assert vault.evidence.of(first)[0].body == b"{}" * 3000
        (profile,) = vault.profiles.list()
        assert (profile.name, tuple(profile.identifiers)) == ("School", ("dana@example.org",))
        assert vault.holder_keys.default().private_seed == bytes(range(32))


def test_the_fourth_format_opens_and_keeps_everything(tmp_path: Path) -> None:
    """The file in `files/` was made by a build of format 4 and is never made again."""
    path = tmp_path / "old.lerwallet"
    path.write_bytes(FOURTH_FORMAT.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert (vault.name, vault.format_version, vault.check()) == ("Kept from format 4", len(STEPS), ())
        first, second = record_id_of(1), record_id_of(2)
        heads = {head.id: (head.kind, head.year, head.earned) for head in vault.facts.heads()}
        assert heads == {first: (Kind.JOB, 2025, "2025-08-31"), second: (Kind.BADGE, 2026, "2026-05-01")}
        assert [skill.name for _, skill in vault.facts.skills()] == ["Welding", "Schweißen", "metal"]
        assert {(use.record_id, use.level) for use in vault.facts.uses()} == {
            (first, "Meets"),
            (second, ""),
        }
        assert len(vault.facts.uses()) == 3
        assert list(vault.skill_joins.groups().values()) == [1, 1]
        assert vault.facts.pending() == ()


@pytest.mark.parametrize("kept", [FIRST_FORMAT, SECOND_FORMAT, THIRD_FORMAT])
def test_a_file_of_an_older_format_has_its_credentials_still_to_read(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "old.lerwallet"
    path.write_bytes(kept.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert vault.facts.pending_count() == len(vault.facts.pending()) >= vault.credentials.count() > 0
        assert (vault.facts.heads(), vault.facts.uses(), vault.facts.skills()) == ((), (), ())


@pytest.mark.parametrize("kept", [FIRST_FORMAT, SECOND_FORMAT])
def test_an_older_format_that_cannot_be_written_is_read_as_it_is(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.lerwallet"
    path.write_bytes(kept.read_bytes())
    # a medium that cannot be written, also for a user who may write everything
    monkeypatch.setattr(file_lock, "_open", lambda path: (os.open(path, os.O_RDONLY), True))
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        record = vault.credentials.heads()[0].id
        assert (vault.credentials.heads(in_bin=True), vault.pins.ids()) == ((), ())
        assert (vault.tags.of(record), vault.notes.of(record), vault.files.of(record)) == ((), (), ())
        assert (vault.collections.of(record), vault.collections.list(), vault.tags.list()) == ((), (), ())
        assert (vault.profiles.list(), vault.check()) == ((), ())
        assert (vault.facts.heads(), vault.facts.uses(), vault.skill_joins.groups()) == ((), (), {})
        assert vault.facts.matching(kinds=["badge"]) == frozenset()
        assert len(vault.facts.pending()) == vault.facts.pending_count() == vault.credentials.count()
    assert path.read_bytes() == kept.read_bytes()
