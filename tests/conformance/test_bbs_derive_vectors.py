"""Deriving, by the published vectors of bbs-2023 and, for the proofs themselves, those of the scheme's draft."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.extra_contexts import add_test_contexts
from tests.shared_data import shared
from wallet.errors import CredentialError, ProofError, Reason, UndecidableProofError
from wallet.proofs import bbs_signatures, data_integrity, keys, sd_primitives, sd_selection
from wallet.proofs.bbs_2023 import derive, proof_value
from wallet.proofs.bbs_2023.proof_value import BaseProofValue
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.work import Work

Document = dict[str, Any]
VECTORS = shared("vectors", "bbs-2023")
MATERIAL = json.loads((VECTORS / "BBSDeriveMaterial.json").read_text())
PRESENTATION_HEADER = bytes.fromhex(MATERIAL["presentationHeaderHex"])
needs_library = pytest.mark.skipif(
    bbs_signatures.find_library() is None, reason="only where the extra bbs is installed"
)
# draft-irtf-cfrg-bbs-signatures-08, sections 8.4.4.3 and 8.4.5.3
DRAFT_KEY = bytes.fromhex(
    "a820f230f6ae38503b86c70dc50b61c58a77e45c39ab25c0652bbaa8fa136f2851bd4781c9dcde39fc9d1d52c9e60268"
    "061e7d7632171d91aa8d460acee0e96f1e7c4cfb12d3ff9ab5d5dc91c277db75c845d649ef3c4f63aebc364cd55ded0c"
)
DRAFT_SIGNATURE = bytes.fromhex(
    "8339b285a4acd89dec7777c09543a43e3cc60684b0a6f8ab335da4825c96e1463e28f8c5f4fd0641d19cec5920d3a8ff"
    "4bedb6c9691454597bbd298288abed3632078557b2ace7d44caed846e1a0a1e8"
)
DRAFT_HEADER = bytes.fromhex("11223344556677889900aabbccddeeff")
DRAFT_PRESENTATION_HEADER = bytes.fromhex("bed231d880675ed101ead304512e043ade9958dd0241ea70b4b3957fba941501")
DRAFT_MESSAGES = [
    bytes.fromhex(text)
    for text in (
        "9872ad089e452c7b6e283dfac2a80d58e8d0ff71cc4d5e310a1debdda4a45f02",
        "c344136d9ab02da4dd5908bbba913ae6f58c2cc844b802a6f811f5fb075f9b80",
        "7372e9daa5ed31e6cd5c825eac1b855e84476a1d94932aa348e07b73",
        "77fe97eb97a1ebe2e81e4e3597a3ee740a66e9ef2412472c",
        "496694774c5604ab1b2544eababcf0f53278ff50",
        "515ae153e22aae04ad16f759e07237b4",
        "d183ddc6e2665aa4e2f088af",
        "ac55fb33a75909ed",
        "96012096",
        "",
    )
]
DRAFT_PROOF = (
    "a2ed608e8e12ed21abc2bf154e462d744a367c7f1f969bdbf784a2a134c7db2d340394223a5397a3011b1c340ebc4151"
    "99462ba6f31106d8a6da8b513b37a47afe93c9b3474d0d7a354b2edc1b88818b063332df774c141f7a07c48fe50d452f"
    "897739228c88afc797916dca01e8f03bd9c5375c7a7c59996e514bb952a436afd24457658acbaba5ddac2e693ac48135"
    "6918cd38025d86b28650e909defe9604a7259f44386b861608be742af7775a2e71a6070e5836f5f54dc43c60096834a5"
    "b6da295bf8f081f72b7cdf7f3b4347fb3ff19edaa9e74055c8ba46dbcb7594fb2b06633bb5324192eb9be91be0d33e45"
    "3b4d3127459de59a5e2193c900816f049a02cb9127dac894418105fa1641d5a206ec9c42177af9316f43341744147827"
    "6ca0303da8f941bf2e0222a43251cf5c2bf6eac1961890aa740534e519c1767e1223392a3a286b0f4d91f7f25217a786"
    "2b8fcc1810cdcfddde2a01c80fcc90b632585fec12dc4ae8fea1918e9ddeb9414623a457e88f53f545841f9d5dcb1f8e"
    "160d1560770aa79d65e2eca8edeaecb73fb7e995608b820c4a64de6313a370ba05dc25ed7c1d185192084963652f2870"
    "341bdaa4b1a37f8c06348f38a4f80c5a2650a21d59f09e8305dcd3fc3ac30e2a"
)
GROUPS = ("mandatory", "selective", "combined")


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _load(folder: str, name: str) -> Any:
    return json.loads((VECTORS / folder / f"{name}.json").read_text())


def _selective() -> list[str]:
    return list(_load("", "prCredSelective"))


def _base() -> tuple[SecuredDocument, Mapping[str, Any], BaseProofValue]:
    secured = SecuredDocument(_load("prc", "addSignedSDBase"))
    proof = secured.proofs[0]
    return secured, proof, proof_value.parse_base_proof_value(proof["proofValue"])


def mocked_randomness(scalars: int) -> Callable[[int], bytes]:
    """The scalars of the vectors, one after the other.

    Source: draft-irtf-cfrg-bbs-signatures, section 7.1 (seeded_random_scalars); RFC 9380, section 5.3.1.
    """
    dst = bbs_signatures.API_ID + b"MOCK_RANDOM_SCALARS_DST_"
    prime, length = dst + bytes([len(dst)]), 48 * scalars
    seed = bytes.fromhex(MATERIAL["pseudoRandSeedHex"])
    first = hashlib.sha256(bytes(64) + seed + length.to_bytes(2, "big") + b"\x00" + prime).digest()
    block = hashlib.sha256(first + b"\x01" + prime).digest()
    stream = block
    for number in range(2, -(-length // 32) + 1):
        mixed = bytes(a ^ b for a, b in zip(first, block, strict=True))
        block = hashlib.sha256(mixed + bytes([number]) + prime).digest()
        stream += block
    taken = iter(range(0, length, 48))

    def random(size: int) -> bytes:
        start = next(taken)
        return stream[start : start + size]

    return random


def _verify(document: Mapping[str, Any]) -> None:
    secured = SecuredDocument(document)
    proof = secured.proofs[0]
    data_integrity.find_suite(proof).verify(secured, proof, _issuer_key(proof))


def _issuer_key(proof: Mapping[str, Any]) -> keys.PublicKey:
    return keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])


def test_the_parts_of_the_base_proof() -> None:
    text = _load("prc", "addSignedSDBase")["proof"]["proofValue"]
    value, published = proof_value.parse_base_proof_value(text), _load("prc", "addRawBaseSignatureInfo")
    hashes = _load("prc", "addHashData")
    assert value.bbs_signature.hex() == published["bbsSignature"]
    assert list(value.mandatory_pointers) == published["mandatoryPointers"]
    assert value.bbs_header.hex() == hashes["proofHash"] + hashes["mandatoryHash"]
    assert value.public_key.hex() == _load("", "BBSKeyMaterial")["publicKeyHex"]
    assert value.hmac_key.hex() == _load("prc", "derivedRecoveredBaseData")["hmacKey"]
    assert proof_value.serialize_base_proof_value(value) == text


def test_statements_and_indexes_of_the_groups() -> None:
    secured, _, value = _base()
    pointers = {
        "mandatory": value.mandatory_pointers,
        "selective": _selective(),
        "combined": [*value.mandatory_pointers, *_selective()],
    }
    factory = sd_primitives.create_shuffled_id_label_map_function(value.hmac_key)
    grouping = sd_selection.canonicalize_and_group(secured.document, factory, pointers, Work())
    assert list(grouping.nquads) == _load("prc", "addBaseDocHMACCanon")
    published, indexes = _load("prc", "derivedAllGroupData")["groups"], _load("prc", "derivedGroupIndexes")
    for name in GROUPS:
        assert grouping.matching(name) == [nquad for _, nquad in published[name]["matching"]["value"]]
        assert sorted(grouping.groups[name].matching) == indexes[f"{name}Indexes"]
    combined, mandatory = grouping.groups["combined"], grouping.groups["mandatory"].matching
    adjusted = _load("prc", "derivedAdjIndexes")
    assert combined.positions_of(mandatory) == adjusted["adjMandatoryIndexes"]


@needs_library
def test_the_derived_document() -> None:
    """Everything but the BBS proof itself, whose published bytes do not follow from the seed beside them."""
    secured, proof, _ = _base()
    made = derive.derive_proof(
        secured,
        proof,
        _selective(),
        random=mocked_randomness_from(1),
        presentation_header=PRESENTATION_HEADER,
    )
    published = _load("prc", "derivedRevealDocument")
    own = proof_value.parse_derived_proof_value(made["proof"].pop("proofValue"))
    theirs = proof_value.parse_derived_proof_value(published["proof"].pop("proofValue"))
    assert made == published
    assert len(own.bbs_proof) == len(theirs.bbs_proof)
    assert replace(own, bbs_proof=b"") == replace(theirs, bbs_proof=b"")
    adjusted = _load("prc", "derivedAdjIndexes")
    assert list(own.mandatory_indexes) == adjusted["adjMandatoryIndexes"]
    assert list(own.selective_indexes) == adjusted["adjSelectiveIndexes"]
    made["proof"]["proofValue"] = proof_value.serialize_derived_proof_value(own)
    _verify(made)


@needs_library
@pytest.mark.parametrize("folder", ["", "prc"])
def test_signature_and_proof_by_the_scheme_alone(folder: str) -> None:
    """The topmost folder's document has a context of its own; its statements and header are published."""
    disclosed, hashes = _load(folder, "derivedDisclosureData"), _load(folder, "addHashData")
    statements = [nquad.encode() for _, nquad in _load(folder, "addBaseTransform")["nonMandatory"]["value"]]
    indexes = disclosed["adjSelectiveIndexes"]
    signature = bytes.fromhex(_load(folder, "addRawBaseSignatureInfo")["bbsSignature"])
    public_key = bytes.fromhex(_load("", "BBSKeyMaterial")["publicKeyHex"])
    header = bytes.fromhex(hashes["proofHash"] + hashes["mandatoryHash"])
    bbs_signatures.verify(public_key, signature, header, statements)
    proof = bbs_signatures.proof_gen(
        public_key,
        signature,
        header,
        presentation_header=PRESENTATION_HEADER,
        messages=statements,
        disclosed_indexes=indexes,
        random=mocked_randomness_from(2),
    )
    bbs_signatures.proof_verify(
        public_key,
        proof,
        header,
        presentation_header=PRESENTATION_HEADER,
        disclosed_messages=[statements[index] for index in indexes],
        disclosed_indexes=indexes,
    )


@needs_library
def test_with_the_drafts_randomness_the_drafts_proof() -> None:
    """Source: draft-irtf-cfrg-bbs-signatures-08, section 8.4.5.3 (some messages of ten disclosed)."""
    bbs_signatures.verify(DRAFT_KEY, DRAFT_SIGNATURE, DRAFT_HEADER, DRAFT_MESSAGES)
    proof = bbs_signatures.proof_gen(
        DRAFT_KEY,
        DRAFT_SIGNATURE,
        DRAFT_HEADER,
        presentation_header=DRAFT_PRESENTATION_HEADER,
        messages=DRAFT_MESSAGES,
        disclosed_indexes=[0, 2, 4, 6],
        random=mocked_randomness(5 + 6),
    )
    assert proof.hex() == DRAFT_PROOF


@needs_library
@pytest.mark.parametrize("length", [0, 79, 81])
def test_a_signature_of_another_length_is_none(length: int) -> None:
    with pytest.raises(ProofError) as caught:
        bbs_signatures.verify(DRAFT_KEY, bytes(length), DRAFT_HEADER, DRAFT_MESSAGES)
    assert caught.value.reason is Reason.PROOF_MALFORMED


@needs_library
@pytest.mark.parametrize("indexes", [[2, 0], [0, 0], [10], [-1]])
def test_indexes_of_no_message_are_refused(indexes: list[int]) -> None:
    with pytest.raises(ProofError) as caught:
        bbs_signatures.proof_gen(
            DRAFT_KEY,
            DRAFT_SIGNATURE,
            DRAFT_HEADER,
            presentation_header=b"",
            messages=DRAFT_MESSAGES,
            disclosed_indexes=indexes,
            random=mocked_randomness_from(3),
        )
    assert caught.value.reason is Reason.PROOF_MALFORMED


@needs_library
def test_published_base_proofs_hold() -> None:
    secured, proof, _ = _base()
    derive.verify_base_proof(secured, proof, _issuer_key(proof))


@needs_library
def test_two_showings_share_nothing_but_what_they_show() -> None:
    secured, proof, _ = _base()
    one, other = (
        derive.derive_proof(secured, proof, _selective(), random=mocked_randomness_from(start))
        for start in (1, 2)
    )
    values = [proof_value.parse_derived_proof_value(each["proof"]["proofValue"]) for each in (one, other)]
    for each in (one, other):
        _verify(each)
    parts = [{value.bbs_proof[at : at + 16] for at in range(0, len(value.bbs_proof), 16)} for value in values]
    assert not parts[0] & parts[1]


def mocked_randomness_from(seed: int) -> Callable[[int], bytes]:
    """Bytes that follow from a number."""
    calls = iter(range(10_000))
    return lambda size: hashlib.shake_256(f"{seed} {next(calls)}".encode()).digest(size)


def _flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


FAULTS: dict[str, Callable[[BaseProofValue], BaseProofValue]] = {
    "signature changed": lambda value: replace(value, bbs_signature=_flipped(value.bbs_signature)),
    "header changed": lambda value: replace(value, bbs_header=_flipped(value.bbs_header)),
    "another HMAC key": lambda value: replace(value, hmac_key=_flipped(value.hmac_key)),
    "another public key": lambda value: replace(value, public_key=_flipped(value.public_key)),
    "one mandatory pointer more": lambda value: replace(
        value, mandatory_pointers=[*value.mandatory_pointers, "/validFrom"]
    ),
    "a mandatory pointer to nowhere": lambda value: replace(value, mandatory_pointers=["/nowhere"]),
    "signature of zeros": lambda value: replace(value, bbs_signature=bytes(80)),
}


@needs_library
@pytest.mark.parametrize("fault", FAULTS)
def test_a_changed_base_proof_does_not_hold(fault: str) -> None:
    document = _load("prc", "addSignedSDBase")
    value = proof_value.parse_base_proof_value(document["proof"]["proofValue"])
    document["proof"]["proofValue"] = proof_value.serialize_base_proof_value(FAULTS[fault](value))
    secured = SecuredDocument(document)
    with pytest.raises(ProofError) as caught:
        derive.verify_base_proof(secured, secured.proofs[0], _issuer_key(secured.proofs[0]))
    assert caught.value.reason in (Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED)


@pytest.mark.parametrize("folder", ["HolderBinding", "Pseudonym", "PseudonymHB"])
def test_other_kinds_are_not_derived_from(folder: str) -> None:
    secured = SecuredDocument(_load(folder, "addSignedSDBase"))
    with pytest.raises(UndecidableProofError) as caught:
        derive.derive_proof(secured, secured.proofs[0], [""], random=mocked_randomness_from(0))
    assert caught.value.reason is Reason.UNSUPPORTED_SUITE


def test_nothing_is_derived_from_a_derived_proof_or_for_a_pointer_to_nothing() -> None:
    shown = SecuredDocument(_load("prc", "derivedRevealDocument"))
    with pytest.raises(ProofError) as malformed:
        derive.derive_proof(shown, shown.proofs[0], [""], random=mocked_randomness_from(0))
    assert malformed.value.reason is Reason.PROOF_MALFORMED
    secured, proof, _ = _base()
    with pytest.raises(CredentialError) as unknown:
        derive.derive_proof(secured, proof, ["/nowhere"], random=mocked_randomness_from(0))
    assert unknown.value.reason is Reason.POINTER_UNKNOWN
