"""Copying, and taking it back.

What was copied leaves the clipboard after ten seconds, at lock and at the end, if it is still ours. Programs
that keep a history of the clipboard are asked to leave it out.
"""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT_MILLISECONDS = 10_000

_HINTS = (
    ("x-kde-passwordManagerHint", b"secret"),  # Klipper and those that follow it
    ("org.nspasteboard.ConcealedType", b"1"),  # macOS, by agreement of its clipboard programs
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', bytes(4)),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', bytes(4)),
)


class OwnClipboard(QObject):
    """The clipboard with a memory of what this program put there."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_MILLISECONDS)
        self.timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._changed)

    def copy(self, text: str) -> None:
        """Puts text there for ten seconds."""
        self.copy_to_send(text)
        self.timer.start()

    def copy_to_send(self, text: str) -> None:
        """Puts text there that is meant to be sent on, such as a link: until lock or the end."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _HINTS:
            data.setData(kind, QByteArray(value))
        self.timer.stop()
        self._ours = ""  # the change below is announced before it is ours
        self._clipboard.setMimeData(data)
        self.timer.stop()
        self._ours = text

    def text(self) -> str:
        """What is there now, whoever put it there."""
        return self._clipboard.text()

    def clear(self) -> None:
        """Empties it, unless somebody else has put something there since."""
        self.timer.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._is_ours(mode):
                self._clipboard.clear(mode)
        self._ours = ""

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        """By what the computer says where it says it: that covers text copied out of any field by its own keys."""
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        ours = bool(self._ours) and self._clipboard.text() == self._ours
        return ours or (self._clipboard.ownsClipboard() and bool(self._clipboard.text()))

    def _changed(self) -> None:
        """Something new is there; what a field of ours put there by its own keys leaves after ten seconds, too."""
        if self._clipboard.ownsClipboard() and self._clipboard.text() not in ("", self._ours):
            self.timer.start()
