"""Every kind of file that credentials come in, in the window: the good one is kept, its broken twins say why not."""

import json
from pathlib import Path

import pytest

from tests import issuing
from tests import other_wallets as made
from tests.cli.in_process import new_in_process
from tests.sample_documents import as_bytes, presentation
from tests.ui.driver import Driver, button, shown_text
from tests.ways_in import MAKERS
from wallet.ui.models.findings import Finding
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.profile_sheet import ProfileSheet
from wallet.ui.places import SETTINGS
from wallet.verification.report import Verdict


def added(driver: Driver, path: Path, words: str) -> AddPage:
    """The sheet once it has read the file, with the passphrase where one is asked for."""
    sheet = driver.add(path)
    if words and sheet.locked.isVisible():
        sheet.locked.field.line.setText(words)
        sheet.locked.open.click()
        driver.settle()
    return sheet


def is_refused(finding: Finding) -> bool:
    return not finding.can_be_kept or finding.verdict is Verdict.INVALID


@pytest.mark.parametrize("kind", MAKERS)
def test_the_good_one_is_kept_and_its_twins_say_why_not(opened: Driver, tmp_path: Path, kind: str) -> None:
    way = MAKERS[kind]()
    assert way.twins
    for name, (content, reasons) in way.twins.items():
        path = tmp_path / name
        path.write_bytes(content)
        sheet = added(opened, path, way.words)
        refused = [line for line in sheet.rows if is_refused(line.finding)]
        assert [line.ticked for line in refused] == [False] * len(reasons), name
        for line, reason in zip(refused, reasons, strict=True):
            assert reason in line.finding.details(), name
            assert line.sentence.text(), name
        sheet.leave()
        opened.settle()
    assert opened.names() == []
    path = tmp_path / "good"
    path.write_bytes(way.good)
    sheet = added(opened, path, way.words)
    assert all(line.ticked for line in sheet.rows)
    sheet.save.click()
    opened.settle()
    assert sorted(opened.names()) == list(way.names)


@pytest.mark.parametrize("change", ["a line left out", "everything left out"])
def test_a_bundle_whose_list_was_changed_says_so_in_its_rows(
    opened: Driver, tmp_path: Path, change: str
) -> None:
    files = made.learncard_bundle(made.badges(2), locked=False)
    path = tmp_path / "bundle.zip"
    path.write_bytes(made.zipped(files))
    words = "This backup does not hold exactly what its own list says."
    sheet = opened.add(path)
    assert len(sheet.rows) == 2
    assert words not in shown_text(sheet)
    sheet.leave()
    opened.settle()
    manifest = json.loads(files["manifest.json"])
    gone = {"index-record"} if change == "a line left out" else {"index-record", "credential"}
    manifest["contents"] = [one for one in manifest["contents"] if one["type"] not in gone]
    files["manifest.json"] = made.as_json(manifest)
    path.write_bytes(made.zipped(files))
    sheet = opened.add(path)
    assert len(sheet.rows) == (2 if change == "a line left out" else 1)
    for line in sheet.rows:
        assert line.doubt.isVisible()
        assert line.doubt.text().startswith(words)
        assert words in line.tick.accessibleDescription()
        assert line.ticked == (change == "a line left out"), "each of them is checked on its own"


@pytest.mark.parametrize("form", ["folder", "ZIP"])
def test_an_export_of_this_wallet_comes_back_with_what_stood_beside_it(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    program = new_in_process(tmp_path, monkeypatch)
    old = program.make_vault()
    (program.folder / "a.json").write_bytes(made.as_json(made.badges(1)[0]))
    kept = program.run("import", "--vault", old, "a.json", "--json").object["id"]
    assert program.run("collection", "add", "School", kept, "--vault", old).code == 0
    assert program.run("export", "out", "--vault", old).code == 0
    source = program.folder / "out"
    if form == "ZIP":
        files = {str(one.relative_to(source)): one.read_bytes() for one in source.rglob("*") if one.is_file()}
        source = program.folder / "out.zip"
        source.write_bytes(made.zipped(files))
    opened.keep(source)
    assert opened.names() == ["Badge 0"]
    parts = opened.shell.sidebar.filter.parts.actions()
    assert any("School" in action.text() for action in parts)


def test_what_is_had_already_is_heard_at_its_tick(opened: Driver, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(made.as_json(made.badges(1)[0]))
    opened.keep(path)
    (line,) = opened.add(path).rows
    assert line.tick.accessibleDescription().endswith("You have this already.")


def test_each_thing_in_a_presentation_nobody_signed_is_judged_by_itself(
    opened: Driver, tmp_path: Path
) -> None:
    good, other = made.badges(2)
    path = tmp_path / "shared.json"
    path.write_bytes(as_bytes(presentation(good, {**other, "name": "Another name"}, {"no": "credential"})))
    sheet = opened.add(path)
    assert [line.ticked for line in sheet.rows] == [True, False, False]
    assert [line.tick.isEnabled() for line in sheet.rows] == [True, True, False]
    assert "shared.json, #1" in shown_text(sheet.rows[1])
    sheet.save.click()
    opened.settle()
    assert opened.names() == ["Badge 0"]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("mine@example.org", "Given to you."),
        ("other@example.org", "Given to somebody else, or to an e-mail you have not entered."),
    ],
)
def test_whom_it_was_given_to_is_said_and_heard_also_in_a_list_nobody_signed(
    opened: Driver, tmp_path: Path, who: str, said: str
) -> None:
    opened.shell.show_place(SETTINGS)
    opened.settle()
    button(opened.shell.settings.about, "Change the profile dana").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ProfileSheet)
    sheet.fields.identifiers.setPlainText("mine@example.org")
    sheet.save.click()
    opened.settle()
    identity = {
        "type": "IdentityObject",
        "hashed": False,
        "identityType": "emailAddress",
        "identityHash": who,
    }
    subject = {key: value for key, value in issuing.good()["credentialSubject"].items() if key != "id"}
    badge = issuing.good(credentialSubject={**subject, "identifier": [identity]})
    path = tmp_path / "shared.json"
    path.write_bytes(as_bytes(presentation(badge)))
    (line,) = opened.add(path).rows
    assert line.place.text() == said
    assert line.tick.accessibleDescription().endswith(said)
    assert line.ticked
