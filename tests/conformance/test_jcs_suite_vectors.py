"""The published vectors of the JCS suites pass step by step, and a broken twin of each fails."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from tests.shared_data import shared
from wallet.codecs import jcs
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import data_integrity, jcs_hashing, keys
from wallet.proofs.data_integrity import SecuredDocument

VECTORS = shared("vectors")
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
MULTIKEY = "https://w3id.org/security/multikey/v1"


@dataclass(frozen=True)
class Vector:
    folder: str
    suffix: str
    hash_name: str = "sha256"

    def text(self, name: str) -> str:
        return (VECTORS / self.folder / f"{name}{self.suffix}.txt").read_text()

    def signed(self) -> dict[str, Any]:
        text = (VECTORS / self.folder / f"signed{self.suffix}.json").read_text()
        loaded: dict[str, Any] = json.loads(text)
        return loaded


CASES = {
    "eddsa-jcs-2022": Vector("eddsa-jcs-2022", "JCS"),
    "ecdsa-jcs-2019-p256": Vector("ecdsa-jcs-2019/p256", "JCSECDSAP256"),
    "ecdsa-jcs-2019-p384": Vector("ecdsa-jcs-2019/p384", "JCSECDSAP384", "sha384"),
}
EVERY_CASE = pytest.mark.parametrize("vector", CASES.values(), ids=CASES)


def _verify(document: Mapping[str, Any]) -> None:
    secured = SecuredDocument(document)
    assert secured.proofs, "a vector carries a proof"
    for proof in secured.proofs:
        key = keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])
        data_integrity.find_suite(proof).verify(secured, proof, key)


@EVERY_CASE
def test_every_intermediate_value_is_the_published_one(vector: Vector) -> None:
    secured = SecuredDocument(vector.signed())
    proof = secured.proofs[0]
    canonical = jcs.canonicalize(jcs_hashing.unsecured_document(secured, proof))
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    digest = getattr(hashlib, vector.hash_name)
    assert canonical.decode() == vector.text("canonDoc")
    assert jcs.canonicalize(options).decode() == vector.text("proofCanon")
    assert digest(canonical).hexdigest() == vector.text("docHash").strip()
    assert digest(jcs.canonicalize(options)).hexdigest() == vector.text("proofHash").strip()
    hash_data = jcs_hashing.jcs_hash_data(secured, proof, vector.hash_name)
    assert hash_data.hex() == vector.text("combinedHash").strip()


@EVERY_CASE
def test_published_proofs_hold(vector: Vector) -> None:
    _verify(vector.signed())


@EVERY_CASE
def test_the_order_of_members_does_not_matter(vector: Vector) -> None:
    signed = vector.signed()
    _verify(dict(reversed(signed.items())))


def _changed_text(document: dict[str, Any]) -> None:
    document["issuer"] = "https://vc.example/issuers/0000"


def _added_member(document: dict[str, Any]) -> None:
    document["credentialSubject"]["honours"] = "all of them"


def _removed_member(document: dict[str, Any]) -> None:
    del document["validFrom"]


def _changed_option(document: dict[str, Any]) -> None:
    document["proof"]["created"] = "2001-01-01T00:00:00Z"


def _added_option(document: dict[str, Any]) -> None:
    document["proof"]["expires"] = "2099-01-01T00:00:00Z"


def _changed_value(document: dict[str, Any]) -> None:
    value = document["proof"]["proofValue"]
    document["proof"]["proofValue"] = value[:-1] + ("A" if value[-1] != "A" else "B")


def _other_encoding(document: dict[str, Any]) -> None:
    document["proof"]["proofValue"] = "u" + document["proof"]["proofValue"][1:]


def _leading_one(document: dict[str, Any]) -> None:
    document["proof"]["proofValue"] = "z1" + document["proof"]["proofValue"][1:]


def _context_in_front(document: dict[str, Any]) -> None:
    document["@context"] = [MULTIKEY, *document["@context"]]


def _context_removed(document: dict[str, Any]) -> None:
    document["@context"] = document["@context"][:-1]


def _contexts_swapped(document: dict[str, Any]) -> None:
    document["@context"] = document["@context"][::-1]


def _proof_without_its_contexts(document: dict[str, Any]) -> None:
    del document["proof"]["@context"]


def _fewer_contexts_everywhere(document: dict[str, Any]) -> None:
    document["@context"] = document["proof"]["@context"] = document["@context"][:-1]


def _the_suite_that_signs_statements(document: dict[str, Any]) -> None:
    document["proof"]["cryptosuite"] = document["proof"]["cryptosuite"].replace("jcs", "rdfc")


BREAKS = [
    _changed_text, _added_member, _removed_member, _changed_option, _added_option, _changed_value, _other_encoding,
    _leading_one, _context_in_front, _context_removed, _contexts_swapped, _proof_without_its_contexts,
    _fewer_contexts_everywhere, _the_suite_that_signs_statements,
]  # fmt: skip


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda f: f.__name__.lstrip("_"))
@EVERY_CASE
def test_broken_twins_fail(vector: Vector, break_it: Callable[[dict[str, Any]], None]) -> None:
    document = vector.signed()
    break_it(document)
    with pytest.raises(ProofError) as caught:
        _verify(document)
    if break_it is _the_suite_that_signs_statements:
        # the vector's second context is one that only vectors use: as statements it could not even be tried
        assert caught.value.reason is Reason.UNKNOWN_CONTEXT
    else:
        assert not isinstance(caught.value, UndecidableProofError)
        assert caught.value.reason in (Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED)


@EVERY_CASE
def test_contexts_behind_the_signed_ones_may_only_define_proofs(vector: Vector) -> None:
    document = vector.signed()
    document["@context"] = [*document["@context"], MULTIKEY]
    _verify(document)
    for added in (OPEN_BADGES, "https://www.w3.org/2018/credentials/v1", {"validUntil": None}):
        document["@context"] = [*document["proof"]["@context"], added]
        with pytest.raises(UndecidableProofError) as caught:
            _verify(document)
        assert caught.value.reason is Reason.UNKNOWN_CONTEXT
