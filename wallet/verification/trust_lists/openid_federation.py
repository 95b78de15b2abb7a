"""OpenID Federation: what a trust anchor, and whom it vouches for, state about others: an array of signed statements.

Lives here: reading a JSON array of compact tokens whose last one is the anchor's own statement about itself (its entity
configuration, which holds its keys) and whose others are statements about issuers and about the intermediates between:
one trust chain, or several with one anchor. Each statement is verified with the keys that the statement about its
signer gives, from the anchor down; the signer's own word for its keys does not count. An entity's own configuration may
stand in it, as in published chains, and adds nothing.

Refused, because it would need more than is done here: a statement of somebody of whom nothing in the array vouches,
chains of more than `MAX_LEVELS` statements and those that lead back to themselves, `constraints`, `crit`, a
`metadata_policy` for names (what else a policy changes is not read), trust marks in place of statements. Whoever hands
in the file vouches that its last token is the anchor they mean.
Source: OpenID Federation 1.0, sections 3 (entity statements) and 4 (trust chains).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
MAX_LEVELS = 4
"""So many statements may lie between an anchor and an issuer."""
MAX_HINTS = 3
"""So many entities above one are asked."""


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
    if address != configuration_address(claims["iss"]):
        raise refused("the anchor's own address is another one")
    metadata = claims.get("metadata")
    entity = metadata.get("federation_entity") if isinstance(metadata, dict) else None
    endpoint = entity.get("federation_fetch_endpoint") if isinstance(entity, dict) else None
    if not isinstance(endpoint, str) or not endpoint.startswith("https://") or "#" in endpoint:
        raise refused("federation_fetch_endpoint")
    return found, endpoint


def read_hints(token: str, entity: str) -> Sequence[str]:
    """Whom an entity names as those above it, in its own entity configuration.

    Raises:
        VerificationError: TRUST_LIST_INVALID: damaged, not signed by itself, or another's.

    Source: OpenID Federation 1.0, section 3.1.2 (`authority_hints`).
    """
    claims = _parse(token).payload
    if claims["iss"] != claims["sub"] or claims["iss"] != entity:
        raise refused("the configuration of another entity")
    _verify(_parse(token), claims)
    hints = claims.get("authority_hints")
    listed = hints if isinstance(hints, list) else []
    return [one for one in listed if isinstance(one, str) and one.startswith("https://")][:MAX_HINTS]


def is_about(token: str | None, issuer: str, subject: str) -> bool:
    """Whether a token is one entity's statement about another, by its words; nothing of it is verified.

    Raises:
        VerificationError: TRUST_LIST_INVALID for what is no entity statement.
    """
    claims = _parse(token).payload
    return (claims["iss"], claims["sub"]) == (issuer, subject)


def configuration_address(entity: str) -> str:
    """Where an entity publishes its configuration. Source: OpenID Federation 1.0, section 9."""
    return entity.rstrip("/") + _WELL_KNOWN


@dataclass(frozen=True, slots=True)
class _Vouched:
    """An entity, the statement that gives its keys, who is above it, and for how long all of that holds."""

    claims: JsonObject
    above: tuple[str, ...]
    since: datetime
    until: datetime


def _subordinates(statements: Sequence[CompactJws], anchor: JsonObject) -> Iterator[KnownIssuer]:
    """Everybody the anchor vouches for, level by level.

    Source: OpenID Federation 1.0, section 10.2 (validating a trust chain).
    """
    about = {jws.payload["sub"] for jws in statements if jws.payload["iss"] != jws.payload["sub"]}
    waiting = [jws for jws in statements if jws.payload["iss"] != jws.payload["sub"]]
    if any(jws.payload["sub"] not in about for jws in statements if jws not in waiting):
        raise refused("a statement of an intermediate")
    level = {anchor["iss"]: _Vouched(anchor, (), *_period(anchor))}
    for _ in range(MAX_LEVELS):
        below: dict[str, _Vouched] = {}
        for jws in [one for one in waiting if one.payload["iss"] in level]:
            waiting.remove(jws)
            signer, claims = level[jws.payload["iss"]], jws.payload
            above = (*signer.above, claims["iss"])
            if claims["sub"] in above:
                raise refused("a chain that leads back to itself")
            _verify(jws, signer.claims)
            since, until = _period(claims)
            if signer.above:  # the anchor's own dates are the list's
                since, until = max(since, signer.since), min(until, signer.until)
            below[claims["sub"]] = _Vouched(claims, above, since, until)
            # A statement without a name vouches for a key, not for who has it; the issuer's own word for it does not
            # count.
            if _names(claims):
                yield KnownIssuer(claims["sub"], _names(claims), since, until)
        level = below
    if waiting:
        raise refused("a statement of an intermediate")


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
    if _changes_names(jws.payload.get("metadata_policy")):
        raise refused("metadata_policy")
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


def _changes_names(policy: Any) -> bool:
    """Whether a policy is about what an entity is called; policies are not applied here."""
    parts = policy.values() if isinstance(policy, dict) else ()
    return any(isinstance(part, dict) and not part.keys().isdisjoint(_NAME_MEMBERS) for part in parts)


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
