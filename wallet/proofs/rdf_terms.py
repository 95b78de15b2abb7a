"""JSON values as RDF terms in canonical N-Quads text.

Lives here: IRIs, literals, numbers: what the walk along plans and the general JSON-LD path must write alike.
Does not live here: which JSON value is which term (`jsonld_walk`, `jsonld`).
"""

import re
from typing import Any

from wallet.codecs import jcs
from wallet.errors import ProofError, Reason, WalletError
from wallet.proofs.rdfc10 import literal

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE, RDF_FIRST, RDF_REST, RDF_NIL = (f"<{_RDF}{name}>" for name in ("type", "first", "rest", "nil"))
_STRING = f"{_XSD}string"
_DOUBLE = f"{_XSD}double"
_LANG_STRING = f"{_RDF}langString"
_JSON = f"{_RDF}JSON"

# Absolute as JSON-LD processors see it (a scheme, no white space), minus the brackets that would break an N-Quads term.
_ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*").fullmatch
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*").fullmatch
_MAX_SAFE_INTEGER = 2**53
_DOUBLE_FROM = 10**21


def iri(text: str) -> str:
    """An absolute IRI as an N-Quads term; "" when the text is not one."""
    return f"<{text}>" if _ABSOLUTE_IRI(text) else ""


def language_literal(text: str, language: str) -> str:
    """A string in a language; the tag is written in lower case, as JSON-LD expansion has it.

    Raises:
        ProofError: JSONLD_INVALID when the tag is not one.
    """
    if not _LANGUAGE_TAG(language):
        raise ProofError(Reason.JSONLD_INVALID, "language tag")
    return literal(text, _LANG_STRING, language.lower())


def datatype_suffix(datatype: str) -> str | None:
    """What follows the quoted text of a literal of this datatype; None when the text itself may need work."""
    if datatype == _DOUBLE or not _ABSOLUTE_IRI(datatype):
        return None
    return "" if datatype == _STRING else f"^^<{datatype}>"


def typed_literal(text: str, datatype: str) -> str:
    """A string with a datatype; a double is brought to canonical form. Source: JSON-LD 1.1 API, section 8.2.2."""
    if not _ABSOLUTE_IRI(datatype):
        raise ProofError(Reason.UNDEFINED_TERM, f"datatype {datatype[:80]!r}")
    if datatype == _DOUBLE:
        try:
            return literal(canonical_double(float(text)), datatype)
        except (ValueError, OverflowError):
            return literal(text, datatype)
    return literal(text, datatype)


def scalar(value: Any, datatype: str | None) -> str:
    """A boolean or a number, with the datatype its property asks for or its own.

    JSON has one kind of number: with a fraction, very large or asked for as a double it is one, else an integer.

    Raises:
        ProofError: JSONLD_INVALID for anything else.

    Source: JSON-LD 1.1 API, section 8.2.2, steps 4 to 6.
    """
    if datatype is not None and not _ABSOLUTE_IRI(datatype):
        raise ProofError(Reason.UNDEFINED_TERM, f"datatype {datatype[:80]!r}")
    if isinstance(value, bool):
        return literal("true" if value else "false", datatype or f"{_XSD}boolean")
    if not isinstance(value, int | float):
        raise ProofError(Reason.JSONLD_INVALID, "value")
    fractional = isinstance(value, float) and not value.is_integer()
    if fractional or abs(value) >= _DOUBLE_FROM or datatype == _DOUBLE:
        return literal(canonical_double(float(value)), datatype or _DOUBLE)
    # beyond 2^53 every implementation that reads numbers as doubles signs the rounded value
    whole = int(value) if abs(value) <= _MAX_SAFE_INTEGER else int(float(value))
    return literal(str(whole), datatype or f"{_XSD}integer")


def json_literal(value: Any) -> str:
    """Any JSON value as a JSON literal. Source: JSON-LD 1.1, section 10.2 (the JSON datatype, RFC 8785 form).

    Raises:
        ProofError: JSONLD_INVALID when it has no canonical form.
    """
    try:
        return literal(jcs.canonicalize(value).decode("utf-8"), _JSON)
    except WalletError as error:
        raise ProofError(Reason.JSONLD_INVALID, "JSON literal") from error


def canonical_double(value: float) -> str:
    """XML Schema's canonical form with 15 fraction digits at most, as JSON-LD 1.1 API, section 8.6 asks."""
    mantissa, _, exponent = f"{value:.15E}".partition("E")
    mantissa = mantissa.rstrip("0")
    return f"{mantissa}0E{int(exponent)}" if mantissa.endswith(".") else f"{mantissa}E{int(exponent)}"
