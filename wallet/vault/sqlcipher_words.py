"""What is said to SQLCipher, and what its answers mean.

Lives here: the settings of every connection, the raw key's form, the reasons behind its error texts, and the types of
what is used of the library. Does not live here: the library itself, which only `connection` imports.
"""

from collections.abc import Sequence
from typing import Protocol

from wallet.errors import Reason
from wallet.vault.statements import Row, Value

SETTINGS = (
    "PRAGMA cipher_compatibility = 4",  # page layout and algorithms, whatever the defaults become
    "PRAGMA temp_store = MEMORY",  # sorters and temporary tables are not encrypted
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -64000",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = DELETE",  # no side files once a transaction is over: sticks get pulled, folders get synced
    "PRAGMA synchronous = EXTRA",  # with DELETE also syncs the folder, so that a deleted journal stays deleted
    # cipher_memory_security stays as it is: it cannot be turned off again and makes search many times slower.
)
REASON_BY_TEXT = (
    ("database or disk is full", Reason.DISK_FULL),
    ("readonly database", Reason.VAULT_READ_ONLY),
    ("unable to open database file", Reason.VAULT_READ_ONLY),  # here: the journal beside it cannot be made
    ("locked", Reason.VAULT_IN_USE),
    ("malformed", Reason.VAULT_DAMAGED),
    ("not a database", Reason.VAULT_DAMAGED),
    ("corruption", Reason.VAULT_DAMAGED),
    ("could not decode to utf-8", Reason.VAULT_DAMAGED),
    ("vtable constructor failed", Reason.VAULT_DAMAGED),
    ("disk i/o error", Reason.STORAGE_FAILED),
)


class _Cursor(Protocol):
    """What is used of the library's cursor; it has no type stubs."""

    lastrowid: int | None

    def fetchall(self) -> list[Row]: ...
    def fetchone(self) -> Row | None: ...


class RawConnection(Protocol):
    """What is used of the library's connection."""

    in_transaction: bool

    def backup(self, target: "RawConnection", *, pages: int) -> None:
        """Copies every page."""
        ...

    def execute(self, sql: str, parameters: Sequence[Value] = ...) -> _Cursor:
        """Runs one statement."""
        ...

    def set_key(self, key: bytearray) -> None:
        """Keys the connection."""
        ...

    def enable_load_extension(self, enabled: bool, /) -> None:
        """Turns loading of extensions on or off."""
        ...

    def close(self) -> None:
        """Closes the file."""
        ...


def raw_key_text(key: bytearray, salt: bytes) -> bytearray:
    """SQLCipher's form of a raw key with its salt, x'<64 hex><32 hex>', in a buffer that can be wiped."""
    digits = b"0123456789abcdef"
    text = bytearray(b"x'")
    for part in (key, salt):
        for byte in part:
            text += bytes((digits[byte >> 4], digits[byte & 15]))
    text += b"'"
    return text
