"""What kinds and statuses of credentials are called in the window.

Does not live here: how any of them comes about (`wallet.credentials.kinds`).
"""

from wallet.app.filter_view import Status
from wallet.credentials.kinds import Kind
from wallet.ui.chips import chip_of
from wallet.ui.languages import translate
from wallet.verification.report import Verdict

_VERDICTS = {
    Status.VERIFIED: Verdict.VERIFIED,
    Status.CHECK: Verdict.CHECK,
    Status.UNCHECKED: Verdict.UNCHECKED,
    Status.INVALID: Verdict.INVALID,
    Status.OWN: Verdict.CHECK,
}


def kind_words(kind: Kind) -> str:
    """One credential of this kind."""
    return {
        Kind.BADGE: translate("Kind", "Badge"),
        Kind.CERTIFICATE: translate("Kind", "Certificate"),
        Kind.DEGREE: translate("Kind", "Diploma or degree"),
        Kind.TRANSCRIPT: translate("Kind", "Transcript"),
        Kind.LICENCE: translate("Kind", "License"),
        Kind.JOB: translate("Kind", "Job or internship"),
        Kind.VOLUNTEER: translate("Kind", "Volunteer work"),
        Kind.COURSE: translate("Kind", "Course"),
        Kind.OTHER: translate("Kind", "Something else"),
    }[kind]


def status_words(status: Status) -> str:
    """The word of the chip."""
    return chip_of(_VERDICTS[status], self_asserted=status is Status.OWN).word
