"""Deriving ecdsa-sd-2023 proofs: the holder's part, from a base proof and a choice to what is shown.

Lives here: derivation, and the check of a base proof that its holder makes. Does not live here: the binary layouts
(`proof_value`), the choice of statements (`wallet.proofs.sd_selection`), the verifier's part (`verify`).
Source: VC-DI-ECDSA, section 3.6 (ecdsa-sd-2023).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs import sd_choice, sd_primitives
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa import verify_ecdsa
from wallet.proofs.ecdsa_sd_2023 import proof_value, verify
from wallet.proofs.ecdsa_sd_2023.proof_value import BaseProofValue, DerivedProofValue
from wallet.proofs.keys import PublicKey
from wallet.proofs.sd_choice import MANDATORY
from wallet.proofs.sd_selection import Grouping
from wallet.proofs.work import SIGNATURE_UNITS, Work


@dataclass(frozen=True, slots=True)
class DisclosureData:
    """What a choice comes to.

    Attributes:
        value: the parts of the derived proof.
        reveal_document: the chosen part of the document, without a proof.
    """

    value: DerivedProofValue
    reveal_document: JsonObject


def derive_proof(
    secured: SecuredDocument, proof: JsonObject, selective_pointers: Sequence[str]
) -> JsonObject:
    """The chosen part of a document with a derived proof.

    Args:
        proof: one of the document's proofs, a base proof.
        selective_pointers: JSON pointers to what is shown besides the mandatory parts.

    Raises:
        CredentialError: POINTER_UNKNOWN; CHOICE_NOT_COMPLETE when nothing is chosen and nothing mandatory.
        ProofError: PROOF_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX.
        UndecidableProofError: UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-ECDSA, Add Derived Proof (ecdsa-sd-2023).
    """
    # step 1
    data = create_disclosure_data(secured, proof, selective_pointers)
    # steps 2 to 5
    new_proof = {**proof, "proofValue": proof_value.serialize_derived_proof_value(data.value)}
    return {**data.reveal_document, "proof": new_proof}


def create_disclosure_data(
    secured: SecuredDocument, proof: JsonObject, selective_pointers: Sequence[str]
) -> DisclosureData:
    """What is shown and what proves it.

    Raises:
        CredentialError, ProofError, UndecidableProofError: as `derive_proof`.

    Source: VC-DI-ECDSA, createDisclosureData.
    """
    document = secured.unsecured(proof)
    # step 1
    base = _base_proof_value(proof)
    # steps 2 and 3
    label_map_factory = sd_primitives.create_hmac_id_label_map_function(base.hmac_key)
    # steps 4 to 9 and 13 to 17
    choice = sd_choice.choose(
        document, label_map_factory, base.mandatory_pointers, selective_pointers, secured.work
    )
    # steps 10 to 12; each statement that is not mandatory has a signature, in order
    signatures = [
        signature
        for signature, index in zip(base.signatures, choice.signed, strict=False)
        if index in choice.selected
    ]
    # step 18
    value = DerivedProofValue(
        base.base_signature, base.public_key, signatures, choice.label_map, choice.mandatory_indexes
    )
    return DisclosureData(value, choice.reveal_document)


def verify_base_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """What the holder checks when a base proof comes in: the issuer's signature and that of every statement.

    Args:
        key: the issuer's, P-256.

    Raises:
        ProofError: PROOF_MALFORMED (mandatory pointers that lead nowhere among it), KEY_MALFORMED, UNDEFINED_TERM,
            JSONLD_INVALID, TOO_COMPLEX, SIGNATURE_INVALID.
        UndecidableProofError: UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-ECDSA, Base Proof Transformation, Hashing and Serialization (ecdsa-sd-2023), read backwards.
    """
    base = _base_proof_value(proof)
    proof_hash = verify.hash_proof_options(secured, proof)
    grouping = group_mandatory(secured.unsecured(proof), base.hmac_key, base.mandatory_pointers, secured.work)
    statements = grouping.not_matching(MANDATORY)
    if len(base.signatures) != len(statements):
        raise ProofError(Reason.SIGNATURE_INVALID, "number of statement signatures")
    secured.work.spend(SIGNATURE_UNITS * len(statements))
    mandatory_hash = sd_primitives.hash_mandatory_nquads(grouping.matching(MANDATORY))
    to_verify = verify.serialize_sign_data(proof_hash, base.public_key, mandatory_hash)
    verify_ecdsa(key, base.base_signature, to_verify, "sha256")
    statement_key = verify.proof_scoped_key(base.public_key)
    for signature, nquad in zip(base.signatures, statements, strict=True):
        verify_ecdsa(statement_key, signature, nquad.encode("utf-8"), "sha256")


def group_mandatory(
    document: JsonObject, hmac_key: bytes, mandatory_pointers: Sequence[str], work: Work
) -> Grouping:
    """All statements of a document, those the pointers select in the group `MANDATORY`.

    Raises:
        ProofError: PROOF_MALFORMED for a pointer that leads nowhere, and as `jsonld.to_quads`.

    Source: VC-DI-ECDSA, Base Proof Transformation (ecdsa-sd-2023).
    """
    return sd_choice.group_mandatory(
        document, sd_primitives.create_hmac_id_label_map_function(hmac_key), mandatory_pointers, work
    )


def _base_proof_value(proof: JsonObject) -> BaseProofValue:
    text = proof.get("proofValue")
    if not isinstance(text, str):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue")
    return proof_value.parse_base_proof_value(text)
