"""The first steps, made when they are first shown: where somebody has a file already, most starts never do.

Lives here: what is said of them before there is a page, and what the page tells the window. Does not live here: the
steps themselves (`pages.first_run`).
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from wallet.ui.made_later import MadeLater
from wallet.ui.recovery_flow import RecoveryFlow
from wallet.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from wallet.ui.pages.first_run import FirstRunPage
    from wallet.ui.ports import OpenWallet


class FirstSteps(QObject):
    """Makes the page once, which `made` carries, and passes on what it tells."""

    make_file = Signal(object, object)
    open_other = Signal()
    check = Signal()
    share_computer = Signal()
    home = Signal()
    text_size = Signal(int)
    language = Signal(str)
    finished = Signal()
    made = Signal(object)

    def __init__(
        self,
        parts: WindowParts,
        recovery: RecoveryFlow,
        open_now: "Callable[[], OpenWallet | None]",
        stack: QStackedWidget,
    ) -> None:
        """Makes nothing yet.

        Args:
            parts: what the window is made of.
            recovery: serves the step with the recovery kit.
            open_now: gives the file that was just made.
            stack: where the page is shown.
        """
        super().__init__(stack)
        self._parts = parts
        self._recovery = recovery
        self._open_now = open_now
        self._stack = stack
        self._later = MadeLater(self._make)

    @property
    def page(self) -> "FirstRunPage":
        """The page."""
        return self._later()

    def forget(self, folder: Path | None) -> None:
        """Nothing typed there stays; a new file is offered to go to this folder."""
        if self._later.made is not None:
            self._later.made.begin(folder)

    def take_age(self) -> str:
        """What was said about the age, once; "" for nothing."""
        return "" if self._later.made is None else self._later.made.take_age()

    def _make(self) -> "FirstRunPage":
        from wallet.ui.about_flow import AboutFlow  # noqa: PLC0415 - nor what it needs
        from wallet.ui.pages.first_run import FirstRunPage  # noqa: PLC0415 - most starts show another page

        parts = self._parts
        page = FirstRunPage(parts.tools.look, parts.tools.dialogs, parts.folder, shared=parts.shared)
        self._stack.addWidget(page)
        page.make_file.connect(self.make_file)
        page.open_other.connect(self.open_other)
        page.check.connect(self.check)
        page.share_computer.connect(self.share_computer)
        page.home.connect(self.home)
        page.text_size.connect(self.text_size)
        page.language.connect(self.language)
        page.finished.connect(self.finished)
        self._recovery.serve(page)
        AboutFlow(parts.tools, page, self._open_now, self)
        self.made.emit(page)
        return page
