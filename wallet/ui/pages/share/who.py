"""Step 1: who it is for and why. Template and kind of receiver set what the other steps start with."""

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from wallet.app.part_starts import RECORDS, USUAL, WORK, Starts
from wallet.app.share_forms import CHANNELS
from wallet.app.share_templates import TEMPLATES, ShareTemplate
from wallet.ui.pages.share.step import FirstStep
from wallet.ui.pages.share.ways import all_ways
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
        self.template = ListField(look, self.tr("Start from a template"))
        self.template.addItem(self.tr("No template"), "")
        for name, words in self._template_names().items():
            self.template.addItem(words, name)
        self.sets = PlainLabel("", "hint")
        self._build()
        self.tiles["employer"].setChecked(True)
        self._fill_purposes()
        self.template.currentIndexChanged.connect(self._start_from)
        self._group.buttonToggled.connect(self._switched)
        self.to.textChanged.connect(self.changed)
        self.purpose.editTextChanged.connect(self.changed)

    @property
    def kind(self) -> str:
        """employer, registrar or other."""
        return next(key for key, tile in self.tiles.items() if tile.isChecked())

    @property
    def starts(self) -> Starts:
        """A school asks for results; nobody else is shown them unless the learner ticks them."""
        if self.chosen is not None:
            return self.chosen.starts
        return RECORDS if self.kind == "registrar" else USUAL

    @property
    def days(self) -> int:
        """How long a share for this purpose lasts unless the person says otherwise."""
        if self.chosen is not None:
            return self.chosen.days
        return {"employer": 30, "registrar": 90, "other": 7}[self.kind]

    @property
    def channel(self) -> str:
        """The way of sending that suits the purpose."""
        return CHANNELS[self.chosen.kind] if self.chosen is not None else ""

    @property
    def with_note(self) -> bool:
        """Whether the purpose usually needs words of the learner's own."""
        return self.chosen is not None and self.chosen.with_note

    @property
    def chosen(self) -> ShareTemplate | None:
        """The template that is chosen, None for none."""
        return TEMPLATES.get(self.template.currentData())

    def _build(self) -> None:
        layout = column(self._look, 10, (2, 0, 6, 0))
        label = PlainLabel(self.template.accessibleName(), "strong", wrap=False)
        label.setBuddy(self.template)
        first = row(self._look, 12)
        first.addWidget(label)
        first.addWidget(self.template)
        first.addStretch(1)
        layout.addLayout(first)
        layout.addWidget(self.sets)
        self.sets.hide()
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
                self.tr("First job"),
                self.tr("Pay talk"),
                self.tr("Volunteering"),
            ),
            "registrar": (self.tr("Advanced standing"), self.tr("Admission"), self.tr("Course credit")),
            "other": (self.tr("Just to show"), self.tr("A reference")),
        }
        self.purpose.clear()
        self.purpose.addItems(list(purposes[self.kind]))

    def _template_names(self) -> Mapping[str, str]:
        return {
            "internship": self.tr("Internship"),
            "first-job": self.tr("First job"),
            "salary-talk": self.tr("Pay talk"),
            "advanced-standing": self.tr("Advanced standing"),
            "reference": self.tr("A reference"),
        }

    def _start_from(self) -> None:
        """Sets what usually goes with this purpose, and says so; all of it can be changed."""
        chosen = self.chosen
        if chosen is not None:
            self.tiles[chosen.receiver].setChecked(True)
            self.purpose.setEditText(self._template_names()[chosen.name])
            way = all_ways()[CHANNELS[chosen.kind]].title
            until = self.tr("%n day(s)", "", chosen.days)
            sets = self.tr("This sets: {receiver}; {until}; {way}.").format(
                receiver=self.tiles[chosen.receiver].text(), until=until, way=way
            )
            change = self.tr("You can change all of it.")
            self.sets.setText(f"{sets} {self._shown_words(chosen.starts)} {change}")
        self.sets.setVisible(chosen is not None)
        self.changed.emit()

    def _shown_words(self, starts: Starts) -> str:
        """Which parts start with a tick, where a credential lets parts be left out."""
        return {
            USUAL: self.tr("Grades and what is private start off."),
            RECORDS: self.tr("Results start on, what is private starts off."),
            WORK: self.tr("Levels, licences and working dates start on; ages and grades start off."),
        }[starts]

    def _switched(self, button: object, checked: bool) -> None:
        del button
        if checked:
            written = self.purpose.currentText()
            self._fill_purposes()
            if self.chosen is not None:
                self.purpose.setEditText(written)
            self.changed.emit()
