"""Copying, and taking it back: what was copied leaves the clipboard at lock and at the end, if it is still ours."""

from PySide6.QtGui import QClipboard


class OwnClipboard:
    """The clipboard with a memory of what this program put there."""

    def __init__(self, clipboard: QClipboard) -> None:
        self._clipboard = clipboard
        self._ours = ""

    def copy(self, text: str) -> None:
        """Puts text there."""
        self._ours = text
        self._clipboard.setText(text)

    def text(self) -> str:
        """What is there now, whoever put it there."""
        return self._clipboard.text()

    def clear(self) -> None:
        """Empties it, unless somebody else has put something there since."""
        if self._ours and self._clipboard.text() == self._ours:
            self._clipboard.clear()
        self._ours = ""
