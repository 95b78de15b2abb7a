"""The window opens where it was closed, on a computer of one's own, and never where no screen is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import Driver
from wallet.app.settings import WindowPlace
from wallet.ui.application import _shared_surroundings
from wallet.ui.window_place import fitted, place_of, put_in_place

LEFT, RIGHT = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        (QRect(100, 50, 1024, 600), QRect(100, 50, 1024, 600)),
        (QRect(1500, 100, 1200, 800), QRect(1500, 100, 1200, 800)),
        (QRect(-700, 100, 800, 600), QRect(0, 100, 800, 600)),
        (QRect(9000, 9000, 800, 600), QRect(566, 128, 800, 600)),
        (QRect(10, 10, 3000, 2000), QRect(1366, 0, 1920, 1040)),
    ],
    ids=["as it was", "second screen", "half out of sight", "screen is gone", "larger than any screen"],
)
def test_it_lies_wholly_on_a_screen(was: QRect, is_now: QRect) -> None:
    assert fitted(was, [LEFT, RIGHT]) == is_now


def test_without_any_screen_nothing_is_changed() -> None:
    assert fitted(LEFT, []) == LEFT


def test_closing_remembers_the_place_and_the_next_start_goes_there(driver: Driver) -> None:
    driver.window.resize(760, 500)
    driver.window.move(20, 30)
    driver.settle()
    driver.window.close()
    driver.settle()
    place = driver.remembered[-1].window
    assert place == WindowPlace(20, 30, 760, 500)
    other = QWidget()
    put_in_place(other, place)
    assert place_of(other) == place
    other.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_window_that_filled_its_screen_does_so_again() -> None:
    other = QWidget()
    put_in_place(other, WindowPlace(20, 30, 700, 500, fills_screen=True))
    assert other.isMaximized()
    other.deleteLater()


def test_the_first_window_is_no_larger_than_the_screen(qapp: QApplication) -> None:
    other = QWidget()
    put_in_place(other, None)
    room = qapp.primaryScreen().availableGeometry()
    assert room.width() >= other.width()
    assert room.height() >= other.height()
    other.deleteLater()


def test_a_shared_computer_keeps_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    surroundings = _shared_surroundings()
    assert surroundings.settings.window is None
    surroundings.remember(surroundings.settings)
    assert list(tmp_path.iterdir()) == []
