"""The sheet that fetches badges from a badge site: which one, its questions, signing in, and how far it is.

Lives here: the order in which the parts appear. Does not live here: the visit (`Desk.fetch_badges`), the review of what
came (`add`), where Save is pressed: nothing is kept here but, where the learner wants that, the access.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import SitePanel
from wallet.ui.pages.online_check import remember_website
from wallet.ui.pages.sheet import Sheet
from wallet.ui.pages.site_parts import KeptSites, SignInPanel, SiteProgress
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.site_ports import Fetched, KeptSite, ReadSoFar, SignInPage, SitePlan
from wallet.ui.site_talk import Talk
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel


class BadgeSiteSheet(Sheet):
    """`found` carries what came, for the review."""

    found = Signal(object)

    def __init__(self, tools: Tools, desk: Desk, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._task: Task | None = None
        self._talk = Talk()
        self.question: SitePanel | None = None
        self.set_title(self.tr("From a badge site"))
        self.intro.setText(
            self.tr(
                "You sign in at the site itself, in your browser; we see no password. Nothing is saved until you press "
                "Save."
            )
        )
        self.address = QLineEdit()
        self.keep = CheckBox(
            self.look,
            self.tr("Stay connected: keep the access inside this file, so that I need not sign in next time"),
            "",
        )
        self.kept = KeptSites(self.look)
        self.sign_in = SignInPanel(self.look)
        self.progress = SiteProgress(self.look)
        self.trouble = Notice(self.look, "warn", "")
        self.go_on = Button(self.look, self.tr("Go on"), "globe", "primary")
        self.cancel = Button(self.look, self.tr("Cancel"))
        self._build()
        self._connect()
        self._judge()
        tools.tasks.run_on_vault(partial(_kept, wallet), self, Callbacks(done=self.kept.show_sites))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.address

    def leave(self) -> None:
        """Leaves; nothing of it is kept."""
        self.end()
        self.closed.emit()

    def end(self) -> None:
        """What is under way ends."""
        if self._task is not None:
            self._task.drop()

    # -- building

    def _build(self) -> None:
        label = PlainLabel(self.tr("Address of the site"), "strong")
        label.setBuddy(self.address)
        self.address.setAccessibleName(self.tr("Address of the site"))
        self._form = QWidget()
        form = column(self.look, 8)
        form.addWidget(label)
        form.addWidget(self.address)
        form.addWidget(self.keep)
        form.addWidget(self.kept)
        self._form.setLayout(form)
        self._layout = column(self.look, 12, (2, 2, 6, 4))
        for part in (self._form, self.sign_in, self.progress, self.trouble):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        for part in (self.sign_in, self.progress, self.trouble):
            part.hide()
        content = Content()
        content.fill(self._layout)
        self.body.addWidget(Middle(content, self.title.text()), 1)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go_on)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        self.address.textChanged.connect(self._judge)
        self.address.returnPressed.connect(self._begin)
        self.go_on.clicked.connect(self._begin)
        self.kept.read.connect(self._begin_at)
        self.kept.forget.connect(self._forget)
        self.sign_in.opened.connect(self._open_browser)
        self.progress.stop.clicked.connect(self._stop)

    def _judge(self) -> None:
        self.go_on.setEnabled(bool(self.address.text().strip()) and self._task is None)

    # -- the visit

    def _begin(self) -> None:
        if self.go_on.isEnabled():
            self._begin_at(self.address.text())

    def _begin_at(self, address: str) -> None:
        if self._task is not None:
            return
        self.trouble.hide()
        self._form.setEnabled(False)
        work = partial(_plan, self._wallet, address, keeps=self.keep.isChecked())
        callbacks = Callbacks(done=self._visit, error=self._refused)
        self._task = self._tools.tasks.run_on_vault(work, self, callbacks)
        self._judge()

    def _visit(self, plan: SitePlan) -> None:
        self._talk = Talk()
        self._show_progress(self.tr("Asking {site}").format(site=plan.address))
        work = partial(_fetched, self._desk, plan, self._talk)
        callbacks = Callbacks(done=partial(self._note, plan), item=self.hear, error=self._refused)
        self._task = self._tools.tasks.run_online(work, self, callbacks)

    def hear(self, news: SiteQuestion | SignInPage | ReadSoFar) -> None:
        """What the visit asks or tells; it has the sheet to itself."""
        self._form.hide()
        if isinstance(news, SiteQuestion):
            self._ask(news)
        elif isinstance(news, SignInPage):
            self.sign_in.offer(news)
            self._show_progress(self.tr("Waiting for you in the browser"))
        else:
            self.sign_in.hide()
            self.progress.count(news)

    def _ask(self, question: SiteQuestion) -> None:
        self.progress.hide()
        self.question = SitePanel(self.look, question)
        self.question.answered.connect(partial(self._answer, question))
        self._layout.insertWidget(1, self.question)
        self.question.no.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.question.accessibleName())

    def _answer(self, question: SiteQuestion, answer: SiteAnswer) -> None:
        self._close_question()
        self._show_progress(self.tr("Asking {site}").format(site=question.host))
        if answer.agreed and answer.remember:
            remember_website(self._tools.tasks, self._wallet, self, question)
        self._talk.answer(answer)

    def _note(self, plan: SitePlan, fetched: Fetched) -> None:
        """The visit is over: first what is kept of it, then what it brought."""
        work = partial(_noted, self._wallet, plan, fetched)
        callbacks = Callbacks(done=partial(self._end, fetched), error=self._refused)
        self._task = self._tools.tasks.run_on_vault(work, self, callbacks)

    def _end(self, fetched: Fetched, sites: Sequence[KeptSite]) -> None:
        self.kept.show_sites(sites)
        if fetched.error is not None:
            self._refused(fetched.error)
            return
        self._rest()
        if not fetched.incoming:
            self._tell("wait", self.tr("{site} holds no badges for you.").format(site=fetched.site))
            return
        if fetched.total > len(fetched.incoming):
            said = self.tr("{site} says that it holds {total} badges, and gave {count}.").format(
                site=fetched.site, total=fetched.total, count=len(fetched.incoming)
            )
            self._tools.messages.tell(said, "warn")
        self.found.emit(fetched.incoming)

    def _refused(self, error: WalletError) -> None:
        self._rest()
        message = error_message(error)
        self._tell("warn", message.happened, f"{message.means} {message.do}")

    def _rest(self) -> None:
        """Nothing is under way any more."""
        self._task = None
        self._close_question()
        self.sign_in.hide()
        self.progress.hide()
        self._form.setEnabled(True)
        self._form.show()
        self._judge()

    # -- slots and small parts

    def _open_browser(self, address: str) -> None:
        if not self._tools.open_web(address):
            self._tell(
                "warn",
                self.tr("No browser could be opened."),
                self.tr("Set a usual browser on this computer, then try again."),
            )

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _forget(self, address: str) -> None:
        work = partial(_forgotten, self._wallet, address)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self.kept.show_sites))

    def _show_progress(self, words: str) -> None:
        self.progress.say(words)
        self.progress.show()
        self.announce(words)

    def _close_question(self) -> None:
        if self.question is not None:
            self._layout.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
            self.question = None

    def _tell(self, tone: str, happened: str, more: str = "") -> None:
        self.trouble.tell(tone, happened, more)
        self.trouble.show()
        self.announce(f"{happened} {more}".strip())


def _kept(wallet: OpenWallet, job: Job) -> Sequence[KeptSite]:
    del job
    return wallet.kept_sites()


def _plan(wallet: OpenWallet, address: str, job: Job, *, keeps: bool) -> SitePlan:
    del job
    return wallet.plan_visit(address, keeps=keeps)


def _fetched(desk: Desk, plan: SitePlan, talk: Talk, job: Job) -> Fetched:
    try:
        return desk.fetch_badges(plan, talk.begin(job))
    finally:
        talk.end()


def _noted(wallet: OpenWallet, plan: SitePlan, fetched: Fetched, job: Job) -> Sequence[KeptSite]:
    del job
    return wallet.note_visit(plan, fetched)


def _forgotten(wallet: OpenWallet, address: str, job: Job) -> Sequence[KeptSite]:
    del job
    return wallet.forget_site(address)
