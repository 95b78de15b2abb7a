"""Backup, moving, an older copy, a damaged file and everything written out, as a person does it in the window."""

import json
import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from wallet.errors import Reason, VaultError
from wallet.ui.care_ports import OldFile
from wallet.ui.pages.move_sheet import MoveSheet
from wallet.ui.places import SETTINGS

PAGE = 4096
NAMES = (
    "laser-cutting.png",
    "peer-tutoring.json",
    "budgeting.json",
    "small-sewing.json",
    "small-soldering.json",
)


def stick(driver: Driver) -> Path:
    place = driver.folder.parent / "DANA-USB"
    place.mkdir(exist_ok=True)
    driver.dialogs.files = [str(place)]
    return place


def settings(driver: Driver) -> str:
    driver.shell.show_place(SETTINGS)
    driver.settle()
    return shown_text(driver.shell.settings.safe)


def act(driver: Driver, name: str) -> None:
    driver.window.menus.actions[name].trigger()
    driver.settle()


def reopen(driver: Driver, path: Path | None = None) -> None:
    driver.window.lock()
    driver.settle()
    if path is not None:
        driver.window.open_file(path)
    driver.unlock()


def test_after_five_new_items_the_lock_card_offers_a_backup_which_goes_to_a_second_place(
    opened: Driver,
) -> None:
    card = opened.shell.sidebar.lock_card
    opened.keep(*(good(name) for name in NAMES[:4]))
    assert card.backup.isHidden()
    opened.keep(good(NAMES[4]))
    assert card.backup.isVisible()
    assert "never backed up" in settings(opened)
    place = stick(opened)
    button(card, "Back up now").click()
    opened.settle()
    (copy,) = place.iterdir()
    assert copy.name == "dana 2026-11-23.lerwallet"
    assert "Backed up as dana 2026-11-23.lerwallet, in DANA-USB." in opened.window.message_bar.spoken
    assert card.backup.isHidden()
    assert "Last backed up on 23 November 2026. Nothing new since." in settings(opened)
    assert f"Copies go to {place}" in settings(opened).replace("\u200b", "")
    opened.dialogs.files = []
    act(opened, "backup")
    assert len(list(place.iterdir())) == 2, "the place is remembered: nobody is asked again"
    reopen(opened, copy)
    assert len(opened.names()) == len(NAMES)


def test_a_copy_beside_the_file_is_said_to_be_no_second_place(opened: Driver) -> None:
    opened.dialogs.files = [str(opened.folder)]
    act(opened, "backup")
    assert "both are gone" in opened.window.message_bar.spoken
    assert "Copies go to" not in settings(opened)


def test_a_backup_that_cannot_be_written_is_no_backup(opened: Driver) -> None:
    opened.dialogs.files = [str(opened.folder / "not there")]
    act(opened, "backup")
    assert opened.window.message_bar.isVisible()
    assert "never backed up" in settings(opened)
    assert opened.shell.settings.safe.back_up.isEnabled()


def test_the_remembered_place_can_be_given_up(opened: Driver) -> None:
    stick(opened)
    act(opened, "backup")
    settings(opened)
    button(opened.shell.settings.safe, "No copies by themselves").click()
    opened.settle()
    assert "Copies go to" not in settings(opened)
    assert opened.shell.settings.safe.no_place.isHidden()


def test_everything_is_written_out_as_ordinary_files(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    place = stick(opened)
    act(opened, "export")
    folder = place / "dana 2026-11-23"
    assert (folder / "index.html").is_file()
    manifest = json.loads((folder / "manifest.json").read_text())
    (one,) = manifest["credentials"]
    assert (folder / one["file"]).read_bytes() == good("laser-cutting.png").read_bytes()
    assert "dana 2026-11-23" in opened.window.message_bar.spoken
    assert "Nothing there is locked" in opened.window.message_bar.spoken


def test_the_whole_file_can_be_checked(opened: Driver) -> None:
    settings(opened)
    button(opened.shell.settings.safe, "Check that everything is whole").click()
    opened.settle()
    assert "Everything in your file is whole." in opened.window.message_bar.spoken


def moving(driver: Driver, old: OldFile) -> Path:
    driver.keep(good("laser-cutting.png"))
    place = stick(driver)
    act(driver, "move")
    sheet = driver.shell.sheet
    assert isinstance(sheet, MoveSheet)
    assert QApplication.focusWidget() is sheet.choose
    assert not sheet.next.isEnabled(), "nowhere to go yet"
    sheet.choose.click()
    sheet.tiles[old].click()
    sheet.next.click()
    driver.settle()
    return place / "dana.lerwallet"


def test_moving_keeps_the_old_file_where_that_was_chosen(opened: Driver) -> None:
    new = moving(opened, OldFile.KEEP)
    assert new.is_file()
    assert opened.vault_path.is_file()
    sheet = opened.shell.sheet
    assert isinstance(sheet, MoveSheet)
    assert "On the other computer" in shown_text(sheet)
    sheet.next.click()
    opened.settle()
    assert opened.shell.sheet is None
    assert len(opened.names()) == 1, "the old one is still open"


def test_moving_deletes_the_old_file_where_that_was_chosen_and_offers_the_new_one(opened: Driver) -> None:
    new = moving(opened, OldFile.DELETE)
    assert new.is_file()
    assert not opened.vault_path.exists()
    assert opened.window.shell is None
    assert opened.begun[-1].vault == new
    assert opened.begun[-1].why == "moved"
    assert "Your file was moved." in opened.window.message_bar.spoken
    opened.unlock()
    assert opened.shell.sidebar.lock_card.isVisible()
    assert len(opened.names()) == 1


def test_moving_makes_the_old_file_read_only_where_that_was_chosen(opened: Driver) -> None:
    moving(opened, OldFile.READ_ONLY)
    assert opened.vault_path.stat().st_mode & 0o222 == 0
    assert opened.window.shell is None


def test_moving_to_where_it_is_already_changes_nothing(opened: Driver) -> None:
    opened.dialogs.files = [str(opened.folder)]
    act(opened, "move")
    sheet = opened.shell.sheet
    assert isinstance(sheet, MoveSheet)
    sheet.choose.click()
    sheet.tiles[OldFile.DELETE].click()
    sheet.next.click()
    opened.settle()
    assert opened.vault_path.is_file()
    assert sheet.trouble.isVisible()
    assert opened.window.shell is not None


def test_an_older_copy_asks_before_it_shows_anything(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.window.lock()
    opened.settle()
    older = opened.folder / "older.lerwallet"
    shutil.copy(opened.vault_path, older)
    opened.unlock()
    opened.keep(good("peer-tutoring.json"))
    reopen(opened, older)
    page = opened.window.mending.older
    assert page.isVisible()
    assert opened.window.shell is None
    assert "older.lerwallet is older than the one you used on 23 November 2026." in shown_text(page)
    assert QApplication.focusWidget() is page.find_newer
    opened.dialogs.files = [str(opened.vault_path)]
    page.find_newer.click()
    opened.settle()
    opened.unlock()
    assert len(opened.names()) == 2, "the newer one opens without a question"
    reopen(opened, older)
    button(page, "Open this one anyway").click()
    opened.settle()
    assert opened.names() == ["Digital Fabrication: Laser Cutting"]
    reopen(opened, older)
    assert opened.window.shell is not None, "asked once"


def test_changes_in_a_copy_beside_the_file_are_told(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    other = opened.folder / "dana (conflict).lerwallet"
    shutil.copy(opened.vault_path, other)
    reopen(opened, other)
    opened.keep(good("laser-cutting.png"))
    reopen(opened, opened.vault_path)
    if opened.window.mending.older.isVisible():
        opened.window.mending.older.open_anyway.click()
        opened.settle()
    assert "dana (conflict).lerwallet, in the same folder, holds changes" in opened.window.message_bar.spoken


def damaged(driver: Driver) -> bytes:
    """The file with pages overwritten, at the page for such files; what it holds. A whole copy is on the stick."""
    driver.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
    stick(driver)
    act(driver, "backup")
    driver.window.lock()
    driver.settle()
    content = bytearray(driver.vault_path.read_bytes())
    content[3 * PAGE : 5 * PAGE] = bytes(2 * PAGE)
    driver.vault_path.write_bytes(content)
    driver.unlock()
    button(driver.window.message_bar, "Lock and mend it").click()
    driver.settle()
    assert driver.window.shell is None
    assert driver.begun[-1].why == "damaged"
    assert driver.begun[-1].vault == driver.vault_path
    return bytes(content)


def test_a_damaged_file_is_looked_at_and_a_copy_put_back(opened: Driver) -> None:
    content = damaged(opened)
    mend = opened.window.mending.page
    assert mend.isVisible()
    assert not mend.check.isEnabled(), "no passphrase yet"
    mend.field.line.setText(PASSPHRASE)
    button(mend, "Look what is damaged").click()
    opened.settle()
    assert "Part of this file is damaged." in shown_text(mend.result)
    assert opened.vault_path.read_bytes() == content, "looking changes nothing"
    (copy,) = (opened.folder.parent / "DANA-USB").iterdir()
    opened.dialogs.files = [str(copy)]
    button(mend, "Choose a copy").click()
    button(mend, "Put this copy back").click()
    opened.settle()
    assert "The copy is in its place, with 2 credentials." in shown_text(mend.result)
    (kept,) = opened.folder.glob("dana before restore*")
    assert kept.read_bytes() == content, "the damaged file is still there"
    button(mend, "Open the new file").click()
    opened.settle()
    assert mend.field.text() == ""
    opened.unlock()
    assert len(opened.names()) == 2


def test_what_can_be_read_of_a_damaged_file_goes_into_a_new_one(opened: Driver) -> None:
    content = damaged(opened)
    mend = opened.window.mending.page
    new = opened.folder / "rest.lerwallet"
    opened.dialogs.save_as = new
    mend.field.line.setText("not the passphrase at all")
    mend.save.click()
    opened.settle()
    assert not new.exists()
    assert "passphrase" in shown_text(mend.result)
    mend.field.line.setText(PASSPHRASE)
    mend.save.click()
    opened.settle()
    assert "saved in a new file." in shown_text(mend.result)
    assert opened.vault_path.read_bytes() == content
    mend.go_on.click()
    opened.settle()
    opened.unlock()
    assert opened.window.shell is not None
    assert opened.shell.sidebar.lock_card.isVisible()


def test_a_file_that_does_not_even_open_leads_to_the_same_page(driver: Driver) -> None:
    page = driver.window.unlock_page
    driver.window.open_file(driver.folder / "dana.lerwallet")
    page.show_error(VaultError(Reason.WRONG_PASSPHRASE))
    assert page.mend_button.isHidden()
    page.show_error(VaultError(Reason.VAULT_DAMAGED))
    button(page, "Mend it, or put a copy back").click()
    driver.settle()
    assert driver.window.mending.page.isVisible()


def test_the_page_for_damaged_files_is_in_the_menu_while_nothing_is_open(driver: Driver) -> None:
    path = driver.folder / "some.lerwallet"
    path.write_bytes(b"x" * PAGE)
    driver.dialogs.files = [str(path)]
    act(driver, "mend")
    mend = driver.window.mending.page
    assert mend.isVisible()
    button(mend, "Back").click()
    driver.settle()
    assert driver.window.first_run.isVisible()


def test_mending_is_not_offered_while_a_file_is_open(opened: Driver) -> None:
    assert not opened.window.menus.actions["mend"].isEnabled()
