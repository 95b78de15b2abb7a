"""Checks `endorsements` and `inner_credentials`: what the reports on enclosed credentials mean for the whole.

Lives here: summing up. Does not live here: verifying the enclosed credentials, which the verifier does like any other.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from wallet.credentials.model import Credential
from wallet.credentials.openbadges3 import ENDORSEMENT_TYPE
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport

_GOOD = (Verdict.VERIFIED, Verdict.CHECK)
_BAD = (Verdict.INVALID, Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class EndorsementFinding:
    """One endorsement: its report as a credential, and whether it is one and about what it is attached to."""

    report: VerificationReport
    belongs: bool


def belongs_to(endorsement: Credential | None, owner_ids: AbstractSet[str]) -> bool:
    """Whether a credential is an endorsement of what it is attached to.

    Args:
        owner_ids: the ids of the object it is attached to and of everything inside that.

    Source: Open Badges 3.0, EndorsementSubject (`id` is the id of the endorsed thing).
    """
    if endorsement is None or ENDORSEMENT_TYPE not in endorsement.types:
        return False
    subjects = endorsement.subjects
    return bool(subjects) and all(subject.id in owner_ids for subject in subjects)


def check_endorsements(findings: Sequence[EndorsementFinding]) -> Check:
    """The worst of the endorsements; not applicable when there are none.

    A good endorsement of something else says nothing here, so it counts as a bad one.

    Source: Open Badges 3.0, section on endorsement verification.
    """
    summary = _sum_up(
        CheckName.ENDORSEMENTS, [finding.report for finding in findings], Reason.ENDORSEMENT_NOT_VERIFIED
    )
    strangers = sum(not finding.belongs for finding in findings if finding.report.credential is not None)
    if not strangers:
        return summary
    detail = f"{summary.detail}, {strangers} about something else"
    return Check(CheckName.ENDORSEMENTS, Outcome.FAILED, Reason.ENDORSEMENT_NOT_VERIFIED, detail)


def check_inner(
    reports: Sequence[VerificationReport], *, applicable: bool, complete: bool = True, needed: bool = False
) -> Check:
    """The worst of the credentials inside a presentation or record.

    Args:
        needed: whether there must be one: a presentation of nothing proves nothing but that somebody has a key.
        complete: False when there were more than this program looks at, which leaves the whole undecided.
    """
    if not applicable:
        return Check(CheckName.INNER_CREDENTIALS, Outcome.NOT_APPLICABLE)
    if not complete:
        return Check(
            CheckName.INNER_CREDENTIALS, Outcome.UNKNOWN, Reason.TOO_COMPLEX, "number of credentials"
        )
    if needed and not reports:
        return Check(CheckName.INNER_CREDENTIALS, Outcome.FAILED, Reason.NOT_A_CREDENTIAL, "no credential")
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
