"""Step 1 of an answer: who asks for what, marked as what it is: words of a request that nobody signed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from wallet.ui.dates import day_of
from wallet.ui.pages.share.step import FirstStep
from wallet.ui.request_ports import AskedCredential, AskedShare
from wallet.ui.request_words import claim_words, kind_words
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Notice, Surface, column, row
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_LONGEST = 120


class AskerStep(FirstStep):
    """The request in plain words, then what the learner calls who asks, and what for."""

    def __init__(self, look: Look, asked: AskedShare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked = asked
        self.to = QLineEdit(one_line(asked.name, _LONGEST))
        self.to.setMaxLength(_LONGEST)
        self.to.setAccessibleName(self.tr("What you call them"))
        self.purpose = ListField(look, self.tr("What is it for?"))
        self.purpose.setEditable(True)
        self.purpose.addItems([one_line(asked.purpose, _LONGEST)] if asked.purpose else [])
        line = self.purpose.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("What is it for?"))
            line.setMaxLength(_LONGEST)
        self.unverified = Notice(
            look,
            "warn",
            self.tr("{name} asks you. Nobody has checked who that is.").format(
                name=one_line(asked.name, _LONGEST)
            ),
            self.tr(
                "The name is only what the request says about itself. Answer when you know from somewhere else that "
                "they asked you."
            ),
        )
        self.unfit = Notice(
            look,
            "bad",
            self.tr("You cannot answer this one."),
            self.tr(
                "You have no credential that fits what they need. Ask them whether something else would do."
            ),
        )
        layout = column(look, 10, (2, 0, 6, 0))
        layout.addWidget(self.unverified)
        self._add_facts(layout)
        layout.addWidget(PlainLabel(self.tr("What they ask for"), "section"))
        for one in asked.asked:
            layout.addWidget(self._card(one))
        layout.addWidget(self.unfit)
        if asked.answerable:
            self.unfit.hide()
        for words, field in (
            (self.tr("What you call them"), self.to),
            (self.tr("What is it for?"), self.purpose),
        ):
            label = PlainLabel(words, "strong")
            label.setBuddy(field)
            if not asked.answerable:
                label.hide()
                field.hide()
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        outer = column(look, 0)
        outer.addWidget(Middle(content, self.tr("Who asks")))
        self.setLayout(outer)
        self.to.textChanged.connect(self.changed)
        self.purpose.editTextChanged.connect(self.changed)

    @property
    def acceptable(self) -> bool:
        """Whether it can be answered, and both questions are."""
        return super().acceptable and self._asked.answerable

    def _add_facts(self, layout: QVBoxLayout) -> None:
        asked = self._asked
        purpose = one_line(asked.purpose, 300) or self.tr("They do not say.")
        until = day_of(asked.until) if asked.until is not None else self.tr("They do not say.")
        facts: Sequence[tuple[str, str]] = (
            (self.tr("Name in full"), one_line(asked.verifier, 300)),
            (self.tr("What for"), purpose),
            (self.tr("Answer until"), until),
        )
        table = QGridLayout()
        table.setHorizontalSpacing(self._look.px(16))
        table.setVerticalSpacing(self._look.px(6))
        table.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(facts):
            table.addWidget(PlainLabel(name, "secondary", wrap=False), place, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(PlainLabel(value, "secondary", tone="text"), place, 1)
        layout.addLayout(table)

    def _card(self, asked: AskedCredential) -> QWidget:
        card = Surface("card")
        layout = column(self._look, 2, (14, 10, 14, 10))
        must = self.tr("Needed") if asked.required else self.tr("Optional")
        layout.addWidget(PlainLabel(f"{must}: {kind_words(asked)}", "strong"))
        layout.addWidget(PlainLabel(claim_words(asked), "secondary"))
        if asked.reason and asked.reason != self._asked.purpose:
            layout.addWidget(
                PlainLabel(self.tr("Why: {words}").format(words=one_line(asked.reason)), "secondary")
            )
        line = row(self._look, 8)
        fits = bool(asked.fitting)
        tone = "ok" if fits else "warn"
        count = len(asked.fitting)
        words = (
            self.tr("You have %n that fit(s).", "", count) if fits else self.tr("You have none that fits.")
        )
        line.addWidget(IconLabel(self._look, "circle-check" if fits else "triangle-alert", tone, 16))
        line.addWidget(PlainLabel(words, "secondary_strong", tone=tone), 1)
        layout.addLayout(line)
        for words in self._older(asked):
            layout.addWidget(PlainLabel(words, "secondary"))
        card.setLayout(layout)
        return card

    def _older(self, asked: AskedCredential) -> Iterator[str]:
        """Why older badges are not among what fits."""
        if asked.older_beside:
            yield self.tr(
                "%n older badge(s) would fit, but an answer cannot hold that kind. You can share them by themselves.",
                "",
                asked.older_beside,
            )
        if asked.older_unfit:
            yield self.tr(
                "%n older badge(s) do not fit: they ask for a newer kind than Open Badges 1 and 2.",
                "",
                asked.older_unfit,
            )
