"""The binary layouts of bbs-2023 proof values: which of eight kinds one is, and the parts of baseline ones.

A proof value is multibase base64url of three header bytes, d9 5d and the kind, and a CBOR list. Even kinds are base
proofs, the odd one after each is what is derived from it: 02/03 baseline, 04/05 with the holder's secret bound in,
06/07 and 08/09 with a pseudonym.
base baseline     d9 5d 02  [BBS signature 80 B, BBS header 64 B, public key 96 B, HMAC key 32 B, [JSON pointer ...]]
derived baseline  d9 5d 03  [BBS proof, {label number: label number}, [mandatory index ...], [disclosed index ...],
                             presentation header]

Lives here: layouts, both directions. Does not live here: what is signed (`verify`).
Source: VC-DI-BBS, section 3.3 (bbs-2023 Functions).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from wallet.codecs import cbor, multibase
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError
from wallet.proofs.sd_primitives import LabelMap

_PREFIX = b"\xd9\x5d"
_BASE_BASELINE = 0x02
_BASE_KINDS = frozenset({0x02, 0x04, 0x06, 0x08})
_DERIVED_BASELINE = 0x03
# Marked "at risk" in the specification, and nobody is known to use them.
_DERIVED_UNSUPPORTED = {0x05: "holder binding", 0x07: "pseudonym", 0x09: "pseudonym"}
_HEADER_BYTES = 3
_COMPONENTS = 5
_PROOF_BYTES, _RESPONSE_BYTES = 272, 32
_CANONICAL_LABEL = re.compile(r"c14n(0|[1-9][0-9]*)")
_SHUFFLED_LABEL = re.compile(r"b(0|[1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class BaseProofValue:
    """What an issuer gives the holder alone.

    Attributes:
        bbs_signature: 80 bytes.
        bbs_header: 64 bytes, the hashes of the proof options and of the mandatory statements.
        public_key: the issuer's, 96 bytes.
        hmac_key: 32 bytes.
        mandatory_pointers: JSON pointers to what is always shown.
    """

    bbs_signature: bytes = field(repr=False)
    bbs_header: bytes
    public_key: bytes
    hmac_key: bytes = field(repr=False)
    mandatory_pointers: Sequence[str]


@dataclass(frozen=True, slots=True)
class DerivedProofValue:
    """What a holder shows.

    Attributes:
        bbs_proof: 272 bytes, and 32 more for each statement that is not shown.
        label_map: canonical labels of the shown document to those that were signed.
        mandatory_indexes: which of the shown statements are mandatory, ascending.
        selective_indexes: which of the signed statements that are not mandatory are shown, ascending.
        presentation_header: what the holder binds the proof to; may be empty.
    """

    bbs_proof: bytes = field(repr=False)
    label_map: LabelMap
    mandatory_indexes: Sequence[int]
    selective_indexes: Sequence[int]
    presentation_header: bytes

    @property
    def hidden_statements(self) -> int:
        """How many statements are not shown; the length of the proof tells, once it holds."""
        return (len(self.bbs_proof) - _PROOF_BYTES) // _RESPONSE_BYTES


def is_base_proof_value(proof_value: Any) -> bool:
    """Whether a proof value starts as base proofs do, of whatever kind.

    Raises:
        ProofError: PROOF_MALFORMED when it is not multibase base64url.
    """
    if not isinstance(proof_value, str):
        return False
    header = _decode(proof_value)[:_HEADER_BYTES]
    return header.startswith(_PREFIX) and header[-1] in _BASE_KINDS


def parse_base_proof_value(proof_value: str) -> BaseProofValue:
    """Takes a base proof apart.

    Raises:
        ProofError: PROOF_MALFORMED.
        UndecidableProofError: UNSUPPORTED_SUITE for base proofs of other kinds than baseline.

    Source: VC-DI-BBS, parseBaseProofValue.
    """
    decoded = _decode(proof_value)
    kind = decoded[_HEADER_BYTES - 1] if len(decoded) >= _HEADER_BYTES else -1
    if decoded.startswith(_PREFIX) and kind in _BASE_KINDS - {_BASE_BASELINE}:
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "bbs-2023 with options")
    if not decoded.startswith(_PREFIX) or kind != _BASE_BASELINE:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue header")
    signature, header, public_key, hmac_key, pointers = _components(decoded)
    if not isinstance(pointers, tuple) or not all(isinstance(pointer, str) for pointer in pointers):
        raise ProofError(Reason.PROOF_MALFORMED, "mandatory pointers")
    return BaseProofValue(
        _bytes(signature, 80), _bytes(header, 64), _bytes(public_key, 96), _bytes(hmac_key, 32), pointers
    )


def serialize_base_proof_value(value: BaseProofValue) -> str:
    """Writes a base baseline proof. Source: VC-DI-BBS, serializeBaseProofValue."""
    components = (
        value.bbs_signature,
        value.bbs_header,
        value.public_key,
        value.hmac_key,
        value.mandatory_pointers,
    )
    return multibase.encode_base64url(_PREFIX + bytes([_BASE_BASELINE]) + cbor.encode(components))


def parse_derived_proof_value(proof_value: str) -> DerivedProofValue:
    """Takes a derived proof apart.

    Raises:
        ProofError: PROOF_MALFORMED.
        UndecidableProofError: HOLDER_ONLY_PROOF for base proofs, UNSUPPORTED_SUITE for other kinds than baseline.

    Source: VC-DI-BBS, parseDerivedProofValue.
    """
    decoded = _decode(proof_value)
    _require_baseline(decoded[:_HEADER_BYTES])
    bbs_proof, label_map, mandatory, selective, presentation_header = _components(decoded)
    return DerivedProofValue(
        _bytes(bbs_proof),
        decompress_label_map(label_map),
        _indexes(mandatory),
        _indexes(selective),
        _bytes(presentation_header),
    )


def serialize_derived_proof_value(value: DerivedProofValue) -> str:
    """Writes a derived baseline proof. Source: VC-DI-BBS, serializeDerivedProofValue."""
    components = (
        value.bbs_proof,
        compress_label_map(value.label_map),
        value.mandatory_indexes,
        value.selective_indexes,
        value.presentation_header,
    )
    return multibase.encode_base64url(_PREFIX + bytes([_DERIVED_BASELINE]) + cbor.encode(components))


def _decode(proof_value: str) -> bytes:
    try:
        return multibase.decode(proof_value, bases=multibase.BASE64_URL)
    except CodecError as error:
        raise ProofError(Reason.PROOF_MALFORMED, error.detail) from error


def _components(decoded: bytes) -> Sequence[Any]:
    try:
        components = cbor.decode(decoded[_HEADER_BYTES:])
    except CodecError as error:
        raise ProofError(Reason.PROOF_MALFORMED, error.detail) from error
    if not isinstance(components, tuple) or len(components) != _COMPONENTS:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue components")
    return components


def _require_baseline(header: bytes) -> None:
    kind = header[-1] if len(header) == _HEADER_BYTES and header.startswith(_PREFIX) else -1
    if kind in _BASE_KINDS:
        raise UndecidableProofError(Reason.HOLDER_ONLY_PROOF, "base proof")
    if kind in _DERIVED_UNSUPPORTED:
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, f"bbs-2023 with {_DERIVED_UNSUPPORTED[kind]}")
    if kind != _DERIVED_BASELINE:
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue header")


def compress_label_map(label_map: LabelMap) -> Mapping[int, int]:
    """The numbers of both labels.

    Raises:
        ProofError: PROOF_MALFORMED for labels of another shape.

    Source: VC-DI-BBS, compressLabelMap.
    """
    compressed = {}
    for canonical, label in label_map.items():
        before, after = _CANONICAL_LABEL.fullmatch(canonical), _SHUFFLED_LABEL.fullmatch(label)
        if before is None or after is None:
            raise ProofError(Reason.PROOF_MALFORMED, "label")
        compressed[int(before[1])] = int(after[1])
    return compressed


def decompress_label_map(compressed: Any) -> LabelMap:
    """The reverse; two nodes under one label would be shown as two and had been signed as one.

    Raises:
        ProofError: PROOF_MALFORMED.

    Source: VC-DI-BBS, decompressLabelMap.
    """
    if not isinstance(compressed, Mapping) or not all(
        isinstance(label, int) for label in compressed.values()
    ):
        raise ProofError(Reason.PROOF_MALFORMED, "label map")
    if len(set(compressed.values())) != len(compressed):
        raise ProofError(Reason.PROOF_MALFORMED, "label twice")
    return {f"c14n{number}": f"b{label}" for number, label in compressed.items()}


def _bytes(value: Any, length: int | None = None) -> bytes:
    if not isinstance(value, bytes) or (length is not None and len(value) != length):
        raise ProofError(Reason.PROOF_MALFORMED, "proofValue component")
    return value


def _indexes(value: Any) -> Sequence[int]:
    if not isinstance(value, tuple) or not all(isinstance(index, int) for index in value):
        raise ProofError(Reason.PROOF_MALFORMED, "indexes")
    if any(before >= after for before, after in pairwise(value)):
        raise ProofError(Reason.PROOF_MALFORMED, "indexes not ascending")
    return value
