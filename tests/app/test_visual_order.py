"""Words that are read from right to left are drawn so on paper, joined, and read out as they were written."""

import pytest

from wallet.app.visual_order import drawn, has_letters_from_right, joined, plain, runs_from_right

ALL = range(0x110000)


@pytest.mark.parametrize(
    ("text", "from_right"),
    [("Dana", False), ("דנה", True), ("مرحبا", True), ("12 דנה", True), ("(Dana) דנה", False), ("", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, from_right: bool) -> None:
    assert runs_from_right(text) == from_right


def test_hebrew_is_turned_and_numbers_and_brackets_in_it_are_not_mixed_up() -> None:
    assert drawn("שלום", from_right=True) == "םולש"
    assert drawn("יש לי (12) תגים", from_right=True) == "םיגת (12) יל שי"
    assert drawn("I say שלום often", from_right=False) == "I say םולש often"
    assert drawn("Only English (12)", from_right=False) == "Only English (12)"


def test_arabic_letters_join_their_neighbours() -> None:
    # U+FE8D ff.: Arabic Presentation Forms-B, by their names in the Unicode Character Database.
    assert (
        joined("بيت", ALL)
        == "\N{ARABIC LETTER BEH INITIAL FORM}\N{ARABIC LETTER YEH MEDIAL FORM}\N{ARABIC LETTER TEH FINAL FORM}"
    )
    assert (
        joined("دار", ALL)
        == "\N{ARABIC LETTER DAL ISOLATED FORM}\N{ARABIC LETTER ALEF ISOLATED FORM}\N{ARABIC LETTER REH ISOLATED FORM}"
    )
    assert joined("سلام", ALL) == (
        "\N{ARABIC LETTER SEEN INITIAL FORM}\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}"
        "\N{ARABIC LETTER MEEM ISOLATED FORM}"
    )
    marked = joined("بَيت", ALL)
    assert marked[0] == "\N{ARABIC LETTER BEH INITIAL FORM}", "a mark above is no neighbour"
    assert marked[2] == "\N{ARABIC LETTER YEH MEDIAL FORM}"


def test_a_typeface_without_joined_forms_keeps_the_letters() -> None:
    assert joined("بيت", frozenset()) == "بيت"
    assert joined("שלום and Dana", ALL) == "שלום and Dana"


@pytest.mark.parametrize("text", ["بيت", "سلام عليكم", "پنجره", "I say مرحبا", "ﬁne"])
def test_what_was_joined_is_read_out_as_it_was_written(text: str) -> None:
    assert plain(joined(text, ALL)) == text
    assert has_letters_from_right(text) == (text != "ﬁne")
