"""The part of the walk for pictures (`screens`) about skills; the file knows a list of issuers by then."""

from wallet.ui.places import CREDENTIALS, SKILLS
from wallet.ui.screen_steps import WalkSteps


def walk_skills(walk: WalkSteps) -> None:
    """All skills, what shows one of them, the other way to group them, a search without result."""
    shell = walk.shell()
    shell.show_place(SKILLS)
    walk.shot("skills")
    page = shell.skills
    page.list.select_row(page.model.first())
    page.list.activated.emit(page.list.currentIndex())
    walk.shot("skill")
    page.pane.back.emit()
    page.group_button.menu().actions()[1].trigger()
    walk.shot("skills-by-list")
    page.list.scrollToBottom()
    walk.shot("skills-words")
    page.search.setText("zzzz")
    walk.settle(200)
    walk.shot("skills-not-found")
    page.search.clear()
    walk.settle(200)
    shell.show_place(CREDENTIALS)
