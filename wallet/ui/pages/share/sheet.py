"""The share sheet: from a credential to something that others can check."""

from collections.abc import Sequence

from PySide6.QtGui import QImage

from wallet.ui.guardian_ports import AgeRule
from wallet.ui.languages import translate
from wallet.ui.pages.share.how import HowStep
from wallet.ui.pages.share.steps_sheet import AGREE, DONE, HOW, WHAT, WHO, StepsSheet
from wallet.ui.pages.share.what import WhatStep
from wallet.ui.pages.share.who import WhoStep
from wallet.ui.ports import Card, OpenWallet
from wallet.ui.tools import Tools

__all__ = ["AGREE", "DONE", "HOW", "WHAT", "WHO", "ShareSheet"]


class ShareSheet(StepsSheet):
    """Shares what the learner picks, with whom the learner names."""

    who: WhoStep
    what: WhatStep

    def __init__(self, tools: Tools, wallet: OpenWallet, rule: AgeRule | None = None) -> None:
        """`rule` is what is kept about the learner's age, None for nothing."""
        look = tools.look
        parts = (WhoStep(look), WhatStep(look), HowStep(look))
        words = (translate("ShareSheet", "Who and why"), translate("ShareSheet", "Share with {name}"))
        super().__init__(tools, wallet, rule or AgeRule(), parts, words)

    def offer(self, cards: Sequence[Card], images: dict[str, QImage | None], ticked: Sequence[str]) -> None:
        """What can be shared, and what is chosen from the start."""
        self.what.offer(cards, images, ticked)
