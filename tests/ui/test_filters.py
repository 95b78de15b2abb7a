"""Narrowing the list by type, status, year and skill: at the keyboard, with the mouse, with a search, in the bin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_files import good
from tests.ui.driver import Driver, button, named, shown_text
from tests.ui.hands import Hands
from wallet.app.filter_view import ListFilters, Status
from wallet.credentials.kinds import Kind
from wallet.ui import announce as announce_
from wallet.ui.marks import Filter
from wallet.ui.pages import credentials
from wallet.ui.widgets.fields import ListField

LASER, TUTORING, AID = "Digital Fabrication: Laser Cutting", "Peer Tutoring", "First Aid and CPR"


@pytest.fixture
def filled(opened: Driver) -> Driver:
    opened.keep(good("laser-cutting.png"), good("peer-tutoring.json"), good("first-aid-and-cpr.json"))
    opened.window.message_bar.clear()
    opened.settle()
    return opened


def choose(driver: Driver, field: str, words: str) -> None:
    """As a click on a line of a list does."""
    narrowing = driver.shell.credentials.narrowing
    if not narrowing.button.isChecked():
        narrowing.button.click()
        driver.settle()
    lists = named(narrowing, ListField, field)
    row = lists.findText(words)
    assert row > 0, [lists.itemText(one) for one in range(lists.count())]
    lists.setCurrentIndex(row)
    lists.activated.emit(row)
    driver.settle()


def test_the_list_is_narrowed_and_each_filter_is_taken_back(filled: Driver) -> None:
    page = filled.shell.credentials
    choose(filled, "Type", "Volunteer work")
    assert filled.names() == [TUTORING]
    assert page.count.text() == "1 found"
    assert page.narrowing.button.accessibleName() == "Filter (1)"
    choose(filled, "Status", "Check this")
    assert filled.names() == [TUTORING]
    button(page, "Remove the filter Type: Volunteer work").click()
    filled.settle()
    assert set(filled.names()) >= {TUTORING, LASER}
    assert QApplication.focusWidget() is button(page, "Remove the filter Status: Check this")
    button(page, "Clear filters").click()
    filled.settle()
    assert set(filled.names()) == {LASER, TUTORING, AID}
    assert page.count.text().startswith("3 saved")
    assert QApplication.focusWidget() is page.narrowing.button
    assert page.narrowing.button.accessibleName() == "Filter"


def test_only_what_there_is_can_be_chosen(filled: Driver) -> None:
    narrowing = filled.shell.credentials.narrowing
    narrowing.button.click()
    filled.settle()

    def offered(name: str) -> list[str]:
        field = named(narrowing, ListField, name)
        return [field.itemText(row) for row in range(field.count())]

    assert offered("Type") == ["Any", "Badge", "Certificate", "Volunteer work"]
    assert "Added by you" not in offered("Status")
    assert offered("Year")[1:] == sorted(offered("Year")[1:], reverse=True)
    assert "Instructing" in offered("Skill")


def test_filters_work_with_a_search_and_leave_with_it_for_another_part(filled: Driver) -> None:
    page = filled.shell.credentials
    choose(filled, "Skill", "Mathematics")
    assert filled.names() == [TUTORING]
    page.search.setText("laser")
    filled.settle(200)
    assert filled.names() == []
    assert "Remove a filter" in shown_text(page.body)
    page.search.setText("tutoring")
    filled.settle(200)
    assert filled.names() == [TUTORING]
    page.show_part(Filter(in_bin=True))
    filled.settle()
    assert page.narrowing.filters.is_empty
    assert page.search.text() == ""


def test_filters_narrow_the_bin_and_a_collection(filled: Driver) -> None:
    page = filled.shell.credentials
    for words in ("Laser", "Peer"):
        filled.choose(words)
        page.delete(page.selected_id())
        filled.settle()
    page.show_part(Filter(in_bin=True))
    filled.settle()
    assert len(filled.names()) == 2
    choose(filled, "Type", "Badge")
    assert filled.names() == [LASER]


def test_what_the_learner_wrote_is_a_status_of_its_own(filled: Driver) -> None:
    filled.window.menus.actions["own"].trigger()
    filled.settle()
    sheet = filled.shell.sheet
    assert sheet is not None
    sheet.what.setText("Ran a stall")  # type: ignore[attr-defined]
    kinds = named(sheet, ListField, "What kind of thing is it?")
    kinds.setCurrentIndex(kinds.findText("Job or internship"))
    button(sheet, "Save").click()
    filled.settle()
    choose(filled, "Status", "Added by you")
    assert filled.names() == ["Ran a stall"]
    choose(filled, "Type", "Job or internship")
    assert filled.names() == ["Ran a stall"]
    page = filled.shell.credentials
    page.narrowing.narrow(
        ListFilters(kinds=(Kind.JOB,), statuses=(Status.CHECK,)), {"kinds": "x", "statuses": "y"}
    )
    filled.settle()
    assert filled.names() == []


def test_by_keyboard_alone_and_what_is_left_is_read_aloud(
    filled: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    heard = announce_.announce

    def listen(place: QWidget, words: str, *, urgent: bool = False) -> None:
        said.append(words)
        heard(place, words, urgent=urgent)

    monkeypatch.setattr(credentials, "announce", listen)
    hands = Hands(filled)
    page = filled.shell.credentials
    page.search.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.choose("Filter")
    assert hands.holds is named(page.narrowing, ListField, "Type")
    for _ in range(3):
        hands.press(Qt.Key.Key_Down)
    assert filled.names() == [TUTORING]
    assert said[-1] == "1 found"
    hands.choose("Remove the filter Type: Volunteer work")
    assert said[-1].startswith("3 saved")
    assert hands.hears == "Filter"
    hands.press(Qt.Key.Key_Space)
    assert not page.narrowing.panel.isVisible()


def test_a_credential_that_comes_or_goes_changes_what_can_be_chosen(filled: Driver) -> None:
    choose(filled, "Type", "Certificate")
    assert filled.names() == [AID]
    filled.keep(good("school-record.json"))
    filled.settle()
    narrowing = filled.shell.credentials.narrowing
    assert named(narrowing, ListField, "Type").findText("Transcript") > 0
    assert narrowing.filters.kinds == (Kind.CERTIFICATE,)


def test_a_collection_is_shown_in_its_own_order_and_the_oldest_may_come_first(filled: Driver) -> None:
    page = filled.shell.credentials
    for words in ("Peer", "First Aid", "Laser"):
        filled.choose(words)
        assert page.detail.marks is not None
        page.detail.marks.collection.setText("Jobs")
        page.detail.marks.collection.returnPressed.emit()
        filled.settle()
    orders = {action.text(): action for action in page.order_button.menu().actions()}
    assert not orders["As in the collection"].isVisible()
    orders["Oldest first"].trigger()
    oldest = filled.names()
    assert oldest == list(reversed(sorted_by_date(filled)))
    page.show_part(Filter(collection="Jobs"))
    filled.settle()
    orders["As in the collection"].trigger()
    assert filled.names() == [TUTORING, AID, LASER]
    page.show_part(Filter())
    filled.settle()
    assert page.order_button.accessibleName() == "Newest first"
    assert filled.names() == sorted_by_date(filled)


def sorted_by_date(driver: Driver) -> list[str]:
    cards = driver.shell.credentials.model.cards
    return [card.name for card in sorted(cards, key=lambda card: card.issued or "", reverse=True)]
