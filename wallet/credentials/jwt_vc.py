"""Credentials and presentations that are secured by a JSON Web Token.

Lives here: taking a compact JWS apart without believing it, and finding the credential its claims carry.
Does not live here: signatures, header rules (`crit`, `b64`, `alg`) and whether claims agree with the
credential; those belong to `wallet.proofs.jose` and `wallet.verification`.
"""

from collections.abc import Mapping
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.codecs.timestamps import format_datetime, from_numeric_date
from wallet.credentials import vcdm
from wallet.credentials.model import CompactJws, JsonObject
from wallet.errors import CodecError, CredentialError, Reason

TOKEN_CLAIMS = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce"})
"""Claims about the token; in version 2.0 they stand beside the credential's own members."""

_COMPACT_PARTS = 3
_PLAIN_JSON_FAULTS = (Reason.JSON_INVALID, Reason.ENCODING_INVALID)


def parse_compact_jws(token: str) -> CompactJws:
    """Take a compact JWS apart; nothing in it is verified.

    Args:
        token: three base64url parts joined by dots, with nothing around them. The signature may be empty
            ("alg": "none"), so that it can be refused by name.

    Raises:
        CodecError: JWT_MALFORMED; or the JSON reason (JSON_DUPLICATE_KEY, JSON_TOO_DEEP ...) of header or
            payload.

    Source: RFC 7515, sections 3.1, 5.2 steps 1 to 4 and 7; section 4 (names in a header are unique).
    """
    parts = token.split(".", _COMPACT_PARTS)
    if len(parts) != _COMPACT_PARTS:
        raise CodecError(Reason.JWT_MALFORMED, "not three parts")
    header, payload, signature = (_decode(part) for part in parts)
    return CompactJws(
        token=token,
        header=_json_object(header, "header"),
        payload=_json_object(payload, "payload"),
        signing_input=f"{parts[0]}.{parts[1]}".encode("ascii"),
        signature=signature,
    )


def carried_document(jws: CompactJws) -> JsonObject:
    """The credential or presentation a token carries.

    In version 1.1 it is the `vc` or `vp` claim, in 2.0 the payload without the token's own claims. A property
    that is missing from it is filled from the claim that stands for it; a property that is there is never
    touched, so that a disagreement between the two can still be found.

    Raises:
        CredentialError: NOT_A_CREDENTIAL when a `vc` or `vp` claim is not an object, or both are there.

    Source: VCDM 1.1, section 6.3.1 (JWT Decoding); Open Badges 3.0, section 8.2; VC-JOSE-COSE, section 3.1.
    """
    payload = jws.payload
    if "vc" in payload and "vp" in payload:
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "both vc and vp claims")
    for claim in ("vc", "vp"):
        if claim in payload:
            if not isinstance(payload[claim], dict):
                raise CredentialError(Reason.NOT_A_CREDENTIAL, f"{claim} claim is not an object")
            return _filled(payload[claim], payload)
    return _filled({key: value for key, value in payload.items() if key not in TOKEN_CLAIMS}, payload)


def _filled(document: JsonObject, claims: JsonObject) -> JsonObject:
    filled = dict(document)
    _fill(filled, "id", claims.get("jti"))
    if vcdm.is_presentation(document):
        _fill(filled, "holder", claims.get("iss"))
        return filled
    if "credentialSubject" not in document and "issuer" not in document:
        return filled  # not a credential at all; detection will say so
    issuer, subject = filled.get("issuer"), filled.get("credentialSubject")
    if isinstance(issuer, dict):
        filled["issuer"] = _with_id(issuer, claims.get("iss"))
    else:
        _fill(filled, "issuer", claims.get("iss"))
    if isinstance(subject, dict):
        filled["credentialSubject"] = _with_id(subject, claims.get("sub"))
    version_2 = vcdm.is_version_2(document)
    _fill(filled, "validFrom" if version_2 else "issuanceDate", _date(claims.get("nbf")))
    _fill(filled, "validUntil" if version_2 else "expirationDate", _date(claims.get("exp")))
    return filled


def _fill(document: dict[str, Any], key: str, value: Any) -> None:
    if key not in document and isinstance(value, str):
        document[key] = value


def _with_id(owner: JsonObject, value: Any) -> JsonObject:
    """The same object, with the id in front when it had none."""
    return {"id": value, **owner} if "id" not in owner and isinstance(value, str) else owner


def _date(seconds: Any) -> str | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return format_datetime(from_numeric_date(seconds))
    except CodecError:
        return None  # left out here; the check of the claims refuses it by name


def _decode(part: str) -> bytes:
    try:
        return base64url.decode_strict(part)
    except CodecError as error:
        raise CodecError(Reason.JWT_MALFORMED, error.detail) from error


def _json_object(data: bytes, part: str) -> JsonObject:
    try:
        value = strict_json.loads(data)
    except CodecError as error:
        if error.reason in _PLAIN_JSON_FAULTS:
            raise CodecError(Reason.JWT_MALFORMED, f"{part} is not JSON") from error
        raise
    if not isinstance(value, Mapping):
        raise CodecError(Reason.JWT_MALFORMED, f"{part} is not a JSON object")
    return value
