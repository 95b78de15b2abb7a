"""One handout or guide to read in the window: plain text with headings, and the code of the poster.

The text is in one field, so that a screen reader reads it line by line and it can be copied.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wallet.app.materials import POSTER, Kind, Material, Part
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.qr_view import QrView

_CODE, _CODE_LEAST = 230, 120
"""Pixels, whatever the text size: how wide it is, and how tall where there is little room."""
_LONGEST_ADDRESS = 200
_CLOSE = (Kind.POINT, Kind.STEP, Kind.TYPED, Kind.FACT)


class MaterialView(QWidget):
    """`address_given` carries where the page for receivers lies, for the code of the poster."""

    address_given = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.material: Material | None = None
        self._look = look
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.code = QrView(self.tr("QR code of the poster"), _CODE)
        self.code.setMinimumHeight(_CODE_LEAST)
        self.address = QLineEdit()
        self.address.setMaxLength(_LONGEST_ADDRESS)
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(self.tr("Where is the page for receivers?"))
        self.place = Button(look, self.tr("Put the code on it"), "qr")
        self._ask = QWidget()
        self._ask.setLayout(self._asking())
        both = row(look, 14)
        both.addWidget(self.text, 1)
        both.addWidget(self.code)
        layout = column(look, 10)
        layout.addWidget(self._ask)
        layout.addLayout(both, 1)
        self.setLayout(layout)
        self.place.clicked.connect(self._give)
        self.address.returnPressed.connect(self._give)
        self.code.hide()
        self._ask.hide()

    def wait(self, words: str) -> None:
        """Says something in place of a text."""
        if self.material is None or self.material.name != POSTER:
            self._ask.hide()
        self.code.hide()
        self.text.setAccessibleName(words)
        self.text.setPlainText(words)

    def show_material(self, material: Material, address: str) -> None:
        """This one; `address` is where the code of a poster leads, "" for nowhere."""
        self.material = material
        self.text.setAccessibleName(material.title)
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        before: Kind | None = None
        for part in material.parts:
            shown = _shown(part, material)
            if not shown:
                continue
            if before is not None:
                is_near = before is Kind.HEADING or (part.kind is before and before in _CLOSE)
                cursor.insertText("\n" if is_near else "\n\n")
            for words, bold in shown:
                cursor.insertText(words, _format(bold=bold))
            before = part.kind
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._ask.setVisible(material.name == POSTER)
        self.address.setText(address)
        self.code.setVisible(material.code is not None)
        self.code.show_code(() if material.code is None else material.code.rows)

    def _asking(self) -> QVBoxLayout:
        label = PlainLabel(self.tr("Where is the page for receivers?"), "strong")
        label.setBuddy(self.address)
        line = row(self._look, 10)
        line.addWidget(self.address, 1)
        line.addWidget(self.place)
        layout = column(self._look, 6)
        layout.addWidget(label)
        layout.addLayout(line)
        return layout

    def _give(self) -> None:
        self.address_given.emit(self.address.text().strip())


def _shown(part: Part, material: Material) -> list[tuple[str, bool]]:
    """The words of one line, each with whether they stand out."""
    if part.kind is Kind.CODE:
        return [] if material.code is None else [(f"[{material.code_words}]", False)]
    if part.kind is Kind.HEADING:
        return [(part.text, True)]
    if part.kind is Kind.FACT:
        return [(f"{part.label}: ", True), (part.text, False)]
    start = {Kind.STEP: f"{part.label}. ", Kind.POINT: "• ", Kind.TYPED: "    "}.get(part.kind, "")
    return [(start + part.text, part.kind is Kind.TYPED)]


def _format(*, bold: bool) -> QTextCharFormat:
    words = QTextCharFormat()
    words.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return words
