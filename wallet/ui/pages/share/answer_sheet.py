"""The sheet that answers a receiver's request: the same steps, with what is asked for in place of what is picked."""

from dataclasses import replace

from PySide6.QtCore import Qt

from wallet.ui.guardian_ports import AgeRule
from wallet.ui.languages import translate
from wallet.ui.pages.share.asked import AskedStep
from wallet.ui.pages.share.asker import AskerStep
from wallet.ui.pages.share.how import HowStep
from wallet.ui.pages.share.steps_sheet import StepsSheet
from wallet.ui.ports import OpenWallet
from wallet.ui.request_ports import AskedShare
from wallet.ui.share_ports import ShareDraft
from wallet.ui.tools import Tools


class AnswerSheet(StepsSheet):
    """Answers one request, by a file or, where one presentation is the answer, by a code."""

    who: AskerStep
    what: AskedStep

    def __init__(self, tools: Tools, wallet: OpenWallet, rule: AgeRule, asked: AskedShare) -> None:
        look = tools.look
        how = HowStep(look, answers=True, as_code=asked.as_code)
        parts = (AskerStep(look, asked), AskedStep(look, asked), how)
        super().__init__(
            tools,
            wallet,
            rule,
            parts,
            (translate("AnswerSheet", "Who asks"), translate("AnswerSheet", "Answer {name}")),
        )

    def focus_first(self) -> None:
        """Puts the keyboard on the way on, or on the way out where there is no answer.

        Not into the field, which stands below: a small window would scroll past the words that nobody checked who asks.
        """
        first = self.next if self.next.isEnabled() else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft(self) -> ShareDraft:
        return replace(super()._draft(), answer=self.what.answer)
