"""The websites the learner allowed for good: the part of the settings page that shows them and takes that back.

Lives here: rows that are fetched whenever they come into sight. Does not live here: the question itself (`check_part`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wallet.ui.online_ports import AllowedWebsite, ChecksOnline
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, clear_layout, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class AllowedWebsites(QWidget):
    """One row for each website, or a line that says there is none."""

    def __init__(self, tools: Tools, wallet: ChecksOnline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self._look = tools.look
        self._tools = tools
        self._wallet = wallet
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Websites you allowed"), "section"))
        words = self.tr(
            "When you check a credential online, these websites are asked without a question. Each one then learns the "
            "network address of your computer."
        )
        layout.addWidget(PlainLabel(words, "secondary"))
        self.rows = column(look, 8)
        layout.addLayout(self.rows)
        self.setLayout(layout)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: it comes into sight, and may have been changed beside a credential."""
        super().showEvent(event)
        self._run(partial(_allowed, self._wallet))

    def _show(self, sites: Sequence[AllowedWebsite]) -> None:
        clear_layout(self.rows)
        if not sites:
            self.rows.addWidget(PlainLabel(self.tr("No website so far."), "hint"))
        for site in sites:
            self.rows.addWidget(self._row(site))

    def _row(self, site: AllowedWebsite) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 12, (14, 8, 8, 8))
        layout.addWidget(IconLabel(self._look, "globe", "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(self._look, 1)
        words.addWidget(PlainLabel(site.host, "strong"))
        if site.of_one:
            words.addWidget(
                PlainLabel(self.tr("It may also learn which credential is checked."), "secondary")
            )
        layout.addLayout(words, 1)
        button = Button(self._look, self.tr("Ask me again"), "close", "link")
        button.setAccessibleName(self.tr("Ask me again about {site}").format(site=site.host))
        button.clicked.connect(partial(self._run, partial(_forgotten, self._wallet, site.host)))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        return card

    def _run(self, work: partial[Sequence[AllowedWebsite]], *_: object) -> None:
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))


def _allowed(wallet: ChecksOnline, job: Job) -> Sequence[AllowedWebsite]:
    del job
    return wallet.allowed_websites()


def _forgotten(wallet: ChecksOnline, host: str, job: Job) -> Sequence[AllowedWebsite]:
    del job
    return wallet.forget_website(host)
