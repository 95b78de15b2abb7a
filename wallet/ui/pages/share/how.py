"""Step 3: how it gets there, until when, and whether it can be stopped later."""

from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from wallet.app.reason_texts import words
from wallet.ui.pages.share.preview import panel_width
from wallet.ui.ports import PreparedShare
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Notice, Surface, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import CheckBox, DateField
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_PLACEHOLDER = 140  # the drawing that stands where the code will be


class HowStep(QWidget):
    """Two channels as tiles; on the right what is ready, the end date and the honest answer."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._prepared: PreparedShare | None = None
        self._group = QButtonGroup(self)
        self.qr = ChoiceTile(look, self.tr("QR code"), self._qr_words(), "qr")
        self.file = ChoiceTile(
            look,
            self.tr("File"),
            self.tr("You hand over a signed file. Best for a registrar's office."),
            "file-check",
        )
        self.qr.setChecked(True)
        self._build()
        self._group.buttonToggled.connect(self._switched)
        self.until.dateChanged.connect(self.changed)
        self.no_end.toggled.connect(self._end_toggled)

    @property
    def channel(self) -> str:
        """How it leaves: `qr` or `file`."""
        return "qr" if self.qr.isChecked() else "file"

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
        """Whether the chosen channel is ready."""
        return self._prepared is not None and (self.channel == "file" or bool(self._prepared.qr))

    def set_days(self, days: int, today: datetime) -> None:
        """The first suggestion of an end date."""
        last = today.astimezone() + timedelta(days=days)
        first = today.astimezone()
        self.until.setMinimumDate(QDate(first.year, first.month, first.day))
        self.until.setDate(QDate(last.year, last.month, last.day))

    def wait(self) -> None:
        """What was ready no longer fits the choices."""
        self._prepared = None

    def show_prepared(self, prepared: PreparedShare) -> None:
        """What would be sent is ready; a code that does not fit says why and leaves the file."""
        self._prepared = prepared
        fits = bool(prepared.qr)
        self.qr.setEnabled(fits)
        if fits:
            self.qr.explain(self._qr_words())
        elif prepared.qr_problem is not None:
            text = words(prepared.qr_problem.reason)
            self.qr.explain(f"{text.happened} {text.do}")
            self.file.setChecked(True)
        self._explain()

    def _build(self) -> None:
        tiles = QWidget()
        left = column(self._look, 10, (0, 0, 6, 0))
        left.addWidget(PlainLabel(self.tr("How do they get it?"), "section"))
        for tile in (self.qr, self.file):
            self._group.addButton(tile)
            left.addWidget(tile)
        left.addStretch(1)
        tiles.setLayout(left)
        self.panel = Surface("card")
        inner = QWidget()
        right = column(self._look, 12, (18, 14, 18, 14))
        self.ready = PlainLabel(self.tr("Ready to create"), "section")
        right.addWidget(self.ready)
        # A stand-in: a code that can be scanned here would leave before it is recorded.
        self.code = IconLabel(self._look, "qr", "text3", _PLACEHOLDER)
        right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.file_words = PlainLabel("", "secondary")
        right.addWidget(self.file_words)
        self._add_end(right)
        self.stop = Notice(self._look, "wait", self.tr("Can I stop it later? No."), "")
        right.addWidget(self.stop)
        right.addStretch(1)
        inner.setLayout(right)
        box = column(self._look, 0, (0, 2, 2, 2))
        box.addWidget(Middle(inner, self.tr("Ready to create")))
        self.panel.setLayout(box)
        layout = row(self._look, 16)
        layout.addWidget(Middle(tiles, self.tr("How do they get it?")), 1)
        layout.addWidget(self.panel)
        self.setLayout(layout)
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the panel never takes more than its share."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(panel_width(self._look, self.width()))

    def _add_end(self, right: QVBoxLayout) -> None:
        self.until = DateField(self._look, self.tr("Ends on"))
        label = PlainLabel(self.tr("Ends on"), "secondary", wrap=False)
        label.setBuddy(self.until)
        line = row(self._look, 8)
        line.addWidget(label)
        line.addStretch(1)
        line.addWidget(self.until)
        self.no_end = CheckBox(self._look, self.tr("No end date"))
        right.addLayout(line)
        right.addWidget(self.no_end)

    def _qr_words(self) -> str:
        return self.tr("They scan or photograph it, and this program checks it. Good in person.")

    def _explain(self) -> None:
        as_code = self.channel == "qr"
        self.code.setVisible(as_code)
        self.file_words.setVisible(not as_code)
        size = self._prepared.size if self._prepared else 0
        self.file_words.setText(
            self.tr("A signed file of {size} kB. The next step asks where to put it.").format(
                size=max(1, round(size / 1000))
            )
        )
        if as_code:
            words = self.tr(
                "This code holds the record itself, so a photo of it can be kept. "
                "After its end date a check says that it has ended."
            )
        else:
            words = self.tr(
                "They get a copy of the record. After its end date a check says that it has ended."
            )
        self.stop.text.setText(words)
        self.stop.text.setVisible(True)

    def _switched(self, button: object, checked: bool) -> None:
        del button
        if checked:
            self._explain()
            self.changed.emit()

    def _end_toggled(self, without: bool) -> None:
        self.until.setEnabled(not without)
        self.changed.emit()
