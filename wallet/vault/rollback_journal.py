"""The rollback journal beside a vault, read with our own eyes.

Lives here: its layout, and finding a page's earlier content in it.
Does not live here: playing it back (SQLite does) and telling a stray one (`stray_journal`).

A power failure may leave nothing of the page that was being written. For page 1 that means the salt, without which
there is no key; what it was is in the journal.

Source: SQLite database file format, section 3 (the rollback journal).
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wallet.vault.page_seal import PAGE_BYTES, PageSeal

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER_BYTES = 28
_CHECKSUM_STRIDE = 200
_RECORD_BYTES = 4 + PAGE_BYTES + 4
_SECTORS = (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)
_UNTIL_THE_END = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class JournalPage:
    """What page `number` (counted from 1) was before; only pages whole by the journal's own checksum become one."""

    number: int
    content: bytes


@dataclass(frozen=True, slots=True)
class JournalStart:
    """How a journal begins.

    Attributes:
        pages_before: how many pages the database had; SQLite cuts it to this, even by a journal without records.
        first: its first record, whole by its checksum, whether SQLite would count it or not; None without one.
    """

    pages_before: int
    first: JournalPage | None


@dataclass(frozen=True, slots=True)
class _Header:
    count: int
    nonce: int
    pages_before: int
    sector: int


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the journal of a database: beside the file itself, wherever a link to it lies."""
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    return real.with_name(real.name + "-journal")


def earlier_pages(journal: Path) -> Iterator[JournalPage]:
    """The pages SQLite would put back, in order; none for a journal it would not play back, or where there is none."""
    try:
        file = journal.open("rb")
    except OSError:
        return
    with file:
        start = 0
        while (found := _header(file, start)) is not None:
            start += found.sector
            for _ in range(found.count):
                page = _record(file, start, found.nonce)
                if page is None:
                    return
                yield page
                start += _RECORD_BYTES
            start = -(-start // found.sector) * found.sector


def own_earlier_pages(journal: Path, seal: PageSeal) -> Mapping[int, bytes]:
    """What SQLite would put back from a vault's own journal, by page; nothing of another vault's."""
    pages = {page.number: page.content for page in reversed(tuple(earlier_pages(journal)))}
    return pages if all(seal.holds(number, content) for number, content in pages.items()) else {}


def earlier_page(journal: Path, number: int) -> bytes | None:
    """What one page was before, None when the journal does not say."""
    return next((page.content for page in earlier_pages(journal) if page.number == number), None)


def start_of(journal: Path) -> JournalStart | None:
    """How a journal begins that SQLite would heed; None for any other, or where there is none."""
    try:
        with journal.open("rb") as file:
            header = _header(file, 0)
            if header is None:
                return None
            return JournalStart(header.pages_before, _record(file, header.sector, header.nonce))
    except OSError:
        return None


def _header(file: BinaryIO, start: int) -> _Header | None:
    """The header of the part of a journal that begins here."""
    file.seek(start)
    header = file.read(_HEADER_BYTES)
    if len(header) != _HEADER_BYTES or header[:8] != _MAGIC:
        return None
    count, nonce, pages_before, sector, page_bytes = (
        int.from_bytes(header[at : at + 4]) for at in range(8, 28, 4)
    )
    if sector not in _SECTORS or page_bytes not in (0, PAGE_BYTES):
        return None
    if count == _UNTIL_THE_END:
        file.seek(0, 2)
        count = max(file.tell() - start - sector, 0) // _RECORD_BYTES
    return _Header(count, nonce, pages_before, sector)


def _record(file: BinaryIO, start: int, nonce: int) -> JournalPage | None:
    file.seek(start)
    record = file.read(_RECORD_BYTES)
    if len(record) != _RECORD_BYTES:
        return None
    number, page, checksum = int.from_bytes(record[:4]), record[4:-4], int.from_bytes(record[-4:])
    offsets = range(PAGE_BYTES - _CHECKSUM_STRIDE, 0, -_CHECKSUM_STRIDE)
    whole = checksum == (nonce + sum(page[offset] for offset in offsets)) & 0xFFFFFFFF
    return JournalPage(number, page) if whole else None
