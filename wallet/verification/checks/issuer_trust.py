"""Check `issuer_trust`: is the issuer on a list somebody vouches for.

A good signature alone does not say that a name is true.
"""

from collections.abc import Sequence

from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.sources import IssuerDirectory


def check_issuer_trust(issuer: str, directories: Sequence[IssuerDirectory]) -> Check:
    """Which of the lists know this issuer id; unknown when none does or there is no list."""
    if not directories:
        return Check(CheckName.ISSUER_TRUST, Outcome.UNKNOWN, Reason.NO_TRUST_LIST)
    known_to = [directory.name for directory in directories if directory.knows(issuer)]
    if known_to:
        return Check(CheckName.ISSUER_TRUST, Outcome.PASSED, detail=", ".join(known_to))
    return Check(CheckName.ISSUER_TRUST, Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)
