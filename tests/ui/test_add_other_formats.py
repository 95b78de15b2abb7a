"""Formats of other programs and our own export in the window: what is good comes in, its broken twin says why not."""

import base64
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests import issuing
from tests import older_badges as school
from tests import other_wallets as made
from tests.sample_documents import as_bytes
from tests.sample_files import good
from tests.sharing.pictures import code_png
from tests.ui.driver import Driver, button, named, shown_text
from tests.verification import test_shared_by as shared_by
from wallet.ui.pages.add import AddPage
from wallet.ui.places import SETTINGS
from wallet.verification.report import Verdict

CODE = json.loads((Path(__file__).parents[1] / "sharing" / "vpqr_codes.json").read_text())[
    "badge, legacy-singleton, B"
]


def added(driver: Driver, folder: Path, name: str, content: bytes) -> AddPage:
    path = folder / name
    path.write_bytes(content)
    return driver.add(path)


def chips(sheet: AddPage) -> list[str]:
    return [line.chip.chip.word for line in sheet.rows]


def pasted(driver: Driver, text: str) -> AddPage:
    """Types it into the sheet, as somebody who has no file."""
    sheet = driver.shell.open_add()
    button(sheet, "Paste text or link").click()
    named(sheet, QPlainTextEdit, sheet.paste_panel.text.accessibleName()).setPlainText(text)
    sheet.paste_panel.check.click()
    driver.settle()
    return sheet


def saved(driver: Driver, sheet: AddPage) -> list[str]:
    button(sheet, sheet.save.accessibleName()).click()
    driver.settle()
    return driver.names()


# -- lists of backpacks


def displayed(number: int) -> dict[str, Any]:
    """One entry of the Displayer API, as Open Badge Passport serves it: the assertion, and where it is hosted."""
    address = f"https://badges.example/a/{number}"
    assertion = {
        "uid": str(number),
        "recipient": {"type": "email", "hashed": False, "identity": "sam@learner.example"},
        "badge": f"https://badges.example/b/{number}",
        "issuedOn": "2014-01-01",
    }
    return {"assertion": assertion, "hostedUrl": address, "lastValidated": "2026-01-01T00:00:00Z"}


def lists(kind: str, entries: list[Any]) -> Any:
    return {
        "displayer": {"userId": 1, "groupId": 2, "name": "Shown", "badges": entries},
        "api": {"status": {"success": True, "description": "ok"}, "result": entries},
        "collection": made.badgr_collection(entries),
    }[kind]


def entry(kind: str, number: int) -> dict[str, Any]:
    made_by: Mapping[str, Callable[[int], dict[str, Any]]] = {
        "displayer": displayed,
        "api": made.badgr_answer,
        "collection": made.hosted_assertion,
    }
    return made_by[kind](number)


@pytest.mark.parametrize("kind", ["displayer", "api", "collection"])
def test_a_list_of_a_backpack_is_a_row_for_each_badge(opened: Driver, tmp_path: Path, kind: str) -> None:
    entries: list[Any] = [entry(kind, 1), entry(kind, 2)]
    sheet = added(opened, tmp_path, "backpack.json", as_bytes(lists(kind, entries)))
    assert chips(sheet) == ["Not checked yet"] * 2, "only its own website says whether it holds"
    assert all("backpack.json, " in shown_text(line) for line in sheet.rows)
    assert len(saved(opened, sheet)) == 2


@pytest.mark.parametrize("kind", ["displayer", "api", "collection"])
def test_a_broken_entry_of_such_a_list_spoils_only_its_own_row(
    opened: Driver, tmp_path: Path, kind: str
) -> None:
    broken = {**entry(kind, 2), "assertion": 7} if kind == "displayer" else {"type": "Assertion", "badge": 7}
    entries: list[Any] = [entry(kind, 1), broken]
    sheet = added(opened, tmp_path, "backpack.json", as_bytes(lists(kind, entries)))
    assert [line.ticked for line in sheet.rows] == [True, False]
    assert sheet.rows[1].sentence.text()
    assert len(saved(opened, sheet)) == 1


# -- credentials of other programs


def anchored(**changes: object) -> bytes:
    """A certificate of Blockcerts 2.0, which an entry in a blockchain vouches for."""
    badge = school.badge_class(issuer=school.profile(), criteria={"narrative": "Welded."})
    verification = {
        "type": ["MerkleProofVerification2017", "Extension"],
        "publicKey": "ecdsa-koblitz-pubkey:1",
    }
    signature = {
        "type": ["MerkleProof2017", "Extension"],
        "merkleRoot": "00",
        "targetHash": "00",
        "proof": [],
    }
    return school.as_bytes(
        school.assertion(**{"verification": verification, "badge": badge, "signature": signature, **changes})
    )


def test_a_certificate_of_blockcerts_is_kept_as_not_checked(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path, "certificate.json", anchored())
    assert chips(sheet) == ["Not checked yet"]
    assert len(saved(opened, sheet)) == 1


def test_a_certificate_that_says_no_way_to_check_it_is_left_out(opened: Driver, tmp_path: Path) -> None:
    sheet = added(opened, tmp_path, "certificate.json", anchored(verification={"type": ["Extension"]}))
    assert chips(sheet) == ["Not valid"]
    assert not sheet.rows[0].ticked


def test_a_plain_presentation_comes_in_and_a_changed_one_is_not_valid(opened: Driver, tmp_path: Path) -> None:
    badge = shared_by.badge({"id": shared_by.HOLDER.id})
    presentation = issuing.presentation(shared_by.HOLDER, badge)
    sheet = added(opened, tmp_path, "vp.json", json.dumps(presentation).encode())
    assert sheet.rows[0].finding.verdict is Verdict.CHECK
    assert sheet.rows[0].ticked
    assert len(saved(opened, sheet)) == 1
    changed = json.dumps(presentation).replace(badge["name"], "Somebody's better badge").encode()
    again = added(opened, tmp_path, "changed.json", changed)
    assert chips(again) == ["Not valid"]
    assert not again.rows[0].ticked


def test_a_code_of_another_wallet_comes_in_from_a_picture_and_pasted(opened: Driver, tmp_path: Path) -> None:
    from_picture = added(opened, tmp_path, "code.png", code_png(CODE))
    assert chips(from_picture) == ["Check this"]
    assert len(saved(opened, from_picture)) == 1
    sheet = pasted(opened, CODE)
    assert chips(sheet) == ["Check this"]
    assert "You have this already." in shown_text(sheet.rows[0])


def test_half_a_code_of_another_wallet_cannot_be_read(opened: Driver, tmp_path: Path) -> None:
    for sheet in (added(opened, tmp_path, "code.png", code_png(CODE[:-20])), pasted(opened, CODE[:-20])):
        line = sheet.rows[-1]
        assert line.finding.verdict is Verdict.UNREADABLE
        assert not line.tick.isEnabled()
        assert line.sentence.text()


def test_a_damaged_locked_backup_stays_shut_under_the_right_passphrase(
    opened: Driver, tmp_path: Path
) -> None:
    locked = made.locked_learner_backup(made.badges(1), rounds=10_000)
    jwe = locked["credentialSubject"]["jwe"]
    inside = bytearray(base64.b64decode(jwe["ciphertext"]))
    inside[7] ^= 1
    jwe["ciphertext"] = base64.b64encode(bytes(inside)).decode()
    sheet = added(opened, tmp_path, "old wallet.json", as_bytes(locked))
    assert sheet.locked.isVisible()
    sheet.locked.field.line.setText(made.BACKUP_WORDS.decode())
    button(sheet.locked, "Open the backup").click()
    opened.settle()
    assert [line.ticked for line in sheet.rows] == [False]
    assert not sheet.save.isEnabled()


# -- our own export


@pytest.fixture
def exported(opened: Driver, tmp_path: Path) -> Path:
    """The folder that "Export everything" makes of a file with two credentials."""
    opened.keep(good("budgeting.json"), good("peer-tutoring.json"))
    place = tmp_path / "stick"
    place.mkdir()
    opened.dialogs.files = [str(place)]
    opened.shell.show_place(SETTINGS)
    opened.settle()
    button(opened.shell.settings.safe, "Export everything").click()
    opened.settle()
    return next(place.iterdir())


def test_our_own_export_says_what_is_had_already(opened: Driver, exported: Path) -> None:
    sheet = opened.add(exported)
    assert ["You have this already." in shown_text(line) for line in sheet.rows] == [True, True]
    assert not sheet.save.isEnabled()


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_our_own_export_brings_back_what_is_in_the_bin(
    opened: Driver, exported: Path, tmp_path: Path, kind: str
) -> None:
    for record in list(opened.shell.credentials.model.cards):
        opened.shell.credentials.curating.delete((record.id,))
    opened.settle()
    source = exported
    if kind == "zip":
        files = {
            one.relative_to(exported).as_posix(): one.read_bytes()
            for one in exported.rglob("*")
            if one.is_file()
        }
        source = tmp_path / "everything.zip"
        source.write_bytes(made.zipped(files))
    sheet = opened.add(source)
    assert ["saving takes it out again" in shown_text(line) for line in sheet.rows] == [True, True]
    assert sorted(saved(opened, sheet)) == ["Financial Literacy: Budgeting", "Peer Tutoring"]


def test_a_file_that_is_missing_from_our_own_export_has_a_row_that_says_so(
    opened: Driver, exported: Path
) -> None:
    first = min((exported / "credentials").iterdir())
    first.unlink()
    sheet = opened.add(exported)
    assert [line.tick.isEnabled() for line in sheet.rows].count(False) == 1
    assert "There is no file at this place." in shown_text(sheet)
