"""OpenID Federation: what a trust anchor states about its direct subordinates, as an array of signed entity statements.

Lives here: reading a JSON array of compact tokens whose last one is the anchor's own statement about itself (its entity
configuration, which holds its keys) and whose others are statements of that anchor about issuers. That is a trust chain
without intermediates, or several such chains with one anchor. An issuer's own entity configuration may stand in
it, as in published chains, and adds nothing.

Refused, because it would need more than is done here: statements of intermediates, `constraints`, `crit`, trust marks
in place of statements. Whoever hands in the file vouches that its last token is the anchor they mean.
Source: OpenID Federation 1.0, sections 3 (entity statements) and 4 (trust chains).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from wallet.codecs.timestamps import from_numeric_date
from wallet.credentials.jwt_vc import parse_compact_jws
from wallet.credentials.model import CompactJws, JsonObject
from wallet.errors import CodecError, ProofError
from wallet.proofs import jose, keys
from wallet.verification.sources import KnownIssuer
from wallet.verification.trust_lists import fields
from wallet.verification.trust_lists.fields import refused
from wallet.verification.trust_lists.trust_list import TrustList

_TYPE = "entity-statement+jwt"
_NAME_MEMBERS = ("organization_name", "legal_name", "display_name")
_NOT_UNDERSTOOD = ("crit", "constraints", "metadata_policy_crit")
_MAX_KEYS = 50
_DOTS = 2
_WELL_KNOWN = "/.well-known/openid-federation"


def read_chain(tokens: Sequence[Any]) -> TrustList:
    """The list that the anchor's statements make.

    Raises:
        VerificationError: TRUST_LIST_INVALID: a token is damaged, not signed by the anchor, or asks for more.
    """
    if not 0 < len(tokens) <= fields.MAX_ISSUERS:
        raise refused("number of entity statements")
    statements = [_parse(token) for token in tokens]
    anchor = statements[-1]
    if anchor.payload["iss"] != anchor.payload["sub"]:
        raise refused("the last statement is not a trust anchor's about itself")
    _verify(anchor, anchor.payload)
    issuers = {issuer.id: issuer for issuer in _subordinates(statements[:-1], anchor.payload)}
    since, until = _period(anchor.payload)
    return TrustList(
        title=next(iter(_names(anchor.payload)), anchor.payload["iss"]),
        publisher=anchor.payload["iss"],
        issuers=tuple(issuers.values()),
        made_at=since,
        valid_from=since,
        valid_until=until,
    )


def token_of(body: bytes) -> str | None:
    """The compact JWS in a document that holds nothing else; None for anything that is none by its looks."""
    text = body.strip()
    if not text.startswith(b"ey") or text.count(b".") != _DOTS or not text.isascii():
        return None
    return text.decode("ascii")


def read_anchor(token: str, address: str) -> tuple[TrustList, str]:
    """What a trust anchor states about itself at the address that is its own: an empty list, and where to ask it.

    Raises:
        VerificationError: TRUST_LIST_INVALID: damaged, not signed by itself, found in another place, or without an
            https address that answers for its subordinates.

    Source: OpenID Federation 1.0, sections 5.1.1 (`federation_fetch_endpoint`) and 9 (entity configuration).
    """
    found = read_chain([token])
    claims = _parse(token).payload
    if address != claims["iss"].rstrip("/") + _WELL_KNOWN:
        raise refused("the anchor's own address is another one")
    metadata = claims.get("metadata")
    entity = metadata.get("federation_entity") if isinstance(metadata, dict) else None
    endpoint = entity.get("federation_fetch_endpoint") if isinstance(entity, dict) else None
    if not isinstance(endpoint, str) or not endpoint.startswith("https://") or "#" in endpoint:
        raise refused("federation_fetch_endpoint")
    return found, endpoint


def _subordinates(statements: Sequence[CompactJws], anchor: JsonObject) -> Iterator[KnownIssuer]:
    about = {jws.payload["sub"] for jws in statements if jws.payload["iss"] == anchor["iss"]}
    for jws in statements:
        claims = jws.payload
        if claims["iss"] == claims["sub"] and claims["sub"] in about:
            continue  # an issuer speaking of itself
        if claims["iss"] != anchor["iss"]:
            raise refused("a statement of an intermediate")
        _verify(jws, anchor)
        since, until = _period(claims)
        # A statement without a name vouches for a key, not for who has it; the issuer's own word for it does not count.
        if _names(claims):
            yield KnownIssuer(claims["sub"], _names(claims), since, until)


def _parse(token: Any) -> CompactJws:
    """Source: OpenID Federation 1.0, section 3.2 (steps on structure, `typ` and claims)."""
    try:
        jws = parse_compact_jws(token if isinstance(token, str) else "")
    except CodecError as error:
        raise refused("entity statement") from error
    if jws.header.get("typ") != _TYPE:
        raise refused("typ")
    unknown = next((name for name in _NOT_UNDERSTOOD if name in jws.payload), None)
    if unknown is not None:
        raise refused(unknown)
    for claim in ("iss", "sub"):
        fields.text(jws.payload, claim)
    _period(jws.payload)
    return jws


def _verify(jws: CompactJws, signer: JsonObject) -> None:
    """Checks the signature with the key of the signer's own statement that the header names.

    Source: OpenID Federation 1.0, section 3.2 (`kid` is required and names a key of the issuer's `jwks`).
    """
    kid, jwks = jws.header.get("kid"), signer.get("jwks")
    listed = jwks.get("keys") if isinstance(jwks, dict) else None
    if not isinstance(kid, str) or not isinstance(listed, list) or len(listed) > _MAX_KEYS:
        raise refused("jwks")
    named = [jwk for jwk in listed if isinstance(jwk, dict) and jwk.get("kid") == kid]
    if len(named) != 1:
        raise refused("kid")
    try:
        jose.check_header({name: value for name, value in jws.header.items() if name != "typ"})
        jose.verify(jws, keys.key_from_jwk(named[0]))
    except ProofError as error:
        raise refused("signature") from error


def _period(claims: JsonObject) -> tuple[datetime, datetime]:
    return _moment(claims.get("iat")), _moment(claims.get("exp"))


def _moment(value: Any) -> datetime:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refused("iat or exp")
    try:
        return from_numeric_date(value)
    except CodecError as error:
        raise refused("iat or exp") from error


def _names(claims: JsonObject) -> tuple[str, ...]:
    """The names in the metadata of any entity type, each once."""
    metadata = claims.get("metadata")
    parts = metadata.values() if isinstance(metadata, dict) else ()
    found = [part.get(member) for part in parts if isinstance(part, dict) for member in _NAME_MEMBERS]
    return tuple(dict.fromkeys(name[:2000] for name in found if isinstance(name, str) and name))[:20]
