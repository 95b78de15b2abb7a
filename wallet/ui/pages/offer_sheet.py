"""The sheet that takes what an issuer offers: the website first, then what is offered, then the yes.

Lives here: the order in which a person sees and decides. Does not live here: the work (`offer_ports.OfferWork`), the
question about a website (`check_part`), looking at what came (`add`). Nothing is kept here but promises for later.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.offer_ports import CodeWanted, OfferShown, OfferWork, Taken
from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import SitePanel
from wallet.ui.pages.online_check import remember_website
from wallet.ui.pages.sheet import Sheet
from wallet.ui.pages.site_flow import SiteFlow
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, Surface, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_LONGEST_CODE = 64


class OfferSheet(Sheet):
    """`came` carries a `Taken`."""

    came = Signal(object)

    def __init__(self, tools: Tools, desk: Desk, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._text = ""
        self._work: OfferWork | None = None
        self._shown: OfferShown | None = None
        self._task: Task | None = None
        self.panel: SitePanel | None = None
        self.set_title(self.tr("Take what an issuer offers"))
        self.intro.setText(
            self.tr(
                "You see who offers it and what it is before you take it. Nothing is kept until you save it."
            )
        )
        self.waiting = PlainLabel("", "strong")
        self.about = Surface("card")
        self.code = QLineEdit()
        self.trouble = Notice(self.look, "warn", "")
        self.cancel = Button(self.look, self.tr("Cancel"))
        self.take = Button(self.look, self.tr("Take it"), "check", "primary")
        self._build()
        self._flow = SiteFlow(tools.tasks, self._remember, self)
        self._flow.asked.connect(self._ask)
        self._flow.finished.connect(self._show)
        self._flow.failed.connect(self._refused)
        self.close_button.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        self.take.clicked.connect(self._take)
        self.code.textChanged.connect(self._judge)
        self.code.returnPressed.connect(self.take.click)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.cancel

    def begin(self, text: str) -> None:
        """Looks at an offer; no website is asked before a yes to it."""
        self._text = text
        self._wait(self.tr("Reading the offer"))
        work = partial(_allowed, self._wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._start, error=self._refused))

    def leave(self) -> None:
        """Leaves; nothing was taken, or what was under way is given up."""
        self._flow.stop()
        if self._task is not None:
            self._task.drop()
        self.closed.emit()

    # -- building

    def _build(self) -> None:
        self._place = column(self.look, 12, (2, 2, 6, 4))
        self._place.addWidget(self.waiting)
        self._place.addWidget(self.about)
        self._place.addWidget(self.trouble)
        self._place.addStretch(1)
        for part in (self.about, self.trouble):
            part.hide()
        content = Content()
        content.fill(self._place)
        self.body.addWidget(Middle(content, self.tr("The offer")), 1)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.take)
        self.take.hide()

    def _lines(self, shown: OfferShown) -> list[PlainLabel]:
        """What is offered and by whom; the issuer's own words stand in quotes."""
        lines = [PlainLabel(shown.host, "card")]
        if shown.issuer:
            said = self.tr("This website calls itself “{name}”. Nobody checked that.").format(
                name=shown.issuer
            )
            lines.append(PlainLabel(said, "secondary", tone="text"))
        lines.append(PlainLabel(self.tr("It offers you:"), "strong"))
        for item in shown.items:
            words = "“{name}”" if item.is_supported else self.tr("“{name}”, which this wallet cannot keep")
            lines.append(PlainLabel(words.format(name=item.name), "body"))
        if not shown.items:
            lines.append(PlainLabel(self.tr("It does not say what before it hands it out."), "body"))
        note = self.tr("It learns the public name of your key, to write it into the credential.")
        lines.append(PlainLabel(note, "secondary", tone="text"))
        if shown.sign_in_host:
            words = self.tr("You sign in at {site}, in your own browser, and come back here.")
            lines.append(PlainLabel(words.format(site=shown.sign_in_host), "secondary", tone="text"))
        return lines

    def _fill(self, shown: OfferShown) -> None:
        layout = column(self.look, 8, (14, 12, 14, 12))
        for label in self._lines(shown):
            layout.addWidget(label)
        if shown.code is not None:
            self._add_code(layout.addWidget, shown.code)
        self.about.setLayout(layout)
        self.about.setAccessibleName(self.tr("The offer of {site}").format(site=shown.host))
        words = self.tr("Sign in and take it") if shown.sign_in_host else self.tr("Take it")
        self.take.set_words(words)

    def _add_code(self, add: Callable[[QWidget], object], code: CodeWanted) -> None:
        name = self.tr("The code that the issuer sent you")
        label = PlainLabel(name, "strong")
        label.setBuddy(self.code)
        self.code.setAccessibleName(name)
        self.code.setMaxLength(_LONGEST_CODE)
        if code.is_numeric:
            self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        add(label)
        if code.description:
            said = self.tr("The issuer says: “{words}”").format(words=code.description)
            add(PlainLabel(said, "secondary", tone="text"))
            self.code.setAccessibleDescription(said)
        if code.length:
            add(PlainLabel(self.tr("It has %n character(s).", "", code.length), "hint"))
        add(self.code)

    # -- looking

    def _start(self, allowed: Mapping[str, bool]) -> None:
        self._flow.start(partial(self._desk.look_at_offer, self._text, allowed))

    def _ask(self, question: SiteQuestion) -> None:
        self.waiting.hide()
        self.panel = SitePanel(self.look, question)
        self.panel.answered.connect(self._answer)
        self._place.insertWidget(0, self.panel)
        self.panel.no.setFocus()

    def _answer(self, answer: SiteAnswer) -> None:
        self._close_panel()
        self._wait(self.tr("Asking the website"))
        self._flow.answer(answer)

    def _show(self, work: OfferWork) -> None:
        self.waiting.hide()
        try:
            shown = work.shown()
        except WalletError as error:
            self._refused(error)
            return
        self._work, self._shown = work, shown
        self._fill(shown)
        self.about.show()
        self.take.show()
        self._judge()
        self.announce(self.about.accessibleName())
        (self.code if shown.code is not None else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- taking

    def _take(self) -> None:
        self.take.setEnabled(False)
        self.trouble.hide()
        self._wait(self.tr("Taking it"))
        work = partial(_key, self._wallet)
        self._task = self._tools.tasks.run_on_vault(
            work, self, Callbacks(done=self._take_with, error=self._refused)
        )

    def _take_with(self, key: object) -> None:
        if self._work is None:
            return
        page = (self.tr("You can close this page"), self.tr("Go back to the wallet. It goes on there."))
        work = partial(_taken, self._work, key, self.code.text(), page)
        callbacks = Callbacks(done=self._taken, item=self._sign_in, error=self._refused)
        self._task = self._tools.tasks.run_online(work, self, callbacks)

    def _sign_in(self, address: str) -> None:
        """The browser shows the issuer's page; the worker waits for it to come back."""
        if not self._tools.open_web(address):
            self._wait(self.tr("No browser could be opened. Cancel, and set a browser as the usual one."))
        elif self._shown is not None:
            words = self.tr("Sign in at {site} in your browser. This goes on when you come back.")
            self._wait(words.format(site=self._shown.sign_in_host))

    def _taken(self, taken: Taken) -> None:
        work = partial(_promise, self._wallet, taken)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self.came.emit, error=self._refused))

    # -- inside

    def _refused(self, error: WalletError) -> None:
        self._task = None
        self.waiting.hide()
        self._close_panel()
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.announce(message.spoken)
        self._judge()
        if self._shown is None:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        needs_code = self._shown is not None and self._shown.code is not None
        self.take.setEnabled(self._shown is not None and (bool(self.code.text().strip()) or not needs_code))

    def _wait(self, words: str) -> None:
        self.waiting.setText(words)
        self.waiting.show()
        self.announce(words)

    def _remember(self, question: SiteQuestion) -> None:
        remember_website(self._tools.tasks, self._wallet, self, question)

    def _close_panel(self) -> None:
        if self.panel is not None:
            self._place.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None


def _allowed(wallet: OpenWallet, job: Job) -> Mapping[str, bool]:
    del job
    return {site.host: site.of_one for site in wallet.allowed_websites()}


def _key(wallet: OpenWallet, job: Job) -> object:
    del job
    return wallet.offer_key()


def _taken(work: OfferWork, key: object, code: str, page: tuple[str, str], job: Job) -> Taken:
    def open_web(address: str) -> bool:
        job.item(address)
        return True

    return work.take(key, code, open_web, page, lambda: job.stopped)


def _promise(wallet: OpenWallet, taken: Taken, job: Job) -> Taken:
    del job
    wallet.keep_promises(taken)
    return taken
