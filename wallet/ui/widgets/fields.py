"""Fields to type and choose in: search, passphrase, check box, list, date. All painted in the theme's colours."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import row
from wallet.ui.widgets.buttons import IconButton


class SearchField(QLineEdit):
    """A line to search with, with its lens painted inside."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("field", "icon")
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self._list: QAbstractItemView | None = None

    def lead_to(self, found: QAbstractItemView) -> None:
        """The down arrow goes on into the list of what was found, and Escape empties the line before it does more."""
        self._list = found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: the two keys of `lead_to`."""
        found = self._list
        if found is not None and event.key() == Qt.Key.Key_Down and found.model().rowCount():
            found.setFocus(Qt.FocusReason.TabFocusReason)
        elif found is not None and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the field, then the lens."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._look.px(18)
        painter.drawPixmap(
            self._look.px(12), (self.height() - size) // 2, self._look.pixmap("search", "text3", 18)
        )
        painter.end()


class PassphraseField(QWidget):
    """A hidden line with a button that shows it. Pasting is allowed; the text is handed over once and wiped."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setProperty("field", "eye")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setMaxLength(1024)
        self.setFocusProxy(self.line)
        layout = row(look, 0)
        layout.addWidget(self.line)
        self.setLayout(layout)
        self.eye = IconButton(look, self.tr("Show passphrase"), "eye", self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._reveal)

    def text(self) -> str:
        """What was typed, for judging it while typing."""
        return self.line.text()

    def take(self) -> bytearray:
        """What was typed as UTF-8; the field is empty and hidden afterwards. The caller wipes the bytes."""
        typed = bytearray(self.line.text().encode("utf-8"))
        self.wipe()
        return typed

    def wipe(self) -> None:
        """Empties the field, its undo steps included, and hides it."""
        self.line.clear()
        self.line.setText("")
        self.eye.setChecked(False)

    def set_bad(self, bad: bool) -> None:
        """Marks the field as refused, beside the words that say so."""
        self.line.setProperty("state", "bad" if bad else "")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: keeps the button inside the end of the field."""
        super().resizeEvent(event)
        hint = self.eye.sizeHint()
        height = min(hint.height(), self.height() - 4)
        left = 4 if self.isRightToLeft() else self.width() - hint.width() - 4
        self.eye.setGeometry(left, (self.height() - height) // 2, hint.width(), height)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        name = self.tr("Hide passphrase") if shown else self.tr("Show passphrase")
        self.eye.rename(name, "eye-off" if shown else "eye")


class CheckBox(QCheckBox):
    """A 22 px box in a row at least 32 high; the tick, the edge and the focus ring are drawn in the theme's colours."""

    def __init__(self, look: Look, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: box, gap and words."""
        words = QFontMetrics(self._look.font("body"))
        width = self._look.px(32) + (
            words.horizontalAdvance(self.text()) + self._look.px(6) if self.text() else 0
        )
        return QSize(width, max(self._look.px(32), words.height() + self._look.px(8)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: never smaller than it needs."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Qt: the whole row can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the box, its tick, its words."""
        del event
        tokens, side = self._look.tokens, self._look.px(20)
        box = QRect(self._look.px(6), (self.height() - side) // 2, side, side)
        if self.isRightToLeft():
            box.moveRight(self.width() - self._look.px(6))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.primary if self.isChecked() else tokens.line_strong
        painter.setPen(QPen(QColor(edge if self.isEnabled() else tokens.line), 2))
        painter.setBrush(QColor(tokens.primary if self.isChecked() and self.isEnabled() else tokens.surface))
        painter.drawRoundedRect(box, self._look.px(5), self._look.px(5))
        if self.isChecked():
            tick = self._look.pixmap("check", "on_primary" if self.isEnabled() else "text3", 16)
            space = (side - self._look.px(16)) // 2
            painter.drawPixmap(box.x() + space, box.y() + space, tick)
        self._paint_focus(painter, box)
        self._paint_words(painter, box)
        painter.end()

    def _paint_focus(self, painter: QPainter, box: QRect) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), self._look.px(7), self._look.px(7))

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QColor(self._look.tokens.text if self.isEnabled() else self._look.tokens.text3))
        painter.setFont(self._look.font("body"))
        gap = self._look.px(10)
        if self.isRightToLeft():
            words = QRect(0, 0, box.left() - gap, self.height())
        else:
            words = QRect(box.right() + gap, 0, self.width() - box.right() - gap, self.height())
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text()
        )


class ListField(QComboBox):
    """A list to choose from, with its arrow painted in the theme's colour."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the field, then the arrow."""
        super().paintEvent(event)
        _paint_arrow(self, self._look)


class DateField(QDateEdit):
    """A day to choose, by typing or from a calendar."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        calendar = self.calendarWidget()
        if calendar is not None:
            calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
            calendar.setGridVisible(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the field, then the calendar sign."""
        super().paintEvent(event)
        _paint_arrow(self, self._look, "calendar")

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Qt: Tab leaves the field at once; the arrow keys move between day, month and year."""
        return QWidget.focusNextPrevChild(self, forward)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: repaints with the theme."""
        super().changeEvent(event)
        self.update()


def _paint_arrow(field: QWidget, look: Look, icon: str = "chevron-down") -> None:
    size = look.px(16)
    left = look.px(11) if field.isRightToLeft() else field.width() - size - look.px(11)
    painter = QPainter(field)
    painter.drawPixmap(left, (field.height() - size) // 2, look.pixmap(icon, "text2", 16))
    painter.end()
