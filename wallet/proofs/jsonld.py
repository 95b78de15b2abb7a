"""From a JSON-LD document to RDF quads, offline and without losing anything that a signature should cover.

Lives here: the choice between the fast walk (`jsonld_walk`) and general expansion (`jsonld_expansion`), and the step
from expanded JSON-LD to quads.
Does not live here: canonicalization (`rdfc10`), the contexts themselves (`resources/contexts`), or what is refused
before anything is expanded (`hidden_content`).

A document is refused when it uses a term no context defines, a context that is not pinned in this program (inline
ones included), a relative IRI, or a spelling that lets content escape the view people get of a credential.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wallet.errors import ProofError, Reason
from wallet.proofs import jsonld_walk, rdf_terms
from wallet.proofs.hidden_content import refuse_hidden_content
from wallet.proofs.jsonld_context import NotPlanned, new_contexts
from wallet.proofs.rdfc10 import Quad, text_literal
from wallet.proofs.work import CONTEXT_UNITS, EXPANSION_FACTOR, Work

_ALLOWED_NODE_KEYWORDS = frozenset({"@id", "@type", "@graph"})


def to_quads(document: Mapping[str, Any], work: Work | None = None) -> Sequence[Quad]:
    """The RDF quads of a JSON-LD document, its blank nodes labelled `_:b0`, `_:b1`, ...

    Args:
        document: a parsed JSON object with an `@context` of pinned context URLs.
        work: the allowance of the whole verification; a fresh one when left out.

    Raises:
        ProofError: UNDEFINED_TERM, JSONLD_INVALID or TOO_COMPLEX.
        UndecidableProofError: UNKNOWN_CONTEXT when the document names a context that is not pinned; TOO_COMPLEX when
            the allowance is used up.

    Source: JSON-LD 1.1 API, sections 5.1 (expansion) and 8.1 (deserialization to RDF), with the rules of
    VC Data Integrity 1.0, section 2.4.1 (undefined terms are errors).
    """
    work = work or Work()
    values = refuse_hidden_content(document)
    work.spend(values)
    try:
        return jsonld_walk.walk(document)
    except NotPlanned:
        work.spend(values * EXPANSION_FACTOR)
        return to_quads_by_expansion(document)
    finally:
        work.left -= new_contexts() * CONTEXT_UNITS


def to_quads_by_expansion(document: Mapping[str, Any]) -> Sequence[Quad]:
    """The quads by general JSON-LD expansion, which names what is wrong with a document.

    Not for documents from outside: only `to_quads` refuses names whose content would be signed but not read.
    """
    return list(_QuadWriter().dataset(_expand(document)))


def _expand(document: Mapping[str, Any]) -> Sequence[Any]:
    """Expansion, by the module that is only imported when it is needed: PyLD is slow to load."""
    from wallet.proofs import jsonld_expansion  # noqa: PLC0415

    return jsonld_expansion.expand(document)


class _QuadWriter:
    """Writes the quads of one expanded document.

    PyLD's own conversion drops relative IRIs without a word, makes `1.0` a double (JSON has one kind of number, and
    a whole one is an integer) and loses empty graphs' labels; here whatever cannot be written is refused.
    """

    __slots__ = ("_blank_nodes", "_count")

    def __init__(self) -> None:
        self._blank_nodes: dict[str, str] = {}
        self._count = 0

    def dataset(self, expanded: Sequence[Any]) -> Iterator[Quad]:
        """All quads of the document, the default graph and named graphs alike."""
        for node in expanded:
            if not isinstance(node, dict) or "@value" in node or "@list" in node:
                raise ProofError(Reason.JSONLD_INVALID, "top-level value")
            yield from self._node(node, self._subject(node), "")

    def _new_blank_node(self) -> str:
        label = f"_:b{self._count}"
        self._count += 1
        return label

    def _subject(self, node: Mapping[str, Any]) -> str:
        identifier = node.get("@id")
        if identifier is None:
            if "@id" in node:
                raise ProofError(Reason.JSONLD_INVALID, "null @id")
            return self._new_blank_node()
        return self._resource(identifier)

    def _resource(self, identifier: Any) -> str:
        if isinstance(identifier, str):
            if identifier.startswith("_:"):
                known = self._blank_nodes.get(identifier)
                if known is None:
                    known = self._blank_nodes[identifier] = self._new_blank_node()
                return known
            if term := rdf_terms.iri(identifier):
                return term
        raise ProofError(Reason.JSONLD_INVALID, "relative @id")

    def _node(self, node: Mapping[str, Any], subject: str, graph: str) -> Iterator[Quad]:
        """The quads of one node object. Source: JSON-LD 1.1 API, sections 7.1 and 8.1."""
        for name, items in node.items():
            if name == "@type":
                for type_ in items if isinstance(items, list) else [items]:
                    yield subject, rdf_terms.RDF_TYPE, self._type(type_), graph
            elif name == "@graph":
                # inside a graph as well (a presentation's credential with its own proof): every graph is one of the
                # dataset's named graphs, wherever it was written (JSON-LD 1.1 API, 7.2 Node Map Generation, step 6.10)
                for member in items:
                    if len(member) == 1 and "@id" in member:
                        # a node without statements would leave no trace in the signed data
                        raise ProofError(Reason.JSONLD_INVALID, "graph member without content")
                    yield from self._node(member, self._subject(member), subject)
            elif name.startswith("@"):
                if name not in _ALLOWED_NODE_KEYWORDS:
                    raise ProofError(Reason.UNDEFINED_TERM, f"keyword {name!r}")
            else:
                predicate = self._predicate(name)
                for item in items:
                    yield from self._statement(subject, predicate, item, graph)

    @staticmethod
    def _type(type_: Any) -> str:
        term = rdf_terms.iri(type_) if isinstance(type_, str) else ""
        if not term:
            raise ProofError(Reason.UNDEFINED_TERM, f"type {_short(type_)}")
        return term

    @staticmethod
    def _predicate(name: str) -> str:
        term = rdf_terms.iri(name)
        if not term:
            raise ProofError(Reason.UNDEFINED_TERM, _short(name))
        return term

    def _statement(self, subject: str, predicate: str, item: Mapping[str, Any], graph: str) -> Iterator[Quad]:
        if "@value" in item:
            yield subject, predicate, _literal(item), graph
        elif "@list" in item:
            yield from self._list(subject, predicate, item["@list"], graph)
        else:
            value = self._subject(item)
            yield subject, predicate, value, graph
            if len(item) > 1 or "@id" not in item:
                yield from self._node(item, value, graph)

    def _list(self, subject: str, predicate: str, items: Sequence[Any], graph: str) -> Iterator[Quad]:
        """A list as an RDF collection. Source: JSON-LD 1.1 API, section 8.3."""
        for item in items:
            cell = self._new_blank_node()
            yield subject, predicate, cell, graph
            yield from self._statement(cell, rdf_terms.RDF_FIRST, item, graph)
            subject, predicate = cell, rdf_terms.RDF_REST
        yield subject, predicate, rdf_terms.RDF_NIL, graph


def _literal(item: Mapping[str, Any]) -> str:
    """A value object as a literal. Source: JSON-LD 1.1 API, section 8.2."""
    if "@direction" in item or "@index" in item:
        raise ProofError(Reason.UNDEFINED_TERM, "text direction or index is not signed")
    value, datatype, language = item["@value"], item.get("@type"), item.get("@language")
    if datatype == "@json":
        return rdf_terms.json_literal(value)
    if not isinstance(value, str):
        return rdf_terms.scalar(value, datatype)
    if language is not None:
        return rdf_terms.language_literal(value, language)
    return text_literal(value) if datatype is None else rdf_terms.typed_literal(value, datatype)


def _short(term: object) -> str:
    return repr(str(term)[:80])
