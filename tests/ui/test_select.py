"""Several credentials at once: into the bin, a collection, a tag, a share; with the keyboard and with clicks."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.sample_files import good
from tests.ui.driver import Driver, button, shown_text
from tests.ui.hands import Hands
from wallet.app.settings import Settings
from wallet.ui.languages import ENGLISH, SPANISH, wear
from wallet.ui.marks import Filter
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.share.sheet import ShareSheet

NAMES = ("laser-cutting.png", "peer-tutoring.json", "budgeting.json")


def selecting(driver: Driver, *words: str) -> CredentialsPage:
    """Two of three selected by the keyboard alone."""
    driver.keep(*(good(name) for name in NAMES))
    driver.window.message_bar.clear()
    page = driver.shell.credentials
    button(page, "Select several").click()
    driver.settle()
    page.grid.setFocus()
    for row, name in enumerate(driver.names()):
        if any(word in name for word in words):
            page.grid.selectionModel().setCurrentIndex(
                page.model.index(row), page.grid.selectionModel().SelectionFlag.NoUpdate
            )
            driver.press(page.grid, Qt.Key.Key_Space)
    return page


def test_the_bar_says_how_many_and_offers_nothing_for_none(opened: Driver) -> None:
    page = selecting(opened)
    bar = page.selection_bar
    assert bar.isVisible()
    assert "press Space" in shown_text(bar)
    assert not bar.bin_button.isEnabled()
    page.grid.setFocus()
    opened.press(page.grid, Qt.Key.Key_Space)
    assert "1 selected" in shown_text(bar)
    assert bar.bin_button.isEnabled()
    assert not bar.tag_button.isEnabled(), "no name yet"
    button(bar, "Stop selecting").click()
    assert bar.isHidden()
    assert not page.selected_ids()


def test_several_go_to_the_bin_and_come_back_together(opened: Driver) -> None:
    page = selecting(opened, "Laser", "Peer")
    assert len(page.selected_ids()) == 2
    opened.press(page.grid, Qt.Key.Key_Delete)
    assert len(opened.names()) == 1
    assert "2 credentials moved to the bin." in opened.window.message_bar.spoken
    assert page.selection_bar.isHidden()
    assert opened.window.menus.actions["undo"].text() == "Undo: move 2 credentials to the bin"
    button(opened.window.message_bar, "Undo").click()
    opened.settle()
    assert len(opened.names()) == 3


def test_several_get_a_tag_and_a_collection_which_can_be_taken_back(opened: Driver) -> None:
    page = selecting(opened, "Laser", "Peer")
    page.selection_bar.name.setText("summer")
    button(page.selection_bar, "Add the tag").click()
    opened.settle()
    assert "2 credentials changed." in opened.window.message_bar.spoken
    page.show_part(Filter(tag="summer"))
    opened.settle()
    assert len(opened.names()) == 2
    opened.window.menus.actions["undo"].trigger()
    opened.settle()
    page.show_part(Filter())
    opened.settle()
    assert len(opened.names()) == 3
    assert "summer" not in shown_text(page.detail)


def test_several_are_shared_together(opened: Driver) -> None:
    page = selecting(opened, "Laser", "Peer")
    button(page.selection_bar, "Share them").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ShareSheet)
    ticked = sorted(one.card.name for one in sheet.what.choices if one.tick.isChecked())
    assert ticked == ["Digital Fabrication: Laser Cutting", "Peer Tutoring"]


def test_a_click_selects_in_a_narrow_window_instead_of_opening(opened: Driver) -> None:
    opened.window.resize(1024, 600)
    opened.settle()
    page = selecting(opened)
    page.grid.clicked.emit(page.model.index(0))
    opened.settle()
    assert page.list_side.isVisible()
    button(page, "Stop selecting").click()
    page.grid.clicked.emit(page.model.index(0))
    opened.settle()
    assert page.list_side.isHidden(), "and opens again when selecting has ended"


def test_in_a_small_window_the_list_comes_back_for_selecting(opened: Driver) -> None:
    opened.window.resize(1024, 600)
    opened.settle()
    opened.keep(good(NAMES[0]))
    opened.choose("Laser")
    page = opened.shell.credentials
    assert page.detail.isVisible()
    page.select_several(several=True)
    assert page.list_side.isVisible()
    assert page.detail.isHidden()
    assert page.grid.hasFocus()


def test_everything_in_the_bar_fits_a_small_window(opened: Driver) -> None:
    opened.window.resize(1024, 600)
    opened.settle()
    page = selecting(opened, "Laser")
    bar = page.selection_bar
    for widget in (
        bar.share_button,
        bar.bin_button,
        bar.name,
        bar.collect_button,
        bar.tag_button,
        bar.done_button,
    ):
        corner = widget.mapTo(bar, widget.rect().bottomRight())
        assert bar.rect().contains(corner), widget.accessibleName()
    assert QApplication.focusWidget() is not None


def in_sight(page: QWidget) -> dict[str, QRect]:
    """Where each field and button of a page is, as far as it can be seen."""
    found: dict[str, QRect] = {}
    for one in page.findChildren(QWidget):
        if isinstance(one, QAbstractButton | QLineEdit | QComboBox) and one.isVisible():
            seen = one.visibleRegion().boundingRect()
            if not seen.isEmpty():
                found[one.accessibleName()] = QRect(one.mapTo(page, seen.topLeft()), seen.size())
    return found


@pytest.mark.parametrize("text_size", [100, 125, 200])
@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_nothing_above_the_list_covers_anything_on_a_small_screen(
    qapp: QApplication, tmp_path: Path, text_size: int, language: str
) -> None:
    """The search line has room for its words, and what finds no place scrolls in the order of reading."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    driver = Driver(qapp, folder, Settings(theme="light", text_size=text_size, language=language))
    driver.window.resize(1024, 600)
    driver.make_file()
    driver.keep(*(good(name) for name in NAMES))
    driver.window.message_bar.clear()
    page = driver.shell.credentials
    page.delete(page.model.card(page.model.index(0)).id)
    driver.settle()
    driver.window.message_bar.clear()
    hands = Hands(driver)
    for part in (Filter(), Filter(in_bin=True)):
        page.select_several(several=False)
        page.show_part(part)
        driver.settle()
        assert page.title.text() in ({"Bin", "Papelera"} if part.in_bin else {"Credentials", "Credenciales"})
        page.start_search()
        order = [page.search, page.order_button, page.narrowing.button, page.add_button]
        order += [page.empty_bin, page.select] if part.in_bin else [page.select]
        order.sort(key=lambda one: (place := one.mapTo(page, one.rect().topLeft())).y() * 9999 + place.x())
        for expected in order[1:]:
            hands.press_tab()
            assert hands.hears == expected.accessibleName()
        page.select.click()
        page.narrowing.button.click()
        driver.settle()
        for (name, one), (other, two) in combinations(in_sight(page.list_side).items(), 2):
            assert not one.intersects(two), f"{name} and {other}"
        assert page.search.width() >= page.search.sizeHint().width()
        page.narrowing.button.click()
        hands.tab_to(page.selection_bar.done_button.accessibleName())
        assert page.grid.height() > page.grid.sizeHint().height() // 4, "some of the list stays in sight"
    driver.close()
    wear(qapp, ENGLISH)


def test_a_long_name_of_a_collection_is_cut_on_screen_and_heard_whole(opened: Driver) -> None:
    name = "Things for the summer job at the harbor and for the school in the other town"
    page = selecting(opened, "Laser")
    page.selection_bar.name.setText(name)
    button(page.selection_bar, "Add to the collection").click()
    opened.settle()
    page.show_part(Filter(collection=name))
    opened.settle()
    assert page.title.text() != name
    assert page.title.accessibleName() == name
    assert (
        page.add_button.mapTo(page.list_side, page.add_button.rect().topRight()).x() < page.list_side.width()
    )
    page.show_part(Filter())
    opened.settle()
    assert page.title.text() == "Credentials"
    assert page.title.accessibleName() == ""
