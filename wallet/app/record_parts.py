"""One kept credential as a record to read: frozen values for the window, made by `readable_record`.

Loads nothing heavy, so that pages can name these types before anything is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.learner_record import Attainment, Link
from wallet.credentials.model import Credential
from wallet.verification.report import VerificationReport

__all__ = ["Attainment", "Endorsed", "Inner", "Link", "ReadableRecord"]


@dataclass(frozen=True, slots=True)
class Inner:
    """One credential inside a record.

    Attributes:
        credential: None when it could not be read.
        lines: the achievements it names.
        report: what was found when the record was last checked; None for those beyond the program's limit.
    """

    credential: Credential | None
    lines: Sequence[Attainment]
    report: VerificationReport | None


@dataclass(frozen=True, slots=True)
class Endorsed:
    """One endorsement, checked now.

    Attributes:
        comment: the endorser's words.
        belongs: whether it is about this very credential, its issuer or its achievement.
        report: of the endorsement as a credential of its own.
    """

    comment: str
    belongs: bool
    report: VerificationReport


@dataclass(frozen=True, slots=True)
class ReadableRecord:
    """What there is to read beside the badge itself.

    Attributes:
        is_record: it is a learner record, not one badge.
        lines: the achievements the credential itself names.
        links: how achievements hang together, also those of enclosed credentials.
        left_out: how many endorsements were not looked at.
    """

    is_record: bool
    lines: Sequence[Attainment]
    links: Sequence[Link]
    inner: Sequence[Inner]
    endorsements: Sequence[Endorsed]
    left_out: int = 0
