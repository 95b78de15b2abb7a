"""Deriving bbs-2023 proofs of the baseline kind: the holder's part, from a base proof and a choice to what is shown.

Lives here: derivation, and the check of a base proof that its holder makes. Does not live here: the binary layouts
(`proof_value`), the choice of statements (`wallet.proofs.sd_selection`), the verifier's part (`verify`), the scheme
(`wallet.proofs.bbs_signatures`).
Source: VC-DI-BBS (Candidate Recommendation Draft), section 3.4 (bbs-2023).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs import bbs_signatures, sd_choice, sd_primitives
from wallet.proofs.bbs_2023 import proof_value, verify
from wallet.proofs.bbs_2023.proof_value import BaseProofValue, DerivedProofValue
from wallet.proofs.data_integrity import SecuredDocument
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
    secured: SecuredDocument,
    proof: JsonObject,
    selective_pointers: Sequence[str],
    *,
    random: Callable[[int], bytes],
    presentation_header: bytes = b"",
) -> JsonObject:
    """The chosen part of a document with a derived proof.

    Args:
        proof: one of the document's proofs, a base proof.
        selective_pointers: JSON pointers to what is shown besides the mandatory parts.
        random: gives that many unpredictable bytes.
        presentation_header: what the proof is bound to.

    Raises:
        CredentialError: POINTER_UNKNOWN; CHOICE_NOT_COMPLETE when nothing is chosen and nothing mandatory.
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX.
        UndecidableProofError: UNSUPPORTED_SUITE for other kinds and without the library, UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-BBS, Add Derived Proof (bbs-2023).
    """
    data = create_disclosure_data(secured, proof, selective_pointers, random, presentation_header)
    new_proof = {**proof, "proofValue": proof_value.serialize_derived_proof_value(data.value)}
    return {**data.reveal_document, "proof": new_proof}


def create_disclosure_data(
    secured: SecuredDocument,
    proof: JsonObject,
    selective_pointers: Sequence[str],
    random: Callable[[int], bytes],
    presentation_header: bytes,
) -> DisclosureData:
    """What is shown and what proves it.

    Raises:
        CredentialError, ProofError, UndecidableProofError: as `derive_proof`.

    Source: VC-DI-BBS, createDisclosureData.
    """
    document = secured.unsecured(proof)
    # step 1
    base = _base_proof_value(proof)
    # steps 2 and 3
    label_map_factory = sd_primitives.create_shuffled_id_label_map_function(base.hmac_key)
    # steps 4 to 8 and 14 to 18
    choice = sd_choice.choose(
        document, label_map_factory, base.mandatory_pointers, selective_pointers, secured.work
    )
    # steps 9 to 11: where the shown statements stand among the signed ones that are not mandatory
    selective_indexes = [place for place, index in enumerate(choice.signed) if index in choice.selected]
    # steps 12 and 13
    secured.work.spend(SIGNATURE_UNITS * len(choice.signed))
    bbs_proof = bbs_signatures.proof_gen(
        base.public_key,
        base.bbs_signature,
        base.bbs_header,
        presentation_header=presentation_header,
        messages=[choice.grouping.nquads[index].encode("utf-8") for index in choice.signed],
        disclosed_indexes=selective_indexes,
        random=random,
    )
    value = DerivedProofValue(
        bbs_proof, choice.label_map, choice.mandatory_indexes, selective_indexes, presentation_header
    )
    return DisclosureData(value, choice.reveal_document)


def verify_base_proof(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """What the holder checks when a base proof comes in: the issuer's signature over all statements.

    Args:
        key: the issuer's, a point of G2.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX, SIGNATURE_INVALID.
        UndecidableProofError: UNSUPPORTED_SUITE for other kinds and without the library, UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-BBS, Base Proof Transformation, Hashing and Serialization (bbs-2023), read backwards.
    """
    base = _base_proof_value(proof)
    bbs_signatures.require_library()
    proof_hash = verify.hash_proof_options(secured, proof)
    grouping = group_mandatory(secured.unsecured(proof), base.hmac_key, base.mandatory_pointers, secured.work)
    header = proof_hash + sd_primitives.hash_mandatory_nquads(grouping.matching(MANDATORY))
    if base.bbs_header != header or base.public_key != key.raw:
        raise ProofError(Reason.SIGNATURE_INVALID, "header or key of the base proof")
    statements = [nquad.encode("utf-8") for nquad in grouping.not_matching(MANDATORY)]
    secured.work.spend(verify.PAIRING_UNITS + SIGNATURE_UNITS * len(statements))
    bbs_signatures.verify(key.raw, base.bbs_signature, header, statements)


def group_mandatory(
    document: JsonObject, hmac_key: bytes, mandatory_pointers: Sequence[str], work: Work
) -> Grouping:
    """All statements of a document, those the pointers select in the group `MANDATORY`.

    Raises:
        ProofError: PROOF_MALFORMED for a pointer that leads nowhere, and as `jsonld.to_quads`.

    Source: VC-DI-BBS, Base Proof Transformation (bbs-2023).
    """
    return sd_choice.group_mandatory(
        document, sd_primitives.create_shuffled_id_label_map_function(hmac_key), mandatory_pointers, work
    )


def _base_proof_value(proof: JsonObject) -> BaseProofValue:
    text = proof.get("proofValue")
    if not isinstance(text, str):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue")
    return proof_value.parse_base_proof_value(text)
