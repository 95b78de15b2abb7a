"""Files of the owner that belong to a credential: the work itself, photos, letters.

Lives here: the SQL of the attachment tables. Does not live here: evidence a check rested on (`evidence`), opening
files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.errors import Reason, VaultError
from wallet.vault.digests import digest_of, is_whole
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.lineages import lineage_of
from wallet.vault.names import usable_name
from wallet.vault.statements import Row, Statements

_MAX_NAME_CHARACTERS = 200
_COLUMNS = "id, name, media_type, size, sha256, added_at"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file without its bytes.

    Attributes:
        number: its own in this vault, never used again.
        name: what the file was called, without its folder.
        media_type: what its content looks like ("image/png"); never to be trusted for opening it.
        size: in bytes.
        sha256: of the bytes, lower-case hex.
    """

    number: int
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime


class AttachmentStore:
    """The owner's files in one vault. The same bytes are kept once, however many credentials they belong to."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def add(self, id_or_prefix: str, name: str, media_type: str, content: bytes, now: datetime) -> Attachment:
        """Keeps a file with a credential; durable on return. The same bytes with the same credential are kept once.

        Raises:
            VaultError: NAME_NOT_USABLE, RECORD_NOT_FOUND, RECORD_AMBIGUOUS, DISK_FULL ...
        """
        kept = usable_name(name, _MAX_NAME_CHARACTERS)
        lineage, digest = lineage_of(self._database, id_or_prefix), digest_of(content)
        with self._database.transaction(len(content)):
            known = self._database.row(
                f"SELECT {_COLUMNS} FROM attachment WHERE lineage = ? AND sha256 = ?",  # noqa: S608
                (lineage, digest),
            )
            self._database.run(
                "INSERT INTO attachment_content (sha256, content) VALUES (?, ?)"
                " ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
                (digest, bytes(content)),
            )
            if known is not None:
                return _from_row(known)
            number = self._database.run(
                "INSERT INTO attachment (lineage, name, media_type, size, sha256, added_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (lineage, kept, media_type, len(content), digest, instant_to_text(now)),
            )
        return Attachment(number, kept, media_type, len(content), digest.hex(), now)

    def remove(self, number: int) -> None:
        """Removes a file for good; durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND.
        """
        self.get(number)
        with self._database.transaction():
            self._database.run("DELETE FROM attachment WHERE id = ?", (number,))
            drop_unused(self._database)

    def of(self, id_or_prefix: str) -> Sequence[Attachment]:
        """The files of one credential, the first added first."""
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM attachment WHERE lineage = ? ORDER BY id",  # noqa: S608
            (lineage_of(self._database, id_or_prefix),),
        )
        return tuple(_from_row(row) for row in rows)

    def get(self, number: int) -> Attachment:
        """One file without its bytes.

        Raises:
            VaultError: RECORD_NOT_FOUND.
        """
        row = (
            self._database.row(f"SELECT {_COLUMNS} FROM attachment WHERE id = ?", (number,))  # noqa: S608
            if has_format(self._database, ORGANISED)
            else None
        )
        if row is None:
            raise VaultError(Reason.RECORD_NOT_FOUND, "no such file")
        return _from_row(row)

    def content(self, number: int) -> bytes:
        """The bytes of one file, checked against their digest.

        Raises:
            VaultError: RECORD_NOT_FOUND, VAULT_DAMAGED.
        """
        digest = bytes.fromhex(self.get(number).sha256)
        row = self._database.row("SELECT content FROM attachment_content WHERE sha256 = ?", (digest,))
        if row is None or not is_whole(digest, row[0]):
            raise VaultError(Reason.VAULT_DAMAGED, "a file is not what was kept")
        return bytes(row[0])


def drop_unused(database: Statements) -> None:
    """Removes contents no credential has any more; to be called inside the change's transaction."""
    database.run("DELETE FROM attachment_content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)")


def _from_row(row: Row) -> Attachment:
    number, name, media_type, size, digest, added_at = row
    return Attachment(int(number), name, media_type, int(size), digest.hex(), text_to_instant(added_at))
