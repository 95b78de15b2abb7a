"""Disclosures of an SD-JWT: the hidden claims a holder shows, put back where the issuer took them out.

Lives here: digests, their disclosures and every rule by which one of them is refused. Does not live here: taking
the token apart (`sd_jwt_vc`), signatures and key binding (`wallet.proofs.sd_jwt`).
Source: RFC 9901 (Selective Disclosure for JWTs), sections 4.1, 4.2, 7.1 and 9.7.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, CredentialError, Reason

MAX_DISCLOSURES = 10_000
"""More in one token is refused; real ones have dozens."""

_DIGESTS, _ELEMENT, _ALGORITHM = "_sd", "...", "_sd_alg"
_RESERVED = frozenset({_DIGESTS, _ELEMENT, _ALGORITHM})
_DEFAULT_ALGORITHM = "sha-256"
# Names of the IANA "Named Information Hash Algorithm" registry that are collision resistant and not cut short.
_HASHES = {
    "sha-256": "sha256",
    "sha-384": "sha384",
    "sha-512": "sha512",
    "sha3-256": "sha3_256",
    "sha3-384": "sha3_384",
    "sha3-512": "sha3_512",
}
# What decides on validity must be the same for every holder's choice, so it is never taken from a disclosure.
# Source: RFC 9901, section 9.7; SD-JWT VC, section 3.2.2.2. `@context` tells an SD-JWT VC from a W3C credential.
_NEVER_DISCLOSED = frozenset(
    {"iss", "aud", "exp", "nbf", "cnf", "vct", "vct#integrity", "status", "vc", "vp", "@context"}
)
# The same for the names of the W3C data model; to an SD-JWT VC these are content. Source: VC-JOSE-COSE, section 3.2.1.
_NEVER_DISCLOSED_OF_DOCUMENT = frozenset(
    {"issuer", "credentialStatus", "validFrom", "validUntil", "issuanceDate", "expirationDate"}
)
# These are objects or lists, and nothing inside them may be hidden either.
_WHOLLY_OPEN = frozenset({"cnf", "status", "@context", "credentialStatus"})


@dataclass(frozen=True, slots=True)
class ProcessedPayload:
    """A payload with the shown claims in their places and without a trace of the mechanism.

    Attributes:
        claims: the processed payload.
        algorithm: the hash algorithm's registered name ("sha-256").
        hidden: how many digests have no disclosure: claims the holder keeps back, and decoys.
    """

    claims: JsonObject = field(repr=False)
    algorithm: str
    hidden: int


def process_payload(payload: JsonObject, disclosures: Sequence[str]) -> ProcessedPayload:
    """The payload a verifier may look at.

    Args:
        payload: the claims of the issuer-signed token, as they were signed.
        disclosures: the base64url texts that stand between the tildes.

    Raises:
        CredentialError: DISCLOSURE_INVALID (the detail names the rule), ALG_NOT_ALLOWED for `_sd_alg`, TOO_COMPLEX.
        CodecError: a disclosure's JSON has a fault of its own (JSON_DUPLICATE_KEY, JSON_TOO_DEEP ...).

    Source: RFC 9901, section 7.1, steps 2.d, 3, 4 and 5.
    """
    if len(disclosures) > MAX_DISCLOSURES:
        raise CredentialError(Reason.TOO_COMPLEX, "number of disclosures")
    algorithm = _algorithm(payload)
    found = {digest_of(text, algorithm): _decode(text) for text in disclosures}
    if len(found) != len(disclosures):
        raise _refused("the same disclosure twice")
    restoration = _Restoration(found)
    claims = restoration.object(payload, 1)
    _check_open_claims(payload, claims)
    # step 5: a disclosure nobody signed for
    if len(restoration.used) != len(found):
        raise _refused("a disclosure without a digest")
    return ProcessedPayload(claims, algorithm, len(restoration.met) - len(restoration.used))


def digest_of(text: str, algorithm: str) -> str:
    """The base64url hash over a text's ASCII letters: the digest of a disclosure, or `sd_hash` of what it secures.

    Args:
        algorithm: a name `process_payload` accepted.

    Source: RFC 9901, sections 4.2.3 and 4.3.1.
    """
    return base64url.encode(hashlib.new(_HASHES[algorithm], text.encode("ascii", "replace")).digest())


def _algorithm(payload: JsonObject) -> str:
    """Step 2.d: a hash this program knows, and none that is weak."""
    name = payload.get(_ALGORITHM, _DEFAULT_ALGORITHM)
    if not isinstance(name, str) or name not in _HASHES:
        raise CredentialError(Reason.ALG_NOT_ALLOWED, _ALGORITHM)
    return name


def _decode(text: str) -> Sequence[Any]:
    try:
        content = strict_json.loads(base64url.decode_strict(text))
    except CodecError as error:
        if error.reason in (Reason.ENCODING_INVALID, Reason.JSON_INVALID):
            raise _refused("a disclosure that cannot be read") from error
        raise
    if not isinstance(content, list) or not content or not isinstance(content[0], str):
        raise _refused("a disclosure without a salt")
    return content


@dataclass(slots=True)
class _Restoration:
    """One walk through a payload and the disclosures it refers to.

    Attributes:
        found: the content of each disclosure by its digest.
        met: every digest seen so far, wherever it stands.
        used: those that had a disclosure.
    """

    found: Mapping[str, Sequence[Any]]
    met: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def object(self, value: JsonObject, depth: int) -> dict[str, Any]:
        """Steps 3.c.ii, 3.e and 3.f."""
        if depth > strict_json.MAX_DEPTH:
            raise CodecError(Reason.JSON_TOO_DEEP, "disclosures inside one another")
        if _ELEMENT in value or (_ALGORITHM in value and depth > 1):
            raise _refused("a reserved name out of place")
        made = {
            name: self.value(member, depth + 1) for name, member in value.items() if name not in _RESERVED
        }
        for digest in _digests(value):
            content = self._disclosed(digest, arity=3)
            if content is not None:
                name = content[1]
                if not isinstance(name, str) or name in _RESERVED:
                    raise _refused("a disclosure with a reserved name")
                if name in made:
                    raise _refused("a disclosure under a name that is taken")
                made[name] = self.value(content[2], depth + 1)
        return made

    def value(self, value: Any, depth: int) -> Any:
        """Any JSON value, with what is hidden in it put back or left out."""
        if isinstance(value, dict):
            return self.object(value, depth)
        return self._array(value, depth) if isinstance(value, list) else value

    def _array(self, value: Sequence[Any], depth: int) -> list[Any]:
        """Steps 3.c.iii and 3.d."""
        if depth > strict_json.MAX_DEPTH:
            raise CodecError(Reason.JSON_TOO_DEEP, "disclosures inside one another")
        made = []
        for entry in value:
            if not (isinstance(entry, dict) and _ELEMENT in entry):
                made.append(self.value(entry, depth + 1))
                continue
            if len(entry) != 1 or not isinstance(entry[_ELEMENT], str):
                raise _refused("a hidden element that is none")
            content = self._disclosed(entry[_ELEMENT], arity=2)
            if content is not None:
                made.append(self.value(content[1], depth + 1))
        return made

    def _disclosed(self, digest: str, *, arity: int) -> Sequence[Any] | None:
        """The disclosure of a digest, None when the holder keeps it back (or it is a decoy)."""
        if digest in self.met:  # step 4
            raise _refused("the same digest twice")
        self.met.add(digest)
        content = self.found.get(digest)
        if content is None:
            return None
        if len(content) != arity:
            raise _refused("a disclosure of another kind")
        self.used.add(digest)
        return content


def _digests(value: JsonObject) -> Sequence[str]:
    digests = value.get(_DIGESTS, [])
    if not isinstance(digests, list) or not all(isinstance(entry, str) for entry in digests):
        raise _refused("digests that are none")
    return digests


def _check_open_claims(payload: JsonObject, claims: JsonObject) -> None:
    """Nothing that decides on validity came from a disclosure, or could be kept back inside an open claim."""
    names = _NEVER_DISCLOSED
    if "vct" not in payload or "@context" in payload:
        names = names | _NEVER_DISCLOSED_OF_DOCUMENT
    if any(name not in payload for name in names.intersection(claims)):
        raise _refused("a claim that must not be hidden")
    if any(_hides_something(payload[name]) for name in _WHOLLY_OPEN.intersection(payload)):
        raise _refused("something hidden in a claim that must be open")


def _hides_something(value: Any) -> bool:
    waiting = [value]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, dict):
            if _DIGESTS in entry or _ELEMENT in entry:
                return True
            waiting += entry.values()
        elif isinstance(entry, list):
            waiting += entry
    return False


def _refused(rule: str) -> CredentialError:
    return CredentialError(Reason.DISCLOSURE_INVALID, rule)
