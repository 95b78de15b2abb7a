"""The box at the top of the add sheet: where files are dropped, and the other ways in as buttons.

Lives here: the buttons, beside the words where there is room, else below. Does not live here: what they do (`add`).
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, flow, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.drop_zone import DashedBox
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_WORDS = 270


class AddSources(DashedBox):
    """Choose files, paste, a code on the screen and, where there can be one, the camera."""

    def __init__(self, look: Look, *, keeps: bool, has_camera: bool, parent: QWidget | None = None) -> None:
        """`keeps` is whether there is a file to keep things in: what a badge site holds is fetched for one only."""
        super().__init__(look, parent)
        self._look = look
        self.kinds = PlainLabel(
            self.tr("PNG, SVG, JSON, text, ZIP, mail or a backup of another wallet"), "secondary"
        )
        self.choose = Button(look, self.tr("Choose files"), "file-plus")
        self.paste = Button(look, self.tr("Paste text or link"), "clipboard")
        self.paste.setCheckable(True)
        self.code = Button(look, self.tr("Code on the screen"), "qr")
        self.camera = Button(look, self.tr("Camera"), "camera") if has_camera else None
        ways = (self.choose, self.paste, self.code, self.camera)
        self._ways = [way for way in ways if way is not None]
        head = row(look, 14)
        head.addWidget(IconLabel(look, "upload", "primary", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(look, 1)
        words.addWidget(PlainLabel(self.tr("Drop badge files here, or"), "strong"))
        words.addWidget(self.kinds)
        self.site = Button(look, self.tr("Or fetch them from a badge site"), "globe", "link")
        words.addWidget(self.site, 0, Qt.AlignmentFlag.AlignLeft)
        if not keeps:
            self.site.hide()
        head.addLayout(words, 1)
        self._buttons = QWidget()
        self._line = flow(look, 10)
        for button in self._ways:
            self._line.addWidget(button)
        self._buttons.setLayout(self._line)
        self._layout: QBoxLayout = row(look, 14, (20, 14, 16, 14))
        self._layout.addLayout(head, 1)
        self._layout.addWidget(self._buttons)
        self.setLayout(self._layout)
        look.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: beside or below."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = sum(one.sizeHint().width() for one in self._ways) + self._look.px(10) * (len(self._ways) - 1)
        beside = self.width() >= wide + self._look.px(_WORDS + 14 + 28 + 14 + 36)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
        self._buttons.setMinimumWidth(wide if beside else 0)
        room = max(1, self.width() - self._look.px(36))
        lines = self._line.heightForWidth(room) if not beside else 0
        self._buttons.setMinimumHeight(lines)  # a layout would give it no more than one line
