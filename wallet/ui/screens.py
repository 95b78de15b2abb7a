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
from wallet.ui.lock_guard import SHARED_SECONDS
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.detail import KNOW_ISSUER
from wallet.ui.pages.shell import Shell
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.screen_marks import walk_marks
from wallet.ui.screen_variants import VARIANTS, Variant
from wallet.ui.screens_care import walk_care, walk_curating, walk_own, walk_record
from wallet.ui.screens_guardian import walk_guardian
from wallet.ui.screens_requests import walk_requests
from wallet.ui.screens_sharing import walk_sharing
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.widgets.boxes import scroll_to
from wallet.ui.widgets.buttons import Button

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
            self._first_run,
            self._adding,
            self._looking,
            partial(walk_record, self),
            partial(walk_sharing, self),
            partial(walk_own, self),
            partial(walk_curating, self),
            partial(walk_care, self, _PASSPHRASE),
            partial(walk_requests, self),
            partial(walk_guardian, self),
            self._the_rest,
        ):
            part()
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def walk_shared(self) -> None:
        """Two people at a shared computer, one after the other."""
        start = self.window.start_page
        assert start is not None
        self.shot("start")
        start.new.button.click()
        page = self.window.first_run
        page.place.name.setText("dana")
        self.shot("place")
        page.go(2)
        page.first.line.setText(_PASSPHRASE)
        page.second.line.setText(_PASSPHRASE)
        for button in (page.next, page.later, page.skip, page.next):
            button.click()
            self.settle()
        self.shell().credentials.empty.samples_button.click()
        self.settle()
        sheet = self.shell().sheet
        assert isinstance(sheet, AddPage)
        sheet.save.click()
        self.settle()
        self.window.message_bar.clear()
        self.shot("grid")
        self._pass(SHARED_SECONDS - 12)
        self.shot("warning")
        self._pass(12)
        self.shot("locked")
        self.window.message_bar.clear()
        self.shot("found")
        start.stick.button.click()
        self.shot("unlock")
        self.window.unlock_page.back.click()
        start.alone.button.click()
        self.shot("check")
        assert self.window.check_sheet is not None
        self.window.check_sheet.samples.click()
        self.shot("checked")
        self.window.check_sheet.leave()
        self.settle()
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def _pass(self, seconds: int) -> None:
        """Time goes on in two steps, as the clock would notice it."""
        for part in (seconds // 2, seconds - seconds // 2):
            self._seconds += part
            self.window.guard.look()
        self.settle()

    def _first_run(self) -> None:
        page = self.window.first_run
        self.shot("welcome")
        page.go(1)
        page.place.name.setText("dana")
        self.shot("place")
        page.go(2)
        page.first.line.setText("secret1")
        self.shot("passphrase-weak")
        page.first.line.setText(_PASSPHRASE)
        page.second.line.setText(_PASSPHRASE)
        page.first.eye.setChecked(True)
        self.shot("passphrase")
        page.next.click()
        self.shot("recovery-kit")
        page.kit_step.show_button.setChecked(True)
        self.shot("recovery-kit-words")
        page.later.click()
        self.shot("about-you")
        page.about_fields.name.setText("Dana")
        page.about_fields.identifiers.setPlainText("dana.rivera@student.example")
        page.next.click()
        self.shot("done")
        page.next.click()
        self.shot("empty")

    def _adding(self) -> None:
        shell = self.shell()
        shell.credentials.empty.samples_button.click()
        self.settle()
        sheet = shell.sheet
        assert isinstance(sheet, AddPage)
        self.shot("adding")
        broken = next(line for line in sheet.rows if "changed" in line.candidate.name)
        broken.why.click()
        self.settle()
        scroll_to(broken)
        self.shot("adding-why")
        sheet.save.click()
        self.settle()
        self.window.message_bar.clear()

    def _looking(self) -> None:
        page = self.shell().credentials
        self.settle()
        self.shot("grid")
        self.choose("Laser")
        self.shot("detail")
        know = page.detail.findChild(Button, KNOW_ISSUER)
        assert know is not None
        scroll_to(know)
        self.shot("detail-issuer")
        page.detail.know_issuer.emit(page.selected_id())
        self.settle()
        self.shot("detail-issuer-known")
        self.window.message_bar.clear()
        walk_marks(self)
        page.detail.back.emit()
        page.search.setText("zzzz")
        self.settle(200)
        self.shot("nothing-found")
        page.search.clear()
        self.settle(200)

    def _the_rest(self) -> None:
        shell = self.shell()
        shell.show_place(SETTINGS)
        self.shot("settings")
        shell.settings.trusted.add.click()
        self.settle()
        scroll_to(shell.settings.trusted.add)
        self.shot("settings-issuers")
        self.window.message_bar.clear()
        scroll_to(shell.settings.page_place.save)
        self.shot("settings-page")
        shell.settings.keys.passphrase.click()
        self.shot("change-passphrase")
        shell.show_place(CREDENTIALS)
        self.window.lock()
        self.shot("locked")
        self.window.unlock_page.forgot_button.click()
        self.shot("recover")
        self.window.recovery.page.back.click()
        self.window.unlock_page.field.line.setText("not the passphrase")
        self.window.unlock_page.button.click()
        self.settle()
        self.shot("wrong-passphrase")
        self.window.unlock_page.field.line.setText(_PASSPHRASE)
        self.window.unlock_page.button.click()
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
