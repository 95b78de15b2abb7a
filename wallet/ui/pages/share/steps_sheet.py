"""The steps of a share or an answer: one signed presentation, one entry in the history.

Lives here: the order of the steps and when the presentation is built anew. Does not live here: the two sheets (`sheet`,
`answer_sheet`), building (`OpenWallet.prepare`), letting it leave (`making`). Nothing leaves and nothing is recorded
before Create is pressed.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from wallet.errors import WalletError
from wallet.ui.guardian_ports import TEEN, AgeRule
from wallet.ui.pages.share import jobs
from wallet.ui.pages.share.agree import AgreeStep
from wallet.ui.pages.share.done import DoneStep
from wallet.ui.pages.share.how import HowStep
from wallet.ui.pages.share.making import Making
from wallet.ui.pages.share.paper_part import PaperPart
from wallet.ui.pages.share.step import FirstStep, SecondStep
from wallet.ui.pages.share.ways import LOCKED
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.share_ports import OfferedParts, PreparedShare, ShareDraft
from wallet.ui.tasks import Callbacks, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import Stepper
from wallet.ui.widgets.steps import Steps

WHO, WHAT, HOW, DONE, AGREE = range(5)


class StepsSheet(Sheet):
    """Base of the two sheets."""

    shared = Signal()
    who: FirstStep
    what: SecondStep

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        rule: AgeRule,
        parts: tuple[FirstStep, SecondStep, HowStep],
        words: tuple[str, str],
    ) -> None:
        """Makes the sheet.

        Args:
            tools: what every page needs.
            wallet: the open file.
            rule: what is kept about the learner's age.
            parts: the first three steps.
            words: what the first step is called, and the title, with a blank for the receiver's name.
        """
        look = tools.look
        super().__init__(look)
        self._tools = tools
        self._tasks = tools.tasks
        self._wallet = wallet
        self._rule = rule
        self._title = words[1]
        self._prepared: PreparedShare | None = None
        self._drafted: ShareDraft | None = None
        self._building: Task | None = None
        self._busy = False
        self.who, self.what, self.how = parts
        self.done = DoneStep(look)
        paper = PaperPart(tools, wallet, is_needed=self._rule.on_paper)
        self.agree = AgreeStep(look, paper, asks=self._rule.asks, on_paper=self._rule.on_paper)
        self.order = (WHO, WHAT, HOW, AGREE, DONE) if self._rule.asks else (WHO, WHAT, HOW, DONE)
        names = {
            WHO: words[0],
            WHAT: self.tr("What they see"),
            HOW: self.tr("How to send"),
            AGREE: self.tr("An adult agrees"),
            DONE: self.tr("Done"),
        }
        self.stepper = Stepper(look, [names[step] for step in self.order])
        self.steps = Steps(look)
        self.making = Making(tools, wallet, self.done, self)
        self._build()
        self._connect()
        self.go(WHO)

    # -- what the window calls

    def leave(self) -> None:
        """Leaves; what was not created is gone, what is open in the same room ends."""
        self.end()
        self.closed.emit()

    def end(self) -> None:
        """Ends everything this sheet has under way: building, serving, a passphrase in a field."""
        if self._building is not None:
            self._building.drop()
        self.how.passphrase.wipe()
        self.agree.wipe()
        self.making.end_nearby()

    def go(self, step: int) -> None:
        """Shows a step, with its words on the buttons and the keyboard in its first field."""
        self.steps.go(step)
        self.stepper.go(self.order.index(step if step in self.order else HOW))
        self.back.setVisible(step in (WHAT, HOW, AGREE))
        self.show_adult.setVisible(step == HOW and self._rule.band == TEEN)
        self.agree.wipe()
        self._refresh()
        self.announce(self.stepper.accessibleName())
        if step == WHO:
            self.focus_first()
        elif step == WHAT:
            self.what.focus_first()
        elif step == HOW:
            self.how.focus_first()
        elif step == AGREE and self._rule.asks:
            self.agree.focus_first()
        elif step == AGREE:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Puts the keyboard where the sheet begins."""
        self.who.to.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _build(self) -> None:
        self.intro.hide()
        for step in (self.who, self.what, self.how, self.done, self.agree):
            self.steps.add_page(step)
        self.body.addWidget(self.stepper)
        self.body.addWidget(self.steps, 1)
        self.back = Button(self.look, self.tr("Back"), "arrow-left")
        self.show_adult = Button(self.look, self.tr("Show it to an adult"), "users")
        self.next = Button(self.look, "", "", "primary")
        self.foot_note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.show_adult)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.next)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.leave)
        self.back.clicked.connect(self._go_back)
        self.show_adult.clicked.connect(self._to_adult)
        self.next.clicked.connect(self._go_on)
        self.who.to.returnPressed.connect(self._go_on)
        self.who.changed.connect(self._refresh)
        self.what.changed.connect(self._prepare)
        self.how.changed.connect(self._how_changed)
        self.agree.changed.connect(self._refresh)
        self.agree.submitted.connect(self._go_on)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._not_created)
        self.making.told.connect(self.announce)

    # -- behaviour

    def _how_changed(self) -> None:
        drafted = self._drafted  # what is built, or is being built: an end chosen meanwhile counts, too
        if drafted is not None and self.how.end != drafted.until:
            self._prepare()
        self._refresh()

    def _prepare(self) -> None:
        """Builds what would be sent from the present choices; an older build still under way is dropped."""
        if self._building is not None:
            self._building.drop()
            self._building = None
        self._prepared = self._drafted = None
        self.how.wait()
        self.what.preview.wait(bool(self.what.chosen))
        self._refresh()
        if not self.what.chosen:
            return
        if self.what.unknown:
            # what can be left out comes first: what is private must not be ticked even for a moment
            self._ask_for_parts(self.what.unknown[0])
            return
        self._drafted = self._draft()
        work = partial(jobs.prepared_share, self._wallet, self._drafted)
        self._building = self._tasks.run_on_vault(work, self, Callbacks(done=self._show, error=self._refused))

    def _draft(self) -> ShareDraft:
        """What is decided so far."""
        return ShareDraft(
            self.who.to.text().strip(),
            self.who.purpose.currentText().strip(),
            self.how.end,
            self.what.chosen,
            self.what.chosen_parts,
            labelled=self.what.labelled,
            note=self.what.note,
        )

    def _ask_for_parts(self, record_id: str) -> None:
        def known(offered: OfferedParts) -> None:
            self.what.offer_parts(record_id, offered)
            self._prepare()

        def refused(error: WalletError) -> None:
            del error  # building the share says what is wrong with it
            known(OfferedParts(()))

        work = partial(jobs.parts_of, self._wallet, record_id)
        self._building = self._tasks.run_on_vault(work, self, Callbacks(done=known, error=refused))

    def _show(self, prepared: PreparedShare) -> None:
        self._building = None
        self._prepared = prepared
        self.what.show_preview(prepared.preview)
        self.how.show_prepared(prepared)
        self._refresh()

    def _refused(self, error: WalletError) -> None:
        self._building = None
        self.what.preview.wait(False)
        self._tasks.failed.emit(error)
        self._refresh()

    def _refresh(self) -> None:
        step = self.steps.index
        name = self.who.to.text().strip()
        self.set_title(self._title.format(name=name) if name else self.tr("Share"))
        way = self.how.way
        words = {
            WHO: self.tr("Next: what they see"),
            WHAT: self.tr("Next: how to send"),
            HOW: self.tr("Next: an adult agrees") if self._rule.asks else way.create,
            AGREE: way.create,
            DONE: self.tr("Close"),
        }
        creates = step == self.order[-2]
        self.next.set_icon_name(way.icon if creates else "")
        self.next.set_words(words[step])
        self.next.setVisible(step != AGREE or self._rule.asks)
        ready = self._prepared is not None and not self._busy
        allowed = {
            WHO: self.who.acceptable,
            WHAT: self.what.acceptable and ready,
            HOW: self.how.acceptable and ready,
            AGREE: self.agree.acceptable and ready,
            DONE: True,
        }
        self.next.setEnabled(allowed[step])
        note = ""
        if step in (WHAT, HOW, AGREE):
            press = way.create if creates else self.tr("Create")
            note = self.tr("Nothing leaves this computer until you press {button}.").format(button=press)
        self.foot_note.setText(note)

    def _go_back(self) -> None:
        step = self.steps.index
        self.go(HOW if step == AGREE else step - 1)

    def _go_on(self) -> None:
        step = self.steps.index
        if not self.next.isEnabled() or self.next.isHidden():
            return
        if step == WHO:
            now = self._tools.now()
            self.how.set_days(self.who.days, now)
            self.how.suggest(self.who.channel)
            self.what.start_with(self.who.starts, with_note=self.who.with_note)
            self.go(WHAT)
            self._prepare()
        elif step == WHAT:
            self.go(HOW)
        elif step == HOW and self._rule.asks:
            self._to_adult()
        elif step == HOW:
            self._create(self._prepared)
        elif step == AGREE:
            self._agree()
        else:
            self.leave()

    def _to_adult(self) -> None:
        """Both lists for an adult, who has to agree or only looks on."""
        if self._prepared is not None:
            self.agree.show_share(self._prepared, self.how.way)
            self.go(AGREE)

    def _agree(self) -> None:
        """Asks the file whether this is the adult's code word; only then the share is created."""
        prepared = self._prepared
        if prepared is None:
            return
        self._wait(True)
        work = partial(
            jobs.agreed_share, self._wallet, prepared, self.agree.agreement, self.agree.code.take()
        )
        self._tasks.run_on_vault(work, self, Callbacks(done=self._create, error=self._not_agreed))

    def _not_agreed(self, error: WalletError) -> None:
        self._wait(False)
        self.agree.show_error(error)

    def _create(self, prepared: PreparedShare | None) -> None:
        """Records the share and lets it leave; both on the vault's thread."""
        if prepared is None:
            return
        self._wait(True)
        way = self.how.way
        if not self.making.make(
            prepared, way, lambda: self.how.passphrase.take() if way.channel == LOCKED else None
        ):
            self._wait(False)

    def _made(self) -> None:
        self._wait(False)
        if self._rule.asks:
            self.done.say_agreed(self.agree.agreement)
        self.go(DONE)
        self.shared.emit()

    def _not_created(self, error: WalletError) -> None:
        self._wait(False)
        self._tasks.failed.emit(error)

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves, F11 shows the code alone."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F11:
            self.making.show_full_screen()
        else:
            super().keyPressEvent(event)
