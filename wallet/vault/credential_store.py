"""Keeping credentials: adding, listing, finding, reading back, recording a later check.

Lives here: the SQL of the credential tables. Does not live here: parsing and judging (the caller brings both),
the bin (`bin`), collections, tags and notes.

A record's id is the first 20 hex characters of the SHA-256 of its original bytes: the same bytes are the same
record wherever they come from.
"""

from collections.abc import Sequence
from datetime import datetime

from wallet.codecs.timestamps import parse_datetime
from wallet.errors import CodecError, Reason, VaultError
from wallet.vault import head_columns
from wallet.vault.bin import Bin
from wallet.vault.collections import CollectionStore
from wallet.vault.digests import digest_of, is_whole
from wallet.vault.facts import FactStore
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.names import name_key
from wallet.vault.pins import PinStore
from wallet.vault.record_ids import find_record
from wallet.vault.records import (
    HEAD_COLUMNS,
    Added,
    AddResult,
    CredentialHead,
    Heads,
    NewCredential,
    PastCheck,
    StoredCredential,
    envelope_from_text,
    head_from_row,
    past_check_from_row,
)
from wallet.vault.search import fold, match_expression
from wallet.vault.statements import Statements, Value
from wallet.vault.words import words_of
from wallet.verification.report import Verdict

__all__ = [
    "AddResult",
    "Added",
    "CredentialHead",
    "CredentialStore",
    "NewCredential",
    "PastCheck",
    "StoredCredential",
]

_ID_LENGTH = 20
_ID_GROWTH = 4
_CURRENT = "c.superseded_at IS NULL AND c.deleted_at IS NULL"
_IN_BIN = "c.superseded_at IS NULL AND c.deleted_at IS NOT NULL"
_NEWEST_FIRST = "c.seq DESC"
_LAST_DELETED_FIRST = "c.deleted_at DESC, c.seq DESC"
_PINS = "SELECT lineage FROM pin"
_BEST_FIRST = tuple(Verdict)


class CredentialStore:
    """The credentials of one vault."""

    def __init__(self, database: Statements, pins: PinStore) -> None:
        self._database = database
        self._pins = pins
        self._facts = FactStore(database)

    def add(self, new: NewCredential, *, in_place_of: str | None = None) -> Added:
        """Keeps a credential. When this returns, it is on the medium.

        The same bytes again are a duplicate; from the bin they come back with all versions and what the owner added.
        A later `validFrom` under the same issuer and credential id takes the older one's place in lists, unless its
        verdict is worse (so that nothing forged can hide what is genuine); the older one stays as a version.

        Args:
            in_place_of: a record that says the very same, whose place it takes.

        Raises:
            VaultError: DISK_FULL, VAULT_READ_ONLY, STORAGE_FAILED ...; then nothing of it was kept.
        """
        digest = digest_of(new.original)
        record_id, is_known = self._id_for(digest)
        if is_known:
            came_back = Bin(self._database).take_back((record_id,))
            return Added(AddResult.RESTORED if came_back else AddResult.DUPLICATE, record_id)
        family = head_columns.family_of(new.credential)
        older = self.older_version(new) if in_place_of is None else self._current(in_place_of)
        with self._database.transaction(len(new.original) + len(new.report_json) + 2 * len(new.search_text)):
            seq = self._insert_head(new, record_id, family)
            lineage = seq if older is None else older[1]
            self._database.run("UPDATE credential SET lineage = ? WHERE seq = ?", (lineage, seq))
            if older is not None:
                self._database.run(
                    "UPDATE credential SET superseded_at = ? WHERE seq = ?",
                    (instant_to_text(new.added_at), older[0]),
                )
            self._insert_rest(new, seq, digest, "" if older is None else words_of(self._database, lineage))
        return Added(AddResult.ADDED if older is None else AddResult.UPDATED, record_id)

    def put_back(self, new: NewCredential, seq: int) -> str:
        """Makes again what a credential lacks whose original lies at `seq`: head, report, words. Its record id.

        For salvage; inside the caller's transaction.
        """
        digest, family = digest_of(new.original), head_columns.family_of(new.credential)
        known = self._database.row("SELECT id, lineage FROM credential WHERE seq = ?", (seq,))
        if known is None:
            record_id, lineage = self._id_for(digest)[0], seq
            made = self._insert_head(new, record_id, family)
            self._database.run("UPDATE credential SET seq = ?, lineage = ? WHERE seq = ?", (seq, seq, made))
        else:
            record_id, lineage = known
        self._database.run(
            "INSERT OR IGNORE INTO report (seq, sha256, json) VALUES (?, ?, ?)",
            (seq, digest_of(new.report_json), new.report_json),
        )
        if self._database.row("SELECT 1 FROM credential_text WHERE rowid = ?", (seq,)) is None:
            self._insert_words(new, seq, words_of(self._database, lineage))
        self._facts.keep(seq, new.facts)
        return str(record_id)

    def count(self) -> int:
        """How many current credentials there are; older versions are not counted."""
        row = self._database.row(f"SELECT count(*) FROM credential c WHERE {_CURRENT}")  # noqa: S608 - our own words
        return int(row[0]) if row else 0

    def heads(
        self,
        search: str | None = None,
        *,
        collection: str | None = None,
        tag: str | None = None,
        in_bin: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[CredentialHead]:
        """Current credentials for a list, those outside the bin or those in it.

        The order is that of a collection in it, the best match first in a search, the last deleted first in the bin;
        else what is pinned comes first in its order, then the latest added.

        Args:
            search: words as a person types them; all must occur, the last may be the beginning of a word.
                Accents and case do not matter.
            collection: only what is in this collection.
            tag: only what wears this tag.
            limit: at most so many; None for all.
            offset: how many to leave out at the start.

        Raises:
            VaultError: NAME_NOT_FOUND when there is no such collection.
        """
        where, values = [_IN_BIN if in_bin else _CURRENT], list[Value]()
        order, source = _LAST_DELETED_FIRST if in_bin else _NEWEST_FIRST, "credential c"
        if tag is not None:
            if not has_format(self._database, ORGANISED):
                return ()
            where.append("c.lineage IN (SELECT lineage FROM tag WHERE folded = ?)")
            values.append(name_key(tag))
        if collection is not None:
            source += " JOIN collection_member m ON m.lineage = c.lineage"
            where.append("m.collection = ?")
            values.append(CollectionStore(self._database).number_of(collection))
            order = order if in_bin else "m.position, c.seq DESC"
        expression = match_expression(search or "")
        if expression is not None:
            source += " JOIN credential_text t ON t.rowid = c.seq"
            where.append("credential_text MATCH ?")
            values.append(expression)
            order = "t.rank, c.seq DESC"
        page = (-1 if limit is None else limit, offset)
        if order == _NEWEST_FIRST and self._pins.any():
            return self._pinned_first(source, where, values, page)
        return self._page(source, where, order, (*values, *page))

    def _page(self, source: str, where: Sequence[str], order: str, values: Sequence[Value]) -> Heads:
        """One page of heads; all but the values is made of our own words."""
        condition = " AND ".join(where)
        rows = self._database.rows(
            f"SELECT {HEAD_COLUMNS} FROM {source} WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?",  # noqa: S608
            values,
        )
        return Heads(rows)

    def _pinned_first(
        self, source: str, where: Sequence[str], values: Sequence[Value], page: tuple[int, int]
    ) -> Heads:
        """Two lists after one another, so that the long one is read in the order it lies in."""
        limit, offset = page
        pinned = self._page(
            f"{source} JOIN pin p ON p.lineage = c.lineage", where, "p.position", (*values, -1, 0)
        )
        first = pinned[offset:] if limit < 0 else pinned[offset : offset + limit]
        room = limit if limit < 0 else limit - len(first)
        if room == 0:
            return first
        rest = (*values, room, max(0, offset - len(pinned)))
        return first + self._page(source, (*where, f"c.lineage NOT IN ({_PINS})"), _NEWEST_FIRST, rest)

    def get(self, id_or_prefix: str) -> StoredCredential:
        """Everything kept of one credential, current or older, by its id or the first 4 or more of its characters.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, or VAULT_DAMAGED when the original is not what was kept.
        """
        seq = find_record(self._database, "credential", id_or_prefix)
        row = self._database.row(
            f"SELECT {HEAD_COLUMNS}, c.envelope, c.superseded_at, c.deleted_at, o.sha256, o.content, r.sha256, r.json"  # noqa: S608
            " FROM credential c LEFT JOIN original o USING (seq) LEFT JOIN report r USING (seq) WHERE c.seq = ?",
            (seq,),
        )
        if row is None or not (is_whole(row[-4], row[-3]) and is_whole(row[-2], row[-1])):
            raise VaultError(Reason.VAULT_DAMAGED, "a record is not what was kept")
        envelope, superseded_at, deleted_at, digest, original, _, report_json = row[-7:]
        return StoredCredential(
            head_from_row(row),
            envelope_from_text(envelope),
            original,
            digest.hex(),
            report_json,
            text_to_instant(superseded_at) if superseded_at else None,
            text_to_instant(deleted_at) if deleted_at else None,
        )

    def all_versions(self) -> Sequence[tuple[str, str]]:
        """Every record, older versions and the bin included, as they came; each with its first version's id."""
        rows = self._database.rows(
            "SELECT c.id, f.id FROM credential c LEFT JOIN credential f ON f.seq = c.lineage ORDER BY c.seq"
        )
        return tuple((str(record_id), str(first or record_id)) for record_id, first in rows)

    def versions(self, id_or_prefix: str) -> Sequence[CredentialHead]:
        """All versions of one credential, the latest first; itself alone when it was never renewed."""
        seq = find_record(self._database, "credential", id_or_prefix)
        rows = self._database.rows(
            f"SELECT {HEAD_COLUMNS} FROM credential c"  # noqa: S608
            " WHERE c.lineage = (SELECT lineage FROM credential WHERE seq = ?) ORDER BY c.seq DESC",
            (seq,),
        )
        return tuple(head_from_row(row) for row in rows)

    def record_report(
        self,
        id_or_prefix: str,
        report_json: str,
        verdict: Verdict,
        reason: Reason | None,
        checked_at: datetime,
    ) -> None:
        """Keeps the outcome of a later check as the latest one, and adds it to the history. Durable on return."""
        seq = find_record(self._database, "credential", id_or_prefix)
        when = instant_to_text(checked_at)
        with self._database.transaction():
            self._database.run(
                "UPDATE credential SET verdict = ?, reason = ?, checked_at = ? WHERE seq = ?",
                (verdict, reason, when, seq),
            )
            self._database.run(
                "UPDATE report SET sha256 = ?, json = ? WHERE seq = ?",
                (digest_of(report_json), report_json, seq),
            )
            self._add_to_history(seq, when, verdict, reason)

    def history(self, id_or_prefix: str) -> Sequence[PastCheck]:
        """What every check of one credential said, the latest first."""
        seq = find_record(self._database, "credential", id_or_prefix)
        rows = self._database.rows(
            "SELECT checked_at, verdict, reason FROM check_history WHERE seq = ? ORDER BY id DESC", (seq,)
        )
        return tuple(past_check_from_row(row) for row in rows)

    def newest_start_after(self, moment: datetime) -> datetime | None:
        """The latest date after this moment from which a credential counts that a check found good after that date.

        What no check found good does not count, and neither does a date that was still to come at that check, so
        that nobody can date a credential far ahead and be taken for the time. Dates that have an offset are compared
        as text: the answer may be a day off.
        """
        rows = self._database.rows(
            "SELECT c.issued FROM credential c WHERE c.issued > ? AND EXISTS ("
            " SELECT 1 FROM check_history h WHERE h.seq = c.seq AND h.verdict IN (?, ?) AND h.checked_at >= c.issued)",
            (instant_to_text(moment), Verdict.VERIFIED, Verdict.CHECK),
        )
        dated = [start for row in rows if (start := _moment(row[0])) is not None]
        return max(dated, default=None)

    def _id_for(self, digest: bytes) -> tuple[str, bool]:
        """The id for bytes with this digest, and whether they are kept already.

        An id grows when other bytes with the same first 20 characters are there, which somebody could arrange
        on purpose.
        """
        text = digest.hex()
        for length in range(_ID_LENGTH, len(text) + 1, _ID_GROWTH):
            record_id = text[:length]
            kept = self._database.row(
                "SELECT o.sha256 FROM credential c LEFT JOIN original o USING (seq) WHERE c.id = ?",
                (record_id,),
            )
            if kept is None or kept[0] == digest:
                return record_id, kept is not None
        raise VaultError(Reason.VAULT_DAMAGED, "a record has lost its original")

    def older_version(self, new: NewCredential) -> tuple[int, int] | None:
        """`seq` and lineage of the current credential that the new one renews, None when it renews nothing."""
        family = head_columns.family_of(new.credential)
        if family is None or new.verdict not in (Verdict.VERIFIED, Verdict.CHECK):
            return None  # what could not be checked may be forged, and must not hide what is genuine
        rows = self._database.rows(
            f"SELECT c.seq, c.lineage, c.issued, c.verdict FROM credential c WHERE c.family = ? AND {_CURRENT}",  # noqa: S608
            (family,),
        )
        start = _moment(new.credential.valid_from)
        dated = [(moment, row) for row in rows if (moment := _moment(row[2])) is not None]
        if start is None or not dated:
            return None
        moment, (seq, lineage, _, verdict) = max(dated, key=lambda pair: pair[0])
        is_worse = _BEST_FIRST.index(new.verdict) > _BEST_FIRST.index(verdict)
        return None if start <= moment or is_worse else (seq, lineage)

    def _current(self, record_id: str) -> tuple[int, int] | None:
        query = f"SELECT c.seq, c.lineage FROM credential c WHERE c.id = ? AND {_CURRENT}"  # noqa: S608 - our own words
        return self._database.row(query, (record_id,))

    def _insert_head(self, new: NewCredential, record_id: str, family: bytes | None) -> int:
        return self._database.run(
            "INSERT INTO credential (id, lineage, family, name, issuer, issued, ends, format, envelope,"
            " verdict, reason, checked_at, added_at, skills_count, self_asserted)"
            " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record_id,
                family,
                head_columns.name_of(new.credential),
                head_columns.issuer_of(new.credential),
                head_columns.date_text(new.credential.valid_from),
                head_columns.date_text(new.credential.valid_until),
                new.format,
                new.envelope,
                new.verdict,
                new.reason,
                instant_to_text(new.checked_at),
                instant_to_text(new.added_at),
                head_columns.skills_count(new.credential),
                int(head_columns.is_self_asserted(new.credential)),
            ),
        )

    def _insert_rest(self, new: NewCredential, seq: int, digest: bytes, own_words: str) -> None:
        self._database.run(
            "INSERT INTO original (seq, sha256, content) VALUES (?, ?, ?)", (seq, digest, bytes(new.original))
        )
        self._database.run(
            "INSERT INTO report (seq, sha256, json) VALUES (?, ?, ?)",
            (seq, digest_of(new.report_json), new.report_json),
        )
        self._insert_words(new, seq, own_words)
        self._facts.keep(seq, new.facts)
        self._add_to_history(seq, instant_to_text(new.checked_at), new.verdict, new.reason)

    def _insert_words(self, new: NewCredential, seq: int, own_words: str) -> None:
        self._database.run(
            "INSERT INTO credential_text (rowid, name, issuer, content, note) VALUES (?, ?, ?, ?, ?)",
            (
                seq,
                fold(head_columns.name_of(new.credential)),
                fold(head_columns.issuer_of(new.credential)),
                fold(head_columns.storable(new.search_text)),
                own_words,
            ),
        )

    def _add_to_history(self, seq: int, when: str, verdict: Verdict, reason: Reason | None) -> None:
        self._database.run(
            "INSERT INTO check_history (seq, checked_at, verdict, reason) VALUES (?, ?, ?, ?)",
            (seq, when, verdict, reason),
        )


def _moment(text: str | None) -> datetime | None:
    """When a date an issuer wrote is, None when it is no date."""
    if text is None:
        return None
    try:
        return parse_datetime(text)
    except CodecError:
        return None
