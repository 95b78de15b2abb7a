"""The look of one running window: which theme, which text size, and the icons in its colours.

Every widget that paints or carries an icon gets this object in its constructor and listens to `changed`.
Does not live here: where the choice is kept (`wallet.app.settings`).
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from wallet.ui.icons import IconPainter
from wallet.ui.theme.metrics import TYPE, Metrics
from wallet.ui.theme.palette import palette
from wallet.ui.theme.stylesheet import stylesheet
from wallet.ui.theme.tokens import DARK, LIGHT, ON_DARK, STRONG, STRONG_DARK, STRONG_LIGHT, Tokens

FAMILY = "Atkinson Hyperlegible Next"


class ThemeChoice(StrEnum):
    """What the reader may choose."""

    COMPUTER = "system"
    LIGHT = "light"
    DARK = "dark"
    STRONG_LIGHT = "high-contrast"
    STRONG_DARK = "high-contrast-dark"


THEMES = {
    ThemeChoice.LIGHT: LIGHT,
    ThemeChoice.DARK: DARK,
    ThemeChoice.STRONG_LIGHT: STRONG_LIGHT,
    ThemeChoice.STRONG_DARK: STRONG_DARK,
}
"""The tokens of each choice; the computer's own choice comes to one of these."""


class Look(QObject):
    """Theme and text size: a palette and a font of the whole application, and the style sheet of its windows."""

    changed = Signal()
    sheet_changed = Signal(str)

    def __init__(self, application: QApplication, choice: ThemeChoice, text_size: int) -> None:
        """Reads the computer's own theme once more whenever it changes."""
        super().__init__()
        self._application = application
        self._choice = choice
        self._icons = IconPainter()
        self._family = QFont(application.font()).family()
        self.metrics = Metrics(text_size)
        self.tokens: Tokens = LIGHT
        self._sheet = ""
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._computer_changed)
        if hasattr(hints, "accessibility"):  # Qt 6.10 and later
            hints.accessibility().contrastPreferenceChanged.connect(self._computer_changed)

    @property
    def choice(self) -> ThemeChoice:
        """The present choice (not what it came to)."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Whether words are light on a dark ground."""
        return self.tokens in ON_DARK

    @property
    def strong(self) -> bool:
        """Whether contrast is strong: what is told apart by its ground has an edge, too."""
        return self.tokens in STRONG

    @property
    def mirrored(self) -> bool:
        """Whether the language runs from right to left."""
        return self._application.isRightToLeft()

    def apply(self) -> None:
        """Sets palette, font and the style sheet of every dressed window, then tells every widget that paints."""
        self.tokens = self._chosen()
        self._application.setPalette(palette(self.tokens))
        self._application.setFont(self.font("body"))
        self._sheet = stylesheet(self.tokens, self.metrics)
        self.sheet_changed.emit(self._sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Gives a finished window, and what it opens, the style sheet, now and whenever that changes.

        A sheet of the whole application would do the same, but dearer: Qt then dresses a widget anew each time
        something around it gets a parent, hence a page once for every layer of its boxes. A page that is made first
        and put into its dressed window then is dressed once.
        """
        window.setStyleSheet(self._sheet)
        self.sheet_changed.connect(window.setStyleSheet)

    def choose(self, choice: ThemeChoice) -> None:
        """Another theme, at once."""
        self._choice = choice
        self.apply()

    def resize_text(self, per_cent: int) -> None:
        """Another text size in per cent, at once."""
        self.metrics = Metrics(per_cent)
        self.apply()

    def px(self, at_100: float) -> int:
        """Logical pixels at the present text size."""
        return self.metrics.px(at_100)

    def font(self, role: str) -> QFont:
        """The font of a type role, for widgets that paint their own text."""
        font = QFont()
        font.setFamilies([FAMILY, self._family])
        font.setPixelSize(self.metrics.font_px(role))
        font.setWeight(QFont.Weight(TYPE[role].weight))
        return font

    def icon(self, name: str, colour: str = "text", at_100: int = 20, gap_at_100: int = 0) -> QIcon:
        """An outline icon in a token's colour; `gap_at_100` adds empty space after it, before a button's word."""
        size, gap = self.px(at_100), self.px(gap_at_100)
        icon = QIcon()
        for state, token in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "text3")):
            for ratio in (1.0, self._ratio()):
                icon.addPixmap(self._icons.pixmap(name, self.tokens[token], size, ratio, gap), state)
        return icon

    def pixmap(self, name: str, token: str, at_100: int) -> QPixmap:
        """The same as a picture at the screen's own resolution."""
        return self._icons.pixmap(name, self.tokens[token], self.px(at_100), self._ratio(), 0)

    def _ratio(self) -> float:
        return max(1.0, self._application.devicePixelRatio())

    def _chosen(self) -> Tokens:
        if self._choice is not ThemeChoice.COMPUTER:
            return THEMES[self._choice]
        hints = self._application.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if hasattr(hints, "accessibility") and (
            hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        ):
            return STRONG_DARK if dark else STRONG_LIGHT
        return DARK if dark else LIGHT

    def _computer_changed(self) -> None:
        if self._choice is ThemeChoice.COMPUTER:
            self.apply()
