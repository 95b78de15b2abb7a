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
    yield from (target for target, _ in typed_targets(header, relation))


def typed_targets(header: str, relation: str) -> Iterator[tuple[str, str]]:
    """As `targets`, each with the media type it is said to have, in lower case; "" where nothing says.

    Source: RFC 8288, sections 3.3 (`rel`) and 3.4.1 (`type`, a hint).
    """
    if len(header) > _MAX_CHARACTERS:
        return
    for link in _LINK.finditer(header):
        if relation.lower() in _first(link["parameters"], "rel").lower().split():
            kind = _first(link["parameters"], "type").partition(";")[0].strip().lower()
            yield link["target"].strip(), kind


def _first(parameters: str, name: str) -> str:
    """The first parameter of this name; "" when there is none."""
    found = (one for one in _PARAMETER.finditer(parameters) if one["name"].lower() == name)
    first = next(found, None)
    return "" if first is None else _text(first["value"] or "")


def _text(value: str) -> str:
    """A parameter's value without its quotation marks."""
    return _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value
