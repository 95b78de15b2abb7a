"""The learner's own view: an issuer they know, lists they add; the screens say that it is theirs alone."""

import json
from pathlib import Path

import pytest

from tests import identities, lists
from tests.sample_files import SAMPLES, broken, good
from tests.ui.driver import Driver, button, shown_text
from wallet.errors import Reason
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.ports import Details
from wallet.verification.report import CheckName, Verdict

LIST = SAMPLES / "trust" / "demo-issuers.json"
KNOW = "I know this issuer"
TAKE_BACK = "Take back that I know this issuer"


def detail_of(driver: Driver) -> Details:
    shown = driver.shell.credentials.detail.shown
    assert shown is not None
    return shown


def filled(driver: Driver) -> Driver:
    driver.keep(good("laser-cutting.png"), good("small-soldering.json"), good("peer-tutoring.json"))
    driver.choose("Laser")
    return driver


def know(driver: Driver) -> None:
    button(driver.shell.credentials.detail, KNOW).click()
    driver.settle()


def verdicts(driver: Driver) -> dict[str, Verdict]:
    model = driver.shell.credentials.model
    cards = [model.card(model.index(row)) for row in range(model.rowCount())]
    return {card.name: card.verdict for card in cards}


def test_an_issuer_the_learner_knows_is_verified_at_once(opened: Driver) -> None:
    filled(opened)
    assert detail_of(opened).card.verdict is Verdict.CHECK
    know(opened)
    shown = detail_of(opened)
    assert shown.card.verdict is Verdict.VERIFIED
    assert shown.report.check(CheckName.ISSUER_TRUST).reason is Reason.ISSUER_KNOWN_TO_YOU
    assert verdicts(opened)["Digital Fabrication: Laser Cutting"] is Verdict.VERIFIED
    assert verdicts(opened)["Peer Tutoring"] is Verdict.CHECK, "another issuer"
    said = shown_text(opened.shell.credentials.detail)
    assert "Issuer is known to you" in said
    assert "This is your own view and is never shared." in said
    assert opened.window.message_bar.spoken == (
        "Noted: you know this issuer. This is your own view. It is never shared."
    )


def test_what_is_to_be_added_is_seen_by_the_same_view(opened: Driver) -> None:
    filled(opened)
    know(opened)
    sheet = opened.add(
        good("creative-problem-solving.png"), good("laser-cutting.png"), good("peer-tutoring.json")
    )
    words = {line.finding.title: line.chip.chip.word for line in sheet.rows}
    assert words["Digital Fabrication: Laser Cutting"] == "Verified"
    assert words["Peer Tutoring"] == "Check this", "another issuer"
    [known] = [line for line in sheet.rows if "Laser" in line.finding.title]
    assert known.why.accessibleName().endswith(", Verified")
    assert "No list" not in known.sentence.text()
    known.why.click()
    opened.settle()
    assert "Issuer is known to you" in shown_text(known)


def test_it_can_be_taken_back_where_it_was_said(opened: Driver) -> None:
    filled(opened)
    know(opened)
    button(opened.shell.credentials.detail, TAKE_BACK).click()
    opened.settle()
    assert detail_of(opened).card.verdict is Verdict.CHECK
    assert verdicts(opened)["Digital Fabrication: Laser Cutting"] is Verdict.CHECK
    button(opened.shell.credentials.detail, KNOW)


def test_it_stays_when_the_file_is_opened_again_and_in_a_small_window(opened: Driver) -> None:
    filled(opened)
    opened.window.resize(1024, 600)
    opened.settle()
    opened.choose("Laser")
    know(opened)
    assert detail_of(opened).card.verdict is Verdict.VERIFIED
    opened.window.lock()
    opened.settle()
    opened.unlock()
    assert verdicts(opened)["Digital Fabrication: Laser Cutting"] is Verdict.VERIFIED


@pytest.mark.parametrize(
    "name", ["key-in-fragment.json", "changed-after-issue.json", "unsupported-suite.json"]
)
def test_where_the_key_is_not_the_issuers_nobodys_word_helps(opened: Driver, name: str) -> None:
    sheet = opened.add(broken(name))
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    opened.shell.credentials.grid.select_row(0)
    opened.settle()
    assert detail_of(opened).card.verdict in (Verdict.UNCHECKED, Verdict.INVALID)
    assert KNOW not in shown_text(opened.shell.credentials.detail)


def test_a_list_is_added_named_and_removed_in_the_settings(opened: Driver) -> None:
    filled(opened)
    opened.shell.show_place(SETTINGS)
    opened.dialogs.files = [str(LIST)]
    trusted = opened.shell.settings.trusted
    trusted.add.click()
    opened.settle()
    said = shown_text(trusted)
    assert "Demo list of issuers" in said
    assert "in your file since 23 November 2026" in said
    assert "from did:key:" in said.replace("\u200b", "")
    assert "2026" in said
    assert "never travels with what you share" in said
    assert opened.window.message_bar.spoken == (
        "Your credentials were checked again. 3 credentials with a new answer."
    )
    assert set(verdicts(opened).values()) == {Verdict.VERIFIED}
    button(trusted, "Remove Demo list of issuers").click()
    opened.settle()
    assert set(verdicts(opened).values()) == {Verdict.CHECK}
    assert "Demo list" not in shown_text(trusted)


def test_known_issuers_are_listed_and_removed_in_the_settings(opened: Driver) -> None:
    filled(opened)
    know(opened)
    opened.shell.show_place(SETTINGS)
    trusted = opened.shell.settings.trusted
    assert "Issuers you said you know" in shown_text(trusted)
    button(trusted, "Remove Harbor Makers Guild").click()
    opened.settle()
    opened.shell.show_place(CREDENTIALS)
    assert detail_of(opened).card.verdict is Verdict.CHECK
    button(opened.shell.credentials.detail, KNOW)


def test_a_list_nobody_signed_and_one_that_has_ended_say_so(opened: Driver) -> None:
    ended = opened.folder / "ended.json"
    ended.write_text(
        json.dumps(
            lists.signed_list(lists.entry("did:web:a.example", "A"), valid_until="2026-10-01T00:00:00Z")
        )
    )
    plain = opened.folder / "plain.json"
    plain.write_text(json.dumps(lists.registry(**{identities.did_key("issuer").id: "B"})))
    opened.shell.show_place(SETTINGS)
    for path in (ended, plain):
        opened.dialogs.files = [str(path)]
        opened.shell.settings.trusted.add.click()
        opened.settle()
    said = shown_text(opened.shell.settings.trusted)
    assert "not for today: get the newest one" in said
    assert "nobody signed it" in said


def test_a_file_that_is_no_list_is_refused_in_words(opened: Driver) -> None:
    opened.shell.show_place(SETTINGS)
    opened.dialogs.files = [str(good("laser-cutting.png"))]
    opened.shell.settings.trusted.add.click()
    opened.settle()
    assert "cannot be used" in opened.window.message_bar.spoken
    assert "Remove" not in shown_text(opened.shell.settings.trusted)


def test_markup_in_a_list_is_shown_and_never_followed(opened: Driver) -> None:
    name = "<h1>Verified</h1>"
    path = opened.folder / "list.json"
    path.write_text(json.dumps(lists.signed_list(lists.entry("did:web:a.example", name), name=name)))
    opened.shell.show_place(SETTINGS)
    opened.dialogs.files = [str(path)]
    opened.shell.settings.trusted.add.click()
    opened.settle()
    assert name in shown_text(opened.shell.settings.trusted)


def test_nothing_of_the_own_view_is_in_a_share_made_in_the_window(opened: Driver, tmp_path: Path) -> None:
    filled(opened)
    know(opened)
    opened.shell.show_place(SETTINGS)
    opened.dialogs.files = [str(LIST)]
    opened.shell.settings.trusted.add.click()
    opened.settle()
    opened.shell.show_place(CREDENTIALS)
    sheet = opened.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle()
    sheet.next.click()
    opened.settle()
    sheet.how.file.click()
    out = opened.dialogs.save_as = tmp_path / "sent.json"
    sheet.next.click()
    opened.settle()
    sent = out.read_bytes()
    publisher = json.loads(LIST.read_bytes())["publisher"]
    for secret in ("Demo list", publisher, "known_to_you", "you said you know"):
        assert secret.encode() not in sent
