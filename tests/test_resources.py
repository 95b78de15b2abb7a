"""The finder of `resources/`: what is there is found, what was changed or made up is refused."""

import hashlib
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shared_data import PROJECT
from wallet import resources
from wallet.errors import Reason, ResourceError

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"


@pytest.fixture
def other_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the contexts elsewhere, as a damaged installation would have them."""
    root = tmp_path / "resources"
    shutil.copytree(PROJECT / "resources" / "contexts", root / "contexts")
    monkeypatch.setattr(resources, "_folder", lambda: str(root))
    _forget()
    yield root
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for remembered in (
        resources._entries,
        resources.context_index,
        resources.context_variants,
        resources.load_context_file,
    ):
        remembered.cache_clear()


def test_bytes_and_text_of_a_resource() -> None:
    body = resources.read_bytes("contexts", "SOURCES.toml")
    assert body == (PROJECT / "resources" / "contexts" / "SOURCES.toml").read_bytes()
    assert resources.read_text("contexts", "SOURCES.toml") == body.decode()
    assert "SOURCES.toml" in resources.list_names("contexts")


def test_a_missing_resource_is_said_to_be_missing() -> None:
    with pytest.raises(ResourceError) as caught:
        resources.read_bytes("contexts", "never.json")
    assert caught.value.reason is Reason.INTERNAL_ERROR
    assert resources.list_names("never") == ()


@pytest.mark.parametrize("part", ["..", ".", "", "a/b", "a\\b", "/etc"])
def test_only_plain_names_lead_into_the_folder(part: str) -> None:
    with pytest.raises(ResourceError):
        resources.read_bytes("contexts", part)


@pytest.mark.parametrize(
    "parts",
    [
        ("contexts", "SOURCES.toml"),
        ("messages", "en.toml"),
        ("messages", "es.toml"),
        ("part_names", "es.toml"),
    ],
)
def test_plain_tables_are_read_as_toml(parts: tuple[str, str]) -> None:
    tables = resources.read_tables(*parts)
    read: dict[str, Any] = {}
    for name in tables.names():
        *owners, last = name.split(".")
        owner = read
        for each in owners:
            owner = owner.setdefault(each, {})
        several = f"[[{name}]]" in resources.read_text(*parts)
        owner[last] = list(tables.array(name)) if several else tables.table(name)
    assert read == tomllib.loads(resources.read_text(*parts))


@pytest.mark.parametrize(
    "body",
    [
        *("a = 'b'", 'a = "b" # c', "a = {b = 1}", 'a="b"', "a", "a = ", 'a = """b', "a = ["),
        *("a = 1, 2", "a = 1], [2", "a = 1, 2\nb = ", "a = 1, 2\nb"),
    ],
)
def test_what_is_not_in_the_plain_form_is_refused(body: str) -> None:
    tables = resources.Tables(f'[good]\n# c\n\na = "b"\n[wrong]\n{body}\n')
    assert tables.table("good") == {"a": "b"}
    for name in ("wrong", "missing"):
        with pytest.raises(ResourceError) as caught:
            tables.table(name)
        assert caught.value.reason is Reason.INTERNAL_ERROR


def test_an_installation_without_files_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    names, body = resources.list_names("contexts"), resources.read_bytes("messages", "en.toml")
    monkeypatch.setattr(resources, "_folder", lambda: None)
    assert resources.list_names("contexts") == names
    assert resources.read_bytes("messages", "en.toml") == body


def test_a_pinned_context_is_loaded_once() -> None:
    document = resources.load_context(CREDENTIALS_V2)
    assert document["@context"]["@protected"] is True
    assert resources.load_context(CREDENTIALS_V2) is document


def test_two_addresses_may_share_one_text() -> None:
    index = resources.context_index()
    first = index["https://purl.imsglobal.org/spec/ob/v3p0/context.json"]
    assert index["https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld"] is first


def test_an_unknown_context_is_unknown() -> None:
    with pytest.raises(ResourceError) as caught:
        resources.load_context("https://example.org/context")
    assert caught.value.reason is Reason.UNKNOWN_CONTEXT


def test_a_changed_context_file_is_not_used(other_root: Path) -> None:
    path = other_root / "contexts" / resources.context_index()[CREDENTIALS_V2].file
    path.write_bytes(path.read_bytes().replace(b"VerifiableCredential", b"VerifiableCredenzial", 1))
    with pytest.raises(ResourceError) as caught:
        resources.load_context(CREDENTIALS_V2)
    assert caught.value.reason is Reason.INTERNAL_ERROR
    assert path.name in caught.value.detail


def test_a_faithful_copy_of_the_folder_works(other_root: Path) -> None:
    entry = resources.context_index()[CREDENTIALS_V2]
    body = (other_root / "contexts" / entry.file).read_bytes()
    assert hashlib.sha256(body).hexdigest() == entry.sha256
    assert resources.load_context(CREDENTIALS_V2)["@context"]


def test_a_missing_context_file_is_an_error_of_the_installation(other_root: Path) -> None:
    (other_root / "contexts" / resources.context_index()[CREDENTIALS_V2].file).unlink()
    with pytest.raises(ResourceError) as caught:
        resources.load_context(CREDENTIALS_V2)
    assert caught.value.reason is Reason.INTERNAL_ERROR
