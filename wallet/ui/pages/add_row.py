"""One row of the add sheet: what was found, what checking said, and why."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.deep_links import read_link
from wallet.errors import Reason
from wallet.ui.chips import chip_of
from wallet.ui.ports import Candidate, Place
from wallet.ui.reason_words import words
from wallet.ui.report_words import check_lines, summary
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import TechnicalDetails
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import BadgePicture, Checklist, StatusChip
from wallet.verification.report import Verdict

_KEPT_ON_WISH = frozenset({Verdict.INVALID})


class AddRow(Surface):
    """A tick, a picture, the name and issuer, a sentence, the chip, and *Why?*."""

    changed = Signal()
    asked = Signal(str)
    follow = Signal(str)
    offered = Signal(str)

    def __init__(
        self,
        look: Look,
        candidate: Candidate,
        image: QImage | None,
        copy: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent)
        self._look = look
        self._copy = copy
        self.candidate = candidate
        is_link = bool(candidate.link or candidate.offer)  # nothing to keep, and nothing wrong with it either
        without = Verdict.UNCHECKED if is_link else Verdict.UNREADABLE
        self._verdict = candidate.report.verdict if candidate.report else without
        self._more: QWidget | None = None
        self.answer: Button | None = None
        self.offer: Button | None = None
        self.fetch: Button | None = None
        self.is_had = False
        title, source = self._names()
        self.tick = CheckBox(look, "", self.tr("Save {name}").format(name=title))
        self.tick.setEnabled(self._verdict is not Verdict.UNREADABLE and not is_link)
        self.tick.setChecked(self.tick.isEnabled() and self._verdict not in _KEPT_ON_WISH)
        self.tick.toggled.connect(self.changed)
        self.sentence = PlainLabel(self._sentence(), "secondary", tone="text")
        self.place = PlainLabel("", "secondary", tone="text")
        self.place.hide()
        self.chip = StatusChip(look, chip_of(self._verdict))
        word = "" if candidate.request else self.chip.accessibleName()
        self.why = Button(look, self.tr("Why?"), "", "link")
        spoken = f"{title}, {word}" if word else title  # several rows may bear one name
        self.why.setAccessibleName(self.tr("Why? {name}").format(name=spoken))
        self.why.setAccessibleDescription(self.sentence.text())
        self.tick.setAccessibleDescription(
            f"{word}. {self.sentence.text()}" if word else self.sentence.text()
        )
        self.why.setCheckable(True)
        self.why.toggled.connect(self._show_why)
        self._layout: QVBoxLayout = column(look, 8, (12, 10, 14, 10))
        self._layout.addLayout(self._line(title, source, image))
        self._add_buttons(title)
        self.setLayout(self._layout)

    def _add_buttons(self, title: str) -> None:
        """What else can be done with it; of thousands of rows hardly one has any of these, so none are made in vain."""
        answers = row(self._look, 0)
        answers.addStretch(1)
        if self.candidate.request:
            self.answer = Button(self._look, self.tr("See what they ask for"), "send")
            self.answer.clicked.connect(self._open_request)
            answers.addWidget(self.answer)
        if self.candidate.offer:
            self.offer = Button(self._look, self.tr("See what is offered"), "globe")
            self.offer.setAccessibleName(self.tr("See what is offered: {name}").format(name=title))
            self.offer.clicked.connect(self._open_offer)
            answers.addWidget(self.offer)
        if self.candidate.link:
            self.fetch = Button(self._look, self.tr("Fetch it"), "globe")
            self.fetch.setAccessibleName(self.tr("Fetch it: {name}").format(name=title))
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
    def ticked(self) -> bool:
        """Whether it is to be saved."""
        return self.tick.isChecked()

    def show_place(self, place: Place) -> None:
        """Says what keeping it would do to what is there, and whom it was given to; what is had is not ticked."""
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
        said = [
            standings.get(place.standing, ""),
            "" if place.given_to_you is None else given[place.given_to_you],
        ]
        self.place.setText(" ".join(sentence for sentence in said if sentence))
        self.place.setVisible(bool(self.place.text()))
        self.is_had = place.standing == "had"
        if self.is_had:
            self.tick.setChecked(False)

    def _line(self, title: str, source: str, image: QImage | None) -> QVBoxLayout:
        picture = BadgePicture(self._look, 46, title)
        picture.set_image(image)
        text = column(self._look, 2)
        text.addWidget(PlainLabel(title, "card"))
        text.addWidget(PlainLabel(source, "secondary"))
        text.addWidget(self.sentence)
        text.addWidget(self.place)
        end = column(self._look, 4)
        end.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignRight)
        if self.candidate.request:
            self.chip.hide()
        end.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        line = row(self._look, 12)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(text, 1)
        line.addLayout(end)
        outer = column(self._look, 0)
        outer.addLayout(line)
        return outer

    def _names(self) -> tuple[str, str]:
        report = self.candidate.report
        credential = report.credential if report else None
        if credential is None and report is not None and report.inner:
            return self.tr("%n credential(s) in one file", "", len(report.inner)), self.candidate.name
        if credential is None:
            return self.candidate.name, ""
        issuer = credential.issuer.name or credential.issuer.id
        source = f"{issuer} · {self.candidate.name}" if issuer else self.candidate.name
        return credential.title or self.candidate.name, source

    def _follow_link(self) -> None:
        self.follow.emit(self.candidate.link)

    def _open_offer(self) -> None:
        self.offered.emit(self.candidate.offer)

    def _open_request(self) -> None:
        self.asked.emit(self.candidate.request)

    def _sentence(self) -> str:
        if self.candidate.request:
            return self.tr("This is no credential: somebody asks you for some with it.")
        reason = self.candidate.error.reason if self.candidate.error else None
        if self.candidate.link and reason in (None, Reason.NEEDS_NETWORK):
            return self._link_words()
        if self.candidate.report is not None:
            return summary(self.candidate.report)
        if reason is None:
            return ""
        text = words(reason)
        return f"{text.happened} {text.do}"

    def _link_words(self) -> str:
        link = read_link(self.candidate.link)
        if link is None or not link.host:
            return self.tr("This is a link to something that has to be fetched. Nothing was fetched yet.")
        words = self.tr("This is a web address at {site}. Nothing was fetched from there yet.")
        return words.format(site=link.host)

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
        report = self.candidate.report
        reason = report.reason if report else self.candidate.error.reason if self.candidate.error else None
        if reason is not None:
            layout.addWidget(PlainLabel(words(reason).means, "secondary", tone="text"))
        if report is not None:
            layout.addWidget(Checklist(self._look, check_lines(report)))
        layout.addWidget(TechnicalDetails(self._look, self.candidate.technical, self._copy))
        more.setLayout(layout)
        return more
