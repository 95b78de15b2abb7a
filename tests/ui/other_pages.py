"""The windows and sheets that the walk for pictures (`wallet.ui.screens`) does not come to, one after the other."""

import json
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests import issuing
from tests.sample_files import good
from tests.ui import learner_records as records
from tests.ui.driver import Driver, button
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.share.done import FullScreenCode
from wallet.ui.pages.viewer_sheet import ViewerSheet
from wallet.ui.widgets.file_picker import FilePicker, Question, Wanted
from wallet.ui.widgets.order_menu import OrderMenu

_BADGE = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"


def other_pages(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Each with a name, in sight while the caller looks at it; begins at the first start."""
    driver.make_file()
    yield from _record(driver)
    yield from _endorsed(driver)
    yield from _code(driver)
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
