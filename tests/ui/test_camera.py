"""A code held before the camera, with pictures fed in: no camera is needed, and none is switched on by itself."""

import importlib.util
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import qrcode
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from tests.sample_files import good
from tests.ui.driver import Driver, button
from wallet.ui import camera as cameras
from wallet.ui.camera import QtCamera


class FedCamera:
    """Shows what it is fed."""

    def __init__(self, *, is_there: bool = True) -> None:
        self._is_there = is_there
        self.show: Callable[[QImage], None] | None = None
        self.started = 0

    def start(self, show: Callable[[QImage], None]) -> bool:
        self.started += 1
        self.show = show if self._is_there else None
        return self._is_there

    def stop(self) -> None:
        self.show = None

    def feed(self, picture: QImage) -> None:
        assert self.show is not None, "the camera is off"
        self.show(picture)


def room(text: str = "") -> QImage:
    """What a camera sees: a grey room, with somebody holding a code where there is a text."""
    whole = QImage(640, 640, QImage.Format.Format_RGB32)
    whole.fill(0xFF777777)
    if text:
        from PySide6.QtGui import QPainter  # noqa: PLC0415

        drawn = io.BytesIO()
        qrcode.make(text, box_size=4, border=4).save(drawn)
        painter = QPainter(whole)
        painter.drawImage(30, 30, QImage.fromData(drawn.getvalue()))
        painter.end()
    return whole


@pytest.fixture
def fed() -> FedCamera:
    return FedCamera()


@pytest.fixture
def seeing(qapp: QApplication, tmp_path: Path, fed: FedCamera) -> Iterator[Driver]:
    """A window with an empty file open, on a computer with a camera."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder, camera=fed)
    made.make_file()
    yield made
    made.close()


def test_the_code_is_taken_and_the_camera_is_off_again(seeing: Driver, fed: FedCamera) -> None:
    sheet = seeing.shell.open_add()
    assert fed.started == 0, "only a click switches it on"
    button(sheet, "Camera").click()
    assert sheet.camera.isVisible()
    fed.feed(room())
    seeing.settle()
    assert sheet.rows == []
    fed.feed(room(good("small-soldering.json").read_text()))
    seeing.settle()
    assert fed.show is None
    assert not sheet.camera.isVisible()
    assert [line.finding.name for line in sheet.rows] == ["Code before the camera"]
    assert sheet.rows[0].tick.accessibleName() == "Save Soldering Basics"
    assert seeing.names() == [], "nothing is kept before Save"


@pytest.mark.parametrize("leave", ["button", "sheet", "lock"])
def test_it_is_off_as_soon_as_nobody_looks(seeing: Driver, fed: FedCamera, leave: str) -> None:
    sheet = seeing.shell.open_add()
    button(sheet, "Camera").click()
    fed.feed(room())
    if leave == "button":
        button(sheet, "Switch the camera off").click()
    elif leave == "sheet":
        sheet.leave()
    else:
        seeing.window.lock()
    seeing.settle()
    assert fed.show is None


def test_a_computer_without_a_camera_says_so(qapp: QApplication, tmp_path: Path) -> None:
    driver = Driver(qapp, tmp_path, camera=FedCamera(is_there=False))
    driver.make_file()
    button(driver.shell.open_add(), "Camera").click()
    driver.settle()
    assert "No camera was found." in driver.window.message_bar.spoken
    driver.close()


def test_without_the_add_on_no_camera_is_offered(opened: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = opened.shell.open_add()
    assert "Camera" not in [one.accessibleName() for one in sheet.findChildren(QPushButton)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert cameras.find_camera() is None


def test_the_add_on_is_loaded_on_the_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object())
    assert isinstance(cameras.find_camera(), QtCamera)
