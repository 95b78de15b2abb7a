"""A class on one shared computer: packs made and opened, students set up one after the other, nothing left of any."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.sample_files import SAMPLES, good
from tests.ui import controls
from tests.ui.driver import PASSPHRASE, Driver, button, named, shown_text
from tests.ui.test_accessible import boxes, markup_in_tips, not_plain
from tests.ui.test_lock_guard import pass_seconds
from tests.ui.test_shared import everything_said, start
from wallet.app.class_pack import ClassOrder, MadePack, make_class_pack, read_class_pack
from wallet.app.container import make_services
from wallet.app.kept_trust_lists import kept_trust_lists
from wallet.app.unlock import open_vault
from wallet.errors import Reason, WalletError
from wallet.ui.fresh_start import Resumed
from wallet.ui.lock_guard import SHARED_SECONDS
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.counselor import CounselorPage
from wallet.ui.pages.first_run import ABOUT, DONE

# A window tells the system how small it may become; the platform of tests says that it has no use for that.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LIST = SAMPLES / "trust" / "demo-issuers.json"
FAULTS = (controls.usable, not_plain, markup_in_tips, boxes)
STUDENTS = {
    "dana": ("first-aid-and-cpr.json", "First Aid"),
    "eli": ("small-soldering.json", "Soldering"),
    "mai": ("peer-tutoring.json", "Tutoring"),
}


def email(name: str) -> str:
    return f"{name}@school.example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadePack:
    students = tmp_path_factory.mktemp("students")
    for name, (file, _) in STUDENTS.items():
        (students / email(name)).mkdir()
        shutil.copy(good(file), students / email(name))
    order = ClassOrder(24, "en", (LIST,), students, "Harbor High", "Bring your stick.")
    return make_class_pack(order, make_services())


@pytest.fixture
def counselor(tmp_path: Path, made: MadePack) -> Path:
    """The counselor's stick with the pack on it."""
    stick = tmp_path / "COUNSELOR-USB"
    stick.mkdir()
    (stick / "class-7b.lerclass").write_bytes(made.content)
    return stick


@pytest.fixture
def room(qapp: QApplication, counselor: Path) -> Iterator[tuple[Driver, list[Path]]]:
    """A shared computer with the counselor's stick in it, and the sticks that are in it."""
    sticks = [counselor]
    driver = Driver(qapp, counselor, sticks=sticks)
    yield driver, sticks
    driver.close()


def page_of(driver: Driver) -> CounselorPage:
    page = driver.window.classes.page
    assert page is not None
    return page


def open_class(driver: Driver, stick: Path) -> None:
    button(start(driver), "For counselors").click()
    driver.dialogs.files = [str(stick / "class-7b.lerclass")]
    button(page_of(driver), "Open a class pack").click()
    driver.settle()
    button(page_of(driver), "Back").click()
    driver.settle()


def first_steps(driver: Driver, name: str, passphrase: str) -> None:
    """From the button of the class to the step about the learner."""
    button(start(driver).class_line, "Set up the next student").click()
    page = driver.window.first_run
    page.place.name.setText(name)
    page.next.click()
    page.first.line.setText(passphrase)
    page.second.line.setText(passphrase)
    page.next.click()
    driver.settle()
    page.later.click()


def about(driver: Driver, address: str, code: str) -> None:
    page = driver.window.first_run
    page.about_fields.identifiers.setPlainText(address)
    named(page, type(page.about_step.class_part.code), "Class code on your ticket").setText(code)
    page.next.click()
    driver.settle()


def test_three_students_in_a_row_each_have_their_own_and_nothing_of_the_one_before(
    room: tuple[Driver, list[Path]], counselor: Path, made: MadePack, tmp_path: Path
) -> None:
    driver, sticks = room
    open_class(driver, counselor)
    assert "Class list for today: 0 of 24 set up" in shown_text(start(driver))
    gone: list[str] = ["something to undo"]
    for done, (name, (_, title)) in enumerate(STUDENTS.items(), 1):
        theirs = tmp_path / f"{name.upper()}-USB"
        theirs.mkdir()
        sticks[:] = [counselor, theirs]
        first_steps(driver, f"file-of-{name}", f"{PASSPHRASE} {name}")
        about(driver, email(name).upper(), made.code)
        assert "1 file from your school waits for you." in shown_text(driver.window.first_run)
        driver.window.first_run.next.click()
        driver.settle()
        sheet = driver.shell.sheet
        assert isinstance(sheet, AddPage)
        assert driver.names() == []  # nothing is kept before the student says so
        (line,) = sheet.rows
        assert title in shown_text(line)
        sheet.save.click()
        driver.settle()
        assert [title in one for one in driver.names()] == [True]
        said = everything_said()
        assert [word for word in gone if word in said] == []
        gone += [title, f"name-of-{name}", f"file-of-{name}", email(name), f"{name.upper()}-USB"]
        sticks[:] = [counselor]
        button(driver.shell.sidebar.lock_card, "Lock and leave").click()
        driver.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        start(driver).look()
        said = everything_said()
        assert [word for word in gone if word in said] == []
        assert f"Class list for today: {done} of 24 set up" in said
        last = driver.begun[-1]
        assert (last.vault, last.class_done, last.class_seats) == (None, done, 24)
        assert [path.name for path in theirs.iterdir()] == [f"file-of-{name}.lerwallet"]
    assert [path.name for path in counselor.iterdir()] == ["class-7b.lerclass"]
    assert (counselor / "class-7b.lerclass").read_bytes() == made.content
    for name, (_, title) in STUDENTS.items():
        path = tmp_path / f"{name.upper()}-USB" / f"file-of-{name}.lerwallet"
        for wrong in (made.code, PASSPHRASE, email(name)):
            with pytest.raises(WalletError) as caught:
                open_vault(path, bytearray(wrong.encode()))
            assert caught.value.reason is Reason.WRONG_PASSPHRASE
        vault = open_vault(path, bytearray(f"{PASSPHRASE} {name}".encode()))
        try:
            (head,) = vault.credentials.heads()
            assert title in head.name
            assert [kept.list.title for kept in kept_trust_lists(vault)] == ["Demo list of issuers"]
            assert vault.profiles.list()[0].identifiers == (email(name).upper(),)
        finally:
            vault.close()


def test_the_list_is_asked_about_and_skipping_takes_nothing(
    room: tuple[Driver, list[Path]], counselor: Path, tmp_path: Path
) -> None:
    driver, sticks = room
    open_class(driver, counselor)
    theirs = tmp_path / "DANA-USB"
    theirs.mkdir()
    sticks.append(theirs)
    first_steps(driver, "dana", PASSPHRASE)
    page = driver.window.first_run
    said = shown_text(page.about_step.class_part)
    for words in ("Harbor High", "Bring your stick.", "Demo list of issuers", "6 issuers", "in Settings"):
        assert words in said
    assert "signed by who made it" in said
    assert "did:" not in said, "the value for specialists stands in Settings"
    assert page.place.path.parent == theirs  # never the counselor's own
    driver.settle()
    for fault in FAULTS:
        assert fault(driver.window) == [], fault.__name__
    page.skip.click()
    page.next.click()
    driver.settle()
    assert driver.shell.sheet is None
    wallet = driver.window.file.wallet
    assert wallet is not None
    driver.shell.show_place("settings")
    driver.settle()
    assert "Demo list of issuers" not in shown_text(driver.shell.settings.trusted)


def test_a_slip_is_told_where_it_was_typed_and_can_be_mended(
    room: tuple[Driver, list[Path]], counselor: Path, made: MadePack, tmp_path: Path
) -> None:
    driver, sticks = room
    open_class(driver, counselor)
    theirs = tmp_path / "DANA-USB"
    theirs.mkdir()
    sticks.append(theirs)
    first_steps(driver, "dana", PASSPHRASE)
    page = driver.window.first_run
    for address, code, words in (
        (email("dana"), made.code[:-1], "This is not a class code."),
        ("nobody@school.example", made.code, "There is nothing in the class pack for this e-mail."),
        ("", made.code, "This is not an e-mail address."),
    ):
        about(driver, address, code)
        assert page.steps.index == ABOUT
        assert words in shown_text(page.about_step.class_part.trouble)
        assert page.about_step.class_part.code.text() == code
    about(driver, email("dana"), made.code.lower().replace("-", " "))
    assert page.steps.index == DONE


def test_what_was_found_goes_when_the_screen_locks(
    room: tuple[Driver, list[Path]], counselor: Path, made: MadePack, tmp_path: Path
) -> None:
    driver, sticks = room
    open_class(driver, counselor)
    theirs = tmp_path / "DANA-USB"
    theirs.mkdir()
    sticks.append(theirs)
    first_steps(driver, "dana", PASSPHRASE)
    about(driver, email("dana"), made.code)
    pass_seconds(driver, SHARED_SECONDS)
    assert start(driver).isVisible()
    said = everything_said()
    assert [word for word in (email("dana"), made.code, "First Aid") if word in said] == []
    start(driver).stick.button.click()
    driver.unlock()
    assert driver.shell.sheet is None
    assert "0 of 24" in shown_text(start(driver).class_line)


def test_the_count_goes_on_in_the_next_program_and_says_when_the_pack_is_away(
    qapp: QApplication, counselor: Path
) -> None:
    path = counselor / "class-7b.lerclass"
    away = counselor.parent / "away.lerclass"
    driver = Driver(qapp, counselor, sticks=[counselor])
    try:
        path.rename(away)
        driver.window.resume(Resumed(shared=True, class_pack=path, class_done=7, class_seats=24))
        driver.settle()
        line = start(driver).class_line
        assert "7 of 24 set up. Put in the stick with the class pack." in shown_text(line)
        away.rename(path)
        button(line, "Look for it again").click()
        driver.settle()
        assert "Class list for today: 7 of 24 set up" in shown_text(line)
        assert button(line, "Set up the next student").isVisible()
    finally:
        driver.close()


def test_a_student_waits_while_the_program_begins_anew(opened: Driver, counselor: Path) -> None:
    path = counselor / "class-7b.lerclass"
    opened.window.classes.room.open(opened.parts.classes.open(path))
    opened.window.classes.next_student()
    opened.settle()
    last = opened.begun[-1]
    assert (last.vault, last.class_pack, last.class_next) == (None, path, True)
    opened.window._show_front(None)
    opened.window.resume(last)
    opened.settle()
    assert opened.window.first_run.place.isVisible()
    assert not opened.window.first_run.about_step.class_part.isHidden()


def test_a_pack_brings_its_language(qapp: QApplication, tmp_path: Path) -> None:
    stick = tmp_path / "COUNSELOR-USB"
    stick.mkdir()
    pack = make_class_pack(ClassOrder(3, "es"), make_services())
    (stick / "class-7b.lerclass").write_bytes(pack.content)
    driver = Driver(qapp, stick, sticks=[stick])
    try:
        open_class(driver, stick)
        button(start(driver).class_line, "Set up the next student").click()
        driver.settle()
        assert "¿Dónde" in shown_text(driver.window.first_run.place)
        assert driver.window.first_run.about_step.class_part.code.isHidden()  # nothing is for single students
    finally:
        driver.window.speak("en")
        driver.close()


# -- the counselor's page


def test_a_pack_is_made_its_code_is_told_once_and_tickets_are_saved(
    room: tuple[Driver, list[Path]], counselor: Path, tmp_path: Path
) -> None:
    driver, _ = room
    students = tmp_path / "students" / email("dana")
    students.mkdir(parents=True)
    shutil.copy(good("first-aid-and-cpr.json"), students)
    button(start(driver), "For counselors").click()
    for fault in FAULTS:
        assert fault(driver.window) == [], fault.__name__
    button(page_of(driver), "Make a class pack").click()
    driver.settle()
    maker = driver.window.classes.maker
    assert maker is not None
    for fault in FAULTS:
        assert fault(driver.window) == [], fault.__name__
    maker.seats.setText("x")
    assert not maker.make.isEnabled()
    maker.seats.setText("3")
    driver.dialogs.files = [str(LIST)]
    button(maker, "Add a list of issuers").click()
    driver.dialogs.files = [str(students.parent)]
    button(maker, "Choose the folder with files").click()
    driver.dialogs.save_as = counselor / "new"
    button(maker, "Make the class pack").click()
    driver.settle()
    page = page_of(driver)
    pack = read_class_pack(counselor / "new.lerclass")
    assert (pack.seats, len(pack.lists), len(pack.groups)) == (3, 1, 1)
    code = page.code.text()
    assert code in page.trouble.strong.text()
    driver.dialogs.save_as = counselor / "tickets"
    button(page, "Save the tickets as PDF").click()
    driver.settle()
    assert (counselor / "tickets.pdf").read_bytes().startswith(b"%PDF")
    assert "tickets.pdf" in page.trouble.strong.text()
    for fault in FAULTS:
        assert fault(driver.window) == [], fault.__name__
    button(page, "Back").click()
    driver.settle()
    assert start(driver).isVisible()
    assert "0 of 3" in shown_text(start(driver).class_line)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert code not in everything_said()


def test_the_wrong_code_prints_no_tickets_and_what_is_no_pack_opens_nothing(
    room: tuple[Driver, list[Path]], counselor: Path
) -> None:
    driver, _ = room
    button(start(driver), "For counselors").click()
    page = page_of(driver)
    (counselor / "b.lerclass").write_text("{}")
    driver.dialogs.files = [str(counselor / "b.lerclass")]
    button(page, "Open a class pack").click()
    driver.settle()
    assert "This is not a sound class pack." in shown_text(page.trouble)
    driver.dialogs.files = [str(counselor / "class-7b.lerclass")]
    button(page, "Open a class pack").click()
    driver.settle()
    other = make_class_pack(ClassOrder(1), make_services())
    page.code.setText(other.code)
    driver.dialogs.save_as = counselor / "tickets.pdf"
    page.tickets.click()
    driver.settle()
    assert "This code belongs to another class pack." in shown_text(page.trouble)
    assert not (counselor / "tickets.pdf").exists()
    button(page, "End this class").click()
    assert not start(driver).class_line.isVisibleTo(start(driver))


def test_on_a_computer_of_ones_own_the_page_comes_over_what_is_in_sight_and_goes_back(
    opened: Driver, counselor: Path
) -> None:
    opened.window.menus.actions["counselors"].trigger()
    page = page_of(opened)
    opened.dialogs.files = [str(counselor / "class-7b.lerclass")]
    button(page, "Open a class pack").click()
    opened.settle()
    button(page, "Back").click()
    opened.settle()
    assert opened.shell.isVisible()
    opened.window.menus.actions["counselors"].trigger()
    button(page_of(opened), "Set up the next student").click()
    opened.settle()
    assert opened.window.file.is_none
    assert opened.window.first_run.place.isVisible()
