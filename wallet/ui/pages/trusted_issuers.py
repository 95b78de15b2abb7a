"""Whom the learner trusts: lists of issuers in their file, and the issuers they said they know.

Lives here: the part of the settings page that shows both, adds and removes. Does not live here: what follows for
credentials, which are checked again by whoever listens to `check`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.dates import day_of
from wallet.ui.pages.web_list_part import WebListPart
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.trust_ports import IssuerList, KnownIssuer, OwnView
from wallet.ui.widgets.boxes import Surface, clear_layout, column, flow, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class TrustedIssuers(QWidget):
    """Two short lists with a button to add and one in each row to take away."""

    check = Signal(object)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self._look = tools.look
        self._tools = tools
        self._wallet = wallet
        self.add = Button(look, self.tr("Add a list of issuers"), "plus")
        self.add.clicked.connect(self._choose)
        self.add_web = Button(look, self.tr("Or fetch one from a website"), "globe", "link")
        self.web = WebListPart(tools, wallet)
        self.add_web.clicked.connect(self.web.begin)
        self.web.added.connect(self._changed)
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Issuers you trust"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Schools and districts publish lists of issuers. A credential from an issuer on such a list can be "
                    "verified. This is your own view: it stays in your file and never travels with what you share."
                ),
                "secondary",
            )
        )
        self.rows = column(look, 8)
        layout.addLayout(self.rows)
        ways = flow(look, 12)
        ways.addWidget(self.add)
        ways.addWidget(self.add_web)
        layout.addLayout(ways)
        self.progress = PlainLabel("", "hint")
        self.progress.hide()
        layout.addWidget(self.progress)
        layout.addWidget(self.web)
        self.known_rows = column(look, 8)
        layout.addLayout(self.known_rows)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Fetches both lists again."""
        self._run(_own_view, self._show)

    def show_progress(self, done: int, total: int) -> None:
        """How far checking again is; nothing for a total of 0."""
        words = self.tr("Checking again: {done} of {total}").format(done=done, total=total)
        self.progress.setText(words if total else "")
        self.progress.setVisible(bool(total))

    def _show(self, view: OwnView) -> None:
        clear_layout(self.rows)
        for found in view.lists:
            facts = self._facts(found)
            remove = partial(self._change, partial(_removed, list_id=found.id))
            self.rows.addWidget(self._row("file-check", found.title, facts, remove))
        clear_layout(self.known_rows)
        if view.known:
            self.known_rows.addWidget(PlainLabel(self.tr("Issuers you said you know"), "secondary_strong"))
        for issuer in view.known:
            self.known_rows.addWidget(self._known_row(issuer))

    def _known_row(self, issuer: KnownIssuer) -> QWidget:
        forget = partial(self._change, partial(_forgotten, issuer_id=issuer.id))
        return self._row("user", issuer.name or issuer.id, issuer.id if issuer.name else "", forget)

    def _facts(self, found: IssuerList) -> str:
        facts = [] if found.made_at is None else [day_of(found.made_at)]
        facts.append(self.tr("%n issuer(s)", "", found.issuers))
        if not found.in_force:
            facts.append(self.tr("not for today: get the newest one"))
        if found.added_at is not None:
            facts.append(self.tr("in your file since {date}").format(date=day_of(found.added_at)))
        publisher = self.tr("from {publisher}").format(publisher=found.publisher)
        facts.append(publisher if found.publisher else self.tr("nobody signed it"))
        return " · ".join(facts)

    def _row(self, icon: str, title: str, facts: str, remove: Callable[[], None]) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 12, (14, 8, 8, 8))
        layout.addWidget(IconLabel(self._look, icon, "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(self._look, 1)
        words.addWidget(PlainLabel(title, "strong"))
        if facts:
            words.addWidget(PlainLabel(facts, "secondary"))
        layout.addLayout(words, 1)
        button = Button(self._look, self.tr("Remove"), "close", "link")
        button.setAccessibleName(self.tr("Remove {title}").format(title=one_line(title)))
        button.clicked.connect(remove)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        return card

    def _choose(self) -> None:
        kinds = self.tr("Lists of issuers (*.json)")
        path = self._tools.dialogs.open_file(
            self, self.tr("Add a list of issuers"), self._wallet.path.parent, kinds
        )
        if path is not None:
            self._change(partial(_added, path=path))

    def _change(self, work: Callable[[OpenWallet, Job], Sequence[str]]) -> None:
        self._run(work, self._changed)

    def _changed(self, record_ids: Sequence[str]) -> None:
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)  # the row that had it may be gone
        self.check.emit(record_ids)

    def _run(self, work: Callable[[OpenWallet, Job], object], done: Callable[..., None]) -> None:
        self._tools.tasks.run_on_vault(partial(work, self._wallet), self, Callbacks(done=done))


def _own_view(wallet: OpenWallet, job: Job) -> OwnView:
    del job
    return wallet.own_view()


def _added(wallet: OpenWallet, job: Job, path: Path) -> Sequence[str]:
    del job
    return wallet.add_list(path)


def _removed(wallet: OpenWallet, job: Job, list_id: str) -> Sequence[str]:
    del job
    return wallet.remove_list(list_id)


def _forgotten(wallet: OpenWallet, job: Job, issuer_id: str) -> Sequence[str]:
    del job
    return wallet.forget_issuer(issuer_id)
