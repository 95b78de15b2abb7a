"""The part of the settings page about the learner: profiles for school, work and whatever else there is.

Lives here: the list. Does not live here: changing one (`profile_sheet`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.ports import OpenWallet
from wallet.ui.profile_ports import Me
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, clear_layout, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class AboutYou(QWidget):
    """`edit` carries the profile to change, None for a new one."""

    edit = Signal(object)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        look = self._look = tools.look
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("About you"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "A name to show and the e-mails or numbers issuers use for you, for school and work apart if you "
                    "like. All of it is optional and stays in your file."
                ),
                "secondary",
            )
        )
        self.rows = column(look, 8)
        layout.addLayout(self.rows)
        self.add = Button(look, self.tr("Add a profile"), "plus")
        self.add.clicked.connect(lambda: self.edit.emit(None))
        line = row(look, 0)
        line.addWidget(self.add)
        line.addStretch(1)
        layout.addLayout(line)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Asks the file."""
        self._tools.tasks.run_on_vault(partial(_profiles, self._wallet), self, Callbacks(done=self._show))

    def _show(self, profiles: Sequence[Me]) -> None:
        clear_layout(self.rows)
        for one in profiles:
            self.rows.addWidget(self._card(one, is_only=len(profiles) == 1))

    def _card(self, me: Me, *, is_only: bool) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 12, (14, 8, 8, 8))
        words = column(self._look, 1)
        words.addWidget(PlainLabel(me.name, "strong"))
        known = ", ".join(me.identifiers) or self.tr("No e-mail or number yet")
        words.addWidget(PlainLabel(known, "secondary"))
        if me.in_use and not is_only:
            words.addWidget(PlainLabel(self.tr("Shares are signed with this one."), "hint"))
        layout.addLayout(words, 1)
        name = one_line(me.name)
        if not me.in_use:
            use = Button(self._look, self.tr("Use this one"), "check", "link")
            use.setAccessibleName(self.tr("Use the profile {name}").format(name=name))
            use.clicked.connect(lambda: self._use(me.name))
            layout.addWidget(use)
        change = Button(self._look, self.tr("Change"), "pencil", "link")
        change.setAccessibleName(self.tr("Change the profile {name}").format(name=name))
        change.clicked.connect(lambda: self.edit.emit(me))
        layout.addWidget(change)
        card.setLayout(layout)
        return card

    def _use(self, name: str) -> None:
        work = partial(_used, self._wallet, name)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))


def _profiles(wallet: OpenWallet, job: Job) -> Sequence[Me]:
    del job
    return wallet.profiles()


def _used(wallet: OpenWallet, name: str, job: Job) -> Sequence[Me]:
    del job
    wallet.use_profile(name)
    return wallet.profiles()
