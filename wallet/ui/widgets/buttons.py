"""Push buttons with an icon in the theme's colour, and the icon-only kind that must be named."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look

_TOKENS = {
    "primary": "on_primary",
    "link": "primary",
    "danger": "bad",
    "nav": "text2",
    "chip": "on_primary_soft",
}
_ICON = 18
_GAP = 8


class Button(QPushButton):
    """A button with a word and, usually, an icon before it."""

    def __init__(
        self, look: Look, text: str, icon: str = "", kind: str = "plain", parent: QWidget | None = None
    ) -> None:
        """Makes the button.

        Args:
            look: where the icon's colour comes from.
            text: what it says; also its accessible name.
            icon: a name in `resources/icons`, or "".
            kind: plain, primary, link, danger, nav or chip.
        """
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._look = look
        self._icon = icon
        self._kind = kind
        self.set_words(text)
        look.changed.connect(self._draw)
        self._draw()

    def set_words(self, text: str) -> None:
        """Other words; an ampersand in them is an ampersand."""
        shown = one_line(text)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(shown)

    def set_kind(self, kind: str) -> None:
        """Another of the kinds."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()

    def set_icon_name(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: within the focus ring a light one, which also shows on the dark ground of the primary kind."""
        super().paintEvent(event)
        if self.hasFocus() and self._kind == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.tokens.on_primary), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), self._look.px(5), self._look.px(5))
            painter.end()

    def _draw(self) -> None:
        if not self._icon:
            self.setIcon(QIcon())
            return
        gap = 0 if self._kind == "icon" else _GAP
        token = _TOKENS.get(self._kind, "text")
        if self._kind == "nav" and self.isChecked():
            token = "on_primary_soft"  # noqa: S105 - a colour
        size = 20 if self._kind == "nav" else _ICON
        self.setIcon(self._look.icon(self._icon, token, size, gap))
        self.setIconSize(QSize(self._look.px(size) + self._look.px(gap), self._look.px(size)))


class IconButton(Button):
    """A button without a word: its name is spoken and shown as a tooltip."""

    def __init__(self, look: Look, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", icon, "icon", parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def rename(self, name: str, icon: str) -> None:
        """Another name and icon, for buttons that switch."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.set_icon_name(icon)
