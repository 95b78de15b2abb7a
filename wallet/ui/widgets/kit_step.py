"""The recovery kit in the window: save it, print it, copy it by hand, and show that it was kept.

Lives here: what is seen. Does not live here: making, writing and printing the kit (`kit_desk`).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from wallet.ui.ports import Kit
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.reading import WordsField

COLUMNS = 4


class KitStep(QWidget):
    """Asks two of the words back: who can type them has the kit."""

    changed = Signal()
    save = Signal()
    print_page = Signal()
    language_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.kit: Kit | None = None
        self.save_button = Button(look, self.tr("Save as PDF…"), "save")
        self.print_button = Button(look, self.tr("Print…"), "file-text")
        self.show_button = Button(look, self.tr("Show the words"), "eye")
        self.show_button.setCheckable(True)
        self.language = WordsField(look)
        self.said = PlainLabel("", "secondary", tone="ok")
        self.words = Surface("sunken")
        self._cells: list[PlainLabel] = []
        self.asked: tuple[int, ...] = ()
        self.labels = [PlainLabel("", "strong") for _ in range(2)]
        self.answers = [QLineEdit() for _ in range(2)]
        self._build()
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_page)
        self.show_button.toggled.connect(self._reveal)
        self.language.activated.connect(self._choose)
        for answer in self.answers:
            answer.textChanged.connect(self.changed)

    @property
    def is_kept(self) -> bool:
        """Whether both words were typed as the kit has them; the first four letters are enough."""
        if self.kit is None or not self.asked:
            return False
        typed = [answer.text() for answer in self.answers]
        return all(self.kit.matches(number, word) for number, word in zip(self.asked, typed, strict=True))

    def offer(self, kit: Kit, asked: tuple[int, int]) -> None:
        """Shows a kit; `asked` are the numbers of two of its words, from 1."""
        self.kit, self.asked = kit, asked
        for number, (cell, word) in enumerate(zip(self._cells, kit.words, strict=True), 1):
            cell.setText(f"{number}  {word}")
        for label, answer, number in zip(self.labels, self.answers, asked, strict=True):
            words = self.tr("Word {number}").format(number=number)
            label.setText(words)
            answer.setAccessibleName(words)
            answer.clear()
        self.said.hide()
        for button in (self.save_button, self.print_button, self.show_button, self.language):
            button.setEnabled(True)
        self.changed.emit()

    def tell(self, words: str) -> None:
        """What became of saving or printing."""
        self.said.setText(words)
        self.said.show()

    def wipe(self) -> None:
        """No word of the kit stays."""
        self.kit, self.asked = None, ()
        for cell in self._cells:
            cell.setText("")
        for answer in self.answers:
            answer.clear()
            answer.setText("")
        self.show_button.setChecked(False)
        for button in (self.save_button, self.print_button, self.show_button, self.language):
            button.setEnabled(False)
        self.said.hide()

    def _build(self) -> None:
        look = self._look
        layout = column(look, 12)
        buttons = FlowLayout(look.px(10))
        for button in (self.save_button, self.print_button, self.show_button, self.language):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.said.hide()
        layout.addWidget(self.said)
        layout.addWidget(self._word_grid())
        notice = Notice(
            look,
            "warn",
            self.tr("Whoever has this page and your file can read everything in it."),
            self.tr(
                "Keep it on paper, at home or with someone you trust, away from the computer. Take no photo."
            ),
        )
        layout.addWidget(notice)
        layout.addWidget(PlainLabel(self.tr("To be sure that you have it, type two of its words."), "body"))
        answers = row(look, 16)
        for label, answer in zip(self.labels, self.answers, strict=True):
            one = column(look, 4)
            label.setBuddy(answer)
            answer.setMaxLength(40)
            one.addWidget(label)
            one.addWidget(answer)
            answers.addLayout(one, 1)
        layout.addLayout(answers)
        self.setLayout(layout)
        self.wipe()

    def _word_grid(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(*(self._look.px(12) for _ in range(4)))
        for place in range(24):
            cell = PlainLabel("", "body", wrap=False)
            self._cells.append(cell)
            grid.addWidget(cell, place // COLUMNS, place % COLUMNS)
        self.words.setLayout(grid)
        self.words.hide()
        return self.words

    def _reveal(self, shown: bool) -> None:
        self.words.setVisible(shown)
        self.show_button.set_words(self.tr("Hide the words") if shown else self.tr("Show the words"))
        self.show_button.set_icon_name("eye-off" if shown else "eye")

    def _choose(self, index: int) -> None:
        self.language_chosen.emit(str(self.language.itemData(index)))
