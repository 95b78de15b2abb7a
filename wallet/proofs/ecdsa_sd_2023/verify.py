"""Verifying derived ecdsa-sd-2023 proofs: a part of a credential, shown by its holder under the issuer's signature.

A base proof is for the holder alone, and who presents one gives secrets away: one that holds is recognised and not
counted, one that does not hold is broken.
Lives here: verification. Does not live here: the binary layout (`proof_value`), what other such suites share
(`wallet.proofs.sd_primitives`).
Source: VC-DI-ECDSA, section 3.6 (ecdsa-sd-2023). The suite knows one curve and hash: P-256 and SHA-256.
"""

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import jsonld, keys, rdfc10, sd_primitives
from wallet.proofs.data_integrity import SecuredDocument, Suite, proof_options
from wallet.proofs.ecdsa import verify_ecdsa
from wallet.proofs.ecdsa_sd_2023 import proof_value
from wallet.proofs.keys import KeyType, PublicKey
from wallet.proofs.work import SIGNATURE_UNITS

_P256_CODEC = b"\x80\x24"
_HASH = "sha256"


@dataclass(frozen=True, slots=True)
class VerifyData:
    """What the signatures of a derived proof are over.

    Attributes:
        proof_hash, mandatory_hash: 32 bytes each.
        public_key: the key made for this proof, 35 bytes.
        non_mandatory: the statements that have a signature each, with their newlines.
    """

    base_signature: bytes
    proof_hash: bytes
    public_key: bytes
    signatures: Sequence[bytes]
    non_mandatory: Sequence[str]
    mandatory_hash: bytes


def verify_derived_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one derived proof.

    Args:
        key: the issuer's, P-256.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX, SIGNATURE_INVALID.
        UndecidableProofError: HOLDER_ONLY_PROOF for a base proof, UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-ECDSA, Verify Derived Proof (ecdsa-sd-2023).
    """
    _refuse_base_proof(secured, proof, key)
    # step 1
    data = create_verify_data(secured, proof)
    # step 2
    if len(data.signatures) != len(data.non_mandatory):
        raise ProofError(Reason.SIGNATURE_INVALID, "number of statement signatures")
    secured.work.spend(SIGNATURE_UNITS * len(data.signatures))
    # steps 3 to 5; the public key of the verification method is handed in
    to_verify = serialize_sign_data(data.proof_hash, data.public_key, data.mandatory_hash)
    verify_ecdsa(key, data.base_signature, to_verify, _HASH)
    # step 6
    statement_key = proof_scoped_key(data.public_key)
    for signature, nquad in zip(data.signatures, data.non_mandatory, strict=True):
        verify_ecdsa(statement_key, signature, nquad.encode("utf-8"), _HASH)


def _refuse_base_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """A base proof that holds is nothing bad and nothing to present; one that does not hold is a broken proof."""
    from wallet.proofs.ecdsa_sd_2023 import derive  # noqa: PLC0415 - it needs this module

    value = proof.get("proofValue")
    if not isinstance(value, str):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue")
    if proof_value.is_base_proof_value(value):
        with contextlib.suppress(UndecidableProofError):
            derive.verify_base_proof(secured, proof, key)
        raise UndecidableProofError(Reason.HOLDER_ONLY_PROOF, "base proof")


def create_verify_data(secured: SecuredDocument, proof: JsonObject) -> VerifyData:
    """Everything the signatures are checked against.

    Raises:
        ProofError, UndecidableProofError: as `verify_derived_proof`.

    Source: VC-DI-ECDSA, createVerifyData.
    """
    # step 1
    proof_hash = hash_proof_options(secured, proof)
    # step 2
    value = proof_value.parse_derived_proof_value(str(proof["proofValue"]))
    # step 3
    label_map_factory = sd_primitives.create_label_map_function(value.label_map)
    # step 4
    nquads = sd_primitives.label_replacement_canonicalize_json_ld(
        secured.unsecured(proof), label_map_factory, secured.work
    )
    # steps 5 to 7
    mandatory, non_mandatory = sd_primitives.group_by_index(nquads, frozenset(value.mandatory_indexes))
    # steps 8 and 9
    return VerifyData(
        base_signature=value.base_signature,
        proof_hash=proof_hash,
        public_key=value.public_key,
        signatures=value.signatures,
        non_mandatory=non_mandatory,
        mandatory_hash=sd_primitives.hash_mandatory_nquads(mandatory),
    )


def hash_proof_options(secured: SecuredDocument, proof: JsonObject) -> bytes:
    """The SHA-256 of the canonical proof configuration. Source: VC-DI-ECDSA, createVerifyData, step 1."""
    options = jsonld.to_quads(proof_options(proof, secured.document), secured.work)
    return hashlib.sha256(rdfc10.canonicalize(options, _HASH, work=secured.work).encode("utf-8")).digest()


def serialize_sign_data(proof_hash: bytes, public_key: bytes, mandatory_hash: bytes) -> bytes:
    """What the issuer's key signs. Source: VC-DI-ECDSA, serializeSignData."""
    return proof_hash + public_key + mandatory_hash


def proof_scoped_key(public_key: bytes) -> PublicKey:
    """The key that signed the statements one by one.

    Args:
        public_key: 35 bytes, see `proof_value.PUBLIC_KEY_BYTES`.

    Raises:
        ProofError: KEY_MALFORMED.
    """
    if not public_key.startswith(_P256_CODEC):
        raise ProofError(Reason.KEY_MALFORMED, "proof-scoped key type")
    return keys.ec_key(KeyType.P256, public_key[len(_P256_CODEC) :])


SUITES = (Suite("ecdsa-sd-2023", frozenset({KeyType.P256}), verify_derived_proof),)
