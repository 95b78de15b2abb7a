"""How the window reads: its language and its text size, as fields that stand on first pages and in the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.languages import NAMES, spoken
from wallet.ui.theme.look import Look
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.widgets.boxes import row
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import IconLabel, PlainLabel

LANGUAGE_LABEL = "Language · Idioma"
"""In both languages: whoever cannot read the present one still finds it."""


class LanguageField(ListField):
    """Each language by its own name; `picked` carries one that is not spoken yet."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, LANGUAGE_LABEL, parent)
        self.setToolTip(LANGUAGE_LABEL)
        for code, name in NAMES.items():
            self.addItem(name, code)
        self.setCurrentIndex(self.findData(spoken()))
        self.activated.connect(self._pick)

    def _pick(self, index: int) -> None:
        language = str(self.itemData(index))
        if language != spoken():
            self.picked.emit(language)


class WordsField(ListField):
    """The language of random words and of a recovery kit's; the window's own at first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setAccessibleName(self.tr("Language of the words"))
        for code, name in NAMES.items():
            self.addItem(name, code)
        self.setCurrentIndex(self.findData(spoken()))


class TextSizeField(ListField):
    """The text sizes in per cent; follows choices made elsewhere."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setAccessibleName(self.tr("Text size"))
        for per_cent in TEXT_SIZES:
            self.addItem(f"{per_cent} %", per_cent)
        self._follow()
        look.changed.connect(self._follow)
        self.activated.connect(self._pick)

    def _follow(self) -> None:
        self.setCurrentIndex(self.findData(self._look.metrics.text_size))

    def _pick(self, index: int) -> None:
        self.picked.emit(int(self.itemData(index)))


class ReadingCorner(QWidget):
    """Both fields side by side, for the top of a page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language_field = LanguageField(look)
        self.size_field = TextSizeField(look)
        self._globe = IconLabel(look, "globe", "text2", 20)
        label = PlainLabel(self.tr("Text size"), "secondary", wrap=False)
        label.setBuddy(self.size_field)
        line = row(look, 8)
        line.addWidget(self._globe)
        line.addWidget(self.language_field)
        line.addSpacing(look.px(6))
        line.addWidget(label)
        line.addWidget(self.size_field)
        self.setLayout(line)

    def offer_language(self, *, offered: bool) -> None:
        """Another language makes every page anew, so it is not offered while something is being typed."""
        self._globe.setVisible(offered)
        self.language_field.setVisible(offered)
