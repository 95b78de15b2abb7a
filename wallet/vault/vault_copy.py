"""An exact copy of an open vault in a new file, under the same key or another one.

Lives here: copying between two keyed handles, and holding the copy against the vault before it gets its name.
Does not live here: where copies go and when they are made (`wallet.app.backup`), changing the passphrase.

The copy is SQLite's online backup: page by page, never through an unkeyed handle, never a copy of the raw file.
It is written under a passing name beside its place, synced, opened anew with its key, compared with the vault row by
row, and looked at page by page; only then it gets its name. Whatever goes wrong, and whenever, nothing has it before.
"""

import contextlib
import hashlib
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage

from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault.file_lock import FileLock
from wallet.vault.free_space import is_out_of_room
from wallet.vault.new_file import draft_of, remove_abandoned_drafts
from wallet.vault.page_seal import PAGE_BYTES
from wallet.vault.statements import Row
from wallet.vault.vault import OpenDatabase, Vault

_PLAIN_NAME = re.compile(r"[a-z0-9_]{1,64}")
_ROOM_TO_SPARE = 64 * 1024  # the journal of the copy's one transaction, folder entries


def copy_vault(vault: Vault, path: Path, keying: tuple[bytearray, bytes] | None = None) -> int:
    """See `copy_database`: the same for an open vault, on its thread."""
    return copy_database(vault.database, path, keying)


def copy_database(source: OpenDatabase, path: Path, keying: tuple[bytearray, bytes] | None = None) -> int:
    """Makes a new file that holds exactly what an open vault holds. It appears complete and compared, or not at all.

    The format version stays what it is, and nothing of the vault is changed.

    Args:
        source: the database of an open vault; stays open.
        path: must not exist; its folder must.
        keying: 32 key bytes, the caller's to wipe, and the 16 bytes of `new_salt`; None for the vault's own.

    Returns:
        The size of the copy in bytes.

    Raises:
        VaultError: VAULT_EXISTS, OUTPUT_NOT_WRITABLE, VAULT_DAMAGED when a page of the vault cannot be read,
            STORAGE_FAILED when the copy is not what was written.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    size = size_of(source)
    remove_abandoned_drafts(path)
    with (
        _room_is_named(path, size),
        draft_of(path, secrets.token_hex(8)) as draft,
        FileLock.acquire(draft) as lock,
    ):
        _require_room(path.parent, size)
        with contextlib.closing(source.another(draft, keying)) as target:
            source.copy_pages_into(target)
        with contextlib.closing(source.another(draft, keying, read_only=True)) as copy:
            _require_equal(source, copy)
            if not copy.is_sealed(lock.file):
                raise VaultError(Reason.STORAGE_FAILED, "the copy is not encrypted as it must be")
    return size


def size_of(database: OpenDatabase) -> int:
    """How many bytes a copy of this database takes."""
    row = database.row("PRAGMA page_count")
    return PAGE_BYTES * (int(row[0]) if row else 0)


def table_digests(database: OpenDatabase) -> dict[str, bytes]:
    """A SHA-256 over all rows of every table, by table, and one over the description of the tables.

    Raises:
        VaultError: VAULT_DAMAGED when not everything can be read.
    """
    found = {"": _digest(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")}
    for name, sql in database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        if sql.upper().startswith("CREATE VIRTUAL") or not _PLAIN_NAME.fullmatch(name):
            continue  # an index's content lies in tables of its own, which are looked at
        # in the order of the rows' keys, which is the same in both files; the names are the file's own tables
        found[name] = _digest(database, f'SELECT * FROM "{name}"')  # noqa: S608
    for pragma in ("application_id", "user_version"):
        found[f"pragma {pragma}"] = _digest(database, f"PRAGMA {pragma}")
    return found


def _require_equal(source: OpenDatabase, copy: OpenDatabase) -> None:
    """Row by row: what the copy says must be what the vault says."""
    if table_digests(source) != table_digests(copy):
        raise VaultError(Reason.STORAGE_FAILED, "the copy differs from the file it was made from")


def _digest(database: OpenDatabase, query: str) -> bytes:
    running = hashlib.sha256()
    for row in database.each(query):
        _add(running, row)
    return running.digest()


def _add(running: "hashlib._Hash", row: Row) -> None:
    """Feeds one row: kind and length before every value, so that no two different rows feed the same bytes."""
    running.update(b"row %d\n" % len(row))
    for value in row:
        content = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        running.update(b"%s %d\n" % (type(value).__name__.encode(), len(content)))
        running.update(content)


def _require_room(folder: Path, size: int) -> None:
    """A place that says it has too little room is not filled up first."""
    with contextlib.suppress(OSError):  # a place that does not say is tried
        if disk_usage(folder).free < size + _ROOM_TO_SPARE:
            raise NoRoomError(size + _ROOM_TO_SPARE)


@contextlib.contextmanager
def _room_is_named(path: Path, size: int) -> Iterator[None]:
    """A disk that fills up meanwhile is told with the room that is needed."""
    try:
        yield
    except NoRoomError:
        raise
    except VaultError as error:
        is_full = error.reason is Reason.STORAGE_FAILED and is_out_of_room(path, size)
        if is_full or error.reason is Reason.DISK_FULL:
            raise NoRoomError(size + _ROOM_TO_SPARE) from error
        raise
