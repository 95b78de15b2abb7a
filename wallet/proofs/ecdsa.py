"""The cryptosuites ecdsa-rdfc-2019 and ecdsa-jcs-2019: ECDSA on P-256 or P-384 over canonical N-Quads or JSON.

Source: Data Integrity ECDSA Cryptosuites v1.0 (W3C), sections 3.2 and 3.3. Lives here: verifying such proofs.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs.data_integrity import SecuredDocument, Suite, base58_proof_value, rdfc_hash_data
from wallet.proofs.jcs_hashing import jcs_hash_data
from wallet.proofs.keys import KeyType, PublicKey

_HASH_NAMES = {KeyType.P256: "sha256", KeyType.P384: "sha384"}
_HASHES: dict[str, hashes.HashAlgorithm] = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384()}
_SIGNATURE_BYTES = {KeyType.P256: 64, KeyType.P384: 96}


def verify_ecdsa(key: PublicKey, signature: bytes, message: bytes, hash_name: str) -> None:
    """Checks an ECDSA signature in the fixed-length form (r || s).

    Args:
        signature: 64 bytes for P-256, 96 bytes for P-384.
        hash_name: "sha256" or "sha384".

    Raises:
        ProofError: SIGNATURE_INVALID; KEY_MALFORMED when the key is of another type.

    Source: FIPS 186-5, section 6.4.2; the fixed-length form as in IEEE P1363.
    """
    if not isinstance(key.verifier, ec.EllipticCurvePublicKey):
        raise ProofError(Reason.KEY_MALFORMED, "key type does not fit the suite")
    if len(signature) != _SIGNATURE_BYTES[key.type]:
        raise ProofError(Reason.SIGNATURE_INVALID, "ECDSA length")
    half = len(signature) // 2
    r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
    try:
        key.verifier.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(_HASHES[hash_name]))
    except InvalidSignature as error:
        raise ProofError(Reason.SIGNATURE_INVALID, "ECDSA") from error


def verify_rdfc(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one ecdsa-rdfc-2019 proof; the curve decides the hash.

    Raises:
        ProofError: as `wallet.proofs.eddsa.verify_rdfc`.
    """
    signature = base58_proof_value(proof, _SIGNATURE_BYTES[key.type])
    hash_name = _HASH_NAMES[key.type]
    verify_ecdsa(key, signature, rdfc_hash_data(secured, proof, hash_name), hash_name)


def verify_jcs(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one ecdsa-jcs-2019 proof; the curve decides the hash.

    Raises:
        ProofError, UndecidableProofError: as `wallet.proofs.eddsa.verify_jcs`.

    Source: VC-DI-ECDSA, section 3.3.2 (Verify Proof).
    """
    signature = base58_proof_value(proof, _SIGNATURE_BYTES[key.type])
    hash_name = _HASH_NAMES[key.type]
    verify_ecdsa(key, signature, jcs_hash_data(secured, proof, hash_name), hash_name)


SUITES = (
    Suite("ecdsa-rdfc-2019", frozenset(_SIGNATURE_BYTES), verify_rdfc),
    Suite("ecdsa-jcs-2019", frozenset(_SIGNATURE_BYTES), verify_jcs),
)
