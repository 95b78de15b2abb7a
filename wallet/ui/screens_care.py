"""The part of the walk for pictures (`screens`) about the file itself: backup, moving, older copy, damaged file."""

import shutil
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel

from wallet.ui.marks import Change, ChangeKind
from wallet.ui.pages.ask_sheet import AskSheet
from wallet.ui.pages.help_sheet import HelpSheet
from wallet.ui.pages.move_sheet import MoveSheet
from wallet.ui.pages.own_sheet import OwnSheet
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.sign_part import ASK, CHOOSE, SignPart
from wallet.ui.pages.signed_sheet import SignedSheet
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.screen_steps import WalkSteps


def walk_care(walk: WalkSteps, passphrase: str) -> None:
    """Begins and ends with the file open."""
    shell = walk.shell()
    shell.show_place(SETTINGS)
    walk.see(shell.settings.safe.export)
    walk.shot("settings-no-backup")
    shell.settings.safe.back_up.click()
    walk.shot("backed-up")
    walk.window.message_bar.clear()
    shell.settings.safe.export.click()
    walk.shot("written-out")
    walk.window.message_bar.clear()
    shell.care.join()
    walk.shot("join")
    shell.care.move()
    walk.shot("move")
    sheet = shell.sheet
    assert isinstance(sheet, MoveSheet)
    sheet.choose.click()
    sheet.next.click()
    walk.settle()
    assert sheet.has_moved
    walk.shot("moved")
    sheet.next.click()
    walk.window.lock()
    walk.settle()
    path = walk.window.unlock_page.path
    _older(walk, path)
    walk.window.mending.begin(path)
    walk.shot("mend")
    page = walk.window.mending.page
    page.field.line.setText(passphrase)
    page.check.click()
    walk.shot("mend-looked")
    page.back.click()
    walk.window.open_file(path)
    walk.unlock()


def walk_record(walk: WalkSteps) -> None:
    """A whole school record, and the question that comes before a website is asked."""
    page = walk.shell().credentials
    walk.choose("School record")
    walk.shot("record-detail")
    page.detail.record_button.click()
    walk.shot("record")
    sheet = walk.shell().sheet
    assert isinstance(sheet, RecordSheet)
    bar = sheet.middle.verticalScrollBar()
    bar.setValue(bar.maximum())
    walk.shot("record-competencies")
    sheet.done.click()
    walk.choose("Babysitting")
    part = page.detail.check_part
    assert part is not None
    part.online_button.click()
    walk.settle()
    assert part.question is not None
    walk.see(part.question)
    walk.shot("may-we-ask")
    part.question.no.click()
    walk.settle()
    walk.window.message_bar.clear()


def walk_own(walk: WalkSteps) -> None:
    """Something the learner writes themselves."""
    walk.shell().records.write_own()
    sheet = walk.shell().sheet
    assert isinstance(sheet, OwnSheet)
    walk.shot("own-empty")
    sheet.what.setText("Taught my brother to read")
    sheet.story.setPlainText("Every Tuesday after school, for a year. Now he reads to me.")
    sheet.witness.setText("Ms. Lee, librarian")
    walk.shot("own-filled")
    sheet.save.click()
    walk.settle()
    walk.window.message_bar.clear()
    walk.choose("Taught")
    walk.shot("own-detail")
    walk.shell().credentials.detail.signing.emit(ASK, "")
    walk.settle()
    asked = walk.shell().sheet
    assert isinstance(asked, AskSheet)
    asked.words.setPlainText("You saw us every Tuesday in the library.")
    walk.settle(400)
    walk.shot("ask-to-sign")
    asked.copy.click()
    walk.settle()
    asked.close_button.click()
    walk.clear_message()
    walk.shell().credentials.detail.signing.emit(CHOOSE, "")
    walk.settle()
    joining = walk.shell().sheet
    assert isinstance(joining, SignedSheet)
    walk.shot("join-signed")
    joining.join.click()
    walk.settle()
    walk.clear_message()
    (signed,) = walk.shell().credentials.detail.findChildren(SignPart)
    walk.see(signed)
    walk.shot("own-signed")


def walk_curating(walk: WalkSteps) -> None:
    """Several credentials at once, who the learner is, and the help page."""
    page = walk.shell().credentials
    walk.shell().show_place(CREDENTIALS)
    _narrow(walk)
    page.select_several(several=True)
    walk.shot("several-none")
    for row in (0, 2):
        page.grid.selectionModel().select(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)
    page.selection_bar.name.setText("Summer")
    walk.shot("several")
    page.selection_bar.tag_button.click()
    walk.shot("several-tagged")
    page.curating.undo.undo()
    walk.settle()
    walk.window.message_bar.clear()
    walk.shell().show_place(SETTINGS)
    walk.see(walk.shell().settings.about.add)
    walk.shot("settings-about-you")
    walk.shell().settings.about.add.click()
    walk.shot("profile")
    walk.window.help.open()
    walk.shot("help")
    sheet = walk.shell().sheet
    assert isinstance(sheet, HelpSheet)
    bar = sheet.middle.verticalScrollBar()
    bar.setValue(bar.maximum())
    walk.shot("help-keys")
    sheet.done.click()


def _narrow(walk: WalkSteps) -> None:
    """The list narrowed to a type and a status, then to what nothing fits."""
    page = walk.shell().credentials
    narrowing = page.narrowing
    narrowing.button.click()
    walk.shot("filter-open")
    for sort, row in (("kinds", 1), ("statuses", 1)):
        field = narrowing.fields[sort]
        field.setCurrentIndex(row)
        field.activated.emit(row)
        walk.settle()
    walk.shot("filter-chosen")
    narrowing.button.click()
    walk.shot("filter-closed")
    page.search.setText("zzzz")
    walk.settle(100)
    walk.shot("filter-nothing")
    page.search.clear()
    narrowing.clear()
    walk.settle()


def _older(walk: WalkSteps, path: Path) -> None:
    older = path.with_name("dana on the old stick.lerwallet")
    shutil.copy(path, older)
    walk.unlock()
    page = walk.shell().credentials
    first = page.model.card(page.model.index(0)).id
    page.detail.change.emit(Change(ChangeKind.ADD_TAG, first, "new since"))
    walk.settle()
    page.detail.change.emit(Change(ChangeKind.REMOVE_TAG, first, "new since"))
    walk.settle()
    walk.shell().show_place(CREDENTIALS)
    walk.window.open_file(older)
    walk.settle()
    walk.unlock()
    walk.shot("older")
    walk.window.lock()
    walk.settle()
    older.unlink()
