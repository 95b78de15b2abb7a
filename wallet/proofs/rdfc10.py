"""RDF Dataset Canonicalization (RDFC-1.0) with a work budget.

Lives here: the algorithm over quads whose terms are already N-Quads text. Function and variable names follow the
specification (https://www.w3.org/TR/rdf-canon/, section 4). Does not live here: how quads come from JSON-LD (`jsonld`).

Two decisions: the related-blank-node list keeps repetitions, as the text says and as the JavaScript and PyLD
implementations do (issuers sign with those), but equal orders of it are tried once; and a dataset that needs more work
than the budget allows is refused, because a hostile graph of a few dozen blank nodes can otherwise keep the algorithm
busy for years.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from wallet.errors import ProofError, Reason
from wallet.proofs.work import Work

Quad = tuple[str, str, str, str]
"""Subject, predicate, object, graph name ("" for the default graph), each as N-Quads text; blank nodes as `_:label`."""

# One unit is one quad looked at in an n-degree call, or one step along one permutation: a few microseconds each.
# The largest W3C case that must succeed needs under 20,000; the whole budget is spent in about half a second.
DEFAULT_WORK_BUDGET = 250_000
# Paths and issuers grow with the graph, so comparing and copying them is charged by size: so many characters of a path
# compared, or identifiers copied, are one unit.
_CHARACTERS_PER_UNIT = 1_000
# Of the whole canonical text. A picture in a data: URL stands in a few lines; a long id can stand in thousands.
MAX_CHARACTERS = 48_000_000
_IDENTIFIERS_PER_UNIT = 200


class _IdentifierIssuer:
    """Issues `prefix0`, `prefix1`, ... in order of asking. Source: RDFC-1.0, section 4.5."""

    __slots__ = ("issued", "prefix")

    def __init__(self, prefix: str, issued: Mapping[str, str] | None = None) -> None:
        self.prefix = prefix
        self.issued: dict[str, str] = dict(issued or {})

    def issue(self, existing: str) -> str:
        """The identifier issued for `existing`, now or before."""
        known = self.issued.get(existing)
        if known is None:
            known = self.issued[existing] = f"{self.prefix}{len(self.issued)}"
        return known

    def copy(self) -> "_IdentifierIssuer":
        return _IdentifierIssuer(self.prefix, self.issued)


class _Budget:
    """Counts work and stops at the limit."""

    __slots__ = ("left",)

    def __init__(self, limit: int) -> None:
        self.left = limit

    def spend(self, units: int) -> None:
        self.left -= units
        if self.left < 0:
            raise ProofError(Reason.TOO_COMPLEX, "canonicalization work budget")


class _State:
    """The canonicalization state of section 4.3."""

    __slots__ = ("blank_node_to_quads", "budget", "canonical_issuer", "first_degree", "hash")

    def __init__(self, hash_name: str, budget: _Budget) -> None:
        self.blank_node_to_quads: defaultdict[str, list[Quad]] = defaultdict(list)
        self.first_degree: dict[str, str] = {}
        self.canonical_issuer = _IdentifierIssuer("c14n")
        self.budget = budget
        constructor: Callable[[bytes], hashlib._Hash] = getattr(hashlib, hash_name)
        self.hash: Callable[[str], str] = lambda text: constructor(text.encode()).hexdigest()


def canonicalize(
    quads: Iterable[Quad],
    hash_name: str = "sha256",
    work_budget: int = DEFAULT_WORK_BUDGET,
    work: Work | None = None,
) -> str:
    """The canonical N-Quads document of a dataset: sorted lines, each ended by a newline, blank nodes renamed.

    Args:
        hash_name: "sha256" or "sha384".
        work_budget: units of n-degree work allowed, see `DEFAULT_WORK_BUDGET`.
        work: the allowance of the whole verification, which is charged for the units used.

    Raises:
        ProofError: TOO_COMPLEX when the budget is spent or the text would be longer than `MAX_CHARACTERS`.

    Source: RDFC-1.0, section 4.4.3.
    """
    return "".join(canonical_lines(quads, hash_name, work_budget, work))


def canonical_lines(
    quads: Iterable[Quad],
    hash_name: str = "sha256",
    work_budget: int = DEFAULT_WORK_BUDGET,
    work: Work | None = None,
    relabel: Callable[[Mapping[str, str]], Mapping[str, str]] | None = None,
) -> Sequence[str]:
    """The lines of the canonical document, sorted; arguments and errors as `canonicalize`.

    Args:
        relabel: from the canonical id map (`_:b0` to `c14n0`) to the labels that are written instead.
    """
    dataset = list(dict.fromkeys(quads))
    characters = sum([len(quad[0]) + len(quad[2]) for quad in dataset])
    if characters > MAX_CHARACTERS:
        raise ProofError(Reason.TOO_COMPLEX, "length of the canonical text")
    budget = _Budget(work_budget)
    try:
        issued = _issue_canonical_identifiers(dataset, hash_name, budget)
    finally:
        if work is not None:
            work.left -= work_budget - budget.left + characters // _CHARACTERS_PER_UNIT
    lines = _write_quads(dataset, issued if relabel is None else relabel(issued))
    lines.sort()
    return lines


def canonical_labels(
    quads: Iterable[Quad], hash_name: str = "sha256", work_budget: int = DEFAULT_WORK_BUDGET
) -> Mapping[str, str]:
    """The map from input blank node labels (`_:b0`) to canonical ones (`_:c14n0`)."""
    issued = _issue_canonical_identifiers(list(dict.fromkeys(quads)), hash_name, _Budget(work_budget))
    return {node: f"_:{label}" for node, label in issued.items()}


def _issue_canonical_identifiers(
    dataset: Sequence[Quad], hash_name: str, budget: _Budget
) -> Mapping[str, str]:
    state = _State(hash_name, budget)
    # 4.4.3 step 2: which quads mention which blank node (each quad once for each node it mentions)
    mentions = state.blank_node_to_quads
    for quad in dataset:
        s, _, o, g = quad
        if s[0] == "_":
            mentions[s].append(quad)
        if o[0] == "_" and o != s:
            mentions[o].append(quad)
        if g and g[0] == "_" and g not in (s, o):
            mentions[g].append(quad)
    # step 3
    hash_to_blank_nodes: dict[str, list[str]] = {}
    for node in state.blank_node_to_quads:
        hash_to_blank_nodes.setdefault(_hash_first_degree_quads(state, node), []).append(node)
    # step 4: what is unique at first degree gets its identifier at once
    shared: list[list[str]] = []
    for node_hash in sorted(hash_to_blank_nodes):
        nodes = hash_to_blank_nodes[node_hash]
        if len(nodes) == 1:
            state.canonical_issuer.issue(nodes[0])
        else:
            shared.append(nodes)
    # step 5: the rest, by their paths
    for nodes in shared:
        _issue_by_paths(state, nodes)
    return state.canonical_issuer.issued


def _issue_by_paths(state: _State, nodes: Sequence[str]) -> None:
    """4.4.3 step 5 for one group of nodes that share a first-degree hash."""
    hash_path_list: list[tuple[str, _IdentifierIssuer]] = []
    for node in nodes:
        if node in state.canonical_issuer.issued:
            continue
        temporary_issuer = _IdentifierIssuer("b")
        temporary_issuer.issue(node)
        hash_path_list.append(_hash_n_degree_quads(state, node, temporary_issuer, 0))
    for _, issuer in sorted(hash_path_list, key=lambda result: result[0]):
        for existing in issuer.issued:
            state.canonical_issuer.issue(existing)


def _hash_first_degree_quads(state: _State, reference: str) -> str:
    """RDFC-1.0, section 4.6.3."""
    known = state.first_degree.get(reference)
    if known is not None:
        return known
    lines = []
    for s, p, o, g in state.blank_node_to_quads[reference]:
        if s[0] == "_":
            s = "_:a" if s == reference else "_:z"  # noqa: PLW2901 - the step is a replacement
        if o[0] == "_":
            o = "_:a" if o == reference else "_:z"  # noqa: PLW2901
        if not g:
            lines.append(f"{s} {p} {o} .\n")
            continue
        if g[0] == "_":
            g = "_:a" if g == reference else "_:z"  # noqa: PLW2901
        lines.append(f"{s} {p} {o} {g} .\n")
    lines.sort()
    result = state.first_degree[reference] = state.hash("".join(lines))
    return result


def _hash_related_blank_node(
    state: _State, related: str, quad: Quad, issuer: _IdentifierIssuer, position: str
) -> str:
    """RDFC-1.0, section 4.7.3."""
    if related in state.canonical_issuer.issued:
        identifier = f"_:{state.canonical_issuer.issued[related]}"
    elif related in issuer.issued:
        identifier = f"_:{issuer.issued[related]}"
    else:
        identifier = _hash_first_degree_quads(state, related)
    predicate = quad[1] if position != "g" else ""
    return state.hash(f"{position}{predicate}{identifier}")


# The recursion is at most as deep as there are blank nodes; a chain longer than this would outgrow Python's stack.
_MAX_DEPTH = 150


def _hash_n_degree_quads(
    state: _State, identifier: str, issuer: _IdentifierIssuer, depth: int
) -> tuple[str, _IdentifierIssuer]:
    """RDFC-1.0, section 4.8.3."""
    quads = state.blank_node_to_quads[identifier]
    state.budget.spend(len(quads))
    if depth > _MAX_DEPTH:
        raise ProofError(Reason.TOO_COMPLEX, "canonicalization depth")
    # steps 1-3
    hn: dict[str, list[str]] = {}
    for quad in quads:
        for component, position in ((quad[0], "s"), (quad[2], "o"), (quad[3], "g")):
            if component.startswith("_:") and component != identifier:
                related_hash = _hash_related_blank_node(state, component, quad, issuer, position)
                hn.setdefault(related_hash, []).append(component)
    # steps 4-5
    data_to_hash: list[str] = []
    for related_hash in sorted(hn):
        chosen_path, chosen_issuer = _choose_path(state, hn[related_hash], issuer, depth)
        data_to_hash += (related_hash, chosen_path)
        issuer = chosen_issuer
    # step 6
    return state.hash("".join(data_to_hash)), issuer


def _choose_path(
    state: _State, blank_nodes: Sequence[str], issuer: _IdentifierIssuer, depth: int
) -> tuple[str, _IdentifierIssuer]:
    """Section 4.8.3, steps 5.2 to 5.4: the least path over all orders of the related blank nodes."""
    chosen_path = ""
    chosen_issuer = issuer
    for permutation in _distinct_permutations(blank_nodes):
        state.budget.spend(1 + (len(issuer.issued) + len(permutation)) // _IDENTIFIERS_PER_UNIT)
        candidate = _path_for(state, permutation, issuer.copy(), chosen_path, depth)
        if candidate is not None and (not chosen_path or candidate[0] < chosen_path):
            chosen_path, chosen_issuer = candidate
    return chosen_path, chosen_issuer


def _distinct_permutations(blank_nodes: Sequence[str]) -> Iterator[Sequence[str]]:
    """Every order of the list once, in lexicographic order; the sequence handed out changes with the next step.

    A node with several quads in one named graph lists that graph as often, and all those orders are one: a
    presentation of two credentials with the same alignment would otherwise take hours.
    """
    current = sorted(blank_nodes)
    while True:
        yield current
        pivot = len(current) - 2
        while pivot >= 0 and current[pivot] >= current[pivot + 1]:
            pivot -= 1
        if pivot < 0:
            return
        larger = len(current) - 1
        while current[larger] <= current[pivot]:
            larger -= 1
        current[pivot], current[larger] = current[larger], current[pivot]
        current[pivot + 1 :] = reversed(current[pivot + 1 :])


def _path_for(
    state: _State, permutation: Sequence[str], issuer_copy: _IdentifierIssuer, chosen_path: str, depth: int
) -> tuple[str, _IdentifierIssuer] | None:
    """Section 4.8.3, steps 5.4.1 to 5.4.5; None when the path is already longer or greater than the chosen one."""
    path = ""
    recursion_list: list[str] = []
    for related in permutation:
        state.budget.spend(1 + len(path) // _CHARACTERS_PER_UNIT)
        if related in state.canonical_issuer.issued:
            path += f"_:{state.canonical_issuer.issued[related]}"
        else:
            if related not in issuer_copy.issued:
                recursion_list.append(related)
            path += f"_:{issuer_copy.issue(related)}"
        if _is_worse(path, chosen_path):
            return None
    for related in recursion_list:
        result_hash, result_issuer = _hash_n_degree_quads(state, related, issuer_copy, depth + 1)
        path += f"_:{issuer_copy.issue(related)}<{result_hash}>"
        issuer_copy = result_issuer
        if _is_worse(path, chosen_path):
            return None
    return path, issuer_copy


def _is_worse(path: str, chosen_path: str) -> bool:
    return bool(chosen_path) and len(path) >= len(chosen_path) and path > chosen_path


def _write_quads(quads: Iterable[Quad], issued: Mapping[str, str]) -> list[str]:
    """As `write_quad` for each; most are in the default graph, and those are written on the spot."""
    nodes = {node: f"_:{label}" for node, label in issued.items()}
    lines = []
    for quad in quads:
        s, p, o, g = quad
        if g:
            lines.append(write_quad(quad, issued))
            continue
        if s[0] == "_":
            s = nodes[s]
        if o[0] == "_":
            o = nodes[o]
        lines.append(f"{s} {p} {o} .\n")
    return lines


def write_quad(quad: Quad, issued: Mapping[str, str]) -> str:
    """One canonical N-Quads line, its blank nodes under the labels issued to them. Source: RDFC-1.0, section 5."""
    s, p, o, g = quad
    if s[0] == "_":
        s = f"_:{issued[s]}"
    if o[0] == "_":
        o = f"_:{issued[o]}"
    if not g:
        return f"{s} {p} {o} .\n"
    if g[0] == "_":
        g = f"_:{issued[g]}"
    return f"{s} {p} {o} {g} .\n"


_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_ESCAPES |= {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F) if chr(code) not in _ESCAPES}
_TRANSLATION = str.maketrans(_ESCAPES)


def literal(value: str, datatype: str, language: str | None = None) -> str:
    """A literal as canonical N-Quads text.

    Args:
        datatype: an absolute IRI; ignored when a language is given.

    Source: RDFC-1.0, section 5 (canonical form of N-Quads).
    """
    quoted = text_literal(value)
    if language is not None:
        return f"{quoted}@{language}"
    if datatype == "http://www.w3.org/2001/XMLSchema#string":
        return quoted
    return f"{quoted}^^<{datatype}>"


def text_literal(value: str) -> str:
    """A plain string as canonical N-Quads text. Source: as `literal`."""
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return f'"{value.translate(_TRANSLATION)}"'
