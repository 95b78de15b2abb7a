"""Shares only their receiver can open; another implementation of JWE reads and writes them too (tests/verify_page)."""

import json
from typing import Any

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey, OctKey, OKPKey

from wallet.codecs import base64url
from wallet.errors import Reason, SharingError
from wallet.sharing import encrypted_share
from wallet.sharing.encrypted_share import (
    decrypt,
    encrypt_for_key,
    encrypt_with_passphrase,
    is_encrypted,
    needs_passphrase,
)

BUNDLE = b'{"v":1,"made":"2026-11-23T13:00:00Z"}'
WORDS = "lantern copper meadow año".encode()


def refused(data: bytes, **secret: Any) -> Reason:
    with pytest.raises(SharingError) as caught:
        decrypt(data, **secret)
    return caught.value.reason


def test_letters_typed_on_another_keyboard_are_the_same_letters() -> None:
    locked = encrypt_with_passphrase(BUNDLE, bytearray("año".encode()))
    assert decrypt(locked, passphrase=bytearray("an\u0303o".encode())) == BUNDLE


def keys() -> dict[str, tuple[bytes, bytes]]:
    made: dict[str, OKPKey | ECKey] = {
        "X25519": OKPKey.generate_key("X25519"),
        "P-256": ECKey.generate_key("P-256"),
    }
    return {
        name: (
            json.dumps(key.as_dict(private=False)).encode(),
            json.dumps(key.as_dict(private=True)).encode(),
        )
        for name, key in made.items()
    }


def test_a_passphrase_opens_it_and_another_does_not() -> None:
    locked = encrypt_with_passphrase(BUNDLE, bytearray(WORDS))
    assert is_encrypted(locked)
    assert needs_passphrase(locked)
    assert BUNDLE not in locked
    assert decrypt(locked, passphrase=bytearray(WORDS)) == BUNDLE
    assert refused(locked, passphrase=bytearray(WORDS + b".")) is Reason.SHARE_PASSPHRASE_WRONG
    assert refused(locked) is Reason.SHARE_PASSPHRASE_NEEDED
    assert encrypt_with_passphrase(BUNDLE, bytearray(WORDS)) != locked


@pytest.mark.parametrize("kind", ["X25519", "P-256"])
def test_a_key_opens_it_and_another_does_not(kind: str) -> None:
    public, private = keys()[kind]
    locked = encrypt_for_key(BUNDLE, public)
    assert not needs_passphrase(locked)
    assert decrypt(locked, private_key=private) == BUNDLE
    assert refused(locked, private_key=keys()[kind][1]) is Reason.SHARE_PASSPHRASE_WRONG
    assert refused(locked, passphrase=bytearray(WORDS)) is Reason.RECEIVER_KEY_NEEDED


def test_one_changed_letter_anywhere_opens_nothing() -> None:
    public, private = keys()["P-256"]
    locked = encrypt_for_key(BUNDLE, public).strip()
    opened = []
    for at in range(0, len(locked), 7):
        letter = b"A" if locked[at : at + 1] != b"A" else b"B"
        changed = locked[:at] + letter + locked[at + 1 :]
        try:
            decrypt(changed, private_key=private)
        except SharingError:
            continue
        opened.append(at)
    assert opened == []


@pytest.mark.parametrize("rounds", [1, 99_999, 300_001, 10**9, "300000", True])
def test_rounds_below_the_floor_or_above_the_ceiling_are_refused_before_computing(rounds: Any) -> None:
    locked = encrypt_with_passphrase(BUNDLE, bytearray(WORDS)).decode()
    head, rest = locked.split(".", 1)
    header = json.loads(base64url.decode_strict(head)) | {"p2c": rounds}
    changed = base64url.encode(json.dumps(header).encode()) + "." + rest
    assert refused(changed.encode(), passphrase=bytearray(WORDS)) is Reason.ENCRYPTED_SHARE_INVALID


@pytest.mark.parametrize("algorithm", ["dir", "A256KW", "PBES2-HS256+A128KW", "RSA-OAEP"])
def test_other_algorithms_are_refused_whatever_the_header_says(algorithm: str) -> None:
    locked = encrypt_with_passphrase(BUNDLE, bytearray(WORDS)).decode()
    head, rest = locked.split(".", 1)
    header = json.loads(base64url.decode_strict(head)) | {"alg": algorithm}
    changed = base64url.encode(json.dumps(header).encode()) + "." + rest
    assert refused(changed.encode(), passphrase=bytearray(WORDS)) is Reason.ENCRYPTED_SHARE_INVALID


def test_content_of_another_kind_is_not_taken_for_a_share() -> None:
    key = OctKey.generate_key(256)
    other = jwe.encrypt_compact({"alg": "A256KW", "enc": "A256GCM"}, BUNDLE, key).encode()
    assert is_encrypted(other)
    assert refused(other, passphrase=bytearray(WORDS)) is Reason.ENCRYPTED_SHARE_INVALID


@pytest.mark.parametrize(
    "key",
    [
        b"{}",
        b"no",
        b'{"kty":"OKP","crv":"Ed25519","x":"AA"}',
        b'{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}',
    ],
)
def test_what_is_no_public_key(key: bytes) -> None:
    with pytest.raises(SharingError) as caught:
        encrypt_for_key(BUNDLE, key)
    assert caught.value.reason is Reason.RECEIVER_KEY_INVALID


def test_a_private_key_is_never_used_to_lock() -> None:
    with pytest.raises(SharingError) as caught:
        encrypt_for_key(BUNDLE, keys()["X25519"][1])
    assert caught.value.reason is Reason.RECEIVER_KEY_INVALID


@pytest.mark.parametrize("data", [b"{}", b"a.b.c", b"a.b.c.d.e.f", b"", b"a.b.c.d.e~"])
def test_what_is_no_such_file(data: bytes) -> None:
    assert not is_encrypted(data)


def test_the_empty_passphrase() -> None:
    with pytest.raises(SharingError) as caught:
        encrypt_with_passphrase(BUNDLE, bytearray())
    assert caught.value.reason is Reason.SHARE_PASSPHRASE_NEEDED
    assert encrypted_share.MAX_BYTES == 20_000_000
