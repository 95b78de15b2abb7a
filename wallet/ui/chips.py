"""The five status chips: word, icon and colour of a verdict, and what a screen reader hears.

Does not live here: how a verdict comes about (`wallet.verification.policy`).
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from wallet.app.reason_texts import words
from wallet.verification.report import Check, CheckName, Outcome, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Chip:
    """How a status looks. `token` names the colour and, with `_soft`, its ground."""

    word: str
    icon: str
    token: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Chip", text)


def chip_of(verdict: Verdict, *, self_asserted: bool = False) -> Chip:
    """The chip of a verdict; what the learner wrote without an issuer has its own."""
    if self_asserted:
        return Chip(_tr("Added by you"), "pencil", "self")
    if verdict is Verdict.VERIFIED:
        return Chip(_tr("Verified"), "circle-check", "ok")
    if verdict is Verdict.CHECK:
        return Chip(_tr("Check this"), "triangle-alert", "warn")
    if verdict is Verdict.UNCHECKED:
        return Chip(_tr("Not checked yet"), "wifi-off", "wait")
    return Chip(_tr("Not valid"), "octagon-x", "bad")


def spoken_status(verdict: Verdict, reason: Reason | None, *, self_asserted: bool = False) -> str:
    """The chip's word and, where the verdict is not simply good, why."""
    word = chip_of(verdict, self_asserted=self_asserted).word
    if reason is None or verdict is Verdict.VERIFIED:
        return word
    return f"{word}: {words(reason).happened.rstrip('.')}"


_DECISIVE = frozenset(
    {
        CheckName.STRUCTURE,
        CheckName.PROOF,
        CheckName.ISSUER_BINDING,
        CheckName.DATES,
        CheckName.STATUS,
        CheckName.INNER_CREDENTIALS,
    }
)
_ADVICE = frozenset({CheckName.SCHEMA})


def line_token(check: Check) -> str:
    """The colour of one line of the checklist: ok, warn, wait, bad, or text3 for what says nothing either way.

    The chip is the worst of the lines, so this follows `wallet.verification.policy`; a test holds the two together.
    """
    if check.outcome is Outcome.NOT_APPLICABLE or (
        check.name in _ADVICE and check.outcome is not Outcome.PASSED
    ):
        return "text3"
    if check.outcome is Outcome.PASSED:
        return "warn" if check.reason is Reason.ENDS_SOON else "ok"
    if check.outcome is Outcome.FAILED:
        return "bad" if check.name in _DECISIVE or check.name is CheckName.ENDORSEMENTS else "warn"
    return "wait" if check.name in _DECISIVE else "warn"


LINE_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "wait": "wifi-off",
    "bad": "octagon-x",
    "text3": "circle-dash",
}
