"""Lists of known issuers out of files."""

import json
from pathlib import Path

import pytest

from tests import lists
from tests.sample_files import SAMPLES
from wallet.app.trust import load_trust_lists
from wallet.errors import AppError, Reason

GOOD = lists.entry("did:web:school.example", "School")


def write(folder: Path, name: str, document: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_lists_are_read_and_named(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.json", lists.signed_list(GOOD)),
        write(tmp_path, "dcc-registry.json", lists.registry(**{"did:web:school.example": "School"})),
        SAMPLES / "trust" / "demo-issuers.json",
    ]
    assert [one.title for one in load_trust_lists(paths)] == [
        "District list",
        "dcc-registry",
        "Demo list of issuers",
    ]
    assert load_trust_lists([]) == ()


def test_of_two_editions_only_the_newer_counts(tmp_path: Path) -> None:
    new = write(tmp_path, "new.json", lists.signed_list(sequence=5))
    old = write(tmp_path, "old.json", lists.signed_list(GOOD, sequence=4))
    (only,) = load_trust_lists([new, old])
    assert only.find("did:web:school.example") is None


@pytest.mark.parametrize(
    ("content", "detail"),
    [(None, "file_missing"), ("", "file_empty"), ("{", "json_invalid"), ("{}", "not a list of issuers")],
)
def test_one_bad_list_refuses_all(tmp_path: Path, content: str | None, detail: str) -> None:
    good = write(tmp_path, "good.json", lists.signed_list(GOOD))
    bad = tmp_path / "bad.json"
    if content is not None:
        bad.write_text(content)
    with pytest.raises(AppError) as caught:
        load_trust_lists([good, bad])
    assert (caught.value.reason, caught.value.detail) == (Reason.TRUST_LIST_INVALID, detail)
