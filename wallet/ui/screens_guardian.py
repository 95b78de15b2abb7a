"""The part of the walk for pictures (`screens`) about the learner's age and the adult who agrees."""

from wallet.ui.guardian_ports import NOT_SAID, TEEN, UNDER_13
from wallet.ui.pages.age_sheet import AgeSheet
from wallet.ui.pages.past_share import PastShareSheet
from wallet.ui.pages.share.sheet import AGREE, DONE, ShareSheet
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.screen_steps import WalkSteps
from wallet.ui.widgets.boxes import scroll_to

_CODE = "blue kettle"


def walk_guardian(walk: WalkSteps) -> None:
    """Under 13: the code word, a share with an adult, the list, taking one back. Then 13 to 17: showing it."""
    shell = walk.shell()
    shell.show_place(SETTINGS)
    scroll_to(shell.settings.age.button)
    walk.shot("age")
    shell.ages.open_age()
    walk.shot("age-sheet")
    _keep_age(walk, UNDER_13, "age-under-13")
    _agree(walk)
    shell.ages.open_agreements()
    walk.settle()
    walk.shot("agreements")
    _take_back(walk)
    _keep_age(walk, TEEN, "age-change", present=_CODE)
    sheet = _to_adult(walk)
    sheet.show_adult.click()
    walk.shot("share-show-adult")
    sheet.leave()
    _keep_age(walk, NOT_SAID, "")
    walk.shell().show_place(CREDENTIALS)


def _keep_age(walk: WalkSteps, band: str, picture: str, present: str = "") -> None:
    walk.shell().ages.open_age(band)
    sheet = walk.shell().sheet
    assert isinstance(sheet, AgeSheet)
    sheet.present.line.setText(present)
    if band == UNDER_13:
        sheet.first.line.setText(_CODE)
        sheet.second.line.setText(_CODE)
    if picture:
        scroll_to(sheet.second if band == UNDER_13 else sheet.present)
        walk.shot(picture)
    sheet.keep.click()
    walk.settle()
    walk.clear_message()
    assert walk.shell().settings.age.rule.band == band


def _to_adult(walk: WalkSteps) -> ShareSheet:
    walk.choose("Soldering")
    walk.shell().open_share()
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, ShareSheet)
    sheet.who.to.setText("Harbor Boat Works")
    for _ in range(2):
        sheet.next.click()
        walk.settle()
    return sheet


def _agree(walk: WalkSteps) -> None:
    sheet = _to_adult(walk)
    walk.shot("share-how-under-13")
    sheet.next.click()
    assert sheet.steps.index == AGREE
    walk.shot("share-agree")
    sheet.agree.name.setText("Maria Rivera")
    sheet.agree.relation.setCurrentIndex(0)
    sheet.agree.agrees.click()
    sheet.agree.code.line.setText("a guess")
    sheet.next.click()
    walk.settle()
    scroll_to(sheet.agree.trouble)
    walk.shot("share-agree-wrong")
    sheet.agree.code.line.setText(_CODE)
    sheet.next.click()
    walk.settle()
    assert sheet.steps.index == DONE
    walk.shot("share-agreed")
    sheet.next.click()


def _take_back(walk: WalkSteps) -> None:
    shell = walk.shell()
    shell.sharing.open_share.emit(shell.sharing.shown[0].id)
    walk.settle()
    sheet = shell.sheet
    assert isinstance(sheet, PastShareSheet)
    assert sheet.agreement is not None
    walk.shot("past-share-agreed")
    sheet.agreement.begin.click()
    walk.shot("past-share-take-back")
    sheet.agreement.code.line.setText(_CODE)
    sheet.agreement.confirm.click()
    walk.settle()
    walk.shot("past-share-taken-back")
