"""Who the learner is: asked once in the first steps, changed in the settings, and what it answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from wallet.ui.pages.first_run import ABOUT, DONE
from wallet.ui.pages.profile_sheet import ProfileSheet
from wallet.ui.places import SETTINGS


def to_about(driver: Driver) -> None:
    page = driver.window.first_run
    page.next.click()
    page.place.name.setText("dana")
    page.next.click()
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    page.next.click()
    driver.settle()
    page.later.click()
    driver.settle()
    assert page.steps.index == ABOUT
    assert QApplication.focusWidget() is page.about_fields.name


def settings(driver: Driver) -> str:
    driver.shell.show_place(SETTINGS)
    driver.settle()
    return shown_text(driver.shell.settings.about)


def test_the_first_steps_ask_and_the_settings_show_it(driver: Driver) -> None:
    to_about(driver)
    page = driver.window.first_run
    assert not page.next.isEnabled(), "nothing to save yet"
    page.about_fields.name.setText("Dana Rivera")
    page.about_fields.identifiers.setPlainText("dana@school.example\n\n  4711 \ndana@school.example")
    page.next.click()
    driver.settle()
    assert page.steps.index == DONE
    assert page.about_fields.is_empty, "nothing stays in the fields"
    page.next.click()
    driver.settle()
    said = settings(driver)
    assert "Dana Rivera" in said
    assert "dana@school.example, 4711" in said


def test_skipping_is_as_large_as_saving_and_keeps_nothing(driver: Driver) -> None:
    to_about(driver)
    page = driver.window.first_run
    assert page.skip.width() == page.next.width()
    assert page.skip.height() == page.next.height()
    page.about_fields.name.setText("Dana Rivera")
    driver.press(page.skip, Qt.Key.Key_Space)
    assert page.steps.index == DONE
    page.next.click()
    driver.settle()
    assert "Dana Rivera" not in settings(driver)
    assert "No e-mail or number yet" in settings(driver)


def test_an_identifier_answers_whether_it_was_given_to_the_learner(opened: Driver) -> None:
    opened.keep(good("budgeting.json"))
    opened.choose("Budgeting")
    before = shown_text(opened.shell.credentials.detail)
    assert "Given to this person" not in before
    settings(opened)
    button(opened.shell.settings.about, "Change the profile dana").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ProfileSheet)
    sheet.fields.identifiers.setPlainText("somebody.else@example.org")
    sheet.save.click()
    opened.settle(200)
    assert "checked again" in opened.window.message_bar.spoken


def test_a_second_profile_is_made_used_and_renamed(opened: Driver) -> None:
    settings(opened)
    about = opened.shell.settings.about
    button(about, "Add a profile").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ProfileSheet)
    assert not sheet.save.isEnabled(), "a profile has a name"
    sheet.fields.name.setText("Work")
    sheet.save.click()
    opened.settle()
    assert QApplication.focusWidget() is about.add
    button(about, "Use the profile Work").click()
    opened.settle()
    assert button(about, "Use the profile dana").isVisible()
    assert "Shares are signed with this one." in shown_text(about)
    button(about, "Change the profile Work").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ProfileSheet)
    sheet.fields.name.setText("dana")
    sheet.save.click()
    opened.settle()
    assert sheet.trouble.isVisible(), "that name is taken"
    sheet.fields.name.setText("Job")
    opened.press(sheet.fields.name, Qt.Key.Key_Return)
    assert "Job" in shown_text(about)
    assert "Work" not in shown_text(about).replace("Work, ", "").replace("and work", "")


def test_nothing_of_it_is_in_the_settings_of_the_computer(driver: Driver) -> None:
    to_about(driver)
    page = driver.window.first_run
    page.about_fields.name.setText("Dana Rivera")
    page.next.click()
    driver.settle()
    page.next.click()
    driver.settle()
    assert "Rivera" not in repr(driver.remembered)
    assert b"Rivera" not in driver.vault_path.read_bytes()
