"""Reads N-Quads test files into the quads `wallet.proofs.rdfc10` works on."""

import re
from collections.abc import Iterator

from wallet.proofs.rdfc10 import Quad, literal

_LINE = re.compile(
    r"\s*(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+"
    r'(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?)\s*(<[^>]*>|_:\S+)?\s*\.\s*'
)
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@(.*))?')
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def read_nquads(text: str) -> Iterator[Quad]:
    """The quads of an N-Quads document, literals brought to canonical form."""
    for line in text.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        assert match is not None, f"not an N-Quads line: {line}"
        subject, predicate, object_, graph = match.groups()
        if object_.startswith('"'):
            object_ = _canonical(object_)
        yield subject, predicate, object_, graph or ""


def _canonical(text: str) -> str:
    match = _LITERAL.fullmatch(text)
    assert match is not None
    value, datatype, language = match.groups()
    return literal(_ESCAPE.sub(_unescape, value), datatype or _STRING, language)


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _SHORT.get(match[3], match[3])
