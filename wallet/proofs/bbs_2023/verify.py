"""Verifying derived bbs-2023 proofs: a part of a credential, shown so that two showings cannot be told to be of one.

Base proofs are for the holder alone: one that holds is recognised and not counted, one that does not hold is broken.
Without the library for the curve every such proof is of a suite this program does not support.
Lives here: verification. Does not live here: the binary layout (`proof_value`), the signature scheme
(`wallet.proofs.bbs_signatures`), what other such suites share (`wallet.proofs.sd_primitives`).
Source: VC-DI-BBS, section 3.4 (bbs-2023).
"""

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import bbs_signatures, jsonld, rdfc10, sd_primitives
from wallet.proofs.bbs_2023 import proof_value
from wallet.proofs.bbs_2023.proof_value import DerivedProofValue
from wallet.proofs.data_integrity import SecuredDocument, Suite, proof_options
from wallet.proofs.keys import KeyType, PublicKey
from wallet.proofs.work import SIGNATURE_UNITS

# One pairing takes as long as some ten other signatures.
PAIRING_UNITS = 10 * SIGNATURE_UNITS


@dataclass(frozen=True, slots=True)
class VerifyData:
    """What a derived proof is about.

    Attributes:
        proof_hash, mandatory_hash: 32 bytes each; together the BBS header.
        non_mandatory: the shown statements that are not mandatory, with their newlines.
    """

    value: DerivedProofValue
    proof_hash: bytes
    mandatory_hash: bytes
    non_mandatory: Sequence[str]


def verify_derived_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one derived proof of the baseline kind.

    Args:
        key: the issuer's, a point of G2.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX, SIGNATURE_INVALID.
        UndecidableProofError: HOLDER_ONLY_PROOF for a base proof, UNSUPPORTED_SUITE for other kinds and without the
            library, UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-BBS, Verify Derived Proof (bbs-2023).
    """
    _refuse_base_proof(secured, proof, key)
    # step 1
    data = create_verify_data(secured, proof)
    # each signed statement, shown or not, has a generator of its own
    count = bbs_signatures.number_of_messages(data.value.bbs_proof, len(data.non_mandatory))
    secured.work.spend(PAIRING_UNITS + SIGNATURE_UNITS * count)
    # steps 2 to 4
    bbs_signatures.proof_verify(
        key.raw,
        data.value.bbs_proof,
        data.proof_hash + data.mandatory_hash,
        presentation_header=data.value.presentation_header,
        disclosed_messages=[nquad.encode("utf-8") for nquad in data.non_mandatory],
        disclosed_indexes=data.value.selective_indexes,
    )


def _refuse_base_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """A base proof that holds is nothing bad and nothing to present; one that does not hold is a broken proof."""
    from wallet.proofs.bbs_2023 import derive  # noqa: PLC0415 - it needs this module

    if proof_value.is_base_proof_value(proof.get("proofValue")):
        with contextlib.suppress(UndecidableProofError):
            derive.verify_base_proof(secured, proof, key)
        raise UndecidableProofError(Reason.HOLDER_ONLY_PROOF, "base proof")


def create_verify_data(secured: SecuredDocument, proof: JsonObject) -> VerifyData:
    """Everything the proof is checked against.

    Raises:
        ProofError, UndecidableProofError: as `verify_derived_proof`.

    Source: VC-DI-BBS, createVerifyData.
    """
    text = proof.get("proofValue")
    if not isinstance(text, str):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue")
    value = proof_value.parse_derived_proof_value(text)
    bbs_signatures.require_library()
    proof_hash = hash_proof_options(secured, proof)
    label_map_factory = sd_primitives.create_label_map_function(value.label_map)
    nquads = sd_primitives.label_replacement_canonicalize_json_ld(
        secured.unsecured(proof), label_map_factory, secured.work
    )
    mandatory, non_mandatory = sd_primitives.group_by_index(nquads, frozenset(value.mandatory_indexes))
    return VerifyData(value, proof_hash, sd_primitives.hash_mandatory_nquads(mandatory), non_mandatory)


def hash_proof_options(secured: SecuredDocument, proof: JsonObject) -> bytes:
    """The SHA-256 of the canonical proof configuration. Source: VC-DI-BBS, createVerifyData, step 1."""
    options = jsonld.to_quads(proof_options(proof, secured.document), secured.work)
    return hashlib.sha256(rdfc10.canonicalize(options, work=secured.work).encode("utf-8")).digest()


SUITES = (Suite("bbs-2023", frozenset({KeyType.BLS12_381_G2}), verify_derived_proof),)
