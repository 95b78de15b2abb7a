"""Mending what was carried over from a damaged vault, so that it hangs together again, and naming what is gone.

Does not live here: carrying over (`salvage`).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from wallet.vault.credential_store import NewCredential
from wallet.vault.holder_keys import HolderKey
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.vault import Vault

_LOST_WITH_THEIR_CREDENTIAL = {
    "note": (FindingKind.NOTE, "CAST(id AS TEXT)", "NULL"),
    "attachment": (FindingKind.FILE, "substr(lower(hex(sha256)), 1, 20)", "name"),
    "evidence": (FindingKind.EVIDENCE, "substr(lower(hex(sha256)), 1, 20)", "NULL"),
}
"""Rows that are named when what they hang on is gone: what they are, where, and what they were called."""
_ID_CHARACTERS = 20
_INCOMPLETE = "seq NOT IN (SELECT seq FROM original) OR seq NOT IN (SELECT seq FROM report)"


@dataclass(frozen=True, slots=True)
class LostRecord:
    """Something that was in the damaged file and is not in the new one.

    Attributes:
        name: what it was called, as far as that is known; from a credential or the owner, so hostile text.
    """

    finding: Finding
    name: str | None


@dataclass(frozen=True, slots=True)
class Helpers:
    """What only the caller can do.

    Attributes:
        read_again: parses and verifies an original; None when it is no credential this program can read.
        new_key: makes a holder key for a profile that has lost its own.
    """

    read_again: Callable[[bytes], NewCredential | None]
    new_key: Callable[[], HolderKey]


class Mending:
    """One mending, inside the caller's transaction, with foreign keys deferred."""

    def __init__(self, vault: Vault, tables: Sequence[str], helpers: Helpers) -> None:
        self._vault = vault
        self._database = vault.database
        self._tables = tables
        self._helpers = helpers

    def mend(self, named: Collection[str]) -> tuple[Sequence[str], Sequence[LostRecord]]:
        """Completes what can be completed and takes out what cannot.

        Args:
            named: the record ids the damaged file's indexes name.

        Returns:
            The ids of credentials that were read and checked again, and what is lost.
        """
        again = self._complete_credentials()
        lost = [*self._credentials(), *self._shares()]
        self._lineages()
        self._drop_credentials()
        lost += [*self._keys(), *self._loose_ends()]
        lost += self._only_named(named, {one.finding.where for one in lost})
        return again, lost

    def _complete_credentials(self) -> Sequence[str]:
        """Gives every original that is whole its head, report and words again."""
        done = []
        for (seq,) in self._database.rows(
            "SELECT seq FROM original WHERE seq NOT IN (SELECT seq FROM credential)"
            " OR seq NOT IN (SELECT seq FROM report) OR seq NOT IN (SELECT rowid FROM credential_text)"
        ):
            row = self._database.row("SELECT content FROM original WHERE seq = ?", (seq,))
            new = self._helpers.read_again(row[0]) if row else None
            if new is not None:
                done.append(self._vault.credentials.put_back(new, seq))
        return tuple(done)

    def _credentials(self) -> Iterator[LostRecord]:
        for record_id, name in self._database.rows(f"SELECT id, name FROM credential WHERE {_INCOMPLETE}"):  # noqa: S608
            yield LostRecord(Finding(FindingKind.RECORD, record_id), name)
        for digest, has_head in self._database.rows(
            "SELECT sha256, seq IN (SELECT seq FROM credential) FROM original"
        ):
            if not has_head:
                yield LostRecord(Finding(FindingKind.RECORD, digest.hex()[:_ID_CHARACTERS]), None)

    def _lineages(self) -> None:
        """Where the first version is gone, the oldest that is left takes its place; the newest left is current."""
        roots = self._database.rows(
            f"SELECT DISTINCT lineage FROM credential WHERE NOT ({_INCOMPLETE}) AND lineage NOT IN"  # noqa: S608
            f" (SELECT seq FROM credential WHERE NOT ({_INCOMPLETE}))"
        )
        for (root,) in roots:
            first = self._database.row(
                f"SELECT min(seq) FROM credential WHERE lineage = ? AND NOT ({_INCOMPLETE})",  # noqa: S608
                (root,),
            )
            for table in self._with_column("lineage"):
                self._database.run(
                    f"UPDATE OR IGNORE {table} SET lineage = ? WHERE lineage = ?",  # noqa: S608 - our own tables
                    (first[0] if first else root, root),
                )

    def _drop_credentials(self) -> None:
        self._database.run(
            f"DELETE FROM credential_text WHERE rowid IN (SELECT seq FROM credential WHERE {_INCOMPLETE})"  # noqa: S608
            " OR rowid NOT IN (SELECT seq FROM credential)"
        )
        self._database.run(f"DELETE FROM credential WHERE {_INCOMPLETE}")  # noqa: S608
        self._database.run(
            "UPDATE credential SET superseded_at = NULL WHERE seq IN"
            " (SELECT max(seq) FROM credential GROUP BY lineage HAVING count(*) = count(superseded_at))"
        )

    def _shares(self) -> Sequence[LostRecord]:
        lost = self._database.rows(
            "SELECT id, recipient FROM share WHERE seq NOT IN (SELECT seq FROM share_content)"
        )
        self._database.run("DELETE FROM share WHERE seq NOT IN (SELECT seq FROM share_content)")
        return [LostRecord(Finding(FindingKind.SHARE, share_id), to) for share_id, to in lost]

    def _keys(self) -> Iterator[LostRecord]:
        """Every key belongs to a profile, every profile has a key, and one key is the one in use."""
        self._database.run(
            "INSERT INTO profile (name, created_at) SELECT '1', min(created_at) FROM holder_key"
            " WHERE NOT EXISTS (SELECT 1 FROM profile) HAVING count(*) > 0"
        )
        self._database.run(
            "UPDATE holder_key SET profile = (SELECT min(id) FROM profile)"
            " WHERE profile IS NULL OR profile NOT IN (SELECT id FROM profile)"
        )
        for number, name in self._database.rows(
            "SELECT id, name FROM profile WHERE id NOT IN (SELECT profile FROM holder_key)"
        ):
            self._vault.holder_keys.add(self._helpers.new_key(), number)
            yield LostRecord(Finding(FindingKind.KEY, str(number)), name)
        self._database.run(
            "UPDATE holder_key SET is_default = 1 WHERE id = (SELECT min(id) FROM holder_key)"
            " AND NOT EXISTS (SELECT 1 FROM holder_key WHERE is_default = 1)"
        )

    def _loose_ends(self) -> Sequence[LostRecord]:
        """Takes out rows that refer to something that is gone, until none is left."""
        lost: list[LostRecord] = []
        found = True
        while found:
            found = False
            for table, condition in self._references():
                if self._database.row(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1") is not None:  # noqa: S608
                    found = True
                    lost += self._named_rows(table, condition)
                    self._database.run(f"DELETE FROM {table} WHERE {condition}")  # noqa: S608
        for content, user in (("evidence_content", "evidence"), ("attachment_content", "attachment")):
            self._database.run(f"DELETE FROM {content} WHERE sha256 NOT IN (SELECT sha256 FROM {user})")  # noqa: S608
        return lost

    def _references(self) -> Iterator[tuple[str, str]]:
        """Each table with what its rows must not be: referring to a row that is not there."""
        for table in self._tables:
            for parent, here, there in self._database.rows(
                'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (table,)
            ):
                condition = f"{here} IS NOT NULL AND {here} NOT IN (SELECT {there} FROM {parent})"  # noqa: S608
                yield table, condition

    def _named_rows(self, table: str, condition: str) -> Iterator[LostRecord]:
        if table in _LOST_WITH_THEIR_CREDENTIAL:
            kind, where, name = _LOST_WITH_THEIR_CREDENTIAL[table]
            for place, called in self._database.rows(
                f"SELECT DISTINCT {where}, {name} FROM {table} WHERE {condition}"  # noqa: S608 - our own words
            ):
                yield LostRecord(Finding(kind, place), called)

    def _only_named(self, named: Collection[str], said: Collection[str]) -> Iterator[LostRecord]:
        """Records of which nothing is left but their entry in an index."""
        kept = {row[0] for row in self._database.rows("SELECT id FROM credential UNION SELECT id FROM share")}
        for record_id in sorted(set(named) - kept - set(said)):
            yield LostRecord(Finding(FindingKind.RECORD, record_id), None)

    def _with_column(self, column: str) -> Iterator[str]:
        for table in self._tables:
            if self._database.row("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column)):
                yield table
