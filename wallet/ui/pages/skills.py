"""The skills page: how many the learner can show, a list in groups, and what shows each.

Lives here: what is shown of what was found, and how wide the window must be for two panes. Does not live here: one
skill (`skill_pane`), joining (`skill_joining`), what it leads to (`skill_links`), adding up (`wallet.app.skills`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from wallet.app.skill_view import Skill
from wallet.ui import skill_jobs
from wallet.ui.announce import announce
from wallet.ui.models.skill_list import SkillList
from wallet.ui.models.skill_model import ROW_ROLE, SkillModel
from wallet.ui.pages.credentials import TWO_PANES_FROM
from wallet.ui.pages.look_alikes import LookAlikes
from wallet.ui.pages.no_skills import NoSkills
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.pages.skill_joining import SkillJoining
from wallet.ui.pages.skill_pane import SkillPane
from wallet.ui.ports import OpenWallet
from wallet.ui.skill_jobs import FoundSkills
from wallet.ui.skill_rows import Grouping, Row, Shelf, rows_of
from wallet.ui.skill_words import Counted
from wallet.ui.tasks import Callbacks, Task
from wallet.ui.tools import Tools
from wallet.ui.undo_desk import UndoDesk
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import SearchField
from wallet.ui.widgets.labels import PlainLabel


class SkillsPage(PlacePage):
    """Every skill that the credentials of the file name. It fetches what it shows when it comes in sight."""

    def __init__(
        self, tools: Tools, wallet: OpenWallet, undo: UndoDesk, parent: QWidget | None = None
    ) -> None:
        """`undo` is where joining is noted."""
        super().__init__(parent)
        self._look = tools.look
        self._tasks = tools.tasks
        self._wallet = wallet
        self._two_panes = True
        self._grouping = Grouping.EVERYDAY
        self._wanted = ""
        self._known = -1
        self._shelf: Shelf | None = None
        self._waiting: Callable[[Shelf], object] | None = None
        self._task: Task | None = None
        self._proofs: Task | None = None
        self._counted = Counted(self)
        self.model = SkillModel(self)
        self.list = SkillList(self._look, self.model)
        self.pane = SkillPane(self._look, tools.clipboard.copy)
        self.empty = NoSkills(self._look)
        self.joining = SkillJoining(tools, wallet, undo, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._build()
        self._connect()
        self._arrange()

    # -- what the window calls

    def refresh(self) -> None:
        """Fetches the skills again, if the file has changed since."""
        if self._task is not None:
            self._task.drop()
        work = partial(skill_jobs.skills_now, self._wallet, self._known)
        self._task = self._tasks.run_on_vault(work, self, Callbacks(done=self._found))

    def refresh_if_shown(self) -> None:
        """The file may have changed; a page out of sight asks when it comes back."""
        if self.isVisible():
            self.refresh()

    def show_named(self, record_id: str, name: str, url: str | None) -> None:
        """Goes to the skill that a credential means, as soon as the skills are there."""
        self.search.clear()
        self._waiting = partial(self._go_to, record_id, name, url)
        self.refresh()

    def start_search(self) -> bool:
        """Moves the keyboard to the search line, where there is something to search."""
        if not self._top.isHidden():
            self._go_back()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        return not self._top.isHidden()

    def set_wide(self, width: int) -> None:
        """Two panes from 1100 px of window (at 100 %), else one at a time."""
        self._two_panes = width >= self._look.px(TWO_PANES_FROM)
        self.pane.set_alone(not self._two_panes)
        self._arrange()

    def areas(self) -> list[QWidget]:
        """Where F6 goes on this page, in reading order."""
        return [self.search, self.alike, self.list, self.pane]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: what has changed meanwhile is fetched."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves the skill on small windows, and brings the keyboard back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.pane.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)

    # -- building

    def _build(self) -> None:
        self.search = SearchField(self._look, self.tr("Search skills, lists, issuers"))
        self.search.lead_to(self.list)
        self.group_button = Button(self._look, "", "sort")
        self.group_button.setMenu(self._group_menu())
        top = row(self._look, 8)
        top.addWidget(self.search, 1)
        top.addWidget(self.group_button)
        self._top = QWidget()
        self._top.setLayout(top)
        self.title = PlainLabel(self.tr("Skills"), "page", wrap=False)
        self.summary = PlainLabel("", "strong")
        self.rest = PlainLabel("", "hint")
        head = row(self._look, 12)
        head.addWidget(self.title)
        head.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignBottom)
        self.alike = LookAlikes(self._look)
        self.nothing = PlainLabel(self.tr("Nothing matches. Try fewer letters, or another word."), "lead")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        for page in (self.list, self.nothing, self.empty):
            self.body.addWidget(page)
        side = column(self._look, 8, (20, 16, 10, 0))
        side.addWidget(self._top)
        side.addLayout(head)
        side.addWidget(self.rest)
        side.addWidget(self.alike)
        side.addWidget(self.body, 1)
        self.list_side = QWidget()
        self.list_side.setLayout(side)
        panes: QHBoxLayout = row(self._look, 0)
        panes.addWidget(self.list_side, 1)
        panes.addWidget(self.pane)
        self.setLayout(panes)

    def _group_menu(self) -> QMenu:
        """How the list is grouped; one is ticked."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("How to group"))
        group = QActionGroup(menu)
        for grouping, words in (
            (Grouping.EVERYDAY, self.tr("By area: people, thinking, money…")),
            (Grouping.FRAMEWORK, self.tr("By the skill list they are from")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(grouping is self._grouping)
            action.setData(grouping.value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._regroup)
        self._say_grouping()
        return menu

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(self._opened)
        self.list.clicked.connect(self._clicked)
        self.pane.back.connect(self._go_back)
        self.pane.fetch.connect(self._fetch_proofs)
        self.pane.part.connect(self.joining.part)
        for answer, act in (
            (self.alike.join, self.joining.join),
            (self.alike.apart, self.joining.keep_apart),
        ):
            answer.connect(act)
            answer.connect(self._to_list)  # the question goes, and the keyboard with it
        self.joining.changed.connect(self._changed)

    # -- slots

    def _found(self, found: FoundSkills | None) -> None:
        self._task = None
        if found is not None:
            self._shelf = found.shelf
            pending = found.shelf.skills.pending
            self._known = -1 if pending else found.revision
            self._show()
            if pending:  # an older file is read on, a little at a time
                QTimer.singleShot(0, self, self.refresh_if_shown)
        if self._shelf is not None and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting(self._shelf)

    def _show(self) -> None:
        if self._shelf is None:
            return
        skills = self._shelf.skills
        self.summary.setText(self._counted.summary(skills))
        self.rest.setText(self._counted.rest(skills))
        self.alike.ask(skills.look_alikes)
        self._show_rows(rows_of(self._shelf, self._grouping, self.search.text()))

    def _show_rows(self, rows: Sequence[Row]) -> None:
        assert self._shelf is not None
        wanted = self._shelf.of_key(self._wanted)
        self.model.show_rows(rows)
        empty = self._shelf.is_empty
        for part in (self._top, self.summary, self.rest):
            part.setVisible(not empty)
        self.body.setCurrentWidget(self.empty if empty else self.list if rows else self.nothing)
        place = self.model.row_of(wanted.key) if wanted is not None else -1
        if place < 0 and self._two_panes:
            place = self.model.first()
        if place >= 0:
            self.list.select_row(place)
        else:
            self._wanted = ""
            self.pane.clear()
        self._arrange()

    def _search(self) -> None:
        if self._shelf is None:
            return
        self._show_rows(rows_of(self._shelf, self._grouping, self.search.text()))
        announce(self, self._counted.found(len(self.model.skills)))

    def _regroup(self, action: QAction) -> None:
        self._grouping = Grouping(str(action.data()))
        self._say_grouping()
        self._show()

    def _say_grouping(self) -> None:
        by_list = self._grouping is Grouping.FRAMEWORK
        self.group_button.set_words(self.tr("By skill list") if by_list else self.tr("By area"))

    def _changed(self, key: str) -> None:
        self._wanted = key
        self.refresh()

    def _chosen(self, index: QModelIndex) -> None:
        skill = index.data(ROW_ROLE)
        if isinstance(skill, Skill):
            self._wanted = skill.key
            if self._two_panes or self.pane.isVisible():
                self.pane.show_skill(skill)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._two_panes:
            self._opened(index)

    def _opened(self, index: QModelIndex) -> None:
        """Enter goes on into what shows the skill, which on a small window takes the list's place."""
        skill = index.data(ROW_ROLE)
        if not isinstance(skill, Skill):
            return
        self._wanted = skill.key
        self.list_side.setVisible(self._two_panes)  # first: both together may ask for more room than there is
        self.pane.show_skill(skill)
        self.pane.show()
        self.pane.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self.pane.setVisible(self._two_panes)
        self.list_side.show()
        self._to_list()

    def _to_list(self, _answer: object = None) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, record_id: str, name: str, url: str | None, shelf: Shelf) -> None:
        """To one skill; where none is meant exactly, to what is called so."""
        skill = shelf.named_by(record_id, name, url)
        place = self.model.row_of(skill.key) if skill is not None else -1
        if place < 0:
            self.search.setText(name)
            return
        self.list.select_row(place)
        self._opened(self.model.index(place))

    def _fetch_proofs(self, skill: Skill, record_ids: Sequence[str]) -> None:
        if self._proofs is not None:
            self._proofs.drop()
        work = partial(skill_jobs.proofs_of, self._wallet, skill, record_ids)
        self._proofs = self._tasks.run_on_vault(work, self, Callbacks(item=self.pane.show_proof))

    def _arrange(self) -> None:
        """Both panes on a wide window; on a small one the list, unless a skill was opened."""
        has_any = self._shelf is not None and not self._shelf.is_empty
        if self._two_panes:
            self.list_side.show()
            self.pane.setVisible(has_any)
        elif not (self.list_side.isHidden() and self.pane.shown is not None):
            self.pane.hide()
            self.list_side.show()
