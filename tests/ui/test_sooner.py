"""What a start and an unlock do without until the first page is in sight, and what is there right after it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.driver import Driver
from wallet.ui.made_later import MadeLater
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.pages.preferences import SettingsPage
from wallet.ui.places import SETTINGS

PROJECT = Path(__file__).resolve().parents[2]
_START = """
import json, sys, time
from pathlib import Path
from wallet.app.container import make_services
from wallet.app.settings import Settings
from wallet.ui import application as program
from wallet.ui.file_dialogs import FileDialogs
app = program.make_application(["start"])
settings = Settings(last_vault=Path(sys.argv[1]))
around = program.Surroundings(make_services(), settings, lambda settings: None, FileDialogs(), Path("."))
window, parts = program.make_window(app, around)
window.show()
window.grab()
first = sorted(sys.modules)
program._load_the_rest(parts, window, iter(program._LATER))
while parts.tools.tasks.busy or "wallet.ui.use_cases" not in sys.modules:
    app.processEvents()
    time.sleep(0.01)
print(json.dumps([window.stack.currentWidget() is window.unlock_page, first, sorted(sys.modules)]))
window.close()
"""
LATER = frozenset(
    {
        "PySide6.QtPrintSupport",
        "cryptography",
        "pyld",
        "sqlcipher3",
        "wallet.credentials.model",
        "wallet.ui.gallery",
        "wallet.ui.kit_desk",
        "wallet.ui.pages.add",
        "wallet.ui.pages.first_run",
        "wallet.ui.pages.mend",
        "wallet.ui.pages.recover",
        "wallet.ui.pages.shell",
        "wallet.ui.ports",
        "wallet.ui.use_cases",
    }
)
BEHIND_IT = frozenset({"sqlcipher3", "wallet.ui.pages.add", "wallet.ui.pages.shell", "wallet.ui.use_cases"})


def test_the_page_that_asks_for_the_passphrase_needs_little_and_the_rest_follows(tmp_path: Path) -> None:
    file = tmp_path / "mine.lerwallet"
    file.touch()
    words = [sys.executable, "-c", _START, str(file)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        words, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    at_unlock, first, then = json.loads(done.stdout)
    assert at_unlock
    assert LATER & set(first) == frozenset()
    assert set(then) >= BEHIND_IT


def test_pages_nobody_has_asked_for_are_not_made(standing: Driver) -> None:
    standing.window.lock()
    standing.settle()
    window = standing.window
    assert window.recovery._later.made is None
    assert window.mending._page.made is None
    assert window.mending.path_at(window.stack.currentWidget()) is None
    standing.unlock()


@pytest.fixture
def seen(standing: Driver) -> Iterator[list[int]]:
    """How many of the other pages there are while the credentials page paints for the first time."""
    standing.window.lock()
    standing.settle()
    counts: list[int] = []
    window = standing.window

    def entered(_index: int) -> None:
        page = standing.shell.credentials
        page.finder.found.connect(lambda _: counts.append(len(window.findChildren(PlacePage))))

    window.stack.currentChanged.connect(entered)
    standing.unlock()
    window.stack.currentChanged.disconnect(entered)
    yield counts
    if window.shell is None:
        standing.unlock()


def test_the_other_pages_come_after_the_first_page(standing: Driver, seen: list[int]) -> None:
    assert seen[0] == 0
    shell = standing.shell
    assert shell._later_pages is not None, "by themselves"
    assert shell.pages.count() == 5
    shell.show_place(SETTINGS)
    assert shell.pages.currentWidget() is shell.settings


def test_who_goes_there_at_once_finds_them(standing: Driver) -> None:
    standing.window.lock()
    standing.settle()
    places: list[bool] = []

    def entered(_index: int) -> None:
        shell = standing.shell
        assert shell._later_pages is None
        shell.show_place(SETTINGS)
        places.append(shell.pages.currentWidget() is shell.settings)

    standing.window.stack.currentChanged.connect(entered)
    standing.unlock()
    standing.window.stack.currentChanged.disconnect(entered)
    assert places == [True]
    assert standing.shell.pages.count() == 5, "made once"


def test_locking_before_the_rest_is_made_makes_nothing(standing: Driver) -> None:
    standing.window.lock()
    standing.settle()

    def entered(_index: int) -> None:
        standing.window.stack.currentChanged.disconnect(entered)
        standing.shell.credentials.finder.found.connect(lambda _: standing.window.lock())

    standing.window.stack.currentChanged.connect(entered)
    standing.unlock()
    assert standing.window.shell is None
    assert not standing.window.findChildren(SettingsPage)
    assert not standing.window.message_bar.isVisible()
    standing.unlock()
    assert standing.window.shell is not None


def test_what_is_made_later_is_made_once() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("once")
        return "part"

    later = MadeLater(make)
    assert later.made is None
    assert [later(), later()] == ["part", "part"]
    assert [later.made, *made] == ["part", "once"]
