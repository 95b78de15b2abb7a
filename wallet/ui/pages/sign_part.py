"""Signatures for what the learner wrote, in the detail pane: who was asked, what came back, and what it belongs to.

Lives here: showing it and asking for more. Does not live here: asking itself (`ask_sheet`), keeping (`sign_links`). The
chip of what the learner wrote stays what it is, whatever was joined.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.dates import day_of
from wallet.ui.ports import Details
from wallet.ui.safe_text import one_line
from wallet.ui.sign_ports import SigningFacts
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

ASK, CHOOSE, JOIN, PART, OPEN = "ask", "choose", "join", "part", "open"
_ICONS = {ASK: "pencil", CHOOSE: "link", JOIN: "link", PART: "close", OPEN: "award"}
_SHOWN = 5


def has_signing(details: Details) -> bool:
    """Whether there is anything to say or to do about signatures; not for what lies in the bin."""
    return details.deleted_at is None and (details.is_own or bool(details.signing.written))


class SignPart(QWidget):
    """`wanted` carries what to do, one of the words above, and with which other credential."""

    wanted = Signal(str, str)

    def __init__(
        self, look: Look, facts: SigningFacts, *, is_own: bool, parent: QWidget | None = None
    ) -> None:
        """`is_own` is whether the learner wrote what the pane shows."""
        super().__init__(parent)
        self._look = look
        layout = column(look, 8)
        if is_own:
            self._add_own(layout, facts)
        for other, name in facts.written:
            said = self.tr("You joined this to what you wrote: {name}").format(name=one_line(name))
            layout.addWidget(PlainLabel(said, "secondary", tone="text"))
            self._add_act(layout, self.tr("Show what I wrote"), (OPEN, other))
        self.setLayout(layout)

    def _add_own(self, layout: QVBoxLayout, facts: SigningFacts) -> None:
        layout.addWidget(PlainLabel(self.tr("Signed by others"), "section"))
        for at, to in facts.asked[:_SHOWN]:
            said = self.tr("Asked on {date}: {name}").format(date=day_of(at), name=one_line(to))
            layout.addWidget(PlainLabel(said, "secondary"))
        for other, name in facts.signed:
            said = self.tr("Signed: {name}").format(name=one_line(name))
            layout.addWidget(PlainLabel(said, "strong"))
            self._add_act(layout, self.tr("Show it"), (OPEN, other), name)
            self._add_act(layout, self.tr("They do not belong together"), (PART, other), name)
        if facts.signed:
            layout.addWidget(
                PlainLabel(
                    self.tr(
                        "What you wrote stays “Added by you”. Open the other one to see who signed it, and what we "
                        "checked."
                    ),
                    "hint",
                )
            )
        for other, name in facts.offered:
            said = self.tr("This one names what you wrote: {name}").format(name=one_line(name))
            layout.addWidget(Notice(self._look, "wait", said, self.tr("Does it belong to it? You decide.")))
            self._add_act(layout, self.tr("Join them"), (JOIN, other), name)
        self._add_act(layout, self.tr("Ask someone to sign"), (ASK, ""))
        self._add_act(layout, self.tr("Join one I have"), (CHOOSE, ""))

    def _add_act(self, layout: QVBoxLayout, words: str, act: tuple[str, str], name: str = "") -> None:
        """A link that does something; `name` says with what, for who hears it alone."""
        button = Button(self._look, words, _ICONS[act[0]], "link")
        if name:
            button.setAccessibleName(f"{words}: {one_line(name)}")
        button.clicked.connect(partial(self._send, *act))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _send(self, act: str, other: str, _checked: bool = False) -> None:
        self.wanted.emit(act, other)
