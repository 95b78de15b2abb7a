"""How far a sheet is with many things: words, a bar, and Stop.

Lives here: that line. Does not live here: what is done, or its words.
"""

from PySide6.QtWidgets import QProgressBar, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class ProgressLine(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = row(look, 12)
        self.words = PlainLabel("", "strong", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(look, self.tr("Stop"), "stop")
        layout.addWidget(self.words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.setLayout(layout)
        self.hide()

    def begin(self, name: str) -> None:
        """Something begins that can be stopped; `name` is what the bar is called aloud."""
        self.bar.setAccessibleName(name)
        self.show()
        self.stop.show()

    def tell(self, words: str, done: int = 0, total: int = 0) -> None:
        """How far it is; `total` is 0 while nobody can know."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(words)

    def end(self, words: str) -> None:
        """It is over."""
        self.stop.hide()
        self.tell(words, 1, 1)
