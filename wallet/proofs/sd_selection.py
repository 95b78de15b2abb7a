"""Choosing statements by JSON pointer: what the holder of a base proof (and its issuer) needs, and no verifier.

A pointer names a place in the JSON text, a signature covers statements. So every blank node gets a name for the time
of the choice (it is skolemized), the chosen part of the text is turned into statements of its own, and these are found
again among those of the whole document.

Lives here: selecting parts of a document, skolemizing, canonical statements in groups. Knows no suite and no signature.
Does not live here: labels (`sd_primitives`), proof values and signatures (`ecdsa_sd_2023`, `bbs_2023`).
Source: VC-DI-ECDSA, section 3.4 (Selective Disclosure Functions); names as there, in snake_case. Two steps differ: a
compact document is skolemized as it stands, where the specification expands and compacts it again (so a pointer into
an array of one element works here); and statements that are not among the document's own are refused.
"""

import copy
import hashlib
from collections.abc import Mapping, MutableMapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from wallet.credentials.json_pointer import Step, parse_pointer, resolve_pointer, step_into
from wallet.credentials.model import JsonObject
from wallet.errors import CredentialError, ProofError, Reason
from wallet.proofs import jsonld, rdfc10
from wallet.proofs.rdfc10 import Quad
from wallet.proofs.sd_primitives import LabelMap, LabelMapFactory
from wallet.proofs.work import Work

_SKOLEM_SCHEME = "urn:bnid:"
_SKOLEM_TERM = f"<{_SKOLEM_SCHEME}"
# Terms of the pinned contexts whose value is one JSON literal, not nodes.
_JSON_LITERALS = frozenset({"jsonSchema", "_sd", "jwk"})


@dataclass(frozen=True, slots=True)
class Group:
    """The statements a list of pointers selects.

    Attributes:
        matching: their indexes among the sorted statements of the whole document.
        deskolemized: the same as quads, blank nodes under the labels of the choice.
    """

    matching: AbstractSet[int]
    deskolemized: Sequence[Quad]

    def positions_of(self, indexes: AbstractSet[int]) -> Sequence[int]:
        """Where statements of the whole document stand among those of this group."""
        return [place for place, index in enumerate(sorted(self.matching)) if index in indexes]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A whole document's statements, and groups of them.

    Attributes:
        nquads: all statements under the new labels, sorted, each with its newline.
        label_map: the label of the choice ("_:s4") to the new label, of every blank node.
        groups: by the name they were asked for.
    """

    nquads: Sequence[str]
    label_map: Mapping[str, str]
    groups: Mapping[str, Group]

    def matching(self, name: str) -> Sequence[str]:
        """The statements of a group, in order."""
        found = self.groups[name].matching
        return [nquad for index, nquad in enumerate(self.nquads) if index in found]

    def not_matching(self, name: str) -> Sequence[str]:
        """The other statements, in order."""
        found = self.groups[name].matching
        return [nquad for index, nquad in enumerate(self.nquads) if index not in found]


class StatementSelector:
    """A document's canonical statements, and which of them pointers select.

    Source: VC-DI-ECDSA, canonicalizeAndGroup, steps 1 to 4.
    """

    def __init__(self, document: JsonObject, label_map_factory: LabelMapFactory, work: Work) -> None:
        """Canonicalizes the document.

        Args:
            document: without its proof.
            work: the allowance this draws on.

        Raises:
            ProofError, UndecidableProofError: as `jsonld.to_quads` and `rdfc10.canonicalize`.
        """
        self._work = work
        # step 1
        self._skolemized = skolemize(document)
        # step 2
        deskolemized = to_deskolemized_quads(self._skolemized, work)
        # steps 3 and 4
        self.label_map: dict[str, str] = {}

        def remember(canonical_id_map: Mapping[str, str]) -> Mapping[str, str]:
            self.label_map.update(label_map_factory(canonical_id_map))
            return self.label_map

        self.nquads: Sequence[str] = rdfc10.canonical_lines(deskolemized, work=work, relabel=remember)
        self._index_of = {nquad: index for index, nquad in enumerate(self.nquads)}

    def select(self, pointers: Sequence[str]) -> Group:
        """The statements these pointers select; none for no pointer.

        Raises:
            CredentialError: POINTER_UNKNOWN for a pointer that leads nowhere, or to a part that cannot stand alone
                (one entry of an ordered list).

        Source: VC-DI-ECDSA, selectCanonicalNQuads.
        """
        selection = select_json_ld(self._skolemized, pointers)
        if selection is None:
            return Group(frozenset(), ())
        quads = list(dict.fromkeys(to_deskolemized_quads(selection, self._work)))
        try:
            matching = frozenset(self._index_of[rdfc10.write_quad(quad, self.label_map)] for quad in quads)
        except KeyError as error:
            raise CredentialError(Reason.POINTER_UNKNOWN, "a part that cannot stand alone") from error
        return Group(matching, quads)


def canonicalize_and_group(
    document: JsonObject,
    label_map_factory: LabelMapFactory,
    groups: Mapping[str, Sequence[str]],
    work: Work,
) -> Grouping:
    """The canonical statements of a document, and which of them each list of pointers selects.

    Args:
        document: without its proof.
        groups: JSON pointers by the name of their group.

    Raises:
        CredentialError, ProofError, UndecidableProofError: as `StatementSelector`.

    Source: VC-DI-ECDSA, canonicalizeAndGroup.
    """
    selector = StatementSelector(document, label_map_factory, work)
    # steps 5 to 7
    found = {name: selector.select(pointers) for name, pointers in groups.items()}
    return Grouping(selector.nquads, selector.label_map, found)


def relabel_for_verifier(group: Group, label_map: LabelMap, work: Work) -> LabelMap:
    """The canonical labels of the shown statements to those that were signed: what a verifier needs.

    Source: VC-DI-ECDSA, createDisclosureData, steps 14 to 17.
    """
    verifier_label_map: dict[str, str] = {}

    def remember(canonical_id_map: Mapping[str, str]) -> Mapping[str, str]:
        verifier_label_map.update(
            {canonical: label_map[node] for node, canonical in canonical_id_map.items()}
        )
        return canonical_id_map

    rdfc10.canonical_lines(group.deskolemized, work=work, relabel=remember)
    return verifier_label_map


# -- selecting


def select_json_ld(document: JsonObject, pointers: Sequence[str]) -> dict[str, Any] | None:
    """The part of a document that pointers select; the ids and types on the way to it come along.

    Returns:
        A new document, None when there is no pointer.

    Raises:
        CredentialError: POINTER_UNKNOWN.

    Source: VC-DI-ECDSA, selectJsonLd.
    """
    if not pointers:
        return None
    selection: dict[Step, Any] = dict(_initial_selection(document))
    if "@context" in document:
        selection["@context"] = copy.deepcopy(document["@context"])
    for pointer in pointers:
        resolve_pointer(document, pointer)
        _select_paths(document, parse_pointer(pointer), selection)
    dense: dict[str, Any] = _dense(selection)
    return dense


class _Sparse(dict[Step, Any]):
    """An array of which only some elements are selected, by their index."""


def _initial_selection(source: JsonObject) -> dict[Step, Any]:
    """Source: VC-DI-ECDSA, createInitialSelection."""
    selection: dict[Step, Any] = {}
    identifier = source.get("id")
    if isinstance(identifier, str) and not identifier.startswith("_:"):
        selection["id"] = identifier
    if "type" in source:
        selection["type"] = copy.deepcopy(source["type"])
    return selection


def _select_paths(document: JsonObject, path: Sequence[str], selection: MutableMapping[Step, Any]) -> None:
    """Source: VC-DI-ECDSA, selectPaths."""
    value: Any = document
    selected: Any = selection
    for place, name in enumerate(path):
        # steps 4.1 to 4.3
        step, value = step_into(value, name)
        if place == len(path) - 1:
            # steps 6 to 9; what was selected inside it before is part of it
            selected[step] = copy.deepcopy(value)
            return
        # step 4.5
        inner = selected.get(step)
        if inner is None:
            inner = _Sparse() if isinstance(value, list) else _initial_selection(value)
            selected[step] = inner
        elif isinstance(inner, list):
            return  # the whole array is selected already
        selected = inner
    selection.update(copy.deepcopy(dict(document)))


def _dense(value: Any) -> Any:
    """Arrays without the gaps between selected elements. Source: VC-DI-ECDSA, selectJsonLd, step 5."""
    if isinstance(value, _Sparse):
        return [_dense(value[index]) for index in sorted(value)]
    if isinstance(value, dict):
        return {name: _dense(member) for name, member in value.items()}
    return value


# -- names for blank nodes


def skolemize(document: JsonObject) -> dict[str, Any]:
    """A copy in which every node has an id; those that had none get one of our own scheme.

    Raises:
        ProofError: JSONLD_INVALID when the document uses that scheme itself.

    Source: VC-DI-ECDSA, skolemizeCompactJsonLd, on the compact form alone.
    """
    skolemized: dict[str, Any] = _Skolemizer().node(document)
    return skolemized


@dataclass(slots=True)
class _Skolemizer:
    """Counts the ids given out."""

    count: int = 0

    def node(self, value: JsonObject) -> dict[str, Any]:
        made: dict[str, Any] = {}
        identifier = value.get("id")
        if isinstance(identifier, str) and identifier.startswith(_SKOLEM_SCHEME):
            raise ProofError(Reason.JSONLD_INVALID, "an id of the skolemizing scheme")
        if "id" not in value and "@value" not in value:
            made["id"] = f"{_SKOLEM_SCHEME}s{self.count}"
            self.count += 1
        for name, member in value.items():
            is_literal = name == "@context" or name in _JSON_LITERALS
            made[name] = copy.deepcopy(member) if is_literal else self.value(member)
        return made

    def value(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return self.node(value)
        return [self.value(entry) for entry in value] if isinstance(value, list) else value


def to_deskolemized_quads(skolemized: JsonObject, work: Work) -> Sequence[Quad]:
    """The statements of a skolemized document or of a part of one, the same blank node under the same label in both.

    Raises:
        ProofError, UndecidableProofError: as `jsonld.to_quads`.

    Source: VC-DI-ECDSA, toDeskolemizedNQuads.
    """
    quads = jsonld.to_quads(skolemized, work)
    names = _StructuralNames(quads)
    return [
        (
            names.term(subject),
            predicate,
            names.term(value) if value.startswith((_SKOLEM_TERM, "_:")) else value,
            names.term(graph),
        )
        for subject, predicate, value, graph in quads
    ]


@dataclass(slots=True)
class _StructuralNames:
    """Labels for the blank nodes no id can be given to, from where they stand: cells of lists, and graphs.

    A cell is known by the statement that leads to it; a graph also by the statements in it, because there may be
    several under one property.
    """

    quads: Sequence[Quad]
    _leading: dict[str, Quad] = field(default_factory=dict)
    _content: dict[str, list[str]] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for quad in self.quads:
            _, predicate, value, graph = quad
            if value.startswith("_:"):
                self._leading[value] = quad
            if graph:
                subject = "" if quad[0].startswith("_:") else quad[0]
                inner = "" if value.startswith("_:") else value
                self._content.setdefault(graph, []).append(f"{subject} {predicate} {inner}")

    def term(self, term: str) -> str:
        """A term with blank nodes under labels that do not depend on what else is in the document."""
        if term.startswith(_SKOLEM_TERM):
            return f"_:{term[len(_SKOLEM_TERM) : -1]}"
        if not term.startswith("_:"):
            return term
        chain = [term]
        while chain:
            node = chain[-1]
            waiting = [
                name for name in self._above(node) if name.startswith("_:") and name not in self._labels
            ]
            if node in self._labels or not waiting:
                chain.pop()
                self._labels.setdefault(node, self._label(node))
            elif len(chain) > len(self.quads):
                raise ProofError(Reason.JSONLD_INVALID, "blank nodes in a circle")
            else:
                chain.append(waiting[0])
        return self._labels[term]

    def _above(self, node: str) -> Sequence[str]:
        subject, _, _, graph = self._leading.get(node, ("", "", "", ""))
        return (subject, graph)

    def _label(self, node: str) -> str:
        subject, predicate, _, graph = self._leading.get(node, ("", "", "", ""))
        place = [self._labels.get(subject, subject), predicate, self._labels.get(graph, graph)]
        text = "\n".join([*place, *sorted(self._content.get(node, ()))])
        return f"_:x{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
