"""What stands in the last step for a form of a public profile: the link, the same as text, and the browser."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from wallet.ui.safe_text import copyable_text
from wallet.ui.share_ports import ProfileEntry
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class ProfilePart(QWidget):
    """Opens nothing by itself: `open_web` and `copy` ask for it."""

    open_web = Signal(str)
    copy = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.open = Button(look, self.tr("Open LinkedIn in the browser"), "link")
        self.link = _box(self.tr("The link to the form"))
        self.link.setProperty("kind", "mono")
        self.text = _box(self.tr("The same as text"))
        self.copy_link = Button(look, self.tr("Copy the link to the form"), "copy")
        self.copy_text = Button(look, self.tr("Copy the text"), "copy")
        both = row(look, 24)
        for words, box, button in (
            (self.tr("The link that fills in the form"), self.link, self.copy_link),
            (self.tr("The same as text, to paste where you want"), self.text, self.copy_text),
        ):
            half = column(look, 8)
            half.addWidget(PlainLabel(words, "secondary_strong", tone="text"))
            half.addWidget(box)
            half.addLayout(self._line(button))
            both.addLayout(half, 1)
        layout = column(look, 14)
        layout.addLayout(self._line(self.open))
        layout.addLayout(both)
        self.setLayout(layout)
        self.open.clicked.connect(self._open)
        self.copy_link.clicked.connect(self._copy_link)
        self.copy_text.clicked.connect(self._copy_text)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_entry(self, entry: ProfileEntry) -> None:
        """This one."""
        self.link.setPlainText(entry.link)
        self.text.setPlainText(copyable_text(entry.text))

    def _line(self, button: Button) -> QHBoxLayout:
        line = row(self._look, 0)
        line.addWidget(button)
        line.addStretch(1)
        return line

    def _restyle(self) -> None:
        self.link.setFixedHeight(self._look.px(110))
        self.text.setFixedHeight(self._look.px(110))

    def _open(self) -> None:
        self.open_web.emit(self.link.toPlainText())

    def _copy_link(self) -> None:
        self.copy.emit(self.link.toPlainText())

    def _copy_text(self) -> None:
        self.copy.emit(self.text.toPlainText())


def _box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    return box
