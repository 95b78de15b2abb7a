"""Moving to the bin and back, collections, tags, notes, pins: for one credential or many, each to be taken back.

Lives here: starting the use case, telling what came of it, noting how it is undone. Does not live here: the list
(`credentials`), the pane (`detail`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from wallet.ui import part_jobs
from wallet.ui.marks import Change, ChangeKind, OwnNote
from wallet.ui.ports import Details, OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.undo_desk import UndoDesk

_OPPOSITES = {
    ChangeKind.ADD_TAG: ChangeKind.REMOVE_TAG,
    ChangeKind.REMOVE_TAG: ChangeKind.ADD_TAG,
    ChangeKind.ADD_TO_COLLECTION: ChangeKind.REMOVE_FROM_COLLECTION,
    ChangeKind.REMOVE_FROM_COLLECTION: ChangeKind.ADD_TO_COLLECTION,
    ChangeKind.PIN: ChangeKind.UNPIN,
    ChangeKind.UNPIN: ChangeKind.PIN,
}
_LETTERS = 40


class Names(Protocol):
    """Where the names of credentials come from."""

    def name_of(self, record_id: str) -> str:
        """What a card is called, "" when it is not in the list."""
        ...


class Curating(QObject):
    """`moved` says that what the list and the pane show has changed; `organised` carries the credential after a change.

    `gone` is a question whether to leave the pane: what it shows has moved.
    """

    gone = Signal()
    came_back = Signal(str)
    organised = Signal(object, object)
    many_done = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, names: Names, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        self._names = names
        self.undo = UndoDesk(self)

    # -- the bin

    def delete(self, record_ids: Sequence[str]) -> None:
        """Moves credentials to the bin; a message offers to take them back."""
        self._run(partial(_deleted, self._wallet, record_ids), partial(self._deleted, record_ids, note=True))

    def undelete(self, record_id: str) -> None:
        """Takes one out of the bin."""
        label = self.tr("take out of the bin")
        back, again = partial(self._delete_again, (record_id,)), partial(self._take_back, (record_id,))
        self._run(
            partial(_undeleted, self._wallet, (record_id,)),
            partial(self._undeleted, (record_id,), then=partial(self.undo.note, label, back, again)),
        )

    def ask_to_empty(self, count: int) -> None:
        """Asks before anything is deleted for good."""
        self._tools.messages.offer(
            self.tr("Delete %n credential(s) for good?", "", count),
            self.tr("Delete for good"),
            partial(self._run, partial(part_jobs.emptied, self._wallet), self._emptied),
            "warn",
            self.tr("Nobody can bring them back. What you shared stays in your history."),
        )

    def _deleted(self, record_ids: Sequence[str], gone: int, *, note: bool) -> None:
        if note:
            label = self._label(self.tr("move {name} to the bin"), record_ids)
            back, again = partial(self._take_back, record_ids), partial(self._delete_again, record_ids)
            self.undo.note(label, back, again)
        more = self.tr(
            "%n older one(s) had been there for more than 30 days and are gone for good.", "", gone
        )
        one = self._names.name_of(record_ids[0]) or self.tr("Without a name")
        said = self.tr("Moved to the bin: {name}").format(name=one)
        if len(record_ids) > 1:
            said = self.tr("%n credential(s) moved to the bin.", "", len(record_ids))
        self._tools.messages.offer(said, self.tr("Undo"), self.undo.undo, do=more if gone else "")
        self.gone.emit()

    def _delete_again(self, record_ids: Sequence[str]) -> None:
        self._run(partial(_deleted, self._wallet, record_ids), partial(self._deleted, record_ids, note=False))

    def _take_back(self, record_ids: Sequence[str]) -> None:
        self._run(partial(_undeleted, self._wallet, record_ids), partial(self._undeleted, record_ids))

    def _undeleted(
        self, record_ids: Sequence[str], _result: object, then: Callable[[], object] | None = None
    ) -> None:
        if then is not None:
            then()
        self._tools.messages.tell(self.tr("It is out of the bin, with everything it had."))
        self.came_back.emit(record_ids[0])

    def _emptied(self, count: int) -> None:
        self.undo.clear()
        self._tools.messages.tell(self.tr("%n credential(s) deleted for good.", "", count))
        self.gone.emit()

    # -- marks

    def organise(self, change: Change, notes: Sequence[OwnNote] = ()) -> None:
        """Makes one change; `notes` are those of the credential as they are before."""
        text = next((one.text for one in notes if str(one.number) == change.value), "")
        self._change((change,), partial(self._note_change, change, text))

    def organise_many(self, kind: ChangeKind, record_ids: Sequence[str], name: str) -> None:
        """The same change for many."""
        changes = tuple(Change(kind, record_id, name) for record_id in record_ids)
        self._change(changes, partial(self._note_changes, changes))

    def _change(self, changes: Sequence[Change], then: Callable[[Details], object] | None = None) -> None:
        self._run(partial(_organised, self._wallet, changes), partial(self._changed, changes, then))

    def _changed(
        self, changes: Sequence[Change], then: Callable[[Details], object] | None, details: Details
    ) -> None:
        if then is not None:
            then(details)
        self.organised.emit(changes[0].kind, details)
        if len(changes) > 1:
            self._tools.messages.offer(
                self.tr("%n credential(s) changed.", "", len(changes)), self.tr("Undo"), self.undo.undo
            )
            self.many_done.emit()

    def _note_change(self, change: Change, text: str, details: Details) -> None:
        """How one change is taken back. A note has no number of its own any more when it comes back."""
        name = _short(details.card.name) or self.tr("a credential")
        label = self._words(change.kind).format(value=_short(change.value), name=name)
        if change.kind in _OPPOSITES:
            self._note_changes((change,), details, label)
        elif change.kind is ChangeKind.ADD_NOTE:
            added = partial(self._remove_note, change.record_id, change.value)
            self.undo.note(label, added, partial(self._change, (change,)))
        elif text:
            back = Change(ChangeKind.ADD_NOTE, change.record_id, text)
            again = partial(self._remove_note, change.record_id, text)
            self.undo.note(label, partial(self._change, (back,)), again)

    def _note_changes(self, changes: Sequence[Change], details: Details, label: str = "") -> None:
        del details
        back = tuple(Change(_OPPOSITES[one.kind], one.record_id, one.value) for one in changes)
        if not label:
            name = self.tr("%n credential(s)", "", len(changes))
            label = self._words(changes[0].kind).format(value=_short(changes[0].value), name=name)
        self.undo.note(label, partial(self._change, back), partial(self._change, changes))

    def _remove_note(self, record_id: str, text: str) -> None:
        self._run(
            partial(_note_removed, self._wallet, record_id, text),
            partial(self.organised.emit, ChangeKind.REMOVE_NOTE),
        )

    def _words(self, kind: ChangeKind) -> str:
        return {
            ChangeKind.ADD_TAG: self.tr("add the tag {value} to {name}"),
            ChangeKind.REMOVE_TAG: self.tr("take the tag {value} off {name}"),
            ChangeKind.ADD_TO_COLLECTION: self.tr("put {name} into {value}"),
            ChangeKind.REMOVE_FROM_COLLECTION: self.tr("take {name} out of {value}"),
            ChangeKind.ADD_NOTE: self.tr("add a note to {name}"),
            ChangeKind.REMOVE_NOTE: self.tr("remove a note from {name}"),
            ChangeKind.PIN: self.tr("show {name} first"),
            ChangeKind.UNPIN: self.tr("no longer show {name} first"),
        }[kind]

    def _label(self, words: str, record_ids: Sequence[str]) -> str:
        one = _short(self._names.name_of(record_ids[0])) or self.tr("a credential")
        many = self.tr("%n credential(s)", "", len(record_ids))
        return words.format(name=one if len(record_ids) == 1 else many)

    def _run(self, work: Callable[[Job], object], done: Callable[[Any], None]) -> None:
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done))


def _short(text: str) -> str:
    """One line of a menu, safe to show."""
    shown = one_line(text)
    return shown if len(shown) <= _LETTERS else shown[: _LETTERS - 1] + "…"


def _deleted(wallet: OpenWallet, record_ids: Sequence[str], job: Job) -> int:
    del job
    return sum(wallet.delete(record_id) for record_id in record_ids)


def _undeleted(wallet: OpenWallet, record_ids: Sequence[str], job: Job) -> None:
    del job
    for record_id in record_ids:
        wallet.undelete(record_id)


def _organised(wallet: OpenWallet, changes: Sequence[Change], job: Job) -> Details:
    """Makes them one after another; the last credential as it is now."""
    del job
    for change in changes[:-1]:
        wallet.organise(change)
    return wallet.organise(changes[-1])


def _note_removed(wallet: OpenWallet, record_id: str, text: str, job: Job) -> Details:
    """Removes the latest note with this text, which may have another number by now."""
    del job
    notes = [one for one in wallet.details(record_id).notes if one.text.strip() == text.strip()]
    if not notes:
        return wallet.details(record_id)
    latest = max(notes, key=lambda one: one.number)
    return wallet.organise(Change(ChangeKind.REMOVE_NOTE, record_id, str(latest.number)))
