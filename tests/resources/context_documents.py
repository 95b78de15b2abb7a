"""Makes JSON-LD documents that exercise every term of a context in every scope it opens.

Lives here: walking a context. Does not live here: comparing what the documents mean (`test_contexts`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

Node = dict[str, Any]
Wrap = Callable[[Node], Node]

# One value per thing a term definition can act on: type coercion, containers, value objects, nesting, lists.
VALUES: Mapping[str, Any] = {
    "text": "2026-11-23T00:00:00Z",
    "address": "https://example.org/thing",
    "relative": "thing",
    "term": "authentication",
    "number": 4.5,
    "truth": True,
    "several": ["a", "b", "a"],
    "ordered": {"@list": ["https://example.org/x", "https://example.org/y"]},
    "language": {"@value": "hola", "@language": "es"},
    "typed": {"@value": "7", "@type": "https://example.org/datatype"},
    "node": {"@id": "https://example.org/node"},
    "nested": {"https://example.org/inside": "deep", "@type": "https://example.org/Inner"},
    "structure": {"kty": "OKP", "n": [1, {"x": None}]},
}


def documents(context: Mapping[str, Any]) -> Iterator[tuple[str, Node]]:
    """Every document, with a name that says which scope, term and kind of value it is about."""
    terms = sorted(all_terms(context))
    for place, wrap in places(context):
        for term in terms:
            for kind, value in VALUES.items():
                yield f"{place} {term}={kind}", wrap({"@id": "urn:x:1", term: value})
            yield f"{place} type {term}", wrap({"@type": term, "https://example.org/p": "v"})
            yield f"{place} prefix {term}", wrap({"@type": f"{term}:T", f"{term}:p": "v"})
            yield f"{place} redefine {term}", wrap({"@context": {term: "urn:other"}, term: "v"})


def batches(context: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[Node]]]:
    """The documents of one kind of value together, as one graph each: quick to compare.

    Names of @id and @type are left out: most values are wrong there, and one would spoil the graph.
    """
    terms = sorted(all_terms(context) - {"id", "type", "uid"})
    for place, wrap in places(context):
        for kind, value in VALUES.items():
            nodes = [wrap({"@id": f"urn:x:{number}", term: value}) for number, term in enumerate(terms)]
            yield f"{place} {kind}", nodes


def all_terms(context: Mapping[str, Any]) -> set[str]:
    """The names defined anywhere in a context, keywords left out, and one that nobody defines."""
    found = {"nobodyDefinesThis"}
    for term, definition in context.items():
        if not term.startswith("@"):
            found.add(term)
            if isinstance(definition, Mapping) and isinstance(definition.get("@context"), Mapping):
                found |= all_terms(definition["@context"])
    return found


def places(context: Mapping[str, Any]) -> Iterator[tuple[str, Wrap]]:
    """Every scope: the document's own, and inside each term that opens one, as a type and as a property."""
    yield "top", lambda node: node
    for path in scope_paths(context):
        yield f"in type {'/'.join(path)}", partial(_inside_types, path)
        yield f"in property {'/'.join(path)}", partial(_inside_properties, path)


def scope_paths(context: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The terms that lead to each scope, outermost first."""
    for term, definition in context.items():
        if isinstance(definition, Mapping) and isinstance(definition.get("@context"), Mapping):
            yield (*path, term)
            yield from scope_paths(definition["@context"], (*path, term))


def _inside_types(path: Sequence[str], node: Node) -> Node:
    """The node with the last term as one of its types, inside properties for the terms before it."""
    types = node.get("@type", [])
    typed = {**node, "@type": [path[-1], *([types] if isinstance(types, str) else types)]}
    if len(path) == 1:
        return typed
    # An inner scope opens inside a node of the outer type, where its term is a property.
    return _inside_types(path[:-1], {path[-1]: node})


def _inside_properties(path: Sequence[str], node: Node) -> Node:
    wrapped = node
    for term in reversed(path):
        wrapped = {term: wrapped}
    return wrapped
