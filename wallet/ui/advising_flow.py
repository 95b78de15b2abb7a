"""The advising view of one open file: made when the learner turns it on, gone at the lock that ends it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget

from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.pages.advising import AdvisingPage
    from wallet.ui.ports import OpenWallet


class AdvisingFlow(QObject):
    """At most one page."""

    def __init__(self, tools: Tools, lock: Callable[[], object], parent: QObject) -> None:
        """`lock` is what leaving the page does."""
        super().__init__(parent)
        self._tools = tools
        self._lock = lock
        self.page: AdvisingPage | None = None

    def begin(self, wallet: "OpenWallet", stack: QStackedWidget) -> "AdvisingPage":
        """The page, to be shown; the keyboard is in it."""
        from wallet.ui.pages.advising import AdvisingPage  # noqa: PLC0415 - few people need it

        page = self.page = AdvisingPage(self._tools, wallet)
        page.closed.connect(self._lock)
        stack.addWidget(page)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def take(self) -> "AdvisingPage | None":
        """The page, which is nobody's afterwards."""
        page, self.page = self.page, None
        return page
