"""Issues credentials whose holder may leave parts out: ecdsa-sd-2023 and bbs-2023 base proofs, and SD-JWTs.

Lives here: what an issuer does and the wallet never does, for the samples and for tests. Everything follows from its
arguments. Does not live here: what the samples say (`sample_credentials`), and the keys (`sample_keys`).
Source: VC-DI-ECDSA, Create Base Proof (ecdsa-sd-2023); VC-DI-BBS, Create Base Proof (bbs-2023);
draft-irtf-cfrg-bbs-signatures-08, section 3.6.1 (CoreSign); RFC 9901, section 4.2 (Disclosures).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from wallet.codecs import base58, base64url
from wallet.proofs import bbs_signatures, sd_choice, sd_primitives
from wallet.proofs.bbs_2023 import derive as bbs_derive
from wallet.proofs.bbs_2023 import proof_value as bbs_proof_value
from wallet.proofs.bbs_2023 import verify as bbs_verify
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa_sd_2023 import derive, proof_value, verify
from wallet.proofs.work import Work

Json = dict[str, Any]
P256_PREFIX = b"\x80\x24"
_G2_PREFIX = b"\xeb\x01"


class SigningKey(Protocol):
    """A P-256 key pair."""

    @property
    def public(self) -> bytes:
        """The compressed point, 33 bytes."""

    def sign(self, message: bytes) -> bytes:
        """R || s, 64 bytes."""


def secure_ecdsa_sd(
    document: Mapping[str, Any],
    options: Mapping[str, Any],
    issuer_key: SigningKey,
    mandatory: Sequence[str],
    *,
    statement_key: SigningKey,
    hmac_key: bytes,
) -> Json:
    """The document with an ecdsa-sd-2023 base proof.

    Args:
        options: created, verificationMethod and proofPurpose.
        mandatory: JSON pointers to what the holder can never leave out.
        statement_key: the key of this one proof.
        hmac_key: 32 bytes, of this one proof.
    """
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023", **options}
    secured = SecuredDocument(document)
    grouping = derive.group_mandatory(secured.document, hmac_key, mandatory, Work())
    mandatory_hash = sd_primitives.hash_mandatory_nquads(grouping.matching(sd_choice.MANDATORY))
    public_key = P256_PREFIX + statement_key.public
    to_sign = verify.serialize_sign_data(
        verify.hash_proof_options(secured, proof), public_key, mandatory_hash
    )
    value = proof_value.BaseProofValue(
        base_signature=issuer_key.sign(to_sign),
        public_key=public_key,
        hmac_key=hmac_key,
        signatures=[
            statement_key.sign(nquad.encode()) for nquad in grouping.not_matching(sd_choice.MANDATORY)
        ],
        mandatory_pointers=list(mandatory),
    )
    proof["proofValue"] = proof_value.serialize_base_proof_value(value)
    return {**secured.document, "proof": proof}


def bbs_identity(label: str) -> tuple[str, int]:
    """A did:key of a BLS12-381 G2 key that follows from a label, and the secret scalar behind it."""
    curve = bbs_signatures._curve()
    secret = int.from_bytes(hashlib.sha512(label.encode()).digest(), "big") % bbs_signatures._ORDER
    public = bytes((curve.G2Point() * curve.Scalar(secret)).to_compressed_bytes())
    return f"did:key:z{base58.encode(_G2_PREFIX + public)}", secret


def secure_bbs(
    document: Mapping[str, Any], created: str, mandatory: Sequence[str], *, label: str, hmac_key: bytes
) -> Json:
    """The document with a bbs-2023 base proof of `bbs_identity(label)`, which becomes its issuer."""
    did, secret = bbs_identity(label)
    issuer = document["issuer"]
    document = {**document, "issuer": {**issuer, "id": did} if isinstance(issuer, dict) else did}
    proof: Json = {
        "type": "DataIntegrityProof",
        "cryptosuite": "bbs-2023",
        "created": created,
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
    }
    secured = SecuredDocument(document)
    grouping = bbs_derive.group_mandatory(secured.document, hmac_key, mandatory, Work())
    mandatory_hash = sd_primitives.hash_mandatory_nquads(grouping.matching(sd_choice.MANDATORY))
    header = bbs_verify.hash_proof_options(secured, proof) + mandatory_hash
    messages = [nquad.encode() for nquad in grouping.not_matching(sd_choice.MANDATORY)]
    public = base58.decode(did.removeprefix("did:key:z"))[len(_G2_PREFIX) :]
    value = bbs_proof_value.BaseProofValue(
        bbs_signature=_sign_bbs(secret, public, header, messages),
        bbs_header=header,
        public_key=public,
        hmac_key=hmac_key,
        mandatory_pointers=list(mandatory),
    )
    proof["proofValue"] = bbs_proof_value.serialize_base_proof_value(value)
    return {**secured.document, "proof": proof}


def _sign_bbs(secret: int, public: bytes, header: bytes, messages: Sequence[bytes]) -> bytes:
    """Source: draft-irtf-cfrg-bbs-signatures-08, section 3.6.1 (CoreSign)."""
    curve, order = bbs_signatures._curve(), bbs_signatures._ORDER
    signed = bbs_signatures._Signed.of(public, header, messages)
    octets = b"".join(number.to_bytes(32, "big") for number in (secret, *signed.scalars, signed.domain))
    e = bbs_signatures._hash_to_scalar(octets, b"H2S_")
    a = signed.b() * curve.Scalar(pow(secret + e, -1, order))
    return bytes(a.to_compressed_bytes()) + e.to_bytes(32, "big")


@dataclass(frozen=True)
class Hidden:
    """A member's value or an array's element that the issuer lets the holder keep back."""

    value: Any


@dataclass
class Hiding:
    """Takes hidden values out of a payload; remembers their disclosures in the order they were met.

    Attributes:
        salt_label: makes other salts, which follow from it and from the place of the disclosure.
    """

    algorithm: str = "sha256"
    salt_label: str = ""
    disclosures: list[str] = field(default_factory=list)

    def payload(self, value: Any) -> Any:
        """The value with digests in place of what is hidden in it, innermost first."""
        if isinstance(value, Hidden):
            raise TypeError("only members and elements can be hidden")
        if isinstance(value, list):
            return [self._element(entry) for entry in value]
        return self._object(value) if isinstance(value, dict) else value

    def _object(self, value: Json) -> Json:
        made: Json = {}
        digests = []
        for name, member in value.items():
            if isinstance(member, Hidden):
                digests.append(self.digest(name, self.payload(member.value)))
            else:
                made[name] = self.payload(member)
        return made | ({"_sd": sorted(digests)} if digests else {})

    def _element(self, entry: Any) -> Any:
        if isinstance(entry, Hidden):
            return {"...": self.digest(self.payload(entry.value))}
        return self.payload(entry)

    def digest(self, *content: Any) -> str:
        """The digest of a new disclosure: name and value, or a value alone."""
        seed = f"{self.salt_label}{len(self.disclosures)}".encode()
        text = disclosure(base64url.encode(hashlib.sha256(seed).digest()[:16]), *content)
        self.disclosures.append(text)
        return digest_of(text, self.algorithm)


def disclosure(*content: Any) -> str:
    """The base64url text of a disclosure with this content."""
    return base64url.encode(json.dumps(content).encode())


def digest_of(text: str, algorithm: str = "sha256") -> str:
    """The base64url hash of a text."""
    return base64url.encode(hashlib.new(algorithm, text.encode()).digest())
