"""The step before the last where the learner is young: an adult looks at both lists, and agrees.

From 13 on nobody has to agree; then the same page only shows both lists to an adult the learner trusts.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.guardian_ports import Agreement
from wallet.ui.messages import error_message
from wallet.ui.pages.share.paper_part import PaperPart
from wallet.ui.pages.share.preview import PreviewPanel, panel_width
from wallet.ui.pages.share.ways import PROFILE, Way, profile_lines
from wallet.ui.safe_text import one_line
from wallet.ui.share_ports import PreparedShare
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Notice, column, row
from wallet.ui.widgets.fields import CheckBox, ListField, PassphraseField
from wallet.ui.widgets.labels import PlainLabel

_LONGEST = 120


class AgreeStep(QWidget):
    """On the left who agrees and to what, on the right both lists."""

    changed = Signal()
    submitted = Signal()

    def __init__(
        self, look: Look, paper: PaperPart, *, asks: bool, on_paper: bool, parent: QWidget | None = None
    ) -> None:
        """Makes the step.

        Args:
            look: the theme.
            paper: the form to print and to hand in.
            asks: whether somebody has to agree.
            on_paper: whether they sign the form instead of typing a code word.
            parent: as everywhere in Qt.
        """
        super().__init__(parent)
        self._look = look
        self._asks = asks
        self._on_paper = on_paper
        self.paper = paper
        self.preview = PreviewPanel(look)
        self.facts = PlainLabel("", "secondary", tone="text")
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName(self.tr("The adult's name"))
        self.relation = ListField(look, self.tr("Relation to the learner"))
        self.relation.setEditable(True)
        self.relation.addItems(
            [
                self.tr("Mother"),
                self.tr("Father"),
                self.tr("Guardian"),
                self.tr("Grandparent"),
                self.tr("Other relative"),
            ]
        )
        self.relation.setCurrentIndex(-1)
        line = self.relation.lineEdit()
        if line is not None:
            line.setAccessibleName(self.relation.accessibleName())
            line.setMaxLength(_LONGEST)
        self.agrees = CheckBox(look, self.tr("I looked at both lists, and I agree."))
        self.pass_on = CheckBox(look, self.tr("They may also pass it on to others."))
        self.code = PassphraseField(look, self.tr("The adult's code word"))
        self.trouble = Notice(look, "warn", "")
        self.trouble.hide()
        self._build()
        self.name.textChanged.connect(self.changed)
        self.relation.editTextChanged.connect(self.changed)
        self.agrees.toggled.connect(self.changed)
        self.code.line.textChanged.connect(self.changed)
        self.code.line.returnPressed.connect(self.submitted)
        paper.changed.connect(self.changed)

    @property
    def acceptable(self) -> bool:
        """Whether everything is said; nothing has to be where nobody is asked."""
        proven = self.paper.form is not None if self._on_paper else bool(self.code.text())
        said = self.name.text().strip() and self.relation.currentText().strip()
        return not self._asks or (bool(said) and proven and self.agrees.isChecked())

    @property
    def agreement(self) -> Agreement:
        """What the adult said."""
        return Agreement(
            self.name.text().strip(),
            self.relation.currentText().strip(),
            self.pass_on.isChecked(),
            self.paper.form,
        )

    def show_share(self, prepared: PreparedShare, way: Way) -> None:
        """What they are asked about: what leaves in this way."""
        if way.channel == PROFILE and prepared.profile is not None:
            self.preview.show_lines(self.tr("LinkedIn will see"), profile_lines(prepared.profile.fields))
        else:
            self.preview.show_preview(prepared.preview)
        name = one_line(prepared.name, 120)
        self.facts.setText(self.tr("For {name}, as: {way}").format(name=name, way=way.title))
        self.agrees.setChecked(False)
        self.pass_on.setChecked(False)
        self.paper.show_share(prepared, way)
        self.trouble.hide()

    def show_error(self, error: WalletError) -> None:
        """It was not agreed to."""
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.code.set_bad(error.reason is Reason.GUARDIAN_CODE_WRONG)
        first = self.paper.choose if self._on_paper else self.code.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Puts the keyboard on the first field."""
        if self._asks:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """No code word stays in its field."""
        self.code.wipe()

    def _build(self) -> None:
        left = column(self._look, 8, (2, 0, 6, 4))
        if self._asks:
            self._fill_form(left)
        else:
            self._fill_look(left)
        left.addStretch(1)
        content = Content()
        content.fill(left)
        layout = row(self._look, 16)
        name = self.tr("An adult agrees") if self._asks else self.tr("Show it to an adult")
        layout.addWidget(Middle(content, name), 1)
        layout.addWidget(self.preview)
        self.setLayout(layout)

    def _fill_look(self, left: QVBoxLayout) -> None:
        left.addWidget(PlainLabel(self.tr("Look at it together"), "section"))
        left.addWidget(self.facts)
        left.addWidget(
            PlainLabel(
                self.tr(
                    "Here is what they will see, and what they will not see. If you want to, show it to an adult you "
                    "trust. You decide: nobody has to agree."
                )
            )
        )
        left.addWidget(
            Notice(
                self._look,
                "wait",
                self.tr("Good questions to ask each other"),
                self.tr(
                    "Do we know them? Do they need all of this? Would we mind if somebody else saw it? A copy that is "
                    "out cannot be taken back."
                ),
            )
        )

    def _fill_form(self, left: QVBoxLayout) -> None:
        left.addWidget(PlainLabel(self.tr("An adult agrees"), "section"))
        left.addWidget(self.facts)
        left.addWidget(
            PlainLabel(
                self.tr(
                    "Before this leaves, an adult looks at both lists and signs the form. What they say is kept in "
                    "your sharing history, and they can take it back."
                )
                if self._on_paper
                else self.tr(
                    "Before this leaves, the adult who chose the code word looks at both lists. What they say is kept "
                    "in your sharing history, and they can take it back."
                ),
                "secondary",
            )
        )
        both = row(self._look, 12)
        for words, field in (
            (self.tr("The adult's name"), self.name),
            (self.tr("Relation to the learner"), self.relation),
        ):
            half = column(self._look, 8)
            self._labelled(half, words, field)
            both.addLayout(half, 1)
        left.addLayout(both)
        left.addWidget(self.agrees)
        left.addWidget(PlainLabel(self.tr("A question of its own"), "strong"))
        left.addWidget(self.pass_on)
        left.addWidget(
            PlainLabel(
                self.tr(
                    "Leave this open and it can be shared all the same: then it is meant for them alone. The wallet "
                    "keeps your answer; it cannot hold anybody to it."
                ),
                "hint",
            )
        )
        if not self._on_paper:
            self._labelled(left, self.tr("The adult's code word"), self.code)
        left.addWidget(self.trouble)
        left.addWidget(self.paper)

    def _labelled(self, left: QVBoxLayout, words: str, field: QWidget) -> None:
        label = PlainLabel(words, "strong")
        label.setBuddy(self.code.line if field is self.code else field)
        left.addSpacing(self._look.px(2))
        left.addWidget(label)
        left.addWidget(field)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the preview never takes more than its share."""
        super().resizeEvent(event)
        self.preview.setFixedWidth(panel_width(self._look, self.width()))
