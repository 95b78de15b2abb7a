"""F1: the help page over the open file, or in its place while none is open; then back to where one was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import Shiboken

from wallet.ui.menus import Menus
from wallet.ui.theme.look import Look

if TYPE_CHECKING:
    from wallet.ui.pages.help_sheet import HelpSheet
    from wallet.ui.pages.shell import Shell


class HelpFlow(QObject):
    """Shows the page once, and knows the way back."""

    def __init__(
        self,
        look: Look,
        menus: Menus,
        stack: QStackedWidget,
        shell: "Callable[[], Shell | None]",
        parent: QObject,
    ) -> None:
        """`shell` gives the pages of the open file, None while none is open."""
        super().__init__(parent)
        self._look = look
        self._menus = menus
        self._stack = stack
        self._shell = shell

    def open(self) -> None:
        """The page; a second time does nothing."""
        from wallet.ui.pages.help_sheet import HelpSheet  # noqa: PLC0415 - the first page does without it

        shell = self._shell()
        if shell is not None:
            if not isinstance(shell.sheet, HelpSheet):
                shell.open_sheet(HelpSheet(self._look, self._menus.keys()))
            return
        before = self._stack.currentWidget()
        if isinstance(before, HelpSheet) or before is None:
            return
        focused = QApplication.focusWidget()
        page = HelpSheet(self._look, self._menus.keys())
        page.closed.connect(lambda: self._leave(page, before, focused))
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, page: "HelpSheet", before: QWidget, focused: QWidget | None) -> None:
        if self._stack.currentWidget() is page:
            self._stack.setCurrentWidget(before)
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        if focused is not None and Shiboken.isValid(focused) and before.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
