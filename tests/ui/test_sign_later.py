"""Asking somebody to sign later: from what the learner wrote to the letter, and back with what was signed."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests import identities, issuing
from tests.identities import Json
from tests.ui.driver import Driver, button, shown_text
from wallet.ui.pages.ask_sheet import AskSheet
from wallet.ui.pages.own_sheet import OwnSheet
from wallet.ui.pages.sign_part import SignPart
from wallet.ui.pages.signed_sheet import SignedSheet
from wallet.verification.report import Verdict

TITLE, STORY, WITNESS = "Taught my brother to read", "Every evening for a year.", "Ms. Lee"


@pytest.fixture
def wrote(opened: Driver) -> Driver:
    """A file in which the learner wrote one thing themselves, which is open."""
    opened.shell.records.write_own()
    sheet = opened.shell.sheet
    assert isinstance(sheet, OwnSheet)
    sheet.what.setText(TITLE)
    sheet.story.setPlainText(STORY)
    sheet.witness.setText(WITNESS)
    sheet.save.click()
    opened.settle()
    opened.choose(TITLE)
    return opened


def part(driver: Driver) -> SignPart:
    (found,) = driver.shell.credentials.detail.findChildren(SignPart)
    return found


def ask(driver: Driver) -> AskSheet:
    button(part(driver), "Ask someone to sign").click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, AskSheet)
    return sheet


def test_the_letter_holds_what_is_in_sight_and_nothing_is_sent(wrote: Driver, tmp_path: Path) -> None:
    sheet = ask(wrote)
    (words,) = [
        one
        for one in sheet.findChildren(QPlainTextEdit)
        if one.accessibleName() == "What do you want to say to them?"
    ]
    words.setPlainText("You saw us in the library.")
    wrote.settle(300)
    shown = sheet.letter.text()
    for said in (f"Dear {WITNESS},", "You saw us in the library.", TITLE, STORY):
        assert said in shown
    sheet.with_story.click()
    wrote.settle(300)
    assert STORY not in sheet.letter.text()
    assert STORY not in sheet.file.toPlainText()
    wrote.dialogs.save_as = tmp_path / "letter.txt"
    button(sheet, "Save the letter").click()
    wrote.settle()
    assert (tmp_path / "letter.txt").read_text().strip() == sheet.letter.text().strip()
    button(sheet, "Close").click()
    wrote.settle()
    assert f"Asked on 23 November 2026: {WITNESS}" in shown_text(part(wrote))
    assert not wrote.shell.sharing.shown


def test_the_file_is_a_badge_nobody_signed_and_names_what_was_written(wrote: Driver) -> None:
    sheet = ask(wrote)
    wrote.settle(300)
    document = json.loads(sheet.file.toPlainText().replace("\u200b", ""))
    shown = wrote.shell.credentials.detail.shown
    assert shown is not None
    assert not {"issuer", "proof", "validFrom"} & document.keys()
    assert document["evidence"][0]["id"] == shown.credential.id
    assert document["credentialSubject"]["achievement"]["name"] == TITLE


def test_copying_the_text_is_remembered_as_asking(wrote: Driver) -> None:
    sheet = ask(wrote)
    wrote.settle(300)
    button(sheet, "Copy the text").click()
    wrote.settle()
    assert STORY in wrote.application.clipboard().text()
    button(sheet, "Close").click()
    wrote.settle()
    assert "Asked on" in shown_text(part(wrote))


def test_with_nobody_named_there_is_no_letter(wrote: Driver) -> None:
    sheet = ask(wrote)
    sheet.to.setText("  ")
    wrote.settle(300)
    assert not sheet.save.isEnabled()
    assert not sheet.copy.isEnabled()
    assert STORY not in sheet.letter.text()


def signed(own: str | None) -> Json:
    """What somebody may send back: a badge that names what the learner wrote."""
    teacher = identities.did_key("teacher")
    named = [{"id": own, "type": ["Evidence"]}] if own else None
    document = issuing.credential(teacher, id="urn:uuid:7", name="Reading tutor", evidence=named)
    return issuing.secure(document, teacher)


def keep_signed(driver: Driver, own: str | None, folder: Path) -> None:
    path = folder / "signed.json"
    path.write_text(json.dumps(signed(own)))
    driver.keep(path)
    driver.choose(TITLE)


def test_what_comes_back_is_offered_joined_by_choice_and_shown_on_both_sides(
    wrote: Driver, tmp_path: Path
) -> None:
    sheet = ask(wrote)
    wrote.settle(300)
    sheet.copy.click()
    wrote.settle()
    sheet.close_button.click()
    shown = wrote.shell.credentials.detail.shown
    assert shown is not None
    keep_signed(wrote, shown.credential.id, tmp_path)
    said = shown_text(part(wrote))
    assert "This one names what you wrote: Reading tutor" in said
    assert "Signed: Reading tutor" not in said
    button(part(wrote), "Join them: Reading tutor").click()
    wrote.settle()
    assert "Signed: Reading tutor" in shown_text(part(wrote))
    assert "This one names" not in shown_text(part(wrote))
    own = wrote.shell.credentials.detail.shown
    assert own is not None
    assert own.card.self_asserted, "a join makes it no better than it is"
    assert own.card.verdict is not Verdict.VERIFIED
    assert "Added by you" in shown_text(wrote.shell.credentials.detail)
    button(part(wrote), "Show it: Reading tutor").click()
    wrote.settle()
    assert f"You joined this to what you wrote: {TITLE}" in shown_text(part(wrote))
    button(part(wrote), "Show what I wrote").click()
    wrote.settle()
    button(part(wrote), "They do not belong together: Reading tutor").click()
    wrote.settle()
    assert "Signed: Reading tutor" not in shown_text(part(wrote))


def test_one_that_names_nothing_is_joined_by_pointing_to_it(wrote: Driver, tmp_path: Path) -> None:
    keep_signed(wrote, None, tmp_path)
    assert "This one names" not in shown_text(part(wrote))
    button(part(wrote), "Join one I have").click()
    wrote.settle()
    sheet = wrote.shell.sheet
    assert isinstance(sheet, SignedSheet)
    offered = [sheet.which.itemText(row) for row in range(sheet.which.count())]
    assert [TITLE in one for one in offered] == [False]
    button(sheet, "Join them").click()
    wrote.settle()
    assert wrote.shell.sheet is None
    assert "Signed: Reading tutor" in shown_text(part(wrote))
