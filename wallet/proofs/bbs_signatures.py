"""BBS proofs over BLS12-381: somebody knows a signature over messages of which only some are shown.

Lives here: checking such proofs, making them from a signature, and checking a signature, for the ciphersuite
BLS12-381-SHA-256; the only importer of the curve's library. Does not live here: what the messages are (`bbs_2023`).
Making signatures is nobody's task here.
The library is an optional extra (`bbs`) and is loaded when the first such proof is met.

Source: draft-irtf-cfrg-bbs-signatures-08 (names of operations as there, in snake_case); RFC 9380 for hashing.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wallet.errors import ProofError, Reason, UndecidableProofError

if TYPE_CHECKING:
    from types import ModuleType

    from py_arkworks_bls12381 import G1Point, G2Point

API_ID = b"BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_"
PUBLIC_KEY_BYTES = 96
POINT_BYTES = 48
SCALAR_BYTES = 32
SIGNATURE_BYTES = POINT_BYTES + SCALAR_BYTES
FLOOR_PROOF_BYTES = 3 * POINT_BYTES + 4 * SCALAR_BYTES
"""The length of a proof that hides nothing; each hidden message adds `SCALAR_BYTES`."""
_ORDER = 0x73EDA753299D7D483339D80809A1D80553BDA402FFFE5BFEFFFFFFFF00000001
# Section 7.2.2 (BLS12-381-SHA-256): the fixed point P1.
_P1 = bytes.fromhex(
    "a8ce256102840821a3e94ea9025e4662b205762f9776b3a766c872b948f1fd225e7c59698588e70d11406d161b4e28c9"
)
_EXPAND_BYTES = 48
_GENERATORS_AT_ONCE = 32
_BLOCK_BYTES, _DIGEST_BYTES = 64, 32


@cache
def find_library() -> "ModuleType | None":
    """The curve's library when it is installed and can do what is needed, else None."""
    try:
        import py_arkworks_bls12381 as library  # noqa: PLC0415 - optional, and 2 MB of machine code
    except ImportError:
        return None
    needed = (
        (library.G1Point, ("hash_to_curve", "from_compressed_bytes", "multiexp_unchecked")),
        (library.G2Point, ("from_compressed_bytes",)),
        (library.GT, ("pairing_check",)),
    )
    return library if all(hasattr(kind, name) for kind, names in needed for name in names) else None


def _curve() -> "ModuleType":
    library = find_library()
    if library is None:
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "no library for BLS12-381")
    return library


def require_library() -> None:
    """Raises UndecidableProofError UNSUPPORTED_SUITE when the extra is not installed."""
    _curve()


@dataclass(frozen=True, slots=True)
class _Proof:
    """A proof taken apart: three points, then scalars (`e^`, `r1^`, `r3^`, one for each hidden message, challenge)."""

    a_bar: "G1Point"
    b_bar: "G1Point"
    d: "G1Point"
    e_hat: int
    r1_hat: int
    r3_hat: int
    commitments: Sequence[int]
    challenge: int


def number_of_messages(proof: bytes, disclosed: int) -> int:
    """How many messages were signed, of which `disclosed` are shown.

    Raises:
        ProofError: PROOF_MALFORMED when no proof has this length.

    Source: draft-irtf-cfrg-bbs-signatures, section 3.5.4 (ProofVerify), deserialization.
    """
    hidden, rest = divmod(len(proof) - FLOOR_PROOF_BYTES, SCALAR_BYTES)
    if hidden < 0 or rest:
        raise ProofError(Reason.PROOF_MALFORMED, "BBS proof length")
    return hidden + disclosed


def proof_verify(
    public_key: bytes,
    proof: bytes,
    header: bytes,
    *,
    presentation_header: bytes,
    disclosed_messages: Sequence[bytes],
    disclosed_indexes: Sequence[int],
) -> None:
    """Checks that the signer signed the header and messages among which the disclosed ones stand at these indexes.

    Args:
        public_key: 96 bytes, a compressed point of G2.
        disclosed_indexes: ascending, one for each disclosed message.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, SIGNATURE_INVALID.
        UndecidableProofError: UNSUPPORTED_SUITE without the library.

    Source: draft-irtf-cfrg-bbs-signatures, sections 3.5.4 (ProofVerify) and 3.6.4 (CoreProofVerify).
    """
    curve = _curve()
    count = number_of_messages(proof, len(disclosed_messages))
    _require_indexes(disclosed_indexes, len(disclosed_messages), count)
    parts = _octets_to_proof(proof)
    w = _octets_to_pubkey(public_key)
    scalars = [_hash_to_scalar(message, b"MAP_MSG_TO_SCALAR_AS_HASH_") for message in disclosed_messages]
    generators = _create_generators(count + 1)
    domain = _calculate_domain(public_key, generators, header)
    # ProofVerifyInit, steps 2 to 4
    t1 = _sum([parts.b_bar, parts.a_bar, parts.d], [parts.challenge, parts.e_hat, parts.r1_hat])
    shown = [generators[index + 1] for index in disclosed_indexes]
    b_v = _sum([curve.G1Point.from_compressed_bytes(_P1), generators[0], *shown], [1, domain, *scalars])
    hidden = [generators[index + 1] for index in sorted(set(range(count)) - set(disclosed_indexes))]
    t2 = _sum([b_v, parts.d, *hidden], [parts.challenge, parts.r3_hat, *parts.commitments])
    points = (parts.a_bar, parts.b_bar, parts.d, t1, t2)
    shown_pairs = list(zip(disclosed_indexes, scalars, strict=True))
    if _challenge(points, shown_pairs, domain, presentation_header) != parts.challenge:
        raise ProofError(Reason.SIGNATURE_INVALID, "BBS challenge")
    if not curve.GT.pairing_check([parts.a_bar, parts.b_bar], [w, -curve.G2Point()]):
        raise ProofError(Reason.SIGNATURE_INVALID, "BBS pairing")


def verify(public_key: bytes, signature: bytes, header: bytes, messages: Sequence[bytes]) -> None:
    """Checks a signature over a header and all messages: what its holder does with it before using it.

    Args:
        signature: 80 bytes.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED, SIGNATURE_INVALID.
        UndecidableProofError: UNSUPPORTED_SUITE without the library.

    Source: draft-irtf-cfrg-bbs-signatures, sections 3.5.2 (Verify) and 3.6.2 (CoreVerify).
    """
    curve = _curve()
    a, e = _octets_to_signature(signature)
    w = _octets_to_pubkey(public_key)
    signed = _Signed.of(public_key, header, messages)
    key = w + curve.G2Point() * curve.Scalar(e)
    if not curve.GT.pairing_check([a, signed.b()], [key, -curve.G2Point()]):
        raise ProofError(Reason.SIGNATURE_INVALID, "BBS signature")


def proof_gen(
    public_key: bytes,
    signature: bytes,
    header: bytes,
    *,
    presentation_header: bytes,
    messages: Sequence[bytes],
    disclosed_indexes: Sequence[int],
    random: Callable[[int], bytes],
) -> bytes:
    """A proof of knowing this signature that shows the messages at these indexes and nothing of the others.

    Args:
        messages: all signed messages, in their order.
        disclosed_indexes: ascending.
        random: gives that many unpredictable bytes; 48 are taken for each scalar.

    Raises:
        ProofError: PROOF_MALFORMED, KEY_MALFORMED.
        UndecidableProofError: UNSUPPORTED_SUITE without the library.

    Source: draft-irtf-cfrg-bbs-signatures, sections 3.5.3 (ProofGen), 3.6.3 (CoreProofGen), 3.7.1 (ProofInit) and
    3.7.2 (ProofFinalize).
    """
    curve = _curve()
    _require_indexes(disclosed_indexes, len(disclosed_indexes), len(messages))
    a, e = _octets_to_signature(signature)
    _octets_to_pubkey(public_key)
    signed = _Signed.of(public_key, header, messages)
    undisclosed = sorted(set(range(len(messages))) - set(disclosed_indexes))
    # CoreProofGen, step 1 (calculate_random_scalars, section 4.2.1)
    r1, r2, e_tilde, r1_tilde, r3_tilde, *m_tildes = (
        int.from_bytes(random(_EXPAND_BYTES), "big") % _ORDER for _ in range(5 + len(undisclosed))
    )
    # ProofInit, steps 2 to 7
    d = signed.b() * curve.Scalar(r2)
    a_bar = a * curve.Scalar(r1 * r2 % _ORDER)
    b_bar = _sum([d, a_bar], [r1, -e % _ORDER])
    t1 = _sum([a_bar, d], [e_tilde, r1_tilde])
    hidden = [signed.generators[index + 1] for index in undisclosed]
    t2 = _sum([d, *hidden], [r3_tilde, *m_tildes])
    shown = [(index, signed.scalars[index]) for index in disclosed_indexes]
    challenge = _challenge((a_bar, b_bar, d, t1, t2), shown, signed.domain, presentation_header)
    # ProofFinalize
    r3 = pow(r2, -1, _ORDER)
    responses = [
        e_tilde + e * challenge,
        r1_tilde - r1 * challenge,
        r3_tilde - r3 * challenge,
        *(m + signed.scalars[j] * challenge for m, j in zip(m_tildes, undisclosed, strict=True)),
        challenge,
    ]
    points = b"".join(bytes(point.to_compressed_bytes()) for point in (a_bar, b_bar, d))
    return points + b"".join((number % _ORDER).to_bytes(SCALAR_BYTES, "big") for number in responses)


@dataclass(frozen=True, slots=True)
class _Signed:
    """What a signature is over: the messages as scalars, the generators, the domain of key and header."""

    scalars: Sequence[int]
    generators: "Sequence[G1Point]"
    domain: int

    @classmethod
    def of(cls, public_key: bytes, header: bytes, messages: Sequence[bytes]) -> "_Signed":
        scalars = [_hash_to_scalar(message, b"MAP_MSG_TO_SCALAR_AS_HASH_") for message in messages]
        generators = _create_generators(len(messages) + 1)
        return cls(scalars, generators, _calculate_domain(public_key, generators, header))

    def b(self) -> "G1Point":
        """B = P1 + Q_1 * domain + H_1 * msg_1 + ... + H_L * msg_L."""
        p1 = _curve().G1Point.from_compressed_bytes(_P1)
        return _sum([p1, *self.generators], [1, self.domain, *self.scalars])


def _octets_to_signature(signature: bytes) -> tuple["G1Point", int]:
    """Section 4.2.4.3 (octets_to_signature)."""
    if len(signature) != SIGNATURE_BYTES:
        raise ProofError(Reason.PROOF_MALFORMED, "BBS signature length")
    e = int.from_bytes(signature[POINT_BYTES:], "big")
    if not 0 < e < _ORDER:
        raise ProofError(Reason.PROOF_MALFORMED, "BBS scalar")
    return _g1(signature[:POINT_BYTES]), e


def _require_indexes(indexes: Sequence[int], messages: int, count: int) -> None:
    ascending = all(before < after for before, after in pairwise(indexes))
    if len(indexes) != messages or not ascending or any(not 0 <= index < count for index in indexes):
        raise ProofError(Reason.PROOF_MALFORMED, "disclosed indexes")


def _octets_to_proof(proof: bytes) -> _Proof:
    """Section 4.2.4.5 (octets_to_proof): no point may be the identity, no scalar zero or too large."""
    a_bar, b_bar, d = (_g1(proof[start : start + POINT_BYTES]) for start in (0, POINT_BYTES, 2 * POINT_BYTES))
    scalars = [
        int.from_bytes(proof[start : start + SCALAR_BYTES], "big")
        for start in range(3 * POINT_BYTES, len(proof), SCALAR_BYTES)
    ]
    if not all(0 < scalar < _ORDER for scalar in scalars):
        raise ProofError(Reason.PROOF_MALFORMED, "BBS scalar")
    e_hat, r1_hat, r3_hat, *commitments, challenge = scalars
    return _Proof(a_bar, b_bar, d, e_hat, r1_hat, r3_hat, commitments, challenge)


def _g1(octets: bytes) -> "G1Point":
    """A point of the prime-order subgroup in its one encoding, not the identity."""
    curve = _curve()
    try:
        point: G1Point = curve.G1Point.from_compressed_bytes(octets)
    except ValueError as error:
        raise ProofError(Reason.PROOF_MALFORMED, "BBS point") from error
    if point == curve.G1Point.identity() or bytes(point.to_compressed_bytes()) != octets:
        raise ProofError(Reason.PROOF_MALFORMED, "BBS point")
    return point


def _octets_to_pubkey(octets: bytes) -> "G2Point":
    """Section 4.2.4.6 (octets_to_pubkey)."""
    curve = _curve()
    try:
        point: G2Point = curve.G2Point.from_compressed_bytes(octets)
    except ValueError as error:
        raise ProofError(Reason.KEY_MALFORMED, "BLS12-381 G2") from error
    if point == curve.G2Point.identity() or bytes(point.to_compressed_bytes()) != octets:
        raise ProofError(Reason.KEY_MALFORMED, "BLS12-381 G2")
    return point


def _sum(points: Sequence["G1Point"], scalars: Sequence[int]) -> "G1Point":
    curve = _curve()
    result: G1Point = curve.G1Point.multiexp_unchecked(list(points), [curve.Scalar(s) for s in scalars])
    return result


def _calculate_domain(public_key: bytes, generators: Sequence["G1Point"], header: bytes) -> int:
    """Section 4.2.3 (calculate_domain)."""
    octets = _length(len(generators) - 1) + b"".join(
        bytes(point.to_compressed_bytes()) for point in generators
    )
    return _hash_to_scalar(public_key + octets + API_ID + _length(len(header)) + header, b"H2S_")


def _challenge(
    points: Sequence["G1Point"], shown: Sequence[tuple[int, int]], domain: int, presentation_header: bytes
) -> int:
    """Section 3.7.4 (ProofChallengeCalculate)."""
    octets = _length(len(shown))
    octets += b"".join(_length(index) + scalar.to_bytes(SCALAR_BYTES, "big") for index, scalar in shown)
    octets += b"".join(bytes(point.to_compressed_bytes()) for point in points)
    octets += domain.to_bytes(SCALAR_BYTES, "big") + _length(len(presentation_header)) + presentation_header
    return _hash_to_scalar(octets, b"H2S_")


def _create_generators(count: int) -> Sequence["G1Point"]:
    """The first of the ciphersuite's constants Q_1, H_1, H_2, ...: the same for every key and proof, so remembered."""
    return _generators(-(-count // _GENERATORS_AT_ONCE) * _GENERATORS_AT_ONCE)[:count]


@lru_cache(maxsize=16)
def _generators(count: int) -> "Sequence[G1Point]":
    """Section 4.1.1 (create_generators)."""
    curve = _curve()
    v = _expand_message(API_ID + b"MESSAGE_GENERATOR_SEED", API_ID + b"SIG_GENERATOR_SEED_")
    generators = []
    for number in range(1, count + 1):
        v = _expand_message(v + _length(number), API_ID + b"SIG_GENERATOR_SEED_")
        generators.append(curve.G1Point.hash_to_curve(v, API_ID + b"SIG_GENERATOR_DST_"))
    return generators


def _hash_to_scalar(message: bytes, purpose: bytes) -> int:
    """Section 4.2.2 (hash_to_scalar)."""
    return int.from_bytes(_expand_message(message, API_ID + purpose), "big") % _ORDER


def _expand_message(message: bytes, dst: bytes) -> bytes:
    """48 bytes. Source: RFC 9380, section 5.3.1 (expand_message_xmd with SHA-256)."""
    dst_prime = dst + bytes([len(dst)])
    length = _EXPAND_BYTES.to_bytes(2, "big")
    first = hashlib.sha256(bytes(_BLOCK_BYTES) + message + length + b"\x00" + dst_prime).digest()
    block = hashlib.sha256(first + b"\x01" + dst_prime).digest()
    uniform = block
    for number in range(2, -(-_EXPAND_BYTES // _DIGEST_BYTES) + 1):
        mixed = bytes(a ^ b for a, b in zip(first, block, strict=True))
        block = hashlib.sha256(mixed + bytes([number]) + dst_prime).digest()
        uniform += block
    return uniform[:_EXPAND_BYTES]


def _length(number: int) -> bytes:
    return number.to_bytes(8, "big")
