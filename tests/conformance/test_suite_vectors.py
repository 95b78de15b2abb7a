"""The published vectors of each cryptosuite pass step by step, and a broken twin of each fails."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.extra_contexts import add_test_contexts
from tests.shared_data import shared
from wallet.codecs import multibase
from wallet.errors import ProofError, Reason
from wallet.proofs import data_integrity, ed25519_signature_2020, eddsa, jsonld, keys, rdfc10
from wallet.proofs.data_integrity import SecuredDocument

VECTORS = shared("vectors")


@dataclass(frozen=True)
class Vector:
    folder: Path
    suffix: str
    hash_name: str = "sha256"

    def text(self, name: str) -> str:
        return (self.folder / f"{name}{self.suffix}.txt").read_text()

    def signed(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / f"signed{self.suffix}.json").read_text())
        return loaded


CASES = {
    "eddsa-rdfc-2022": Vector(VECTORS / "eddsa-rdfc-2022", "DataInt"),
    "eddsa-rdfc-2022-employ": Vector(VECTORS / "eddsa-rdfc-2022" / "employ", "DataInt"),
    "Ed25519Signature2020": Vector(VECTORS / "Ed25519Signature2020", "EdSig"),
    "ecdsa-rdfc-2019-p256": Vector(VECTORS / "ecdsa-rdfc-2019" / "p256", "ECDSAP256"),
    "ecdsa-rdfc-2019-p384": Vector(VECTORS / "ecdsa-rdfc-2019" / "p384", "ECDSAP384", "sha384"),
}


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _verify(document: Mapping[str, Any]) -> None:
    secured = SecuredDocument(document)
    assert secured.proofs, "a vector carries a proof"
    for proof in secured.proofs:
        key = keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])
        data_integrity.find_suite(proof).verify(secured, proof, key)


@pytest.mark.parametrize("vector", CASES.values(), ids=CASES)
def test_every_intermediate_value_is_the_published_one(vector: Vector) -> None:
    signed = vector.signed()
    secured = SecuredDocument(signed)
    proof = secured.proofs[0]
    canonical = secured.canonical(proof, vector.hash_name)
    options = data_integrity.proof_options(proof, secured.document)
    canonical_options = rdfc10.canonicalize(jsonld.to_quads(options), vector.hash_name)
    assert canonical == vector.text("canonDoc")
    assert canonical_options == vector.text("proofCanon")
    digest = getattr(hashlib, vector.hash_name)
    assert digest(canonical.encode()).hexdigest() == vector.text("docHash").strip()
    assert (
        data_integrity.rdfc_hash_data(secured, proof, vector.hash_name).hex()
        == vector.text("combinedHash").strip()
    )


@pytest.mark.parametrize("vector", CASES.values(), ids=CASES)
def test_published_proofs_hold(vector: Vector) -> None:
    _verify(vector.signed())


def _changed_text(document: dict[str, Any]) -> dict[str, Any]:
    document["issuer"] = "https://vc.example/issuers/0000"
    return document


def _changed_option(document: dict[str, Any]) -> dict[str, Any]:
    document["proof"]["created"] = "2001-01-01T00:00:00Z"
    return document


def _changed_value(document: dict[str, Any]) -> dict[str, Any]:
    value = document["proof"]["proofValue"]
    document["proof"]["proofValue"] = value[:-1] + ("A" if value[-1] != "A" else "B")
    return document


def _other_encoding(document: dict[str, Any]) -> dict[str, Any]:
    document["proof"]["proofValue"] = "u" + document["proof"]["proofValue"][1:]
    return document


def _leading_one(document: dict[str, Any]) -> dict[str, Any]:
    document["proof"]["proofValue"] = "z1" + document["proof"]["proofValue"][1:]
    return document


def _added_member(document: dict[str, Any]) -> dict[str, Any]:
    document["credentialSubject"]["honours"] = "all of them"
    return document


BREAKS = [_changed_text, _changed_option, _changed_value, _other_encoding, _leading_one, _added_member]


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda f: f.__name__.lstrip("_"))
@pytest.mark.parametrize("vector", CASES.values(), ids=CASES)
def test_broken_twins_fail(vector: Vector, break_it: Any) -> None:
    with pytest.raises(ProofError) as caught:
        _verify(break_it(vector.signed()))
    assert caught.value.reason in (Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED, Reason.UNDEFINED_TERM)


def test_the_key_of_the_vector_makes_the_published_signature() -> None:
    pair = json.loads((VECTORS / "eddsa-rdfc-2022" / "inputs" / "keyPair.json").read_text())
    seed = multibase.decode(pair["privateKeyMultibase"])[2:]
    for name, create in (
        ("eddsa-rdfc-2022", eddsa.create_proof),
        ("Ed25519Signature2020", ed25519_signature_2020.create_proof),
    ):
        signed = CASES[name].signed()
        proof = dict(signed.pop("proof"))
        published = proof.pop("proofValue")
        made = create(signed, proof, seed)
        assert made["proof"]["proofValue"] == published


CHAINS = VECTORS / "proof-set-chain"


@pytest.mark.parametrize(
    "name", ["signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"]
)
def test_proof_sets_and_chains_hold(name: str) -> None:
    _verify(json.loads((CHAINS / f"{name}.json").read_text()))


def test_a_chain_without_its_first_link_fails() -> None:
    document = json.loads((CHAINS / "signedProofChain1.json").read_text())
    linked = [proof for proof in document["proof"] if "previousProof" in proof]
    assert linked
    document["proof"] = linked
    with pytest.raises(ProofError) as caught:
        _verify(document)
    assert caught.value.reason is Reason.PROOF_MALFORMED
