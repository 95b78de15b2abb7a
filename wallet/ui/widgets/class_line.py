"""One line about today's class: how many students are set up, and the button for the next. No names."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from wallet.ui.class_room import ClassRoom
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_BUTTON, _WIDEST, _AROUND = 40, 460, 4


class ClassLine(QWidget):
    """Hidden while no class is open. `next_student` starts one; `look_again` after the pack was not there."""

    next_student = Signal()
    look_again = Signal()

    def __init__(self, look: Look, room: ClassRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.words = PlainLabel("", "secondary_strong", tone="text")
        self.button = Button(look, self.tr("Set up the next student"), "user")
        self.again = Button(look, self.tr("Look for it again"), "refresh")
        self._look = look
        self.words.setMinimumHeight(look.px(_BUTTON))  # in line with the button beside it
        layout = flow(look, 12)
        layout.addWidget(self.words)
        layout.addWidget(self.button)
        layout.addWidget(self.again)
        self.setLayout(layout)
        self.button.clicked.connect(self.next_student)
        self.again.clicked.connect(self.look_again)
        room.changed.connect(self.follow)
        look.changed.connect(self._restyle)
        self.follow()

    def follow(self) -> None:
        """Says what there is now."""
        counted, today = self._room.counted, self._room.today
        self.setVisible(counted is not None)
        self.button.setVisible(today is not None)
        self.again.setVisible(today is None)
        if counted is None:
            return
        words = self.tr("Class list for today: {done} of {seats} set up")
        if today is None:
            words = self.tr("{done} of {seats} set up. Put in the stick with the class pack.")
        self.words.setText(words.format(done=counted.done, seats=counted.seats))
        self._fit()

    def _restyle(self) -> None:
        self.words.setMinimumHeight(self._look.px(_BUTTON))
        self._fit()

    def _fit(self) -> None:
        """In one line where there is room for it; a label that wraps asks for less by itself."""
        wide = QFontMetrics(self.words.font()).horizontalAdvance(self.words.text()) + _AROUND
        self.words.setMinimumWidth(min(wide, self._look.px(_WIDEST)))
