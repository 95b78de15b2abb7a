"""The sheet that moves the file: where to, what becomes of the old one, and what to do on the other computer.

Lives here: what it asks and says. Does not live here: copying and closing (`OpenWallet.move`), leaving a file that is
closed (the window).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from wallet.errors import WalletError
from wallet.ui.care_ports import MovedTo, OldFile
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, Notice, column, row, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.steps import Steps

_ASK, _DONE = range(2)


class MoveSheet(Sheet):
    """`moved` carries what came of it where the old file is closed now. Where that is kept, the sheet just ends."""

    moved = Signal(object)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._folder: Path | None = None
        self._group = QButtonGroup(self)
        self.tiles: dict[OldFile, ChoiceTile] = {}
        self.steps = Steps(tools.look)
        self.where = PlainLabel("", "secondary")
        self.choose = Button(tools.look, self.tr("Choose the place"), "folder")
        self.trouble = Notice(tools.look, "warn", "")
        self.done_words = Notice(tools.look, "ok", "")
        self.cancel = Button(tools.look, self.tr("Cancel"))
        self.next = Button(tools.look, "", "", "primary")
        self.set_title(self.tr("Move your file"))
        self.intro.setText(
            self.tr(
                "A copy is made, opened and compared. Only then the old file is touched, as you choose here."
            )
        )
        for step in (self._ask(), self._done()):
            self.steps.add_page(step)
        self.body.addWidget(Middle(self.steps, self.title.text()), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.next)
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.choose.clicked.connect(self._choose)
        self.next.clicked.connect(self._go_on)
        self._go(_ASK)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.choose

    @property
    def has_moved(self) -> bool:
        """Whether it says that the file has arrived."""
        return self.steps.index == _DONE

    def _ask(self) -> QWidget:
        step = QWidget()
        layout = column(self.look, 10)
        layout.addWidget(PlainLabel(self.tr("Where shall it go?"), "section"))
        line = row(self.look, 12)
        line.addWidget(self.choose)
        line.addWidget(self.where, 1)
        layout.addLayout(line)
        self.where.setText(self.tr("A stick, or a folder that you can reach from the other computer."))
        layout.addSpacing(self.look.px(8))
        layout.addWidget(PlainLabel(self.tr("What becomes of the file that is here now?"), "section"))
        for choice, title, text, icon in (
            (
                OldFile.KEEP,
                self.tr("Keep it"),
                self.tr("Both can be opened. From now on change only one of the two."),
                "copy",
            ),
            (
                OldFile.READ_ONLY,
                self.tr("Keep it for reading only"),
                self.tr("It can be opened, but nothing can be changed in it any more."),
                "lock",
            ),
            (
                OldFile.DELETE,
                self.tr("Delete it"),
                self.tr(
                    "Only the new one is left. It is encrypted, so nobody can read what may remain of the old one."
                ),
                "trash",
            ),
        ):
            tile = ChoiceTile(self.look, title, text, icon)
            tile.setChecked(choice is OldFile.KEEP)
            self.tiles[choice] = tile
            self._group.addButton(tile)
            layout.addWidget(tile)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _done(self) -> QWidget:
        step = QWidget()
        layout = column(self.look, 10)
        layout.addWidget(self.done_words)
        layout.addWidget(PlainLabel(self.tr("On the other computer"), "section"))
        for text in (
            self.tr("1. Open this program there. It also runs from the stick itself."),
            self.tr("2. Choose “Open my file” and then the file on the stick."),
            self.tr("3. Unlock it with your passphrase. Your recovery kit opens it, too."),
        ):
            layout.addWidget(PlainLabel(text, "body"))
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _go(self, index: int) -> None:
        self.steps.go(index)
        self.cancel.setVisible(index == _ASK)
        self.next.set_words(self.tr("Done") if index == _DONE else self.tr("Move it"))
        self._judge()

    def _judge(self) -> None:
        self.next.setEnabled(self.steps.index == _DONE or self._folder is not None)

    def _choose(self) -> None:
        title = self.tr("Where shall your file go?")
        folder = self._tools.dialogs.folder(self, title, self._wallet.path.parent)
        if folder is not None:
            self._folder = folder
            self.where.setText(str(folder))
            self.trouble.hide()
            self._judge()

    def _go_on(self) -> None:
        if self.steps.index == _DONE:
            self.closed.emit()
        elif self._folder is not None:
            old = next(choice for choice, tile in self.tiles.items() if tile.isChecked())
            self.trouble.hide()
            self.next.setEnabled(False)
            self.next.set_words(self.tr("Copying and comparing…"))
            work = partial(_moved, self._wallet, self._folder, old)
            callbacks = Callbacks(done=partial(self._moved, old), error=self._refused)
            self._tools.tasks.run_on_vault(work, self, callbacks)

    def _moved(self, old: OldFile, moved: MovedTo) -> None:
        if old is not OldFile.KEEP:
            self.moved.emit(moved)
            return
        self.done_words.tell(
            "ok",
            self.tr("Your file is now also in {folder}.").format(folder=moved.path.parent),
            self.tr("It was opened and compared: nothing is missing."),
        )
        self._go(_DONE)
        self.announce(self.done_words.strong.text())
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self._go(_ASK)
        QTimer.singleShot(0, self, self._bring_trouble_into_view)
        self.announce(message.spoken)

    def _bring_trouble_into_view(self) -> None:
        scroll_to(self.trouble)


def _moved(wallet: OpenWallet, folder: Path, old: OldFile, job: Job) -> MovedTo:
    del job
    return wallet.move(folder, old)
