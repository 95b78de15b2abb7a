"""JSON Web Keys an issuer publishes, and which of them a token's `kid` names.

Lives here: JWK sets, the metadata of SD-JWT VC issuers, key ids and thumbprints. Does not live here: where documents
come from (`sources`), DID and controller documents (`controller_document`).
Source: RFC 7517, section 5 (JWK Set); SD-JWT VC, section 4 (JWT VC Issuer Metadata); VC-JOSE-COSE, section 4.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from wallet.codecs import strict_json
from wallet.errors import CodecError, ProofError, Reason
from wallet.proofs import keys

Jwk = Mapping[str, Any]

_WELL_KNOWN = "/.well-known/jwt-vc-issuer"
# Enough for any rollover of keys; each is looked at for every token that names none of them.
_MAX_KEYS = 100


def metadata_url(issuer: str) -> str:
    """The address of an https issuer's metadata: the well-known path between host and path.

    Source: SD-JWT VC, section 4.1 (JWT VC Issuer Metadata Request).
    """
    host, slash, path = issuer.removeprefix("https://").partition("/")
    return f"https://{host}{_WELL_KNOWN}{slash}{path}".removesuffix("/")


def jwk_set(body: bytes) -> Sequence[Jwk] | None:
    """The keys of a JWK set, None when these bytes are something else."""
    try:
        return _keys(_object(body))
    except ProofError:
        return None


def keys_of_metadata(body: bytes, issuer: str) -> tuple[Sequence[Jwk] | None, str | None]:
    """What an issuer's metadata says of its keys: the keys, or the address of its JWK set.

    Raises:
        ProofError: KEY_NOT_FOUND when it is not this issuer's metadata, or names both or neither.

    Source: SD-JWT VC, section 4.2 (JWT VC Issuer Metadata Response).
    """
    metadata = _object(body)
    if metadata.get("issuer") != issuer:
        raise ProofError(Reason.KEY_NOT_FOUND, "issuer metadata of another")
    url, inline = metadata.get("jwks_uri"), metadata.get("jwks")
    if (inline is None) is (url is None):
        raise ProofError(Reason.KEY_NOT_FOUND, "issuer metadata without keys")
    if isinstance(url, str) and url.startswith("https://"):
        return None, url
    found = _keys(inline if isinstance(inline, dict) else {})
    if found is None:
        raise ProofError(Reason.KEY_NOT_FOUND, "issuer metadata without keys")
    return found, None


def select_key(published: Sequence[Jwk], kid: str | None) -> Jwk:
    """The key a token names, by its `kid` or its thumbprint; without a name, the only one there is.

    Raises:
        ProofError: KEY_NOT_FOUND when none or several answer to it.

    Source: VC-JOSE-COSE, section 4.1.1 (`kid`); RFC 7638 (thumbprint).
    """
    if kid is None:
        named = list(published)
    else:
        named = [jwk for jwk in published if jwk.get("kid") == kid]
        named = named or [jwk for jwk in published if keys.jwk_thumbprint(jwk) == kid]
    if len(named) != 1:
        raise ProofError(Reason.KEY_NOT_FOUND, "not one key of this name")
    return named[0]


def names_key(published: Sequence[Jwk], kid: str | None) -> bool:
    """Whether one of the keys has this very `kid`."""
    return any(jwk.get("kid") == kid for jwk in published)


def _keys(owner: Jwk) -> Sequence[Jwk] | None:
    listed = owner.get("keys")
    if not isinstance(listed, list) or len(listed) > _MAX_KEYS:
        return None
    return [entry for entry in listed if isinstance(entry, dict)]


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        parsed = strict_json.loads(body)
    except CodecError as error:
        raise ProofError(Reason.KEY_NOT_FOUND, "keys of the issuer are not readable") from error
    return parsed if isinstance(parsed, dict) else {}
