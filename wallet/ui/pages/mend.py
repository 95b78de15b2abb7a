"""A damaged file: look what is damaged, save what can be read into a new file, or put a copy back.

Lives here: the page and its words. Does not live here: any of the three (`care_ports.Mends`), choosing files
(`mend_flow`). Nothing on this page writes to the damaged file.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.announce import announce
from wallet.ui.care_ports import CopyFound, Damage, PutBack, SavedRest
from wallet.ui.dates import day_of
from wallet.ui.messages import error_message
from wallet.ui.pages.front import FrontPage
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import ListField, PassphraseField
from wallet.ui.widgets.labels import PlainLabel


class MendPage(QWidget):
    """Each of `look_at`, `salvage` and `put_back` carries the passphrase, which its receiver wipes."""

    look_at = Signal(object)
    salvage = Signal(object)
    put_back = Signal(object, object)
    choose_copy = Signal()
    open_file = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._next: Path | None = None
        self._busy = False
        self.name = PlainLabel("", "secondary_strong", tone="text")
        self.field = PassphraseField(look, self.tr("Passphrase"))
        self.check = Button(look, self.tr("Look what is damaged"), "search")
        self.save = Button(look, self.tr("Save what can be read"), "save")
        self.copies = ListField(look, self.tr("Copy to put back"))
        self.choose = Button(look, self.tr("Choose a copy"), "folder", "link")
        self.restore = Button(look, self.tr("Put this copy back"), "refresh")
        self.result = Notice(look, "wait", "")
        middle = QWidget()
        self._build(middle)
        self.frame = FrontPage(look, middle, self.tr("Mend a damaged file"))
        self.back = Button(look, self.tr("Back"), "arrow-left")
        self.go_on = Button(look, self.tr("Open the new file"), "unlock", "primary")
        self.frame.foot.addWidget(self.back)
        self.frame.foot.addStretch(1)
        self.frame.foot.addWidget(self.go_on)
        layout = column(look, 0)
        layout.addWidget(self.frame)
        self.setLayout(layout)
        self._connect()

    # -- what the window calls

    def offer(self, path: Path) -> None:
        """Begins anew for this file."""
        self._next = None
        self.name.setText(self.tr("{name}, in {folder}").format(name=path.name, folder=path.parent))
        self.result.hide()
        self.show_copies(())
        self.wipe()
        self.set_busy(False)
        self.frame.middle.to_top()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_copies(self, copies: Sequence[CopyFound]) -> None:
        """The copies that were found, the newest first."""
        self.copies.clear()
        for one in copies:
            self.copies.addItem(f"{day_of(one.written_at)} · {one_line(one.path.name)}", str(one.path))
        self._judge()

    def add_copy(self, path: Path) -> None:
        """One more copy, chosen by hand."""
        self.copies.insertItem(0, one_line(path.name), str(path))
        self.copies.setCurrentIndex(0)
        self._judge()

    def show_damage(self, damage: Damage) -> None:
        """What looking gave."""
        if not damage.pages and not damage.others:
            self._tell(
                "ok",
                self.tr("Nothing is damaged: every page and every record is whole."),
                self.tr("You can open it."),
            )
            return
        parts = [self.tr("%n damaged page(s).", "", damage.pages)] if damage.pages else []
        parts += [self.tr("%n other damaged item(s).", "", damage.others)] if damage.others else []
        self._tell(
            "warn",
            self.tr("Part of this file is damaged."),
            " ".join(parts)
            + " "
            + self.tr(
                "Put back a copy, if you have a newer one than what you would lose; or save what can be read."
            ),
        )

    def show_saved(self, saved: SavedRest) -> None:
        """What could be saved."""
        said = self.tr("%n credential(s) saved in a new file.", "", saved.credentials)
        lost = self.tr("%n thing(s) are known to be lost.", "", saved.lost) if saved.lost else ""
        if saved.lost_pages:
            lost += " " + self.tr("%n page(s) could not be read.", "", saved.lost_pages)
        names = ", ".join(one_line(name)[:80] for name in saved.names)
        lost += f" ({names})" if names else ""
        kit = self.tr(
            "It opens with the same passphrase. Make a new recovery kit for it. The damaged file stays as it is."
        )
        self._next = saved.path
        self._tell("warn" if saved.lost or saved.lost_pages else "ok", said, f"{lost.strip()} {kit}".strip())

    def show_put_back(self, done: PutBack) -> None:
        """A copy is in the file's place."""
        said = self.tr("The copy is in its place, with %n credential(s).", "", done.credentials)
        kept = (
            self.tr("The damaged file is still there, as {name}.").format(name=done.kept_as)
            if done.kept_as
            else ""
        )
        self._next = done.path
        self._tell("ok", said, kept)

    def show_error(self, error: WalletError) -> None:
        """Why it did not work; nothing was changed."""
        message = error_message(error)
        self._tell("warn", message.happened, f"{message.means} {message.do}")
        self.field.set_bad(error.reason is Reason.WRONG_PASSPHRASE)

    def set_busy(self, busy: bool) -> None:
        """While a file is being read nothing can be pressed twice."""
        self._busy = busy
        self._judge()

    def wipe(self) -> None:
        """No passphrase stays."""
        self.field.wipe()
        self.field.set_bad(False)

    # -- inside

    def _build(self, middle: QWidget) -> None:
        layout = column(self._look, 12)
        layout.addWidget(PlainLabel(self.tr("Mend a damaged file"), "page"))
        layout.addWidget(self.name)
        layout.addWidget(
            PlainLabel(
                self.tr("Nothing is written to the damaged file. Whatever you choose, it stays as it is."),
                "secondary",
            )
        )
        label = PlainLabel(self.tr("Its passphrase"), "strong")
        label.setBuddy(self.field.line)
        layout.addWidget(label)
        layout.addWidget(self.field)
        self.result.hide()
        layout.addWidget(self.result)
        self._part(
            layout,
            self.tr("1. Look"),
            self.tr("Every page and every record is read. This changes nothing."),
            self.check,
        )
        self._part(
            layout,
            self.tr("2. Put a copy back"),
            self.tr(
                "A backup or an automatic copy takes the place of the file. What was there is kept under another name."
            ),
            self.copies,
            self.restore,
            self.choose,
        )
        self._part(
            layout,
            self.tr("3. Save what can be read"),
            self.tr("All that can still be read goes into a new file, with the same passphrase."),
            self.save,
        )
        layout.addStretch(1)
        middle.setLayout(layout)

    def _part(self, layout: QVBoxLayout, title: str, text: str, *widgets: QWidget) -> None:
        layout.addWidget(PlainLabel(title, "section"))
        layout.addWidget(PlainLabel(text, "secondary"))
        if len(widgets) > 1:
            layout.addWidget(widgets[0])
        line = row(self._look, 10)
        for widget in widgets if len(widgets) == 1 else widgets[1:]:
            line.addWidget(widget)
        line.addStretch(1)
        layout.addLayout(line)

    def _connect(self) -> None:
        self.field.line.textChanged.connect(self._judge)
        self.check.clicked.connect(lambda: self._send(self.look_at))
        self.save.clicked.connect(lambda: self._send(self.salvage))
        self.restore.clicked.connect(self._restore)
        self.choose.clicked.connect(self.choose_copy)
        self.back.clicked.connect(self._leave)
        self.go_on.clicked.connect(self._open)

    def _judge(self) -> None:
        ready = bool(self.field.text()) and not self._busy
        self.check.setEnabled(ready)
        self.save.setEnabled(ready)
        self.copies.setVisible(self.copies.count() > 0)
        self.restore.setVisible(self.copies.count() > 0)
        self.restore.setEnabled(ready)
        self.choose.setEnabled(not self._busy)
        self.back.setEnabled(not self._busy)
        self.go_on.setVisible(self._next is not None)

    def _send(self, signal: SignalInstance) -> None:
        signal.emit(self._take())

    def _restore(self) -> None:
        self.put_back.emit(Path(str(self.copies.currentData())), self._take())

    def _take(self) -> bytearray:
        """The passphrase stays in its field for the next of the three; it goes when the page is left."""
        self.set_busy(True)
        self._tell("wait", self.tr("Reading the file…"), "")
        return bytearray(self.field.text().encode("utf-8"))

    def _tell(self, tone: str, strong: str, text: str) -> None:
        if tone != "wait":
            self.set_busy(False)
        self.result.tell(tone, strong, text)
        self.result.show()
        self.setAccessibleDescription(f"{strong} {text}")
        announce(self, f"{strong} {text}")
        self.frame.middle.ensureWidgetVisible(self.result)

    def _leave(self) -> None:
        self.wipe()
        self.left.emit()

    def _open(self) -> None:
        self.wipe()
        if self._next is not None:
            self.open_file.emit(self._next)
