"""JSON numbers and texts as RDF literals, against what the JSON-LD and XML Schema specifications publish."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import ProofError, Reason
from wallet.proofs import rdf_terms, rdfc10

XSD = "http://www.w3.org/2001/XMLSchema#"


def number(value: Any, datatype: str | None = None) -> str:
    return rdf_terms.scalar(value, None if datatype is None else f"{XSD}{datatype}")


@pytest.mark.parametrize(
    ("value", "datatype", "expected"),
    [
        # JSON-LD 1.1 API, section 8.2.2, and the toRdf tests of its suite (t0035, te064, trt01)
        (1, None, f'"1"^^<{XSD}integer>'),
        (-5, None, f'"-5"^^<{XSD}integer>'),
        (0, None, f'"0"^^<{XSD}integer>'),
        (1, "double", f'"1.0E0"^^<{XSD}double>'),
        (5.3, None, f'"5.3E0"^^<{XSD}double>'),
        (0.1, None, f'"1.0E-1"^^<{XSD}double>'),
        (-0.5, None, f'"-5.0E-1"^^<{XSD}double>'),
        (100.25, None, f'"1.0025E2"^^<{XSD}double>'),
        (5.3, "float", f'"5.3E0"^^<{XSD}float>'),
        (1.1e-10, None, f'"1.1E-10"^^<{XSD}double>'),
        (1e21, None, f'"1.0E21"^^<{XSD}double>'),
        (10**21, None, f'"1.0E21"^^<{XSD}double>'),
        (1e20, None, f'"100000000000000000000"^^<{XSD}integer>'),
        (1 / 3, None, f'"3.333333333333333E-1"^^<{XSD}double>'),
        (True, None, f'"true"^^<{XSD}boolean>'),
        (False, None, f'"false"^^<{XSD}boolean>'),
        (True, "boolean", f'"true"^^<{XSD}boolean>'),
        (7, "decimal", f'"7"^^<{XSD}decimal>'),
        # JSON has one kind of number: a fraction of zero is none
        (1.0, None, f'"1"^^<{XSD}integer>'),
        (3.0, "double", f'"3.0E0"^^<{XSD}double>'),
        (-0.0, None, f'"0"^^<{XSD}integer>'),
        # beyond 2^53 the double that other implementations read
        (2**53 + 1, None, f'"9007199254740992"^^<{XSD}integer>'),
    ],
)
def test_published_literals(value: Any, datatype: str | None, expected: str) -> None:
    assert number(value, datatype) == expected


@pytest.mark.parametrize(
    ("text", "datatype", "expected"),
    [
        ("5.3", "double", f'"5.3E0"^^<{XSD}double>'),
        ("five", "double", f'"five"^^<{XSD}double>'),
        ("007", "integer", f'"007"^^<{XSD}integer>'),
        ("2026-01-01T00:00:00Z", "dateTime", f'"2026-01-01T00:00:00Z"^^<{XSD}dateTime>'),
        ("plain", "string", '"plain"'),
    ],
)
def test_texts_with_a_datatype(text: str, datatype: str, expected: str) -> None:
    assert rdf_terms.typed_literal(text, f"{XSD}{datatype}") == expected


@given(st.floats(min_value=-1e300, max_value=1e300))
def test_a_double_keeps_fifteen_digits_behind_the_point(value: float) -> None:
    text = rdf_terms.canonical_double(value)
    mantissa, _, exponent = text.partition("E")
    assert math.isclose(float(text), value, rel_tol=1e-15, abs_tol=5e-323)
    assert mantissa.lstrip("-")[1] == "."
    assert not mantissa.endswith("0") or mantissa.endswith(".0")
    assert str(int(exponent)) == exponent


@given(st.integers())
def test_integers_are_integers_or_doubles(value: int) -> None:
    text = number(value)
    if abs(value) <= 2**53:
        assert text == f'"{value}"^^<{XSD}integer>'
    else:
        assert text.endswith((f"^^<{XSD}integer>", f"^^<{XSD}double>"))


@pytest.mark.parametrize("value", [None, [], {}, b"x"])
def test_values_that_are_no_literals(value: Any) -> None:
    with pytest.raises(ProofError) as refused:
        rdf_terms.scalar(value, None)
    assert refused.value.reason is Reason.JSONLD_INVALID


@given(st.text())
def test_any_text_as_an_address_stays_one_term(text: str) -> None:
    """Nothing a document says can end a term early and begin another statement."""
    term = rdf_terms.iri(text)
    assert term == "" or (term == f"<{text}>" and not set(text) & set("<> \n\r\t"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_as_a_literal_stays_one_term(text: str) -> None:
    literal = rdfc10.text_literal(text)
    assert literal[0] == literal[-1] == '"'
    inner = literal[1:-1].replace("\\\\", "").replace('\\"', "")
    assert '"' not in inner
    assert "\n" not in inner
