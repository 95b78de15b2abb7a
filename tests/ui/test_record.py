"""A learner record read like a transcript, evidence, endorsements, files, and what hostile text does to the layout."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests import issuing
from tests.sample_files import good
from tests.ui import learner_records as records
from tests.ui.driver import Driver, button, shown_text
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.viewer_sheet import ViewerSheet
from wallet.ui.widgets.labels import PlainLabel

BADGE = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"


def kept(driver: Driver, tmp_path: Path, document: object, name: str) -> str:
    """Adds one document, ticked whatever its verdict is, and opens it; what the pane says."""
    path = tmp_path / "one.json"
    path.write_text(json.dumps(document))
    sheet = driver.add(path)
    for line in sheet.rows:
        line.tick.setChecked(True)
    sheet.save.click()
    driver.settle()
    driver.window.message_bar.clear()
    driver.choose(name)
    return shown_text(driver.shell.credentials.detail)


def transcript(driver: Driver, tmp_path: Path) -> RecordSheet:
    document = records.record(
        records.welding_course(),
        records.changed_course(),
        records.entry(3, "Forklift licence", "License", licenseNumber="NF-77"),
    )
    said = kept(driver, tmp_path, document, "transcript")
    assert "In this record" in said
    assert "Courses: 2" in said
    assert "Competencies: 3" in said
    button(driver.shell.credentials.detail, "Read the whole record").click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, RecordSheet)
    return sheet


def test_a_record_reads_like_a_transcript(opened: Driver, tmp_path: Path) -> None:
    sheet = transcript(opened, tmp_path)
    said = shown_text(sheet)
    assert "WLD 101 · Welding I" in said
    assert "Credits: 3 of 3" in said
    assert "Fall 2025" in said
    assert "Final grade: A-, completed" in said
    assert "Licence number: NF-77" in said
    assert said.index("Courses") < said.index("Degrees and certificates") < said.index("Competencies")
    assert QApplication.focusWidget() is sheet.done
    sheet.done.click()
    opened.settle()
    assert opened.shell.sheet is None


def test_each_credential_inside_has_its_own_chip_and_checks(opened: Driver, tmp_path: Path) -> None:
    sheet = transcript(opened, tmp_path)
    names = [widget.accessibleName() for widget in sheet.findChildren(QWidget)]
    assert "MAT 90 · Shop Mathematics: Not valid" in names, "its credits were changed after it was signed"
    assert "WLD 101 · Welding I: Check this" in names
    assert "Signed as a part of the whole record." in shown_text(sheet)
    before = len(sheet.findChildren(PlainLabel))
    why = button(sheet, "What we checked: MAT 90 · Shop Mathematics")
    why.click()
    assert len(sheet.findChildren(PlainLabel)) > before
    assert "changed" in shown_text(why.parentWidget() or sheet)


def test_competencies_stand_as_a_tree_with_what_else_is_said_of_them(opened: Driver, tmp_path: Path) -> None:
    sheet = transcript(opened, tmp_path)
    names = [
        label.accessibleName()
        for label in sheet.findChildren(PlainLabel)
        if "level" in label.accessibleName()
    ]
    assert names == ["Making things, level 1", "Cutting metal, level 2", "Joining metal, level 2"]
    assert "“Cutting metal” comes before “Joining metal”." in shown_text(sheet)


def test_a_tree_that_bites_its_tail_ends(opened: Driver, tmp_path: Path) -> None:
    ring = [
        {"type": ["Association"], "associationType": "isParentOf", "sourceId": source, "targetId": target}
        for source, target in ((records.MAKING, records.CUTTING), (records.CUTTING, records.MAKING))
    ]
    kept(opened, tmp_path, records.record(association=ring), "transcript")
    button(opened.shell.credentials.detail, "Read the whole record").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, RecordSheet)
    assert "Making things, level 1" in shown_text(sheet)
    assert "Cutting metal, level 2" in shown_text(sheet)


def test_a_badge_by_itself_says_credits_term_status_and_framework(opened: Driver, tmp_path: Path) -> None:
    aligned = [
        {
            "type": ["Alignment"],
            "targetName": "Weld steel",
            "targetUrl": "https://esco.example/weld",
            "targetFramework": "ESCO",
        }
    ]
    document = issuing.credential(
        records.COLLEGE,
        name="Welding I",
        credentialSubject={
            "id": issuing.LEARNER,
            "type": ["AchievementSubject"],
            "creditsEarned": 3,
            "role": "Apprentice",
            "achievement": issuing.achievement(name="Welding I", alignment=aligned),
            "result": [{"type": ["Result"], "value": "pass", "status": "InProgress"}],
        },
    )
    said = kept(opened, tmp_path, issuing.secure(document, records.COLLEGE), "Welding")
    for words in ("Credits: 3", "Role: Apprentice", "Result: pass, in progress", "Weld steel", "from ESCO"):
        assert words in said


def test_endorsements_are_items_of_their_own(opened: Driver, tmp_path: Path) -> None:
    document = issuing.credential(records.COLLEGE, name="Lamp")
    document = document | {
        "endorsement": [
            records.endorsement(BADGE, "<b>Well</b> made."),
            records.endorsement("urn:uuid:of-something-else", "Good soup."),
        ]
    }
    said = kept(opened, tmp_path, issuing.secure(document, records.COLLEGE), "Lamp")
    assert "Endorsed by" in said
    assert "<b>Well</b> made." in said
    assert said.count("Chamber of crafts: Check this") == 2
    assert "This endorses something else" in said


def evidence_badge(*evidence: dict[str, object]) -> object:
    typed = [{"type": ["Evidence"], **one} for one in evidence]
    return issuing.secure(issuing.credential(records.COLLEGE, name="Lamp", evidence=typed), records.COLLEGE)


def test_a_picture_that_came_inside_is_shown_and_saved(opened: Driver, tmp_path: Path) -> None:
    content = records.picture(400, 300)
    document = evidence_badge({"id": records.data_url("image/png", content), "name": "../The lamp.exe"})
    said = kept(opened, tmp_path, document, "Lamp")
    assert "Picture · " in said
    assert "data:image" not in said, "an address of a million letters is no text"
    button(opened.shell.credentials.detail, "Look at ../The lamp.exe").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ViewerSheet)
    assert sheet.picture.image is not None
    assert (sheet.picture.image.width(), sheet.picture.image.height()) == (400, 300)
    opened.dialogs.save_as = tmp_path / "out.png"
    sheet.save.click()
    opened.settle()
    assert (tmp_path / "out.png").read_bytes() == content
    assert opened.dialogs.asked[-1] == "The lamp-exe.png", "the content gives the ending, not the issuer"


def test_a_picture_of_a_hundred_megapixels_is_not_decoded(opened: Driver, tmp_path: Path) -> None:
    document = evidence_badge(
        {"id": records.data_url("image/png", records.picture(10_000, 10_000)), "name": "Big"}
    )
    kept(opened, tmp_path, document, "Lamp")
    button(opened.shell.credentials.detail, "Look at Big").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ViewerSheet)
    assert sheet.picture.image is None
    assert "too large or damaged" in shown_text(sheet.words)


def test_text_is_text_and_everything_else_can_be_saved_only(opened: Driver, tmp_path: Path) -> None:
    page = b"<html><script>alert(1)</script><img src='file:///etc/passwd'></html>"
    document = evidence_badge(
        {"id": records.data_url("text/html", page), "name": "Page"},
        {"id": records.data_url("image/png", b"%PDF-1.7 not a picture"), "name": "Letter"},
        {"id": "https://evidence.example/lamp", "name": "Video"},
    )
    said = kept(opened, tmp_path, document, "Lamp")
    detail = opened.shell.credentials.detail
    assert "PDF document" in said, "the content decides, not what it is called"
    assert "Look at Letter" not in said
    assert "Nothing is loaded from there." in said
    button(detail, "Copy the address of Video").click()
    assert QApplication.clipboard().text() == "https://evidence.example/lamp"
    button(detail, "Look at Page").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ViewerSheet)
    assert sheet.text.toPlainText().replace("\u200b", "") == page.decode()


def test_own_files_are_kept_shown_saved_and_removed_after_a_question(opened: Driver, tmp_path: Path) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.choose("Laser")
    detail = opened.shell.credentials.detail
    letter = tmp_path / "letter.txt"
    letter.write_text("Dana made the lamp.")
    opened.dialogs.files = [str(letter)]
    button(detail, "Add a file").click()
    opened.settle()
    assert "letter.txt" in shown_text(detail)
    button(detail, "Look at letter.txt").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ViewerSheet)
    assert sheet.text.toPlainText() == "Dana made the lamp."
    opened.press(sheet.done, Qt.Key.Key_Space)
    opened.dialogs.save_as = tmp_path / "copy.txt"
    button(detail, "Save a copy of letter.txt").click()
    opened.settle()
    assert (tmp_path / "copy.txt").read_text() == "Dana made the lamp."
    assert opened.dialogs.asked[-1] == "letter.txt"
    button(detail, "Remove letter.txt").click()
    assert "letter.txt" in shown_text(detail), "nothing before the answer"
    button(opened.window.message_bar, "Remove it").click()
    opened.settle()
    assert "letter.txt" not in shown_text(detail)


def test_earlier_checks_are_listed(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.choose("Laser")
    detail = opened.shell.credentials.detail
    button(detail, "Check again").click()
    opened.settle()
    button(detail, "Earlier checks: 2").click()
    assert shown_text(detail).count("23 November 2026: Check this") == 2


HOSTILE = {
    "markup": "<img src=x onerror=alert(1)> <b>bold</b>",
    "combining marks": "a" + "\u0301" * 20_000,
    "bidi": "Welding \u202e\u2066evil\u2069 \u202d" * 50,
    "no spaces": "W" * 20_000,
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_names_leave_the_layout_intact(opened: Driver, tmp_path: Path, words: str) -> None:
    course = records.entry(1, words, "Course", term=words, role=words, achievement={"humanCode": words})
    document = records.record(course, achievement=[])
    kept(opened, tmp_path, document, "transcript")
    detail = opened.shell.credentials.detail
    button(detail, "Read the whole record").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, RecordSheet)
    content = sheet.middle.widget()
    assert content is not None
    assert content.width() <= sheet.middle.viewport().width(), "nothing makes the page wider than the window"
    assert sheet.done.geometry().bottom() <= sheet.height()
    for label in sheet.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()
        assert len(label.text()) < 10_000
