"""Whether everything on a screen can be read: nothing cut off, and every pair of colours one that is tested."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QListView,
    QMainWindow,
    QMenu,
    QScrollArea,
    QWidget,
)

from wallet.ui.theme.tokens import PAIRS
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import CheckBox

_SLACK = 1  # a pixel of rounding
_ROLES = {
    "secondary": "text2",
    "secondary_strong": "text2",
    "lead": "text2",
    "hint": "text3",
    "count": "text3",
}
_GROUNDS = {
    **dict.fromkeys(("card", "note"), "surface"),
    **dict.fromkeys(("sunken", "sidebar"), "sunken"),
    **{state: f"{state}_soft" for state in ("ok", "warn", "bad", "wait")},
    "chip": "primary_soft",
    "pane": "bg",
}


def _seen(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for widget in window.findChildren(kind):
        if widget.isVisible():
            yield widget


def cut_off(window: QWidget) -> list[str]:
    """Words that do not fit where they stand, and controls that reach out of the page they scroll in."""
    found: list[str] = []
    for label in _seen(window, QLabel):
        assert isinstance(label, QLabel)
        if label.text() and _needs(label):
            found.append(f"{label.text()[:40]!r} {label.width()}x{label.height()} needs {_needs(label)}")
    for button in _seen(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        if button.text() and not isinstance(button, ChoiceTile | CheckBox):
            needed = button.minimumSizeHint()
            if button.width() + _SLACK < needed.width() or button.height() + _SLACK < needed.height():
                found.append(f"button {button.text()!r} {button.size().toTuple()} needs {needed.toTuple()}")
    narrow = [
        each for each in _seen(window, QComboBox) if each.width() + _SLACK < each.minimumSizeHint().width()
    ]
    return [*found, *(f"field {each.accessibleName()!r} {each.width()}" for each in narrow), *outside(window)]


def _needs(label: QLabel) -> str:
    if not label.wordWrap():
        return f"{label.sizeHint().width()} wide" if label.width() + _SLACK < label.sizeHint().width() else ""
    height = label.heightForWidth(label.width())
    return f"{height} high" if label.height() + _SLACK < height else ""


def outside(window: QWidget) -> list[str]:
    """Words and controls whose right or left end lies outside the scrolling area they are in."""
    found = []
    for area in _seen(window, QScrollArea):
        assert isinstance(area, QScrollArea)
        view = area.viewport()
        content = area.widget()
        for child in content.findChildren(QWidget) if content is not None else ():
            if not child.isVisible() or not isinstance(child, QLabel | QAbstractButton | QComboBox):
                continue
            place = QRect(child.mapTo(view, QPoint(0, 0)), child.size())
            if place.left() < -_SLACK or place.right() > view.width() + _SLACK:
                said = getattr(child, "text", lambda: "")() or child.accessibleName()
                found.append(f"outside {said[:40]!r}: {place.left()} to {place.right()} of {view.width()}")
    return found


def untested_pairs(window: QWidget) -> set[tuple[str, str]]:
    """Pairs of a label's colour and its ground that are not in the table of pairs."""
    known = {(pair.foreground, pair.background) for pair in PAIRS}
    return {pair for label in _seen(window, QLabel) if (pair := _pair(label)) is not None} - known


def _pair(label: QWidget) -> tuple[str, str] | None:
    role = label.property("role")
    if not role or not label.property("text") or label.textFormat() is not Qt.TextFormat.PlainText:  # type: ignore[attr-defined]
        return None
    ground, widget = "bg", label.parentWidget()
    while widget is not None:
        surface = widget.property("surface")
        if surface in _GROUNDS:
            ground = _GROUNDS[surface]
            break
        widget = widget.parentWidget()
    tone = label.property("tone") or (
        "on_primary_soft" if ground == "primary_soft" else _ROLES.get(role, "text")
    )
    return tone, ground


def shown_parts(window: QMainWindow) -> set[str]:
    """Every text a person can read or hear now, menus, tooltips and list entries among them."""
    said: set[str] = {window.windowTitle()}
    for menu in window.menuBar().findChildren(QMenu):
        said |= {menu.title(), *(action.text() for action in menu.actions())}
    for child in _seen(window, QWidget):
        said |= {child.accessibleName(), child.accessibleDescription(), child.toolTip()}
        for name in ("text", "placeholderText", "toPlainText"):
            reader = getattr(child, name, None)
            said |= {str(reader())} if callable(reader) else set()
        if isinstance(child, QComboBox):
            said |= {child.itemText(index) for index in range(child.count())}
        if isinstance(child, QListView) and (model := child.model()) is not None:
            roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
            rows = range(min(model.rowCount(), 20))
            said |= {str(model.index(row, 0).data(role) or "") for row in rows for role in roles}
    return {one.replace("&", "").replace("\u200b", "") for one in said if one}
