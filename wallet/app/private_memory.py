"""Keeping secrets in memory out of files and out of other programs' sight, as far as Python allows.

Lives here: no core dumps, no debugger of the same user, whether both hold now, wiping. Does not live here: which bytes
are secret. Standard library only: it runs before anything else is loaded.

What this cannot promise: strings (what is typed in a window, the words of a kit) and copies made inside libraries
cannot be wiped; the system may write memory to its swap or hibernation file; whoever runs programs as the administrator
can read everything.
"""

import contextlib
import sys

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4  # linux/prctl.h
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002  # errhandlingapi.h


def keep_memory_private() -> None:
    """To be called when the program starts: a crash writes no memory to the disk, and no debugger may attach.

    Only a run that can have to do with no secret may do with `forbid_core_dumps` (`wallet.__main__`).

    Where the system refuses, the program goes on: these are belts beside the braces.
    """
    forbid_core_dumps()
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import ctypes  # noqa: PLC0415 - some Pythons are built without it

        if sys.platform == "win32":
            # No error report with a memory dump: Windows Error Reporting is not called for this process.
            ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        elif sys.platform == "linux":
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def forbid_core_dumps() -> None:
    """No core file of this process or its children."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def writes_core_dumps() -> bool | None:
    """Whether a crash of this process would write its memory to the disk; None where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return None
    return resource.getrlimit(resource.RLIMIT_CORE)[0] != 0


def lets_debuggers_in() -> bool | None:
    """Whether a program of the same user may read this process's memory; None where the system does not say."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes  # noqa: PLC0415 - some Pythons are built without it

        return bool(ctypes.CDLL(None, use_errno=True).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0))
    except (ImportError, AttributeError, OSError):
        return None


def wipe(secret: bytearray) -> None:
    """Overwrites a secret with zeros. Its length stays."""
    secret[:] = bytes(len(secret))
