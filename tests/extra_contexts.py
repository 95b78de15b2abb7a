"""Lets a test use JSON-LD contexts that only test vectors use; the program itself never trusts them."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.shared_data import shared
from wallet import resources
from wallet.proofs import jsonld_context, jsonld_expansion, jsonld_walk

TEST_ONLY = (
    "https://www.w3.org/ns/credentials/examples/v2",
    "https://www.w3.org/2018/credentials/examples/v1",
    "https://w3id.org/citizenship/v4rc1",
    "https://w3id.org/vdl/v1",
)


def add_test_contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Adds the contexts of the W3C vectors to the pinned ones for one test."""
    manifest = json.loads(shared("corpus", "manifest.json").read_text())
    files = {entry["url"]: shared("corpus", entry["file"]) for entry in manifest["contexts"]}
    extra: dict[str, Any] = {url: json.loads(files[url].read_text()) for url in TEST_ONLY}
    index, load = resources.context_index(), resources.load_context

    def load_any(url: str) -> Mapping[str, Any]:
        return extra[url] if url in extra else load(url)

    monkeypatch.setattr(resources, "context_index", lambda: {**index, **dict.fromkeys(extra)})
    monkeypatch.setattr(resources, "load_context", load_any)
    # a processor of its own, so that nothing is remembered beyond this test
    monkeypatch.setattr(jsonld_context, "INITIAL", jsonld_context.ActiveContext())
    monkeypatch.setattr(jsonld_walk, "INITIAL", jsonld_context.INITIAL)
    expander = jsonld_expansion._Expander()
    monkeypatch.setattr(jsonld_expansion, "_expander", lambda: expander)
