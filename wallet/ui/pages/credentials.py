"""The credentials page: search, order, the grid, and the detail pane beside it or in its place.

Lives here: what is shown of what was found, and how wide the window must be for two panes.
Does not live here: what stands above the list (`list_head`), fetching (`finding`, `pictures_in_sight`), painting
(`models`), the detail itself (`detail`), adding and sharing (their own sheets).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wallet.ui import part_jobs
from wallet.ui.announce import announce
from wallet.ui.marks import Change, ChangeKind, Drawers, Filter
from wallet.ui.models.card_grid import CardGrid
from wallet.ui.models.credential_model import CARD_ROLE, CredentialModel, Order
from wallet.ui.pages.curating import Curating
from wallet.ui.pages.detail import DetailPane
from wallet.ui.pages.empty import EmptyState
from wallet.ui.pages.finding import Finder
from wallet.ui.pages.list_head import ListHead
from wallet.ui.pages.narrowing import Narrowing
from wallet.ui.pages.online_check import OnlineCheckFlow
from wallet.ui.pages.pictures_in_sight import PicturesInSight
from wallet.ui.ports import Card, Details, OpenWallet, Tally
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.selection_bar import SelectionBar
from wallet.ui.widgets.yielding import Yielding
from wallet.verification.report import Verdict

TWO_PANES_FROM = 1100


class CredentialsPage(QWidget):
    """Everything in the file."""

    add = Signal()
    samples = Signal()
    share = Signal(str)
    share_many = Signal(object)
    save_original = Signal(str)
    counted = Signal(int)
    know_issuer = Signal(str)
    forget_issuer = Signal(str)
    parts = Signal(object, object)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._look = look
        self._tasks = tools.tasks
        self._wallet = wallet
        self._total = 0
        self._two_panes = True
        self._wanted_id = ""
        self._part = Filter()
        self._told: tuple[Drawers, Filter] | None = None
        self.model = CredentialModel(self)
        self.curating = Curating(tools, wallet, self.model, self)
        self.grid = CardGrid(look, self.model)
        self.detail = DetailPane(look, tools.clipboard.copy)
        self.empty = EmptyState(look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self.finder = Finder(tools.tasks, wallet, self)
        self.narrowing = Narrowing(look, tools.tasks, wallet)
        self._says_count = False
        self._in_sight = PicturesInSight(tools, wallet, (self.grid, self.model), self._show_picture, self)
        self._build()
        self._connect()

    # -- what the window calls

    def refresh(self, select: str = "") -> None:
        """Fetches the cards again; `select` is the record to show afterwards."""
        self._wanted_id = select or self.selected_id()
        self.finder.find(self.search.text(), self._part, self.narrowing.filters, whole=bool(select))

    def show_part(self, part: Filter) -> None:
        """Shows another part of the file: all, a collection, a tag, the bin."""
        self._part = part
        self.search.clear()
        self.narrowing.forget()
        self.head.orders.show_for(in_collection=bool(part.collection))
        self._go_back()
        self.refresh()

    def open_record(self, record_id: str) -> None:
        """Shows one credential, whatever part of the file was shown."""
        self.show_part(Filter())
        self._pause.stop()
        self.refresh(select=record_id)
        if not self._two_panes:
            self._open(record_id)

    def delete(self, record_id: str) -> None:
        """Moves a credential to the bin; a message offers to take it back."""
        if self._part.in_bin:
            return
        self.curating.delete(self.selected_ids() or (record_id,))

    def reload(self) -> None:
        """Fetches the cards again, and what the detail pane shows."""
        shown = self.detail.shown
        if shown is not None:
            self._fetch_details(shown.card.id)
        self.refresh()

    def selected_id(self) -> str:
        """The record id of the present card, "" when none is."""
        card: Card | None = self.grid.currentIndex().data(CARD_ROLE)
        return card.id if card is not None else ""

    def selected_ids(self) -> Sequence[str]:
        """What is selected while several are being selected; nothing else."""
        if not self.select.isChecked():
            return ()
        indexes = sorted(self.grid.selectionModel().selectedIndexes(), key=lambda one: one.row())
        return tuple(self.model.card(index).id for index in indexes)

    def select_several(self, *, several: bool) -> None:
        """Clicks and Space select, until it is ended; in a small window the list takes the detail's place."""
        if several:
            self._go_back()
        self.select.setChecked(several)
        self.selection_bar.setVisible(several)
        self.grid.set_several(several=several)
        self._count_selected()

    def start_search(self) -> None:
        """Moves the keyboard to the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_wide(self, width: int) -> None:
        """Two panes from 1100 px of window (at 100 %), else one at a time."""
        self._two_panes = width >= self._look.px(TWO_PANES_FROM)
        self.detail.set_alone(not self._two_panes)
        self._arrange()

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page, in reading order."""
        return [self.search, self.grid, self.detail]

    # -- building

    def _build(self) -> None:
        self.head = head = ListHead(self._look, self._reorder, self.narrowing)
        self.search, self.order_button, self.select = head.search, head.order_button, head.select
        self.add_button, self.title, self.count = head.add_button, head.title, head.count
        self.empty_bin = head.empty_bin
        self.search.lead_to(self.grid)
        self.nothing = PlainLabel(self.tr("Nothing matches. Try fewer letters, or another word."), "lead")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        for page in (self.grid, self.nothing, self.empty):
            self.body.addWidget(page)
        self.list_side = QWidget()
        side = column(self._look, 10, (20, 16, 10, 0))
        self.selection_bar = SelectionBar(self._look)
        self.selection_bar.hide()
        side.addWidget(Yielding(self._look, self.tr("Above the list"), (head, self.selection_bar), 10))
        side.addWidget(self.body, 1)
        self.list_side.setLayout(side)
        self._panes: QHBoxLayout = row(self._look, 0)
        self._panes.addWidget(self.list_side, 1)
        self._panes.addWidget(self.detail)
        self.setLayout(self._panes)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.narrowing.changed.connect(self._narrowed)
        self.add_button.clicked.connect(self.add)
        self.empty.add.connect(self.add)
        self.empty.samples.connect(self.samples)
        self.grid.selectionModel().currentChanged.connect(self._chosen)
        self.grid.activated.connect(self._opened)
        self.grid.clicked.connect(self._opened)
        self.finder.found.connect(self._show)
        self.detail.back.connect(self._go_back)
        self.detail.share.connect(self.share)
        self.detail.save_original.connect(self.save_original)
        self.detail.check_again.connect(self._check_again)
        OnlineCheckFlow(self._wallet, self._tasks, self.detail, self._show_checked)
        self.detail.know_issuer.connect(self.know_issuer)
        self.detail.forget_issuer.connect(self.forget_issuer)
        self.detail.delete.connect(self.delete)
        self.detail.undelete.connect(self.curating.undelete)
        self.curating.gone.connect(self._gone)
        self.curating.came_back.connect(self._came_back)
        self.curating.organised.connect(self._organised)
        self.curating.many_done.connect(partial(self.select_several, several=False))
        self.select.toggled.connect(lambda several: self.select_several(several=several))
        self.grid.selectionModel().selectionChanged.connect(self._count_selected)
        self.model.modelReset.connect(self._count_selected)
        bar = self.selection_bar
        bar.done.connect(self.curating.many_done)
        bar.bin.connect(lambda: self.delete(""))
        bar.share.connect(lambda: self.share_many.emit(self.selected_ids()))
        bar.collect.connect(partial(self._mark_selected, ChangeKind.ADD_TO_COLLECTION))
        bar.tag.connect(partial(self._mark_selected, ChangeKind.ADD_TAG))
        self.detail.change.connect(self._organise)
        self.empty_bin.clicked.connect(self._ask_to_empty)

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves the detail page on small windows."""
        if event.key() == Qt.Key.Key_Escape and not self._two_panes and self.detail.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)

    # -- slots

    def _show(self, shown: part_jobs.Found) -> None:
        part, search, filters = self._part, self.search.text(), self.narrowing.filters
        if (shown.wanted.search, shown.wanted.part, shown.wanted.filters) != (search, part, filters):
            return
        if part not in shown.parts:  # the last one was taken out of it
            self.show_part(Filter())
            return
        self._tell_parts(shown.drawers)
        self._show_cards(shown)
        cards = self.model.cards
        self._total = shown.tally.total
        self.counted.emit(self._total)
        self.count.setText(self._count_words(shown.tally if shown.more else None))
        self._say_part(cards)
        if self._says_count:
            self._says_count = False
            announce(self, self.count.text())
        empty = not cards and not search and part == Filter() and filters.is_empty
        self.head.name_line.setVisible(not empty)
        self.body.setCurrentWidget(self.empty if empty else self.grid if cards else self.nothing)
        row_wanted = self.model.row_of(self._wanted_id) if self._wanted_id else -1
        if row_wanted >= 0:
            self.grid.select_row(row_wanted)
        elif self._two_panes and cards:
            self.grid.select_row(0)
        else:
            self._wanted_id = ""
            self.detail.clear()
        self._arrange()

    def _show_cards(self, shown: part_jobs.Found) -> None:
        """What is shown already stays as it is."""
        if shown.cards is not None:
            self.model.show_cards(shown.cards, shown.matching)
            self.narrowing.refresh()
        elif shown.matching != self.model.matching:
            self.model.show_only(shown.matching)

    def _tell_parts(self, drawers: Drawers) -> None:
        """Which parts there are, when that is news."""
        if self._told != (drawers, self._part):
            self._told = (drawers, self._part)
            self.parts.emit(*self._told)

    def _count_words(self, tally: Tally | None) -> str:
        """How many there are: in the whole file, or of what is shown."""
        cards = self.model.cards
        if self.search.text() or self._part.in_bin or not self.narrowing.filters.is_empty:
            return self.tr("%n found", "", len(cards))
        tally = tally or Tally(len(cards), sum(card.verdict is Verdict.VERIFIED for card in cards))
        saved = self.tr("%n saved", "", tally.total)
        verified = tally.verified
        return saved + " · " + self.tr("%n verified", "", verified) if verified else saved

    def _say_part(self, cards: Sequence[Card]) -> None:
        """The title, and the words for a part with nothing in it."""
        part = self._part
        title = self.tr("Bin") if part.in_bin else part.collection or part.tag or self.tr("Credentials")
        self.empty_bin.setVisible(part.in_bin and bool(cards))
        self.head.one_page.setVisible(bool(part.collection and cards))
        self.head.show_title(title)
        words = self.tr("Nothing matches. Try fewer letters, or another word.")
        if not self.narrowing.filters.is_empty:
            words = self.tr("Nothing matches all of this. Remove a filter, or clear them.")
        elif not self.search.text() and part.in_bin:
            words = self.tr("The bin is empty.")
        elif not self.search.text():
            words = self.tr("Nothing is in here yet.")
        self.nothing.setText(words)

    def _narrowed(self) -> None:
        """Other filters: what is left is said aloud once it is known."""
        self._says_count = True
        self.refresh()

    def _organise(self, change: Change) -> None:
        shown = self.detail.shown
        self.curating.organise(change, shown.notes if shown is not None else ())

    def _organised(self, kind: ChangeKind, details: Details) -> None:
        if details.card.id == self._wanted_id:
            self.detail.show_change(details, kind)
        self.refresh()

    def _came_back(self, record_id: str) -> None:
        self._leave_detail()
        self._part = Filter()
        self.refresh(record_id)

    def _gone(self) -> None:
        self.select_several(several=False)
        self._leave_detail()
        self.refresh()

    def _ask_to_empty(self) -> None:
        self.curating.ask_to_empty(self.model.rowCount())

    def _mark_selected(self, kind: ChangeKind, name: str) -> None:
        self.curating.organise_many(kind, self.selected_ids(), name)

    def _count_selected(self) -> None:
        self.selection_bar.show_count(len(self.selected_ids()))

    def _leave_detail(self) -> None:
        """What the pane shows has moved; on a small window the list comes back."""
        self._wanted_id = ""
        self.detail.clear()
        self._go_back()

    def _chosen(self, index: QModelIndex) -> None:
        card: Card | None = index.data(CARD_ROLE)
        if card is None:
            return
        self._wanted_id = card.id
        is_shown = self.detail.shown is not None and self.detail.shown.card.id == card.id
        if self._two_panes and not is_shown:  # made anew, it would lose its place and the keyboard
            self._fetch_details(card.id)

    def _opened(self, index: QModelIndex) -> None:
        card: Card | None = index.data(CARD_ROLE)
        if card is not None and not self._two_panes and not self.select.isChecked():
            self._open(card.id)

    def _open(self, record_id: str) -> None:
        """On a small window the detail takes the place of the list."""
        self._fetch_details(record_id)
        self.list_side.hide()
        self.detail.show()
        self.detail.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        if self._two_panes:
            return
        self.detail.hide()
        self.list_side.show()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch_details(self, record_id: str) -> None:
        work = partial(part_jobs.details_of, self._wallet, record_id)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._show_details))

    def _check_again(self, record_id: str) -> None:
        work = partial(part_jobs.checked_again, self._wallet, record_id)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._show_checked))

    def _show_details(self, details: Details) -> None:
        if details.card.id == self._wanted_id:
            self.detail.show_details(details, self.model.picture(details.card.id))

    def _show_checked(self, details: Details) -> None:
        self._show_details(details)
        self.refresh()

    def _show_picture(self, record_id: str, image: QImage | None) -> None:
        self.model.set_picture(record_id, image)
        self.detail.show_picture(record_id, image)

    def _reorder(self, action: QAction) -> None:
        self._wanted_id = self.selected_id()
        self.order_button.set_words(action.text())
        self.model.sort_by(Order(str(action.data())))
        self.grid.select_row(max(0, self.model.row_of(self._wanted_id)))

    def _arrange(self) -> None:
        """Both panes on a wide window; on a small one the list, unless a credential was opened."""
        if self._two_panes:
            self.list_side.show()
            self.detail.setVisible(self._total > 0 or self.model.rowCount() > 0)
        elif self.list_side.isHidden() and self._wanted_id:  # what it says may still be on its way
            self.detail.show()
        else:
            self.list_side.show()
            self.detail.hide()
