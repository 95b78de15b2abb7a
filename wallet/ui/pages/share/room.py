"""What stands beside the code while a share is open in the same room: the rules, the count, and the way to end it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.share_ports import Nearby
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_LOOK_EVERY = 500


class RoomPart(QWidget):
    """Says plainly what works where, counts openings, ends it. `ended` asks for the end."""

    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nearby: Nearby | None = None
        self.rules = Notice(
            look,
            "wait",
            self.tr("Only in the same network, and only while this is open"),
            self.tr(
                "Their phone must be in the same Wi-Fi as this computer. It ends when you close it, when your file "
                "locks, and when the program ends. What a phone has scanned, it can keep. "
                "Some school networks keep devices apart: if their phone finds nothing, use another way."
            ),
        )
        self.address = PlainLabel("", "secondary")
        self.count = PlainLabel("", "strong")
        self.end = Button(look, self.tr("End it now"), "stop")
        self.end.clicked.connect(self.ended)
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY)
        self.timer.timeout.connect(self.look)
        layout = column(look, 12)
        layout.addWidget(self.rules)
        counted = row(look, 8)
        counted.addWidget(IconLabel(look, "eye", "text2", 20))
        counted.addWidget(self.count, 1)
        layout.addLayout(counted)
        layout.addWidget(self.address)
        line = row(look, 0)
        line.addWidget(self.end)
        line.addStretch(1)
        layout.addLayout(line)
        self.setLayout(layout)

    def begin(self, nearby: Nearby) -> None:
        """It is open from now on."""
        self._nearby = nearby
        self.address.setText(self.tr("The page is at {address}").format(address=nearby.address))
        self.end.show()
        self.look()
        self.timer.start()

    def finish(self) -> None:
        """It has ended."""
        self.look()
        self.timer.stop()
        self._nearby = None
        self.end.hide()
        self.address.setText(self.tr("It has ended: nothing can be opened here any more."))

    def look(self) -> None:
        """Shows how often the page was opened."""
        if self._nearby is not None:
            times = self._nearby.times_opened()
            said = self.tr("Opened %n time(s)", "", times) if times else self.tr("Nobody has opened it yet")
            if said != self.count.text():
                self.count.setText(said)
