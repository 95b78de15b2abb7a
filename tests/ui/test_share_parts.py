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
    assert not _tick(sheet, "/credentialSubject/result/0").isChecked()
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
    assert "Result 1" not in preview.left_out
    _tick(sheet, "/credentialSubject/result/0").click()
    opened.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert [name for name in preview.left_out if "esult" in name] == ["Result 1"]
    said = shown_text(sheet.what.preview)
    assert f"{len(preview.left_out)} parts" in said
    assert "They are told that parts may have been left out, not how many." in said
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
    parts = sheet.what.choices[0].parts
    assert parts is not None
    off = [pointer for pointer, tick in parts.ticks.items() if not tick.isChecked()]
    assert {"/credentialSubject/identifier/0", "/credentialSubject/result/0"} <= {*off}
    for pointer in off:
        _tick(sheet, pointer).click()
    opened.settle(300)
    preview = sheet.what.preview.preview
    assert preview is not None
    assert list(preview.left_out) == []
    assert HIDDEN in preview.credentials[0].everything
    assert "parts" not in shown_text(sheet.what.preview).split("They will not see")[1].split("Your ")[0]


def test_results_start_with_a_tick_for_a_registrar_alone(sheet: ShareSheet, opened: Driver) -> None:
    result, name = "/credentialSubject/result/0", "/credentialSubject/identifier/0"
    for receiver, shown in (("registrar", True), ("other", False), ("employer", False)):
        sheet.back.click()
        sheet.who.tiles[receiver].setChecked(True)
        sheet.next.click()
        opened.settle(300)
        assert (_tick(sheet, result).isChecked(), _tick(sheet, name).isChecked()) == (shown, False)


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
    assert "without the record" in choice.subset_note.text()
    assert "They are told that you picked this from a longer record." in shown_text(sheet.what.preview)
    second.click()
    opened.settle(300)
    # with every one ticked it is the record itself that leaves, and it says so
    assert "The whole record goes along" in choice.subset_note.text()
    whole = sheet.what.preview.preview
    assert whole is not None
    assert [seen.title for seen in whole.credentials] == ["Transcript"]
    assert "longer record" not in shown_text(sheet.what.preview)


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


def test_whom_it_was_given_to_is_said_as_receivers_read_it(opened: Driver, tmp_path: Path) -> None:
    school = identities.did_key("school")
    for number, subject in enumerate((identities.did_key("somebody else").id, "mailto:a@b.example")):
        document = issuing.credential(school, id=f"urn:uuid:{number}", name=f"Course {number}")
        document["credentialSubject"]["id"] = subject
        (tmp_path / f"{number}.json").write_text(json.dumps(issuing.secure(document, school)))
    opened.keep(tmp_path / "0.json", tmp_path / "1.json")
    sheet = opened.share("Course 0")
    sheet.who.to.setText("College")
    sheet.next.click()
    opened.settle()
    said = shown_text(sheet.what.preview)
    assert "They are told that it was given to another key than the one of this wallet." in said
    for choice in sheet.what.choices:
        choice.tick.click()
    opened.settle(300)
    said = shown_text(sheet.what.preview)
    assert "They cannot check from this whom it was given to." in said
    assert "another key" not in said
    assert "Your e-mail: a@b.example" in said
    assert "Lamp" in said


def test_how_much_is_left_out_of_an_sd_jwt_is_counted(opened: Driver, tmp_path: Path) -> None:
    (tmp_path / "badge.txt").write_bytes(selections.issue(selections.marked_badge(2), "sd-jwt-vc"))
    opened.keep(tmp_path / "badge.txt")
    sheet = opened.share("word20")
    sheet.who.to.setText("College")
    sheet.next.click()
    opened.settle()
    preview = sheet.what.preview.preview
    assert preview is not None
    # an address is one part to a receiver, and two to choose from
    assert (preview.credentials[0].left_out, len(preview.left_out)) == (3, 4)
    said = shown_text(sheet.what.preview)
    assert "They can tell that 3 parts are left out." in said
    assert "4 parts" in said
