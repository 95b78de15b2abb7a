"""From a document straight to quads, for the JSON-LD that credentials are written in.

Lives here: expansion and conversion to RDF in one walk, along plans that are worked out once for each context and key.
Does not live here: contexts (`jsonld_context`), value conversion shared with the general path (`rdf_terms`).
What credentials do not use raises `NotPlanned`; errors are left to the general processor too, which names them.
Source: JSON-LD 1.1 API, sections 5.1.2 (expansion) and 8.1.2 (to RDF).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wallet.proofs import rdf_terms
from wallet.proofs.jsonld_context import (
    INITIAL,
    ActiveContext,
    NotPlanned,
    Term,
    count_from_here,
    process,
    scoped_to_types,
)
from wallet.proofs.rdfc10 import Quad

_MAX_PLANS = 2000


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What a key means under one context.

    Attributes:
        keyword: "@id", "@type", "@value", "@language" or "" for a property.
        predicate: the property as an N-Quads term.
        values: the context that scalars and value objects are read in.
        nodes: the context that nodes are read in: a type-scoped context ends there, the property's own applies.
        is_text: whether a string is simply a string here: no coercion, no container.
    """

    keyword: str
    values: ActiveContext
    nodes: ActiveContext
    predicate: str = ""
    type: str | None = None
    is_list: bool = False
    is_graph: bool = False
    is_text: bool = False


def walk(document: Mapping[str, Any]) -> list[Quad]:
    """The quads of a document that names only pinned contexts and uses only what is planned for.

    Raises:
        NotPlanned: for everything else.
        ProofError: TOO_COMPLEX for a document that needs too many contexts.
    """
    count_from_here()
    walker = _Walker()
    try:
        walker.node(document, INITIAL, "")
    except RecursionError as error:
        raise NotPlanned from error
    return walker.quads


class _Walker:
    """One walk: the quads so far and the blank nodes in use."""

    __slots__ = ("_count", "quads")

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self._count = 0

    def _blank_node(self) -> str:
        label = f"_:b{self._count}"
        self._count += 1
        return label

    def node(self, element: Mapping[str, Any], active: ActiveContext, graph: str) -> str:
        """Writes one node object; returns its subject as an N-Quads term.

        Args:
            active: the context to read it in, its own `@context` not yet applied.
            graph: the graph its statements belong to, "" for the default graph.

        Source: JSON-LD 1.1 API, section 5.1.2, steps 9 to 14 (steps 7 and 8 are in the plan of the property).
        """
        if "@context" in element:
            local = element["@context"]
            if not all(isinstance(entry, str) for entry in (local if isinstance(local, list) else [local])):
                raise NotPlanned
            active = process(active, local)
        type_key, types = _types(element, active)
        context = scoped_to_types(active, types) if types else active
        subject = self._subject(element, context)
        quads, plans = self.quads, context.plans
        for name in types:
            quads.append((subject, rdf_terms.RDF_TYPE, _type_iri(active, name), graph))
        for key, value in element.items():
            if key == "@context":
                continue
            plan = plans.get(key) or _plan(context, key)
            if plan.keyword or key == type_key:
                _require_node_keyword(plan, key, type_key)
            elif plan.is_text and isinstance(value, str):
                quads.append((subject, plan.predicate, rdf_terms.text_literal(value), graph))
            elif value is not None:
                self._property(subject, plan, value, graph)
        return subject

    def _subject(self, element: Mapping[str, Any], context: ActiveContext) -> str:
        found = [name for name in context.names_of("@id") if name in element]
        if not found:
            return self._blank_node()
        identifier = element[found[0]]
        if len(found) > 1 or not isinstance(identifier, str) or context.is_compact(identifier):
            raise NotPlanned
        term = rdf_terms.iri(identifier)
        if not term or identifier.startswith("_:"):
            raise NotPlanned
        return term

    def _property(self, subject: str, plan: _Plan, value: Any, graph: str) -> None:
        if plan.type == "@json":
            self.quads.append((subject, plan.predicate, rdf_terms.json_literal(value), graph))
        elif plan.is_list:
            self._list(subject, plan, value, graph)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, list):
                    raise NotPlanned
                if item is not None:
                    self._value(subject, plan.predicate, plan, item, graph)
        else:
            self._value(subject, plan.predicate, plan, value, graph)

    def _list(self, subject: str, plan: _Plan, value: Any, graph: str) -> None:
        """A list as an RDF collection. Source: JSON-LD 1.1 API, section 8.3."""
        predicate = plan.predicate
        for item in value if isinstance(value, list) else [value]:
            if item is None or isinstance(item, list) or plan.is_graph:
                raise NotPlanned
            cell = self._blank_node()
            self.quads.append((subject, predicate, cell, graph))
            self._value(cell, rdf_terms.RDF_FIRST, plan, item, graph)
            subject, predicate = cell, rdf_terms.RDF_REST
        self.quads.append((subject, predicate, rdf_terms.RDF_NIL, graph))

    def _value(self, subject: str, predicate: str, plan: _Plan, item: Any, graph: str) -> None:
        """One value of a property: a node, a value object, or a scalar under the property's type coercion."""
        if plan.is_graph and not isinstance(item, dict):
            raise NotPlanned
        if isinstance(item, str):
            term = _text(plan, item)
        elif isinstance(item, dict):
            term = self._object(plan, item, graph)
        else:
            term = rdf_terms.scalar(item, None if plan.type in _NOT_DATATYPES else plan.type)
        self.quads.append((subject, predicate, term, graph))

    def _object(self, plan: _Plan, item: Mapping[str, Any], graph: str) -> str:
        if plan.is_graph:
            return self._graph(plan, item)
        if _is_value_object(item, plan.values):
            return _value_object(item, plan.values)
        if len(item) == 1 and _is_reference(item, plan.values):
            return self.node(item, plan.values, graph)
        return self.node(item, plan.nodes, graph)

    def _graph(self, plan: _Plan, item: Mapping[str, Any]) -> str:
        """A graph of its own around one node. Source: JSON-LD 1.1 API, section 5.1.2, step 13.12."""
        if _is_value_object(item, plan.values) or len(item) - ("@context" in item) < 2:  # noqa: PLR2004
            raise NotPlanned  # a value is no graph, and a lone id would leave no statement in it
        name = self._blank_node()
        self.node(item, plan.nodes, name)
        return name


def _require_node_keyword(plan: _Plan, key: str, type_key: str | None) -> None:
    """Only ids and types; and a key must mean `@type` both before and after type-scoped contexts, or neither."""
    if plan.keyword != "@id" and (plan.keyword != "@type" or key != type_key):
        raise NotPlanned


_NOT_DATATYPES = ("@id", "@vocab", "@none")


def _plan(context: ActiveContext, key: str) -> _Plan:
    """What a key means under a context; kept with the context.

    Raises:
        NotPlanned: for a key that no context defines, and for keywords credentials have no use for.
    """
    term = context.terms.get(key)
    iri = context.expand_iri(key)
    if iri is None:
        raise NotPlanned
    if iri.startswith("@"):
        if iri not in ("@id", "@type", "@value", "@language"):
            raise NotPlanned
        plan = _Plan(iri, context, context)
    else:
        plan = _property_plan(context, rdf_terms.iri(iri), term or Term(iri))
    if len(context.plans) < _MAX_PLANS:
        context.plans[key] = plan
    return plan


def _property_plan(context: ActiveContext, predicate: str, term: Term) -> _Plan:
    if not predicate:
        raise NotPlanned
    values, nodes = context, context.previous or context
    if term.has_context:
        values = process(values, term.context, override=True)
        nodes = process(nodes, term.context, override=True)
    is_list, is_graph = "@list" in term.containers, "@graph" in term.containers
    is_text = term.type is None and not is_list and not is_graph
    return _Plan("", values, nodes, predicate, term.type, is_list, is_graph, is_text)


def _types(element: Mapping[str, Any], context: ActiveContext) -> tuple[str | None, list[str]]:
    """The key that means `@type` before type-scoped contexts apply, and its values. Source: 5.1.2, step 11."""
    found = [name for name in context.names_of("@type") if name in element]
    if not found:
        return None, []
    value = element[found[0]]
    names = value if isinstance(value, list) else [value]
    if len(found) > 1 or not all(isinstance(name, str) for name in names):
        raise NotPlanned
    return found[0], names


def _type_iri(context: ActiveContext, name: str) -> str:
    expanded = context.expand_iri(name)
    term = rdf_terms.iri(expanded) if expanded is not None else ""
    if not term:
        raise NotPlanned
    return term


def _is_reference(element: Mapping[str, Any], context: ActiveContext) -> bool:
    """Whether an object is nothing but an `@id`: such a one does not end a type-scoped context."""
    if len(element) != 1:
        return False
    (key,) = element
    return context.expand_iri(key) == "@id"


def _is_value_object(item: Mapping[str, Any], context: ActiveContext) -> bool:
    return any(name in item for name in context.names_of("@value"))


def _value_object(item: Mapping[str, Any], context: ActiveContext) -> str:
    """A value object as a literal. Source: JSON-LD 1.1 API, sections 5.1.2 step 14 and 8.2."""
    parts: dict[str, Any] = {}
    for key, value in item.items():
        name = context.expand_iri(key)
        if name not in ("@value", "@type", "@language") or name in parts:
            raise NotPlanned
        parts[name] = value
    value, language, datatype = parts["@value"], parts.get("@language"), parts.get("@type")
    if language is not None:
        if datatype is not None or not isinstance(value, str) or not isinstance(language, str):
            raise NotPlanned
        return rdf_terms.language_literal(value, language)
    if datatype is None:
        if isinstance(value, str):
            return rdf_terms.text_literal(value)
        return rdf_terms.scalar(value, None)
    expanded = context.expand_iri(datatype) if isinstance(datatype, str) else None
    if expanded is None or expanded.startswith("@"):
        raise NotPlanned
    return (
        rdf_terms.typed_literal(value, expanded)
        if isinstance(value, str)
        else rdf_terms.scalar(value, expanded)
    )


def _text(plan: _Plan, text: str) -> str:
    """A string under its property's type coercion. Source: JSON-LD 1.1 API, section 5.3 (value expansion)."""
    if plan.type is None or plan.type == "@none":
        return rdf_terms.text_literal(text)
    if plan.type == "@id":
        term = "" if plan.values.is_compact(text) else rdf_terms.iri(text)
    elif plan.type == "@vocab":
        expanded = plan.values.expand_iri(text)
        term = rdf_terms.iri(expanded) if expanded is not None else ""
    else:
        return rdf_terms.typed_literal(text, plan.type)
    if not term:
        raise NotPlanned
    return term
