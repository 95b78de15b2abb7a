"""When a credential was checked, and checking it again, with the network only after a question for each website.

Lives here: the dates, the buttons and the question in the detail pane. Does not live here: the check itself.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from wallet.ui.dates import day_of
from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel
from wallet.verification.report import VerificationReport


class CheckPart(QWidget):
    """The foot of the checklist."""

    again = Signal()
    online = Signal()
    answered = Signal(object)

    def __init__(self, look: Look, report: VerificationReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = column(look, 6)
        for words in self._dates(report):
            self._column.addWidget(PlainLabel(words, "hint"))
        again = Button(look, self.tr("Check again"), "refresh", "link")
        again.clicked.connect(self.again)
        self.online_button = Button(look, self.tr("Check again online"), "globe", "link")
        self.online_button.clicked.connect(self._begin)
        # one below the other: side by side they would be wider than the pane in larger text
        for button in (again, self.online_button):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.question: SitePanel | None = None
        self.setLayout(self._column)

    def ask(self, question: SiteQuestion) -> None:
        """Puts a question about a website; the answer comes as a signal."""
        self._close()
        self.question = SitePanel(self._look, question)
        self.question.answered.connect(self._answer)
        self._column.addWidget(self.question)
        self.question.no.setFocus()

    def _dates(self, report: VerificationReport) -> list[str]:
        said = [self.tr("Checked on {date}.").format(date=day_of(report.at))]
        if report.asked_at is not None:
            words = self.tr("Websites of issuers were asked on {date}.")
            said.append(words.format(date=day_of(report.asked_at)))
        if report.as_of is not None:
            words = self.tr("It rests on what websites of issuers said on {date}, or later.")
            said.append(words.format(date=day_of(report.as_of)))
        return said

    def _begin(self) -> None:
        self._wait()
        self.online.emit()

    def _answer(self, answer: SiteAnswer) -> None:
        self._close()
        self._wait()
        self.answered.emit(answer)

    def _wait(self) -> None:
        self.online_button.setEnabled(False)
        self.online_button.set_words(self.tr("Checking online"))

    def _close(self) -> None:
        if self.question is not None:
            self._column.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
            self.question = None


class SitePanel(Surface):
    """What a website would learn, and yes or no."""

    answered = Signal(object)

    def __init__(
        self, look: Look, question: SiteQuestion, parent: QWidget | None = None, *, remembers: bool = True
    ) -> None:
        """`remembers` says whether there is a file to note a website in for good."""
        super().__init__("note", parent)
        layout = column(look, 8, (14, 12, 14, 12))
        title = self.tr("May we ask {site}?").format(site=question.host)
        layout.addWidget(PlainLabel(title, "secondary_strong", tone="text"))
        for words in self._words(question):
            layout.addWidget(PlainLabel(words, "secondary", tone="text"))
        self.remember = CheckBox(look, self.tr("Always allow this website"), "")
        layout.addWidget(self.remember)
        if not remembers:
            self.remember.hide()
        yes = Button(look, self.tr("Ask this website"), "globe", "primary")
        self.no = Button(look, self.tr("Do not ask it"), "close")
        yes.clicked.connect(lambda: self.answered.emit(SiteAnswer(True, self.remember.isChecked())))
        self.no.clicked.connect(lambda: self.answered.emit(SiteAnswer(False)))
        layout.addWidget(yes)
        layout.addWidget(self.no)
        self.setLayout(layout)
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the question has its place now, or another one; the page around it has when all are told."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802
        """Qt: as when it is resized."""
        super().moveEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        if self.no.hasFocus():
            scroll_to(self.no)

    def _words(self, question: SiteQuestion) -> list[str]:
        said = []
        if question.came_from:
            said.append(self.tr("{site} sends us there.").format(site=question.came_from))
        said.append(self.tr("This website learns the network address of your computer."))
        if question.of_one:
            said.append(self.tr("It also learns that this very credential is checked."))
        return said
