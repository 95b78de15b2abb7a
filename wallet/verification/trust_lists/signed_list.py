"""The wallet's own list file: plain JSON that people can read, signed by its publisher.

Lives here: reading, checking and making that file. Format: the README of `wallet.verification`, "Trust lists".
The signature is a detached JWS over the canonical form of all other members, so that one reader for JSON, one for
tokens and one set of rules for keys serve here too. The publisher's identifier is its key.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from wallet.codecs import base64url, jcs
from wallet.credentials.jwt_vc import parse_compact_jws
from wallet.credentials.model import CompactJws, JsonObject
from wallet.errors import CodecError, ProofError
from wallet.proofs import jose, keys
from wallet.proofs.keys import PublicKey
from wallet.verification.sources import KnownIssuer
from wallet.verification.trust_lists import fields
from wallet.verification.trust_lists.fields import refused
from wallet.verification.trust_lists.trust_list import TrustList

LIST_TYPE = "IssuerTrustList"
FORMAT = 1
_SIGNATURE = "signature"
_HEADER_MEMBERS = frozenset({"alg", "kid"})


def is_signed_list(document: JsonObject) -> bool:
    """Whether this JSON object claims to be such a list."""
    return document.get("type") == LIST_TYPE


def read_signed_list(document: JsonObject) -> TrustList:
    """The list in this JSON object, once its signature holds.

    Raises:
        VerificationError: TRUST_LIST_INVALID, with the member or rule that is broken.
    """
    if document.get("format") != FORMAT:
        raise refused("format")
    publisher = fields.text(document, "publisher")
    _check_signature(document, _key_of(publisher))
    begin, end = fields.moment(document, "valid_from"), fields.moment(document, "valid_until")
    if end < begin:
        raise refused("valid_until")
    return TrustList(
        title=fields.text(document, "name"),
        publisher=publisher,
        issuers=_issuers(document.get("issuers")),
        sequence=fields.sequence_number(document, "sequence"),
        made_at=begin,
        valid_from=begin,
        valid_until=end,
    )


def create_signed_list(content: Mapping[str, Any], seed: bytes) -> JsonObject:
    """The list with its publisher and signature.

    Args:
        content: `name`, `sequence`, `valid_from`, `valid_until` and `issuers`, as in the README.
        seed: the publisher's Ed25519 private seed, 32 bytes.
    """
    publisher = keys.did_key_from_seed(seed)
    document = {"type": LIST_TYPE, "format": FORMAT, "publisher": publisher, **content}
    header = base64url.encode(jcs.canonicalize({"alg": "EdDSA", "kid": publisher}))
    signing_input = f"{header}.{base64url.encode(jcs.canonicalize(document))}"
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(signing_input.encode("ascii"))
    return {**document, _SIGNATURE: f"{header}..{base64url.encode(signature)}"}


def _key_of(publisher: str) -> PublicKey:
    try:
        if publisher.startswith("did:key:"):
            return keys.key_from_multikey(publisher.removeprefix("did:key:"))
        if publisher.startswith("did:jwk:"):
            return keys.key_from_did_jwk(publisher)
    except ProofError as error:
        raise refused("publisher") from error
    raise refused("publisher")


def _check_signature(document: JsonObject, key: PublicKey) -> None:
    """Source: RFC 7515, section 5.2 and appendix F (detached content); RFC 8785 (the form that is signed)."""
    try:
        jws = _attached(document)
        jose.check_header(jws.header)
        if (
            not set(jws.header) <= _HEADER_MEMBERS
            or jws.header.get("kid", document["publisher"]) != document["publisher"]
        ):
            raise refused("signature header")
        jose.verify(jws, key)
    except (CodecError, ProofError) as error:
        raise refused(_SIGNATURE) from error


def _attached(document: JsonObject) -> CompactJws:
    """The signature as a whole JWS, its payload made from the other members.

    Raises:
        CodecError: the signature is not the text of a detached JWS.
    """
    header, _, signature = fields.text(document, _SIGNATURE).partition("..")
    content = {name: value for name, value in document.items() if name != _SIGNATURE}
    return parse_compact_jws(f"{header}.{base64url.encode(jcs.canonicalize(content))}.{signature}")


def _issuers(entries: Any) -> Sequence[KnownIssuer]:
    if not isinstance(entries, list) or len(entries) > fields.MAX_ISSUERS:
        raise refused("issuers")
    found = tuple(_issuer(entry) for entry in entries)
    if len({issuer.id for issuer in found}) != len(found):
        raise refused("issuers: the same id twice")
    return found


def _issuer(entry: Any) -> KnownIssuer:
    if not isinstance(entry, dict):
        raise refused("issuers")
    return KnownIssuer(
        id=fields.text(entry, "id"),
        names=fields.names(entry, "names"),
        since=fields.optional_moment(entry, "from"),
        until=fields.optional_moment(entry, "until"),
    )
