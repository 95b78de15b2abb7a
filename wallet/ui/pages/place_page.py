"""What the pages of an open file, which the sidebar leads to, have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from wallet.ui.keyboard import focus_into


class PlacePage(QWidget):
    """One of them."""

    def set_wide(self, width: int) -> None:
        """The window is so wide, in logical pixels: a page may show two panes, or one at a time."""

    def start_search(self) -> bool:
        """Moves the keyboard to the search line; whether the page has one."""
        return False

    def take_focus(self, left: QWidget | None) -> None:
        """The keyboard comes back from a sheet that was over the page: to what it left, if that is still there."""
        if left is not None and Shiboken.isValid(left) and self.isAncestorOf(left) and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_into(self)

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page, in reading order."""
        return [self]
