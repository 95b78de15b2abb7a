"""Locking without being asked: idle time with its warning, sleep, another person, a pulled stick."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from wallet.ui.lock_guard import PRIVATE_SECONDS, WARNING_SECONDS, LockReason


def pass_seconds(driver: Driver, seconds: float) -> None:
    """Time goes on, a second at a time, as the guard's own timer would notice it."""
    end = driver.seconds + seconds
    while driver.seconds < end:
        driver.seconds = min(end, driver.seconds + 1)
        driver.window.guard.look()
    driver.settle()


def key(driver: Driver) -> None:
    handle = driver.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    driver.settle()


def click(driver: Driver) -> None:
    handle = driver.window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    driver.settle()


def press_the_button(driver: Driver) -> None:
    button(driver.window.idle_warning, "I'm still here").click()
    driver.settle()


def test_after_two_minutes_without_use_the_file_is_locked(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    pass_seconds(opened, PRIVATE_SECONDS - 1)
    assert opened.window.shell is not None
    pass_seconds(opened, 1)
    assert opened.window.shell is None
    assert opened.window.unlock_page.isVisible()
    assert "nobody used the wallet for 120 seconds" in opened.window.message_bar.spoken
    assert not opened.window.guard.watching


def test_the_warning_comes_twenty_seconds_before_and_counts(opened: Driver) -> None:
    warning = opened.window.idle_warning
    pass_seconds(opened, PRIVATE_SECONDS - WARNING_SECONDS - 1)
    assert warning.isHidden()
    pass_seconds(opened, 1)
    assert warning.isVisible()
    assert "Locking in 20 seconds." in warning.spoken
    pass_seconds(opened, 19)
    assert "Locking in 1 second." in warning.spoken
    assert shown_text(warning).count("Locking in 1 second.") >= 1


def test_a_key_a_click_or_the_button_keeps_the_file_open(opened: Driver) -> None:
    for use in (key, click, press_the_button):
        pass_seconds(opened, PRIVATE_SECONDS - 5)
        assert opened.window.idle_warning.isVisible()
        use(opened)
        assert opened.window.idle_warning.isHidden()
        assert opened.window.idle_warning.spoken == ""
    pass_seconds(opened, PRIVATE_SECONDS - 1)
    assert opened.window.shell is not None
    pass_seconds(opened, 1)
    assert opened.window.shell is None


def test_moving_the_mouse_alone_does_not_keep_it_open(opened: Driver) -> None:
    pass_seconds(opened, PRIVATE_SECONDS - 5)
    handle = opened.window.windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, opened.window.rect().center())
    opened.settle()
    assert opened.window.idle_warning.isVisible()


def test_screen_readers_are_told_at_the_start_and_once_more(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    pass_seconds(opened, PRIVATE_SECONDS - 1)
    assert told.count(QAccessible.Event.Announcement) == 2


def test_nothing_is_counted_while_nothing_is_open(driver: Driver) -> None:
    pass_seconds(driver, PRIVATE_SECONDS * 3)
    assert driver.window.idle_warning.isHidden()
    assert driver.window.message_bar.spoken == ""
    assert driver.begun == []


def test_a_new_file_is_locked_even_before_its_first_page(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(1)
    page.place.name.setText("dana")
    page.go(2)
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    page.next.click()
    driver.settle()
    assert driver.window.guard.watching
    pass_seconds(driver, PRIVATE_SECONDS)
    assert driver.window.unlock_page.isVisible()
    driver.window.menus.actions["quit"].trigger()
    assert not driver.vault_path.with_name("dana.lerwallet-journal").exists()


def test_a_sheet_and_a_question_about_files_go_away_at_lock(opened: Driver) -> None:
    opened.add(good("laser-cutting.png"))
    dialog = QDialog(opened.window)
    dialog.open()
    pass_seconds(opened, PRIVATE_SECONDS)
    assert not dialog.isVisible()
    assert opened.window.shell is None


@pytest.mark.parametrize(
    ("announce", "words"),
    [
        (lambda watch: watch.sleeps(True), "went to sleep"),
        (lambda watch: watch.screen_locks(), "screen was locked"),
        (lambda watch: watch.screen_saver(True), "screen was locked"),
        (lambda watch: watch.session_changes("", {"Active": False}, []), "another person"),
    ],
    ids=["sleep", "lock", "screen saver", "user switch"],
)
def test_what_the_computer_announces_locks(
    opened: Driver, announce: Callable[[object], None], words: str
) -> None:
    announce(opened.window.session_watch)
    opened.settle()
    assert opened.window.shell is None
    assert words in opened.window.message_bar.spoken


def test_what_means_nothing_locks_nothing(opened: Driver) -> None:
    watch = opened.window.session_watch
    watch.sleeps(False)
    watch.screen_saver(False)
    watch.session_changes("", {"Active": True}, [])
    watch.session_changes("", {"IdleHint": False}, [])
    opened.settle()
    assert opened.window.shell is not None


def test_a_sleep_nobody_announced_is_noticed_at_waking(opened: Driver) -> None:
    opened.seconds += 40
    opened.window.guard.look()
    opened.settle()
    assert opened.window.shell is None
    assert "went to sleep" in opened.window.message_bar.spoken


def test_going_to_sleep_while_a_file_is_being_opened_leaves_it_shut(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    opened.window.unlock_page.field.line.setText(PASSPHRASE)
    opened.window.unlock_page.button.click()
    opened.window.session_watch.sleeps(True)
    opened.settle()
    assert opened.window.unlock_page.isVisible()
    assert not opened.window.guard.watching
    opened.unlock()
    assert opened.window.shell is not None


def test_a_pulled_stick_locks(driver: Driver, tmp_path: Path) -> None:
    stick = tmp_path / "DANA-USB"
    stick.mkdir()
    driver.make_file()
    driver.window.lock()
    driver.settle()
    moved = shutil.move(driver.vault_path, stick / "dana.lerwallet")
    driver.window.open_file(Path(moved))
    driver.unlock()
    driver.window.guard.look()
    assert driver.window.shell is not None
    stick.rename(tmp_path / "gone")
    driver.window.guard.look()
    driver.settle()
    assert driver.window.shell is None
    assert "Put the stick back in" in driver.window.message_bar.spoken


def test_another_device_in_the_place_of_the_file_locks(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def elsewhere(path: Path, *rest: object, **options: object) -> os.stat_result:
        found = real(path, *rest, **options)  # type: ignore[arg-type]
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))

    monkeypatch.setattr(os, "stat", elsewhere)
    opened.window.guard.look()
    monkeypatch.undo()
    opened.settle()
    assert opened.window.shell is None


def test_the_program_begins_anew_once_the_file_is_closed(opened: Driver) -> None:
    opened.window.lock()
    assert opened.begun == []
    opened.settle()
    (resumed,) = opened.begun
    assert resumed.vault == opened.vault_path
    assert resumed.why == ""
    pass_seconds(opened, PRIVATE_SECONDS * 2)
    assert len(opened.begun) == 1


def test_where_it_cannot_begin_anew_it_stays_locked_and_usable(opened: Driver) -> None:
    def refuse(_: object) -> None:
        raise OSError

    opened.window._parts = replace(opened.window._parts, begin_anew=refuse)
    opened.keep(good("laser-cutting.png"))
    opened.window.lock()
    opened.settle()
    opened.unlock()
    assert opened.names() == ["Digital Fabrication: Laser Cutting"]
    assert opened.shell.credentials.model.rowCount() == 1


def test_the_new_program_goes_on_where_the_old_one_locked(qapp: QApplication, opened: Driver) -> None:
    opened.window.resize(760, 500)
    opened.window.lock(LockReason.IDLE)
    opened.settle()
    second = Driver(qapp, opened.folder)
    try:
        second.window.resume(opened.begun[0])
        assert second.window.unlock_page.isVisible()
        assert second.window.unlock_page.path == opened.vault_path
        assert "nobody used the wallet" in second.window.message_bar.spoken
        assert second.window.size() == opened.window.size()
        second.unlock()
        assert second.window.shell is not None
    finally:
        second.close()


def test_passphrases_left_in_fields_are_wiped_when_the_computer_is_left(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(2)
    page.first.line.setText(PASSPHRASE)
    driver.window.session_watch.screen_locks()
    assert page.first.text() == ""
    assert not page.first.line.isUndoAvailable()
