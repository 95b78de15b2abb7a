"""JSON-LD 1.1 context processing for the contexts pinned in this program, and nothing more.

Lives here: turning pinned context texts into active contexts whose terms are ready to use, each combination once.
Does not live here: documents (`jsonld_walk`) or contexts from anywhere else; what pinned contexts do not use (imports,
remote scoped contexts, reverse properties, index maps, default languages, nesting ...) raises `NotPlanned`, and the
general processor of `jsonld_expansion` takes over.

Why not PyLD for everything: it processes scoped contexts anew for every node, which is most of the time a verification
takes, and loading it takes longer than verifying a badge. Both give the same quads; tests compare them.
Names follow JSON-LD 1.1 API, section 4 (active context, term definition, previous context).
"""

import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from wallet import resources
from wallet.errors import ProofError, Reason

KEYWORDS = frozenset(
    {
        "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json",
        "@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type",
        "@value", "@version", "@vocab",
    }
)  # fmt: skip
_PLANNED_CONTEXT_ENTRIES = frozenset({"@version", "@protected", "@vocab", "@propagate"})
_PLANNED_TERM_ENTRIES = frozenset({"@id", "@type", "@container", "@context", "@protected", "@prefix"})
_PLANNED_CONTAINERS = frozenset({"@set", "@list", "@graph"})
_GEN_DELIMS = tuple(":/?#[]@")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:").match

_MISSING: Any = object()


class NotPlanned(Exception):  # noqa: N818 - a signal to use the general processor, never seen outside `proofs`
    """A construct that is left to the general JSON-LD processor."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A term definition.

    Attributes:
        iri: what the term stands for: an absolute IRI or a keyword; None when it is switched off.
        type: type coercion: "@id", "@vocab", "@json", "@none", a datatype IRI or None.
        containers: "@set" makes no difference to quads, but is part of what a protected term means.
        context: the scoped context, `_MISSING` without one (None is a context: it clears).
        is_prefix: whether it may be the prefix of a compact IRI.
    """

    iri: str | None
    type: str | None = None
    containers: frozenset[str] = frozenset()
    context: Any = _MISSING
    is_protected: bool = False
    is_prefix: bool = False

    @property
    def has_context(self) -> bool:
        """Whether a scoped context belongs to it."""
        return self.context is not _MISSING

    def same_meaning(self, other: "Term") -> bool:
        """Equality but for protection. Source: JSON-LD 1.1 API, section 4.2.2, step 27."""
        mine = (self.iri, self.type, self.containers, self.is_prefix)
        return mine == (other.iri, other.type, other.containers, other.is_prefix) and (
            self.context is other.context or self.context == other.context
        )


@dataclass(slots=True, eq=False)
class ActiveContext:
    """An active context; never changed once it is finished, so that everything derived from it can be kept with it.

    Attributes:
        previous: the context to return to below a type-scoped one. Source: JSON-LD 1.1 API, section 4.1.
        derived: contexts made from this one, by the identity or the address of the local context.
        plans, typed: what `jsonld_walk` worked out for the keys of nodes under this context, and for their types.
        aliases: the names each keyword goes by under this context, see `names_of`.
    """

    terms: dict[str, Term] = field(default_factory=dict)
    vocab: str | None = None
    previous: "ActiveContext | None" = None
    derived: dict[Any, "ActiveContext"] = field(default_factory=dict)
    plans: dict[str, Any] = field(default_factory=dict)
    typed: dict[Any, Any] = field(default_factory=dict)
    aliases: dict[str, Sequence[str]] = field(default_factory=dict)

    def names_of(self, keyword: str) -> Sequence[str]:
        """The keyword and every term that stands for it; worked out once, when the context is finished."""
        names = self.aliases.get(keyword)
        if names is None:
            names = (keyword, *(name for name, term in self.terms.items() if term.iri == keyword))
            self.aliases[keyword] = names
        return names

    def expand_iri(self, value: str) -> str | None:
        """A term, compact IRI or absolute IRI as a full IRI or keyword; None when nothing defines it.

        Source: JSON-LD 1.1 API, section 5.2 (IRI expansion), with vocab true and no base.
        """
        if value in KEYWORDS:
            return value
        term = self.terms.get(value)
        if term is not None:
            return term.iri
        prefix, colon, suffix = value.partition(":")
        if colon and prefix:
            if prefix == "_" or suffix.startswith("//"):
                return value
            term = self.terms.get(prefix)
            if term is not None and term.iri is not None and term.is_prefix:
                return term.iri + suffix
            if _SCHEME(value):
                return value
        return None if self.vocab is None else self.vocab + value

    def is_compact(self, identifier: str) -> bool:
        """Whether an `@id` would be read as prefix and suffix. Source: JSON-LD 1.1 API, section 5.2, step 6."""
        prefix, colon, suffix = identifier.partition(":")
        if not colon or prefix not in self.terms or suffix.startswith("//"):
            return False
        term = self.terms[prefix]
        return term.is_prefix and term.iri is not None


INITIAL = ActiveContext()

# Combinations of pinned contexts are few; the bounds are for hostile documents that try every order of them.
_MAX_DERIVED = 500
_MAX_KEPT = 5000
# Real documents need 30 at most, a record with many kinds of credentials a few hundred.
MAX_NEW_CONTEXTS = 600


# How many active contexts the document at hand made necessary, and how many are kept from all documents. Each thread
# counts for itself: it has variables of its own.
_made: ContextVar[int] = ContextVar("made", default=0)
_kept: ContextVar[int] = ContextVar("kept", default=0)


def count_from_here() -> None:
    """A new document begins: contexts made for others are no fault of it."""
    _made.set(0)


def new_contexts() -> int:
    """How many active contexts the document at hand made necessary."""
    return _made.get()


def count_new_context() -> None:
    """Called for each active context that is worked out anew.

    Raises:
        ProofError: TOO_COMPLEX beyond `MAX_NEW_CONTEXTS` for one document.
    """
    _made.set(_made.get() + 1)
    if _made.get() > MAX_NEW_CONTEXTS:
        raise ProofError(Reason.TOO_COMPLEX, "number of contexts")
    _kept.set(_kept.get() + 1)
    if _kept.get() > _MAX_KEPT:
        INITIAL.derived.clear()
        _kept.set(0)


def process(
    active: ActiveContext, local: Any, *, override: bool = False, propagate: bool = True
) -> ActiveContext:
    """The active context after one local context.

    Args:
        local: a pinned context's address, a sequence of addresses, or (inside pinned contexts) an object or None.
        override: whether protected terms may be replaced: property-scoped contexts may.
        propagate: False for type-scoped contexts, which end at the next node.

    Raises:
        NotPlanned: for anything beyond what pinned contexts use, errors among it; the general processor names those.
        ProofError: TOO_COMPLEX for a document that needs too many.

    Source: JSON-LD 1.1 API, section 4.1.2 (Context Processing).
    """
    key = (_name_of(local), override, propagate)
    known = active.derived.get(key)
    if known is None:
        count_new_context()
        known = _process(active, local, override=override, propagate=propagate)
        if len(active.derived) >= _MAX_DERIVED:
            active.derived.clear()
        active.derived[key] = known
    return known


def _name_of(local: Any) -> Any:
    """An address or addresses as they are; anything else by identity: it is part of a pinned context, kept for good."""
    if isinstance(local, str):
        return local
    if isinstance(local, list) and all(isinstance(entry, str) for entry in local):
        return tuple(local)
    return id(local)


def _process(active: ActiveContext, local: Any, *, override: bool, propagate: bool) -> ActiveContext:
    if isinstance(local, Mapping):
        propagate = local.get("@propagate", propagate)
    result = ActiveContext(dict(active.terms), active.vocab, active.previous)
    if not propagate and result.previous is None:
        result.previous = active
    for context in local if isinstance(local, list) else [local]:
        if context is None and not propagate:
            raise NotPlanned
        result = _apply(result, context, override=override)
    return result


def _apply(result: ActiveContext, context: Any, *, override: bool) -> ActiveContext:
    """Section 4.1.2, step 5, for one context."""
    if context is None:
        if not override and any(term.is_protected for term in result.terms.values()):
            raise NotPlanned
        return ActiveContext()
    if isinstance(context, str):
        body = resources.load_context(context).get("@context")
        for part in body if isinstance(body, list) else [body]:
            result = _apply(result, part, override=override)
        return result
    if not isinstance(context, Mapping):
        raise NotPlanned
    _define_terms(result, context, override=override)
    return result


def _define_terms(result: ActiveContext, context: Mapping[str, Any], *, override: bool) -> None:
    """Section 4.1.2, steps 5.5 to 5.13."""
    for entry in context:
        if entry.startswith("@") and entry not in _PLANNED_CONTEXT_ENTRIES:
            raise NotPlanned
    if "@vocab" in context:
        if not isinstance(context["@vocab"], str) or not _SCHEME(context["@vocab"]):
            raise NotPlanned
        result.vocab = context["@vocab"]
    protected = context.get("@protected", False)
    before = dict(result.terms)
    definer = _Definer(result, context, protected=protected)
    for name in context:
        if not name.startswith("@"):
            definer.define(name)
    if not override:
        _keep_protected(result.terms, before)


def _keep_protected(terms: dict[str, Term], before: Mapping[str, Term]) -> None:
    """A protected term may only be said again with the same meaning. Source: 4.2.2, step 27."""
    for name, old in before.items():
        new = terms.get(name)
        if old.is_protected and new is not old:
            if new is None or not new.same_meaning(old):
                raise NotPlanned
            terms[name] = old


class _Definer:
    """Creates the term definitions of one context. Source: JSON-LD 1.1 API, section 4.2.2."""

    def __init__(self, result: ActiveContext, context: Mapping[str, Any], *, protected: bool) -> None:
        self._result = result
        self._context = context
        self._protected = protected
        self._defined: dict[str, bool] = {}

    def define(self, name: str) -> None:
        """Defines one term, and first those it is written with."""
        state = self._defined.get(name)
        if state is not None:
            if not state:
                raise NotPlanned  # cyclic
            return
        if not name or (name.startswith("@") and name[1:].isalpha()):
            raise NotPlanned
        self._defined[name] = False
        self._result.terms.pop(name, None)
        value = self._context[name]
        self._result.terms[name] = self._definition(name, value)
        self._defined[name] = True

    def _is_protected(self, value: Any) -> bool:
        return (
            bool(value.get("@protected", self._protected)) if isinstance(value, Mapping) else self._protected
        )

    def _definition(self, name: str, value: Any) -> Term:
        is_protected = self._is_protected(value)
        if value is None:
            return Term(None, is_protected=is_protected)
        if isinstance(value, str):
            iri = self._iri_mapping(name, value)
            return Term(iri, is_protected=is_protected, is_prefix=_may_be_prefix(name, iri))
        if not isinstance(value, Mapping) or not _PLANNED_TERM_ENTRIES.issuperset(value):
            raise NotPlanned
        if "@id" in value and value["@id"] is None:
            return Term(None, is_protected=is_protected)
        identifier = value.get("@id", name)
        iri = self._iri_mapping(name, identifier)
        containers = value.get("@container", [])
        containers = containers if isinstance(containers, list) else [containers]
        if not _PLANNED_CONTAINERS.issuperset(containers):
            raise NotPlanned
        if "@context" in value and not isinstance(value["@context"], Mapping | list | str | None):
            raise NotPlanned
        return Term(
            iri,
            self._type_mapping(value),
            frozenset(containers),
            context=value.get("@context", _MISSING),
            is_protected=is_protected,
            is_prefix=value.get("@prefix", False) is True,
        )

    def _type_mapping(self, value: Mapping[str, Any]) -> str | None:
        if "@type" not in value:
            return None
        text = value["@type"]
        if not isinstance(text, str):
            raise NotPlanned
        expanded = self._expand(text)
        if expanded is None or expanded.startswith("_:"):
            raise NotPlanned
        return expanded

    def _iri_mapping(self, name: str, identifier: Any) -> str:
        if not isinstance(identifier, str):
            raise NotPlanned
        if identifier == name:
            return self._own_mapping(name)
        expanded = self._expand(identifier)
        if expanded is None or expanded in ("@context", "@nest", "@reverse", "@included"):
            raise NotPlanned
        return expanded

    def _own_mapping(self, name: str) -> str:
        """A term that is written as itself: a compact IRI, an absolute one, or a word of the vocabulary."""
        prefix, colon, suffix = name.partition(":")
        if colon and prefix:
            if prefix in self._context:
                self.define(prefix)
            term = self._result.terms.get(prefix)
            if term is not None and term.iri is not None:
                return term.iri + suffix
            return name
        if self._result.vocab is None:
            raise NotPlanned
        return self._result.vocab + name

    def _expand(self, text: str) -> str | None:
        """IRI expansion while this context is being read: terms it uses are defined first."""
        if text in KEYWORDS:
            return text
        if text in self._context:
            self.define(text)
        prefix, colon, _ = text.partition(":")
        if colon and prefix in self._context:
            self.define(prefix)
        return self._result.expand_iri(text)


def _may_be_prefix(name: str, iri: str) -> bool:
    """A simple term is a prefix when its IRI ends like one. Source: JSON-LD 1.1 API, section 4.2.2, step 14.2.5."""
    return ":" not in name and "/" not in name and (iri.endswith(_GEN_DELIMS) or iri.startswith("_:"))


def scoped_to_types(active: ActiveContext, types: Sequence[str]) -> ActiveContext:
    """The context of a node of these types: each type's own context in lexical order.

    Source: JSON-LD 1.1 API, section 5.1.2, step 11.2.
    """
    result = active
    for name in sorted(types):
        term = active.terms.get(name)
        if term is not None and term.has_context:
            result = process(result, term.context, propagate=False)
    return result
