"""Parts of the window that most starts never show: made, and their modules loaded, when they are first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class MadeLater(Generic[Made]):
    """One such part."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: Made | None = None

    @property
    def made(self) -> Made | None:
        """The part if it was made already."""
        return self._made

    def __call__(self) -> Made:
        """The part, made now if it was not."""
        if self._made is None:
            self._made = self._make()
        return self._made
