"""What stands beside a row of codes that follow each other: which one is shown, and a way to hold it still."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.qr_view import QrView

_EACH = 500  # milliseconds; slow enough for old cameras, and no flashing (WCAG 2.3.1)


class MovingPart(QWidget):
    """Shows one code after the other in a view; moving things can be stopped (WCAG 2.2.2)."""

    def __init__(self, look: Look, code: QrView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._frames: Sequence[Sequence[bytes]] = ()
        self._index = 0
        self.count = PlainLabel("", "strong")
        self.hold = Button(look, self.tr("Hold still"), "stop")
        self.hold.setCheckable(True)
        self.hold.toggled.connect(self._held)
        self.step = Button(look, self.tr("Next code"), "")
        self.step.clicked.connect(self.next)
        self.timer = QTimer(self)
        self.timer.setInterval(_EACH)
        self.timer.timeout.connect(self.next)
        layout = column(look, 12)
        layout.addWidget(self.count)
        line = row(look, 10)
        line.addWidget(self.hold)
        line.addWidget(self.step)
        line.addStretch(1)
        layout.addLayout(line)
        self.setLayout(layout)
        self.step.setEnabled(False)

    def begin(self, frames: Sequence[Sequence[bytes]]) -> None:
        """These codes, from now on."""
        self._frames = frames
        self._show(0)
        self.timer.start()

    def next(self) -> None:
        """The next one, after the last the first."""
        if self._frames:
            self._show((self._index + 1) % len(self._frames))

    def _show(self, index: int) -> None:
        self._index = index
        self._code.show_code(self._frames[index])
        self.count.setText(
            self.tr("Code {number} of {count}").format(number=index + 1, count=len(self._frames))
        )

    def _held(self, still: bool) -> None:
        self.step.setEnabled(still)
        if still:
            self.timer.stop()
        else:
            self.timer.start()
