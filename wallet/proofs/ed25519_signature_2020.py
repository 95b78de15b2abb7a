"""The older proof type Ed25519Signature2020, which most badges of the Digital Credentials Consortium carry.

It hashes and signs as eddsa-rdfc-2022 does; only the proof's `type` differs and there is no `cryptosuite`.
Source: Data Integrity EdDSA Cryptosuites v1.0 (W3C), appendix on Ed25519Signature2020.
"""

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs.data_integrity import SecuredDocument, Suite
from wallet.proofs.eddsa import add_signature, verify_rdfc
from wallet.proofs.keys import KeyType, PublicKey

_TYPE = "Ed25519Signature2020"


def verify(secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
    """Verifies one Ed25519Signature2020 proof.

    Raises:
        ProofError: PROOF_MALFORMED when the proof also names a cryptosuite, else as `eddsa.verify_rdfc`.
    """
    if "cryptosuite" in proof:
        raise ProofError(Reason.PROOF_MALFORMED, "Ed25519Signature2020 with a cryptosuite")
    verify_rdfc(secured, proof, key)


def create_proof(document: JsonObject, proof_options: JsonObject, seed: bytes) -> JsonObject:
    """The document secured with an Ed25519Signature2020 proof; arguments and errors as `eddsa.create_proof`."""
    return add_signature(document, {"type": _TYPE, **proof_options}, seed)


SUITES = (Suite(_TYPE, frozenset({KeyType.ED25519}), verify),)
