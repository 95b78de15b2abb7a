"""Joining two copies of a vault that both went on: what the other holds is added to this one, item by item, by content.

Lives here: the rules and their SQL. Does not live here: opening the other (`wallet.app.merge`), telling that copies
have diverged (`revision`).

The rules: nothing of this vault is taken away. What is in one and deleted in the other is kept. The same bytes are one
record; of two checks the later one is the latest; notes, files and shares of both stay, tags and collections are
united. Of two secret keys for one name both stay; this vault's stays the one in use. All of it is one transaction.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from wallet.errors import Reason, VaultError
from wallet.vault.backup_log import BACKUP_SETTINGS
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.instants import text_to_instant
from wallet.vault.merge_owner import OwnerMerge
from wallet.vault.revision import OWN_SETTINGS, remember_merged
from wallet.vault.settings import CREATED_AT, KIT_MADE_AT, NAME
from wallet.vault.statements import Row, Statements
from wallet.vault.vault import Vault
from wallet.vault.words import index_words

_COPIED = (
    "name, issuer, issued, ends, format, envelope, verdict, reason, checked_at, added_at, skills_count,"
    " self_asserted, superseded_at, deleted_at"
)
# A kit belongs to a key, and each file has its own.
_NOT_MERGED = frozenset({*OWN_SETTINGS, *BACKUP_SETTINGS, NAME, CREATED_AT, KIT_MADE_AT})
_FIRST_ID, _ID_STEP = 20, 4


class MergeOutcome(StrEnum):
    """What became of one thing of the other copy."""

    ADDED = "added"
    KEPT = "kept"
    CHECKED_LATER = "checked_later"


@dataclass(frozen=True, slots=True)
class MergedItem:
    """One thing that changed, or that the copies disagree about.

    Attributes:
        kind: "credential", "share", "note", "file", "collection", "tag", "pin", "profile", "key", "setting", or what
            `join` calls it.
        id: the record or share it is, or belongs to; "" for what has none.
        name: what it is called, from a credential or a person; "" for what has no name.
        outcome: KEPT for what one of the copies had deleted, or for a value of this one that differs.
    """

    kind: str
    id: str
    name: str
    outcome: MergeOutcome


@dataclass(frozen=True, slots=True)
class JoinedSettings:
    """Settings of two copies that were joined by whoever knows what they mean.

    Attributes:
        values: what this vault has from now on, by key; None takes it away.
        keys: those of both that are done with.
        items: what was added.
    """

    values: Mapping[str, str | None]
    keys: frozenset[str]
    items: Sequence[MergedItem]


Join = Callable[[Mapping[str, str], Mapping[str, str]], JoinedSettings]


def merge(mine: Vault, theirs: Vault, join: Join | None = None) -> Sequence[MergedItem]:
    """Adds to `mine` what only `theirs` holds; durable on return, all or nothing. `theirs` is only read.

    Args:
        join: joins settings that are lists, given this vault's and the other's; what it does not take on is joined
            by key.

    Raises:
        VaultError: VAULT_DAMAGED when the other cannot be read as a whole, DISK_FULL ...; then nothing was added.
    """
    with mine.database.transaction():
        joining = _Merge(mine.database, theirs.database)
        found = [*joining.credentials(), *joining.shares()]
        owner = OwnerMerge(mine.database, theirs.database, joining.lineages)
        added = owner.everything() if has_format(theirs.database, ORGANISED) else owner.keys_of(theirs.name)
        found += [MergedItem(kind, one, name, MergeOutcome.ADDED) for kind, one, name in added]
        found += joining.settings(join)
        index_words(mine.database, tuple(dict.fromkeys(joining.lineages.values())))
        remember_merged(mine.database, theirs.state)
    return tuple(found)


class _Merge:
    """One merge while it runs, inside its transaction."""

    def __init__(self, mine: Statements, theirs: Statements) -> None:
        self._mine = mine
        self._theirs = theirs
        self.lineages: dict[int, int] = {}

    def credentials(self) -> Iterator[MergedItem]:
        """Records with their reports, history and evidence; then which version is current, and what lies in the bin."""
        for seq, lineage, digest, name in self._theirs.rows(
            "SELECT c.seq, c.lineage, o.sha256, c.name FROM credential c JOIN original o USING (seq) ORDER BY c.seq"
        ):
            known = self._mine.row("SELECT seq FROM original WHERE sha256 = ?", (digest,))
            if known is None:
                mine = self._add(seq, lineage, digest)
                yield MergedItem("credential", self._id_of(mine), name, MergeOutcome.ADDED)
            else:
                mine = int(known[0])
                if self._take_later_check(mine, seq):
                    yield MergedItem("credential", self._id_of(mine), name, MergeOutcome.CHECKED_LATER)
                yield from self._take_out_of_bin(mine, seq, name)
            self.lineages[seq] = self._lineage_of(mine)
            self._join_history(mine, seq)
            self._join_evidence(mine, seq)
        for lineage in dict.fromkeys(self.lineages.values()):
            self._settle(lineage)

    def shares(self) -> Iterator[MergedItem]:
        """Shares are never changed, so an id this vault has is the same share."""
        for row in self._theirs.rows(
            "SELECT id, recipient, purpose, made_at, until, channel, can_be_stopped, what_json, what_sha256, sha256,"
            " seq FROM share ORDER BY seq"
        ):
            if self._mine.row("SELECT 1 FROM share WHERE id = ?", (row[0],)) is not None:
                continue
            mine = self._mine.run(
                "INSERT INTO share (id, recipient, purpose, made_at, until, channel, can_be_stopped, what_json,"
                " what_sha256, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row[:10],
            )
            content = self._require(
                self._theirs.row("SELECT content FROM share_content WHERE seq = ?", (row[10],))
            )
            self._mine.run("INSERT INTO share_content (seq, content) VALUES (?, ?)", (mine, content[0]))
            yield MergedItem("share", row[0], row[1], MergeOutcome.ADDED)

    def settings(self, join: Join | None) -> Sequence[MergedItem]:
        """Values this vault lacks; where both have one, this vault's stays and that is said."""
        mine, theirs = self._settings_of(self._mine), self._settings_of(self._theirs)
        joined = join(mine, theirs) if join is not None else JoinedSettings({}, frozenset(), ())
        found = list(joined.items)
        for key, value in joined.values.items():
            self._mine.run("DELETE FROM setting WHERE key = ?", (key,))
            if value is not None:
                self._mine.run("INSERT INTO setting (key, value) VALUES (?, ?)", (key, value))
        for key, value in theirs.items():
            if key in joined.keys:
                continue
            if key not in mine:
                self._mine.run("INSERT INTO setting (key, value) VALUES (?, ?)", (key, value))
            elif mine[key] != value:
                found.append(MergedItem("setting", "", key, MergeOutcome.KEPT))
        return found

    def _add(self, seq: int, lineage: int, digest: bytes) -> int:
        """A record of the other, with the original and the latest report."""
        row = self._require(
            self._theirs.row(f"SELECT {_COPIED}, family FROM credential WHERE seq = ?", (seq,))  # noqa: S608
        )
        marks = ", ".join("?" * len(row))
        mine = self._mine.run(
            f"INSERT INTO credential (id, lineage, {_COPIED}, family) VALUES (?, 0, {marks})",  # noqa: S608
            (self._free_id(digest), *row),
        )
        # With the earlier versions the other has; never by name alone, so that nothing forged hides what is genuine.
        home = self.lineages.get(lineage, mine)
        self._mine.run("UPDATE credential SET lineage = ? WHERE seq = ?", (home, mine))
        original = self._require(
            self._theirs.row("SELECT sha256, content FROM original WHERE seq = ?", (seq,))
        )
        self._mine.run("INSERT INTO original (seq, sha256, content) VALUES (?, ?, ?)", (mine, *original))
        report = self._require(self._theirs.row("SELECT sha256, json FROM report WHERE seq = ?", (seq,)))
        self._mine.run("INSERT INTO report (seq, sha256, json) VALUES (?, ?, ?)", (mine, *report))
        words = self._theirs.row("SELECT name, issuer, content FROM credential_text WHERE rowid = ?", (seq,))
        if words is not None:
            self._mine.run(
                "INSERT INTO credential_text (rowid, name, issuer, content, note) VALUES (?, ?, ?, ?, '')",
                (mine, *words),
            )
        return mine

    def _take_later_check(self, mine: int, theirs: int) -> bool:
        columns = "SELECT verdict, reason, checked_at FROM credential WHERE seq = ?"
        here, there = (
            self._require(self._mine.row(columns, (mine,))),
            self._require(self._theirs.row(columns, (theirs,))),
        )
        if text_to_instant(there[2]) <= text_to_instant(here[2]):
            return False
        self._mine.run(
            "UPDATE credential SET verdict = ?, reason = ?, checked_at = ? WHERE seq = ?", (*there, mine)
        )
        report = self._require(self._theirs.row("SELECT sha256, json FROM report WHERE seq = ?", (theirs,)))
        self._mine.run("UPDATE report SET sha256 = ?, json = ? WHERE seq = ?", (*report, mine))
        return True

    def _take_out_of_bin(self, mine: int, theirs: int, name: str) -> Iterator[MergedItem]:
        """Deleted in one and not in the other: kept."""
        query = "SELECT deleted_at IS NOT NULL FROM credential WHERE seq = ?"
        here, there = (
            self._require(self._mine.row(query, (mine,))),
            self._require(self._theirs.row(query, (theirs,))),
        )
        if here == there:
            return
        self._mine.run("UPDATE credential SET deleted_at = NULL WHERE seq = ?", (mine,))
        yield MergedItem("credential", self._id_of(mine), name, MergeOutcome.KEPT)

    def _join_history(self, mine: int, theirs: int) -> None:
        rows = "SELECT checked_at, verdict, reason FROM check_history WHERE seq = ? ORDER BY id"
        here, there = self._mine.rows(rows, (mine,)), self._theirs.rows(rows, (theirs,))
        new = [row for row in there if row not in here]
        if not new:
            return
        self._mine.run("DELETE FROM check_history WHERE seq = ?", (mine,))
        for row in sorted((*here, *new), key=lambda row: str(row[0])):
            self._mine.run(
                "INSERT INTO check_history (seq, checked_at, verdict, reason) VALUES (?, ?, ?, ?)",
                (mine, *row),
            )

    def _join_evidence(self, mine: int, theirs: int) -> None:
        """Of each address the document that was retrieved last."""
        if not self._theirs.row("SELECT 1 FROM sqlite_schema WHERE name = 'evidence'"):
            return
        for url, digest, at in self._theirs.rows(
            "SELECT url, sha256, retrieved_at FROM evidence WHERE seq = ?", (theirs,)
        ):
            known = self._mine.row("SELECT retrieved_at FROM evidence WHERE seq = ? AND url = ?", (mine, url))
            if known is not None and str(known[0]) >= str(at):
                continue
            body = self._require(
                self._theirs.row("SELECT content FROM evidence_content WHERE sha256 = ?", (digest,))
            )
            self._mine.run(
                "INSERT INTO evidence_content (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (digest, body[0]),
            )
            self._mine.run(
                "INSERT OR REPLACE INTO evidence (seq, url, sha256, retrieved_at) VALUES (?, ?, ?, ?)",
                (mine, url, digest, at),
            )

    def _settle(self, lineage: int) -> None:
        """One version is current, the latest by its start; and all versions are in the bin, or none."""
        rows = self._mine.rows(
            "SELECT seq, added_at FROM credential WHERE lineage = ? AND superseded_at IS NULL"
            " ORDER BY issued IS NOT NULL, issued, seq",
            (lineage,),
        )
        for (seq, _), (_, since) in pairwise(rows):
            self._mine.run("UPDATE credential SET superseded_at = ? WHERE seq = ?", (since, seq))
        self._mine.run(
            "UPDATE credential SET deleted_at = NULL WHERE lineage = ?1 AND EXISTS"
            " (SELECT 1 FROM credential WHERE lineage = ?1 AND deleted_at IS NULL)",
            (lineage,),
        )

    def _free_id(self, digest: bytes) -> str:
        """As `CredentialStore` makes it: the start of the digest, longer where two begin alike."""
        text = digest.hex()
        lengths = range(_FIRST_ID, len(text) + 1, _ID_STEP)
        return next(
            text[:length]
            for length in lengths
            if self._mine.row("SELECT 1 FROM credential WHERE id = ?", (text[:length],)) is None
        )

    def _id_of(self, seq: int) -> str:
        return str(self._require(self._mine.row("SELECT id FROM credential WHERE seq = ?", (seq,)))[0])

    def _lineage_of(self, seq: int) -> int:
        return int(self._require(self._mine.row("SELECT lineage FROM credential WHERE seq = ?", (seq,)))[0])

    def _settings_of(self, database: Statements) -> Mapping[str, str]:
        return {
            str(key): str(value)
            for key, value in database.rows("SELECT key, value FROM setting ORDER BY key")
            if key not in _NOT_MERGED
        }

    def _require(self, row: Row | None) -> Row:
        if row is None:
            raise VaultError(Reason.VAULT_DAMAGED, "a record is not whole")
        return row
