"""Under 13 an adult agrees before anything leaves; what they agreed to is seen, saved, and can be taken back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tests.sample_files import good
from tests.sharing.requests import openid4vp
from tests.ui.driver import Driver, button, named, shown_text
from wallet.app import school_place, school_policy
from wallet.app.consents import form_of, list_consents
from wallet.app.container import make_services
from wallet.app.guardian import AgeBand, set_guardian
from wallet.app.unlock import Vault
from wallet.ui.guardian_cases import VaultGuardian
from wallet.ui.guardian_ports import ADULT, NOT_SAID, TEEN, UNDER_13
from wallet.ui.pages.age_sheet import AgeSheet
from wallet.ui.pages.past_share import PastShareSheet
from wallet.ui.pages.share.answer_sheet import AnswerSheet
from wallet.ui.pages.share.sheet import AGREE, DONE, HOW, ShareSheet
from wallet.ui.places import SETTINGS, SHARING
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.widgets.buttons import Button

CODE = "blue kettle"
UNDER = AgeBand.UNDER_13


@pytest.fixture(scope="module")
def kept(standing: Driver) -> Driver:
    standing.keep(good("small-soldering.json"))
    return standing


@pytest.fixture
def filled(kept: Driver) -> Iterator[Driver]:
    """Nothing is said about the age yet; the history is that of the tests before."""
    yield kept
    kept.shell.show_place(SETTINGS)
    if kept.shell.settings.age.rule.band != NOT_SAID:
        keep_age(kept, "I do not say", present=CODE)
    kept.window.message_bar.clear()
    assert kept.shell.settings.age.rule.band == NOT_SAID


def shares(driver: Driver) -> int:
    driver.shell.sharing.refresh()
    driver.settle()
    return len(driver.shell.sharing.shown)


def age_sheet(driver: Driver) -> AgeSheet:
    driver.shell.show_place(SETTINGS)
    driver.settle()
    driver.shell.settings.age.button.click()
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, AgeSheet)
    return sheet


def keep_age(driver: Driver, words: str, *, present: str = "", code: str = CODE) -> AgeSheet:
    sheet = age_sheet(driver)
    button(sheet, words).click()
    if words == "Under 13":
        named(sheet, QLineEdit, "The adult's code word").setText(code)
        named(sheet, QLineEdit, "The code word again").setText(code)
    if driver.shell.settings.age.rule.has_code:
        named(sheet, QLineEdit, "The adult's present code word").setText(present)
    button(sheet, "Keep this").click()
    driver.settle()
    return sheet


def to_how(driver: Driver) -> ShareSheet:
    sheet = driver.share("Soldering")
    named(sheet, QLineEdit, "Who is it for?").setText("Harbor Boat Works")
    for _ in range(2):
        sheet.next.click()
        driver.settle()
    assert sheet.steps.index == HOW
    return sheet


def to_adult(driver: Driver) -> ShareSheet:
    sheet = to_how(driver)
    button(sheet, "Next: an adult agrees").click()
    assert sheet.steps.index == AGREE
    return sheet


def say(sheet: QWidget, *, code: str = CODE, pass_on: bool = False) -> None:
    named(sheet, QLineEdit, "The adult's name").setText("Maria Rivera")
    named(sheet, QComboBox, "Relation to the learner").setEditText("Mother")
    button(sheet, "I looked at both lists, and I agree.").click()
    if pass_on:
        button(sheet, "They may also pass it on to others.").click()
    named(sheet, QLineEdit, "The adult's code word").setText(code)


def agreed_share(driver: Driver, *, pass_on: bool = False) -> ShareSheet:
    keep_age(driver, "Under 13")
    sheet = to_adult(driver)
    say(sheet, pass_on=pass_on)
    button(sheet, "Create QR code").click()
    driver.settle()
    assert sheet.steps.index == DONE
    return sheet


def on_vault(driver: Driver, act: Callable[[Vault], object]) -> object:
    """What this gives, done where the vault's work is done."""
    found: list[object] = []

    def work(job: Job) -> object:
        del job
        wallet = driver.shell._wallet
        assert isinstance(wallet, VaultGuardian)
        return act(wallet._vault)

    driver.tools.tasks.run_on_vault(work, driver.shell, Callbacks(done=found.append))
    driver.settle()
    return found[0]


def _latest_form(vault: Vault) -> bytes:
    kept = form_of(vault, list_consents(vault)[0])
    assert kept is not None
    return vault.files.content(kept.number)


def past_share(driver: Driver) -> PastShareSheet:
    """The latest share in full."""
    driver.shell.show_place(SHARING)
    shares(driver)
    driver.shell.sharing.open_share.emit(driver.shell.sharing.shown[0].id)
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, PastShareSheet)
    return sheet


def test_nobody_has_to_say_an_age_and_then_no_adult_is_asked(filled: Driver) -> None:
    sheet = to_how(filled)
    assert len(sheet.order) == 4
    assert sheet.show_adult.isHidden()
    button(sheet, "Create QR code").click()
    filled.settle()
    assert sheet.steps.index == DONE


def test_under_13_an_adult_sees_both_lists_and_agrees(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = to_adult(filled)
    said = shown_text(sheet.agree)
    for words in ("They will see", "They will not see", "For: Harbor Boat Works", "Reason: Job application"):
        assert words in said
    assert "23 December 2026" in said
    assert not button(sheet, "Create QR code").isEnabled()
    say(sheet)
    button(sheet, "Create QR code").click()
    filled.settle()
    assert "with the adult who agreed" in shown_text(sheet.done)
    assert "the adult did not agree to passing it on" in shown_text(sheet.done)
    past = shown_text(past_share(filled))
    assert "Agreed on 23 November 2026 by Maria Rivera (Mother)." in past
    assert "The receiver may not pass it on to others." in past


def test_nothing_is_agreed_to_by_halves(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = to_adult(filled)
    say(sheet)
    create = button(sheet, "Create QR code")
    halves: tuple[tuple[Callable[[], object], Callable[[], object]], ...] = (
        (lambda: sheet.agree.name.setText(" "), lambda: sheet.agree.name.setText("Maria")),
        (lambda: sheet.agree.relation.setEditText(""), lambda: sheet.agree.relation.setEditText("Mother")),
        (sheet.agree.agrees.click, sheet.agree.agrees.click),
        (sheet.agree.code.line.clear, lambda: sheet.agree.code.line.setText(CODE)),
    )
    for leave_out, put_back in halves:
        assert create.isEnabled()
        leave_out()
        assert not create.isEnabled()
        put_back()


def test_a_guessed_code_word_shares_nothing(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    before = shares(filled)
    sheet = to_adult(filled)
    say(sheet, code="a guess")
    filled.press(sheet.agree.code.line, Qt.Key.Key_Return)
    assert sheet.steps.index == AGREE
    assert "This is not the adult's code word." in shown_text(sheet.agree)
    assert sheet.agree.code.text() == ""
    sheet.leave()
    assert shares(filled) == before


def test_an_adult_is_asked_again_for_what_was_changed(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = to_adult(filled)
    say(sheet)
    button(sheet, "Back").click()
    sheet.how.no_end.click()
    filled.settle()
    button(sheet, "Next: an adult agrees").click()
    assert not sheet.agree.agrees.isChecked()
    assert sheet.agree.code.text() == ""
    assert "No end date" in shown_text(sheet.agree)


def test_passing_on_is_a_question_of_its_own(filled: Driver) -> None:
    sheet = agreed_share(filled, pass_on=True)
    assert "did not agree to passing it on" not in shown_text(sheet.done)
    assert "The receiver may pass it on to others." in shown_text(past_share(filled))


def test_a_form_is_printed_and_its_signed_photo_kept(filled: Driver, tmp_path: Path) -> None:
    keep_age(filled, "Under 13")
    sheet = to_adult(filled)
    printed = tmp_path / "form.pdf"
    filled.dialogs.save_as = printed
    button(sheet, "Save a form to print").click()
    filled.settle()
    text = " ".join(PdfReader(printed).pages[0].extract_text().split())
    for words in ("An adult agrees to a share", "For: Harbor Boat Works", "They will see", "Soldering"):
        assert words in text
    assert "Saved as form.pdf" in shown_text(sheet.agree)
    say(sheet)
    photo = tmp_path / "signed.png"
    photo.write_bytes(good("laser-cutting.png").read_bytes())
    filled.dialogs.files = [str(photo)]
    button(sheet, "Choose the signed form").click()
    assert "The signed form: signed.png" in shown_text(sheet.agree)
    before = shares(filled)
    button(sheet, "Create QR code").click()
    filled.settle()
    assert (sheet.steps.index, shares(filled)) == (DONE, before + 1)
    assert on_vault(filled, _latest_form) == photo.read_bytes()


def test_on_paper_the_signed_form_takes_the_place_of_the_code_word(filled: Driver, tmp_path: Path) -> None:
    on_vault(filled, lambda vault: set_guardian(vault, None, make_services(), band=UNDER, on_paper=True))
    filled.shell.settings.age.refresh()
    filled.settle()
    sheet = to_adult(filled)
    assert sheet.agree.code.isHidden()
    named(sheet, QLineEdit, "The adult's name").setText("Maria Rivera")
    named(sheet, QComboBox, "Relation to the learner").setEditText("Mother")
    button(sheet, "I looked at both lists, and I agree.").click()
    assert not button(sheet, "Create QR code").isEnabled()
    wrong, photo = tmp_path / "notes.txt", tmp_path / "signed.png"
    wrong.write_text("I agree")
    photo.write_bytes(good("laser-cutting.png").read_bytes())
    for path in (wrong, photo):
        filled.dialogs.files = [str(path)]
        button(sheet, "Choose the signed form").click()
        button(sheet, "Create QR code").click()
        filled.settle()
        assert sheet.steps.index == (DONE if path == photo else AGREE)


def test_where_the_school_asks_an_adult_signs_though_nobody_said_an_age(
    filled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[sharing]\nguardian = true")
    monkeypatch.setattr(school_place, "policy_place", lambda: str(policy))
    monkeypatch.setattr(school_policy, "_require_protected", lambda *_: None)
    filled.shell.settings.age.refresh()
    filled.settle()
    assert "Your school asks that an adult agrees to each share." in shown_text(filled.shell.settings.age)
    sheet = to_adult(filled)
    assert sheet.agree.code.isHidden()
    named(sheet, QLineEdit, "The adult's name").setText("Maria Rivera")
    named(sheet, QComboBox, "Relation to the learner").setEditText("Mother")
    button(sheet, "I looked at both lists, and I agree.").click()
    before = shares(filled)
    assert not button(sheet, "Create QR code").isEnabled()
    photo = tmp_path / "signed.png"
    photo.write_bytes(good("laser-cutting.png").read_bytes())
    filled.dialogs.files = [str(photo)]
    button(sheet, "Choose the signed form").click()
    button(sheet, "Create QR code").click()
    filled.settle()
    assert (sheet.steps.index, shares(filled)) == (DONE, before + 1)
    policy.unlink()
    filled.shell.settings.age.refresh()
    filled.settle()
    assert "You did not say how old you are." in shown_text(filled.shell.settings.age)


def test_an_adult_sees_what_linkedin_would_get(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = to_how(filled)
    sheet.how.tiles["profile"].click()
    button(sheet, "Next: an adult agrees").click()
    said = shown_text(sheet.agree)
    assert "LinkedIn will see" in said
    assert "Issued by: Harbor Makers Guild" in said
    assert "dana.rivera@student.example" not in said, "the link does not hold it"
    say(sheet)
    button(sheet, "Make the form").click()
    filled.settle()
    assert sheet.steps.index == DONE
    assert "Agreed on 23 November 2026 by Maria Rivera (Mother)." in shown_text(past_share(filled))


def test_an_adult_agrees_to_an_answer_too(filled: Driver, tmp_path: Path) -> None:
    keep_age(filled, "Under 13")
    filled.shell.add_text(json.dumps(openid4vp()))
    filled.settle()
    sheet = filled.shell.sheet
    assert isinstance(sheet, AnswerSheet)
    sheet.who.purpose.setEditText("Summer job")
    for _ in range(2):
        sheet.next.click()
        filled.settle()
    filled.dialogs.save_as = tmp_path / "answer.json"
    button(sheet, "Next: an adult agrees").click()
    say(sheet)
    button(sheet, "Create the answer").click()
    filled.settle()
    assert sheet.steps.index == DONE
    assert (tmp_path / "answer.json").is_file()
    assert "Your file for jobs.example" in shown_text(sheet.done)
    assert "Maria Rivera (Mother)" in shown_text(past_share(filled))


def test_what_adults_agreed_to_is_listed_and_saved(filled: Driver, tmp_path: Path) -> None:
    agreed_share(filled)
    filled.shell.show_place(SETTINGS)
    button(filled.shell.settings, "What adults agreed to").click()
    filled.settle()
    sheet = filled.shell.sheet
    assert sheet is not None
    said = shown_text(sheet)
    assert "Harbor Boat Works · Job application" in said
    assert "Soldering Basics" in said
    filled.dialogs.save_as = tmp_path / "agreed.csv"
    button(sheet, "Save the list").click()
    filled.settle()
    assert "Maria Rivera" in (tmp_path / "agreed.csv").read_text("utf-8-sig")
    details = [
        one for one in sheet.findChildren(Button) if one.accessibleName().startswith("Details of what")
    ]
    details[0].click()
    filled.settle()
    assert isinstance(filled.shell.sheet, PastShareSheet)


def test_what_was_agreed_to_can_be_taken_back(filled: Driver) -> None:
    agreed_share(filled)
    sheet = past_share(filled)
    button(sheet, "Take it back").click()
    field = named(sheet, QLineEdit, "The adult's code word")
    field.setText("a guess")
    button(sheet, "Take it back now").click()
    filled.settle()
    assert "This is not the adult's code word." in shown_text(sheet)
    assert sheet.save.isEnabled()
    field.setText(CODE)
    button(sheet, "Take it back now").click()
    filled.settle()
    assert "Taken back on 23 November 2026." in shown_text(sheet)
    assert "The adult who agreed to it has taken that back." in sheet.request.toPlainText()
    assert not sheet.save.isEnabled()
    filled.shell.show_place(SHARING)
    filled.settle()
    assert "Taken back" in shown_text(filled.shell.sharing)
    again = past_share(filled)
    assert not again.save.isEnabled()
    assert "The adult who agreed to it has taken that back." in again.request.toPlainText()
    assert to_adult(filled).steps.index == AGREE, "sharing anew asks again"


def test_only_the_adult_changes_the_age(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = keep_age(filled, "18 or older", present="a guess")
    assert "This is not the adult's code word." in shown_text(sheet)
    assert filled.shell.settings.age.rule.band == UNDER_13
    sheet.close_button.click()
    keep_age(filled, "18 or older", present=CODE)
    assert filled.shell.settings.age.rule.band == ADULT
    keep_age(filled, "I do not say")
    assert filled.shell.settings.age.rule.band == NOT_SAID


def test_two_code_words_that_differ_are_not_kept(filled: Driver) -> None:
    sheet = age_sheet(filled)
    button(sheet, "Under 13").click()
    sheet.first.line.setText("one")
    sheet.second.line.setText("two")
    assert not sheet.keep.isEnabled()
    assert "The two are not the same yet." in shown_text(sheet)


def test_a_birth_year_ends_it_by_itself(filled: Driver) -> None:
    sheet = age_sheet(filled)
    button(sheet, "13 to 17").click()
    years = [sheet.year.itemText(row) for row in range(sheet.year.count())]
    assert years == ["Not said", "2013", "2012", "2011", "2010", "2009", "2008"]
    sheet.year.setCurrentText("2010")
    sheet.keep.click()
    filled.settle()
    assert "This changes by itself on 31 December 2028." in shown_text(filled.shell.settings.age)


def test_from_13_on_it_can_be_shown_to_an_adult(filled: Driver) -> None:
    keep_age(filled, "13 to 17")
    assert filled.shell.settings.age.rule.band == TEEN
    sheet = to_how(filled)
    button(sheet, "Show it to an adult").click()
    said = shown_text(sheet.agree)
    assert "They will see" in said
    assert "nobody has to agree" in said
    assert sheet.next.isHidden()
    button(sheet, "Back").click()
    button(sheet, "Create QR code").click()
    filled.settle()
    assert sheet.steps.index == DONE


def test_no_code_word_stays_in_a_field_when_the_file_locks(filled: Driver) -> None:
    keep_age(filled, "Under 13")
    sheet = to_adult(filled)
    say(sheet)
    filled.shell.end()
    assert sheet.agree.code.text() == ""


def test_the_first_steps_ask_once_and_nobody_has_to_say(driver: Driver) -> None:
    assert driver.window.first_run.age.currentText() == "I do not say"
    driver.make_file("13 to 17")
    assert driver.shell.settings.age.rule.band == TEEN


def test_under_13_the_first_steps_go_on_to_the_adult(driver: Driver) -> None:
    driver.make_file("Under 13")
    sheet = driver.shell.sheet
    assert isinstance(sheet, AgeSheet)
    assert sheet.band == UNDER_13
