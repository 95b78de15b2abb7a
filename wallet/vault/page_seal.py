"""The seal SQLCipher puts on every page, read with our own eyes.

Lives here: the layout of an encrypted page and the check of its seal. With it a wrong key is told apart from
damage: with the right key
nearly every page's seal holds, with a wrong one none does. SQLCipher itself says "not a database" for both.
Does not live here: decrypting; that is SQLCipher's.

A page is 4096 bytes: ciphertext, 16 bytes of initialization vector, 64 bytes of HMAC-SHA512 over both and the
page's number
(4 bytes, little endian). On page 1 the first 16 bytes are the salt and stay outside the seal.

Source: SQLCipher 4 design, "Database Encryption and Page-level HMACs"; default settings of format version 4.
"""

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

PAGE_BYTES = 4096
_SEAL_BYTES = 64
_SALT_BYTES = 16
_SEAL_SALT_MASK = 0x3A
_SEAL_KEY_ROUNDS = 2
_SEAL_KEY_BYTES = 32
_SAMPLE = 256
_ALL_ZERO = bytes(PAGE_BYTES)


class PageSeal:
    """Checks page seals under one key. Can tell a good page from a bad one, cannot read either."""

    def __init__(self, key: bytes | bytearray, salt: bytes) -> None:
        seal_salt = bytes(byte ^ _SEAL_SALT_MASK for byte in salt)
        self._seal_key = hashlib.pbkdf2_hmac("sha512", key, seal_salt, _SEAL_KEY_ROUNDS, _SEAL_KEY_BYTES)

    def holds(self, number: int, page: bytes) -> bool:
        """Whether this is page `number` (counted from 1), whole and sealed with this key."""
        if len(page) != PAGE_BYTES:
            return False
        sealed = page[_SALT_BYTES if number == 1 else 0 : -_SEAL_BYTES]
        seal = hmac.digest(self._seal_key, sealed + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(seal, page[-_SEAL_BYTES:])

    def fits(self, file: BinaryIO) -> bool | None:
        """Whether this key belongs to the file: True when any looked-at page's seal holds, False when none does.

        None when there is no whole page, or nothing but empty ones, which no key makes: such a file is damaged,
        whoever asks. At most 256 pages are looked at, so that a wrong key costs the same time for a small and
        for a large file.
        """
        pages = page_count(file)
        if pages == 0:
            return None
        hollow = True
        for number in _sample(pages):
            page = read_page(file, number)
            if self.holds(number, page):
                return True
            hollow = hollow and page[_SALT_BYTES:] == _ALL_ZERO[_SALT_BYTES:]
        return None if hollow else False

    def broken_pages(self, file: BinaryIO) -> Iterator[int]:
        """The numbers of all pages whose seal does not hold; a last page that is cut short counts."""
        file.seek(0, os.SEEK_END)
        pages = -(-file.tell() // PAGE_BYTES)
        return (number for number in range(1, pages + 1) if not self.holds(number, read_page(file, number)))


def page_count(file: BinaryIO) -> int:
    """How many whole pages the file has."""
    file.seek(0, os.SEEK_END)
    return file.tell() // PAGE_BYTES


def read_page(file: BinaryIO, number: int) -> bytes:
    """The raw bytes of page `number` (counted from 1); fewer than 4096 at the end of a file that was cut."""
    file.seek((number - 1) * PAGE_BYTES)
    return file.read(PAGE_BYTES)


def _sample(pages: int) -> Iterable[int]:
    """Page numbers to look at: all of a small file, else evenly spread over it, the first and the last included."""
    if pages <= _SAMPLE:
        return range(1, pages + 1)
    return (1 + index * (pages - 1) // (_SAMPLE - 1) for index in range(_SAMPLE))
