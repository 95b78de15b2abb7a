"""The sheet that makes a class pack: what goes in, what that protects, and its code at the end.

Lives here: what it asks and says. Does not live here: collecting and locking (`wallet.app.class_pack`).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wallet.errors import WalletError
from wallet.ui.class_ports import ClassDesk, ClassMade, ClassWish
from wallet.ui.languages import NAMES
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, clear_layout, column, row, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel

SUFFIX = ".lerclass"

_MOST_IN_NAME, _MOST_IN_NOTE, _MOST_DIGITS = 100, 300, 3
_FIRST_SEATS = "24"


class ClassMaker(Sheet):
    """`made` carries the pack that was written."""

    made = Signal(object)

    def __init__(self, tools: Tools, desk: ClassDesk, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is where lists and files are looked for first."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._desk = desk
        self._folder = folder
        self._lists: list[Path] = []
        self._files: Path | None = None
        self._task: Task | None = None
        look = tools.look
        self.set_title(self.tr("Make a class pack"))
        self.intro.setText(self.tr("One file to bring to class. No name and no e-mail can be read in it."))
        self.seats, self.school, self.note = QLineEdit(_FIRST_SEATS), QLineEdit(), QLineEdit()
        self.language = ListField(look, self.tr("Language the students begin in"))
        self.language.addItem(self.tr("As the computer is"), "")
        for code, name in NAMES.items():
            self.language.addItem(name, code)
        self.add_list = Button(look, self.tr("Add a list of issuers"), "plus")
        self.list_rows = column(look, 4)
        self.choose_files = Button(look, self.tr("Choose the folder with files"), "folder")
        self.files_words = PlainLabel("", "secondary")
        self.drop_files = Button(look, self.tr("Leave the files out"), "close", "link")
        self.trouble = Notice(look, "warn", "")
        self.trouble.hide()
        self.cancel = Button(look, self.tr("Cancel"))
        self.make = Button(look, self.tr("Make the class pack"), "", "primary")
        self._build()
        self._connect()
        self._show_files()
        self._judge()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.seats

    def end(self) -> None:
        """Stops what is under way."""
        if self._task is not None:
            self._task.drop()

    @property
    def wish(self) -> ClassWish:
        """What is asked for now."""
        text = self.seats.text().strip()
        return ClassWish(
            int(text) if text.isascii() and text.isdigit() else 0,
            str(self.language.currentData()),
            self.school.text().strip(),
            self.note.text().strip(),
            tuple(self._lists),
            self._files,
        )

    # -- building

    def _build(self) -> None:
        content = Content()
        layout = column(self.look, 6, (6, 4, 14, 12))
        layout.addWidget(self.trouble)
        self.seats.setMaxLength(_MOST_DIGITS)
        self.seats.setMaximumWidth(self.look.px(110))
        self._add_field(
            layout, self.tr("How many students"), self.seats, self.tr("1 to 500. One ticket for each.")
        )
        self._add_field(layout, self.language.accessibleName(), self.language, "")
        self.school.setMaxLength(_MOST_IN_NAME)
        self._add_field(
            layout, self.tr("What the school calls itself"), self.school, self.tr("You can leave it empty.")
        )
        self.note.setMaxLength(_MOST_IN_NOTE)
        words = self.tr("A few words the students see. You can leave them out.")
        self._add_field(layout, self.tr("Note to the students"), self.note, words)
        layout.addSpacing(self.look.px(8))
        layout.addWidget(PlainLabel(self.tr("Issuers your school or district knows"), "strong"))
        layout.addWidget(
            PlainLabel(
                self.tr("Each student sees the list, may take it or not, and can remove it later."), "hint"
            )
        )
        layout.addLayout(self.list_rows)
        layout.addWidget(self.add_list, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(self.look.px(8))
        layout.addWidget(PlainLabel(self.tr("What issuers gave out for each student"), "strong"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "A folder with one folder for each student. Name each one with the student's e-mail."
                ),
                "hint",
            )
        )
        layout.addWidget(self.files_words)
        buttons = row(self.look, 10)
        buttons.addWidget(self.choose_files)
        buttons.addWidget(self.drop_files)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addSpacing(self.look.px(8))
        layout.addWidget(
            Notice(
                self.look,
                "wait",
                self.tr("How far this protects students' files"),
                self.tr(
                    "Each student's files are locked with their e-mail and a code that is only on the tickets. "
                    "Somebody who finds the pack cannot read them. Somebody who has a ticket, too, can try e-mails "
                    "they know, such as a classmate's. Keep the pack on your own stick, and hand over what is "
                    "sensitive in another way."
                ),
            )
        )
        layout.addStretch(1)
        content.fill(layout)
        self.middle = Middle(content, self.title.text())
        self.body.addWidget(self.middle, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.make)

    def _add_field(self, layout: QVBoxLayout, words: str, field: QWidget, hint: str) -> None:
        label = PlainLabel(words, "strong")
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setAccessibleDescription(hint)
        layout.addWidget(label)
        if isinstance(field, ListField):
            layout.addWidget(field, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            layout.addWidget(field)
        if hint:
            layout.addWidget(PlainLabel(hint, "hint"))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.add_list.clicked.connect(self._choose_list)
        self.choose_files.clicked.connect(self._choose_files)
        self.drop_files.clicked.connect(self._drop_files)
        self.seats.textChanged.connect(self._judge)
        self.make.clicked.connect(self._make)

    # -- behaviour

    def _judge(self) -> None:
        self.make.setEnabled(self._task is None and self.wish.seats > 0)

    def _choose_list(self) -> None:
        kinds = self.tr("Lists of issuers (*.json)")
        path = self._tools.dialogs.open_file(self, self.add_list.text(), self._folder, kinds)
        if path is not None and path not in self._lists:
            self._lists.append(path)
            self._show_lists()

    def _show_lists(self) -> None:
        clear_layout(self.list_rows)
        for path in self._lists:
            holder = QWidget()
            line = row(self.look, 8)
            line.addWidget(PlainLabel(path.name, "body"), 1)
            remove = Button(self.look, self.tr("Remove"), "close", "link")
            remove.setAccessibleName(self.tr("Remove {title}").format(title=one_line(path.name)))
            remove.clicked.connect(partial(self._remove_list, path))
            line.addWidget(remove)
            holder.setLayout(line)
            self.list_rows.addWidget(holder)

    def _remove_list(self, path: Path) -> None:
        self._lists.remove(path)
        self._show_lists()
        self.add_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_files(self) -> None:
        folder = self._tools.dialogs.folder(self, self.choose_files.text(), self._folder)
        if folder is not None:
            self.take_files(folder)

    def take_files(self, folder: Path) -> None:
        """The folder with what issuers gave out."""
        self._files = folder
        self._show_files()

    def _drop_files(self) -> None:
        self._files = None
        self._show_files()
        self.choose_files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_files(self) -> None:
        self.files_words.setText("" if self._files is None else str(self._files))
        self.files_words.setVisible(self._files is not None)
        self.drop_files.setVisible(self._files is not None)

    def _make(self) -> None:
        name = self.tr("class") + SUFFIX
        kinds = self.tr("Class packs (*{suffix})").format(suffix=SUFFIX)
        out = self._tools.dialogs.save_file(self, self.tr("Where shall the class pack go?"), name, kinds)
        if out is None:
            return
        out = out if out.suffix.lower() == SUFFIX else out.with_name(out.name + SUFFIX)
        self.trouble.hide()
        self.make.set_words(self.tr("Locking the files…"))
        work = partial(_made, self._desk, self.wish, out)
        callbacks = Callbacks(done=self._done, progress=self._progress, error=self._refused)
        self._task = self._tools.tasks.run(work, self, callbacks)
        self._judge()

    def _progress(self, done: int, total: int, text: str) -> None:
        del total, text
        self.make.set_words(self.tr("Locking the files… %n student(s)", "", done))

    def _done(self, made: ClassMade) -> None:
        self._rest()
        self.made.emit(made)

    def _refused(self, error: WalletError) -> None:
        self._rest()
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        scroll_to(self.trouble)
        self.announce(message.spoken)

    def _rest(self) -> None:
        self._task = None
        self.make.set_words(self.tr("Make the class pack"))
        self._judge()


def _made(desk: ClassDesk, wish: ClassWish, out: Path, job: Job) -> ClassMade:
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        job.progress(done, 0)

    return desk.make(wish, out, step)
