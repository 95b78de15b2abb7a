"""The step that asks where the new file goes and what it is called."""

import shutil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.app.folder_access import Reach, others_reach
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.places import SUFFIX
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_LONGEST = 80


class PlaceStep(QWidget):
    """A name, a folder, and what is worth knowing about that folder."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        dialogs: FileDialogs,
        folder: Path,
        *,
        shared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`shared` is whether others use this computer, too; then a place on it is warned of."""
        super().__init__(parent)
        self._shared = shared
        self._first_folder = folder
        self._folder = folder
        self._dialogs = dialogs
        self.name = QLineEdit(self.tr("my-credentials"))
        self.name.setAccessibleName(self.tr("Name of the file"))
        self.name.setMaxLength(_LONGEST)
        self.name.textChanged.connect(self._judge)
        self.folder_label = PlainLabel("", "body")
        self.space = PlainLabel("", "secondary")
        self.choose = Button(look, self.tr("Choose another place"), "folder")
        self.choose.clicked.connect(self._choose)
        self.notice = Notice(look, "warn", "")
        self._build(look)
        self._judge()

    def begin(self, folder: Path | None = None) -> None:
        """As at the start, whatever was typed and chosen; in another folder if one is given."""
        self._folder = folder or self._first_folder
        self.name.setText(self.tr("my-credentials"))
        self._judge()

    @property
    def path(self) -> Path:
        """Where the file would be made."""
        name = self.name.text().strip()
        return self._folder / (name if name.endswith(SUFFIX) else name + SUFFIX)

    @property
    def acceptable(self) -> bool:
        """Whether a file can be made there."""
        name = self.name.text().strip()
        usable = bool(name) and not set(name) & _NOT_IN_NAMES and not name.startswith(".")
        return usable and not self.path.exists()

    def _build(self, look: Look) -> None:
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Where should your file be?"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr("One file holds everything. You can move or copy it later like any other file."),
                "lead",
            )
        )
        label = PlainLabel(self.tr("Name of the file"), "strong")
        label.setBuddy(self.name)
        layout.addSpacing(look.px(4))
        layout.addWidget(label)
        layout.addWidget(self.name)
        layout.addSpacing(look.px(4))
        layout.addWidget(PlainLabel(self.tr("Place"), "strong"))
        box = Surface("note")
        inner = row(look, 12, (14, 12, 14, 12))
        inner.addWidget(IconLabel(look, "computer", "primary", 22))
        words = column(look, 2)
        words.addWidget(self.folder_label)
        words.addWidget(self.space)
        inner.addLayout(words, 1)
        inner.addWidget(self.choose)
        box.setLayout(inner)
        layout.addWidget(box)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        self.setLayout(layout)

    def _choose(self) -> None:
        folder = self._dialogs.folder(self, self.tr("Choose a place for your file"), self._folder)
        if folder is not None:
            self._folder = folder
            self._judge()

    def _judge(self) -> None:
        self.folder_label.setText(str(self._folder))
        self.space.setText(self._space_words())
        strong, text = self._warning()
        self.notice.setVisible(bool(strong))
        self.notice.tell("warn", strong, text)
        self.changed.emit()

    def _warning(self) -> tuple[str, str]:
        name = self.name.text().strip()
        if not name:
            return self.tr("The file needs a name."), ""
        if set(name) & _NOT_IN_NAMES or name.startswith("."):
            return self.tr("This name has a sign that file names cannot have."), self.tr(
                "Use letters, digits and spaces."
            )
        if self.path.exists():
            return (
                self.tr("A file with this name is here already."),
                self.tr("Choose another name, or go back and open that file."),
            )
        if self._shared and _is_on_this_computer(self._folder):
            return (
                self.tr("This place is on the shared computer."),
                self.tr("The file would stay here for others to find. Put it on a stick of your own."),
            )
        if others_reach(self._folder) is Reach.CHANGE:
            return (
                self.tr("Others who use this computer can change this folder."),
                self.tr("They could delete or replace your file. They cannot open it."),
            )
        if any(word in str(self._folder).casefold() for word in _SYNCED):
            return (
                self.tr("This folder seems to be copied to the internet."),
                self.tr(
                    "The file is locked, so that is safe. Two computers changing it at once may leave two copies."
                ),
            )
        if others_reach(self._folder) is Reach.SEE:
            return (
                self.tr("Others who use this computer can see that your file is here."),
                self.tr("They cannot open it."),
            )
        return "", ""

    def _space_words(self) -> str:
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:
            return self.tr("This place cannot be reached now.")
        size = round(free / 1e9, 1)
        if self._shared and not _is_on_this_computer(self._folder):
            return self.tr("{size} GB free.").format(size=size)
        return self.tr("On this computer. {size} GB free.").format(size=size)


def _is_on_this_computer(folder: Path) -> bool:
    """Whether a place is on the same medium as people's own folders; a stick is another one."""
    try:
        return folder.stat().st_dev == Path.home().stat().st_dev
    except OSError:
        return False
