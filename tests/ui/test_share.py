"""Sharing: the two lists come from the bytes, nothing leaves unrecorded, and what leaves verifies elsewhere."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.sample_files import INDEX, broken, good
from tests.ui.driver import AT, Driver, shown_text
from wallet.app.container import make_services
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason, SharingError
from wallet.sharing.qr_reader import read_codes
from wallet.ui.pages.share.sheet import DONE, HOW, WHAT, WHO, ShareSheet
from wallet.ui.places import SHARING
from wallet.verification.report import Verdict


@pytest.fixture
def filled(opened: Driver) -> Driver:
    opened.keep(good("small-soldering.json"), good("small-sewing.json"), good("peer-tutoring.json"))
    return opened


def to_how(driver: Driver, words: str = "Soldering", to: str = "Harbor Boat Works") -> ShareSheet:
    sheet = driver.share(words)
    sheet.who.to.setText(to)
    sheet.next.click()
    driver.settle()
    sheet.next.click()
    driver.settle()
    assert sheet.steps.index == HOW
    return sheet


def test_who_and_why_are_asked_first(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    assert sheet.steps.index == WHO
    assert not sheet.next.isEnabled()
    sheet.who.to.setText("Harbor Boat Works")
    assert sheet.next.isEnabled()
    sheet.who.purpose.setEditText("  ")
    assert not sheet.next.isEnabled()


def test_what_they_see_is_read_back_from_the_bytes(filled: Driver) -> None:
    sheet = filled.share("Peer Tutoring")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    filled.settle()
    assert sheet.steps.index == WHAT
    preview = sheet.what.preview.preview
    assert preview is not None
    assert preview.to == "Harbor Boat Works"
    assert [seen.title for seen in preview.credentials] == ["Peer Tutoring"]
    said = shown_text(sheet.what.preview)
    assert "Your e-mail, in a hidden form" in said
    assert "Your 2 other credentials" in said
    assert "Soldering" not in said


def test_a_whole_credential_says_so_when_it_is_ticked(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    filled.settle()
    first, second = sheet.what.choices[:2]
    assert first.note.isVisible()
    assert not second.note.isVisible()
    second.tick.click()
    filled.settle(300)
    assert second.note.isVisible()
    preview = sheet.what.preview.preview
    assert preview is not None
    assert len(preview.credentials) == 2
    assert preview.others == 1


def test_without_a_credential_there_is_nothing_to_send(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    filled.settle()
    sheet.what.choices[0].tick.click()
    filled.settle(300)
    assert not sheet.next.isEnabled()
    assert "Choose at least one credential." in shown_text(sheet.what.preview)


def test_what_is_not_valid_is_shared_only_labelled(opened: Driver, tmp_path: Path) -> None:
    sheet = opened.add(good("small-soldering.json"), broken("changed-after-issue.json"))
    sheet.rows[1].tick.click()
    sheet.save.click()
    opened.settle()
    share = opened.share("Soldering")
    enabled = {choice.card.name: choice.tick.isEnabled() for choice in share.what.choices}
    assert sorted(enabled.values()) == [False, True]
    share.leave()
    opened.choose("Laser")
    assert "It can only be shared labelled so" in shown_text(opened.shell.credentials.detail)
    share = opened.share("Laser")
    share.who.to.setText("Harbor Boat Works")
    share.next.click()
    opened.settle()
    choice = share.what.choices[0]
    assert (choice.tick.isEnabled(), choice.tick.isChecked(), share.next.isEnabled()) == (False, False, False)
    assert choice.labelled is not None
    assert "Share it all the same, labelled as not valid" in choice.labelled.text()
    choice.labelled.click()
    opened.settle(300)
    assert "They are told: not valid when it was shared." in shown_text(share.what.preview)
    share.next.click()
    opened.settle()
    share.how.file.click()
    opened.dialogs.save_as = tmp_path / "share.json"
    share.next.click()
    opened.settle()
    report = verify_bytes((tmp_path / "share.json").read_bytes(), make_services(AT, INDEX))
    assert (report.verdict, report.is_labelled) == (Verdict.INVALID, True)


def test_a_wish_for_one_labels_no_other(opened: Driver) -> None:
    """What is still thought to be valid is never slipped in: only the one that was named goes along."""
    sheet = opened.add(good("small-soldering.json"), broken("expired.json"))
    sheet.rows[1].tick.click()
    sheet.save.click()
    opened.settle()
    share = opened.share("Soldering")
    share.who.to.setText("Harbor Boat Works")
    share.next.click()
    opened.settle()
    assert share.what.labelled == []
    other = next(choice for choice in share.what.choices if choice.labelled is not None)
    assert other.labelled is not None
    other.labelled.click()
    opened.settle(300)
    assert share.what.labelled == [other.card.id]
    other.labelled.click()
    opened.settle(300)
    assert (share.what.labelled, other.tick.isEnabled(), len(share.what.chosen)) == ([], False, 1)
    assert "not valid" not in shown_text(share.what.preview)


def test_a_qr_code_is_recorded_shown_and_saved(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    assert sheet.how.qr.isChecked()
    sheet.next.click()
    filled.settle()
    assert sheet.steps.index == DONE
    filled.dialogs.save_as = tmp_path / "code.png"
    sheet.done.save_button.click()
    filled.settle()
    report = verify_bytes((tmp_path / "code.png").read_bytes(), make_services(AT, INDEX))
    assert report.verdict is Verdict.CHECK
    assert report.audience == "Harbor Boat Works"
    filled.shell.show_place(SHARING)
    filled.settle()
    assert "Harbor Boat Works" in shown_text(filled.shell.sharing)


def codes_on(widget: QWidget, picture: Path) -> int:
    widget.grab().save(str(picture))
    try:
        return len(read_codes(picture.read_bytes()))
    except SharingError as error:
        if error.reason is not Reason.NO_QR_FOUND:
            raise
        return 0


def test_no_code_can_be_scanned_before_it_is_recorded(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    assert sheet.how.code.isVisible()
    assert codes_on(filled.window, tmp_path / "before.png") == 0
    sheet.next.click()
    filled.settle()
    assert codes_on(sheet.done.code, tmp_path / "after.png") == 1


def test_a_file_is_written_once_it_is_recorded(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled)
    sheet.how.file.click()
    filled.dialogs.save_as = tmp_path / "for-harbor.json"
    sheet.next.click()
    filled.settle()
    assert sheet.steps.index == DONE
    shared = (tmp_path / "for-harbor.json").read_bytes()
    assert verify_bytes(shared, make_services(AT, INDEX)).verdict is Verdict.CHECK
    assert json.loads(shared)["proof"]["domain"] == "Harbor Boat Works"
    assert filled.dialogs.asked == ["for-harbor-boat-works.json"]


def test_the_preview_is_of_the_bytes_that_leave(filled: Driver, tmp_path: Path) -> None:
    sheet = to_how(filled, "Peer Tutoring")
    sheet.how.file.click()
    preview = sheet.what.preview.preview
    filled.dialogs.save_as = tmp_path / "share.json"
    sheet.next.click()
    filled.settle()
    report = verify_bytes((tmp_path / "share.json").read_bytes(), make_services(AT, INDEX))
    assert preview is not None
    assert preview.holder == report.holder
    assert preview.until == report.until
    assert [seen.title for seen in preview.credentials] == [
        inner.credential.title for inner in report.inner if inner.credential
    ]


def test_nothing_is_recorded_without_create(filled: Driver) -> None:
    sheet = to_how(filled)
    filled.press(sheet, Qt.Key.Key_Escape)
    filled.shell.show_place(SHARING)
    filled.settle()
    assert "You have not shared anything yet." in shown_text(filled.shell.sharing)


def test_a_file_dialog_that_is_left_sends_nothing(filled: Driver) -> None:
    sheet = to_how(filled)
    sheet.how.file.click()
    filled.dialogs.save_as = None
    sheet.next.click()
    filled.settle()
    assert sheet.steps.index == HOW


def test_the_end_date_follows_the_receiver_and_the_persons_choice(filled: Driver, qtbot: QtBot) -> None:
    def is_told(until: str | None) -> bool:
        shown = sheet.what.preview.preview
        told = None if shown is None else shown.until
        return shown is not None and (told is None if until is None else str(told).startswith(until))

    sheet = filled.share("Soldering")
    sheet.who.tiles["registrar"].click()
    sheet.who.to.setText("Lakeside Community College")
    sheet.next.click()
    filled.settle()
    assert sheet.how.until.date() == QDate(2027, 2, 21)
    sheet.next.click()
    sheet.how.until.setDate(QDate(2026, 12, 1))
    qtbot.waitUntil(lambda: is_told("2026-12-01"), timeout=10_000)
    sheet.how.no_end.click()
    qtbot.waitUntil(lambda: is_told(None), timeout=10_000)


def test_an_end_date_chosen_while_the_share_is_being_built_is_in_it(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    sheet.who.to.setText("Lakeside Community College")
    sheet.next.click()
    filled.settle()
    sheet.how.until.setDate(QDate(2026, 12, 24))  # it is built again, and nobody waits for that
    sheet.how.until.setDate(QDate(2026, 12, 1))
    filled.settle()
    shown = sheet.what.preview.preview
    assert shown is not None
    assert str(shown.until).startswith("2026-12-01")


def test_what_does_not_fit_a_code_says_why_and_offers_the_file(filled: Driver) -> None:
    sheet = filled.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    filled.settle()
    for choice in sheet.what.choices:
        if not choice.tick.isChecked():
            choice.tick.click()
    filled.settle(300)
    sheet.next.click()
    assert not sheet.how.qr.isEnabled()
    assert sheet.how.file.isChecked()
    assert "too much for one QR code" in sheet.how.qr.accessibleDescription()
    assert sheet.next.isEnabled()


def test_no_channel_promises_to_be_stopped(filled: Driver) -> None:
    sheet = to_how(filled)
    for tile in (sheet.how.qr, sheet.how.file):
        tile.click()
        assert sheet.how.stop.strong.text() == "Can I stop it later? No."


def test_the_code_is_dark_on_white_in_the_dark_theme(filled: Driver) -> None:
    from wallet.ui.theme.look import ThemeChoice  # noqa: PLC0415

    sheet = to_how(filled)
    sheet.next.click()
    filled.settle()
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        filled.window.choose_theme(choice)
        filled.settle()
        image = sheet.done.code.grab().toImage()
        colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        assert {"#1b2730", "#ffffff"} <= colours


def test_history_says_who_why_what_when_how_and_until(filled: Driver) -> None:
    sheet = to_how(filled)
    sheet.next.click()
    filled.settle()
    sheet.next.click()
    filled.shell.show_place(SHARING)
    filled.settle()
    said = shown_text(filled.shell.sharing)
    for words in (
        "Harbor Boat Works",
        "Job application",
        "1 credential: Soldering Basics",
        "23 November 2026 · QR code · until 23 December 2026",
        "30 days left",
    ):
        assert words in said
    assert filled.shell.sidebar.place(SHARING).accessibleName() == "Sharing, 1"
