"""Settings of the window and of the open file.

Its look and text size, the keys (`own_keys`), whom the learner trusts (`trusted_issuers`), and where the page for
receivers lies (`page_place`).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from wallet.ui.pages.own_keys import OwnKeys
from wallet.ui.pages.page_place import PagePlace
from wallet.ui.pages.trusted_issuers import TrustedIssuers
from wallet.ui.ports import OpenWallet
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel


class SettingsPage(QWidget):
    """Takes effect at once."""

    theme = Signal(object)
    text_size = Signal(int)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self._look = tools.look
        self.keys = OwnKeys(look)
        self.trusted = TrustedIssuers(tools, wallet)
        self.page_place = PagePlace(tools, wallet)
        self._group = QButtonGroup(self)
        self.tiles: dict[ThemeChoice, ChoiceTile] = {}
        layout = column(look, 12, (0, 0, 6, 16))
        layout.addWidget(PlainLabel(self.tr("Colours"), "section"))
        for choice, title, text, icon in (
            (
                ThemeChoice.COMPUTER,
                self.tr("Match this computer"),
                self.tr("Light or dark, as the computer is set."),
                "computer",
            ),
            (ThemeChoice.LIGHT, self.tr("Light"), self.tr("Dark words on a light ground."), "sun"),
            (ThemeChoice.DARK, self.tr("Dark"), self.tr("Light words on a dark ground."), "moon"),
        ):
            tile = ChoiceTile(look, title, text, icon)
            tile.setChecked(choice is look.choice)
            self.tiles[choice] = tile
            self._group.addButton(tile)
            layout.addWidget(tile)
        layout.addSpacing(look.px(8))
        label = PlainLabel(self.tr("Text size"), "section")
        self.size_field = ListField(look, self.tr("Text size"))
        for per_cent in TEXT_SIZES:
            self.size_field.addItem(f"{per_cent} %", per_cent)
        self.size_field.setCurrentIndex(self.size_field.findData(look.metrics.text_size))
        label.setBuddy(self.size_field)
        layout.addWidget(label)
        line = row(look, 0)
        line.addWidget(self.size_field)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.keys)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.trusted)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.page_place)
        layout.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(look.px(620))
        content.setLayout(layout)
        outer = column(look, 12, (20, 16, 14, 0))
        outer.addWidget(PlainLabel(self.tr("Settings"), "page"))
        outer.addWidget(Middle(content, self.tr("Settings")), 1)
        self.setLayout(outer)
        self._group.buttonToggled.connect(self._switched)
        self.size_field.activated.connect(self._resize)

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page."""
        return [self.tiles[self._look.choice], self.size_field, self.trusted.add, self.page_place.field]

    def follow(self) -> None:
        """Shows choices made elsewhere (the menu)."""
        self.tiles[self._look.choice].setChecked(True)
        self.size_field.setCurrentIndex(self.size_field.findData(self._look.metrics.text_size))

    def _switched(self, button: object, checked: bool) -> None:
        if checked:
            choice = next(choice for choice, tile in self.tiles.items() if tile is button)
            if choice is not self._look.choice:
                self.theme.emit(choice)

    def _resize(self, index: int) -> None:
        self.text_size.emit(int(self.size_field.itemData(index)))
