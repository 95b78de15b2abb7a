"""The binary layouts of ecdsa-sd-2023 proof values, both directions.

A proof value is multibase base64url of three header bytes and a CBOR list:
base     d9 5d 00  [signature 64 B, public key 35 B, HMAC key 32 B, [signature 64 B ...], [JSON pointer ...]]
derived  d9 5d 01  [signature 64 B, public key 35 B, [signature 64 B ...], {label number: 32 B}, [index ...]]

Lives here: layouts. Does not live here: what is signed (`verify`).
Source: VC-DI-ECDSA, section 3.5 (ecdsa-sd-2023 Functions).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.codecs import cbor, multibase
from wallet.errors import CodecError, ProofError, Reason
from wallet.proofs.sd_primitives import LabelMap

_BASE_HEADER = b"\xd9\x5d\x00"
_DERIVED_HEADER = b"\xd9\x5d\x01"
_COMPONENTS = 5
SIGNATURE_BYTES = 64
PUBLIC_KEY_BYTES = 35
"""Multikey without multibase: the two bytes 80 24 and the compressed P-256 point."""
HMAC_KEY_BYTES = 32
_LABEL_BYTES = 32
_CANONICAL_LABEL = re.compile(r"c14n(0|[1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class BaseProofValue:
    """What an issuer gives the holder alone: with the HMAC key and all signatures anything can be shown.

    Attributes:
        base_signature: the issuer's, 64 bytes.
        public_key: the key made for this proof, 35 bytes.
        hmac_key: 32 bytes.
        signatures: one for each statement that is not mandatory, 64 bytes each, in order of the statements.
        mandatory_pointers: JSON pointers to what is always shown.
    """

    base_signature: bytes
    public_key: bytes
    hmac_key: bytes = field(repr=False)
    signatures: Sequence[bytes] = field(repr=False)
    mandatory_pointers: Sequence[str]


@dataclass(frozen=True, slots=True)
class DerivedProofValue:
    """What a holder shows.

    Attributes:
        base_signature, public_key: as in the base proof.
        signatures: one for each shown statement that is not mandatory.
        label_map: canonical labels of the shown document to those that were signed.
        mandatory_indexes: which of the shown statements are mandatory.
    """

    base_signature: bytes
    public_key: bytes
    signatures: Sequence[bytes]
    label_map: LabelMap
    mandatory_indexes: Sequence[int]


def is_base_proof_value(proof_value: Any) -> bool:
    """Whether a proof value starts as base proofs do.

    Raises:
        ProofError: PROOF_MALFORMED when it is not multibase base64url.
    """
    return isinstance(proof_value, str) and _decode(proof_value).startswith(_BASE_HEADER)


def parse_base_proof_value(proof_value: str) -> BaseProofValue:
    """Takes a base proof apart.

    Raises:
        ProofError: PROOF_MALFORMED.

    Source: VC-DI-ECDSA, parseBaseProofValue.
    """
    signature, public_key, hmac_key, signatures, pointers = _components(proof_value, _BASE_HEADER)
    return BaseProofValue(
        _bytes(signature, SIGNATURE_BYTES),
        _bytes(public_key, PUBLIC_KEY_BYTES),
        _bytes(hmac_key, HMAC_KEY_BYTES),
        _signatures(signatures),
        _pointers(pointers),
    )


def serialize_base_proof_value(value: BaseProofValue) -> str:
    """Writes a base proof. Source: VC-DI-ECDSA, serializeBaseProofValue."""
    return _serialize(
        _BASE_HEADER,
        value.base_signature,
        value.public_key,
        value.hmac_key,
        value.signatures,
        value.mandatory_pointers,
    )


def parse_derived_proof_value(proof_value: str) -> DerivedProofValue:
    """Takes a derived proof apart.

    Raises:
        ProofError: PROOF_MALFORMED, also when an index or a label comes twice.

    Source: VC-DI-ECDSA, parseDerivedProofValue.
    """
    signature, public_key, signatures, label_map, indexes = _components(proof_value, _DERIVED_HEADER)
    return DerivedProofValue(
        _bytes(signature, SIGNATURE_BYTES),
        _bytes(public_key, PUBLIC_KEY_BYTES),
        _signatures(signatures),
        decompress_label_map(label_map),
        _indexes(indexes),
    )


def serialize_derived_proof_value(value: DerivedProofValue) -> str:
    """Writes a derived proof. Source: VC-DI-ECDSA, serializeDerivedProofValue."""
    return _serialize(
        _DERIVED_HEADER,
        value.base_signature,
        value.public_key,
        value.signatures,
        compress_label_map(value.label_map),
        value.mandatory_indexes,
    )


def compress_label_map(label_map: LabelMap) -> Mapping[int, bytes]:
    """The numbers of canonical labels to the bytes of their replacements.

    Raises:
        ProofError: PROOF_MALFORMED for labels of another shape.

    Source: VC-DI-ECDSA, compressLabelMap.
    """
    compressed = {}
    for canonical, label in label_map.items():
        match = _CANONICAL_LABEL.fullmatch(canonical)
        if match is None:
            raise ProofError(Reason.PROOF_MALFORMED, "canonical label")
        compressed[int(match[1])] = _bytes(_decode(label), _LABEL_BYTES)
    return compressed


def decompress_label_map(compressed: Any) -> LabelMap:
    """The reverse; two nodes under one label would be shown as two and had been signed as one.

    Raises:
        ProofError: PROOF_MALFORMED.

    Source: VC-DI-ECDSA, decompressLabelMap.
    """
    if not isinstance(compressed, Mapping):
        raise ProofError(Reason.PROOF_MALFORMED, "label map")
    labels = {
        f"c14n{number}": multibase.encode_base64url(_bytes(label, _LABEL_BYTES))
        for number, label in compressed.items()
    }
    _require_distinct(labels.values(), "label")
    return labels


def _decode(text: str) -> bytes:
    try:
        return multibase.decode(text, bases=multibase.BASE64_URL)
    except CodecError as error:
        raise ProofError(Reason.PROOF_MALFORMED, "multibase") from error


def _components(proof_value: str, header: bytes) -> Sequence[Any]:
    decoded = _decode(proof_value)
    if not decoded.startswith(header):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue header")
    try:
        components = cbor.decode(decoded[len(header) :])
    except CodecError as error:
        raise ProofError(Reason.PROOF_MALFORMED, error.detail) from error
    if not isinstance(components, tuple) or len(components) != _COMPONENTS:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue components")
    return components


def _serialize(header: bytes, *components: cbor.Value) -> str:
    return multibase.encode_base64url(header + cbor.encode(components))


def _bytes(value: Any, length: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != length:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue component length")
    return value


def _signatures(value: Any) -> Sequence[bytes]:
    return [_bytes(signature, SIGNATURE_BYTES) for signature in _list(value)]


def _pointers(value: Any) -> Sequence[str]:
    pointers = _list(value)
    if not all(isinstance(pointer, str) for pointer in pointers):
        raise ProofError(Reason.PROOF_MALFORMED, "mandatory pointers")
    return pointers


def _indexes(value: Any) -> Sequence[int]:
    indexes = _list(value)
    if not all(isinstance(index, int) for index in indexes):
        raise ProofError(Reason.PROOF_MALFORMED, "mandatory indexes")
    _require_distinct(indexes, "mandatory index")
    return indexes


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, tuple):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue component type")
    return value


def _require_distinct(values: Iterable[Any], what: str) -> None:
    listed = list(values)
    if len(set(listed)) != len(listed):
        raise ProofError(Reason.PROOF_MALFORMED, f"{what} twice")
