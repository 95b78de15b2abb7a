"""Collections: groups of credentials that the owner names and orders.

Lives here: the SQL of the collection tables. Does not live here: which names can be used (`names`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.errors import Reason, VaultError
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.instants import instant_to_text
from wallet.vault.lineages import lineage_of, lineages_of
from wallet.vault.names import name_key, usable_name
from wallet.vault.statements import Statements
from wallet.vault.words import index_words

_COUNTED = (
    "SELECT l.name, count(c.seq) FROM collection l LEFT JOIN collection_member m ON m.collection = l.id"
    " LEFT JOIN credential c ON c.lineage = m.lineage AND c.superseded_at IS NULL AND c.deleted_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection.

    Attributes:
        name: as the owner calls it.
        count: how many credentials outside the bin are in it.
    """

    name: str
    count: int


class CollectionStore:
    """The collections of one vault. A name means a collection whatever its case and accents."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def create(self, name: str, now: datetime) -> str:
        """Makes an empty collection, last in order; its name as it is kept. Durable on return.

        Raises:
            VaultError: NAME_NOT_USABLE, NAME_TAKEN.
        """
        kept = usable_name(name)
        with self._database.transaction():
            self._require_free(kept)
            self._insert(kept, now)
        return kept

    def add(self, name: str, ids: Sequence[str], now: datetime) -> str:
        """Puts credentials into a collection, last in its order, all or none; makes it when there is none yet.

        Durable on return. What is in it already stays in its place.

        Returns:
            The collection's name as it is kept.

        Raises:
            VaultError: NAME_NOT_USABLE, RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        lineages = lineages_of(self._database, ids)
        with self._database.transaction():
            found = self._find(name)
            number, kept = found or (self._insert(usable_name(name), now), usable_name(name))
            for lineage in lineages:
                self._database.run(
                    "INSERT OR IGNORE INTO collection_member (collection, lineage, position) VALUES (?1, ?2,"
                    " (SELECT coalesce(max(position), 0) + 1 FROM collection_member WHERE collection = ?1))",
                    (number, lineage),
                )
            index_words(self._database, lineages)
        return kept

    def remove(self, name: str, ids: Sequence[str]) -> int:
        """Takes credentials out of a collection; how many were in it. The credentials stay. Durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND, RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        number, _ = self._require(name)
        members = self._members(number)
        leaving = [lineage for lineage in lineages_of(self._database, ids) if lineage in members]
        with self._database.transaction():
            for lineage in leaving:
                self._database.run(
                    "DELETE FROM collection_member WHERE collection = ? AND lineage = ?", (number, lineage)
                )
            index_words(self._database, leaving)
        return len(leaving)

    def rename(self, name: str, new_name: str) -> str:
        """Gives a collection another name, or its name another spelling; the name as it is kept. Durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND, NAME_NOT_USABLE, NAME_TAKEN.
        """
        number, _ = self._require(name)
        kept = usable_name(new_name)
        with self._database.transaction():
            self._require_free(kept, but=number)
            self._database.run(
                "UPDATE collection SET name = ?, folded = ? WHERE id = ?", (kept, name_key(kept), number)
            )
            index_words(self._database, self._members(number))
        return kept

    def arrange(self, name: str, ids: Sequence[str]) -> None:
        """Puts these credentials of a collection first, in this order; the others follow in theirs. Durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND, RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        number, _ = self._require(name)
        members = self._members(number)
        first = [lineage for lineage in lineages_of(self._database, ids) if lineage in members]
        order = [*first, *(lineage for lineage in members if lineage not in first)]
        with self._database.transaction():
            for position, lineage in enumerate(order, start=1):
                self._database.run(
                    "UPDATE collection_member SET position = ? WHERE collection = ? AND lineage = ?",
                    (position, number, lineage),
                )

    def drop(self, name: str) -> int:
        """Removes a collection and keeps its credentials; how many were in it. Durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND.
        """
        number, _ = self._require(name)
        members = self._members(number)
        with self._database.transaction():
            self._database.run("DELETE FROM collection WHERE id = ?", (number,))
            index_words(self._database, members)
        return len(members)

    def list(self) -> Sequence[Collection]:
        """All collections in their order, empty ones too."""
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(f"{_COUNTED} GROUP BY l.id ORDER BY l.position, l.id")
        return tuple(Collection(str(name), int(count)) for name, count in rows)

    def get(self, name: str) -> Collection:
        """One collection, by any spelling of its name.

        Raises:
            VaultError: NAME_NOT_FOUND.
        """
        number, kept = self._require(name)
        row = self._database.row(f"{_COUNTED} WHERE l.id = ? GROUP BY l.id", (number,))
        return Collection(kept, int(row[1]) if row else 0)

    def of(self, id_or_prefix: str) -> Sequence[str]:
        """The names of the collections one credential is in, in their order."""
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(
            "SELECT l.name FROM collection l JOIN collection_member m ON m.collection = l.id"
            " WHERE m.lineage = ? ORDER BY l.position, l.id",
            (lineage_of(self._database, id_or_prefix),),
        )
        return tuple(str(name) for (name,) in rows)

    def by_record(self) -> Mapping[str, Sequence[str]]:
        """The collections of every current credential that is in one, by record id."""
        if not has_format(self._database, ORGANISED):
            return {}
        found: dict[str, list[str]] = {}
        for record_id, name in self._database.rows(
            "SELECT c.id, l.name FROM collection_member m JOIN collection l ON l.id = m.collection"
            " JOIN credential c ON c.lineage = m.lineage"
            " WHERE c.superseded_at IS NULL ORDER BY l.position, l.id"
        ):
            found.setdefault(record_id, []).append(name)
        return found

    def number_of(self, name: str) -> int:
        """The row of a collection.

        Raises:
            VaultError: NAME_NOT_FOUND.
        """
        return self._require(name)[0]

    def _insert(self, name: str, now: datetime) -> int:
        return self._database.run(
            "INSERT INTO collection (name, folded, position, created_at)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM collection), ?)",
            (name, name_key(name), instant_to_text(now)),
        )

    def _find(self, name: str) -> tuple[int, str] | None:
        if not has_format(self._database, ORGANISED):
            return None
        row = self._database.row("SELECT id, name FROM collection WHERE folded = ?", (name_key(name),))
        return None if row is None else (int(row[0]), str(row[1]))

    def _require(self, name: str) -> tuple[int, str]:
        found = self._find(name)
        if found is None:
            raise VaultError(Reason.NAME_NOT_FOUND, "no such collection")
        return found

    def _require_free(self, name: str, *, but: int | None = None) -> None:
        found = self._find(name)
        if found is not None and found[0] != but:
            raise VaultError(Reason.NAME_TAKEN, "a collection")

    def _members(self, number: int) -> Sequence[int]:
        rows = self._database.rows(
            "SELECT lineage FROM collection_member WHERE collection = ? ORDER BY position, lineage", (number,)
        )
        return tuple(int(lineage) for (lineage,) in rows)
