"""Step 3: how it gets there, until when, and whether it can be stopped later.

Nothing that could be scanned, copied or opened is on this page: it would leave before it is recorded.
"""

from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QVBoxLayout, QWidget

from wallet.ui.pages.share.preview import panel_width
from wallet.ui.pages.share.ways import (
    FILE,
    FRAMES,
    LINK,
    LOCKED,
    NEARBY,
    ON_SCREEN,
    PROFILE,
    QR,
    Way,
    all_ways,
    answer_ways,
    preview_text,
    profile_lines,
)
from wallet.ui.reason_words import words
from wallet.ui.share_ports import PreparedShare
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Notice, Surface, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.fields import CheckBox, DateField
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.new_passphrase import NewPassphrase

_LONG_LINK = 8000  # letters
_PLACEHOLDER = 64  # the drawing that stands where the code will be


class HowStep(QWidget):
    """The ways as tiles; on the right what is ready, the end date and the honest answer."""

    changed = Signal()

    def __init__(
        self, look: Look, *, answers: bool = False, as_code: bool = False, parent: QWidget | None = None
    ) -> None:
        """`answers` is whether a request is answered, which is done by file and, with `as_code`, by a code."""
        super().__init__(parent)
        self._look = look
        self._prepared: PreparedShare | None = None
        self._suggested = ""
        self._group = QButtonGroup(self)
        self.ways = answer_ways() if answers else all_ways()
        self._has_code = as_code or not answers
        self.tiles = {
            channel: ChoiceTile(look, way.title, way.good_for, way.icon) for channel, way in self.ways.items()
        }
        self.qr, self.file = self.tiles[QR], self.tiles[FILE]
        if not self._has_code:
            self.qr.hide()
        if FRAMES in self.tiles:
            self.tiles[FRAMES].hide()  # offered for what one code cannot hold
        (self.file if answers else self.qr).setChecked(True)
        self.passphrase = NewPassphrase(look, self.tr("Passphrase for this file"))
        self._build()
        self._group.buttonToggled.connect(self._switched)
        self.until.dateChanged.connect(self.changed)
        self.no_end.toggled.connect(self._end_toggled)
        self.passphrase.changed.connect(self.changed)

    @property
    def way(self) -> Way:
        """How it leaves."""
        return next(self.ways[channel] for channel, tile in self.tiles.items() if tile.isChecked())

    @property
    def channel(self) -> str:
        """How it leaves, in one word of the history."""
        return self.way.channel

    @property
    def end(self) -> datetime | None:
        """The last second of the chosen day on this computer's clock, as UTC; None without an end."""
        if self.no_end.isChecked():
            return None
        day = self.until.date()
        local = datetime.combine(datetime(day.year(), day.month(), day.day()), time(23, 59, 59))  # noqa: DTZ001 - local day
        return local.astimezone(UTC)

    @property
    def acceptable(self) -> bool:
        """Whether the chosen way is ready."""
        if self._prepared is None or self.channel in self._prepared.problems:
            return False
        return self.channel != LOCKED or self.passphrase.acceptable

    def set_days(self, days: int, today: datetime) -> None:
        """The first suggestion of an end date."""
        last = today.astimezone() + timedelta(days=days)
        first = today.astimezone()
        self.until.setMinimumDate(QDate(first.year, first.month, first.day))
        self.until.setDate(QDate(last.year, last.month, last.day))

    def suggest(self, channel: str) -> None:
        """The way that suits a purpose, chosen from the start; "" for the usual one. Once said it is not said again."""
        if channel and channel != self._suggested and channel in self.tiles:
            self.tiles[channel].setChecked(True)
        self._suggested = channel

    def wait(self) -> None:
        """What was ready no longer fits the choices."""
        self._prepared = None

    def show_prepared(self, prepared: PreparedShare) -> None:
        """What would be sent is ready; a way that is not open says why, and the next one is chosen."""
        self._prepared = prepared
        for channel, tile in self.tiles.items():
            way, problem = self.ways[channel], prepared.problems.get(channel)
            tile.setEnabled(problem is None)
            if channel == FRAMES:
                tile.setVisible(QR in prepared.problems and problem is None)
            if channel == LINK and len(prepared.link) > _LONG_LINK:
                tile.explain(self._long_link_words(len(prepared.link)))
            elif problem is None:
                tile.explain(way.good_for_page if prepared.page and way.good_for_page else way.good_for)
            else:
                text = words(problem.reason)
                tile.explain(f"{text.happened} {text.do}")
        if self.channel in prepared.problems or self.tiles[self.channel].isHidden():
            self.file.setChecked(True)  # a file can hold everything
        self._explain()

    def focus_first(self) -> None:
        """Puts the keyboard on the chosen tile."""
        self.tiles[self.channel].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        tiles = QWidget()
        left = column(self._look, 10, (0, 0, 6, 0))
        left.addWidget(PlainLabel(self.tr("How do they get it?"), "section"))
        for tile in self.tiles.values():
            self._group.addButton(tile)
            left.addWidget(tile)
        if not self._has_code:
            left.addWidget(
                PlainLabel(
                    self.tr(
                        "A code is offered only where the answer is one signed record that a code can hold."
                    ),
                    "hint",
                )
            )
        left.addStretch(1)
        tiles.setLayout(left)
        self.panel = Surface("card")
        inner = QWidget()
        right = column(self._look, 12, (18, 14, 18, 14))
        self._fill_panel(right)
        inner.setLayout(right)
        box = column(self._look, 0, (0, 2, 2, 2))
        box.addWidget(Middle(inner, self.tr("Ready to create")))
        self.panel.setLayout(box)
        layout = row(self._look, 16)
        self._scroll = Middle(tiles, self.tr("How do they get it?"))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.panel)
        self.setLayout(layout)
        self._explain()

    def _fill_panel(self, right: QVBoxLayout) -> None:
        self.ready = PlainLabel(self.tr("Ready to create"), "section")
        right.addWidget(self.ready)
        # A stand-in: a code that can be scanned here would leave before it is recorded.
        self.code = IconLabel(self._look, "qr", "text3", _PLACEHOLDER)
        right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.get = PlainLabel("", "secondary")
        right.addWidget(self.get)
        self.apart = Notice(
            self._look,
            "wait",
            self.tr("Tell them the passphrase on another way than the file."),
            self.tr(
                "By phone, or in person. Write it down now: it is kept nowhere. Do not use the one of your own file."
            ),
        )
        right.addWidget(self.passphrase)
        right.addWidget(self.apart)
        self.profile = PlainLabel("", "secondary", tone="text")
        right.addWidget(self.profile)
        self.stop = Notice(self._look, "wait", self.tr("Can I stop it later? No."), "")
        right.addWidget(self.stop)
        self._add_end(right)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What they will read"))
        self.text.setMinimumHeight(self._look.px(170))
        self.read = Disclosure(self._look, self.tr("What they will read"), self.text)
        right.addWidget(self.read)
        right.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the panel never takes more than its share."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(panel_width(self._look, self.width()))

    def _add_end(self, right: QVBoxLayout) -> None:
        self.until = DateField(self._look, self.tr("Ends on"))
        label = PlainLabel(self.tr("Ends on"), "secondary", wrap=False)
        label.setBuddy(self.until)
        self.end_line = QWidget()
        line = row(self._look, 8)
        line.addWidget(label)
        line.addStretch(1)
        line.addWidget(self.until)
        self.no_end = CheckBox(self._look, self.tr("No end date"))
        both = column(self._look, 12)
        both.addLayout(line)
        both.addWidget(self.no_end)
        self.end_line.setLayout(both)
        right.addWidget(self.end_line)

    def _explain(self) -> None:
        way = self.way
        self.code.set_icon(way.icon, "text3")
        self.code.setVisible(way.channel in (QR, FRAMES, NEARBY))
        for part in (self.passphrase, self.apart):
            part.setVisible(way.channel == LOCKED)
        for shown in (self.end_line, self.read):
            shown.setVisible(way.channel != PROFILE)  # a form has no end, and holds what is said beside it
        self._explain_profile()
        get = way.get
        if self._prepared is not None:
            self.text.setPlainText(preview_text(self._prepared.preview))
            if way.channel not in ON_SCREEN:
                size = max(1, round(self._prepared.size / 1000))
                get += " " + self.tr(
                    "The record in it has {size} kB. The next step asks where to put it."
                ).format(size=size)
        self.get.setText(get)
        self.stop.text.setText(way.stop)
        self.stop.text.setVisible(True)

    def _explain_profile(self) -> None:
        """Exactly what the address of the form holds, read from the address."""
        entry = self._prepared.profile if self._prepared is not None else None
        shown = self.way.channel == PROFILE and entry is not None
        self.profile.setVisible(shown)
        if shown and entry is not None:
            lines = profile_lines(entry.fields)
            self.profile.setText("\n".join([self.tr("LinkedIn gets this, and nothing else:"), *lines]))

    def _long_link_words(self, letters: int) -> str:
        return self.tr(
            "It would have {count} letters; many mail programs cut such links. A file is safer."
        ).format(count=letters)

    def _switched(self, button: object, checked: bool) -> None:
        if checked:
            if isinstance(button, QWidget):
                self._scroll.ensureWidgetVisible(button)
            self._explain()
            self.changed.emit()

    def _end_toggled(self, without: bool) -> None:
        self.until.setEnabled(not without)
        self.changed.emit()
