"""Whether a file has the tables of a format version: one of an older format that cannot be written is read as it is.

Does not live here: bringing a file to the current version (`migrations`).
"""

from wallet.vault.statements import Statements

EVIDENCE = 2
"""The format version since which documents of checks are kept."""
ORGANISED = 3
"""The format version since which there are collections, tags, notes, pins, files and profiles."""
FACTS = 4
"""The format version since which kind, year and skills of credentials are kept, and which skills were joined."""


def has_format(database: Statements, version: int) -> bool:
    """Whether the file has this format version or a later one."""
    row = database.row("PRAGMA user_version")
    return row is not None and int(row[0]) >= version
