"""Where the keyboard goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_into(area: QWidget) -> bool:
    """Puts the keyboard into an area: on itself, else on its first widget that takes it."""
    candidates = [area, *area.findChildren(QWidget)]
    for widget in candidates:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def to_next_area(areas: Sequence[QWidget]) -> None:
    """The keyboard goes from where it is to the next of these parts of a window that takes it."""
    focused = QApplication.focusWidget()
    present = next(
        (i for i, area in enumerate(areas) if focused is not None and area.isAncestorOf(focused)), -1
    )
    if present < 0:
        present = next((i for i, area in enumerate(areas) if focused is area), -1)
    for step in range(1, len(areas) + 1):
        area = areas[(present + step) % len(areas)]
        if area.isVisible() and focus_into(area):
            return
