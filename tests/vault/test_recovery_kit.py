"""The kit gives the very key back, however it is copied, and anything that is not the kit is refused."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from tests.vault.builders import KEY, key
from wallet.errors import Reason, RecoveryKitError
from wallet.vault.recovery_kit import KIT_WORDS, code_of, is_kit_word, key_from, words_of
from wallet.vault.word_lists import WORDS, Language, folded, folded_list, word_list

NAMES = {Language.ENGLISH: "english", Language.SPANISH: "spanish"}
languages = pytest.mark.parametrize("language", list(Language))


def refusal(text: str) -> RecoveryKitError:
    with pytest.raises(RecoveryKitError) as caught:
        key_from(text)
    return caught.value


@languages
@given(entropy=st.binary(min_size=32, max_size=32))
def test_words_are_those_of_the_standard_and_lead_back(language: Language, entropy: bytes) -> None:
    words = words_of(bytearray(entropy), language)
    oracle = Mnemonic(NAMES[language]).to_mnemonic(entropy)
    assert " ".join(words) == unicodedata.normalize("NFC", oracle)
    assert key_from(" ".join(words)) == entropy


@given(entropy=st.binary(min_size=32, max_size=32))
def test_the_code_leads_back(entropy: bytes) -> None:
    code = code_of(bytearray(entropy))
    assert re.fullmatch("LERKIT1:[0-9A-F]{72}", code)
    assert key_from(code) == key_from(f" {code[:30].lower()}\n{code[30:]} ") == entropy


def _numbered(words: list[str]) -> str:
    return "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1))


@languages
@pytest.mark.parametrize(
    "copied",
    [
        lambda words: "  ".join(words).upper(),
        ",\r\n".join,
        _numbered,
        lambda words: " ".join(word[:4] for word in words),
        lambda words: " ".join(folded(word) for word in words),
        lambda words: unicodedata.normalize("NFD", " ".join(words)),
        lambda words: " ".join(word[:5].title() for word in words),
    ],
    ids=["capitals", "commas", "numbered", "four letters", "no accents", "split accents", "five letters"],
)
def test_how_it_was_copied_does_not_matter(language: Language, copied: Callable[[list[str]], str]) -> None:
    for start in range(0, WORDS, 97):
        entropy = bytes((start + 7 * index) % 256 for index in range(32))
        assert key_from(copied(list(words_of(bytearray(entropy), language)))) == entropy


@languages
def test_a_word_on_no_list_is_named_by_its_place(language: Language) -> None:
    words = list(words_of(key(), language))
    for place in range(KIT_WORDS):
        error = refusal(" ".join([*words[:place], "qqqq", *words[place + 1 :]]))
        assert error.reason is Reason.RECOVERY_KIT_WORD_UNKNOWN
        assert error.positions == (place + 1,)
        assert error.detail == f"word {place + 1}"
        assert not any(word in error.detail for word in words)


@languages
def test_a_letter_too_many_or_too_few_is_seen(language: Language) -> None:
    words = list(words_of(key(), language))
    long = next(place for place, word in enumerate(words) if len(word) > 5)
    for wrong in (words[long][:3], words[long] + "x", words[long][:5] + "q"):
        error = refusal(" ".join([*words[:long], wrong, *words[long + 1 :]]))
        assert error.positions == (long + 1,)


@languages
def test_another_word_of_the_list_breaks_the_check(language: Language) -> None:
    """Each place in turn; one word in 256 slips through an 8-bit check, and then it is another key."""
    words = list(words_of(key(), language))
    reasons = []
    for place in range(KIT_WORDS):
        for step in (1, 500, 1111):
            other = word_list(language)[(word_list(language).index(words[place]) + step) % WORDS]
            try:
                assert key_from(" ".join([*words[:place], other, *words[place + 1 :]])) != KEY
            except RecoveryKitError as error:
                reasons.append(error.reason)
    assert set(reasons) == {Reason.RECOVERY_KIT_MISTYPED}
    assert len(reasons) >= 3 * KIT_WORDS - 3


def test_two_words_that_changed_places_break_the_check() -> None:
    words = list(words_of(key(), Language.ENGLISH))
    words[3], words[9] = words[9], words[3]
    assert refusal(" ".join(words)).reason is Reason.RECOVERY_KIT_MISTYPED


@pytest.mark.parametrize("text", ["", "one two", "zoo " * 23, "zoo " * 25, "1 2 3", "x" * 30_000])
def test_anything_but_24_words_is_incomplete(text: str) -> None:
    assert refusal(text).reason is Reason.RECOVERY_KIT_INCOMPLETE


def test_a_changed_digit_of_the_code_is_seen() -> None:
    code = code_of(key())
    for place in range(len("LERKIT1:"), len(code)):
        changed = code[:place] + ("1" if code[place] != "1" else "2") + code[place + 1 :]
        assert refusal(changed).reason is Reason.RECOVERY_KIT_MISTYPED


@given(text=st.text(max_size=300))
def test_no_text_raises_anything_else(text: str) -> None:
    with pytest.raises(RecoveryKitError):
        key_from(text)


@languages
def test_the_lists_can_be_told_by_four_letters_without_accents(language: Language) -> None:
    assert len(word_list(language)) == WORDS
    assert len({word[:4] for word in folded_list(language)}) == WORDS
    assert all(word.isascii() and word.isalpha() for word in folded_list(language))
    assert is_kit_word(word_list(language)[0], language)
    assert not is_kit_word("qqqq", language)
