"""One tick that puts skills first, and the plain word on what of the person goes along all the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.safe_text import display_text
from wallet.ui.share_ports import SharePreview
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, column
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel

_MOST_LETTERS = 300
_INDENT = 33


class SkillsFirst(Surface):
    """The tick is off until the learner sets it; what it says is read from the bytes that would be sent."""

    toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.tick = CheckBox(look, self.tr("Skills first"))
        self.note = Notice(look, "ok", "", "")
        self.note.hide()
        layout = column(look, 6, (12, 8, 14, 12))
        layout.addWidget(self.tick)
        hint = column(look, 0, (_INDENT, 0, 0, 0))
        hint.addWidget(
            PlainLabel(
                self.tr(
                    "Leaves out name, photo, school, gender, age, birth date, address and grades, where a credential "
                    "lets you."
                ),
                "secondary",
            )
        )
        layout.addLayout(hint)
        layout.addWidget(self.note)
        self.setLayout(layout)
        self.tick.toggled.connect(self._switched)

    @property
    def is_on(self) -> bool:
        """Whether the learner wants it."""
        return self.tick.isChecked()

    def wait(self) -> None:
        """What would be sent is being made anew."""
        self.note.hide()

    def show_preview(self, preview: SharePreview) -> None:
        """Says what goes along all the same."""
        issuer = self.tr("They always see who issued each credential. That may be your school.")
        if preview.background:
            said = "\n".join(display_text(line, _MOST_LETTERS) for line in preview.background)
            rest = self.tr(
                "Take a tick away where there is one. Where there is none, you can leave that credential out."
            )
            self.note.tell("warn", self.tr("This goes along all the same:"), f"{said}\n{rest} {issuer}")
        else:
            self.note.tell("ok", self.tr("Nothing of that goes along."), issuer)
        self.note.setVisible(self.is_on)

    def _switched(self, on: bool) -> None:
        self.note.hide()
        self.toggled.emit(on)
