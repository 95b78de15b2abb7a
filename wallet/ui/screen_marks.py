"""A part of the walk in `screens`: collections, tags, notes, the bin."""

from wallet.ui.marks import Change, ChangeKind, Filter
from wallet.ui.screen_steps import WalkSteps


def walk_marks(walk: WalkSteps) -> None:
    """Marks one credential, shows a collection, deletes and takes back."""
    page = walk.shell().credentials
    for kind, value in (
        (ChangeKind.ADD_TO_COLLECTION, "First job"),
        (ChangeKind.ADD_TAG, "hands-on"),
        (ChangeKind.ADD_NOTE, "Ask Ms. Lee for a letter. She saw the lamp."),
    ):
        page.detail.change.emit(Change(kind, page.selected_id(), value))
        walk.settle()
    walk.shot("detail-just-for-you")
    page.show_part(Filter(collection="First job"))
    walk.shot("collection")
    walk.shell().delete()
    walk.shot("deleted-with-undo")
    walk.window.message_bar.clear()
    page.show_part(Filter(in_bin=True))
    walk.choose("Laser")
    walk.shot("bin")
    page.detail.undelete.emit(page.selected_id())
    walk.settle()
    walk.window.message_bar.clear()
