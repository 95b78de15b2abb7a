"""Checks `endorsements` and `inner_credentials`: what the reports on enclosed credentials mean for the whole.

Lives here: summing up. Does not live here: verifying the enclosed credentials, which the verifier does like any other.
"""

from collections.abc import Sequence

from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport

_GOOD = (Verdict.VERIFIED, Verdict.CHECK)
_BAD = (Verdict.INVALID, Verdict.UNREADABLE)


def check_endorsements(reports: Sequence[VerificationReport]) -> Check:
    """The worst of the endorsements; not applicable when there are none.

    Source: Open Badges 3.0, section on endorsement verification.
    """
    return _sum_up(CheckName.ENDORSEMENTS, reports, Reason.ENDORSEMENT_NOT_VERIFIED)


def check_inner(reports: Sequence[VerificationReport], *, applicable: bool, complete: bool = True) -> Check:
    """The worst of the credentials inside a presentation or record.

    Args:
        complete: False when there were more than this program looks at, which leaves the whole undecided.
    """
    if not applicable:
        return Check(CheckName.INNER_CREDENTIALS, Outcome.NOT_APPLICABLE)
    if not complete:
        return Check(
            CheckName.INNER_CREDENTIALS, Outcome.UNKNOWN, Reason.TOO_COMPLEX, "number of credentials"
        )
    return _sum_up(CheckName.INNER_CREDENTIALS, reports, Reason.INNER_NOT_VERIFIED)


def _sum_up(name: CheckName, reports: Sequence[VerificationReport], reason: Reason) -> Check:
    if not reports:
        return Check(name, Outcome.NOT_APPLICABLE)
    bad = sum(report.verdict in _BAD for report in reports)
    good = sum(report.verdict in _GOOD for report in reports)
    detail = f"{good} of {len(reports)}"
    if bad:
        return Check(name, Outcome.FAILED, reason, detail)
    if good < len(reports):
        return Check(name, Outcome.UNKNOWN, reason, detail)
    return Check(name, Outcome.PASSED, detail=detail)
