"""The parts of the walk for pictures (`screens`) that everybody goes through, and those of a shared computer."""

from wallet.ui.lock_guard import SHARED_SECONDS
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.detail import KNOW_ISSUER
from wallet.ui.places import CREDENTIALS, SETTINGS, SKILLS
from wallet.ui.screen_marks import walk_marks
from wallet.ui.screen_steps import WalkSteps
from wallet.ui.screens_class import walk_class
from wallet.ui.widgets.boxes import scroll_to
from wallet.ui.widgets.buttons import Button


def walk_first_run(walk: WalkSteps, passphrase: str) -> None:
    """From the welcome to the empty file."""
    page = walk.window.first_run
    walk.shot("welcome")
    page.go(1)
    page.place.name.setText("dana")
    walk.shot("place")
    page.go(2)
    page.first.line.setText("secret1")
    walk.shot("passphrase-weak")
    page.first.line.setText(passphrase)
    page.second.line.setText(passphrase)
    page.first.eye.setChecked(True)
    walk.shot("passphrase")
    page.next.click()
    walk.shot("recovery-kit")
    page.kit_step.show_button.setChecked(True)
    walk.shot("recovery-kit-words")
    page.later.click()
    walk.shot("about-you")
    page.about_fields.name.setText("Dana")
    page.about_fields.identifiers.setPlainText("dana.rivera@student.example")
    page.next.click()
    walk.shot("done")
    page.next.click()
    walk.shot("empty")
    walk.shell().show_place(SKILLS)
    walk.shot("no-skills")
    walk.shell().show_place(CREDENTIALS)


def walk_adding(walk: WalkSteps) -> None:
    """The samples, and why one of them is not valid."""
    shell = walk.shell()
    shell.credentials.empty.samples_button.click()
    walk.settle()
    sheet = shell.sheet
    assert isinstance(sheet, AddPage)
    walk.shot("adding")
    broken = next(line for line in sheet.rows if "changed" in line.finding.name)
    broken.why.click()
    walk.settle()
    scroll_to(broken)
    walk.shot("adding-why")
    sheet.save.click()
    walk.settle()
    walk.window.message_bar.clear()


def walk_looking(walk: WalkSteps) -> None:
    """The list, one credential, its issuer, marks, a search without result."""
    page = walk.shell().credentials
    walk.settle()
    walk.shot("grid")
    walk.choose("Laser")
    walk.shot("detail")
    know = page.detail.findChild(Button, KNOW_ISSUER)
    assert know is not None
    scroll_to(know)
    walk.shot("detail-issuer")
    page.detail.know_issuer.emit(page.selected_id())
    walk.settle()
    walk.shot("detail-issuer-known")
    walk.window.message_bar.clear()
    walk_marks(walk)
    page.detail.back.emit()
    page.search.setText("zzzz")
    walk.settle(200)
    walk.shot("nothing-found")
    page.search.clear()
    walk.settle(200)


def walk_the_rest(walk: WalkSteps, passphrase: str) -> None:
    """Settings, and the ways back in after a lock."""
    shell = walk.shell()
    shell.show_place(SETTINGS)
    walk.shot("settings")
    shell.settings.trusted.add.click()
    walk.settle()
    scroll_to(shell.settings.trusted.add)
    walk.shot("settings-issuers")
    walk.window.message_bar.clear()
    scroll_to(shell.settings.page_place.save)
    walk.shot("settings-page")
    shell.settings.keys.passphrase.click()
    walk.shot("change-passphrase")
    shell.show_place(CREDENTIALS)
    walk.window.lock()
    walk.shot("locked")
    walk.window.unlock_page.forgot_button.click()
    walk.shot("recover")
    walk.window.recovery.page.back.click()
    walk.window.unlock_page.field.line.setText("not the passphrase")
    walk.window.unlock_page.button.click()
    walk.settle()
    walk.shot("wrong-passphrase")
    walk.window.unlock_page.field.line.setText(passphrase)
    walk.window.unlock_page.button.click()
    walk.settle()


def walk_shared(walk: WalkSteps, passphrase: str) -> None:
    """Two people at a shared computer, one after the other."""
    start = walk.window.start_page
    assert start is not None
    walk.shot("start")
    walk_class(walk, passphrase)
    start.new.button.click()
    page = walk.window.first_run
    page.place.name.setText("dana")
    walk.shot("place")
    page.go(2)
    page.first.line.setText(passphrase)
    page.second.line.setText(passphrase)
    for button in (page.next, page.later, page.skip, page.next):
        button.click()
        walk.settle()
    walk.shell().credentials.empty.samples_button.click()
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, AddPage)
    sheet.save.click()
    walk.settle()
    walk.window.message_bar.clear()
    walk.shot("grid")
    walk.pass_time(SHARED_SECONDS - 12)
    walk.shot("warning")
    walk.pass_time(12)
    walk.shot("locked")
    walk.window.message_bar.clear()
    walk.shot("found")
    start.stick.button.click()
    walk.shot("unlock")
    walk.window.unlock_page.back.click()
    start.alone.button.click()
    walk.shot("check")
    assert walk.window.check_sheet is not None
    walk.window.check_sheet.samples.click()
    walk.shot("checked")
    walk.window.check_sheet.leave()
    walk.settle()
    walk.window.close()
    walk.window.deleteLater()
    walk.settle()
