"""What was done can be taken back step by step, with a label each; nothing of it outlives the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import Driver, button, shown_text

LASER, TUTORING = "Digital Fabrication: Laser Cutting", "Peer Tutoring"


def filled(driver: Driver) -> Driver:
    driver.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
    driver.window.message_bar.clear()
    driver.choose("Laser")
    return driver


def undo_words(driver: Driver) -> str:
    return driver.window.menus.actions["undo"].text()


def press(driver: Driver, key: str) -> None:
    driver.window.menus.actions[key].trigger()
    driver.settle()


def test_deleting_is_undone_and_done_again_by_keys(opened: Driver) -> None:
    filled(opened)
    assert not opened.window.menus.actions["undo"].isEnabled()
    opened.shell.credentials.grid.setFocus()
    opened.press(opened.shell.credentials.grid, Qt.Key.Key_Delete)
    assert opened.names() == [TUTORING]
    assert undo_words(opened) == f"Undo: move {LASER} to the bin"
    opened.press(opened.shell.credentials.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(opened.names()) == {LASER, TUTORING}
    assert undo_words(opened) == "&Undo"
    press(opened, "redo")
    assert opened.names() == [TUTORING]
    press(opened, "undo")
    assert set(opened.names()) == {LASER, TUTORING}


def test_tags_collections_pins_and_notes_are_taken_back_in_turn(opened: Driver) -> None:
    filled(opened)
    detail = opened.shell.credentials.detail
    assert detail.marks is not None
    detail.marks.tag.setText("summer")
    opened.press(detail.marks.tag, Qt.Key.Key_Return)
    detail.marks.collection.setText("First job")
    opened.press(detail.marks.collection, Qt.Key.Key_Return)
    button(detail, "Show it first").click()
    opened.settle()
    detail.marks.note.setPlainText("Ask Ms. Lee")
    button(detail, "Keep this note").click()
    opened.settle()
    assert undo_words(opened) == f"Undo: add a note to {LASER}"
    press(opened, "undo")
    assert "Ask Ms. Lee" not in shown_text(detail)
    press(opened, "undo")
    assert button(detail, "Show it first").isVisible()
    press(opened, "undo")
    assert "First job" not in shown_text(detail)
    press(opened, "undo")
    assert "summer" not in shown_text(detail)
    for _ in range(4):
        press(opened, "redo")
    assert "Ask Ms. Lee" in shown_text(detail)
    assert "summer" in shown_text(detail)


def test_a_removed_note_comes_back(opened: Driver) -> None:
    filled(opened)
    detail = opened.shell.credentials.detail
    assert detail.marks is not None
    detail.marks.note.setPlainText("Ask Ms. Lee")
    button(detail, "Keep this note").click()
    opened.settle()
    button(detail, "Remove note 1").click()
    opened.settle()
    assert "Ask Ms. Lee" not in shown_text(detail)
    press(opened, "undo")
    assert "Ask Ms. Lee" in shown_text(detail)
    press(opened, "redo")
    assert "Ask Ms. Lee" not in shown_text(detail)


def test_undo_in_a_text_field_is_the_fields_own(opened: Driver) -> None:
    filled(opened)
    press(opened, "delete")
    search = opened.shell.credentials.search
    search.setFocus()
    search.insert("abc")
    opened.press(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    opened.settle(200)
    assert opened.names() == [TUTORING], "the credential is still in the bin"


def test_nothing_can_be_undone_after_a_lock_or_an_emptied_bin(opened: Driver) -> None:
    filled(opened)
    press(opened, "delete")
    opened.shell.credentials.curating.ask_to_empty(1)
    button(opened.window.message_bar, "Delete for good").click()
    opened.settle()
    assert not opened.window.menus.actions["undo"].isEnabled()
    opened.choose("Peer")
    press(opened, "delete")
    assert opened.window.menus.actions["undo"].isEnabled()
    opened.window.lock()
    opened.settle()
    assert undo_words(opened) == "&Undo", "no name of a credential stays in the menu"
    opened.unlock()
    assert not opened.window.menus.actions["undo"].isEnabled()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)])
def test_f6_goes_round_sidebar_list_and_detail(
    opened: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    filled(opened)
    page = opened.shell.credentials
    page.grid.setFocus()
    seen = []
    for _ in range(4):
        opened.press(opened.window, key, modifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        parts = {
            "sidebar": opened.shell.sidebar,
            "search": page.search,
            "grid": page.grid,
            "detail": page.detail,
        }
        seen += [name for name, part in parts.items() if part is focused or part.isAncestorOf(focused)]
    assert seen == ["detail", "sidebar", "search", "grid"]
