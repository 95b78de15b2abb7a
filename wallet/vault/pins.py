"""Pins: what the owner wants first in the list, in which order.

Lives here: the SQL of the pin table. Does not live here: the list (`credential_store`).
"""

from collections.abc import Sequence

from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.lineages import lineage_of, lineages_of
from wallet.vault.statements import Statements


class PinStore:
    """The pins of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database
        self._any: bool | None = None

    def any(self) -> bool:
        """Whether anything is pinned. Asked with every list, so the answer is kept until a pin changes."""
        if self._any is None:
            self._any = has_format(self._database, ORGANISED) and bool(
                self._database.row("SELECT 1 FROM pin LIMIT 1")
            )
        return self._any

    def add(self, ids: Sequence[str]) -> None:
        """Pins credentials behind those that are pinned, in this order; a pinned one stays in its place.

        Durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        self._arrange(list(dict.fromkeys([*self._lineages(), *lineages_of(self._database, ids)])))

    def remove(self, ids: Sequence[str]) -> None:
        """Unpins credentials; durable on return.

        Raises:
            VaultError: as `add`.
        """
        leaving = set(lineages_of(self._database, ids))
        self._arrange([lineage for lineage in self._lineages() if lineage not in leaving])

    def arrange(self, ids: Sequence[str]) -> None:
        """Pins these first, in this order; what else is pinned follows in its order. Durable on return.

        Raises:
            VaultError: as `add`.
        """
        self._arrange(list(dict.fromkeys([*lineages_of(self._database, ids), *self._lineages()])))

    def ids(self) -> Sequence[str]:
        """The record ids of what is pinned and not in the bin, in order."""
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows(
            "SELECT c.id FROM pin p JOIN credential c ON c.lineage = p.lineage"
            " WHERE c.superseded_at IS NULL AND c.deleted_at IS NULL ORDER BY p.position"
        )
        return tuple(str(record_id) for (record_id,) in rows)

    def has(self, id_or_prefix: str) -> bool:
        """Whether a credential is pinned.

        Raises:
            VaultError: as `add`.
        """
        return lineage_of(self._database, id_or_prefix) in self._lineages()

    def _lineages(self) -> Sequence[int]:
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows("SELECT lineage FROM pin ORDER BY position")
        return tuple(int(lineage) for (lineage,) in rows)

    def _arrange(self, lineages: Sequence[int]) -> None:
        self._any = None
        with self._database.transaction():
            self._database.run("DELETE FROM pin")
            for position, lineage in enumerate(lineages, start=1):
                self._database.run("INSERT INTO pin (lineage, position) VALUES (?, ?)", (lineage, position))
