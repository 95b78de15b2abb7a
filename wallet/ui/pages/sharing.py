"""The sharing history: who, why, what, when, how, until."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.chips import Chip
from wallet.ui.dates import day_of
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.share_ports import PastShare
from wallet.ui.share_words import channel_icon, channel_words
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, Notice, Surface, clear_layout, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.status import StatusChip

_SHOWN = 200
_NAMED = 3


class SharingPage(PlacePage):
    """One row per share, open ones first."""

    share = Signal()
    answer = Signal()
    open_share = Signal(str)
    counted = Signal(int)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._look = look
        self._tasks = tools.tasks
        self._wallet = wallet
        self._now = tools.now
        self.shown: Sequence[PastShare] = ()
        self.new = Button(look, self.tr("Share something new"), "send", "primary")
        self.new.clicked.connect(self.share)
        self.answers = Button(look, self.tr("Answer a request"), "file-check", "link")
        self.answers.clicked.connect(self.answer)
        head = row(look, 12)
        head.addWidget(PlainLabel(self.tr("Sharing"), "page"), 1)
        head.addWidget(self.new)
        second = row(look, 12)
        second.addWidget(PlainLabel(self.tr("What you shared, with whom, and when"), "secondary"), 1)
        second.addWidget(self.answers)
        content = QWidget()
        self.rows = column(look, 8, (0, 0, 6, 16))
        content.setLayout(self.rows)
        layout = column(look, 12, (20, 16, 14, 0))
        layout.addLayout(head)
        layout.addLayout(second)
        layout.addWidget(Middle(content, self.tr("Sharing history")), 1)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Fetches the history again."""

        def work(job: Job) -> Sequence[PastShare]:
            del job
            return self._wallet.shares()

        self._tasks.run_on_vault(work, self, Callbacks(done=self._show))

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page."""
        return [self.new]

    def _show(self, shares: Sequence[PastShare]) -> None:
        self.shown = shares
        clear_layout(self.rows)
        self.counted.emit(len(shares))
        now = self._now()
        ended = [share for share in shares if share.until is not None and share.until <= now]
        lasting = [share for share in shares if share not in ended]
        for title, group in ((self.tr("Open now"), lasting), (self.tr("Ended"), ended)):
            if group:
                self.rows.addWidget(PlainLabel(title, "secondary_strong"))
            for share in group[:_SHOWN]:
                self.rows.addWidget(self._row(share, now))
        if shares:
            self.rows.addWidget(self._note())
        else:
            self.rows.addWidget(PlainLabel(self.tr("You have not shared anything yet."), "lead"))
        self.rows.addStretch(1)

    def _row(self, share: PastShare, now: datetime) -> QWidget:
        card = Surface("card")
        layout = row(self._look, 14, (16, 12, 16, 12))
        layout.addWidget(IconLabel(self._look, channel_icon(share.channel), "text2", 22))
        layout.addLayout(self._two_lines(share.to, "strong", share.purpose), 3)
        what = self._what(share.titles)
        facts = [day_of(share.made_at), channel_words(share.channel)]
        if share.until is not None:
            facts.append(self.tr("until {date}").format(date=day_of(share.until)))
        layout.addLayout(self._two_lines(what, "secondary", " · ".join(facts)), 5)
        chip = StatusChip(self._look, self._chip(share, now))
        layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        details = Button(self._look, self.tr("Details"))
        details.setAccessibleName(
            self.tr("Details of what you shared with {name}").format(name=one_line(share.to))
        )
        details.clicked.connect(partial(self._open, share.id))
        layout.addWidget(details, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        card.setAccessibleName(f"{share.to}, {share.purpose}, {what}, {chip.accessibleName()}")
        return card

    def _open(self, share_id: str) -> None:
        self.open_share.emit(share_id)

    def _two_lines(self, first: str, role: str, second: str) -> QVBoxLayout:
        words = column(self._look, 1)
        words.addWidget(PlainLabel(first, role, tone="text"))
        words.addWidget(PlainLabel(second, "secondary"))
        words.addStretch(1)
        return words

    def _what(self, titles: Sequence[str]) -> str:
        named = ", ".join(titles[:_NAMED])
        more = len(titles) - _NAMED
        if more > 0:
            named = self.tr("{names} and %n more", "", more).format(names=named)
        return self.tr("%n credential(s)", "", len(titles)) + ": " + named

    def _chip(self, share: PastShare, now: datetime) -> Chip:
        if share.agreement is not None and share.agreement.withdrawn_at is not None:
            return Chip(self.tr("Taken back"), "stop", "warn")
        if share.until is None:
            return Chip(self.tr("No end date"), "clock", "wait")
        left = share.until - now
        if left.total_seconds() <= 0:
            return Chip(self.tr("They may keep a copy"), "file", "wait")
        days = left.days
        token = "ok" if days >= 7 else "warn"  # noqa: PLR2004 - a week is when people like to be told
        return Chip(self.tr("%n day(s) left", "", days) if days else self.tr("Ends today"), "clock", token)

    def _note(self) -> QWidget:
        return Notice(
            self._look,
            "wait",
            self.tr("What an end date can do"),
            self.tr(
                "A file or QR code holds the record itself. After its date a check says that it has ended, "
                "but a saved copy cannot be taken back. You can ask them to delete it: "
                "Details has the message for that."
            ),
        )
