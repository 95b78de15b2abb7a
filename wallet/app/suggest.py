"""Suggesting a passphrase of random words.

Lives here: how many words, and drawing them without bias. Does not live here: the words (`wallet.vault.word_lists`), or
judging what somebody typed (`passphrase`).
"""

from collections.abc import Callable

from wallet.vault.word_lists import BITS_PER_WORD, WORDS, Language, folded_list

__all__ = ["SUGGESTED_BITS", "SUGGESTED_WORDS", "Language", "suggest_passphrase"]

SUGGESTED_WORDS = 6
SUGGESTED_BITS = SUGGESTED_WORDS * BITS_PER_WORD
"""66: as hard to guess as five words of a list of 7,776, and the words are shorter."""


def suggest_passphrase(language: Language, random: Callable[[int], bytes]) -> str:
    """Six random words with spaces between, small letters without accents, so that every keyboard types them alike.

    Args:
        random: returns that many unpredictable bytes.
    """
    words = folded_list(language)
    drawn = (
        int.from_bytes(random(2), "big") % WORDS for _ in range(SUGGESTED_WORDS)
    )  # 65,536 is a multiple of 2,048
    return " ".join(words[place] for place in drawn)
