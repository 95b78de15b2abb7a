"""A small issuer of credentials whose holder may leave parts out: ecdsa-sd-2023 and bbs-2023 base proofs.

Lives here: making good ones. Does not live here: SD-JWTs (`hiding`), breaking things.
Source: VC-DI-ECDSA, Create Base Proof (ecdsa-sd-2023); VC-DI-BBS, Create Base Proof (bbs-2023);
draft-irtf-cfrg-bbs-signatures-08, section 3.6.1 (CoreSign).
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from tests import identities, issuing
from tests.identities import Identity, Json
from wallet.codecs import base58
from wallet.proofs import bbs_signatures, sd_primitives
from wallet.proofs.bbs_2023 import derive as bbs_derive
from wallet.proofs.bbs_2023 import proof_value as bbs_proof_value
from wallet.proofs.bbs_2023 import verify as bbs_verify
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa_sd_2023 import derive, proof_value, verify
from wallet.proofs.work import Work

MANDATORY = ("/issuer", "/validFrom", "/credentialSubject/achievement/name")
_P256 = b"\x80\x24"
_G2 = b"\xeb\x01"


def secure(
    document: Mapping[str, Any],
    signer: Identity,
    mandatory: Sequence[str] = MANDATORY,
    *,
    label: str = "",
    **changes: Any,
) -> Json:
    """The document with an ecdsa-sd-2023 base proof; keyword arguments replace proof options.

    Args:
        label: makes another HMAC key and key of the proof; both follow from it, as everything made in tests.
    """
    options = issuing.options(signer, **changes)
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023", **options}
    secured = SecuredDocument(document)
    hmac_key = hashlib.sha256(f"hmac {label}".encode()).digest()
    statement_key = identities.key(f"statements {label}", "P-256")
    grouping = derive.group_mandatory(secured.document, hmac_key, mandatory, Work())
    mandatory_hash = sd_primitives.hash_mandatory_nquads(grouping.matching(derive.MANDATORY))
    public_key = _P256 + statement_key.public
    to_sign = verify.serialize_sign_data(
        verify.hash_proof_options(secured, proof), public_key, mandatory_hash
    )
    value = proof_value.BaseProofValue(
        base_signature=signer.key.sign(to_sign),
        public_key=public_key,
        hmac_key=hmac_key,
        signatures=[statement_key.sign(nquad.encode()) for nquad in grouping.not_matching(derive.MANDATORY)],
        mandatory_pointers=list(mandatory),
    )
    proof["proofValue"] = proof_value.serialize_base_proof_value(value)
    return {**secured.document, "proof": proof}


def bbs_identity(label: str = "bbs issuer") -> tuple[str, int]:
    """A did:key of a BLS12-381 G2 key, and the secret scalar behind it."""
    curve = bbs_signatures._curve()
    secret = int.from_bytes(hashlib.sha512(label.encode()).digest(), "big") % bbs_signatures._ORDER
    public = bytes((curve.G2Point() * curve.Scalar(secret)).to_compressed_bytes())
    return f"did:key:z{base58.encode(_G2 + public)}", secret


def secure_bbs(
    document: Mapping[str, Any], mandatory: Sequence[str] = MANDATORY, *, label: str = "bbs issuer"
) -> Json:
    """The document, issued by `bbs_identity(label)`, with a bbs-2023 base proof."""
    did, secret = bbs_identity(label)
    issuer = document["issuer"]
    document = {**document, "issuer": {**issuer, "id": did} if isinstance(issuer, dict) else did}
    proof: Json = {
        "type": "DataIntegrityProof",
        "cryptosuite": "bbs-2023",
        "created": "2026-02-01T09:00:00Z",
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
    }
    secured = SecuredDocument(document)
    hmac_key = hashlib.sha256(f"hmac {label}".encode()).digest()
    grouping = bbs_derive.group_mandatory(secured.document, hmac_key, mandatory, Work())
    mandatory_hash = sd_primitives.hash_mandatory_nquads(grouping.matching(bbs_derive.MANDATORY))
    header = bbs_verify.hash_proof_options(secured, proof) + mandatory_hash
    messages = [nquad.encode() for nquad in grouping.not_matching(bbs_derive.MANDATORY)]
    public = base58.decode(did.removeprefix("did:key:z"))[len(_G2) :]
    value = bbs_proof_value.BaseProofValue(
        bbs_signature=_sign(secret, public, header, messages),
        bbs_header=header,
        public_key=public,
        hmac_key=hmac_key,
        mandatory_pointers=list(mandatory),
    )
    proof["proofValue"] = bbs_proof_value.serialize_base_proof_value(value)
    return {**secured.document, "proof": proof}


def _sign(secret: int, public: bytes, header: bytes, messages: Sequence[bytes]) -> bytes:
    """Source: draft-irtf-cfrg-bbs-signatures-08, section 3.6.1 (CoreSign)."""
    curve, order = bbs_signatures._curve(), bbs_signatures._ORDER
    signed = bbs_signatures._Signed.of(public, header, messages)
    octets = b"".join(number.to_bytes(32, "big") for number in (secret, *signed.scalars, signed.domain))
    e = bbs_signatures._hash_to_scalar(octets, b"H2S_")
    a = signed.b() * curve.Scalar(pow(secret + e, -1, order))
    return bytes(a.to_compressed_bytes()) + e.to_bytes(32, "big")
