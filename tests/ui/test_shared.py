"""A computer that others use, too: three doors, a shorter wait, no trace, and two people one after the other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from tests.sample_files import good
from tests.ui import controls
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from tests.ui.test_accessible import boxes, markup_in_tips, not_plain
from tests.ui.test_lock_guard import pass_seconds
from wallet.app.unlock import create_vault
from wallet.ui.lock_guard import SHARED_SECONDS
from wallet.ui.pages.start import StartPage
from wallet.ui.traceless_dialogs import TracelessDialogs
from wallet.ui.widgets.file_picker import FilePicker
from wallet.ui.widgets.status import StatusChip

# A dialog tells the system how small it may become; the platform of tests says that it has no use for that.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FAULTS = (controls.usable, not_plain, markup_in_tips, boxes)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "DANA-USB"
    folder.mkdir()
    return folder


@pytest.fixture
def shared(qapp: QApplication, stick: Path) -> Iterator[Driver]:
    """A window on a shared computer with an empty stick in it."""
    made = Driver(qapp, stick, sticks=[stick])
    yield made
    made.close()


@pytest.fixture
def at_work(shared: Driver) -> Driver:
    """A file open on it."""
    shared.make_file()
    return shared


def start(driver: Driver) -> StartPage:
    page = driver.window.start_page
    assert page is not None
    return page


def make_vault(driver: Driver, path: Path) -> None:
    create_vault(path, bytearray(PASSPHRASE.encode()), driver.surroundings.services).close()


def faults(driver: Driver) -> dict[str, list[str]]:
    return {fault.__name__: found for fault in FAULTS if (found := fault(driver.window))}


def test_there_are_three_doors_and_nothing_of_anybody(shared: Driver) -> None:
    page = start(shared)
    assert page.isVisible()
    said = shown_text(page)
    for words in ("Open from a stick", "Start a new file", "Check without a file", "60 seconds", "No names"):
        assert words in said
    assert not shared.window.shared_banner.isVisible()
    assert not shared.window.guard.watching
    assert faults(shared) == {}


def test_a_file_on_a_stick_is_found_named_and_opened(shared: Driver, stick: Path) -> None:
    page = start(shared)
    assert page.stick.button.text() == "Look for my file"
    make_vault(shared, stick / "dana.lerwallet")
    page.look()
    assert "We found DANA-USB with dana.lerwallet." in shown_text(page.stick)
    assert not page.which.isVisible()
    button(page, "Open dana.lerwallet").click()
    assert shared.window.unlock_page.path == stick / "dana.lerwallet"
    assert shared.window.shared_banner.isVisible()
    shared.unlock()
    assert shared.window.shell is not None
    assert faults(shared) == {}


def test_of_several_files_one_is_chosen(shared: Driver, stick: Path) -> None:
    page = start(shared)
    (stick / "vaults").mkdir()
    make_vault(shared, stick / "dana.lerwallet")
    shutil.copy(stick / "dana.lerwallet", stick / "vaults" / "eli & co.lerwallet")
    page.look()
    assert page.which.isVisible()
    page.which.setCurrentIndex(1)
    button(page, "Open eli & co.lerwallet").click()
    assert shared.window.unlock_page.path == stick / "vaults" / "eli & co.lerwallet"


def test_a_stick_is_looked_for_only_while_the_page_is_in_sight(at_work: Driver, stick: Path) -> None:
    page = start(at_work)
    assert not page._timer.isActive()
    at_work.window.lock()
    at_work.settle()
    assert page._timer.isActive()
    (stick / "dana.lerwallet").unlink()
    page.look()
    assert page.stick.button.text() == "Look for my file"


def test_lock_and_leave_goes_back_to_the_start(at_work: Driver) -> None:
    at_work.keep(good("laser-cutting.png"))
    assert at_work.window.shared_banner.isVisible()
    assert "Nothing stays here" in shown_text(at_work.window.shared_banner)
    at_work.window.choose_text_size(125)
    button(at_work.shell.sidebar.lock_card, "Lock and leave").click()
    at_work.settle()
    assert start(at_work).isVisible()
    assert not at_work.window.guard.watching
    (resumed,) = at_work.begun
    assert resumed.shared
    assert (resumed.vault, resumed.why, resumed.theme, resumed.text_size) == (None, "", "", 0)


def test_it_locks_after_sixty_seconds(at_work: Driver) -> None:
    pass_seconds(at_work, SHARED_SECONDS - 20)
    assert "Locking in 20 seconds." in at_work.window.idle_warning.spoken
    assert faults(at_work) == {}
    pass_seconds(at_work, 20)
    assert start(at_work).isVisible()
    assert "60 seconds" in at_work.window.message_bar.spoken
    assert at_work.begun[0].text_size == 100


def test_a_passphrase_half_typed_does_not_wait_for_the_next_person(shared: Driver, stick: Path) -> None:
    make_vault(shared, stick / "dana.lerwallet")
    shared.window.open_file(stick / "dana.lerwallet")
    shared.window.unlock_page.field.line.setText(PASSPHRASE)
    pass_seconds(shared, SHARED_SECONDS)
    assert start(shared).isVisible()
    assert shared.window.unlock_page.field.text() == ""
    assert len(shared.begun) == 1


def test_back_leads_to_the_start_from_either_page(shared: Driver, stick: Path) -> None:
    shared.window.open_file(stick / "dana.lerwallet")
    shared.window.unlock_page.back.click()
    assert start(shared).isVisible()
    start(shared).new.button.click()
    assert shared.window.first_run.place.isVisible()
    shared.window.first_run.back.click()
    assert start(shared).isVisible()
    assert not shared.window.guard.watching


def test_a_credential_is_checked_without_a_file_and_forgotten(shared: Driver) -> None:
    start(shared).alone.button.click()
    sheet = shared.window.check_sheet
    assert sheet is not None
    data = QMimeData()
    data.setText(good("peer-tutoring.json").read_text(encoding="utf-8"))
    shared.window.intake.take(data)
    shared.settle()
    (line,) = sheet.rows
    assert line.findChild(StatusChip) is not None
    assert not line.tick.isVisible()
    assert not [
        child
        for child in sheet.findChildren(QWidget)
        if "Save" in child.accessibleName() and child.isVisible()
    ]
    assert "Nothing is saved." in sheet.intro.text()
    assert faults(shared) == {}
    button(sheet, "Done").click()
    shared.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert start(shared).isVisible()
    assert "Tutoring" not in everything_said()
    assert len(shared.begun) == 1


def test_the_samples_can_be_tried_without_a_file(shared: Driver) -> None:
    shared.window.menus.actions["alone"].trigger()
    sheet = shared.window.check_sheet
    assert sheet is not None
    sheet.samples.click()
    shared.settle()
    assert len(sheet.rows) > 5
    pass_seconds(shared, SHARED_SECONDS)
    assert shared.window.check_sheet is None
    assert start(shared).isVisible()


def test_a_computer_of_ones_own_has_the_same_two_doors(driver: Driver) -> None:
    page = driver.window.first_run
    page.check_button.click()
    assert driver.window.check_sheet is not None
    driver.window.check_sheet.cancel.click()
    driver.settle()
    assert page.isVisible()
    page.share_button.click()
    assert driver.begun[-1].shared
    assert driver.begun[-1].vault is None


def test_a_new_file_is_offered_a_stick_and_a_place_on_the_computer_is_warned_of(
    shared: Driver, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(shared).new.button.click()
    place = shared.window.first_run.place
    assert place.path.parent == stick
    # in a test the stick is a folder on the same disk as HOME, which is what must be warned of
    assert "on the shared computer" in place.notice.strong.text()
    assert place.notice.isVisible()
    monkeypatch.setattr(Path, "home", lambda: Path("/proc"))
    place.begin(stick)
    assert not place.notice.isVisible()


# -- two people, one after the other


def everything_said() -> str:
    """All a person could see, hear, undo, paste or drag in the whole program."""
    said = [QApplication.clipboard().text()]
    for top in QApplication.topLevelWidgets():
        said.append(shown_text(top))
        for widget in [top, *top.findChildren(QWidget)]:
            interface = QAccessible.queryAccessibleInterface(widget)
            said += [
                interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText
            ]
            if isinstance(widget, QLineEdit) and widget.isUndoAvailable():
                said.append("something to undo")
            if isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable():
                said.append("something to undo")
    return "\n".join(part for part in said if part)


def test_nothing_of_the_first_person_is_there_for_the_second(
    qapp: QApplication, stick: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "ELI-USB"
    theirs.mkdir()
    sticks = [stick]
    driver = Driver(qapp, stick, sticks=sticks)
    try:
        driver.make_file()
        driver.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
        driver.choose("Laser")
        QTest.keyClicks(driver.shell.credentials.search, "Laser")
        driver.settle(200)
        driver.tools.clipboard.copy("Laser Cutting")
        sheet = driver.share("Laser")
        sheet.who.to.setText("Riverside Boats")
        before = everything_said()
        for word in ("Laser", "dana.lerwallet", "DANA-USB", "Riverside", "something to undo"):
            assert word in before, word
        button(driver.window, "Close").click()
        driver.shell.sidebar.lock_card.button.click()
        driver.settle()
        sticks[:] = [theirs]
        make_vault(driver, theirs / "eli.lerwallet")
        start(driver).look()
        start(driver).stick.button.click()
        driver.unlock()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        driver.keep(good("small-soldering.json"))
        after = everything_said()
        assert "eli" in after
        for word in ("Laser", "Tutoring", "Riverside", "dana.lerwallet", "DANA-USB", "something to undo"):
            assert word not in after, word
        assert driver.names() == [name for name in driver.names() if "Soldering" in name]
        driver.shell.credentials.search.setText("Laser")
        driver.settle(200)
        assert driver.names() == []
        assert driver.tools.clipboard.text() == ""
        assert len({resumed.shared for resumed in driver.begun}) == 1
    finally:
        driver.close()


# -- asking for files


@pytest.fixture
def asking(shared: Driver, stick: Path) -> TracelessDialogs:
    (stick / "badges").mkdir()
    (stick / "badges" / "laser.png").write_bytes(b"x")
    (stick / "notes.txt").write_bytes(b"x")
    (stick / ".hidden").write_bytes(b"x")
    (stick / "a<b>.lerwallet").write_bytes(b"x")
    dialogs = TracelessDialogs(lambda: [stick])
    dialogs.wear(shared.tools.look)
    return dialogs


def during(driver: Driver, act: object) -> list[str]:
    """Runs `act` on the dialog once it is there; returns the entries it showed first."""
    seen: list[str] = []

    def now() -> None:
        picker = QApplication.activeModalWidget()
        assert isinstance(picker, FilePicker)
        seen.extend(picker.list.item(row).text() for row in range(picker.list.count()))
        seen.extend(name for fault in FAULTS[:5] for name in map(str, fault(picker)))
        assert callable(act)
        act(picker)

    QTimer.singleShot(0, driver.window, now)
    return seen


def pick(picker: FilePicker, *names: str) -> None:
    for row in range(picker.list.count()):
        item = picker.list.item(row)
        item.setSelected(item.text() in names)


def test_files_are_chosen_in_our_own_dialog(shared: Driver, asking: TracelessDialogs, stick: Path) -> None:
    def act(picker: FilePicker) -> None:
        pick(picker, "notes.txt", "a<b>.lerwallet")
        picker.take.click()

    seen = during(shared, act)
    chosen = asking.open_files(shared.window, "Choose badge files")
    assert seen == ["badges/", "a<b>.lerwallet", "notes.txt"]
    assert sorted(chosen) == sorted([str(stick / "notes.txt"), str(stick / "a<b>.lerwallet")])


def test_folders_are_entered_and_left_by_key_and_button(
    shared: Driver, asking: TracelessDialogs, stick: Path
) -> None:
    def act(picker: FilePicker) -> None:
        assert not picker.take.isEnabled()
        picker.list.itemActivated.emit(picker.list.item(0))
        assert picker.list.item(0).text() == "laser.png"
        picker.up.click()
        picker.list.itemActivated.emit(picker.list.item(0))
        picker.list.itemActivated.emit(_selected(picker, "laser.png"))

    def _selected(picker: FilePicker, name: str) -> object:
        pick(picker, name)
        return picker.list.item(0)

    during(shared, act)
    assert asking.open_files(shared.window, "Choose") == [str(stick / "badges" / "laser.png")]


def test_only_wallet_files_are_offered_where_one_is_wanted(
    shared: Driver, asking: TracelessDialogs, stick: Path
) -> None:
    seen = during(shared, lambda picker: picker.reject())
    assert asking.open_file(shared.window, "Open your file", stick, "Wallet files (*.lerwallet)") is None
    assert seen == ["badges/", "a<b>.lerwallet"]


def test_a_new_file_gets_a_name_that_is_free(shared: Driver, asking: TracelessDialogs, stick: Path) -> None:
    def act(picker: FilePicker) -> None:
        picker.name.setText("notes.txt")
        assert not picker.take.isEnabled()
        assert "already" in picker.trouble.text()
        picker.name.setText("../up.json")
        assert not picker.take.isEnabled()
        picker.name.setText("share.json")
        QTest.keyClick(picker.name, Qt.Key.Key_Return)

    during(shared, act)
    assert asking.save_file(shared.window, "Save", "share.json") == stick / "share.json"


def test_a_folder_is_the_one_in_sight_or_the_one_marked(
    shared: Driver, asking: TracelessDialogs, stick: Path
) -> None:
    during(shared, lambda picker: picker.take.click())
    assert asking.folder(shared.window, "Choose a place", stick / "badges") == stick / "badges"

    def act(picker: FilePicker) -> None:
        pick(picker, "badges/")
        picker.take.click()

    during(shared, act)
    assert asking.folder(shared.window, "Choose a place", stick) == stick / "badges"


def test_a_question_about_files_ends_at_lock(at_work: Driver, asking: TracelessDialogs) -> None:
    def act(picker: FilePicker) -> None:
        pass_seconds_inside(at_work)
        assert not picker.isVisible()

    during(at_work, act)
    assert asking.open_files(at_work.window, "Choose badge files") == []
    at_work.settle()
    assert start(at_work).isVisible()
    assert not [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]


def pass_seconds_inside(driver: Driver) -> None:
    driver.seconds += 25
    driver.window.guard.look()
    driver.seconds += 25
    driver.window.guard.look()
    driver.seconds += 25
    driver.window.guard.look()
