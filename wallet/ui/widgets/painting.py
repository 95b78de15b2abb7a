"""What the credential grid and single widgets paint alike: status chips, badge pictures, the shape without one."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPolygonF

from wallet.ui.chips import Chip
from wallet.ui.theme.look import Look

_CHIP_PAD = 7
_CHIP_ICON = 14
_CHIP_GAP = 4
_CHIP_HEIGHT = 24


def chip_size(look: Look, chip: Chip) -> QSize:
    """The size a status chip takes."""
    words = QFontMetrics(look.font("chip")).horizontalAdvance(chip.word)
    width = 2 * look.px(_CHIP_PAD) + look.px(_CHIP_ICON) + look.px(_CHIP_GAP) + words + look.px(2)
    return QSize(width, max(look.px(_CHIP_HEIGHT), QFontMetrics(look.font("chip")).height() + look.px(6)))


def paint_chip(painter: QPainter, rect: QRect, look: Look, chip: Chip) -> None:
    """A pill in the status colour, with its icon and its word."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(look.tokens[chip.token]) if look.strong else QColor(Qt.GlobalColor.transparent))
    painter.setBrush(QColor(look.tokens[f"{chip.token}_soft"]))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    icon = look.px(_CHIP_ICON)
    left = rect.x() + look.px(_CHIP_PAD)
    painter.drawPixmap(
        left, rect.y() + (rect.height() - icon) // 2, look.pixmap(chip.icon, chip.token, _CHIP_ICON)
    )
    painter.setPen(QColor(look.tokens[chip.token]))
    painter.setFont(look.font("chip"))
    words = rect.adjusted(look.px(_CHIP_PAD) + icon + look.px(_CHIP_GAP), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chip.word)
    painter.restore()


def paint_badge(painter: QPainter, rect: QRect, look: Look, image: QImage | None, seed: str) -> None:
    """The issuer's picture, letter-boxed into the square, never cropped; without one, a quiet shape with a ribbon."""
    if image is None or image.isNull():
        paint_placeholder(painter, rect, look, seed)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = image.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = rect.x() + (rect.width() - size.width()) // 2
    top = rect.y() + (rect.height() - size.height()) // 2
    painter.drawImage(QRect(left, top, size.width(), size.height()), image)
    painter.restore()


def paint_placeholder(painter: QPainter, rect: QRect, look: Look, seed: str) -> None:
    """One of three shapes, always the same one for the same credential."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = max(1.5, rect.width() / 33)
    painter.setPen(QPen(QColor(look.tokens.primary), edge))
    painter.setBrush(QColor(look.tokens.primary_soft))
    painter.drawPath(_shape(QRectF(rect).adjusted(edge, edge, -edge, -edge), shape_of(seed)))
    icon = round(rect.width() * 0.42)
    at_100 = round(icon * 100 / look.metrics.text_size)
    pixmap = look.pixmap("award", "primary", at_100)
    size = look.px(at_100)
    painter.drawPixmap(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2, pixmap)
    painter.restore()


def shape_of(seed: str) -> int:
    """Which of the three shapes a credential has: 0, 1 or 2."""
    return sum(seed.encode()) % 3


def _shape(rect: QRectF, which: int) -> QPainterPath:
    path = QPainterPath()
    if which == 0:
        path.addEllipse(rect)
    elif which == 1:
        centre, half, full = rect.center(), rect.width() * 0.433, rect.width() / 2
        points = [
            (0, -full),
            (half, -full / 2),
            (half, full / 2),
            (0, full),
            (-half, full / 2),
            (-half, -full / 2),
        ]
        path.addPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))
        path.closeSubpath()
    else:
        radius = rect.width() * 0.24
        inset = rect.width() * 0.05
        path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    return path
