"""The sheet that asks for the learner's age, and under 13 for the code word of an adult.

Lives here: what it asks. Does not live here: keeping it (`OpenWallet`). Nothing has to be said, and no birth date is
asked for: a year, for who wants the step to end by itself.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.guardian_ports import ADULT, NOT_SAID, TEEN, UNDER_13, AgeRule
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import ChoiceTile
from wallet.ui.widgets.fields import ListField, PassphraseField
from wallet.ui.widgets.labels import PlainLabel

_YOUNGEST = 4
_FIRST_YEARS = {UNDER_13: 13, TEEN: 18}
_LAST_YEARS = {UNDER_13: _YOUNGEST, TEEN: 13}


class AgeSheet(Sheet):
    """Four tiles; what else is asked follows from the one that is chosen."""

    changed = Signal()

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        rule: AgeRule,
        wanted: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`wanted` is chosen from the start, else what is kept now."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._rule = rule
        self._group = QButtonGroup(self)
        self.tiles: dict[str, ChoiceTile] = {}
        self.set_title(self.tr("Your age"))
        self.intro.setText(
            self.tr(
                "You do not have to say. It is kept in your locked file alone, and never goes along when you share."
            )
        )
        self.year = ListField(self.look, self.tr("Birth year"))
        self.present = PassphraseField(self.look, self.tr("The adult's present code word"))
        self.first = PassphraseField(self.look, self.tr("The adult's code word"))
        self.second = PassphraseField(self.look, self.tr("The code word again"))
        self.match = PlainLabel(self.tr("The two are not the same yet."), "secondary", tone="warn")
        self.trouble = Notice(self.look, "warn", "")
        self.keep = Button(self.look, self.tr("Keep this"), "check", "primary")
        self._build()
        self.tiles[rule.band if wanted is None else wanted].setChecked(True)
        self._connect()
        self._follow()

    @property
    def band(self) -> str:
        """What is chosen."""
        return next(band for band, tile in self.tiles.items() if tile.isChecked())

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.tiles[self.band]

    # -- building

    def _build(self) -> None:
        layout = column(self.look, 8, (2, 0, 6, 4))
        for band, title, text, icon in (
            (NOT_SAID, self.tr("I do not say"), self.tr("Nothing changes when you share."), "eye-off"),
            (
                UNDER_13,
                self.tr("Under 13"),
                self.tr("An adult looks at each share before it leaves, and agrees with a code word."),
                "users",
            ),
            (
                TEEN,
                self.tr("13 to 17"),
                self.tr("Nobody has to agree. Before you share, you can show both lists to an adult."),
                "user",
            ),
            (ADULT, self.tr("18 or older"), self.tr("Nothing changes when you share."), "briefcase"),
        ):
            tile = ChoiceTile(self.look, title, text, icon)
            self.tiles[band] = tile
            self._group.addButton(tile)
            layout.addWidget(tile)
        self.year_part = self._year_part()
        layout.addWidget(self.year_part)
        self.present_part = self._part(
            ((self.tr("The adult's present code word"), self.present),),
            self.tr("An adult chose a code word for this file. Only with it the age can be changed."),
        )
        layout.addWidget(self.present_part)
        self.code_part = self._part(
            ((self.tr("The adult's code word"), self.first), (self.tr("The code word again"), self.second)),
            self.tr(
                "The adult chooses it and keeps it to themselves. It is asked for before each share. It does not open "
                "this file, and nobody can tell you what it was."
            ),
        )
        layout.addWidget(self.code_part)
        self.match.hide()
        layout.addWidget(self.match)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addWidget(
            Notice(
                self.look,
                "wait",
                self.tr("A help for families, and no legal advice"),
                self.tr("Schools and countries have rules of their own for what children share. Ask them."),
            )
        )
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        self.body.addWidget(Middle(content, self.tr("Your age")), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep)

    def _year_part(self) -> QWidget:
        part = QWidget()
        layout = column(self.look, 6, (0, 4, 0, 0))
        label = PlainLabel(self.tr("Birth year, if you like"), "strong")
        label.setBuddy(self.year)
        layout.addWidget(label)
        line = row(self.look, 0)
        line.addWidget(self.year)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(
            PlainLabel(self.tr("With it, this changes by itself at the end of the year in question."), "hint")
        )
        part.setLayout(layout)
        return part

    def _part(self, fields: tuple[tuple[str, PassphraseField], ...], hint: str) -> QWidget:
        part = QWidget()
        layout: QVBoxLayout = column(self.look, 6, (0, 4, 0, 0))
        for words, field in fields:
            label = PlainLabel(words, "strong")
            label.setBuddy(field.line)
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(PlainLabel(hint, "hint"))
        part.setLayout(layout)
        return part

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._leave)
        self.keep.clicked.connect(self._keep)
        self._group.buttonToggled.connect(self._switched)
        for field in (self.present, self.first, self.second):
            field.line.textChanged.connect(self._judge)
            field.line.returnPressed.connect(self._keep)

    # -- behaviour

    def _switched(self, _button: object, checked: bool) -> None:
        if checked:
            self._follow()

    def _follow(self) -> None:
        """What is asked besides."""
        band = self.band
        self.year_part.setVisible(band in _FIRST_YEARS)
        self.code_part.setVisible(band == UNDER_13)
        self.present_part.setVisible(self._rule.has_code)
        self.year.clear()
        self.year.addItem(self.tr("Not said"), None)
        if band in _FIRST_YEARS:
            now = self._tools.now().year
            for year in range(now - _LAST_YEARS[band], now - _FIRST_YEARS[band] - 1, -1):
                self.year.addItem(str(year), year)
        self.trouble.hide()
        self._judge()

    def _judge(self, _text: str = "") -> None:
        new = self.band == UNDER_13
        alike = self.first.text() == self.second.text()
        self.match.setVisible(new and bool(self.second.text()) and not alike)
        said = bool(self.first.text().strip()) and alike if new else True
        self.keep.setEnabled(said and (bool(self.present.text()) or not self._rule.has_code))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        if self.band == NOT_SAID == self._rule.band:
            self._leave()
            return
        self.keep.setEnabled(False)
        present = self.present.take() if self._rule.has_code else None
        new = self.first.take() if self.band == UNDER_13 else None
        self.second.wipe()
        work = partial(_kept, self._wallet, self.band, self.year.currentData(), (present, new))
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._done, error=self._refused))

    def _done(self, _rule: AgeRule) -> None:
        self._tools.messages.tell(self.tr("Kept in your file."))
        self.changed.emit()
        self.closed.emit()

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.present.set_bad(error.reason is Reason.GUARDIAN_CODE_WRONG)
        self._judge()
        self.present.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """No code word stays in a field."""
        for field in (self.present, self.first, self.second):
            field.wipe()

    def _leave(self) -> None:
        self.end()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def _kept(
    wallet: OpenWallet,
    band: str,
    year: int | None,
    codes: tuple[bytearray | None, bytearray | None],
    job: Job,
) -> AgeRule:
    del job
    return wallet.keep_age(band, year, *codes)
