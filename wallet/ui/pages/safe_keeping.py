"""The part of the settings page about keeping the file safe: backup, moving, everything as ordinary files."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.backup_desk import BackupDesk
from wallet.ui.care_ports import BackupFacts
from wallet.ui.dates import day_of
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class SafeKeeping(QWidget):
    """Says when the file was backed up and offers what can be done.

    `move_wanted` and `join_wanted` ask for the sheets that move it and that bring another copy in.
    """

    move_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, look: Look, desk: BackupDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.state = PlainLabel("", "secondary")
        self.place = PlainLabel("", "secondary")
        self.back_up = Button(look, self.tr("Back up"), "save")
        self.other_place = Button(look, self.tr("Another place"), "folder", "link")
        self.no_place = Button(look, self.tr("No copies by themselves"), "close", "link")
        self.check = Button(look, self.tr("Check that everything is whole"), "file-check", "link")
        self.move_button = Button(look, self.tr("Move to another place"), "usb")
        self.export = Button(look, self.tr("Export everything"), "upload")
        self.join = Button(look, self.tr("Bring in another copy"), "copy")
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Backup"), "section"))
        layout.addWidget(self.state)
        layout.addWidget(self.place)
        self._add_line(layout, self.back_up, self.other_place, self.no_place)
        self._add_line(layout, self.check)
        layout.addSpacing(look.px(8))
        layout.addWidget(PlainLabel(self.tr("Your file is yours"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Move it to a stick or another computer, or write everything out as ordinary files that any "
                    "program can read: the originals as they came, and a page to read."
                ),
                "secondary",
            )
        )
        self._add_line(layout, self.move_button, self.export, self.join)
        self.setLayout(layout)
        self.back_up.clicked.connect(desk.back_up)
        self.other_place.clicked.connect(desk.choose_place)
        self.no_place.clicked.connect(desk.forget_place)
        self.check.clicked.connect(desk.check_file)
        self.export.clicked.connect(desk.write_everything)
        self.move_button.clicked.connect(self.move_wanted)
        self.join.clicked.connect(self.join_wanted)
        desk.changed.connect(self.show_facts)
        desk.busy.connect(self._show_busy)

    def show_facts(self, facts: BackupFacts) -> None:
        """When the last copy was made, and where copies go."""
        if facts.last_at is None:
            said = self.tr("Your file was never backed up. If this computer breaks or is lost, it is gone.")
        else:
            said = self.tr("Last backed up on {date}.").format(date=day_of(facts.last_at))
            new = self.tr("%n new credential(s) since.", "", facts.new_items)
            said += " " + (new if facts.new_items else self.tr("Nothing new since."))
        self.state.setText(said)
        self.state.set_tone("warn" if facts.is_due else "")
        has_place = facts.folder is not None
        for widget in (self.place, self.other_place, self.no_place):
            widget.setVisible(has_place)
        words = self.tr("Copies go to {folder}; once a day also by themselves, when something new came.")
        self.place.setText(words.format(folder=facts.folder) if has_place else "")

    def _add_line(self, layout: QVBoxLayout, *buttons: Button) -> None:
        line = flow(self._look, 10)
        for button in buttons:
            line.addWidget(button)
        layout.addLayout(line)

    def _show_busy(self, busy: bool) -> None:
        for button in (
            self.back_up,
            self.other_place,
            self.no_place,
            self.check,
            self.move_button,
            self.export,
            self.join,
        ):
            button.setEnabled(not busy)
