"""The overview: the learner in their own words, how many of what, and everything they earned, year by year.

On a wide page the summary stands beside the timeline; on a narrow one two buttons change between them. Does not live
here: fetching (`wallet.ui.overview_jobs`), the page of paper (`overview_sheet`).
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from wallet.app.filter_view import ListFilters
from wallet.ui import overview_jobs
from wallet.ui.models.timeline_list import TimelineList
from wallet.ui.models.timeline_model import TimelineModel
from wallet.ui.overview_jobs import Glance
from wallet.ui.pages.counts_part import CountsPart, Shown
from wallet.ui.pages.own_words_part import OwnWordsPart
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks
from wallet.ui.timeline import counted
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_BESIDE_FROM, _SUMMARY_SHARE, _SUMMARY_WIDEST = 720, 0.44, 460


class OverviewPage(PlacePage):
    """`show_only` tells which credentials to show (`Shown`), `open_record` which; the others lead on."""

    show_only = Signal(object)
    open_record = Signal(str)
    skills = Signal()
    paper = Signal()
    add = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._known = -1
        self._beside = True
        self.model = TimelineModel(self)
        self.timeline = TimelineList(self._look, self.model)
        self.words = OwnWordsPart(tools, wallet)
        self.counts = CountsPart(self._look)
        self._build()
        self._connect()
        self._arrange()

    def refresh(self) -> None:
        """Fetches everything, unless the file has not changed."""
        today = self._tools.now().astimezone().date().isoformat()
        work = partial(overview_jobs.glance, self._wallet, self._known, today)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))

    def refresh_if_shown(self) -> None:
        """The same while somebody looks; else it is fetched when somebody comes."""
        if self.isVisible():
            self.refresh()

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page, in reading order."""
        summary: QWidget = self.words.field if self.words.is_open else self.words.edit
        both = [summary, self.timeline]
        return [self.print_it, *(one for one in both if one.isVisible())]

    # -- building

    def _build(self) -> None:
        look = self._look
        self.print_it = Button(look, self.tr("One page to print"), "file-text", "primary")
        head = row(look, 12)
        head.addWidget(PlainLabel(self.tr("Overview"), "page"), 1)
        head.addWidget(self.print_it)
        self.show_summary = self._switch(self.tr("Summary"))
        self.show_timeline = self._switch(self.tr("Timeline"))
        self._switches = QWidget()
        switches = row(look, 8)
        for button in (self.show_summary, self.show_timeline):
            switches.addWidget(button)
        switches.addStretch(1)
        self._switches.setLayout(switches)
        group = QButtonGroup(self)
        group.addButton(self.show_summary)
        group.addButton(self.show_timeline)
        self.show_summary.setChecked(True)
        self._summary = self._make_summary()
        self._side = self._make_timeline()
        panes = row(look, 16)
        panes.addWidget(self._summary)
        panes.addWidget(self._side, 1)
        layout = column(look, 10, (20, 16, 14, 12))
        layout.addLayout(head)
        layout.addWidget(self._switches)
        layout.addLayout(panes, 1)
        self.setLayout(layout)

    def _switch(self, words: str) -> Button:
        button = Button(self._look, words, "", "nav")
        button.setCheckable(True)
        button.clicked.connect(self._arrange)
        look = self._look
        strong = QFontMetrics(look.font("strong")).horizontalAdvance(words)
        button.setMinimumWidth(strong + look.px(32))  # bold while it is the chosen one
        return button

    def _make_summary(self) -> QWidget:
        content = Content()
        inner: QVBoxLayout = column(self._look, 18, (0, 0, 12, 12))
        inner.addWidget(self.words)
        inner.addWidget(self.counts)
        inner.addStretch(1)
        content.fill(inner)
        return Middle(content, self.tr("Summary"))

    def _make_timeline(self) -> QWidget:
        look = self._look
        side = QWidget()
        self.turn = Button(look, "", "sort", "link")
        line = row(look, 8)
        self._title = PlainLabel(self.tr("Timeline"), "section")
        line.addWidget(self._title)
        line.addStretch(1)
        line.addWidget(self.turn)
        self._head = QWidget()
        self._head.setLayout(line)
        self.nothing = PlainLabel(
            self.tr("Nothing here yet. What you earn, and what you write yourself, will stand here by year."),
            "lead",
        )
        self.add_button = Button(look, self.tr("Add a credential"), "plus", "primary")
        empty = column(look, 12)
        empty.addWidget(self.nothing)
        foot = row(look, 0)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        empty.addLayout(foot)
        empty.addStretch(1)
        self._empty = QWidget()
        self._empty.setLayout(empty)
        card = Surface("card")
        inside = column(look, 0, (6, 4, 4, 6))
        inside.addWidget(self.timeline)
        card.setLayout(inside)
        self._body = QStackedWidget()
        self._body.addWidget(card)
        self._body.addWidget(self._empty)
        layout = column(look, 6)
        layout.addWidget(self._head)
        layout.addWidget(self._body, 1)
        side.setLayout(layout)
        self._say_order()
        return side

    def _connect(self) -> None:
        self.print_it.clicked.connect(self.paper)
        self.add_button.clicked.connect(self.add)
        self.turn.clicked.connect(self._turn)
        self.counts.wanted.connect(self.show_only)
        self.counts.skills.connect(self.skills)
        self.timeline.credential.connect(self.open_record)
        self.timeline.year.connect(self._show_year)
        self._look.changed.connect(self._arrange)

    # -- showing

    def _show(self, glance: Glance | None) -> None:
        if glance is None:
            return
        pending = glance.overview.pending
        self._known = -1 if pending else glance.revision
        self.words.show_words(glance.words)
        self.counts.show_counts(counted(glance.told), glance.overview.skills)
        self.model.tell(glance.told)
        is_empty = not glance.told
        self.counts.setVisible(not is_empty)
        self._head.setVisible(not is_empty)
        self._body.setCurrentIndex(1 if is_empty else 0)
        self.print_it.setEnabled(not is_empty or bool(glance.words))
        if pending:  # an older file is read a little at each question
            self.refresh()

    def _show_year(self, year: int) -> None:
        self.show_only.emit(Shown(ListFilters(years=(year,)), {"years": str(year)}))

    def _turn(self) -> None:
        self.model.turn(newest_first=not self.model.newest_first)
        self.timeline.scrollToTop()
        self._say_order()

    def _say_order(self) -> None:
        newest = self.model.newest_first
        self.turn.set_words(self.tr("Newest first") if newest else self.tr("Oldest first"))
        self.turn.setAccessibleDescription(self.tr("Press to turn the order round"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: somebody looks, so what has changed is fetched."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: two panes or one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width()
        beside = wide >= self._look.px(_BESIDE_FROM)
        self._switches.setVisible(not beside)
        self._title.setVisible(beside)  # else it stands on the button above
        self._summary.setVisible(beside or self.show_summary.isChecked())
        self._side.setVisible(beside or self.show_timeline.isChecked())
        room = min(self._look.px(_SUMMARY_WIDEST), round(wide * _SUMMARY_SHARE))
        self._summary.setMaximumWidth(room if beside else 16_777_215)
        self._summary.setMinimumWidth(room if beside else 0)
