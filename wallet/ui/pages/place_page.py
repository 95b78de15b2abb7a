"""What the pages of an open file, which the sidebar leads to, have in common."""

from PySide6.QtWidgets import QWidget


class PlacePage(QWidget):
    """One of them."""

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page, in reading order."""
        return [self]
