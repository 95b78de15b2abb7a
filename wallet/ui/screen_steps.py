"""What the parts of the walk for pictures (`screens`) can do."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from wallet.ui.main_window import MainWindow
from wallet.ui.pages.shell import Shell


class WalkSteps(Protocol):
    """The small steps of a walk."""

    window: MainWindow

    def settle(self, pause: int = 40) -> None:
        """Waits until nothing is under way."""
        ...

    def shot(self, name: str) -> None:
        """Writes a picture."""
        ...

    def shell(self) -> Shell:
        """The open file's pages."""
        ...

    def clear_message(self) -> None:
        """Takes what was told away."""
        ...

    def choose(self, words: str) -> None:
        """Opens the credential with these words in its name."""
        ...

    def unlock(self) -> None:
        """Types the passphrase."""
        ...

    def see(self, widget: QWidget) -> None:
        """Scrolls to this."""
        ...

    def pass_time(self, seconds: int) -> None:
        """Lets this much time pass without use."""
        ...
