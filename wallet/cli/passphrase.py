"""Getting the passphrase: from the environment, from a file descriptor, or by asking. Never from an argument.

Lives here: reading it into a bytearray that the use case wipes. Does not live here: judging or using it
(`wallet.app`).
"""

import getpass
import os
import warnings

from wallet.app.passphrase import Strength, strength_of
from wallet.app.suggest import Language, suggest_passphrase
from wallet.cli import console, variables
from wallet.errors import AppError, Reason

_MAX_BYTES = 65_536
_STRENGTH_WORDS = {
    Strength.FAIR: "This passphrase is fair: hard to guess. One more word makes it strong.",
    Strength.STRONG: "This passphrase is strong: guessing it would take many years.",
}


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
    given = os.environ.pop(variables.VAULT, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    return _ask(twice=twice)


def read_new_passphrase(descriptor: int | None, present: int | None) -> bytearray:
    """The passphrase that takes the place of the present one.

    Args:
        descriptor: an open file descriptor whose next line it is; it wins over the environment.
        present: the descriptor the present passphrase came from: its next line is the new one, if there is one.

    Raises:
        AppError: as `read_passphrase`.
    """
    if descriptor is not None:
        return _read_first_line(descriptor)
    given = os.environ.pop(variables.NEW, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    if present is not None:
        line = _read_first_line(present)
        if line:
            return line
    return _ask(twice=True, question="New passphrase: ")


def read_share_passphrase(descriptor: int | None) -> bytearray:
    """The passphrase a share is locked with.

    Args:
        descriptor: the one the wallet file's passphrase came from: its next line is the share's.

    Raises:
        AppError: as `read_passphrase`.
    """
    if descriptor is not None:
        return _read_first_line(descriptor)
    given = os.environ.pop(variables.SHARE, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    return _ask(twice=True, question="Passphrase for this share: ")


def read_backup_passphrase(descriptor: int | None) -> bytearray | None:
    """The passphrase a backup of another wallet is locked with; None when nobody gives one.

    Args:
        descriptor: the one the wallet file's passphrase came from: its next line is the backup's.
    """
    if descriptor is not None:
        return _read_first_line(descriptor) or None
    given = os.environ.pop(variables.BACKUP, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    try:
        return (
            _ask(twice=False, question="Passphrase of the locked backup (chosen in the other wallet): ")
            or None
        )
    except AppError:
        return None  # nobody to ask


def read_guardian_code(descriptor: int | None, *, twice: bool = False) -> bytearray:
    """The code word of the adult who agrees to a share.

    Args:
        descriptor: the one the wallet file's passphrase came from: its next line is the code word.
        twice: when asking, ask again and compare.

    Raises:
        AppError: as `read_passphrase`.
    """
    if descriptor is not None:
        return _read_first_line(descriptor)
    given = os.environ.pop(variables.GUARDIAN, None)
    if given is not None:
        return bytearray(os.fsencode(given))
    first = _prompt("The adult's code word: ")
    if twice and _prompt("The same code word again: ") != first:
        raise AppError(Reason.USAGE, "the two code words differ")
    return bytearray(first.encode("utf-8", "surrogateescape"))


def read_offer_code(descriptor: int | None) -> str:
    """The code an issuer sent another way, where nobody typed it as an option; "" when nobody gives one.

    Args:
        descriptor: the one the wallet file's passphrase came from: its next line is the code.
    """
    given = os.environ.pop(variables.OFFER_CODE, None)
    if given is not None:
        return given.strip()
    return "" if descriptor is None else _read_first_line(descriptor).decode("utf-8", "replace").strip()


def say_strength(passphrase: bytearray) -> None:
    """How hard a new passphrase is to guess, in words, on standard error. A weak one is refused by the use case."""
    words = _STRENGTH_WORDS.get(strength_of(passphrase))
    if words and passphrase:
        console.say(words)


def given_without_asking(descriptor: int | None) -> bool:
    """Whether a passphrase is at hand already."""
    return descriptor is not None or variables.VAULT in os.environ


def _read_first_line(descriptor: int) -> bytearray:
    return read_line(descriptor, Reason.PASSPHRASE_MISSING)


def read_line(descriptor: int, missing: Reason) -> bytearray:
    """One line, byte by byte, so that what follows in the same stream is left for others to read.

    Raises:
        AppError: `missing` when there is none to read, or it is too long.
    """
    line = bytearray()
    try:
        while len(line) <= _MAX_BYTES:
            byte = os.read(descriptor, 1)
            if not byte or byte == b"\n":
                return line.removesuffix(b"\r")
            line += byte
    except OSError as error:
        raise AppError(missing, "the descriptor cannot be read") from error
    raise AppError(missing, "the line is too long")


def _ask(*, twice: bool, question: str = "Passphrase: ") -> bytearray:
    if twice:
        idea = suggest_passphrase(_language(), os.urandom)
        console.say(f"A few random words are easy to remember and hard to guess, for example: {idea}")
    first = _prompt(question)
    if twice and _prompt("The same passphrase again: ") != first:
        raise AppError(Reason.USAGE, "the two passphrases differ")
    return bytearray(first.encode("utf-8", "surrogateescape"))


def _language() -> Language:
    """Spanish where the system says so, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), "")
    return Language.SPANISH if chosen.lower().startswith("es") else Language.ENGLISH


def _prompt(question: str) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal getpass would warn and show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError, OSError) as error:
        raise AppError(Reason.PASSPHRASE_MISSING, "no terminal to ask on") from error
