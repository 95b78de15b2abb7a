"""Getting the passphrase: from the environment, from a file descriptor, or by asking. Never from an argument.

Lives here: reading it into a bytearray that the use case wipes. Does not live here: judging or using it
(`wallet.app`).
"""

import getpass
import os
import warnings

from wallet.errors import AppError, Reason

VARIABLE = "LER_WALLET_PASSPHRASE"
_MAX_BYTES = 65_536


def read_passphrase(descriptor: int | None, *, twice: bool = False) -> bytearray:
    """The passphrase as UTF-8.

    Args:
        descriptor: an open file descriptor whose first line is the passphrase; it wins over the environment.
        twice: when asking, ask again and compare (for a new file).

    Raises:
        AppError: PASSPHRASE_MISSING when there is nowhere to get it from; USAGE when the two answers differ.
    """
    if descriptor is not None:
        return _read_first_line(descriptor)
    # Taken out of the environment, so that no program started from here inherits it.
    given = os.environ.pop(VARIABLE, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    return _ask(twice=twice)


def given_without_asking(descriptor: int | None) -> bool:
    """Whether a passphrase is at hand already."""
    return descriptor is not None or VARIABLE in os.environ


def _read_first_line(descriptor: int) -> bytearray:
    """Byte by byte, so that what follows in the same stream is left for others to read."""
    line = bytearray()
    try:
        while len(line) <= _MAX_BYTES:
            byte = os.read(descriptor, 1)
            if not byte or byte == b"\n":
                return line.removesuffix(b"\r")
            line += byte
    except OSError as error:
        raise AppError(Reason.PASSPHRASE_MISSING, "the descriptor cannot be read") from error
    raise AppError(Reason.PASSPHRASE_MISSING, "the first line is too long")


def _ask(*, twice: bool) -> bytearray:
    first = _prompt("Passphrase: ")
    if twice and _prompt("The same passphrase again: ") != first:
        raise AppError(Reason.USAGE, "the two passphrases differ")
    return bytearray(first.encode("utf-8", "surrogateescape"))


def _prompt(question: str) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal getpass would warn and show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError, OSError) as error:
        raise AppError(Reason.PASSPHRASE_MISSING, "no terminal to ask on") from error
