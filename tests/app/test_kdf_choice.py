"""A new key costs the floor on the machine that makes it; files that are there stay as they are."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.program import PASSPHRASE, Program, new_program
from tests.shared_data import PROJECT
from wallet.app.change_key import change_passphrase, renew_key
from wallet.app.container import Services
from wallet.app.kdf_choice import (
    BUSY,
    FLOOR_SECONDS,
    PROFILES,
    SPARE,
    KdfProfile,
    free_memory,
    profile_for_this_machine,
)
from wallet.app.salvage import salvage
from wallet.app.unlock import create_vault, open_vault
from wallet.errors import Reason, VaultError
from wallet.vault.key_derivation import profile_of, read_salt

NEW = "paper river seven lantern oak"
PLENTY = 8_000_000_000
ENOUGH = SPARE * PROFILES[2].memory_kib * 1024


def typed(text: str = PASSPHRASE) -> bytearray:
    return bytearray(text.encode())


def in_turn(*seconds: float) -> Callable[[KdfProfile], float]:
    """A machine that takes these for the first profile, one after the other, and twice the last for the second."""
    left = list(seconds)
    return lambda profile: left.pop(0) if profile.number == 1 else 2 * seconds[-1]


def services_that_choose(services: Services, number: int) -> Services:
    return replace(services, kdf_profile=lambda: PROFILES[number])


def unmeasured(services: Services) -> Services:
    def fail() -> KdfProfile:
        pytest.fail("this machine was measured")

    return replace(services, kdf_profile=fail)


def number_of(path: Path) -> int:
    return profile_of(read_salt(path)).number


@pytest.mark.parametrize(
    ("seconds", "number"),
    [
        ((0.116, 0.145), 2),
        ((BUSY * FLOOR_SECONDS - 0.001, 9.0), 2),
        ((9.0, BUSY * FLOOR_SECONDS - 0.001), 2),
        ((BUSY * FLOOR_SECONDS, BUSY * FLOOR_SECONDS), 1),
        ((0.5, 0.7), 1),
    ],
)
def test_the_first_profile_is_for_machines_that_are_surely_slow_enough(
    seconds: tuple[float, float], number: int
) -> None:
    assert profile_for_this_machine(in_turn(*seconds), lambda: PLENTY).number == number


@pytest.mark.parametrize(("free", "number"), [(ENOUGH - 1, 1), (ENOUGH, 2), (None, 2)])
def test_little_free_memory_keeps_to_the_first_profile(free: int | None, number: int) -> None:
    assert profile_for_this_machine(in_turn(0.1, 0.1), lambda: free).number == number


def test_where_the_second_profile_cannot_be_had_the_first_is_taken() -> None:
    def refuses(reason: Reason) -> Callable[[KdfProfile], float]:
        def seconds(profile: KdfProfile) -> float:
            if profile.number == 2:
                raise VaultError(reason)
            return 0.1

        return seconds

    assert profile_for_this_machine(refuses(Reason.TOO_LITTLE_MEMORY), lambda: PLENTY).number == 1
    with pytest.raises(VaultError) as caught:
        profile_for_this_machine(refuses(Reason.STORAGE_FAILED), lambda: PLENTY)
    assert caught.value.reason is Reason.STORAGE_FAILED


def test_free_memory_is_what_the_system_says() -> None:
    free = free_memory()
    if sys.platform in ("linux", "win32", "darwin"):
        assert free is not None
        assert 10_000_000 < free < 2**50


_LITTLE_MEMORY = """
import re, resource
from pathlib import Path
from wallet.app.kdf_choice import PROFILES, profile_for_this_machine
from wallet.errors import VaultError
from wallet.vault.key_derivation import derive_key, new_salt
def at_most(more):
    used = int(re.search(r"VmSize:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
    resource.setrlimit(resource.RLIMIT_AS, (used + more, resource.RLIM_INFINITY))
at_most(100 * 2**20)
print(profile_for_this_machine(free=lambda: None).number)
at_most(30 * 2**20)
try:
    derive_key(bytearray(b"correct horse"), new_salt(PROFILES[1], bytes(11)))
except VaultError as error:
    print(error.reason)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only on Linux")
def test_a_process_that_may_have_little_memory_says_so_instead_of_dying() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LITTLE_MEMORY], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "too_little_memory"]


def test_a_new_file_has_what_the_machine_chose_or_what_was_asked_for(
    tmp_path: Path, services: Services
) -> None:
    for number in PROFILES:
        chosen, asked = tmp_path / f"chosen{number}", tmp_path / f"asked{number}"
        create_vault(chosen, typed(), services_that_choose(services, number)).close()
        create_vault(asked, typed(), unmeasured(services), profile=PROFILES[number]).close()
        assert (number_of(chosen), number_of(asked)) == (number, number)
        open_vault(chosen, typed()).close()


def test_a_new_passphrase_or_kit_on_a_fast_machine_makes_guessing_dearer(
    tmp_path: Path, services: Services
) -> None:
    path, fast = tmp_path / "my.lerwallet", services_that_choose(services, 2)
    create_vault(path, typed(), services).close()
    vault = open_vault(path, typed())
    assert number_of(path) == 1, "opening changes nothing"
    vault = renew_key(vault, typed(), fast)
    assert number_of(path) == 2
    vault = change_passphrase(vault, typed(), services, profile=PROFILES[1])
    assert number_of(path) == 1
    vault = change_passphrase(vault, typed(NEW), fast)
    assert number_of(path) == 2
    change_passphrase(vault, typed(), unmeasured(services)).close()
    assert number_of(path) == 2


def test_what_is_salvaged_is_no_cheaper_to_guess(tmp_path: Path, services: Services) -> None:
    damaged, saved = tmp_path / "damaged.lerwallet", tmp_path / "saved.lerwallet"
    create_vault(damaged, typed(), services, profile=PROFILES[2]).close()
    salvage(damaged, saved, typed(), services_that_choose(services, 1))
    assert number_of(saved) == 2


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return new_program(tmp_path)


def test_the_command_line_measures_unless_it_is_told(program: Program) -> None:
    assert program.run("vault", "create", "asked.lerwallet", "--kdf-profile", "2").code == 0
    assert program.run("vault", "create", "measured.lerwallet").code == 0
    asked, measured = (
        program.run("vault", "info", f"{name}.lerwallet", "--json").object for name in ("asked", "measured")
    )
    assert (asked["kdf_profile"], asked["kdf"]) == (2, "Argon2id, 128 MiB, t 3, p 4")
    assert measured["kdf_profile"] in PROFILES
    assert measured["integrity"] == "ok"
    assert program.run("vault", "create", "other.lerwallet", "--kdf-profile", "3").code == 2
    assert not (program.folder / "other.lerwallet").exists()
