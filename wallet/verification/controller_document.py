"""DID documents and other controller documents: finding a verification method and whether it is listed for a purpose.

Lives here: reading one document that was handed in. Does not live here: where documents come from (`sources`) or how
a credential's proof refers to them (`key_resolution`).
Source: Controlled Identifiers 1.0, sections 2 and 3.3 (retrieve verification method).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wallet.codecs import base58, strict_json
from wallet.codecs.timestamps import parse_datetime
from wallet.errors import CodecError, ProofError, Reason
from wallet.proofs import keys
from wallet.proofs.keys import PublicKey

JsonMapping = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ControllerDocument:
    """A controller document whose `id` is what was asked for."""

    id: str
    body: JsonMapping

    def method(self, method_id: str, purpose: str) -> JsonMapping | None:
        """The verification method of this id; with an id that has no fragment, the only one listed for the purpose."""
        if "#" not in method_id:
            listed = self.listed_methods(purpose)
            return listed[0] if len(listed) == 1 else None
        return next((m for m in self._methods() if self._id_of(m) == method_id), None)

    def listed_methods(self, purpose: str) -> Sequence[JsonMapping]:
        """The verification methods the document lists under the purpose, each id once."""
        found = {self._id_of(m): m for m in self._methods() if self.lists(self._id_of(m), purpose)}
        return tuple(found.values())

    def method_by_key_id(self, kid: str, purpose: str) -> str | None:
        """The id of the one listed method whose JWK has this `kid` or this thumbprint.

        Source: VC-JOSE-COSE, section 4.1.1; RFC 7638, section 3.
        """
        listed = [m for m in self.listed_methods(purpose) if isinstance(m.get("publicKeyJwk"), dict)]
        jwks = [(self._id_of(m), m["publicKeyJwk"]) for m in listed]
        named = [method_id for method_id, jwk in jwks if kid in (jwk.get("kid"), keys.jwk_thumbprint(jwk))]
        return named[0] if len(named) == 1 else None

    def lists(self, method_id: str, purpose: str) -> bool:
        """Whether the document names this method under the purpose ("assertionMethod", "authentication")."""
        return any(self._id_of(entry) == method_id for entry in _as_list(self.body.get(purpose)))

    def _methods(self) -> Iterator[JsonMapping]:
        # Some published documents carry their keys only inside the purpose lists.
        for member in ("verificationMethod", "assertionMethod", "authentication"):
            for entry in _as_list(self.body.get(member)):
                if isinstance(entry, dict):
                    yield entry

    def _id_of(self, entry: Any) -> str:
        identifier = entry.get("id") if isinstance(entry, dict) else entry
        if not isinstance(identifier, str):
            return ""
        return f"{self.id}{identifier}" if identifier.startswith("#") else identifier


def parse_controller_document(body: bytes, expected_id: str) -> ControllerDocument:
    """The controller document in these bytes.

    Args:
        expected_id: the DID or URL that was looked up.

    Raises:
        ProofError: KEY_NOT_FOUND when it is not JSON, not an object, or describes another id.
    """
    try:
        parsed = strict_json.loads(body)
    except CodecError as error:
        raise ProofError(Reason.KEY_NOT_FOUND, "controller document is not readable") from error
    if not isinstance(parsed, dict) or parsed.get("id") != expected_id:
        raise ProofError(Reason.KEY_NOT_FOUND, "controller document has another id")
    return ControllerDocument(expected_id, parsed)


def key_of_method(method: JsonMapping, now: datetime) -> PublicKey:
    """The public key a verification method holds.

    Raises:
        ProofError: KEY_MALFORMED, KEY_WEAK; KEY_REVOKED when the method was revoked or ran out before `now`.
        UndecidableProofError: UNSUPPORTED_SUITE for a kind of key this program does not verify with.

    Source: Controlled Identifiers 1.0, section 2.2.
    """
    for member in ("revoked", "expires"):
        if member in method and _moment(method[member]) <= now:
            raise ProofError(Reason.KEY_REVOKED, member)
    if isinstance(method.get("publicKeyMultibase"), str):
        return keys.key_from_multikey(method["publicKeyMultibase"])
    if isinstance(method.get("publicKeyJwk"), dict):
        return keys.key_from_jwk(method["publicKeyJwk"])
    if isinstance(method.get("publicKeyBase58"), str):
        return _key_from_base58(method["publicKeyBase58"])
    if isinstance(method.get("publicKeyPem"), str):
        return keys.key_from_pem(method["publicKeyPem"])
    raise ProofError(Reason.KEY_MALFORMED, "verification method without a key")


def _key_from_base58(text: str) -> PublicKey:
    """The bare Ed25519 point of an Ed25519VerificationKey2018."""
    if len(text) > 64:  # noqa: PLR2004 - 32 bytes take 44 characters; longer text is not worth decoding
        raise ProofError(Reason.KEY_MALFORMED, "publicKeyBase58")
    try:
        return keys.ed25519_key(base58.decode(text))
    except CodecError as error:
        raise ProofError(Reason.KEY_MALFORMED, "publicKeyBase58") from error


def _moment(value: Any) -> datetime:
    try:
        return parse_datetime(value if isinstance(value, str) else "")
    except CodecError as error:
        raise ProofError(Reason.KEY_MALFORMED, "date of the verification method") from error


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
