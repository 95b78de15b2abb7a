"""Keys of other wallets: every spelling gives the same key, and none that is not what it says it is."""

from typing import Any

import pytest

from tests import other_wallets as made
from wallet.app.brought_keys import keep_keys, seed_of
from wallet.app.container import Services
from wallet.app.gather import Findings
from wallet.app.unlock import Vault
from wallet.codecs import base58, base64url
from wallet.codecs.multibase import encode_base58btc
from wallet.errors import Reason, WalletError

SIGNING = made.learner_keys()[1]
PUBLIC = base58.decode(made.DID.removeprefix("did:key:z"))[2:]
PAIR = made.SEED + PUBLIC
JWK = {"kty": "OKP", "crv": "Ed25519", "d": base64url.encode(made.SEED), "x": base64url.encode(PUBLIC)}


@pytest.mark.parametrize(
    "document",
    [
        SIGNING,
        {**SIGNING, "privateKeyMultibase": encode_base58btc(b"\x80\x26" + made.SEED)},
        {**SIGNING, "privateKeyMultibase": encode_base58btc(PAIR)},
        {**SIGNING, "controller": "did:web:school.example"},
        {"type": "Multikey", "secretKeyMultibase": encode_base58btc(b"\x80\x26" + made.SEED)},
        {"type": "Ed25519VerificationKey2018", "privateKeyBase58": base58.encode(PAIR)},
        {"type": ["Key", "Ed25519VerificationKey2018"], "privateKeyBase58": base58.encode(made.SEED)},
        {"type": "JsonWebKey2020", "privateKeyJwk": JWK},
        {"type": "Ed25519", "privateKeyHex": made.SEED.hex()},
        JWK,
        {key: value for key, value in JWK.items() if key != "x"},
    ],
)
def test_every_spelling_of_one_key(document: dict[str, Any]) -> None:
    assert seed_of(document) == made.SEED


@pytest.mark.parametrize(
    "document",
    [
        made.learner_keys()[2],
        {"kty": "EC", "crv": "P-256", "d": "AA"},
        {"kty": "OKP", "crv": "X25519", "d": "AA"},
        {"type": "X25519KeyAgreementKey2019", "privateKeyBase58": "abc"},
        {"type": "EcdsaSecp256k1VerificationKey2019", "privateKeyHex": "00" * 32},
    ],
)
def test_keys_for_other_uses_are_left_out(document: dict[str, Any]) -> None:
    assert seed_of(document) is None


@pytest.mark.parametrize(
    "change",
    [
        {"privateKeyMultibase": SIGNING["privateKeyMultibase"][:-4]},
        {"privateKeyMultibase": "z0OIl"},
        {"privateKeyMultibase": 7},
        {"privateKeyMultibase": encode_base58btc(b"\x80\x26" + made.SEED + bytes(32))},
        {"privateKeyMultibase": encode_base58btc(b"\x80\x26" + bytes(32))},
        {"controller": "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"},
        {"publicKeyMultibase": "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"},
    ],
)
def test_a_key_that_is_not_what_it_says_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(WalletError) as caught:
        seed_of({**SIGNING, **change})
    assert caught.value.reason in (Reason.KEY_MALFORMED, Reason.ENCODING_INVALID)


@pytest.mark.parametrize(
    "document",
    [
        {"type": "Ed25519", "privateKeyHex": "xyz"},
        {"type": "Ed25519", "privateKeyHex": "00"},
        {**JWK, "x": base64url.encode(bytes(32))},
        {**JWK, "d": "AA"},
        {"type": "Ed25519VerificationKey2018", "privateKeyBase58": base58.encode(PAIR[:-1] + b"\0")},
    ],
)
def test_other_broken_keys(document: dict[str, Any]) -> None:
    with pytest.raises(WalletError):
        seed_of(document)


def test_a_key_becomes_a_profile_and_the_one_in_use_stays(vault: Vault, services: Services) -> None:
    own = vault.holder_keys.default().did
    kept = keep_keys(
        vault,
        Findings([SIGNING, JWK, made.learner_keys()[2], {"type": "Ed25519", "privateKeyHex": "x"}], "School"),
        services,
    )
    assert (kept.profiles, kept.known, kept.unusable) == ((("School", made.DID),), 1, 1)
    assert not kept.all_kept
    assert vault.holder_keys.default().did == own
    assert {key.did: key.private_seed for key in vault.holder_keys.all()}[kept.profiles[0][1]] == made.SEED


@pytest.mark.parametrize("name", [None, "", "a\x1bb", "x" * 1000, "my"])
def test_a_name_that_cannot_be_used_or_is_taken(vault: Vault, services: Services, name: str | None) -> None:
    kept = keep_keys(vault, Findings([SIGNING], name), services)
    assert len(kept.profiles) == 1
    assert len(vault.profiles.list()) == 2
