"""Broken twins of the published derived proofs of ecdsa-sd-2023: one fault each, none of them holds.

Where a fault is what an honest holder may do as well (showing less), the honest form stands beside it.
"""

import contextlib
import itertools
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.extra_contexts import add_test_contexts
from tests.issuing import NOW
from tests.shared_data import shared
from wallet.codecs import base58, base64url, cbor
from wallet.credentials import detect
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import data_integrity, keys
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.ecdsa_sd_2023 import proof_value, verify
from wallet.proofs.ecdsa_sd_2023.proof_value import DerivedProofValue
from wallet.verification.report import CheckName
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

VECTORS = shared("vectors", "ecdsa-sd-2023")
Document = dict[str, Any]
EVERY_FOLDER = pytest.mark.parametrize("folder", ["prc", "employ"])
ATTACKER = ec.derive_private_key(7, ec.SECP256R1())


@pytest.fixture(autouse=True)
def _contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)


def _document(folder: str) -> Document:
    loaded: Document = json.loads((VECTORS / folder / "derivedRevealDocument.json").read_text())
    return loaded


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


def _value(document: Document) -> DerivedProofValue:
    return proof_value.parse_derived_proof_value(document["proof"]["proofValue"])


def _put(document: Document, value: DerivedProofValue) -> Document:
    document["proof"]["proofValue"] = proof_value.serialize_derived_proof_value(value)
    return document


def _flipped(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


def _sign(message: bytes) -> bytes:
    r, s = utils.decode_dss_signature(ATTACKER.sign(message, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


# -- the parts of the proof value


def _signature_dropped(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=value.signatures[:-1])


def _signature_added(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=[*value.signatures, value.signatures[0]])


def _no_signatures(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=())


def _signatures_swapped(value: DerivedProofValue) -> DerivedProofValue:
    first, second, *rest = value.signatures
    return replace(value, signatures=[second, first, *rest])


def _signature_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=[*value.signatures[:-1], _flipped(value.signatures[-1])])


def _signature_of_zeros(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=[*value.signatures[:-1], bytes(64)])


def _base_signature_changed(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, base_signature=_flipped(value.base_signature))


def _base_signature_for_a_statement(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, signatures=[value.base_signature, *value.signatures[1:]])


def _index_changed(value: DerivedProofValue) -> DerivedProofValue:
    free = next(index for index in range(20) if index not in value.mandatory_indexes)
    return replace(value, mandatory_indexes=[*value.mandatory_indexes[:-1], free])


def _index_dropped_with_its_statement_unsigned(value: DerivedProofValue) -> DerivedProofValue:
    return replace(
        value, mandatory_indexes=value.mandatory_indexes[:-1], signatures=[*value.signatures, bytes(64)]
    )


def _every_statement_called_mandatory(value: DerivedProofValue) -> DerivedProofValue:
    count = len(value.signatures) + len(value.mandatory_indexes)
    return replace(value, mandatory_indexes=range(count), signatures=())


def _index_of_no_statement(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, mandatory_indexes=[*value.mandatory_indexes, 1000])


def _index_twice(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, mandatory_indexes=[*value.mandatory_indexes, value.mandatory_indexes[0]])


def _labels_swapped(value: DerivedProofValue) -> DerivedProofValue:
    (first, second), labels = list(value.label_map)[:2], value.label_map
    return replace(value, label_map={**labels, first: labels[second], second: labels[first]})


def _label_changed(value: DerivedProofValue) -> DerivedProofValue:
    first, label = next(iter(value.label_map.items()))
    other = "u" + base64url.encode(_flipped(base64url.decode_strict(label[1:])))
    return replace(value, label_map={**value.label_map, first: other})


def _label_twice(value: DerivedProofValue) -> DerivedProofValue:
    label = next(iter(value.label_map.values()))
    return replace(value, label_map=dict.fromkeys(value.label_map, label))


def _label_missing(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map=dict(list(value.label_map.items())[:-1]))


def _label_too_many(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, label_map={**value.label_map, "c14n99": "u" + base64url.encode(bytes(32))})


def _another_proof_key(value: DerivedProofValue) -> DerivedProofValue:
    point = ATTACKER.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return replace(value, public_key=b"\x80\x24" + point)


def _proof_key_of_another_type(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, public_key=b"\xed\x01" + value.public_key[2:])


def _proof_key_off_the_curve(value: DerivedProofValue) -> DerivedProofValue:
    return replace(value, public_key=b"\x80\x24\x02" + b"\xff" * 32)


SIGNED_WRONG = [
    _signature_dropped, _signature_added, _no_signatures, _signatures_swapped, _signature_changed, _signature_of_zeros,
    _base_signature_changed, _base_signature_for_a_statement, _index_changed,
    _index_dropped_with_its_statement_unsigned, _every_statement_called_mandatory, _labels_swapped, _label_changed,
    _another_proof_key,
]  # fmt: skip
MALFORMED = [_index_of_no_statement, _index_twice, _label_twice, _label_missing, _label_too_many]
KEYS_REFUSED = [_proof_key_of_another_type, _proof_key_off_the_curve]
FAULTS = [
    *((fault, Reason.SIGNATURE_INVALID) for fault in SIGNED_WRONG),
    *((fault, Reason.PROOF_MALFORMED) for fault in MALFORMED),
]


@pytest.mark.parametrize(("fault", "reason"), FAULTS, ids=[f.__name__.lstrip("_") for f, _ in FAULTS])
@EVERY_FOLDER
def test_one_changed_part(
    folder: str, fault: Callable[[DerivedProofValue], DerivedProofValue], reason: Reason
) -> None:
    document = _document(folder)
    _verify(_put(document, _value(document)))
    _refused(_put(document, fault(_value(document))), reason)


@pytest.mark.parametrize("fault", KEYS_REFUSED)
@EVERY_FOLDER
def test_the_key_made_for_the_proof_is_a_p256_key(
    folder: str, fault: Callable[[DerivedProofValue], DerivedProofValue]
) -> None:
    document = _document(folder)
    _refused(_put(document, fault(_value(document))), Reason.SIGNATURE_INVALID, Reason.KEY_MALFORMED)
    with pytest.raises(ProofError) as caught:
        verify.proof_scoped_key(_value(document).public_key)
    assert caught.value.reason is Reason.KEY_MALFORMED
    verify.proof_scoped_key(_value(_document(folder)).public_key)


@EVERY_FOLDER
def test_statements_under_a_key_of_ones_own(folder: str) -> None:
    """Whoever makes a key can sign any statement; the issuer's signature over that key is what is missing."""
    document = _document(folder)
    document["credentialSubject"]["birthCountry"] = "Atlantis"
    data = verify.create_verify_data(SecuredDocument(document), document["proof"])
    signatures = [_sign(nquad.encode()) for nquad in data.non_mandatory]
    _refused(
        _put(document, replace(_another_proof_key(_value(document)), signatures=signatures)),
        Reason.SIGNATURE_INVALID,
    )
    _refused(_put(document, replace(_value(document), signatures=signatures)), Reason.SIGNATURE_INVALID)


# -- the bytes of the proof value


def _bytes_of(document: Document) -> bytes:
    return base64url.decode_strict(document["proof"]["proofValue"][1:])


def _components(document: Document) -> list[Any]:
    components = cbor.decode(_bytes_of(document)[3:])
    assert isinstance(components, tuple)
    return list(components)


def _with(components: Sequence[Any]) -> bytes:
    return b"\xd9\x5d\x01" + cbor.encode(components)


OTHER_BYTES: dict[str, Callable[[Document], bytes]] = {
    "nothing": lambda _: b"",
    "header alone": lambda document: _bytes_of(document)[:3],
    "cut off": lambda document: _bytes_of(document)[:-1],
    "cut in half": lambda document: _bytes_of(document)[:200],
    "more after the value": lambda document: _bytes_of(document) + b"\x00",
    "header of a base proof": lambda document: b"\xd9\x5d\x00" + _bytes_of(document)[3:],
    "header of another suite": lambda document: b"\xd9\x5d\x03" + _bytes_of(document)[3:],
    "header of no suite": lambda document: b"\xd9\x5d\x07" + _bytes_of(document)[3:],
    "no header": lambda document: _bytes_of(document)[3:],
    "tag in front of the list": lambda document: b"\xd9\x5d\x01\xc1" + _bytes_of(document)[3:],
    "list of no stated length": lambda document: b"\xd9\x5d\x01\x9f" + _bytes_of(document)[4:] + b"\xff",
    "list length in two bytes": lambda document: b"\xd9\x5d\x01\x98\x05" + _bytes_of(document)[4:],
    "four components": lambda document: _with(_components(document)[:4]),
    "six components": lambda document: _with([*_components(document), ()]),
    "a map instead of the list": lambda _: b"\xd9\x5d\x01" + cbor.encode({0: b""}),
    "short base signature": lambda document: _with([bytes(63), *_components(document)[1:]]),
    "text as base signature": lambda document: _with(["A" * 64, *_components(document)[1:]]),
    "short key": lambda document: _with([_components(document)[0], bytes(34), *_components(document)[2:]]),
    "long statement signature": lambda document: _with(
        [*_components(document)[:2], [bytes(65)], *_components(document)[3:]]
    ),
    "bytes instead of signatures": lambda document: _with(
        [*_components(document)[:2], bytes(64), *_components(document)[3:]]
    ),
    "short label": lambda document: _with(
        [*_components(document)[:3], {0: bytes(31)}, _components(document)[4]]
    ),
    "list instead of the label map": lambda document: _with(
        [*_components(document)[:3], (), _components(document)[4]]
    ),
    "bytes as index": lambda document: _with([*_components(document)[:4], [b"\x00"]]),
    "map instead of the indexes": lambda document: _with([*_components(document)[:4], {}]),
    "negative index": lambda document: _bytes_of(document)[:-1] + b"\x20",
    "index in two bytes": lambda document: _bytes_of(document)[:-1] + b"\x18" + _bytes_of(document)[-1:],
}  # fmt: skip


@pytest.mark.parametrize("change", OTHER_BYTES.values(), ids=OTHER_BYTES)
@EVERY_FOLDER
def test_other_bytes(folder: str, change: Callable[[Document], bytes]) -> None:
    document = _document(folder)
    assert _with(_components(document)) == _bytes_of(document)
    document["proof"]["proofValue"] = "u" + base64url.encode(change(document))
    _refused(document, Reason.PROOF_MALFORMED)


OTHER_TEXTS: dict[str, Callable[[str], Any]] = {
    "padded": lambda text: text + "=" * (-len(text[1:]) % 4 or 4),
    "with a line end": lambda text: text + "\n",
    "with a blank": lambda text: text[:50] + " " + text[50:],
    "another base named": lambda text: "z" + text[1:],
    "in another base": lambda text: "z" + base58.encode(base64url.decode_strict(text[1:])),
    "no base named": lambda text: text[1:],
    "base named in capitals": lambda text: "U" + text[1:],
    "letters of base64": lambda text: text.replace("_", "/").replace("-", "+"),
    "empty": lambda _: "",
    "missing": lambda _: None,
    "in a list": lambda text: [text],
    "bytes as numbers": lambda text: list(base64url.decode_strict(text[1:])),
}


@pytest.mark.parametrize("change", OTHER_TEXTS.values(), ids=OTHER_TEXTS)
@EVERY_FOLDER
def test_other_texts(folder: str, change: Callable[[str], Any]) -> None:
    document = _document(folder)
    changed = change(document["proof"]["proofValue"])
    assert changed != document["proof"]["proofValue"]
    document["proof"]["proofValue"] = changed
    _refused(document, Reason.PROOF_MALFORMED)


def test_unused_bits_of_the_last_letter() -> None:
    """The same bytes under another text: the last letter of one of the vectors has bits to spare."""
    spare = [folder for folder in ("prc", "employ") if len(_document(folder)["proof"]["proofValue"][1:]) % 4]
    assert spare
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for folder in spare:
        document = _document(folder)
        text = document["proof"]["proofValue"]
        document["proof"]["proofValue"] = text[:-1] + letters[letters.index(text[-1]) + 1]
        _refused(document, Reason.PROOF_MALFORMED)


# -- the document beside it


def _type_added(document: Document) -> None:
    document["credentialSubject"]["type"] = [*document["credentialSubject"]["type"], "PermanentResidentCard"]


def _date_changed(document: Document) -> None:
    document["validUntil"] = "2099-12-16T23:59:59Z"


def _mandatory_changed(document: Document) -> None:
    document["issuer"]["image"] = "https://issuer.example/other.png"


def _mandatory_removed(document: Document) -> None:
    del document["issuer"]["image"]


def _shown_removed(document: Document) -> None:
    del document["validFrom"]


def _member_added(document: Document) -> None:
    document["description"] = "and more"


def _subject_named(document: Document) -> None:
    document["credentialSubject"]["id"] = "did:example:somebody"


def _subject_split(document: Document) -> None:
    subject = document["credentialSubject"]
    document["credentialSubject"] = [subject, {"type": subject["type"]}]


def _option_changed(document: Document) -> None:
    document["proof"]["created"] = "2024-08-15T23:36:38Z"


def _option_added(document: Document) -> None:
    document["proof"]["expires"] = "2099-01-01T00:00:00Z"


def _option_removed(document: Document) -> None:
    del document["proof"]["created"]


CHANGES = [
    _type_added, _date_changed, _mandatory_changed, _mandatory_removed, _shown_removed, _member_added, _subject_named,
    _subject_split, _option_changed, _option_added, _option_removed,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.lstrip("_"))
@EVERY_FOLDER
def test_changed_documents(folder: str, change: Callable[[Document], None]) -> None:
    document = _document(folder)
    change(document)
    _refused(document, Reason.SIGNATURE_INVALID, Reason.PROOF_MALFORMED, Reason.UNDEFINED_TERM)


@EVERY_FOLDER
def test_showing_less_takes_its_signature_away_as_well(folder: str) -> None:
    """The honest form of a removed statement: its signature goes, too."""
    document = _document(folder)
    value = _value(document)
    data = verify.create_verify_data(SecuredDocument(document), document["proof"])
    gone = next(index for index, nquad in enumerate(data.non_mandatory) if "validFrom" in nquad)
    signatures = [signature for index, signature in enumerate(data.signatures) if index != gone]
    del document["validFrom"]
    held = []
    # without the statement the canonical names may be dealt out anew; one deal is the right one
    for labels in itertools.permutations(value.label_map.values()):
        dealt = dict(zip(value.label_map, labels, strict=True))
        with contextlib.suppress(ProofError):
            _verify(_put(document, replace(value, signatures=signatures, label_map=dealt)))
            held.append(dealt)
    assert len(held) == 1


@EVERY_FOLDER
def test_statements_of_another_credential_do_not_fit(folder: str) -> None:
    """Each credential has a key of its own; the vectors share one, so only their issuer keeps them apart."""
    document, other = _document(folder), _document("employ" if folder == "prc" else "prc")
    mixed = replace(
        _value(document), signatures=[*_value(document).signatures[:-1], _value(other).signatures[0]]
    )
    _refused(_put(document, mixed), Reason.SIGNATURE_INVALID)


def test_an_issuer_key_on_another_curve() -> None:
    document = _document("prc")
    point = (
        ec.derive_private_key(7, ec.SECP384R1())
        .public_key()
        .public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    )
    multikey = "z" + base58.encode(b"\x81\x24" + point)
    document["proof"]["verificationMethod"] = f"did:key:{multikey}#{multikey}"
    check = _proof_check(document)
    assert check.reason is Reason.KEY_MALFORMED
    assert _proof_check(_document("prc")).reason is None


def _proof_check(document: Document) -> Any:
    unverified = detect.parse_document(json.dumps(document).encode())
    return Verifier(NoDocuments(), FixedClock(NOW)).verify(unverified).check(CheckName.PROOF)
