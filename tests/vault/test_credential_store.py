"""What is added comes back as it went in, the same is known again, and only a renewal takes a predecessor's place."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.vault.builders import (
    KEY,
    NOW,
    SALT,
    credential,
    key,
    new_credential,
    original_bytes,
    record_id_of,
)
from wallet.credentials.model import Envelope, Format, Issuer
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.credential_store import Added, AddResult, NewCredential
from wallet.verification.report import Verdict


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


def tamper(vault: Vault, *statements: str) -> Vault:
    """Changes the tables behind the vault's back and opens it again."""
    vault.close()
    database = Connection(vault.path, bytearray(KEY), SALT)
    for statement in statements:
        database.run(statement)
    database.close()
    return open_vault_file(vault.path, key())


# -- adding and reading back


@pytest.mark.parametrize("size", [1, 3000, 4016, 300_000])
def test_the_original_comes_back_byte_for_byte(vault: Vault, size: int) -> None:
    added = vault.credentials.add(new_credential(7, size=size))
    assert (added.result, added.record_id) == (AddResult.ADDED, record_id_of(7, size))
    stored = vault.credentials.get(added.record_id)
    assert stored.original == original_bytes(7, size)
    assert stored.sha256 == hashlib.sha256(stored.original).hexdigest()
    assert stored.report_json == '{"number":7}'
    assert stored.envelope is Envelope.JSON
    assert stored.superseded_at is None


def test_a_head_says_what_a_list_shows(vault: Vault) -> None:
    vault.credentials.add(new_credential(5, credential("Soldering", skills=3)))
    (head,) = vault.credentials.heads()
    assert (head.id, head.name, head.issuer) == (record_id_of(5), "Soldering", "Zürich Makers Guild")
    assert (head.issued, head.ends) == ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
    assert (head.format, head.verdict, head.reason) == (
        Format.OPEN_BADGES_3,
        Verdict.CHECK,
        Reason.NO_TRUST_LIST,
    )
    assert (head.checked_at, head.added_at) == (NOW + timedelta(seconds=5),) * 2
    assert (head.skills_count, head.self_asserted) == (3, False)
    assert vault.credentials.get(head.id).head == head


def test_who_speaks_about_themselves_is_marked(vault: Vault) -> None:
    own = credential(issuer=Issuer("did:example:learner"), subject="did:example:learner")
    nobody = credential(issuer=Issuer(""), subject="")
    vault.credentials.add(new_credential(1, own))
    vault.credentials.add(new_credential(2, nobody))
    assert [head.self_asserted for head in vault.credentials.heads()] == [False, True]


def test_an_issuer_without_a_name_is_listed_by_its_identifier(vault: Vault) -> None:
    vault.credentials.add(new_credential(1, credential(issuer=Issuer("did:example:x"))))
    assert vault.credentials.heads()[0].issuer == "did:example:x"


def test_hostile_texts_are_kept_short_and_storable(vault: Vault) -> None:
    hostile = credential(
        "N\0UL \ud800 " + "x" * 200_000, issuer=Issuer("did:x", "'; DROP TABLE credential; --")
    )
    vault.credentials.add(new_credential(1, hostile, search_text="\0\udfff" + "y " * 100_000))
    (head,) = vault.credentials.heads()
    assert head.name.startswith("N\ufffdUL ? xxx")
    assert len(head.name) == 300
    assert head.issuer == "'; DROP TABLE credential; --"
    assert vault.credentials.heads("drop table") == (head,)


def test_the_latest_added_comes_first_and_pages_fit_together(vault: Vault) -> None:
    for number in range(7):
        vault.credentials.add(new_credential(number))
    everything = vault.credentials.heads()
    assert [head.name for head in everything] == [f"Badge {number}" for number in reversed(range(7))]
    pages = [vault.credentials.heads(limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert tuple(head for page in pages for head in page) == everything
    assert vault.credentials.count() == 7


def test_the_same_bytes_are_a_duplicate_and_change_nothing(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    before = vault.path.read_bytes()
    again = vault.credentials.add(new_credential(1, credential("Another name"), verdict=Verdict.INVALID))
    assert (again.result, again.record_id) == (AddResult.DUPLICATE, record_id_of(1))
    assert vault.path.read_bytes() == before


def test_additions_are_on_the_medium_when_they_return(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    copy = vault.path.with_name("copy")
    copy.write_bytes(vault.path.read_bytes())
    with open_vault_file(copy, key()) as other:
        assert other.credentials.get(record_id_of(1)).original == original_bytes(1)


# -- finding by id


def test_the_beginning_of_an_id_is_enough(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    record_id = record_id_of(1)
    for typed in (record_id[:4], record_id[:9].upper(), f" {record_id}\n"):
        assert vault.credentials.get(typed).head.id == record_id


@pytest.mark.parametrize("typed", ["", "ab", "zzzz", "%%%%", "' OR 1=1 --", "ffff" * 20])
def test_what_is_no_id_is_not_found(vault: Vault, typed: str) -> None:
    vault.credentials.add(new_credential(1))
    assert refusal(lambda: vault.credentials.get(typed)) is Reason.RECORD_NOT_FOUND


def test_a_beginning_that_several_share_is_refused(vault: Vault) -> None:
    first: dict[str, int] = {}
    number = 0
    while (start := record_id_of(number, 8)[:4]) not in first:
        first[start] = number
        number += 1
    for twin in (first[start], number):
        vault.credentials.add(new_credential(twin, size=8))
    assert refusal(lambda: vault.credentials.get(start)) is Reason.RECORD_AMBIGUOUS
    assert vault.credentials.get(record_id_of(number, 8)).original == original_bytes(number, 8)


def test_other_bytes_with_the_same_first_characters_get_a_longer_id(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    with tamper(vault, f"UPDATE credential SET id = '{record_id_of(2)}'") as opened:
        added = opened.credentials.add(new_credential(2))
        longer = hashlib.sha256(original_bytes(2)).hexdigest()[:24]
        assert (added.result, added.record_id) == (AddResult.ADDED, longer)
        assert opened.credentials.get(longer).original == original_bytes(2)
        assert opened.credentials.get(record_id_of(2)).original == original_bytes(1)
        assert opened.credentials.add(new_credential(2)) == Added(AddResult.DUPLICATE, longer)


# -- damage


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE original SET content = x'00'",
        "UPDATE original SET sha256 = zeroblob(32)",
        "DELETE FROM original",
        "DELETE FROM report",
    ],
)
def test_a_record_that_is_not_what_was_kept_is_damaged_not_lost(vault: Vault, statement: str) -> None:
    vault.credentials.add(new_credential(1))
    with tamper(vault, statement) as opened:
        assert len(opened.credentials.heads()) == 1
        assert refusal(lambda: opened.credentials.get(record_id_of(1))) is Reason.VAULT_DAMAGED
        assert record_id_of(1) in [finding.where for finding in opened.check()]


def test_words_of_a_later_program_are_not_taken_for_a_pass(vault: Vault) -> None:
    vault.credentials.add(new_credential(1, verdict=Verdict.VERIFIED))
    with tamper(
        vault, "UPDATE credential SET verdict = 'splendid', reason = 'new_word', format = 'ob4'"
    ) as opened:
        (head,) = opened.credentials.heads()
        assert (head.verdict, head.reason, head.format) == (Verdict.UNCHECKED, None, Format.UNKNOWN)


# -- checking again


def test_a_later_check_is_recorded_and_the_earlier_one_remembered(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    later = NOW + timedelta(days=400)
    vault.credentials.record_report(record_id_of(1), '{"later":true}', Verdict.INVALID, Reason.EXPIRED, later)
    stored = vault.credentials.get(record_id_of(1))
    assert (stored.head.verdict, stored.head.reason, stored.head.checked_at) == (
        Verdict.INVALID,
        Reason.EXPIRED,
        later,
    )
    assert stored.report_json == '{"later":true}'
    assert stored.original == original_bytes(1)
    assert [entry.verdict for entry in vault.credentials.history(record_id_of(1))] == [
        Verdict.INVALID,
        Verdict.CHECK,
    ]


# -- renewals

OLD, NEW = "2025-06-01T00:00:00Z", "2026-06-01T00:00:00+02:00"


def version(
    number: int,
    valid_from: str | None,
    verdict: Verdict = Verdict.CHECK,
    *,
    identifier: str | None = "urn:badge:1",
    issuer: str = "did:example:makers",
) -> NewCredential:
    """One version of the same credential, unless another identifier or issuer is given."""
    parsed = credential(
        f"Version {number}", identifier=identifier, issuer=Issuer(issuer, "Makers"), valid_from=valid_from
    )
    return new_credential(number, parsed, verdict=verdict)


def test_a_renewal_takes_the_place_of_the_older_one_which_stays_as_a_version(vault: Vault) -> None:
    vault.credentials.add(version(1, OLD))
    added = vault.credentials.add(version(2, NEW))
    assert (added.result, added.record_id) == (AddResult.UPDATED, record_id_of(2))
    assert [head.id for head in vault.credentials.heads()] == [record_id_of(2)]
    assert [head.id for head in vault.credentials.heads("version")] == [record_id_of(2)]
    assert vault.credentials.count() == 1
    both = [record_id_of(2), record_id_of(1)]
    assert [head.id for head in vault.credentials.versions(record_id_of(1))] == both
    assert [head.id for head in vault.credentials.versions(record_id_of(2))] == both
    older = vault.credentials.get(record_id_of(1))
    assert older.original == original_bytes(1)
    assert older.superseded_at == NOW + timedelta(seconds=2)
    assert vault.credentials.add(version(1, OLD)).result is AddResult.DUPLICATE


def test_renewals_of_renewals_stay_together(vault: Vault) -> None:
    for number, year in enumerate((2024, 2025, 2026)):
        vault.credentials.add(version(number, f"{year}-01-01T00:00:00Z"))
    newest_first = [record_id_of(number) for number in (2, 1, 0)]
    assert [head.id for head in vault.credentials.versions(newest_first[-1])] == newest_first


@pytest.mark.parametrize(
    "other",
    [
        version(2, OLD),
        version(2, "2024-06-01T00:00:00Z"),
        version(2, None),
        version(2, "next summer"),
        version(2, NEW, identifier="urn:badge:2"),
        version(2, NEW, issuer="did:example:somebody-else"),
        version(2, NEW, identifier=None),
        version(2, NEW, Verdict.UNCHECKED),
        version(2, NEW, Verdict.INVALID),
    ],
    ids=[
        "same date",
        "earlier",
        "no date",
        "bad date",
        "other id",
        "other issuer",
        "no id",
        "unchecked",
        "forged",
    ],
)
def test_what_is_no_better_and_later_version_stands_beside_it(vault: Vault, other: NewCredential) -> None:
    vault.credentials.add(version(1, OLD))
    assert vault.credentials.add(other).result is AddResult.ADDED
    assert vault.credentials.count() == 2
    assert len(vault.credentials.versions(record_id_of(1))) == 1


def test_a_good_renewal_takes_the_place_of_one_that_has_ended(vault: Vault) -> None:
    vault.credentials.add(version(1, OLD, Verdict.INVALID))
    assert vault.credentials.add(version(2, NEW, Verdict.VERIFIED)).result is AddResult.UPDATED


def test_nothing_invalid_replaces_anything_even_if_that_is_invalid_too(vault: Vault) -> None:
    vault.credentials.add(version(1, OLD, Verdict.INVALID))
    assert vault.credentials.add(version(2, NEW, Verdict.INVALID)).result is AddResult.ADDED


def test_credentials_without_an_identifier_are_never_versions_of_each_other(vault: Vault) -> None:
    vault.credentials.add(version(1, OLD, identifier=None))
    assert vault.credentials.add(version(2, NEW, identifier=None)).result is AddResult.ADDED
    assert [len(vault.credentials.versions(record_id_of(number))) for number in (1, 2)] == [1, 1]
