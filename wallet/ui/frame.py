"""The inside of the window: its bars, and one page in sight below them.

It is made anew when another language is chosen. Lives here: what there is before a file is open. Does not live here:
moving between pages, or what any of them leads to (`main_window`).
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from wallet.ui.error_desk import ErrorDesk
from wallet.ui.keyboard import step
from wallet.ui.pages.start import StartPage
from wallet.ui.pages.unlock import UnlockPage
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.idle_warning import IdleWarning
from wallet.ui.widgets.message_bar import MessageBar
from wallet.ui.widgets.shared_banner import SharedBanner
from wallet.ui.window_parts import WindowParts


class Frame(QWidget):
    """Banner, warning, messages, pages."""

    def __init__(
        self,
        parts: WindowParts,
        limit: int,
        find_vaults: Callable[[], Sequence[Path]],
        parent: QWidget | None = None,
    ) -> None:
        """Makes the pages most starts show before a file is open.

        Args:
            parts: what the window is made of.
            limit: seconds without use after which it locks.
            find_vaults: the wallet files on sticks that are there now.
            parent: Qt's.
        """
        super().__init__(parent)
        tools, look = parts.tools, parts.tools.look
        self.message_bar = MessageBar(look, tools.clipboard.copy)
        self.errors = ErrorDesk(tools, self)
        self.idle_warning = IdleWarning(look)
        self.shared_banner = SharedBanner(look, limit)
        self.stack = QStackedWidget()
        self.start_page = StartPage(look, find_vaults, limit) if parts.shared else None
        self.unlock_page = UnlockPage(look, parts.seconds, shared=parts.shared)
        for page in (self.start_page, self.unlock_page):
            if page is not None:
                self.stack.addWidget(page)
        layout = column(look, 0)
        layout.addWidget(self.shared_banner)
        layout.addWidget(self.idle_warning)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Qt: Tab goes on in the order of reading; by itself Qt goes by when each widget was made."""
        return step(self, forward=forward)
