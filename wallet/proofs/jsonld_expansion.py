"""JSON-LD expansion, offline: the only importer of PyLD.

Lives here: the pinned-context loader, the hook that stops at an undefined term, and the memory that makes expansion
of many credentials fast. Does not live here: which documents may be expanded at all (`jsonld`).

PyLD processes every scoped context anew for every node, although the result depends only on the two contexts
involved; that is most of the time a warm expansion takes. The subclass below remembers results under the identities
of both inputs and keeps those inputs alive, so that an identity is never taken by another object.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NoReturn

from pyld import jsonld
from pyld.context_resolver import ContextResolver

from wallet import resources
from wallet.errors import ProofError, Reason
from wallet.proofs import jsonld_context

_MAX_REMEMBERED_CONTEXTS = 1000
_MAX_REMEMBERED_NAMES = 500


def expand(document: Mapping[str, Any]) -> Sequence[Any]:
    """The expanded form of a document that names only pinned contexts.

    Raises:
        ProofError: UNDEFINED_TERM for a term no context defines, JSONLD_INVALID, TOO_COMPLEX (nesting).

    Source: JSON-LD 1.1 API, section 5.1 (base IRI: none).
    """
    return _expander().expand_document(document)


@cache
def _expander() -> "_Expander":
    return _Expander()


class _UndefinedTerm(Exception):  # noqa: N818 - a signal inside this module, not an error of the program
    """Leaves PyLD's expansion at the first term that no context defines."""


def _leave_at(term: object) -> NoReturn:
    raise _UndefinedTerm(repr(str(term)[:80]))


def _load(url: str, _options: object = None) -> Mapping[str, Any]:
    """A pinned context in the shape PyLD's loaders answer with; `tag` lets it keep the parsed context."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": resources.load_context(url),
        "tag": "static",
    }


class _Expander(jsonld.JsonLdProcessor):  # type: ignore[misc]
    """PyLD's processor with base None and a memory."""

    def __init__(self) -> None:
        super().__init__(on_property_dropped=_leave_at)
        self._processed: dict[Any, Any] = {}
        self._names: dict[int, dict[str, Any]] = {}
        self._options = {
            "base": None,
            "documentLoader": _load,
            "processingMode": "json-ld-1.1",
            "isFrame": False,
            "keepFreeFloatingNodes": False,
            "contextResolver": ContextResolver({}, _load),
        }

    def expand_document(self, document: Mapping[str, Any]) -> Sequence[Any]:
        """The expanded document, always as a sequence; errors as `expand`."""
        jsonld_context.count_from_here()
        initial = self._get_initial_context(self._options)
        try:
            expanded = self._expand(initial, None, document, self._options, inside_list=False)
        except _UndefinedTerm as undefined:
            raise ProofError(Reason.UNDEFINED_TERM, str(undefined)) from None
        except jsonld.JsonLdError as error:
            raise ProofError(Reason.JSONLD_INVALID, str(error.code or error.type)[:80]) from error
        except RecursionError as error:
            raise ProofError(Reason.TOO_COMPLEX, "nesting") from error
        except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
            # PyLD meets some malformed documents with Python's own errors
            raise ProofError(Reason.JSONLD_INVALID, type(error).__name__) from error
        if expanded is None:
            return []
        return expanded if isinstance(expanded, list) else [expanded]

    def _process_context(self, active_ctx: Any, local_ctx: Any, options: Any, **flags: Any) -> Any:
        key = _memory_key(active_ctx, local_ctx, flags)
        if key is None:
            jsonld_context.count_new_context()
            return super()._process_context(active_ctx, local_ctx, options, **flags)
        known = self._processed.get(key)
        if known is None:
            jsonld_context.count_new_context()
            if len(self._processed) >= _MAX_REMEMBERED_CONTEXTS:
                self._processed.clear()
                self._names.clear()
            result = super()._process_context(active_ctx, local_ctx, options, **flags)
            self._names.setdefault(id(result), {})
            known = self._processed[key] = (result, active_ctx, local_ctx)
        return known[0]

    def _expand_iri(
        self, active_ctx: Any, value: Any, base: Any = None, vocab: Any = False, *rest: Any, **options: Any
    ) -> Any:
        """Terms and types against a remembered context, remembered with it: they repeat endlessly."""
        names = self._names.get(id(active_ctx))
        if (
            names is None
            or not isinstance(value, str)
            or vocab is not True
            or base is not None
            or rest
            or options
        ):
            expanded = super()._expand_iri(active_ctx, value, base, vocab, *rest, **options)
            if vocab is False and isinstance(value, str) and expanded != value:
                # a compact IRI as an id: a second spelling, see `hidden_content`
                _leave_at(value)
            return expanded
        known = names.get(value, names)
        if known is names:
            known = super()._expand_iri(active_ctx, value, base, vocab)
            if len(names) < _MAX_REMEMBERED_NAMES:
                names[value] = known
        return known


def _memory_key(active_ctx: Any, local_ctx: Any, flags: Mapping[str, Any]) -> Any:
    """What a processed context depends on; None when the result must not be remembered."""
    if "cycles" in flags:
        return None  # validation inside context processing: its result depends on where it came from
    if isinstance(local_ctx, list) and all(isinstance(entry, str) for entry in local_ctx):
        local: Any = tuple(local_ctx)
    elif isinstance(local_ctx, Mapping):
        local = id(local_ctx)  # inline contexts of documents are refused, so this is part of a pinned one
    elif isinstance(local_ctx, str):
        local = local_ctx
    else:
        return None
    return (id(active_ctx), local, *sorted(flags.items()))
