"""An older copy was opened: what that means, and the two ways on.

Lives here: the words. Does not live here: noticing it (`wallet.app.copies`) or opening another file (the window).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.care_ports import Behind
from wallet.ui.dates import day_of
from wallet.ui.pages.front import FrontPage
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class OlderPage(QWidget):
    """Nothing of the file is shown before the answer: `go_on` with this one, or `find_newer_one`."""

    go_on = Signal()
    find_newer_one = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "page")
        self.notice = Notice(look, "warn", "")
        self.means = PlainLabel("", "body")
        middle = QWidget()
        inner = column(look, 14)
        inner.addWidget(self.title)
        inner.addWidget(self.notice)
        inner.addWidget(self.means)
        inner.addStretch(1)
        middle.setLayout(inner)
        self.frame = FrontPage(look, middle, self.tr("Older copy"))
        self.open_anyway = Button(look, self.tr("Open this one anyway"))
        self.find_newer = Button(look, self.tr("Find the newer one"), "folder", "primary")
        self.frame.foot.addWidget(self.open_anyway)
        self.frame.foot.addStretch(1)
        self.frame.foot.addWidget(self.find_newer)
        layout = column(look, 0)
        layout.addWidget(self.frame)
        self.setLayout(layout)
        self.open_anyway.clicked.connect(self.go_on)
        self.find_newer.clicked.connect(self.find_newer_one)

    def offer(self, name: str, behind: Behind) -> None:
        """Tells about this file."""
        date = day_of(behind.last_used)
        if behind.diverged:
            self.title.setText(self.tr("This file and another one went different ways"))
            said = self.tr("{name} lacks what you changed in the other one, last used on {date}.")
        else:
            self.title.setText(self.tr("This is an older copy"))
            said = self.tr("{name} is older than the one you used on {date}.")
        self.notice.tell("warn", said.format(name=name, date=date))
        self.means.setText(
            self.tr(
                "What you added or changed since then is not in it. Look for the newer file first: on your stick, on "
                "another computer, or beside this one. If you go on with this one, the newer one stays as it is, and "
                "the two have different things in them from then on."
            )
        )
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(f"{self.notice.strong.text()} {self.means.text()}")
        self.find_newer.setFocus(Qt.FocusReason.OtherFocusReason)
