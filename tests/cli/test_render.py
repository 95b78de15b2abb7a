"""Text from outside becomes one harmless line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.cli.render import MAX_TEXT, flowing, plain, subject_words, title_and_issuer
from wallet.credentials.model import Identifier, Subject


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Laser cutting", "Laser cutting"),
        ("Zoë Müller 三匹", "Zoë Müller 三匹"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r\ttab", "two\\x0alines\\x0d\\x09tab"),
        ("\x9b2J", "\\x9b2J"),
        ("abc\u202egnp", "abc\\u202egnp"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("line\u2028end", "line\\u2028end"),
        ("half \ud800", "half \\ud800"),
        ("tag \U000e0041", "tag \\U000e0041"),
    ],
)
def test_what_terminals_obey_is_written_out(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_line_breaks_in_running_text_are_spaces_and_the_rest_stays_escaped() -> None:
    assert flowing("two\r\nlines\tand\u2028more") == "two lines and more"
    assert flowing("\x1b[31mred\u202e") == "\\x1b[31mred\\u202e"


def test_whom_it_is_about_is_an_id_or_the_kind_of_identifier() -> None:
    hidden = Identifier("emailAddress", "sha256$00", hashed=True)
    assert subject_words(Subject("did:example:1", "Dana\nR", (hidden,))) == "Dana R, did:example:1"
    assert subject_words(Subject(identifiers=(hidden,))) == "emailAddress"
    assert subject_words(Subject()) == ""


def test_marks_do_not_pile_up_and_long_names_end() -> None:
    assert plain("e" + "\u0301" * 20_000) == "e" + "\u0301" * 4 + "..."
    assert len(plain("x" * 200_000)) == MAX_TEXT + 3
    assert plain("x" * MAX_TEXT) == "x" * MAX_TEXT


def test_a_credential_without_a_name_is_said_to_have_none() -> None:
    assert title_and_issuer("", "Guild") == "Without a name - Guild"
    assert title_and_issuer("Laser", None) == "Laser"


@given(st.text())
def test_no_text_controls_the_terminal(text: str) -> None:
    shown = plain(text)
    assert len(shown) <= MAX_TEXT * 10 + 3
    assert all(character.isprintable() or character.isspace() for character in shown)
    assert not set(shown) & set("\x1b\n\r\t\x9b\u202e\u2028")
