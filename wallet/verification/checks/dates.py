"""Check `dates`: is the document in force at the one clock reading of this verification.

Lives here: the credential's own dates, a token's `nbf` and `exp`, a proof's `created` and `expires`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import Format, JsonObject, UnverifiedCredential, UnverifiedDocument
from wallet.errors import CodecError, Reason
from wallet.verification.checks.structure import claim_moment
from wallet.verification.report import Check, CheckName, Outcome

# Clocks of honest issuers and school computers differ by minutes.
CLOCK_SKEW = timedelta(minutes=5)
# "Ends soon" colours the verdict this long before the end.
SOON = timedelta(days=30)


def check_dates(
    document: UnverifiedDocument, proof: JsonObject | None, now: datetime, earliest: datetime | None = None
) -> Check:
    """Whether `now` lies in every period the document states.

    Args:
        proof: the embedded proof that speaks for the document, None for a token.
        earliest: a moment that is known to be past. A clock before it is wrong, so what it says of dates is doubted:
            only an end that has passed even by that clock is certain.

    Source: VCDM 2.0, section 4.9; VCDM 1.1, sections 4.6 and 4.7; VC Data Integrity 1.0, section 2.1.
    """
    try:
        starts = list(_starts(document))
        ends = list(_ends(document))
        created, expires = _moment(proof, "created"), _moment(proof, "expires")
    except CodecError as error:
        return Check(CheckName.DATES, Outcome.FAILED, Reason.DATE_INVALID, error.detail)
    doubted = is_doubtful(now, earliest)
    if created is not None and created - now > CLOCK_SKEW and not doubted:
        return _failed(Reason.PROOF_FROM_THE_FUTURE, created)
    if expires is not None and expires < now:
        return _failed(Reason.PROOF_EXPIRED, expires)
    if starts and max(starts) > now and not doubted:
        return _failed(Reason.NOT_YET_VALID, max(starts))
    if ends and min(ends) < now:
        return _failed(Reason.EXPIRED, min(ends))
    if doubted:
        return Check(CheckName.DATES, Outcome.UNKNOWN, Reason.CLOCK_DOUBTFUL, now.isoformat())
    if ends and min(ends) - now < SOON and isinstance(document, UnverifiedCredential):
        return Check(CheckName.DATES, Outcome.PASSED, Reason.ENDS_SOON, min(ends).isoformat())
    return Check(CheckName.DATES, Outcome.PASSED, detail=min(ends).isoformat() if ends else "")


def is_doubtful(now: datetime, earliest: datetime | None) -> bool:
    """Whether a clock that says `now` is before a moment that is known to be past."""
    return earliest is not None and now < earliest - CLOCK_SKEW


def _failed(reason: Reason, moment: datetime) -> Check:
    return Check(CheckName.DATES, Outcome.FAILED, reason, moment.isoformat())


def _starts(document: UnverifiedDocument) -> Iterator[datetime]:
    yield from _stated(document, ("validFrom", "issuanceDate"))
    yield from _claim(document, "nbf")


def _ends(document: UnverifiedDocument) -> Iterator[datetime]:
    yield from _stated(document, ("validUntil", "expirationDate"))
    yield from _claim(document, "exp")


def _stated(document: UnverifiedDocument, names: Sequence[str]) -> Iterator[datetime]:
    """The document's own dates, under the names of both data models: version 1.1 has `validUntil`, too.

    An SD-JWT VC has no dates but those of its token; what its issuer calls so itself is content.
    """
    if isinstance(document, UnverifiedCredential) and document.format is not Format.SD_JWT_VC:
        for name in names:
            moment = _moment(document.document, name)
            if moment is not None:
                yield moment


def _claim(document: UnverifiedDocument, name: str) -> Iterator[datetime]:
    moment = claim_moment(document.jws.payload.get(name)) if document.jws is not None else None
    if moment is not None:
        yield moment


def _moment(owner: JsonObject | None, name: str) -> datetime | None:
    value: Any = None if owner is None else owner.get(name)
    if value is None:
        return None
    return parse_datetime(value if isinstance(value, str) else "")
