"""Large tiles of which one is chosen, and the row of steps at the top of a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import clear_layout, flow, row
from wallet.ui.widgets.labels import PlainLabel

_PAD = 14
_ICON = 22
_RADIO = 20
_FLAGS = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class ChoiceTile(QRadioButton):
    """A radio button as wide as the page: icon, title, an explanation, and the ring that shows the choice."""

    def __init__(self, look: Look, title: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._look = look
        self._explanation = text
        self._icon = icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def explain(self, text: str) -> None:
        """Another explanation."""
        self._explanation = text
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Qt: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt: title, explanation and padding."""
        room = QRect(0, 0, self._room(width), 100_000)
        words = (
            QFontMetrics(self._look.font("secondary")).boundingRect(room, _FLAGS, self._explanation).height()
        )
        title = QFontMetrics(self._look.font("card")).boundingRect(room, _FLAGS, self.text()).height()
        return title + words + self._look.px(2 * _PAD) - self._look.px(2)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: wide enough to read."""
        width = self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: narrow, but never lower than its words."""
        return QSize(self._look.px(180), self.heightForWidth(max(self.width(), self._look.px(180))))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Qt: the whole tile can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the tile."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)
        self._paint_ring(painter)
        painter.end()

    def _room(self, width: int) -> int:
        return max(40, width - self._look.px(_PAD * 2 + _ICON + 14 + _RADIO + 12))

    def _paint_ground(self, painter: QPainter) -> None:
        """The edge says whether it is chosen, the ring inside it whether it has the focus."""
        tokens, chosen = self._look.tokens, self.isChecked()
        painter.setPen(QPen(QColor(tokens.primary if chosen else tokens.line_strong), 2 if chosen else 1))
        painter.setBrush(QColor(tokens.primary_soft if chosen else tokens.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), self._look.px(10), self._look.px(10))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -5, -5), self._look.px(8), self._look.px(8))

    def _paint_words(self, painter: QPainter) -> None:
        look, chosen = self._look, self.isChecked()
        off = not self.isEnabled()
        mirrored = self.isRightToLeft()
        icon = look.px(_ICON)
        left = self.width() - look.px(_PAD) - icon if mirrored else look.px(_PAD)
        token = "text3" if off else "primary" if chosen else "text2"
        painter.drawPixmap(left, (self.height() - icon) // 2, look.pixmap(self._icon, token, _ICON))
        start = look.px(_PAD + _RADIO + 12) if mirrored else look.px(_PAD + _ICON + 14)
        room = QRect(start, look.px(_PAD) - look.px(2), self._room(self.width()), self.height())
        painter.setFont(look.font("card"))
        painter.setPen(QColor(look.tokens.text3 if off else look.tokens.text))
        painter.drawText(room, _FLAGS, self.text())
        title = QFontMetrics(look.font("card")).boundingRect(room, _FLAGS, self.text()).height()
        painter.setFont(look.font("secondary"))
        painter.setPen(QColor(look.tokens.text3 if off else look.tokens.text2))
        painter.drawText(room.translated(0, title), _FLAGS, self._explanation)

    def _paint_ring(self, painter: QPainter) -> None:
        tokens, side = self._look.tokens, self._look.px(_RADIO)
        left = self._look.px(_PAD) if self.isRightToLeft() else self.width() - self._look.px(_PAD) - side
        ring = QRect(left, (self.height() - side) // 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.primary if self.isChecked() else tokens.line_strong), 2))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            inner = self._look.px(5)
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))


class _Dot(QWidget):
    """The number of one step, or a tick once it is done."""

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self.state = "ahead"
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(QSize(self._look.px(26), self._look.px(26)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the dot."""
        del event
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ahead = self.state == "ahead"
        painter.setPen(QPen(QColor(tokens.line_strong if ahead else tokens.primary), 1))
        painter.setBrush(QColor(tokens.surface if ahead else tokens.primary))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        if self.state == "done":
            space = (self.width() - self._look.px(14)) // 2
            painter.drawPixmap(space, space, self._look.pixmap("check", "on_primary", 14))
        else:
            painter.setPen(QColor(tokens.text if ahead else tokens.on_primary))
            painter.setFont(self._look.font("secondary_strong"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.end()


class Stepper(QWidget):
    """Where we are in a sheet of several steps; said in words to a screen reader."""

    def __init__(self, look: Look, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = names
        self._flow = flow(look, 8)
        self._spare: list[PlainLabel] = []  # names that leave where there is no room
        self._lines: list[PlainLabel] = []  # and the lines between, before them
        self.setLayout(self._flow)
        self.go(0)

    def go(self, index: int) -> None:
        """Shows the step with this index (from 0) as the present one."""
        clear_layout(self._flow)
        self._spare, self._lines = [], []
        for i, name in enumerate(self._names):
            self._flow.addWidget(self._step(i, name, index))
        self._fit()
        said = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(said.format(number=index + 1, count=len(self._names), name=self._names[index]))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: lines between and names where they fit, else only the present one's."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = self._look.px(8)
        dots = (self._look.px(26) + gap) * len(self._names)
        strong = QFontMetrics(self._look.font("secondary_strong"))
        names = dots + sum(strong.horizontalAdvance(name) + gap for name in self._names)
        lines = names + sum(line.sizeHint().width() + gap for line in self._lines)
        for label in self._spare:
            label.setVisible(self.width() >= names)
        for line in self._lines:
            line.setVisible(self.width() >= lines)

    def _step(self, number: int, name: str, present: int) -> QWidget:
        """A dot, its name and, but for the last, the line that leads on."""
        step = QWidget()
        line = row(self._look, 8)
        dot = _Dot(self._look, number + 1)
        dot.state = "done" if number < present else "now" if number == present else "ahead"
        line.addWidget(dot)
        now = number == present
        role, tone = ("secondary_strong", "text") if now else ("secondary", "")
        label = PlainLabel(name, role, wrap=False, tone=tone, parent=step)
        line.addWidget(label)
        self._spare += [] if now else [label]
        if number + 1 < len(self._names):
            dash = PlainLabel("—", "secondary", wrap=False, parent=step)
            line.addWidget(dash)
            self._lines.append(dash)
        step.setLayout(line)
        return step
