"""Credentials secured by an SD-JWT: taking one apart, and the claims of an SD-JWT VC for display.

Lives here: the issuer's token, its disclosures and the holder's key binding token as separate things; what an SD-JWT VC
(`dc+sd-jwt`) must hold, and its view. Does not live here: the rules for disclosures (`disclosures`), signatures and
key binding (`wallet.proofs.sd_jwt`), credentials of the W3C data model inside an SD-JWT (`jwt_vc.carried_document`).
Source: RFC 9901, section 4; SD-JWT-based Verifiable Credentials (draft-ietf-oauth-sd-jwt-vc), section 3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from wallet.codecs.timestamps import format_datetime, from_numeric_date
from wallet.credentials import disclosures
from wallet.credentials.json_text import text
from wallet.credentials.jwt_vc import parse_compact_jws
from wallet.credentials.model import (
    Achievement,
    Claim,
    CompactJws,
    Credential,
    Issuer,
    JsonObject,
    SdJwt,
    StatusEntry,
    Subject,
)
from wallet.errors import CodecError, CredentialError, Reason

SEPARATOR = "~"
TYPE = "dc+sd-jwt"
TYPES = frozenset({TYPE, "vc+sd-jwt", "vp+sd-jwt"})
"""The `typ` values an SD-JWT may have here; the last two carry the W3C data model, the second also early SD-JWT VCs."""

TOKEN_STATUS_LIST = "TokenStatusList"  # noqa: S105 - the name this program gives the entry; it has none of its own
"""The `type` of a status entry read from the claim `status`."""

_EMBEDDED = "data:"  # a picture as text, which nobody can read
_MAX_CLAIMS = 200
_MAX_CLAIM_CHARACTERS = 2000
_TECHNICAL = frozenset(
    {"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce", "vct", "vct#integrity", "status"}
)


def is_sd_jwt(token: str) -> bool:
    """Whether a token is an SD-JWT: a tilde stands behind the issuer's token and each disclosure."""
    return SEPARATOR in token


def parse_sd_jwt(token: str) -> tuple[CompactJws, SdJwt]:
    """Take an SD-JWT apart and put the shown claims into their places; no signature is verified.

    Args:
        token: `<issuer-signed token>~<disclosure>~...~` and perhaps a key binding token, nothing around them.

    Returns:
        The issuer-signed token with its processed payload, and the rest.

    Raises:
        CodecError: JWT_MALFORMED, or a JSON reason of one of the parts.
        CredentialError: DISCLOSURE_INVALID, ALG_NOT_ALLOWED, TOO_COMPLEX.

    Source: RFC 9901, sections 4 and 7.1.
    """
    if token.count(SEPARATOR) > disclosures.MAX_DISCLOSURES + 1:
        raise CredentialError(Reason.TOO_COMPLEX, "number of disclosures")
    issuer_token, *shown, binding = token.split(SEPARATOR)
    jws = parse_compact_jws(issuer_token)
    processed = disclosures.process_payload(jws.payload, shown)
    rest = SdJwt(
        token=token,
        bound_text=token.removesuffix(binding),
        algorithm=processed.algorithm,
        disclosures=tuple(shown),
        hidden=processed.hidden,
        key_binding=parse_compact_jws(binding) if binding else None,
    )
    return replace(jws, payload=processed.claims), rest


def is_json_serialization(document: JsonObject) -> bool:
    """Whether a JSON object is a token in one of the JSON forms of JWS."""
    return "payload" in document and not {"signature", "signatures"}.isdisjoint(document)


def compact_of_json(document: JsonObject) -> str:
    """The compact text of an SD-JWT in JSON form: the same parts, so the same signature and `sd_hash`.

    Of the unprotected header only disclosures and the key binding token are read; nobody signed for the rest.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT for a token with several signatures or without the members of an SD-JWT,
            JWT_MALFORMED when the parts are no texts.

    Source: RFC 9901, sections 8.1 and 8.2; RFC 7515, section 7.2.
    """
    parts: JsonObject = document
    if "signatures" in document:
        signatures = document["signatures"]
        if "signature" in document or not isinstance(signatures, list) or len(signatures) != 1:
            raise CredentialError(Reason.UNSUPPORTED_FORMAT, "several signatures")
        parts = {"payload": document["payload"], **(signatures[0] if isinstance(signatures[0], dict) else {})}
    header = parts.get("header")
    shown = header.get("disclosures") if isinstance(header, dict) else None
    if not isinstance(header, dict) or not isinstance(shown, list):
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, "jws json serialization")
    token = [parts.get(name) for name in ("protected", "payload", "signature")]
    pieces = [*token, *shown, header.get("kb_jwt", "")]
    if not all(isinstance(piece, str) and SEPARATOR not in piece for piece in pieces):
        raise CredentialError(Reason.JWT_MALFORMED, "json serialization")
    return SEPARATOR.join([".".join(map(str, token)), *shown, header.get("kb_jwt", "")])


def is_sd_jwt_vc(jws: CompactJws) -> bool:
    """Whether the token carries claims of its own under a `vct`, and not a document of the W3C data model.

    Both names can never come from a disclosure, so the holder's choice cannot turn one into the other.
    """
    typ = jws.header.get("typ")
    return typ == TYPE or (typ != "vp+sd-jwt" and "vct" in jws.payload and "@context" not in jws.payload)


def check_claims(claims: JsonObject) -> None:
    """Check the claims of an SD-JWT VC against its profile. Dates are compared elsewhere.

    Raises:
        CredentialError: STRUCTURE_INVALID with the name of the claim.

    Source: SD-JWT VC, section 3.2.2 (JWT Claims Set); RFC 7800, section 3.1 (`cnf`).
    """
    if not isinstance(claims.get("vct"), str) or not claims["vct"]:
        raise CredentialError(Reason.STRUCTURE_INVALID, "vct")
    for name in ("iss", "sub", "jti"):
        if name in claims and not isinstance(claims[name], str):
            raise CredentialError(Reason.STRUCTURE_INVALID, name)
    for name in ("cnf", "status"):
        if name in claims and not (isinstance(claims[name], dict) and claims[name]):
            raise CredentialError(Reason.STRUCTURE_INVALID, name)
    if "iat" in claims and _date(claims["iat"]) is None:
        raise CredentialError(Reason.STRUCTURE_INVALID, "iat")


def parse_view(claims: JsonObject) -> Credential:
    """Read what an SD-JWT VC says. Never raises: what has a wrong shape is left out.

    It has no common vocabulary for what was earned; the names of the European learning credential and of OpenID
    Connect are known, everything is also listed under the issuer's own names.
    """
    achievement = text(claims.get("achievement_title"))
    described = text(claims.get("achievement_description"))
    return Credential(
        id=_string(claims.get("jti")),
        types=[claims["vct"]] if _string(claims.get("vct")) else [],
        name=achievement,
        description=described,
        issuer=Issuer(id=_string(claims.get("iss")) or "", name=text(claims.get("issuing_authority"))),
        subjects=[
            Subject(
                id=_string(claims.get("sub")),
                name=_person(claims),
                achievement=Achievement(None, achievement, described) if achievement else None,
                claims=list(islice(_claims(claims), _MAX_CLAIMS)),
            )
        ],
        valid_from=_date(claims.get("nbf")) or _date(claims.get("iat")),
        valid_until=_date(claims.get("exp")),
        status=parse_status(claims),
    )


def parse_status(claims: JsonObject) -> Sequence[StatusEntry]:
    """The mechanisms named in a token's `status` claim, each as an entry; those of other kinds under their own name.

    Source: Token Status List (draft-ietf-oauth-status-list), section 6.
    """
    status = claims.get("status")
    return (
        [_parse_mechanism(name, value) for name, value in status.items()] if isinstance(status, dict) else []
    )


def _parse_mechanism(name: str, value: Any) -> StatusEntry:
    if name != "status_list" or not isinstance(value, dict):
        return StatusEntry(name, None, None, None, None, {"type": name})
    index, url = value.get("idx"), _string(value.get("uri"))
    return StatusEntry(
        type=TOKEN_STATUS_LIST,
        id=None,
        purpose=None,
        list_url=url,
        index=str(index) if isinstance(index, int) and not isinstance(index, bool) else None,
        raw={**value, "type": TOKEN_STATUS_LIST},
    )


def _person(claims: JsonObject) -> str | None:
    parts = [text(claims.get(name)) for name in ("given_name", "family_name")]
    return " ".join(part for part in parts if part) or text(claims.get("name"))


def _claims(value: Any, name: str = "") -> Iterator[Claim]:
    """Every single value people can read, with the names that lead to it; payloads are at most 64 levels deep."""
    if isinstance(value, dict):
        for key, member in value.items():
            if name or key not in _TECHNICAL:
                yield from _claims(member, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for member in value:
            yield from _claims(member, name)
    elif value is not None and not (isinstance(value, str) and value.startswith(_EMBEDDED)):
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        yield Claim(name, shown[:_MAX_CLAIM_CHARACTERS])


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _date(seconds: Any) -> str | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return format_datetime(from_numeric_date(seconds))
    except CodecError:
        return None  # the check of the claims refuses it by name
