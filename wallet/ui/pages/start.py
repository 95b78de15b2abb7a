"""The page a shared computer shows between two people: three doors, and nothing of anybody.

Lives here: looking for sticks and wallet files on them while the page is in sight. Does not live here: opening
one.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wallet.ui.class_room import ClassRoom
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.class_line import ClassLine
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.reading import ReadingCorner
from wallet.ui.widgets.shared_banner import SharedChip

_LOOK_MILLISECONDS = 2000
_WIDEST = 1100
_DOORS_FROM = 820
_HEAD_FROM = 1080
_FOOT_FROM = 900


class Door(Surface):
    """One way in: an icon, a name, a sentence, a button."""

    def __init__(self, look: Look, icon: str, title: str, text: str, action: str) -> None:
        super().__init__("card")
        self._look = look
        layout = column(look, 8, (18, 18, 18, 18))
        layout.addWidget(IconLabel(look, icon, "primary", 32))
        layout.addSpacing(look.px(4))
        layout.addWidget(PlainLabel(title, "section"))
        self.text = PlainLabel(text, "secondary")
        layout.addWidget(self.text)
        layout.addStretch(1)
        self.button = Button(look, action)
        layout.addWidget(self.button)
        self.setLayout(layout)

    def set_main(self, main: bool) -> None:
        """Whether its button is the main one of the page."""
        self.button.setProperty("kind", "primary" if main else "plain")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)


class StartPage(QWidget):
    """Open a file from a stick, make a new one, or check something without a file."""

    open_file = Signal(object)
    open_other = Signal()
    make_new = Signal()
    check = Signal()
    text_size = Signal(int)
    language = Signal(str)
    counselors = Signal()

    def __init__(
        self, look: Look, find: Callable[[], Sequence[Path]], limit: int, parent: QWidget | None = None
    ) -> None:
        """Makes the page.

        Args:
            look: theme and text size.
            find: the wallet files on sticks that are there now.
            limit: seconds without use after which the screen locks.
        """
        super().__init__(parent)
        self._look = look
        self._find = find
        self._found: Sequence[Path] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._build(limit)
        self._connect()
        self._show_found()

    def look(self) -> None:
        """Looks for sticks once."""
        found = tuple(self._find())
        if found != self._found:
            self._found = found
            self._show_found()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: sticks are looked for while the page is in sight."""
        super().showEvent(event)
        self.look()
        self._timer.start()
        self.stick.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: and not when it is not."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: what would be too narrow to read side by side stands below each other."""
        super().resizeEvent(event)
        for layout, room in ((self._doors, _DOORS_FROM), (self._head, _HEAD_FROM), (self._foot, _FOOT_FROM)):
            wide = self.width() >= self._look.px(room)
            layout.setDirection(
                QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            )

    # -- building

    def _build(self, limit: int) -> None:
        look = self._look
        self.stick = Door(look, "usb", self.tr("Open from a stick"), "", "")
        self.which = ListField(look, self.tr("Which file"))
        layout = self.stick.layout()
        assert layout is not None
        layout.addWidget(self.which)
        self.other = Button(look, self.tr("Look somewhere else"), "folder", "link")
        layout.addWidget(self.other)
        self.new = Door(
            look,
            "file-plus",
            self.tr("Start a new file"),
            self.tr("Put it on your own stick. Takes about three minutes."),
            self.tr("Start"),
        )
        self.alone = Door(
            look,
            "search",
            self.tr("Check without a file"),
            self.tr("See if a badge is genuine, or try it with samples. Nothing is saved."),
            self.tr("Check a credential"),
        )
        content = QWidget()
        content.setMaximumWidth(look.px(_WIDEST))
        inner = column(look, 12)
        inner.addWidget(PlainLabel(self.tr("Hello. Where is your file?"), "page"))
        inner.addWidget(
            PlainLabel(
                self.tr(
                    "On a shared computer nothing about you stays here. Your file stays on your own stick."
                ),
                "lead",
            )
        )
        inner.addSpacing(look.px(6))
        doors = self._doors = row(look, 16)
        for door in (self.stick, self.new, self.alone):
            doors.addWidget(door, 1)
        inner.addLayout(doors)
        inner.addWidget(
            Notice(
                look,
                "ok",
                self.tr("When you finish, press Lock and leave, or just pull out the stick."),
                self.tr(
                    "The screen locks by itself after {seconds} seconds without use, then shows this page "
                    "for the next person."
                ).format(seconds=limit),
            )
        )
        inner.addStretch(1)
        content.setLayout(inner)
        outer = column(look, 14, (28, 20, 28, 16))
        self._head = self._make_head()
        outer.addLayout(self._head)
        outer.addWidget(Middle(content, self.tr("Start")), 1)
        self._foot = row(look, 16)
        self._foot.addWidget(
            PlainLabel(self.tr("No names are kept on this computer."), "secondary", wrap=False),
            0,
            Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter,
        )
        outer.addLayout(self._foot)
        self.setLayout(outer)

    def show_class(self, room: ClassRoom) -> None:
        """Says at the foot how far today's class is."""
        self.class_line = ClassLine(self._look, room)
        self._foot.insertWidget(0, self.class_line, 1)

    def _make_head(self) -> QBoxLayout:
        look = self._look
        head = row(look, 10)
        brand = QWidget()
        inner = row(look, 10, (0, 4, 0, 4))
        inner.addWidget(IconLabel(look, "wallet", "primary", 26))
        inner.addWidget(PlainLabel(self.tr("LER Wallet"), "dialog", wrap=False))
        inner.addWidget(SharedChip(look))
        inner.addStretch(1)
        brand.setLayout(inner)
        head.addWidget(brand, 1)
        self.reading = ReadingCorner(look)
        self.for_counselors = Button(look, self.tr("For counselors"), "school", "link")
        corner = QWidget()
        line = row(look, 10)
        line.addWidget(self.reading)
        line.addWidget(self.for_counselors)
        corner.setLayout(line)
        head.addWidget(corner, 0, Qt.AlignmentFlag.AlignLeading)
        return head

    def _connect(self) -> None:
        self.stick.button.clicked.connect(self._open)
        self.other.clicked.connect(self.open_other)
        self.new.button.clicked.connect(self.make_new)
        self.alone.button.clicked.connect(self.check)
        self.for_counselors.clicked.connect(self.counselors)
        self.reading.size_field.picked.connect(self.text_size)
        self.reading.language_field.picked.connect(self.language)
        self.which.currentIndexChanged.connect(self._name_button)

    # -- behaviour

    def _show_found(self) -> None:
        self.which.clear()
        for path in self._found:
            self.which.addItem(f"{path.name} · {path.parent.name}", str(path))
        self.which.setVisible(len(self._found) > 1)
        self.other.setVisible(bool(self._found))
        self.stick.set_main(bool(self._found))
        self._name_button()

    def _name_button(self) -> None:
        path = self._chosen()
        if path is None:
            words = self.tr("Put in your stick. We look for your file on it.")
            self.stick.button.set_words(self.tr("Look for my file"))
        elif len(self._found) == 1:
            words = self.tr("We found {stick} with {name}.").format(stick=path.parent.name, name=path.name)
            self.stick.button.set_words(self.tr("Open {name}").format(name=path.name))
        else:
            words = self.tr("We found more than one file. Choose yours.")
            self.stick.button.set_words(self.tr("Open {name}").format(name=path.name))
        self.stick.text.setText(words)

    def _chosen(self) -> Path | None:
        index = self.which.currentIndex()
        return self._found[index] if 0 <= index < len(self._found) else None

    def _open(self) -> None:
        path = self._chosen()
        if path is not None:
            self.open_file.emit(path)
        else:
            self.open_other.emit()
