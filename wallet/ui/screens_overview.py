"""The part of the walk for pictures (`screens`) about the overview: the page, one's own words, the page of paper."""

from wallet.ui.pages.overview_sheet import OverviewSheet
from wallet.ui.places import CREDENTIALS, OVERVIEW
from wallet.ui.screen_steps import WalkSteps


def walk_overview(walk: WalkSteps) -> None:
    """Begins and ends at the credentials."""
    shell = walk.shell()
    shell.show_place(OVERVIEW)
    page = shell.overview
    page.words.edit.click()
    page.words.field.setPlainText("I like to make things with my hands.\nאני אוהב לבנות (גם בעץ).\nمرحبا")  # noqa: RUF001
    walk.shot("overview-writing")
    page.words.save.click()
    walk.settle()
    walk.clear_message()
    walk.shot("overview")
    walk.see(page.counts)
    page.show_timeline.click()
    page.turn.click()
    walk.shot("overview-oldest-first")
    page.turn.click()
    page.show_summary.click()
    page.print_it.click()
    walk.settle()
    sheet = shell.sheet
    assert isinstance(sheet, OverviewSheet)
    sheet.words.click()
    walk.settle(400)
    walk.shot("overview-on-paper")
    walk.see(sheet.list)
    walk.shot("overview-on-paper-credentials")
    sheet.cancel.click()
    shell.show_place(CREDENTIALS)
