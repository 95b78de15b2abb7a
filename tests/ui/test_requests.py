"""A request is read in plain words, answered with the least that satisfies it, and never followed anywhere."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import qrcode
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests import older_badges
from tests.sample_files import INDEX, good, selective
from tests.sharing.requests import as_address, badge_query, openid4vp, placement_query, vc_api
from tests.ui.driver import AT, Driver, button, named, shown_text
from wallet.app.container import make_services
from wallet.app.open_document import open_document
from wallet.app.verify_document import verify_bytes
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.request_sheet import RequestSheet
from wallet.ui.pages.share.answer_sheet import AnswerSheet
from wallet.ui.pages.share.steps_sheet import DONE, HOW, WHAT
from wallet.ui.places import SHARING
from wallet.verification.report import Verdict

WELDING = "Welding I: Shielded Metal Arc"
VERIFIER = "redirect_uri:https://jobs.example/answers"


@pytest.fixture(scope="module")
def kept(standing: Driver) -> Driver:
    """One that can be cut, a token that can be cut, and one that cannot."""
    standing.keep(selective("welding.json"), selective("placement.jwt"), good("small-soldering.json"))
    return standing


@pytest.fixture
def filled(kept: Driver) -> Driver:
    kept.shell.show_place(SHARING)
    kept.window.message_bar.clear()
    kept.web.clear()
    return kept


def shares(driver: Driver) -> int:
    driver.shell.sharing.refresh()
    driver.settle()
    return len(driver.shell.sharing.shown)


def welding_query(*paths: list[Any]) -> dict[str, Any]:
    made = badge_query(["credentialSubject", "achievement", "name"], *paths)
    made["claims"][0]["values"] = [WELDING]
    return made


RESULT = ["credentialSubject", "result", 0, "value"]


def both() -> dict[str, Any]:
    """Welding is needed, the placement would be liked."""
    request = openid4vp(welding_query(RESULT), placement_query(["skills", None]))
    sets = [{"options": [["badge"]]}, {"options": [["placement"]], "required": False}]
    request["dcql_query"]["credential_sets"] = sets
    return request


def asked(driver: Driver, request: Mapping[str, Any] | str) -> AnswerSheet:
    """The answer sheet for a pasted request."""
    text = request if isinstance(request, str) else json.dumps(request)
    data = QMimeData()
    data.setText(text)
    driver.window.intake.take(data)
    driver.settle()
    sheet = driver.shell.sheet
    assert isinstance(sheet, AnswerSheet)
    return sheet


def test_a_small_window_says_first_that_nobody_checked_who_asks(filled: Driver) -> None:
    size = filled.window.size()
    filled.window.resize(1024, 600)
    sheet = asked(filled, both())
    assert not sheet.who.to.hasFocus()
    assert "Nobody has checked" in shown_text(sheet.who.unverified)
    assert sheet.who.unverified.visibleRegion().boundingRect().height() == sheet.who.unverified.height()
    sheet.close_button.click()
    filled.window.resize(size)
    filled.settle()


def to_how(driver: Driver, sheet: AnswerSheet) -> None:
    named(sheet, QLineEdit, "What you call them").setText("Job center")
    sheet.who.purpose.setEditText("Summer job")
    for _ in range(2):
        sheet.next.click()
        driver.settle()
    assert sheet.steps.index == HOW


def answered(driver: Driver, sheet: AnswerSheet, out: Path) -> Any:
    """What was written."""
    to_how(driver, sheet)
    driver.dialogs.save_as = out
    button(sheet, "Create the answer").click()
    driver.settle()
    assert sheet.steps.index == DONE
    return json.loads(out.read_bytes())


def test_who_asks_is_marked_as_unchecked_and_what_for_is_in_plain_words(filled: Driver) -> None:
    sheet = asked(filled, both() | {"purpose": "Summer job in the boat yard"})
    said = shown_text(sheet.who).replace("\u200b", "")
    for words in (
        "jobs.example asks you. Nobody has checked who that is.",
        VERIFIER,
        "Summer job in the boat yard",
        "Needed: Open Badge",
        "It has to show: Achievement: name; Result 1: value",
        "Optional: Placement",
        "You have 1 that fits.",
    ):
        assert words in said
    assert sheet.next.isEnabled()


def test_the_answer_is_the_least_and_what_is_optional_stays_out(filled: Driver, tmp_path: Path) -> None:
    sheet = asked(filled, both())
    body = answered(filled, sheet, tmp_path / "answer.json")
    assert list(body["vp_token"]) == ["badge"]
    (shown,) = body["vp_token"]["badge"]
    content = json.dumps(shown)
    for private in ("NTC-2026-04417", "dana.rivera@student.example", "illness"):
        assert private not in content
    report = verify_bytes(content.encode(), make_services(AT, INDEX))
    assert report.verdict is Verdict.CHECK
    assert (report.audience, report.purpose) == (VERIFIER, "Summer job")
    filled.shell.show_place(SHARING)
    filled.settle()
    assert "Job center" in shown_text(filled.shell.sharing)


def test_both_lists_are_of_the_bytes_of_the_answer(filled: Driver, tmp_path: Path) -> None:
    sheet = asked(filled, both())
    sheet.who.purpose.setEditText("Summer job")
    sheet.next.click()
    filled.settle()
    assert sheet.steps.index == WHAT
    preview = sheet.what.preview.preview
    assert preview is not None
    assert [seen.title for seen in preview.credentials] == [WELDING]
    assert preview.to == VERIFIER
    values = preview.credentials[0].everything
    sheet.next.click()
    filled.dialogs.save_as = tmp_path / "answer.json"
    button(sheet, "Create the answer").click()
    filled.settle()
    (shown,) = json.loads((tmp_path / "answer.json").read_bytes())["vp_token"]["badge"]
    (inside,) = open_document(json.dumps(shown).encode()).credentials  # type: ignore[union-attr]
    leaves = json.dumps(inside.document)  # type: ignore[union-attr]
    for line in values.splitlines():
        value = line.partition(": ")[2]
        assert json.dumps(value)[1:-1] in leaves or value in leaves, line


def test_an_answer_that_is_a_token_names_no_reason_and_no_end(filled: Driver, tmp_path: Path) -> None:
    sheet = asked(filled, openid4vp(placement_query(["skills", None])))
    sheet.who.purpose.setEditText("Summer job")
    sheet.next.click()
    filled.settle()
    preview = sheet.what.preview.preview
    assert preview is not None
    assert (preview.to, preview.purpose, preview.until, preview.holder) == ("", "", None, "")
    assert "Summer job" not in shown_text(sheet.what.preview)
    assert "wallet's signature" not in shown_text(sheet.what.preview)
    sheet.next.click()
    assert sheet.how.qr.isHidden(), "a code would carry more than the token"
    filled.dialogs.save_as = tmp_path / "answer.json"
    button(sheet, "Create the answer").click()
    filled.settle()
    (token,) = json.loads((tmp_path / "answer.json").read_bytes())["vp_token"]["placement"]
    assert "birthdate" not in open_document(token.encode()).document


def test_what_is_optional_leaves_when_it_is_chosen(filled: Driver, tmp_path: Path) -> None:
    sheet = asked(filled, both())
    sheet.who.purpose.setEditText("Summer job")
    sheet.next.click()
    filled.settle()
    button(sheet, "Student Placement: Bicycle Workshop").click()
    filled.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert len(preview.credentials) == 2
    sheet.next.click()
    filled.dialogs.save_as = tmp_path / "answer.json"
    button(sheet, "Create the answer").click()
    filled.settle()
    assert list(json.loads((tmp_path / "answer.json").read_bytes())["vp_token"]) == ["badge", "placement"]


def test_what_they_would_like_starts_without_a_tick(filled: Driver) -> None:
    query = placement_query(["skills", None], ["birthdate"])
    query["claims"] = [{**claim, "id": name} for claim, name in zip(query["claims"], "sb", strict=True)]
    query["claim_sets"] = [["s", "b"], ["s"]]
    sheet = asked(filled, openid4vp(query))
    sheet.who.purpose.setEditText("Summer job")
    sheet.next.click()
    filled.settle()
    tick = button(sheet, "Also show Birthdate")
    assert not tick.isChecked()
    assert "2009" not in shown_text(sheet.what.preview)
    tick.click()
    filled.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert any(words.startswith("Your birth date") for words in preview.credentials[0].private)


def test_a_code_answers_where_one_record_is_the_answer(filled: Driver) -> None:
    subject = {"achievement": {"name": WELDING}}
    sheet = asked(filled, vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": subject}))
    to_how(filled, sheet)
    sheet.how.qr.click()
    assert sheet.how.acceptable
    button(sheet, "Create the answer").click()
    filled.settle()
    assert sheet.steps.index == DONE
    assert sheet.done.code.isVisible()


def test_which_one_leaves_is_the_learners_choice(filled: Driver) -> None:
    sheet = asked(filled, openid4vp())
    sheet.who.purpose.setEditText("Summer job")
    sheet.next.click()
    filled.settle()
    assert not sheet.next.isEnabled()
    assert "Choose at least one credential." in shown_text(sheet.what.preview)
    button(sheet, "Soldering Basics").click()
    filled.settle(300)
    assert "It can only be shared whole" in sheet.what.choices[0].tiles[0].accessibleDescription() + (
        sheet.what.choices[0].tiles[1].accessibleDescription()
    )
    assert sheet.next.isEnabled()


def test_what_cannot_be_answered_says_so_and_goes_no_further(filled: Driver) -> None:
    sheet = asked(filled, openid4vp(placement_query(["licence"])))
    assert "You cannot answer this one." in shown_text(sheet.who)
    assert "You have none that fits." in shown_text(sheet.who)
    assert not sheet.next.isEnabled()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"exp": 1_700_000_000}, "This request has ended."),
        ({"request_uri": "https://jobs.example/r"}, "This request asks in a way the wallet does not answer."),
        ({"redirect_uri": "https://other.example/"}, "This request names more than one web address."),
        ({"client_id": "redirect_uri:https://j\u043ebs.example/answers"}, "This request cannot be read."),
        ({"nonce": None}, "This request cannot be read."),
    ],
)
def test_a_bad_request_is_refused_in_clear_words(filled: Driver, changes: dict[str, Any], words: str) -> None:
    before = shares(filled)
    data = QMimeData()
    data.setText(json.dumps(openid4vp(**changes)))
    filled.window.intake.take(data)
    filled.settle()
    sheet = filled.shell.sheet
    assert isinstance(sheet, RequestSheet)
    said = shown_text(sheet)
    assert words in said
    assert "Nothing was shared." in said
    assert shares(filled) == before


def test_a_request_is_dropped_as_a_file_or_as_a_picture(filled: Driver, tmp_path: Path) -> None:
    picture = io.BytesIO()
    qrcode.make(as_address(openid4vp(placement_query(["skills", None])))).save(picture)
    for name, content in (("request.json", json.dumps(both()).encode()), ("request.png", picture.getvalue())):
        (tmp_path / name).write_bytes(content)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        filled.window.intake.take(data)
        filled.settle()
        assert isinstance(filled.shell.sheet, AnswerSheet), name
        filled.shell.show_place(SHARING)


def test_a_request_can_be_chosen_or_typed(filled: Driver, tmp_path: Path) -> None:
    filled.shell.show_place(SHARING)
    button(filled.shell.sharing, "Answer a request").click()
    sheet = filled.shell.sheet
    assert isinstance(sheet, RequestSheet)
    (tmp_path / "no-request.txt").write_text("hello")
    filled.dialogs.files = [str(tmp_path / "no-request.txt")]
    button(sheet, "Choose a file").click()
    filled.settle()
    assert "This request cannot be read." in shown_text(sheet)
    named(sheet, QPlainTextEdit, "The text of a request").setPlainText(json.dumps(both()))
    button(sheet, "Read this text").click()
    filled.settle()
    assert isinstance(filled.shell.sheet, AnswerSheet)


def test_a_request_among_other_files_is_told_apart(filled: Driver, tmp_path: Path) -> None:
    (tmp_path / "request.json").write_text(json.dumps(both()))
    sheet = filled.add(good("small-sewing.json"), tmp_path / "request.json")
    assert isinstance(sheet, AddPage)
    assert "somebody asks you for some with it" in shown_text(sheet)
    assert sorted(line.chip.isHidden() for line in sheet.rows) == [False, True], (
        "a request is neither valid nor not"
    )
    button(sheet, "See what they ask for").click()
    filled.settle()
    assert isinstance(filled.shell.sheet, AnswerSheet)


def test_the_words_of_a_request_are_shown_and_never_followed(filled: Driver) -> None:
    hostile = '<a href="https://evil.example">Click</a> {name} %n'
    sheet = asked(filled, both() | {"purpose": hostile})
    assert hostile in shown_text(sheet.who)
    assert filled.web == []


def test_why_an_older_badge_is_no_answer_is_said(opened: Driver, tmp_path: Path) -> None:
    path = tmp_path / "older.json"
    path.write_bytes(older_badges.as_bytes(older_badges.assertion()))
    opened.keep(path)
    sheet = asked(opened, vc_api())
    assert "1 older badge does not fit: they ask for a newer kind" in shown_text(sheet.who)
    assert not sheet.next.isEnabled()
    sheet.close_button.click()
    opened.settle()
    sheet = asked(opened, vc_api({"type": ["Assertion"]}))
    assert "1 older badge would fit, but an answer cannot hold that kind." in shown_text(sheet.who)
    assert not sheet.next.isEnabled()
