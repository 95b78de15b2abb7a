"""Recovery kit, forgotten passphrase and changing it in the window, over a real file."""

from pathlib import Path

import zxingcpp
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from wallet.app.recovery_kit import key_in
from wallet.sharing.qr import make_qr, render_png
from wallet.ui.kit_print import paint_kit
from wallet.ui.pages.first_run import DONE, KIT
from wallet.ui.pages.keys_sheet import FIRST_KIT, KeysSheet
from wallet.ui.pages.recover import KIT as ASK_KIT
from wallet.ui.pages.recover import NEW_KIT
from wallet.ui.pages.recover import PASSPHRASE as ASK_PASSPHRASE
from wallet.ui.widgets.kit_step import KitStep

NEW = "candle harbor seventeen quiet walnut"


def to_the_kit(driver: Driver) -> KitStep:
    """The first steps, up to the kit."""
    page = driver.window.first_run
    page.next.click()
    page.place.name.setText("dana")
    page.next.click()
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText(PASSPHRASE)
    page.next.click()
    driver.settle()
    assert page.steps.index == KIT
    return page.kit_step


def words_in(step: KitStep) -> list[str]:
    assert step.kit is not None
    return list(step.kit.words)


def type_back(step: KitStep) -> None:
    words = words_in(step)
    for number, answer in zip(step.asked, step.answers, strict=True):
        answer.setText(words[number - 1][:4].upper())


def forget_and_recover(driver: Driver, given: str) -> None:
    """From the unlock page with what stands on the kit."""
    driver.window.unlock_page.forgot_button.click()
    page = driver.window.recovery.page
    page.words.setPlainText(given)
    page.next.click()
    page.passphrase.first.line.setText(NEW)
    page.passphrase.second.line.setText(NEW)
    page.next.click()
    driver.settle()


def test_the_kit_is_saved_typed_back_and_noted(driver: Driver) -> None:
    step = to_the_kit(driver)
    page = driver.window.first_run
    driver.dialogs.save_as = driver.folder / "kit.pdf"
    step.save_button.click()
    driver.settle()
    assert (driver.folder / "kit.pdf").read_bytes().startswith(b"%PDF-")
    assert "kit.pdf" in step.said.text()
    assert not page.next.isEnabled()
    step.answers[0].setText("zzzz")
    assert not page.next.isEnabled()
    type_back(step)
    assert page.next.isEnabled()
    page.next.click()
    driver.settle()
    page.skip.click()
    assert page.steps.index == DONE
    assert "You have a recovery kit." in page.outlook.strong.text()
    page.next.click()
    driver.settle()
    assert driver.shell.sidebar.lock_card.kit.isHidden()
    assert "You have a recovery kit." in driver.shell.settings.keys.state.text()


def test_later_is_allowed_and_leaves_a_line_on_the_lock_card(driver: Driver) -> None:
    to_the_kit(driver)
    page = driver.window.first_run
    page.later.click()
    page.skip.click()
    assert "nobody can open the file" in page.outlook.text.text()
    page.next.click()
    driver.settle()
    line = driver.shell.sidebar.lock_card.kit
    assert not line.isHidden()
    line.click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, KeysSheet)
    type_back(sheet.kit_step)
    sheet.next.click()
    driver.settle()
    assert line.isHidden()
    assert driver.shell.sheet is None


def test_the_words_can_be_shown_in_either_language_and_are_gone_afterwards(driver: Driver) -> None:
    step = to_the_kit(driver)
    english = words_in(step)
    step.show_button.setChecked(True)
    driver.settle()
    assert all(word in shown_text(step.words) for word in english)
    step.language.setCurrentIndex(1)
    step.language.activated.emit(1)
    driver.settle()
    spanish = words_in(step)
    assert key_in(" ".join(english).encode()) == key_in(" ".join(spanish).encode())
    driver.window.first_run.later.click()
    said = "\n".join(shown_text(widget) for widget in QApplication.topLevelWidgets())
    assert not [word for word in (*english, *spanish) if f"  {word}" in said]


def test_locking_while_the_kit_is_in_sight_wipes_it(driver: Driver) -> None:
    step = to_the_kit(driver)
    words = words_in(step)
    step.show_button.setChecked(True)
    driver.window.lock()
    driver.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = "\n".join(shown_text(widget) for widget in QApplication.topLevelWidgets())
    assert not [word for word in words if f"  {word}" in said]
    assert driver.window.unlock_page.isVisible()


def test_a_printed_page_carries_the_code(driver: Driver) -> None:
    step = to_the_kit(driver)
    assert step.kit is not None
    paper = QImage(1700, 2200, QImage.Format.Format_Grayscale8)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    paint_kit(painter, QRectF(0, 0, 1600, 2100), step.kit)
    painter.end()
    pixels = memoryview(paper.constBits()).cast("B", (paper.height(), paper.bytesPerLine()))
    (code,) = zxingcpp.read_barcodes(pixels)
    assert key_in(code.text.encode()) == key_in(" ".join(step.kit.words).encode())


def test_a_forgotten_passphrase_is_replaced_with_the_words_of_the_kit(driver: Driver) -> None:
    words = words_in(to_the_kit(driver))
    driver.window.first_run.later.click()
    driver.window.first_run.skip.click()
    driver.window.first_run.next.click()
    driver.settle()
    driver.keep(good("laser-cutting.png"))
    driver.window.lock()
    driver.settle()
    forget_and_recover(driver, " ".join(word[:4] for word in words))
    page = driver.window.recovery.page
    assert page.steps.index == NEW_KIT
    assert words_in(page.kit_step) != words, "the old kit is void, a new one is offered"
    type_back(page.kit_step)
    page.next.click()
    driver.settle()
    assert len(driver.names()) == 1
    driver.window.lock()
    driver.settle()
    driver.unlock(PASSPHRASE)
    assert driver.window.shell is None
    driver.unlock(NEW)
    assert len(driver.names()) == 1


def test_a_picture_of_the_code_takes_the_place_of_the_words(driver: Driver, tmp_path: Path) -> None:
    step = to_the_kit(driver)
    assert step.kit is not None
    photo = tmp_path / "photo.png"
    photo.write_bytes(render_png(make_qr(step.kit.token.code)))  # type: ignore[attr-defined]
    driver.window.lock()
    driver.settle()
    driver.window.unlock_page.forgot_button.click()
    page = driver.window.recovery.page
    driver.dialogs.files = [str(photo)]
    page.picture.click()
    driver.settle()
    assert "photo.png" in page.count.text()
    page.next.click()
    page.passphrase.first.line.setText(NEW)
    page.passphrase.second.line.setText(NEW)
    page.next.click()
    driver.settle()
    assert page.steps.index == NEW_KIT
    page.later_button.click()
    driver.settle()
    assert not driver.shell.sidebar.lock_card.kit.isHidden()


def test_a_wrong_word_is_named_and_nothing_is_changed(driver: Driver) -> None:
    words = words_in(to_the_kit(driver))
    driver.window.lock()
    driver.settle()
    before = driver.vault_path.read_bytes()
    words[6] = "qqqq"
    forget_and_recover(driver, " ".join(words))
    page = driver.window.recovery.page
    assert page.steps.index == ASK_KIT
    assert "Look at word 7 again." in page.trouble.strong.text()
    assert page.words.toPlainText().split() == words, "what was typed is still there to be mended"
    assert driver.vault_path.read_bytes() == before
    page.back.click()
    assert page.words.toPlainText() == ""
    assert driver.window.unlock_page.isVisible()


def test_the_next_step_waits_for_24_words(driver: Driver) -> None:
    page = driver.window.recovery.page
    driver.window.stack.setCurrentWidget(page)
    page.offer(driver.vault_path)
    page.words.setPlainText("zoo " * 23)
    assert not page.next.isEnabled()
    assert "23 of 24" in page.count.text()
    page.words.setPlainText("zoo " * 24)
    assert page.next.isEnabled()
    page.go(ASK_PASSPHRASE)
    page.passphrase.first.line.setText("secret1")
    page.passphrase.second.line.setText("secret1")
    assert not page.next.isEnabled()


def test_the_passphrase_is_changed_by_whoever_knows_the_present_one(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    button(opened.shell.settings, "Change the passphrase").click()
    sheet = opened.shell.sheet
    assert isinstance(sheet, KeysSheet)
    sheet.present.line.setText("not the passphrase")
    sheet.new.first.line.setText(NEW)
    sheet.new.second.line.setText(NEW)
    sheet.next.click()
    opened.settle()
    assert "does not open" in sheet.trouble.strong.text()
    sheet.present.line.setText(PASSPHRASE)
    sheet.new.first.line.setText(NEW)
    sheet.new.second.line.setText(NEW)
    sheet.next.click()
    opened.settle()
    assert words_in(sheet.kit_step), "a new kit is offered"
    sheet.later.click()
    opened.settle()
    assert len(opened.names()) == 1
    opened.keep(good("peer-tutoring.json"))
    opened.window.lock()
    opened.settle()
    opened.unlock(NEW)
    assert len(opened.names()) == 2


def test_a_new_kit_ends_the_old_one(opened: Driver) -> None:
    opened.shell.open_keys(FIRST_KIT)
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, KeysSheet)
    old = words_in(sheet.kit_step)
    type_back(sheet.kit_step)
    sheet.next.click()
    opened.settle()
    button(opened.shell.settings, "Make a new recovery kit").click()
    sheet = opened.shell.sheet
    assert isinstance(sheet, KeysSheet)
    sheet.present.line.setText(PASSPHRASE)
    sheet.next.click()
    opened.settle()
    assert words_in(sheet.kit_step) != old
    sheet.later.click()
    opened.settle()
    assert not opened.shell.sidebar.lock_card.kit.isHidden(), "nobody has the new kit yet"
    opened.window.lock()
    opened.settle()
    forget_and_recover(opened, " ".join(old))
    assert "does not open this file" in opened.window.recovery.page.trouble.strong.text()
    opened.window.recovery.page.back.click()
    opened.unlock(PASSPHRASE)
    assert opened.window.shell is not None


def test_wrong_tries_are_slowed_down_and_the_owner_always_gets_in(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    page = opened.window.unlock_page
    waits = []
    for _ in range(7):
        page.field.line.setText("not the passphrase")
        opened.settle(250)
        assert page.button.isEnabled()
        page.button.click()
        opened.settle()
        page.field.line.setText("not the passphrase")
        waits.append(0 if page.button.isEnabled() else int(page.button.text().split()[-2]))
        if waits[-1]:
            page.button.click()
            assert page.field.text(), "nothing was tried while waiting"
        opened.seconds += waits[-1]
    assert waits[:2] == [0, 0]
    assert waits == sorted(waits)
    assert waits[-1] >= 5
    opened.settle(250)
    opened.unlock(PASSPHRASE)
    assert opened.window.shell is not None
