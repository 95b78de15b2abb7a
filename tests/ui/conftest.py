"""A window for every test that asks for one. Qt is imported here only; without it this folder is left out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pyside = pytest.importorskip("PySide6", reason="only where the window's libraries are installed")

if sys.version_info < (3, 12) and pyside.__version_info__[:3] == (6, 12, 0):
    pytest.skip(
        "only where PySide6 counts None rightly: 6.12.0 on Python 3.11 ends the program",
        allow_module_level=True,
    )

from PySide6.QtWidgets import QApplication  # noqa: E402

import build_translations  # noqa: E402 - after the check above
from tests.quick_keys import remembered_keys  # noqa: E402
from tests.ui.driver import Driver  # noqa: E402
from wallet.ui.application import make_application  # noqa: E402
from wallet.ui.cycles import CycleSearch  # noqa: E402


def documents(place: Path) -> Path:
    """A person's own folder in an empty place."""
    folder = place / "Documents"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """With the window's languages compiled: the application as the program makes it; pytest-qt uses it, too."""
    build_translations.compile_all()
    return make_application(["ler-wallet-tests"])


@pytest.fixture(scope="module", autouse=True)
def _cycles(qapp: QApplication) -> Iterator[None]:
    """As in the program: nothing of Qt is destroyed on a worker's thread."""
    search = CycleSearch(qapp)
    search.start()
    yield
    search.stop()
    search.deleteLater()


@pytest.fixture(scope="session", autouse=True)
def _keys() -> Iterator[None]:
    """A copy of a file that many tests open has one key."""
    with remembered_keys():
        yield


@pytest.fixture
def driver(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """A window at its first start."""
    made = Driver(qapp, documents(tmp_path))
    yield made
    made.close()


@pytest.fixture(scope="module")
def standing(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A window with a new, empty file that all tests of a module share; each leaves it as the next may find it."""
    made = Driver(qapp, documents(tmp_path_factory.mktemp("standing")))
    made.make_file()
    yield made
    made.close()


@pytest.fixture(scope="session")
def empty_file(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new, empty file, made once by the first steps; a copy is as good wherever those are not looked at."""
    made = Driver(qapp, documents(tmp_path_factory.mktemp("empty")))
    made.make_file()
    path = made.vault_path
    made.close()
    return path


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path, empty_file: Path) -> Iterator[Driver]:
    """A window with an empty file of its own open."""
    made = Driver.with_file(qapp, documents(tmp_path), empty_file)
    yield made
    made.close()
