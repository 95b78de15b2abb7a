"""From the first start to an open file of one's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.driver import PASSPHRASE, Driver, shown_text
from wallet.ui.pages.first_run import ABOUT, DONE, KIT, PLACE, WELCOME
from wallet.ui.pages.first_run import PASSPHRASE as PASSPHRASE_STEP


def test_five_steps_by_keyboard_make_a_file(driver: Driver) -> None:
    page = driver.window.first_run
    assert page.steps.index == WELCOME
    driver.press(page.next, Qt.Key.Key_Space)
    assert page.steps.index == PLACE
    page.place.name.setText("dana")
    driver.press(page.place.name, Qt.Key.Key_Return)
    assert page.steps.index == PASSPHRASE_STEP
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    driver.press(page.second.line, Qt.Key.Key_Return)
    assert page.steps.index == KIT
    driver.press(page.later, Qt.Key.Key_Space)
    assert page.steps.index == ABOUT
    driver.press(page.skip, Qt.Key.Key_Space)
    assert page.steps.index == DONE
    assert driver.vault_path.is_file()
    driver.press(page.next, Qt.Key.Key_Space)
    assert driver.shell.credentials.body.currentWidget() is driver.shell.credentials.empty


def test_every_step_begins_at_its_top_in_a_small_window(driver: Driver) -> None:
    driver.window.resize(1024, 600)
    driver.settle()
    page = driver.window.first_run
    bar = page.frame.middle.verticalScrollBar()
    scrolled = 0
    for index in (PLACE, PASSPHRASE_STEP, KIT, ABOUT, DONE):
        page.go(index)
        driver.settle()
        assert bar.value() == 0
        bar.setValue(bar.maximum())
        scrolled += bar.value() > 0
    assert scrolled


def test_a_weak_passphrase_is_refused_with_the_reason(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(PASSPHRASE_STEP)
    page.first.line.setText("password1")
    page.second.line.setText("password1")
    assert not page.next.isEnabled()
    assert "Weak" in page.meter.word.text()
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    assert page.next.isEnabled()
    assert "Strong" in page.meter.word.text()


def test_two_different_passphrases_are_not_enough(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(PASSPHRASE_STEP)
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE + "s")
    assert not page.next.isEnabled()
    assert page.match.isVisible()
    assert "not the same" in page.match.text()


def test_a_name_that_is_taken_is_refused(driver: Driver) -> None:
    driver.vault_path.write_bytes(b"something else")
    page = driver.window.first_run
    page.go(PLACE)
    page.place.name.setText("dana")
    assert not page.next.isEnabled()
    assert "here already" in page.place.notice.strong.text()
    page.place.name.setText("dana 2")
    assert page.next.isEnabled()


@pytest.mark.parametrize("name", ["", "a/b", ".hidden", "what?"])
def test_a_name_that_is_no_file_name_is_refused(driver: Driver, name: str) -> None:
    page = driver.window.first_run
    page.go(PLACE)
    page.place.name.setText(name)
    assert not page.next.isEnabled()


def test_another_place_can_be_chosen(driver: Driver, tmp_path: Path) -> None:
    other = tmp_path / "Dropbox"
    other.mkdir()
    driver.dialogs.files = [str(other)]
    page = driver.window.first_run
    page.go(PLACE)
    page.place.choose.click()
    assert page.place.path.parent == other
    assert "copied to the internet" in page.place.notice.strong.text()


def test_a_file_that_cannot_be_made_says_why_and_nothing_is_lost(driver: Driver, tmp_path: Path) -> None:
    page = driver.window.first_run
    missing = tmp_path / "gone"
    missing.mkdir()
    driver.dialogs.files = [str(missing)]
    page.go(PLACE)
    page.place.choose.click()
    missing.rmdir()
    page.next.click()
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    page.next.click()
    driver.settle()
    assert page.steps.index == PASSPHRASE_STEP
    assert page.trouble.isVisible()
    assert page.back.isEnabled()


def test_the_passphrase_is_wiped_from_the_fields(driver: Driver) -> None:
    driver.make_file()
    page = driver.window.first_run
    assert page.first.text() == page.second.text() == ""
    assert PASSPHRASE not in shown_text(driver.window)


def test_a_forgotten_passphrase_is_said_before_it_matters(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(PASSPHRASE_STEP)
    said = shown_text(page)
    assert "If you forget it, only your recovery kit can open the file." in said
    assert "Without passphrase or recovery kit nobody can open it" in said


def test_suggested_words_are_strong_shown_and_typed_again(driver: Driver) -> None:
    page = driver.window.first_run
    page.go(PASSPHRASE_STEP)
    seen = set()
    for language in range(2):
        page.passphrase.language.setCurrentIndex(language)
        page.passphrase.suggest.click()
        words = page.first.text()
        seen.add(words)
        assert len(words.split()) == 6
        assert page.first.line.echoMode() is page.first.line.EchoMode.Normal
        assert "Strong" in page.meter.word.text()
        assert not page.next.isEnabled(), "it has to be typed once more"
        page.second.line.setText(words)
        assert page.next.isEnabled()
    assert len(seen) == 2


def test_the_text_size_can_be_chosen_on_the_first_screen(driver: Driver) -> None:
    page = driver.window.first_run
    field = page.reading.size_field
    field.setCurrentIndex(field.findData(150))
    field.activated.emit(field.currentIndex())
    driver.settle()
    assert driver.tools.look.metrics.text_size == 150
    assert driver.remembered[-1].text_size == 150
    driver.window.choose_text_size(100)
    driver.settle()
