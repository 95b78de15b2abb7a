"""Leaving parts out in the share sheet: ticks for parts, both lists from the bytes, what is private is off at first."""

import json
from pathlib import Path

import pytest

from tests import base_proofs, identities, issuing, older_badges, selections
from tests.identities import Json
from tests.sample_files import good
from tests.ui.driver import Driver, shown_text
from wallet.sharing.bundle import decode_bundle
from wallet.ui.pages.share.sheet import HOW, WHAT, ShareSheet
from wallet.ui.widgets.fields import CheckBox

NAME = "Digital Fabrication"
HIDDEN = "dana.rivera@student.example"


def badge() -> Json:
    """A badge a school might issue, with the learner's e-mail in it; its issuer requires little to be shown."""
    subject = {
        "id": issuing.LEARNER,
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "identityHash": HIDDEN,
                "identityType": "emailAddress",
                "hashed": False,
            }
        ],
        "achievement": issuing.achievement(name=NAME),
        "result": [{"type": ["Result"], "value": "92", "status": "Completed"}],
    }
    return issuing.credential(selections.ISSUER, name=NAME, credentialSubject=subject)


@pytest.fixture
def sheet(opened: Driver, tmp_path: Path) -> ShareSheet:
    path = tmp_path / "badge.json"
    path.write_text(json.dumps(base_proofs.secure(badge(), selections.ISSUER)))
    opened.keep(path, good("small-sewing.json"))
    sheet = opened.share(NAME)
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index == WHAT
    return sheet


def _tick(sheet: ShareSheet, pointer: str) -> CheckBox:
    parts = sheet.what.choices[0].parts
    assert parts is not None
    return parts.ticks[pointer]


def test_what_is_private_is_off_and_named_among_what_they_will_not_see(sheet: ShareSheet) -> None:
    assert not _tick(sheet, "/credentialSubject/identifier/0").isChecked()
    assert _tick(sheet, "/credentialSubject/result/0").isChecked()
    said = shown_text(sheet.what.preview)
    seen, unseen = said.split("They will not see")
    assert "Your e-mail" in unseen
    assert HIDDEN not in seen
    assert "Always shown: " in shown_text(sheet.what.choices[0])
    assert not sheet.what.choices[0].note.isVisible()


def test_unticking_a_part_takes_it_out_of_the_bytes(
    sheet: ShareSheet, opened: Driver, tmp_path: Path
) -> None:
    _tick(sheet, "/credentialSubject/result/0").click()
    opened.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert [name for name in preview.left_out if "esult" in name] == ["Result 1"]
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index == HOW
    sheet.how.file.setChecked(True)
    opened.dialogs.save_as = tmp_path / "out.json"
    sheet.next.click()
    opened.settle()
    written = (tmp_path / "out.json").read_text()
    assert HIDDEN not in written
    assert '"92"' not in written
    assert NAME in written


def test_ticking_everything_shows_it_whole(sheet: ShareSheet, opened: Driver) -> None:
    _tick(sheet, "/credentialSubject/identifier/0").click()
    opened.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert list(preview.left_out) == []
    assert HIDDEN in preview.credentials[0].everything


def test_credentials_of_a_record_are_ticked_one_by_one(opened: Driver, tmp_path: Path) -> None:
    school = identities.did_key("school")
    inner = [
        issuing.secure(issuing.credential(school, id=f"urn:uuid:{n}", name=f"Course {n}"), school)
        for n in (1, 2)
    ]
    record = issuing.credential(
        school,
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        evidence=None,
        credentialSubject={"id": issuing.LEARNER, "type": ["ClrSubject"], "verifiableCredential": inner},
    )
    record["@context"] = [record["@context"][0], issuing.CLR2, record["@context"][1]]
    path = tmp_path / "record.json"
    path.write_text(json.dumps(issuing.secure(record, school)))
    opened.keep(path)
    sheet = opened.share("Transcript")
    sheet.who.to.setText("College")
    sheet.next.click()
    opened.settle()
    choice = sheet.what.choices[0]
    assert choice.subset_note.isVisible()
    assert choice.parts is not None
    first, second = choice.parts.ticks.values()
    assert first.isChecked()
    second.click()
    opened.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert [seen.title for seen in preview.credentials] == ["Course 1"]
    assert list(preview.left_out) == ["Course 2"]


def test_an_older_badge_goes_whole_and_its_private_value_is_named(opened: Driver, tmp_path: Path) -> None:
    recipient = {"type": "email", "hashed": False, "identity": HIDDEN}
    inside = older_badges.badge_class(name="Welding of old", issuer=older_badges.profile())
    path = tmp_path / "older.json"
    path.write_bytes(older_badges.as_bytes(older_badges.assertion(recipient=recipient, badge=inside)))
    opened.keep(path)
    sheet = opened.share("Welding of old")
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index == WHAT
    said = shown_text(sheet.what.preview)
    assert "Welding of old" in said
    assert HIDDEN in said
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index == HOW
    sheet.how.file.setChecked(True)
    opened.dialogs.save_as = tmp_path / "out.json"
    sheet.next.click()
    opened.settle()
    assert decode_bundle((tmp_path / "out.json").read_bytes()).items == (path.read_bytes(),)
