"""Finding a record by the beginning of its id.

Lives here: the rule that people may shorten ids. Does not live here: how ids are made.
"""

import re

from wallet.errors import Reason, VaultError
from wallet.vault.statements import Statements

SHORTEST_PREFIX = 4
_PREFIX = re.compile(r"[0-9a-z-]{4,64}")
_AFTER_ANY_ID_CHARACTER = "{"  # the character after z


def find_record(database: Statements, table: str, typed: str) -> int:
    """The `seq` of the one record whose id is, or begins with, what was typed (4 characters or more, any case).

    Args:
        table: "credential" or "share"; a word of ours, never a person's.

    Raises:
        VaultError: RECORD_NOT_FOUND or RECORD_AMBIGUOUS.
    """
    prefix = typed.strip().lower()
    if not _PREFIX.fullmatch(prefix):
        raise VaultError(Reason.RECORD_NOT_FOUND, "not an id")
    found = database.rows(
        f"SELECT id, seq FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",  # noqa: S608 - a word of ours
        (prefix, prefix + _AFTER_ANY_ID_CHARACTER),
    )
    if not found:
        raise VaultError(Reason.RECORD_NOT_FOUND, "no record with this id")
    if len(found) > 1 and found[0][0] != prefix:
        raise VaultError(Reason.RECORD_AMBIGUOUS, "several records begin with this")
    return int(found[0][1])
