"""The dialog for a mistake of this program: calm, beside the work, with details that can be sent on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from wallet.ui.announce import announce
from wallet.ui.messages import Message
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Rule, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_SIZE = (580, 500)
_BOX = 120


class ErrorDialog(QDialog):
    """Says what happened, that nothing is lost, what to do. It stops nothing: the window can be used and locked."""

    def __init__(
        self, look: Look, message: Message, copy: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        """`copy` puts the details on the clipboard."""
        super().__init__(parent)
        self._copy = copy
        self._details = message.technical
        self._times = 1
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(message.happened)
        self.setAccessibleName(message.happened)
        self.setAccessibleDescription(f"{message.means} {message.do}")
        title = row(look, 12)
        title.addWidget(IconLabel(look, "info", "wait", 28), 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(PlainLabel(message.happened, "dialog"), 1)
        self.again = PlainLabel("", "secondary")
        self.again.hide()
        self.box = QPlainTextEdit(self._details)
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setProperty("kind", "mono")
        self.box.setAccessibleName(self.tr("Details for the people who make this program"))
        self.box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.box.setMinimumHeight(look.px(_BOX))
        content = QWidget()
        inner = column(look, 10)
        inner.addLayout(title)
        inner.addWidget(PlainLabel(message.means, "body"))
        inner.addWidget(PlainLabel(message.do, "body"))
        inner.addWidget(self.again)
        inner.addWidget(PlainLabel(self.box.accessibleName(), "strong"))
        safe = self.tr("They name no person, no credential and no folder: you can send them on.")
        inner.addWidget(PlainLabel(safe, "secondary"))
        inner.addWidget(self.box, 1)
        content.setLayout(inner)
        self.copy_button = Button(look, self.tr("Copy the details"), "copy")
        self.copy_button.clicked.connect(self._copy_all)
        self.go_on = Button(look, self.tr("Go on"), "", "primary")
        self.go_on.clicked.connect(self.accept)
        foot = row(look, 10)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        layout = column(look, 12, (22, 18, 22, 16))
        layout.addWidget(Middle(content, message.happened), 1)
        layout.addWidget(Rule())
        layout.addLayout(foot)
        self.setLayout(layout)
        self.resize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def count_again(self) -> None:
        """The next mistake, while this one is still being read: said in a line, not in one more dialog."""
        self._times += 1
        self.again.setText(self.tr("It happened %n time(s) by now.", "", self._times))
        self.again.show()

    def _copy_all(self) -> None:
        self._copy(self._details)
        self.copy_button.set_words(self.tr("Copied"))
        announce(self, self.tr("Copied"))
