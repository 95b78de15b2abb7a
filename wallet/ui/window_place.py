"""Where the window was last, on a computer of one's own, and putting it there again where a screen still is.

Lives here: reading the place off a window and fitting it to the screens. Does not live here: remembering it (`memory`);
on a shared computer nothing is remembered.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wallet.app.settings import WindowPlace

_FIRST_SIZE = QSize(1280, 760)


def come_forward(window: QWidget) -> None:
    """In front of other windows, with the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def place_of(window: QWidget) -> WindowPlace:
    """Where a window is with its frame, or would be if it did not fill its screen."""
    fills = window.isMaximized()
    inside = window.normalGeometry() if fills or window.isFullScreen() else window.geometry()
    corner = inside.topLeft() - (window.geometry().topLeft() - window.frameGeometry().topLeft())
    return WindowPlace(corner.x(), corner.y(), inside.width(), inside.height(), fills_screen=fills)


def put_in_place(window: QWidget, place: WindowPlace | None) -> None:
    """Puts a window, not yet shown, where it was; at its first start in the first size, where the system likes."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place is None:
        room = screens[0].size() if screens else _FIRST_SIZE
        window.resize(_FIRST_SIZE.boundedTo(room))
        return
    rect = fitted(QRect(place.x, place.y, place.width, place.height), screens)
    window.resize(rect.size())
    window.move(rect.topLeft())
    if place.fills_screen:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def fitted(rect: QRect, screens: Sequence[QRect]) -> QRect:
    """The rectangle, made to lie wholly on the screen that shows most of it; on the first where none does."""
    if not screens:
        return rect
    screen = max(screens, key=lambda one: _area(one.intersected(rect)))
    size = rect.size().boundedTo(screen.size())
    left = min(max(rect.x(), screen.x()), screen.x() + screen.width() - size.width())
    top = min(max(rect.y(), screen.y()), screen.y() + screen.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
