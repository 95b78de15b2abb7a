"""The page behind F1: answers to what people asked, and every key.

Lives here: the words. Does not live here: the keys themselves, which come from the menu bar.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.pages.sheet import Sheet
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

Keys = Sequence[tuple[str, str]]
"""What a command is called, and its keys as this computer writes them."""

_KEYS_WIDE = 150


class HelpSheet(Sheet):
    """Works without a file, without a network, and loads nothing."""

    def __init__(self, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_title(self.tr("Your questions"))
        self.intro.setText(
            self.tr("LER Wallet keeps learning and employment records in one encrypted file you own.")
        )
        content = Content()
        layout = column(look, 10, (6, 4, 14, 12))
        for question, answer in self._questions():
            card = Surface("card")
            inner = column(look, 4, (16, 12, 16, 12))
            inner.addWidget(PlainLabel(question, "section"))
            inner.addWidget(PlainLabel(answer, "body"))
            card.setLayout(inner)
            layout.addWidget(card)
        self._add_keys(layout, keys)
        layout.addStretch(1)
        content.fill(layout)
        self.middle = Middle(content, self.title.text())
        self.middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.middle, 1)
        self.done = Button(look, self.tr("Back"), "arrow-left", "primary")
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self.close_button.clicked.connect(self.closed)
        self.done.clicked.connect(self.closed)

    def first_field(self) -> QWidget:
        """Where the keyboard goes: the arrow keys read on."""
        return self.middle

    def _questions(self) -> Sequence[tuple[str, str]]:
        return (
            (
                self.tr("Who owns my data?"),
                self.tr(
                    "You do. Everything is in one file that only your passphrase or your recovery kit opens. There is "
                    "no account. Unplug the internet, copy the file to a stick, open it on another computer: it "
                    "works. “Export everything” writes it all out as ordinary files."
                ),
            ),
            (
                self.tr("What happens to what I share?"),
                self.tr(
                    "Each share is kept under Sharing: who, why, what, when, how and until when. Open one to see the "
                    "very thing that was sent. A copy that somebody has cannot be called back, but you can ask them "
                    "to delete it."
                ),
            ),
            (
                self.tr("How do I know that a credential is true?"),
                self.tr(
                    "Open it and read “What we checked”: the signature, the issuer, the dates, whether it was "
                    "cancelled, whether it was given to you, and what could not be checked. If one letter was changed "
                    "after it was issued, it says “Not valid”. A good signature does not say that issuers are who "
                    "they say they are: for that, add a list of issuers your school knows, in Settings."
                ),
            ),
            (
                self.tr("Can I arrange it for what I want to become?"),
                self.tr(
                    "Yes. Put what belongs together into a collection, show what matters first, add tags and notes. "
                    "Only you see them. “Filter” finds what you need by type, status, year and skill, and “Skills” "
                    "shows what you can do, with what shows it. Goals and pathways are not in this version yet."
                ),
            ),
            (
                self.tr("Can my records be used against me?"),
                self.tr(
                    "Nothing leaves this computer until you share it. Then birth dates, numbers and the like are off "
                    "at first, where the issuer lets you leave them out. Where not, you are told what goes along "
                    "before it leaves."
                ),
            ),
            (
                self.tr("What do employers and colleges need?"),
                self.tr(
                    "Nothing to install. The page that checks itself opens in any browser, also on a phone and "
                    "without internet, and sends nothing back. Under Help, “Handouts and guides” there is a page for "
                    "each to hand out, and a sample to practise with."
                ),
            ),
            (
                self.tr("How can my school show it to others?"),
                self.tr(
                    "With the samples: they show everything in ten minutes, also a credential that was changed. "
                    "“Check a credential” works without a file of one's own. A script, a poster and a sheet for the "
                    "district are under “Handouts and guides”."
                ),
            ),
            (
                self.tr("Will others accept it?"),
                self.tr(
                    "What you share holds the original as its issuer signed it, in an open format. Whoever gets it "
                    "can check it with other programs, too."
                ),
            ),
        )

    def _add_keys(self, layout: QVBoxLayout, keys: Keys) -> None:
        layout.addWidget(PlainLabel(self.tr("Keys"), "section"))
        layout.addWidget(
            PlainLabel(self.tr("Every command is in the menu bar, too. Alt or F10 leads there."), "secondary")
        )
        card = Surface("card")
        inner = column(self.look, 6, (16, 12, 16, 12))
        own = (
            (self.tr("Next field or button"), "Tab"),
            (self.tr("Move among credentials"), "← ↑ → ↓"),
            (self.tr("Open a credential"), "Enter"),
            (self.tr("Choose, or press a button"), self.tr("Space")),
            (self.tr("Leave a page without saving"), "Esc"),
        )
        for words, key in (*own, *keys):
            line = row(self.look, 12)
            label = PlainLabel(key, "strong", wrap=False)
            label.setMinimumWidth(self.look.px(_KEYS_WIDE))
            line.addWidget(label)
            line.addWidget(PlainLabel(words, "body"), 1)
            inner.addLayout(line)
        card.setLayout(inner)
        layout.addWidget(card)
