"""The part of the walk for pictures (`screens`) about a class and its counselor, and about the advising view."""

import shutil
from pathlib import Path

from wallet import resources
from wallet.ui.screen_steps import WalkSteps
from wallet.ui.widgets.boxes import scroll_to

_EMAIL = "dana.rivera@student.example"


def walk_class(walk: WalkSteps, passphrase: str) -> None:
    """From the start page of a shared computer, and back to it."""
    start = walk.window.start_page
    assert start is not None
    start.for_counselors.click()
    page = walk.window.classes.page
    assert page is not None
    walk.shot("counselors")
    page.make.click()
    maker = walk.window.classes.maker
    assert maker is not None
    maker.school.setText("Harbor High")
    maker.note.setText("Bring your own stick. Ask if you need help.")
    maker.add_list.click()
    stick = walk.window.first_run.place.path.parent
    maker.take_files(_files(stick))
    walk.shot("class-pack")
    scroll_to(maker.choose_files)
    walk.shot("class-pack-files")
    maker.make.click()
    walk.settle()
    shutil.rmtree(stick / "students")
    walk.shot("class-made")
    scroll_to(page.tickets)
    walk.shot("class-tickets")
    code = page.code.text()
    page.done.click()
    walk.shot("class-queue")
    start.class_line.button.click()
    _walk_student(walk, passphrase, stick, code)
    walk.window.classes.room.end()  # else the stick counts as the counselor's, and no file is offered to go there
    for left in (stick / "eli.lerwallet", *stick.glob("*.lerclass")):
        left.unlink()


def _walk_student(walk: WalkSteps, passphrase: str, stick: Path, code: str) -> None:
    """One student, from the place of the file to what the school put in."""
    steps = walk.window.first_run
    steps.place.begin(stick)  # in the walk it is the counselor's, too
    steps.place.name.setText("eli")
    steps.go(2)
    steps.first.line.setText(passphrase)
    steps.second.line.setText(passphrase)
    for button in (steps.next, steps.later):
        button.click()
        walk.settle()
    steps.about_fields.identifiers.setPlainText(_EMAIL)
    steps.about_step.class_part.code.setText(code)
    walk.shot("class-about-you")
    scroll_to(steps.age)
    walk.shot("class-about-you-lists")
    steps.next.click()
    walk.settle()
    walk.shot("class-done")
    steps.next.click()
    walk.settle()
    walk.shot("class-review")
    walk.window.lock()
    walk.settle()


def walk_advising(walk: WalkSteps) -> None:
    """What an adviser sees, and the lock that ends it."""
    walk.shell().sidebar.adviser.click()
    walk.settle()
    walk.shot("advising")
    page = walk.window.advising.page
    assert page is not None
    page.middle.verticalScrollBar().setValue(page.middle.verticalScrollBar().maximum())
    walk.shot("advising-skills")
    page.done.click()
    walk.settle()
    walk.unlock()


def _files(stick: Path) -> Path:
    """A folder with what an issuer gave out for one student."""
    theirs = stick / "students" / _EMAIL
    theirs.mkdir(parents=True)
    sample = resources.read_bytes("samples", "good", "first-aid-and-cpr.json")
    (theirs / "first-aid.json").write_bytes(sample)
    return theirs.parent
