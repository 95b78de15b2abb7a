"""The five status chips: word, icon and colour of a verdict, and what a screen reader hears.

Does not live here: how a verdict comes about (`wallet.verification.policy`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.ui.languages import translate
from wallet.ui.reason_words import words
from wallet.verification.report import Check, CheckName, Outcome, Reason, SharedBy, Verdict


@dataclass(frozen=True, slots=True)
class Chip:
    """How a status looks. `token` names the colour and, with `_soft`, its ground."""

    word: str
    icon: str
    token: str


_BROKEN = frozenset({Verdict.INVALID, Verdict.UNREADABLE})


def chip_of(verdict: Verdict, *, self_asserted: bool = False) -> Chip:
    """The chip of a verdict; what the learner wrote without an issuer has its own, unless it was changed since."""
    if self_asserted and verdict not in _BROKEN:
        return Chip(translate("Chip", "Added by you"), "pencil", "self")
    if verdict is Verdict.VERIFIED:
        return Chip(translate("Chip", "Verified"), "circle-check", "ok")
    if verdict is Verdict.CHECK:
        return Chip(translate("Chip", "Check this"), "triangle-alert", "warn")
    if verdict is Verdict.UNCHECKED:
        return Chip(translate("Chip", "Not checked yet"), "wifi-off", "wait")
    return Chip(translate("Chip", "Not valid"), "octagon-x", "bad")


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
_COLOURING = frozenset({CheckName.RECIPIENT, CheckName.ISSUER_TRUST, CheckName.ENDORSEMENTS})
_WARNINGS = frozenset(
    {Reason.ENDS_SOON, Reason.ISSUER_NAME_DIFFERS, Reason.LOOK_ALIKE_NAME, Reason.STATUS_OLD}
)
_NEUTRAL = "text3"


SHARER_COLOURS = {
    SharedBy.ISSUER_KEY: "warn",
    SharedBy.NAMED_KEY: "ok",
    SharedBy.OTHER_KEY: "warn",
    SharedBy.NO_KEY: _NEUTRAL,
    SharedBy.NOT_COMPARED: _NEUTRAL,
}
"""The colour of the line that says by whose key a credential was shared: what could not be compared says nothing."""


def line_colours(checks: Sequence[Check]) -> Sequence[str]:
    """The colour of each line of the checklist: ok, warn, wait, bad, or text3 for what says nothing either way.

    The chip is the worst of the lines, so this follows `wallet.verification.policy`; a test holds the two together.
    Under a signature of an unknown kind nothing is proven, so no line after it is worse than "not checked".
    """
    colours: list[str] = []
    unproven = False
    for check in checks:
        colour = _line_colour(check)
        colours.append("wait" if unproven and colour == "bad" else colour)
        unproven = unproven or _is_of_unknown_kind(check)
    return colours


def _is_of_unknown_kind(check: Check) -> bool:
    return check.name is CheckName.PROOF and check.reason is Reason.UNSUPPORTED_SUITE


def _line_colour(check: Check) -> str:
    if _is_of_unknown_kind(check):
        return "wait"
    if check.outcome is Outcome.NOT_APPLICABLE:
        return _NEUTRAL
    if check.outcome is Outcome.PASSED:
        return "warn" if _passed_with_a_warning(check) else "ok"
    if check.reason is Reason.SCHEMA_BROKEN and check.outcome is Outcome.FAILED:
        return "bad"
    if check.name in _DECISIVE:
        return "bad" if check.outcome is Outcome.FAILED else "wait"
    return "warn" if check.name in _COLOURING else _NEUTRAL


def _passed_with_a_warning(check: Check) -> bool:
    if check.name is CheckName.PROOF:
        return check.reason is not None
    return check.reason in _WARNINGS


LINE_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "wait": "wifi-off",
    "bad": "octagon-x",
    "text3": "circle-dash",
}
