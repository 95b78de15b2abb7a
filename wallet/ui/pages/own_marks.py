"""What the learner makes of one credential: collections, tags, notes. A part of the detail pane.

Lives here: showing and editing them. Does not live here: keeping (`wallet.app.organise`); every change goes out as a
`Change`, and the pane comes back with what was kept.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wallet.ui.dates import day_of
from wallet.ui.marks import Change, ChangeKind, OwnNote
from wallet.ui.ports import Details
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import PlainLabel

_MAX_NAME = 80


class OwnMarks(QWidget):
    """Shows what was added to one credential, with a way to add more and to take it away."""

    change = Signal(object)

    def __init__(self, look: Look, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._id = details.card.id
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Just for you"), "section"))
        layout.addWidget(
            PlainLabel(self.tr("Collections, tags and notes are never part of what you share."), "hint")
        )
        self._add_pin(layout, details)
        self.collection = self._add_names(
            layout,
            self.tr("Add to a collection"),
            self.tr("Take out of the collection {name}"),
            details.collections,
            (ChangeKind.ADD_TO_COLLECTION, ChangeKind.REMOVE_FROM_COLLECTION),
        )
        self.tag = self._add_names(
            layout,
            self.tr("Add a tag"),
            self.tr("Take off the tag {name}"),
            details.tags,
            (ChangeKind.ADD_TAG, ChangeKind.REMOVE_TAG),
        )
        self._add_notes(layout, details.notes)
        self.setLayout(layout)

    def take_focus(self, kind: ChangeKind) -> None:
        """Puts the keyboard back where a change was made."""
        fields: dict[ChangeKind, QWidget] = {
            ChangeKind.PIN: self.pin,
            ChangeKind.UNPIN: self.pin,
            ChangeKind.ADD_TO_COLLECTION: self.collection,
            ChangeKind.REMOVE_FROM_COLLECTION: self.collection,
            ChangeKind.ADD_NOTE: self.note,
            ChangeKind.REMOVE_NOTE: self.note,
        }
        fields.get(kind, self.tag).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_pin(self, layout: QVBoxLayout, details: Details) -> None:
        is_pinned = details.card.pin > 0
        words = self.tr("No longer show it first") if is_pinned else self.tr("Show it first")
        self.pin = Button(self._look, words, "star", "link")
        kind = ChangeKind.UNPIN if is_pinned else ChangeKind.PIN
        self.pin.clicked.connect(lambda: self._send(kind, ""))
        layout.addWidget(self.pin, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_names(
        self,
        layout: QVBoxLayout,
        add_words: str,
        remove_words: str,
        names: Sequence[str],
        kinds: tuple[ChangeKind, ChangeKind],
    ) -> QLineEdit:
        """The names that are there, each to be taken away, and a line for one more."""
        add, remove = kinds
        if names:
            chips = QWidget()
            flow = FlowLayout(self._look.px(4))
            for name in names:
                chip = Button(self._look, name, "close", "link")
                chip.setAccessibleName(remove_words.format(name=name))
                chip.clicked.connect(lambda _=False, name=name: self._send(remove, name))
                flow.addWidget(chip)
            chips.setLayout(flow)
            layout.addWidget(chips)
        line = QLineEdit()
        line.setMaxLength(_MAX_NAME)
        line.setPlaceholderText(add_words)
        line.setAccessibleName(add_words)
        button = Button(self._look, self.tr("Add"), "plus")
        button.setAccessibleName(add_words + ": " + self.tr("Add"))
        send: Callable[[], None] = lambda: self._send(add, line.text())  # noqa: E731
        line.returnPressed.connect(send)
        button.clicked.connect(send)
        together = row(self._look, 8)
        together.addWidget(line, 1)
        together.addWidget(button)
        layout.addLayout(together)
        return line

    def _add_notes(self, layout: QVBoxLayout, notes: Sequence[OwnNote]) -> None:
        for number, note in enumerate(notes, start=1):
            layout.addWidget(PlainLabel(note.text, "body"))
            line = row(self._look, 8)
            line.addWidget(PlainLabel(day_of(note.written_at), "hint", wrap=False))
            line.addStretch(1)
            remove = Button(self._look, self.tr("Remove note"), "close", "link")
            remove.setAccessibleName(self.tr("Remove note {number}").format(number=number))
            remove.clicked.connect(
                lambda _=False, note=note: self._send(ChangeKind.REMOVE_NOTE, str(note.number))
            )
            line.addWidget(remove)
            layout.addLayout(line)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(self.tr("Write a note"))
        self.note.setAccessibleName(self.tr("Write a note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._look.px(76))
        layout.addWidget(self.note)
        keep = Button(self._look, self.tr("Keep this note"), "pencil")
        keep.clicked.connect(lambda: self._send(ChangeKind.ADD_NOTE, self.note.toPlainText()))
        layout.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)

    def _send(self, kind: ChangeKind, value: str) -> None:
        if value.strip() or kind in (ChangeKind.PIN, ChangeKind.UNPIN):
            self.change.emit(Change(kind, self._id, value))
