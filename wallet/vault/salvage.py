"""Carrying over what can still be read of a damaged vault into a new one.

Lives here: which row belongs to which table, and what is whole.
Does not live here: reading damaged pages (`raw_pages`), mending what hangs together (`mending`), making the new file
and verifying again (`wallet.app.salvage`).

Nothing here asks the damaged file's own directory of tables: every row on every page that is whole is told by its shape
(number and kinds of its values), which the tables of the new file give. So it does not matter which pages are lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.vault.backup_log import OF_ONE_KEY
from wallet.vault.digests import is_whole
from wallet.vault.facts import DERIVED_TABLES
from wallet.vault.mending import Helpers, LostRecord, Mending
from wallet.vault.raw_pages import FoundRow, RawPages
from wallet.vault.settings import KIT_MADE_AT
from wallet.vault.statements import Statements
from wallet.vault.vault import Vault

_RECORD_ID = re.compile(r"[0-9a-f]{20,64}")
_INDEX = "credential_text"
_NOT_READ = {"migration", "sqlite_sequence", *DERIVED_TABLES}
"""Tables of the file itself, and those whose content is derived again from the credentials."""
_KINDS = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
_LONG = ("content", "json", "text")
# The search index keeps `rank` in a table of the same shape; the kit and the backups of the damaged file have its key.
_NOT_CARRIED_OVER = frozenset({"rank", KIT_MADE_AT, *OF_ONE_KEY})


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged vault.

    Attributes:
        credentials: how many were saved, older versions and the bin included.
        read_again: ids of those whose place in the list was lost; they were read and checked again.
        keys: how many of the owner's keys were saved.
        lost: what is known to be gone; more may be, where `lost_pages` is not 0.
        lost_pages: how many pages of the damaged file could not be read.
    """

    credentials: int
    shares: int
    keys: int
    read_again: Sequence[str]
    lost: Sequence[LostRecord]
    lost_pages: int


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: type
    may_be_missing: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the new file: its columns as they lie in a row, and the one that is the row id itself, if any."""

    name: str
    columns: Sequence[_Column]
    row_id: str | None
    has_row_ids: bool

    def fits(self, found: FoundRow) -> bool:
        if self.has_row_ids == (found.row_id is None) or len(found.values) > len(self.columns):
            return False
        missing = self.columns[len(found.values) :]
        return all(map(self._takes, self.columns, found.values)) and all(c.may_be_missing for c in missing)

    def _takes(self, column: _Column, value: object) -> bool:
        if column.name == self.row_id:
            return value is None
        return column.may_be_missing if value is None else isinstance(value, column.kind)

    def values_of(self, found: FoundRow) -> dict[str, object]:
        """The row's values by column."""
        values = {column.name: value for column, value in zip(self.columns, found.values, strict=False)}
        return values if self.row_id is None else {**values, self.row_id: found.row_id}


def salvage_rows(vault: Vault, pages: RawPages, helpers: Helpers) -> Salvaged:
    """Fills a new vault with what the pages of a damaged one hold, all of it whole and hanging together.

    Args:
        vault: new and empty; nothing of it is used by others yet.

    Raises:
        VaultError: DISK_FULL, STORAGE_FAILED ...
    """
    database = vault.database
    with database.transaction():
        database.run("PRAGMA defer_foreign_keys = ON")
        tables = tuple(_tables(database))
        named = _carry_over(database, pages, tables)
        again, lost = Mending(vault, [table.name for table in tables], helpers).mend(named)
    counted = database.row(
        "SELECT (SELECT count(*) FROM credential), (SELECT count(*) FROM share), (SELECT count(*) FROM holder_key)"
    )
    credentials, shares, keys = counted or (0, 0, 0)
    return Salvaged(credentials, shares, keys, again, tuple(lost), pages.lost())


def _carry_over(database: Statements, pages: RawPages, tables: Sequence[_Table]) -> set[str]:
    """Puts every row that is whole into its table; the record ids that the file's indexes name."""
    known: set[str] = set()
    for found in pages.rows():
        if found.row_id is None and len(found.values) == 2 and _RECORD_ID.fullmatch(str(found.values[0])):  # noqa: PLR2004
            known.add(str(found.values[0]))
        if _is_search_text(found):
            _insert(
                database,
                _INDEX,
                dict(
                    zip(
                        ("rowid", "name", "issuer", "content", "note"),
                        (found.row_id, *found.values[1:]),
                        strict=True,
                    )
                ),
            )
        for table in tables:
            if table.fits(found) and table.name != "share_content":
                values = table.values_of(found)
                if _has_its_digest(values) and values.get("key") not in _NOT_CARRIED_OVER:
                    _insert(database, table.name, values)
    _carry_over_shares(database, pages, next(table for table in tables if table.name == "share_content"))
    return known


def _carry_over_shares(database: Statements, pages: RawPages, table: _Table) -> None:
    """The bytes of shares: a shape others have too, so each is held against the digest kept with its share."""
    for found in pages.rows():
        if table.fits(found):
            values = table.values_of(found)
            share = database.row("SELECT sha256 FROM share WHERE seq = ?", (found.row_id,))
            if share is not None and is_whole(share[0], _bytes(values["content"])):
                _insert(database, table.name, values)


def _tables(database: Statements) -> Iterator[_Table]:
    for name, sql in database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        if name in _NOT_READ or name.startswith(_INDEX):
            continue
        info = database.rows(
            "SELECT name, type, [notnull], dflt_value, pk FROM pragma_table_info(?)", (name,)
        )
        without = "WITHOUT ROWID" in sql.upper()
        keys = [row for row in info if row[4]]
        alias = keys[0][0] if not without and len(keys) == 1 and keys[0][1] == "INTEGER" else None
        ordered = [*sorted(keys, key=lambda row: row[4]), *(r for r in info if not r[4])] if without else info
        columns = [
            _Column(row[0], _KINDS[row[1]], not row[2] and not (without and row[4])) for row in ordered
        ]
        yield _Table(name, columns, alias, not without)


def _is_search_text(found: FoundRow) -> bool:
    """A row of the search index's own text: a row id, then name, issuer, content and notes."""
    kinds = [type(value) for value in found.values]
    return found.row_id is not None and kinds == [type(None), str, str, str, str]


def _has_its_digest(values: dict[str, object]) -> bool:
    """Whether something long is what was kept; True for rows without a digest of their own."""
    long = next((values[name] for name in _LONG if name in values), None)
    if "what_sha256" in values:
        return is_whole(_bytes(values["what_sha256"]), str(values["what_json"]))
    if "sha256" not in values or not isinstance(long, str | bytes):
        return True
    return is_whole(_bytes(values["sha256"]), long)


def _bytes(value: object) -> bytes | None:
    return value if isinstance(value, bytes) else None


def _insert(database: Statements, table: str, values: dict[str, object]) -> None:
    """One row; one that contradicts what is there already stays out. Names are those of our own tables."""
    how = "INSERT OR REPLACE" if table == "setting" else "INSERT OR IGNORE"
    names, blanks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    database.run(f'{how} INTO "{table}" ({names}) VALUES ({blanks})', tuple(values.values()))  # type: ignore[arg-type]
