"""What is derived of each credential for lists and views: its kind, the year it was earned, the skills it names.

Lives here: the SQL of those tables, and what is cut so that it fits. Does not live here: deriving it
(`wallet.credentials.kinds`, `wallet.credentials.skills`), adding up (`wallet.app.skills`), what the owner joined
(`skill_joins`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.kinds import Kind
from wallet.credentials.skills import Framework, NamedSkill
from wallet.vault.digests import digest_of
from wallet.vault.file_format import FACTS, has_format
from wallet.vault.head_columns import storable
from wallet.vault.record_ids import find_record
from wallet.vault.statements import Row, Statements, Value
from wallet.verification.report import Verdict

RULES = 1
"""The number of the present rules; what was read by others is read again."""
DERIVED_TABLES = ("credential_facts", "skill", "credential_skill")
"""The tables of which nothing is carried over: their content is derived again."""

_END = 16
_CURRENT = "c.superseded_at IS NULL AND c.deleted_at IS NULL"
_MAX_NAME, _MAX_URL, _MAX_LEVEL, _MAX_DAY = 700, 1200, 300, 10
_KINDS = {str(kind): kind for kind in Kind}
_FAMILIES = {str(family): family for family in Framework}
_VERDICTS = {str(verdict): verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Facts:
    """What was derived of one credential.

    Attributes:
        year: in which it was earned, None when it does not say.
        earned: the day, "2026-05-31"; None as before.
    """

    kind: Kind
    year: int | None = None
    earned: str | None = None
    skills: Sequence[NamedSkill] = ()


@dataclass(frozen=True, slots=True)
class FactsHead:
    """One current credential with its kind and time, as a list shows it. Texts are hostile."""

    id: str
    name: str
    issuer: str
    verdict: Verdict
    kind: Kind
    year: int | None
    earned: str | None
    self_asserted: bool = False


@dataclass(frozen=True, slots=True)
class SkillUse:
    """That a current credential names a skill: the record's id, the skill's number, and the level it states."""

    record_id: str
    skill: int
    level: str


class FactStore:
    """The derived facts of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def keep(self, seq: int, facts: Facts | None) -> None:
        """Keeps the facts of the record at `seq` in place of earlier ones; inside the caller's transaction.

        Nothing to keep leaves it to be read when somebody asks.
        """
        if facts is None:
            return
        run = self._database.run
        run(
            "INSERT OR REPLACE INTO credential_facts (seq, rules, kind, year, earned) VALUES (?, ?, ?, ?, ?)",
            (seq, RULES, facts.kind, facts.year, facts.earned and facts.earned[:_MAX_DAY]),
        )
        run("DELETE FROM credential_skill WHERE seq = ?", (seq,))
        for skill in facts.skills:
            run(
                "INSERT OR IGNORE INTO credential_skill (seq, skill, level) VALUES (?, ?, ?)",
                (seq, self._number_of(skill), _cut(skill.level, _MAX_LEVEL)),
            )

    def keep_all(self, found: Sequence[tuple[str, Facts]]) -> None:
        """Keeps the facts of several records, by id; durable on return. It changes nothing of what the owner has.

        Raises:
            VaultError: VAULT_READ_ONLY, DISK_FULL ...
        """
        with self._database.transaction(counted=False):
            for record_id, facts in found:
                self.keep(find_record(self._database, "credential", record_id), facts)

    def forget(self, id_or_prefix: str) -> None:
        """Has one record read again when somebody asks; for one that says more than before."""
        if has_format(self._database, FACTS):
            seq = find_record(self._database, "credential", id_or_prefix)
            with self._database.transaction(counted=False):
                self._database.run("DELETE FROM credential_facts WHERE seq = ?", (seq,))
                self._database.run("DELETE FROM credential_skill WHERE seq = ?", (seq,))
                drop_unused_skills(self._database)

    def pending(self, limit: int = -1) -> Sequence[str]:
        """The current records that were not read by the present rules, the latest added first; -1 for all."""
        condition, values = self._unread()
        rows = self._database.rows(
            f"SELECT c.id FROM credential c WHERE {condition}"  # noqa: S608 - our own words
            " ORDER BY c.deleted_at IS NOT NULL, c.seq DESC LIMIT ?",
            (*values, limit),
        )
        return tuple(str(record_id) for (record_id,) in rows)

    def pending_count(self) -> int:
        """How many current records were not read by the present rules."""
        condition, values = self._unread()
        row = self._database.row(f"SELECT count(*) FROM credential c WHERE {condition}", values)  # noqa: S608
        return int(row[0]) if row else 0

    def _unread(self) -> tuple[str, Sequence[Value]]:
        if not has_format(self._database, FACTS):
            return "c.superseded_at IS NULL", ()
        read = "SELECT seq FROM credential_facts WHERE rules = ?"
        return f"c.superseded_at IS NULL AND c.seq NOT IN ({read})", (RULES,)

    def heads(self) -> Sequence[FactsHead]:
        """Every current record outside the bin that was read, the latest added first."""
        if not has_format(self._database, FACTS):
            return ()
        rows = self._database.rows(
            "SELECT c.id, c.name, c.issuer, c.verdict, f.kind, f.year, f.earned, c.self_asserted"  # noqa: S608
            f" FROM credential c JOIN credential_facts f USING (seq) WHERE {_CURRENT} ORDER BY c.seq DESC"
        )
        return tuple(_head(row) for row in rows)

    def kinds(self) -> frozenset[Kind]:
        """The kinds of current records that were read, in the bin too."""
        return frozenset(_KINDS.get(str(kind), Kind.OTHER) for kind in self._distinct("kind"))

    def years(self) -> frozenset[int]:
        """The years in which they were earned."""
        return frozenset(year for year in self._distinct("year") if isinstance(year, int))

    def _distinct(self, column: str) -> Sequence[Value]:
        if not has_format(self._database, FACTS):
            return ()
        rows = self._database.rows(
            f"SELECT DISTINCT f.{column} FROM credential_facts f JOIN credential c USING (seq)"  # noqa: S608
            f" WHERE c.superseded_at IS NULL AND f.{column} IS NOT NULL"
        )
        return [value for (value,) in rows]

    def skills(self) -> Sequence[tuple[int, NamedSkill]]:
        """Every naming of a skill with its number, the first added first."""
        if not has_format(self._database, FACTS):
            return ()
        rows = self._database.rows("SELECT id, name, family, framework, code, url FROM skill ORDER BY id")
        return tuple(
            (int(row[0]), NamedSkill(row[1], _FAMILIES.get(row[2], Framework.OTHER), row[3], row[4], row[5]))
            for row in rows
        )

    def uses(self) -> Sequence[SkillUse]:
        """Which current record outside the bin names which skill."""
        if not has_format(self._database, FACTS):
            return ()
        rows = self._database.rows(
            "SELECT c.id, s.skill, s.level FROM credential_skill s JOIN credential c USING (seq)"  # noqa: S608
            f" WHERE {_CURRENT} ORDER BY c.seq DESC"
        )
        return tuple(SkillUse(str(row[0]), int(row[1]), str(row[2])) for row in rows)

    def matching(
        self, *, kinds: Sequence[str] = (), years: Sequence[int] = (), skills: Sequence[int] = ()
    ) -> frozenset[str]:
        """The current records, in the bin too, of one of these kinds, years and skills; nothing given asks nothing.

        They come as one text, because the library hands out ten thousand rows one by one.
        """
        if not has_format(self._database, FACTS):
            return frozenset()
        where, values = ["c.superseded_at IS NULL"], list[Value]()
        for column, chosen in (("f.kind", kinds), ("f.year", years)):
            if chosen:
                where.append(f"{column} IN ({', '.join('?' * len(chosen))})")
                values += chosen
        if skills:
            marks = ", ".join("?" * len(skills))
            where.append(f"c.seq IN (SELECT seq FROM credential_skill WHERE skill IN ({marks}))")  # noqa: S608
            values += skills
        row = self._database.row(
            "SELECT group_concat(c.id, ' ') FROM credential c JOIN credential_facts f USING (seq)"  # noqa: S608
            f" WHERE {' AND '.join(where)}",
            values,
        )
        return frozenset(str(row[0]).split()) if row is not None and row[0] else frozenset()

    def _number_of(self, skill: NamedSkill) -> int:
        kept = NamedSkill(
            _cut(skill.name, _MAX_NAME),
            skill.family,
            _cut(skill.framework, _MAX_NAME),
            _cut(skill.code, _MAX_LEVEL),
            _cut(skill.url, _MAX_URL),
        )
        stored = (kept.name, str(kept.family), kept.framework, kept.code, kept.url)
        digest = digest_of("\0".join(stored))
        known = self._database.row("SELECT id FROM skill WHERE digest = ?", (digest,))
        if known is not None:
            return int(known[0])
        return self._database.run(
            "INSERT INTO skill (digest, same, name, family, framework, code, url) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (digest, kept.key, *stored),
        )


def drop_unused_skills(database: Statements) -> None:
    """Takes away what no credential names any more, and what the owner joined of it; in the caller's transaction."""
    unused = "id NOT IN (SELECT skill FROM credential_skill)"
    gone = [same for (same,) in database.rows(f"SELECT DISTINCT same FROM skill WHERE {unused}")]  # noqa: S608
    database.run(f"DELETE FROM skill WHERE {unused}")  # noqa: S608 - our own words
    for same in gone:
        database.run(
            "DELETE FROM skill_join WHERE same = ?1 AND NOT EXISTS (SELECT 1 FROM skill WHERE same = ?1)",
            (same,),
        )
    if gone:
        database.run(
            "DELETE FROM skill_join WHERE joined IN (SELECT joined FROM skill_join GROUP BY joined HAVING count(*) < 2)"
        )


def _head(row: Row) -> FactsHead:
    return FactsHead(
        str(row[0]),
        str(row[1]),
        str(row[2]),
        _VERDICTS.get(row[3], Verdict.UNCHECKED),
        _KINDS.get(row[4], Kind.OTHER),
        row[5],
        row[6],
        row[7] == 1,
    )


def _cut(text: str, limit: int) -> str:
    """What can be stored of a text, at most so many bytes of UTF-8; what is cut ends with a digest of the whole."""
    fitting = storable(text)
    if len(fitting.encode()) <= limit:
        return fitting
    end = f"… {digest_of(text).hex()[:_END]}"
    return fitting.encode()[: limit - len(end.encode())].decode("utf-8", "ignore") + end
