"""The overview on one page of paper: ticks for what goes on it, and beside them the page as it will be.

What is printed or saved is the very page that is shown. Does not live here: what fits (`wallet.app.overview_page`),
drawing it for a printer (`wallet.ui.overview_print`).
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.overview_page import OverviewPaper, PaperChoice
from wallet.errors import WalletError
from wallet.ui import overview_jobs
from wallet.ui.messages import error_message
from wallet.ui.models.tick_list import TickList, TickModel
from wallet.ui.overview_jobs import Choices
from wallet.ui.overview_ports import PaperWish
from wallet.ui.pages.paper_preview import PaperPreview
from wallet.ui.pages.share.preview import panel_width
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.reading import WordsField

_PAUSE = 200


class OverviewSheet(Sheet):
    """Ticks on the left, the page on the right, printing and saving below."""

    closed = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._task: Task | None = None
        self._is_known = False
        self.paper: OverviewPaper | None = None
        self.name = CheckBox(look, self.tr("My name"))
        self.words = CheckBox(look, self.tr("My own words"))
        self.counts = CheckBox(look, self.tr("How many of what"))
        self.skills = CheckBox(look, self.tr("Skills with proof"))
        self.counts.setChecked(True)
        self.skills.setChecked(True)
        self.language = WordsField(look)
        self.model = TickModel(self)
        self.list = TickList(look, self.model, self.tr("Credentials on the page"))
        self.preview = PaperPreview(look)
        self.cancel = Button(look, self.tr("Cancel"))
        self.print_it = Button(look, self.tr("Print…"), "file-text")
        self.save = Button(look, self.tr("Save as PDF"), "save", "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()
        self._ready(None)
        work = partial(overview_jobs.choices, wallet)
        tools.tasks.run_on_vault(work, self, Callbacks(done=self._offer))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.name if self.name.isEnabled() else self.words if self.words.isEnabled() else self.counts

    def _build(self) -> None:
        look = self.look
        self.set_title(self.tr("My overview on one page"))
        self.intro.setText(self.tr("Only what you tick is on it. Grades, birth dates and numbers never are."))
        content = Content()
        left: QVBoxLayout = column(look, 6, (0, 0, 14, 8))
        left.addWidget(PlainLabel(self.tr("What goes on the page"), "section"))
        for tick in (self.name, self.words, self.counts, self.skills):
            left.addWidget(tick)
        left.addSpacing(look.px(8))
        self._list_title = PlainLabel(self.tr("Credentials on the page"), "section")
        left.addWidget(self._list_title)
        left.addWidget(self.list)
        left.addSpacing(look.px(8))
        label = PlainLabel(self.tr("Language of the words"), "strong")
        label.setBuddy(self.language)
        left.addWidget(label)
        left.addWidget(self.language)
        left.addStretch(1)
        content.fill(left)
        both = row(look, 16)
        both.addWidget(Middle(content, self.tr("What goes on the page")), 1)
        both.addWidget(self.preview)
        self.body.addLayout(both, 1)
        self.foot_note.setText(self.tr("Nothing leaves until you print or save it."))
        self.foot.addWidget(self.foot_note, 1)
        for button in (self.cancel, self.print_it, self.save):
            self.foot.addWidget(button)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.print_it.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        for tick in (self.name, self.words, self.counts, self.skills):
            tick.toggled.connect(self._pause.start)
        self.model.ticked_changed.connect(self._pause.start)
        self.language.currentIndexChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._make)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the page's share of the width."""
        super().resizeEvent(event)
        self.preview.setFixedWidth(panel_width(self.look, self.width()))

    def _offer(self, found: Choices) -> None:
        self._is_known = True
        self.name.setEnabled(bool(found.name.strip()))
        if found.name.strip():
            words = self.tr("My name: {name}").format(name=one_line(found.name, 60))
            self.name.setText(words)
            self.name.setAccessibleName(words)
        self.words.setEnabled(found.has_words)
        self.model.show_cards(found.cards, found.ticked)
        self._list_title.setVisible(bool(found.cards))
        self.list.setVisible(bool(found.cards))
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._make()

    def _make(self) -> None:
        """The page anew; an earlier wish that is not answered yet is dropped."""
        if not self._is_known:
            return
        if self._task is not None:
            self._task.drop()
        self._ready(None)
        choice = PaperChoice(
            name=self.name.isChecked(),
            words=self.words.isChecked(),
            counts=self.counts.isChecked(),
            skills=self.skills.isChecked(),
            record_ids=self.model.ticked,
        )
        wish = PaperWish(choice, str(self.language.currentData()))
        work = partial(overview_jobs.paper, self._wallet, wish)
        self._task = self._tools.tasks.run_on_vault(
            work, self, Callbacks(done=self._ready, error=self._refused)
        )

    def _ready(self, paper: OverviewPaper | None) -> None:
        self.paper = paper
        self.preview.show_paper(paper)
        self.save.setEnabled(paper is not None)
        self.print_it.setEnabled(paper is not None)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.preview.show_trouble(message.spoken)
        self.announce(message.spoken)

    def _save(self) -> None:
        if self.paper is None:
            return
        name = self.tr("overview") + ".pdf"
        out = self._tools.dialogs.save_file(self, self.tr("Save my overview"), name, "PDF (*.pdf)")
        if out is None:
            return
        out = out if out.suffix.lower() == ".pdf" else out.with_name(out.name + ".pdf")
        work = partial(overview_jobs.written, self._wallet, self.paper, out)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._saved))

    def _saved(self, name: str) -> None:
        self._tools.messages.tell(
            self.tr("Saved as {name}.").format(name=name),
            "ok",
            self.tr("The file is not locked: whoever has it can read it."),
        )

    def _print(self) -> None:
        if self.paper is None:
            return
        from wallet.ui.overview_print import print_overview  # noqa: PLC0415 - for those who print

        if print_overview(self, self.paper):
            self._tools.messages.tell(self.tr("Sent to the printer."), "ok")
