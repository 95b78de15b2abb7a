"""Keeping what a check rested on: DID documents, status lists and the like, as they were on a certain day.

Lives here: the SQL of the evidence tables. Does not live here: using it in a check (`wallet.verification.evidence`).
"""

from collections.abc import Sequence
from datetime import datetime

from wallet.vault.digests import digest_of, is_whole
from wallet.vault.file_format import EVIDENCE, has_format
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.record_ids import find_record
from wallet.vault.statements import Statements
from wallet.verification.sources import FetchedDocument

MAX_DOCUMENT_BYTES = 5_000_000
"""Larger documents are used but not kept."""
MAX_DOCUMENTS = 64
"""So many are kept of one check at most; a badge needs two or three."""


class EvidenceStore:
    """The dated evidence of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def keep(self, id_or_prefix: str, used: Sequence[FetchedDocument], checked_at: datetime) -> None:
        """Keeps the documents a check used, one for each address; what an earlier check used stays. Durable on return.

        Args:
            checked_at: counts as the date of documents whose age is not known.
        """
        seq = find_record(self._database, "credential", id_or_prefix)
        rows = {
            one.url: (digest_of(one.body), instant_to_text(one.retrieved_at or checked_at), one.body)
            for one in used[:MAX_DOCUMENTS]
            if len(one.body) <= MAX_DOCUMENT_BYTES
        }
        kept = {url: (digest, at) for url, digest, at in self._rows(seq)}
        news = {url: row for url, row in rows.items() if kept.get(url) != row[:2]}
        if not news:
            return
        with self._database.transaction(sum(len(body) for _, _, body in news.values())):
            for url, (digest, retrieved_at, body) in news.items():
                self._database.run(
                    "INSERT INTO evidence_content (sha256, content) VALUES (?, ?)"
                    " ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
                    (digest, body),
                )
                self._database.run(
                    "INSERT OR REPLACE INTO evidence (seq, url, sha256, retrieved_at) VALUES (?, ?, ?, ?)",
                    (seq, url, digest, retrieved_at),
                )
            self._database.run(
                "DELETE FROM evidence_content WHERE sha256 NOT IN (SELECT sha256 FROM evidence)"
            )

    def of(self, id_or_prefix: str) -> Sequence[FetchedDocument]:
        """What was kept for one credential; a document that is not what was kept is left out, as `check` names it."""
        seq = find_record(self._database, "credential", id_or_prefix)
        found = []
        for url, digest, retrieved_at in self._rows(seq):
            row = self._database.row("SELECT content FROM evidence_content WHERE sha256 = ?", (digest,))
            if row is not None and is_whole(digest, row[0]):
                found.append(FetchedDocument(url, bytes(row[0]), text_to_instant(retrieved_at)))
        return tuple(found)

    def _rows(self, seq: int) -> Sequence[tuple[str, bytes, str]]:
        if not has_format(self._database, EVIDENCE):
            return ()
        rows = self._database.rows(
            "SELECT url, sha256, retrieved_at FROM evidence WHERE seq = ? ORDER BY url", (seq,)
        )
        return tuple((str(url), bytes(digest), str(at)) for url, digest, at in rows)
