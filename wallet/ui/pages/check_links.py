"""What the pages ask of the window about issuers the learner knows and about checking again; saving an original.

Lives here: starting the use case and telling what came of it. Does not live here: the pages (`credentials`,
`preferences`), the order of checks (`check_queue`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from wallet.ui.check_queue import CheckQueue
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.preferences import SettingsPage
from wallet.ui.ports import OpenWallet
from wallet.ui.shell_jobs import forgotten, known, original_name, original_written
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools


class CheckLinks(QObject):
    """One open file's own words about issuers, and what is checked again because of them."""

    def __init__(
        self, tools: Tools, wallet: OpenWallet, page: CredentialsPage, settings: SettingsPage
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._wallet = wallet
        self._page = page
        self._settings = settings
        self._tell_when_checked = False
        self.queue = CheckQueue(tools.tasks, wallet, self)
        page.know_issuer.connect(self._know_issuer)
        page.forget_issuer.connect(self._forget_issuer)
        page.save_original.connect(self._name_original)
        settings.trusted.check.connect(self.check_everything)
        self.queue.progressed.connect(settings.trusted.show_progress)
        self.queue.finished.connect(self._checked)

    def check_everything(self, record_ids: Sequence[str]) -> None:
        """Checks these again, and tells how many have a new answer."""
        self._tell_when_checked = True
        self.queue.add(record_ids)

    def _know_issuer(self, record_id: str) -> None:
        said = self.tr("Noted: you know this issuer.")
        work = partial(known, self._wallet, record_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=partial(self._own_word, said)))

    def _forget_issuer(self, issuer_id: str) -> None:
        said = self.tr("Taken back: this issuer is no longer one you know.")
        work = partial(forgotten, self._wallet, issuer_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=partial(self._own_word, said)))

    def _own_word(self, said: str, record_ids: Sequence[str]) -> None:
        self._settings.trusted.refresh()
        self._tools.messages.tell(said, "ok", self.tr("This is your own view. It is never shared."))
        self.queue.add(record_ids)

    def _checked(self, changed: int) -> None:
        self._settings.trusted.show_progress(0, 0)
        self._page.reload()
        if self._tell_when_checked:
            self._tell_when_checked = False
            self._tools.messages.tell(
                self.tr("Your credentials were checked again."),
                "ok",
                self.tr("%n credential(s) with a new answer.", "", changed),
            )

    def _name_original(self, record_id: str) -> None:
        work = partial(original_name, self._wallet, record_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=partial(self._save_original, record_id)))

    def _save_original(self, record_id: str, name: str) -> None:
        chosen = self._tools.dialogs.save_file(self._page, self.tr("Save the original file"), name)
        if chosen is not None:
            work = partial(original_written, self._wallet, record_id, chosen)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._original_saved))

    def _original_saved(self, name: str) -> None:
        self._tools.messages.tell(self.tr("Saved as {name}.").format(name=name))
