"""A page with every control in every state, for those who work on the window: `ler-wallet --gallery`.

It opens no file and keeps nothing. Its words are English alone: what is looked at are shapes and colours, in each
theme, text size and direction. Pressed is switched on for good; hovering is seen with the
mouse, the ring of the keyboard by moving with Tab.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QLayout, QLineEdit, QPlainTextEdit, QProgressBar, QWidget

from wallet.ui.chips import chip_of
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.theme.metrics import TYPE
from wallet.ui.widgets.boxes import Middle, Notice, Rule, Surface, column, flow, row
from wallet.ui.widgets.buttons import Button, IconButton
from wallet.ui.widgets.choices import ChoiceTile, Stepper
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.drop_zone import DashedBox
from wallet.ui.widgets.fields import CheckBox, DateField, ListField, PassphraseField, SearchField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.reading import TextSizeField
from wallet.ui.widgets.sidebar import NavButton
from wallet.ui.widgets.status import BadgePicture, CheckLine, Checklist, SkillChips, StatusChip
from wallet.ui.widgets.strength import StrengthMeter
from wallet.verification.report import Verdict

KINDS = ("plain", "primary", "danger", "link")
STATES = ("at rest", "pressed", "off")
TONES = ("ok", "warn", "bad", "wait")


class Gallery(QWidget):
    """Every control, section by section."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumSize(720, 480)
        self.setWindowTitle("LER Wallet: every control in every state")
        content = QWidget()
        layout = column(look, 22, (24, 20, 24, 24))
        for title, section in self._sections():
            box = Surface("card")
            inner = column(look, 12, (18, 14, 18, 18))
            inner.addWidget(PlainLabel(title, "section"))
            inner.addWidget(Rule())
            inner.addWidget(section)
            box.setLayout(inner)
            layout.addWidget(box)
        layout.addStretch(1)
        content.setLayout(layout)
        self._content = content
        outer = column(look, 0)
        self._top = self._head()
        outer.addWidget(self._top)
        outer.addWidget(Middle(content, "Controls"), 1)
        self.setLayout(outer)
        look.dress(self)
        look.changed.connect(self._repaint)

    def full_height(self) -> int:
        """How high the page must be to show all of it at once."""
        return self._top.sizeHint().height() + self._content.heightForWidth(self.width())

    def _repaint(self) -> None:
        self.update()

    def _sections(self) -> Sequence[tuple[str, QWidget]]:
        return (
            ("Words", self._words()),
            ("Status", self._status()),
            ("Buttons", self._buttons()),
            ("Fields", self._fields()),
            ("Choices", self._choices()),
            ("Notices and progress", self._notices()),
        )

    def _head(self) -> QWidget:
        look = self._look
        themes = ListField(look, "Colours")
        for choice in ThemeChoice:
            themes.addItem(choice.value, choice)
        themes.setCurrentIndex(themes.findData(look.choice))
        themes.activated.connect(lambda index: look.choose(ThemeChoice(themes.itemData(index))))
        sizes = TextSizeField(look)
        sizes.picked.connect(look.resize_text)
        head = QWidget()
        line = row(look, 10, (24, 12, 24, 0))
        line.addWidget(PlainLabel("Every control in every state", "page", wrap=False))
        line.addStretch(1)
        line.addWidget(themes)
        line.addWidget(sizes)
        head.setLayout(line)
        return head

    def _words(self) -> QWidget:
        return self._below(
            *(PlainLabel(f"{role}: Il1 O0 rn m, áéíñü ¿?", role) for role in TYPE),
            *(PlainLabel(f"tone {tone}", "strong", tone=tone) for tone in (*TONES, "primary", "text")),
        )

    def _status(self) -> QWidget:
        look = self._look
        chips = [StatusChip(look, chip_of(verdict)) for verdict in Verdict]
        chips.append(StatusChip(look, chip_of(Verdict.UNCHECKED, self_asserted=True)))
        lines = [
            CheckLine(token, f"A line of the checklist, {token}", "And the sentence below it.")
            for token in (*TONES, "text3")
        ]
        pictures = [BadgePicture(look, 68, seed) for seed in ("a", "b", "c")]
        return self._below(
            self._beside(*chips),
            self._beside(*pictures),
            Checklist(look, lines),
            SkillChips(look, ["Laser cutting", "Digital design", "Machine safety"]),
        )

    def _buttons(self) -> QWidget:
        look = self._look
        lines = [
            self._beside(
                *(_in_state(Button(look, f"{kind}, {state}", "star", kind), state) for state in STATES)
            )
            for kind in KINDS
        ]
        icons = (_in_state(IconButton(look, f"icon, {state}", "close"), state) for state in STATES)
        places: list[QWidget] = []
        for state in (*STATES, "chosen"):
            place = NavButton(look, f"place, {state}", "grid")
            place.set_count(12)
            places.append(_in_state(place, state))
        side = Surface("sidebar")
        inner = column(look, 2, (14, 14, 14, 14))
        for each in places:
            inner.addWidget(each)
        side.setLayout(inner)
        return self._below(*lines, self._beside(*icons), side)

    def _fields(self) -> QWidget:
        look = self._look
        bad = QLineEdit("Not as it should be")
        bad.setProperty("state", "bad")
        text = QPlainTextEdit("Several lines of text,\nwritten by a person.")
        mono = QPlainTextEdit('{"technical": "details"}')
        mono.setProperty("kind", "mono")
        for box in (text, mono):
            box.setTabChangesFocus(True)
            box.setFixedHeight(look.px(76))
        choices = ListField(look, "List")
        choices.addItems(["First", "Second", "Third"])
        off = ListField(look, "List, off")
        off.addItems(["Off"])
        passphrase = PassphraseField(look, "Passphrase")
        passphrase.line.setText("paper river seven")
        hint = QLineEdit()
        hint.setPlaceholderText("A hint, while the field is empty")
        fields = (SearchField(look, "Search"), QLineEdit("Words"), hint, bad, QLineEdit("Off"), passphrase)
        fields[4].setEnabled(False)
        off.setEnabled(False)
        for field in fields:
            field.setAccessibleName(field.accessibleName() or "Field")
        return self._below(*fields, self._beside(choices, off, DateField(look, "Day")), text, mono)

    def _choices(self) -> QWidget:
        look = self._look
        boxes, tiles = [], []
        for chosen in (False, True):
            for on in (True, False):
                words = f"{'chosen' if chosen else 'not chosen'}, {'on' if on else 'off'}"
                box = CheckBox(look, words)
                tile = ChoiceTile(look, words, "What it means to choose this one.", "computer")
                for control in (box, tile):
                    control.setAutoExclusive(False)
                    control.setChecked(chosen)
                    control.setEnabled(on)
                boxes.append(box)
                tiles.append(tile)
        steps = Stepper(look, ["Done", "Now", "Next", "Last"])
        steps.go(1)
        return self._below(steps, self._beside(*boxes), *tiles)

    def _notices(self) -> QWidget:
        look = self._look
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setValue(40)
        bar.setAccessibleName("Progress")
        meter = StrengthMeter(look)
        meter.judge("paper river seven lantern oak")
        drop = DashedBox(look)
        inner = row(look, 0, (20, 20, 20, 20))
        inner.addWidget(PlainLabel("A place to drop files", "strong"))
        drop.setLayout(inner)
        notices = (
            Notice(look, tone, f"A notice, {tone}.", "What it means, and what to do.") for tone in TONES
        )
        more = Disclosure(look, "Something that opens", PlainLabel("What was below it."))
        return self._below(*notices, bar, meter, drop, more)

    def _below(self, *widgets: QWidget) -> QWidget:
        return _hold(column(self._look, 10), widgets)

    def _beside(self, *widgets: QWidget) -> QWidget:
        return _hold(flow(self._look, 12), widgets)


def _hold(layout: QLayout, widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    for widget in widgets:
        layout.addWidget(widget)
    holder.setLayout(layout)
    return holder


def _in_state(button: QAbstractButton, state: str) -> QAbstractButton:
    """The button as it looks in this state, for good."""
    button.setEnabled(state != "off")
    button.setDown(state == "pressed")
    if state == "chosen":
        button.setChecked(True)
    return button
