"""Step 4: the share exists and is in the history.

The QR code is as large as the window allows, dark on white in both themes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from wallet.ui.guardian_ports import Agreement
from wallet.ui.pages.share.moving import MovingPart
from wallet.ui.pages.share.profile_part import ProfilePart
from wallet.ui.pages.share.room import RoomPart
from wallet.ui.pages.share.ways import FILE, Way
from wallet.ui.share_ports import Nearby, ProfileEntry
from wallet.ui.theme.look import Look
from wallet.ui.theme.tokens import QR_LIGHT
from wallet.ui.widgets.boxes import Middle, Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.qr_view import QrView

_NARROW, _WIDE = 470, 960
_SMALLEST_CODE = 250  # two pixels a module for the largest code; a code does not grow with the text


class DoneStep(QWidget):
    """What was made, and what they will need."""

    save = Signal()
    full_screen = Signal()
    copy = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_wide = False
        self.code = QrView(self.tr("QR code"), _SMALLEST_CODE)
        self.title = PlainLabel("", "page")
        self.words = PlainLabel("", "lead")
        self.need = Notice(look, "wait", self.tr("What they need"), "")
        self.room = RoomPart(look)
        self.moving = MovingPart(look, self.code)
        self.profile = ProfilePart(look)
        self.profile.copy.connect(self.copy)
        self.kept = PlainLabel(self.tr("This share is now in your sharing history."), "secondary")
        self.link = QPlainTextEdit()
        self.link.setReadOnly(True)
        self.link.setTabChangesFocus(True)
        self.link.setProperty("kind", "mono")
        self.link.setAccessibleName(self.tr("The link"))
        self.copy_button = Button(look, self.tr("Copy the link"), "copy")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = Button(look, self.tr("Save as a picture"), "save")
        self.save_button.clicked.connect(self.save)
        self.full_button = Button(look, self.tr("Full screen"), "expand")
        self.full_button.clicked.connect(self.full_screen)
        side = column(look, 12)
        side.addWidget(IconLabel(look, "circle-check", "ok", 40))
        for part in (self.title, self.words, self.room, self.moving, self.need, self.profile):
            side.addWidget(part)
        for button in (self.copy_button, self.full_button, self.save_button):
            line = row(look, 0)
            line.addWidget(button)
            line.addStretch(1)
            side.addLayout(line)
        side.addWidget(self.link)
        side.addWidget(self.kept)
        side.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(side)
        look.changed.connect(self._restyle)
        self._restyle()
        layout = row(look, 24)
        layout.addWidget(self.code, 1)
        layout.addWidget(Middle(self._side, self.tr("Done")), 1)
        self.setLayout(layout)
        self._show_only()

    def _restyle(self) -> None:
        self._side.setMaximumWidth(self._look.px(_WIDE if self._is_wide else _NARROW))
        self.link.setFixedHeight(self._look.px(130))

    def _show_only(self, *parts: QWidget) -> None:
        """Of what differs from way to way, these parts."""
        for part in (
            self.code,
            self.full_button,
            self.save_button,
            self.need,
            self.room,
            self.moving,
            self.link,
            self.copy_button,
            self.profile,
        ):
            part.setVisible(part in parts)

    def _say(self, title: str, words: str, need: str = "") -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.need.text.setText(need)
        self.need.text.setVisible(bool(need))

    def show_qr(self, rows: Sequence[bytes], to: str, page: str) -> None:
        """A code was made; `page` is where it leads, "" when this program opens it."""
        self.code.show_code(rows)
        self._show_only(self.code, self.full_button, self.save_button, self.need)
        self._say(
            self.tr("Your QR code for {name}").format(name=to),
            self.tr("Show it here, or save the picture to send or print it."),
            self._needs_page(self.tr("A phone with a camera and internet"), page)
            if page
            else self.tr(
                "A photo or scan of this code, and this program (or ler-wallet verify) to check it. "
                "No internet, no account."
            ),
        )
        self.save_button.set_words(self.tr("Save as a picture"))

    def show_link(self, link: str, to: str, page: str) -> None:
        """A link was made."""
        self.link.setPlainText(link)
        self._show_only(self.link, self.copy_button, self.save_button, self.need)
        self._say(
            self.tr("Your link for {name}").format(name=to),
            self.tr("Copy all of it: a link that is cut short does not open."),
            self._needs_page(self.tr("A browser and internet"), page)
            if page
            else self.tr("This program (or ler-wallet verify) to check it. No internet, no account."),
        )
        self.save_button.set_words(self.tr("Save as a text file"))

    def show_profile(self, entry: ProfileEntry) -> None:
        """The address of a filled-in form was made; nothing is opened."""
        self._is_wide = True
        self._restyle()
        self.profile.show_entry(entry)
        self.need.strong.setText(self.tr("What happens there"))
        self._show_only(self.profile, self.need)
        self._say(
            self.tr("Your form for LinkedIn"),
            self.tr(
                "Nothing was opened yet. This link fills in the form; whoever opens it tells LinkedIn what is in it."
            ),
            self.tr("You sign in there, look at the form, and save it. This wallet never does that for you."),
        )

    def say_agreed(self, agreement: Agreement) -> None:
        """An adult agreed; what they did not agree to is for the learner to say."""
        said = self.tr("This share is now in your sharing history, with the adult who agreed.")
        if not agreement.may_pass_on:
            said += " " + self.tr(
                "Tell them that it is for them alone: the adult did not agree to passing it on."
            )
        self.kept.setText(said)

    def show_room(self, nearby: Nearby, to: str) -> None:
        """The share is open in the same room."""
        self.code.show_code(nearby.rows)
        self._show_only(self.code, self.full_button, self.room)
        self._say(
            self.tr("Open for {name}").format(name=to),
            self.tr("They scan this code with their phone's camera."),
        )
        self.room.begin(nearby)

    def show_frames(self, frames: Sequence[Sequence[bytes]], to: str, way: Way) -> None:
        """A row of codes was made."""
        self._show_only(self.code, self.moving, self.need)
        self._say(
            self.tr("Your moving code for {name}").format(name=to),
            self.tr("It goes round until all codes were read."),
            way.get,
        )
        self.moving.begin(frames)

    def end_room(self) -> None:
        """It has ended; its code leaves the screen."""
        self.room.finish()
        self.code.show_code(())
        self.code.hide()
        self.full_button.hide()
        self.title.setText(self.tr("Closed"))
        self.words.setText("")

    def show_file(self, name: str, to: str, way: Way, *, answers: bool = False) -> None:
        """A file was written; `answers` is whether it answers a request."""
        self._show_only(self.save_button, self.need)
        self._say(
            self.tr("Your file for {name}").format(name=to),
            self.tr("{file} is ready. Send it, or hand it over on a stick.").format(file=name),
            self.tr("The file, and this program (or ler-wallet verify) to check it. No internet, no account.")
            if way.channel == FILE and not answers
            else way.get,
        )
        self.save_button.set_words(self.tr("Save one more copy"))

    def _needs_page(self, words: str, page: str) -> str:
        return self.tr("{what}. It opens the page at {page}. No program, no account.").format(
            what=words, page=page
        )

    def _copy(self) -> None:
        self.copy.emit(self.link.toPlainText())


class FullScreenCode(QDialog):
    """The code alone on white. Any key or click closes it."""

    def __init__(self, rows: Sequence[bytes], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("QR code"))
        self.setAccessibleName(name)
        self.code = QrView(name, 200)
        self.code.show_code(rows)
        layout = QVBoxLayout(self)
        layout.addWidget(self.code)
        self.resize(QSize(700, 700))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: white, whatever the theme."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(QR_LIGHT))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: leaves."""
        del event
        self.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: leaves."""
        del event
        self.accept()
