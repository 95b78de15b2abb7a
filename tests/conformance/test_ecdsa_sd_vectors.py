"""The published vectors of ecdsa-sd-2023 pass step by step: what is signed, what a base proof holds, what is shown."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.extra_contexts import add_test_contexts
from tests.shared_data import shared
from wallet.codecs import multibase
from wallet.credentials import detect
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import data_integrity, ecdsa, jsonld, keys, rdfc10, sd_primitives
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa_sd_2023 import proof_value, verify
from wallet.proofs.work import Work
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

VECTORS = shared("vectors", "ecdsa-sd-2023")
BENCH = shared("bench", "ob3-ecdsa-sd-2023-derived-100.jsonl.gz")
EVERY_FOLDER = pytest.mark.parametrize("folder", ["prc", "employ"])
_LABEL = re.compile(r"(?<!\S)_:(c14n[0-9]+)(?!\S)")


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _load(folder: str, name: str) -> Any:
    return json.loads((VECTORS / folder / f"{name}.json").read_text())


def _verify(document: Mapping[str, Any]) -> None:
    secured = SecuredDocument(document)
    assert secured.proofs, "a vector carries a proof"
    for proof in secured.proofs:
        key = keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])
        data_integrity.find_suite(proof).verify(secured, proof, key)


def _hex(values: Sequence[bytes]) -> Sequence[str]:
    return [value.hex() for value in values]


def _hmac_key() -> bytes:
    return bytes.fromhex(json.loads((VECTORS / "SDKeyMaterial.json").read_text())["hmacKeyString"])


# -- the base proof, as an issuer makes it


@EVERY_FOLDER
def test_the_base_document_under_both_kinds_of_labels(folder: str) -> None:
    secured = SecuredDocument(_load(folder, "addSignedSDBase"))
    quads = jsonld.to_quads(secured.document)
    assert rdfc10.canonical_lines(quads) == _load(folder, "addBaseDocCanon")
    factory = sd_primitives.create_hmac_id_label_map_function(_hmac_key())
    nquads = sd_primitives.label_replacement_canonicalize_nquads(quads, factory, Work())
    assert nquads == _load(folder, "addBaseDocHMACCanon")


@EVERY_FOLDER
def test_the_hashes_of_the_base_proof(folder: str) -> None:
    secured = SecuredDocument(_load(folder, "addSignedSDBase"))
    proof, published = secured.proofs[0], _load(folder, "addHashData")
    options = data_integrity.proof_options(proof, secured.document)
    assert options == _load(folder, "addProofConfig")
    canonical = rdfc10.canonicalize(jsonld.to_quads(options))
    assert canonical == (VECTORS / folder / "addProofConfigCanon.txt").read_text()
    assert verify.hash_proof_options(secured, proof).hex() == published["proofHash"]
    transformed = _load(folder, "addBaseTransform")
    nquads = _load(folder, "addBaseDocHMACCanon")
    indexes = frozenset(index for index, _ in transformed["mandatory"]["value"])
    mandatory, others = sd_primitives.group_by_index(nquads, indexes)
    assert mandatory == [nquad for _, nquad in transformed["mandatory"]["value"]]
    assert others == [nquad for _, nquad in transformed["nonMandatory"]["value"]]
    assert sd_primitives.hash_mandatory_nquads(mandatory).hex() == published["mandatoryHash"]


@EVERY_FOLDER
def test_the_parts_of_the_base_proof(folder: str) -> None:
    published = _load(folder, "addRawBaseSignatureInfo")
    text = _load(folder, "addSignedSDBase")["proof"]["proofValue"]
    value = proof_value.parse_base_proof_value(text)
    assert value.base_signature.hex() == published["baseSignature"]
    assert multibase.encode_base58btc(value.public_key) == published["publicKey"]
    assert _hex(value.signatures) == published["signatures"]
    assert list(value.mandatory_pointers) == published["mandatoryPointers"]
    recovered = _load(folder, "derivedRecoveredBaseData")
    assert value.hmac_key.hex() == recovered["hmacKey"]
    assert multibase.encode_base58btc(value.public_key) == recovered["proofPublicKey"]
    assert _hex(value.signatures) == recovered["signatures"]
    assert proof_value.serialize_base_proof_value(value) == text


@EVERY_FOLDER
def test_every_signature_in_the_base_proof_holds(folder: str) -> None:
    secured = SecuredDocument(_load(folder, "addSignedSDBase"))
    proof = secured.proofs[0]
    value = proof_value.parse_base_proof_value(proof["proofValue"])
    hashes = _load(folder, "addHashData")
    to_verify = verify.serialize_sign_data(
        bytes.fromhex(hashes["proofHash"]), value.public_key, bytes.fromhex(hashes["mandatoryHash"])
    )
    issuer_key = keys.key_from_multikey(proof["verificationMethod"].partition("#")[2])
    ecdsa.verify_ecdsa(issuer_key, value.base_signature, to_verify, "sha256")
    statements = [nquad for _, nquad in _load(folder, "addBaseTransform")["nonMandatory"]["value"]]
    statement_key = verify.proof_scoped_key(value.public_key)
    for signature, nquad in zip(value.signatures, statements, strict=True):
        ecdsa.verify_ecdsa(statement_key, signature, nquad.encode(), "sha256")


@EVERY_FOLDER
def test_a_base_proof_is_for_its_holder_alone(folder: str) -> None:
    document = _load(folder, "addSignedSDBase")
    with pytest.raises(UndecidableProofError) as caught:
        _verify(document)
    assert caught.value.reason is Reason.HOLDER_ONLY_PROOF
    report = _report(document)
    check = report.check(CheckName.PROOF)
    assert (check.outcome, check.reason) == (Outcome.UNKNOWN, Reason.HOLDER_ONLY_PROOF)
    assert report.verdict in (Verdict.UNCHECKED, Verdict.INVALID)  # the vectors' issuer is somebody else


@EVERY_FOLDER
def test_a_damaged_base_proof_is_damaged(folder: str) -> None:
    document = _load(folder, "addSignedSDBase")
    document["proof"]["proofValue"] = document["proof"]["proofValue"][:-4]
    with pytest.raises(ProofError) as caught:
        _verify(document)
    assert caught.value.reason is Reason.PROOF_MALFORMED


# -- the derived proof, as a verifier meets it


@EVERY_FOLDER
def test_the_parts_of_the_derived_proof(folder: str) -> None:
    text = _load(folder, "derivedRevealDocument")["proof"]["proofValue"]
    value = proof_value.parse_derived_proof_value(text)
    published = _load(folder, "verifyDerivedProofValue")
    disclosed = _load(folder, "derivedDisclosureData")
    assert value.base_signature.hex() == published["baseSignature"] == disclosed["baseSignature"]
    assert multibase.encode_base58btc(value.public_key) == published["publicKey"] == disclosed["publicKey"]
    assert _hex(value.signatures) == published["signatures"] == disclosed["signatures"]
    assert _hex(value.signatures) == _load(folder, "derivedAdjSignatures")["filteredSignatures"]
    assert sorted(value.label_map.items()) == sorted(map(tuple, published["labelMap"]))
    assert sorted(value.label_map.items()) == sorted(map(tuple, disclosed["labelMap"]["value"]))
    assert list(value.mandatory_indexes) == published["mandatoryIndexes"] == disclosed["mandatoryIndexes"]
    adjusted = _load(folder, "derivedAdjMandatoryIndexes")["adjMandatoryIndexes"]
    assert list(value.mandatory_indexes) == adjusted
    assert proof_value.serialize_derived_proof_value(value) == text


@EVERY_FOLDER
def test_what_is_verified_is_what_was_published(folder: str) -> None:
    document = _load(folder, "derivedRevealDocument")
    secured = SecuredDocument(document)
    proof = secured.proofs[0]
    value = proof_value.parse_derived_proof_value(proof["proofValue"])
    factory = sd_primitives.create_label_map_function(value.label_map)
    nquads = sd_primitives.label_replacement_canonicalize_json_ld(secured.document, factory, Work())
    assert nquads == _load(folder, "verifyNQuads")
    data, published = verify.create_verify_data(secured, proof), _load(folder, "verifyCreateVerifyData")
    assert data.base_signature.hex() == published["baseSignature"]
    assert data.proof_hash.hex() == published["proofHash"]
    assert multibase.encode_base58btc(data.public_key) == published["publicKey"]
    assert _hex(data.signatures) == published["signatures"]
    assert data.non_mandatory == published["nonMandatory"]
    assert data.mandatory_hash.hex() == published["mandatoryHash"]


@EVERY_FOLDER
def test_the_unsigned_reveal_is_the_signed_one_without_its_proof(folder: str) -> None:
    document = _load(folder, "derivedRevealDocument")
    del document["proof"]
    assert document == _load(folder, "derivedUnsignedReveal")


@EVERY_FOLDER
def test_labels_of_shown_statements_are_those_of_the_base_proof(folder: str) -> None:
    """The statements shown under the derived labels are statements of the base proof, letter for letter."""
    assert set(_load(folder, "verifyNQuads")) < set(_load(folder, "addBaseDocHMACCanon"))
    assert not any(_LABEL.search(nquad) for nquad in _load(folder, "verifyNQuads"))


@EVERY_FOLDER
def test_published_derived_proofs_hold(folder: str) -> None:
    _verify(_load(folder, "derivedRevealDocument"))


def test_the_sample_of_the_1edtech_validator_holds() -> None:
    document = json.loads((VECTORS / "ob30-1edtech" / "derivedcredential.json").read_text())
    _verify(document)
    report = _report(document)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    # its key is only in the fragment of an address that nobody looked up
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)


# -- a hundred badges made by the reference implementation


def _report(document: Mapping[str, Any]) -> VerificationReport:
    return Verifier(NoDocuments(), FixedClock(datetime(2026, 11, 23, tzinfo=UTC))).verify(
        detect.parse_document(json.dumps(document).encode())
    )


def _changed(document: dict[str, Any]) -> dict[str, Any]:
    document["credentialSubject"]["achievement"]["name"] += "!"
    return document


def test_badges_of_the_reference_implementation_hold_and_changed_ones_do_not() -> None:
    with gzip.open(BENCH) as lines:
        documents = [json.loads(line) for line in lines]
    assert len(documents) == 100
    reports = [_report(document) for document in documents]
    assert {report.check(CheckName.PROOF).outcome for report in reports} == {Outcome.PASSED}
    assert {report.verdict for report in reports} <= {Verdict.VERIFIED, Verdict.CHECK}
    changed = [_report(_changed(document)) for document in documents]
    assert {(report.verdict, report.reason) for report in changed} == {
        (Verdict.INVALID, Reason.SIGNATURE_INVALID)
    }
