"""Something the learner writes: listed, found, changed, shared as what it is, and never called verified."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from tests import identities, issuing
from tests.ui.driver import AT, Driver, button, shown_text
from wallet.app.container import make_services
from wallet.app.own_work import OwnWork, own_work, write_own_work
from wallet.app.unlock import create_vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason, VaultError
from wallet.ui.pages.own_sheet import OwnSheet
from wallet.ui.pages.share.sheet import ShareSheet
from wallet.verification.report import Verdict

STORIES = {
    "English": "Tutored my brother in reading",
    "Arabic": "علّمت أخي القراءة",
    "Japanese": "弟に読み方を教えた",
    "markup": "<b>Tutored</b> & more",
}


def sheet_of(driver: Driver) -> OwnSheet:
    driver.window.menus.actions["own"].trigger()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, OwnSheet)
    return sheet


def write(driver: Driver, title: str, *, proof: Path | None = None) -> None:
    sheet = sheet_of(driver)
    assert QApplication.focusWidget() is sheet.what
    sheet.what.setText(title)
    sheet.day.setDate(QDate(2026, 6, 1))
    sheet.story.setPlainText("Every Tuesday, a year long.")
    sheet.witness.setText("Ms. Lee, librarian")
    if proof is not None:
        driver.dialogs.files = [str(proof)]
        sheet.proof.click()
    sheet.save.click()
    driver.settle()
    driver.window.message_bar.clear()


@pytest.mark.parametrize("title", STORIES.values(), ids=list(STORIES))
def test_what_is_written_in_any_script_is_listed_found_and_shown(opened: Driver, title: str) -> None:
    write(opened, title)
    assert opened.names() == [title]
    page = opened.shell.credentials
    said = shown_text(page.detail)
    for words in (title, "Added by you", "Every Tuesday, a year long.", "Ms. Lee, librarian", "1 June 2026"):
        assert words in said.replace("\u200b", "")
    assert "Verified" not in said
    assert "I know this issuer" not in said
    page.search.setText("tuesday")
    opened.settle(200)
    assert opened.names() == [title]


def test_it_needs_nothing_but_a_name(opened: Driver) -> None:
    sheet = sheet_of(opened)
    assert not sheet.save.isEnabled()
    sheet.what.setText("   ")
    assert not sheet.save.isEnabled()
    sheet.what.setText("Helped at the market")
    sheet.has_day.setChecked(False)
    opened.press(sheet.what, Qt.Key.Key_Return)
    assert opened.names() == ["Helped at the market"]


def test_a_plain_certificate_is_kept_beside_it(opened: Driver, tmp_path: Path) -> None:
    pdf = tmp_path / "certificate.pdf"
    pdf.write_bytes(b"%PDF-1.7 a course")
    write(opened, "Machine learning course", proof=pdf)
    said = shown_text(opened.shell.credentials.detail)
    assert "certificate.pdf" in said
    assert "PDF document" in said
    assert "Verified" not in said


def test_it_can_be_changed_and_the_earlier_wording_stays_a_version(opened: Driver) -> None:
    write(opened, "Helped at the market")
    button(opened.shell.credentials.detail, "Change what I wrote").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, OwnSheet)
    assert (sheet.what.text(), sheet.witness.text()) == ("Helped at the market", "Ms. Lee, librarian")
    assert sheet.day.date() == QDate(2026, 6, 1)
    sheet.what.setText("Ran a stall at the market")
    sheet.save.click()
    opened.settle()
    assert opened.names() == ["Ran a stall at the market"]
    assert "Every Tuesday" in shown_text(opened.shell.credentials.detail)


def test_leaving_the_sheet_keeps_nothing(opened: Driver) -> None:
    sheet = sheet_of(opened)
    sheet.what.setText("Nothing yet")
    button(sheet, "Cancel").click()
    opened.settle()
    assert opened.shell.sheet is None
    assert opened.names() == []


def test_who_it_is_shared_with_sees_that_nobody_issued_it(opened: Driver) -> None:
    write(opened, "Helped at the market")
    sheet: ShareSheet = opened.share("market")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle()
    assert "Written by you." in shown_text(sheet.what)
    assert "dana (written by the learner, no issuer)" in shown_text(sheet.what.preview)


def test_a_receivers_check_never_calls_it_verified(tmp_path: Path) -> None:
    services = make_services(at=AT)
    with create_vault(tmp_path / "a.lerwallet", bytearray(b"violet anchor seven moons"), services) as vault:
        record_id = write_own_work(
            vault,
            OwnWork("Market", date(2026, 6, 1), "Sold fish.", "Ms. Lee"),
            services,
            signed_as="Dana (learner)",
        )
        original = vault.credentials.get(record_id).original
        assert own_work(vault, record_id) == OwnWork("Market", date(2026, 6, 1), "Sold fish.", "Ms. Lee")
        report = verify_bytes(original, services)
        assert report.verdict is Verdict.CHECK
        assert report.credential is not None
        assert report.credential.issuer.name == "Dana (learner)"
        changed = json.loads(original)
        changed["name"] = "Doctor of fish"
        assert verify_bytes(json.dumps(changed).encode(), services).verdict is Verdict.INVALID


def test_only_what_the_learner_wrote_can_be_rewritten(tmp_path: Path) -> None:
    from tests.sample_files import good  # noqa: PLC0415
    from wallet.app.import_credential import import_bytes  # noqa: PLC0415

    services = make_services(at=AT)
    with create_vault(tmp_path / "a.lerwallet", bytearray(b"violet anchor seven moons"), services) as vault:
        data = good("peer-tutoring.json").read_bytes()
        record_id = import_bytes(vault, data, services, name="x").record_id
        assert record_id is not None
        with pytest.raises(VaultError) as caught:
            write_own_work(vault, OwnWork("Mine"), services, signed_as="Dana", record_id=record_id)
        assert caught.value.reason is Reason.RECORD_NOT_FOUND
        assert vault.credentials.get(record_id).original == data


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "half \ud83d"])
def test_what_cannot_be_written_is_refused_and_nothing_is_kept(tmp_path: Path, title: str) -> None:
    services = make_services(at=AT)
    with create_vault(tmp_path / "a.lerwallet", bytearray(b"violet anchor seven moons"), services) as vault:
        with pytest.raises(VaultError) as caught:
            write_own_work(vault, OwnWork(title), services, signed_as="Dana")
        assert caught.value.reason is Reason.NAME_NOT_USABLE
        assert vault.credentials.count() == 0


def test_what_somebody_else_issued_to_themselves_is_not_called_added_by_you(
    opened: Driver, tmp_path: Path
) -> None:
    stranger = identities.did_key("issuer")
    document = issuing.credential(stranger, name="Doctor of fish")
    document["credentialSubject"] = document["credentialSubject"] | {"id": stranger.id}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(issuing.secure(document, stranger)))
    opened.keep(path)
    opened.choose("Doctor")
    assert "Added by you" not in shown_text(opened.shell.credentials.detail)
    assert not opened.shell.credentials.model.card(opened.shell.credentials.model.index(0)).self_asserted
