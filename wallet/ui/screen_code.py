"""A code that is on the screen: the window steps aside, a picture is taken, a person says where the code is.

Lives here: these three steps. Does not live here: reading the code, which is checked as any other picture.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from wallet.ui.tools import Tools
from wallet.ui.widgets.region_picker import RegionPicker

_AWAY = 400
"""Milliseconds until a desktop has painted what was below the window."""


class ScreenCode(QObject):
    """`taken` carries a PNG picture of the part of the screen that was chosen."""

    taken = Signal(bytes)

    def __init__(self, tools: Tools, owner: QWidget) -> None:
        """`owner` is the page that asks."""
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self.picker: RegionPicker | None = None

    def begin(self) -> None:
        """Looks at the screen, where a program may; else says what can be done instead."""
        if not self._tools.screens.is_possible:
            self._tell_impossible()
            return
        window = self._owner.window()
        window.hide()
        QTimer.singleShot(_AWAY, window, partial(self._look, window))

    def _look(self, window: QWidget) -> None:
        """Whatever happened meanwhile, the window comes back."""
        try:
            pictures = self._tools.screens.take()
        finally:
            window.show()
            window.activateWindow()
        if Shiboken.isValid(self):
            self._ask(pictures)

    def _ask(self, pictures: Sequence[QImage]) -> None:
        if not pictures:
            self._tell_impossible()
            return
        window = self._owner.window()
        self.picker = RegionPicker(self._tools.look, side_by_side(pictures), window)
        self.picker.resize(window.size())
        self.picker.accepted.connect(self._take)
        self.picker.open()

    def _take(self) -> None:
        chosen = self.picker.chosen if self.picker is not None else None
        if chosen is not None:
            self.taken.emit(png_of(chosen))

    def _tell_impossible(self) -> None:
        self._tools.messages.tell(
            self.tr("This computer does not let programs look at the screen."),
            "wait",
            self.tr(
                "Take a picture of it with the computer's own tool and drop that here, or paste the text of the link."
            ),
        )


def side_by_side(pictures: Sequence[QImage]) -> QImage:
    """One picture of all screens, in their order."""
    if len(pictures) == 1:
        return pictures[0]
    wide = sum(one.width() for one in pictures)
    whole = QImage(wide, max(one.height() for one in pictures), QImage.Format.Format_RGB32)
    whole.fill(0)
    painter = QPainter(whole)
    left = 0
    for one in pictures:
        plain = one.copy()
        plain.setDevicePixelRatio(1)
        painter.drawImage(left, 0, plain)
        left += one.width()
    painter.end()
    return whole


def png_of(picture: QImage) -> bytes:
    """A picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, which it refuses
    return bytes(buffer.data().data())
