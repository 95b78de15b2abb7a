"""Whether the open file is still the one that was opened, asked before every write.

Lives here: telling that a sync program, or a person, has replaced the file or written into it.
Does not live here: what is done then (`wallet.app.copies`); programs that respect our lock never get here.

Three things are compared: which file has the name (device and number), its size, and SQLite's own notice of changes by
others, which looks at the first page as it lies on the medium and so sees any version of the file written over it.
"""

import os
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.statements import Statements

_Known = tuple[int, int, int, int]


class ChangeGuard:
    """Watches one open file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: _Known | None = None

    def remember(self, database: Statements) -> None:
        """What the file is now is what it should be before the next write.

        After a write of our own only the size can be another; what others did in the same moment is still noticed.
        """
        now = self._look(database)
        self._known = now if self._known is None else (*self._known[:2], now[2], self._known[3])

    def require_untouched(self, database: Statements) -> None:
        """Refuses when the file is not as the last write, or the opening, left it. Nothing was written then.

        Raises:
            VaultError: VAULT_CHANGED_ELSEWHERE, or VAULT_MISSING when nothing has the name any more.
        """
        if self.sees_another_file() or self._look(database) != self._known:
            self._outline()
            raise VaultError(Reason.VAULT_CHANGED_ELSEWHERE, "another version has taken the file's place")

    def sees_another_file(self) -> bool:
        """Whether another file has the name, or this one another size: told without reading it."""
        try:
            return self._known is not None and self._outline() != self._known[:3]
        except VaultError:
            return True

    def _look(self, database: Statements) -> _Known:
        outline = self._outline()
        version = database.row("PRAGMA data_version")
        return *outline, int(version[0]) if version else 0

    def _outline(self) -> tuple[int, int, int]:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - of the name, at this moment
        except OSError as error:
            raise VaultError(Reason.VAULT_MISSING, "the file went away while it was open") from error
        return found.st_dev, found.st_ino, found.st_size
