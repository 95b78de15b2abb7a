"""The advising view: what is seen, that nothing else is left in the window, and that it ends with a lock."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui import controls
from tests.ui.driver import Driver, button, shown_text
from tests.ui.test_accessible import boxes, markup_in_tips, not_plain
from tests.ui.test_lock_guard import pass_seconds
from tests.ui.test_shared import everything_said
from wallet.ui.lock_guard import PRIVATE_SECONDS
from wallet.ui.marks import Change, ChangeKind
from wallet.ui.pages.advising import AdvisingPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def advised(opened: Driver) -> Driver:
    opened.keep(good("laser-cutting.png"), good("small-soldering.json"))
    opened.choose("Laser")
    page = opened.shell.credentials
    page.detail.change.emit(Change(ChangeKind.ADD_NOTE, page.selected_id(), "Secret note to myself"))
    opened.settle()
    assert "Secret note" in everything_said()
    button(opened.shell.sidebar, "Advising view").click()
    opened.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return opened


def page_of(driver: Driver) -> AdvisingPage:
    page = driver.window.advising.page
    assert page is not None
    return page


def is_locked(driver: Driver) -> bool:
    return driver.window.file.is_none and driver.window.advising.page is None


def test_it_shows_credentials_status_skills_and_what_to_talk_about(advised: Driver) -> None:
    said = shown_text(page_of(advised))
    for words in (
        "Laser Cutting",
        "Soldering",
        "Harbor Makers Guild",
        "Check this",
        "What to talk about",
        "Skills",
    ):
        assert words in said
    for fault in (controls.usable, not_plain, markup_in_tips, boxes):
        assert fault(advised.window) == [], fault.__name__


def test_no_page_of_the_file_and_no_note_is_left_in_the_window(advised: Driver) -> None:
    assert advised.window.shell is None
    assert "Secret note" not in everything_said()
    for name in ("credentials", "sharing", "settings", "add", "share", "undo", "export", "find", "advising"):
        assert not advised.window.menus.actions[name].isEnabled()
    assert advised.window.menus.actions["lock"].isEnabled()


@pytest.mark.parametrize("way", ["button", "escape", "menu", "idle"])
def test_every_way_out_locks(advised: Driver, way: str) -> None:
    if way == "button":
        page_of(advised).done.click()
    elif way == "escape":
        advised.press(page_of(advised), Qt.Key.Key_Escape)
    elif way == "menu":
        advised.window.menus.actions["lock"].trigger()
    else:
        pass_seconds(advised, PRIVATE_SECONDS)
    advised.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert is_locked(advised)
    assert advised.window.unlock_page.isVisible()
    assert "Laser Cutting" not in everything_said()


def test_one_page_is_saved(advised: Driver, tmp_path: Path) -> None:
    advised.dialogs.save_as = tmp_path / "talk"
    button(page_of(advised), "Save one page as PDF").click()
    advised.settle()
    assert (tmp_path / "talk.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as talk.pdf." in shown_text(page_of(advised))


def test_files_that_are_dropped_or_handed_over_do_not_bring_the_file_back(advised: Driver) -> None:
    advised.window.check_without_file()
    advised.settle()
    sheet = advised.window.check_sheet
    assert sheet is not None
    sheet.leave()
    advised.settle()
    assert is_locked(advised)
