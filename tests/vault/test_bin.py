"""The bin: in with everything, back with everything, gone for good only when asked."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.vault.builders import NOW, key, new_credential, original_bytes, record_id_of
from tests.vault.test_organised import renewed
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.credential_store import AddResult
from wallet.vault.tags import Tag
from wallet.verification.sources import FetchedDocument

THEN = NOW + timedelta(hours=1)
ONE, TWO = record_id_of(1), record_id_of(2)
TABLES = (
    *("credential", "original", "report", "check_history", "credential_text", "evidence", "evidence_content"),
    *("tag", "note", "collection_member", "pin", "attachment", "attachment_content"),
)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with two credentials, the first with everything that can hang on one."""
    for number in (1, 2):
        vault.credentials.add(new_credential(number))
    vault.tags.add("summer", [ONE])
    vault.collections.add("Work", [ONE], NOW)
    vault.notes.add(ONE, "remember", NOW)
    vault.pins.add([ONE])
    vault.files.add(ONE, "photo.png", "image/png", b"picture", NOW)
    vault.evidence.keep(ONE, [FetchedDocument("https://issuer.example/list", b"list", NOW)], NOW)
    return vault


def rows_left(vault: Vault) -> dict[str, int]:
    vault.close()
    database = Connection(vault.path, key(), vault.path.read_bytes()[:16])
    counts = {table: database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}
    database.close()
    return counts


def test_what_is_deleted_leaves_the_lists_and_waits_in_the_bin(filled: Vault) -> None:
    assert filled.bin.put([ONE, ONE], THEN) == 1
    assert filled.bin.put([ONE], THEN + timedelta(days=9)) == 0
    assert [head.id for head in filled.credentials.heads()] == [TWO]
    assert filled.credentials.heads("remember") == ()
    assert filled.credentials.heads(tag="summer") == ()
    assert filled.credentials.heads(collection="Work") == ()
    assert (filled.tags.list(), filled.collections.list()[0].count) == ((Tag("summer", 0),), 0)
    assert (filled.credentials.count(), filled.pins.ids()) == (1, ())
    assert [head.id for head in filled.credentials.heads(in_bin=True)] == [ONE]
    assert [head.id for head in filled.credentials.heads("rememb", in_bin=True)] == [ONE]
    assert filled.credentials.get(ONE).deleted_at == THEN
    assert filled.bin.deleted_at() == {ONE: THEN}


def test_what_comes_back_has_all_it_had(filled: Vault) -> None:
    filled.bin.put([ONE], THEN)
    assert filled.bin.take_back([ONE, TWO]) == 1
    assert [head.id for head in filled.credentials.heads()] == [ONE, TWO], "still pinned"
    assert (filled.tags.of(ONE), filled.collections.of(ONE)) == (("summer",), ("Work",))
    assert [note.text for note in filled.notes.of(ONE)] == ["remember"]
    assert [head.id for head in filled.credentials.heads("remember")] == [ONE]
    assert (filled.credentials.get(ONE).deleted_at, filled.check()) == (None, ())


def test_the_same_bytes_again_come_back_from_the_bin(filled: Vault) -> None:
    filled.bin.put([ONE], THEN)
    again = filled.credentials.add(new_credential(1))
    assert (again.result, again.record_id) == (AddResult.RESTORED, ONE)
    assert filled.tags.of(ONE) == ("summer",)
    assert filled.bin.deleted_at() == {}
    assert filled.credentials.add(new_credential(1)).result is AddResult.DUPLICATE


def test_all_versions_go_and_come_together(vault: Vault) -> None:
    newer = renewed(vault)
    older = vault.credentials.versions(newer)[1].id
    assert vault.bin.put([older, newer], THEN) == 1
    assert [head.id for head in vault.credentials.heads(in_bin=True)] == [newer]
    vault.credentials.add(new_credential(10))
    assert [head.id for head in vault.credentials.heads()] == [newer], (
        "an older version brings back the whole"
    )
    vault.bin.put([newer], THEN)
    assert vault.bin.empty() == 1
    assert (vault.check(), set(rows_left(vault).values())) == ((), {0})


def test_an_emptied_bin_leaves_nothing_of_it(filled: Vault) -> None:
    filled.bin.put([ONE], THEN)
    assert filled.bin.empty() == 1
    assert filled.bin.empty() == 0
    with pytest.raises(VaultError) as caught:
        filled.credentials.get(ONE)
    assert caught.value.reason is Reason.RECORD_NOT_FOUND
    assert filled.credentials.get(TWO).original == original_bytes(2)
    assert filled.check() == ()
    counts = rows_left(filled)
    assert {name for name, count in counts.items() if count} == {
        "credential",
        "original",
        "report",
        "check_history",
        "credential_text",
    }
    assert set(counts.values()) == {0, 1}


def test_only_what_is_old_enough_goes(filled: Vault) -> None:
    filled.bin.put([ONE], THEN)
    filled.bin.put([TWO], THEN + timedelta(seconds=1))
    assert [head.id for head in filled.credentials.heads(in_bin=True)] == [TWO, ONE], "the last deleted first"
    assert filled.bin.empty(put_before=THEN) == 0
    assert filled.bin.empty(put_before=THEN + timedelta(seconds=1)) == 1
    assert list(filled.bin.deleted_at()) == [TWO]


def test_a_clock_that_went_back_shortens_nothing(filled: Vault) -> None:
    filled.bin.put([ONE], datetime(2001, 1, 1, tzinfo=UTC))
    assert filled.bin.deleted_at() == {ONE: filled.credentials.get(TWO).head.checked_at}


def test_nothing_or_all_of_it_moves(filled: Vault) -> None:
    for move in (lambda ids: filled.bin.put(ids, THEN), filled.bin.take_back):
        with pytest.raises(VaultError) as caught:
            move([ONE, "ffff" * 5])
        assert caught.value.reason is Reason.RECORD_NOT_FOUND
    assert filled.bin.deleted_at() == {}


def test_a_place_that_was_freed_brings_nothing_back(filled: Vault) -> None:
    filled.bin.put([ONE, TWO], THEN)
    filled.bin.empty()
    filled.credentials.add(new_credential(3))
    three = record_id_of(3)
    assert (filled.tags.of(three), filled.notes.of(three), filled.files.of(three)) == ((), (), ())
    assert filled.credentials.heads("remember") == ()


def test_the_bin_outlives_closing(filled: Vault) -> None:
    filled.bin.put([ONE], THEN)
    filled.close()
    with open_vault_file(filled.path, key()) as opened:
        assert opened.bin.deleted_at() == {ONE: THEN}
