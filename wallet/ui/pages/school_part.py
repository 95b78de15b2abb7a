"""What the school has set for this computer: the part of the settings page that shows it, to read only.

Lives here: the words. Does not live here: reading the file (`wallet.app.school_policy`), or obeying it.
"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wallet.app.school_policy import SchoolPolicy, load_policy
from wallet.errors import WalletError
from wallet.ui.reason_words import words
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, clear_layout, column
from wallet.ui.widgets.labels import PlainLabel


class SchoolPart(QWidget):
    """One line for each thing; nothing at all where no school has set anything."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        look = tools.look
        layout = column(look, 10)
        self.title = PlainLabel(self.tr("Set by your school"), "section")
        layout.addWidget(self.title)
        self.card = Surface("card")
        self.lines = column(look, 6, (14, 10, 14, 10))
        self.card.setLayout(self.lines)
        layout.addWidget(self.card)
        self.setLayout(layout)
        self.title.hide()
        self.card.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: it comes into sight, and the file may be another one by now."""
        super().showEvent(event)
        self._tools.tasks.run(_policy, self, Callbacks(done=self._show, error=self._show_mistake))

    def _show(self, policy: SchoolPolicy | None) -> None:
        self._fill([] if policy is None else self._words(policy))

    def _show_mistake(self, error: WalletError) -> None:
        text = words(error.reason)
        where = f" ({error.detail})" if error.detail else ""
        self._fill([f"{text.happened}{where} {text.means}", text.do])

    def _fill(self, said: list[str]) -> None:
        clear_layout(self.lines)
        for line in said:
            self.lines.addWidget(PlainLabel(line, "secondary", tone="text"))
        self.title.setVisible(bool(said))
        self.card.setVisible(bool(said))

    def _words(self, policy: SchoolPolicy) -> list[str]:
        said = [policy.school] if policy.school else []
        said.append(self.tr("Only whoever looks after this computer can change this."))
        if not policy.network:
            said.append(self.tr("The wallet uses no network on this computer."))
        if policy.proxy is not None:
            words = self.tr("The network is reached through {name}.")
            said.append(words.format(name="{}:{}".format(*policy.proxy)))
        if policy.only_sites is not None:
            words = self.tr("Only these websites may be asked, and you are asked first: {names}.")
            said.append(words.format(names=", ".join(policy.only_sites) or "—"))
        if policy.guardian:
            said.append(self.tr("An adult agrees to each share, unless you are 18 or older."))
        names = [path.stem for path in policy.lists]
        names += [address.removeprefix("https://") for address in policy.registries]
        if names:
            said.append(self.tr("Issuers are known from: {names}.").format(names=", ".join(names)))
        return said


def _policy(job: Job) -> SchoolPolicy | None:
    del job
    return load_policy()
