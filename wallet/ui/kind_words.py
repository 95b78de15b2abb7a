"""What kinds and statuses of credentials are called in the window, alone and counted.

Does not live here: how any of them comes about (`wallet.credentials.kinds`).
"""

from PySide6.QtCore import QObject

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


def kind_word(kind: Kind) -> str:
    """One credential of this kind, and "" for what is of no kind that says something."""
    return "" if kind is Kind.OTHER else kind_words(kind)


class KindCounts(QObject):
    """Sentences with a number: Qt's tool finds those of objects only."""

    def words(self, kind: Kind, count: int) -> str:
        """So many of a kind."""
        match kind:
            case Kind.BADGE:
                return self.tr("%n badge(s)", "", count)
            case Kind.CERTIFICATE:
                return self.tr("%n certificate(s)", "", count)
            case Kind.DEGREE:
                return self.tr("%n diploma(s) or degree(s)", "", count)
            case Kind.TRANSCRIPT:
                return self.tr("%n transcript(s)", "", count)
            case Kind.LICENCE:
                return self.tr("%n license(s)", "", count)
            case Kind.JOB:
                return self.tr("%n job(s) or internship(s)", "", count)
            case Kind.VOLUNTEER:
                return self.tr("%n volunteer work(s)", "", count)
            case Kind.COURSE:
                return self.tr("%n course(s)", "", count)
            case _:
                return self.tr("%n of another kind", "", count)
