"""Settings of the window and of the open file.

Its language, look and text size, who the learner is (`about_you`), the keys (`own_keys`), backup and moving
(`safe_keeping`), the learner's age (`own_age`), whom the learner trusts (`trusted_issuers`), and where the page for
receivers lies (`page_place`).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from wallet.ui.backup_desk import BackupDesk
from wallet.ui.pages.about_you import AboutYou
from wallet.ui.pages.allowed_websites import AllowedWebsites
from wallet.ui.pages.own_age import OwnAge
from wallet.ui.pages.own_keys import OwnKeys
from wallet.ui.pages.page_place import PagePlace
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.pages.safe_keeping import SafeKeeping
from wallet.ui.pages.school_part import SchoolPart
from wallet.ui.pages.trusted_issuers import TrustedIssuers
from wallet.ui.ports import OpenWallet
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.reading import LANGUAGE_LABEL, LanguageField, TextSizeField


class SettingsPage(PlacePage):
    """Takes effect at once."""

    theme = Signal(object)
    text_size = Signal(int)
    language = Signal(str)

    def __init__(
        self, tools: Tools, wallet: OpenWallet, backups: BackupDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = self._look = tools.look
        self.keys = OwnKeys(look)
        self.about = AboutYou(tools, wallet)
        self.safe = SafeKeeping(look, backups)
        self.trusted = TrustedIssuers(tools, wallet)
        self.page_place = PagePlace(tools, wallet)
        self.age = OwnAge(tools, wallet)
        self._group = QButtonGroup(self)
        self.tiles: dict[ThemeChoice, ChoiceTile] = {}
        layout = column(look, 12, (0, 0, 6, 16))
        self.language_field = LanguageField(look)
        self._add_field(layout, LANGUAGE_LABEL, self.language_field)
        layout.addWidget(PlainLabel(self.tr("Colours"), "section"))
        for choice, title, text, icon in (
            (
                ThemeChoice.COMPUTER,
                self.tr("Match this computer"),
                self.tr("Light, dark or strong contrast, as the computer is set."),
                "computer",
            ),
            (ThemeChoice.LIGHT, self.tr("Light"), self.tr("Dark words on a light ground."), "sun"),
            (ThemeChoice.DARK, self.tr("Dark"), self.tr("Light words on a dark ground."), "moon"),
            (
                ThemeChoice.STRONG_LIGHT,
                self.tr("Strong contrast, light"),
                self.tr("Black words on white, with clear edges."),
                "contrast",
            ),
            (
                ThemeChoice.STRONG_DARK,
                self.tr("Strong contrast, dark"),
                self.tr("White words on black, with clear edges."),
                "contrast",
            ),
        ):
            tile = ChoiceTile(look, title, text, icon)
            tile.setChecked(choice is look.choice)
            self.tiles[choice] = tile
            self._group.addButton(tile)
            layout.addWidget(tile)
        layout.addSpacing(look.px(8))
        self.size_field = TextSizeField(look)
        self._add_field(layout, self.tr("Text size"), self.size_field)
        layout.addWidget(self.about)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.keys)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.safe)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.age)
        layout.addSpacing(look.px(8))
        layout.addWidget(self.trusted)
        layout.addSpacing(look.px(8))
        layout.addWidget(AllowedWebsites(tools, wallet))
        layout.addWidget(SchoolPart(tools))
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
        self.size_field.picked.connect(self.text_size)
        self.language_field.picked.connect(self.language)

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page."""
        return [
            self.language_field,
            self.size_field,
            self.about.add,
            self.safe.back_up,
            self.age.button,
            self.trusted.add,
            self.page_place.field,
        ]

    def follow(self) -> None:
        """Shows choices made elsewhere (the menu)."""
        self.tiles[self._look.choice].setChecked(True)

    def _switched(self, button: object, checked: bool) -> None:
        if checked:
            choice = next(choice for choice, tile in self.tiles.items() if tile is button)
            if choice is not self._look.choice:
                self.theme.emit(choice)

    def _add_field(self, layout: QVBoxLayout, title: str, field: ListField) -> None:
        label = PlainLabel(title, "section")
        label.setBuddy(field)
        layout.addWidget(label)
        line = row(self._look, 0)
        line.addWidget(field)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addSpacing(self._look.px(8))
