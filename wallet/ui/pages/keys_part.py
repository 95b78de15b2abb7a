"""Private keys that came with a backup of another wallet: a warning, and whether to bring them in.

Lives here: one row of the add sheet for each such file, and all of them together. Does not live here: keeping keys
(`KnowsOwner.keep_keys`). Keys come in only where somebody ticks that.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.profile_ports import BroughtKeys, KeysKept
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel


class KeysPart(Surface):
    """What the file is called, what anybody who has it can do, and two boxes that nobody ticked."""

    changed = Signal()

    def __init__(self, look: Look, brought: BroughtKeys, keeps: bool, parent: QWidget | None = None) -> None:
        """`keeps` says whether there is a file open to bring keys into."""
        super().__init__("card", parent)
        self.brought = brought
        layout = column(look, 6, (14, 10, 14, 12))
        title = self.tr("{name} also holds private keys of the other wallet.").format(name=brought.name)
        layout.addWidget(PlainLabel(title, "strong"))
        self.warning = PlainLabel(
            self.tr(
                "It is not encrypted: whoever gets it can sign as its owner."
                " Delete that file when you no longer need it."
            ),
            "secondary",
            tone="text",
        )
        layout.addWidget(self.warning)
        bring = self.tr("Bring the keys in, too")
        self.bring = CheckBox(look, bring, f"{bring}: {brought.name}")
        layout.addWidget(self.bring)
        self.hint = PlainLabel(
            self.tr("Each becomes a profile of yours, so that you can answer as the holder you were there."),
            "secondary",
        )
        layout.addWidget(self.hint)
        delete = self.tr("Delete that file once everything in it is kept")
        self.delete = CheckBox(look, delete, f"{delete}: {brought.name}")
        self.delete.setEnabled(False)
        layout.addWidget(self.delete)
        self.setLayout(layout)
        if not brought.is_open:
            self.warning.hide()
        if not keeps:
            self.bring.hide()
            self.hint.hide()
        if not keeps or not brought.is_open or not brought.source:
            self.delete.hide()
        self.bring.toggled.connect(self._bring_changed)

    @property
    def is_wanted(self) -> bool:
        """Whether the keys are to come in."""
        return self.bring.isChecked()

    @property
    def deletes(self) -> bool:
        """Whether the file is to go once everything in it is kept."""
        return self.delete.isChecked()

    def _bring_changed(self, wanted: bool) -> None:
        self.delete.setEnabled(wanted)
        if not wanted:
            self.delete.setChecked(False)
        self.changed.emit()

    def words(self, kept: KeysKept) -> str:
        """What became of them, for the message after saving."""
        said = []
        if kept.names:
            said.append(self.tr("%n key(s) became profiles: {names}.", "", len(kept.names)))
            said[-1] = said[-1].format(names=", ".join(kept.names))
        if kept.known:
            said.append(self.tr("%n key(s) you had already.", "", kept.known))
        if kept.unusable:
            said.append(self.tr("%n key(s) could not be used.", "", kept.unusable))
        if kept.is_deleted:
            said.append(self.tr("{name} was deleted.").format(name=self.brought.name))
        elif self.deletes:
            said.append(
                self.tr("{name} was not deleted: not all of it was kept.").format(name=self.brought.name)
            )
        return " ".join(said)


class KeysParts(QWidget):
    """One for each file, below everything that was found: they are in sight whichever rows are."""

    changed = Signal()

    def __init__(self, look: Look, *, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keeps = keeps
        self._asked: list[KeysPart] = []
        self.parts: list[KeysPart] = []
        self._column = column(look, 8)
        self.setLayout(self._column)
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """Whether any keys are to come in."""
        return any(part.is_wanted for part in self.parts)

    def add(self, brought: BroughtKeys) -> None:
        """One more file."""
        part = KeysPart(self._look, brought, self._keeps)
        part.changed.connect(self.changed)
        self._column.addWidget(part)
        self.parts.append(part)
        self.show()

    def wishes(self, takes_all_of: Callable[[str], bool]) -> list[tuple[BroughtKeys, bool]]:
        """The keys that are to come in, and whether their file goes then; it must not where things are left out."""
        self._asked = [part for part in self.parts if part.is_wanted]
        return [(part.brought, part.deletes and takes_all_of(part.brought.source)) for part in self._asked]

    def words(self, kept: Sequence[KeysKept]) -> str:
        """What became of these wishes, in their order."""
        told = (part.words(one) for part, one in zip(self._asked, kept, strict=True))
        return " ".join(words for words in told if words)
