"""Suggested words: enough of them, drawn evenly, and judged strong by our own estimate."""

import os
from collections import Counter

import pytest

from wallet.app.passphrase import Strength, estimate
from wallet.app.suggest import SUGGESTED_BITS, SUGGESTED_WORDS, Language, suggest_passphrase
from wallet.vault.word_lists import folded_list


def test_every_suggestion_is_strong_and_can_be_typed_anywhere() -> None:
    assert SUGGESTED_BITS >= 65
    for language in Language:
        for _ in range(20):
            words = suggest_passphrase(language, os.urandom)
            assert len(words.split()) == SUGGESTED_WORDS
            assert words.isascii()
            assert estimate(words) is Strength.STRONG, words


@pytest.mark.parametrize("language", list(Language))
def test_every_word_is_equally_likely(language: Language) -> None:
    """All 65,536 pairs of random bytes, once each."""
    pairs = iter(range(65_536))
    drawn: Counter[str] = Counter()
    for _ in range(65_536 // SUGGESTED_WORDS):
        drawn.update(suggest_passphrase(language, lambda count: next(pairs).to_bytes(count, "big")).split())
    for number in pairs:
        drawn[folded_list(language)[number % 2048]] += 1
    assert set(drawn) == set(folded_list(language))
    assert set(drawn.values()) == {32}


def test_two_suggestions_differ() -> None:
    assert suggest_passphrase(Language.ENGLISH, os.urandom) != suggest_passphrase(
        Language.ENGLISH, os.urandom
    )
