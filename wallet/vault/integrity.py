"""Looking at every page and every record, and naming what is not as it was kept.

Lives here: the checks behind `vault check`, for an open vault and for a file that cannot be opened any more.
Does not live here: saving what is left (salvage), words for people.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wallet.errors import VaultError
from wallet.vault.digests import is_whole
from wallet.vault.file_format import EVIDENCE, ORGANISED, has_format
from wallet.vault.statements import Row, Statements

_PAGE_NUMBER = re.compile(r"page (\d+)")
_MAX_STRUCTURE_TEXT = 200


class FindingKind(StrEnum):
    """What is damaged."""

    PAGE = "page"
    RECORD = "record"
    SHARE = "share"
    EVIDENCE = "evidence"
    NOTE = "note"
    FILE = "file"
    KEY = "key"
    TRUST_LIST = "trust_list"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Finding:
    """One damaged thing.

    Attributes:
        where: a page number counted from 1, a record id, a share id, a note's number, the start of a document's,
            file's or list's SHA-256, or a technical note on the database's structure.
    """

    kind: FindingKind
    where: str


def check_database(database: Statements) -> Sequence[Finding]:
    """Everything that is damaged in an open vault; empty when nothing is."""
    found: list[Finding] = []
    for examine in (_pages, _structure, _records, _shares, _evidence, _notes, _files):
        found.extend(_collect(examine, database))
    return tuple(dict.fromkeys(found))


def _collect(examine: Callable[[Statements], Iterator[Finding]], database: Statements) -> Iterator[Finding]:
    """The findings of one examination; that it could not be finished is a finding too."""
    try:
        yield from examine(database)
    except VaultError as error:
        yield Finding(FindingKind.STRUCTURE, f"{examine.__name__.strip('_')} cannot be read: {error.reason}")


def _pages(database: Statements) -> Iterator[Finding]:
    for (message,) in database.rows("PRAGMA cipher_integrity_check"):
        number = _PAGE_NUMBER.search(message)
        yield (
            Finding(FindingKind.PAGE, number[1])
            if number
            else Finding(FindingKind.STRUCTURE, message[:_MAX_STRUCTURE_TEXT])
        )


def _structure(database: Statements) -> Iterator[Finding]:
    for (message,) in database.rows("PRAGMA quick_check"):
        if message != "ok":
            yield Finding(FindingKind.STRUCTURE, str(message)[:_MAX_STRUCTURE_TEXT])
    for table, row_id, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield Finding(FindingKind.STRUCTURE, f"{table} row {row_id} has no {parent}")


def _records(database: Statements) -> Iterator[Finding]:
    """Records whose original is gone or changed, named by table and index, which lie on different pages."""
    by_table, table_is_whole = _readable(database, "SELECT seq, id FROM credential NOT INDEXED")
    by_index, index_is_whole = _readable(
        database, "SELECT seq, id FROM credential INDEXED BY credential_by_id"
    )
    if not (table_is_whole and index_is_whole):
        yield Finding(FindingKind.STRUCTURE, "the list of records cannot be read as a whole")
    for seq, record_id in sorted({*by_table, *by_index}):
        if not _record_is_whole(database, seq):
            yield Finding(FindingKind.RECORD, record_id)


def _record_is_whole(database: Statements, seq: int) -> bool:
    try:
        row = database.row(
            "SELECT o.sha256, o.content, r.sha256, r.json, c.id FROM credential c LEFT JOIN original o USING (seq)"
            " LEFT JOIN report r USING (seq) WHERE c.seq = ?",
            (seq,),
        )
    except VaultError:
        return False
    if row is None or not (is_whole(row[0], row[1]) and is_whole(row[2], row[3])):
        return False
    return bool(row[0].hex().startswith(row[4]))


def _shares(database: Statements) -> Iterator[Finding]:
    for seq, share_id in database.rows("SELECT seq, id FROM share"):
        try:
            row = database.row(
                "SELECT s.sha256, c.content, s.what_sha256, s.what_json FROM share s"
                " LEFT JOIN share_content c USING (seq) WHERE s.seq = ?",
                (seq,),
            )
        except VaultError:
            row = None
        if row is None or not (is_whole(row[0], row[1]) and is_whole(row[2], row[3])):
            yield Finding(FindingKind.SHARE, share_id)


def _evidence(database: Statements) -> Iterator[Finding]:
    if not has_format(database, EVIDENCE):
        return
    for (digest,) in database.rows("SELECT DISTINCT sha256 FROM evidence"):
        if not _is_content_whole(database, "evidence_content", digest):
            yield Finding(FindingKind.EVIDENCE, digest.hex()[:20])


def _notes(database: Statements) -> Iterator[Finding]:
    if not has_format(database, ORGANISED):
        return
    for number, digest in database.rows("SELECT id, sha256 FROM note"):
        try:
            row = database.row("SELECT text FROM note WHERE id = ?", (number,))
        except VaultError:
            row = None
        if row is None or not is_whole(digest, row[0]):
            yield Finding(FindingKind.NOTE, str(number))


def _files(database: Statements) -> Iterator[Finding]:
    if not has_format(database, ORGANISED):
        return
    for (digest,) in database.rows("SELECT DISTINCT sha256 FROM attachment"):
        if not _is_content_whole(database, "attachment_content", digest):
            yield Finding(FindingKind.FILE, digest.hex()[:20])


def _is_content_whole(database: Statements, table: str, digest: bytes) -> bool:
    """Whether a content kept under its digest is there and has it. `table` is a word of ours."""
    try:
        row = database.row(f"SELECT content FROM {table} WHERE sha256 = ?", (digest,))  # noqa: S608
    except VaultError:
        return False
    return row is not None and is_whole(digest, row[0])


def _readable(database: Statements, query: str) -> tuple[Sequence[Row], bool]:
    """The rows of a query, and whether it could be read at all."""
    try:
        return database.rows(query), True
    except VaultError:
        return (), False
