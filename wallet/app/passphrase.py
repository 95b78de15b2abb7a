"""How hard a passphrase is to guess, estimated without a network and without telling anybody.

Lives here: the estimate shown while typing, and the floor below which no file is made and no share is locked.
Does not live here: key derivation (`wallet.vault.key_derivation`), suggestions (`suggest`). There are no composition
rules: length and variety count.

Two estimates are made and the lower one counts. zxcvbn knows lists of leaked passphrases, English words, names,
keyboard runs, dates and swapped letters, but no Spanish: it is given the Spanish word list and a few common choices.
Ours knows no lists to speak of, and gives letters, whatever the language, no more than words deserve.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from wallet.errors import Reason, VaultError
from wallet.vault.word_lists import Language, folded, folded_list

FAIR_BITS = 28.0
"""Below this no file is made and no share is locked.

At about 0.2 s a guess, what stays above holds for years on one machine.
"""
STRONG_BITS = 55.0
_JUDGED_LETTERS = 40  # zxcvbn takes long for long texts; what comes behind can only help
_BITS_PER_DECIMAL = 3.321928

# What people try first. Each counts as one easy guess wherever it stands, whatever the capitals.
_COMMON = (
    *("password", "passwort", "contrasena", "iloveyou", "letmein", "welcome", "master", "admin", "login"),
    *("shadow", "dragon", "monkey", "football", "baseball", "sunshine", "princess", "superman", "batman"),
    *("trustno", "school", "qwerty", "uiop", "asdf", "ghjkl", "zxcv", "teamo", "tequiero", "amor", "futbol"),
    *(
        "mariposa",
        "estrella",
        "barcelona",
        "realmadrid",
        "america",
        "princesa",
        "chivas",
        "tequila",
        "escuela",
    ),
)
_COMMON_PATTERN = re.compile("|".join(sorted(_COMMON, key=len, reverse=True)))
_COMMON_BITS = 7.0
_REPEATED_BITS = 0.5
_LETTER_BITS = 2.5  # in words, where one letter suggests the next
_RANDOM_LETTER_BITS = 4.0  # where no four letters stand together there are no words
_DIGIT_BITS = 3.0
_OTHER_BITS = 4.0


class Strength(StrEnum):
    """The estimate in three words."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def estimate(passphrase: str) -> Strength:
    """How hard this passphrase is to guess; `WEAK` ones are refused when a file is made."""
    return strength_for(estimate_bits(passphrase))


def strength_for(bits: float) -> Strength:
    """The word for an estimate."""
    if bits < FAIR_BITS:
        return Strength.WEAK
    return Strength.STRONG if bits >= STRONG_BITS else Strength.FAIR


def strength_of(passphrase: bytearray) -> Strength:
    """The estimate for a passphrase as UTF-8, which stays as it is."""
    return estimate(unicodedata.normalize("NFC", passphrase.decode("utf-8", "surrogateescape")))


def refuse_weak(passphrase: bytearray) -> None:
    """The floor for everything that is locked with a new passphrase.

    Args:
        passphrase: UTF-8; the caller's to wipe.

    Raises:
        VaultError: PASSPHRASE_MISSING, PASSPHRASE_TOO_WEAK.
    """
    if not passphrase:
        raise VaultError(Reason.PASSPHRASE_MISSING, "empty passphrase")
    if strength_of(passphrase) is Strength.WEAK:
        raise VaultError(Reason.PASSPHRASE_TOO_WEAK)


def estimate_bits(passphrase: str) -> float:
    """A cautious estimate of the number of guesses, as a power of two: the lower one of two."""
    if not passphrase:
        return 0.0
    typed = passphrase[:_JUDGED_LETTERS]
    return min(_own_bits(passphrase), *map(_zxcvbn_bits, {typed, folded(typed)}))


def _zxcvbn_bits(passphrase: str) -> float:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists take a moment to load

    judged = zxcvbn(passphrase, user_inputs=_known_words())
    return float(judged["guesses_log10"]) * _BITS_PER_DECIMAL


@cache
def _known_words() -> Sequence[str]:
    """Words zxcvbn lacks, the likelier ones first."""
    return [*_COMMON, *folded_list(Language.SPANISH)]


def _own_bits(passphrase: str) -> float:
    """What length and variety are worth.

    Common words count once each as a whole; letters and digits that repeat or continue the one before them
    hardly count.
    """
    plain = folded(passphrase)
    rest = _COMMON_PATTERN.sub("\0", plain)
    bits = _COMMON_BITS * len(set(_COMMON_PATTERN.findall(plain)))
    letter_bits = _LETTER_BITS if re.search(r"[^\W\d_]{4}", passphrase) else _RANDOM_LETTER_BITS
    seen: set[str] = set()
    for before, character, after in zip(" " + rest, rest, rest[1:] + " ", strict=False):
        if character == "\0":
            continue
        follows = abs(ord(character) - ord(before)) <= 1
        repeated = character + after in seen
        seen.add(character + after)
        bits += _REPEATED_BITS if follows or repeated else _character_bits(character, letter_bits)
    mixed_case = passphrase not in (passphrase.casefold(), passphrase.upper(), passphrase.capitalize())
    return bits + (3.0 if mixed_case else 0.0)


def _character_bits(character: str, letter_bits: float) -> float:
    if character.isalpha():
        return letter_bits
    return _DIGIT_BITS if character.isdigit() else _OTHER_BITS
