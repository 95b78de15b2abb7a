"""Joining what the owner added in two copies of a vault: collections, tags, notes, pins, files, profiles and keys.

Does not live here: credentials, shares (`merge`).
"""

from collections.abc import Iterator, Mapping, Sequence

from wallet.vault.file_format import FACTS, has_format
from wallet.vault.names import MAX_CHARACTERS, name_key
from wallet.vault.skill_joins import join_keys
from wallet.vault.statements import Row, Statements

_Added = tuple[str, str, str]


class OwnerMerge:
    """One merge while it runs, inside its transaction. Nothing of this vault is changed or taken away."""

    def __init__(self, mine: Statements, theirs: Statements, lineages: Mapping[int, int]) -> None:
        """Begins; nothing is written yet.

        Args:
            lineages: the `seq` of each record of the other, and the lineage it has in this vault.
        """
        self._mine = mine
        self._theirs = theirs
        self._lineages = lineages

    def everything(self) -> Iterator[_Added]:
        """Adds what is missing here; for each the kind, the record it belongs to, and its name."""
        yield from self._collections()
        yield from self._tags()
        yield from self._notes()
        yield from self._pins()
        yield from self._files()
        yield from self._profiles()
        self._joined_skills()

    def keys_of(self, name: str) -> Iterator[_Added]:
        """The keys of a vault of an older format, where they belong to nobody: to a profile called as that file is."""
        rows = self._theirs.rows(
            "SELECT did, verification_method, seed, created_at FROM holder_key ORDER BY id"
        )
        if rows:
            profile, is_new = self._profile(name[:MAX_CHARACTERS].strip() or "1", rows[0][3])
            if is_new:
                yield "profile", "", name
            yield from self._add_keys(rows, profile)

    def _collections(self) -> Iterator[_Added]:
        for number, name, folded, created_at in self._theirs.rows(
            "SELECT id, name, folded, created_at FROM collection ORDER BY position, id"
        ):
            known = self._mine.row("SELECT id FROM collection WHERE folded = ?", (folded,))
            if known is None:
                yield "collection", "", name
            mine = int(known[0]) if known else self._mine.run(
                "INSERT INTO collection (name, folded, position, created_at)"
                " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM collection), ?)",
                (name, folded, created_at),
            )  # fmt: skip
            for (lineage,) in self._theirs.rows(
                "SELECT lineage FROM collection_member WHERE collection = ? ORDER BY position", (number,)
            ):
                self._mine.run(
                    "INSERT OR IGNORE INTO collection_member (collection, lineage, position) VALUES (?1, ?2,"
                    " (SELECT coalesce(max(position), 0) + 1 FROM collection_member WHERE collection = ?1))",
                    (mine, self._lineages[lineage]),
                )

    def _tags(self) -> Iterator[_Added]:
        for lineage, folded, name in self._theirs.rows("SELECT lineage, folded, name FROM tag"):
            mine = self._lineages[lineage]
            if self._mine.row("SELECT 1 FROM tag WHERE lineage = ? AND folded = ?", (mine, folded)) is None:
                spelled = self._mine.row("SELECT name FROM tag WHERE folded = ? LIMIT 1", (folded,))
                self._mine.run(
                    "INSERT INTO tag (lineage, folded, name) VALUES (?, ?, ?)",
                    (mine, folded, spelled[0] if spelled else name),
                )
                yield "tag", self._id_of(mine), name

    def _notes(self) -> Iterator[_Added]:
        """A note that was rewritten in one copy has other words: both stay."""
        for lineage, digest, text, written_at, changed_at in self._theirs.rows(
            "SELECT lineage, sha256, text, written_at, changed_at FROM note ORDER BY id"
        ):
            mine = self._lineages[lineage]
            if self._mine.row("SELECT 1 FROM note WHERE lineage = ? AND sha256 = ?", (mine, digest)) is None:
                self._mine.run(
                    "INSERT INTO note (lineage, sha256, text, written_at, changed_at) VALUES (?, ?, ?, ?, ?)",
                    (mine, digest, text, written_at, changed_at),
                )
                yield "note", self._id_of(mine), ""

    def _pins(self) -> Iterator[_Added]:
        for (lineage,) in self._theirs.rows("SELECT lineage FROM pin ORDER BY position"):
            mine = self._lineages[lineage]
            if self._mine.row("SELECT 1 FROM pin WHERE lineage = ?", (mine,)) is None:
                self._mine.run(
                    "INSERT INTO pin (lineage, position) VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM pin))",
                    (mine,),
                )
                yield "pin", self._id_of(mine), ""

    def _files(self) -> Iterator[_Added]:
        for lineage, name, media_type, size, digest, added_at in self._theirs.rows(
            "SELECT lineage, name, media_type, size, sha256, added_at FROM attachment ORDER BY id"
        ):
            mine = self._lineages[lineage]
            if self._mine.row("SELECT 1 FROM attachment WHERE lineage = ? AND sha256 = ?", (mine, digest)):
                continue
            for (content,) in self._theirs.rows(
                "SELECT content FROM attachment_content WHERE sha256 = ?", (digest,)
            ):
                self._mine.run(
                    "INSERT INTO attachment_content (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    (digest, content),
                )
            self._mine.run(
                "INSERT INTO attachment (lineage, name, media_type, size, sha256, added_at) VALUES (?, ?, ?, ?, ?, ?)",
                (mine, name, media_type, size, digest, added_at),
            )
            yield "file", self._id_of(mine), name

    def _joined_skills(self) -> None:
        """What either owner joined is joined. The other's credentials are read again, so their skills come later."""
        if not has_format(self._theirs, FACTS):
            return
        groups: dict[int, list[bytes]] = {}
        since = ""
        for same, joined, at in self._theirs.rows(
            "SELECT same, joined, joined_at FROM skill_join ORDER BY joined, same"
        ):
            groups.setdefault(int(joined), []).append(bytes(same))
            since = max(since, str(at))
        for keys in groups.values():
            join_keys(self._mine, keys, since)

    def _profiles(self) -> Iterator[_Added]:
        for number, name, created_at in self._theirs.rows(
            "SELECT id, name, created_at FROM profile ORDER BY id"
        ):
            mine, is_new = self._profile(name, created_at)
            if is_new:
                yield "profile", "", name
            for (value,) in self._theirs.rows(
                "SELECT value FROM profile_identifier WHERE profile = ? ORDER BY position", (number,)
            ):
                self._mine.run(
                    "INSERT OR IGNORE INTO profile_identifier (profile, value, position) VALUES (?1, ?2,"
                    " (SELECT coalesce(max(position), 0) + 1 FROM profile_identifier WHERE profile = ?1))",
                    (mine, value),
                )
            keys = self._theirs.rows(
                "SELECT did, verification_method, seed, created_at FROM holder_key WHERE profile = ? ORDER BY id",
                (number,),
            )
            yield from self._add_keys(keys, mine)

    def _profile(self, name: str, created_at: str) -> tuple[int, bool]:
        """The profile of this name here, and whether it was made now."""
        known = {name_key(one): int(row) for row, one in self._mine.rows("SELECT id, name FROM profile")}
        if name_key(name) in known:
            return known[name_key(name)], False
        return self._mine.run(
            "INSERT INTO profile (name, created_at) VALUES (?, ?)", (name, created_at)
        ), True

    def _add_keys(self, keys: Sequence[Row], profile: int) -> Iterator[_Added]:
        """The key in use stays the one it is."""
        for did, method, seed, created_at in keys:
            if self._mine.row("SELECT 1 FROM holder_key WHERE did = ?", (did,)) is None:
                is_first = self._mine.row("SELECT 1 FROM holder_key WHERE is_default = 1") is None
                self._mine.run(
                    "INSERT INTO holder_key (did, verification_method, seed, created_at, is_default, profile)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (did, method, seed, created_at, int(is_first), profile),
                )
                yield "key", "", did

    def _id_of(self, lineage: int) -> str:
        row = self._mine.row(
            "SELECT id FROM credential WHERE lineage = ? ORDER BY superseded_at IS NULL DESC, seq DESC LIMIT 1",
            (lineage,),
        )
        return str(row[0]) if row else ""
