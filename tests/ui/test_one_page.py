"""A collection on one page: from the collection by its own button, with the learner's words, saved, printed, shared."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.sample_files import good
from tests.ui.driver import Driver, button, shown_text
from wallet.app.collection_page import CollectionPage, PageItem, render_page
from wallet.ui.marks import Filter
from wallet.ui.page_ports import OnePage
from wallet.ui.page_print import page_document
from wallet.ui.pages.one_page_sheet import OnePageSheet
from wallet.ui.pages.share.sheet import ShareSheet

WORDS = "What I can do on my first day."


@pytest.fixture
def collected(opened: Driver) -> Driver:
    """Two credentials, both in a collection."""
    opened.keep(good("laser-cutting.png"), good("small-sewing.json"))
    page = opened.shell.credentials
    page.select_several(several=True)
    page.grid.selectAll()
    page.selection_bar.name.setText("First job")
    page.selection_bar.collect_button.click()
    opened.settle()
    page.show_part(Filter(collection="First job"))
    opened.settle()
    return opened


def open_sheet(driver: Driver) -> OnePageSheet:
    button(driver.shell.credentials, "On one page").click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, OnePageSheet)
    return sheet


def write_words(sheet: OnePageSheet, words: str) -> None:
    (field,) = [one for one in sheet.findChildren(QPlainTextEdit) if one.accessibleName() == "Your own words"]
    field.setPlainText(words)


def test_the_page_says_what_is_in_the_collection_and_is_saved_with_the_words(
    collected: Driver, tmp_path: Path
) -> None:
    sheet = open_sheet(collected)
    write_words(sheet, WORDS)
    said = shown_text(sheet.preview)
    for part in (
        "First job",
        WORDS,
        "Machine Sewing",
        "Harbor Makers Guild",
        "Check this",
        "nothing on it is signed",
    ):
        assert part in said
    collected.dialogs.save_as = tmp_path / "page.pdf"
    button(sheet, "Save as PDF").click()
    collected.settle()
    made = (tmp_path / "page.pdf").read_bytes()
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") == 1
    assert not collected.shell.sharing.shown, "a page for reading is no share"
    button(sheet, "Close").click()
    collected.settle()
    assert open_sheet(collected).words == WORDS, "the words stay with the collection"


def test_from_the_page_it_is_shared_with_the_same_words(collected: Driver) -> None:
    sheet = open_sheet(collected)
    write_words(sheet, WORDS)
    button(sheet, "Share it").click()
    collected.settle()
    share = collected.shell.sheet
    assert isinstance(share, ShareSheet)
    share.who.to.setText("Harbor Boat Works")
    share.next.click()
    collected.settle(300)
    assert len(share.what.chosen) == 2
    said = shown_text(share.what.preview)
    assert WORDS in said
    assert "In the learner's own words" in said


def test_without_the_button_the_menu_leads_there_and_says_when_there_is_none(opened: Driver) -> None:
    opened.keep(good("small-sewing.json"))
    assert not [
        one
        for one in opened.shell.credentials.findChildren(QPushButton)
        if one.isVisible() and one.text() == "On one page"
    ]
    opened.window.menus.actions["one_page"].trigger()
    opened.settle()
    assert opened.shell.sheet is None
    assert "There is no collection yet." in shown_text(opened.window)


def test_the_name_is_left_off_by_its_tick(collected: Driver) -> None:
    sheet = open_sheet(collected)
    sheet.with_name.click()
    collected.settle()
    assert sheet.with_name.accessibleName() == "With my name on it"
    assert "Dana" not in shown_text(sheet.preview)


@pytest.mark.parametrize("count", [0, 3, 20, 400])
def test_it_is_always_one_page(count: int, opened: Driver) -> None:
    items = [
        PageItem(f"Credential {number} " + "of a long name " * 6, "Guild · 2026-09-14 · Check this")
        for number in range(count)
    ]
    page = CollectionPage("All", "Dana", "Mine. " * 100, items, [], "For reading.", "{count} more.")
    made = render_page(page, opened.surroundings.services.clock.now())
    assert made.count(b"/Type /Page\n") == 1
    lines = [(one.title, one.facts) for one in items]
    document = page_document(
        OnePage("All", "Dana", "Mine.", lines, [], "For reading.", "{count} more."), QSizeF(540, 780)
    )
    assert document.pageCount() == 1
    assert ("Credential 1 " in document.toPlainText()) == (count > 1)
    assert (" more." in document.toPlainText()) == (count == 400), (
        "only what is too much for small letters is counted"
    )
