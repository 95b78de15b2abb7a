"""How hard a passphrase is to guess, estimated without a network and without telling anybody.

Lives here: the estimate shown while typing, and the floor below which no file is made.
Does not live here: key derivation (`wallet.vault.key_derivation`). There are no composition rules: length and
variety count.
"""

import re
from enum import StrEnum

FAIR_BITS = 28.0
"""Below this no file is made: at about 0.2 s a guess, what stays above holds for years on one machine."""
STRONG_BITS = 55.0

# What people try first. Each counts as one easy guess wherever it stands, whatever the capitals.
_COMMON = (
    *("password", "passwort", "contrasena", "iloveyou", "letmein", "welcome", "master", "admin", "login"),
    *("shadow", "dragon", "monkey", "football", "baseball", "sunshine", "princess", "superman", "batman"),
    *("trustno", "school", "qwerty", "uiop", "asdf", "ghjkl", "zxcv"),
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
    bits = estimate_bits(passphrase)
    if bits < FAIR_BITS:
        return Strength.WEAK
    return Strength.STRONG if bits >= STRONG_BITS else Strength.FAIR


def estimate_bits(passphrase: str) -> float:
    """A cautious estimate of the number of guesses, as a power of two.

    Common words count once each as a whole; letters and digits that repeat or continue the one before them
    hardly count.
    """
    folded = passphrase.casefold()
    rest = _COMMON_PATTERN.sub("\0", folded)
    bits = _COMMON_BITS * len(set(_COMMON_PATTERN.findall(folded)))
    letter_bits = _LETTER_BITS if re.search(r"[^\W\d_]{4}", passphrase) else _RANDOM_LETTER_BITS
    seen: set[str] = set()
    for before, character, after in zip(" " + rest, rest, rest[1:] + " ", strict=False):
        if character == "\0":
            continue
        follows = abs(ord(character) - ord(before)) <= 1
        repeated = character + after in seen
        seen.add(character + after)
        bits += _REPEATED_BITS if follows or repeated else _character_bits(character, letter_bits)
    mixed_case = passphrase not in (folded, passphrase.upper(), passphrase.capitalize())
    return bits + (3.0 if mixed_case else 0.0)


def _character_bits(character: str, letter_bits: float) -> float:
    if character.isalpha():
        return letter_bits
    return _DIGIT_BITS if character.isdigit() else _OTHER_BITS
