"""The salt says how the key is made, and nothing in it can change the price."""

import os
from pathlib import Path

import pytest

from wallet.errors import Reason, VaultError
from wallet.vault import key_derivation
from wallet.vault.key_derivation import (
    LEAST_PROFILE,
    PROFILES,
    STRONGER_PROFILE,
    KdfProfile,
    derive_key,
    new_salt,
    read_salt,
)

ENTROPY = bytes(range(11))
SALT = new_salt(LEAST_PROFILE, ENTROPY)


def refusal(salt: bytes) -> Reason:
    with pytest.raises(VaultError) as caught:
        derive_key(bytearray(b"correct horse"), salt)
    return caught.value.reason


@pytest.fixture
def _no_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        pytest.fail("a key was being derived")

    monkeypatch.setattr(key_derivation, "Argon2id", fail)


def test_salt_is_magic_profile_and_randomness() -> None:
    assert SALT == b"LERW" + b"\x01" + ENTROPY
    assert len(SALT) == 16


@pytest.mark.parametrize("entropy", [b"", bytes(10), bytes(12)])
def test_salt_needs_exactly_eleven_random_bytes(entropy: bytes) -> None:
    with pytest.raises(ValueError, match="11 random bytes"):
        new_salt(LEAST_PROFILE, entropy)


def test_salt_cannot_name_a_profile_outside_the_table() -> None:
    with pytest.raises(ValueError, match="profile"):
        new_salt(KdfProfile(number=1, memory_kib=8, iterations=1, lanes=1), ENTROPY)


def test_profile_one_is_what_was_promised() -> None:
    assert KdfProfile(number=1, memory_kib=65536, iterations=3, lanes=4) == LEAST_PROFILE


def test_profile_two_takes_twice_the_memory_and_stays_under_150_mb() -> None:
    assert KdfProfile(number=2, memory_kib=131072, iterations=3, lanes=4) == STRONGER_PROFILE
    assert STRONGER_PROFILE.memory_kib * 1024 < 150_000_000
    assert set(PROFILES) == {1, 2}


def test_the_byte_in_the_salt_chooses_the_derivation() -> None:
    stronger = derive_key(bytearray(b"correct horse"), new_salt(STRONGER_PROFILE, ENTROPY))
    assert bytes(stronger).hex() == "084216431f8f4267a431facc40220adc3e81f7949a054ccbc9d753a05d1c8a93"
    assert stronger != derive_key(bytearray(b"correct horse"), SALT)


def test_derivation_stays_what_it_was_for_files_made_earlier() -> None:
    passphrase = bytearray(b"correct horse")
    key = derive_key(passphrase, SALT)
    assert bytes(key).hex() == "5c5a57bc47aaed2e04c68df393b22f56c75ef546cd4840d5791532fd64946adc"
    assert passphrase == b"correct horse", "the passphrase is the caller's to wipe"
    assert derive_key(bytearray(b"correct horsf"), SALT) != key


@pytest.mark.usefixtures("_no_derivation")
def test_every_other_profile_byte_is_refused_before_anything_is_computed() -> None:
    others = [value for value in range(256) if value not in (1, 2)]
    assert {refusal(b"LERW" + bytes([value]) + ENTROPY) for value in others} == {Reason.VAULT_NEWER}


@pytest.mark.usefixtures("_no_derivation")
def test_empty_passphrase_is_refused() -> None:
    with pytest.raises(VaultError) as caught:
        derive_key(bytearray(), SALT)
    assert caught.value.reason is Reason.PASSPHRASE_MISSING


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.NOT_A_VAULT),
        (b"LER", Reason.NOT_A_VAULT),
        (b"SQLite format 3\0" * 300, Reason.NOT_A_VAULT),
        (b"lerw\x01" + bytes(5000), Reason.NOT_A_VAULT),
        (b"LERW\x01abc", Reason.VAULT_DAMAGED),
        (b"LERW\x03" + bytes(5000), Reason.VAULT_NEWER),
        (b"LERW\x00" + bytes(5000), Reason.VAULT_NEWER),
    ],
)
def test_read_salt_says_what_is_wrong_with_a_file(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(VaultError) as caught:
        read_salt(path)
    assert caught.value.reason is reason


def test_read_salt_reads_the_first_sixteen_bytes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(SALT + b"anything")
    assert read_salt(path) == SALT


def test_read_salt_of_nothing_and_of_a_folder(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none", Reason.VAULT_MISSING), (tmp_path, Reason.VAULT_IS_FOLDER)):
        with pytest.raises(VaultError) as caught:
            read_salt(path)
        assert caught.value.reason is reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only on systems with named pipes")
def test_read_salt_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(VaultError) as caught:
        read_salt(path)
    assert caught.value.reason is Reason.NOT_A_VAULT
