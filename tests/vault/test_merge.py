"""Two copies that both went on become one: nothing of either is lost, and what they disagree about is said."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.vault.builders import (
    NOW,
    credential,
    key,
    make_vault,
    new_credential,
    original_bytes,
    record_id_of,
)
from wallet.credentials.model import Did, Issuer
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.holder_keys import HolderKey
from wallet.vault.merge import MergeOutcome, merge
from wallet.vault.revision import Relation, relation
from wallet.vault.shares import ShareRecord
from wallet.vault.vault_copy import table_digests
from wallet.verification.report import Verdict
from wallet.verification.sources import FetchedDocument

LATER = NOW + timedelta(days=2)


def share(name: str) -> ShareRecord:
    content = name.encode() * 3000
    return ShareRecord(
        id=f"share-{name}", to=f"Corp {name}", purpose="job", made_at=NOW, until=None, channel="file",
        credential_ids=(), titles=(), revealed=(), hidden=(), can_be_stopped=False,
        sha256=hashlib.sha256(content).hexdigest(), content=content,
    )  # fmt: skip


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Vault, Vault]]:
    """Two open copies with records 0 to 3 in common; 0 wears a tag, a note, and is in a collection."""
    first, second = tmp_path / "a.lerwallet", tmp_path / "b.lerwallet"
    with make_vault(first) as vault:
        for number in range(4):
            vault.credentials.add(new_credential(number, size=(100, 60_000)[number % 2]))
        vault.notes.add(record(0), "common", NOW)
        vault.tags.add("Common", (record(0),))
        vault.collections.add("Common", (record(0),), NOW)
        vault.profiles.add(
            "School", ("me@school.example",), HolderKey(Did("did:key:zOne"), "#1", bytes(32), NOW)
        )
    shutil.copy(first, second)
    with open_vault_file(first, key()) as mine, open_vault_file(second, key()) as theirs:
        yield mine, theirs


def record(number: int) -> str:
    return record_id_of(number, (100, 60_000)[number % 2])


def told(mine: Vault, theirs: Vault) -> Sequence[tuple[str, str, str]]:
    found = [(item.kind, item.id or item.name, str(item.outcome)) for item in merge(mine, theirs)]
    assert mine.check() == ()
    return found


def test_what_only_the_other_holds_is_added_byte_for_byte(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    mine.credentials.add(new_credential(10))
    theirs.credentials.add(new_credential(11, size=90_000, search_text="Größe zählt"))
    theirs.credentials.add(new_credential(12))
    theirs.evidence.keep(record_id_of(12), (FetchedDocument("https://x.example/a", b"{}", NOW),), NOW)
    theirs.shares.record(share("theirs"))
    mine.shares.record(share("mine"))
    before = table_digests(theirs.database)
    assert told(mine, theirs) == [
        ("credential", record_id_of(11, 90_000), "added"),
        ("credential", record_id_of(12), "added"),
        ("share", "share-theirs", "added"),
    ]
    assert table_digests(theirs.database) == before, "the other is only read"
    assert mine.credentials.count() == 7
    for number, size in ((10, 3000), (11, 90_000), (12, 3000)):
        found = mine.credentials.get(record_id_of(number, size))
        assert found.original == original_bytes(number, size)
        assert found.report_json == f'{{"number":{number}}}'
    assert [head.id for head in mine.credentials.heads("grosse")] == [record_id_of(11, 90_000)]
    assert mine.evidence.of(record_id_of(12))[0].body == b"{}"
    assert {one.id for one in mine.shares.list()} == {"share-mine", "share-theirs"}
    assert mine.shares.get("share-theirs").content == b"theirs" * 3000
    assert told(mine, theirs) == [], "once"


def test_after_it_this_copy_is_the_newer_one(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    mine.credentials.add(new_credential(10))
    theirs.credentials.add(new_credential(11))
    assert relation(mine.state, theirs.state) is Relation.DIVERGED
    merge(mine, theirs)
    assert relation(mine.state, theirs.state) is Relation.NEWER
    assert relation(theirs.state, mine.state) is Relation.OLDER
    theirs.credentials.add(new_credential(12))
    assert relation(mine.state, theirs.state) is Relation.DIVERGED, "it went on once more"


def test_deleted_in_one_and_present_in_the_other_is_kept_and_said(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    mine.bin.put((record(0),), NOW)
    theirs.bin.put((record(1),), NOW)
    for vault in copies:
        vault.bin.put((record(2),), NOW)
    mine.bin.put((record(3),), NOW)
    mine.database.run("DELETE FROM credential_text WHERE rowid = 4")
    mine.database.run("DELETE FROM credential WHERE seq = 4")  # emptied from the bin
    assert told(mine, theirs) == [
        ("credential", record(0), "kept"),
        ("credential", record(1), "kept"),
        ("credential", record(3), "added"),
    ]
    assert {head.id for head in mine.credentials.heads()} == {record(0), record(1), record(3)}
    assert [head.id for head in mine.credentials.heads(in_bin=True)] == [record(2)]


def test_of_two_checks_the_later_one_counts_and_all_stay_in_the_history(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    theirs.credentials.record_report(record(0), '{"late": 1}', Verdict.INVALID, Reason.REVOKED, LATER)
    mine.credentials.record_report(record(1), '{"mine": 1}', Verdict.VERIFIED, None, LATER)
    theirs.credentials.record_report(
        record(1), '{"old": 1}', Verdict.UNCHECKED, None, LATER - timedelta(hours=1)
    )
    assert told(mine, theirs) == [("credential", record(0), "checked_later")]
    first, second = mine.credentials.get(record(0)), mine.credentials.get(record(1))
    assert (first.head.verdict, first.head.reason, first.report_json) == (
        Verdict.INVALID,
        Reason.REVOKED,
        '{"late": 1}',
    )
    assert (second.head.verdict, second.report_json) == (Verdict.VERIFIED, '{"mine": 1}')
    verdicts = [past.verdict for past in mine.credentials.history(record(1))]
    assert verdicts == [Verdict.VERIFIED, Verdict.UNCHECKED, Verdict.CHECK]


def test_what_the_owner_added_is_united_and_notes_of_both_stay(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    for vault, word in ((mine, "mine"), (theirs, "theirs")):
        (note,) = vault.notes.of(record(0))
        vault.notes.change(note.number, f"rewritten {word}", LATER)
        vault.tags.add(word, (record(1),))
        vault.collections.add(word, (record(2), record(0)), NOW)
        vault.collections.add("COMMON", (record(1) if vault is mine else record(3),), NOW)
        vault.files.add(record(1), f"{word}.pdf", "application/pdf", word.encode(), NOW)
        vault.files.add(record(2), "same.pdf", "application/pdf", b"same", NOW)
    theirs.pins.add((record(3),))
    theirs.tags.add("common", (record(2),))
    theirs.profiles.edit("School", add=("second@school.example",))
    theirs.profiles.add("Work", (), HolderKey(Did("did:key:zTwo"), "#2", bytes([2]) * 32, NOW))
    found = told(mine, theirs)
    assert ("note", record(0), "added") in found
    assert ("file", record(1), "added") in found
    assert ("profile", "Work", "added") in found
    assert ("key", "did:key:zTwo", "added") in found
    assert [note.text for note in mine.notes.of(record(0))] == ["rewritten mine", "rewritten theirs"]
    assert mine.tags.of(record(1)) == ("mine", "theirs")
    assert mine.tags.of(record(2)) == ("Common",), "the spelling of this vault"
    assert [(one.name, one.count) for one in mine.collections.list()] == [
        ("Common", 3),
        ("mine", 2),
        ("theirs", 2),
    ]
    assert [head.id for head in mine.credentials.heads(collection="theirs")] == [record(2), record(0)]
    assert sorted(one.name for one in mine.files.of(record(1))) == ["mine.pdf", "theirs.pdf"]
    assert len(mine.files.of(record(2))) == 1
    assert mine.pins.ids() == (record(3),)
    school, work = mine.profiles.list()
    assert school.identifiers == ("me@school.example", "second@school.example")
    assert (school.is_in_use, work.name, work.did) == (True, "Work", "did:key:zTwo")
    assert [head.id for head in mine.credentials.heads("rewritten theirs")] == [record(0)]
    assert told(mine, theirs) == []


def test_renewals_stay_one_credential_and_the_latest_is_current(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    issuer = Issuer("did:example:makers", "Makers")

    def version(number: int, date: str, verdict: Verdict = Verdict.CHECK) -> str:
        parsed = credential("Welding", identifier="urn:w", issuer=issuer, valid_from=date)
        new = replace(new_credential(number, parsed), verdict=verdict)
        for vault in {30: copies, 31: (mine,), 32: (theirs,), 33: (theirs,)}[number]:
            vault.credentials.add(new)
        return record_id_of(number)

    first, second = version(30, "2026-01-01T00:00:00Z"), version(31, "2026-02-01T00:00:00Z")
    third = version(32, "2026-03-01T00:00:00Z")
    forged = version(33, "2026-09-01T00:00:00Z", Verdict.INVALID)
    mine.notes.add(second, "mine", NOW)
    assert ("credential", third, "added") in told(mine, theirs)
    assert {head.id for head in mine.credentials.versions(third)} == {first, second, third}
    current = [head.id for head in mine.credentials.heads("welding")]
    assert sorted(current) == sorted([third, forged]), "what is not valid hides nothing"
    assert [note.text for note in mine.notes.of(third)] == ["mine"]


def test_a_value_both_have_stays_this_vaults_and_is_said(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    mine.settings.set("known_issuers", "[1]")
    theirs.settings.set("known_issuers", "[2]")
    theirs.settings.set("only there", "x")
    mine.backups.choose_folder(Path("backups"))
    found = merge(mine, theirs)
    assert [(item.kind, item.name, item.outcome) for item in found] == [
        ("setting", "known_issuers", MergeOutcome.KEPT)
    ]
    assert (mine.settings.get("known_issuers"), mine.settings.get("only there")) == ("[1]", "x")


def test_a_merge_that_fails_adds_nothing(copies: tuple[Vault, Vault]) -> None:
    mine, theirs = copies
    theirs.credentials.add(new_credential(11))
    theirs.shares.record(share("theirs"))
    theirs.database.run("DELETE FROM share_content")
    before = table_digests(mine.database)
    with pytest.raises(VaultError) as caught:
        merge(mine, theirs)
    assert caught.value.reason is Reason.VAULT_DAMAGED
    assert table_digests(mine.database) == before


def test_an_older_format_is_joined_as_it_is(tmp_path: Path) -> None:
    from tests.vault.test_migrations import FIRST_FORMAT, FIRST_FORMAT_PASSPHRASE  # noqa: PLC0415
    from wallet.vault.key_derivation import derive_key, read_salt  # noqa: PLC0415

    secret = derive_key(bytearray(FIRST_FORMAT_PASSPHRASE), read_salt(FIRST_FORMAT))
    old = Path(shutil.copy(FIRST_FORMAT, tmp_path / "old.lerwallet"))
    with (
        make_vault(tmp_path / "mine.lerwallet") as mine,
        open_vault_file(old, secret, read_only=True) as theirs,
    ):
        found = merge(mine, theirs)
        assert [item.kind for item in found] == ["credential", "credential", "share", "profile", "key"]
        assert [(one.name, one.dids) for one in mine.profiles.list()] == [
            ("Kept from format 1", ("did:key:z6MkFirst",))
        ]
        assert mine.check() == ()
        assert mine.credentials.get(record_id_of(1)).original == original_bytes(1)
