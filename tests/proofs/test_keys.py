"""Keys: what is accepted, and that weak, malformed and private ones are not."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st

from tests.shared_data import shared
from wallet.codecs import base58, base64url
from wallet.errors import ProofError, Reason, UndecidableProofError, WalletError
from wallet.proofs import keys
from wallet.proofs.keys import KeyType

SEED = bytes(range(32))
P25519 = 2**255 - 19


def _ed25519_public() -> bytes:
    return ed25519.Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()


def _multikey(prefix: bytes, body: bytes) -> str:
    return "z" + base58.encode(prefix + body)


def test_did_key_and_multikey_name_the_same_key() -> None:
    did = keys.did_key_from_seed(SEED)
    key = keys.key_from_multikey(did.removeprefix("did:key:"))
    assert did.startswith("did:key:z6Mk")
    assert key.type is KeyType.ED25519
    assert key.raw == _ed25519_public()


@pytest.mark.parametrize(
    ("curve", "prefix", "kind"),
    [(ec.SECP256R1(), b"\x80\x24", KeyType.P256), (ec.SECP384R1(), b"\x81\x24", KeyType.P384)],
)
def test_points_from_multikey_and_jwk_agree(curve: ec.EllipticCurve, prefix: bytes, kind: KeyType) -> None:
    numbers = ec.derive_private_key(123456789, curve).public_key().public_numbers()
    size = curve.key_size // 8
    x, y = numbers.x.to_bytes(size, "big"), numbers.y.to_bytes(size, "big")
    jwk = {"kty": "EC", "crv": str(kind), "x": base64url.encode(x), "y": base64url.encode(y)}
    from_jwk = keys.key_from_jwk(jwk)
    assert from_jwk == keys.key_from_multikey(_multikey(prefix, bytes([2 + numbers.y % 2]) + x))
    assert from_jwk.type is kind
    broken = {**jwk, "y": base64url.encode(bytes(size))}
    with pytest.raises(ProofError) as caught:
        keys.key_from_jwk(broken)
    assert caught.value.reason is Reason.KEY_MALFORMED


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param((1).to_bytes(32, "little"), id="identity"),
        pytest.param((0).to_bytes(32, "little"), id="order-4"),
        pytest.param((P25519 - 1).to_bytes(32, "little"), id="order-2"),
        pytest.param(
            bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), id="order-8"
        ),
        pytest.param(
            bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), id="order-8b"
        ),
        pytest.param(
            bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"), id="sign-bit"
        ),
        pytest.param((P25519 + 1).to_bytes(32, "little"), id="identity-not-reduced"),
        pytest.param((P25519 + 3).to_bytes(32, "little"), id="not-reduced"),
    ],
)
def test_low_order_and_unreduced_ed25519_points_are_refused(encoded: bytes) -> None:
    with pytest.raises(ProofError) as caught:
        keys.key_from_multikey(_multikey(b"\xed\x01", encoded))
    assert caught.value.reason is Reason.KEY_WEAK


def test_edge_key_vectors_of_small_order_are_refused() -> None:
    """Cases 0, 1, 10 and 11 of ed25519-speccheck and CCTV's low_order_A use keys that fit any message."""
    cases: list[dict[str, Any]] = json.loads(
        shared("adversarial", "ed25519-speccheck", "cases.json").read_text()
    )
    refused = [number for number in (0, 1, 10, 11) if _is_refused(bytes.fromhex(cases[number]["pub_key"]))]
    assert refused == [0, 1, 10, 11]


def _is_refused(public: bytes) -> bool:
    try:
        keys.ed25519_key(public)
    except ProofError as error:
        return error.reason is Reason.KEY_WEAK
    return False


def _rsa_jwk(bits: int) -> dict[str, str]:
    numbers = rsa.generate_private_key(65537, bits).public_key().public_numbers()
    return {
        "kty": "RSA",
        "n": base64url.encode(numbers.n.to_bytes(bits // 8, "big")),
        "e": base64url.encode(numbers.e.to_bytes(3, "big")),
    }


def test_rsa_keys_have_a_floor_and_sane_exponents() -> None:
    good = _rsa_jwk(2048)
    assert keys.key_from_jwk(good).type is KeyType.RSA
    weak = [
        _rsa_jwk(1024),
        {**good, "e": base64url.encode(b"\x01")},
        {**good, "e": base64url.encode(b"\x02")},
    ]
    for jwk in weak:
        with pytest.raises(ProofError) as caught:
            keys.key_from_jwk(jwk)
        assert caught.value.reason is Reason.KEY_WEAK


@pytest.mark.parametrize("member", ["d", "k"])
def test_jwk_with_a_secret_part_is_refused(member: str) -> None:
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(_ed25519_public())}
    assert keys.key_from_jwk(jwk).raw == _ed25519_public()
    with pytest.raises(ProofError) as caught:
        keys.key_from_jwk({**jwk, member: "AAAA"})
    assert caught.value.reason is Reason.KEY_MALFORMED


def test_other_curves_are_unsupported_not_malformed() -> None:
    with pytest.raises(UndecidableProofError) as caught:
        keys.key_from_jwk({"kty": "EC", "crv": "secp256k1", "x": "AA", "y": "AA"})
    assert caught.value.reason is Reason.UNSUPPORTED_SUITE


def test_published_jwk_thumbprint() -> None:
    """The example of RFC 8037, appendix A.3."""
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
    assert keys.jwk_thumbprint(jwk) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@given(st.text(max_size=120))
def test_any_text_as_a_key_gives_only_this_programs_errors(text: str) -> None:
    for read in (keys.key_from_multikey, keys.key_from_did_jwk, keys.key_from_pem):
        with pytest.raises(WalletError):
            read(text)
