"""From a document straight to quads, for the JSON-LD that credentials are written in.

Lives here: expansion and conversion to RDF in one walk, along plans that are worked out once for each context and key.
Does not live here: contexts (`jsonld_context`), value conversion shared with the general path (`rdf_terms`).
What credentials do not use raises `NotPlanned`; errors are left to the general processor too, which names them.
Source: JSON-LD 1.1 API, sections 5.1.2 (expansion) and 8.1.2 (to RDF).
"""

from collections.abc import Mapping, Sequence
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
from wallet.proofs.rdfc10 import Quad, text_literal

_MAX_PLANS = 2000
_MAX_TYPED = 200
_MAX_TYPES_CHARACTERS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What a key means under one context.

    Attributes:
        keyword: "@id", "@type", "@value", "@language" or "" for a property.
        predicate: the property as an N-Quads term.
        values: the context that scalars and value objects are read in.
        nodes: the context that nodes are read in: a type-scoped context ends there, the property's own applies.
        is_text: whether a string is simply a string here: no coercion, no container.
        is_several: whether even one value is not simply a value here: a list, or JSON as it stands.
        suffix: what follows the quoted text of a string of the property's datatype, where that is all there is to it.
    """

    keyword: str
    values: ActiveContext
    nodes: ActiveContext
    predicate: str = ""
    type: str | None = None
    is_list: bool = False
    is_graph: bool = False
    is_text: bool = False
    is_several: bool = False
    suffix: str | None = None


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
            active = _under(active, element["@context"])
        type_key = _only(active.names_of("@type"), element)
        context, types = (active, ()) if type_key is None else _typed(active, type_key, element[type_key])
        subject = self._subject(element, context)
        quads, plans = self.quads, context.plans
        for type_ in types:
            quads.append((subject, rdf_terms.RDF_TYPE, type_, graph))
        for key, value in element.items():
            plan = plans.get(key)
            if plan is None:
                if key == "@context":
                    continue
                plan = _plan(context, key)
            if plan.is_text and type(value) is str:
                quads.append((subject, plan.predicate, text_literal(value), graph))
            elif plan.keyword:
                _require_node_keyword(plan, is_type=key == type_key)
            elif type(value) is list or plan.is_several:
                self._several(subject, plan, value, graph)
            elif value is not None:
                self._value(subject, plan.predicate, plan, value, graph)
        return subject

    def _subject(self, element: Mapping[str, Any], context: ActiveContext) -> str:
        name = _only(context.names_of("@id"), element)
        if name is None:
            return self._blank_node()
        identifier = element[name]
        if not isinstance(identifier, str) or context.is_compact(identifier):
            raise NotPlanned
        term = rdf_terms.iri(identifier)
        if not term or identifier.startswith("_:"):
            raise NotPlanned
        return term

    def _several(self, subject: str, plan: _Plan, value: Any, graph: str) -> None:
        """What is not one value: a JSON literal, a list, or a set of values."""
        if plan.type == "@json":
            self.quads.append((subject, plan.predicate, rdf_terms.json_literal(value), graph))
        elif plan.is_list:
            if value is not None:
                self._list(subject, plan, value, graph)
        else:
            for item in value:
                if type(item) is list:
                    raise NotPlanned
                if item is not None:
                    self._value(subject, plan.predicate, plan, item, graph)

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
        if type(item) is dict:
            term = self._object(plan, item, graph)
        elif plan.is_graph:
            raise NotPlanned
        elif type(item) is str:
            term = _text(plan, item)
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


def _require_node_keyword(plan: _Plan, *, is_type: bool) -> None:
    """Only ids, and what means `@type` before type-scoped contexts apply as well as behind them."""
    if plan.keyword != "@id" and not is_type:
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
    return _Plan(
        keyword="",
        values=values,
        nodes=nodes,
        predicate=predicate,
        type=term.type,
        is_list=is_list,
        is_graph=is_graph,
        is_text=term.type is None and not is_list and not is_graph,
        is_several=is_list or term.type == "@json",
        suffix=None if term.type is None else rdf_terms.datatype_suffix(term.type),
    )


def _under(active: ActiveContext, local: Any) -> ActiveContext:
    """The context of a node that names contexts of its own."""
    if not all(isinstance(entry, str) for entry in (local if isinstance(local, list) else [local])):
        raise NotPlanned
    return process(active, local)


def _only(names: Sequence[str], element: Mapping[str, Any]) -> str | None:
    """The one of these names that the element has, None when it has none of them."""
    found = None
    for name in names:
        if name in element:
            if found is not None:
                raise NotPlanned
            found = name
    return found


def _typed(active: ActiveContext, key: str, value: Any) -> tuple[ActiveContext, Sequence[str]]:
    """The context of a node of these types, and the types as N-Quads terms; kept with the context it started from.

    Args:
        key: the member that means `@type` before type-scoped contexts apply; it must mean the same behind them.

    Source: JSON-LD 1.1 API, section 5.1.2, step 11.
    """
    name = tuple(value) if isinstance(value, list) else value
    try:
        known: tuple[ActiveContext, Sequence[str]] | None = active.typed.get((key, name))
    except TypeError:  # an object among the types
        raise NotPlanned from None
    if known is None:
        names = value if isinstance(value, list) else [value]
        if not all(isinstance(each, str) for each in names):
            raise NotPlanned
        context = scoped_to_types(active, names) if names else active
        if context.expand_iri(key) != "@type":
            raise NotPlanned
        known = context, tuple([_type_iri(active, each) for each in names])
        if len(active.typed) < _MAX_TYPED and sum(map(len, names)) < _MAX_TYPES_CHARACTERS:
            active.typed[key, name] = known
    return known


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
    for name in context.names_of("@value"):  # noqa: SIM110 - a generator costs more than this takes
        if name in item:
            return True
    return False


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
            return text_literal(value)
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
    if plan.suffix is not None:
        return text_literal(text) + plan.suffix
    if plan.type is None or plan.type == "@none":
        return text_literal(text)
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
