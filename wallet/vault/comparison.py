"""What one vault holds that another one lacks, told by content.

Does not live here: joining them (`merge`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wallet.vault.records import HEAD_COLUMNS, CredentialHead, head_from_row
from wallet.vault.revision import Relation, relation, state_of
from wallet.vault.statements import Statements


@dataclass(frozen=True, slots=True)
class Lacking:
    """What would be missing.

    Attributes:
        credentials: those whose bytes the other vault does not hold, older versions and the bin included.
        shares: how many entries of the share history it does not hold.
        notes: how many notes of the owner it does not hold in these words.
        files: how many files of the owner it does not hold.
        is_another_vault: the two are not versions of one vault, but vaults of their own.
    """

    credentials: Sequence[CredentialHead]
    shares: int
    notes: int
    files: int
    is_another_vault: bool


def lacking_in(other: Statements, present: Statements) -> Lacking:
    """What `present` holds and `other` lacks."""
    kept = set(_digests(other))
    missing = [seq for digest, seq in _digests(present).items() if digest not in kept]
    shares, notes, files = (
        _lacking_rows(other, present, table, column)
        for table, column in (("share", "id"), ("note", "sha256"), ("attachment", "sha256"))
    )
    is_another = relation(state_of(present), state_of(other)) is Relation.ANOTHER_VAULT
    return Lacking(tuple(head_of(present, seq) for seq in missing), shares, notes, files, is_another)


def head_of(database: Statements, seq: int) -> CredentialHead:
    """What a list shows of one record."""
    (row,) = database.rows(f"SELECT {HEAD_COLUMNS} FROM credential c WHERE c.seq = ?", (seq,))  # noqa: S608
    return head_from_row(row)


def _digests(database: Statements) -> Mapping[bytes, int]:
    rows = database.rows("SELECT o.sha256, o.seq FROM original o ORDER BY o.seq")
    return {bytes(digest): int(seq) for digest, seq in rows}


def _lacking_rows(other: Statements, present: Statements, table: str, column: str) -> int:
    """How many different values `present` has there and `other` has not; table and column are words of ours."""
    kept, held = (_values(database, table, column) for database in (other, present))
    return len(held - kept)


def _values(database: Statements, table: str, column: str) -> set[object]:
    if not database.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)):
        return set()  # a backup of an older format
    return {row[0] for row in database.rows(f"SELECT {column} FROM {table}")}  # noqa: S608
