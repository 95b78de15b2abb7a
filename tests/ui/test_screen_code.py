"""A code that is on the screen: read from a real picture of it, with the keyboard alone."""

import io

import pytest
import qrcode
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel

from tests.sample_files import good
from tests.ui import controls
from tests.ui.driver import Driver, button
from tests.ui.hands import Hands
from wallet.ui.screen_code import side_by_side
from wallet.ui.screen_pictures import QtScreens
from wallet.ui.widgets.region_picker import RegionPicker

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support"
)  # of windows: the platform of tests has none
SHIFT = Qt.KeyboardModifier.ShiftModifier


def picker_of(driver: Driver) -> RegionPicker:
    driver.settle(250)
    picker = driver.shell.open_add().on_screen.picker
    assert picker is not None
    assert picker.isVisible()
    return picker


def on_screen(text: str) -> QLabel:
    """Another program's window with a code in it."""
    label = QLabel()
    drawn, picture = io.BytesIO(), QPixmap()
    qrcode.make(text, box_size=3, border=4).save(drawn)
    assert picture.loadFromData(drawn.getvalue())
    label.setPixmap(picture)
    label.setFixedSize(picture.size())
    label.move(40, 30)
    label.show()
    return label


def test_a_code_on_the_screen_is_read_with_the_keyboard_alone(opened: Driver) -> None:
    shown = on_screen(good("small-soldering.json").read_text())
    hands = Hands(opened)
    opened.window.activateWindow()
    try:
        sheet = opened.shell.open_add()
        hands.choose("Code on the screen")
        picker = picker_of(opened)
        assert opened.window.isVisible(), "the window is back"
        for fault in (controls.usable, controls.hidden_focus):
            assert fault(picker) == []
        before = QRect(picker.canvas.part)
        picker.canvas.setFocus()
        hands.press(Qt.Key.Key_Left)
        hands.press(Qt.Key.Key_Up, SHIFT)
        assert picker.canvas.part.x() < before.x()
        assert picker.canvas.part.height() < before.height()
        hands.choose("The whole screen")
        opened.settle()
        assert [line.finding.name for line in sheet.rows] == ["Code on the screen"]
        assert sheet.rows[0].tick.accessibleName() == "Save Soldering Basics"
    finally:
        shown.close()
        shown.deleteLater()


def test_only_the_chosen_part_is_read(opened: Driver) -> None:
    shown = on_screen(good("small-soldering.json").read_text())
    try:
        sheet = opened.shell.open_add()
        sheet.sources.code.click()
        picker = picker_of(opened)
        place = shown.geometry()
        picker.canvas.choose(QRect(place.right() + 20, place.bottom() + 20, 90, 90))
        picker.take.click()
        opened.settle()
        assert not sheet.rows[0].ticked
        sheet.sources.code.click()
        picker = picker_of(opened)
        picker.canvas.choose(place.adjusted(-8, -8, 8, 8))
        picker.take.click()
        opened.settle()
        assert sheet.rows[1].ticked
    finally:
        shown.close()
        shown.deleteLater()


def test_where_a_program_may_not_look_other_ways_are_named(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QtScreens, "is_possible", property(lambda _self: False))
    sheet = opened.shell.open_add()
    sheet.sources.code.click()
    opened.settle()
    assert opened.window.isVisible()
    assert "does not let programs look at the screen" in opened.window.message_bar.spoken
    assert "paste the text" in opened.window.message_bar.spoken
    assert button(sheet, "Paste text or link").isVisible()


def test_locking_while_it_looks_brings_the_window_back(opened: Driver) -> None:
    opened.shell.open_add().sources.code.click()
    assert not opened.window.isVisible()
    opened.window.lock()
    opened.settle(250)
    assert opened.window.isVisible()
    assert opened.window.findChild(RegionPicker) is None


def test_several_screens_become_one_picture() -> None:
    pictures = [QImage(wide, high, QImage.Format.Format_RGB32) for wide, high in ((40, 30), (20, 60))]
    for picture, colour in zip(pictures, ("red", "blue"), strict=True):
        picture.fill(QColor(colour))
    whole = side_by_side(pictures)
    assert (whole.width(), whole.height()) == (60, 60)
    assert whole.pixelColor(10, 10) == QColor("red")
    assert whole.pixelColor(50, 50) == QColor("blue")
