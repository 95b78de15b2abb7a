"""The cryptosuites eddsa-rdfc-2022 (Ed25519 over RDFC-1.0 canonical N-Quads) and eddsa-jcs-2022 (over canonical JSON).

Source: Data Integrity EdDSA Cryptosuites v1.0 (W3C), sections 3.2 and 3.3. Lives here: verifying and creating both.
The draft's name eddsa-2022 is accepted for the first one, as the 1EdTech validator accepts it.
"""

from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from wallet.codecs import base58
from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs.data_integrity import SecuredDocument, Suite, base58_proof_value, rdfc_hash_data
from wallet.proofs.jcs_hashing import jcs_hash_data
from wallet.proofs.keys import KeyType, PublicKey

SIGNATURE_BYTES = 64


def verify_ed25519(key: PublicKey, signature: bytes, message: bytes) -> None:
    """Checks an Ed25519 signature.

    Args:
        signature: 64 bytes.

    Raises:
        ProofError: SIGNATURE_INVALID; KEY_MALFORMED when the key is of another type.

    Source: RFC 8032, section 5.1.7 (the underlying library refuses S >= L).
    """
    if not isinstance(key.verifier, Ed25519PublicKey):
        raise ProofError(Reason.KEY_MALFORMED, "key type does not fit the suite")
    try:
        key.verifier.verify(signature, message)
    except InvalidSignature as error:
        raise ProofError(Reason.SIGNATURE_INVALID, "Ed25519") from error


def verify_rdfc(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one eddsa-rdfc-2022 (or Ed25519Signature2020, which hashes alike) proof.

    Raises:
        ProofError: PROOF_MALFORMED, UNDEFINED_TERM, JSONLD_INVALID, TOO_COMPLEX, SIGNATURE_INVALID.
        UndecidableProofError: UNKNOWN_CONTEXT.

    Source: VC-DI-EDDSA, section 3.2.2 (Verify Proof), steps 2 to 6.
    """
    signature = base58_proof_value(proof, SIGNATURE_BYTES)
    verify_ed25519(key, signature, rdfc_hash_data(secured, proof))


def verify_jcs(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one eddsa-jcs-2022 proof.

    Raises:
        ProofError: PROOF_MALFORMED, JSON_NUMBER_INVALID, SIGNATURE_INVALID.
        UndecidableProofError: UNKNOWN_CONTEXT, TOO_COMPLEX.

    Source: VC-DI-EDDSA, section 3.3.2 (Verify Proof), steps 1 to 7.
    """
    signature = base58_proof_value(proof, SIGNATURE_BYTES)
    verify_ed25519(key, signature, jcs_hash_data(secured, proof))


def create_proof(document: JsonObject, proof_options: JsonObject, seed: bytes) -> JsonObject:
    """The document secured with one more eddsa-rdfc-2022 proof.

    Args:
        document: a JSON-LD document; proofs it already has are kept beside the new one and not signed by it.
        proof_options: verificationMethod, proofPurpose, created and what else the proof must say.
        seed: the 32-byte Ed25519 private seed.

    Raises:
        ProofError: when the document cannot be signed without losing content (UNDEFINED_TERM, JSONLD_INVALID ...).

    Source: VC-DI-EDDSA, section 3.2.1 (Create Proof).
    """
    options = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", **proof_options}
    return add_signature(document, options, seed)


def create_jcs_proof(document: JsonObject, proof_options: JsonObject, seed: bytes) -> JsonObject:
    """The document secured with one more eddsa-jcs-2022 proof, whatever its contexts mean.

    Args:
        document, proof_options, seed: as in `create_proof`.

    Raises:
        ProofError: JSON_NUMBER_INVALID.
        UndecidableProofError: TOO_COMPLEX.

    Source: VC-DI-EDDSA, section 3.3.1 (Create Proof); step 2 is why the proof repeats the document's contexts.
    """
    contexts = {"@context": document["@context"]} if "@context" in document else {}
    options = {**contexts, "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", **proof_options}
    return _signed(document, options, seed, jcs_hash_data)


def add_signature(document: JsonObject, options: JsonObject, seed: bytes) -> JsonObject:
    """The document with a proof of these complete options and an Ed25519 `proofValue`."""
    return _signed(document, options, seed, rdfc_hash_data)


def _signed(
    document: JsonObject,
    options: JsonObject,
    seed: bytes,
    hash_data: Callable[[SecuredDocument, JsonObject], bytes],
) -> JsonObject:
    secured = SecuredDocument(document)
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(hash_data(secured, options))
    proof = {**options, "proofValue": "z" + base58.encode(signature)}
    proofs = [*secured.proofs, proof]
    return {**secured.document, "proof": proofs if len(proofs) > 1 else proof}


SUITES = (
    Suite("eddsa-rdfc-2022", frozenset({KeyType.ED25519}), verify_rdfc),
    Suite("eddsa-2022", frozenset({KeyType.ED25519}), verify_rdfc),
    Suite("eddsa-jcs-2022", frozenset({KeyType.ED25519}), verify_jcs),
)
