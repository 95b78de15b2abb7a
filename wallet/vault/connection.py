"""The only module that meets SQLCipher: its settings, its transactions, its errors, and opening and creating the file.

Lives here: everything that must be right for the file to be encrypted, durable and used by one program at a time.
Does not live here: tables (`migrations`), records (`credential_store` and its neighbours), passphrases
(`key_derivation`).

What leaves this module are `VaultError`s. Their details never hold SQLite's own text: it may quote what a person typed.
"""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlcipher3 import dbapi2

from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault.before_format import keep_before_format
from wallet.vault.change_guard import ChangeGuard
from wallet.vault.file_lock import PATIENCE_SECONDS, FileLock
from wallet.vault.free_space import is_out_of_room, room_for
from wallet.vault.instants import instant_to_text
from wallet.vault.key_derivation import KEY_BYTES, SALT_BYTES, read_salt
from wallet.vault.migrations.runner import migrate, next_version, require_readable
from wallet.vault.new_file import draft_of, remove_abandoned_drafts
from wallet.vault.page_seal import PageSeal
from wallet.vault.revision import ChangeCount
from wallet.vault.right_key import damaged_pages, require_key, require_right_key, require_sealed
from wallet.vault.settings import CREATED_AT, NAME
from wallet.vault.sqlcipher_words import REASON_BY_TEXT, SETTINGS, RawConnection, raw_key_text
from wallet.vault.statements import Row, Value
from wallet.vault.stray_journal import set_aside_stray_journal
from wallet.vault.vault import Vault

__all__ = ["Connection", "Vault", "create_vault_file", "damaged_pages", "open_vault_file"]

_BUSY_SECONDS = 5.0
_WORD_BYTES, _ID_BYTES = 8, 16
_PAGES_A_STEP = 4096  # 16 MiB between two chances to be interrupted


class Connection:
    """One keyed connection to an existing file, with every setting made. Implements `statements.Statements`.

    SQLCipher refuses everything on a connection that has met one damaged page. So that one damaged record does
    not hide the others,
    the connection is made anew after damage; for that it keeps the key, as the library does too, and wipes it
    when it is closed.
    """

    def __init__(self, path: Path, key: bytearray, salt: bytes, *, read_only: bool = False) -> None:
        """Opens the file with the raw key; nothing is written.

        Args:
            path: an existing file, empty or a vault.
            key: 32 bytes; the caller's to wipe.
            salt: the file's first 16 bytes (to be).

        Raises:
            VaultError: VAULT_DAMAGED when SQLCipher cannot read it, STORAGE_FAILED when the library is not SQLCipher.
        """
        self._path = path
        self._read_only = read_only
        self._key = bytearray(key)
        self._salt = salt
        self._raw: RawConnection | None = None
        self._has_met_damage = False
        self._bound = 0
        self._changes: ChangeCount | None = None
        self._guard: ChangeGuard | None = None
        self._connect()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Sequence[Row]:
        """All rows of a query."""
        with self._foreign_errors():
            found = self._open().execute(sql, parameters).fetchall()
            self._require_undamaged()
            return found

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, None when it has none."""
        with self._foreign_errors():
            found = self._open().execute(sql, parameters).fetchone()
            self._require_undamaged()
            return found

    def run(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Runs one statement; the row id of the last row inserted."""
        with self._foreign_errors():
            self._bound += sum(len(value) for value in parameters if isinstance(value, str | bytes))
            row_id = self._open().execute(sql, parameters).lastrowid or 0
            self._require_undamaged()
            return row_id

    @contextmanager
    def transaction(self, size: int = 0, *, counted: bool = True) -> Iterator[None]:
        """All statements of the block or none; durable on the medium when the block has ended.

        Raises:
            NoRoomError: DISK_FULL, with the room the block needs; `size` is what is known of it beforehand.
        """
        changes = self._changes if counted else None
        self.require_untouched()
        self._bound = 0
        self.run("BEGIN IMMEDIATE")
        try:
            self.require_untouched()
            yield
            if changes is not None:
                changes.count(self)
            self.run("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, VaultError) and error.reason is Reason.DISK_FULL:
                raise NoRoomError(room_for(max(size, self._bound))) from error
            raise
        if changes is not None:
            changes.settled()
        if self._guard is not None:
            self._guard.remember(self)

    def watch(self, changes: ChangeCount, guard: ChangeGuard) -> None:
        """From here on every transaction is counted, and none is begun on a file somebody else has changed."""
        self._changes, self._guard = changes, guard
        guard.remember(self)

    def require_untouched(self) -> None:
        """Refuses when somebody else has replaced the file or written into it.

        Raises:
            VaultError: VAULT_CHANGED_ELSEWHERE, VAULT_MISSING.
        """
        if self._guard is not None:
            self._guard.require_untouched(self)

    def each(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query one by one, for more than fits into memory. Read to the end, none was damaged."""
        with self._foreign_errors():
            cursor = self._open().execute(sql, parameters)
        while True:
            with self._foreign_errors():
                row = cursor.fetchone()
                self._require_undamaged()
            if row is None:
                return
            yield row

    def another(
        self, path: Path, keying: tuple[bytearray, bytes] | None = None, *, read_only: bool = False
    ) -> "Connection":
        """A connection to another file, with its key and salt, or with this file's own when none are given."""
        key, salt = keying or (self._key, self._salt)
        require_key(key, salt)
        return Connection(path, key, salt, read_only=read_only)

    def copy_pages_into(self, other: "Connection") -> None:
        """Makes another, empty file hold what this one holds, page by page, sealed with the other's key.

        Raises:
            VaultError: VAULT_DAMAGED when a page of this file cannot be read, DISK_FULL, STORAGE_FAILED ...
        """
        try:
            other.fill(self._open())
        except VaultError as error:
            self._has_met_damage = self._has_met_damage or error.reason is Reason.VAULT_DAMAGED
            raise
        self._require_undamaged()

    def fill(self, source: RawConnection) -> None:
        """Takes over every page of another connection; what goes wrong in writing is told by this file's place."""
        with self._foreign_errors():
            source.backup(self._open(), pages=_PAGES_A_STEP)
        self._require_undamaged()

    def is_sealed(self, file: BinaryIO) -> bool:
        """Whether the raw file begins with this connection's salt and every page of it is sealed with its key."""
        file.seek(0, os.SEEK_SET)
        return file.read(SALT_BYTES) == self._salt and not any(
            PageSeal(self._key, self._salt).broken_pages(file)
        )

    def copy_of_key(self) -> bytearray:
        """The raw key, 32 bytes; the caller's to wipe."""
        if self._raw is None:
            raise VaultError(Reason.VAULT_LOCKED, "closed")
        return bytearray(self._key)

    def close(self) -> None:
        """Closes the file; later calls raise VAULT_LOCKED."""
        raw, self._raw = self._raw, None
        self._key[:] = bytes(len(self._key))
        if raw is not None:
            with self._foreign_errors():
                raw.close()

    def _open(self) -> RawConnection:
        if self._raw is None:
            raise VaultError(Reason.VAULT_LOCKED, "closed")
        if self._has_met_damage and not self._raw.in_transaction:
            with contextlib.suppress(dbapi2.Error):
                self._raw.close()
            self._connect()
        return self._raw

    def _connect(self) -> None:
        """Connects and makes every setting; closed for good when that fails."""
        self._has_met_damage = False
        try:
            with self._foreign_errors():
                self._raw = _connect(self._path, "ro" if self._read_only else "rw")
                _unlock(self._raw, self._key, self._salt)
        except BaseException:
            self.close()
            raise

    def _require_undamaged(self) -> None:
        """A damaged page in the middle of a long value comes back as zeros without an error; only the status tells."""
        raw = self._raw
        status = raw.execute("PRAGMA cipher_status").fetchone() if raw is not None else None
        if status is None or status[0] != "1":
            self._has_met_damage = True
            raise VaultError(Reason.VAULT_DAMAGED, "a page was not readable")

    def _roll_back(self) -> None:
        """Undoes what is open. Should even that fail, the journal stays and the next use plays it back."""
        if self._raw is not None and self._raw.in_transaction:
            with contextlib.suppress(VaultError):
                self.run("ROLLBACK")

    @contextmanager
    def _foreign_errors(self) -> Iterator[None]:
        """The library's exceptions end here."""
        try:
            yield
        except (dbapi2.Error, dbapi2.Warning) as error:
            meaning = self._meaning_of(error)
            self._has_met_damage = self._has_met_damage or meaning.reason is Reason.VAULT_DAMAGED
            raise meaning from error
        except (UnicodeError, OverflowError) as error:
            raise VaultError(Reason.TEXT_INVALID, "a value has no form in the database") from error

    def _meaning_of(self, error: Exception) -> VaultError:
        text = str(error).lower()
        found = next((pair for pair in REASON_BY_TEXT if pair[0] in text), None)
        if found is None:
            return VaultError(Reason.STORAGE_FAILED, type(error).__name__)
        detail, reason = found
        if reason is Reason.VAULT_READ_ONLY and not self._read_only and not self._path.exists():
            return VaultError(Reason.VAULT_MISSING, "the file went away while it was open")
        if reason is Reason.VAULT_DAMAGED and self._was_replaced():
            return VaultError(Reason.VAULT_CHANGED_ELSEWHERE, detail)
        if reason is Reason.STORAGE_FAILED and is_out_of_room(self._path):
            return VaultError(Reason.DISK_FULL, detail)
        return VaultError(reason, detail)

    def _was_replaced(self) -> bool:
        """Whether somebody else changed the file; never asked while a change of ours may have changed its size."""
        idle = self._raw is not None and not self._raw.in_transaction
        return idle and self._guard is not None and self._guard.sees_another_file()


def create_vault_file(
    path: Path,
    key: bytearray,
    salt: bytes,
    *,
    now: datetime,
    name: str,
    prepare: Callable[[Vault], object] | None = None,
) -> Vault:
    """Makes a new vault and opens it. The file appears under its name complete and on the medium, or not at all.

    Args:
        path: must not exist; its folder must.
        key: 32 bytes from `derive_key`; the caller's to wipe.
        salt: 16 bytes from `new_salt`.
        now: timezone-aware.
        name: what its owner calls it.
        prepare: fills the vault before it appears under its name, for what must never be missing (the holder key).

    Raises:
        VaultError: VAULT_EXISTS, DISK_FULL, OUTPUT_NOT_WRITABLE, STORAGE_FAILED; then nothing is left behind.
    """
    require_key(key, salt)
    with draft_of(path, secrets.token_hex(8)) as draft, FileLock.acquire(draft) as lock:
        connection = Connection(draft, key, salt)
        with Vault(connection, draft, contextlib.nullcontext(), read_only=False) as vault:
            migrate(connection)
            _watch(connection, draft)
            vault.settings.set(NAME, name)
            vault.settings.set(CREATED_AT, instant_to_text(now))
            if prepare is not None:
                prepare(vault)
        require_sealed(lock, key, salt)
    return open_vault_file(path, key)


def open_vault_file(
    path: Path, key: bytearray, *, patience: float = PATIENCE_SECONDS, read_only: bool = False
) -> Vault:
    """Opens an existing vault and brings it to the current format version.

    The key is tried on the pages' seals before SQLCipher sees the file, so a wrong passphrase writes nothing,
    not even the end of an
    interrupted transaction. A file or medium that cannot be written is opened for reading.

    Args:
        key: 32 bytes derived with the salt of this very file; the caller's to wipe.
        patience: seconds to wait for another program to let go of the file.
        read_only: nothing is changed, not even the format version or an interrupted transaction: for backups.

    Raises:
        VaultError: VAULT_MISSING, NOT_A_VAULT, VAULT_NEWER (untouched), VAULT_IN_USE,
            WRONG_PASSPHRASE, VAULT_DAMAGED, FILE_NOT_READABLE, STORAGE_FAILED.
    """
    salt = read_salt(path)
    require_key(key, salt)
    return open_locked_file(path, key, salt, FileLock.acquire(path, patience), read_only=read_only)


def open_locked_file(
    path: Path, key: bytearray, salt: bytes, lock: FileLock, *, read_only: bool = False
) -> Vault:
    """Opens a vault whose lock is held already; the lock is the vault's from here on, and is let go when this raises.

    Raises:
        VaultError: as `open_vault_file`.
    """
    try:
        seal = PageSeal(key, salt)
        require_right_key(seal, lock, path)
        read_only = read_only or lock.read_only
        if not read_only:
            set_aside_stray_journal(path, seal)
        connection = Connection(path, key, salt, read_only=read_only)
        try:
            require_readable(connection)
            if not read_only:  # an older format that cannot be written is read as it is
                version = next_version(connection)
                if version is not None:
                    keep_before_format(connection, path, version)
                migrate(connection)
                _watch(connection, path)
                remove_abandoned_drafts(path)
        except BaseException:
            connection.close()
            raise
        return Vault(connection, path, lock, read_only=read_only)
    except BaseException:
        lock.release()
        raise


def describe_cipher(names: Sequence[str]) -> Sequence[str]:
    """What the library says of itself once it is keyed as a file would be, a word for each of these PRAGMAs.

    The database is a passing one in memory; no file is made.
    """
    raw = _connect(Path("facts"), "memory")
    try:
        _unlock(raw, bytearray(KEY_BYTES), bytes(SALT_BYTES))
        return [str(raw.execute(f"PRAGMA {name}").fetchall()[0][0]) for name in names]
    finally:
        raw.close()


def _watch(connection: Connection, path: Path) -> None:
    """Counts this sitting's changes and guards the file against those of others."""
    connection.watch(
        ChangeCount(secrets.token_hex(_WORD_BYTES), secrets.token_hex(_ID_BYTES)), ChangeGuard(path)
    )


def _connect(path: Path, mode: str) -> RawConnection:
    """A bare connection; `mode` "rw" or "ro" so that a missing file is never made."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    raw: Any = dbapi2.connect(address, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    return cast("RawConnection", raw)


def _unlock(raw: RawConnection, key: bytearray, salt: bytes) -> None:
    """Keys a bare connection and makes every setting."""
    raw.execute("PRAGMA cipher_log_level = NONE")  # before the key: page errors would go to stderr
    cipher = raw.execute("PRAGMA cipher_version").fetchone()
    if not cipher or not cipher[0]:
        raise VaultError(Reason.STORAGE_FAILED, "the database library does not encrypt")
    raw.enable_load_extension(False)
    key_text = raw_key_text(key, salt)
    try:
        raw.set_key(key_text)
    finally:
        key_text[:] = bytes(len(key_text))
    for setting in SETTINGS:
        raw.execute(setting).fetchall()
