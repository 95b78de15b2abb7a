"""The calm question whether skills that look alike are the same; nothing is joined but by the learner."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wallet.app.skill_view import LookAlike
from wallet.ui.skill_words import Counted
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_BESIDE_FROM = 640


class LookAlikes(Surface):
    """One question at a time; hidden while there is none. `join` and `apart` carry what was asked about."""

    join = Signal(object)
    apart = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("wait", parent)
        self._look = look
        self._counted = Counted(self)
        self._asked: LookAlike | None = None
        self.words = PlainLabel("", "secondary", tone="text")
        self.yes = Button(look, self.tr("Join them"), "link", "link")
        self.no = Button(look, self.tr("Keep apart"), "close", "link")
        self.yes.clicked.connect(self._join)
        self.no.clicked.connect(self._keep)
        icon = IconLabel(look, "info", "wait", 20)
        said = row(look, 10)
        said.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        answers = row(look, 4)
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch(1)
        self._layout: QBoxLayout = row(look, 8, (14, 6, 10, 6))
        self._layout.addLayout(said, 1)
        self._layout.addLayout(answers)
        self.setLayout(self._layout)
        self.hide()

    @property
    def asked(self) -> LookAlike | None:
        """What is asked about now."""
        return self._asked

    def ask(self, questions: Sequence[LookAlike]) -> None:
        """Asks about the first of these."""
        self._asked = questions[0] if questions else None
        if self._asked is not None:
            self.words.setText(self._counted.alike(self._asked.skills))
        self.setVisible(self._asked is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the answers beside the question, or below it."""
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)

    def _join(self) -> None:
        if self._asked is not None:
            self.join.emit(self._asked)

    def _keep(self) -> None:
        if self._asked is not None:
            self.apart.emit(self._asked)
