"""Notes: what the owner writes about a credential. Private; no share holds them.

Lives here: the SQL of the note table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wallet.errors import Reason, VaultError
from wallet.vault.digests import digest_of, is_whole
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.lineages import lineage_of
from wallet.vault.statements import Statements
from wallet.vault.words import index_words

MAX_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        number: its own in this vault, never used again.
        text: as it was written, line breaks included.
        changed_at: when it was last rewritten, None when never.
    """

    number: int
    text: str = field(repr=False)
    written_at: datetime
    changed_at: datetime | None


class NoteStore:
    """The notes of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def add(self, id_or_prefix: str, text: str, now: datetime) -> Note:
        """Adds a note to a credential; durable on return.

        Raises:
            VaultError: NOTE_NOT_USABLE (empty, too long, broken letters), RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        kept = _usable(text)
        lineage = lineage_of(self._database, id_or_prefix)
        with self._database.transaction():
            number = self._database.run(
                "INSERT INTO note (lineage, sha256, text, written_at) VALUES (?, ?, ?, ?)",
                (lineage, digest_of(kept), kept, instant_to_text(now)),
            )
            index_words(self._database, (lineage,))
        return Note(number, kept, now, None)

    def change(self, number: int, text: str, now: datetime) -> Note:
        """Rewrites a note; durable on return.

        Raises:
            VaultError: NOTE_NOT_USABLE, RECORD_NOT_FOUND.
        """
        kept, lineage = _usable(text), self._lineage(number)
        written = self._database.row("SELECT written_at FROM note WHERE id = ?", (number,))
        with self._database.transaction():
            self._database.run(
                "UPDATE note SET sha256 = ?, text = ?, changed_at = ? WHERE id = ?",
                (digest_of(kept), kept, instant_to_text(now), number),
            )
            index_words(self._database, (lineage,))
        return Note(number, kept, text_to_instant(written[0]) if written else now, now)

    def remove(self, numbers: Sequence[int]) -> None:
        """Removes notes for good, all or none; durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND.
        """
        lineages = dict.fromkeys(map(self._lineage, numbers))
        with self._database.transaction():
            for number in numbers:
                self._database.run("DELETE FROM note WHERE id = ?", (number,))
            index_words(self._database, lineages)

    def of(self, id_or_prefix: str) -> Sequence[Note]:
        """The notes of one credential, the first written first.

        Raises:
            VaultError: VAULT_DAMAGED when one is not what was written; RECORD_NOT_FOUND, RECORD_AMBIGUOUS.
        """
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(
            "SELECT id, text, written_at, changed_at, sha256 FROM note WHERE lineage = ? ORDER BY id",
            (lineage_of(self._database, id_or_prefix),),
        )
        if not all(is_whole(row[4], row[1]) for row in rows):
            raise VaultError(Reason.VAULT_DAMAGED, "a note is not what was written")
        return tuple(
            Note(int(number), text, text_to_instant(written), text_to_instant(changed) if changed else None)
            for number, text, written, changed, _ in rows
        )

    def _lineage(self, number: int) -> int:
        row = (
            self._database.row("SELECT lineage FROM note WHERE id = ?", (number,))
            if has_format(self._database, ORGANISED)
            else None
        )
        if row is None:
            raise VaultError(Reason.RECORD_NOT_FOUND, "no such note")
        return int(row[0])


def _usable(text: str) -> str:
    kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    is_broken = "\0" in kept or any("\ud800" <= letter <= "\udfff" for letter in kept)
    if not kept or len(kept) > MAX_CHARACTERS or is_broken:
        raise VaultError(Reason.NOTE_NOT_USABLE)
    return kept
