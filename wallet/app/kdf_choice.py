"""How dear guessing is made: which profile of the closed table a new key gets on this machine.

Lives here: measuring, and the choice. Does not live here: the table and the derivation
(`wallet.vault.key_derivation`). What is chosen is written into the salt and never measured again: opening a file
costs what its salt says, on every machine.

A new key gets the cheapest profile that is sure to cost the floor on the machine that makes it. A thief's machine may
be faster; the floor is what the owner of a fast one can have without waiting for it.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wallet.app.container import Services
from wallet.errors import Reason, VaultError
from wallet.vault.key_derivation import (
    ENTROPY_BYTES,
    LEAST_PROFILE,
    PROFILES,
    STRONGER_PROFILE,
    KdfProfile,
    derive_key,
    new_salt,
)

__all__ = ["PROFILES", "KdfProfile", "measured_seconds", "new_key_profile", "profile_for_this_machine"]

FLOOR_SECONDS = 0.15
"""What a derivation is to cost at least."""
BUSY = 2
"""A machine that does something else at the same time measures up to twice what the derivation takes by itself."""
SPARE = 4
"""The stronger profile is taken where this many times its memory is free."""
_RUNS = 2


def new_key_profile(services: Services, present: KdfProfile | None = None) -> KdfProfile:
    """The profile of a new key: this machine's choice, and never weaker than the present one.

    Args:
        present: of the key that the new one replaces; None for a new file.
    """
    if present == STRONGER_PROFILE:
        return present  # nothing to measure
    return services.kdf_profile()


def profile_for_this_machine(
    seconds: Callable[[KdfProfile], float] | None = None, free: Callable[[], int | None] | None = None
) -> KdfProfile:
    """The choice, measured now; takes about four derivations on a fast machine and two on a slow one.

    Args:
        seconds: what one derivation with a profile takes; raises VaultError where there is too little memory.
        free: how many bytes of memory programs can have; None where the system does not say.
    """
    seconds, free = seconds or measured_seconds, free or free_memory
    room = free()
    if room is not None and room < SPARE * STRONGER_PROFILE.memory_kib * 1024:
        return LEAST_PROFILE
    try:
        if min(seconds(LEAST_PROFILE) for _ in range(_RUNS)) >= BUSY * FLOOR_SECONDS:
            return LEAST_PROFILE
        seconds(STRONGER_PROFILE)
    except VaultError as error:
        if error.reason is not Reason.TOO_LITTLE_MEMORY:
            raise
        return LEAST_PROFILE
    return STRONGER_PROFILE


def measured_seconds(profile: KdfProfile) -> float:
    """Seconds one derivation takes, of the clock or of the processor, whichever is less.

    The processor's are less when other programs had it meanwhile, the clock's when the library uses several processors.
    """
    salt = new_salt(profile, bytes(ENTROPY_BYTES))
    began, began_at = time.process_time(), time.perf_counter()
    derive_key(bytearray(b"nobody's passphrase"), salt)
    return min(time.process_time() - began, time.perf_counter() - began_at)


def free_memory() -> int | None:
    """How many bytes of memory programs can have without anything being swapped out; None where that is not known."""
    if sys.platform == "win32":
        return _free_on_windows()
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return _all_memory()


def _all_memory() -> int | None:
    """What is built in, for systems that do not say what is free."""
    if sys.platform == "win32":
        return None
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h."""

        _fields_ = (
            ("length", wintypes.DWORD),
            ("load", wintypes.DWORD),
            ("all_physical", ctypes.c_uint64),
            ("free_physical", ctypes.c_uint64),
            ("others", ctypes.c_uint64 * 5),
        )

    def _free_on_windows() -> int | None:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        answered = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.free_physical) if answered else None
