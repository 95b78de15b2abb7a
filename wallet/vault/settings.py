"""Small values that belong to the file and travel with it.

Lives here: reading and writing them by name. Does not live here: settings of this computer (`wallet.app.settings`).
"""

from collections.abc import Sequence

from wallet.vault.statements import Statements

NAME = "name"
CREATED_AT = "created_at"
KIT_MADE_AT = "recovery_kit_made_at"
"""When a recovery kit of the present key was made; there is none while it is not set."""


class Settings:
    """Text values by key."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The value, None when it was never set."""
        row = self._database.row("SELECT value FROM setting WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def remove(self, key: str) -> None:
        """Takes a value away; nothing happens when it is not there. Durable on return."""
        with self._database.transaction():
            self._database.run("DELETE FROM setting WHERE key = ?", (key,))

    def all(self) -> Sequence[tuple[str, str]]:
        """Every value, by key."""
        rows = self._database.rows("SELECT key, value FROM setting ORDER BY key")
        return tuple((str(key), str(value)) for key, value in rows)

    def set(self, key: str, value: str, *, counted: bool = True) -> None:
        """Sets or replaces a value; durable on return.

        Args:
            counted: it belongs to what the vault holds; False for notes about the file itself.
        """
        with self._database.transaction(counted=counted):
            self._database.run(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
