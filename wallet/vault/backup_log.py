"""When a vault was last backed up, where automatic copies go, and how much was added since.

Lives here: four values of the `setting` table. They are notes about the file, not changes of what it holds, so that a
backup and the vault it was made from count as the same (`revision`). Does not live here: making copies (`vault_copy`).
"""

from datetime import datetime
from pathlib import Path

from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.settings import Settings
from wallet.vault.statements import Statements

_AT, _UP_TO, _FOLDER = "last_backup_at", "last_backup_up_to", "backup_folder"
BACKUP_SETTINGS = (_AT, _UP_TO, _FOLDER)
OF_ONE_KEY = (_AT, _UP_TO)
"""What is true of the file under its present key only."""


class BackupLog:
    """What one vault knows of its backups."""

    def __init__(self, database: Statements) -> None:
        self._database = database
        self._settings = Settings(database)

    def record(self, now: datetime) -> None:
        """A copy that was compared is there now; durable on return."""
        row = self._database.row("SELECT coalesce(max(seq), 0) FROM credential")
        self._settings.set(_UP_TO, str(row[0] if row else 0), counted=False)
        self._settings.set(_AT, instant_to_text(now), counted=False)

    def last_at(self) -> datetime | None:
        """When the last copy was made, None for never."""
        text = self._settings.get(_AT)
        return None if text is None else text_to_instant(text)

    def new_items(self) -> int:
        """How many credentials came since then; all of them when there was no copy yet."""
        row = self._database.row(
            "SELECT count(*) FROM credential WHERE deleted_at IS NULL AND seq > CAST(? AS INTEGER)",
            (self._settings.get(_UP_TO) or "0",),
        )
        return int(row[0]) if row else 0

    def forget(self) -> None:
        """The file has another key than its backups, so none of them is one of it. Durable on return."""
        for name in OF_ONE_KEY:
            self._settings.remove(name)

    def folder(self) -> Path | None:
        """Where automatic copies go; None when nobody chose a place."""
        text = self._settings.get(_FOLDER)
        return Path(text) if text else None

    def choose_folder(self, folder: Path | None) -> None:
        """From now on automatic copies go there; None for no more of them. Durable on return."""
        self._settings.set(_FOLDER, "" if folder is None else str(folder), counted=False)
