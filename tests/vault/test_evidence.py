"""Dated evidence: kept once for many, replaced by address, gone with the last that used it, damage noticed."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.vault.builders import KEY, NOW, SALT, key, new_credential, record_id_of
from tests.vault.test_migrations import FIRST_FORMAT, FIRST_FORMAT_PASSPHRASE
from wallet.vault import file_lock
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.evidence import MAX_DOCUMENT_BYTES, MAX_DOCUMENTS, EvidenceStore
from wallet.vault.integrity import FindingKind, check_database
from wallet.vault.key_derivation import derive_key, read_salt
from wallet.verification.sources import FetchedDocument

LIST, DID = "https://issuer.example/list", "https://issuer.example/did.json"
LATER = NOW + timedelta(days=3)


def with_two(vault: Vault) -> tuple[str, str]:
    for number in (1, 2):
        vault.credentials.add(new_credential(number))
    return record_id_of(1), record_id_of(2)


def contents(path: Path) -> int:
    database = Connection(path, key(), SALT)
    row = database.row("SELECT count(*) FROM evidence_content")
    database.close()
    assert row is not None
    return int(row[0])


def test_documents_come_back_as_they_were_with_their_dates(vault: Vault) -> None:
    first, second = with_two(vault)
    vault.evidence.keep(first, [FetchedDocument(LIST, b"\x00list"), FetchedDocument(DID, b"{}", LATER)], NOW)
    vault.close()
    with open_vault_file(vault.path, key()) as opened:
        assert opened.evidence.of(first) == (
            FetchedDocument(DID, b"{}", LATER),
            FetchedDocument(LIST, b"\x00list", NOW),
        )
        assert opened.evidence.of(second) == ()
        assert opened.check() == ()


def test_a_list_that_serves_many_is_there_once_and_goes_with_the_last(vault: Vault) -> None:
    records = with_two(vault)
    for record in records:
        vault.evidence.keep(record, [FetchedDocument(LIST, b"first edition")], NOW)
    vault.evidence.keep(records[0], [FetchedDocument(LIST, b"second edition")], LATER)
    vault.evidence.keep(records[0], [FetchedDocument(DID, b"first edition")], LATER)
    vault.close()
    assert contents(vault.path) == 2
    with open_vault_file(vault.path, key()) as opened:
        assert [one.body for one in opened.evidence.of(records[0])] == [b"first edition", b"second edition"]
        assert [one.body for one in opened.evidence.of(records[1])] == [b"first edition"]
        opened.evidence.keep(records[0], [FetchedDocument(DID, b"second edition")], LATER)
        opened.evidence.keep(records[1], [FetchedDocument(LIST, b"second edition")], LATER)
    assert contents(vault.path) == 1


def test_what_is_too_large_or_too_much_is_not_kept(vault: Vault) -> None:
    first, _ = with_two(vault)
    vault.evidence.keep(first, [FetchedDocument(LIST, bytes(MAX_DOCUMENT_BYTES + 1))], NOW)
    assert vault.evidence.of(first) == ()
    many = [FetchedDocument(f"https://issuer.example/{number}", b"x") for number in range(MAX_DOCUMENTS + 9)]
    vault.evidence.keep(first, many, NOW)
    assert len(vault.evidence.of(first)) == MAX_DOCUMENTS


def test_a_changed_document_is_named_by_the_check_not_used_and_mended(vault: Vault) -> None:
    first, _ = with_two(vault)
    vault.evidence.keep(first, [FetchedDocument(LIST, b"list"), FetchedDocument(DID, b"did")], NOW)
    vault.close()
    database = Connection(vault.path, bytearray(KEY), SALT)
    database.run("UPDATE evidence_content SET content = ? WHERE content = ?", (b"forged", b"list"))
    database.close()
    with open_vault_file(vault.path, key()) as opened:
        assert [finding.kind for finding in opened.check()] == [FindingKind.EVIDENCE]
        assert [one.url for one in opened.evidence.of(first)] == [DID]
        opened.evidence.keep(first, [FetchedDocument(LIST, b"list")], LATER)
        assert opened.check() == ()
        assert len(opened.evidence.of(first)) == 2


def test_a_vault_of_the_first_format_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.lerwallet"
    path.write_bytes(FIRST_FORMAT.read_bytes())
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        record = vault.credentials.heads()[0].id
        assert vault.evidence.of(record) == ()
        vault.evidence.keep(record, [FetchedDocument(LIST, b"list")], NOW)
        assert vault.evidence.of(record) == (FetchedDocument(LIST, b"list", NOW),)


def test_a_vault_of_the_first_format_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.lerwallet"
    path.write_bytes(FIRST_FORMAT.read_bytes())
    # a medium that cannot be written, also for a user who may write everything
    monkeypatch.setattr(file_lock, "_open", lambda path: (os.open(path, os.O_RDONLY), True))
    with open_vault_file(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(path))) as vault:
        assert (vault.read_only, vault.format_version) == (True, 1)
        assert vault.evidence.of(vault.credentials.heads()[0].id) == ()
        assert vault.check() == ()
    assert path.read_bytes() == FIRST_FORMAT.read_bytes()


def test_evidence_of_a_file_without_its_tables_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "old.lerwallet"
    path.write_bytes(FIRST_FORMAT.read_bytes())
    salt = read_salt(path)
    database = Connection(path, derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), salt), salt, read_only=True)
    (record,) = database.rows("SELECT id FROM credential LIMIT 1")
    assert EvidenceStore(database).of(record[0]) == ()
    assert check_database(database) == ()
    database.close()
