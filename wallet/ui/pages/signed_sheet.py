"""The sheet that points to what somebody signed: it is joined to what the learner wrote."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel


class SignedSheet(Sheet):
    """`chosen` carries the record id of what was signed."""

    chosen = Signal(str)

    def __init__(self, look: Look, title: str, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        """Makes the sheet.

        Args:
            look: the theme.
            title: what the learner wrote is called.
            cards: the credentials in the file; those the learner wrote are not offered.
            parent: as everywhere in Qt.
        """
        super().__init__(look, parent)
        self.which = ListField(look, self.tr("Which one did they sign?"))
        for card in cards:
            if not card.self_asserted:
                self.which.addItem(f"{one_line(card.name, 80)} · {one_line(card.issuer, 60)}", card.id)
        self.which.setMinimumContentsLength(20)
        self.which.setSizeAdjustPolicy(ListField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.join = Button(look, self.tr("Join them"), "link", "primary")
        self.join.setEnabled(self.which.count() > 0)
        self.set_title(self.tr("Join what somebody signed"))
        self.intro.setText(self.tr("To what you wrote: {name}").format(name=one_line(title)))
        layout = column(look, 8, (2, 0, 6, 4))
        label = PlainLabel(self.which.accessibleName(), "strong")
        label.setBuddy(self.which)
        layout.addWidget(label)
        layout.addWidget(self.which)
        layout.addWidget(
            Notice(
                look,
                "wait",
                self.tr("You say that they belong together."),
                self.tr(
                    "Neither is changed. What you wrote stays “Added by you”. Nobody you share it with sees the join."
                ),
            )
        )
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        self.body.addWidget(Middle(content, self.title.text()), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.join)
        self.close_button.clicked.connect(self.closed)
        self.join.clicked.connect(lambda: self.chosen.emit(str(self.which.currentData())))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.which
