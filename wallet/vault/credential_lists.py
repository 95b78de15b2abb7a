"""What a window asks that shows thousands: the first page, what matches, how many.

Lives here: questions that are answered without reading every line, or in one value instead of ten thousand rows.
Does not live here: whole lists (`credential_store`), what was typed (`search`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.vault.pins import PinStore
from wallet.vault.records import HEAD_COLUMNS, CredentialHead, Heads
from wallet.vault.search import match_expression
from wallet.vault.statements import Row, Statements
from wallet.verification.report import Verdict

_CURRENT = "c.superseded_at IS NULL AND c.deleted_at IS NULL"
_ORDER = "coalesce(c.issued, '') DESC, c.added_at DESC, c.seq DESC"
_BROKEN = (Verdict.INVALID, Verdict.UNREADABLE)
_PINS = "SELECT lineage FROM pin"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many current credentials there are outside the bin, and how many of them are verified."""

    total: int
    verified: int


class CredentialLists:
    """Quick answers about the credentials of one vault."""

    def __init__(self, database: Statements, pins: PinStore) -> None:
        self._database = database
        self._pins = pins

    def tally(self) -> Tally:
        """How many there are."""
        row = self._database.row(
            f"SELECT count(*), coalesce(sum(c.verdict = ?), 0) FROM credential c WHERE {_CURRENT}",  # noqa: S608 - our own words
            (Verdict.VERIFIED,),
        )
        return Tally(int(row[0]), int(row[1])) if row else Tally(0, 0)

    def latest_issued(self, limit: int) -> Sequence[CredentialHead]:
        """The first of the current ones: what is pinned, in its order, then the latest issued.

        Dates are compared as text, as the issuers wrote them; those of one date by when they were added.
        """
        if not self._pins.any():
            return Heads(self._rows("TRUE", limit))
        place = {record_id: number for number, record_id in enumerate(self._pins.ids())}
        pinned = sorted(self._rows(f"c.lineage IN ({_PINS})", -1), key=lambda row: place[row[0]])
        return Heads([*pinned, *self._rows(f"c.lineage NOT IN ({_PINS})", limit)][:limit])

    def matching(self, search: str) -> frozenset[str] | None:
        """The record ids in which every typed word occurs, in the bin too; None when nothing was typed.

        They come as one text, because the library hands out ten thousand rows one by one.
        """
        expression = match_expression(search)
        if expression is None:
            return None
        row = self._database.row(
            "SELECT group_concat(c.id, ' ') FROM credential_text t JOIN credential c ON c.seq = t.rowid"
            " WHERE credential_text MATCH ?",
            (expression,),
        )
        return frozenset(str(row[0]).split()) if row is not None and row[0] else frozenset()

    def with_verdicts(self, verdicts: Sequence[Verdict]) -> frozenset[str]:
        """The current record ids whose latest check said one of these, in the bin too."""
        marks = ", ".join("?" * len(verdicts))
        return self._ids(f"c.verdict IN ({marks})", verdicts)

    def self_asserted(self) -> frozenset[str]:
        """The current record ids whose issuer speaks of itself and that are not invalid, in the bin too."""
        return self._ids("c.self_asserted = 1 AND c.verdict NOT IN (?, ?)", _BROKEN)

    def verdicts(self) -> frozenset[Verdict]:
        """What the latest checks of current records said, in the bin too."""
        rows = self._database.rows("SELECT DISTINCT verdict FROM credential WHERE superseded_at IS NULL")
        return frozenset(verdict for verdict in Verdict if (str(verdict),) in rows)

    def _ids(self, condition: str, values: Sequence[Verdict]) -> frozenset[str]:
        """As one text, like `matching`; the condition is made of our own words."""
        row = self._database.row(
            "SELECT group_concat(c.id, ' ') FROM credential c"  # noqa: S608
            f" WHERE c.superseded_at IS NULL AND {condition}",
            values,
        )
        return frozenset(str(row[0]).split()) if row is not None and row[0] else frozenset()

    def ids_that_name(self, text: str) -> Sequence[str]:
        """The current credentials whose latest report holds this text anywhere, the latest added first.

        Args:
            text: as a JSON string has it between its quotes.
        """
        rows = self._database.rows(
            "SELECT c.id FROM credential c JOIN report r USING (seq)"  # noqa: S608 - our own words
            f" WHERE {_CURRENT} AND instr(r.json, ?) > 0 ORDER BY c.seq DESC",
            (text,),
        )
        return tuple(str(row[0]) for row in rows)

    def _rows(self, condition: str, limit: int) -> Sequence[Row]:
        """The latest issued under a condition of our own words; which they are is settled before any is read whole."""
        chosen = f"SELECT seq FROM credential c WHERE {_CURRENT} AND {condition} ORDER BY {_ORDER} LIMIT ?"  # noqa: S608
        return self._database.rows(
            f"SELECT {HEAD_COLUMNS} FROM credential c WHERE c.seq IN ({chosen}) ORDER BY {_ORDER}",  # noqa: S608
            (limit,),
        )
