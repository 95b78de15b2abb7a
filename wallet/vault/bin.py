"""The bin: credentials the owner deleted, whole and with everything added to them, until they go for good.

Lives here: the SQL of moving in, out and away. Does not live here: when something goes (`wallet.app.bin`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from wallet.vault.attachments import drop_unused
from wallet.vault.facts import drop_unused_skills
from wallet.vault.file_format import FACTS, ORGANISED, has_format
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.lineages import lineages_of
from wallet.vault.statements import Statements


class Bin:
    """The bin of one vault. A credential is in it with all its versions or not at all."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def put(self, ids: Sequence[str], now: datetime) -> int:
        """Moves credentials into the bin, all or none; how many were not in it before. Durable on return.

        A clock that stands before what the vault has seen already is not believed: a date long ago would end the time
        to think again at once.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        moving = [one for one in lineages_of(self._database, ids) if not self._has(one)]
        moment = max(instant_to_text(now), self._latest_moment())
        with self._database.transaction():
            for lineage in moving:
                self._database.run(
                    "UPDATE credential SET deleted_at = ? WHERE lineage = ?", (moment, lineage)
                )
        return len(moving)

    def take_back(self, ids: Sequence[str]) -> int:
        """Moves credentials out of the bin, all or none; how many were in it. Durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
        """
        moving = [one for one in lineages_of(self._database, ids) if self._has(one)]
        if moving:
            with self._database.transaction():
                for lineage in moving:
                    self._database.run(
                        "UPDATE credential SET deleted_at = NULL WHERE lineage = ?", (lineage,)
                    )
        return len(moving)

    def deleted_at(self) -> Mapping[str, datetime]:
        """Since when everything in the bin is there, by record id."""
        rows = self._database.rows(
            "SELECT id, deleted_at FROM credential WHERE deleted_at IS NOT NULL AND superseded_at IS NULL"
        )
        return {str(record_id): text_to_instant(at) for record_id, at in rows}

    def empty(self, *, put_before: datetime | None = None) -> int:
        """Deletes for good what is in the bin, with its versions, reports, notes and files; how many.

        Durable on return. The freed pages are overwritten. Shares made of it stay in the history.

        Args:
            put_before: only what was put there before this moment; None for everything.
        """
        rows = self._database.rows(
            "SELECT DISTINCT lineage, deleted_at FROM credential WHERE deleted_at IS NOT NULL"
        )
        going = [
            int(lineage) for lineage, at in rows if put_before is None or text_to_instant(at) < put_before
        ]
        if not going:
            return 0
        with self._database.transaction():
            for lineage in going:
                self._database.run(
                    "DELETE FROM credential_text WHERE rowid IN (SELECT seq FROM credential WHERE lineage = ?)",
                    (lineage,),
                )
                self._database.run("DELETE FROM credential WHERE lineage = ?", (lineage,))
            self._database.run(
                "DELETE FROM evidence_content WHERE sha256 NOT IN (SELECT sha256 FROM evidence)"
            )
            if has_format(self._database, ORGANISED):
                drop_unused(self._database)
            if has_format(self._database, FACTS):
                drop_unused_skills(self._database)
        return len(set(going))

    def _latest_moment(self) -> str:
        """The latest time any record of this vault carries; these texts sort as the moments do."""
        row = self._database.row(
            "SELECT max(coalesce(max(added_at), ''), coalesce(max(checked_at), ''), coalesce(max(deleted_at), ''))"
            " FROM credential"
        )
        return str(row[0]) if row else ""

    def _has(self, lineage: int) -> bool:
        found = self._database.row(
            "SELECT 1 FROM credential WHERE lineage = ? AND deleted_at IS NOT NULL LIMIT 1", (lineage,)
        )
        return found is not None
