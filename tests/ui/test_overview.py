"""The overview, as a learner uses it: own words, counts that lead to what they count, years, the page of paper."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.sample_documents import badge
from tests.sample_files import broken, good
from tests.ui.driver import Driver, button, named, shown_text
from tests.ui.skilled import BUDGETING, MATHS, keep, know_the_school
from tests.ui.skilled import badge as skilled_badge
from wallet.app.own_words import MAX_CHARACTERS
from wallet.ui.models.timeline_list import TimelineList
from wallet.ui.overview_print import paint_overview
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.overview import OverviewPage
from wallet.ui.pages.overview_sheet import OverviewSheet
from wallet.ui.pages.own_sheet import OwnSheet
from wallet.ui.places import CREDENTIALS, OVERVIEW, SKILLS
from wallet.ui.timeline import Moment, YearHead

HEBREW = "אני אוהב לבנות (גם בעץ)."


def page_of(driver: Driver) -> OverviewPage:
    """The page, gone to by its command."""
    driver.window.menus.actions[OVERVIEW].trigger()
    driver.settle()
    assert driver.shell.pages.currentWidget() is driver.shell.overview
    return driver.shell.overview


def spoken(page: OverviewPage) -> list[str]:
    """What a screen reader says of each line of the timeline."""
    model = page.model
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    return [str(model.data(model.index(row), role)) for row in range(model.rowCount())]


def counts(page: OverviewPage) -> list[str]:
    return [one.text() for one in page.counts.findChildren(QAbstractButton)]


def sheet_of(driver: Driver) -> OverviewSheet:
    button(page_of(driver), "One page to print").click()
    driver.settle(250)
    sheet = driver.shell.sheet
    assert isinstance(sheet, OverviewSheet)
    return sheet


def tick(driver: Driver, sheet: OverviewSheet, name: str) -> None:
    button(sheet, name).click()
    driver.settle(250)


def dated(driver: Driver, number: int, name: str, day: str | None, **changes: object) -> Path:
    document = badge(name=name, id=f"urn:uuid:{number}", validFrom=day, **changes)
    path = driver.folder / f"{number}.json"
    path.write_text(json.dumps({key: value for key, value in document.items() if value is not None}))
    return path


@pytest.fixture
def filled(opened: Driver) -> Driver:
    """A badge of 2026, a certificate that ends in 2028, and something the learner wrote."""
    opened.keep(good("laser-cutting.png"), good("first-aid-and-cpr.json"))
    opened.shell.records.write_own()
    sheet = opened.shell.sheet
    assert isinstance(sheet, OwnSheet)
    sheet.what.setText("Taught my brother to read")
    button(sheet, "Save").click()
    opened.settle()
    opened.window.message_bar.clear()
    return opened


def test_it_stands_between_skills_and_sharing_and_has_its_keys(filled: Driver) -> None:
    sidebar = [
        one.property("place")
        for one in filled.shell.sidebar.findChildren(QAbstractButton)
        if one.property("place")
    ]
    assert sidebar == ["credentials", "skills", "overview", "sharing", "settings"]
    shortcuts = {place: filled.window.menus.actions[place].shortcut().toString() for place in sidebar}
    assert [shortcuts[place] for place in sidebar] == [f"Ctrl+{number}" for number in range(1, 6)]
    page = page_of(filled)
    assert filled.shell.sidebar.place(OVERVIEW).isChecked()
    assert page.isVisible()


def test_an_empty_file_says_what_will_stand_here_and_leads_to_adding(opened: Driver) -> None:
    page = page_of(opened)
    assert "Nothing here yet." in shown_text(page)
    assert not page.print_it.isEnabled()
    assert not page.counts.isVisible()
    button(page, "Add a credential").click()
    opened.settle()
    assert isinstance(opened.shell.sheet, AddPage)


def test_own_words_are_written_changed_and_still_there_after_a_lock(filled: Driver) -> None:
    page = page_of(filled)
    button(page, "Write about me").click()
    field = page.words.field
    assert QApplication.focusWidget() is field
    field.setPlainText(f"I like to make things.\n{HEBREW}")
    button(page, "Keep these words").click()
    filled.settle()
    assert page.words.words.text() == f"I like to make things.\n{HEBREW}"
    filled.window.lock()
    filled.settle()
    filled.unlock()
    page = page_of(filled)
    assert HEBREW in page.words.words.text()
    button(page, "Change my words").click()
    page.words.field.setPlainText("Other words")
    button(page, "Cancel").click()
    assert HEBREW in page.words.words.text()
    button(page, "Change my words").click()
    page.words.field.setPlainText("")
    button(page, "Keep these words").click()
    filled.settle()
    assert button(page, "Write about me").isVisible()


def test_words_that_are_too_long_say_so_while_they_are_typed(filled: Driver) -> None:
    page = page_of(filled)
    button(page, "Write about me").click()
    page.words.field.setPlainText("w" * (MAX_CHARACTERS + 2))
    assert "2 letters too many." in page.words.room.text()
    assert not page.words.save.isEnabled()
    page.words.field.setPlainText("w" * MAX_CHARACTERS)
    assert page.words.save.isEnabled()


def test_markup_in_own_words_is_shown_and_never_followed(filled: Driver) -> None:
    page = page_of(filled)
    button(page, "Write about me").click()
    page.words.field.setPlainText('<b>me</b> <a href="https://evil.example">x</a>')
    button(page, "Keep these words").click()
    filled.settle()
    assert page.words.words.textFormat() is Qt.TextFormat.PlainText
    assert "<b>me</b>" in page.words.words.text()


def test_counts_keep_what_the_learner_wrote_apart(filled: Driver) -> None:
    page = page_of(filled)
    assert counts(page)[:2] == ["2 credentials", "1 added by you"]
    assert {"1 badge", "1 certificate"} <= set(counts(page))
    assert "No skill is shown with proof yet." in shown_text(page)
    assert not any("verified" in words for words in counts(page)), "nothing is verified yet"


def test_a_verified_credential_is_counted_and_its_skills_are_shown(opened: Driver) -> None:
    keep(opened, skilled_badge(1, "Shop maths", MATHS, BUDGETING))
    know_the_school(opened, "Shop maths")
    page = page_of(opened)
    assert "You can show 2 skills with proof." in shown_text(page)
    assert {"1 credential", "1 verified", "Mathematics: 1", "Budgeting: 1"} <= set(counts(page))
    button(page, "See all skills").click()
    opened.settle()
    assert opened.shell.pages.currentWidget() is opened.shell.skills
    assert opened.shell.sidebar.place(SKILLS).isChecked()


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("2 credentials", {"Laser", "First Aid"}),
        ("1 added by you", {"Taught"}),
        ("1 certificate", {"First Aid"}),
        ("1 badge", {"Laser"}),
    ],
)
def test_a_count_leads_to_the_credentials_it_counts(filled: Driver, count: str, expected: set[str]) -> None:
    button(page_of(filled), count).click()
    filled.settle()
    assert filled.shell.pages.currentWidget() is filled.shell.credentials
    assert filled.shell.sidebar.place(CREDENTIALS).isChecked()
    names = filled.names()
    assert len(names) == len(expected)
    assert all(any(word in name for name in names) for word in expected)


def test_the_timeline_tells_years_what_was_earned_and_what_ends(filled: Driver) -> None:
    page = page_of(filled)
    heads = [line for line in page.model.lines if isinstance(line, YearHead)]
    assert [head.year for head in heads] == sorted((head.year or 0 for head in heads), reverse=True)
    assert sum(head.earned for head in heads) == 2
    assert sum(head.own for head in heads) == 1
    ends = [line for line in page.model.lines if isinstance(line, Moment) and line.is_end]
    assert [one.name for one in ends] == ["First Aid and CPR"]
    text = "\n".join(spoken(page))
    assert "2028: 1 ends" in text
    assert "Ends: First Aid and CPR, 17 January 2028, Certificate, County Youth Safety" in text
    assert "Added by you" in text
    button(page, "Newest first").click()
    assert [line.year for line in page.model.lines if isinstance(line, YearHead)] == [
        head.year for head in reversed(heads)
    ]
    assert button(page, "Oldest first").isVisible()


def test_what_has_no_date_stands_last_with_the_reason_and_what_is_over_says_ended(opened: Driver) -> None:
    opened.keep(
        dated(opened, 1, "Long ago", "2009-02-01T00:00:00Z", validUntil="2011-02-01T00:00:00Z"),
        dated(opened, 2, "Undated", None),
    )
    page = page_of(opened)
    if not any("Undated" in line for line in spoken(page)):
        pytest.fail("what has no date is not told")
    for _ in range(2):
        lines = spoken(page)
        assert lines[-2].startswith("Without a date: Nobody wrote a date")
        assert lines[-1].startswith("Undated")
        page.turn.click()
    assert any(line.startswith("Ended: Long ago, 1 February 2011") for line in spoken(page))


def test_enter_opens_the_credential_in_a_large_window_and_in_a_small_one(filled: Driver) -> None:
    for size in ((1366, 768), (1024, 600)):
        filled.window.resize(*size)
        filled.settle()
        page = page_of(filled)
        view = named(page, TimelineList, "What you earned, year by year")
        view.setFocus()
        record_id = next(
            line.record_id for line in page.model.lines if isinstance(line, Moment) and "Laser" in line.name
        )
        view.setCurrentIndex(page.model.index(page.model.row_of(record_id)))
        filled.press(view, Qt.Key.Key_Return)
        assert filled.shell.pages.currentWidget() is filled.shell.credentials
        detail = filled.shell.credentials.detail
        assert detail.isVisible()
        assert detail.shown is not None
        assert "Laser" in detail.shown.card.name


def test_a_year_leads_to_what_was_earned_in_it(opened: Driver) -> None:
    opened.keep(
        dated(opened, 1, "Early", "2019-02-01T00:00:00Z"), dated(opened, 2, "Late", "2024-02-01T00:00:00Z")
    )
    page = page_of(opened)
    view = named(page, TimelineList, "What you earned, year by year")
    row = next(
        row for row, line in enumerate(page.model.lines) if isinstance(line, YearHead) and line.year == 2019
    )
    view.setCurrentIndex(page.model.index(row))
    view.setFocus()
    opened.press(view, Qt.Key.Key_Return)
    assert opened.names() == ["Early"]


def test_what_is_added_or_deleted_meanwhile_is_told(filled: Driver) -> None:
    page = page_of(filled)
    before = len(page.model.lines)
    filled.keep(good("small-soldering.json"))
    page = page_of(filled)
    assert len(page.model.lines) == before + 1
    filled.shell.show_place(CREDENTIALS)
    filled.choose("Taught")
    filled.shell.delete()
    filled.settle()
    page = page_of(filled)
    assert not any("added by you" in words for words in counts(page))


def test_on_a_small_page_two_buttons_change_between_summary_and_timeline(filled: Driver) -> None:
    filled.window.choose_text_size(200)
    filled.window.resize(1024, 600)
    filled.settle()
    page = page_of(filled)
    assert page.words.isVisible()
    assert not page.timeline.isVisible()
    button(page, "Timeline").click()
    filled.settle()
    assert page.timeline.isVisible()
    assert not page.words.isVisible()
    filled.window.choose_text_size(100)
    filled.settle()


# -- the page of paper


def test_the_page_is_shown_before_it_is_saved_and_is_what_is_saved(filled: Driver) -> None:
    page = page_of(filled)
    button(page, "Write about me").click()
    page.words.field.setPlainText("I like to make things.")
    button(page, "Keep these words").click()
    filled.settle()
    sheet = sheet_of(filled)
    shown = shown_text(sheet.preview)
    assert "I like to make things." not in shown, "own words only when they are ticked"
    assert "At a glance" in shown
    assert "Laser Cutting" in shown
    assert "This paper proves nothing by itself" in shown
    tick(filled, sheet, "My own words")
    assert "I like to make things." in shown_text(sheet.preview)
    filled.dialogs.save_as = filled.folder / "me"
    button(sheet, "Save as PDF").click()
    filled.settle()
    (saved,) = PdfReader(filled.folder / "me.pdf").pages
    text = saved.extract_text()
    assert "I like to make things." in text
    assert sheet.paper is not None
    for one in sheet.paper.paragraphs:
        assert one.text.split()[0] in text
        assert one.text in shown_text(sheet.preview).replace("\u200b", "")


def test_every_block_can_be_left_off(filled: Driver) -> None:
    sheet = sheet_of(filled)
    for name, words in (("How many of what", "At a glance"),):
        assert words in shown_text(sheet.preview)
        tick(filled, sheet, name)
        assert words not in shown_text(sheet.preview)
    assert sheet.model.ticked
    view = sheet.list
    view.setFocus()
    for row in range(sheet.model.rowCount()):
        if (
            sheet.model.data(sheet.model.index(row), int(Qt.ItemDataRole.CheckStateRole))
            == Qt.CheckState.Checked
        ):
            view.setCurrentIndex(sheet.model.index(row))
            filled.press(view, Qt.Key.Key_Space)
    filled.settle(250)
    assert sheet.model.ticked == ()
    assert "Laser Cutting" not in shown_text(sheet.preview)


def test_a_click_ticks_a_credential_once(filled: Driver) -> None:
    sheet = sheet_of(filled)
    own = next(
        row
        for row in range(sheet.model.rowCount())
        if "Taught" in str(sheet.model.data(sheet.model.index(row)))
    )
    place = sheet.list.visualRect(sheet.model.index(own)).center()
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    filled.settle(250)
    assert "Taught my brother to read" in shown_text(sheet.preview)
    assert "Written by the person it is about" in shown_text(sheet.preview)
    box = sheet.list.visualRect(sheet.model.index(own)).topLeft()
    box.setX(box.x() + 12)
    box.setY(place.y())
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box)
    filled.settle(250)
    assert "Taught my brother to read" not in shown_text(sheet.preview)


def test_the_page_speaks_the_language_that_is_chosen_for_it(filled: Driver) -> None:
    sheet = sheet_of(filled)
    sheet.language.setCurrentIndex(sheet.language.findData("es"))
    filled.settle(250)
    assert "Resumen de lo que aprendí e hice" in shown_text(sheet.preview)


def test_nothing_is_written_without_a_place_and_escape_leaves(filled: Driver) -> None:
    sheet = sheet_of(filled)
    filled.dialogs.save_as = None
    before = sorted(filled.folder.iterdir())
    button(sheet, "Save as PDF").click()
    filled.settle()
    assert sorted(filled.folder.iterdir()) == before
    assert filled.dialogs.asked == ["overview.pdf"]
    filled.press(sheet.counts, Qt.Key.Key_Escape)
    assert filled.shell.sheet is None
    assert filled.shell.pages.currentWidget() is filled.shell.overview


def test_what_is_not_valid_is_on_paper_only_when_it_is_ticked(opened: Driver) -> None:
    sheet = opened.add(broken("expired.json"))
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    paper = sheet_of(opened)
    assert "Not valid" not in shown_text(paper.preview)
    opened.press(paper.list, Qt.Key.Key_Space)
    paper.list.setCurrentIndex(paper.model.index(0))
    if not paper.model.ticked:
        opened.press(paper.list, Qt.Key.Key_Space)
    opened.settle(250)
    assert "Not valid (checked" in shown_text(paper.preview)


def test_the_printed_page_fits_its_paper(filled: Driver) -> None:
    sheet = sheet_of(filled)
    assert sheet.paper is not None
    for width, height in ((794, 1123), (816, 1056)):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        paint_overview(painter, QRectF(0, 0, width, height), sheet.paper)
        painter.end()
        dark = _dark_rows(image)
        assert dark
        assert min(dark) > 5
        assert max(dark) < height - 5


def _dark_rows(image: QImage) -> Sequence[int]:
    return [
        y
        for y in range(image.height())
        if any(QColor(image.pixel(x, y)).lightness() < 100 for x in range(0, image.width(), 2))
    ]
