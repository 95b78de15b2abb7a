"""The floor: what people try first is refused, what is long and varied is not."""

import pytest

from wallet.app.passphrase import Strength, estimate, estimate_bits


@pytest.mark.parametrize(
    "passphrase",
    [
        *("", "pw", "12345678", "password1", "Password123", "PASSWORD", "qwertyuiop", "aaaaaaaaaaaaaaaaaaaa"),
        *("abcabcabcabcabc", "abcdefghijklmnop", "iloveyou", "letmein", "school2026", "hunter2", "987654321"),
    ],
)
def test_easy_ones_are_weak(passphrase: str) -> None:
    assert estimate(passphrase) is Strength.WEAK


@pytest.mark.parametrize(
    "passphrase",
    [
        *("violet anchor seven moons", "correct horse battery staple", "kX9#mQ2$vT"),
        *("el perro come zanahorias", "Ünïcödé wörds täste gøød", "三匹の子豚が家を建てた話をする長い文"),
    ],
)
def test_long_or_varied_ones_are_not(passphrase: str) -> None:
    assert estimate(passphrase) is not Strength.WEAK


def test_more_words_are_never_weaker() -> None:
    phrase, before = "", 0.0
    for word in ("violet", "anchor", "seven", "moons", "gravel"):
        phrase = f"{phrase} {word}".strip()
        bits = estimate_bits(phrase)
        assert bits > before
        before = bits
    assert estimate(phrase) is Strength.STRONG
