"""What is in a vault, whatever table it is in, goes through every job that handles the whole of it."""

import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests import lists
from tests.sample_files import good
from tests.vault.builders import NOW, make_vault, new_credential, record_id_of
from wallet.app.browse import list_heads
from wallet.app.container import Services
from wallet.app.export import export_vault
from wallet.app.import_credential import import_bytes
from wallet.app.kept_trust_lists import BODY, add_trust_list, kept_trust_lists
from wallet.app.known_issuers import known_issuers, remember_issuer
from wallet.app.merge import merge_copy
from wallet.app.overview import overview
from wallet.app.profiles import add_profile
from wallet.app.recovery_kit import has_kit, kit_of, note_kit
from wallet.app.restore import what_would_be_missing
from wallet.app.salvage import salvage
from wallet.app.skill_view import Kind
from wallet.app.skills import join_skills, skills
from wallet.app.unlock import Vault, create_vault, open_vault
from wallet.vault.evidence import EvidenceStore
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.shares import ShareRecord
from wallet.vault.vault_copy import copy_vault, table_digests
from wallet.verification.sources import FetchedDocument

PASSPHRASE = b"every table goes through every job"
NOTE = "what I wrote about it." * 400
FILE = b"\xff\xd8" + bytes(9000)
EVIDENCE = b'{"status": "list"}' * 500
SHARED = bytes(range(256)) * 60


def right() -> bytearray:
    return bytearray(PASSPHRASE)


def list_file(folder: Path, name: str, **changes: object) -> Path:
    """A signed list that fills several pages."""
    issuers = [lists.entry(f"did:web:{name}-{number}.example", f"School {number}") for number in range(150)]
    path = folder / f"{name}.json"
    path.write_text(json.dumps(lists.signed_list(*issuers, name=name, **changes)), "utf-8")
    return path


@pytest.fixture
def full(tmp_path: Path, services: Services) -> Iterator[Vault]:
    """Something in every table, and in every setting that is a record of the owner."""
    with create_vault(tmp_path / "full.lerwallet", right(), services) as vault:
        vault.credentials.add(new_credential(1, size=20_000, search_text="welding"))
        vault.credentials.add(new_credential(2))
        import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
        first = record_id_of(1, 20_000)
        vault.collections.add("Applications", (first,), NOW)
        vault.tags.add("Metal", (first,))
        vault.notes.add(first, NOTE, NOW)
        vault.pins.add((first,))
        vault.files.add(first, "photo.jpg", "image/jpeg", FILE, NOW)
        vault.evidence.keep(first, [FetchedDocument("https://example.org/list", EVIDENCE, NOW)], NOW)
        vault.bin.put((record_id_of(2),), NOW)
        found = skills(vault)
        join_skills(vault, [one.key for one in found.skills[:2]], services)
        add_profile(vault, "Work", ["dana@work.example"], services)
        vault.shares.record(
            ShareRecord(
                id="share-one", to="Harbor Makers", purpose="a job", made_at=NOW,
                until=NOW + timedelta(days=3), channel="file", credential_ids=(first,), titles=("Badge 1",),
                revealed=("/name",), hidden=("/credentialSubject/birthDate",), can_be_stopped=False,
                sha256=hashlib.sha256(SHARED).hexdigest(), content=SHARED,
            )
        )  # fmt: skip
        remember_issuer(vault, "did:web:known.example", "Known Guild")
        add_trust_list(vault, list_file(tmp_path, "district"), services.clock.now())
        note_kit(vault, kit_of(vault, services))
        vault.backups.record(NOW)
        empty = [
            table
            for (table,) in vault.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not vault.database.row(f'SELECT 1 FROM "{table}"')
        ]
        assert empty == [], "a table nothing is proved for: fill it above"
        yield vault


def evidence_of(vault: Vault, record_id: str) -> list[bytes]:
    store: EvidenceStore = vault.evidence
    return [one.body for one in store.of(record_id)]


def require_everything(vault: Vault) -> None:
    """All of it, in the words of whoever uses it."""
    first = record_id_of(1, 20_000)
    assert vault.check() == ()
    assert vault.credentials.get(first).original == new_credential(1, size=20_000).original
    assert {head.id for head in vault.credentials.heads("welding")} == {first}
    assert [head.name for head in list_heads(vault, in_bin=True)] == ["Badge 2"]
    assert [note.text for note in vault.notes.of(first)] == [NOTE]
    assert vault.tags.of(first) == ("Metal",)
    assert vault.collections.of(first) == ("Applications",)
    assert first in vault.pins.ids()
    assert [vault.files.content(one.number) for one in vault.files.of(first)] == [FILE]
    assert evidence_of(vault, first) == [EVIDENCE]
    assert vault.credentials.history(first)
    share = vault.shares.get("share-one")
    assert (share.content, share.hidden) == (SHARED, ("/credentialSubject/birthDate",))
    profiles = {one.name: one for one in vault.profiles.list()}
    assert profiles["Work"].identifiers == ("dana@work.example",)
    assert {did for one in profiles.values() for did in one.dids} == {
        key.did for key in vault.holder_keys.all()
    }
    assert "did:web:known.example" in [issuer.id for issuer in known_issuers(vault).issuers]
    assert "district" in [kept.list.title for kept in kept_trust_lists(vault)]
    present = skills(vault)
    assert (present.pending, [len(one.keys) for one in present.skills if one.is_joined]) == (0, [2])
    assert present.words
    assert [(one.kind, one.total) for one in overview(vault).kinds] == [(Kind.BADGE, 1), (Kind.OTHER, 1)]


def test_a_backup_has_it(full: Vault, tmp_path: Path) -> None:
    require_everything(full)
    copy_vault(full, tmp_path / "copy.lerwallet")
    with open_vault(tmp_path / "copy.lerwallet", right()) as copy:
        assert table_digests(copy.database).keys() == table_digests(full.database).keys()
        require_everything(copy)
        assert has_kit(copy), "the same key, so the same kit"


def test_what_a_backup_lacks_is_told_whatever_table_it_is_in(full: Vault, tmp_path: Path) -> None:
    with make_vault(tmp_path / "old.lerwallet") as old:
        full.close()
        lacking = what_would_be_missing(old, tmp_path / "full.lerwallet", right())
    assert (len(lacking.credentials), lacking.shares, lacking.notes, lacking.files) == (3, 1, 1, 1)


def test_a_salvage_carries_it_over(full: Vault, tmp_path: Path, services: Services) -> None:
    keys = {key.did for key in full.holder_keys.all()}
    full.close()
    done = salvage(tmp_path / "full.lerwallet", tmp_path / "new.lerwallet", right(), services)
    assert (done.lost, done.lost_pages) == ((), 0)
    with open_vault(tmp_path / "new.lerwallet", right()) as new:
        require_everything(new)
        assert {key.did for key in new.holder_keys.all()} == keys
        assert not has_kit(new), "it has another key, which no kit opens"
        assert new.backups.last_at() is None, "and no backup has"


def test_a_merge_adds_it(full: Vault, tmp_path: Path, services: Services) -> None:
    """To a file that has lists and issuers of its own: nothing of either is lost."""
    full.close()
    with make_vault(tmp_path / "mine.lerwallet") as mine:
        remember_issuer(mine, "did:web:mine.example", "My Guild")
        add_trust_list(mine, list_file(tmp_path, "county"), services.clock.now())
        done = merge_copy(mine, tmp_path / "full.lerwallet", right(), may_be_another=True)
        require_everything(mine)
        assert [issuer.id for issuer in known_issuers(mine).issuers] == [
            "did:web:mine.example",
            "did:web:known.example",
        ]
        assert [kept.list.title for kept in kept_trust_lists(mine)] == ["county", "district"]
        assert not has_kit(mine), "the other's kit does not open this file"
        assert {item.kind for item in done.items} == {
            "credential", "share", "collection", "tag", "note", "pin", "file", "profile", "key", "issuer",
            "trust list",
        }  # fmt: skip
        assert merge_copy(mine, tmp_path / "full.lerwallet", right(), may_be_another=True).items == ()


def test_of_two_editions_of_a_list_the_later_one_is_left(
    full: Vault, tmp_path: Path, services: Services
) -> None:
    full.close()
    for folder, sequence, added in (("older", 1, ()), ("newer", 3, ("trust list",))):
        (tmp_path / folder).mkdir()
        with make_vault(tmp_path / folder / "mine.lerwallet") as mine:
            add_trust_list(
                mine,
                list_file(tmp_path / folder, "district", sequence=4 - sequence),
                services.clock.now(),
            )
            done = merge_copy(mine, tmp_path / "full.lerwallet", right(), may_be_another=True)
            assert len(kept_trust_lists(mine)) == 1
            assert len([key for key, _ in mine.settings.all() if key.startswith(BODY)]) == 1
            expected = max(2, 4 - sequence)
            assert kept_trust_lists(mine)[0].list.sequence == expected
            assert tuple(item.kind for item in done.items if item.kind == "trust list") == added


def test_an_export_writes_it(full: Vault, tmp_path: Path, services: Services) -> None:
    export_vault(full, tmp_path / "out", services)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    written = {(tmp_path / "out" / one["path"]).read_bytes() for one in manifest["files"]}
    assert {new_credential(1, size=20_000).original, NOTE.encode(), FILE, EVIDENCE, SHARED} <= written
    assert [one["name"] for one in manifest["collections"]] == ["Applications"]
    assert [one["name"] for one in manifest["profiles"]] == ["full", "Work"]
    assert manifest["pinned"] == [record_id_of(1, 20_000)]
    assert manifest["shares"][0]["hidden"] == ["/credentialSubject/birthDate"]
    (joined,) = manifest["joined_skills"]
    assert len(joined) == 2
    assert all(one["name"] and one["url"] for one in joined)
    text = json.dumps(manifest)
    assert all(word in text for word in ("Metal", "did:web:known.example", "dana@work.example", BODY))


def test_a_lost_list_is_named_and_stops_nothing(full: Vault, tmp_path: Path, services: Services) -> None:
    """Before, every check in the new file would have ended with it; and a credential that had to be read again, too."""
    kept = kept_trust_lists(full)[0]
    badge = next(head.id for head in list_heads(full) if "Laser" in head.name)
    for key, _ in full.settings.all():
        if key.startswith(BODY):
            full.settings.remove(key)
    with full.database.transaction():
        full.database.run(
            "DELETE FROM report WHERE seq = (SELECT seq FROM credential WHERE id = ?)", (badge,)
        )
    full.close()
    done = salvage(tmp_path / "full.lerwallet", tmp_path / "new.lerwallet", right(), services)
    assert [(one.finding, one.name) for one in done.lost] == [
        (Finding(FindingKind.TRUST_LIST, kept.id), "district")
    ]
    assert done.read_again == (badge,)
    with open_vault(tmp_path / "new.lerwallet", right()) as new:
        assert kept_trust_lists(new) == ()
        again = import_bytes(new, good("peer-tutoring.json").read_bytes(), services, name="b.json")
        assert again.record_id is not None
