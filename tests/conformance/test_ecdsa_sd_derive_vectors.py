"""Deriving, by the published vectors of ecdsa-sd-2023, step by step; broken twins of base proofs do not hold."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.extra_contexts import add_test_contexts
from tests.shared_data import shared
from wallet.codecs import multibase
from wallet.errors import CredentialError, ProofError, Reason, WalletError
from wallet.proofs import data_integrity, keys, sd_primitives, sd_selection
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa_sd_2023 import derive, proof_value
from wallet.proofs.ecdsa_sd_2023.proof_value import BaseProofValue
from wallet.proofs.sd_selection import Grouping
from wallet.proofs.work import Work

Document = dict[str, Any]
VECTORS = shared("vectors", "ecdsa-sd-2023")
CORPUS = shared("corpus", "w3c-vc-di-ecdsa")
EVERY_FOLDER = pytest.mark.parametrize("folder", ["prc", "employ"])
SELECTIVE = {"prc": "prCredSelective", "employ": "employSelective"}
GROUPS = ("mandatory", "selective", "combined")


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _load(folder: str, name: str) -> Any:
    return json.loads((VECTORS / folder / f"{name}.json").read_text())


def _selective(folder: str) -> list[str]:
    return list(_load("inputs", SELECTIVE[folder]))


def _base(folder: str) -> tuple[SecuredDocument, Mapping[str, Any], BaseProofValue]:
    secured = SecuredDocument(_load(folder, "addSignedSDBase"))
    proof = secured.proofs[0]
    return secured, proof, proof_value.parse_base_proof_value(proof["proofValue"])


def _grouping(folder: str) -> Grouping:
    secured, _, value = _base(folder)
    selective = _selective(folder)
    pointers = {
        "mandatory": value.mandatory_pointers,
        "selective": selective,
        "combined": [*value.mandatory_pointers, *selective],
    }
    factory = sd_primitives.create_hmac_id_label_map_function(value.hmac_key)
    return sd_selection.canonicalize_and_group(secured.document, factory, pointers, Work())


def _issuer_key(proof: Mapping[str, Any]) -> keys.PublicKey:
    return keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])


def _verify(document: Mapping[str, Any]) -> None:
    secured = SecuredDocument(document)
    proof = secured.proofs[0]
    data_integrity.find_suite(proof).verify(secured, proof, _issuer_key(proof))


def _hex(values: Sequence[bytes]) -> Sequence[str]:
    return [value.hex() for value in values]


@EVERY_FOLDER
def test_mandatory_pointers_select_the_published_values(folder: str) -> None:
    secured, _, value = _base(folder)
    published = _load(folder, "addPointerValues")
    assert [entry["pointer"] for entry in published] == list(value.mandatory_pointers)
    for entry in published:
        selected: Any = sd_selection.select_json_ld(secured.document, [entry["pointer"]])
        for name in entry["pointer"].split("/")[1:]:
            selected = selected[name]
        assert selected == entry["value"]


@EVERY_FOLDER
def test_statements_in_their_groups(folder: str) -> None:
    grouping, published = _grouping(folder), _load(folder, "derivedAllGroupData")["groups"]
    assert list(grouping.nquads) == _load(folder, "addBaseDocHMACCanon")
    for name in GROUPS:
        matching = published[name]["matching"]["value"]
        assert sorted(grouping.groups[name].matching) == [index for index, _ in matching]
        assert grouping.matching(name) == [nquad for _, nquad in matching]
        others = [nquad for _, nquad in published[name]["nonMatching"]["value"]]
        assert grouping.not_matching(name) == others


@EVERY_FOLDER
def test_indexes_of_the_groups(folder: str) -> None:
    grouping, published = _grouping(folder), _load(folder, "derivedGroupIndexes")
    for name in GROUPS:
        assert sorted(grouping.groups[name].matching) == published[f"{name}Indexes"]
    others = set(range(len(grouping.nquads))) - grouping.groups["mandatory"].matching
    assert sorted(others) == published["nonMandatoryIndexes"]
    combined, mandatory = grouping.groups["combined"], grouping.groups["mandatory"].matching
    adjusted = _load(folder, "derivedAdjMandatoryIndexes")["adjMandatoryIndexes"]
    assert combined.positions_of(mandatory) == adjusted


@EVERY_FOLDER
def test_the_disclosure_data(folder: str) -> None:
    secured, proof, _ = _base(folder)
    data = derive.create_disclosure_data(secured, proof, _selective(folder))
    published = _load(folder, "derivedDisclosureData")
    assert data.value.base_signature.hex() == published["baseSignature"]
    assert multibase.encode_base58btc(data.value.public_key) == published["publicKey"]
    assert _hex(data.value.signatures) == published["signatures"]
    assert _hex(data.value.signatures) == _load(folder, "derivedAdjSignatures")["filteredSignatures"]
    assert sorted(data.value.label_map.items()) == sorted(map(tuple, published["labelMap"]["value"]))
    assert list(data.value.mandatory_indexes) == published["mandatoryIndexes"]
    assert data.reveal_document == _load(folder, "derivedUnsignedReveal")


@EVERY_FOLDER
def test_the_derived_document(folder: str) -> None:
    secured, proof, _ = _base(folder)
    made = derive.derive_proof(secured, proof, _selective(folder))
    published = _load(folder, "derivedRevealDocument")
    assert made == published
    assert json.dumps(made["proof"]["proofValue"]) == json.dumps(published["proof"]["proofValue"])
    _verify(made)


@EVERY_FOLDER
def test_the_same_vectors_in_the_corpus(folder: str) -> None:
    where = CORPUS / "ecdsa-sd-2023" / folder
    secured = SecuredDocument(json.loads((where / "addSignedSDBase.json").read_text()))
    selective = json.loads((CORPUS / f"{SELECTIVE[folder]}.json").read_text())
    made = derive.derive_proof(secured, secured.proofs[0], selective)
    assert made == json.loads((where / "derivedRevealDocument.json").read_text())


@EVERY_FOLDER
def test_published_base_proofs_hold(folder: str) -> None:
    secured, proof, _ = _base(folder)
    derive.verify_base_proof(secured, proof, _issuer_key(proof))


@EVERY_FOLDER
def test_any_single_part_can_be_shown_and_holds(folder: str) -> None:
    secured, proof, _ = _base(folder)
    subject = secured.document["credentialSubject"]
    for name in subject:
        made = derive.derive_proof(secured, proof, [f"/credentialSubject/{name}"])
        assert made["credentialSubject"][name] == subject[name]
        _verify(made)
    everything = derive.derive_proof(secured, proof, [""])
    assert {k: v for k, v in everything.items() if k != "proof"} == secured.document
    _verify(everything)


# -- broken twins


def _put(document: Document, value: BaseProofValue) -> Document:
    document["proof"]["proofValue"] = proof_value.serialize_base_proof_value(value)
    return document


def _flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


FAULTS = {
    "base signature changed": lambda value: replace(value, base_signature=_flipped(value.base_signature)),
    "statement signature changed": lambda value: replace(
        value, signatures=[_flipped(value.signatures[0]), *value.signatures[1:]]
    ),
    "statement signatures swapped": lambda value: replace(value, signatures=[*value.signatures[::-1]]),
    "statement signature dropped": lambda value: replace(value, signatures=value.signatures[1:]),
    "statement signature added": lambda value: replace(
        value, signatures=[*value.signatures, value.signatures[0]]
    ),
    "another HMAC key": lambda value: replace(value, hmac_key=_flipped(value.hmac_key)),
    "another key of the proof": lambda value: replace(value, public_key=_other_key(value.public_key)),
    "one mandatory pointer more": lambda value: replace(
        value, mandatory_pointers=[*value.mandatory_pointers, "/credentialSubject"]
    ),
    "no mandatory pointers": lambda value: replace(value, mandatory_pointers=[]),
    "a mandatory pointer to nowhere": lambda value: replace(value, mandatory_pointers=["/nowhere"]),
}


def _other_key(public_key: bytes) -> bytes:
    return public_key[:2] + bytes([public_key[2] ^ 1]) + public_key[3:]


@EVERY_FOLDER
@pytest.mark.parametrize("fault", FAULTS)
def test_a_changed_base_proof_does_not_hold(folder: str, fault: str) -> None:
    document = _load(folder, "addSignedSDBase")
    value = proof_value.parse_base_proof_value(document["proof"]["proofValue"])
    secured = SecuredDocument(_put(document, FAULTS[fault](value)))
    with pytest.raises(ProofError) as caught:
        derive.verify_base_proof(secured, secured.proofs[0], _issuer_key(secured.proofs[0]))
    assert caught.value.reason in (Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED, Reason.KEY_MALFORMED)


@EVERY_FOLDER
@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.update(name="Somebody else's"),
        lambda document: document.update(validFrom="2020-01-01T00:00:00Z"),
        lambda document: document["proof"].update(created="2020-01-01T00:00:00Z"),
    ],
    ids=["name changed", "date changed", "proof options changed"],
)
def test_a_changed_base_document_does_not_hold(folder: str, change: Any) -> None:
    document = _load(folder, "addSignedSDBase")
    change(document)
    secured = SecuredDocument(document)
    with pytest.raises(ProofError) as caught:
        derive.verify_base_proof(secured, secured.proofs[0], _issuer_key(secured.proofs[0]))
    assert caught.value.reason is Reason.SIGNATURE_INVALID


@EVERY_FOLDER
@pytest.mark.parametrize(
    "pointer",
    [
        "/nowhere",
        "/type/7",
        "/type/01",
        "/type/-",
        "/issuer/id/x",
        "issuer",
        "/issuer~",
        "/type/0/x",
        "#/issuer",
    ],
)
def test_a_pointer_to_nothing_is_refused(folder: str, pointer: str) -> None:
    secured, proof, _ = _base(folder)
    with pytest.raises(CredentialError) as caught:
        derive.derive_proof(secured, proof, [pointer])
    assert caught.value.reason is Reason.POINTER_UNKNOWN


@EVERY_FOLDER
def test_nothing_is_derived_from_a_derived_proof(folder: str) -> None:
    secured = SecuredDocument(_load(folder, "derivedRevealDocument"))
    with pytest.raises(WalletError) as caught:
        derive.derive_proof(secured, secured.proofs[0], _selective(folder))
    assert caught.value.reason is Reason.PROOF_MALFORMED
