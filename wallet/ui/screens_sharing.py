"""The part of the walk for pictures (`screens`) that shares: every step, every kind of end, the history."""

from wallet.ui.marks import Filter
from wallet.ui.pages.one_page_sheet import OnePageSheet
from wallet.ui.pages.past_share import PastShareSheet
from wallet.ui.pages.share.sheet import DONE, HOW, WHAT, ShareSheet
from wallet.ui.pages.share.ways import FRAMES, LINK, LOCKED, NEARBY, PROFILE
from wallet.ui.places import CREDENTIALS, SHARING
from wallet.ui.screen_steps import WalkSteps


def walk_sharing(walk: WalkSteps) -> None:
    """From a credential to each end, then what does not fit, then the history."""
    _by_code(walk)
    for channel in (NEARBY, LINK, LOCKED, PROFILE):
        _another_way(walk, channel)
    _another_way(walk, FRAMES, "Laser")
    _too_big(walk)
    _for_a_purpose(walk)
    _on_one_page(walk)
    walk.shell().show_place(SHARING)
    walk.shot("sharing")
    share = walk.shell().sharing
    share.open_share.emit(share.shown[0].id)
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, PastShareSheet)
    walk.shot("past-share")
    sheet.ensure_visible(sheet.copy_request)
    walk.shot("past-share-request")
    walk.shell().show_place(CREDENTIALS)


def _by_code(walk: WalkSteps) -> None:
    sheet = _open_share(walk)
    walk.shot("share-who")
    sheet.who.to.setText("Harbor Boat Works")
    walk.shot("share-who-filled")
    sheet.next.click()
    walk.shot("share-what")
    sheet.next.click()
    walk.shot("share-how")
    sheet.next.click()
    walk.settle()
    assert sheet.steps.index == DONE
    walk.shot("share-done")
    sheet.next.click()


def _another_way(walk: WalkSteps, channel: str, words: str = "Soldering") -> None:
    sheet = _open_share(walk, words)
    sheet.who.to.setText("Harbor Boat Works")
    for _ in range(2):
        sheet.next.click()
        walk.settle()
    tile = sheet.how.tiles[channel]
    tile.click()
    if channel == LOCKED:
        sheet.how.passphrase.suggest.click()
        sheet.how.passphrase.second.line.setText(sheet.how.passphrase.first.text())
    walk.shot(f"share-how-{channel}")
    if tile.isEnabled():
        sheet.next.click()
        walk.settle()
        walk.shot(f"share-done-{channel}")
    sheet.leave()
    walk.settle()


def _too_big(walk: WalkSteps) -> None:
    sheet = _open_share(walk)
    sheet.who.to.setText("Lakeside Community College")
    sheet.who.tiles["registrar"].setChecked(True)
    sheet.next.click()
    for choice in sheet.what.choices:
        if choice.tick.isEnabled():
            choice.tick.setChecked(True)
    walk.settle(400)
    assert sheet.steps.index == WHAT
    walk.shot("share-everything")
    sheet.next.click()
    assert sheet.steps.index == HOW
    walk.shot("share-too-big")
    sheet.next.click()
    walk.settle()
    walk.shot("share-file-done")
    sheet.next.click()


def _for_a_purpose(walk: WalkSteps) -> None:
    sheet = _open_share(walk)
    sheet.who.template.setCurrentIndex(sheet.who.template.findData("advanced-standing"))
    sheet.who.to.setText("Lakeside Community College")
    walk.shot("share-template")
    sheet.next.click()
    sheet.what.own_words.field.setPlainText(
        "My soldering course is like your Electronics 110: joints, tools, safety."
    )
    sheet.what.skills_first.tick.click()
    walk.settle(400)
    walk.shot("share-skills-first")
    sheet.leave()
    walk.settle()


def _on_one_page(walk: WalkSteps) -> None:
    page = walk.shell().credentials
    walk.choose("Soldering")
    page.select_several(several=True)
    page.grid.selectAll()
    page.selection_bar.name.setText("First job")
    page.selection_bar.collect_button.click()
    walk.settle()
    walk.clear_message()
    page.show_part(Filter(collection="First job"))
    walk.shot("collection")
    page.head.one_page.click()
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, OnePageSheet)
    sheet.note.setPlainText("I learned all of this at the makers' guild. I can start in June.")
    walk.shot("one-page")
    sheet.close_button.click()
    page.show_part(Filter())
    walk.settle()


def _open_share(walk: WalkSteps, words: str = "Soldering") -> ShareSheet:
    walk.choose(words)
    credentials = walk.shell().credentials
    credentials.detail.share.emit(credentials.selected_id())
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, ShareSheet)
    return sheet
