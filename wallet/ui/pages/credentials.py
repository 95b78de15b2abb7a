"""The credentials page: search, order, the grid, and the detail pane beside it or in its place.

Lives here: which cards are fetched when, and how wide the window must be for two panes.
Does not live here: painting (`models`), the detail itself (`detail`), adding and sharing (their own sheets).
"""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from wallet.ui.models.card_grid import CardGrid
from wallet.ui.models.credential_model import CARD_ROLE, CredentialModel, Order
from wallet.ui.pages.detail import DetailPane
from wallet.ui.pages.empty import EmptyState
from wallet.ui.pictures import Pictures
from wallet.ui.ports import Card, Details, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import SearchField
from wallet.ui.widgets.labels import PlainLabel
from wallet.verification.report import Verdict

TWO_PANES_FROM = 1100
_TYPING_PAUSE = 120


class CredentialsPage(QWidget):
    """Everything in the file."""

    add = Signal()
    samples = Signal()
    share = Signal(str)
    save_original = Signal(str)
    counted = Signal(int)
    know_issuer = Signal(str)
    forget_issuer = Signal(str)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._look = look
        self._tasks = tools.tasks
        self._pictures = tools.pictures
        self._wallet = wallet
        self._total = 0
        self._two_panes = True
        self._wanted_id = ""
        self._asked: set[str] = set()
        self.model = CredentialModel(self)
        self.grid = CardGrid(look, self.model)
        self.detail = DetailPane(look, tools.clipboard.copy)
        self.empty = EmptyState(look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._build()
        self._connect()

    # -- what the window calls

    def refresh(self, select: str = "") -> None:
        """Fetches the cards again; `select` is the record to show afterwards."""
        self._wanted_id = select or self.selected_id()
        search = self.search.text()

        def work(job: Job) -> tuple[str, object]:
            del job
            return search, self._wallet.cards(search)

        self._tasks.run_on_vault(work, self, Callbacks(done=self._show))

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
        self.search = SearchField(self._look, self.tr("Search credentials, skills, issuers"))
        self.order_button = Button(self._look, self.tr("Newest first"), "sort")
        self.order_button.setMenu(self._order_menu())
        self.add_button = Button(self._look, self.tr("Add"), "plus", "primary")
        top = row(self._look, 8)
        top.addWidget(self.search, 1)
        top.addWidget(self.order_button)
        top.addWidget(self.add_button)
        self.title = PlainLabel(self.tr("Credentials"), "page", wrap=False)
        self.count = PlainLabel("", "secondary", wrap=False)
        head = row(self._look, 12)
        head.addWidget(self.title)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        self.nothing = PlainLabel(self.tr("Nothing matches. Try fewer letters, or another word."), "lead")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        for page in (self.grid, self.nothing, self.empty):
            self.body.addWidget(page)
        self.list_side = QWidget()
        side = column(self._look, 10, (20, 16, 10, 0))
        side.addLayout(top)
        self._head = QWidget()
        self._head.setLayout(head)
        side.addWidget(self._head)
        side.addWidget(self.body, 1)
        self.list_side.setLayout(side)
        self._panes: QHBoxLayout = row(self._look, 0)
        self._panes.addWidget(self.list_side, 1)
        self._panes.addWidget(self.detail)
        self.setLayout(self._panes)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in (
            (Order.NEWEST, self.tr("Newest first")),
            (Order.NAME, self.tr("Name, A to Z")),
            (Order.ISSUER, self.tr("Issuer, A to Z")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(order is Order.NEWEST)
            action.setData(order.value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._reorder)
        return menu

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.add_button.clicked.connect(self.add)
        self.empty.add.connect(self.add)
        self.empty.samples.connect(self.samples)
        self.grid.selectionModel().currentChanged.connect(self._chosen)
        self.grid.activated.connect(self._opened)
        self.grid.clicked.connect(self._opened)
        self.grid.in_sight.connect(self._fetch_pictures)
        self.detail.back.connect(self._go_back)
        self.detail.share.connect(self.share)
        self.detail.save_original.connect(self.save_original)
        self.detail.check_again.connect(self._check_again)
        self.detail.know_issuer.connect(self.know_issuer)
        self.detail.forget_issuer.connect(self.forget_issuer)
        self.search.installEventFilter(self)

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: the down arrow leads from the search line into the grid."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.grid.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves the detail page on small windows."""
        if event.key() == Qt.Key.Key_Escape and not self._two_panes and self.detail.isVisible():
            self._go_back()
            return
        super().keyPressEvent(event)

    # -- slots

    def _show(self, found: tuple[str, list[Card]]) -> None:
        search, cards = found
        if search != self.search.text():
            return
        self.model.show_cards(cards)
        if not search:
            self._total = len(cards)
            self.counted.emit(self._total)
        self.count.setText(self._count_words(cards))
        empty = not cards and not search
        self._head.setVisible(not empty)
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

    def _count_words(self, cards: list[Card]) -> str:
        verified = sum(card.verdict is Verdict.VERIFIED for card in cards)
        if self.search.text():
            return self.tr("%n found", "", len(cards))
        saved = self.tr("%n saved", "", len(cards))
        return saved + " · " + self.tr("%n verified", "", verified) if verified else saved

    def _chosen(self, index: QModelIndex) -> None:
        card: Card | None = index.data(CARD_ROLE)
        if card is None:
            return
        self._wanted_id = card.id
        if self._two_panes:
            self._fetch_details(card.id)

    def _opened(self, index: QModelIndex) -> None:
        card: Card | None = index.data(CARD_ROLE)
        if card is not None and not self._two_panes:
            self._fetch_details(card.id)
            self.list_side.hide()
            self.detail.show()
            self.detail.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self.detail.hide()
        self.list_side.show()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch_details(self, record_id: str) -> None:
        work = partial(_details_of, self._wallet, record_id)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._show_details))

    def _check_again(self, record_id: str) -> None:
        work = partial(_checked_again, self._wallet, record_id)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._show_checked))

    def _show_details(self, details: Details) -> None:
        if details.card.id == self._wanted_id:
            self.detail.show_details(details, self.model.picture(details.card.id))

    def _show_checked(self, details: Details) -> None:
        self._show_details(details)
        self.refresh()

    def _fetch_pictures(self) -> None:
        for row_shown in self.grid.shown_rows():
            card = self.model.card(self.model.index(row_shown))
            if card.id in self._asked or self.model.knows_picture(card.id):
                continue
            self._asked.add(card.id)
            work = partial(_picture_of, self._wallet, card.id)
            self._tasks.run_on_vault(work, self, Callbacks(done=self._decode))

    def _decode(self, found: tuple[str, bytes | None]) -> None:
        record_id, data = found
        if data is None:
            self._show_picture((record_id, None))
        else:
            self._tasks.run(
                partial(_decoded, self._pictures, record_id, data), self, Callbacks(done=self._show_picture)
            )

    def _show_picture(self, found: tuple[str, QImage | None]) -> None:
        record_id, image = found
        self._asked.discard(record_id)
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
            self.detail.setVisible(self._total > 0)
        elif self.list_side.isHidden() and self.detail.shown is not None:
            self.detail.show()
        else:
            self.list_side.show()
            self.detail.hide()


def _details_of(wallet: OpenWallet, record_id: str, job: Job) -> Details:
    del job
    return wallet.details(record_id)


def _checked_again(wallet: OpenWallet, record_id: str, job: Job) -> Details:
    del job
    return wallet.check_again(record_id)


def _picture_of(wallet: OpenWallet, record_id: str, job: Job) -> tuple[str, bytes | None]:
    return record_id, None if job.stopped else wallet.picture(record_id)


def _decoded(pictures: Pictures, record_id: str, data: bytes, job: Job) -> tuple[str, QImage | None]:
    return record_id, None if job.stopped else pictures.decode(data)
