"""`check_data_model` against every file of the corpus whose verdict the data model decides."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.corpus import CorpusFile, corpus_files
from tests.shared_data import shared
from wallet.credentials.detect import parse_document
from wallet.credentials.vcdm import check_data_model
from wallet.errors import CredentialError, Reason

_MODEL_KINDS = ("vcdm1-json", "vcdm2-json")
_OTHER_KINDS = ("ob3-", "clr2-", "vc-json", "vc-jwt", "status-list")
# Manifest reasons, or their beginnings, that are about the data model. Every other reason is about something else:
# those files must pass here, so that the report names their real fault.
_MODEL_REASONS = ("type: ", "type lacks ", "schema: ", "id is not a URI", "context missing")
_DECIDED_ELSEWHERE = {
    "credential-redef-type2-fail.json": "JSON-LD: a context redefines a protected term",
    "example-015-zkp-bad-no-proof.jsonld": "proof: nothing secures it",
}
_PLACEHOLDERS = {"PAST DATE": "2020-01-01T00:00:00Z", "FUTURE DATE": "2120-01-01T00:00:00Z"}


def _cases(*kinds: str) -> list[Any]:
    files = [file for file in corpus_files() if file.kind.startswith(kinds) and file.path.stat().st_size]
    return [pytest.param(file, id=file.name) for file in files]


def _filled_in(path: Path) -> bytes:
    """A file of the VCDM 2.0 suite as that suite uses it.

    Its credentials are templates for an issuer under test: the runner writes the issuer's id and the dates in before
    anything is judged (createRequestBody in its tests/mock.data.js). The file about the issuer stays as it is.
    """
    document = json.loads(path.read_bytes())
    if "credentialSubject" in document and "no-issuer" not in path.name:
        issuer = document.setdefault("issuer", "did:example:issuer")
        if isinstance(issuer, dict):
            issuer.setdefault("id", "did:example:issuer")
    for key in ("validFrom", "validUntil"):
        if document.get(key) in _PLACEHOLDERS:
            document[key] = _PLACEHOLDERS[document[key]]
    return json.dumps(document).encode()


@pytest.mark.parametrize("file", _cases(*_MODEL_KINDS))
def test_the_data_model_suites(file: CorpusFile) -> None:
    data = _filled_in(file.path) if file.kind == "vcdm2-json" else file.path.read_bytes()
    document = parse_document(data).document
    elsewhere = _DECIDED_ELSEWHERE.get(file.path.name)
    if file.expected == "invalid" and elsewhere is None:
        with pytest.raises(CredentialError) as refusal:
            check_data_model(document)
        assert refusal.value.reason is Reason.STRUCTURE_INVALID
        assert refusal.value.detail
    else:
        check_data_model(document)


@pytest.mark.parametrize("file", _cases(*_OTHER_KINDS))
def test_badges_records_and_other_credentials(file: CorpusFile) -> None:
    document = parse_document(file.path.read_bytes()).document
    if file.expected == "invalid" and (file.reason == "type" or file.reason.startswith(_MODEL_REASONS)):
        with pytest.raises(CredentialError) as refusal:
            check_data_model(document)
        assert refusal.value.reason is Reason.STRUCTURE_INVALID
        expected = file.reason.removeprefix("type: ").removesuffix(".type")
        named = {"type": "type", "schema: issuer missing": "issuer", "schema: missing-issuer": "issuer"}
        named |= {"id is not a URI (and signature broken)": "id", "context missing": "@context"}
        named |= {"type lacks BitstringStatusListCredential": "type"}
        assert named.get(file.reason, expected) in refusal.value.detail
    else:
        check_data_model(document)


@pytest.mark.parametrize(
    "name", [path.name for path in sorted(shared("adversarial", "vcdm2").iterdir()) if path.suffix == ".json"]
)
def test_the_adversarial_data_model_files(name: str) -> None:
    document = parse_document(_filled_in(shared("adversarial", "vcdm2", name))).document
    if name in _DECIDED_ELSEWHERE or name == "presentation-self-asserted-vc-issuer-mismatch.json":
        check_data_model(document)  # its fault is not in how it is written
        return
    with pytest.raises(CredentialError) as refusal:
        check_data_model(document)
    assert refusal.value.reason is Reason.STRUCTURE_INVALID


def test_what_is_covered(capsys: pytest.CaptureFixture[str]) -> None:
    """Says which files stand behind this module, so that nobody has to guess."""
    count = Counter(
        (case.values[0].kind, case.values[0].expected) for case in _cases(*_MODEL_KINDS, *_OTHER_KINDS)
    )
    with capsys.disabled():
        print("\ndata model, files by kind and expected verdict:")
        for (kind, expected), number in sorted(count.items()):
            print(f"  {number:3} {kind} {expected}")
        for name, why in _DECIDED_ELSEWHERE.items():
            print(f"  passes here, refused elsewhere: {name} ({why})")
    assert count["vcdm1-json", "invalid"] == 18
    assert count["vcdm2-json", "invalid"] == 28
    assert count["ob3-json", "valid"] == 42
