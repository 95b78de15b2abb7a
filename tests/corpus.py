"""The shared corpus: its files with the verdict others expect, and the documents they refer to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from tests.shared_data import shared
from wallet.verification.sources import FetchedDocument

EVALUATED_AT = datetime(2026, 11, 23, tzinfo=UTC)
_LIST_AT_VC_TEST_FIXTURES = (
    "https://digitalcredentials.github.io/vc-test-fixtures/statusLists/"
    "didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj"
)
_LIST_AT_VERIFIER_CORE = (
    "https://raw.githubusercontent.com/digitalcredentials/verifier-core/refs/heads/main/"
    "src/test-fixtures/status/e5WK8CbZ1GjycuPombrj"
)


@dataclass(frozen=True)
class CorpusFile:
    """One entry of the manifest."""

    name: str
    kind: str
    expected: str
    reason: str
    path: Path
    check: Mapping[str, Any]

    @property
    def proofs(self) -> Sequence[Mapping[str, Any]]:
        """What the manifest's independent check found on each embedded proof."""
        found: Sequence[Mapping[str, Any]] = self.check.get("proofs", ())
        return found


@cache
def corpus_files() -> Sequence[CorpusFile]:
    """Every file of the corpus that carries a verdict."""
    manifest = json.loads(shared("corpus", "manifest.json").read_text())
    return [
        CorpusFile(
            entry["name"],
            entry["kind"],
            entry["expected"],
            entry.get("reason", ""),
            shared("corpus") / entry["name"],
            entry.get("independent_check") or {},
        )
        for entry in manifest["files"]
        if entry["expected"] != "aux"
    ]


class CorpusDocuments:
    """The supporting documents of the corpus, by the address each answers to."""

    def __init__(self) -> None:
        manifest = json.loads(shared("corpus", "manifest.json").read_text())
        self._files = {
            url: entry["name"]
            for entry in manifest["files"]
            for url in (entry["url"] if isinstance(entry.get("url"), list) else [entry.get("url")])
            if url is not None
        }
        # The manifest's verdicts count this list as supplied at the second address some fixtures name it by.
        self._files[_LIST_AT_VERIFIER_CORE] = self._files[_LIST_AT_VC_TEST_FIXTURES]

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document that answers to this address."""
        name = self._files.get(url)
        return None if name is None else FetchedDocument(url, (shared("corpus") / name).read_bytes())
