"""Where the keyboard goes: the order of reading, and the areas of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QVBoxLayout, QWidget


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
    children = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    layout = widget.layout()
    for one in children if layout is None else _arranged(layout, children):
        if not one.isHidden():
            _read(one, order)


def _arranged(layout: QLayout, children: Sequence[QWidget]) -> Sequence[QWidget]:
    """The children of a widget in the order of its layout, those that are in none last.

    Items of a layout are never asked for: Python would keep them beyond their end, and mistake for one of them what
    Qt puts in the same place of the memory later.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    if not inner and isinstance(layout, QVBoxLayout):
        return sorted(children, key=lambda one: one.y())  # may be thousands of rows
    placed: list[tuple[int, Sequence[QWidget]]] = []
    for part in inner:
        found = [one for one in _arranged(part, children) if _holds(part, one)]
        placed.append((layout.indexOf(part), found))
    placed += [(index, [one]) for one in children if (index := layout.indexOf(one)) >= 0]
    order = [one for _, found in sorted(placed, key=lambda pair: pair[0]) for one in found]
    return [*order, *(one for one in children if one not in order)]


def _holds(layout: QLayout, widget: QWidget) -> bool:
    """Whether a widget stands in a layout or in one within."""
    within = (one for one in layout.children() if isinstance(one, QLayout))
    return layout.indexOf(widget) >= 0 or any(_holds(one, widget) for one in within)


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
