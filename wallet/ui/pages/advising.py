"""The advising view: large, to look at only, without what is private; it ends with a lock.

It takes the place of all pages of the file, which are gone while it is in sight, so that nobody can step from it to
what is not meant for an adviser. Lives here: what is seen. Does not live here: choosing and hiding
(`wallet.app.advising`), the printed page (`wallet.app.advising_page`).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.advising_view import AdvisedCredential, AdvisedTopic, AdvisingView, Topic
from wallet.errors import WalletError
from wallet.ui.chips import chip_of, spoken_status
from wallet.ui.dates import long_date
from wallet.ui.languages import spoken
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, Surface, column, flow, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import StatusChip


class AdvisingPage(Sheet):
    """`closed` locks the file."""

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._view: AdvisingView | None = None
        look = tools.look
        self.set_title(self.tr("Advising view"))
        self.intro.setText(
            self.tr(
                "To look at together. Results, evidence, notes and what is said about you are hidden. "
                "Leaving locks your file."
            )
        )
        self.trouble = Notice(look, "wait", self.tr("Getting it ready…"))
        self._content = Content()
        self._layout = column(look, 12, (6, 4, 14, 12))
        self._layout.addWidget(self.trouble)
        self._content.fill(self._layout)
        self.middle = Middle(self._content, self.title.text())
        self.middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.middle, 1)
        self.save = Button(look, self.tr("Save one page as PDF"), "file-text")
        self.save.setEnabled(False)
        self.done = Button(look, self.tr("End and lock"), "lock", "primary")
        self.close_button.rename(self.done.text(), "close")
        self.foot.addWidget(self.save)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self.close_button.clicked.connect(self.closed)
        self.done.clicked.connect(self.closed)
        self.save.clicked.connect(self._save)
        tools.tasks.run_on_vault(
            partial(_seen, wallet), self, Callbacks(done=self._show, error=self._refused)
        )

    def first_field(self) -> QWidget:
        """Where the keyboard goes: the arrow keys read on."""
        return self.middle

    def _show(self, view: AdvisingView) -> None:
        self._view = view
        self.trouble.hide()
        self.save.setEnabled(True)
        self._add_topics(view)
        self._add_title(self.tr("%n credential(s)", "", len(view.credentials) + view.left_out))
        for one in view.credentials:
            self._layout.addWidget(self._card(one))
        if view.left_out:
            self._layout.addWidget(PlainLabel(self.tr("And %n more.", "", view.left_out), "lead"))
        if view.skills:
            self._add_title(self.tr("Skills"))
            words = self.tr("The number says how many verified credentials show it.")
            self._layout.addWidget(PlainLabel(words, "lead"))
            chips = flow(self.look, 10)
            for skill in view.skills:
                chip = Surface("chip")
                inner = row(self.look, 8, (14, 6, 14, 6))
                counted = f" · {skill.proofs}" if skill.proofs else ""
                words = f"{one_line(skill.name)}{counted}"
                inner.addWidget(PlainLabel(words, "section", wrap=False))
                chip.setLayout(inner)
                chips.addWidget(chip)
            self._layout.addLayout(chips)
        self._layout.addStretch(1)
        self.announce(self.title.text())

    def _add_title(self, words: str) -> None:
        self._layout.addSpacing(self.look.px(8))
        self._layout.addWidget(PlainLabel(words, "page"))

    def _add_topics(self, view: AdvisingView) -> None:
        if not view.topics:
            return
        self._layout.addWidget(PlainLabel(self.tr("What to talk about"), "page"))
        card = Surface("wait")
        layout = column(self.look, 12, (18, 16, 18, 16))
        for topic in view.topics:
            self._add_topic(layout, topic)
        card.setLayout(layout)
        self._layout.addWidget(card)

    def _add_topic(self, layout: QVBoxLayout, topic: AdvisedTopic) -> None:
        layout.addWidget(PlainLabel(self._words(topic.topic), "detail"))
        if topic.names:
            layout.addWidget(PlainLabel(", ".join(map(one_line, topic.names)), "lead", tone="text"))

    def _words(self, topic: Topic) -> str:
        return {
            Topic.NOTHING_YET: self.tr("There are no credentials yet. Which ones could be asked for first?"),
            Topic.ENDED: self.tr("No longer in date. Can they be renewed?"),
            Topic.ENDS_SOON: self.tr("Ends soon. Is there time to renew?"),
            Topic.NOT_VALID: self.tr("Not valid. Can the issuer give out a new one?"),
            Topic.LOOK_AT: self.tr("Needs a look. Does the school know these issuers?"),
            Topic.NOT_CHECKED: self.tr("Not checked yet. Can it be checked online?"),
            Topic.OWN_WORDS: self.tr("Written by the learner. Who saw it and could vouch for it?"),
            Topic.SKILLS_TO_SHOW: self.tr("Skills without proof so far. What could show them?"),
        }[topic]

    def _card(self, one: AdvisedCredential) -> QWidget:
        card = Surface("card")
        layout = column(self.look, 6, (20, 16, 20, 16))
        head = row(self.look, 12)
        head.addWidget(PlainLabel(one.name, "dialog"), 1)
        chip = StatusChip(self.look, chip_of(one.verdict, self_asserted=one.self_asserted))
        chip.setAccessibleName(spoken_status(one.verdict, one.reason, self_asserted=one.self_asserted))
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        facts = [one_line(one.issuer)] if one.issuer else []
        facts += [long_date(one.issued)] if one.issued else []
        facts += [self.tr("until {date}").format(date=long_date(one.ends))] if one.ends else []
        if facts:
            layout.addWidget(PlainLabel(" · ".join(facts), "detail"))
        card.setLayout(layout)
        return card

    def _save(self) -> None:
        name = self.tr("advising") + ".pdf"
        out = self._tools.dialogs.save_file(self, self.save.text(), name, "PDF (*.pdf)")
        if out is None or self._view is None:
            return
        out = out if out.suffix.lower() == ".pdf" else out.with_name(out.name + ".pdf")
        work = partial(_written, self._wallet, self._view, spoken(), out)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._saved, error=self._refused))

    def _saved(self, name: str) -> None:
        self._tell("ok", self.tr("Saved as {name}.").format(name=name), self.tr("Print it for your talk."))

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self._tell("warn", message.happened, f"{message.means} {message.do}")

    def _tell(self, tone: str, strong: str, text: str) -> None:
        self.trouble.tell(tone, strong, text)
        self.trouble.text.show()
        self.trouble.show()
        self.middle.to_top()
        self.announce(strong)


def _seen(wallet: OpenWallet, job: Job) -> AdvisingView:
    del job
    return wallet.advising()


def _written(wallet: OpenWallet, view: AdvisingView, language: str, out: Path, job: Job) -> str:
    del job
    wallet.write_advising(view, language, out)
    return out.name
