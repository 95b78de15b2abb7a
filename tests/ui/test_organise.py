"""Collections, tags, notes and the bin in the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import Driver, button, shown_text
from wallet.ui.marks import Filter
from wallet.ui.pages.own_marks import OwnMarks

LASER, TUTORING = "Digital Fabrication: Laser Cutting", "Peer Tutoring"


def filled(driver: Driver) -> Driver:
    driver.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
    driver.window.message_bar.clear()
    driver.choose("Laser")
    return driver


def marks(driver: Driver) -> OwnMarks:
    found = driver.shell.credentials.detail.marks
    assert found is not None
    return found


def parts(driver: Driver) -> list[str]:
    return [action.text() for action in driver.shell.sidebar.filter.parts.actions() if action.text()]


def show(driver: Driver, words: str) -> None:
    menu = driver.shell.sidebar.filter.parts
    action: QAction = next(action for action in menu.actions() if action.text().startswith(words))
    action.trigger()
    driver.settle()


def tag(driver: Driver, name: str) -> None:
    marks(driver).tag.setText(name)
    driver.press(marks(driver).tag, Qt.Key.Key_Return)


def test_a_tag_is_put_on_shown_and_taken_off(opened: Driver) -> None:
    filled(opened)
    tag(opened, "summer")
    assert button(opened.shell.credentials.detail, "Take off the tag summer").isVisible()
    assert QApplication.focusWidget() is marks(opened).tag, "the keyboard stays where the change was made"
    assert parts(opened) == ["All credentials", "Tags", "summer (1)", "Bin (0)"]
    show(opened, "summer")
    assert opened.names() == [LASER]
    assert opened.shell.credentials.title.text() == "summer"
    assert opened.shell.sidebar.filter.accessibleName() == "Show: summer"
    button(opened.shell.credentials.detail, "Take off the tag summer").click()
    opened.settle()
    assert opened.shell.credentials.title.text() == "Credentials", "a tag that nothing wears is gone"
    assert set(opened.names()) == {LASER, TUTORING}


def test_a_collection_is_filled_from_the_detail_pane(opened: Driver) -> None:
    filled(opened)
    marks(opened).collection.setText("First job")
    button(opened.shell.credentials.detail, "Add to a collection: Add").click()
    opened.settle()
    show(opened, "First job")
    assert opened.names() == [LASER]
    button(opened.shell.credentials.detail, "Take out of the collection First job").click()
    opened.settle()
    assert opened.names() == []
    assert opened.shell.credentials.nothing.isVisible()
    assert shown_text(opened.shell.credentials.nothing) == "Nothing is in here yet."
    show(opened, "All")
    assert len(opened.names()) == 2


def test_notes_are_kept_found_and_removed(opened: Driver) -> None:
    filled(opened)
    marks(opened).note.setPlainText("<b>Ask</b> Señora Lee")
    button(opened.shell.credentials.detail, "Keep this note").click()
    opened.settle()
    assert "<b>Ask</b> Señora Lee" in shown_text(opened.shell.credentials.detail)
    page = opened.shell.credentials
    page.search.setText("senora")
    opened.settle(200)
    assert opened.names() == [LASER]
    page.search.clear()
    opened.settle(200)
    button(page.detail, "Remove note 1").click()
    opened.settle()
    assert "Señora" not in shown_text(page.detail)


def test_what_cannot_be_a_name_is_said_and_nothing_changes(opened: Driver) -> None:
    filled(opened)
    tag(opened, "a\x1bb")
    assert "cannot be used" in opened.window.message_bar.spoken
    tag(opened, "   ")
    assert parts(opened) == ["All credentials", "Bin (0)"]


def test_what_is_pinned_stands_first_in_every_order(opened: Driver) -> None:
    filled(opened)
    opened.choose("Peer")
    button(opened.shell.credentials.detail, "Show it first").click()
    opened.settle()
    assert opened.names() == [TUTORING, LASER]
    button(opened.shell.credentials.detail, "No longer show it first").click()
    opened.settle()
    assert opened.names() == [LASER, TUTORING]


def test_deleting_can_be_undone_at_once(opened: Driver) -> None:
    filled(opened)
    tag(opened, "summer")
    opened.window.menus.actions["delete"].trigger()
    opened.settle()
    assert opened.names() == [TUTORING]
    assert f"Moved to the bin: {LASER}" in opened.window.message_bar.spoken
    button(opened.window.message_bar, "Undo").click()
    opened.settle()
    assert set(opened.names()) == {LASER, TUTORING}
    opened.choose("Laser")
    assert button(opened.shell.credentials.detail, "Take off the tag summer").isVisible()


def test_the_bin_gives_back_and_is_emptied_after_a_question(opened: Driver) -> None:
    filled(opened)
    for _ in range(2):
        button(opened.shell.credentials.detail, "Move to the bin").click()
        opened.settle()
    page = opened.shell.credentials
    assert page.body.currentWidget() is page.empty
    show(opened, "Bin")
    assert page.title.text() == "Bin"
    assert set(opened.names()) == {LASER, TUTORING}
    opened.choose("Laser")
    said = shown_text(page.detail)
    assert "You can take it out until 23 December 2026" in said
    assert "Just for you" not in said
    button(page.detail, "Take out of the bin").click()
    opened.settle()
    assert opened.names() == [LASER]
    show(opened, "Bin")
    button(page, "Empty the bin").click()
    assert "Delete 1 credential for good?" in opened.window.message_bar.spoken
    assert opened.names() == [TUTORING], "nothing before the answer"
    button(opened.window.message_bar, "Delete for good").click()
    opened.settle()
    assert opened.names() == []
    assert "1 credential deleted for good." in opened.window.message_bar.spoken
    show(opened, "All")
    assert opened.names() == [LASER]


def test_delete_edits_text_while_typing(opened: Driver) -> None:
    filled(opened)
    search = opened.shell.credentials.search
    search.setFocus()
    search.setText("abc")
    search.setCursorPosition(0)
    opened.press(search, Qt.Key.Key_Delete)
    assert search.text() == "bc"
    search.clear()
    opened.settle(200)
    assert len(opened.names()) == 2


def test_the_same_file_again_comes_back_from_the_bin(opened: Driver) -> None:
    filled(opened)
    button(opened.shell.credentials.detail, "Move to the bin").click()
    opened.settle()
    opened.keep(good("laser-cutting.png"))
    assert "1 credential saved." in opened.window.message_bar.spoken
    assert set(opened.names()) == {LASER, TUTORING}


def test_a_small_window_goes_back_to_the_list(opened: Driver) -> None:
    filled(opened)
    opened.window.resize(860, 600)
    opened.settle()
    opened.keep(good("laser-cutting.png"))
    opened.window.message_bar.clear()  # the page grows while the credential is on its way
    opened.choose("Laser")
    page = opened.shell.credentials
    assert page.list_side.isHidden()
    tag(opened, "summer")
    assert page.list_side.isHidden()
    assert page.detail.isVisible()
    button(page.detail, "Move to the bin").click()
    opened.settle()
    assert page.list_side.isVisible()
    assert page.detail.isHidden()
    assert opened.shell.sidebar.filter.accessibleName() == "Show: All credentials"
    page.show_part(Filter(in_bin=True))
    opened.settle()
    assert opened.names() == [LASER]
