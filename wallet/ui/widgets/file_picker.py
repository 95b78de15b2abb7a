"""A dialog of our own that asks for files and folders, and remembers nothing.

The computer's dialogs write down where one has been, and so do Qt's; on a shared computer this one is shown
instead (`wallet.ui.traceless_dialogs`).
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel

_MOST = 5000
_SIZE = (720, 500)


class Wanted(Enum):
    """What is asked for."""

    FILE = auto()
    FILES = auto()
    FOLDER = auto()
    NEW_FILE = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """What a picker asks.

    Attributes:
        title: in the words of the page that asks.
        wanted: one file, several, a folder, or a name for a new file.
        places: where one can start from, with the words to show.
        start: the folder shown first; None for the first place.
        suffix: only files that end like this; "" for all.
        name: offered for a new file.
    """

    title: str
    wanted: Wanted
    places: Sequence[tuple[str, Path]] = ()
    start: Path | None = None
    suffix: str = ""
    name: str = ""


class FilePicker(QDialog):
    """Lists one folder at a time."""

    def __init__(self, look: Look, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._folder = question.start or question.places[0][1]
        self.chosen: list[Path] = []
        self.setWindowTitle(question.title)
        self.setModal(True)
        self.places = ListField(look, self.tr("Place"))
        for words, place in question.places:
            self.places.addItem(one_line(words), str(place))
        self.up = Button(look, self.tr("Up"), "arrow-left")
        self.where = PlainLabel("", "secondary")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files and folders"))
        many = question.wanted is Wanted.FILES
        mode = QAbstractItemView.SelectionMode
        self.list.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.name = QLineEdit(question.name)
        self.name.setAccessibleName(self.tr("Name of the new file"))
        self.name.setVisible(question.wanted is Wanted.NEW_FILE)
        self.trouble = PlainLabel("", "secondary", tone="warn")
        self.cancel = Button(look, self.tr("Cancel"))
        self.take = Button(look, self._words(), "", "primary")
        self._build(look)
        self._connect()
        self.go(self._folder)
        self.resize(look.px(_SIZE[0]), look.px(_SIZE[1]))

    def go(self, folder: Path) -> None:
        """Shows another folder."""
        self._folder = folder
        self.where.setText(str(folder))
        self.list.clear()
        found = []
        with contextlib.suppress(OSError):
            found = [path for path in folder.iterdir() if not path.name.startswith(".")][:_MOST]
        for path, is_folder in sorted(((path, _is_folder(path)) for path in found), key=_order):
            if is_folder or self._shows(path):
                item = QListWidgetItem(one_line(path.name) + ("/" if is_folder else ""))
                item.setData(Qt.ItemDataRole.UserRole, str(path))
                self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0, self.list.selectionModel().SelectionFlag.NoUpdate)
        self._judge()

    # -- building

    def _words(self) -> str:
        return {
            Wanted.FILE: self.tr("Open"),
            Wanted.FILES: self.tr("Open"),
            Wanted.FOLDER: self.tr("Use this folder"),
            Wanted.NEW_FILE: self.tr("Save here"),
        }[self._question.wanted]

    def _build(self, look: Look) -> None:
        layout = column(look, 10, (18, 16, 18, 14))
        layout.addWidget(PlainLabel(self._question.title, "section"))
        head = row(look, 10)
        head.addWidget(self.places, 1)
        head.addWidget(self.up)
        layout.addLayout(head)
        layout.addWidget(self.where)
        box = Surface("card")
        inner = column(look, 0, (6, 6, 6, 6))
        inner.addWidget(self.list)
        box.setLayout(inner)
        layout.addWidget(box, 1)
        layout.addWidget(self.name)
        layout.addWidget(self.trouble)
        foot = row(look, 10)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.places.activated.connect(self._go_to_place)
        self.up.clicked.connect(self._go_up)
        self.list.itemActivated.connect(self._activate)
        self.list.itemSelectionChanged.connect(self._judge)
        self.name.textChanged.connect(self._judge)
        self.name.returnPressed.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._accept)

    # -- behaviour

    def _shows(self, path: Path) -> bool:
        if self._question.wanted is Wanted.FOLDER:
            return False
        return path.name.endswith(self._question.suffix)

    def _selected(self) -> list[Path]:
        return [Path(str(item.data(Qt.ItemDataRole.UserRole))) for item in self.list.selectedItems()]

    def _answer(self) -> list[Path]:
        """What pressing the button would choose; empty when it cannot be pressed."""
        wanted = self._question.wanted
        if wanted is Wanted.NEW_FILE:
            name = self.name.text().strip()
            usable = name and not set(name) & set("/\\") and name not in (".", "..")
            return [self._folder / name] if usable else []
        if wanted is Wanted.FOLDER:
            return [path for path in self._selected() if path.is_dir()] or [self._folder]
        return [path for path in self._selected() if path.is_file()]

    def _judge(self) -> None:
        answer = self._answer()
        taken = self._question.wanted is Wanted.NEW_FILE and bool(answer) and answer[0].exists()
        self.trouble.setText(self.tr("A file with this name is here already.") if taken else "")
        self.take.setEnabled(bool(answer) and not taken)
        self.up.setEnabled(self._folder.parent != self._folder)

    def _go_to_place(self, index: int) -> None:
        self.go(Path(str(self.places.itemData(index))))

    def _go_up(self) -> None:
        self.go(self._folder.parent)

    def _activate(self, item: QListWidgetItem) -> None:
        path = Path(str(item.data(Qt.ItemDataRole.UserRole)))
        if path.is_dir():
            self.go(path)
        else:
            self._accept()

    def _accept(self) -> None:
        if self.take.isEnabled():
            self.chosen = self._answer()
            self.accept()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _order(found: tuple[Path, bool]) -> tuple[bool, str]:
    path, is_folder = found
    return not is_folder, path.name.casefold()
