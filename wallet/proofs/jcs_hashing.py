"""What the JCS suites sign: the JSON itself, in canonical form, instead of the statements it makes.

Lives here: the context rule of these suites and their hash data, which eddsa-jcs-2022 and ecdsa-jcs-2019 share.
Does not live here: their signatures (`eddsa`, `ecdsa`), canonical JSON (`wallet.codecs.jcs`).

Every member is signed as it is written, so nothing can hide behind another spelling (`hidden_content` is not needed)
and no context has to be known. Only contexts added after signing are not covered, see `_require_harmless`.
Source: VC-DI-EDDSA, section 3.3; VC-DI-ECDSA, section 3.3.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from wallet.codecs import jcs
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError
from wallet.proofs.data_integrity import SecuredDocument

# What somebody who adds a second proof has to add; these define proofs and keys, never what a credential says.
_PROOF_CONTEXTS = "https://w3id.org/security/"
_CHARACTERS_PER_UNIT = 1_000


def jcs_hash_data(secured: SecuredDocument, proof: JsonObject, hash_name: str = "sha256") -> bytes:
    """The bytes a JCS suite signs: hash of the canonical proof configuration, then hash of the canonical document.

    Args:
        hash_name: "sha256" or "sha384".

    Raises:
        ProofError: PROOF_MALFORMED (contexts, previousProof), JSON_NUMBER_INVALID.
        UndecidableProofError: UNKNOWN_CONTEXT when contexts that matter were added after signing, TOO_COMPLEX.

    Source: VC-DI-EDDSA, sections 3.3.3 (Transformation), 3.3.4 (Hashing) and 3.3.5 (Proof Configuration).
    """
    digest: Callable[[bytes], Any] = getattr(hashlib, hash_name)
    proof_config = {name: value for name, value in proof.items() if name != "proofValue"}
    try:
        canonical_proof_config = jcs.canonicalize(proof_config)
        canonical_document = jcs.canonicalize(unsecured_document(secured, proof))
    except CodecError as error:
        raise ProofError(error.reason, "canonical JSON") from error
    secured.work.spend((len(canonical_proof_config) + len(canonical_document)) // _CHARACTERS_PER_UNIT)
    return bytes(digest(canonical_proof_config).digest() + digest(canonical_document).digest())


def unsecured_document(secured: SecuredDocument, proof: JsonObject) -> JsonObject:
    """The document as it was signed, under the contexts that the proof names.

    Raises:
        ProofError: PROOF_MALFORMED when the document's contexts do not start with the proof's.
        UndecidableProofError: UNKNOWN_CONTEXT.

    Source: VC-DI-EDDSA, section 3.3.2 (Verify Proof), steps 1 to 4.
    """
    document = secured.unsecured(proof)
    if "@context" not in proof:
        return document  # then the document's own are signed, as any other member is
    signed, present = _as_list(proof["@context"]), _as_list(document.get("@context", []))
    # step 4.1: compared as JSON texts, since in Python 1 equals true
    if _texts(present[: len(signed)]) != _texts(signed):
        raise ProofError(Reason.PROOF_MALFORMED, "the proof's contexts are not the document's first")
    _require_harmless(present[len(signed) :])
    # step 4.2
    return {**document, "@context": proof["@context"]}


def _require_harmless(added: Sequence[Any]) -> None:
    """Contexts behind the proof's are signed by nobody, and some decide which data model a document follows."""
    for context in added:
        if not isinstance(context, str) or not context.startswith(_PROOF_CONTEXTS):
            raise UndecidableProofError(Reason.UNKNOWN_CONTEXT, "context added after signing")


def _as_list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _texts(contexts: Sequence[Any]) -> Sequence[bytes]:
    return [jcs.canonicalize(context) for context in contexts]
