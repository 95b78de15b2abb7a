"""Mistakes of this program, and the one dialog that tells of them."""

from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from wallet.ui.messages import Message
from wallet.ui.tools import Tools
from wallet.ui.widgets.error_dialog import ErrorDialog


class ErrorDesk(QWidget):
    """Never in sight itself; goes with the frame it belongs to, and its dialog with it."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self.dialog: ErrorDialog | None = None
        self.hide()
        tools.messages.broke.connect(self._tell)

    def _tell(self, message: Message) -> None:
        if self.dialog is not None and Shiboken.isValid(self.dialog) and self.dialog.isVisible():
            self.dialog.count_again()
            return
        self.dialog = ErrorDialog(
            self._tools.look, message, self._tools.clipboard.copy_to_send, self.parentWidget()
        )
        self.dialog.show()
