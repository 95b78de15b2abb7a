"""What a signed document may not say, because people and programs would not see that it says so.

A Data Integrity proof signs statements, not JSON. The same statements can be written in other ways: a property or a
type by its full address, a list inside a list, or in another object with the credential's own id. Such a document still
verifies, and an end date, a status or an enclosed credential written that way is never read. So each statement has one
spelling here, the one that `wallet.credentials` reads.

Lives here: one pass over the raw document, before any JSON-LD processing. Does not live here: terms that no context
defines, and compact IRIs (`jsonld_context`, `jsonld_expansion`).
"""

from collections.abc import Mapping
from typing import Any

from wallet import resources
from wallet.errors import ProofError, Reason, UndecidableProofError

# Values in one document. Expansion takes some 40 microseconds a value, so this keeps a hostile file within seconds;
# the largest transcript seen has about 4,000.
MAX_VALUES = 60_000
# Nobody needs more than five; each costs as much as hundreds of values.
MAX_CONTEXTS = 16

# Keywords a credential may spell out: language strings are written with them. @graph, @included, @nest and @reverse
# would let statements hide from the view people get; @id, @type, @list and @set are second spellings that yield the
# same quads as what that view reads; @direction and @index are not part of the RDF, so no signature covers them.
_ALLOWED_KEYWORDS = frozenset({"@context", "@value", "@language"})
# Contexts are not signed: whoever adds security/v1 could write `expires` as `expiration`, with odrl `id` as `uid`.
_SECOND_SPELLINGS = frozenset({"expiration", "uid"})
# A type that is an address of its own is fine; one of a vocabulary that has a term for it is a second spelling.
_ADDRESS_SCHEMES = ("https://", "http://", "urn:", "did:")
_VOCABULARIES = (
    "https://www.w3.org/2018/credentials#",
    "https://www.w3.org/ns/credentials/",
    "https://w3id.org/security#",
    "https://w3id.org/vc",
    "https://w3id.org/openbadges",
    "https://w3id.org/dcc/",
    "https://purl.imsglobal.org/spec/",
    "https://imsglobal.github.io/openbadges-specification/",
)
# What makes a credential or presentation, and what decides about it: it stands in the document itself and nowhere else.
_DOCUMENT_MEMBERS = frozenset(
    {
        "credentialSchema", "credentialStatus", "credentialSubject", "expirationDate", "expires", "holder",
        "issuanceDate", "issuer", "refreshService", "termsOfUse", "validFrom", "validUntil", "verifiableCredential",
    }
)  # fmt: skip
_DOCUMENT_TYPES = ("Credential", "Presentation")
# What is read from one object: content added through another object of the same id would not be seen.
_READ_ONCE = frozenset(
    {
        "Achievement", "AchievementSubject", "ClrSubject", "EndorsementSubject", "Evidence", "Result",
        "ResultDescription", "RubricCriterionLevel",
    }
)  # fmt: skip
_CONTAINERS = (dict, list)

# Names that were looked at and are plain: the same few dozen come in every credential. Only names, never values.
_plain_names: set[str] = set()
_MAX_PLAIN_NAMES = 5000


def refuse_hidden_content(document: Mapping[str, Any]) -> int:
    """Refuses what would be signed but not read; returns the number of values in the document.

    Raises:
        ProofError: UNDEFINED_TERM (a second spelling), JSONLD_INVALID, TOO_COMPLEX (more than `MAX_VALUES`).
        UndecidableProofError: UNKNOWN_CONTEXT for a context that is not pinned, inline ones among them.
    """
    pending: list[tuple[Any, dict[str, Mapping[str, Any]]]] = [(document, {})]
    values = 0
    while pending:
        value, seen = pending.pop()
        values += 1 + len(value)
        if values > MAX_VALUES:
            raise ProofError(Reason.TOO_COMPLEX, "number of values")
        if isinstance(value, dict):
            _refuse_hidden_members(value)
            if "id" in value:
                _refuse_second_object(document, value, seen)
            _add_members(value, seen, pending)
        else:
            for item in value:
                if type(item) is dict:
                    pending.append((item, seen))
                elif type(item) is list:
                    raise ProofError(Reason.JSONLD_INVALID, "list in a list")
    return values


def _add_members(
    node: Mapping[str, Any],
    seen: dict[str, Mapping[str, Any]],
    pending: list[tuple[Any, dict[str, Mapping[str, Any]]]],
) -> None:
    """Adds what is inside a node to what has still to be looked at."""
    for name, item in node.items():
        if type(item) not in _CONTAINERS or name == "@context":
            continue
        if name == "verifiableCredential":
            pending += _enclosed(item)
        else:
            pending.append((item, seen))


def _enclosed(item: Any) -> list[tuple[Any, dict[str, Mapping[str, Any]]]]:
    """The enclosed credentials; each is a graph of its own, where ids start anew."""
    entries = item if isinstance(item, list) else [item]
    if any(isinstance(entry, list) for entry in entries):
        raise ProofError(Reason.JSONLD_INVALID, "list in a list")
    return [(entry, {}) for entry in entries if isinstance(entry, dict)]


def _refuse_second_object(
    document: Mapping[str, Any], node: Mapping[str, Any], seen: dict[str, Mapping[str, Any]]
) -> None:
    """Refuses an object that adds to another one of the same id what readers of that one would not see.

    In the graph two objects of one id are one: a result moved into a second, equal-named subject would still be
    signed, and be shown nowhere. Saying exactly the same again is harmless, and so are profiles, which issuers repeat,
    and another kind of object, whose type does not have the terms that are read.
    """
    identifier = node["id"]
    if not isinstance(identifier, str):
        return
    if node is not document and identifier == document.get("id"):
        _refuse_second_self(document, node)
    kinds = node.get("type")
    for kind in kinds if isinstance(kinds, list) else (kinds,):
        if isinstance(kind, str) and kind in _READ_ONCE:
            first = seen.setdefault(f"{kind} {identifier}", node)
            if first is not node and first != node:
                raise ProofError(Reason.JSONLD_INVALID, "two objects with one id")


def _refuse_hidden_members(node: Mapping[str, Any]) -> None:
    """Refuses a name or type whose content would be signed but not read.

    A full IRI, or a class that shares the property's ("Criteria"), yields the very quads of the term itself: an end
    date spelled so would still verify and never be seen.
    """
    if not node.keys() <= _plain_names:
        for name in node:
            _refuse_hidden_name(name)
            if len(_plain_names) < _MAX_PLAIN_NAMES:
                _plain_names.add(name)
    if "@context" in node:
        _refuse_foreign_context(node["@context"])
    kinds = node.get("type")
    for kind in kinds if isinstance(kinds, list) else (kinds,):
        if isinstance(kind, str) and ":" in kind and _has_a_term(kind):
            raise ProofError(Reason.UNDEFINED_TERM, f"spelling {kind[:80]!r}")


def _refuse_hidden_name(name: str) -> None:
    if name.startswith("@"):
        if name not in _ALLOWED_KEYWORDS:
            raise ProofError(Reason.UNDEFINED_TERM, f"keyword {name[:40]!r}")
    elif ":" in name or name[:1].isupper() or name in _SECOND_SPELLINGS:
        raise ProofError(Reason.UNDEFINED_TERM, f"spelling {name[:40]!r}")


def _has_a_term(kind: str) -> bool:
    """Whether a type written as an address may be one that has a short name; a compact one always is."""
    return not kind.startswith(_ADDRESS_SCHEMES) or kind.startswith(_VOCABULARIES)


def _refuse_second_self(document: Mapping[str, Any], node: Mapping[str, Any]) -> None:
    """Refuses an object inside the document that has its id and says what only the document itself may say.

    Two objects of one id are one node. An endorsement's subject is the credential: the end date moved there, with the
    credential's type, would be the same statement, and so would the type that makes it a learner record.
    """
    kinds = _kinds(node)
    if (
        not _DOCUMENT_MEMBERS.isdisjoint(node)
        or not kinds.isdisjoint(_kinds(document))
        or any(kind.endswith(_DOCUMENT_TYPES) for kind in kinds)
    ):
        raise ProofError(Reason.JSONLD_INVALID, "the document's id on another object")


def _kinds(node: Mapping[str, Any]) -> set[str]:
    value = node.get("type")
    return {kind for kind in (value if isinstance(value, list) else [value]) if isinstance(kind, str)}


def _refuse_foreign_context(context: Any) -> None:
    entries = context if isinstance(context, list) else [context]
    if len(entries) > MAX_CONTEXTS:
        raise ProofError(Reason.TOO_COMPLEX, "number of contexts")
    for entry in entries:
        if not isinstance(entry, str):
            raise UndecidableProofError(Reason.UNKNOWN_CONTEXT, "inline context")
        if entry not in resources.context_index():
            raise UndecidableProofError(Reason.UNKNOWN_CONTEXT, entry[:200])
