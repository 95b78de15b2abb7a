"""The Link header of HTTP: which address stands in which relation to an answer.

Lives here: reading it. Does not live here: what a relation means, or whether an address may be asked.
"""

import re
from collections.abc import Iterator

_LINK = re.compile(
    r"<(?P<target>[^<>]*)>(?P<parameters>(?:\s*;\s*[^\s;,=\"]+(?:\s*=\s*(?:\"(?:[^\"\\]|\\.)*\"|[^\s;,\"]*))?)*)"
)
_PARAMETER = re.compile(r";\s*(?P<name>[^\s;,=\"]+)(?:\s*=\s*(?P<value>\"(?:[^\"\\]|\\.)*\"|[^\s;,\"]*))?")
_MAX_CHARACTERS = 16_384
_ESCAPED = re.compile(r"\\(.)")


def targets(header: str, relation: str) -> Iterator[str]:
    """The targets with this relation, in their order, as they stand there; a header that cannot be read has none.

    Args:
        relation: such as "next", compared without regard to case.

    Source: RFC 8288, section 3 and appendix B.2 (of several `rel`, the first counts; one may name many relations).
    """
    if len(header) > _MAX_CHARACTERS:
        return
    for link in _LINK.finditer(header):
        if relation.lower() in _relations(link["parameters"]):
            yield link["target"].strip()


def _relations(parameters: str) -> list[str]:
    for parameter in _PARAMETER.finditer(parameters):
        if parameter["name"].lower() == "rel":
            return _text(parameter["value"] or "").lower().split()
    return []


def _text(value: str) -> str:
    """A parameter's value without its quotation marks."""
    return _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value
