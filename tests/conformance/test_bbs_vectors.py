"""The published vectors of bbs-2023: derived baseline proofs hold, broken twins do not, other kinds are named.

Only the baseline is built. What is derived with a holder's secret or a pseudonym is an unsupported suite, base proofs
are for their holder. The vectors in the topmost folder bring a context of their own, which this program does not read
from documents; there the proof is checked against the published statements.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.extra_contexts import add_test_contexts
from tests.issuing import NOW
from tests.shared_data import shared
from wallet.codecs import base64url, cbor
from wallet.credentials import detect
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import bbs_signatures, data_integrity, keys, sd_primitives
from wallet.proofs.bbs_2023 import proof_value, verify
from wallet.proofs.bbs_2023.proof_value import DerivedProofValue
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.work import Work
from wallet.verification.report import CheckName, Outcome
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

Document = dict[str, Any]
VECTORS = shared("vectors", "bbs-2023")
needs_library = pytest.mark.skipif(
    bbs_signatures.find_library() is None, reason="only where the extra bbs is installed"
)
KINDS = ["", "prc", "HolderBinding", "Pseudonym", "PseudonymHB"]


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _load(folder: str, name: str) -> Any:
    return json.loads((VECTORS / folder / f"{name}.json").read_text())


def _shown() -> Document:
    loaded: Document = _load("prc", "derivedRevealDocument")
    return loaded


def _value(document: Document) -> DerivedProofValue:
    return proof_value.parse_derived_proof_value(document["proof"]["proofValue"])


def _put(document: Document, value: DerivedProofValue) -> Document:
    document["proof"]["proofValue"] = proof_value.serialize_derived_proof_value(value)
    return document


def _verify(document: Document) -> None:
    secured = SecuredDocument(document)
    proof = secured.proofs[0]
    key = keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])
    data_integrity.find_suite(proof).verify(secured, proof, key)


def _refused(document: Document, *reasons: Reason) -> None:
    with pytest.raises(ProofError) as caught:
        _verify(document)
    assert not isinstance(caught.value, UndecidableProofError)
    assert caught.value.reason in reasons


# -- published values


def test_the_parts_of_the_derived_proof() -> None:
    text, published = _shown()["proof"]["proofValue"], _load("prc", "verifyDerivedProofValue")
    value = proof_value.parse_derived_proof_value(text)
    disclosed = _load("prc", "derivedDisclosureData")
    assert value.bbs_proof.hex() == published["bbsProof"] == disclosed["bbsProof"]
    assert sorted(value.label_map.items()) == sorted(map(tuple, published["labelMap"]))
    assert list(value.mandatory_indexes) == disclosed["mandatoryIndexes"]
    assert list(value.selective_indexes) == disclosed["adjSelectiveIndexes"]
    assert list(value.presentation_header) == list(disclosed["presentationHeader"].values())
    assert proof_value.serialize_derived_proof_value(value) == text


@needs_library
def test_what_is_verified_is_what_was_published() -> None:
    document = _shown()
    secured = SecuredDocument(document)
    value = _value(document)
    factory = sd_primitives.create_label_map_function(value.label_map)
    nquads = sd_primitives.label_replacement_canonicalize_json_ld(secured.document, factory, Work())
    assert nquads == _load("prc", "verifyNQuads")
    data, hashes = verify.create_verify_data(secured, secured.proofs[0]), _load("prc", "addHashData")
    assert data.proof_hash.hex() == hashes["proofHash"]
    assert data.mandatory_hash.hex() == hashes["mandatoryHash"]


@needs_library
def test_published_derived_proofs_hold() -> None:
    _verify(_shown())


@needs_library
@pytest.mark.parametrize("folder", ["", "prc"])
def test_the_signature_scheme_alone(folder: str) -> None:
    """The proof over the published statements and hashes; a statement exchanged for a hidden one does not hold."""
    disclosed, hashes = _load(folder, "derivedDisclosureData"), _load(folder, "addHashData")
    statements = [nquad.encode() for _, nquad in _load(folder, "addBaseTransform")["nonMandatory"]["value"]]
    indexes = disclosed["adjSelectiveIndexes"]
    public_key = bytes.fromhex(_load("", "BBSKeyMaterial")["publicKeyHex"])
    header = bytes.fromhex(hashes["proofHash"] + hashes["mandatoryHash"])

    def check(messages: list[bytes], header: bytes = header) -> None:
        bbs_signatures.proof_verify(
            public_key,
            bytes.fromhex(disclosed["bbsProof"]),
            header,
            presentation_header=bytes(disclosed["presentationHeader"].values()),
            disclosed_messages=messages,
            disclosed_indexes=indexes,
        )

    shown = [statements[index] for index in indexes]
    check(shown)
    hidden = next(nquad for index, nquad in enumerate(statements) if index not in indexes)
    for messages, wrong_header in (([hidden, *shown[1:]], header), (shown, bytes(64)), (shown, b"")):
        with pytest.raises(ProofError) as caught:
            check(messages, wrong_header)
        assert caught.value.reason is Reason.SIGNATURE_INVALID


@pytest.mark.parametrize("folder", KINDS)
def test_base_proofs_are_for_their_holder_alone(folder: str) -> None:
    with pytest.raises(UndecidableProofError) as caught:
        _verify(_load(folder, "addSignedSDBase"))
    assert caught.value.reason is Reason.HOLDER_ONLY_PROOF


@pytest.mark.parametrize("folder", KINDS[2:])
def test_other_kinds_are_named_and_not_judged(folder: str) -> None:
    with pytest.raises(UndecidableProofError) as caught:
        _verify(_load(folder, "derivedRevealDocument"))
    assert caught.value.reason is Reason.UNSUPPORTED_SUITE


def test_a_context_of_ones_own_is_not_read() -> None:
    document = _load("", "derivedRevealDocument")
    with pytest.raises(UndecidableProofError) as caught:
        _verify(document)
    assert caught.value.reason in (Reason.UNKNOWN_CONTEXT, Reason.UNSUPPORTED_SUITE)


def test_without_the_library_nothing_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bbs_signatures, "find_library", lambda: None)
    report = Verifier(NoDocuments(), FixedClock(NOW)).verify(
        detect.parse_document(json.dumps(_shown()).encode())
    )
    check = report.check(CheckName.PROOF)
    assert (check.outcome, check.reason) == (Outcome.UNKNOWN, Reason.UNSUPPORTED_SUITE)
    assert report.reason is Reason.UNSUPPORTED_SUITE


# -- broken twins


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _challenge_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=_flipped(value.bbs_proof, -1 + len(value.bbs_proof)))


def _response_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=_flipped(value.bbs_proof, 144 + 31))


def _hidden_statement_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=_flipped(value.bbs_proof, 144 + 4 * 32 - 1))


def _points_swapped(value: DerivedProofValue) -> DerivedProofValue:
    proof = value.bbs_proof
    return replace(value, bbs_proof=proof[48:96] + proof[:48] + proof[96:])


def _presentation_header_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, presentation_header=b"another verifier")


def _labels_swapped(value: DerivedProofValue) -> DerivedProofValue:
    (first, second), labels = list(value.label_map)[:2], value.label_map
    return replace(value, label_map={**labels, first: labels[second], second: labels[first]})


def _label_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map={**value.label_map, "c14n0": "b9"})


def _selective_index_changed(value: DerivedProofValue) -> DerivedProofValue:
    assert value.selective_indexes[1:3] == (1, 7)
    return replace(value, selective_indexes=(value.selective_indexes[0], 2, *value.selective_indexes[2:]))


def _mandatory_index_changed(value: DerivedProofValue) -> DerivedProofValue:
    assert value.mandatory_indexes[-1] == 7
    return replace(value, mandatory_indexes=(*value.mandatory_indexes[:-1], 8))


def _one_statement_more_hidden(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=value.bbs_proof[:-32] + value.bbs_proof[-64:])


HOLDS_NOT = [
    _challenge_changed, _response_changed, _hidden_statement_changed, _points_swapped, _presentation_header_changed,
    _labels_swapped, _label_changed, _selective_index_changed, _mandatory_index_changed, _one_statement_more_hidden,
]  # fmt: skip


def _identity_as_point(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=b"\xc0" + bytes(47) + value.bbs_proof[48:])


def _identity_everywhere(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=(b"\xc0" + bytes(47)) * 3 + value.bbs_proof[144:])


def _point_off_the_curve(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=b"\x80" + bytes(46) + b"\x01" + value.bbs_proof[48:])


def _point_outside_the_subgroup(value: DerivedProofValue) -> DerivedProofValue:
    # x = 0 lies on the curve and in no subgroup of large order
    return replace(value, bbs_proof=b"\x80" + bytes(47) + value.bbs_proof[48:])


def _point_without_its_flag(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=bytes([value.bbs_proof[0] & 0x7F]) + value.bbs_proof[1:])


def _scalar_of_zero(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=value.bbs_proof[:144] + bytes(32) + value.bbs_proof[176:])


def _scalar_too_large(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=value.bbs_proof[:144] + b"\xff" * 32 + value.bbs_proof[176:])


def _odd_length(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=value.bbs_proof + b"\x00")


def _no_proof(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, bbs_proof=b"")


def _label_missing(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map={"c14n0": "b0"})


def _label_too_many(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map={**value.label_map, "c14n9": "b9"})


def _label_twice(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map=dict.fromkeys(value.label_map, "b0"))


def _mandatory_index_twice(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, mandatory_indexes=(*value.mandatory_indexes, value.mandatory_indexes[-1]))


def _mandatory_index_of_no_statement(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, mandatory_indexes=(*value.mandatory_indexes, 1000))


def _selective_indexes_out_of_order(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, selective_indexes=tuple(reversed(value.selective_indexes)))


def _selective_index_missing(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, selective_indexes=value.selective_indexes[:-1])


def _selective_index_too_many(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, selective_indexes=(*value.selective_indexes, 1000))


def _selective_index_out_of_range(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, selective_indexes=(*value.selective_indexes[:-1], 1000))


IS_MALFORMED = [
    _identity_as_point, _identity_everywhere, _point_off_the_curve, _point_outside_the_subgroup,
    _point_without_its_flag, _scalar_of_zero, _scalar_too_large, _odd_length, _no_proof, _label_missing,
    _label_too_many, _label_twice, _mandatory_index_twice, _mandatory_index_of_no_statement,
    _selective_indexes_out_of_order, _selective_index_missing, _selective_index_too_many, _selective_index_out_of_range,
]  # fmt: skip
FAULTS = [
    *((fault, Reason.SIGNATURE_INVALID) for fault in HOLDS_NOT),
    *((fault, Reason.PROOF_MALFORMED) for fault in IS_MALFORMED),
]


@needs_library
@pytest.mark.parametrize(("fault", "reason"), FAULTS, ids=[f.__name__.lstrip("_") for f, _ in FAULTS])
def test_one_changed_part(fault: Callable[[DerivedProofValue], DerivedProofValue], reason: Reason) -> None:
    document = _shown()
    _verify(_put(document, _value(document)))
    _refused(_put(document, fault(_value(document))), reason)


OTHER_BYTES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "header alone": lambda data: data[:3],
    "cut off": lambda data: data[:-1],
    "more after the value": lambda data: data + b"\x00",
    "header of ecdsa-sd": lambda data: b"\xd9\x5d\x01" + data[3:],
    "header of no kind": lambda data: b"\xd9\x5d\x0b" + data[3:],
    "header of something else": lambda data: b"\xd9\x5e\x03" + data[3:],
    "list of no stated length": lambda data: data[:3] + b"\x9f" + data[4:] + b"\xff",
    "labels as bytes": lambda data: data[:3] + cbor.encode((b"", {0: b""}, (), (), b"")),
    "no list": lambda data: data[:3] + cbor.encode(b""),
}


@needs_library
@pytest.mark.parametrize("change", OTHER_BYTES.values(), ids=OTHER_BYTES)
def test_other_bytes(change: Callable[[bytes], bytes]) -> None:
    document = _shown()
    data = base64url.decode_strict(document["proof"]["proofValue"][1:])
    document["proof"]["proofValue"] = "u" + base64url.encode(change(data))
    _refused(document, Reason.PROOF_MALFORMED)


def _date_changed(document: Document) -> None:
    document["validUntil"] = "2099-12-16T23:59:59Z"


def _shown_removed(document: Document) -> None:
    del document["validFrom"]


def _mandatory_changed(document: Document) -> None:
    document["issuer"]["image"] = "https://issuer.example/other.png"


def _member_added(document: Document) -> None:
    document["description"] = "and more"


def _option_changed(document: Document) -> None:
    document["proof"]["created"] = "2024-08-15T23:36:38Z"


def _in_another_base(document: Document) -> None:
    document["proof"]["proofValue"] = "z" + document["proof"]["proofValue"][1:]


def _no_value(document: Document) -> None:
    del document["proof"]["proofValue"]


CHANGES = [
    _date_changed, _shown_removed, _mandatory_changed, _member_added, _option_changed, _in_another_base, _no_value,
]  # fmt: skip


@needs_library
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.lstrip("_"))
def test_changed_documents(change: Callable[[Document], None]) -> None:
    document = _shown()
    change(document)
    _refused(document, Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED)


@needs_library
@pytest.mark.parametrize(
    "point",
    [b"\xc0" + bytes(95), b"\x80" + bytes(95), bytes(96)],
    ids=["identity", "no point", "nothing"],
)
def test_keys_that_are_no_keys(point: bytes) -> None:
    document = _shown()
    secured = SecuredDocument(document)
    key = keys.PublicKey(keys.KeyType.BLS12_381_G2, point, None)
    with pytest.raises(ProofError) as caught:
        verify.verify_derived_proof(secured, secured.proofs[0], key)
    assert caught.value.reason is Reason.KEY_MALFORMED


@needs_library
def test_hidden_statements_cost_work() -> None:
    """A proof that claims twenty thousand hidden statements is not tried."""
    document = _shown()
    value = _value(document)
    secured = SecuredDocument(_put(document, replace(value, bbs_proof=value.bbs_proof + bytes(32 * 20_000))))
    key = keys.key_from_multikey(secured.proofs[0]["verificationMethod"].partition("#")[2])
    with pytest.raises(UndecidableProofError) as caught:
        verify.verify_derived_proof(secured, secured.proofs[0], key)
    assert caught.value.reason is Reason.TOO_COMPLEX
