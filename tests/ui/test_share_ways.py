"""Every way out of the share sheet: what it says, what it writes, and that what left is what the history keeps."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt

from build_verify_page import OUT
from tests.sample_files import INDEX, good
from tests.ui.driver import AT, PASSPHRASE, Driver, button, shown_text
from tests.ui.test_share import to_how
from wallet.app.container import make_services
from wallet.app.verify_document import verify_bytes
from wallet.sharing.encrypted_share import decrypt
from wallet.sharing.frames import FrameCollector
from wallet.sharing.qr_reader import read_codes
from wallet.ui.pages.past_share import PastShareSheet
from wallet.ui.pages.share.sheet import DONE, HOW, WHAT, ShareSheet
from wallet.ui.places import SETTINGS, SHARING
from wallet.verification.report import Verdict

PAGE = "https://school.example/check.html"
NEEDS_PAGE = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)
WORDS = "copper meadow lantern seven"


@pytest.fixture
def filled(opened: Driver) -> Driver:
    opened.keep(good("small-soldering.json"), good("small-sewing.json"), good("peer-tutoring.json"))
    return opened


def verdict_of(data: bytes) -> Verdict:
    return verify_bytes(data, make_services(AT, INDEX)).verdict


def create(driver: Driver, sheet: ShareSheet, channel: str, out: Path | None = None) -> None:
    sheet.how.tiles[channel].click()
    driver.dialogs.save_as = out
    sheet.next.click()
    driver.settle()
    assert sheet.steps.index == DONE


def details(driver: Driver, name: str = "Harbor Boat Works") -> PastShareSheet:
    driver.shell.show_place(SHARING)
    driver.settle()
    button(driver.shell.sharing, f"Details of what you shared with {name}").click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, PastShareSheet)
    return sheet


def test_every_way_says_what_it_is_good_for_and_that_it_cannot_be_stopped(filled: Driver) -> None:
    sheet = to_how(filled)
    assert list(sheet.how.tiles) == [
        "qr",
        "frames",
        "nearby",
        "link",
        "page",
        "paper",
        "file",
        "locked",
        "archive",
        "profile",
    ]
    said = set()
    for channel, tile in sheet.how.tiles.items():
        if channel == "frames":
            assert tile.isHidden()
            continue
        if channel in ("nearby", "page") and not OUT.is_file():
            assert not tile.isEnabled()
            continue
        assert tile.isEnabled()
        assert tile.accessibleDescription()
        tile.click()
        assert sheet.how.channel == channel
        assert sheet.how.stop.strong.text() == "Can I stop it later? No."
        said.add(sheet.how.stop.text.text())
        assert "Harbor Boat Works" in sheet.how.text.toPlainText()
        assert "Soldering Basics" in sheet.how.text.toPlainText()
    assert len(said) >= 4


def test_arrow_keys_choose_a_way_and_enter_creates_it(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    filled.press(sheet.how.tiles["qr"], Qt.Key.Key_Down)
    assert sheet.how.channel == ("nearby" if OUT.is_file() else "link")
    while sheet.how.channel != "paper":
        filled.press(sheet.how.tiles[sheet.how.channel], Qt.Key.Key_Down)
    filled.dialogs.save_as = tmp_path / "out.pdf"
    filled.press(sheet.next, Qt.Key.Key_Space)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("channel", "suffix"),
    [
        pytest.param("page", ".html", marks=NEEDS_PAGE),
        ("paper", ".pdf"),
        ("file", ".json"),
        ("archive", ".zip"),
    ],
)
def test_a_file_of_each_kind_is_checked_elsewhere_and_kept(
    filled: Driver, tmp_path: Path, channel: str, suffix: str
) -> None:
    sheet = to_how(filled)
    out = tmp_path / f"share{suffix}"
    create(filled, sheet, channel, out)
    assert verdict_of(out.read_bytes()) is Verdict.CHECK
    assert filled.dialogs.asked == [f"for-harbor-boat-works{suffix}"]
    filled.dialogs.save_as = tmp_path / f"again{suffix}"
    sheet.done.save_button.click()
    filled.settle()
    assert (tmp_path / f"again{suffix}").read_bytes() == out.read_bytes()
    past = details(filled)
    filled.dialogs.save_as = tmp_path / f"kept{suffix}"
    past.save.click()
    filled.settle()
    assert (tmp_path / f"kept{suffix}").read_bytes() == out.read_bytes()


def test_the_archive_holds_the_credential_as_it_came(filled: Driver, tmp_path: Path) -> None:
    create(filled, to_how(filled), "archive", tmp_path / "share.zip")
    with zipfile.ZipFile(tmp_path / "share.zip") as archive:
        assert archive.read("credential-1.json") == good("small-soldering.json").read_bytes()


def test_a_locked_file_opens_with_its_passphrase_alone(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    sheet.how.tiles["locked"].click()
    passphrase = sheet.how.passphrase
    assert passphrase.isVisible()
    assert not sheet.next.isEnabled()
    passphrase.first.line.setText("secret1")
    passphrase.second.line.setText("secret1")
    assert not sheet.next.isEnabled()
    passphrase.suggest.click()
    suggested = passphrase.first.text()
    assert len(suggested.split()) >= 5
    passphrase.first.line.setText(WORDS)
    passphrase.second.line.setText(WORDS)
    assert sheet.next.isEnabled()
    create(filled, sheet, "locked", tmp_path / "share.lershare")
    assert passphrase.first.text() == passphrase.second.text() == ""
    locked = (tmp_path / "share.lershare").read_bytes()
    assert verdict_of(decrypt(locked, passphrase=bytearray(WORDS.encode()))) is Verdict.CHECK
    assert details(filled).box.toPlainText().strip() == locked.decode().strip()


def test_leaving_takes_the_passphrase_of_a_locked_file_along(filled: Driver) -> None:
    sheet = to_how(filled)
    sheet.how.tiles["locked"].click()
    sheet.how.passphrase.first.line.setText(WORDS)
    filled.window.menus.actions[SHARING].trigger()
    assert sheet.how.passphrase.first.text() == ""


def test_a_link_is_shown_after_it_is_recorded_and_copied(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    sheet.how.tiles["link"].click()
    assert "ler-wallet:#" not in shown_text(filled.window)
    create(filled, sheet, "link")
    sheet.done.copy_button.click()
    link = filled.tools.clipboard.text()
    assert link == sheet.done.link.toPlainText()
    assert link.startswith("ler-wallet:#1.")
    assert verdict_of(link.encode()) is Verdict.CHECK
    filled.dialogs.save_as = tmp_path / "link.txt"
    sheet.done.save_button.click()
    filled.settle()
    assert (tmp_path / "link.txt").read_text() == link


def test_what_is_too_big_says_so_on_its_tile(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    sheet = to_how(opened, "Laser")
    for channel in ("qr", "nearby"):
        assert not sheet.how.tiles[channel].isEnabled()
        assert sheet.how.tiles[channel].accessibleDescription()
    assert sheet.how.channel == "file"
    assert sheet.next.isEnabled()


def test_what_one_code_cannot_hold_is_shown_as_a_row_of_codes(opened: Driver, tmp_path: Path) -> None:
    opened.keep(good("laser-cutting.png"))
    sheet = to_how(opened, "Laser")
    assert not sheet.how.tiles["frames"].isHidden()
    create(opened, sheet, "frames")
    moving, collector, found = sheet.done.moving, FrameCollector(), None
    moving.hold.click()
    assert not moving.timer.isActive()
    picture = tmp_path / "frame.png"
    for _ in range(60):
        sheet.done.code.grab().save(str(picture))
        (text,) = read_codes(picture.read_bytes())
        found = collector.add(text)
        if found is not None:
            break
        moving.step.click()
    assert found is not None
    assert verdict_of(found.encode()) is Verdict.CHECK
    shown = moving.count.text()
    moving.hold.click()
    assert moving.timer.isActive()
    moving.timer.timeout.emit()
    assert moving.count.text() != shown
    assert "moving QR code" in shown_text(details(opened))


def test_a_link_that_mail_programs_cut_says_so(filled: Driver) -> None:
    sheet = to_how(filled)
    assert sheet._prepared is not None
    assert "letters" not in sheet.how.tiles["link"].accessibleDescription()
    sheet.how.show_prepared(replace(sheet._prepared, link="ler-wallet:#1." + "0" * 9000))
    assert "9014 letters" in sheet.how.tiles["link"].accessibleDescription()


def test_without_the_page_its_ways_say_why(filled: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    from wallet.app import nearby_share, receiver_page  # noqa: PLC0415
    from wallet.errors import Reason, SharingError  # noqa: PLC0415

    def missing() -> bytes:
        raise SharingError(Reason.RECEIVER_PAGE_MISSING)

    for module in (nearby_share, receiver_page):
        monkeypatch.setattr(module, "receiver_page", missing)
    sheet = to_how(filled)
    for channel in ("nearby", "page"):
        assert not sheet.how.tiles[channel].isEnabled()
        assert "not on this computer" in sheet.how.tiles[channel].accessibleDescription()
    assert sheet.how.tiles["qr"].isEnabled()


def test_a_page_that_a_school_keeps_is_where_links_and_codes_lead(filled: Driver) -> None:
    filled.shell.show_place(SETTINGS)
    filled.settle()
    place = filled.shell.settings.page_place
    assert "this program only" in place.state.text()
    place.field.setText("http://school.example/")
    place.field.textEdited.emit("")
    filled.press(place.field, Qt.Key.Key_Return)
    assert "https://" in place.state.text()
    assert place.state.property("tone") == "warn"
    place.field.setText(PAGE)
    place.keep.click()
    filled.settle()
    assert "lead to this page" in place.state.text()
    sheet = to_how(filled)
    assert "phone" in sheet.how.qr.accessibleDescription()
    create(filled, sheet, "link")
    assert sheet.done.link.toPlainText().startswith(PAGE + "#1.")
    assert "https://school.example/" in sheet.done.need.text.text()
    sheet.next.click()
    filled.window.lock()
    filled.settle()
    filled.unlock(PASSPHRASE)
    filled.shell.show_place(SETTINGS)
    assert filled.shell.settings.page_place.field.text() == PAGE


@NEEDS_PAGE
def test_the_page_goes_onto_a_stick(filled: Driver, tmp_path: Path) -> None:
    filled.dialogs.save_as = tmp_path / "verify.html"
    filled.shell.settings.page_place.save.click()
    filled.settle()
    assert (tmp_path / "verify.html").read_bytes() == OUT.read_bytes()
    assert filled.dialogs.asked == ["verify.html"]


def test_history_opens_a_share_in_full(filled: Driver, tmp_path: Path) -> None:
    create(filled, to_how(filled), "file", tmp_path / "share.json")
    sheet = details(filled)
    said = shown_text(sheet)
    for words in (
        "Shared with Harbor Boat Works",
        "Job application",
        "23 November 2026",
        "23 December 2026",
        "Soldering Basics",
        "They see",
        "Ask them to delete it",
    ):
        assert words in said
    assert "stop" not in said.casefold()
    sheet.opened.link.click()
    assert json.loads(sheet.box.toPlainText()) == json.loads((tmp_path / "share.json").read_bytes())
    sheet.request.appendPlainText("Dana")
    sheet.copy_request.click()
    copied = filled.tools.clipboard.text()
    assert "Soldering Basics" in copied
    assert "delete your copies" in copied
    assert copied.endswith("Dana")
    filled.press(sheet, Qt.Key.Key_Escape)
    assert filled.shell.sheet is None


def test_no_step_before_create_records_anything(filled: Driver) -> None:
    sheet = to_how(filled)
    for tile in sheet.how.tiles.values():
        tile.click()
    filled.settle()
    assert sheet.steps.index in (WHAT, HOW)
    sheet.leave()
    filled.shell.show_place(SHARING)
    filled.settle()
    assert "You have not shared anything yet." in shown_text(filled.shell.sharing)


def test_a_profile_shows_what_its_link_holds_and_opens_nothing_by_itself(filled: Driver) -> None:
    sheet = to_how(filled)
    sheet.how.tiles["profile"].click()
    fields = dict(line.split(": ", 1) for line in sheet.how.profile.text().splitlines()[1:])
    assert fields == {
        "Form": "CERTIFICATION_NAME",
        "Name": "Soldering Basics",
        "Issued by": "Harbor Makers Guild",
        "Year of issue": "2026",
        "Month of issue": "9",
    }
    button(sheet, "Make the form").click()
    filled.settle()
    assert sheet.steps.index == DONE
    assert filled.web == []
    link = sheet.done.profile.link.toPlainText()
    assert set(parse_qs(urlsplit(link).query)) == {
        "startTask",
        "name",
        "organizationName",
        "issueYear",
        "issueMonth",
    }
    for private in ("dana", "student", "did%3A", "did:"):
        assert private not in link.casefold()
    button(sheet, "Open LinkedIn in the browser").click()
    assert filled.web == [link]
    button(sheet, "Copy the text").click()
    assert filled.application.clipboard().text().startswith("Soldering Basics\nHarbor Makers Guild")
    past = details(filled, "LinkedIn")
    said = shown_text(past)
    assert "LinkedIn form" in said
    assert past.box.toPlainText() == link
    assert "You can change or remove the entry on LinkedIn yourself" in said


def test_a_profile_takes_one_credential(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    filled.settle()
    sheet.what.choices[1].tick.click()
    filled.settle(300)
    sheet.next.click()
    tile = sheet.how.tiles["profile"]
    assert not tile.isEnabled()
    assert "one credential at a time" in tile.accessibleDescription()
