"""Help > Handouts and guides, and Further reading: read, saved and printed, with a file open and without."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.driver import Driver, button, shown_text
from wallet.app.container import make_services
from wallet.app.import_credential import verify_for_holder
from wallet.app.material_maker import make_material
from wallet.app.materials import CATALOGUE, load_material
from wallet.app.reading_list import reading_list
from wallet.app.settings import Settings
from wallet.sharing.link import decode_link
from wallet.sharing.qr_reader import read_codes
from wallet.ui.languages import ENGLISH, SPANISH, wear
from wallet.ui.material_print import paint_material
from wallet.ui.pages.counselor import CounselorPage
from wallet.ui.pages.materials_sheet import MaterialsSheet
from wallet.ui.pages.reading_sheet import ReadingSheet
from wallet.vault.key_derivation import profile_of, read_salt
from wallet.verification.report import Verdict

PLACE = "https://www.school.example/verify.html"


def materials(driver: Driver) -> MaterialsSheet:
    driver.window.menus.actions["materials"].trigger()
    driver.settle()
    sheet = driver.shell.sheet if driver.window.shell is not None else driver.window.stack.currentWidget()
    assert isinstance(sheet, MaterialsSheet)
    return sheet


def read(driver: Driver, sheet: MaterialsSheet, name: str) -> str:
    title = load_material(name, sheet.list.chosen_language).title
    button(sheet, f"Open: {'Poster: ' if name == 'poster' else ''}{title}").click()
    driver.settle()
    return sheet.view.text.toPlainText()


def test_every_one_is_listed_with_what_it_is_for_in_both_languages(driver: Driver) -> None:
    sheet = materials(driver)
    for language in (ENGLISH, SPANISH):
        sheet.list.language.setCurrentIndex(sheet.list.language.findData(language))
        said = shown_text(sheet)
        for name in CATALOGUE:
            material = load_material(name, language)
            assert material.title in said
            assert material.about in said


def test_one_is_read_saved_and_left_without_a_file(driver: Driver) -> None:
    before = driver.window.stack.currentWidget()
    sheet = materials(driver)
    text = read(driver, sheet, "student")
    for part in load_material("student", ENGLISH).parts:
        assert part.text in text
    assert QApplication.focusWidget() is sheet.view.text
    assert sheet.view.text.accessibleName() == "Your records belong to you"
    driver.dialogs.save_as = driver.folder / "handout"
    button(sheet, "Save as PDF…").click()
    driver.settle()
    assert len(PdfReader(driver.folder / "handout.pdf").pages) == 1
    assert "Saved as handout.pdf." in shown_text(driver.window)
    button(sheet, "Back to the list").click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Open: Your records belong to you"
    driver.press(sheet, Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is before
    assert driver.web == []


def test_on_a_shared_computer_nothing_but_what_was_saved_is_left(driver: Driver, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    shared = Driver(driver.application, tmp_path, sticks=[stick])
    try:
        before = set(tmp_path.rglob("*"))
        sheet = materials(shared)
        assert "leaves no trace" in shown_text(shared.window)
        shared.dialogs.save_as = stick / "poster.pdf"
        read(shared, sheet, "poster")
        button(sheet, "Save as PDF…").click()
        shared.settle()
        assert set(tmp_path.rglob("*")) - before == {stick / "poster.pdf"}
    finally:
        shared.close()


def test_the_poster_leads_to_the_place_the_open_file_keeps(opened: Driver) -> None:
    opened.shell.show_place("settings")
    opened.settle()
    part = opened.shell.settings.page_place
    part.field.setText(PLACE)
    part.field.textEdited.emit(PLACE)
    part.keep.click()
    opened.settle()
    sheet = materials(opened)
    assert PLACE in read(opened, sheet, "poster")
    picture = sheet.view.code.grab().toImage()
    path = opened.folder / "code.png"
    assert picture.scaled(picture.size() * 3).save(str(path))
    (link,) = read_codes(path.read_bytes())
    assert link.startswith(f"{PLACE}#")
    report = verify_for_holder(decode_link(link), make_services(opened.tools.now()))
    assert report.verdict is Verdict.CHECK


def test_a_place_can_be_given_without_a_file_and_a_wrong_one_is_explained(driver: Driver) -> None:
    sheet = materials(driver)
    assert "No code stands here" in read(driver, sheet, "poster")
    assert not sheet.view.code.isVisible()
    sheet.view.address.setText("http://school.example")
    button(sheet, "Put the code on it").click()
    driver.settle()
    assert "https://" in sheet.view.text.toPlainText()
    assert not sheet.save.isEnabled()
    sheet.view.address.setText(PLACE)
    button(sheet, "Put the code on it").click()
    driver.settle()
    assert sheet.view.code.isVisible()
    assert sheet.save.isEnabled()


def test_security_facts_name_the_profile_of_the_open_file(opened: Driver) -> None:
    profile = profile_of(read_salt(opened.vault_path))
    said = read(opened, materials(opened), "security")
    assert f"profile {profile.number}: {profile.memory_kib // 1024} MiB" in said
    assert "the profile of the file that is open" in said


@pytest.mark.parametrize(("which", "verdict"), [("genuine", Verdict.CHECK), ("changed", Verdict.INVALID)])
def test_a_sample_to_practise_with_is_saved_and_checks_as_it_says(
    driver: Driver, which: str, verdict: Verdict
) -> None:
    sheet = materials(driver)
    driver.dialogs.save_as = driver.folder / f"{which}.json"
    button(sheet, f"Save a {which} sample").click()
    driver.settle()
    report = verify_for_holder(driver.dialogs.save_as.read_bytes(), make_services(driver.tools.now()))
    assert report.verdict is verdict
    assert json.loads(driver.dialogs.save_as.read_bytes())["to"] == "Anyone who wants to practise"
    driver.dialogs.save_as = driver.folder / which
    button(sheet, f"Save a {which} sample").click()
    driver.settle()
    assert (driver.folder / f"{which}.html").stat().st_size > 10_000


@pytest.mark.parametrize("name", CATALOGUE)
def test_on_paper_it_is_one_page(driver: Driver, name: str) -> None:
    """As it would be on A4 at 100 dots per inch: nothing is drawn below, and something far down."""
    for language in (ENGLISH, SPANISH):
        material = make_material(name, language, make_services(driver.tools.now()), page_url=PLACE)
        image = QImage(827, 1600, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        size = paint_material(painter, QRectF(0, 0, 827, 1169), material)
        painter.end()
        assert size >= 14
        rows = [
            y
            for y in range(0, 1600, 2)
            if any(image.pixelColor(x, y).value() < 200 for x in range(0, 827, 3))
        ]
        assert 500 < max(rows) < 1169


def test_in_a_window_in_spanish_the_spanish_pages_come_first(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "es"
    folder.mkdir()
    spanish = Driver(driver.application, folder, Settings(theme="light", language=SPANISH))
    try:
        assert "Tus registros son tuyos" in shown_text(materials(spanish))
    finally:
        spanish.close()
        wear(driver.application, ENGLISH)


@pytest.mark.parametrize("with_file", [False, True])
def test_counselors_find_them_from_their_own_page(driver: Driver, with_file: bool) -> None:
    if with_file:
        driver.make_file()
    driver.window.menus.actions["counselors"].trigger()
    driver.settle()
    page = driver.window.stack.currentWidget()
    assert isinstance(page, CounselorPage)
    button(page, "Handouts and guides").click()
    driver.settle()
    sheet = driver.window.stack.currentWidget()
    assert isinstance(sheet, MaterialsSheet)
    button(sheet, "Back").click()
    driver.settle()
    assert driver.window.stack.currentWidget() is page


def reading(driver: Driver) -> ReadingSheet:
    driver.window.menus.actions["reading"].trigger()
    driver.settle()
    sheet = driver.window.stack.currentWidget()
    assert isinstance(sheet, ReadingSheet)
    return sheet


def test_further_reading_opens_nothing_by_itself_and_only_after_a_yes(driver: Driver) -> None:
    sheet = reading(driver)
    said = shown_text(sheet)
    for entry in reading_list(ENGLISH):
        assert entry.title in said
        assert entry.line in said
    button(sheet, "Open in the browser: Open Badges 3.0").click()
    driver.settle()
    assert driver.web == []
    assert "learns the network address" in shown_text(sheet)
    button(sheet, "Do not open it").click()
    driver.settle()
    assert driver.web == []
    button(sheet, "Open in the browser: Open Badges 3.0").click()
    button(sheet, "Open it").click()
    driver.settle()
    assert driver.web == ["https://www.imsglobal.org/spec/ob/v3p0/"]
    assert "Opened in your browser." in shown_text(sheet)


def test_what_has_no_certain_address_cannot_be_opened(driver: Driver) -> None:
    sheet = reading(driver)
    without = [card for card in sheet.cards if not card.entry.address]
    assert len(without) >= 5
    offered = [one.accessibleName() for one in sheet.findChildren(QAbstractButton)]
    assert not any(card.entry.title in name for card in without for name in offered)
