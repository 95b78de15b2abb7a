"""What stands above a list and gives way to it: as tall as it needs while there is room, else it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, column

_LEAST = 100


class _Lines(QWidget):
    """As tall as its lines are, so that the area around it scrolls and does not squeeze."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: where the height follows from the width, the area asks for it by itself."""
        lines = self.layout()
        if lines is None:
            return super().minimumSizeHint()
        tall = 0 if lines.hasHeightForWidth() else lines.totalSizeHint().height()
        return QSize(lines.totalMinimumSize().width(), tall)


class Yielding(Middle):
    """A head whose lines are never squeezed into one another, however large the text and small the window."""

    def __init__(self, look: Look, name: str, parts: tuple[QWidget, ...], spacing: int) -> None:
        """`parts` stand below one another, `spacing` apart, in pixels at 100 %."""
        self._look = look
        content = _Lines()
        self._lines: QVBoxLayout = column(look, spacing)
        for part in parts:
            self._lines.addWidget(part)
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        content.setLayout(self._lines)
        super().__init__(content, name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: all of it, at the width it has now."""
        wide = self.viewport().width()
        lines = self._lines
        tall = (
            lines.totalHeightForWidth(wide) if lines.hasHeightForWidth() else lines.totalSizeHint().height()
        )
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: what is left of it where the list needs the room."""
        lines = self._lines.totalMinimumSize()
        return QSize(lines.width(), min(self.sizeHint().height(), self._look.px(_LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: a line more or less, or another width, is another height."""
        if watched is self.widget() and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.updateGeometry()
        return super().eventFilter(watched, event)
