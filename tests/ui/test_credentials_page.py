"""The grid and the detail beside it."""

from PySide6.QtCore import QModelIndex, Qt

from tests.sample_files import broken, good
from tests.ui.driver import Driver, button, shown_text
from wallet.ui.chips import chip_of, line_colours
from wallet.ui.models.credential_model import Order


def filled(driver: Driver) -> Driver:
    driver.keep(good("laser-cutting.png"), good("peer-tutoring.json"), good("first-aid-and-cpr.json"))
    driver.window.message_bar.clear()
    return driver


def test_an_empty_file_says_what_to_do_first(opened: Driver) -> None:
    page = opened.shell.credentials
    assert page.body.currentWidget() is page.empty
    assert page.detail.isHidden()
    page.empty.add_button.click()
    assert opened.shell.sheet is not None


def test_a_row_is_spoken_with_its_status_and_reason(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    model = opened.shell.credentials.model
    index = model.index(0)
    assert model.data(index, int(Qt.ItemDataRole.AccessibleTextRole)) == (
        "Digital Fabrication: Laser Cutting, Harbor Makers Guild, Check this: No list of trusted issuers is set up"
    )
    assert "4 skills" in str(model.data(index, int(Qt.ItemDataRole.AccessibleDescriptionRole)))
    assert model.rowCount(QModelIndex()) == 1


def test_search_finds_names_issuers_and_skills(opened: Driver) -> None:
    filled(opened)
    page = opened.shell.credentials
    for words, expected in (
        ("laser", {"Digital Fabrication: Laser Cutting"}),
        ("lakeside", {"Peer Tutoring"}),
        ("mathematics", {"Peer Tutoring"}),
        ("zzzz", set[str]()),
        ("", {"Digital Fabrication: Laser Cutting", "Peer Tutoring", "First Aid and CPR"}),
    ):
        page.search.setText(words)
        opened.settle(200)
        assert set(opened.names()) == expected
    page.search.setText("zzzz")
    opened.settle(200)
    assert page.nothing.isVisible()


def test_the_order_can_be_changed(opened: Driver) -> None:
    filled(opened)
    page = opened.shell.credentials
    page.model.sort_by(Order.NAME)
    assert opened.names() == sorted(opened.names(), key=str.casefold)
    page.model.sort_by(Order.NEWEST)
    assert opened.names()[0] == "Digital Fabrication: Laser Cutting"


def test_the_order_menu_changes_the_order_and_its_button(opened: Driver) -> None:
    filled(opened)
    page = opened.shell.credentials
    menu = page.order_button.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Issuer, A to Z").trigger()
    assert page.model.order is Order.ISSUER
    assert page.order_button.accessibleName() == "Issuer, A to Z"


def test_the_detail_says_what_was_checked_in_plain_words(opened: Driver) -> None:
    filled(opened)
    opened.choose("Laser")
    said = shown_text(opened.shell.credentials.detail)
    for words in (
        "What we checked",
        "Nothing was changed",
        "Signed with the issuer's own key",
        "Still in date",
        "Issuer is on no list we know",
        "How it was earned",
        "Skills this shows",
        "Evidence",
        "Checked on 23 November 2026.",
    ):
        assert words in said
    for word in ("cryptosuite", "revocation", "hash", "DID "):
        assert word not in said.split("Technical details")[0]


def test_a_chip_is_never_better_than_a_line_below_it(opened: Driver) -> None:
    sheet = opened.add(*sorted(broken("").iterdir()), *sorted(good("").iterdir()))
    for line in sheet.rows:
        if line.tick.isEnabled():
            line.tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    order = ["text3", "ok", "self", "warn", "wait", "bad"]
    page = opened.shell.credentials
    for row in range(page.model.rowCount()):
        page.grid.select_row(row)
        opened.settle()
        shown = page.detail.shown
        assert shown is not None
        worst = max(line_colours(shown.report.checks), key=order.index)
        assert chip_of(shown.card.verdict).token == ("ok" if worst == "text3" else worst), shown.card.name


def test_check_again_keeps_the_new_date(opened: Driver) -> None:
    filled(opened)
    opened.choose("Peer")
    button(opened.shell.credentials.detail, "Check again").click()
    opened.settle()
    shown = opened.shell.credentials.detail.shown
    assert shown is not None
    assert shown.card.name == "Peer Tutoring"


def test_the_original_file_comes_out_byte_for_byte(opened: Driver) -> None:
    filled(opened)
    opened.choose("Laser")
    opened.dialogs.save_as = opened.folder / "copy.png"
    button(opened.shell.credentials.detail, "Save the original file").click()
    opened.settle()
    assert (opened.folder / "copy.png").read_bytes() == good("laser-cutting.png").read_bytes()
    assert opened.dialogs.asked[0].endswith(".png")
    assert "laser" not in opened.dialogs.asked[0].casefold()


def test_a_small_window_shows_one_pane_at_a_time(opened: Driver) -> None:
    filled(opened)
    opened.window.resize(1024, 600)
    opened.settle()
    page = opened.shell.credentials
    assert page.list_side.isVisible()
    assert page.detail.isHidden()
    page.grid.setFocus()
    opened.press(page.grid, Qt.Key.Key_Home)
    opened.press(page.grid, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.list_side.isHidden()
    assert page.detail.back_button.hasFocus()
    opened.press(page.detail.back_button, Qt.Key.Key_Escape)
    assert page.list_side.isVisible()
    assert page.grid.hasFocus()
    opened.window.resize(1366, 768)
    opened.settle()
    assert page.list_side.isVisible()
    assert page.detail.isVisible()


def test_columns_follow_the_width(opened: Driver) -> None:
    filled(opened)
    grid = opened.shell.credentials.grid
    opened.window.resize(1366, 768)
    opened.settle()
    assert grid.columns() == 3
    opened.window.resize(760, 600)
    opened.settle()
    assert opened.shell.sidebar.width() < 100
    assert grid.columns() == 2


def test_pictures_arrive_for_what_is_in_sight(opened: Driver) -> None:
    filled(opened)
    model = opened.shell.credentials.model
    pictures = {
        card.name: model.picture(card.id) for card in (model.card(model.index(row)) for row in range(3))
    }
    assert pictures["Digital Fabrication: Laser Cutting"] is not None


def test_arrow_keys_move_and_the_detail_follows(opened: Driver) -> None:
    filled(opened)
    page = opened.shell.credentials
    page.grid.setFocus()
    opened.press(page.grid, Qt.Key.Key_Home)
    first = page.selected_id()
    opened.press(page.grid, Qt.Key.Key_Right)
    assert page.selected_id() != first
    assert page.detail.shown is not None
    assert page.detail.shown.card.id == page.selected_id()


def test_control_f_goes_to_the_search_line_and_down_leads_back(opened: Driver) -> None:
    filled(opened)
    page = opened.shell.credentials
    opened.press(opened.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    opened.press(page.search, Qt.Key.Key_Down)
    assert page.grid.hasFocus()
