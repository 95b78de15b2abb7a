"""Reading a vault page by page, without SQLCipher: for a file it no longer opens.

Lives here: decrypting a page, and the rows and index entries that lie on it, whatever else of the file is gone.
Does not live here: which table a row belongs to, and what is done with it (`salvage`).

Only pages whose seal holds are looked at; what they say was written by this program.

Source: SQLite database file format, sections 1.3 (header), 1.5 (pages and cells), 1.6 (overflow pages), 2.1 (record
format); SQLCipher 4 design, "Database Encryption and Page-level HMACs".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from wallet.vault.key_derivation import SALT_BYTES
from wallet.vault.page_seal import PAGE_BYTES, PageSeal, page_count, read_page
from wallet.vault.statements import Row

_RESERVED = 80
_USABLE = PAGE_BYTES - _RESERVED
_IV_BYTES = 16
_FILE_HEADER_BYTES = 100
_USER_VERSION = slice(60, 64)
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_LEAST_LOCAL = (_USABLE - 12) * 32 // 255 - 23
_MOST_LOCAL_TABLE = _USABLE - 35
_MOST_LOCAL_INDEX = (_USABLE - 12) * 64 // 255 - 23
_MORE_FOLLOWS = 0x80
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_BLOB, _FIRST_TEXT = 12, 13


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row or an index entry, and on which page (counted from 1) it begins.

    Attributes:
        row_id: None for an index entry, or a row of a table without row ids.
    """

    page: int
    row_id: int | None
    values: Row


class RawPages:
    """The pages of one raw file under its key."""

    def __init__(
        self, file: BinaryIO, key: bytearray, salt: bytes, earlier: Mapping[int, bytes] | None = None
    ) -> None:
        """Reads nothing yet.

        Args:
            earlier: pages that count instead of the file's own, from the journal of a change that was interrupted.
        """
        self._file = file
        self._key = key
        self._seal = PageSeal(key, salt)
        self._earlier = earlier or {}
        self.count = page_count(file)

    def lost(self) -> int:
        """How many pages cannot be read: their seal does not hold, they are cut, or they are missing at the end."""
        first = self._page(1)
        said = int.from_bytes(first[28:32]) if first is not None else 0
        broken = set(self._seal.broken_pages(self._file)) - set(self._earlier)
        return len(broken) + max(said - -(-self._file.seek(0, 2) // PAGE_BYTES), 0)

    def format_version(self) -> int | None:
        """The format version in the file's header, None when its first page cannot be read."""
        first = self._page(1)
        return None if first is None else int.from_bytes(first[_USER_VERSION])

    def rows(self) -> Iterator[FoundRow]:
        """Everything that can be read, page by page. A row that goes on upon a page that is lost is left out."""
        for number in range(1, self.count + 1):
            page = self._page(number)
            if page is not None:
                yield from self._rows_on(number, page)

    def _page(self, number: int) -> bytes | None:
        """The plain content of a page, None when it is not as it was written."""
        if not 1 <= number <= self.count:
            return None
        sealed = self._earlier.get(number) or read_page(self._file, number)
        if not self._seal.holds(number, sealed):
            return None
        start = SALT_BYTES if number == 1 else 0
        vector = sealed[_USABLE : _USABLE + _IV_BYTES]
        decryptor = Cipher(algorithms.AES(bytes(self._key)), modes.CBC(vector)).decryptor()
        return bytes(start) + decryptor.update(sealed[start:_USABLE]) + decryptor.finalize()

    def _rows_on(self, number: int, page: bytes) -> Iterator[FoundRow]:
        header = _FILE_HEADER_BYTES if number == 1 else 0
        kind = page[header]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
            return
        pointers = header + (12 if kind == _INDEX_INTERIOR else 8)
        for index in range(int.from_bytes(page[header + 3 : header + 5])):
            cell = int.from_bytes(page[pointers + 2 * index : pointers + 2 * index + 2])
            try:
                found = self._cell(page, cell, kind)
            except (IndexError, UnicodeDecodeError):  # not a page of rows after all
                continue
            if found is not None:
                yield FoundRow(number, *found)

    def _cell(self, page: bytes, at: int, kind: int) -> tuple[int | None, Row] | None:
        """Row id and values of one cell; None when a part of it lies on a page that is lost."""
        if kind == _INDEX_INTERIOR:
            at += 4  # the number of the page below
        size, at = _varint(page, at)
        row_id = None
        if kind == _TABLE_LEAF:
            row_id, at = _varint(page, at)
        most = _MOST_LOCAL_TABLE if kind == _TABLE_LEAF else _MOST_LOCAL_INDEX
        if size <= most:
            return row_id, _values(page[at : at + size])
        local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (_USABLE - 4)
        local = local if local <= most else _LEAST_LOCAL
        rest = self._overflow(int.from_bytes(page[at + local : at + local + 4]), size - local)
        return None if rest is None else (row_id, _values(page[at : at + local] + rest))

    def _overflow(self, number: int, size: int) -> bytes | None:
        """`size` bytes from a chain of overflow pages."""
        parts: list[bytes] = []
        while size > 0:
            page = self._page(number)
            if page is None:
                return None
            number = int.from_bytes(page[:4])
            parts.append(page[4 : min(4 + size, _USABLE)])
            size -= len(parts[-1])
        return b"".join(parts)


def _values(record: bytes) -> Row:
    """The values of one record."""
    header_size, at = _varint(record, 0)
    content, values = header_size, []
    while at < header_size:
        kind, at = _varint(record, at)
        value, content = _value(record, kind, content)
        values.append(value)
    return tuple(values)


def _value(record: bytes, kind: int, at: int) -> tuple[object, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(record[at:end], signed=True), end
    if kind < _FIRST_BLOB:
        raise IndexError("a kind of value this program does not write")
    end = at + (kind - _FIRST_BLOB) // 2
    if end > len(record):
        raise IndexError("a value goes beyond its record")
    content = record[at:end]
    return (content.decode() if kind % 2 else content), end


def _varint(source: bytes, at: int) -> tuple[int, int]:
    """A number of 1 to 9 bytes, and the place behind it."""
    value = 0
    for _ in range(8):
        byte = source[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < _MORE_FOLLOWS:
            return value, at
    return value << 8 | source[at], at + 1
