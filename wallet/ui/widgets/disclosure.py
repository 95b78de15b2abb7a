"""Something that can be opened: a link that shows or hides what is below it, and technical details to copy."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.ui.safe_text import display_text
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button


class Disclosure(QWidget):
    """A link with an arrow; pressing it shows or hides one widget."""

    def __init__(self, look: Look, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.link = Button(look, words, "chevron-right", "link")
        self.link.setCheckable(True)
        self.link.toggled.connect(self._toggle)
        self.link.setAccessibleDescription(self.tr("Closed"))
        head = row(look, 0)
        head.addWidget(self.link)
        head.addStretch(1)
        layout = column(look, 6)
        layout.addLayout(head)
        layout.addWidget(content)
        self.setLayout(layout)
        content.hide()

    def _toggle(self, opened: bool) -> None:
        self._content.setVisible(opened)
        self.link.set_icon_name("chevron-down" if opened else "chevron-right")
        self.link.setAccessibleDescription(self.tr("Open") if opened else self.tr("Closed"))


class TechnicalDetails(Disclosure):
    """The words that are kept out of the main screens, read-only, with a button that copies them."""

    def __init__(
        self, look: Look, text: str, copy: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        inner = QWidget()
        super().__init__(look, "", inner, parent)
        self.link.set_words(self.tr("Technical details"))
        self._copy = copy
        self._text = text
        self.box = QPlainTextEdit()
        self.box.setProperty("kind", "mono")
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(self.tr("Technical details"))
        self.box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.box.setPlainText(display_text(text, 20_000))
        self.box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.box.setMinimumHeight(look.px(150))
        self.button = Button(look, self.tr("Copy"), "copy")
        self.button.clicked.connect(self._copy_all)
        layout = column(look, 8)
        layout.addWidget(self.box)
        foot = row(look, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        layout.addLayout(foot)
        inner.setLayout(layout)

    def _copy_all(self) -> None:
        self._copy(self._text)
