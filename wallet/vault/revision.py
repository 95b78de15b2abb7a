"""How far a vault has come: a number raised with every change, and the sittings in which the changes were made.

Lives here: keeping both in the file, and telling from two such states whether one file is an older copy of the other
or whether both went on by themselves. Does not live here: remembering what this computer saw last
(`wallet.app.last_seen`), joining copies (`merge`).

The number alone cannot tell an older copy from one that went its own way. So every opening that changes something
leaves a random word and the number it began at; two copies of one vault share these up to the point where they parted.
The state is three values of the `setting` table, written in the same transaction as the change itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from wallet.errors import Reason, VaultError
from wallet.vault.statements import Statements

_VAULT_ID, _REVISION, _SITTINGS, _MERGED = "vault_id", "revision", "sittings", "merged_sittings"
OWN_SETTINGS = (_VAULT_ID, _REVISION, _SITTINGS, _MERGED)
_KEPT_SITTINGS = 200


class Relation(StrEnum):
    """What one file is to another."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    DIVERGED = "diverged"
    ANOTHER_VAULT = "another_vault"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class State:
    """How far one file has come, or had come when it was looked at.

    Attributes:
        vault_id: the same in all copies of a vault, 32 hex characters; says nothing about anybody.
        revision: how many changes were made.
        sittings: word and first revision of each sitting, the oldest first; the oldest may be left out.
        merged: word and last revision of sittings that were made to another copy and joined into this one.
    """

    vault_id: str
    revision: int
    sittings: tuple[tuple[str, int], ...]
    merged: tuple[tuple[str, int], ...] = ()

    @property
    def word(self) -> str:
        """The word of the sitting that changed this file last, "" when none did."""
        return self.sittings[-1][0] if self.sittings else ""

    def last_revision_of(self, word: str) -> int | None:
        """The revision at which a sitting ended here, None when it is not known here."""
        ends = [first - 1 for _, first in self.sittings[1:]] + [self.revision]
        return next((end for (known, _), end in zip(self.sittings, ends, strict=True) if known == word), None)


def state_of(database: Statements) -> State | None:
    """How far this file has come; None for one that no program changed since such things are counted.

    Raises:
        VaultError: VAULT_DAMAGED when the values are none of ours.
    """
    rows = database.rows("SELECT key, value FROM setting WHERE key IN (?, ?, ?, ?)", OWN_SETTINGS)
    values: dict[str, str] = {str(key): str(value) for key, value in rows}
    if _VAULT_ID not in values:
        return None
    try:
        sittings, merged = _pairs(values.get(_SITTINGS, "")), _pairs(values.get(_MERGED, ""))
        return State(values[_VAULT_ID], int(values.get(_REVISION, "0")), sittings, merged)
    except ValueError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "the count of changes") from error


def relation(this: State | None, other: State | None) -> Relation:
    """What a file is to another one, or to what is remembered of another one."""
    if this is None or other is None:
        return Relation.UNKNOWN
    if this.vault_id != other.vault_id:
        return Relation.ANOTHER_VAULT
    has_all, lacks_none = _holds_all_of(this, other), _holds_all_of(other, this)
    if has_all and lacks_none:
        return Relation.SAME
    if has_all:
        return Relation.NEWER
    return Relation.OLDER if lacks_none else Relation.DIVERGED


def _holds_all_of(this: State, other: State) -> bool:
    """Whether every change of the other was made to this file too."""
    end = this.last_revision_of(other.word)
    if end is not None:
        return end >= other.revision
    if dict(this.merged).get(other.word, 0) >= other.revision:
        return True
    # Not among the sittings known here: made elsewhere, or so long ago that this file has forgotten it.
    return bool(this.sittings) and this.sittings[0][1] > 1 and other.revision < this.sittings[0][1]


def remember_merged(database: Statements, other: State | None) -> None:
    """Everything of another copy is in this one now; called inside the transaction that brings it in."""
    mine = state_of(database)
    if other is None or mine is None or other.vault_id != mine.vault_id:
        return
    merged = dict(mine.merged)
    for word, end in (
        *other.merged,
        *((word, other.last_revision_of(word) or 0) for word, _ in other.sittings),
    ):
        if mine.last_revision_of(word) is None:
            merged[word] = max(end, merged.get(word, 0))
    text = " ".join(f"{word}:{end}" for word, end in list(merged.items())[-_KEPT_SITTINGS:])
    database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (_MERGED, text))


def _pairs(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((word, int(number)) for word, number in (entry.split(":") for entry in text.split()))


class ChangeCount:
    """Counts the changes of one sitting, each within the transaction that makes it."""

    def __init__(self, word: str, new_id: str) -> None:
        """Begins a sitting; nothing is written before its first change.

        Args:
            word: 16 hex characters nobody else has, for this sitting.
            new_id: 32 hex characters, used when the vault has no id yet.
        """
        self._word = word
        self._new_id = new_id
        self._is_announced = False

    def count(self, database: Statements) -> None:
        """Counts one change; called inside its transaction."""
        database.run(
            "INSERT INTO setting (key, value) VALUES (?, '1') ON CONFLICT (key)"
            " DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)",
            (_REVISION,),
        )
        if not self._is_announced:
            self._announce(database)

    def settled(self) -> None:
        """The transaction counted last is on the medium."""
        self._is_announced = True

    def _announce(self, database: Statements) -> None:
        database.run(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (_VAULT_ID, self._new_id)
        )
        state = state_of(database)
        earlier = state.sittings[1 - _KEPT_SITTINGS :] if state else ()
        sittings = (*earlier, (self._word, state.revision if state else 1))
        text = " ".join(f"{word}:{first}" for word, first in sittings)
        database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (_SITTINGS, text))
