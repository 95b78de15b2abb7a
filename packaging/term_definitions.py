"""Turns a file of term definitions (packaging/context_terms/*.toml) into a JSON-LD context document.

The file is a compact table of our own, one line per term:

    urls = ["https://..."]             # the addresses the context answers to
    licence = "..."
    extends = "other.json"             # optional: start from this file of resources/contexts
    version = true                     # optional: the context says that it is JSON-LD 1.1
    protected = true                   # optional: no later context may redefine its terms

    [short]                            # abbreviations of this file only; they do not become terms
    sec = "https://w3id.org/security#"

    [terms]
    id = "@id"
    created = "dc:created type=xsd:dateTime"
    proof = "sec:proof type=@id container=@graph"
    DataIntegrityProof = "sec:DataIntegrityProof scope=proof-options"

    [[same]]                           # many terms whose IRI ends in the term itself
    prefix = "sec:"
    parts = "type=@id"                 # optional
    terms = ["authentication", "assertionMethod"]

    [scopes.proof-options]             # the terms that hold inside; `version`, `protected`, `same` as above
    terms = {nonce = "sec:nonce"}

A value is the IRI, then `type=`, `container=` and `scope=` where the term has them. An abbreviation that is
not in [short] is left as it is written. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Context = dict[str, Any]


def build_context(table: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> Context:
    """The context document of one file of term definitions.

    Args:
        table: the parsed file.
        base: the document it extends, whose terms come first.

    Raises:
        ValueError: a definition names an unknown part, an undefined scope, or redefines a term of the base.
    """
    context: Context = dict(base["@context"]) if base else {}
    own = _scope(table, table)
    again = set(context) & set(own) - {"@version", "@protected"}
    if again:
        raise ValueError(f"already defined in {table['extends']}: {sorted(again)}")
    return {"@context": context | own}


def _scope(scope: Mapping[str, Any], table: Mapping[str, Any]) -> Context:
    context: Context = {}
    if scope.get("version"):
        context["@version"] = 1.1
    if scope.get("protected"):
        context["@protected"] = True
    for term, text in scope["terms"].items():
        context[term] = _definition(text, table)
    for group in scope.get("same", ()):
        for term in group["terms"]:
            context[term] = _definition(f"{group['prefix']}{term} {group.get('parts', '')}", table)
    return context


def _definition(text: str, table: Mapping[str, Any]) -> str | Context:
    iri, *parts = text.split()
    short = table.get("short", {})
    if not parts:
        return _long(iri, short)
    definition: Context = {"@id": _long(iri, short)}
    for part in parts:
        key, _, value = part.partition("=")
        if key == "type" and value:
            definition["@type"] = _long(value, short)
        elif key == "container" and value:
            definition["@container"] = value
        elif key == "scope" and value in table.get("scopes", {}):
            definition["@context"] = _scope(table["scopes"][value], table)
        else:
            raise ValueError(f"not understood: {part}")
    return definition


def _long(iri: str, short: Mapping[str, str]) -> str:
    prefix, colon, rest = iri.partition(":")
    return short[prefix] + rest if colon and prefix in short else iri
