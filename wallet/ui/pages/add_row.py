"""One row of the add sheet: what was found, what checking said, and why."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.chips import chip_of
from wallet.ui.models.findings import Entry, Finding
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import TechnicalDetails
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import BadgePicture, Checklist, StatusChip


class AddRow(Surface):
    """A tick, a picture, the name and issuer, a sentence, the chip, and *Why?*."""

    changed = Signal(object, bool)
    asked = Signal(str)
    follow = Signal(str)
    offered = Signal(str)

    def __init__(
        self,
        look: Look,
        entry: Entry,
        image: QImage | None,
        copy: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent)
        self._look = look
        self._copy = copy
        self.entry = entry
        finding = entry.finding
        self._more: QWidget | None = None
        self.answer: Button | None = None
        self.offer: Button | None = None
        self.fetch: Button | None = None
        self.tick = CheckBox(look, "", self.tr("Save {name}").format(name=finding.title))
        self.tick.setEnabled(finding.can_be_kept)
        self.tick.setChecked(entry.ticked)
        self.tick.toggled.connect(self._ticked)
        self._shown: Finding | None = None
        self._word = ""
        self.sentence = PlainLabel("", "secondary", tone="text")
        self.doubt = PlainLabel(finding.doubt, "secondary")
        self.doubt.setVisible(bool(finding.doubt))
        self.place = PlainLabel("", "secondary", tone="text")
        self.chip = StatusChip(look, chip_of(finding.verdict))
        self.why = Button(look, self.tr("Why?"), "", "link")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._show_why)
        self.picture = BadgePicture(look, 46, finding.title)
        self.picture.set_image(image)
        self._layout: QVBoxLayout = column(look, 8, (12, 10, 14, 10))
        self._layout.addLayout(self._line(finding))
        self._add_buttons(finding)
        self.setLayout(self._layout)
        self.show_entry()

    def _add_buttons(self, finding: Finding) -> None:
        """What else can be done with it; of thousands of rows hardly one has any of these, so none are made in vain."""
        answers = row(self._look, 0)
        answers.addStretch(1)
        if finding.request:
            self.answer = Button(self._look, self.tr("See what they ask for"), "send")
            self.answer.clicked.connect(self._open_request)
            answers.addWidget(self.answer)
        if finding.offer:
            self.offer = Button(self._look, self.tr("See what is offered"), "globe")
            self.offer.setAccessibleName(self.tr("See what is offered: {name}").format(name=finding.title))
            self.offer.clicked.connect(self._open_offer)
            answers.addWidget(self.offer)
        if finding.link:
            self.fetch = Button(self._look, self.tr("Fetch it"), "globe")
            self.fetch.setAccessibleName(self.tr("Fetch it: {name}").format(name=finding.title))
            self.fetch.clicked.connect(self._follow_link)
            answers.addWidget(self.fetch)
        if answers.count() > 1:
            self._layout.addLayout(answers)

    def show_without_file(self) -> None:
        """No wallet file is open: there is nothing to keep it in, nothing to answer with, and no key to show."""
        self.tick.hide()
        for button in (self.answer, self.offer):
            if button is not None:
                button.hide()

    @property
    def finding(self) -> Finding:
        """What it shows."""
        return self.entry.finding

    @property
    def ticked(self) -> bool:
        """Whether it is to be saved."""
        return self.tick.isChecked()

    def _say_verdict(self) -> None:
        """What checking said, anew where the file's own lists and issuers change it."""
        finding = self._shown = self.finding
        self.chip.set_chip(chip_of(finding.verdict))
        self.sentence.setText(finding.sentence)
        self._word = word = "" if finding.request else self.chip.accessibleName()
        spoken = f"{finding.title}, {word}" if word else finding.title  # several rows may bear one name
        self.why.setAccessibleName(self.tr("Why? {name}").format(name=spoken))
        if self._more is not None:
            shown, gone = self.why.isChecked(), self._more
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
            self._more = self._explanation()
            self._layout.addWidget(self._more)
            self._more.setVisible(shown)

    def show_entry(self) -> None:
        """Says what checking said, what keeping it would do to what is there, and whom it was given to."""
        if self.finding is not self._shown:
            self._say_verdict()
        place = self.entry.place
        standings = {
            "had": self.tr("You have this already."),
            "in_bin": self.tr("This is in the bin; saving takes it out again."),
            "newer": self.tr("This takes the place of the one you have, which stays among its versions."),
            "older": self.tr("You have a newer version of this."),
        }
        given = {
            True: self.tr("Given to you."),
            False: self.tr("Given to somebody else, or to an e-mail you have not entered."),
        }
        if place is not None:
            known = "" if place.given_to_you is None else given[place.given_to_you]
            said = (standings.get(place.standing, ""), known)
            self.place.setText(" ".join(sentence for sentence in said if sentence))
        self.place.setVisible(bool(self.place.text()))
        self._describe()
        self.tick.setChecked(self.entry.ticked)

    def _describe(self) -> None:
        """Whoever hears the row instead of seeing it gets everything that stands in it, at the tick and at *Why?*."""
        shown = (self.sentence.text(), self.doubt.text(), self.place.text())
        heard = " ".join(said for said in shown if said)
        self.why.setAccessibleDescription(heard)
        self.tick.setAccessibleDescription(f"{self._word}. {heard}" if self._word else heard)

    def _line(self, finding: Finding) -> QVBoxLayout:
        text = column(self._look, 2)
        text.addWidget(PlainLabel(finding.title, "card"))
        text.addWidget(PlainLabel(finding.source, "secondary"))
        text.addWidget(self.sentence)
        text.addWidget(self.doubt)
        text.addWidget(self.place)
        end = column(self._look, 4)
        end.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignRight)
        if finding.request:
            self.chip.hide()
        end.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        line = row(self._look, 12)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(text, 1)
        line.addLayout(end)
        outer = column(self._look, 0)
        outer.addLayout(line)
        return outer

    def _ticked(self, ticked: bool) -> None:
        if ticked != self.entry.ticked:  # else it only shows what is so already
            self.changed.emit(self.entry, ticked)

    def _follow_link(self) -> None:
        self.follow.emit(self.finding.link)

    def _open_offer(self) -> None:
        self.offered.emit(self.finding.offer)

    def _open_request(self) -> None:
        self.asked.emit(self.finding.request)

    def _show_why(self, shown: bool) -> None:
        if self._more is None:
            self._more = self._explanation()
            self._layout.addWidget(self._more)
        self._more.setVisible(shown)
        self.why.setText(self.tr("Less") if shown else self.tr("Why?"))
        if shown:
            QTimer.singleShot(0, self, self._bring_into_view)  # once it has its place

    def _bring_into_view(self) -> None:
        """As much of the explanation as there is room for, from the row's beginning."""
        scroll_to(self)
        scroll_to(self.why)

    def _explanation(self) -> QWidget:
        more = QWidget()
        layout = column(self._look, 10, (44, 4, 4, 4))
        finding = self.finding
        if finding.means:
            layout.addWidget(PlainLabel(finding.means, "secondary", tone="text"))
        if finding.lines:
            layout.addWidget(Checklist(self._look, finding.lines))
        layout.addWidget(TechnicalDetails(self._look, finding.details(), self._copy))
        more.setLayout(layout)
        return more
