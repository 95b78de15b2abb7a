"""Adding: what is checked, what is ticked, and that nothing is kept before Save."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from tests import issuing
from tests.sample_files import broken, good
from tests.ui.driver import Driver, button, shown_text
from tests.verification import test_shared_by as shared_by
from wallet.ui.pages.add import AddPage
from wallet.verification.report import Verdict


def test_each_file_gets_its_row_and_the_verdict_of_the_command_line(opened: Driver) -> None:
    sheet = opened.add(
        good("laser-cutting.png"), good("python-programming.jwt"), broken("changed-after-issue.json")
    )
    assert [line.chip.chip.word for line in sheet.rows] == ["Check this", "Check this", "Not valid"]
    assert "Harbor Makers Guild · laser-cutting.png" in shown_text(sheet.rows[0])


def test_what_is_not_valid_is_left_out_unless_ticked(opened: Driver) -> None:
    sheet = opened.add(good("laser-cutting.png"), broken("changed-after-issue.json"))
    assert [line.ticked for line in sheet.rows] == [True, False]
    assert sheet.save.accessibleName() == "Save 1 credential"
    assert sheet.foot_note.text() == "1 will be saved · 1 left out"
    sheet.rows[1].tick.click()
    assert sheet.save.accessibleName() == "Save 2 credentials"


def test_what_cannot_be_read_cannot_be_ticked(opened: Driver, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a credential at all")
    sheet = opened.add(other, tmp_path / "gone.json")
    assert [line.tick.isEnabled() for line in sheet.rows] == [False, False]
    assert not sheet.save.isEnabled()
    assert "There is no file at this place." in shown_text(sheet.rows[1])


def test_nothing_is_kept_before_save(opened: Driver) -> None:
    sheet = opened.add(good("laser-cutting.png"))
    sheet.cancel.click()
    opened.settle()
    assert opened.shell.sheet is None
    opened.shell.credentials.refresh()
    opened.settle()
    assert opened.names() == []


def test_save_keeps_what_is_ticked_and_shows_it(opened: Driver) -> None:
    sheet = opened.add(good("laser-cutting.png"), good("peer-tutoring.json"), broken("expired.json"))
    sheet.save.click()
    opened.settle()
    assert sorted(opened.names()) == ["Digital Fabrication: Laser Cutting", "Peer Tutoring"]
    assert opened.window.message_bar.spoken == "2 credentials saved."
    assert opened.shell.sidebar.place("credentials").accessibleName() == "Credentials, 2"


def test_one_that_is_there_already_is_not_kept_twice(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    sheet = opened.add(good("laser-cutting.png"))
    assert not sheet.rows[0].ticked
    sheet.rows[0].tick.click()
    sheet.save.click()
    opened.settle()
    assert len(opened.names()) == 1
    assert "had already" in opened.window.message_bar.spoken


def test_why_shows_what_was_checked_and_technical_details_that_can_be_copied(opened: Driver) -> None:
    sheet = opened.add(broken("changed-after-issue.json"))
    line = sheet.rows[0]
    assert "eddsa-rdfc-2022" not in shown_text(line)
    line.why.click()
    opened.settle()
    said = shown_text(line)
    assert "The signature is not good" in said
    assert "eddsa-rdfc-2022" in said
    button(line, "Technical details").click()
    button(line, "Copy").click()
    assert '"verdict": "invalid"' in opened.application.clipboard().text()


def test_a_share_that_came_in_says_by_whose_key(opened: Driver, tmp_path: Path) -> None:
    badge = shared_by.badge({"id": shared_by.OTHER.id})
    path = tmp_path / "share.json"
    path.write_text(json.dumps(issuing.presentation(shared_by.HOLDER, badge)))
    (line,) = opened.add(path).rows
    line.why.click()
    opened.settle()
    assert "Shared by another key than the one it was given to" in shown_text(line)


def test_a_folder_is_walked(opened: Driver) -> None:
    sheet = opened.add(good(""))
    assert len(sheet.rows) == len(list(good("").iterdir()))


def test_stop_keeps_the_rows_that_are_there(opened: Driver) -> None:
    sheet = opened.shell.open_add()
    sheet.add_files([str(good(""))])
    sheet.progress.stop.click()
    opened.settle()
    assert len(sheet.rows) < len(list(good("").iterdir()))
    assert sheet.progress.words.text().startswith("Stopped.")


def test_files_dropped_anywhere_are_checked(opened: Driver) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good("budgeting.json")))])
    opened.window.intake.take(data)
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, AddPage)
    assert [line.finding.name for line in sheet.rows] == ["budgeting.json"]


def test_files_are_chosen_in_the_dialog(opened: Driver) -> None:
    opened.dialogs.files = [str(good("budgeting.json"))]
    sheet = opened.shell.open_add()
    sheet.choose.click()
    opened.settle()
    assert len(sheet.rows) == 1


def test_pasted_text_is_checked(opened: Driver) -> None:
    opened.application.clipboard().setText(good("python-programming.jwt").read_text())
    opened.press(opened.shell.credentials.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = opened.shell.sheet
    assert isinstance(sheet, AddPage)
    assert [line.chip.chip.word for line in sheet.rows] == ["Check this"]


def test_text_can_be_typed_into_the_sheet(opened: Driver) -> None:
    sheet = opened.shell.open_add()
    sheet.paste.click()
    sheet.paste_panel.text.setPlainText(good("python-programming.jwt").read_text())
    sheet.paste_panel.check.click()
    opened.settle()
    assert [line.finding.name for line in sheet.rows] == ["Pasted text"]
    assert sheet.rows[0].ticked


def test_paste_inside_a_field_stays_in_the_field(opened: Driver) -> None:
    opened.application.clipboard().setText("guild")
    opened.shell.credentials.search.setFocus()
    opened.press(opened.shell.credentials.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert opened.shell.sheet is None
    assert opened.shell.credentials.search.text() == "guild"


def test_the_samples_can_be_looked_at_without_keeping_any(opened: Driver) -> None:
    opened.shell.credentials.empty.samples_button.click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, AddPage)
    assert {entry.finding.verdict for entry in sheet.entries} >= set(Verdict) - {Verdict.VERIFIED}
    opened.press(sheet, Qt.Key.Key_Escape)
    assert opened.shell.sheet is None
    assert opened.names() == []


@pytest.mark.parametrize(
    "name", ["revoked.json", "suspended.json", "expired.json", "key-of-somebody-else.json"]
)
def test_a_row_says_what_to_do(opened: Driver, name: str) -> None:
    sheet = opened.add(broken(name))
    assert sheet.rows[0].sentence.text().count(".") >= 2
