"""Unlocking and locking: the right words, and no word of a credential once the file is locked."""

import gc
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_files import good
from tests.ui.driver import PASSPHRASE, Driver, button, shown_text
from wallet.app.settings import Settings, WindowPlace
from wallet.ui.places import SHARING


def everything_shown() -> str:
    """What any widget of the whole program says, in sight or not."""
    return "\n".join(shown_text(widget) for widget in QApplication.topLevelWidgets())


def test_the_lock_card_names_the_file_and_locks(opened: Driver) -> None:
    card = opened.shell.sidebar.lock_card
    assert "dana.lerwallet" in shown_text(card)
    assert "Documents" in shown_text(card)
    button(card, "Lock now").click()
    opened.settle()
    assert opened.window.stack.currentWidget() is opened.window.unlock_page


def test_control_l_locks_from_anywhere_even_from_a_sheet(opened: Driver) -> None:
    opened.add(good("laser-cutting.png"))
    opened.press(opened.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.shell is None
    assert opened.window.unlock_page.isVisible()


def test_after_lock_no_widget_has_a_word_of_a_credential(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
    opened.choose("Laser")
    sheet = opened.share("Peer Tutoring")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle(300)
    before = everything_shown()
    assert "Laser Cutting" in before
    assert "Peer Tutoring" in before
    assert "Harbor" in before
    opened.window.lock()
    opened.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = everything_shown()
    for word in ("Laser", "Tutoring", "Harbor", "Lakeside"):
        assert word not in after
    assert not [
        w for w in opened.window.findChildren(QWidget) if type(w).__name__ in ("Shell", "CardGrid", "AddRow")
    ]


def test_a_locked_file_opens_again_with_everything_in_it(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.window.lock()
    opened.settle()
    opened.unlock()
    assert opened.names() == ["Digital Fabrication: Laser Cutting"]


def test_a_wrong_passphrase_is_told_beside_the_field(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    page = opened.window.unlock_page
    opened.unlock("not the one")
    assert opened.window.shell is None
    assert page.trouble.isVisible()
    assert "This passphrase does not open the file." in page.trouble.strong.text()
    assert page.field.text() == ""
    assert page.field.line.hasFocus()
    opened.unlock(PASSPHRASE)
    assert opened.window.shell is not None


def test_a_file_that_is_no_wallet_is_told_apart_from_a_wrong_passphrase(
    driver: Driver, tmp_path: Path
) -> None:
    other = tmp_path / "picture.lerwallet"
    other.write_bytes(b"\x89PNG" * 4000)
    driver.window.open_file(other)
    driver.unlock("whatever it is")
    words = driver.window.unlock_page.trouble.strong.text()
    assert words
    assert "passphrase" not in words


def test_the_next_start_asks_for_the_last_file(opened: Driver, qapp: QApplication) -> None:
    opened.window.lock()
    opened.settle()
    second = Driver(qapp, opened.folder, Settings(theme="light", last_vault=opened.vault_path))
    try:
        assert second.window.stack.currentWidget() is second.window.unlock_page
        assert second.window.unlock_page.path == opened.vault_path
        second.unlock()
        assert second.window.shell is not None
    finally:
        second.close()


def test_only_the_file_the_look_and_the_windows_place_are_remembered(driver: Driver) -> None:
    driver.make_file()
    driver.keep(good("laser-cutting.png"))
    driver.shell.show_place(SHARING)
    assert {settings.last_vault for settings in driver.remembered} == {driver.vault_path}
    assert set(Settings.__dataclass_fields__) == {"theme", "last_vault", "text_size", "language", "window"}
    numbers = {field.type for field in fields(WindowPlace)}
    assert numbers == {int, bool}, "nothing of what the window showed"


def test_what_was_copied_leaves_the_clipboard_at_lock(opened: Driver) -> None:
    clipboard = opened.application.clipboard()
    opened.tools.clipboard.copy("a report")
    opened.window.lock()
    opened.settle()
    assert clipboard.text() == ""


def test_what_somebody_else_copied_stays(opened: Driver) -> None:
    clipboard = opened.application.clipboard()
    opened.tools.clipboard.copy("a report")
    clipboard.setText("a shopping list")
    opened.window.lock()
    opened.settle()
    assert clipboard.text() == "a shopping list"


def test_a_wallet_file_dropped_on_the_window_is_opened(driver: Driver, tmp_path: Path) -> None:
    from PySide6.QtCore import QMimeData, QUrl  # noqa: PLC0415

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "other.lerwallet"))])
    driver.window.intake.take(data)
    assert driver.window.unlock_page.path.name == "other.lerwallet"


def test_a_badge_dropped_on_a_locked_window_says_what_to_do(driver: Driver) -> None:
    from PySide6.QtCore import QMimeData, QUrl  # noqa: PLC0415

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good("laser-cutting.png")))])
    driver.window.intake.take(data)
    assert "locked" in driver.window.message_bar.spoken


def test_locking_and_unlocking_leaves_nothing_behind(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"), good("peer-tutoring.json"))

    def alive() -> dict[str, int]:
        gc.collect()
        names = (
            "Shell",
            "CredentialModel",
            "CardDelegate",
            "Task",
            "Card",
            "QImage",
            "QPixmap",
            "PlainLabel",
        )
        found = [type(each).__name__ for each in gc.get_objects()]
        return {name: found.count(name) for name in names}

    def cycle() -> None:
        opened.window.lock()
        opened.settle()
        opened.unlock()

    cycle()
    before = alive()
    cycles = 4
    for _ in range(cycles):
        cycle()
    after = alive()
    # What every cycle leaves behind has grown by at least the number of cycles. A cache may keep one
    # more drawn icon meanwhile: a slow machine shows the busy line that a fast one never gets to.
    assert {name: after[name] - before[name] for name in after if after[name] - before[name] >= cycles} == {}
    assert after["Shell"] == before["Shell"]
    assert after["Task"] == before["Task"]
