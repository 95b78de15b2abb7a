"""Tags: words the owner puts on credentials. A tag is there as long as something wears it.

Lives here: the SQL of the tag table. Does not live here: which words can be tags (`names`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.lineages import lineage_of, lineages_of
from wallet.vault.names import name_key, usable_name
from wallet.vault.statements import Statements
from wallet.vault.words import index_words

_COUNTED = (
    "SELECT min(t.name), count(c.seq) FROM tag t LEFT JOIN credential c"
    " ON c.lineage = t.lineage AND c.superseded_at IS NULL AND c.deleted_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag.

    Attributes:
        name: as the owner spelled it first.
        count: how many credentials outside the bin wear it.
    """

    name: str
    count: int


class TagStore:
    """The tags of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def add(self, tag: str, ids: Sequence[str]) -> str:
        """Puts a tag on credentials, all or none; durable on return. One they wear already stays as it is.

        Returns:
            The tag as it is spelled in this vault: the first spelling is kept.

        Raises:
            VaultError: NAME_NOT_USABLE, RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        name = usable_name(tag)
        lineages = lineages_of(self._database, ids)
        with self._database.transaction():
            known = self._database.row("SELECT name FROM tag WHERE folded = ? LIMIT 1", (name_key(name),))
            name = known[0] if known else name
            for lineage in lineages:
                self._database.run(
                    "INSERT OR IGNORE INTO tag (lineage, folded, name) VALUES (?, ?, ?)",
                    (lineage, name_key(name), name),
                )
            index_words(self._database, lineages)
        return name

    def remove(self, tag: str, ids: Sequence[str]) -> int:
        """Takes a tag off credentials; how many wore it. Durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        folded = name_key(tag)
        wearing = [lineage for lineage in lineages_of(self._database, ids) if self._wears(lineage, folded)]
        with self._database.transaction():
            for lineage in wearing:
                self._database.run("DELETE FROM tag WHERE lineage = ? AND folded = ?", (lineage, folded))
            index_words(self._database, wearing)
        return len(wearing)

    def list(self) -> Sequence[Tag]:
        """Every tag by name."""
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(f"{_COUNTED} GROUP BY t.folded ORDER BY t.folded")
        return tuple(Tag(str(name), int(count)) for name, count in rows)

    def get(self, tag: str) -> Tag:
        """One tag, by any spelling of its name; as it was typed and worn by nothing when there is none."""
        rows = (
            self._database.rows(f"{_COUNTED} WHERE t.folded = ? GROUP BY t.folded", (name_key(tag),))
            if has_format(self._database, ORGANISED)
            else ()
        )
        return Tag(str(rows[0][0]), int(rows[0][1])) if rows else Tag(tag, 0)

    def of(self, id_or_prefix: str) -> Sequence[str]:
        """The tags of one credential, by name."""
        if not has_format(self._database, ORGANISED):
            return ()
        lineage = lineage_of(self._database, id_or_prefix)
        rows = self._database.rows("SELECT name FROM tag WHERE lineage = ? ORDER BY folded", (lineage,))
        return tuple(str(name) for (name,) in rows)

    def by_record(self) -> Mapping[str, Sequence[str]]:
        """The tags of every current credential that wears one, by record id."""
        if not has_format(self._database, ORGANISED):
            return {}
        found: dict[str, list[str]] = {}
        for record_id, name in self._database.rows(
            "SELECT c.id, t.name FROM tag t JOIN credential c ON c.lineage = t.lineage"
            " WHERE c.superseded_at IS NULL ORDER BY t.folded"
        ):
            found.setdefault(record_id, []).append(name)
        return found

    def _wears(self, lineage: int, folded: str) -> bool:
        found = self._database.row("SELECT 1 FROM tag WHERE lineage = ? AND folded = ?", (lineage, folded))
        return found is not None
