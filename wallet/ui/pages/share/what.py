"""Step 2: which credentials go in, and beside it what the receiver will and will not see.

The preview is read back from the signed bytes that would be sent; while those are being made it says so.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from wallet.app.part_starts import USUAL, Starts, skills_first
from wallet.ui.dates import month
from wallet.ui.pages.share.own_words import OwnWordsPart
from wallet.ui.pages.share.parts import PartList
from wallet.ui.pages.share.preview import PreviewPanel, panel_width
from wallet.ui.pages.share.skills_first import SkillsFirst
from wallet.ui.pages.share.step import SecondStep
from wallet.ui.ports import Card
from wallet.ui.share_ports import OfferedParts, SharePreview
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Notice, Surface, column, row
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import BadgePicture
from wallet.verification.report import Verdict

_NOT_SHAREABLE = frozenset({Verdict.INVALID, Verdict.UNREADABLE})
_PAUSE = 250


class CredentialChoice(Surface):
    """One credential with a tick; once ticked it offers its parts, or says that it can only be shared whole."""

    changed = Signal()

    def __init__(self, look: Look, card: Card, image: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._look = look
        self.card = card
        self.parts: PartList | None = None
        self.is_known = False
        self._of_record = False
        self.tick = CheckBox(look, "", self.tr("Share {name}").format(name=card.name))
        self.tick.setEnabled(card.verdict not in _NOT_SHAREABLE)
        picture = BadgePicture(look, 42, card.id)
        picture.set_image(image)
        line = row(look, 12)
        line.addWidget(self.tick)
        line.addWidget(picture)
        words = column(look, 1)
        words.addWidget(PlainLabel(card.name, "strong"))
        date = month(card.issued)
        words.addWidget(PlainLabel(f"{card.issuer} · {date}" if date else card.issuer, "secondary"))
        line.addLayout(words, 1)
        self.note = Notice(
            look,
            "warn",
            self.tr("This one can only be shared whole."),
            self.tr(
                "Its issuer signed it as one piece, so everything in it goes along. The list beside shows what that is."
            ),
        )
        self.note.hide()
        self.subset_note = PlainLabel("", "secondary")
        self.subset_note.hide()
        layout = self._column = column(look, 10, (12, 12, 14, 12))
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addWidget(self.subset_note)
        if card.self_asserted:
            said = self.tr("Written by you. They will see that no issuer stands behind it.")
            layout.addWidget(PlainLabel(said, "secondary"))
        self.labelled: CheckBox | None = None
        if card.verdict is Verdict.INVALID:
            self._offer_label()
        elif not self.tick.isEnabled():
            layout.addWidget(PlainLabel(self.tr("It cannot be read, so it cannot be shared."), "hint"))
        self.setLayout(layout)
        self.tick.toggled.connect(self._show_parts)

    def _offer_label(self) -> None:
        """What is not valid is shared only on a wish of its own, and everyone who opens it is told."""
        said = self.tr("Not valid. Everyone who opens it would be told so.")
        self._column.addWidget(PlainLabel(said, "hint"))
        words = self.tr("Share it all the same, labelled as not valid")
        name = self.tr("Share {name} all the same, labelled as not valid").format(name=self.card.name)
        self.labelled = CheckBox(self._look, words, name)
        self.labelled.toggled.connect(self._label)
        self._column.addWidget(self.labelled)

    def _label(self, wished: bool) -> None:
        self.tick.setEnabled(wished)
        self.tick.setChecked(wished)

    @property
    def is_labelled(self) -> bool:
        """Whether it goes along although it is not valid."""
        return self.labelled is not None and self.labelled.isChecked() and self.tick.isChecked()

    def offer(self, offered: OfferedParts, starts: Starts, *, apart: bool) -> None:
        """What can be left out of it, now that it is known; `starts` and `apart` as for `start_with`."""
        self.is_known = True
        if offered.parts:
            self.parts = PartList(self._look, offered, starts)
            self.parts.apart = apart and offered.of_record
            self.parts.changed.connect(self.changed)
            self.parts.changed.connect(self._say_how_much)
            self._of_record = offered.of_record
            self._column.addWidget(self.parts)
        self._show_parts(self.tick.isChecked())

    def start_with(self, starts: Starts, *, apart: bool) -> None:
        """Ticks the parts of these kinds; `apart` takes the credentials of a learner record without the record."""
        if self.parts is not None:
            self.parts.start_with(starts, apart=apart)

    @property
    def chosen_parts(self) -> Sequence[str] | None:
        """The pointers of what is shown; None for everything."""
        return self.parts.chosen if self.parts is not None else None

    def _show_parts(self, ticked: bool) -> None:
        self.note.setVisible(ticked and self.is_known and self.parts is None)
        self.subset_note.setVisible(ticked and self._of_record)
        if self.parts is not None:
            self.parts.setVisible(ticked)
        self._say_how_much()

    def _say_how_much(self) -> None:
        """Whether a learner record goes along itself, or only what was picked from it."""
        is_whole = self.parts is not None and self.parts.chosen is None
        self.subset_note.setText(
            self.tr("The whole record goes along, with everything its issuer says in it.")
            if is_whole
            else self.tr(
                "Only what you tick goes along, without the record. Others will see that you picked it."
            )
        )


class WhatStep(SecondStep):
    """Ticks on the left, the two lists on the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.choices: list[CredentialChoice] = []
        self._starts: Starts = USUAL
        self.skills_first = SkillsFirst(look)
        self.own_words = OwnWordsPart(look)
        self.preview = PreviewPanel(look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        left = QWidget()
        self._list = column(look, 10, (0, 0, 6, 0))
        self._list.addWidget(PlainLabel(self.tr("Choose what goes in"), "section"))
        self._list.addWidget(PlainLabel(self.tr("Nothing else in your file goes along."), "secondary"))
        self._list.addWidget(self.skills_first)
        self._list.addWidget(self.own_words)
        self._list.addStretch(1)
        left.setLayout(self._list)
        layout = row(look, 16)
        layout.addWidget(Middle(left, self.tr("Choose what goes in")), 1)
        layout.addWidget(self.preview)
        self.setLayout(layout)
        self.skills_first.toggled.connect(self._start_anew)
        self.own_words.changed.connect(self._chosen_anew)

    def offer(self, cards: Sequence[Card], images: dict[str, QImage | None], ticked: Sequence[str]) -> None:
        """Shows the credentials; the ticked ones come first."""
        for card in sorted(cards, key=lambda card: card.id not in ticked):
            choice = CredentialChoice(self._look, card, images.get(card.id))
            choice.tick.setChecked(choice.tick.isEnabled() and card.id in ticked)
            choice.tick.toggled.connect(self._ticked)
            choice.changed.connect(self._chosen_anew)
            self.choices.append(choice)
            self._list.insertWidget(self._list.count() - 1, choice)

    @property
    def chosen(self) -> Sequence[str]:
        """The record ids that go in."""
        return tuple(choice.card.id for choice in self.choices if choice.tick.isChecked())

    @property
    def chosen_parts(self) -> Mapping[str, Sequence[str]]:
        """The pointers of what is shown, for each credential of which something is left out."""
        ticked = [choice for choice in self.choices if choice.tick.isChecked()]
        found = {choice.card.id: choice.chosen_parts for choice in ticked}
        return {record_id: parts for record_id, parts in found.items() if parts is not None}

    @property
    def labelled(self) -> Sequence[str]:
        """Those that go in although they are not valid."""
        return [choice.card.id for choice in self.choices if choice.is_labelled]

    @property
    def unknown(self) -> Sequence[str]:
        """The chosen ones of which it is not known yet what can be left out."""
        return [c.card.id for c in self.choices if c.tick.isChecked() and not c.is_known]

    @property
    def note(self) -> str:
        """Words of the learner's own that go along."""
        return self.own_words.words

    def start_with(self, starts: Starts, *, with_note: bool) -> None:
        """What the purpose says; ticks the learner set stay until it is another one."""
        self.own_words.ask(with_note)
        if starts != self._starts:
            self._starts = starts
            self._start_anew()

    def offer_parts(self, record_id: str, offered: OfferedParts) -> None:
        """What can be left out of one of them."""
        for choice in self.choices:
            if choice.card.id == record_id and not choice.is_known:
                choice.offer(offered, self._starts_now, apart=self.skills_first.is_on)

    def show_preview(self, preview: SharePreview) -> None:
        """Both lists, and what goes along although skills are to come first."""
        super().show_preview(preview)
        self.skills_first.show_preview(preview)

    @property
    def _starts_now(self) -> Starts:
        return skills_first(self._starts) if self.skills_first.is_on else self._starts

    def _start_anew(self) -> None:
        """Ticks of all credentials as the purpose, and skills first, have them."""
        for choice in self.choices:
            choice.start_with(self._starts_now, apart=self.skills_first.is_on)
        self._chosen_anew()

    def _ticked(self, checked: bool) -> None:
        del checked
        self._chosen_anew()

    def _chosen_anew(self) -> None:
        self.preview.wait(bool(self.chosen))
        self.skills_first.wait()
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the preview never takes more than its share."""
        super().resizeEvent(event)
        self.preview.setFixedWidth(panel_width(self._look, self.width()))

    def focus_first(self) -> None:
        """Puts the keyboard on the first tick."""
        if self.choices:
            self.choices[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
