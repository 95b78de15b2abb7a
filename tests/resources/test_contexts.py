"""The contexts that travel with the program mean what the published ones mean; no other is trusted."""

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

import fetch_contexts
from tests.assurance import FULL
from tests.resources.context_documents import Node, batches, documents
from tests.shared_data import shared
from wallet import resources
from wallet.errors import ResourceError

WRITTEN = sorted(
    {e.file: e for e in resources.context_index().values() if e.terms}.values(), key=lambda e: e.file
)
TEST_ONLY = ("credentials/examples", "citizenship", "vdl")
# Names another context that nobody publishes any more, so no document that uses it can be read.
NOT_OBTAINABLE = "https://w3id.org/openbadges/v1"

Loader = Callable[[str, Any], Mapping[str, Any]]


def corpus_contexts() -> Mapping[str, Path]:
    manifest = json.loads(shared("corpus", "manifest.json").read_bytes())
    return {c["url"]: shared("corpus", c["file"]) for c in manifest["contexts"] if not c.get("variant")}


def corpus_context(url: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(corpus_contexts()[url].read_bytes())
    return document


def quads(document: object, loader: Loader | None = None) -> str:
    """What a document says, as N-Quads; what is wrong with it, when it says nothing."""
    options = {"base": None, "format": "application/n-quads", "documentLoader": loader or no_loader}
    try:
        return str(jsonld.to_rdf(document, options))
    except jsonld.JsonLdError as error:
        return f"error {_innermost(error)}"


def _innermost(error: BaseException) -> str:
    while isinstance(error.__cause__, jsonld.JsonLdError):
        error = error.__cause__
    return str(getattr(error, "code", None))


def no_loader(url: str, _: object) -> Mapping[str, Any]:
    raise jsonld.JsonLdError(f"nothing is loaded here: {url}", "loading", code="loading document failed")


def loader_of(load: Callable[[str], Mapping[str, Any]]) -> Loader:
    def loader(url: str, _: object) -> Mapping[str, Any]:
        try:
            document = load(url)
        except (KeyError, ResourceError) as error:
            raise jsonld.JsonLdError("unknown context", "loading", code="loading document failed") from error
        return {"contextUrl": None, "documentUrl": url, "document": document}

    return loader


def with_context(context: object, body: Node | list[Node]) -> Node:
    return {"@context": context, "@graph": body if isinstance(body, list) else [body]}


@pytest.mark.long
@pytest.mark.parametrize("entry", WRITTEN, ids=lambda e: e.file)
def test_a_written_context_yields_the_same_rdf_as_the_published_one(entry: resources.ContextEntry) -> None:
    ours = resources.load_context_file(entry)["@context"]
    theirs = corpus_context(entry.urls[0])["@context"]
    said_something = 0
    every = list(batches(theirs))
    chosen = every[:: 1 if FULL else max(1, len(every) // 100)]
    for name, nodes in chosen:
        expected = quads(with_context(theirs, list(nodes)))
        assert quads(with_context(ours, list(nodes))) == expected, name
        said_something += not expected.startswith("error")
    assert said_something > 0
    print(f"{entry.file}: {len(chosen)} of {len(every)} groups of terms mean what the published ones mean")


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda e: e.file)
def test_a_written_context_agrees_term_by_term(entry: resources.ContextEntry) -> None:
    """Slower, one term at a time: also what is refused must be refused for the same reason."""
    ours = resources.load_context_file(entry)["@context"]
    theirs = corpus_context(entry.urls[0])["@context"]
    seen = {"said": 0, "refused": 0}
    for name, node in list(documents(theirs))[:: _stride(theirs)]:
        expected = quads(with_context(theirs, node))
        assert quads(with_context(ours, node)) == expected, name
        seen["refused" if expected.startswith("error") else "said"] += 1
    assert seen["said"] > 20


def _stride(context: Mapping[str, Any]) -> int:
    """Every document of a small context, an even spread of about 600 of a large one."""
    return max(1, sum(1 for _ in documents(context)) // 600)


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda e: e.file)
def test_a_written_context_defines_the_same_names(entry: resources.ContextEntry) -> None:
    """Whatever the documents above miss: no term more, none less, in any scope."""
    for url in entry.urls:
        assert _shape(resources.load_context(url)["@context"]) == _shape(corpus_context(url)["@context"])


def _shape(context: Mapping[str, Any]) -> dict[str, Any]:
    return {
        term: _shape(definition["@context"])
        if isinstance(definition, dict) and "@context" in definition
        else {}
        for term, definition in context.items()
    }


def test_a_changed_definition_would_be_noticed() -> None:
    """The comparison can fail: each single change to a written context shows in the RDF of some document."""
    theirs = corpus_context("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json")["@context"]
    for changed in _single_changes(theirs):
        assert any(
            quads(with_context(theirs, list(nodes))) != quads(with_context(changed, list(nodes)))
            for _, nodes in batches(theirs)
        )


def _single_changes(context: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for term, definition in context.items():
        if isinstance(definition, dict):
            yield {**context, term: {**definition, "@id": definition["@id"] + "-changed"}}
            for inner in _single_changes(definition.get("@context", {})):
                yield {**context, term: {**definition, "@context": inner}}
            if "@type" in definition:
                yield {**context, term: {k: v for k, v in definition.items() if k != "@type"}}


def test_real_documents_mean_the_same_under_our_contexts() -> None:
    """Every readable corpus document that uses a context we wrote ourselves."""
    written = {url for entry in WRITTEN for url in entry.urls}
    theirs = loader_of(corpus_context)
    test_only = {url for url in corpus_contexts() if any(part in url for part in TEST_ONLY)}
    ours = loader_of(lambda url: corpus_context(url) if url in test_only else resources.load_context(url))
    manifest = json.loads(shared("corpus", "manifest.json").read_bytes())
    compared = set()
    for item in manifest["files"]:
        text = shared("corpus", item["name"]).read_bytes()
        used = {url for url in written if f'"{url}"'.encode() in text}
        document = _json_object(text) if used else None
        if document is None or NOT_OBTAINABLE.encode() in text:
            continue
        assert quads(document, ours) == quads(document, theirs), item["name"]
        compared |= used
    assert "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json" in compared
    assert "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json" in compared
    assert "https://w3id.org/openbadges/v2" in compared


def _json_object(text: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(text)
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def test_packaged_contexts_are_the_published_ones() -> None:
    for url, path in corpus_contexts().items():
        entry = resources.context_index().get(url)
        if entry is not None and entry.package:
            assert resources.load_context(url) == json.loads(path.read_bytes()), url


def test_the_frozen_context_has_the_hash_its_publisher_froze() -> None:
    body = resources.read_bytes(
        "contexts", resources.context_index()["https://www.w3.org/ns/credentials/v2"].file
    )
    assert (
        hashlib.sha256(body).hexdigest() == "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
    )


def test_every_published_context_is_pinned_except_those_for_tests() -> None:
    missing = set(corpus_contexts()) - set(resources.context_index())
    assert {url for url in missing if not any(part in url for part in TEST_ONLY)} == {NOT_OBTAINABLE}
    assert not [url for url in resources.context_index() if any(part in url for part in TEST_ONLY)]


def test_the_older_text_of_open_badges_3_0_3_is_kept_as_a_variant() -> None:
    url = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    (older,) = resources.context_variants()[url]
    assert older.variant == "2024"
    assert older.file != resources.context_index()[url].file
    text = shared("corpus", "contexts", "variants", "context-3.0.3.spec-repo.json").read_bytes()
    assert resources.load_context_file(older) == json.loads(text)
    added = set(resources.load_context(url)["@context"]) - set(resources.load_context_file(older)["@context"])
    assert added == {"jti", "endorsementJwt"}


def test_sources_says_where_each_file_is_from() -> None:
    sources = tomllib.loads(resources.read_text("contexts", "SOURCES.toml"))["context"]
    files = {source["file"] for source in sources}
    assert files == {name for name in resources.list_names("contexts") if name.endswith(".json")}
    for source in sources:
        body = resources.read_bytes("contexts", source["file"])
        assert hashlib.sha256(body).hexdigest() == source["sha256"]
        assert source["licence"]
        assert ("package" in source) != ("terms" in source)


def test_written_contexts_are_what_their_term_definitions_say() -> None:
    for made in fetch_contexts.from_terms():
        assert resources.read_bytes("contexts", made.source["file"]) == made.text
