"""What a keyboard and a screen reader need of every control in a window, found by walking its widgets.

Lives here: the questions asked of a window as it is now, each answered with a list of faults. Focus is really moved
with Tab, and whether it can be seen is read from what is painted.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from wallet.ui.theme.tokens import contrast
from wallet.ui.widgets.boxes import scroll_to

SMALLEST = 32
"""The design's; WCAG 2.2 asks for 24."""

_FIELDS = (QComboBox, QAbstractSpinBox)
_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    *_FIELDS,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_RING = 3.0
"""How much what shows the focus differs from what was there before (WCAG 2.2, 1.4.11)."""


def is_part(widget: QWidget) -> bool:
    """A piece of a control that is one for a person: the line in a list field, a scroll bar, Qt's own helpers."""
    return (
        isinstance(widget, QScrollBar)
        or widget.objectName().startswith("qt_")
        or isinstance(widget.parentWidget(), _FIELDS)
    )


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything in sight that a person can use: what takes the keyboard, and what looks as if it did."""
    for widget in window.findChildren(QWidget):
        here = widget.isVisible() and widget.isEnabled() and widget.window() is window
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if here and (takes_keys or isinstance(widget, _CONTROLS)) and not is_part(widget):
            yield widget


def called(widget: QWidget) -> str:
    """Its kind and its name, for the report of a fault."""
    return f"{type(widget).__name__} {spoken_name(widget)!r}"


def spoken_name(widget: QWidget) -> str:
    """What a screen reader is told."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def nameless(window: QWidget) -> list[str]:
    """Controls a screen reader has no word for, and commands of a menu without text."""
    actions = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    return [called(widget) for widget in controls(window) if not spoken_name(widget).strip()] + [
        "a command without text" for action in actions if not action.isSeparator() and not action.text()
    ]


def without_words(window: QWidget) -> list[str]:
    """Rows of a list that a screen reader has no word for."""
    return [
        f"row {row} of {called(view)}"
        for view in window.findChildren(QAbstractItemView)
        if view.isVisible() and not is_part(view) and (model := view.model()) is not None
        for row in range(min(model.rowCount(), 50))
        if not (
            model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
            or model.data(model.index(row, 0))
        )
    ]


def too_small(window: QWidget, smallest: int = SMALLEST) -> list[str]:
    """Targets that are hard to hit."""
    return [
        f"{called(widget)} {widget.width()}x{widget.height()}"
        for widget in controls(window)
        if min(widget.width(), widget.height()) < smallest
    ]


def tab_path(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Where Tab leads until it comes back to where it began; and what held it or had it out of sight."""
    window.activateWindow()
    QApplication.processEvents()
    first = next(controls(window), None)
    if first is None:
        return [], []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    alone = len(list(controls(window))) < 2
    path: list[QWidget] = []
    faults: list[str] = []
    for _ in range(400):
        held = QApplication.focusWidget()
        if held is None or held in path:
            break
        path.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        if after is held and not alone:
            faults.append(f"Tab is caught by {called(held)}")
        elif after is not None and after.visibleRegion().isEmpty():
            faults.append(f"{called(after)} has the focus out of sight")
    return path, faults


def _siblings(widget: QWidget) -> list[QWidget]:
    """Those that the arrow keys reach from this one: the buttons of one exclusive choice."""
    if not isinstance(widget, QAbstractButton):
        return []
    group: QButtonGroup | None = widget.group()
    if group is not None and group.exclusive():
        return list(group.buttons())
    if widget.autoExclusive():
        parent = widget.parentWidget() or widget
        return [
            one
            for one in parent.findChildren(QAbstractButton)
            if one.parentWidget() is parent and one.autoExclusive()
        ]
    return []


def unreachable(window: QWidget) -> list[str]:
    """Controls that neither Tab nor, within one choice, the arrow keys reach; what holds Tab or is out of sight."""
    path, faults = tab_path(window)
    reached = {*path, *(one for widget in path for one in _siblings(widget))}
    missed = [
        called(widget)
        for widget in controls(window)
        if widget not in reached and widget.focusProxy() not in reached
    ]
    return missed + faults


def usable(window: QWidget) -> list[str]:
    """All faults but those of what is painted."""
    return [
        f"{question.__name__}: {fault}"
        for question in (nameless, without_words, too_small, unreachable)
        for fault in question(window)
    ]


def hidden_focus(window: QWidget, known: set[object] | None = None) -> list[str]:
    """Controls that are painted with focus as without.

    `known` holds the kinds that were seen before; they are painted by the same rules and not painted again.
    """
    found = []
    known = set() if known is None else known
    for widget in controls(window):
        if widget.focusProxy() is not None or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        kind = _kind(widget)
        if kind in known:
            continue
        known.add(kind)
        scroll_to(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not _ring(window, widget):
            found.append(f"{called(widget)} looks the same with focus")
    return found


def _kind(widget: QWidget) -> object:
    """What the style sheet and the painting go by."""
    names = ("kind", "field", "state")
    checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    return (type(widget), widget.objectName(), checked, *(str(widget.property(name)) for name in names))


def _ring(window: QWidget, widget: QWidget) -> bool:
    """Whether a line as long as the control is wide and high changes when it gets the focus."""
    away = next((one for one in controls(window) if one is not widget), None)
    with_focus = _picture(window, widget)
    if away is None:
        widget.clearFocus()
    else:
        away.setFocus(Qt.FocusReason.OtherFocusReason)
    without = _picture(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    seen: dict[tuple[int, int], bool] = {}
    changed = 0
    for y in range(without.height()):
        for x in range(without.width()):
            pair = (with_focus.pixel(x, y), without.pixel(x, y))
            if pair[0] != pair[1]:
                if pair not in seen:
                    first, second = (QColor(one).name() for one in pair)
                    seen[pair] = contrast(first, second) >= _RING
                changed += seen[pair]
    return changed >= min(without.width() + without.height(), 150)


def _picture(window: QWidget, widget: QWidget) -> QImage:
    QApplication.processEvents()
    corner = widget.mapTo(window, QPoint(0, 0))
    image = window.grab().toImage()
    return image.copy(corner.x(), corner.y(), *_size(widget.size()))


def _size(size: QSize) -> tuple[int, int]:
    return min(size.width(), 700), min(size.height(), 500)
