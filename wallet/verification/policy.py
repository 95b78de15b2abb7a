"""From checks to the one-word verdict: the worst of the checks, with the first decisive reason.

Lives here: which checks decide, and what each outcome means for the verdict. Nothing is read or computed here.
Source: the command line contract, section "verify".
"""

from collections.abc import Iterable, Sequence

from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict

# A failure here makes a document invalid; not knowing leaves it unchecked.
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
# These never make a good signature bad, but a person should look.
_COLOURING = frozenset({CheckName.RECIPIENT, CheckName.ISSUER_TRUST, CheckName.ENDORSEMENTS})
# Reasons on a passed check that a person should see.
_WARNINGS = frozenset(
    {Reason.ENDS_SOON, Reason.ISSUER_NAME_DIFFERS, Reason.LOOK_ALIKE_NAME, Reason.STATUS_OLD}
)

_ORDER = tuple(Verdict)


def decide(checks: Sequence[Check], inner: Iterable[Verdict] = ()) -> tuple[Verdict, Reason | None]:
    """The verdict of these checks, and its reason.

    Args:
        inner: verdicts of the credentials inside; a presentation is never better than the worst of them.
    """
    for check in checks:
        if _is_unsupported_suite(check):
            return Verdict.UNCHECKED, check.reason
        if check.outcome is Outcome.FAILED and _decides(check):
            return Verdict.INVALID, check.reason
    for check in checks:
        if check.outcome is Outcome.UNKNOWN and check.name in _DECISIVE:
            return Verdict.UNCHECKED, check.reason
    for check in checks:
        if _needs_a_person(check):
            return Verdict.CHECK, check.reason
    if worst(inner) is Verdict.CHECK:
        return Verdict.CHECK, None
    return Verdict.VERIFIED, None


def _decides(check: Check) -> bool:
    """A schema is advice, unless the credential promised to follow it."""
    return check.name in _DECISIVE or check.reason is Reason.SCHEMA_BROKEN


def _is_unsupported_suite(check: Check) -> bool:
    """A suite this program does not know: dates and lists are as unproven as the rest, so they cannot decide."""
    return check.name is CheckName.PROOF and check.reason is Reason.UNSUPPORTED_SUITE


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of several verdicts; `VERIFIED` for none."""
    return max(verdicts, key=_ORDER.index, default=Verdict.VERIFIED)


def _needs_a_person(check: Check) -> bool:
    if check.name in _COLOURING and check.outcome in (Outcome.FAILED, Outcome.UNKNOWN):
        return True
    if check.name is CheckName.PROOF:
        # a good proof beside one that could not be counted
        return check.outcome is Outcome.PASSED and check.reason is not None
    return check.outcome is Outcome.PASSED and check.reason in _WARNINGS
