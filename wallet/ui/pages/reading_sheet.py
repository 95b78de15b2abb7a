"""Further reading: titles with one line each. Nothing is loaded; a click asks before the browser opens an address.

Lives here: the cards and the question. Does not live here: the list (`wallet.app.reading_list`).
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wallet.app.reading_list import Reading, reading_list
from wallet.ui.languages import spoken
from wallet.ui.pages.sheet import Sheet
from wallet.ui.theme.look import Look
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Surface, column, flow, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class ReadingSheet(Sheet):
    """Works without a file and without a network."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        look = tools.look
        self.set_title(self.tr("Further reading"))
        self.intro.setText(
            self.tr(
                "Where the ideas and the formats come from. Nothing is loaded here. What has no address is described: "
                "we are not certain where it is."
            )
        )
        self.cards = [ReadingCard(look, entry) for entry in reading_list(spoken())]
        layout = column(look, 10, (6, 4, 14, 12))
        for card in self.cards:
            card.opened.connect(partial(self._open, card))
            layout.addWidget(card)
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        self.middle = Middle(content, self.title.text())
        self.middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.middle, 1)
        self.done = Button(look, self.tr("Back"), "arrow-left", "primary")
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self.done.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)

    def first_field(self) -> QWidget:
        """Where the keyboard goes: the arrow keys read on."""
        return self.middle

    def _open(self, card: "ReadingCard", address: str) -> None:
        if self._tools.open_web(address):
            card.tell(self.tr("Opened in your browser."))
        else:
            card.tell(self.tr("No browser could be opened here. Type the address into one yourself."))
        self.announce(card.told.text())


class ReadingCard(Surface):
    """One entry. `opened` carries its address, after a yes."""

    opened = Signal(str)

    def __init__(self, look: Look, entry: Reading, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.entry = entry
        self.question: BrowserQuestion | None = None
        self._look = look
        self._column = column(look, 6, (16, 12, 16, 12))
        self._column.addWidget(PlainLabel(entry.title, "section"))
        self._column.addWidget(PlainLabel(entry.line, "body"))
        self.told = PlainLabel("", "secondary")
        if entry.address:
            self._column.addWidget(PlainLabel(entry.address, "secondary"))
            self.button = Button(look, self.tr("Open in the browser…"), "globe", "link")
            self.button.setAccessibleName(self.tr("Open in the browser: {title}").format(title=entry.title))
            self.button.clicked.connect(self.ask)
            self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.told)
        self.setLayout(self._column)
        self.told.hide()

    def tell(self, words: str) -> None:
        """What became of it."""
        self.told.setText(words)
        self.told.show()

    def ask(self) -> None:
        """Puts the question, once."""
        if self.question is not None:
            return
        self.told.hide()
        self.button.hide()
        question = self.question = BrowserQuestion(self._look, self.entry.address)
        question.yes.clicked.connect(self._yes)
        question.no.clicked.connect(self._close)
        self._column.addWidget(question)
        question.no.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, question, lambda: scroll_to(question.no))  # when it has its place

    def _close(self) -> None:
        question, self.question = self.question, None
        if question is not None:
            self._column.removeWidget(question)
            question.hide()
            question.deleteLater()
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _yes(self) -> None:
        self._close()
        self.opened.emit(self.entry.address)


class BrowserQuestion(Surface):
    """What a website would learn, and yes or no."""

    def __init__(self, look: Look, address: str, parent: QWidget | None = None) -> None:
        super().__init__("note", parent)
        host = address.removeprefix("https://").partition("/")[0]
        title = self.tr("Open {host} in your browser?").format(host=host)
        words = self.tr(
            "Your browser then loads the page, and that website learns the network address of your computer. This "
            "program loads nothing."
        )
        self.yes = Button(look, self.tr("Open it"), "globe", "primary")
        self.no = Button(look, self.tr("Do not open it"), "close")
        both = flow(look, 10)
        both.addWidget(self.yes)
        both.addWidget(self.no)
        layout = column(look, 8, (14, 12, 14, 12))
        layout.addWidget(PlainLabel(title, "secondary_strong", tone="text"))
        layout.addWidget(PlainLabel(words, "secondary", tone="text"))
        layout.addLayout(both)
        self.setLayout(layout)
        self.setAccessibleName(title)
