"""The fast walk and general expansion give the same quads, or the walk declines; it never decides alone."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.resources.context_documents import documents
from tests.shared_data import shared
from wallet import resources
from wallet.errors import ProofError, Reason, WalletError
from wallet.proofs import jsonld, jsonld_walk, rdfc10
from wallet.proofs.jsonld_context import NotPlanned

# In these contexts the walk must not decline for ordinary documents: they are what badges are written in.
EVERYDAY = [
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/2018/credentials/v1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
]
BASE = {"https://purl.imsglobal.org": "https://www.w3.org/ns/credentials/v2"}


def _general(document: Mapping[str, Any]) -> str | None:
    try:
        return rdfc10.canonicalize(jsonld.to_quads_by_expansion(document))
    except WalletError:
        return None


def _walked(document: Mapping[str, Any]) -> str | None:
    return rdfc10.canonicalize(jsonld_walk.walk(document))


def _outcome(document: Mapping[str, Any]) -> str:
    """One of "same" and "declined", or a description of how the two differ."""
    try:
        walked = _walked(document)
    except NotPlanned:
        return "declined"
    except WalletError:
        walked = None
    general = _general(document)
    return "same" if walked == general else f"walk: {walked!r:.300} general: {general!r:.300}"


def _credential_like(url: str) -> Iterator[dict[str, Any]]:
    """A document for each term in each place of a context, under the contexts it is used with."""
    context = resources.load_context(url)["@context"]
    base = next((b for prefix, b in BASE.items() if url.startswith(prefix)), None)
    contexts = [url] if base is None else [base, url]
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, Mapping):
            for _, node in documents(part):
                yield {"@context": contexts, **node}


@pytest.mark.parametrize("url", EVERYDAY)
def test_every_term_in_every_place(url: str) -> None:
    outcomes = [_outcome(document) for document in _credential_like(url)]
    assert [o for o in outcomes if o not in ("same", "declined")] == []
    assert outcomes.count("same") > len(outcomes) / 4


def _corpus_documents() -> Iterator[dict[str, Any]]:
    for path in sorted(shared("corpus").rglob("*.json*")):
        try:
            document = json.loads(path.read_bytes())
        except ValueError:
            continue
        if isinstance(document, dict) and "@context" in document:
            yield document
            yield {name: value for name, value in document.items() if name != "proof"}


def test_every_document_of_the_corpus() -> None:
    outcomes = [_outcome(document) for document in _corpus_documents()]
    assert [o for o in outcomes if o not in ("same", "declined")] == []
    assert outcomes.count("same") > 200


GOOD: dict[str, Any] = {
    "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    "id": "urn:example:1",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Laser cutting",
    "issuer": {"id": "did:example:issuer", "type": ["Profile"], "name": "Guild"},
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "urn:example:2",
            "type": ["Achievement"],
            "name": "Laser cutting",
            "criteria": {"narrative": "Cuts safely."},
            "creditsAvailable": 1.5,
        },
    },
}


def _changed(path: str, value: object) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(GOOD))
    *parents, last = path.split("/")
    owner: Any = document
    for name in parents:
        owner = owner[name]
    owner[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("grade", "A"),
        ("credentialSubject/achievement/grade", "A"),
        ("credentialSubject/achievement/criteria/grade", "A"),
        ("type", ["VerifiableCredential", "OpenBadgeCredential", "NoSuchType"]),
        ("credentialSubject/achievement/type", ["Achievment"]),
        ("id", "not-a-uri"),
        ("credentialSubject/achievement/id", "relative/path"),
        ("issuer/image", {"id": "logo.png", "type": "Image"}),
        ("name", {"@value": "Laser cutting", "@direction": "ltr"}),
        ("@graph", [{"id": "urn:example:3", "name": "hidden"}]),
        ("@included", [{"id": "urn:example:3"}]),
        ("@reverse", {"issuer": {"id": "urn:example:3"}}),
        ("@id", "urn:example:3"),
        ("credentialSubject/achievement/criteria", {"@set": [{"narrative": "Cuts safely."}]}),
        ("credentialSubject/achievement/criteria", {"@list": [{"narrative": "Cuts safely."}]}),
        ("credentialSubject/achievement/criteria", {"@id": "urn:example:4", "narrative": "Cuts safely."}),
        ("@type", "VerifiableCredential"),
    ],
)
def test_what_a_signature_would_not_cover_is_refused(path: str, value: object) -> None:
    assert jsonld.to_quads(GOOD)
    with pytest.raises(ProofError) as caught:
        jsonld.to_quads(_changed(path, value))
    assert caught.value.reason in (Reason.UNDEFINED_TERM, Reason.JSONLD_INVALID)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1.5, '"1.5E0"^^'),
        (3, '"3"^^'),
        (3.0, '"3"^^'),
        (0.1, '"1.0E-1"^^'),
        (True, '"true"^^'),
        (1e21, '"1.0E21"^^'),
    ],
)
def test_numbers_are_written_as_json_has_them(value: object, written: str) -> None:
    """JSON has one kind of number, so 3 and 3.0 are the same; an issuer's JavaScript signs them alike."""
    document = _changed("credentialSubject/achievement/creditsAvailable", value)
    for quads in (jsonld.to_quads(document), jsonld.to_quads_by_expansion(document)):
        assert any(written in quad[2] for quad in quads)


@pytest.mark.parametrize("value", [None, [], {}, [None], "x", 1, {"a": {"b": None}}], ids=repr)
def test_json_is_signed_as_it_stands_and_null_is_json(value: object) -> None:
    document = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential", "JsonSchemaCredential"],
        "credentialSubject": {"id": "https://example.org/s", "type": "JsonSchema", "jsonSchema": value},
    }
    assert _outcome(document) == "same"
    without = json.loads(json.dumps(document))
    del without["credentialSubject"]["jsonSchema"]
    assert _walked(document) != _walked(without)


@pytest.mark.parametrize(
    ("types", "outcome"),
    [
        (["VerifiableCredential"], "same"),
        ("VerifiableCredential", "same"),
        ([], "same"),
        (None, "declined"),
        ([None], "declined"),
        ([{}], "declined"),
        ([["VerifiableCredential"]], "declined"),
        ([1], "declined"),
    ],
    ids=repr,
)
def test_types_of_every_shape(types: object, outcome: str) -> None:
    """Twice: what is kept of the first must not change the second."""
    for _ in range(2):
        document = {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": "urn:uuid:1",
            "type": types,
            "name": "A",
        }
        assert _outcome(document) == outcome
