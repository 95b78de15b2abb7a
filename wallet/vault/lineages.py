"""From a record's id to the credential with all its versions, on which hangs what the owner adds to it.

Does not live here: finding by the beginning of an id (`record_ids`).
"""

from collections.abc import Sequence

from wallet.vault.record_ids import find_record
from wallet.vault.statements import Statements


def lineage_of(database: Statements, id_or_prefix: str) -> int:
    """The `seq` of the first version.

    Raises:
        VaultError: RECORD_NOT_FOUND or RECORD_AMBIGUOUS.
    """
    seq = find_record(database, "credential", id_or_prefix)
    row = database.row("SELECT lineage FROM credential WHERE seq = ?", (seq,))
    return int(row[0]) if row else seq


def lineages_of(database: Statements, ids: Sequence[str]) -> Sequence[int]:
    """The same for several, each once, in this order."""
    return tuple(dict.fromkeys(lineage_of(database, one) for one in ids))
