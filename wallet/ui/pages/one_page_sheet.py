"""The sheet for a collection on one page: the learner's own words, what is on the page, and to print, save or share it.

Lives here: what it asks and shows. Does not live here: what is on the page (`wallet.app.collection_page`), paper
(`page_print`), sharing (the share sheet, which the words go along to).
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wallet.app.collection_notes import MOST_LETTERS
from wallet.ui.page_ports import OnePage
from wallet.ui.pages.share.preview import panel_width
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import display_text, one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Rule, Surface, clear_layout, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox, ListField
from wallet.ui.widgets.labels import PlainLabel

_MOST_SHOWN = 60


class OnePageSheet(Sheet):
    """`share_wanted` carries the record ids on the page and the learner's words about them."""

    share_wanted = Signal(object, str)

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        collections: Sequence[str],
        print_page: Callable[[QWidget, OnePage], bool],
    ) -> None:
        """Makes the sheet.

        Args:
            tools: what every page needs.
            wallet: the open file.
            collections: all there are, the one that is shown first before the others; not empty.
            print_page: hands the page to a printer the person chooses; whether it was sent.
        """
        super().__init__(tools.look)
        self._tools = tools
        self._wallet = wallet
        self._print_page = print_page
        self._page: OnePage | None = None
        self.collection = ListField(tools.look, self.tr("Collection"))
        self.collection.addItems(list(collections))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(self.tr("Your own words"))
        self.note.setPlaceholderText(self.tr("For example: What I can do on my first day"))
        self.note.setFixedHeight(tools.look.px(130))
        self.with_name = CheckBox(tools.look, self.tr("With my name on it"))
        self.with_name.setChecked(True)
        self.preview = Surface("card")
        self._lines: QVBoxLayout = column(tools.look, 6, (18, 14, 14, 14))
        self.send = Button(tools.look, self.tr("Share it"), "send")
        self.paper = Button(tools.look, self.tr("Print…"), "file-text")
        self.save = Button(tools.look, self.tr("Save as PDF"), "save", "primary")
        self._build()
        self._connect()
        self._fetch()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.note

    def _build(self) -> None:
        self.set_title(self.tr("A collection on one page"))
        self.intro.setText(
            self.tr("To read or to print. Nothing on it is signed: to let others check it, share it.")
        )
        left = column(self.look, 8, (2, 0, 6, 4))
        for words, field in (
            (self.collection.accessibleName(), self.collection),
            (self.note.accessibleName(), self.note),
        ):
            label = PlainLabel(words, "strong")
            label.setBuddy(field)
            left.addWidget(label)
            left.addWidget(field)
        left.addWidget(PlainLabel(self.tr("Your words stay with the collection, in your file."), "hint"))
        left.addWidget(self.with_name)
        left.addStretch(1)
        content = Content()
        content.fill(left)
        inner = QWidget()
        inner.setLayout(self._lines)
        box = column(self.look, 0, (0, 2, 2, 2))
        box.addWidget(Middle(inner, self.tr("What is on the page")))
        self.preview.setLayout(box)
        both = row(self.look, 16)
        both.addWidget(Middle(content, self.title.text()), 1)
        both.addWidget(self.preview)
        self.body.addLayout(both, 1)
        self.foot.addStretch(1)
        for button in (self.send, self.paper, self.save):
            self.foot.addWidget(button)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.collection.currentIndexChanged.connect(self._fetch)
        self.with_name.toggled.connect(self._fetch_page)
        self.note.textChanged.connect(self._typed)
        self.save.clicked.connect(self._save)
        self.paper.clicked.connect(partial(self._kept_then, self._print))
        self.send.clicked.connect(partial(self._kept_then, self._share))

    # -- behaviour

    def _fetch(self) -> None:
        """The page of another collection, with the words that are kept about it."""
        self._page = None
        self._fetch_page()

    def _fetch_page(self) -> None:
        self._judge()
        work = partial(_page, self._wallet, self.collection.currentText(), self.with_name.isChecked())
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))

    def _show(self, page: OnePage) -> None:
        if page.title != self.collection.currentText():
            return
        if self._page is None:
            self.note.blockSignals(True)
            self.note.setPlainText(page.note)
            self.note.blockSignals(False)
        self._page = page
        self._draw()
        self._judge()

    def _typed(self) -> None:
        if len(self.note.toPlainText()) > MOST_LETTERS:
            self.note.setPlainText(self.note.toPlainText()[:MOST_LETTERS])
            return
        self._draw()

    def _draw(self) -> None:
        """What is on the page, with the words as they are typed."""
        page = self._page
        if page is None:
            return
        clear_layout(self._lines)
        self._lines.addWidget(PlainLabel(one_line(page.title), "section"))
        if page.owner:
            self._lines.addWidget(PlainLabel(one_line(page.owner), "secondary"))
        if self.words:
            self._lines.addWidget(PlainLabel(display_text(self.words, MOST_LETTERS)))
        for title, facts in page.items[:_MOST_SHOWN]:
            self._lines.addWidget(Rule())
            self._lines.addWidget(PlainLabel(display_text(title, 200), "strong"))
            self._lines.addWidget(PlainLabel(display_text(facts, 300), "secondary"))
        if len(page.items) > _MOST_SHOWN:
            more = self.tr("And %n more", "", len(page.items) - _MOST_SHOWN)
            self._lines.addWidget(PlainLabel(more, "secondary"))
        if not page.items:
            self._lines.addWidget(PlainLabel(self.tr("Nothing is in this collection yet."), "secondary"))
        self._lines.addWidget(Rule())
        self._lines.addWidget(PlainLabel(page.foot, "hint"))
        self._lines.addStretch(1)

    def _judge(self) -> None:
        ready = self._page is not None and bool(self._page.items)
        for button in (self.send, self.paper, self.save):
            button.setEnabled(ready)

    @property
    def words(self) -> str:
        """The learner's own words, as typed."""
        return self.note.toPlainText().strip()

    def _kept_then(self, then: Callable[[OnePage], None], _checked: bool = False) -> None:
        """Keeps the words with the collection, then goes on with the page as it is now."""
        work = partial(
            _kept, self._wallet, self.collection.currentText(), self.words, self.with_name.isChecked()
        )
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=then))

    def _print(self, page: OnePage) -> None:
        if self._print_page(self, page):
            self._tools.messages.tell(self.tr("The page was sent to the printer."))

    def _share(self, page: OnePage) -> None:
        self.share_wanted.emit(page.record_ids, page.note)

    def _save(self) -> None:
        name = self.tr("page") + ".pdf"
        out = self._tools.dialogs.save_file(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if out is not None:
            self._kept_then(partial(self._write, out))

    def _write(self, out: Path, page: OnePage) -> None:
        work = partial(_written, self._wallet, page.title, out, self.with_name.isChecked())
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._saved))

    def _saved(self, name: str) -> None:
        self._tools.messages.tell(self.tr("Saved as {name}.").format(name=one_line(name)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the page never takes more than its share."""
        super().resizeEvent(event)
        self.preview.setFixedWidth(panel_width(self.look, self.width()))


def _page(wallet: OpenWallet, collection: str, with_name: bool, job: Job) -> OnePage:
    del job
    return wallet.one_page(collection, with_name=with_name)


def _kept(wallet: OpenWallet, collection: str, words: str, with_name: bool, job: Job) -> OnePage:
    del job
    wallet.keep_page_note(collection, words)
    return wallet.one_page(collection, with_name=with_name)


def _written(wallet: OpenWallet, collection: str, out: Path, with_name: bool, job: Job) -> str:
    del job
    wallet.write_one_page(collection, out, with_name=with_name)
    return out.name
