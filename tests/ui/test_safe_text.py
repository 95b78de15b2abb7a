"""Text from credentials, made safe to lay out without changing what it says."""

from hypothesis import given
from hypothesis import strategies as st

from wallet.ui import safe_text
from wallet.ui.safe_text import display_text, one_line


def test_ordinary_text_is_unchanged() -> None:
    text = "Fabricación digital: 数字制造 — Zażółć\nline two"
    assert display_text(text) == text


def test_markup_is_shown_as_it_is_written() -> None:
    text = '<h1>Verified</h1> <img src="file:///etc/passwd">'
    assert display_text(text) == text


def test_marks_piled_on_one_letter_are_cut() -> None:
    assert display_text("Z" + "\u0301" * 2000 + "a") == "Z" + "\u0301" * 4 + "a"
    assert display_text("Z" + "\u0301" * 20_000) == "Z" + "\u0301" * 4 + "…"


def test_marks_that_turn_the_direction_become_visible() -> None:
    assert display_text("abc\u202efdp.exe") == "abc\ufffdfdp.exe"


def test_control_characters_become_spaces() -> None:
    assert display_text("a\x1b[31mb\x00c\u2028d") == "a [31mb c d"


def test_a_word_without_end_can_be_broken() -> None:
    shown = display_text("x" * 200)
    assert max(len(part) for part in shown.split("\u200b")) <= 29
    assert shown.replace("\u200b", "") == "x" * 200


def test_long_text_ends_with_an_ellipsis() -> None:
    assert display_text("word " * 2000, 50).endswith("…")
    assert not display_text("word " * 9, 50).endswith("…")


def test_a_title_is_one_line_without_break_marks() -> None:
    assert one_line("a\nb\t" + "x" * 40) == "a b " + "x" * 40


@given(st.text(max_size=300))
def test_what_is_shown_is_bounded_and_plain(text: str) -> None:
    shown = display_text(text, 100)
    assert len(shown) <= 101
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")


@given(st.text(max_size=300) | st.text("aé ́x\u200b\u202eい-", max_size=60))
def test_what_is_left_alone_at_a_glance_is_what_a_closer_look_leaves_alone(text: str) -> None:
    assert display_text(text, 200) == safe_text._tamed(text, 200)
