"""The windows and sheets that the walk for pictures (`wallet.ui.screens`) does not come to, one after the other."""

import json
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests import issuing, other_wallets
from tests.sample_documents import as_bytes
from tests.sample_files import broken, good
from tests.ui import learner_records as records
from tests.ui.driver import Driver, button
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.share.done import FullScreenCode
from wallet.ui.pages.viewer_sheet import ViewerSheet
from wallet.ui.widgets.error_dialog import ErrorDialog
from wallet.ui.widgets.file_picker import FilePicker, Question, Wanted
from wallet.ui.widgets.order_menu import OrderMenu

_BADGE = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"


def other_pages(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Each with a name, in sight while the caller looks at it; begins at the first start."""
    driver.make_file()
    yield from _record(driver)
    yield from _endorsed(driver)
    yield from _code(driver)
    yield from _asking(driver)
    picker = FilePicker(
        driver.tools.look,
        Question("Save", Wanted.NEW_FILE, [("Documents", driver.folder)], driver.folder, name="kit.pdf"),
        driver.window,
    )
    picker.show()
    driver.settle()
    yield "file picker", picker
    picker.close()
    menu = driver.window.findChild(OrderMenu)
    assert menu is not None
    menu.popup(driver.window.mapToGlobal(driver.window.rect().center()))
    driver.settle()
    yield "order menu", menu
    menu.close()
    driver.tools.messages.internal(ValueError("a mistake of ours"))
    driver.settle()
    dialog = driver.window.findChild(ErrorDialog)
    assert dialog is not None
    yield "a mistake of ours", dialog
    dialog.close()


def _record(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    _keep(driver, records.record(records.welding_course(), records.changed_course()))
    driver.choose("transcript")
    button(driver.shell.credentials.detail, "Read the whole record").click()
    driver.settle()
    assert isinstance(driver.shell.sheet, RecordSheet)
    yield "record", driver.window
    driver.shell.sheet.done.click()
    driver.settle()


def _endorsed(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    lamp = {
        "id": records.data_url("image/png", records.picture(60, 40)),
        "type": ["Evidence"],
        "name": "Lamp.png",
    }
    badge = issuing.credential(records.COLLEGE, name="Lamp", evidence=[lamp])
    said = records.endorsement(_BADGE, "Well made.")
    _keep(driver, issuing.secure(badge | {"endorsement": [said]}, records.COLLEGE))
    driver.choose("Lamp")
    yield "endorsements", driver.window
    button(driver.shell.credentials.detail, "Look at Lamp.png").click()
    driver.settle()
    assert isinstance(driver.shell.sheet, ViewerSheet)
    yield "viewer", driver.window
    driver.shell.sheet.done.click()
    driver.settle()


def _asking(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """The questions for the passphrase of another wallet's backup, and before a website is asked."""
    path = driver.folder / "old wallet.json"
    path.write_bytes(as_bytes(other_wallets.locked_learner_backup(other_wallets.badges(2), rounds=10_000)))
    sheet = driver.add(path)
    assert sheet.locked.isVisible()
    yield "locked backup", driver.window
    sheet.leave()
    driver.settle()
    driver.keep(broken("status-unreachable.json"))
    driver.choose("Babysitting")
    part = driver.shell.credentials.detail.check_part
    assert part is not None
    part.online_button.click()
    driver.settle()
    assert part.question is not None
    yield "may we ask", driver.window
    part.question.no.click()
    driver.settle()


def _code(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    driver.keep(good("small-soldering.json"))
    sheet = driver.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    for _ in range(3):
        sheet.next.click()
        driver.settle()
    sheet.making.show_full_screen()
    driver.settle()
    code = sheet.making.findChild(FullScreenCode)
    assert code is not None
    yield "code", code
    code.close()
    sheet.next.click()
    driver.settle()


def _keep(driver: Driver, document: object) -> None:
    path = driver.folder / "one.json"
    path.write_text(json.dumps(document))
    sheet = driver.add(path)
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    driver.settle()
    driver.window.message_bar.clear()
