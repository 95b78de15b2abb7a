"""What all Data Integrity suites share: taking a document and its proofs apart, proof chains, hash data, the registry.

Lives here: VC Data Integrity's common algorithms and the closed table of suites.
Does not live here: a suite's own cryptography (`eddsa`, `ed25519_signature_2020`), or whose key it is and whether the
proof's purpose and dates are acceptable (`wallet.verification`).
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from wallet.codecs import base58
from wallet.credentials.model import JsonObject, embedded_proofs
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError
from wallet.proofs import jsonld, rdfc10
from wallet.proofs.keys import KeyType, PublicKey
from wallet.proofs.work import Work


class SecuredDocument:
    """A document with embedded proofs, taken apart once so that several proofs share one canonicalization.

    The unsecured document is the document without `proof`; for a proof chain the proofs it builds on are part of it.
    """

    __slots__ = ("_canonical", "document", "proofs", "work")

    def __init__(self, document: JsonObject, work: Work | None = None) -> None:
        """Takes the document apart; `work` is the allowance of the whole verification, a fresh one when left out."""
        self.work = work or Work()
        self.document: Mapping[str, Any] = {
            name: value for name, value in document.items() if name != "proof"
        }
        self.proofs: Sequence[JsonObject] = embedded_proofs(document)
        self._canonical: dict[tuple[str, tuple[int, ...]], str] = {}

    def canonical(self, proof: JsonObject, hash_name: str) -> str:
        """The canonical N-Quads of the unsecured document as this proof signs it.

        Raises:
            ProofError, UndecidableProofError: as `wallet.proofs.jsonld.to_quads` and `rdfc10.canonicalize`.

        Source: VC Data Integrity 1.0, section 4.5 (transformation is the suite's; the input is the unsecured document)
        and section 4.7 (verify proof sets and chains), step 2.
        """
        previous = self._previous_proofs(proof)
        key = (hash_name, tuple(sorted(id(entry) for entry in previous)))
        known = self._canonical.get(key)
        if known is None:
            quads = jsonld.to_quads(self.unsecured(proof), self.work)
            known = rdfc10.canonicalize(quads, hash_name, work=self.work)
            self._canonical[key] = known
        return known

    def unsecured(self, proof: JsonObject) -> JsonObject:
        """The document as this proof signs it: without proofs, but for those the proof builds on.

        Raises:
            ProofError: PROOF_MALFORMED when the proof builds on one that is not there.

        Source: VC Data Integrity 1.0, section 4.7 (verify proof sets and chains), step 2.
        """
        previous = self._previous_proofs(proof)
        return {**self.document, "proof": list(previous)} if previous else dict(self.document)

    def _previous_proofs(self, proof: JsonObject) -> Sequence[JsonObject]:
        """The proofs named by `previousProof`. Source: VC Data Integrity 1.0, section 4.7, step 2.1."""
        wanted = proof.get("previousProof")
        if wanted is None:
            return ()
        names = wanted if isinstance(wanted, list) else [wanted]
        found = [entry for entry in self.proofs if entry.get("id") in names and "id" in entry]
        if len(found) != len(names) or not names or any(entry is proof for entry in found):
            raise ProofError(Reason.PROOF_MALFORMED, "previousProof")
        return found


class SuiteVerify(Protocol):
    """A suite's verification: returns None or raises."""

    def __call__(self, secured: SecuredDocument, proof: JsonObject, key: PublicKey) -> None:
        """Raises ProofError when the proof does not hold."""
        ...


@dataclass(frozen=True, slots=True)
class Suite:
    """One entry of the registry: the name people see in reports, the keys it accepts, its verification."""

    name: str
    key_types: frozenset[KeyType]
    verify: SuiteVerify


def suite_name(proof: JsonObject) -> str:
    """What a proof says it is: its cryptosuite for a DataIntegrityProof, else its type ("" when it has neither)."""
    proof_type = proof.get("type")
    if proof_type == "DataIntegrityProof":
        cryptosuite = proof.get("cryptosuite")
        return cryptosuite if isinstance(cryptosuite, str) else ""
    return proof_type if isinstance(proof_type, str) else ""


# Where each suite is at home. Suites import this module and some are slow to load: one is loaded when it is named.
CRYPTOSUITES: Mapping[str, str] = {
    "eddsa-rdfc-2022": "wallet.proofs.eddsa",
    "eddsa-2022": "wallet.proofs.eddsa",
    "eddsa-jcs-2022": "wallet.proofs.eddsa",
    "ecdsa-rdfc-2019": "wallet.proofs.ecdsa",
    "ecdsa-jcs-2019": "wallet.proofs.ecdsa",
    "ecdsa-sd-2023": "wallet.proofs.ecdsa_sd_2023.verify",
    "bbs-2023": "wallet.proofs.bbs_2023.verify",
}
PROOF_TYPES: Mapping[str, str] = {"Ed25519Signature2020": "wallet.proofs.ed25519_signature_2020"}


def find_suite(proof: JsonObject) -> Suite:
    """The suite that verifies this proof, from a closed table.

    Raises:
        ProofError: PROOF_MALFORMED when the proof names no suite at all.
        UndecidableProofError: UNSUPPORTED_SUITE when this program does not know the suite.
    """
    name = suite_name(proof)
    if not name:
        raise ProofError(Reason.PROOF_MALFORMED, "proof without type or cryptosuite")
    table = CRYPTOSUITES if proof.get("type") == "DataIntegrityProof" else PROOF_TYPES
    home = table.get(name)
    if home is None:
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, name[:80])
    suites: Sequence[Suite] = import_module(home).SUITES
    return next(suite for suite in suites if suite.name == name)


def proof_options(proof: JsonObject, document: JsonObject) -> JsonObject:
    """The proof configuration that is signed: the proof without its value, under the document's contexts.

    Raises:
        ProofError: PROOF_MALFORMED when the proof brings other contexts, which nothing would sign.

    Source: VC-DI-EDDSA, section 3.2.5 (Proof Configuration), steps 1 to 4.
    """
    if proof.get("@context", document.get("@context")) != document.get("@context"):
        raise ProofError(Reason.PROOF_MALFORMED, "proof with contexts of its own")
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    options["@context"] = document.get("@context", [])
    return options


def rdfc_hash_data(secured: SecuredDocument, proof: JsonObject, hash_name: str = "sha256") -> bytes:
    """The bytes an RDFC suite signs: hash of the canonical proof configuration, then hash of the canonical document.

    Source: VC-DI-EDDSA, section 3.2.4 (Hashing); VC-DI-ECDSA, section 3.2.4.
    """
    digest: Callable[[bytes], Any] = getattr(hashlib, hash_name)
    options = jsonld.to_quads(proof_options(proof, secured.document), secured.work)
    canonical_options = rdfc10.canonicalize(options, hash_name, work=secured.work)
    proof_config_hash = digest(canonical_options.encode("utf-8")).digest()
    document_hash = digest(secured.canonical(proof, hash_name).encode("utf-8")).digest()
    return bytes(proof_config_hash + document_hash)


def base58_proof_value(proof: JsonObject, length: int) -> bytes:
    """The signature in a `proofValue`: base58btc multibase, exactly `length` bytes.

    Raises:
        ProofError: PROOF_MALFORMED.
    """
    value = proof.get("proofValue")
    if not isinstance(value, str) or not value.startswith("z"):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue")
    # base58 needs at most 1.37 characters a byte; a longer text is not decoded at all
    if len(value) > length * 2:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue length")
    try:
        signature = base58.decode(value[1:])
    except CodecError as error:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue") from error
    if len(signature) != length:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue length")
    return signature
