"""A damaged file gives up everything that can still be read, and says what is gone; it stays as it is itself."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.vault.builders import (
    KEY,
    NOW,
    SALT,
    credential,
    key,
    make_vault,
    new_credential,
    original_bytes,
    record_id_of,
)
from wallet.credentials.kinds import Kind
from wallet.credentials.model import Did
from wallet.credentials.skills import Framework, NamedSkill
from wallet.vault.connection import Vault, create_vault_file, open_vault_file
from wallet.vault.credential_store import NewCredential
from wallet.vault.digests import digest_of
from wallet.vault.facts import DERIVED_TABLES, Facts
from wallet.vault.holder_keys import HolderKey
from wallet.vault.integrity import FindingKind
from wallet.vault.mending import Helpers
from wallet.vault.page_seal import PAGE_BYTES, PageSeal
from wallet.vault.raw_pages import RawPages
from wallet.vault.rollback_journal import journal_of, own_earlier_pages
from wallet.vault.salvage import Salvaged, salvage_rows
from wallet.vault.shares import ShareRecord
from wallet.vault.vault_copy import table_digests
from wallet.verification.sources import FetchedDocument

pytestmark = pytest.mark.long

RECORDS = 24
SIZES = [300 + 700 * number for number in range(RECORDS)]
NEW_KEY, NEW_SALT = bytearray(b"\x05" * 32), b"LERW\x01" + bytes(11)
COPIES = rounds(15, 500)
WELDING = NamedSkill("Welding", Framework.ONET, "O*NET", "2.B.3.h", "https://www.onetonline.org/2.B.3.h")
POTTERY = NamedSkill("Pottery", Framework.OTHER, "Town", "7", "https://town.example/7")


def holder_key(number: int) -> HolderKey:
    did = f"did:key:z6Mk{number}"
    return HolderKey(Did(did), f"{did}#z6Mk{number}", bytes([number]) * 32, NOW)


def fill(vault: Vault) -> None:
    """Something in every table."""
    for number, size in enumerate(SIZES):
        new = new_credential(number, size=size, search_text="words to find " * 20)
        skills = tuple(replace(skill, level="Meets") for skill in (WELDING, POTTERY)[: number % 3])
        facts = Facts(Kind.JOB, 2020 + number, "2020-05-01", skills) if number % 4 else Facts(Kind.BADGE)
        vault.credentials.add(replace(new, facts=facts))
    first = record_id_of(0, SIZES[0])
    vault.profiles.add("School", ("dana@example.org", "Dana"), holder_key(1))
    vault.profiles.add("Work", (), holder_key(2))
    vault.notes.add(first, "a long note " * 1000, NOW)
    vault.tags.add("welding", (first,))
    vault.collections.create("Applications", NOW)
    vault.collections.add("Applications", (first,), NOW)
    vault.pins.add((first,))
    vault.skill_joins.join((WELDING.key, POTTERY.key), NOW)
    vault.files.add(first, "photo.jpg", "image/jpeg", b"\xff\xd8" + bytes(9000), NOW)
    vault.evidence.keep(first, [FetchedDocument("https://example.org/list", b"{}" * 4000, NOW)], NOW)
    vault.bin.put((record_id_of(5, SIZES[5]),), NOW)
    content = bytes(range(256)) * 60
    vault.shares.record(
        ShareRecord(
            id="share-one",
            to="Harbor Makers",
            purpose="a job",
            made_at=NOW,
            until=NOW + timedelta(days=3),
            channel="file",
            credential_ids=(first,),
            titles=("Badge 0",),
            revealed=("/name",),
            hidden=(),
            can_be_stopped=False,
            sha256=digest_of(content).hex(),
            content=content,
        )
    )


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "x.lerwallet"
    with make_vault(path) as vault:
        fill(vault)
    return path.read_bytes()


def read_again(original: bytes) -> NewCredential | None:
    number = next((n for n, size in enumerate(SIZES) if original == original_bytes(n, size)), None)
    return None if number is None else new_credential(number, size=SIZES[number])


def salvaged(path: Path, destination: Path) -> Salvaged:
    """Salvages without Argon2id; the new file has been checked."""
    done = []
    numbers = itertools.count(9)
    before = path.read_bytes(), sorted(entry.name for entry in path.parent.iterdir())
    with path.open("rb") as file:
        pages = RawPages(file, key(), SALT, own_earlier_pages(journal_of(path), PageSeal(KEY, SALT)))

        def prepare(vault: Vault) -> None:
            done.append(salvage_rows(vault, pages, Helpers(read_again, lambda: holder_key(next(numbers)))))
            assert vault.check() == ()

        create_vault_file(destination, NEW_KEY, NEW_SALT, now=NOW, name="new", prepare=prepare).close()
    names = sorted(entry.name for entry in path.parent.iterdir() if entry != destination)
    assert (path.read_bytes(), names) == before
    return done[0]


def rows(vault: Vault) -> dict[str, bytes]:
    """Every table by digest, but SQLite's own, the settings, where the revision goes on, and what is derived again."""
    digests = table_digests(vault.database)
    kept = {table for table in digests if table and not table.startswith(("credential_text_", "sqlite_"))}
    return {table: digests[table] for table in kept - {"setting", *DERIVED_TABLES}}


def test_a_whole_file_is_carried_over_row_by_row(good: bytes, memory: Path) -> None:
    path = memory / "x.lerwallet"
    path.write_bytes(good)
    result = salvaged(path, memory / "new.lerwallet")
    assert (result.credentials, result.shares, result.keys) == (RECORDS, 1, 2)
    assert (result.lost, result.lost_pages, result.read_again) == ((), 0, ())
    with open_vault_file(path, key()) as old, open_vault_file(memory / "new.lerwallet", NEW_KEY) as new:
        assert rows(old) == rows(new)
        empty = [table for table in rows(old) if not table.startswith("pragma") and is_empty(old, table)]
        assert empty == [], "a table nothing is carried over in: fill it above"
        assert (new.name, new.created_at) == (old.name, old.created_at)
        assert new.settings.get("vault_id") == old.settings.get("vault_id")
        assert all(is_empty(new, table) and not is_empty(old, table) for table in DERIVED_TABLES)
        assert new.facts.pending_count() == len(new.facts.pending()) == RECORDS
        assert [head.id for head in new.credentials.heads("find")] == [
            head.id for head in old.credentials.heads("find")
        ]
        assert {head.id for head in new.credentials.heads("note")} == {record_id_of(0, SIZES[0])}


def is_empty(vault: Vault, table: str) -> bool:
    return vault.database.row(f'SELECT 1 FROM "{table}" LIMIT 1') is None


def account_for_everything(result: Salvaged, destination: Path) -> int:
    """Every record is there as it was, or named among what is lost, or may be on a page that could not be read."""
    lost = {one.finding.where for one in result.lost}
    unaccounted = 0
    with open_vault_file(destination, NEW_KEY) as vault:
        kept = {row[0] for row in vault.database.rows("SELECT id FROM credential")}
        for number, size in enumerate(SIZES):
            record_id = record_id_of(number, size)
            if record_id in kept:
                assert vault.credentials.get(record_id).original == original_bytes(number, size)
            else:
                unaccounted += record_id not in lost
        assert kept <= {record_id_of(number, size) for number, size in enumerate(SIZES)}
        assert not result.keys or (vault.holder_keys.default() and vault.profiles.list())
    assert not unaccounted or result.lost_pages
    return unaccounted


@pytest.mark.slow
def test_one_lost_page_never_loses_a_record_without_naming_it(good: bytes, memory: Path) -> None:
    path = memory / "x.lerwallet"
    lost_records = 0
    pages = range(1, len(good) // PAGE_BYTES + 1)
    chosen = pages if len(pages) < COPIES else random.Random(4).sample(pages, COPIES)
    for page in chosen:
        copy = bytearray(good)
        copy[(page - 1) * PAGE_BYTES + 50] ^= 1
        path.write_bytes(copy)
        destination = memory / f"{page}.lerwallet"
        result = salvaged(path, destination)
        assert result.lost_pages == 1
        assert account_for_everything(result, destination) == 0
        named = sum(one.finding.kind is FindingKind.RECORD for one in result.lost)
        assert result.credentials + named == RECORDS
        lost_records += named
        destination.unlink()
    print(f"{len(chosen)} files with one page lost: {lost_records} records lost, each named")


def damaged_copies(good: bytes, chance: random.Random) -> Iterator[bytes]:
    pages = len(good) // PAGE_BYTES
    for index in range(COPIES):
        copy = bytearray(good)
        if index % 3 == 0:
            del copy[chance.randrange(PAGE_BYTES, len(copy)) :]
        else:
            for _ in range(chance.randint(2, pages // 2)):
                start = chance.randrange(pages) * PAGE_BYTES + 16
                copy[start : start + PAGE_BYTES - 16] = bytes(PAGE_BYTES - 16)
        yield bytes(copy)


@pytest.mark.slow
def test_of_a_file_in_ruins_everything_readable_is_saved(good: bytes, memory: Path) -> None:
    path = memory / "x.lerwallet"
    saved = 0
    for copy in damaged_copies(good, random.Random(20261127)):
        path.write_bytes(copy)
        destination = memory / "new.lerwallet"
        result = salvaged(path, destination)
        account_for_everything(result, destination)
        saved += result.credentials
        destination.unlink()
    print(f"{COPIES} files in ruins: {saved} of {COPIES * RECORDS} records saved, 0 wrong")
    assert saved > COPIES


def test_without_its_first_page_a_file_gives_up_everything(good: bytes, memory: Path) -> None:
    """SQLCipher does not open it any more; only the salt is needed."""
    path = memory / "x.lerwallet"
    path.write_bytes(good[:16] + bytes(PAGE_BYTES - 16) + good[PAGE_BYTES:])
    result = salvaged(path, memory / "new.lerwallet")
    assert (result.credentials, result.shares, result.keys, result.lost) == (RECORDS, 1, 2, ())
    assert result.lost_pages == 1


def test_later_versions_survive_the_first(memory: Path) -> None:
    """Notes hang on the first version; when its bytes are gone they go over to the next."""
    path = memory / "x.lerwallet"
    with make_vault(path) as vault:
        versions = [
            vault.credentials.add(
                new_credential(
                    number,
                    credential(identifier="urn:x", valid_from=f"2026-0{number + 1}-01T00:00:00Z"),
                    size=60_000,
                )
            ).record_id
            for number in range(3)
        ]
        vault.notes.add(versions[2], "keep me", NOW)
    content = path.read_bytes()
    page = next(
        number
        for number in range(30, len(content) // PAGE_BYTES, 6)
        if lost_ids(path, content, number, memory) == [versions[0]]
    )
    path.write_bytes(flipped(content, page))
    destination = memory / "new.lerwallet"
    salvaged(path, destination)
    with open_vault_file(destination, NEW_KEY) as vault:
        assert [head.id for head in vault.credentials.heads()] == [versions[2]]
        assert [head.id for head in vault.credentials.versions(versions[2])] == [versions[2], versions[1]]
        assert [note.text for note in vault.notes.of(versions[1])] == ["keep me"]


def flipped(content: bytes, page: int) -> bytes:
    copy = bytearray(content)
    copy[(page - 1) * PAGE_BYTES + 100] ^= 1
    return bytes(copy)


def lost_ids(path: Path, content: bytes, page: int, folder: Path) -> list[str]:
    path.write_bytes(flipped(content, page))
    destination = folder / "probe.lerwallet"
    result = salvaged(path, destination)
    destination.unlink()
    return [one.finding.where for one in result.lost]
