"""The windows and sheets that the walk for pictures (`wallet.ui.screens`) does not come to, one after the other."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests import issuing, other_wallets
from tests.sample_documents import as_bytes
from tests.sample_files import broken, good
from tests.ui import learner_records as records
from tests.ui import skilled
from tests.ui.driver import Driver, button
from tests.ui.skilled import MATHS, MATHS_OF_TOWN, keep
from wallet.app.promises import keep_promises
from wallet.ui.offer_ports import CodeWanted, OfferedItem, OfferShown
from wallet.ui.pages.camera_panel import CameraPanel
from wallet.ui.pages.offer_sheet import OfferSheet
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.share.done import FullScreenCode
from wallet.ui.pages.viewer_sheet import ViewerSheet
from wallet.ui.places import CREDENTIALS, SKILLS
from wallet.ui.widgets.error_dialog import ErrorDialog
from wallet.ui.widgets.file_picker import FilePicker, Question, Wanted
from wallet.ui.widgets.order_menu import OrderMenu
from wallet.ui.widgets.region_picker import RegionPicker

_BADGE = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"


def other_pages(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Each with a name, in sight while the caller looks at it; begins at the first start."""
    driver.make_file()
    yield from _record(driver)
    yield from _endorsed(driver)
    yield from _code(driver)
    yield from _offer(driver)
    yield from _asking(driver)
    yield from _skills(driver)
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
    panel = CameraPanel(driver.tools, lambda _picture: False)
    driver.tools.look.dress(panel)
    panel.view.show_picture(QImage(320, 240, QImage.Format.Format_RGB32))
    panel.show()
    driver.settle()
    yield "camera", panel
    panel.close()
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(0)
    region = RegionPicker(driver.tools.look, picture, driver.window)
    region.open()
    driver.settle()
    yield "a part of the screen", region
    region.reject()
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


class _Looked:
    """An offer that was looked at; websites are no business of whoever looks at pages."""

    def shown(self) -> OfferShown:
        items = [OfferedItem("Laser cutting", True), OfferedItem("A card of another kind", False)]
        code = CodeWanted(is_numeric=True, length=6, description="It came with the letter from the office.")
        return OfferShown(
            "registrar.school.example", "Northfield College", items, "login.school.example", code
        )


def _offer(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    offer = {
        "credential_issuer": "https://school.example",
        "credential_configuration_ids": ["badge"],
        "grants": {"authorization_code": {}},
    }
    driver.shell.add_text(f"openid-credential-offer://?credential_offer={quote(json.dumps(offer))}")
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, OfferSheet)
    yield "offer, question", driver.window
    button(sheet, "Do not ask it").click()
    driver.settle()
    yield "offer, refused", driver.window
    sheet.trouble.hide()
    looked: Any = _Looked()
    sheet._show(looked)
    driver.settle()
    yield "offer", driver.window
    sheet.leave()
    driver.settle()
    yield from _promised(driver)


def _promised(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    promise = {
        "id": "0badcafe",
        "issuer": "https://school.example",
        "endpoint": "https://school.example/later",
        "token": "t",
        "transaction": "1",
        "format": "ldp_vc",
        "name": "Laser cutting",
        "ask_after": "2026-11-01T00:00:00Z",
    }
    wallet: Any = driver.window.file.wallet
    driver.tools.tasks.run_on_vault(lambda _job: keep_promises(wallet._vault, [promise]), driver.window)
    page = driver.shell.open_add()
    driver.settle()
    assert page.promised is not None
    yield "promised", driver.window
    page.promised.ask.click()
    driver.settle()
    yield "promised, question", driver.window
    page.add_text("https://school.example/badges/1")
    driver.settle()
    yield "a web address, question", driver.window
    page.leave()
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


def _skills(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Two that look alike."""
    keep(driver, skilled.badge(1, "Shop maths", MATHS), skilled.badge(2, "Town maths", MATHS_OF_TOWN))
    driver.shell.show_place(SKILLS)
    driver.settle()
    assert driver.shell.skills.alike.isVisible()
    yield "skills that look alike", driver.window
    driver.shell.show_place(CREDENTIALS)


def _asking(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """The questions for the passphrase of another wallet's backup, and before a website is asked."""
    path = driver.folder / "old wallet.json"
    path.write_bytes(as_bytes(other_wallets.locked_learner_backup(other_wallets.badges(2), rounds=10_000)))
    sheet = driver.add(path)
    assert sheet.locked.isVisible()
    yield "locked backup", driver.window
    sheet.leave()
    driver.settle()
    path.write_bytes(other_wallets.learner_backup(other_wallets.badges(1)))
    sheet = driver.add(path)
    sheet.paste.setChecked(True)
    driver.settle()
    assert sheet.paste_panel.isVisible()
    yield "keys of another wallet, pasting", driver.window
    sheet.leave()
    driver.settle()
    sheet = driver.shell.open_add()
    sheet.add_text("https://badges.example/assertions/1")
    driver.settle()
    assert sheet.fetching.isVisible()
    yield "may we fetch", driver.window
    sheet.leave()
    driver.settle()
    path = driver.folder / "backup.json"
    path.write_bytes(other_wallets.learner_backup(other_wallets.badges(1)))
    sheet = driver.add(path)
    sheet.paste.setChecked(True)
    sheet.keys.parts[0].bring.setChecked(True)
    driver.settle()
    yield "keys of another wallet, and a text to paste", driver.window
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
