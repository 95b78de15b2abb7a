"""The part of the walk for pictures (`screens`) through the Help menu: handouts and guides, further reading."""

from wallet.ui.pages.materials_sheet import MaterialsSheet
from wallet.ui.pages.reading_sheet import ReadingSheet
from wallet.ui.screen_steps import WalkSteps

_PLACE = "https://www.school.example/verify.html"
_STUDENT, _POSTER = 0, 6


def walk_help(walk: WalkSteps) -> None:
    """The list, one to read, the poster without and with its code; then a title and the question before a browser."""
    walk.window.help.open_materials()
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, MaterialsSheet)
    walk.shot("materials")
    walk.see(sheet.list.buttons[_POSTER])
    walk.shot("materials-practice")
    sheet.list.buttons[_STUDENT].click()
    walk.settle()
    walk.shot("material")
    sheet.to_list.click()
    sheet.list.buttons[_POSTER].click()
    walk.settle()
    walk.shot("poster")
    sheet.view.address.setText(_PLACE)
    sheet.view.place.click()
    walk.settle()
    walk.shot("poster-code")
    sheet.to_list.click()
    sheet.done.click()
    walk.window.help.open_reading()
    reading = walk.shell().sheet
    assert isinstance(reading, ReadingSheet)
    walk.shot("reading")
    card = next(one for one in reading.cards if one.entry.address)
    card.ask()
    walk.settle()
    walk.shot("reading-question")
    assert card.question is not None
    card.question.no.click()
    reading.done.click()
