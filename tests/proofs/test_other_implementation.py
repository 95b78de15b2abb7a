"""The canonical text that is signed, compared with what PyLD makes of the same documents."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from pyld import jsonld as pyld

from tests import identities, issuing
from tests.shared_data import shared
from wallet import resources
from wallet.errors import WalletError
from wallet.proofs import jsonld, rdfc10


def _load(url: str, _options: object = None) -> Mapping[str, Any]:
    body = resources.load_context(url)
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": body}


def theirs(document: Mapping[str, Any]) -> str:
    """PyLD's expansion, conversion to RDF and canonicalization, with no base address."""
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "base": None,
        "documentLoader": _load,
    }
    return str(pyld.normalize(document, options))


@cache
def corpus() -> tuple[tuple[str, str], ...]:
    """Name and text of every JSON-LD document of the corpus, with and without its proofs."""
    return tuple(_corpus())


def _corpus() -> Iterator[tuple[str, str]]:
    for path in sorted(shared("corpus").rglob("*.json*")):
        try:
            document = json.loads(path.read_bytes())
        except ValueError:
            continue
        if isinstance(document, dict) and "@context" in document:
            yield path.name, json.dumps(document)
            yield path.name, json.dumps({name: value for name, value in document.items() if name != "proof"})


def test_the_whole_corpus() -> None:
    compared, different = 0, []
    for name, text in corpus():
        document = json.loads(text)
        try:
            ours = rdfc10.canonicalize(jsonld.to_quads(document))
        except WalletError:
            continue
        compared += 1
        if theirs(document) != ours:
            different.append(name)
    print(f"compared with PyLD: {compared} documents of the corpus")
    assert different == []
    assert compared > 200


def _test_documents() -> Iterator[tuple[str, dict[str, Any]]]:
    issuer = identities.did_key("issuer")
    yield "badge", issuing.good()
    yield "badge, version 1.1", issuing.credential_v1(issuer, issuing.DATA_INTEGRITY)
    yield "status list", issuing.status_list(issuer, "https://guild.example/status/1")
    # equal parts in two credentials, and named graphs: where implementations come apart first
    badges = [issuing.good(id=f"urn:uuid:{n}") for n in range(2)]
    yield "presentation of twins", issuing.presentation(identities.did_key("holder"), *badges)


@pytest.mark.parametrize(("name", "document"), list(_test_documents()), ids=lambda value: str(value)[:20])
def test_documents_of_these_tests(name: str, document: dict[str, Any]) -> None:
    assert rdfc10.canonicalize(jsonld.to_quads(document)) == theirs(document), name


@pytest.mark.parametrize("number", [2, 2.0, 2.5, 1e21, 1e-7, 10**15])
def test_numbers(number: float) -> None:
    """JSON has one kind of number: 2.0 is the 2 that JavaScript implementations sign."""
    document = issuing.credential(identities.did_key("issuer"))
    document["credentialSubject"]["achievement"]["creditsAvailable"] = number
    ours = rdfc10.canonicalize(jsonld.to_quads(document))
    assert ours == theirs(document)
    if number == 2:
        assert '"2"^^' in ours
