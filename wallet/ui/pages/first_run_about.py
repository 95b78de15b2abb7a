"""The step of the first run about the learner: a name, what issuers call them, their age, what a class pack brings.

Nothing of it has to be said.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wallet.ui.guardian_ports import ADULT, NOT_SAID, TEEN, UNDER_13
from wallet.ui.pages.class_part import ClassPart
from wallet.ui.theme.look import Look
from wallet.ui.widgets.about_fields import AboutFields
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel


class AboutStep(QWidget):
    """`changed` after every letter and choice."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("About you"), "page"))
        words = self.tr("You need none of this. You can skip it, and change it in Settings at any time.")
        layout.addWidget(PlainLabel(words, "lead"))
        self.fields = AboutFields(look)
        self.class_part = ClassPart(look)
        layout.addWidget(self.fields)
        layout.addWidget(self.class_part)
        layout.addLayout(self._age_line())
        layout.addStretch(1)
        self.setLayout(layout)
        for part in (self.fields, self.class_part):
            part.changed.connect(self.changed)
            part.submitted.connect(self.submitted)
        self.age.currentIndexChanged.connect(self.changed)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return self.fields.is_empty and self.class_part.is_empty and self.age.currentIndex() == 0

    def take_age(self) -> str:
        """What was said about the age, once."""
        band = str(self.age.currentData())
        self.age.setCurrentIndex(0)
        return band

    def skip(self) -> None:
        """Nothing is said, nothing of the class is taken."""
        self.age.setCurrentIndex(0)
        self.class_part.wipe()

    def wipe(self) -> None:
        """Nothing typed stays; the age is taken later."""
        self.fields.wipe()
        self.class_part.wipe()

    def _age_line(self) -> QHBoxLayout:
        """Asked once, and nobody has to say; the wallet goes on from there (`Shell.begin`)."""
        self.age = ListField(self._look, self.tr("How old are you? You do not have to say."))
        for words, band in (
            (self.tr("I do not say"), NOT_SAID),
            (self.tr("Under 13"), UNDER_13),
            (self.tr("13 to 17"), TEEN),
            (self.tr("18 or older"), ADULT),
        ):
            self.age.addItem(words, band)
        label = PlainLabel(self.age.accessibleName(), "strong")
        label.setBuddy(self.age)
        line = row(self._look, 12)
        line.addWidget(label, 1)
        line.addWidget(self.age)
        return line
