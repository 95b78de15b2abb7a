"""The part of the settings page about the learner's age: what is kept, and what adults agreed to."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.dates import long_date
from wallet.ui.guardian_ports import ADULT, NOT_SAID, TEEN, UNDER_13, AgeRule
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class OwnAge(QWidget):
    """A sentence and two buttons. `change` carries what is kept now, `agreed` opens the list."""

    change = Signal(object)
    agreed = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._tasks = tools.tasks
        self._wallet = wallet
        self.rule = AgeRule()
        self.state = PlainLabel("", "secondary")
        self.button = Button(look, self.tr("Change your age"), "user")
        self.list = Button(look, self.tr("What adults agreed to"), "users")
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Your age, and an adult who agrees"), "section"))
        layout.addWidget(self.state)
        line = row(look, 10)
        line.addWidget(self.button)
        line.addWidget(self.list)
        line.addStretch(1)
        layout.addLayout(line)
        self.setLayout(layout)
        self.button.clicked.connect(self._change)
        self.list.clicked.connect(self.agreed)
        self.show_rule(self.rule)

    def refresh(self) -> None:
        """Asks the file."""
        self._tasks.run_on_vault(partial(_rule, self._wallet), self, Callbacks(done=self.show_rule))

    def show_rule(self, rule: AgeRule) -> None:
        """Shows what is kept now."""
        self.rule = rule
        said = {
            NOT_SAID: self.tr("You did not say how old you are. That is fine."),
            UNDER_13: self.tr("You are under 13: an adult agrees to each share with a code word."),
            TEEN: self.tr(
                "You are 13 to 17: before you share, you can show it to an adult. Nobody has to agree."
            ),
            ADULT: self.tr("You are 18 or older: nobody has to agree."),
        }[rule.band]
        if rule.by_school:
            said = self.tr("Your school asks that an adult agrees to each share.")
        if rule.ended_on is not None:
            said = self.tr("You turned 18 on {date}: nobody has to agree any more.").format(
                date=long_date(rule.ended_on.isoformat())
            )
        elif rule.changes_on is not None:
            said += " " + self.tr("This changes by itself on {date}.").format(
                date=long_date(rule.changes_on.isoformat())
            )
        self.state.setText(said)
        self.button.set_words(
            self.tr("Say how old you are") if rule.band == NOT_SAID else self.tr("Change your age")
        )

    def _change(self) -> None:
        self.change.emit(self.rule)


def _rule(wallet: OpenWallet, job: Job) -> AgeRule:
    del job
    return wallet.age_rule()
