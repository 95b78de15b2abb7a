"""An index is right as a whole or refused as a whole, and it answers exactly what it names."""

import json
from pathlib import Path
from typing import Any

import pytest

from wallet.app.file_documents import FileDocuments
from wallet.errors import AppError, Reason

URL = "https://issuer.example/did.json"


def _index(folder: Path, documents: Any) -> Path:
    path = folder / "index.json"
    path.write_text(json.dumps({"documents": documents}))
    return path


def _refused(path: Path) -> Reason:
    with pytest.raises(AppError) as refused:
        FileDocuments(path)
    return refused.value.reason


def test_an_address_is_answered_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "did.json").write_bytes(b"{}")
    source = FileDocuments(_index(tmp_path, {URL: "inner/did.json", "did:example:1": "inner/did.json"}))
    found = source.lookup(URL)
    assert found is not None
    assert (found.url, found.body, found.retrieved_at) == (URL, b"{}", None)
    assert source.lookup("did:example:1") is not None


@pytest.mark.parametrize(
    "other", [URL + "#key", URL + "/", URL.upper(), "http://issuer.example/did.json", ""]
)
def test_other_spellings_are_other_addresses(tmp_path: Path, other: str) -> None:
    (tmp_path / "did.json").write_bytes(b"{}")
    assert FileDocuments(_index(tmp_path, {URL: "did.json"})).lookup(other) is None


def test_paths_are_relative_to_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "did.json").write_bytes(b"{}")
    index = _index(tmp_path / "lists", {URL: "../did.json"})
    monkeypatch.chdir(tmp_path.parent)
    assert FileDocuments(index).lookup(URL) is not None


@pytest.mark.parametrize(
    "documents",
    [None, [], "did.json", {URL: 1}, {URL: None}, {URL: ["did.json"]}, {URL: "gone.json"}, {URL: "."}],
)
def test_a_slip_in_the_index_is_said(tmp_path: Path, documents: Any) -> None:
    assert _refused(_index(tmp_path, documents)) is Reason.DOCUMENTS_INDEX_INVALID


def test_absolute_and_impossible_paths_are_refused(tmp_path: Path) -> None:
    (tmp_path / "did.json").write_bytes(b"{}")
    assert _refused(_index(tmp_path, {URL: str(tmp_path / "did.json")})) is Reason.DOCUMENTS_INDEX_INVALID
    assert _refused(_index(tmp_path, {URL: "did\0.json"})) is Reason.DOCUMENTS_INDEX_INVALID


@pytest.mark.parametrize("text", ["", "{", "[]", '{"documents": {}, "documents": {}}', '{"Documents": {}}'])
def test_what_is_no_index_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "index.json"
    path.write_text(text)
    assert _refused(path) is Reason.DOCUMENTS_INDEX_INVALID


def test_a_missing_index_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / "gone.json") is Reason.DOCUMENTS_INDEX_INVALID


def test_an_empty_index_answers_nothing(tmp_path: Path) -> None:
    assert FileDocuments(_index(tmp_path, {})).lookup(URL) is None
