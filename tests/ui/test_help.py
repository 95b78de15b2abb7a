"""F1: the answers to what people asked, with a file open and without one; back to where one was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import Driver, button, shown_text
from wallet.ui.pages.help_sheet import HelpSheet

QUESTIONS = (
    "Who owns my data?",
    "What happens to what I share?",
    "How do I know that a credential is true?",
    "Can I arrange it for what I want to become?",
    "Can my records be used against me?",
    "What do employers and colleges need?",
    "How can my school show it to others?",
    "Will others accept it?",
)


def test_with_a_file_open_f1_answers_and_escape_leads_back(opened: Driver) -> None:
    opened.press(opened.window, Qt.Key.Key_F1)
    sheet = opened.shell.sheet
    assert isinstance(sheet, HelpSheet)
    said = shown_text(sheet)
    for question in QUESTIONS:
        assert question in said
    assert QApplication.focusWidget() is sheet.middle, "the arrow keys read on"
    opened.press(sheet.middle, Qt.Key.Key_Escape)
    assert opened.shell.sheet is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert opened.shell.credentials.isAncestorOf(focused), "back on the page it was opened from"


def test_every_key_of_the_menu_bar_is_listed(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.window.menus.actions["delete"].trigger()
    opened.settle()
    opened.window.menus.actions["help"].trigger()
    opened.settle()
    said = shown_text(opened.shell.sheet or opened.window)
    for words, keys in (("Share", "Ctrl+E"), ("Lock now", "Ctrl+L"), ("Find", "Ctrl+F"), ("Undo", "Ctrl+Z")):
        assert f"{keys}\n{words}\n" in said
    assert "Laser" not in said, "what could be undone now is no name of a command"
    assert "&" not in "".join(dict(opened.window.menus.keys()))


def test_without_a_file_it_opens_over_the_first_page(driver: Driver) -> None:
    page = driver.window.first_run
    driver.press(driver.window, Qt.Key.Key_F1)
    sheet = driver.window.stack.currentWidget()
    assert isinstance(sheet, HelpSheet)
    assert QUESTIONS[0] in shown_text(sheet)
    driver.press(driver.window, Qt.Key.Key_F1)
    assert driver.window.stack.currentWidget() is sheet, "once is enough"
    button(sheet, "Back").click()
    driver.settle()
    assert driver.window.stack.currentWidget() is page
    assert QApplication.focusWidget() is page.next


def test_escape_leaves_every_sheet_and_keeps_nothing(opened: Driver) -> None:
    for key in ("own", "move", "add"):
        opened.window.menus.actions[key].trigger()
        opened.settle()
        assert opened.shell.sheet is not None
        opened.press(opened.shell.sheet, Qt.Key.Key_Escape)
        assert opened.shell.sheet is None, key
    assert opened.names() == []
