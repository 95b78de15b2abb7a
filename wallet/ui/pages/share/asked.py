"""Step 2 of an answer: for each credential that is asked for, which of the fitting ones leaves, and the least of it.

What is needed and what would only be liked are told apart; what would be liked starts without a tick.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from wallet.ui.pages.share.preview import PreviewPanel, panel_width
from wallet.ui.pages.share.step import SecondStep
from wallet.ui.request_ports import Answer, AskedCredential, AskedShare, Fitting
from wallet.ui.request_words import claim_words, fitting_words, kind_words
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, column, row
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel

_PAUSE = 250
_LONGEST = 90


class AskedChoice(QWidget):
    """One credential that is asked for: a tile for each that fits, and one for leaving it out where that is allowed."""

    changed = Signal()

    def __init__(self, look: Look, asked: AskedCredential, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked = asked
        self._group = QButtonGroup(self)
        self.tiles: list[ChoiceTile] = []
        self.wishes: list[dict[str, CheckBox]] = []
        self._boxes: list[QWidget] = []
        layout = column(look, 8)
        must = self.tr("Needed") if asked.required else self.tr("Optional")
        layout.addWidget(PlainLabel(f"{must}: {kind_words(asked)}", "section"))
        layout.addWidget(PlainLabel(claim_words(asked), "secondary"))
        for fitting in asked.fitting:
            tile = ChoiceTile(look, one_line(fitting.title, _LONGEST), fitting_words(fitting), "award")
            self._add(tile)
            layout.addWidget(tile)
            box = self._wishes_of(fitting)
            layout.addWidget(box)
            self._boxes.append(box)
        if not asked.required:
            words = (
                self.tr("The answer is complete without it.")
                if asked.fitting
                else self.tr("You have none that fits, and the answer is complete without it.")
            )
            self._add(ChoiceTile(look, self.tr("Leave this out"), words, "eye-off"))
            layout.addWidget(self.tiles[-1])
        self.setLayout(layout)
        first = self.tiles[-1] if not asked.required else self.tiles[0] if len(asked.fitting) == 1 else None
        if first is not None:
            first.setChecked(True)
        self._show_wishes()
        self._group.buttonToggled.connect(self._switched)

    @property
    def chosen(self) -> Fitting | None:
        """Which one leaves; None for none, or when nothing is chosen yet."""
        pairs = zip(self._asked.fitting, self.tiles, strict=False)
        return next((fitting for fitting, tile in pairs if tile.isChecked()), None)

    @property
    def chosen_wishes(self) -> Sequence[str]:
        """What is shown of it besides what is needed."""
        pairs = zip(self.wishes, self.tiles, strict=False)
        ticks = next((ticks for ticks, tile in pairs if tile.isChecked()), {})
        return [pointer for pointer, tick in ticks.items() if tick.isChecked()]

    @property
    def acceptable(self) -> bool:
        """Whether it is decided."""
        return self._group.checkedButton() is not None

    def _add(self, tile: ChoiceTile) -> None:
        self._group.addButton(tile)
        self.tiles.append(tile)

    def _wishes_of(self, fitting: Fitting) -> QWidget:
        box = QWidget()
        layout = column(self._look, 2, (12, 0, 0, 0))
        ticks: dict[str, CheckBox] = {}
        if fitting.wishes:
            layout.addWidget(
                PlainLabel(self.tr("They would also like to see, and do not need:"), "secondary")
            )
        for pointer, name in fitting.wishes:
            words = one_line(name, _LONGEST)
            ticks[pointer] = CheckBox(self._look, words, self.tr("Also show {part}").format(part=words))
            ticks[pointer].toggled.connect(partial(self._wish_changed))
            layout.addWidget(ticks[pointer])
        box.setLayout(layout)
        self.wishes.append(ticks)
        return box

    def _wish_changed(self, _on: bool = False) -> None:
        self.changed.emit()

    def _show_wishes(self) -> None:
        for box, ticks, tile in zip(self._boxes, self.wishes, self.tiles, strict=False):
            box.setVisible(bool(ticks) and tile.isChecked())

    def _switched(self, _button: object, checked: bool) -> None:
        if checked:
            self._show_wishes()
            self.changed.emit()


class AskedStep(SecondStep):
    """The choices on the left, the two lists on the right; what is shown follows from the request."""

    def __init__(self, look: Look, asked: AskedShare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked = asked
        self.preview = PreviewPanel(look)
        self.choices = [AskedChoice(look, one) for one in asked.asked]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        left = Content()
        inner = column(look, 18, (2, 0, 6, 4))
        for choice in self.choices:
            choice.changed.connect(self._chosen_anew)
            inner.addWidget(choice)
        inner.addStretch(1)
        left.fill(inner)
        layout = row(look, 16)
        layout.addWidget(Middle(left, self.tr("Choose your answer")), 1)
        layout.addWidget(self.preview)
        self.setLayout(layout)

    @property
    def chosen(self) -> Sequence[str]:
        """The record ids that go in; none while something that is needed is not decided."""
        if not all(choice.acceptable for choice in self.choices):
            return ()
        return tuple(choice.chosen.record_id for choice in self.choices if choice.chosen is not None)

    @property
    def answer(self) -> Answer:
        """What is chosen."""
        chosen = {place: one.chosen for place, one in enumerate(self.choices)}
        return Answer(
            self._asked,
            {place: fitting for place, fitting in chosen.items() if fitting is not None},
            {place: one.chosen_wishes for place, one in enumerate(self.choices)},
        )

    def _chosen_anew(self) -> None:
        self.preview.wait(bool(self.chosen))
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the preview never takes more than its share."""
        super().resizeEvent(event)
        self.preview.setFixedWidth(panel_width(self._look, self.width()))

    def focus_first(self) -> None:
        """Puts the keyboard on the first tile."""
        tiles = [tile for choice in self.choices for tile in choice.tiles]
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
