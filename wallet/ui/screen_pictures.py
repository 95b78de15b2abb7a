"""Pictures of what the screens show now, for codes that are on them.

Lives here: whether this computer lets a program look, and looking. Does not live here: choosing a part of it
(`widgets.region_picker`), reading codes. Nothing is kept: the pictures live as long as the question.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QGuiApplication, QImage

_NOT_POSSIBLE = ("wayland", "eglfs", "linuxfb", "minimal", "vnc")
"""Platforms of Qt where another program's windows cannot be seen; a Wayland desktop forbids it to all programs."""


class ScreenPictures(Protocol):
    """Where pictures of the screens come from."""

    @property
    def is_possible(self) -> bool:
        """Whether a program may look at the screen here."""
        ...

    def take(self) -> Sequence[QImage]:
        """One picture for each screen; none where the system gives none."""
        ...


class QtScreens:
    """The screens of this computer."""

    @property
    def is_possible(self) -> bool:
        """By the platform Qt runs on."""
        return not QGuiApplication.platformName().startswith(_NOT_POSSIBLE)

    def take(self) -> Sequence[QImage]:
        """What each screen shows now."""
        pictures = [screen.grabWindow(0).toImage() for screen in QGuiApplication.screens()]
        return [picture for picture in pictures if not picture.isNull()]
