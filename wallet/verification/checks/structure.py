"""Check `structure`: does the document follow its data model, and does a token repeat it truthfully.

Lives here: calling the data-model rules and comparing a JWT's registered claims with the credential's fields.
Does not live here: the rules themselves (`wallet.credentials.vcdm`, `sd_jwt_vc`), terms no context defines (part of the
proof).
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials import sd_jwt_vc, vcdm
from wallet.credentials.model import (
    Format,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.errors import CodecError, CredentialError, Reason
from wallet.verification.report import Check, CheckName, Outcome

# `iat` says nothing about validity, and published tokens carry it in several forms
_DATE_CLAIMS = ("nbf", "exp")
# With the names of earlier drafts.
_CONTENT_TYPES = {
    "vc": ("vc", "application/vc", "vc+ld+json", "application/vc+ld+json"),
    "vp": ("vp", "application/vp", "vp+ld+json", "application/vp+ld+json"),
}
_LATEST_SECONDS = 253402300799  # 9999-12-31T23:59:59Z, the last second Python and RFC 3339 can write


def check_structure(document: UnverifiedDocument) -> Check:
    """The data model of the document, then the equality of its token's claims.

    Source: VCDM 1.1 and 2.0 (data model), Open Badges 3.0 section 8.2.4.1 (JWT claims); SD-JWT VC, section 3.2.
    """
    try:
        if document.format is Format.SD_JWT_VC:
            sd_jwt_vc.check_claims(document.document)
        else:
            vcdm.check_data_model(document.document)
    except CredentialError as error:
        return Check(CheckName.STRUCTURE, Outcome.FAILED, error.reason, error.detail)
    if document.jws is not None:
        claim = _differing_claim(document, document.jws.payload)
        if claim is not None:
            return Check(CheckName.STRUCTURE, Outcome.FAILED, Reason.CLAIM_MISMATCH, claim)
    return Check(CheckName.STRUCTURE, Outcome.PASSED, detail=str(document.format))


def _differing_claim(document: UnverifiedDocument, claims: Mapping[str, Any]) -> str | None:
    """The first registered claim that contradicts the document, or is not of its type; None when all agree."""
    misfit = _misfit_of_type(document)
    if misfit is not None:
        return misfit
    for name in _DATE_CLAIMS:
        if name in claims and claim_moment(claims[name]) is None:
            return name
    if isinstance(document, UnverifiedPresentation):
        return _contradiction({"iss": document.holder, "jti": document.id}, claims)
    credential = document.credential
    texts = {"iss": credential.issuer.id or None, "sub": credential.subject.id, "jti": credential.id}
    return _contradiction(texts, claims) or _date_contradiction(document, claims)


def _misfit_of_type(document: UnverifiedDocument) -> str | None:
    """A token of the securing specification says what it carries and carries it without a wrapping claim.

    Source: VC-JOSE-COSE, sections 3.1.1, 3.1.3, 3.2.1 and 3.2.2 (`vc+jwt`, `vp+jwt`, `vc+sd-jwt`, `vp+sd-jwt`; `cty`
    says what is inside; the claims `vc` and `vp` are not used).
    """
    typ = document.jws.header.get("typ") if document.jws is not None else None
    if document.jws is None or not isinstance(typ, str) or not typ.startswith(("vc+", "vp+")):
        return None
    if typ.startswith("vp+") is not isinstance(document, UnverifiedPresentation):
        return "typ"
    if "cty" in document.jws.header and document.jws.header["cty"] not in _CONTENT_TYPES[typ[:2]]:
        return "cty"
    return next((name for name in ("vc", "vp") if name in document.jws.payload), None)


def _contradiction(texts: Mapping[str, str | None], claims: Mapping[str, Any]) -> str | None:
    for name, text in texts.items():
        if name in claims and text is not None and claims[name] != text:
            return name
        if name in claims and not isinstance(claims[name], str):
            return name
    return None


def _date_contradiction(document: UnverifiedCredential, claims: Mapping[str, Any]) -> str | None:
    for name, text in (("nbf", document.credential.valid_from), ("exp", document.credential.valid_until)):
        if name not in claims or text is None:
            continue
        try:
            written = parse_datetime(text)
        except CodecError:
            continue  # the check `dates` names this
        claimed = claim_moment(claims[name])
        # A NumericDate is whole seconds for most issuers, the field may have a fraction
        if claimed is None or abs((claimed - written).total_seconds()) >= 1:
            return name
    return None


def claim_moment(value: Any) -> datetime | None:
    """The moment a NumericDate claim names, None when it is not a number in range. Source: RFC 7519, section 2."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _LATEST_SECONDS:
        return None
    return datetime.fromtimestamp(value, UTC)
