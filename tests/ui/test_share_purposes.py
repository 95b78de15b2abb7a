"""The share sheet for a purpose: templates, skills first, and words of the learner's own, by their own controls."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests import base_proofs, selections
from tests.cli.test_share_purposes import GRADE, LICENCE, NAME, SCHOOL, badge
from tests.sample_files import good
from tests.ui.driver import Driver, shown_text
from wallet.ui.pages.share.sheet import HOW, WHAT, ShareSheet
from wallet.ui.widgets.fields import CheckBox, ListField


def named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """The control people know by this name."""
    (found,) = [one for one in page.findChildren(kind) if one.accessibleName() == name]
    return found


def choose(sheet: ShareSheet, template: str) -> None:
    field = named(sheet.who, ListField, "Start from a template")
    assert isinstance(field, ListField)
    field.setCurrentText(template)
    assert field.currentText() == template


def tick_skills_first(sheet: ShareSheet) -> None:
    tick = named(sheet.what, CheckBox, "Skills first")
    assert isinstance(tick, CheckBox)
    tick.click()


@pytest.fixture
def sheet(opened: Driver, tmp_path: Path) -> ShareSheet:
    path = tmp_path / "badge.json"
    path.write_text(json.dumps(base_proofs.secure(badge(), selections.ISSUER)))
    opened.keep(path, good("small-sewing.json"))
    sheet = opened.share("Welding")
    sheet.who.to.setText("Harbor Boat Works")
    return sheet


def go_on(sheet: ShareSheet, opened: Driver) -> None:
    sheet.next.click()
    opened.settle(300)


def ticked(sheet: ShareSheet) -> set[str]:
    parts = sheet.what.choices[0].parts
    assert parts is not None
    return {
        pointer.removeprefix("/credentialSubject/")
        for pointer, tick in parts.ticks.items()
        if tick.isChecked()
    }


def test_a_template_sets_receiver_reason_end_parts_and_way(sheet: ShareSheet, opened: Driver) -> None:
    choose(sheet, "Advanced standing")
    said = shown_text(sheet.who)
    assert "This sets: School or college; 90 days; Page that checks itself." in said
    assert sheet.who.tiles["registrar"].isChecked()
    assert sheet.who.purpose.currentText() == "Advanced standing"
    go_on(sheet, opened)
    assert sheet.steps.index == WHAT
    assert {"result/0", "result/1"} <= ticked(sheet)
    assert not {"identifier/0", "licenseNumber"} & ticked(sheet)
    assert named(sheet.what, QPlainTextEdit, "Words of your own").isVisible()
    go_on(sheet, opened)
    assert sheet.how.channel == "page"
    assert sheet.how.until.date().toString("yyyy-MM-dd") == "2027-02-21"


def test_every_choice_of_a_template_can_be_changed(sheet: ShareSheet, opened: Driver) -> None:
    choose(sheet, "Pay talk")
    sheet.who.purpose.setEditText("My yearly talk")
    sheet.who.tiles["other"].setChecked(True)
    assert sheet.who.purpose.currentText() == "My yearly talk"
    go_on(sheet, opened)
    assert {"licenseNumber", "result/1", "activityEndDate"} <= ticked(sheet)
    assert not {"result/0", "identifier/0"} & ticked(sheet)
    parts = sheet.what.choices[0].parts
    assert parts is not None
    parts.ticks["/credentialSubject/licenseNumber"].click()
    opened.settle(300)
    go_on(sheet, opened)
    sheet.how.file.click()
    sheet.back.click()
    sheet.back.click()
    go_on(sheet, opened)
    assert "licenseNumber" not in ticked(sheet), "the same template does not tick it again"
    go_on(sheet, opened)
    assert sheet.how.channel == "file"
    sheet.back.click()
    sheet.back.click()
    choose(sheet, "No template")
    go_on(sheet, opened)
    assert "result/1" not in ticked(sheet)


def test_skills_first_is_off_until_it_is_ticked_and_takes_the_person_out_of_the_bytes(
    sheet: ShareSheet, opened: Driver, tmp_path: Path
) -> None:
    sheet.who.tiles["registrar"].setChecked(True)
    go_on(sheet, opened)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert SCHOOL in preview.credentials[0].everything
    tick_skills_first(sheet)
    opened.settle(300)
    assert sheet.what.skills_first.note.isVisible()
    assert "Nothing of that goes along." in shown_text(sheet.what.skills_first)
    assert not {"source/name", "result/0", "identifier/0"} & ticked(sheet)
    go_on(sheet, opened)
    assert sheet.steps.index == HOW
    sheet.how.file.click()
    opened.dialogs.save_as = tmp_path / "out.json"
    go_on(sheet, opened)
    written = (tmp_path / "out.json").read_text()
    assert [said for said in (NAME, SCHOOL, GRADE, LICENCE) if said in written] == []
    assert "Welding" in written


def test_skills_first_says_what_goes_along_all_the_same(sheet: ShareSheet, opened: Driver) -> None:
    go_on(sheet, opened)
    tick_skills_first(sheet)
    parts = sheet.what.choices[0].parts
    assert parts is not None
    parts.ticks["/credentialSubject/result/0"].click()
    opened.settle(300)
    said = shown_text(sheet.what.skills_first)
    assert "This goes along all the same:" in said
    assert GRADE in said
    tick_skills_first(sheet)
    opened.settle(300)
    assert not sheet.what.skills_first.note.isVisible()
    assert "result/0" not in ticked(sheet)


def test_own_words_are_in_both_the_list_and_the_bytes(
    sheet: ShareSheet, opened: Driver, tmp_path: Path
) -> None:
    go_on(sheet, opened)
    sheet.what.own_words.part.link.click()
    field = named(sheet.what, QPlainTextEdit, "Words of your own")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Welding 2 is like your Metal 101. " + "x" * 3000)
    opened.settle(300)
    assert len(field.toPlainText()) == 2000
    field.setPlainText("Welding 2 is like your Metal 101.")
    opened.settle(300)
    said = shown_text(sheet.what.preview)
    assert "In the learner's own words" in said
    assert "Welding 2 is like your Metal 101." in said
    assert "They are told that you issued this yourself." in said
    go_on(sheet, opened)
    sheet.how.file.click()
    opened.dialogs.save_as = tmp_path / "out.json"
    go_on(sheet, opened)
    assert "Metal 101" in (tmp_path / "out.json").read_text()
    (kept,) = opened.shell.sharing.shown
    assert list(kept.titles) == ["Welding", "In the learner's own words"]
