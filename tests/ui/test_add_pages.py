"""More things in the add sheet than one page of rows: turning pages, showing some only, stopping, reading again."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests import other_wallets as made
from tests.sample_documents import as_bytes
from tests.sample_files import broken, good
from tests.ui.driver import Driver, button, named, shown_text
from tests.ui.hands import Hands
from wallet.ui.originals import Originals
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.found_head import PAGE
from wallet.ui.widgets.fields import ListField

MANY = 2 * PAGE + 10


def added(driver: Driver, folder: Path, *others: Path) -> AddPage:
    """A list of many badges, and other files after it."""
    path = folder / "all.json"
    path.write_bytes(as_bytes(made.badges(MANY)))
    sheet = driver.add(path, *others)
    settled(driver, sheet)
    return sheet


def settled(driver: Driver, sheet: AddPage) -> None:
    """All rows of the page are there."""
    driver.settle()
    while sheet.found.is_filling:
        driver.settle()


def names(sheet: AddPage) -> list[str]:
    return [line.tick.accessibleName() for line in sheet.rows]


def expected(first: int, last: int) -> list[str]:
    return [f"Save Badge {number}" for number in range(first, last)]


def test_every_thing_has_a_row_on_one_of_the_pages(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path)
    assert names(sheet) == expected(0, PAGE)
    assert not button(sheet, "The rows before these").isEnabled()
    button(sheet, "The rows after these").click()
    settled(opened, sheet)
    assert names(sheet) == expected(PAGE, 2 * PAGE)
    pages = named(sheet, ListField, "Rows")
    assert pages.currentText() == f"Rows {PAGE + 1}\u2013{2 * PAGE}"
    pages.setCurrentIndex(pages.count() - 1)
    settled(opened, sheet)
    assert names(sheet) == expected(2 * PAGE, MANY)
    assert not button(sheet, "The rows after these").isEnabled()
    assert sheet.accessibleDescription() == f"Rows {2 * PAGE + 1}\u2013{MANY} of {MANY}"


def test_what_was_never_in_sight_is_saved_and_what_was_unticked_is_not(
    opened: Driver, tmp_path: Path
) -> None:
    sheet = added(opened, tmp_path)
    sheet.rows[3].tick.click()
    button(sheet, "The rows after these").click()
    settled(opened, sheet)
    button(sheet, "The rows before these").click()
    settled(opened, sheet)
    assert [line.ticked for line in sheet.rows].count(False) == 1
    assert not sheet.rows[3].ticked, "it is as it was left"
    button(sheet, f"Save {MANY - 1} credentials").click()
    opened.settle()
    assert len(opened.names()) == MANY - 1
    assert "Badge 3" not in opened.names()
    assert f"Badge {MANY - 1}" in opened.names()


def test_only_some_can_be_shown_and_how_many_there_are_is_said(opened: Driver, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("nothing to see")
    sheet = added(opened, tmp_path, notes, broken("changed-after-issue.json"), good("budgeting.json"))
    assert sheet.found.head.counted.text() == f"{MANY + 1} ready · 1 not valid · 1 could not be read"
    show = named(sheet, ListField, "Show")
    for words, file in (("Not valid", "changed-after-issue.json"), ("Could not be read", "notes.txt")):
        show.setCurrentIndex(show.findText(words))
        settled(opened, sheet)
        (line,) = sheet.rows
        assert file in shown_text(line)
    sheet.rows[0].why.click()
    show.setCurrentIndex(show.findText("Not valid"))
    settled(opened, sheet)
    sheet.rows[0].tick.click()
    assert sheet.save.accessibleName() == f"Save {MANY + 2} credentials", "also those that are not shown"
    show.setCurrentIndex(show.findText("Show all"))
    settled(opened, sheet)
    assert len(sheet.rows) == PAGE


def test_with_the_largest_text_on_a_small_screen_nothing_is_cut_off_at_the_side(
    opened: Driver, tmp_path: Path
) -> None:
    opened.window.choose_text_size(200)
    opened.window.resize(1024, 600)
    sheet = added(opened, tmp_path)
    inside = sheet.middle.viewport()
    for part in (button(sheet, "The rows after these"), sheet.rows[0].why, sheet.rows[0].chip):
        end = part.mapTo(inside, part.rect().topRight()).x()
        assert 0 < end < inside.width(), part.accessibleName()
    opened.window.choose_text_size(100)
    opened.settle()


def test_what_a_few_things_need_is_all_there_is_for_a_few(opened: Driver) -> None:
    sheet = opened.add(good("budgeting.json"))
    assert not sheet.found.head.isVisible()


def test_by_keyboard_the_way_leads_through_the_rows_to_the_foot(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path)
    hands = Hands(opened)
    hands.choose("The rows after these")
    settled(opened, sheet)
    assert hands.hears == "The rows after these", "the next page is one more press away"
    hands.press_tab()
    assert hands.hears == f"Save Badge {PAGE}"
    hands.press_tab()
    assert hands.hears.startswith(f"Why? Badge {PAGE}")
    hands.tab_to(f"Why? Badge {2 * PAGE - 1}…")
    hands.press_tab()
    assert hands.hears == "Write my own"
    hands.tab_to(f"Save {MANY} credentials")


def test_saving_many_can_be_stopped_and_what_was_kept_stays(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path)
    assert sheet.saving is not None
    told: list[str] = []

    def stop(done: int, total: int) -> None:
        told.append(sheet.progress.words.text())
        if (done, total) == (3, MANY):
            button(sheet, "Stop").click()

    sheet.saving.counted.connect(stop)
    button(sheet, f"Save {MANY} credentials").click()
    opened.settle()
    assert f"Saved 3 of {MANY}" in told
    kept = len(opened.names())
    assert 3 <= kept < MANY
    assert sheet.progress.words.text() == f"Stopped. {kept} credentials saved"
    assert opened.shell.sheet is sheet
    assert "You have this already." in shown_text(sheet.rows[0])
    assert [line.ticked for line in sheet.rows[:3]] == [False] * 3
    button(sheet, f"Save {MANY - kept} credentials").click()
    opened.settle()
    assert len(opened.names()) == MANY
    assert opened.shell.sheet is None


def test_escape_while_things_are_kept_stops_first_and_leaves_then(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path)
    assert sheet.saving is not None
    sheet.saving.counted.connect(lambda done, _total: sheet.leave() if done == 2 else None)
    button(sheet, f"Save {MANY} credentials").click()
    opened.settle()
    assert opened.shell.sheet is sheet
    sheet.leave()
    opened.settle()
    assert opened.shell.sheet is None
    assert 2 <= len(opened.names()) < MANY


@pytest.mark.parametrize("stops", [False, True])
def test_what_is_dropped_while_things_are_kept_is_looked_at_afterwards(
    opened: Driver, tmp_path: Path, stops: bool
) -> None:
    late = tmp_path / "late.json"
    late.write_bytes(as_bytes(made.badges(1, 900)[0]))
    sheet = added(opened, tmp_path)
    assert sheet.saving is not None

    def drop(done: int, _total: int) -> None:
        if done == 2:
            opened.shell.add_files([str(late)])
            if stops:
                sheet.leave()

    sheet.saving.counted.connect(drop)
    button(sheet, f"Save {MANY} credentials").click()
    opened.settle()
    kept = len(opened.names())
    assert "Badge 900" not in opened.names()
    after = opened.shell.sheet
    assert isinstance(after, AddPage)
    settled(opened, after)
    assert (after is sheet) == stops
    assert (after.entries[-1].finding.title, after.entries[-1].ticked) == ("Badge 900", True)
    assert len(after.ticked) == MANY - kept + 1


def test_what_turns_out_to_be_had_joins_those_that_are_shown(opened: Driver, tmp_path: Path) -> None:
    opened.keep(good("budgeting.json"))
    sheet = added(opened, tmp_path)
    show = named(sheet, ListField, "Show")
    show.setCurrentIndex(show.findText("You have these already"))
    settled(opened, sheet)
    assert sheet.rows == []
    sheet.add_files([str(good("budgeting.json"))])
    settled(opened, sheet)
    (line,) = sheet.rows
    assert "You have this already." in shown_text(line)


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is in a file of its own stays in memory."""
    monkeypatch.setattr("wallet.ui.pages.add.Originals", partial(Originals, 0))


@pytest.mark.usefixtures("no_room")
def test_what_is_read_again_is_what_was_checked_or_is_not_kept(
    opened: Driver, tmp_path: Path, qapp: QApplication
) -> None:
    del qapp
    paths = []
    for name in ("budgeting.json", "peer-tutoring.json", "laser-cutting.png"):
        path = tmp_path / name
        path.write_bytes(good(name).read_bytes())
        paths.append(path)
    sheet = opened.add(*paths)
    paths[0].unlink()
    paths[1].write_bytes(good("small-sewing.json").read_bytes())
    button(sheet, "Save 3 credentials").click()
    opened.settle()
    assert opened.names() == ["Digital Fabrication: Laser Cutting"]
    assert opened.window.message_bar.spoken.startswith("1 credential saved. 2 could not be kept.")


def test_what_came_out_of_an_archive_stays_in_memory(tmp_path: Path) -> None:
    originals = Originals(0)
    held = originals.keep(b"inside" * 100)
    assert held.read() == b"inside" * 100
    path = tmp_path / "file"
    path.write_bytes(b"whole" * 100)
    again = originals.keep(b"whole" * 100, str(path))
    assert (again.held, again.read()) == (b"", b"whole" * 100)
