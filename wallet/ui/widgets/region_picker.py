"""Choosing a part of a picture of the screen, with a mouse or with the arrow keys."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_STEP = 24
_SMALLEST = 24
_SHARE = 0.5
_RING = 2
_DIM = QColor(0, 0, 0, 130)
_MOVES = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class RegionCanvas(QWidget):
    """The picture, dimmed but for the chosen part. Arrow keys move that part, with Shift they change its size."""

    def __init__(self, look: Look, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = picture
        wide, high = round(picture.width() * _SHARE), round(picture.height() * _SHARE)
        self.part = QRect((picture.width() - wide) // 2, (picture.height() - high) // 2, wide, high)
        self._begun: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(QSize(240, 160))
        self.setAccessibleName(self.tr("Part of the screen"))
        self._say()

    def choose(self, part: QRect) -> None:
        """Another part, cut to what there is of the picture."""
        part = part.normalized()
        size = part.size().expandedTo(QSize(_SMALLEST, _SMALLEST)).boundedTo(self._picture.size())
        left = min(max(part.x(), 0), self._picture.width() - size.width())
        top = min(max(part.y(), 0), self._picture.height() - size.height())
        self.part = QRect(left, top, size.width(), size.height())
        self._say()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: the arrow keys."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            grown = QSize(move.x() * _STEP, move.y() * _STEP)
            self.choose(QRect(self.part.topLeft(), self.part.size() + grown))
        else:
            self.choose(self.part.translated(move.x() * _STEP, move.y() * _STEP))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: a corner."""
        self._begun = self._in_picture(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: the corner across from it."""
        if self._begun is not None:
            self.choose(QRect(self._begun, self._in_picture(event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: done."""
        del event
        self._begun = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: picture, veil, part, edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.drawImage(place, self._picture)
        painter.fillRect(place, _DIM)
        scale = place.width() / self._picture.width()
        shown = QRectF(
            place.x() + self.part.x() * scale,
            place.y() + self.part.y() * scale,
            self.part.width() * scale,
            self.part.height() * scale,
        )
        painter.drawImage(shown, self._picture, QRectF(self.part))
        for colour, width in (("#FFFFFF", 6), (self._look.tokens.primary, 3)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.tokens.focus), 2 * _RING))
            painter.drawRect(self.rect())
        painter.end()

    def _place(self) -> QRectF:
        """Where the whole picture is painted: inside the ring that shows the focus."""
        room = self.size() - QSize(4 * _RING, 4 * _RING)
        size = QSize(self._picture.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def _in_picture(self, point: QPoint) -> QPoint:
        place = self._place()
        scale = self._picture.width() / place.width()
        return QPoint(round((point.x() - place.x()) * scale), round((point.y() - place.y()) * scale))

    def _say(self) -> None:
        words = self.tr("{width} by {height} points, {left} from the left, {top} from the top")
        part = self.part
        self.setAccessibleDescription(
            words.format(width=part.width(), height=part.height(), left=part.x(), top=part.y())
        )


class RegionPicker(QDialog):
    """Asks which part of a picture holds the code; `chosen` is the picture of that part."""

    def __init__(self, look: Look, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.chosen: QImage | None = None
        self.setModal(True)
        self.setWindowTitle(self.tr("Where is the code?"))
        self.canvas = RegionCanvas(look, picture)
        hint = PlainLabel(
            self.tr(
                "Draw a frame around the code. Or: arrow keys move the frame, with Shift they change its size."
            ),
            "secondary",
        )
        self.cancel = Button(look, self.tr("Cancel"))
        self.whole = Button(look, self.tr("The whole screen"), "computer")
        self.take = Button(look, self.tr("Read this part"), "qr", "primary")
        foot = row(look, 10)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.whole)
        foot.addWidget(self.take)
        layout = column(look, 12, (20, 16, 20, 16))
        layout.addWidget(hint)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.cancel.clicked.connect(self.reject)
        self.whole.clicked.connect(lambda: self._done_with(picture))
        self.take.clicked.connect(self._take_part)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_part(self) -> None:
        self._done_with(self._picture.copy(self.canvas.part))

    def _done_with(self, picture: QImage) -> None:
        self.chosen = picture
        self.accept()
