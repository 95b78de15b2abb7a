"""Every case of the W3C RDF Dataset Canonicalization suite that is on this machine."""

import json
import time
from typing import Any

import pytest

from tests.nquads import read_nquads
from tests.shared_data import shared
from wallet.errors import ProofError, Reason
from wallet.proofs import rdfc10

SUITE = shared("vectors", "rdf-canon")
ENTRIES: list[dict[str, Any]] = [
    entry
    for entry in json.loads((SUITE / "manifest.jsonld").read_text())["entries"]
    if (SUITE / entry["action"]).exists()
]


def _hash_name(entry: dict[str, Any]) -> str:
    return str(entry.get("hashAlgorithm", "SHA256")).lower()


def _positive(kind: str) -> list[Any]:
    return [pytest.param(e, id=e["id"]) for e in ENTRIES if e["type"].endswith(kind) and "result" in e]


@pytest.mark.parametrize("entry", _positive("EvalTest"))
def test_canonical_form_is_the_published_one(entry: dict[str, Any]) -> None:
    quads = list(read_nquads((SUITE / entry["action"]).read_text()))
    assert rdfc10.canonicalize(quads, _hash_name(entry)) == (SUITE / entry["result"]).read_text()


@pytest.mark.parametrize("entry", _positive("MapTest"))
def test_labels_are_the_published_ones(entry: dict[str, Any]) -> None:
    quads = list(read_nquads((SUITE / entry["action"]).read_text()))
    labels = rdfc10.canonical_labels(quads, _hash_name(entry))
    published = json.loads((SUITE / entry["result"]).read_text())
    assert {key.removeprefix("_:"): value.removeprefix("_:") for key, value in labels.items()} == published


@pytest.mark.parametrize("entry", [pytest.param(e, id=e["id"]) for e in ENTRIES if "Negative" in e["type"]])
def test_poison_graphs_are_refused_in_time(entry: dict[str, Any]) -> None:
    quads = list(read_nquads((SUITE / entry["action"]).read_text()))
    started = time.monotonic()
    with pytest.raises(ProofError) as caught:
        rdfc10.canonicalize(quads)
    assert caught.value.reason is Reason.TOO_COMPLEX
    assert time.monotonic() - started < 5, "the promise is a refusal within five seconds"


def test_the_suite_is_there() -> None:
    assert sum("Negative" in e["type"] for e in ENTRIES) >= 1
    assert len(ENTRIES) >= 44
