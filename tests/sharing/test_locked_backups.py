"""Backups other wallets locked: the right passphrase opens them, nothing else does, and no file sets the price."""

import copy
import json
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256, SHA512

from tests import other_wallets as made
from tests.locked_universal_wallet import hchacha20, lock
from wallet.codecs import base64url
from wallet.errors import Reason, SharingError
from wallet.sharing.locked_backups import learncard, universal_wallet
from wallet.sharing.locked_backups.learner_wallet import is_learner_wallet, open_learner_wallet

WORDS = made.BACKUP_WORDS
Json = dict[str, Any]


def reason_of(caught: pytest.ExceptionInfo[SharingError]) -> Reason:
    return caught.value.reason


# -- Universal Wallet


def test_the_draft_s_own_example_of_hchacha20() -> None:
    """draft-irtf-cfrg-xchacha-03, section 2.2.1."""
    key, nonce = bytes(range(32)), bytes.fromhex("000000090000004a0000000031415927")
    expected = "82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc"
    assert universal_wallet._hchacha20(key, nonce).hex() == expected == hchacha20(key, nonce).hex()


@pytest.mark.parametrize("hash_", [SHA256, SHA512])
def test_a_locked_universal_wallet_opens_with_its_passphrase_only(hash_: Any) -> None:
    badges = made.badges(2)
    wallet = {"status": "LOCKED", "contents": [lock(badge, hash_=hash_) for badge in badges]}
    assert universal_wallet.open_universal_wallet(wallet, WORDS)["contents"] == badges
    with pytest.raises(SharingError) as caught:
        universal_wallet.open_universal_wallet(wallet, b"other words")
    assert reason_of(caught) is Reason.BACKUP_PASSPHRASE_WRONG


def test_a_wallet_locked_as_one_credential() -> None:
    inside = made.learner_profile(made.badges(1))
    wallet = {
        "type": ["VerifiableCredential", "EncryptedWallet"],
        "credentialSubject": {"encryptedWalletContents": lock(inside)},
    }
    assert universal_wallet.open_universal_wallet(wallet, WORDS) == inside


LOCKED = lock({"a": 1})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("protected",), base64url.encode(b'{"enc":"A256GCM"}')),
        (("protected",), base64url.encode(b'{"enc":"XC20P","zip":"DEF"}')),
        (("protected",), 7),
        (("iv",), "AAAA"),
        (("iv",), None),
        (("tag",), "!!"),
        (("ciphertext",), None),
        (("recipients",), []),
        (("recipients", 0, "header", "alg"), "dir"),
        (("recipients", 0, "header", "epk"), None),
        (("recipients", 0, "header", "epk", "x"), base64url.encode(bytes(32))),
        (("recipients", 0, "encrypted_key"), "AA"),
        (("recipients", 0, "header", "apu"), 1),
    ],
)
def test_a_broken_lock_is_told_from_a_wrong_passphrase(path: tuple[Any, ...], value: Any) -> None:
    broken: Any = copy.deepcopy(LOCKED)
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(SharingError) as caught:
        universal_wallet.open_universal_wallet({"status": "LOCKED", "contents": [broken]}, WORDS)
    assert reason_of(caught) is Reason.BACKUP_LOCK_INVALID


@pytest.mark.parametrize("contents", [[], None, [7], "x"])
def test_a_locked_wallet_without_contents(contents: Any) -> None:
    with pytest.raises(SharingError) as caught:
        universal_wallet.open_universal_wallet({"status": "LOCKED", "contents": contents}, WORDS)
    assert reason_of(caught) is Reason.BACKUP_LOCK_INVALID


# -- Learner Credential Wallet


def learner(change: Any = None) -> Json:
    wallet = made.locked_learner_backup(made.badges(1), rounds=10_000)
    if change is not None:
        change(wallet["credentialSubject"]["jwe"])
    return wallet


def test_a_locked_learner_wallet() -> None:
    assert is_learner_wallet(learner())
    assert open_learner_wallet(learner(), WORDS) == [made.learner_profile(made.badges(1))]
    with pytest.raises(SharingError) as caught:
        open_learner_wallet(learner(), b"other")
    assert reason_of(caught) is Reason.BACKUP_PASSPHRASE_WRONG


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda jwe: jwe.update(ciphertext="AAAA" + jwe["ciphertext"][4:]), Reason.BACKUP_PASSPHRASE_WRONG),
        (lambda jwe: jwe.update(tag="AAAA"), Reason.BACKUP_PASSPHRASE_WRONG),
        (lambda jwe: jwe.update(iv=""), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe.update(iv=7), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe.update(ciphertext="*"), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe.update(recipients={}), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe["recipients"][0]["header"].update(alg="dir"), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe["recipients"][0]["header"].update(p2s=""), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe["recipients"][0]["header"].update(p2s="A" * 4000), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe["recipients"][0].update(encrypted_key="AAAA"), Reason.BACKUP_LOCK_INVALID),
        (lambda jwe: jwe["recipients"][0]["header"].update(p2c=10**9), Reason.BACKUP_LOCK_COST),
        (lambda jwe: jwe["recipients"][0]["header"].update(p2c=1), Reason.BACKUP_LOCK_COST),
    ],
)
def test_a_broken_learner_wallet(change: Any, reason: Reason) -> None:
    with pytest.raises(SharingError) as caught:
        open_learner_wallet(learner(change), WORDS)
    assert reason_of(caught) is reason


# -- LearnCard


def test_an_envelope() -> None:
    assert learncard.open_envelope(made.envelope(b"payload"), WORDS) == b"payload"
    with pytest.raises(SharingError) as caught:
        learncard.open_envelope(made.envelope(b"payload"), b"other")
    assert reason_of(caught) is Reason.BACKUP_PASSPHRASE_WRONG


@pytest.mark.parametrize(
    "change",
    [
        {"salt": ""},
        {"salt": "AAAA"},
        {"iv": "AAAA"},
        {"iv": None},
        {"ciphertext": 1},
        {"kdfParams": {"algorithm": "scrypt"}},
    ],
)
def test_a_broken_envelope(change: Json) -> None:
    broken = json.loads(made.envelope(b"payload")) | change
    with pytest.raises(SharingError) as caught:
        learncard.open_envelope(json.dumps(broken).encode(), WORDS)
    assert reason_of(caught) is Reason.BACKUP_LOCK_INVALID


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\0", b'"x"'])
def test_what_is_no_envelope(text: bytes) -> None:
    with pytest.raises(SharingError) as caught:
        learncard.open_envelope(text, WORDS)
    assert reason_of(caught) is Reason.BACKUP_LOCK_INVALID


@pytest.mark.parametrize(
    "costs",
    [
        {"memoryCost": 2**40},
        {"memoryCost": 8191},
        {"timeCost": 10**9},
        {"timeCost": 0},
        {"parallelism": 0},
        {"timeCost": True},
    ],
)
def test_no_envelope_sets_the_price(costs: Json) -> None:
    started = time.perf_counter()
    with pytest.raises(SharingError) as caught:
        learncard.open_envelope(made.envelope(b"payload", **costs), WORDS)
    assert reason_of(caught) is Reason.BACKUP_LOCK_COST
    assert time.perf_counter() - started < 10
