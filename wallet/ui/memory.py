"""The few things that outlive a start: the look, the language, the window's place, and which file was opened last.

On a shared computer the caller hands in a `remember` that forgets; then they last as long as the program.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from wallet.app.settings import Settings, WindowPlace
from wallet.ui.languages import wear
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.tools import Tools


class Memory(QObject):
    """Changes look and language at once and remembers it."""

    def __init__(
        self, tools: Tools, remember: Callable[[Settings], None], settings: Settings, parent: QObject
    ) -> None:
        """`remember` keeps new settings; it is called on a worker thread."""
        super().__init__(parent)
        self._tools = tools
        self._keep = remember
        self.settings = settings

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Another theme."""
        self._tools.look.choose(choice)
        self._remember(replace(self.settings, theme=choice.value))

    def choose_text_size(self, per_cent: int) -> None:
        """Another text size."""
        self._tools.look.resize_text(per_cent)
        self._remember(replace(self.settings, text_size=per_cent))

    def choose_language(self, language: str) -> None:
        """Another language, for what is made from now on."""
        application = QCoreApplication.instance()
        assert application is not None
        wear(application, language)
        self._remember(replace(self.settings, language=language))

    def step_size(self, step: int) -> None:
        """The next larger or smaller text size."""
        present = TEXT_SIZES.index(self._tools.look.metrics.text_size)
        self.choose_text_size(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, present + step))])

    def remember_file(self, path: Path) -> None:
        """The file to ask for at the next start."""
        self._remember(replace(self.settings, last_vault=path))

    def remember_place(self, place: WindowPlace) -> None:
        """Where the window shall open at the next start."""
        self._remember(replace(self.settings, window=place))

    def _remember(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings

        def work(job: Job) -> None:
            del job
            self._keep(settings)

        self._tools.tasks.run(work, self, Callbacks())
