"""Where the keyboard goes: the order of reading, and the areas of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def reading_order(area: QWidget) -> Sequence[QWidget]:
    """What is in sight in an area, as a person reads it: in the order of the layouts, not of when each was made."""
    order: list[QWidget] = []
    _read(area, order)
    return order


def step(area: QWidget, *, forward: bool) -> bool:
    """Tab: the keyboard goes on to the next widget in `area` that takes it, in reading order, and round at the end."""
    order = reading_order(area)
    focused = QApplication.focusWidget()
    start = order.index(focused) if focused in order else -1 if forward else 0
    turn = range(1, len(order) + 1) if forward else range(-1, -len(order) - 1, -1)
    for distance in turn:
        widget = order[(start + distance) % len(order)]
        if widget is not focused and _takes_tab(widget):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            widget.setFocus(reason)
            return True
    return False


def _read(widget: QWidget, order: list[QWidget]) -> None:
    order.append(widget)
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        _read(inner, order)
        return
    layout = widget.layout()
    placed: list[QWidget] = []
    if layout is not None:
        _place(layout, placed)
    for one in placed:
        if not one.isHidden():
            _read(one, order)
    for child in widget.children():
        if isinstance(child, QWidget) and not (child.isHidden() or child.isWindow() or child in placed):
            _read(child, order)


def _place(layout: QLayout, placed: list[QWidget]) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            placed.append(widget)
        elif inner is not None:
            _place(inner, placed)


def _takes_tab(widget: QWidget) -> bool:
    """Also not what another one takes the keyboard for."""
    tab = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & tab) and widget.isEnabled() and widget.focusProxy() is None


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
