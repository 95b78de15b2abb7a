"""The two lists of 2048 words that recovery kits and suggested passphrases are made of.

Lives here: the only reader of the package `mnemonic`, of which nothing but these lists is used, and folding a word
to the letters that count. Does not live here: what the words of a kit mean (`recovery_kit`), or choosing words.

A list counts only while its bytes have the SHA-256 below: a word that moves would turn an old kit into another key.

Source: BIP-39, "Wordlist" and its lists for English and Spanish: sorted, no two words with the same first four letters,
accents not counted.
"""

import hashlib
import importlib.resources
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from wallet.errors import Reason, VaultError

WORDS = 2048
BITS_PER_WORD = 11


class Language(StrEnum):
    """The languages there is a list for."""

    ENGLISH = "en"
    SPANISH = "es"


_FILES = {
    Language.ENGLISH: ("english.txt", "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"),
    Language.SPANISH: ("spanish.txt", "46846a5a0139d1e3cb77293e521c2865f7bcdb82c44e8d0a06a2cd0ecba48c0b"),
}


@cache
def word_list(language: Language) -> Sequence[str]:
    """The 2048 words of a language in their order, composed letters (NFC).

    Raises:
        VaultError: STORAGE_FAILED when the list that came with the program is not the one that was pinned.
    """
    name, digest = _FILES[language]
    try:
        content = importlib.resources.files("mnemonic").joinpath("wordlist", name).read_bytes()
    except (OSError, ImportError) as error:
        raise VaultError(Reason.STORAGE_FAILED, "a word list is missing") from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise VaultError(Reason.STORAGE_FAILED, "a word list was changed")
    return tuple(unicodedata.normalize("NFC", content.decode("utf-8")).split())


@cache
def folded_list(language: Language) -> Sequence[str]:
    """The words as `folded` leaves them; still all different."""
    return tuple(folded(word) for word in word_list(language))


def folded(word: str) -> str:
    """Small letters without accents: people write neither on paper, and many keyboards have none."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
