"""The Link header: which targets have a relation, however the header is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.codecs.link_header import targets


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('<https://a.example/2?limit=2>; rel="next"', ["https://a.example/2?limit=2"]),
        ('<a>; rel=prev, <b>; rel="next"; title="x, y; z", <c>; rel=next', ["b", "c"]),
        ('<a> ; title="rel=\\"next\\"" ; rel="last"', []),
        ('<a>;rel="first Next"', ["a"]),
        ("<a>; rel=last; rel=next", []),
        ("<a>; REL=NEXT", ["a"]),
        ("<a>; rel=", []),
        ("<a>", []),
        ("", []),
        ('<>; rel="next"', [""]),
        ("rel=next", []),
        ('<a>; rel="next" <b>; rel="next"', ["a", "b"]),
    ],
)
def test_targets_of_a_relation(header: str, found: list[str]) -> None:
    assert list(targets(header, "next")) == found


def test_a_header_without_an_end_is_not_read() -> None:
    assert list(targets("<a>; rel=next, " * 2_000, "next")) == []


@given(st.text(alphabet='<>;,="\\ relnxta', max_size=400))
def test_anything_can_be_read(header: str) -> None:
    assert all("<" not in target for target in targets(header, "next"))
