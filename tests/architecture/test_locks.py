"""The lock files: everything the project asks for, every line pinned and hashed, no address."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.shared_data import PROJECT

LOCKS = PROJECT / "packaging" / "locks"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}$")


def entries(name: str) -> list[list[str]]:
    """The requirements of a lock: the requirement itself, then its hashes."""
    text = (LOCKS / f"{name}.txt").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [re.split(r"\s+(?=--hash)", line.strip()) for line in lines]


def asked_for(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in this set."""
    project: dict[str, Any] = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    core = project["project"]["dependencies"]
    wanted = {
        "core": core,
        "gui": core + project["project"]["optional-dependencies"]["gui"],
        "dev": project["dependency-groups"]["dev"],
    }
    return [Requirement(text) for text in wanted[name]]


@pytest.mark.parametrize("name", ["core", "gui", "dev"])
def test_every_line_is_one_version_with_its_hashes(name: str) -> None:
    assert entries(name)
    for requirement, *hashes in entries(name):
        assert [each.operator for each in Requirement(requirement).specifier] == ["=="], requirement
        assert hashes, requirement
        assert all(HASH.match(each) for each in hashes), requirement


@pytest.mark.parametrize("name", ["core", "gui", "dev"])
def test_the_lock_holds_what_the_project_asks_for(name: str) -> None:
    """After a change of pyproject.toml: `python3 packaging/lock.py`."""
    wanted = asked_for(name)
    locked = [Requirement(entry[0]) for entry in entries(name)]
    assert {canonicalize_name(each.name) for each in wanted} <= {
        canonicalize_name(each.name) for each in locked
    }
    for each in locked:
        version = next(iter(each.specifier)).version
        # asked for twice, with different markers: one of the two
        allowed = [ask for ask in wanted if canonicalize_name(ask.name) == canonicalize_name(each.name)]
        assert not allowed or any(ask.specifier.contains(version) for ask in allowed), each


@pytest.mark.parametrize("path", sorted(LOCKS.glob("*.txt")), ids=lambda path: path.name)
def test_no_lock_says_where_to_fetch_from(path: Path) -> None:
    assert re.search(r"://|--index|--find-links|--extra|\bfile:", path.read_text("utf-8")) is None
