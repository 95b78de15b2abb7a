"""What one vault holds that another one lacks, told by content.

Does not live here: joining them (`merge`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wallet.vault.records import HEAD_COLUMNS, CredentialHead, head_from_row
from wallet.vault.statements import Statements


@dataclass(frozen=True, slots=True)
class Lacking:
    """What would be missing.

    Attributes:
        credentials: those whose bytes the other vault does not hold, older versions and the bin included.
        shares: how many entries of the share history it does not hold.
    """

    credentials: Sequence[CredentialHead]
    shares: int


def lacking_in(other: Statements, present: Statements) -> Lacking:
    """What `present` holds and `other` lacks."""
    kept = set(_digests(other))
    missing = [seq for digest, seq in _digests(present).items() if digest not in kept]
    share_ids = {row[0] for row in other.rows("SELECT id FROM share")}
    shares = sum(1 for row in present.rows("SELECT id FROM share") if row[0] not in share_ids)
    return Lacking(tuple(head_of(present, seq) for seq in missing), shares)


def head_of(database: Statements, seq: int) -> CredentialHead:
    """What a list shows of one record."""
    (row,) = database.rows(f"SELECT {HEAD_COLUMNS} FROM credential c WHERE c.seq = ?", (seq,))  # noqa: S608
    return head_from_row(row)


def _digests(database: Statements) -> Mapping[bytes, int]:
    rows = database.rows("SELECT o.sha256, o.seq FROM original o ORDER BY o.seq")
    return {bytes(digest): int(seq) for digest, seq in rows}
