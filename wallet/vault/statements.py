"""What the tables' owners need of a database: a port, so that only `connection` knows which library is behind it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Value = str | bytes | int | None
Row = tuple[Any, ...]


class Statements(Protocol):
    """Runs SQL with bound parameters. Every failure is a `VaultError`."""

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Sequence[Row]:
        """All rows of a query."""
        ...

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, None when it has none."""
        ...

    def run(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Runs one statement; the row id of the last row inserted."""
        ...

    def transaction(self, size: int = 0, *, counted: bool = True) -> AbstractContextManager[None]:
        """All statements of the block or none; durable on the medium when the block has ended.

        Args:
            size: how many bytes it will keep, for what is long; so that a full disk can be told with the room it needs.
            counted: it changes what the vault holds (`revision`); False for notes about the file itself.
        """
        ...
