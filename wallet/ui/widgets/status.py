"""Status chip, badge picture, checklist and skill chips as widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wallet.ui.chips import LINE_ICONS, Chip
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, clear_layout, column, row
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.painting import chip_size, paint_badge, paint_chip


class StatusChip(QWidget):
    """One of the five chips."""

    def __init__(self, look: Look, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chip.word)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chip(self) -> Chip:
        """What it shows."""
        return self._chip

    def set_chip(self, chip: Chip) -> None:
        """Another status."""
        self._chip = chip
        self.setAccessibleName(chip.word)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(chip_size(self._look, self._chip))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: paints the pill."""
        del event
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._look, self._chip)
        painter.end()


class BadgePicture(QWidget):
    """A square with the issuer's picture, or the placeholder."""

    def __init__(self, look: Look, at_100: int, seed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at_100 = at_100
        self._seed = seed
        self._image: QImage | None = None
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def image(self) -> QImage | None:
        """The decoded picture, None while the placeholder is shown."""
        return self._image

    def set_image(self, image: QImage | None) -> None:
        """The decoded picture; None for the placeholder."""
        self._image = image
        self.update()

    def _restyle(self) -> None:
        side = self._look.px(self._at_100)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: paints the picture."""
        del event
        painter = QPainter(self)
        paint_badge(painter, QRect(0, 0, self.width(), self.height()), self._look, self._image, self._seed)
        painter.end()


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of *What we checked*: a colour token, the line and the sentence below it."""

    token: str
    line: str
    note: str


class Checklist(QWidget):
    """What was checked, one line each, with a shape as well as a colour."""

    def __init__(self, look: Look, lines: Sequence[CheckLine] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = column(look, 10)
        self.setLayout(self._column)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Replaces all lines."""
        clear_layout(self._column)
        for line in lines:
            layout = row(self._look, 10)
            layout.addWidget(
                IconLabel(self._look, LINE_ICONS[line.token], line.token, 20), 0, Qt.AlignmentFlag.AlignTop
            )
            words = column(self._look, 1)
            words.addWidget(PlainLabel(line.line, "strong"))
            words.addWidget(PlainLabel(line.note, "secondary"))
            layout.addLayout(words, 1)
            self._column.addLayout(layout)


class _SkillChip(Surface):
    """One skill on one line; a long one takes several lines rather than more room than there is."""

    def __init__(self, look: Look, skill: str, parent: QWidget | None = None) -> None:
        super().__init__("chip", parent)
        self._pad = look.px(10)
        self.label = PlainLabel(skill, "chip")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = row(look, 0, (10, 4, 10, 4))
        inner.addWidget(self.label)
        self.setLayout(inner)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: all of it on one line."""
        self.label.ensurePolished()
        width = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2 * self._pad + 6
        return QSize(width, self.heightForWidth(width))


class SkillChips(QWidget):
    """Skills as soft chips in lines."""

    def __init__(self, look: Look, skills: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(look.px(6))
        for skill in skills:
            layout.addWidget(_SkillChip(look, skill))
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
