"""Step 1: who it is for and why. The kind of receiver sets how long the share lasts at first."""

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from wallet.ui.pages.share.step import FirstStep
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel

_LONGEST = 120


class WhoStep(FirstStep):
    """Three tiles, a name, a reason."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self.tiles: dict[str, ChoiceTile] = {}
        self.to = QLineEdit()
        self.to.setMaxLength(_LONGEST)
        self.to.setPlaceholderText(self.tr("For example: Harbor Boat Works"))
        self.to.setAccessibleName(self.tr("Who is it for?"))
        self.purpose = ListField(look, self.tr("What is it for?"))
        self.purpose.setEditable(True)
        line = self.purpose.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("What is it for?"))
            line.setMaxLength(_LONGEST)
        self._build()
        self.tiles["employer"].setChecked(True)
        self._fill_purposes()
        self._group.buttonToggled.connect(self._switched)
        self.to.textChanged.connect(self.changed)
        self.purpose.editTextChanged.connect(self.changed)

    @property
    def kind(self) -> str:
        """employer, registrar or other."""
        return next(key for key, tile in self.tiles.items() if tile.isChecked())

    @property
    def wants_outcomes(self) -> bool:
        """A registrar asks for results; nobody else is shown them unless the learner ticks them."""
        return self.kind == "registrar"

    @property
    def days(self) -> int:
        """How long a share to this kind of receiver lasts unless the person says otherwise."""
        return {"employer": 30, "registrar": 90, "other": 7}[self.kind]

    def _build(self) -> None:
        layout = column(self._look, 10, (2, 0, 6, 0))
        layout.addWidget(PlainLabel(self.tr("Who is it for?"), "section"))
        tiles = row(self._look, 10)
        for key, title, text, icon in (
            (
                "employer",
                self.tr("Employer"),
                self.tr("A job, an internship, a volunteer desk."),
                "briefcase",
            ),
            (
                "registrar",
                self.tr("School or college"),
                self.tr("A registrar, a teacher, a programme."),
                "school",
            ),
            ("other", self.tr("Somebody else"), self.tr("Family, a mentor, a friend."), "user"),
        ):
            tile = ChoiceTile(self._look, title, text, icon)
            self._group.addButton(tile)
            self.tiles[key] = tile
            tiles.addWidget(tile, 1)
        layout.addLayout(tiles)
        for words, field in ((self.tr("Their name"), self.to), (self.tr("What is it for?"), self.purpose)):
            label = PlainLabel(words, "strong")
            label.setBuddy(field)
            layout.addSpacing(self._look.px(6))
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Name and reason are signed into the share, so they can see that it was made for them."
                ),
                "hint",
            )
        )
        layout.addStretch(1)
        content = QWidget()
        content.setLayout(layout)
        outer = column(self._look, 0)
        outer.addWidget(Middle(content, self.tr("Who and why")))
        self.setLayout(outer)

    def _fill_purposes(self) -> None:
        purposes = {
            "employer": (
                self.tr("Job application"),
                self.tr("Internship"),
                self.tr("Pay talk"),
                self.tr("Volunteering"),
            ),
            "registrar": (self.tr("Advanced standing"), self.tr("Admission"), self.tr("Course credit")),
            "other": (self.tr("Just to show"), self.tr("A reference")),
        }
        self.purpose.clear()
        self.purpose.addItems(list(purposes[self.kind]))

    def _switched(self, button: object, checked: bool) -> None:
        del button
        if checked:
            self._fill_purposes()
            self.changed.emit()
