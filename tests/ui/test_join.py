"""Another copy of the file, and a wallet of its own, brought into the open one at the window."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, shown_text
from wallet.ui.pages.join_sheet import JoinSheet


def locked_with(driver: Driver, path: Path, name: str) -> None:
    """The file at this path holds one more credential, and is closed."""
    driver.window.open_file(path)
    driver.unlock()
    if driver.window.mending.older.isVisible():
        driver.window.mending.older.open_anyway.click()
        driver.settle()
    driver.keep(good(name))
    driver.window.lock()
    driver.settle()


def join_sheet(driver: Driver) -> JoinSheet:
    sheet = driver.shell.sheet
    assert isinstance(sheet, JoinSheet)
    return sheet


def join(driver: Driver, passphrase: str = PASSPHRASE) -> JoinSheet:
    """The sheet after the other file and its passphrase were given; the file comes from the file dialog."""
    sheet = join_sheet(driver)
    sheet.field.line.setText(passphrase)
    driver.press(sheet.field.line, Qt.Key.Key_Return)
    return sheet


def test_a_copy_that_went_on_is_brought_in_and_stays_as_it_is(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    other = opened.folder / "dana (conflict).lerwallet"
    shutil.copy(opened.vault_path, other)
    locked_with(opened, other, "peer-tutoring.json")
    locked_with(opened, opened.vault_path, "laser-cutting.png")
    before = other.read_bytes()
    opened.window.open_file(opened.vault_path)
    opened.unlock()
    bar = opened.window.message_bar
    assert "dana (conflict).lerwallet, in the same folder, holds changes" in bar.spoken
    from tests.ui.driver import button  # noqa: PLC0415

    button(bar, "Bring them in").click()
    opened.settle()
    sheet = join(opened, "not this one")
    assert "passphrase" in shown_text(sheet.trouble).lower()
    assert sheet.field.text() == ""
    sheet = join(opened)
    assert "1 credential added." in shown_text(sheet.outcome)
    assert "Peer Tutoring" in sheet.names.text()
    opened.press(sheet.next, Qt.Key.Key_Return)
    assert sorted(opened.names()) == ["Digital Fabrication: Laser Cutting", "Peer Tutoring"]
    assert other.read_bytes() == before
    opened.shell.care.join(other)
    assert "There was nothing to add." in shown_text(join(opened).outcome)


def test_a_wallet_of_its_own_comes_in_only_when_its_owner_says_so(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.window.menus.actions["new"].trigger()
    opened.settle()
    first = opened.vault_path.rename(opened.folder / "first.lerwallet")
    opened.make_file()
    opened.dialogs.files = [str(first)]
    opened.window.menus.actions["join"].trigger()
    opened.settle()
    join_sheet(opened).choose.click()
    sheet = join(opened)
    assert "a wallet of its own" in shown_text(sheet.trouble)
    assert sheet.mine_too.isVisible()
    assert opened.names() == []
    sheet.field.line.setText(PASSPHRASE)
    assert not sheet.next.isEnabled(), "not before it is said"
    sheet.mine_too.setChecked(True)
    sheet.next.click()
    opened.settle()
    assert "1 credential added." in shown_text(sheet.outcome)
    assert opened.names() == ["Digital Fabrication: Laser Cutting"]


def test_the_open_file_is_not_another_one(opened: Driver) -> None:
    opened.shell.care.join(opened.vault_path)
    sheet = join_sheet(opened)
    assert "That is the file that is open." in shown_text(sheet.trouble)
    sheet.field.line.setText(PASSPHRASE)
    assert not sheet.next.isEnabled()
    opened.window.lock()
    opened.settle()
    assert opened.window.shell is None
