"""The parts of the sheet for badge sites: the sites one stays connected to, signing in, and how far a visit is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from wallet.ui.dates import day_of
from wallet.ui.safe_text import one_line
from wallet.ui.site_ports import KeptSite, ReadSoFar, SignInPage
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, clear_layout, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class KeptSites(QWidget):
    """One row for each site; not there while there is none. Both signals carry the address."""

    read = Signal(str)
    forget = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = column(look, 8, (0, 10, 0, 0))
        layout.addWidget(PlainLabel(self.tr("Sites you stay connected to"), "section"))
        self._rows = column(look, 8)
        layout.addLayout(self._rows)
        self.setLayout(layout)
        self.hide()

    def show_sites(self, sites: Sequence[KeptSite]) -> None:
        """These, and no others."""
        clear_layout(self._rows)
        for site in sites:
            self._rows.addWidget(self._row(site))
        self.setVisible(bool(sites))

    def _row(self, site: KeptSite) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 12, (14, 8, 8, 8))
        layout.addWidget(IconLabel(self._look, "globe", "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(self._look, 1)
        words.addWidget(PlainLabel(site.address, "strong"))
        since = self.tr("Connected since {date}").format(date=day_of(site.connected_at))
        words.addWidget(PlainLabel(since, "secondary"))
        layout.addLayout(words, 1)
        read = Button(self._look, self.tr("Fetch"), "refresh")
        read.setAccessibleName(self.tr("Fetch from {site}").format(site=site.address))
        read.clicked.connect(partial(self._emit_read, site.address))
        forget = Button(self._look, self.tr("Forget"), "close", "link")
        forget.setAccessibleName(self.tr("Forget {site}").format(site=site.address))
        forget.clicked.connect(partial(self._emit_forget, site.address))
        for button in (read, forget):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        return card

    def _emit_read(self, address: str, *_: object) -> None:
        self.read.emit(address)

    def _emit_forget(self, address: str, *_: object) -> None:
        self.forget.emit(address)


class SignInPanel(Surface):
    """Who answered, and the way to the browser. `opened` carries the address."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("note", parent)
        self._page: SignInPage | None = None
        layout = column(look, 8, (14, 12, 14, 12))
        self.who = PlainLabel("", "secondary_strong", tone="text")
        self.where = PlainLabel("", "secondary", tone="text")
        self.rules = PlainLabel("", "secondary", tone="text")
        self.open = Button(look, self.tr("Open the sign-in page"), "globe", "primary")
        self.open.clicked.connect(self._open)
        for part in (self.who, self.where, self.rules):
            layout.addWidget(part)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def offer(self, page: SignInPage) -> None:
        """Shows one."""
        self._page = page
        name = one_line(page.name)
        self.who.setText(
            self.tr("{site} calls itself “{name}”. Nobody checked that name.").format(
                site=page.site, name=name
            )
        )
        self.where.setText(
            self.tr(
                "You sign in at {host}, and say there what we may read. We wait for five minutes."
            ).format(host=page.host)
        )
        rules = [
            words.format(address=address)
            for words, address in (
                (self.tr("Its terms: {address}"), page.terms),
                (self.tr("What it does with your data: {address}"), page.privacy),
            )
            if address
        ]
        self.rules.setText("\n".join(rules))
        self.rules.setVisible(bool(rules))
        self.show()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self._page is not None:
            self.opened.emit(self._page.address)


class SiteProgress(QWidget):
    """What is under way, a bar, and Stop."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = row(look, 12)
        self.words = PlainLabel("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Fetching"))
        self.stop = Button(look, self.tr("Stop"), "stop")
        layout.addWidget(self.words, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.setLayout(layout)

    def say(self, words: str) -> None:
        """Something that takes as long as it takes."""
        self.words.setText(words)
        self.bar.setRange(0, 0)

    def count(self, so_far: ReadSoFar) -> None:
        """How many badges came."""
        self.bar.setRange(0, max(so_far.total, so_far.done) if so_far.total else 0)
        self.bar.setValue(so_far.done)
        self.words.setText(
            self.tr("Fetched {done} of {total}").format(done=so_far.done, total=so_far.total)
            if so_far.total
            else self.tr("Fetched {done}").format(done=so_far.done)
        )
