"""Which skills of different identifiers the owner said are one. What was joined can be parted again.

Lives here: the SQL of the table. Does not live here: which skills there are (`facts`), suggesting any
(`wallet.app.skills`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from wallet.vault.file_format import FACTS, has_format
from wallet.vault.instants import instant_to_text
from wallet.vault.statements import Statements


class SkillJoins:
    """The joined skills of one vault. A skill goes by what two namings of it have in common (`NamedSkill.key`)."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def join(self, keys: Sequence[bytes], now: datetime) -> None:
        """Makes these one, with whatever each of them was joined with before. Durable on return."""
        chosen = tuple(dict.fromkeys(keys))
        if len(chosen) < 2:  # noqa: PLR2004 - one is one already
            return
        with self._database.transaction():
            join_keys(self._database, chosen, instant_to_text(now))

    def part(self, keys: Sequence[bytes]) -> int:
        """Takes these out of what they were joined with, each on its own; how many were joined. Durable on return."""
        joined = self.groups()
        leaving = [key for key in dict.fromkeys(keys) if key in joined]
        if leaving:
            with self._database.transaction():
                for key in leaving:
                    self._database.run("DELETE FROM skill_join WHERE same = ?", (key,))
                self._database.run(
                    "DELETE FROM skill_join WHERE joined IN"
                    " (SELECT joined FROM skill_join GROUP BY joined HAVING count(*) < 2)"
                )
        return len(leaving)

    def groups(self) -> Mapping[bytes, int]:
        """Every joined key with a number that those joined with it share."""
        if not has_format(self._database, FACTS):
            return {}
        return {
            bytes(same): int(joined)
            for same, joined in self._database.rows("SELECT same, joined FROM skill_join ORDER BY same")
        }


def join_keys(database: Statements, keys: Sequence[bytes], at: str) -> bool:
    """The same inside the caller's transaction; whether anything was new.

    Args:
        at: the time, as text.
    """
    marks = ", ".join("?" * len(keys))
    known = database.rows(f"SELECT same, joined FROM skill_join WHERE same IN ({marks})", keys)  # noqa: S608
    groups = {int(joined) for _, joined in known}
    if len(groups) == 1 and len(known) == len(keys):
        return False
    (highest,) = database.row("SELECT coalesce(max(joined), 0) FROM skill_join") or (0,)
    number = min(groups, default=int(highest) + 1)
    for other in groups - {number}:
        database.run("UPDATE skill_join SET joined = ? WHERE joined = ?", (number, other))
    for key in keys:
        database.run(
            "INSERT OR IGNORE INTO skill_join (same, joined, joined_at) VALUES (?, ?, ?)", (key, number, at)
        )
    return True
