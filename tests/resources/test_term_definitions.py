"""From a table of term definitions to a JSON-LD context, and the script that keeps resources/contexts."""

import shutil
from pathlib import Path

import pytest

import fetch_contexts
from term_definitions import build_context
from tests.shared_data import PROJECT


def test_every_part_of_a_definition_is_written_out() -> None:
    table = {
        "urls": ["https://example.org/context"],
        "version": True,
        "protected": True,
        "short": {"ex": "https://example.org/"},
        "terms": {
            "id": "@id",
            "seen": "ex:seen type=ex:date",
            "proof": "ex:proof container=@graph scope=inner",
        },
        "same": [{"prefix": "ex:", "parts": "type=@id", "terms": ["from"]}],
        "scopes": {"inner": {"protected": True, "terms": {"left": "xsd:alone"}}},
    }
    assert build_context(table) == {
        "@context": {
            "@version": 1.1,
            "@protected": True,
            "id": "@id",
            "seen": {"@id": "https://example.org/seen", "@type": "https://example.org/date"},
            "proof": {
                "@id": "https://example.org/proof",
                "@container": "@graph",
                "@context": {"@protected": True, "left": "xsd:alone"},
            },
            "from": {"@id": "https://example.org/from", "@type": "@id"},
        }
    }


@pytest.mark.parametrize("text", ["ex:a colour=red", "ex:a scope=missing", "ex:a type"])
def test_a_definition_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not understood"):
        build_context({"terms": {"a": text}})


def test_an_extension_adds_terms_and_redefines_none() -> None:
    base = {"@context": {"@protected": True, "name": "https://example.org/name"}}
    table = {"extends": "base.json", "terms": {"jti": "https://example.org/jti"}}
    assert build_context(table, base) == {"@context": {**base["@context"], "jti": "https://example.org/jti"}}
    with pytest.raises(ValueError, match="already defined"):
        build_context({**table, "terms": {"name": "https://example.org/other"}}, base)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "contexts"
    shutil.copytree(PROJECT / "resources" / "contexts", copy)
    monkeypatch.setattr(fetch_contexts, "CONTEXTS", copy)
    monkeypatch.setattr("sys.argv", ["fetch_contexts.py", "--terms", "--check"])
    return copy


def test_a_folder_as_it_should_be_passes(folder: Path) -> None:
    assert (folder / "SOURCES.toml").is_file()
    assert fetch_contexts.main() == 0


def test_a_changed_context_is_noticed_and_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = folder / "clr-2.0.1.json"
    changed.write_text(changed.read_text("utf-8").replace("partial", "entire"), "utf-8")
    before = changed.read_bytes()
    assert fetch_contexts.main() == 1
    assert "differs: resources/contexts/clr-2.0.1.json" in capsys.readouterr().out
    assert changed.read_bytes() == before


def test_a_file_that_nothing_makes_is_noticed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "stray.json").write_text("{}", "utf-8")
    assert fetch_contexts.main() == 1
    assert "nothing makes this file: resources/contexts/stray.json" in capsys.readouterr().out
