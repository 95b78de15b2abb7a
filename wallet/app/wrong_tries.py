"""A growing pause after wrong passphrases, and never more than a pause.

Lives here: how long. Does not live here: showing it (`wallet.ui`).

It slows down somebody who sits at the open program and tries what comes to mind. It ends with the program, because a
count on the disk would be a trace on a shared computer and could lock the owner out; who has copied the file is slowed
down by the key derivation alone.
"""

from collections.abc import Callable

_PAUSES = (0.0, 0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 10.0)
"""Seconds after the first, second ... wrong try; the last holds for all that follow."""


class WrongTries:
    """Counts wrong tries since the last right one."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is a clock that only goes forward."""
        self._seconds = seconds
        self._count = 0
        self._until = 0.0

    def note(self) -> None:
        """One more wrong try."""
        pause = _PAUSES[min(self._count, len(_PAUSES) - 1)]
        self._count += 1
        self._until = self._seconds() + pause

    def forget(self) -> None:
        """The right passphrase came."""
        self._count, self._until = 0, 0.0

    @property
    def pause(self) -> float:
        """Seconds until the next try may be made; 0 when it may be made now."""
        return max(0.0, self._until - self._seconds())
