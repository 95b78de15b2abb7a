"""Writes a benchmark set of credentials of random shape, signed, in the form the shared peers read.

Nobody tuned anything for these shapes; `against_peers` runs the same rows over them and prints both.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.random_credentials import Shapes
from wallet import resources
from wallet.errors import ProofError
from wallet.proofs import eddsa, keys

NAME = "ob3-eddsa-1000.jsonl.gz"
SEED = 7
PRIVATE_SEED = bytes(range(32))


def write_set(folder: Path, count: int) -> None:
    """Writes `count` signed credentials and the contexts they use under the names the shared peers look for."""
    folder.mkdir(parents=True, exist_ok=True)
    contexts = {url: resources.load_context(url) for url in resources.context_index()}
    (folder / "contexts.json").write_text(json.dumps(contexts))
    with gzip.open(folder / NAME, "wt", encoding="utf-8") as lines:
        for credential in _signed(count):
            lines.write(json.dumps(credential, ensure_ascii=False) + "\n")


def _signed(count: int) -> Iterator[dict[str, Any]]:
    did = keys.did_key_from_seed(PRIVATE_SEED)
    options = {
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
        "created": "2026-01-01T00:00:00Z",
    }
    shapes, made = Shapes(SEED), 0
    while made < count:
        document = shapes.credential()
        version_1 = "issuanceDate" in document
        if "credentialSubject" not in document or "ClrCredential" in document["type"]:
            continue
        if not _agreed(document):
            continue
        _make_checkable(document, did)
        if version_1:
            document["@context"].append("https://w3id.org/security/data-integrity/v2")
        try:
            yield dict(eddsa.create_proof(document, options, PRIVATE_SEED))
        except ProofError:
            continue  # contexts that do not go together; the next document is another
        made += 1


def _make_checkable(document: dict[str, Any], did: str) -> None:
    """The issuer is the signer, the dates are in force, and the name is one the peers know how to change."""
    document["issuer"] = {"id": did, "type": ["Profile"], "name": "Example State University"}
    if "OpenBadgeCredential" not in document["type"] and "AchievementCredential" not in document["type"]:
        document["issuer"].pop("type")
    for name, value in (("validFrom", "2025-01-01T00:00:00Z"), ("issuanceDate", "2025-01-01T00:00:00Z")):
        if name in document:
            document[name] = value
    for name in ("validUntil", "expirationDate", "credentialStatus"):
        document.pop(name, None)


def _agreed(value: Any) -> bool:
    """Whether all peers sign the same: a number beyond 2^53 is another one to those in JavaScript than in Python."""
    if isinstance(value, dict):
        return all(map(_agreed, value.values()))
    if isinstance(value, list):
        return all(map(_agreed, value))
    return not isinstance(value, int) or abs(value) <= 2**53
