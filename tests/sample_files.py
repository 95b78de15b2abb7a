"""The sample credentials that travel with the program, for tests that need real ones.

Where the library for bbs-2023 is missing, what the manifest says for that case counts.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.shared_data import PROJECT
from wallet.proofs import bbs_signatures

SAMPLES = PROJECT / "resources" / "samples"
INDEX = SAMPLES / "documents.json"
EVALUATED_AT = "2026-11-23T00:00:00Z"


@dataclass(frozen=True)
class Sample:
    """One sample and what importing it says at `EVALUATED_AT`, with and without the documents; no reason is None."""

    path: Path
    verdict: str
    reason: str | None
    alone_verdict: str
    alone_reason: str | None


def samples() -> Sequence[Sample]:
    """Every sample, in the order of the manifest."""
    manifest = tomllib.loads((SAMPLES / "manifest.toml").read_text())
    return [
        Sample(
            SAMPLES / entry["file"],
            *kept_as(entry),
            entry["alone_verdict"],
            entry["alone_reason"] or None,
        )
        for entry in manifest["sample"]
    ]


def kept_as(entry: Mapping[str, Any]) -> tuple[str, str | None]:
    """The verdict and the reason that importing this sample of the manifest gives."""
    for when in ("kept_" if bbs_signatures.find_library() else "kept_without_bbs_", "kept_", ""):
        if f"{when}verdict" in entry:
            return entry[f"{when}verdict"], entry[f"{when}reason"] or None
    raise AssertionError(entry["file"])


def selective(name: str) -> Path:
    """A sample whose issuer lets parts of it be left out."""
    return SAMPLES / "selective" / name


def good(name: str) -> Path:
    """A sample with nothing wrong."""
    return SAMPLES / "good" / name


def broken(name: str) -> Path:
    """A sample with one fault, named after it."""
    return SAMPLES / "broken" / name
