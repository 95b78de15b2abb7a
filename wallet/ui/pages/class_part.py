"""What a class pack brings to the step about the learner: lists of issuers to tick, and the code on the ticket.

Lives here: what is asked and shown. Does not live here: looking into the pack (`wallet.ui.class_flow`).
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.errors import WalletError
from wallet.ui.class_ports import ClassToday, PackedIssuers
from wallet.ui.messages import error_message
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, clear_layout, column, row
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel

_LONGEST_CODE = 20


class ClassPart(QWidget):
    """Hidden while no student of a class is being set up. `changed` after every letter and tick."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today: ClassToday | None = None
        self._ticks: list[tuple[CheckBox, PackedIssuers]] = []
        self.title = PlainLabel(self.tr("From your class"), "section")
        self.note = PlainLabel("", "secondary")
        self.code_label = PlainLabel(self.tr("Class code on your ticket"), "strong")
        self.code = QLineEdit()
        self.code.setAccessibleName(self.code_label.text())
        self.code.setMaxLength(_LONGEST_CODE)
        self.code_label.setBuddy(self.code)
        self.code_hint = PlainLabel(
            self.tr(
                "With it and your e-mail above we find what your school put in for you. You see it first and choose "
                "what to keep. It does not open your file."
            ),
            "hint",
        )
        self.code.setAccessibleDescription(self.code_hint.text())
        self.rows = column(look, 4)
        self.trouble = Notice(look, "warn", "")
        self.trouble.hide()
        card = Surface("note")
        layout = column(look, 8, (14, 12, 14, 12))
        for widget in (self.title, self.note, self.code_label, self.code, self.code_hint):
            layout.addWidget(widget)
        layout.addLayout(self.rows)
        layout.addWidget(self.trouble)
        card.setLayout(layout)
        outer = column(look, 0)
        outer.addWidget(card)
        self.setLayout(outer)
        self.code.textChanged.connect(self.changed)
        self.code.returnPressed.connect(self.submitted)
        self.offer(None)

    def offer(self, today: ClassToday | None) -> None:
        """The class of the student who is being set up; None for nobody's."""
        self._today = today
        self.wipe()
        clear_layout(self.rows)
        self._ticks = []
        self.setVisible(today is not None)
        if today is None:
            return
        school = one_line(today.school)
        self.title.setText(
            self.tr("From your class at {school}").format(school=school)
            if school
            else self.tr("From your class")
        )
        self.note.setText(today.note)
        self.note.setVisible(bool(today.note))
        for widget in (self.code_label, self.code, self.code_hint):
            widget.setVisible(today.has_items)
        for packed in today.lists:
            self._add_tick(packed)

    @property
    def is_asked(self) -> bool:
        """Whether a code was typed, so that the pack is to be looked into."""
        return self._today is not None and self._today.has_items and bool(self.code.text().strip())

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the class is wanted."""
        return not self.is_asked and not self.chosen

    @property
    def chosen(self) -> Sequence[PackedIssuers]:
        """The lists that go into the file."""
        return tuple(packed for tick, packed in self._ticks if tick.isChecked())

    def show_error(self, error: WalletError) -> None:
        """Why nothing was found; what was typed is kept."""
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Nothing typed stays."""
        self.code.setText("")  # unlike clear(), this leaves nothing to undo
        self.trouble.hide()

    def _add_tick(self, packed: PackedIssuers) -> None:
        title = one_line(packed.title)
        signed = self.tr("signed by who made it") if packed.publisher else self.tr("nobody signed it")
        name = self.tr("Put the list “{title}” into my file").format(title=title)
        tick = CheckBox(self._look, "", name)
        tick.setChecked(True)
        tick.toggled.connect(self.changed)
        words = column(self._look, 1)
        words.addWidget(PlainLabel(name, "body"))
        facts = [self.tr("%n issuer(s)", "", packed.issuers), signed]
        words.addWidget(PlainLabel(" · ".join(facts), "hint"))
        words.addWidget(
            PlainLabel(
                self.tr("It says which issuers your school knows. You can take it out in Settings."), "hint"
            )
        )
        line = row(self._look, 8)
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        holder = QWidget()
        holder.setLayout(line)
        self.rows.addWidget(holder)
        self._ticks.append((tick, packed))
