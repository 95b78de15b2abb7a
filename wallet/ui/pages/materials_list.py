"""The list of handouts and guides: a card for each, under what it is for, and a sample to practise with."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.materials import CATALOGUE, POSTER, Group, Material, load_material
from wallet.ui.languages import NAMES, spoken
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Surface, clear_layout, column, flow, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel


class MaterialsList(QWidget):
    """`chosen` carries a name and a language; `practise` a language, and whether the sample is a changed one."""

    chosen = Signal(str, str)
    practise = Signal(str, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: list[Button] = []
        self.pressed: Button | None = None
        self.language = ListField(look, self.tr("Language of the pages"))
        for code, name in NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(spoken()))
        self.language.currentIndexChanged.connect(self._fill)
        label = PlainLabel(self.tr("Language of the pages"), "secondary", wrap=False)
        label.setBuddy(self.language)
        head = row(look, 10)
        head.addWidget(label)
        head.addWidget(self.language)
        head.addStretch(1)
        self._cards = column(look, 10, (6, 4, 14, 12))
        content = Content()
        content.fill(self._cards)
        self.middle = Middle(content, self.tr("Handouts and guides"))
        layout = column(look, 10)
        layout.addLayout(head)
        layout.addWidget(self.middle, 1)
        self.setLayout(layout)
        self._fill()

    @property
    def chosen_language(self) -> str:
        """The language of the pages, which need not be the window's."""
        return str(self.language.currentData())

    def _fill(self) -> None:
        clear_layout(self._cards)
        self.buttons, self.pressed = [], None
        groups = (
            (Group.HANDOUTS, self.tr("To hand out")),
            (Group.RECEIVERS, self.tr("For those who receive a record")),
            (Group.SCHOOLS, self.tr("To show it, and to decide")),
            (Group.FACTS, self.tr("Facts about the program")),
        )
        for group, title in groups:
            self._cards.addWidget(PlainLabel(title, "section"))
            for name, of in CATALOGUE.items():
                if of is group:
                    self._cards.addWidget(self._card(load_material(name, self.chosen_language)))
            if group is Group.RECEIVERS:
                self._cards.addWidget(self._practice())
        self._cards.addStretch(1)

    def _card(self, material: Material) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 12, (16, 10, 12, 10))
        is_poster = material.name == POSTER
        title = self.tr("Poster: {title}").format(title=material.title) if is_poster else material.title
        layout.addLayout(self._words(title, material.about), 1)
        button = Button(self._look, self.tr("Open"), "file-text")
        button.setAccessibleName(self.tr("Open: {title}").format(title=title))
        button.setAccessibleDescription(material.about)
        button.clicked.connect(partial(self._choose, button, material.name))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        self.buttons.append(button)
        return card

    def _practice(self) -> QWidget:
        card = Surface("card")
        layout = column(self._look, 8, (16, 10, 12, 10))
        words = self.tr(
            "A share of sample credentials, as a page for a browser or a file for the command line. The changed one "
            "shows what is said when somebody put a word in."
        )
        layout.addLayout(self._words(self.tr("Save a sample to practise with"), words))
        both = flow(self._look, 10)
        for label, name, changed in (
            (self.tr("Genuine…"), self.tr("Save a genuine sample"), False),
            (self.tr("Changed…"), self.tr("Save a changed sample"), True),
        ):
            button = Button(self._look, label, "save")
            button.setAccessibleName(name)
            button.clicked.connect(partial(self._ask_practice, changed))
            both.addWidget(button)
        layout.addLayout(both)
        card.setLayout(layout)
        return card

    def _words(self, title: str, about: str) -> QVBoxLayout:
        words = column(self._look, 2)
        words.addWidget(PlainLabel(title, "strong"))
        words.addWidget(PlainLabel(about, "secondary"))
        return words

    def _choose(self, button: Button, name: str, *_: object) -> None:
        self.pressed = button
        self.chosen.emit(name, self.chosen_language)

    def _ask_practice(self, changed: bool, *_: object) -> None:
        self.practise.emit(self.chosen_language, changed)
