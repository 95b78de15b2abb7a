"""Labels that can show nothing but plain text, and the icons beside them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wallet.ui.safe_text import display_text
from wallet.ui.theme.look import Look

_NARROWEST = 60


class PlainLabel(QLabel):
    """The only label of this program that carries words: markup in them is shown, never followed."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        wrap: bool = True,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Makes the label.

        Args:
            text: any text, hostile text included.
            role: a step of the type scale (`theme.metrics.TYPE`).
            wrap: whether it may take several lines.
            tone: ok, warn, bad, wait, text or primary to override the role's colour.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Qt: a label that wraps may become narrower than its longest word."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _NARROWEST), hint.height()) if self.wordWrap() else hint

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Shows this text after `safe_text.display_text`; an empty label takes no room."""
        super().setText(display_text(text))

    def set_tone(self, tone: str) -> None:
        """Changes the colour to a status token."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class IconLabel(QLabel):
    """An outline icon in a token's colour. It always stands beside a word, so screen readers skip it."""

    def __init__(
        self, look: Look, name: str, colour: str = "text2", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._draw)
        self._draw()

    def set_icon(self, name: str, colour: str) -> None:
        """Another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def _draw(self) -> None:
        pixmap: QPixmap = self._look.pixmap(self._name, self._colour, self._size)
        self.setPixmap(pixmap)
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))
