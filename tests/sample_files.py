"""The sample credentials that travel with the program, for tests that need real ones."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.shared_data import PROJECT

SAMPLES = PROJECT / "resources" / "samples"
INDEX = SAMPLES / "documents.json"
EVALUATED_AT = "2026-11-23T00:00:00Z"


@dataclass(frozen=True)
class Sample:
    """One sample and what checking it says at `EVALUATED_AT`, with and without the documents; no reason is None."""

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
            entry["verdict"],
            entry["reason"] or None,
            entry["alone_verdict"],
            entry["alone_reason"] or None,
        )
        for entry in manifest["sample"]
    ]


def good(name: str) -> Path:
    """A sample with nothing wrong."""
    return SAMPLES / "good" / name


def broken(name: str) -> Path:
    """A sample with one fault, named after it."""
    return SAMPLES / "broken" / name
