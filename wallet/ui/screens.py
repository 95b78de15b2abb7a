"""Writes pictures of every screen: `python -m wallet.ui.screens --out DIR`.

The real window is driven without a display: a real encrypted file in a temporary folder, the sample credentials, the
real use cases. The clock stands still so that two runs show the same. Nothing outside the folder asked for is written.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from wallet import resources
from wallet.app.container import make_services
from wallet.app.settings import Settings
from wallet.ui.application import Surroundings, make_application, make_window
from wallet.ui.cycles import CycleSearch
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.gallery import Gallery
from wallet.ui.pages.shell import Shell
from wallet.ui.screen_variants import VARIANTS, Variant
from wallet.ui.screens_care import walk_care, walk_curating, walk_own, walk_record
from wallet.ui.screens_class import walk_advising
from wallet.ui.screens_first import walk_adding, walk_first_run, walk_looking, walk_shared, walk_the_rest
from wallet.ui.screens_guardian import walk_guardian
from wallet.ui.screens_help import walk_help
from wallet.ui.screens_overview import walk_overview
from wallet.ui.screens_requests import walk_requests
from wallet.ui.screens_sharing import walk_sharing
from wallet.ui.screens_skills import walk_skills
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.widgets.boxes import scroll_to

_AT = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
_PASSPHRASE = "paper river seven lantern oak"  # noqa: S105 - of a file that is gone when the walk ends
_LONGEST_WAIT = 60_000


class _NoDialogs(FileDialogs):
    """Answers with a prepared path instead of asking a person."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """A new file in the temporary folder."""
        del parent, title, kinds
        return self._folder / name

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """A stick."""
        del parent, title, start
        stick = self._folder.parent / "DANA-USB"
        stick.mkdir(exist_ok=True)
        return stick

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """The sample list of issuers."""
        del parent, title, folder, kinds
        return Path(str(resources.locate("samples", "trust", "demo-issuers.json")))


class Walk:
    """One walk through the main job in one variant."""

    def __init__(
        self,
        application: QApplication,
        out: Path,
        folder: Path,
        variant: Variant,
        *,
        shared: bool = False,
    ) -> None:
        """`shared` walks over a computer that others use, too; `folder` is then a stick."""
        self._application = application
        self._out = out
        self.variant = variant
        self._prefix = variant.name + ("-shared" if shared else "")
        self._seconds = 0.0
        self._number = 0
        self.written: list[Path] = []
        with_documents = resources.locate("samples", "documents.json")
        services = replace(make_services(_AT, Path(str(with_documents))), local_address=lambda: "127.0.0.1")
        surroundings = Surroundings(
            services,
            Settings(theme=variant.theme, text_size=variant.text_size, language=variant.language),
            lambda _: None,
            _NoDialogs(folder),
            folder,
            seconds=lambda: self._seconds,
            shared=shared,
            sticks=lambda: [folder] if shared else [],
            seen=None if shared else folder / ".last-seen.json",
        )
        self.window, self.parts = make_window(application, surroundings)
        self.window.resize(*variant.size)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    # -- small steps

    def settle(self, pause: int = 40) -> None:
        """Waits until no work is under way and nothing is left to paint."""
        loop = QEventLoop()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        for _ in range(3):
            if self.parts.tools.tasks.busy:
                self.parts.tools.tasks.idle.connect(loop.quit)
                limit.start(_LONGEST_WAIT)
                loop.exec()
                self.parts.tools.tasks.idle.disconnect(loop.quit)
            limit.start(pause)
            loop.exec()

    def shot(self, name: str) -> None:
        """Writes a picture of the window as it is now."""
        self.settle()
        self._number += 1
        path = self._out / f"{self._prefix}-{self._number:02d}-{name}.png"
        if not self.window.grab().save(str(path)):
            raise OSError(f"cannot write {path.name}")
        self.written.append(path)

    def shell(self) -> Shell:
        """The open file's pages."""
        assert self.window.shell is not None
        return self.window.shell

    # -- the walk

    def walk(self) -> None:
        """From the first start to a lock."""
        for part in (
            partial(walk_first_run, self, _PASSPHRASE),
            partial(walk_adding, self),
            partial(walk_looking, self),
            partial(walk_record, self),
            partial(walk_sharing, self),
            partial(walk_own, self),
            partial(walk_curating, self),
            partial(walk_help, self),
            partial(walk_care, self, _PASSPHRASE),
            partial(walk_requests, self),
            partial(walk_guardian, self),
            partial(walk_advising, self),
            partial(walk_the_rest, self, _PASSPHRASE),
            partial(walk_skills, self),
            partial(walk_overview, self),
        ):
            part()
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def walk_shared(self) -> None:
        """Two people at a shared computer, one after the other."""
        walk_shared(self, _PASSPHRASE)

    def pass_time(self, seconds: int) -> None:
        """Time goes on in two steps, as the clock would notice it."""
        for part in (seconds // 2, seconds - seconds // 2):
            self._seconds += part
            self.window.guard.look()
        self.settle()

    def unlock(self) -> None:
        """Types the passphrase on the unlock page."""
        self.window.unlock_page.field.line.setText(_PASSPHRASE)
        self.window.unlock_page.button.click()
        self.settle()

    def see(self, widget: QWidget) -> None:
        """Scrolls to this, whatever it is called in the language of the walk."""
        self.settle()
        scroll_to(widget)

    def clear_message(self) -> None:
        """Takes what was told away."""
        self.window.message_bar.clear()

    def choose(self, words: str) -> None:
        """Opens the credential with these words in its name."""
        page = self.shell().credentials
        names = [page.model.data(page.model.index(row)) for row in range(page.model.rowCount())]
        row = next((row for row, name in enumerate(names) if words in str(name)), 0)
        page.grid.select_row(row)
        page.grid.activated.emit(page.model.index(row))
        self.settle()


def write_screens(
    out: Path,
    variants: Sequence[Variant] = tuple(VARIANTS.values()),
    *,
    say: Callable[[str], object],
    walks: type[Walk] = Walk,
) -> Sequence[Path]:
    """Writes all pictures into a folder and returns their paths.

    Args:
        out: made when it is not there.
        variants: one walk for each, and one over a shared computer.
        say: told one line for each variant.
        walks: a `Walk` that does something else with what it sees, for tests.
    """
    out.mkdir(parents=True, exist_ok=True)
    application = make_application([sys.argv[0]])
    CycleSearch(application).start()
    written: list[Path] = []
    for variant in variants:
        with tempfile.TemporaryDirectory(prefix="ler-wallet-screens-") as folder:
            stick = Path(folder) / "DANA-USB"
            stick.mkdir()
            second = walks(application, out, stick, variant, shared=True)
            second.walk_shared()
            shutil.rmtree(stick)  # whose file is in the way of the one that is moved
            documents = Path(folder) / "Documents"
            documents.mkdir()
            walk = walks(application, out, documents, variant)
            walk.walk()
            now = [*second.written, *walk.written, _gallery(application, out, variant)]
            written += now
            say(f"{variant.name}: {len(now)} pictures")
    return written


def _gallery(application: QApplication, out: Path, variant: Variant) -> Path:
    """A picture of every control in every state, as long as it is."""
    look = Look(application, ThemeChoice(variant.theme), variant.text_size)
    look.apply()
    page = Gallery(look)
    page.resize(variant.size[0], 1)
    page.show()
    page.resize(variant.size[0], page.full_height())
    path = out / f"{variant.name}-gallery.png"
    QApplication.processEvents()
    if not page.grab().save(str(path)):
        raise OSError(f"cannot write {path.name}")
    page.close()
    page.deleteLater()
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Write pictures of every screen of the window.")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the pictures")
    parser.add_argument(
        "--only", choices=list(VARIANTS), action="append", help="only this variant (may be repeated)"
    )
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    say = print  # a command may speak
    variants = [VARIANTS[name] for name in chosen.only or VARIANTS]
    written = write_screens(chosen.out, variants, say=say)
    say(f"{len(written)} pictures in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
