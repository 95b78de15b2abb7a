"""The pages of the Help menu over the open file, or in its place while none is open; then back to where one was."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import Shiboken

from wallet.ui.menus import Act, Menus
from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.pages.sheet import Sheet
    from wallet.ui.pages.shell import Shell


class HelpFlow(QObject):
    """Shows one page at a time, each once, and knows the way back."""

    def __init__(
        self,
        tools: Tools,
        menus: Menus,
        stack: QStackedWidget,
        shell: "Callable[[], Shell | None]",
    ) -> None:
        """`shell` gives the pages of the open file, None while none is open."""
        super().__init__(stack)
        self._tools = tools
        self._menus = menus
        self._stack = stack
        self._shell = shell

    def acts(self) -> Mapping[str, Act]:
        """What the commands of the menu do, by their names."""
        return {"help": self.open, "materials": self.open_materials, "reading": self.open_reading}

    def open(self) -> None:
        """Answers to questions, and every key; a second time does nothing."""
        from wallet.ui.pages.help_sheet import HelpSheet  # noqa: PLC0415 - the first page does without it

        self._show(HelpSheet, lambda: HelpSheet(self._tools.look, self._menus.keys()))

    def open_materials(self) -> None:
        """Handouts and guides."""
        from wallet.ui.pages.materials_sheet import MaterialsSheet  # noqa: PLC0415

        shell = self._shell()
        wallet = shell.wallet if shell is not None else None
        self._show(MaterialsSheet, lambda: MaterialsSheet(self._tools, wallet))

    def open_reading(self) -> None:
        """Further reading."""
        from wallet.ui.pages.reading_sheet import ReadingSheet  # noqa: PLC0415

        self._show(ReadingSheet, lambda: ReadingSheet(self._tools))

    def _show(self, kind: "type[Sheet]", make: "Callable[[], Sheet]") -> None:
        shell = self._shell()
        if shell is not None and self._stack.currentWidget() is shell:
            if not isinstance(shell.sheet, kind):
                shell.open_sheet(make())
            return
        before = self._stack.currentWidget()
        if isinstance(before, kind) or before is None:
            return
        focused = QApplication.focusWidget()
        page = make()
        page.closed.connect(lambda: self._leave(page, before, focused))
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, page: "Sheet", before: QWidget, focused: QWidget | None) -> None:
        if self._stack.currentWidget() is page:
            self._stack.setCurrentWidget(before)
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        if focused is not None and Shiboken.isValid(focused) and before.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
