"""Skills as soft chips that can be pressed; a long one takes several lines rather than more room than there is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.flow import FlowLayout

_PAD, _LOWEST = 11, 32
_WRAP = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
_LETTERS = 300


class SkillButton(QAbstractButton):
    """One skill."""

    def __init__(self, look: Look, skill: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._skill = one_line(skill, _LETTERS)
        self.setText(self._skill.replace("&", "&&"))
        self.setAccessibleName(self._skill)
        self.setAccessibleDescription(self.tr("Shows this skill with everything that proves it"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: all of it on one line."""
        width = self._metrics().horizontalAdvance(self._skill) + 2 * self._look.px(_PAD) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: it may take several lines."""
        return QSize(self._look.px(60), self._look.px(_LOWEST))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt: so many lines as it needs."""
        room = QRect(0, 0, max(1, width - 2 * self._look.px(_PAD)), 10_000)
        words = self._metrics().boundingRect(room, _WRAP, self._skill).height()
        return max(self._look.px(_LOWEST), words + self._look.px(10))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Qt: looks pressable under the mouse."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the chip, its words, where the keyboard is."""
        del event
        look, tokens = self._look, self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.rect().adjusted(1, 1, -2, -2)
        radius = min(card.height(), look.px(_LOWEST)) / 2
        edge = tokens.primary if self.underMouse() or look.strong else tokens.primary_soft
        painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.primary_soft))
        painter.drawRoundedRect(card, radius, radius)
        painter.setPen(QColor(tokens.on_primary_soft))
        painter.setFont(look.font("chip"))
        pad = look.px(_PAD)
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), _WRAP, self._skill)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font("chip"))


class SkillButtons(QWidget):
    """Several; `chosen` tells which, by its place."""

    chosen = Signal(int)

    def __init__(self, look: Look, skills: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(look.px(6))
        for place, skill in enumerate(skills):
            button = SkillButton(look, skill)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            layout.addWidget(button)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
