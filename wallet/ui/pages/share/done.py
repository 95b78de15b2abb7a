"""Step 4: the share exists and is in the history.

The QR code is as large as the window allows, dark on white in both themes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.theme.tokens import QR_LIGHT
from wallet.ui.widgets.boxes import Middle, Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.qr_view import QrView

_SMALLEST_CODE = 250  # two pixels a module for the largest code; a code does not grow with the text


class DoneStep(QWidget):
    """What was made, and what they will need."""

    save = Signal()
    full_screen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.code = QrView(self.tr("QR code"), _SMALLEST_CODE)
        self.title = PlainLabel("", "page")
        self.words = PlainLabel("", "lead")
        self.need = Notice(look, "wait", self.tr("What they need"), "")
        self.kept = PlainLabel(self.tr("This share is now in your sharing history."), "secondary")
        self.save_button = Button(look, self.tr("Save as a picture"), "save")
        self.save_button.clicked.connect(self.save)
        self.full_button = Button(look, self.tr("Full screen"), "expand")
        self.full_button.clicked.connect(self.full_screen)
        side = column(look, 12)
        side.addWidget(IconLabel(look, "circle-check", "ok", 40))
        side.addWidget(self.title)
        side.addWidget(self.words)
        side.addWidget(self.need)
        for button in (self.full_button, self.save_button):
            line = row(look, 0)
            line.addWidget(button)
            line.addStretch(1)
            side.addLayout(line)
        side.addWidget(self.kept)
        side.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(side)
        look.changed.connect(self._restyle)
        self._restyle()
        layout = row(look, 24)
        layout.addWidget(self.code, 1)
        layout.addWidget(Middle(self._side, self.tr("Done")), 1)
        self.setLayout(layout)

    def _restyle(self) -> None:
        self._side.setMaximumWidth(self._look.px(470))

    def show_qr(self, rows: Sequence[bytes], to: str) -> None:
        """A code was made."""
        self.code.show_code(rows)
        self.code.show()
        self.full_button.show()
        self.title.setText(self.tr("Your QR code for {name}").format(name=to))
        self.words.setText(self.tr("Show it here, or save the picture to send or print it."))
        self.need.text.setText(
            self.tr(
                "A photo or scan of this code, and this program (or ler-wallet verify) to check it. "
                "No internet, no account."
            )
        )
        self.need.text.show()
        self.save_button.set_words(self.tr("Save as a picture"))

    def show_file(self, name: str, to: str) -> None:
        """A file was written."""
        self.code.hide()
        self.full_button.hide()
        self.title.setText(self.tr("Your file for {name}").format(name=to))
        self.words.setText(self.tr("{file} is ready. Send it, or hand it over on a stick.").format(file=name))
        self.need.text.setText(
            self.tr("The file, and this program (or ler-wallet verify) to check it. No internet, no account.")
        )
        self.need.text.show()
        self.save_button.set_words(self.tr("Save one more copy"))


class FullScreenCode(QDialog):
    """The code alone on white. Any key or click closes it."""

    def __init__(self, rows: Sequence[bytes], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("QR code"))
        self.setAccessibleName(name)
        self.code = QrView(name, 200)
        self.code.show_code(rows)
        layout = QVBoxLayout(self)
        layout.addWidget(self.code)
        self.resize(QSize(700, 700))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: white, whatever the theme."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(QR_LIGHT))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: leaves."""
        del event
        self.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: leaves."""
        del event
        self.accept()
