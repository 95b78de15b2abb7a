"""Damage is said, never hidden: a damaged copy lists everything or refuses, and hands out only what was kept."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from tests.assurance import rounds
from tests.vault.builders import key, make_vault, new_credential, original_bytes, record_id_of
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, damaged_pages, open_vault_file
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.page_seal import PAGE_BYTES
from wallet.vault.rollback_journal import journal_of

_Result = TypeVar("_Result")

RECORDS = 40
pytestmark = pytest.mark.long

COPIES = rounds(100, 500)
# The salt is not sealed: a changed magic, profile or random byte looks like another file, a newer one, or another key.
SAID_OF_DAMAGE = {Reason.VAULT_DAMAGED, Reason.NOT_A_VAULT, Reason.VAULT_NEWER, Reason.WRONG_PASSPHRASE}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "x.lerwallet"
    with make_vault(path) as vault:
        for number in range(RECORDS):
            vault.credentials.add(
                new_credential(number, size=500 + 300 * number, search_text="words to find")
            )
    return path.read_bytes()


def damaged_copies(good: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    pages = len(good) // PAGE_BYTES
    for index in range(COPIES):
        copy = bytearray(good)
        kind = ("bit", "bit", "zero page", "swapped pages", "cut", "noise", "foreign journal")[index % 7]
        start = chance.randrange(pages) * PAGE_BYTES
        if kind == "bit":
            copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
        elif kind == "zero page":
            copy[start : start + PAGE_BYTES] = bytes(PAGE_BYTES)
        elif kind == "swapped pages":
            other = (start + PAGE_BYTES * chance.randrange(1, pages)) % (pages * PAGE_BYTES)
            first, second = copy[start : start + PAGE_BYTES], copy[other : other + PAGE_BYTES]
            copy[start : start + PAGE_BYTES], copy[other : other + PAGE_BYTES] = second, first
        elif kind == "foreign journal":
            pass  # the file is whole, what lies beside it is not its own
        elif kind == "cut":
            del copy[chance.randrange(1, len(copy)) :]
        else:
            copy[start : start + 700] = chance.randbytes(700)
        yield kind, bytes(copy)


def foreign_journal(chance: random.Random, pages: int) -> bytes:
    """A rollback journal SQLite would play back: whole by its checksums, sealed by nobody we know; at times empty."""
    nonce, count = chance.randrange(1 << 32), chance.randrange(4)
    numbers = (count, nonce, chance.randint(1, pages), 512, PAGE_BYTES)
    header = bytes.fromhex("d9d505f920a163d7") + b"".join(number.to_bytes(4) for number in numbers)
    journal = header.ljust(512, b"\0")
    for _ in range(count):
        page = chance.randbytes(PAGE_BYTES)
        checksum = nonce + sum(page[offset] for offset in range(PAGE_BYTES - 200, 0, -200))
        journal += chance.randint(1, pages).to_bytes(4) + page + (checksum & 0xFFFFFFFF).to_bytes(4)
    return journal


def attempt(action: Callable[[], _Result]) -> _Result | Reason:
    """What an action gives, or why it was refused."""
    try:
        return action()
    except VaultError as error:
        return error.reason


def kept(vault: Vault, number: int, size: int) -> bytes:
    return vault.credentials.get(record_id_of(number, size)).original


def examine(path: Path) -> Sequence[Finding] | None:
    """What `check` says of a damaged copy, None when it does not open.

    Fails when anything is missing without a word, or is not what was kept.
    """
    vault = attempt(lambda: open_vault_file(path, key()))
    if isinstance(vault, Reason):
        assert vault in SAID_OF_DAMAGE
        return None
    with vault:
        for search in (None, "find"):
            heads = attempt(partial(vault.credentials.heads, search))
            assert heads is Reason.VAULT_DAMAGED if isinstance(heads, Reason) else len(heads) == RECORDS
        for number in range(RECORDS):
            size = 500 + 300 * number
            assert attempt(partial(kept, vault, number, size)) in (
                original_bytes(number, size),
                Reason.VAULT_DAMAGED,
            )
        return vault.check()


@pytest.mark.slow
def test_damage_is_never_silent(good: bytes, path: Path) -> None:
    refused = 0
    chance = random.Random(20261123)
    for kind, copy in damaged_copies(good, chance):
        path.write_bytes(copy)
        if kind == "foreign journal":
            journal_of(path).write_bytes(foreign_journal(chance, len(good) // PAGE_BYTES))
        findings = examine(path)
        refused += findings is None
        if kind == "foreign journal":
            assert findings == (), "a journal of somebody else's damages nothing"
        else:
            assert findings is None or len(findings) > 0, kind
        assert path.read_bytes() == copy, "looking at damage must not change it"
    print(f"{COPIES} damaged copies, {refused} refused at opening, 0 silent losses")
    assert 0 < refused < COPIES


def test_the_undamaged_twin_has_no_findings(good: bytes, path: Path) -> None:
    path.write_bytes(good)
    assert examine(path) == ()
    assert damaged_pages(path, key()) == ()


def test_a_damaged_page_and_the_record_on_it_are_named(good: bytes, path: Path) -> None:
    """Of 40 records the last is on the last pages; one bit there leaves the others readable."""
    copy = bytearray(good)
    page = next(n for n in range(len(good) // PAGE_BYTES, 0, -1) if names_exactly_one(bytes(copy), n, path))
    copy[(page - 1) * PAGE_BYTES + 100] ^= 1
    path.write_bytes(copy)
    with open_vault_file(path, key()) as vault:
        findings = vault.check()
        records = [finding.where for finding in findings if finding.kind is FindingKind.RECORD]
        readable = [head.id for head in vault.credentials.heads() if head.id not in records]
        assert len(records) == 1
        assert [vault.credentials.get(record_id).head.id for record_id in readable] == readable
    assert damaged_pages(path, key()) == (Finding(FindingKind.PAGE, str(page)),)
    assert Finding(FindingKind.PAGE, str(page)) in findings


@pytest.mark.slow
def test_one_damaged_record_hides_no_other_in_the_same_session(path: Path) -> None:
    """SQLCipher refuses everything after one bad page, and hands out zeros for the middle of a long value."""
    with make_vault(path) as vault:
        for number in range(3):
            vault.credentials.add(new_credential(number, size=60_000))
    content = path.read_bytes()
    middle_of_the_second = next(
        page
        for page in range(2, len(content) // PAGE_BYTES)
        if damaged_records(path, content, page) == [record_id_of(1, 60_000)]
    )
    path.write_bytes(flipped(content, middle_of_the_second))
    with open_vault_file(path, key()) as vault:
        for _ in range(2):
            assert attempt(partial(kept, vault, 1, 60_000)) is Reason.VAULT_DAMAGED
            for number in (0, 2):
                assert kept(vault, number, 60_000) == original_bytes(number, 60_000)
            assert len(vault.credentials.heads()) == 3
        vault.credentials.add(new_credential(3))
        assert attempt(partial(kept, vault, 1, 60_000)) is Reason.VAULT_DAMAGED
        assert kept(vault, 3, 3000) == original_bytes(3)


def flipped(content: bytes, page: int) -> bytes:
    copy = bytearray(content)
    copy[(page - 1) * PAGE_BYTES + 100] ^= 1
    return bytes(copy)


def damaged_records(path: Path, content: bytes, page: int) -> list[str]:
    path.write_bytes(flipped(content, page))
    found = attempt(partial(checked_and_listed, path))
    return [] if isinstance(found, Reason) else [f.where for f in found[0] if f.kind is FindingKind.RECORD]


def names_exactly_one(content: bytes, page: int, path: Path) -> bool:
    copy = bytearray(content)
    copy[(page - 1) * PAGE_BYTES + 100] ^= 1
    path.write_bytes(copy)
    findings = examine(path) or ()
    if len([finding for finding in findings if finding.kind is FindingKind.RECORD]) != 1:
        return False
    with open_vault_file(path, key()) as vault:
        return not isinstance(attempt(vault.credentials.heads), Reason)


@pytest.mark.slow
def test_old_pages_among_new_ones_are_found(path: Path) -> None:
    """A sync program stopped half way: each page by itself is sealed and whole, together they are not one state."""
    with make_vault(path) as vault:
        for number in range(20):
            vault.credentials.add(new_credential(number))
    old = path.read_bytes()
    with open_vault_file(path, key()) as vault:
        for number in range(20, 40):
            vault.credentials.add(new_credential(number))
    new = path.read_bytes()
    unnoticed = []
    for start in range(0, len(old), PAGE_BYTES):
        page = slice(start, start + PAGE_BYTES)
        if old[page] == new[page]:
            continue
        path.write_bytes(new[: page.start] + old[page] + new[page.stop :])
        found = attempt(partial(checked_and_listed, path))
        if isinstance(found, Reason):
            assert found is Reason.VAULT_DAMAGED
        elif found == ((), 20 + 20):
            continue  # a page that says the same in both states
        else:
            unnoticed += [] if found[0] else [start // PAGE_BYTES + 1]
    assert unnoticed == []


def checked_and_listed(path: Path) -> tuple[Sequence[Finding], int]:
    with open_vault_file(path, key()) as vault:
        return vault.check(), len(vault.credentials.heads())
