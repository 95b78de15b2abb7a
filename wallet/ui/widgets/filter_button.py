"""The button in the sidebar that says which part of the file is shown: all, a collection, a tag, the bin.

Lives here: the menu of parts. Does not live here: fetching them (`pages.credentials`).
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from wallet.ui.marks import Drawers, Filter
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.buttons import Button

_LONGEST = 40
_ROOM = 140


class FilterButton(Button):
    """Opens a menu of everything there is to show; `chosen` tells the `Filter`."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "folder", "nav", parent)
        self._narrow = False
        self._drawers = Drawers()
        self._present = Filter()
        self.parts = QMenu(self)
        self.parts.setAccessibleName(self.tr("What to show"))
        self.parts.setToolTipsVisible(False)
        self.setAccessibleDescription(self.tr("Opens a list of collections, tags and the bin"))
        self.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(self._drawers, self._present)
        look.changed.connect(self._say)

    def show_parts(self, drawers: Drawers, present: Filter) -> None:
        """Everything there is to show now, and what is shown."""
        self._drawers, self._present = drawers, present
        self.parts.clear()
        group = QActionGroup(self.parts)
        self._add(group, Filter(), self.tr("All credentials"))
        self._add_section(
            group,
            self.tr("Collections"),
            [(Filter(collection=name), name, count) for name, count in drawers.collections],
        )
        self._add_section(
            group, self.tr("Tags"), [(Filter(tag=name), name, count) for name, count in drawers.tags]
        )
        self.parts.addSeparator()
        self._add(group, Filter(in_bin=True), self.tr("Bin"), drawers.in_bin)
        self._say()

    def set_narrow(self, narrow: bool) -> None:
        """Icon only, with a tooltip, on small windows."""
        self._narrow = narrow
        self._say()

    def words(self) -> str:
        """What is shown now, in words."""
        present = self._present
        if present.in_bin:
            return self.tr("Bin")
        return present.collection or present.tag or self.tr("All credentials")

    def _open(self) -> None:
        """Not Qt's own menu of a button: it would be drawn with other margins than its neighbours."""
        self.parts.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _say(self) -> None:
        shown = one_line(self.words())
        room = self._look.px(_ROOM)
        cut = QFontMetrics(self._look.font("body")).elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setText("" if self._narrow else cut.replace("&", "&&"))
        self.setAccessibleName(self.tr("Show: {part}").format(part=shown))
        self.setToolTip(self.tr("What to show") if self._narrow else "")
        self.set_icon_name("trash" if self._present.in_bin else "tag" if self._present.tag else "folder")

    def _add_section(self, group: QActionGroup, title: str, parts: Sequence[tuple[Filter, str, int]]) -> None:
        if not parts:
            return
        self.parts.addSeparator()
        head = QAction(title, self.parts)
        head.setEnabled(False)
        self.parts.addAction(head)
        for part, name, count in parts:
            self._add(group, part, name, count)

    def _add(self, group: QActionGroup, part: Filter, name: str, count: int | None = None) -> None:
        shown = one_line(name)
        cut = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
        words = cut if count is None else f"{cut} ({count})"
        action = QAction(words.replace("&", "&&"), self.parts)
        action.setCheckable(True)
        action.setChecked(part == self._present)
        action.triggered.connect(lambda _=False, part=part: self.chosen.emit(part))
        group.addAction(action)
        self.parts.addAction(action)
